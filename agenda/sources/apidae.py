"""APIDAE's events (FETE_ET_MANIFESTATION) to `EventRecord`, and the door to every type. Pure.

The common blocks are read by `tourism.apidae.mapping`; here is what only events have.
"""

from datetime import date
from typing import Any

from agenda.categories import event_categories
from agenda.enums import EventStatus
from agenda.records import EventRecord
from agenda.schedule import EventDates, dates_key, dates_of
from tourism.apidae.mapping import (
    MAPPING_VERSION,
    Mapped,
    Referential,
    Unmappable,
    add_aspects,
    fill_thing,
    map_place_or_trail,
    open_thing,
    type_of,
)
from tourism.apidae.mapping.kinds import EVENT
from tourism.apidae.mapping.node import Node
from tourism.apidae.mapping.place import plan_medium, type_details
from tourism.apidae.mapping.thing import Thing
from tourism.enums import RecordKind

__all__ = ["MAPPING_VERSION", "map_event", "map_object"]

# OuvertureComplementaire ids, the gravest first. "Cancelled in bad weather" (4190) and its like are conditions, not
# states: they stay labels.
_STATUSES = {
    6176: EventStatus.CANCELLED,
    6564: EventStatus.FULL,
    4187: EventStatus.UNCONFIRMED,
}
_MAPPED_KEYS = frozenset({"themes", "evenementGenerique"})


def map_object(raw: Any, referential: Referential) -> Mapped:
    """The record of any APIDAE object. Raises `Unmappable`, and nothing else, when it must go to quarantine."""
    if type_of(raw) == EVENT:
        return map_event(raw, referential)
    return map_place_or_trail(raw, referential)


def foresee_dates_of(mapped: Mapped, *, today: date) -> tuple[str, EventDates] | None:
    """The dates of a mapped event, under their key: worked out where objects are mapped, used where they are kept."""
    if mapped.kind != RecordKind.EVENT.value:
        return None
    facts = {"schedule": mapped.record.schedule} if mapped.record.schedule else {}
    return dates_key(facts, today=today), dates_of(facts, today=today)


def map_event(raw: Any, referential: Referential) -> Mapped:
    """The record of a FETE_ET_MANIFESTATION. Raises `Unmappable` when nothing sensible is left of it."""
    if type_of(raw) != EVENT:
        raise Unmappable("Cette fiche n’est pas un événement.")
    return add_aspects(_event_of(raw, referential), raw, lambda one: _event_of(one, referential))


def _event_of(raw: dict[str, Any], referential: Referential) -> Mapped:
    thing = open_thing(raw, referential)
    record = EventRecord()
    fill_thing(record, thing)
    record.media = [*record.media, *({"kind": "PLAN"} | plan_medium(plan) for plan in thing.media.plans)]
    block = thing.block
    record.themes = block.labels("themes", "evenementGenerique")
    record.event_categories = event_categories(
        categories=block.element_ids("categories"),
        themes=block.element_ids("themes"),
        types=block.element_ids("typesManifestation"),
        generic=next(iter(block.element_ids("evenementGenerique")), None),
        audiences=thing.root.node("prestations").element_ids("typesClientele"),
    )
    record.status = _status(thing.root, closed=record.temporarily_closed).value
    record.reach = str(next(iter(block.element_ids("portee")), ""))
    record.venue = record.address.get("venue", "")
    _fill_relations(record, thing)
    record.details |= type_details(thing, without=_MAPPED_KEYS)
    return thing.mapped(RecordKind.EVENT.value, record)


def _status(root: Node, *, closed: bool) -> EventStatus:
    """The gravest of what is said: an event that is closed does not take place, however full it was."""
    if closed:
        return EventStatus.CANCELLED
    given = root.node("ouverture").element_ids("ouverturesComplementaires")
    return next((status for identifier, status in _STATUSES.items() if identifier in given), EventStatus.SCHEDULED)


def _fill_relations(record: EventRecord, thing: Thing) -> None:
    """The place, the festival and the organiser, from the typed links.

    The owner of the card is not the organiser: it is only ever named as the source.
    """
    name_of = thing.root.reading.name_of
    sited_in: list[str] = []
    for link in record.links:
        if link["type"] == "LIEU" and not record.place_external_id:
            record.place_external_id = link["external_id"]
        elif link["type"] == "EST_SITUE_DANS" and link.get("kind", "") != EVENT:
            sited_in.append(link["external_id"])
        elif link["type"] == "PROGRAMME_ORGANISATEUR":
            if link.get("kind", EVENT) == EVENT:
                record.part_of_external_id = record.part_of_external_id or link["external_id"]
            else:
                record.organiser = record.organiser or name_of(link["external_id"])
    if sited_in and not record.place_external_id:
        record.place_external_id = sited_in[0]
    if not record.organiser:
        informing = [link["external_id"] for link in record.links if link["type"] == "STRUCTURE_INFORMATION"]
        record.organiser = name_of(informing[0]) if informing else ""
