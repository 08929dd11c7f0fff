"""Events that became one, and events that are two again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from agenda.actions.folding import link_events, refold_events
from agenda.models import Event
from tourism.actions import MergedKind, merge_subjects, unmerge_subjects
from tourism.enums import RecordKind
from tourism.models import Merge, Place
from tourism.queries import current_heirs, kind_of_model, merges_onward


def _own_values(event: Any) -> dict[str, Any]:
    """The place and the festival of an own entry are columns that its editor set."""
    named = {"place_public_id": _own_place(event), "part_of_public_id": event.part_of}
    return {name: found.public_id for name, found in named.items() if found is not None}


def _own_place(event: Event) -> Place | None:
    """The place of an event; of one that went along when its place became part of another, the place that it had: the
    two may be parted before the events are."""
    place = event.place
    while place is not None:
        joined = Merge.objects.filter(kind=RecordKind.PLACE, kept_id=place.pk, undone_at=None).order_by("pk")
        came_with = next((merge for merge in joined if event.pk in merge.before.get("events", ())), None)
        if came_with is None:
            break
        place = Place.objects.filter(pk=came_with.absorbed_id).first()
    return place


def _set_own_values(event: Any, values: Mapping[str, Any]) -> None:
    """The place and the festival that an own entry had; of one that became part of another meanwhile, the other."""
    event.place = _found_today(Place, values.get("place_public_id", ""))
    _go_along(event, values.get("place_public_id", ""))
    festival = _found_today(Event, values.get("part_of_public_id", ""))
    event.part_of = festival if festival != event else None


def _go_along(event: Event, place_public_id: str) -> None:
    """Where its place became part of another meanwhile, the event that is its own again went along, and will come back
    with it."""
    place = Place.objects.filter(public_id=place_public_id).first() if place_public_id else None
    for merge in merges_onward(RecordKind.PLACE, place.pk) if place is not None else ():
        along = merge.before.get("events", [])
        if event.pk not in along:
            merge.before["events"] = [*along, event.pk]
            merge.save(update_fields=["before"])


def _found_today(model: type[Any], public_id: str) -> Any:
    """The object of an address, or the one that it is part of; None when there is none."""
    row = model.objects.filter(public_id=public_id).first() if public_id else None
    if row is None or not (heirs := current_heirs(kind_of_model(model), [row.pk])):
        return row
    return model.objects.filter(pk=heirs[row.pk]).first()


EVENTS = MergedKind(
    Event,
    refold_events,
    _own_values,
    _set_own_values,
    derived=frozenset(
        {
            "agenda.eventcard.event",
            "agenda.occurrence.event",
            "agenda.comparedevent.event",
            # Questions about this event, and what somebody announced as this event.
            "agenda.eventpair.left",
            "agenda.eventpair.right",
            "agenda.submission.event",
        }
    ),
)


@transaction.atomic
def merge_events(*, kept_id: int, absorbed_id: int, by: str, bulk: bool = False) -> Merge:
    """Make one event part of another; see `merge_subjects`. The programme of the absorbed one becomes the kept one's.

    Raises MergeRefusedError.
    """
    merge = merge_subjects(EVENTS, kept_id=kept_id, absorbed_id=absorbed_id, by=by, bulk=bulk)
    _join_programmes(kept_id, absorbed_id)
    return merge


@transaction.atomic
def unmerge_events(*, merge: Merge, by: str) -> tuple[Event, Event]:
    """Part two events that were joined; gives (kept, absorbed). Raises MergeRefusedError."""
    kept, absorbed = unmerge_subjects(EVENTS, merge=merge, by=by)
    _join_programmes(kept.pk, absorbed.pk)
    return kept, absorbed


def _join_programmes(*ids: int) -> None:
    link_events(event_ids=Event.objects.filter(part_of__in=ids).values_list("pk", flat=True))
