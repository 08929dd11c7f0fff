"""Feeds of events that offices configure: calendars, agendas, tables. See docs/sources.md."""
