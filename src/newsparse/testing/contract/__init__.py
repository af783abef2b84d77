"""The contract of a source: what every plugin must keep, and a run that proves it.

::

    subject = subject_of("sina", samples="samples")
    report = run_contract(subject, seed=1)
    print(report.text)

Each property is a plain function too, ``check_total(subject, document)``, which
raises :class:`ContractError` where a document shows that it does not hold.
"""

from __future__ import annotations

from .model import ContractError, Failure, Property, Report, Result, Subject
from .properties import PROPERTIES
from .run import run_contract, run_property
from .source_contract import SourceContract
from .subject import subject_of

__all__ = [
    "PROPERTIES",
    "ContractError",
    "Failure",
    "Property",
    "Report",
    "Result",
    "SourceContract",
    "Subject",
    "run_contract",
    "run_property",
    "subject_of",
]
