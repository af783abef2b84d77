from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from newsparse.cli import main

POST = """---
title: '{title}'
categories:
 - 天气
author: 某某日报
date: Thu, 22 Jul 2021 13:48:41 GMT
---

<div>
<p>{title}，第一段。</p>
<p>第二段，说了些别的话。</p>
</div>
"""


@attrs.frozen
class Result:
    status: int
    out: str
    err: str


Command = Callable[..., Result]


@pytest.fixture
def newsparse(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """The command, run in an empty folder in this process."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(arguments)
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run


def write_post(path: Path, title: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(POST.format(title=title), encoding="utf-8")
    return path
