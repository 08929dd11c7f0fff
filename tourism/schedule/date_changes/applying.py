"""Changes of single dates over a schedule, whatever it has become since they were made. Pure, and never an error: a
change of a date that is no more touches nothing.

What the source says of a date anew, after the editor spoke, is not hidden by what the editor said before: cancelled
and postponed stay so, and a remark leaves a date full or moved. Only what the editor saw (`DateChange.despite`) is
said over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from tourism.schedule.date_changes.days import (
    Planned,
    bare,
    planned_on,
    starts_of,
    usual_slots,
    with_day,
    with_day_of_rule,
    without_day,
)
from tourism.schedule.date_changes.shape import CLOSED, DateChange, What, changes_from_json
from tourism.schedule.model import Override, Schedule, ScheduleError, Status, Texts

GRAVITY = {
    Status.SCHEDULED: 0,
    Status.FULL: 1,
    Status.MOVED: 1,
    Status.POSTPONED: 2,
    Status.SUSPENDED: 3,
    Status.CANCELLED: 3,
}


@dataclass(frozen=True)
class Effect:
    """What one change comes to over the source's schedule of now.

    Attributes:
        touches: False when there is no such date any more, or the source says just that.
        gone: whether the source has no such date any more.
        said: what the source says of the date, when it says something.
    """

    change: DateChange
    touches: bool
    gone: bool
    said: Override | None


def with_changes(schedule: Schedule, changes: Iterable[DateChange]) -> Schedule:
    """The schedule with an editor's changes over it; the very same object when none of them touches it."""
    changes = tuple(changes)
    for change in changes:
        if change.what == What.OUT:
            schedule = _taken_out(schedule, change)
    for change in changes:
        if change.what == What.ADDED:
            schedule = _added(schedule, change)
    for change in changes:
        if change.said is not None:
            schedule = _changed(schedule, change, change.said)
    return schedule


def with_changes_in_json(schedule: Any, changes: Any) -> Any:
    """`with_changes` of JSON. What cannot be read is left as it is: a schedule without the changes, changes without
    effect."""
    try:
        before = Schedule.from_json(schedule)
        after = with_changes(before, changes_from_json(changes))
    except ScheduleError:
        return schedule
    return schedule if after is before else after.to_json()


def effects(schedule: Schedule, changes: Iterable[DateChange]) -> list[Effect]:
    """What each change comes to, in order of their days. `schedule` is the source's."""
    changes = tuple(changes)
    with_days = with_changes(schedule, [change for change in changes if change.what != What.CHANGED])
    found = []
    for change in sorted(changes, key=lambda one: (one.day, one.what, one.start or time(0))):
        base = with_days if change.what == What.CHANGED else schedule
        planned = planned_on(base, change.day)
        aimed = _aimed(change, planned) if change.what == What.CHANGED else planned
        said = _gravest(one.said for one in aimed)
        touches = with_changes(base, [change]) is not base
        found.append(Effect(change, touches, gone=not aimed and change.what != What.ADDED, said=said))
    return found


def _gravest(said: Iterable[Override | None]) -> Override | None:
    return max(filter(None, said), key=lambda one: GRAVITY[one.status], default=None)


def is_stronger(said: Override | None, change: DateChange) -> bool:
    """Whether what the source says of a date is that it does not take place, and the editor did not know."""
    return said is not None and not said.status.takes_place and str(said.status) != change.despite


def _taken_out(schedule: Schedule, change: DateChange) -> Schedule:
    planned = planned_on(schedule, change.day)
    if not planned or any(is_stronger(one.said, change) for one in planned):
        return schedule
    return without_day(schedule, change.day)


def _added(schedule: Schedule, change: DateChange) -> Schedule:
    day = change.day
    opened = schedule
    if change.despite == CLOSED and day in schedule.closed_dates:
        opened = replace(schedule, closed_dates=tuple(other for other in schedule.closed_dates if other != day))
    planned = planned_on(opened, day)
    if not planned:
        # Closed by the source since, which is the stronger.
        if day in opened.closed_dates:
            return schedule
        ruled = with_day_of_rule(opened, day) if not change.slots else opened
        return ruled if ruled is not opened else with_day(opened, day, change.slots or usual_slots(opened, day))
    if not change.slots or any(is_stronger(one.said, change) for one in planned):
        return opened
    known = {bare(one.slot) for one in planned}
    if change.beside:
        new = tuple(slot for slot in change.slots if slot not in known)
        return with_day(opened, day, new) if new else opened
    if known == set(change.slots):
        return opened
    return with_day(without_day(opened, day), day, change.slots)


def _changed(schedule: Schedule, change: DateChange, said: Override) -> Schedule:
    planned = planned_on(schedule, change.day)
    aimed = _aimed(change, planned)
    if not aimed:
        return schedule
    whole = len(aimed) == len(planned)
    results = [merged(change, said, one.said) for one in aimed]
    if all(_content(result) == _content(one.said) for one, result in zip(aimed, results, strict=True)):
        return schedule
    new: list[Override]
    if whole and all(_content(result) == _content(results[0]) for result in results):
        new = [replace(results[0], start=None, period="")]
    else:
        keyed = zip(aimed, results, strict=True)
        new = [replace(result, start=one.slot.start, period=one.period) for one, result in keyed]
        if len({(one.start, *_content(one)) for one in new}) == len({one.start for one in new}):
            new = list({one.start: replace(one, period="") for one in new}.values())
    starts = {one.slot.start for one in aimed}
    kept = [one for one in schedule.overrides if one.day != change.day or not (whole or one.start in starts)]
    return replace(schedule, overrides=(*kept, *new))


def _content(said: Override | None) -> tuple[Any, ...]:
    if said is None:
        return Status.SCHEDULED, None, None, None, ()
    return said.status, said.new_day, said.new_start, said.new_end, tuple(sorted(said.note.items()))


def merged(change: DateChange, said: Override, source: Override | None) -> Override:
    """What became of a date of which an editor said one thing and the source another."""
    if source is None or str(source.status) == change.despite:
        return said
    note = {**source.note, **said.note}
    has_place = said.new_day or said.new_start or said.new_end
    if is_stronger(source, change) and GRAVITY[source.status] >= GRAVITY[said.status]:
        # Cancelled where people were told to come.
        place = said if has_place else source
        return _at(said, place, status=source.status, note=note)
    if said.status == Status.SCHEDULED:
        return _at(said, source, status=source.status, note=note)
    if said.status.takes_place and not has_place:
        return _at(said, source, status=said.status, note=note)
    return replace(said, note=note)


def _at(said: Override, place: Override, *, status: Status, note: Texts) -> Override:
    return replace(
        said, status=status, new_day=place.new_day, new_start=place.new_start, new_end=place.new_end, note=note
    )


def _aimed(change: DateChange, planned: list[Planned]) -> list[Planned]:
    """The dates of its day that a change is about, also when their hours are others than then."""
    starts, known = starts_of(planned), change.starts
    if change.start is not None:
        if change.start in starts:
            return [one for one in planned if one.slot.start == change.start]
        if change.start not in known or len(starts) != len(known):
            return []
        # As many as then: the one in its place, unless that is one of the others.
        there = starts[known.index(change.start)]
        return [one for one in planned if one.slot.start == there] if there not in known else []
    takes_place = change.said is not None and change.said.status.takes_place
    if not takes_place or not known or len(starts) <= len(known) or None in starts:
        return planned
    # A further date of that day: nobody said that it is full too.
    still = [start for start in starts if start in known]
    others = [start for start in starts if start not in known]
    meant = {*still, *others[: len(known) - len(still)]}
    return [one for one in planned if one.slot.start in meant]
