"""Many objects mapped in order, in this process or in one of their own. Pure, as that process knows no database."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import orjson

from tourism.apidae.mapping.problem import Unmappable
from tourism.apidae.mapping.referential import DictReferential, Referential
from tourism.apidae.mapping.thing import Mapped
from tourism.records import PlainTexts

MapObject = Callable[[Any, Referential], Mapped]
Result = Mapped | Unmappable


def map_many(
    map_object: MapObject, referential: DictReferential, objects: Iterable[Any], names: Mapping[str, PlainTexts]
) -> list[Result]:
    """What each object becomes, with the names of others that they name by number."""
    referential.names = dict(names)
    results: list[Result] = []
    for payload in objects:
        try:
            results.append(map_object(payload, referential))
        except Unmappable as error:
            results.append(error)
    return results


_prepared: tuple[MapObject, DictReferential] | None = None


def prepare_process(map_object: MapObject, referential: DictReferential) -> None:
    """Called once in a process that will map."""
    global _prepared
    _prepared = (map_object, referential)


def map_in_process(raws: list[bytes], names: Mapping[str, PlainTexts]) -> list[Result]:
    """As `map_many`, of objects given as bytes, in a process that was prepared."""
    if _prepared is None:
        raise RuntimeError("The process was not prepared.")
    map_object, referential = _prepared
    return map_many(map_object, referential, (orjson.loads(raw) for raw in raws), names)
