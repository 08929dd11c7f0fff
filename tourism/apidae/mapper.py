"""Maps objects, in this process or, when there are thousands, in another one while this one writes."""

import gc
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from multiprocessing import get_context
from typing import Any, Self

from tourism.apidae.mapping.many import Foresee, MapObject, Outcome, map_in_process, map_many, prepare_process
from tourism.apidae.mapping.referential import DictReferential, element_label
from tourism.models import SourceRecord
from tourism.records import PlainTexts

logger = logging.getLogger(__name__)

# Fewer objects are mapped sooner than another process starts.
WORTH_A_PROCESS = 1_000


class Mapper:
    """`with Mapper(…) as mapper: mapper.start(payloads, raws)()`

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
        self._started = 0
        self._pool: ProcessPoolExecutor | None = None
        self._alone = (os.cpu_count() or 1) == 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._take([])
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def start(self, payloads: list[Any], raws: list[bytes]) -> Callable[[], list[Outcome]]:
        """Begin to map objects, given as JSON values and as their bytes; the answer waits for what they become."""
        names = self._names_for(payloads)
        self._started += len(payloads)
        if self._started > WORTH_A_PROCESS and self._pool is None and not self._alone:
            # A fresh process, not a fork: a fork would share the connection to the database.
            self._pool = ProcessPoolExecutor(
                1, get_context("spawn"), prepare_process, (self._map_object, self.referential, self._foresee)
            )

        def here() -> list[Outcome]:
            return map_many(self._map_object, self.referential, raws, names)

        if self._pool is None:
            return here
        try:
            future = self._pool.submit(map_in_process, raws, names)
        except BrokenProcessPool:
            self._give_up_process()
            return here

        def wait() -> list[Outcome]:
            try:
                outcomes = future.result()
            except BrokenProcessPool:
                self._give_up_process()
                return here()
            self._take([outcome.foreseen for outcome in outcomes if outcome.foreseen is not None])
            return outcomes

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

    def learn_names(self, payloads: Iterable[dict[str, Any]]) -> None:
        """Remember what these objects are called."""
        for payload in payloads:
            if isinstance(payload.get("nom"), dict):
                self._names[str(payload.get("id"))] = element_label(payload["nom"])

    def _names_for(self, payloads: list[Any]) -> dict[str, PlainTexts]:
        """Names of the objects that these name by number: from this feed, else from what we have."""
        wanted = {str(payload["id"]): named_by(payload) for payload in payloads if "id" in payload}
        self.learn_names(payload for payload in payloads if payload.get("type") == "STRUCTURE")
        unknown = {number for numbers in wanted.values() for number in numbers} - self._names.keys()
        records = SourceRecord.objects.filter(source=self._source, external_id__in=unknown, subject_id__isnull=False)
        self._names.update((number, name) for number, name in records.values_list("external_id", "record__name"))
        self.unsettled |= {number for number, numbers in wanted.items() if not numbers <= self._names.keys()}
        return {number: self._names[number] for numbers in wanted.values() for number in numbers & self._names.keys()}


def named_by(payload: Mapping[str, Any]) -> set[str]:
    """Ids of the objects whose names an object needs and does not write itself."""
    information, location, relations = (payload.get(key) for key in ("informations", "localisation", "liens"))
    links = relations.get("liensObjetsTouristiquesTypes") if isinstance(relations, dict) else None
    named = [information.get("structureInformation")] if isinstance(information, dict) else []
    named += [location.get("lieuObjetTouristique")] if isinstance(location, dict) else []
    named += [
        link.get("objetTouristique")
        for link in (links if isinstance(links, list) else ())
        if isinstance(link, dict) and link.get("type") == "PROGRAMME_ORGANISATEUR"
    ]
    return {
        str(thing["id"])
        for thing in named
        # An event that names another one is part of its programme, and joined to it by number.
        if isinstance(thing, dict)
        and not thing.get("nom")
        and thing.get("type") != "FETE_ET_MANIFESTATION"
        and isinstance(thing.get("id"), int | str)
    }
