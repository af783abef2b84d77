"""A mapping that cannot change and hashes by value.

``extra`` and ``origins`` of an article are such maps: what a document holds
goes in by :func:`freeze`, which turns lists into tuples and dictionaries into
maps, and comes out again by :func:`thaw`.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

V = TypeVar("V")


class FrozenMap(Mapping[str, V], Generic[V]):
    """An immutable mapping from strings, equal to any mapping of the same items.

    Example:
        >>> FrozenMap({"comments": False})["comments"]
        False
    """

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        self._items: dict[str, V] = dict(items) if items else {}
        self._hash: int | None = None

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of `key`, or `default`."""
        return self._items.get(key, default)

    def as_dict(self) -> Mapping[str, V]:
        """Return a plain dictionary to read from quickly; it must not be changed."""
        return self._items

    def items(self) -> ItemsView[str, V]:
        """Return the items, in order."""
        return self._items.items()

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._items.items()))
        return self._hash

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._items == other._items
        if isinstance(other, Mapping):
            return self._items == dict(other)
        return NotImplemented

    def __repr__(self) -> str:
        return repr(self._items)

    def __reduce__(self) -> tuple[type[FrozenMap[V]], tuple[dict[str, V]]]:
        return type(self), (self._items,)


EMPTY: Final[FrozenMap[Any]] = FrozenMap()


def frozen_map(items: Mapping[str, V] | None) -> FrozenMap[V]:
    """Return `items` as a :class:`FrozenMap`, itself where it is one already."""
    if isinstance(items, FrozenMap):
        return items
    return FrozenMap(items) if items else EMPTY


def freeze(value: Any) -> Any:
    """Return `value` with lists as tuples, sets as sorted tuples and mappings as maps.

    Keys become strings. Nesting is bounded by the readers of front matter
    (about 100 levels), so recursion is safe here.
    """
    kind = type(value)
    if kind is str or kind is bool or kind is int or value is None:
        return value
    if isinstance(value, Mapping):
        return FrozenMap({str(key): freeze(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    if isinstance(value, set | frozenset):
        return tuple(sorted((freeze(item) for item in value), key=repr))
    return value


def thaw(value: Any) -> Any:
    """Return `value` with tuples as lists and maps as dictionaries."""
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value
