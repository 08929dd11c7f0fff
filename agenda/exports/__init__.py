"""Events as others read them."""

from agenda.exports.calendar import CalendarName, CalendarNames, calendar_of, names_in_calendars
from agenda.exports.feed import FORMATS, feed_of
from agenda.exports.linked_data import json_ld_of_event
from agenda.exports.words import agenda_title, part_title

__all__ = [
    "FORMATS",
    "CalendarName",
    "CalendarNames",
    "agenda_title",
    "calendar_of",
    "feed_of",
    "json_ld_of_event",
    "names_in_calendars",
    "part_title",
]
