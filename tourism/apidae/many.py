"""Many objects read and mapped in order, here or in a process of their own. Pure: that process knows no database."""

import gc
import json
import logging
import os
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from tourism.apidae.mapping.problem import Unmappable
from tourism.apidae.mapping.referential import DictReferential, Referential
from tourism.apidae.mapping.thing import Mapped
from tourism.apidae.objects import ReadObject, read_objects
from tourism.records import PlainTexts

MapObject = Callable[[Any, Referential], Mapped]
# Of what is left to do with a mapped object, what needs no database; given back beside it.
Foresee = Callable[[Mapped], Any]

logger = logging.getLogger(__name__)

# Compression of the originals: the first level takes a third of the time of the usual one, for a tenth more space.
RAW_LEVEL = 1
# New containers between two looks for garbage; Python's own number is 700.
GARBAGE_LOOKED_FOR_AT = 100_000
# Seconds between two looks at whether the process that started this one is still there.
PARENT_LOOKED_AT = 2.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an object becomes, or the sentence that says why it becomes nothing; with its record as JSON (without
    `mapped`, what was understood of whether it is still on), its original compressed, and what was foreseen of it."""

    mapped: Mapped | None
    problem: str
    record: dict[str, Any]
    packed: bytes
    foreseen: Any = None


def map_many(
    map_object: MapObject,
    referential: DictReferential,
    raws: Iterable[bytes],
    names: Mapping[str, PlainTexts],
    foresee: Foresee = lambda mapped: None,
) -> list[Outcome]:
    """What each object (as its canonical JSON) becomes, with the names of others that they name by number.

    Always read from there, so that the order of keys in what came changes nothing.
    """
    referential.names = dict(names)
    outcomes = []
    for raw in raws:
        payload = value_of(raw)
        packed = zlib.compress(raw, RAW_LEVEL)
        try:
            mapped = map_object(payload, referential)
            outcome = Outcome(mapped, "", mapped.record.to_json(), packed, foresee(mapped))
        except Unmappable as error:
            outcomes.append(Outcome(None, error.sentence, _state_of(payload, map_object, referential), packed))
        except Exception as error:
            # A mistake of ours about one object: the others are none the worse, and somebody must see it.
            number = payload.get("id") if isinstance(payload, dict) else None
            logger.exception("Object %s of APIDAE could not be mapped.", number)
            sentence = f"Erreur inattendue pendant la lecture de la fiche ({type(error).__name__})."
            outcomes.append(Outcome(None, sentence, {}, packed))
        else:
            outcomes.append(outcome)
    return outcomes


# Fields of a record that say whether a thing is still on.
STATE_FIELDS = ("state", "status", "temporarily_closed")


def _state_of(payload: Any, map_object: MapObject, referential: Referential) -> dict[str, Any]:
    """What an object that cannot be taken says all the same of whether it is still on; empty when nothing is wrong
    with that, or when nobody can tell."""
    if not isinstance(payload, dict):
        return {}
    try:
        record = map_object(payload | {"nom": {"libelleFr": "?"}}, referential).record.to_json()
    except Exception:  # it was refused for another reason than its name; that reason is the one to be told
        return {}
    said = {name: record[name] for name in STATE_FIELDS if record.get(name)}
    return {} if said in ({}, {"state": "PUBLISHED"}) else said


_prepared: tuple[MapObject, DictReferential, Foresee] | None = None


def prepare_process(map_object: MapObject, referential: DictReferential, foresee: Foresee) -> None:
    """Called once in a process that will map."""
    global _prepared
    _prepared = (map_object, referential, foresee)
    threading.Thread(target=_end_with, args=(os.getppid(),), name="parent", daemon=True).start()
    look_for_garbage_rarely()


def look_for_garbage_rarely() -> None:
    """What is in memory now stays, and what objects become makes hardly any cycles: the time of a long reading would
    go into looking through all that again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_LOOKED_FOR_AT, 10, 10)


def _end_with(parent: int) -> None:
    """End this process when the one that started it is gone: killed, it could not say so, and nobody else will."""
    while os.getppid() == parent:
        time.sleep(PARENT_LOOKED_AT)
    os._exit(1)


def map_in_process(raws: list[bytes], names: Mapping[str, PlainTexts]) -> list[Outcome]:
    """As `map_many`, of objects given as bytes, in a process that was prepared."""
    if _prepared is None:
        raise RuntimeError("The process was not prepared.")
    map_object, referential, foresee = _prepared
    return map_many(map_object, referential, raws, names, foresee)


def read_in_process(contents: list[bytes]) -> list[list[ReadObject]]:
    """The objects of files, each given by its content."""
    return [read_objects(content) for content in contents]


def value_of(raw: bytes) -> Any:
    """The value that canonical JSON says."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return json.loads(raw)  # integers beyond 64 bits, very deep nesting
