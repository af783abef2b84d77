"""浙江省发展和改革委员会: the planning office of Zhejiang."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, meta

ZJFGW = Source(
    id="zjfgw",
    title="浙江省发展和改革委员会",
    matches=(
        domain("fgw.zj.gov.cn"),
        domain("zjdpc.gov.cn"),
        meta("SiteName", "浙江省发展和改革委员会"),
    ),
    inherits=("chinese-offices",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#zoom",),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [ZJFGW]
