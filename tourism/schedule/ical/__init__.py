"""iCalendar (RFC 5545) and schedules, both ways. Pure: bytes in, values out, and the reverse.

Reading cuts the file in components (`lines`), reads each with the `icalendar` library (`components`, `zones`), follows
its rules with `dateutil` within a budget (`rules`), gathers the dates of an event (`instances`) and says them as a
`Schedule` (`periods`). Writing gathers the dates of a schedule in series (`series`), finds the rule of each
(`patterns`), names them (`naming`) and writes them (`writing`).
"""

from tourism.schedule.ical.lines import MOST_BYTES, MOST_EVENTS, CalendarError
from tourism.schedule.ical.naming import NamedDate, named_dates
from tourism.schedule.ical.reading import Calendar, CalendarEvent, Problem, read_calendar
from tourism.schedule.ical.rules import Budget
from tourism.schedule.ical.writing import CalendarEntry, calendar_of_written, events_of, write_calendar, write_events

__all__ = [
    "MOST_BYTES",
    "MOST_EVENTS",
    "Budget",
    "Calendar",
    "CalendarEntry",
    "CalendarError",
    "CalendarEvent",
    "NamedDate",
    "Problem",
    "calendar_of_written",
    "events_of",
    "named_dates",
    "read_calendar",
    "write_calendar",
    "write_events",
]
