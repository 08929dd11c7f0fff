"""The agenda in GraphQL."""

from agenda.schema.events import AgendaQuery, EventStatusEnum, window_of

__all__ = ["AgendaQuery", "EventStatusEnum", "window_of"]
