"""Languages as BCP 47 tags."""

from __future__ import annotations


def normalise_tag(tag: str) -> str | None:
    """Return the BCP 47 tag of what a document calls its language."""
    parts = tag.strip().replace("_", "-").split("-")
    if not parts[0].isalpha() or not 2 <= len(parts[0]) <= 3:
        return None
    language = parts[0].lower()
    rest = {p.lower() for p in parts[1:]}
    if language == "zh":
        return "zh-Hant" if rest & {"tw", "hk", "mo", "hant"} else "zh-Hans"
    regions = [p.upper() for p in parts[1:] if len(p) == 2 and p.isalpha()]
    return f"{language}-{regions[0]}" if regions else language


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return the language of `text`."""
    return normalise_tag(declared) if declared else None
