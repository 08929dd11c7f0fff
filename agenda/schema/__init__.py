"""The agenda in GraphQL."""

from agenda.schema.calendar import window_of
from agenda.schema.cards import EventStatusEnum
from agenda.schema.dates import DatesQuery
from agenda.schema.events import AgendaQuery

__all__ = ["AgendaQuery", "DatesQuery", "EventStatusEnum", "window_of"]
