"""The rules a source is made of: plain data that reads like a description of the site.

A rule says *where* it looks and what that means. The places:

=================  =========================================================
:class:`Key`       a key of the front matter
:class:`Css`       elements, or an attribute of them, by CSS selector
:class:`Text`      a pattern in the text of one block of the story
:class:`Between`   what stands between two HTML comments
:class:`After`     everything after an element, a comment or a text
:class:`Constant`  a value that holds for every document of the source
=================  =========================================================

:class:`Strip` removes what it finds; :class:`Map` takes a value from it, and
removes it as well where ``consume=True``. Both carry an ``id``, a ``reason``
that :func:`newsparse.explain` shows, and an ``example`` of what they are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

import attrs

from .article import FIELDS
from .errors import RuleError
from .frozenmap import freeze
from .problems import CODES

Scope: TypeAlias = Literal["anywhere", "opening", "ending"]

OPENING_BLOCKS = 4
"""How many blocks with text the scope "opening" of :class:`Text` covers."""

ENDING_BLOCKS = 8
"""How many blocks with text the scope "ending" of :class:`Text` covers."""


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _pattern(_: object, attribute: attrs.Attribute[Any], value: str | None) -> None:
    if value is None:
        return
    try:
        re.compile(value, re.DOTALL)
    except re.error as error:
        raise RuleError(f"{attribute.name} {value!r} is no regular expression: {error}") from None


def _not_blank(_: object, attribute: attrs.Attribute[Any], value: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise RuleError(f"{attribute.name} must be a text that is not blank, got {value!r}")


def _problem_code(_: object, __: attrs.Attribute[Any], value: str | None) -> None:
    if value is not None and value not in CODES:
        raise RuleError(f"{value!r} is no problem code; use one of {', '.join(CODES)}")


@attrs.frozen(kw_only=True)
class Key:
    """Front matter keys, the first that is there and not blank; made by :func:`key`."""

    names: tuple[str, ...] = attrs.field(converter=_texts)


@attrs.frozen(kw_only=True)
class Css:
    """Elements by selector, made by :func:`css`.

    Attributes:
        selector: what Lexbor's selectors can find (CSS Selectors 4, in part).
        attribute: take this attribute instead of the element's text.
        every: take all elements that match, not only the first (map rules; strip rules
            always remove all). Of use for people, categories and keywords; a field that
            holds one value takes the first.
    """

    selector: str = attrs.field(validator=_not_blank)
    attribute: str | None = None
    every: bool = False


@attrs.frozen(kw_only=True)
class Text:
    """A pattern in the text of one top-level block of the story, made by :func:`text`.

    The pattern is a regular expression in which ``.`` matches line breaks too;
    what it matches is what is removed. Of a block longer than 2,000 characters
    it sees the first and the last 1,000; where it ends with ``$``, the last 2,000.
    One from ``^`` to ``$`` never matches such a block. Keep it linear: anchor it.

    Attributes:
        pattern: searched in each block; named groups of a map rule name fields.
        scope: ``opening`` looks at the first blocks only, ``ending`` at the last.
    """

    pattern: str = attrs.field(validator=[_not_blank, _pattern])
    scope: Scope = attrs.field(
        default="anywhere", validator=attrs.validators.in_(("anywhere", "opening", "ending"))
    )


@attrs.frozen(kw_only=True)
class Between:
    """What stands between two HTML comments, made by :func:`between`.

    `start` and `end` are the comments' texts without outer white space. With
    the same text for both, it reaches from the first to the last of them.
    Where no end comes, nothing is removed.
    """

    start: str = attrs.field(validator=_not_blank)
    end: str = attrs.field(validator=_not_blank)


@attrs.frozen(kw_only=True)
class After:
    """Everything from a place to the end of the story, the place included; by :func:`after`.

    `place` is a :class:`Css`, a :class:`Text`, or a ``str``: the text of an
    HTML comment without outer white space.
    """

    place: Css | Text | str


@attrs.frozen(kw_only=True)
class Constant:
    """A value that holds for every document of the source, made by :func:`constant`."""

    value: Any = attrs.field(converter=freeze)


StripPlace: TypeAlias = Css | Text | Between | After
MapPlace: TypeAlias = Key | Css | Text | Constant


@attrs.frozen(kw_only=True)
class Strip:
    """A rule that removes boilerplate.

    Attributes:
        id: short, unique in the source.
        at: what is removed.
        reason: why; shown by ``explain()``.
        reports: the code of a problem that its finding means for the reader:
            ``paywalled`` for the box that asks to subscribe.
        example: a text or an element the rule is for.
    """

    id: str = attrs.field(validator=_not_blank)
    at: StripPlace = attrs.field(
        validator=attrs.validators.instance_of((Css, Text, Between, After))
    )
    reason: str = attrs.field(validator=_not_blank)
    reports: str | None = attrs.field(default=None, validator=_problem_code)
    example: str | None = None


def _target(_: object, __: attrs.Attribute[Any], value: str | None) -> None:
    if value is not None and not is_target(value):
        raise RuleError(
            f"{value!r} is no field; use one of {', '.join(FIELDS)}, or extra.NAME for your own"
        )


def is_target(name: str) -> bool:
    """Whether a rule may map to `name`: a field of the article or ``extra.NAME``."""
    return name in FIELDS or (name.startswith("extra.") and len(name) > len("extra."))


@attrs.frozen(kw_only=True)
class Map:
    """A rule that takes a value for a field.

    Attributes:
        at: where the value is.
        to: the field, or ``extra.NAME``. With named groups in the pattern it
            may be left out: each group then names its field (``extra_NAME``
            for extra fields).
        pattern: for :class:`Key` and :class:`Css`: a regular expression that
            must be found in the value; its named groups, else the group
            ``value``, else the whole match, are the values.
        convert: the name of a converter; by default the field's own.
        consume: remove from the story what the rule found.
        reason: why; shown by ``explain()``.
        example: a text or an element the rule is for.
    """

    id: str = attrs.field(validator=_not_blank)
    at: MapPlace = attrs.field(validator=attrs.validators.instance_of((Key, Css, Text, Constant)))
    to: str | None = attrs.field(default=None, validator=_target)
    pattern: str | None = attrs.field(default=None, validator=_pattern)
    convert: str | None = None
    consume: bool = False
    reason: str = attrs.field(validator=_not_blank)
    example: str | None = None

    def __attrs_post_init__(self) -> None:
        source = self.at.pattern if isinstance(self.at, Text) else self.pattern
        groups = re.compile(source, re.DOTALL).groupindex if source else {}
        fields = [g for g in groups if g != "value"]
        if self.to is None and not fields:
            raise RuleError(f"rule {self.id!r} maps to no field: give `to` or named groups")
        if self.to is not None and fields:
            raise RuleError(f"rule {self.id!r} has both `to` and groups that name fields: {fields}")
        for group in fields:
            if not is_target(group_target(group)):
                raise RuleError(f"rule {self.id!r}: group {group!r} names no field")
        if isinstance(self.at, Key | Constant) and self.consume:
            raise RuleError(f"rule {self.id!r}: only what stands in the story can be consumed")


def group_target(group: str) -> str:
    """Return the target a named group stands for: ``extra_votes`` is ``extra.votes``."""
    return "extra." + group[len("extra_") :] if group.startswith("extra_") else group


Rule: TypeAlias = Strip | Map


def key(*names: str) -> Key:
    """Look at the front matter: the first of `names` that is there and not blank."""
    if not names:
        raise RuleError("key() needs the name of at least one front matter key")
    return Key(names=names)


def css(selector: str, *, attribute: str | None = None, every: bool = False) -> Css:
    """Look at the elements that match `selector`; take their text, or an attribute."""
    return Css(selector=selector, attribute=attribute, every=every)


def text(pattern: str, *, scope: Scope = "anywhere") -> Text:
    """Look for `pattern` in the text of each block of the story."""
    return Text(pattern=pattern, scope=scope)


def between(start: str, end: str) -> Between:
    """Look at what stands between the HTML comments `start` and `end`."""
    return Between(start=start, end=end)


def after(place: Css | Text | str) -> After:
    """Look at everything from `place` on; a ``str`` is the text of an HTML comment."""
    return After(place=place)


def constant(value: Any) -> Constant:
    """Give `value` whatever the document says."""
    return Constant(value=value)


def strip(
    id: str,
    at: StripPlace,
    reason: str,
    *,
    reports: str | None = None,
    example: str | None = None,
) -> Strip:
    """Return a rule that removes what stands `at` a place."""
    return Strip(id=id, at=at, reason=reason, reports=reports, example=example)


def take(
    id: str,
    at: MapPlace,
    reason: str,
    *,
    to: str | None = None,
    pattern: str | None = None,
    convert: str | None = None,
    consume: bool = False,
    example: str | None = None,
) -> Map:
    """Return a rule that takes the value `at` a place for a field."""
    return Map(
        id=id,
        at=at,
        to=to,
        pattern=pattern,
        convert=convert,
        consume=consume,
        reason=reason,
        example=example,
    )
