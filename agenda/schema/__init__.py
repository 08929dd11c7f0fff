"""The agenda in GraphQL."""

from agenda.schema.announcements import AnnouncementsQuery
from agenda.schema.calendar import window_of
from agenda.schema.cards import EventStatusEnum
from agenda.schema.dates import DatesQuery
from agenda.schema.events import AgendaQuery

__all__ = ["AgendaQuery", "AnnouncementsQuery", "DatesQuery", "EventStatusEnum", "window_of"]
