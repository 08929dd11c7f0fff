"""The place, the festival and single dates of an event that a source brought, as an editor says: kept as overrides, so
that no import changes them."""

from typing import Any

from django.db import transaction

from agenda.actions.folding import FESTIVAL_KEY, NO_FESTIVAL, NO_PLACE
from agenda.models import Event
from tourism.golden import SCHEDULE_CHANGES
from tourism.models import Place


def choose_place(event: Event, *, place: Place | None, by: str, at: str) -> None:
    """Keep the place that an editor chose, or that it is none of ours. To be followed by the fold of the event."""
    _keep(event, "place", place.public_id if place is not None else NO_PLACE, by=by, at=at)


def choose_festival(event: Event, *, festival: Event | None, by: str, at: str) -> None:
    """Keep the festival to whose programme an editor added an event, or that it belongs to none. To be followed by the
    fold of the event."""
    _keep(event, FESTIVAL_KEY, festival.public_id if festival is not None else NO_FESTIVAL, by=by, at=at)


def change_dates(event: Event, *, changes: list[dict[str, Any]], by: str, at: str) -> None:
    """Keep what an editor changed of single dates over the source's (`tourism.schedule.date_changes`, in JSON); with
    no change all are given back. To be followed by the fold of the event."""
    _keep(event, SCHEDULE_CHANGES, changes, by=by, at=at)


@transaction.atomic
def _keep(event: Event, key: str, value: Any, *, by: str, at: str) -> None:
    held = Event.objects.select_for_update().only("pk", "overrides").get(pk=event.pk)
    others = {known: override for known, override in held.overrides.items() if known != key}
    event.overrides = {**others, key: {"value": value, "by": by, "at": at}} if value else others
    Event.objects.filter(pk=event.pk).update(overrides=event.overrides)
