"""Finds events that are told twice, and joins those that surely are. See docs/duplicates.md."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from agenda.actions.merging import merge_events
from agenda.candidates import FEW, FEW_DAYS, Stored, coming_events, stored_candidates, stored_verdicts
from agenda.dedupe import Band, Candidate, Likeness, candidate_pairs, compare, shared_addresses
from agenda.enums import UNDECIDED, PairState
from agenda.models import ComparedEvent, Event, EventPair
from tourism.actions import MergeRefusedError

WRITTEN_AT_ONCE = 500
# A first reading brings thousands, and nobody waits for its pairs.
COMPARED_AT_ONCE = 1_000


@dataclass
class Found:
    """What a search did: how many events were new or said something else, pairs compared, joined without asking,
    joined again because somebody had said that they are one, and waiting for a person."""

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


def find_duplicates(*, event_ids: Iterable[int] | None = None, ask: bool = False, everything: bool = False) -> Found:
    """Look for events that are told twice among those to come: what changed since the last complete search is compared
    with all, or what may be the same as the events given; with `everything`, all with all.

    Joins those of the silent band and those about which somebody decided that they are one; the doubtful ones wait
    for a person, and with `ask` all do: nothing disappears under the hands of who wrote it. Pairs stay pairs: what is
    made of several announcements already is never joined without a person.
    """
    forget_settled_pairs()
    if event_ids is not None:
        wanted = frozenset(event_ids)
        return _settled(_compared(*_gathered(wanted)), ask=ask, searched=wanted)
    known = list(stored_candidates(coming_events()))
    before = {} if everything else dict(ComparedEvent.objects.values_list("event_id", "content"))
    new = [stored for stored in known if before.get(stored.pk) != stored.content]
    found = _settled(_compared(new, known, waiting=True), ask=ask, searched=None)
    _note_compared(known, before)
    return found


def compare_changed(*, event_ids: Collection[int]) -> None:
    """`find_duplicates` of what a run changed; when that is very much, the night does it."""
    if 0 < len(event_ids) <= COMPARED_AT_ONCE:
        find_duplicates(event_ids=event_ids)


def _gathered(wanted: frozenset[int]) -> tuple[list[Stored], list[Stored]]:
    """(these events, all that may be the same), each by primary key."""
    new = list(stored_candidates(coming_events().filter(pk__in=wanted)))
    around = [stored.candidate for stored in new]
    days = {day for candidate in around for day in candidate.days}
    near = len(new) <= FEW and bool(days) and (max(days) - min(days)).days <= FEW_DAYS
    return new, list(stored_candidates(coming_events(around if near else ()))) if new else []


def _compared(new: list[Stored], known: list[Stored], *, waiting: bool = False) -> _Search:
    """The pairs of new events with known ones, sorted by what is to be done; with `waiting`, the pairs that wait are
    looked at again as well: a day that they shared may be over."""
    by_key = {stored.candidate.key: stored for stored in [*known, *new]}
    shared = shared_addresses([stored.candidate for stored in by_key.values()])
    verdicts = stored_verdicts()
    # What somebody is asked about, or took back, is theirs to answer however sure a search becomes.
    asked = set(EventPair.objects.filter(state__in=UNDECIDED).values_list("left_id", "right_id"))
    search = _Search(Found(events=len(new)))
    seen = set()
    for a, b in chain(
        candidate_pairs((one.candidate for one in new), (one.candidate for one in known)),
        _candidates_of(asked if waiting else (), by_key.values()),
    ):
        pair = by_key[a.key], by_key[b.key]
        if (ordered := _ordered(*pair)) in seen:
            continue
        seen.add(ordered)
        search.found.compared += 1
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
        sure = likeness.band is Band.SILENT and alone and ordered not in asked
        (search.silent if sure else search.doubtful).append((*pair, likeness))
    return search


def _candidates_of(
    pairs: Collection[tuple[int, int]], known: Iterable[Stored]
) -> Iterator[tuple[Candidate, Candidate]]:
    """The pairs of these primary keys of which both are known."""
    by_pk = {stored.pk: stored.candidate for stored in known} if pairs else {}
    for left, right in sorted(pairs):
        if left in by_pk and right in by_pk:
            yield by_pk[left], by_pk[right]


def _settled(search: _Search, *, ask: bool, searched: frozenset[int] | None) -> Found:
    """Do what a search found."""
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
    _keep_pairs(pairs, searched=searched)
    search.found.waiting = len(pairs)
    return search.found


@transaction.atomic
def _note_compared(known: list[Stored], before: Mapping[int, str]) -> None:
    """Remember what was compared as it was then. What is over or hidden is new when it is shown again."""
    contents = {stored.pk: stored.content for stored in known}
    gone = sorted(before.keys() - contents.keys())
    for first in range(0, len(gone), WRITTEN_AT_ONCE):
        ComparedEvent.objects.filter(pk__in=gone[first : first + WRITTEN_AT_ONCE]).delete()
    there = set(Event.objects.values_list("pk", flat=True))  # an event may have been deleted meanwhile
    fresh = [
        ComparedEvent(event_id=pk, content=content)
        for pk, content in contents.items()
        if before.get(pk) != content and pk in there
    ]
    ComparedEvent.objects.bulk_create(
        fresh,
        batch_size=WRITTEN_AT_ONCE,
        update_conflicts=True,
        unique_fields=["event"],
        update_fields=["content"],
    )


def _joined(a: Stored, b: Stored, done: set[int]) -> bool:
    """Join two, unless one of them was joined in the same search: what it is made of then is compared the next time."""
    if {a.pk, b.pk} & done:
        return False
    kept, absorbed = sorted((a, b), key=lambda stored: stored.precedence)
    try:
        merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="", bulk=True)
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
    changed = []
    for key, pair in known.items():
        if key in rows and (pair.score, pair.reasons) != (rows[key].score, rows[key].reasons):
            pair.score, pair.reasons = rows[key].score, rows[key].reasons
            changed.append(pair)
    EventPair.objects.bulk_update(changed, ["score", "reasons"], batch_size=WRITTEN_AT_ONCE)
    fresh = {key: row for key, row in rows.items() if key not in known}
    parted = _ask_again(fresh)
    new = [row for key, row in fresh.items() if key not in parted]
    EventPair.objects.bulk_create(new, batch_size=WRITTEN_AT_ONCE, ignore_conflicts=True)


def _ask_again(rows: Mapping[tuple[int, int], EventPair]) -> set[tuple[int, int]]:
    """A pair that was decided and is two again without a verdict, by whatever way, waits again; gives which."""
    lefts = sorted({left for left, _right in rows})
    again = []
    for first in range(0, len(lefts), WRITTEN_AT_ONCE):
        decided = EventPair.objects.filter(left__in=lefts[first : first + WRITTEN_AT_ONCE]).exclude(state__in=UNDECIDED)
        for pair in decided:
            if (row := rows.get((pair.left_id, pair.right_id))) is not None:
                pair.state, pair.silent, pair.score, pair.reasons = PairState.OPEN, False, row.score, row.reasons
                again.append(pair)
    EventPair.objects.bulk_update(again, ["state", "silent", "score", "reasons"], batch_size=WRITTEN_AT_ONCE)
    return {(pair.left_id, pair.right_id) for pair in again}


def forget_settled_pairs() -> int:
    """Forget the undecided pairs of events that are over or no longer shown; gives how many."""
    over = Q(left__last_date__lt=timezone.localdate()) | Q(right__last_date__lt=timezone.localdate())
    hidden = Q(left__published=False) | Q(right__published=False)
    pairs = EventPair.objects.filter(over | hidden, state__in=UNDECIDED).values_list("pk", flat=True)
    return EventPair.objects.filter(pk__in=list(pairs)).delete()[0]
