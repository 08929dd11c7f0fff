"""What the agenda answers besides GraphQL: calendars and feeds, and the door for announcements."""

from agenda.views.announcements import announcement, announcement_picture, announcement_proof, announcements
from agenda.views.calendars import agenda_calendar, agenda_feed, event_calendar

__all__ = [
    "agenda_calendar",
    "agenda_feed",
    "announcement",
    "announcement_picture",
    "announcement_proof",
    "announcements",
    "event_calendar",
]
