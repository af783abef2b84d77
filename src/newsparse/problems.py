"""What may be wrong with a document that is an article all the same.

Each code is defined here and nowhere else; the table in the documentation is
made from :data:`CODES`.
"""

from __future__ import annotations

from typing import Final

import attrs

from .frozenmap import FrozenMap

__all__ = ["CODES", "Problem", "ProblemKind", "problem"]


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
    """What a problem code means, what was done about it, and what you can do."""

    cause: str
    cure: str


def _kind(cause: str, cure: str) -> ProblemKind:
    return ProblemKind(cause=cause, cure=cure)


CODES: Final[FrozenMap[ProblemKind]] = FrozenMap(
    {
        # decoding
        "bad-bytes": _kind(
            "Some bytes are not valid text in the document's charset.",
            "They became U+FFFD. If the charset is wrong, pass the right one as `encoding`.",
        ),
        "wrong-charset": _kind(
            "The declared charset is unknown or does not fit the bytes.",
            "Another one was used; the message names it. If that is wrong, too, pass `encoding`.",
        ),
        "guessed-charset": _kind(
            "No charset was declared, and the bytes are not UTF-8.",
            "The charset was guessed. If you know it, pass it as `encoding`.",
        ),
        "bad-characters": _kind(
            "The text holds NULs, lone surrogates or other characters that no text may hold.",
            "They were taken out or replaced. Look at the program that wrote the document.",
        ),
        # front matter
        "matter-repaired": _kind(
            "The front matter was damaged, and could be read after a repair.",
            "The message names the damage. If you can, mend the program that wrote it.",
        ),
        "matter-duplicate-key": _kind(
            "A key occurs twice in the front matter.",
            "The last value was used. If you need the first one, rename the key.",
        ),
        "matter-unclosed": _kind(
            "The front matter has no closing line.",
            "Lines that look like front matter were read as such. Check how the story begins.",
        ),
        "matter-unreadable": _kind(
            "The front matter, or a line of it, could not be read at all.",
            "The rest was used. `explain()` shows what was left over.",
        ),
        "matter-unsafe": _kind(
            "The front matter holds tags, aliases or nesting that could harm the reader.",
            "They were refused. Do not trust where the document comes from.",
        ),
        "matter-not-a-mapping": _kind(
            "The front matter is not a list of keys and values.",
            "It was left out of the article. Check whether it is front matter at all.",
        ),
        # size and shape
        "too-deep": _kind(
            "Elements are nested deeper than any article needs.",
            "The levels over the limit were flattened; no text is lost. `Limits` sets the limit.",
        ),
        "too-many-elements": _kind(
            "One element holds more options or attributes than any article needs.",
            "Those over the limit were cut off. `Limits` sets the limit.",
        ),
        # plugins
        "plugin-failed": _kind(
            "A function of a plugin raised an error.",
            "The document was parsed without it. Tell the plugin's author, or use `block`.",
        ),
        # the article
        "no-headline": _kind(
            "The document has no headline of its own.",
            "The title is empty, or the first words of the story. A rule may know a better one.",
        ),
        "no-body": _kind(
            "There is no story in the document.",
            "The article holds the metadata only. If there is a story, name its element: `story`.",
        ),
        "no-date": _kind(
            "No date of publication was found.",
            "`published` is None. If the page shows a date, write a rule for it.",
        ),
        "bad-date": _kind(
            "A date could not be read, or cannot be.",
            "It was not used. In a post, its text is in `extra`.",
        ),
        "relative-date": _kind(
            'A date such as "3 hours ago" needs to know when the document was saved.',
            "Pass that moment: `Parser(now=…)`.",
        ),
        "bad-url": _kind(
            "An address is broken, or of a dangerous kind.",
            "It was left out. The text of the link stays.",
        ),
        "truncated": _kind(
            "The story breaks off: the document holds only its beginning.",
            "Fetch the whole story if you need it.",
        ),
        "paywalled": _kind(
            "Only a teaser is there; the rest is behind a paywall.",
            "The article is the teaser. `free_access` is False.",
        ),
        "placeholder-image": _kind(
            "The picture in the front matter is a random placeholder.",
            "It was left out. Nothing needs to be done.",
        ),
        "boilerplate-image": _kind(
            "The picture in the front matter belongs to boilerplate that was removed.",
            "It was left out, and the article has no cover. Nothing needs to be done.",
        ),
        "damaged-title": _kind(
            "Characters of the title were replaced and could not be restored.",
            "The title is as the document gives it. The page itself may have the right one.",
        ),
        # whole pages
        "not-an-article": _kind(
            "The page is an index, a search result or a front page.",
            "The body holds what little text there is. Leave such pages out by this code.",
        ),
        "needs-script": _kind(
            "The page shows its story only after its scripts have run.",
            "Save the page from a browser, or fetch the data that it loads.",
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
