"""Schedules: when something is open or takes place. Pure: no Django, no network, no clock."""

from tourism.schedule.expansion import Expansion, day_is_open, expand, first_day, last_day, occurrences
from tourism.schedule.hours import Span
from tourism.schedule.model import (
    ALL_DAY,
    Hours,
    NthWeekday,
    Override,
    Period,
    Schedule,
    ScheduleError,
    Slot,
    Status,
)
from tourism.schedule.sentence import LANGUAGES, describe, spoken_date, spoken_range
from tourism.schedule.status import OpeningStatus, State, opening_status

__all__ = [
    "ALL_DAY",
    "LANGUAGES",
    "Expansion",
    "Hours",
    "NthWeekday",
    "OpeningStatus",
    "Override",
    "Period",
    "Schedule",
    "ScheduleError",
    "Slot",
    "Span",
    "State",
    "Status",
    "day_is_open",
    "describe",
    "expand",
    "first_day",
    "last_day",
    "occurrences",
    "opening_status",
    "spoken_date",
    "spoken_range",
]
