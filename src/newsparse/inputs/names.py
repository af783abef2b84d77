"""Names for the documents of one archive or feed, no two of them the same."""

from __future__ import annotations

from hashlib import blake2b


class Names:
    """Numbers names that come again.

    Names tell documents apart when a batch is resumed; a tar may hold a path twice, and a
    feed may give all its entries one link.
    """

    def __init__(self) -> None:
        # By digest: of the millions of names of a large archive the texts would be too many.
        self._uses: dict[int, int] = {}

    def unique(self, name: str) -> str:
        """Return `name`, the second time with ``~2``."""
        while (uses := self._count(name)) > 1:
            name = f"{name}~{uses}"
        return name

    def _count(self, name: str) -> int:
        digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        key = int.from_bytes(digest)
        uses = self._uses[key] = self._uses.get(key, 0) + 1
        return uses
