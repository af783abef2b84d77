"""The built-in sources: plugins like any other, one module a site."""

from __future__ import annotations

BUILT_IN: tuple[str, ...] = (
    "generic",
    "archive",
    "chinese_news",
    "own",
    "boston",
    "cls",
    "cnbeta",
    "eastday",
    "egs",
    "finviz",
    "hk01",
    "ithome",
    "jianshu",
    "jingji21",
    "jinse",
    "juejin",
    "kr36",
    "ofweek",
    "oschina",
    "phoronix",
    "pmcaff",
    "sina",
    "solidot",
    "stcn",
    "telecompaper",
    "thepaper",
    "wallstreetcn",
    "weex",
    "woshipm",
    "zaobao",
    "zsnews",
)
"""The modules of this package that are plugins, by name; families come before sites."""
