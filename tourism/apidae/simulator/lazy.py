"""Objects made when they are asked for, so that a project of fifty thousand fits in the memory of one page of them."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any, Self, overload

Json = dict[str, Any]


class LazyObjects(Sequence[Json]):
    """A sequence that keeps ids only: `make(position)` gives the object at a position, the same one each time.

    Objects may share parts with one another: they are for reading.
    """

    def __init__(self, ids: Sequence[int], make: Callable[[int], Json]):
        self._ids = ids
        self._make = make

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, position: int) -> Json: ...
    @overload
    def __getitem__(self, position: slice) -> list[Json]: ...
    def __getitem__(self, position: int | slice) -> Json | list[Json]:
        if isinstance(position, slice):
            return [self._make(index) for index in range(*position.indices(len(self)))]
        return self._make(range(len(self))[position])

    def __iter__(self) -> Iterator[Json]:
        return map(self._make, range(len(self)))

    def changed(self, change: Callable[[Json], Json]) -> Self:
        """The same objects, each passed through `change` when it is asked for; ids stay."""
        return type(self)(self._ids, lambda position: change(self._make(position)))

    def without(self, ids: Container[int]) -> Self:
        kept = [position for position, identifier in enumerate(self._ids) if identifier not in ids]
        return type(self)([self._ids[position] for position in kept], lambda index: self._make(kept[index]))

    def by_id(self) -> Mapping[Any, Json]:
        return _ById(self, {identifier: position for position, identifier in enumerate(self._ids)})


class _ById(Mapping[Any, Json]):
    def __init__(self, objects: LazyObjects, positions: dict[int, int]):
        self._objects = objects
        self._positions = positions

    def __getitem__(self, identifier: Any) -> Json:
        return self._objects[self._positions[identifier]]

    def __iter__(self) -> Iterator[int]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._positions
