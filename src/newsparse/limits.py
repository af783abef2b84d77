"""How much of anything one document may hold."""

from __future__ import annotations

import attrs

from .errors import TooLargeError


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on an input; what is over them is flattened or cut, with a problem.

    The defaults are far above what news documents hold and keep the time of a
    parse linear in the size of the input.

    Attributes:
        max_bytes: of the whole input; above it :class:`TooLargeError` is raised.
        max_depth: open elements at one place of the tree.
        max_formatting: formatting elements (``<b>``, ``<font>`` …) left open at
            once; each is opened again in every paragraph that follows.
        max_options: ``<option>`` elements in one ``<select>``.
        max_attributes: attributes of one tag.
        max_matter_characters: of the front matter.
        max_matter_depth: levels of lists and maps in the front matter.
        max_matter_nodes: keys and values in the front matter, all levels.
    """

    max_bytes: int = 32 * 1024 * 1024
    max_depth: int = 256
    max_formatting: int = 32
    max_options: int = 2000
    max_attributes: int = 200
    max_matter_characters: int = 1024 * 1024
    max_matter_depth: int = 100
    max_matter_nodes: int = 20_000

    def check_size(self, size: int, *, name: str | None = None) -> None:
        """Raise :class:`TooLargeError` for an input of more than `max_bytes` bytes."""
        if size > self.max_bytes:
            raise TooLargeError(
                f"the input has {size:,} bytes, the limit is {self.max_bytes:,}; "
                "split it or raise Limits.max_bytes",
                name=name,
            )
