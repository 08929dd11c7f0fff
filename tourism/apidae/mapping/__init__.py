"""Raw APIDAE objects (API v002, its v001 of 2014, exports V2) to normalised records. Pure.

`docs/apidae.md` says for each path of APIDAE what becomes of it. Nothing here raises but `Unmappable`: parts that are
not understood become remarks, and the rest of the object is used. Events are mapped by `agenda.sources.apidae`, on the
same ground (`open_thing`, `fill_thing`).
"""

from typing import Any

from tourism.apidae.mapping.aspects import add_aspects
from tourism.apidae.mapping.kinds import EVENT
from tourism.apidae.mapping.place import place_of
from tourism.apidae.mapping.problem import Unmappable
from tourism.apidae.mapping.referential import DictReferential, Referential
from tourism.apidae.mapping.thing import Mapped, fill_thing, open_thing, type_of
from tourism.apidae.mapping.trail import is_trail, trail_of

__all__ = [
    "MAPPING_VERSION",
    "DictReferential",
    "Mapped",
    "Referential",
    "Unmappable",
    "add_aspects",
    "fill_thing",
    "map_place_or_trail",
    "open_thing",
    "type_of",
]

# Part of every record's checksum: raised whenever the same object would give another record.
MAPPING_VERSION = 4


def map_place_or_trail(raw: Any, referential: Referential) -> Mapped:
    """The record of an object that is not an event. Raises `Unmappable` when nothing sensible is left of it."""
    if type_of(raw) == EVENT:
        raise Unmappable("Cette fiche est un événement, pas un lieu.")

    def read(one: dict[str, Any]) -> Mapped:
        thing = open_thing(one, referential)
        return trail_of(thing) if is_trail(thing) else place_of(thing)

    return add_aspects(read(raw), raw, read)
