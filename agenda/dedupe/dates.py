"""How the dates of two events stand to each other."""

from dataclasses import dataclass
from datetime import time

from agenda.dedupe.candidate import Candidate
from agenda.dedupe.reasons import Reason, ReasonCode

# Doors and curtain are announced for each other.
SAME_TIME_MIN = 45
OTHER_TIME_MIN = 90
# Starts of so many common days are looked at; a season of two hundred says nothing more.
DAYS_LOOKED_AT = 31


@dataclass(frozen=True)
class DateLikeness:
    """`shared` days of `total`; `contains` 1 when the first has all days of the second and more, -1 the other way.

    `of_one`: what only one of them says, a day or an hour of a common day, which is lost when the other's dates count.
    """

    shared: int
    total: int
    contains: int
    gap: int | None  # days between the nearest dates when none is common
    same_time: bool
    exact_time: bool
    other_time: bool
    of_one: tuple[Reason, ...]
    reasons: tuple[Reason, ...]

    @property
    def overlap(self) -> float:
        """0..1, common days by all days."""
        return self.shared / self.total if self.total else 0.0


def date_likeness(a: Candidate, b: Candidate) -> DateLikeness:
    """The relation of two sets of dates. A start after midnight counts for the evening before as well, unless one
    source gives both: it knows its own nights."""
    shared = a.days & b.days if a.source and a.source == b.source else a.evenings & b.evenings
    total = len(a.days | b.days)
    if not shared:
        gap = _gap(a, b)
        other = (Reason(ReasonCode.OTHER_DAYS),)
        return DateLikeness(0, total, 0, gap, False, False, False, other, other)
    count = min(len(shared), len(a.days), len(b.days))
    if a.days == b.days or (len(a.days) == len(b.days) == count):
        reasons = [Reason(ReasonCode.SAME_DAYS, {"days": count})]
        total = count
    else:
        reasons = [Reason(ReasonCode.SHARED_DAYS, {"shared": count, "days": total})]
    same_time, exact_time, other_time, told = _times(a, b)
    of_one = [*reasons] if count < total else []
    reasons += told
    if not other_time and (hour := _hour_of_one(a, b)) is not None:
        of_one.append(Reason(ReasonCode.HOUR_OF_ONE, {"time": f"{hour:%H:%M}"}))
    contains = (a.days > b.days) - (b.days > a.days)
    return DateLikeness(count, total, contains, None, same_time, exact_time, other_time, tuple(of_one), tuple(reasons))


def _gap(a: Candidate, b: Candidate) -> int | None:
    if not a.days or not b.days:
        return None
    first, second = sorted(((min(a.days), max(a.days)), (min(b.days), max(b.days))))
    if second[0] > first[1]:
        return (second[0] - first[1]).days
    return min(abs((x - y).days) for x in sorted(a.days)[:DAYS_LOOKED_AT] for y in sorted(b.days)[:DAYS_LOOKED_AT])


def _times(a: Candidate, b: Candidate) -> tuple[bool, bool, bool, list[Reason]]:
    """(some start is about the same, to the minute, all starts differ, the reason)."""
    nearest: tuple[int, time, time] | None = None
    for day in sorted(a.starts.keys() & b.starts.keys())[:DAYS_LOOKED_AT]:
        for x in a.starts[day]:
            for y in b.starts[day]:
                found = (abs(_minutes(x) - _minutes(y)), min(x, y), max(x, y))
                nearest = min(nearest or found, found)
    if nearest is None:
        return False, False, False, []
    apart, early, late = nearest
    if apart <= SAME_TIME_MIN:
        if apart:
            reason = Reason(ReasonCode.CLOSE_TIMES, {"times": f"{early:%H:%M} / {late:%H:%M}"})
        else:
            reason = Reason(ReasonCode.SAME_TIME, {"time": f"{early:%H:%M}"})
        return True, not apart, False, [reason]
    if apart > OTHER_TIME_MIN:
        return False, False, True, [Reason(ReasonCode.OTHER_TIME, {"times": f"{early:%H:%M} / {late:%H:%M}"})]
    return False, False, False, []


def _hour_of_one(a: Candidate, b: Candidate) -> time | None:
    """A start on a common day that is far from all of the other's: its matinée, of which the other says nothing."""
    for day in sorted(a.said_starts.keys() & b.said_starts.keys())[:DAYS_LOOKED_AT]:
        of_a, of_b = a.said_starts[day], b.said_starts[day]
        alone = {start for one, other in ((of_a, of_b), (of_b, of_a)) for start in one if _is_far(start, other)}
        if alone:
            return max(alone)
    return None


def _is_far(start: time, others: frozenset[time]) -> bool:
    return all(abs(_minutes(start) - _minutes(at)) > OTHER_TIME_MIN for at in others)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
