"""What may be wrong with a document that is an article all the same.

Each code is defined here and nowhere else; the table in the documentation is
made from :data:`CODES`.
"""

from __future__ import annotations

from typing import Final

import attrs

from .frozenmap import FrozenMap


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong with a document.

    Attributes:
        code: a key of :data:`CODES`.
        message: what was found, in one sentence.
        where: the place: a front matter key, a rule, an element, a line.
    """

    code: str
    message: str
    where: str | None = None

    def __str__(self) -> str:
        place = f" [{self.where}]" if self.where else ""
        return f"{self.code}: {self.message}{place}"


@attrs.frozen(kw_only=True)
class ProblemKind:
    """What a problem code means and what to do about it."""

    cause: str
    cure: str


def _kind(cause: str, cure: str) -> ProblemKind:
    return ProblemKind(cause=cause, cure=cure)


CODES: Final[FrozenMap[ProblemKind]] = FrozenMap(
    {
        # decoding
        "bad-bytes": _kind(
            "Some bytes are no valid text in the document's charset.",
            "They became U+FFFD. Pass the right charset if another was meant.",
        ),
        "wrong-charset": _kind(
            "The declared charset is unknown or does not fit the bytes.",
            "Another was used; the message names it.",
        ),
        "guessed-charset": _kind(
            "No charset was declared and the bytes are not UTF-8.",
            "The charset was guessed. Pass it where you know it.",
        ),
        "bad-characters": _kind(
            "The text holds NULs, lone surrogates or other characters no text may hold.",
            "They were taken out or replaced.",
        ),
        # front matter
        "matter-repaired": _kind(
            "The front matter was damaged and could be read after a repair.",
            "Mend the generator that wrote it; the message names the damage.",
        ),
        "matter-duplicate-key": _kind(
            "A key occurs twice in the front matter.", "The last value was used."
        ),
        "matter-unclosed": _kind(
            "The front matter has no closing line.",
            "What looks like front matter was read as such.",
        ),
        "matter-unreadable": _kind(
            "The front matter, or a line of it, could not be read at all.",
            "What could be read was used; the rest is in the explanation.",
        ),
        "matter-unsafe": _kind(
            "The front matter holds tags, aliases or nesting that could harm the reader.",
            "They were refused: no object is built, nothing is expanded.",
        ),
        "matter-not-a-mapping": _kind(
            "The front matter is no list of keys and values.", "It was left out of the article."
        ),
        # size and shape
        "too-deep": _kind(
            "Elements are nested deeper than any article needs.",
            "Levels over the limit were flattened.",
        ),
        "too-many-elements": _kind(
            "One element holds more options or attributes than any article needs.",
            "What is over the limit was cut.",
        ),
        # plugins
        "plugin-failed": _kind(
            "A function of a plugin raised an error.",
            "The document was parsed without it; report it to the plugin's author.",
        ),
        # the article
        "no-headline": _kind(
            "The document has no headline of its own.",
            "The title is missing or only the opening words of the story.",
        ),
        "no-body": _kind("There is no story in the document.", "Only the metadata could be used."),
        "no-date": _kind("No date of publication was found.", "Published is None."),
        "bad-date": _kind(
            "A date could not be read or is impossible.", "It was not used; the text is in extra."
        ),
        "relative-date": _kind(
            "A date is relative to a moment the document does not give.",
            "Pass the reference time (`Parser(now=…)`).",
        ),
        "bad-url": _kind("A URL is broken or of a dangerous kind.", "It was left out."),
        "truncated": _kind(
            "The story breaks off: the document holds only its beginning.",
            "Fetch the whole story if you need it.",
        ),
        "paywalled": _kind(
            "Only a teaser is there; the rest is behind a paywall.",
            "The article is the teaser.",
        ),
        "placeholder-image": _kind(
            "The picture in the front matter is a random placeholder.", "It was left out."
        ),
        "boilerplate-image": _kind(
            "The picture in the front matter belongs to removed boilerplate.",
            "It was left out; the article has no cover.",
        ),
        "damaged-title": _kind(
            "Characters of the title were replaced and could not be restored.",
            "The title is as the document gives it.",
        ),
        # whole pages
        "not-an-article": _kind(
            "The page is an index, a search result or a front page.",
            "The body is empty or only what little text was found.",
        ),
        "needs-script": _kind(
            "The page shows its story only after scripts have run.",
            "Render the page first, or fetch the data it loads.",
        ),
    }
)


def problem(code: str, message: str, where: str | None = None) -> Problem:
    """Return a :class:`Problem`; the code must be one of :data:`CODES`.

    Raises:
        KeyError: the code is not defined in this module.
    """
    if code not in CODES:
        raise KeyError(f"{code!r} is no problem code; define it in newsparse.problems.CODES")
    return Problem(code=code, message=message, where=where)
