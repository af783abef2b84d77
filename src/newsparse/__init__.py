"""Turn news documents into clean, typed, traceable articles."""

__version__ = "0.1.0"
