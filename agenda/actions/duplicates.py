"""Finds events that are told twice, and does what was decided about them. See docs/duplicates.md."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from agenda.actions.candidates import FEW, FEW_DAYS, Stored, coming_events, stored_candidates, stored_verdicts
from agenda.actions.merging import merge_events, unmerge_events
from agenda.dedupe import Band, Likeness, candidate_pairs, compare, shared_addresses
from agenda.enums import PairState
from agenda.models import Event, EventPair, PairVerdict
from tourism.actions import MergeRefusedError
from tourism.enums import RecordKind
from tourism.models import Merge

UNDECIDED = (PairState.OPEN, PairState.LATER)
WRITTEN_AT_ONCE = 500
# A first reading brings thousands, and nobody waits for its pairs.
COMPARED_AT_ONCE = 1_000


@dataclass
class Found:
    """What a search did: how many events were new, pairs compared, joined without asking, joined again because
    somebody had said that they are one, and waiting for a person."""

    events: int = 0
    compared: int = 0
    silent: int = 0
    again: int = 0
    waiting: int = 0


@dataclass
class _Search:
    found: Found = field(default_factory=Found)
    again: list[tuple[Stored, Stored]] = field(default_factory=list)
    silent: list[tuple[Stored, Stored, Likeness]] = field(default_factory=list)
    doubtful: list[tuple[Stored, Stored, Likeness]] = field(default_factory=list)


def find_duplicates(*, event_ids: Iterable[int] | None = None, ask: bool = False) -> Found:
    """Look for events that are told twice among those to come: all of them, or what may be the same as these.

    Joins those of the silent band and those about which somebody decided that they are one; the doubtful ones wait
    for a person, and with `ask` all do: nothing disappears under the hands of who wrote it. Pairs stay pairs: what is
    made of several announcements already is never joined without a person.
    """
    forget_settled_pairs()
    wanted = None if event_ids is None else frozenset(event_ids)
    search = _compared(*_gathered(wanted))
    done: set[int] = set()
    if ask:
        search.doubtful += search.silent
        search.silent, search.again = [], []
    for a, b in search.again:
        search.found.again += _joined(a, b, done)
    for a, b, likeness in search.silent:
        if _joined(a, b, done):
            search.found.silent += 1
            _keep_silent_pair(a, b, likeness)
    pairs = [(a, b, likeness) for a, b, likeness in search.doubtful if not {a.pk, b.pk} & done]
    _keep_pairs(pairs, searched=wanted)
    search.found.waiting = len(pairs)
    return search.found


def compare_changed(*, event_ids: Collection[int]) -> None:
    """`find_duplicates` of what a run changed; when that is very much, the night does it."""
    if 0 < len(event_ids) <= COMPARED_AT_ONCE:
        find_duplicates(event_ids=event_ids)


def _gathered(wanted: frozenset[int] | None) -> tuple[list[Stored], list[Stored]]:
    """(new, all that may be the same), each by primary key."""
    if wanted is None:
        everything = list(stored_candidates(coming_events()))
        return everything, everything
    new = list(stored_candidates(coming_events().filter(pk__in=wanted)))
    around = [stored.candidate for stored in new]
    days = {day for candidate in around for day in candidate.days}
    near = len(new) <= FEW and bool(days) and (max(days) - min(days)).days <= FEW_DAYS
    return new, list(stored_candidates(coming_events(around if near else ()))) if new else []


def _compared(new: list[Stored], known: list[Stored]) -> _Search:
    by_key = {stored.candidate.key: stored for stored in [*known, *new]}
    shared = shared_addresses([stored.candidate for stored in by_key.values()])
    verdicts = stored_verdicts()
    # What somebody is asked about, or took back, is theirs to answer however sure a search becomes.
    asked = set(EventPair.objects.filter(state__in=UNDECIDED).values_list("left_id", "right_id"))
    search = _Search(Found(events=len(new)))
    for a, b in candidate_pairs((one.candidate for one in new), (one.candidate for one in known)):
        search.found.compared += 1
        pair = by_key[a.key], by_key[b.key]
        decided = verdicts.on(a, b)
        if decided is not None:
            if decided.same:
                search.again.append(pair)
            continue
        likeness = compare(a, b, shared_addresses=shared)
        if likeness.band is Band.DIFFERENT:
            continue
        # A second announcement that joins without a person, then a third that is like the second…
        alone = all(stored.voices == 1 for stored in pair)
        sure = likeness.band is Band.SILENT and alone and _ordered(*pair) not in asked
        (search.silent if sure else search.doubtful).append((*pair, likeness))
    return search


def _joined(a: Stored, b: Stored, done: set[int]) -> bool:
    """Join two, unless one of them was joined in the same search: what it is made of then is compared the next time."""
    if {a.pk, b.pk} & done:
        return False
    kept, absorbed = sorted((a, b), key=lambda stored: stored.precedence)
    try:
        merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="")
    except MergeRefusedError:
        return False  # somebody joined or deleted one of them meanwhile
    done |= {a.pk, b.pk}
    return True


def _ordered(a: Stored, b: Stored) -> tuple[int, int]:
    return min(a.pk, b.pk), max(a.pk, b.pk)


def _keep_silent_pair(a: Stored, b: Stored, likeness: Likeness) -> None:
    left, right = _ordered(a, b)
    EventPair.objects.update_or_create(
        left_id=left,
        right_id=right,
        defaults={
            "score": likeness.score,
            "reasons": [reason.to_json() for reason in likeness.reasons],
            "silent": True,
            "state": PairState.SAME,
            "decided_at": timezone.now(),
            "decided_by": "",
        },
    )


@transaction.atomic
def _keep_pairs(pairs: list[tuple[Stored, Stored, Likeness]], *, searched: frozenset[int] | None) -> None:
    """Keep what waits for a person; what was looked at again and looks the same no more does not wait."""
    rows = {
        _ordered(a, b): EventPair(
            left_id=min(a.pk, b.pk),
            right_id=max(a.pk, b.pk),
            score=likeness.score,
            reasons=[reason.to_json() for reason in likeness.reasons],
        )
        for a, b, likeness in pairs
    }
    waiting = EventPair.objects.filter(state__in=UNDECIDED)
    if searched is not None:
        waiting = waiting.filter(Q(left__in=searched) | Q(right__in=searched))
    # Held one way only, so that two searches do not wait for each other.
    held = waiting.select_for_update(of=("self",)).order_by("pk")
    known = {(pair.left_id, pair.right_id): pair for pair in held}
    EventPair.objects.filter(pk__in=[pair.pk for key, pair in known.items() if key not in rows]).delete()
    for key, pair in known.items():
        if key in rows:
            pair.score, pair.reasons = rows[key].score, rows[key].reasons
    EventPair.objects.bulk_update(
        [pair for key, pair in known.items() if key in rows], ["score", "reasons"], batch_size=WRITTEN_AT_ONCE
    )
    fresh = [row for key, row in rows.items() if key not in known]
    EventPair.objects.bulk_create(fresh, batch_size=WRITTEN_AT_ONCE, ignore_conflicts=True)
    # A pair that was parted without a verdict, by whatever way, is asked about again.
    for row in fresh:
        rest = EventPair.objects.filter(left_id=row.left_id, right_id=row.right_id).exclude(state__in=UNDECIDED)
        rest.update(state=PairState.OPEN, silent=False, score=row.score, reasons=row.reasons)


def forget_settled_pairs() -> int:
    """Forget the undecided pairs of events that are over or no longer shown; gives how many."""
    over = Q(left__last_date__lt=timezone.localdate()) | Q(right__last_date__lt=timezone.localdate())
    hidden = Q(left__published=False) | Q(right__published=False)
    pairs = EventPair.objects.filter(over | hidden, state__in=UNDECIDED).values_list("pk", flat=True)
    return EventPair.objects.filter(pk__in=list(pairs)).delete()[0]


def proposed_order(pair: EventPair) -> tuple[int, int]:
    """Primary keys of (kept, absorbed) unless somebody says otherwise: the more trusted one is kept, else the older."""
    stored = stored_candidates(Event.objects.filter(pk__in=[pair.left_id, pair.right_id]))
    kept, absorbed = sorted(stored, key=lambda one: one.precedence)
    return kept.pk, absorbed.pk


@transaction.atomic
def settle_pair(pair: EventPair, *, state: str, by: str, kept_id: int | None = None) -> EventPair:
    """Do what somebody decided about a pair. What was decided before is undone first.

    Args:
        state: a PairState; OPEN takes the decision back.
        kept_id: which of the two is kept when they are the same; the proposed one when None.

    Raises MergeRefusedError.
    """
    pair = EventPair.objects.select_for_update().get(pk=pair.pk)
    if state == PairState.SAME == pair.state:
        return pair
    if pair.state == PairState.SAME:
        for merge in merges_of_pair(pair):
            unmerge_events(merge=merge, by=by)
    if state in UNDECIDED:
        PairVerdict.objects.filter(_verdict_on(pair)).delete()
    else:
        _write_verdict(pair, same=state == PairState.SAME, by=by)
    if state == PairState.SAME:
        order = proposed_order(pair)
        kept = kept_id if kept_id in order else order[0]
        merge_events(kept_id=kept, absorbed_id=order[0] if kept == order[1] else order[1], by=by)
    pair.state, pair.silent = state, False
    decided = state not in UNDECIDED
    pair.decided_at, pair.decided_by = (timezone.now(), by[:150]) if decided else (None, "")
    pair.save(update_fields=["state", "silent", "decided_at", "decided_by"])
    return pair


@transaction.atomic
def part_events(*, merge: Merge, by: str) -> tuple[Event, Event]:
    """Part two events that were joined, for good: they are two, whatever a search thinks of it. Gives (kept,
    absorbed). Raises MergeRefusedError."""
    kept, absorbed = unmerge_events(merge=merge, by=by)
    left, right = sorted((merge.kept_id, merge.absorbed_id))
    pair = EventPair.objects.filter(left_id=left, right_id=right).first() or EventPair(
        left_id=left, right_id=right, score=1.0
    )
    pair.state, pair.silent = PairState.DIFFERENT, False
    pair.decided_at, pair.decided_by = timezone.now(), by[:150]
    pair.save()
    _write_verdict(pair, same=False, by=by)
    return kept, absorbed


def merges_of_pair(pair: EventPair) -> list[Merge]:
    """The joining of these two, when it can be undone."""
    ids = (pair.left_id, pair.right_id)
    return list(
        Merge.objects.filter(kind=RecordKind.EVENT, kept_id__in=ids, absorbed_id__in=ids, undone_at=None).order_by("pk")
    )


def _keys(pair: EventPair) -> list[str]:
    return sorted(f"event:{event.public_id}" for event in (pair.left, pair.right))


def _verdict_on(pair: EventPair) -> Q:
    first, second = _keys(pair)
    return Q(key_a=first, key_b=second)


def _write_verdict(pair: EventPair, *, same: bool, by: str) -> None:
    """Keep a decision with what both said then; to be called while they are two."""
    stored = stored_candidates(Event.objects.filter(pk__in=[pair.left_id, pair.right_id]))
    contents = {one.candidate.key: one.candidate.fingerprint for one in stored}
    first, second = _keys(pair)
    values: dict[str, Any] = {"same": same, "by": by[:150]}
    values |= {"content_a": contents.get(first, ""), "content_b": contents.get(second, "")}
    PairVerdict.objects.update_or_create(key_a=first, key_b=second, defaults=values)
