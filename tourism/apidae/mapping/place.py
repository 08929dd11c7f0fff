"""An APIDAE object that is neither an event nor an itinerary, as a `PlaceRecord`."""

from functools import cache

from tourism.apidae.mapping.capacity import LABELS, read_capacity
from tourism.apidae.mapping.details import describe
from tourism.apidae.mapping.kinds import KINDS
from tourism.apidae.mapping.thing import Mapped, Thing, fill_thing
from tourism.enums import RecordKind
from tourism.records import PlaceRecord

# In the type's block, but read elsewhere: durations, venue, links, the files of a territory.
_READ_ELSEWHERE = frozenset(
    {
        "nomLieu",
        "dureeSeance",
        "nombreJours",
        "nombreNuits",
        "prestataireActivites",
        "commerceEtServicePrestataire",
        "egps",
        "sousDomaines",
        "domainesParents",
        "zone",
        "contour",
    }
)


def place_of(thing: Thing) -> Mapped:
    """Map an object that has been opened."""
    record = PlaceRecord(kind=thing.apidae_type)
    fill_thing(record, thing)
    record.media = [*record.media, *({"kind": "PLAN"} | plan_medium(plan) for plan in thing.media.plans)]
    record.capacity = read_capacity(thing.block)
    record.details |= type_details(thing)
    return thing.mapped(RecordKind.PLACE.value, record)


def plan_medium(plan: dict) -> dict:
    """A track that belongs to no trail, as any other file."""
    return {key: plan[key] for key in ("url", "credit", "title", "expires") if plan.get(key)}


@cache
def _known_keys(apidae_type: str) -> frozenset[str]:
    kind = KINDS[apidae_type]
    return frozenset(_READ_ELSEWHERE | LABELS.keys() | {*kind.categories, *kind.labels})


def type_details(thing: Thing, *, without: frozenset[str] = frozenset()) -> dict:
    """``{block: {…}}`` with what the type's own block says beyond categories, labels and counts."""
    if not thing.block:
        return {}
    kind = KINDS[thing.apidae_type]
    block = describe(thing.block, without=_known_keys(thing.apidae_type) | without)
    capacity = block.get("capacite")
    if isinstance(capacity, dict):
        block["capacite"] = {key: value for key, value in capacity.items() if key not in LABELS}
        if not block["capacite"]:
            del block["capacite"]
    return {kind.block: block} if block else {}
