"""What two announcements say of whether a date takes place at all: nobody may miss that one of them is cancelled."""

from collections.abc import Iterable
from datetime import date

from agenda.dedupe.candidate import Candidate
from agenda.dedupe.likeness import TitleLikeness
from agenda.dedupe.reasons import Reason, ReasonCode
from agenda.dedupe.titles import NormalTitle

CANCELLED, POSTPONED = "CANCELLED", "POSTPONED"
# What a date is of which nobody says that it does not take place.
SCHEDULED = "SCHEDULED"
# The gravest first.
GRAVE = (CANCELLED, POSTPONED)


def differing_states(a: Candidate, b: Candidate, titles: TitleLikeness | None) -> tuple[Reason, ...]:
    """The reason that one says of a common date that it is cancelled or postponed, and the other does not; without
    common dates, that one says so of all its dates. None when they agree."""
    of_a, of_b = (_said(titles.a), _said(titles.b)) if titles is not None else ("", "")
    shared = sorted(a.days & b.days)
    if shared:
        pairs = [(_state(a, day, of_a), _state(b, day, of_b)) for day in shared]
    else:
        pairs = [(_state_of_all(a, of_a), _state_of_all(b, of_b))]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    if not differing:
        return ()
    told = " / ".join(sorted({state for pair in differing for state in pair}))
    return (Reason(ReasonCode.OTHER_STATE, {"states": told, "days": len(differing) if shared else 0}),)


def gravest(states: Iterable[str]) -> str:
    """The gravest of some states; `SCHEDULED` when none is grave."""
    known = set(states)
    return next((state for state in GRAVE if state in known), SCHEDULED)


def _said(title: NormalTitle) -> str:
    """The state that a title says: "[ANNULÉ] Bal"."""
    return CANCELLED if title.cancelled else POSTPONED if title.postponed else ""


def _state(candidate: Candidate, day: date, in_title: str) -> str:
    return gravest((candidate.states.get(day, ""), in_title))


def _state_of_all(candidate: Candidate, in_title: str) -> str:
    states = {candidate.states.get(day, SCHEDULED) for day in candidate.days}
    return gravest((*states, in_title) if len(states) == 1 else (in_title,))
