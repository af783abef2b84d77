"""Bytes to text: the charset is found, bad bytes are replaced and reported.

The charset labels follow the WHATWG Encoding Standard (section 4.2, names and
labels): what a page calls ``gb2312`` is read as GB18030, ``iso-8859-1`` and
``ascii`` as windows-1252, because that is what their writers meant.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

import attrs

from .charsets import charset
from .errors import EmptyInputError, NotTextError
from .magic import binary_kind, is_binary
from .problems import Problem, problem


@attrs.frozen(kw_only=True)
class Decoded:
    """A text and how it was read.

    Attributes:
        text: without byte order mark, NULs and lone surrogates.
        encoding: the charset, a name that :func:`codecs.lookup` knows.
        problems: what was wrong with the bytes or with what was declared.
    """

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


# Two bytes of these charsets can be two bytes of UTF-8 by accident.
_MULTIBYTE: Final = frozenset({"gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"})

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MARK: Final = "\ufeff"
_EMPTY: Final = "the input is empty; hand over HTML or an archive post"

# The prescan of HTML (section 13.2.3.2) looks at 1024 bytes; publishers put
# the charset behind long comments and scripts, so we look at 4096.
_HEAD: Final = 4096
# A detector needs no more than this, and its time grows with what it is given.
_SAMPLE: Final = 65536

_META = re.compile(
    rb"""<meta\b[^<>]{0,400}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_XML = re.compile(
    rb"""\A\s{0,99}<\?xml\b[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_BEYOND_TWO_BYTES = re.compile("[\u0800-\U0010ffff]")


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Return the text in `data`.

    Looked at in this order: a byte order mark, `declared`, whether the bytes
    are UTF-8, ``<meta charset>`` or the XML declaration in the first 4096
    bytes, the pattern of UTF-16, detection by charset-normalizer. Bytes that
    are UTF-8 beyond doubt are read as UTF-8 whatever was declared.

    Args:
        data: the bytes as they came.
        declared: the charset the transport named (``Content-Type``).

    Raises:
        EmptyInputError: nothing but white space.
        NotTextError: binary data; the message names its kind.
    """
    # Servers put a mark before what they send, whatever it is.
    _no_text(binary_kind(data[3:600] if data.startswith(codecs.BOM_UTF8) else data))
    text, encoding, found = _read(data, declared)
    problems = tuple(found)
    if encoding != "utf-8" or b"\x00" in data or text[:1] == _MARK:
        text, more = _cleaned(text)
        problems += more
    elif not text or text.isspace():  # all that clean_text could find
        raise EmptyInputError(_EMPTY)
    if "\x80" in text and _TWICE in text:  # one character is found faster than two
        once = _AS_LATIN_1.sub(_as_utf8, text)
        # What would have to be read a third time is something else.
        if _TWICE not in once:
            text, _ = _cleaned(once)
            problems += (problem("wrong-charset", "UTF-8 had been taken for Latin-1 before"),)
    return Decoded(text=text, encoding=encoding, problems=problems)


def _no_text(kind: str | None) -> None:
    if kind is not None:
        raise NotTextError(f"this is {kind}, not a text; hand over HTML or an archive post")


def _cleaned(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Do as :func:`clean_text`, and refuse what is binary data without its marks and NULs."""
    text, problems = clean_text(text)
    _no_text(binary_kind(text[:16].encode()))
    return text, problems


def clean_text(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` without what no text may hold, and the problems found.

    Byte order marks at the start go silently. NULs go, halves of a
    surrogate pair become U+FFFD (pairs become their character); both give
    ``bad-characters``.

    Raises:
        EmptyInputError: nothing but white space.
        NotTextError: more than a tenth of the characters are NUL.
    """
    if text[:1] == _MARK:
        text = text.lstrip(_MARK)  # concatenated files have several
    found: list[str] = []
    if text.isascii():
        has_nul = "\x00" in text
    else:
        # A search for NUL is slow in a wide string, where every second byte is
        # zero; and encoding shows the surrogates as well.
        try:
            has_nul = b"\x00" in text.encode()
        except UnicodeEncodeError:
            has_nul = "\x00" in text
            text, joined = _without_surrogates(text)
            found.append(joined)
    if has_nul:
        count = text.count("\x00")
        if count * 10 > len(text):
            raise NotTextError(
                f"this is binary data ({count} of {len(text)} characters are NUL), not a text"
            )
        text = text.replace("\x00", "").lstrip(_MARK)
        found.append(f"{count} NUL")
    first = text[:1]
    # All of it is looked at only where the first character is blank.
    if not first or ((first == _MARK or first.isspace()) and _is_blank(text)):
        raise EmptyInputError(_EMPTY)
    if not found:
        return text, ()
    return text, (problem("bad-characters", f"the text held {' and '.join(found)}"),)


def _is_blank(text: str) -> bool:
    return text.isspace() or not text.lstrip(f"\r\n\t {_MARK}")


def _without_surrogates(text: str) -> tuple[str, str]:
    """Join the halves of surrogate pairs that belong together, replace the others."""
    before = text.count("\ufffd")
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    count = text.count("\ufffd") - before
    return text, f"{count} lone surrogates" if count else "characters cut in halves"


def _read(data: bytes, declared: str | None) -> tuple[str, str, list[Problem]]:
    problems: list[Problem] = []
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name, problems)
    if b"\x00" in data[:_HEAD]:
        wide = _utf16(data)
        if wide is not None:
            if declared is None or charset(declared) != wide:
                problems.append(problem("guessed-charset", f"the bytes look like {wide}"))
            return _lenient(data, wide, problems)
        if is_binary(data[:_HEAD]):
            raise NotTextError("this is binary data of no known kind, not a text")
    said = _known(declared, "declared", problems) if declared else None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return _valid_utf8(data, text, said, problems)
    if said is None:
        label = _label(data)
        said = _known(label, "declared in the document", problems) if label else None
    if is_binary(data[:_HEAD]):
        raise NotTextError("this is binary data of no known kind, not a text")
    return _not_utf8(data, said, problems)


_TWICE: Final = "\xe2\x80"
"""How quotes, dashes and dots begin that were encoded as UTF-8 twice; U+0080 means nothing."""

_AS_LATIN_1: Final = re.compile(
    "[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""What characters look like whose bytes in UTF-8 were each taken for a character."""


def _as_utf8(characters: re.Match[str]) -> str:
    return characters[0].encode("latin-1").decode("utf-8", "replace")


def _known(label: str, how: str, problems: list[Problem]) -> str | None:
    name = charset(label)
    if name is None:
        problems.append(problem("wrong-charset", f"the charset {label[:40]!r} is unknown", how))
    elif name.startswith(("utf-16", "utf-32")):
        return None  # the bytes show no sign of it; the standard reads it as UTF-8
    return name


def _valid_utf8(
    data: bytes, text: str, said: str | None, problems: list[Problem]
) -> tuple[str, str, list[Problem]]:
    """Settle what bytes are that can be read as UTF-8."""
    if said == "utf-8" or (text.isascii() and said is None):
        return text, "utf-8", problems
    if text.isascii():
        # ISO-2022 writes ASCII bytes only; elsewhere ASCII means itself.
        if said is not None and b"\x1b" in data:
            return _lenient(data, said, problems)
        return text, "utf-8", problems
    if said is None:
        label = _label(data)
        said = charset(label) if label else None
    if said in _MULTIBYTE and _BEYOND_TWO_BYTES.search(text) is None:
        try:
            return data.decode(said), said, problems
        except UnicodeDecodeError:
            pass
    if said is not None and said != "utf-8":
        problems.append(problem("wrong-charset", f"declared {said}, but the bytes are UTF-8"))
    return text, "utf-8", problems


def _not_utf8(
    data: bytes, said: str | None, problems: list[Problem]
) -> tuple[str, str, list[Problem]]:
    """Settle what bytes are that are not valid UTF-8 throughout."""
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    good = _beyond_ascii(loose) - bad
    if bad * 8 <= good or (said == "utf-8" and bad <= good):
        if said not in (None, "utf-8"):
            problems.append(problem("wrong-charset", f"declared {said}, but the bytes are UTF-8"))
        return loose, "utf-8", [*problems, _bad_bytes(bad, "utf-8")]
    if said is not None and said != "utf-8":
        text = data.decode(said, "replace")
        bad = text.count("\ufffd")
        if bad * 8 <= _beyond_ascii(text):
            if bad:
                problems.append(_bad_bytes(bad, said))
            return text, said, problems
    guess = _detect(data)
    if said is None:
        problems.append(problem("guessed-charset", f"read as {guess}; no charset fits surely"))
    elif guess != said:
        problems.append(problem("wrong-charset", f"declared {said}, but the bytes fit {guess}"))
    return _lenient(data, guess, problems)


def _lenient(data: bytes, name: str, problems: list[Problem]) -> tuple[str, str, list[Problem]]:
    try:
        return data.decode(name), name, problems
    except UnicodeError:
        text = data.decode(name, "replace")
    return text, name, [*problems, _bad_bytes(text.count("\ufffd"), name)]


def _bad_bytes(count: int, name: str) -> Problem:
    return problem("bad-bytes", f"{count} places are no valid {name}")


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _label(data: bytes) -> str | None:
    """Return the charset that the first 4096 bytes declare."""
    head = data[:_HEAD]
    found = _XML.match(head) or _META.search(head)
    return found[1].decode("ascii") if found else None


def _utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark.

    ASCII in it, markup for one, has its NULs all on one side; and what is read
    so must be text, since pixels and records can have the pattern too.
    """
    head = data[: _HEAD & ~1]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 100 > len(head) and even * 4 <= odd:
        name = "utf-16-le"
    elif even * 100 > len(head) and odd * 4 <= even:
        name = "utf-16-be"
    else:
        return None
    text = head[: len(head) & ~1].decode(name, "replace").replace("\ufffd", "\x00")
    odd_ones = sum(1 for each in text if not each.isprintable() and not each.isspace())
    return name if odd_ones * 20 <= len(text) else None


def _detect(data: bytes) -> str:
    """Return the most likely charset of bytes that declare none.

    GB18030 is tried first: it is what undeclared pages of this archive are in,
    and long text of another charset rarely reads as common Chinese characters.
    """
    sample = data[:_SAMPLE]
    if _reads_as_chinese(sample):
        return "gb18030"
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return "windows-1252"
    # Western text reads as well in a dozen charsets; the standard's default wins a tie.
    if any(m.encoding in ("cp1252", "latin_1") and m.chaos <= best.chaos for m in matches):
        return "windows-1252"
    name = charset(best.encoding)
    return name if name and not name.startswith(("utf-16", "utf-32")) else "windows-1252"


def _reads_as_chinese(sample: bytes) -> bool:
    """Tell whether `sample` is GB 2312 level one for the most part.

    Level one of GB 2312 (rows 16 to 55, lead bytes B0 to D7) holds the 3,755
    common characters in use; running Chinese text is nearly all of it.
    """
    pairs = _GB_PAIRS.findall(sample)
    if not pairs:
        return False
    high = len(sample) - len(sample.translate(None, _HIGH))
    common = sum(1 for pair in pairs if b"\xb0" <= pair[:1] <= b"\xd7")
    marks = sum(1 for pair in pairs if pair[:1] in (b"\xa1", b"\xa3"))
    return len(pairs) * 2 >= high * 0.98 and (common + marks) >= len(pairs) * 0.9


_HIGH: Final = bytes(range(0x80, 0x100))
_GB_PAIRS = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
