"""Writes of the agenda."""

from agenda.actions.folding import link_events, refold_event, refold_events, write_event_cards

__all__ = ["link_events", "refold_event", "refold_events", "write_event_cards"]
