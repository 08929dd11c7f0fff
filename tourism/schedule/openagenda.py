"""`timings` of OpenAgenda's API v2 to a Schedule and back. Pure.

A timing is ``{"begin": ISO 8601 with offset, "end": the same}``. The form has no whole day, no unknown end, no status
of one date: midnight to midnight (or to 23:59) is a whole day, an end equal to its beginning an unknown one.
"""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from tourism.schedule.dated import (
    MOST_DATES,
    Entry,
    Remarks,
    entries_between,
    read_moment,
    read_zone,
    schedule_of,
    shown,
    taking_place,
)
from tourism.schedule.model import DEFAULT_TIMEZONE, Schedule

__all__ = ["schedule_from_timings", "timings_of"]


def schedule_from_timings(timings: Any, *, timezone: Any = DEFAULT_TIMEZONE) -> tuple[Schedule, list[str]]:
    """The schedule of an event's timings and what could not be read, in French sentences. Never raises.

    timezone: the event's own, in whose local time the dates are kept.
    """
    remarks = Remarks()
    name = read_zone(timezone, remarks)
    zone = ZoneInfo(name)
    if timings is None:
        timings = []
    if not isinstance(timings, list):
        remarks.add("Les horaires (timings) ne sont pas une liste.")
        timings = []
    if len(timings) > MOST_DATES:
        remarks.add(f"Il y a {len(timings)} horaires : les {MOST_DATES} premiers sont lus.")
    entries: list[Entry] = []
    for timing in timings[:MOST_DATES]:
        if not isinstance(timing, dict):
            remarks.add(f"L’horaire {shown(timing)} n’est pas lisible.")
            continue
        begin = read_moment(timing.get("begin"), zone, "Le début", remarks)
        if begin is None:
            continue
        end = timing.get("end")
        ending = None if end in (None, "") else read_moment(end, zone, "La fin", remarks)
        entries += entries_between(begin, ending, remarks)
    return schedule_of((), entries, name), remarks.sentences


def timings_of(schedule: Schedule, *, first: date, last: date) -> tuple[list[dict[str, str]], list[str]]:
    """The timings that start from ``first`` to ``last`` inclusive, and what they do not say, in French sentences."""
    remarks = Remarks()
    timings = []
    for span in taking_place(schedule, first, last, remarks):
        if not span.start_known and not span.all_day:
            remarks.add("Un début inconnu est écrit minuit.")
        if span.end is None:
            remarks.add("Une fin inconnue est écrite égale au début.")
        timings.append({"begin": span.start.isoformat(), "end": (span.end or span.start).isoformat()})
    return timings, remarks.sentences
