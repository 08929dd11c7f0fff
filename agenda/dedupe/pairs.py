"""Which pairs are worth comparing: those that share an evening and may share a place, without trying all with all.

What is known is filed by evening and place, by evening and naming word (for those whose place is unknown), by page and
by identifier. An exhibition or a weekly market shares days with everybody, so it is filed by place and word, never by
day. Nothing is clustered: pairs come out, each once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rapidfuzz import fuzz

from agenda.dedupe.addresses import normal_addresses, shared_addresses
from agenda.dedupe.candidate import Candidate
from agenda.dedupe.compare import MOVED_DATES, MOVED_DAYS, POSTPONED_DAYS, compare
from agenda.dedupe.places import may_be_one_place
from agenda.dedupe.reasons import Band, Likeness
from agenda.dedupe.titles import words_of
from agenda.dedupe.verdicts import Verdict, Verdicts

# What something is filed under: a word for the sort of drawer, then what its label says.
Drawer = tuple[Any, ...]
# Side of a cell of the grid in degrees: about 5 km north to south, 4 km east to west at our latitude; the nine cells
# around a position hold everything within `places.NEAR_M` in Europe.
CELL_LATITUDE, CELL_LONGITUDE = 0.05, 0.07
# A word, page or name that more events than this have in one drawer says nothing about any of them.
CROWDED = 200
# Names that do not share a word must look alike to be compared.
SPELLING = 70


class KnownEvents:
    """What is known, filed so that the few that may be the same as one event are found at once."""

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        self._drawers: dict[Drawer, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        """File one more event."""
        for drawer in _drawers(candidate):
            self._drawers[drawer].append(candidate)

    def like(self, candidate: Candidate) -> Iterator[Candidate]:
        """Those that are worth comparing with this one, each once, never itself."""
        seen = {candidate.key}
        for drawer in _drawers(candidate, wanted=True):
            found = self._drawers.get(drawer)
            if not found or (len(found) > CROWDED and drawer[0] in ("word", "moved", "page")):
                continue
            if drawer[0] == "moved" and _is_a_run([candidate, *(c for c in found if c.key != candidate.key)]):
                continue
            if len(found) > CROWDED and drawer[0] in ("day", "long", "short"):
                # So many in one place on one evening are told apart by their names or by nobody; names that nearly
                # agree meet in a drawer of words.
                titles = set(candidate.title.values())
                found = [other for other in found if not titles.isdisjoint(other.title.values())]
            for other in found:
                if other.key in seen:
                    continue
                if drawer[0] in ("id", "page") or _worth_comparing(candidate, other, moved=drawer[0] == "moved"):
                    seen.add(other.key)
                    yield other


def candidate_pairs(new: Iterable[Candidate], known: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs (new, known) and (new, new) to `compare`, each once. A known event that is also new counts as new."""
    new = list({candidate.key: candidate for candidate in new}.values())
    position = {candidate.key: number for number, candidate in enumerate(new)}
    events = KnownEvents([*(candidate for candidate in known if candidate.key not in position), *new])
    for number, candidate in enumerate(new):
        for other in events.like(candidate):
            if position.get(other.key, -1) < number:
                yield candidate, other


def suspected_pairs(
    new: Iterable[Candidate],
    known: Iterable[Candidate],
    verdicts: Iterable[Verdict] | Verdicts = (),
    *,
    ended: Callable[[], bool] | None = None,
) -> Iterator[tuple[Candidate, Candidate, Likeness]]:
    """The pairs that are silent or to review, with their likeness; those on which somebody decided are left out. No
    more are looked for once it `ended`."""
    new, known = list(new), list(known)
    shared = shared_addresses([*new, *known])
    decided = verdicts if isinstance(verdicts, Verdicts) else Verdicts(verdicts)
    for a, b in candidate_pairs(new, known):
        if ended is not None and ended():
            return
        if decided.on(a, b) is not None:
            continue
        likeness = compare(a, b, shared_addresses=shared)
        if likeness.band is not Band.DIFFERENT:
            yield a, b, likeness


def _is_a_run(candidates: list[Candidate]) -> bool:
    """Whether one source announces this name at this place several times: then another date is another evening."""
    sources = [candidate.source for candidate in candidates if candidate.source]
    return len(sources) != len(set(sources))


def _places(candidate: Candidate, wanted: bool) -> list[Drawer]:
    places: list[Drawer] = []
    if candidate.venue_id:
        places.append(("venue", candidate.venue_id))
    if candidate.municipality:
        places.append(("town", candidate.municipality))
    if candidate.point:
        column, row = int(candidate.point[0] // CELL_LONGITUDE), int(candidate.point[1] // CELL_LATITUDE)
        around = (-1, 0, 1) if wanted else (0,)
        places += [("cell", column + x, row + y) for x in around for y in around]
    return places


def _drawers(candidate: Candidate, *, wanted: bool = False) -> Iterator[Drawer]:
    """Where an event is filed; with `wanted`, where those like it are looked for."""
    yield from (("id", identifier) for identifier in candidate.identifiers)
    yield from (("page", address) for address in normal_addresses(candidate))
    words = candidate.naming
    places = _places(candidate, wanted)
    if candidate.has_many_days or wanted:
        # By place and word; those that name nothing ("Marché") by place and kind.
        kinds = {kind for title in candidate.titles.values() if title.is_generic for kind in title.kinds}
        yield from (("long", place, word) for place in places for word in (*words, *kinds))
    if candidate.has_many_days and wanted:
        # A short announcement of a long event is filed by place and word as well.
        yield from (("short", place, word) for place in places for word in words)
    if not candidate.has_many_days:
        yield from (("day", day, place) for day in candidate.evenings for place in places)
        yield from (("word", day, word) for day in candidate.evenings for word in words)
        if not wanted:
            yield from (("short", place, word) for place in places for word in words)
        if len(candidate.days) <= MOVED_DATES:
            names = {title.core for title in candidate.titles.values() if not title.is_generic}
            towns = [place for place in places if place[0] != "cell"] or [("house", words_of(candidate.venue))]
            yield from (("moved", place, name) for place in towns for name in names)


def _worth_comparing(a: Candidate, b: Candidate, *, moved: bool) -> bool:
    """A quick look before the long one: a place that may be one, and names or circumstances that may be one."""
    if not moved and a.evenings.isdisjoint(b.evenings):
        return False
    if not may_be_one_place(a, b):
        return False
    if moved:
        gap = abs((min(a.days) - min(b.days)).days) if a.days and b.days else POSTPONED_DAYS
        postponed = any(title.postponed for c in (a, b) for title in c.titles.values())
        return gap <= (POSTPONED_DAYS if postponed else MOVED_DAYS + 7)
    if a.has_generic_title or b.has_generic_title or not a.naming.isdisjoint(b.naming):
        return True
    if not a.titles.keys() & b.titles.keys():
        return True
    names_a = [" ".join(title.core) for title in a.titles.values()]
    names_b = [" ".join(title.core) for title in b.titles.values()]
    return any(fuzz.ratio(x, y, score_cutoff=SPELLING) for x in names_a for y in names_b)
