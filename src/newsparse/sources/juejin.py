"""掘金: programmers' articles in div.markdown-body, behind a style sheet."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip
from ..source import Source, domain, site

JUEJIN = Source(
    id="juejin",
    title="掘金",
    matches=(
        site("掘金"),
        domain("juejin.cn"),
        domain("juejin.im"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    strip=(
        strip(
            "copy-button",
            css("span.copy-code-btn"),
            "the button that copies code stands in the code",
            example='<pre><code>…<span class="copy-code-btn">复制代码</span></code></pre>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [JUEJIN]
