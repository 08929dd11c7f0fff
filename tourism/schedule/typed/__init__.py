"""Dates as a person types them, and the schedule that they mean. Both ways, and what cannot be.

JSON, every key optional, days and times ISO, nothing else allowed:

    {"first": "2026-07-07", "last": "2026-08-25", "weekdays": [2], "start": "09:00", "end": "13:00",
     "except": ["2026-07-14"], "others": ["2026-09-01"], "cancelled": [], "full": []}

* ``first`` alone is one day; with ``last`` the days from one to the other; with ``endless`` it never ends.
* ``weekdays`` (ISO numbers, Monday 1) keeps those of each week, or with ``every_weeks`` (2 and more) those of one week
  of so many; ``monthly`` those of each month: ``[{"nth": 1, "weekday": 7}]`` is the first Sunday, nth -1 the last.
* ``start`` and ``end`` are the hours; neither: all day; no end: nobody knows when it ends; an end at or before the
  start is on the next day. ``more_slots`` are further hours of the same days: ``[{"start": …, "end": …}]``.
* ``public_holidays``: "except" (not on them) or "also" (on them besides the weekdays).
* ``others`` are further days with the same hours; ``own_hours`` days with theirs:
  ``[{"day": …, "start": …, "end": …}]``.
* ``except`` are days of the rule on which nothing is. ``cancelled`` and ``full`` are days that stay announced.
* ``changes`` says the rest of one day: ``[{"day": …, "start": …, "status": "moved", "new_day": …, "new_start": …,
  "new_end": …, "note": {"fr": …}}]``; status as `Status`, ``start`` names one of several slots.
"""

from tourism.schedule.typed.faults import Fault, faults, remarks
from tourism.schedule.typed.meaning import periods_of, schedule_of, typed_of, typed_periods
from tourism.schedule.typed.preview import Preview, dates_shown, preview_of
from tourism.schedule.typed.reading import CHANGES, LONGEST_NOTE, MOST_DATES, TypedError
from tourism.schedule.typed.shape import TypedDates

__all__ = [
    "CHANGES",
    "LONGEST_NOTE",
    "MOST_DATES",
    "Fault",
    "Preview",
    "TypedDates",
    "TypedError",
    "dates_shown",
    "faults",
    "periods_of",
    "preview_of",
    "remarks",
    "schedule_of",
    "typed_of",
    "typed_periods",
]
