"""Duplicates of events: the same thing told by two sources. Pure: no Django, no database, no network.

`candidate_pairs` says which pairs are worth a look, `compare` what a pair is, with reasons that a screen can say in
words. See docs/duplicates.md for the rules and how well they do.
"""

from agenda.dedupe.addresses import is_specific, normal_address, shared_addresses
from agenda.dedupe.candidate import Candidate, Identifier, When, content_key
from agenda.dedupe.compare import compare
from agenda.dedupe.pairs import KnownEvents, candidate_pairs, suspected_pairs
from agenda.dedupe.reasons import Band, Likeness, Reason, ReasonCode, reason_sentence
from agenda.dedupe.states import GRAVE, gravest
from agenda.dedupe.titles import Ignored, NormalTitle, normalise
from agenda.dedupe.venues import SAME_VENUE, Venue, name_likeness, venue_likeness
from agenda.dedupe.verdicts import Decided, Verdict, Verdicts

__all__ = [
    "GRAVE",
    "SAME_VENUE",
    "Band",
    "Candidate",
    "Decided",
    "Identifier",
    "Ignored",
    "KnownEvents",
    "Likeness",
    "NormalTitle",
    "Reason",
    "ReasonCode",
    "Venue",
    "Verdict",
    "Verdicts",
    "When",
    "candidate_pairs",
    "compare",
    "content_key",
    "gravest",
    "is_specific",
    "name_likeness",
    "normal_address",
    "normalise",
    "reason_sentence",
    "shared_addresses",
    "suspected_pairs",
    "venue_likeness",
]
