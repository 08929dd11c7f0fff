"""Writes of the agenda."""

from agenda.actions.choosing import change_dates, choose_festival, choose_place
from agenda.actions.duplicates import Found, compare_changed, find_duplicates
from agenda.actions.folding import link_events, refold_event, refold_events, write_event_cards
from agenda.actions.merging import merge_events, unmerge_events
from agenda.actions.occurrences import foresee_dates
from agenda.actions.settling import PairSettledError, joining_refused, part_events, proposed_orders, settle_pair
from agenda.actions.venues import (
    AliasTakenError,
    add_alias,
    merge_places,
    remove_alias,
    unmerge_places,
    what_moves,
)

__all__ = [
    "AliasTakenError",
    "add_alias",
    "change_dates",
    "choose_festival",
    "choose_place",
    "merge_places",
    "remove_alias",
    "unmerge_places",
    "what_moves",
    "Found",
    "PairSettledError",
    "compare_changed",
    "find_duplicates",
    "foresee_dates",
    "joining_refused",
    "link_events",
    "merge_events",
    "part_events",
    "proposed_orders",
    "refold_event",
    "refold_events",
    "settle_pair",
    "unmerge_events",
    "write_event_cards",
]
