"""What newsparse raises when an input is no article at all.

A dirty document is not an error: it gives an article and problems
(:mod:`newsparse.problems`). The tree of exceptions::

    NewsparseError
    ├── InputError            the input is no article
    │   ├── EmptyInputError   nothing in it but white space
    │   ├── NotTextError      binary data: an image, a PDF, an archive, NUL bytes
    │   ├── TooLargeError     over the limit of size
    │   └── WrongFormatError  text, but no post and no page: a feed, XML, bare JSON
    ├── StrictError           a problem, while ``strict=True``
    ├── PluginError           a plugin or a source that cannot be used
    │   └── RuleError         a rule that cannot work: bad selector, pattern, field
    └── FormatError           stored data that is no article (``from_dict``, ``from_json``)
"""

from __future__ import annotations


class NewsparseError(Exception):
    """The base of everything this library raises on purpose."""


class InputError(NewsparseError, ValueError):
    """The input is no article. ``name`` is the input's name where it has one."""

    def __init__(self, message: str, *, name: str | None = None) -> None:
        super().__init__(f"{name}: {message}" if name else message)
        self.message = message
        self.name = name

    def __reduce__(self) -> tuple[object, ...]:
        return _remake, (type(self), self.message, self.name)


def _remake(kind: type[InputError], message: str, name: str | None) -> InputError:
    return kind(message, name=name)


class EmptyInputError(InputError):
    """Nothing in it but white space."""


class NotTextError(InputError):
    """Binary data where a text was expected."""


class TooLargeError(InputError):
    """Over the limit of size (``Limits.max_bytes``)."""


class WrongFormatError(InputError):
    """Text, but neither an archive post nor a page: a feed, other XML, bare JSON."""


class StrictError(InputError):
    """A problem was found while ``strict=True``."""


class PluginError(NewsparseError):
    """A plugin or source that cannot be used as it is."""


class RuleError(PluginError, ValueError):
    """A rule that can never work: a bad selector, pattern, field or converter."""


class FormatError(NewsparseError, ValueError):
    """Stored data that does not describe an article."""
