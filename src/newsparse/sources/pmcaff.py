"""PMCAFF: product managers' articles, behind a style sheet for #articleCont."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

PMCAFF = Source(
    id="pmcaff",
    title="PMCAFF",
    matches=(
        site("PMCAFF"),
        domain("pmcaff.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [PMCAFF]
