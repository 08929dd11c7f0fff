"""Writes of the agenda."""

from agenda.actions.folding import link_events, refold_event, write_event_cards, write_occurrences

__all__ = ["link_events", "refold_event", "write_event_cards", "write_occurrences"]
