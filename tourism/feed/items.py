"""The shapes that a reading passes along."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from tourism.actions import Pairs
from tourism.models import GoldenModel


class UnusableError(Exception):
    """An object cannot be taken; `sentence` tells an editor why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Item:
    """One object of a feed, or the sentence that says why it could not be read.

    Attributes:
        external_id: the source's number of the object, '' when it has none.
        raw: the object as it came, the same bytes for the same content.
        noted: what its source noted of it while reading, for its mapping.
        known: checksum of an object that is known to be as we have it: it was not read again.
        linked: only named by objects of the feed, not one of them: known, but not shown.
    """

    external_id: str
    raw: bytes
    problem: str = ""
    origin: str = ""
    noted: Any = None
    known: str = ""
    linked: bool = False


class MappedLike(Protocol):
    """What a source's mapping gives back."""

    kind: str
    external_id: str
    record: Any
    owner: str
    owner_id: str
    modified_at: str | None
    remarks: list[str]


class Outcome(Protocol):
    """What becomes of one object: mapped, with its record as JSON, or the sentence that says why not; in both cases
    the original, compressed by zlib."""

    @property
    def mapped(self) -> MappedLike | None: ...
    @property
    def problem(self) -> str: ...
    @property
    def record(self) -> dict[str, Any]: ...
    @property
    def packed(self) -> bytes: ...


@dataclass(frozen=True)
class SubjectKind:
    """How records of one kind become public objects: `refold` takes objects with their records, saves them and all
    that is derived from them, and announces nothing."""

    model: type[GoldenModel]
    refold: Callable[[Pairs], None]


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of at most `size` items."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
