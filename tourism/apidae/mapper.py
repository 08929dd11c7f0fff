"""Reads and maps objects, in this process or, when there are thousands, in another one while this one writes."""

import gc
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from multiprocessing import get_context
from typing import Any, Self, TypeVar

from django.db.models.fields.json import KeyTransform

from tourism.apidae.many import (
    Foresee,
    MapObject,
    Outcome,
    map_in_process,
    map_many,
    prepare_process,
    read_in_process,
)
from tourism.apidae.mapping.referential import DictReferential
from tourism.apidae.objects import ReadObject, label_of, read_objects
from tourism.feed import Item
from tourism.models import SourceRecord
from tourism.records import PlainTexts

T = TypeVar("T")

logger = logging.getLogger(__name__)

# Fewer objects are mapped, fewer bytes read, sooner than another process starts.
WORTH_A_PROCESS, READING_WORTH_A_PROCESS = 1_000, 15_000_000


class Mapper:
    """`with Mapper(…) as mapper: mapper.start(items)()`

    `foresee` is called with each mapped object in the process that maps; `take` with what it gave for a batch, just
    before that batch is written.
    """

    def __init__(
        self,
        map_object: MapObject,
        referential: Callable[[], DictReferential],
        source: str,
        *,
        foresee: Foresee,
        take: Callable[[list[Any]], None],
    ) -> None:
        self._map_object = map_object
        self._load_referential = referential
        self._source = source
        self._foresee = foresee
        self._take = take
        self._names: dict[str, PlainTexts] = {}
        # Objects that name one whose name is not known yet: to be mapped again by the next import.
        self.unsettled: set[str] = set()
        self._started = self._bytes = 0
        self._pool: ProcessPoolExecutor | None = None
        self._alone = (os.cpu_count() or 1) == 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.end_process()

    def end_process(self) -> None:
        """Give back the memory of the other process, and what was worked out for the last batch. What is begun after
        that is done here."""
        self._take([])
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool, self._alone = None, True

    def read(self, contents: list[bytes]) -> Callable[[], list[list[ReadObject]]]:
        """Begin to read files of objects; the answer waits for their objects."""
        self._bytes += sum(map(len, contents))
        if self._bytes > READING_WORTH_A_PROCESS:
            self._start_process()
        return self._begin(lambda: [read_objects(content) for content in contents], read_in_process, contents)

    def start(self, items: list[Item]) -> Callable[[], list[Outcome]]:
        """Begin to map objects; the answer waits for what they become."""
        names = self._names_for(items)
        raws = [item.raw for item in items]
        self._started += len(items)
        if self._started > WORTH_A_PROCESS:
            self._start_process()
        waiting = self._begin(
            lambda: map_many(self._map_object, self.referential, raws, names), map_in_process, raws, names
        )

        def wait() -> list[Outcome]:
            outcomes = waiting()
            self._take([outcome.foreseen for outcome in outcomes if outcome.foreseen is not None])
            return outcomes

        return wait

    def _start_process(self) -> None:
        if self._pool is None and not self._alone:
            # A fresh process, not a fork: a fork would share the connection to the database.
            self._pool = ProcessPoolExecutor(
                1, get_context("spawn"), prepare_process, (self._map_object, self.referential, self._foresee)
            )

    def _begin(self, here: Callable[[], T], there: Callable[..., T], *arguments: Any) -> Callable[[], T]:
        """Begin `there` in the other process; `here` does the same when there is none, or none any more."""
        if self._pool is None:
            return here
        try:
            future = self._pool.submit(there, *arguments)
        except BrokenProcessPool:
            self._give_up_process()
            return here

        def wait() -> T:
            try:
                return future.result()
            except BrokenProcessPool:
                self._give_up_process()
                return here()

        return wait

    def _give_up_process(self) -> None:
        """The other process died (killed for want of memory, say): the rest is mapped in this one."""
        if self._pool is not None:
            logger.warning("The process that mapped objects of APIDAE died; the others are mapped here.")
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool, self._alone = None, True

    @cached_property
    def referential(self) -> DictReferential:
        """Loaded when the first object is mapped: mostly, nothing has changed."""
        referential = self._load_referential()
        gc.freeze()  # it stays: no use in looking through it for garbage
        return referential

    def learn_names(self, payloads: Iterable[Mapping[str, Any]]) -> None:
        """Remember what these objects are called."""
        for payload in payloads:
            if label := label_of(payload):
                self._names[str(payload.get("id"))] = label

    def _names_for(self, items: list[Item]) -> dict[str, PlainTexts]:
        """Names of the objects that these name by number: from this feed, else from what we have."""
        self._names |= {item.external_id: item.noted.label for item in items if item.noted and item.noted.label}
        wanted = {item.external_id: item.noted.names for item in items if item.noted and item.noted.names}
        unknown = {number for numbers in wanted.values() for number in numbers} - self._names.keys()
        if unknown:
            records = SourceRecord.objects.filter(
                source=self._source, external_id__in=unknown, subject_id__isnull=False
            )
            # Not "record__name": Django keeps an exception for that, and with it all that its callers hold.
            self._names.update(records.values_list("external_id", KeyTransform("name", "record")))
        self.unsettled |= {number for number, numbers in wanted.items() if not numbers <= self._names.keys()}
        return {number: self._names[number] for numbers in wanted.values() for number in numbers & self._names.keys()}
