"""What tests of newsparse, of its plugins and of users' code may share.

Strategies for documents that look like news, and the contract every source
must keep. Nothing here is imported by the library itself; it needs hypothesis
(extra ``testing``), which is imported when a name is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .contract import ContractError, Failure, Report, SourceContract, Subject, run_contract
    from .contract import subject_of as subject_of
    from .truth import Labelled, Truth

_WHERE = {
    "ContractError": "contract",
    "Failure": "contract",
    "Labelled": "truth",
    "Report": "contract",
    "SourceContract": "contract",
    "Subject": "contract",
    "Truth": "truth",
    "run_contract": "contract",
    "subject_of": "contract",
}

__all__ = [
    "ContractError",
    "Failure",
    "Labelled",
    "Report",
    "SourceContract",
    "Subject",
    "Truth",
    "run_contract",
    "subject_of",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_WHERE[name]}", __name__), name)
