"""Events made without a feed, for the tests of queries."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from agenda.actions import refold_event
from agenda.models import Event
from tourism.actions import new_public_id
from tourism.schedule import Hours, Period, Schedule, Slot

NOW = timezone.make_aware(datetime(2026, 11, 25, 12, 0))


def days(*dates: date, start: time | None = time(18), end: time | None = time(20)) -> dict[str, Any]:
    """The JSON of a schedule on some days, at the same hours."""
    period = Period("p", dates_only=True, extra_dates=tuple(dates), hours=(Hours(slots=(Slot(start, end),)),))
    return Schedule(periods=(period,)).to_json()


def every_day(first: date, last: date, start: time = time(10), end: time = time(18)) -> dict[str, Any]:
    """The JSON of a schedule open each day between two."""
    period = Period("p", first, last, hours=(Hours(slots=(Slot(start, end),)),))
    return Schedule(periods=(period,)).to_json()


def make_event(name: str, schedule: dict[str, Any], *, categories: Iterable[str] = (), **values: Any) -> Event:
    """A published event written by an office: every value is an override."""
    said = {"name.fr": name, "schedule": schedule, "event_categories": list(categories), **values}
    event = Event(public_id=new_public_id("test", name))
    event.overrides = {key: {"value": value, "by": "test", "at": "2026-11-01"} for key, value in said.items()}
    return refold_event(event, records=[])
