"""Writes of the agenda."""

from agenda.actions.folding import link_events, refold_event, refold_events, write_event_cards
from agenda.actions.occurrences import foresee_dates

__all__ = ["foresee_dates", "link_events", "refold_event", "refold_events", "write_event_cards"]
