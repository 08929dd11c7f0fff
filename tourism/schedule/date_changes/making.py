"""From what an editor wants of a day to the change that says it over the source's schedule; None when nothing needs to
be said, because the source says just that."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from tourism.schedule.date_changes.applying import GRAVITY
from tourism.schedule.date_changes.days import bare, planned_on, starts_of
from tourism.schedule.date_changes.shape import CLOSED, DateChange, What
from tourism.schedule.model import Override, Schedule, Slot, Status


def slots_of_day(schedule: Schedule, day: date) -> frozenset[Slot]:
    """The hours that the rules give a day, without what only names them."""
    return frozenset(bare(one.slot) for one in planned_on(schedule, day))


def change_of_day(source: Schedule, day: date, wanted: Iterable[Slot], *, usual: bool = False) -> DateChange | None:
    """Whether a day has dates, and which.

    Args:
        wanted: all its hours; none for no date that day.
        usual: they are those of the other dates, whatever these become.
    """
    planned = planned_on(source, day)
    there, wanted = {bare(one.slot) for one in planned}, frozenset(wanted)
    if there == wanted:
        return None
    said = {str(one.said.status) for one in planned if one.said is not None and not one.said.status.takes_place}
    despite = CLOSED if day in source.closed_dates else min(said, default="")
    change = DateChange(day=day, what=What.ADDED if wanted else What.OUT, starts=starts_of(planned), despite=despite)
    if not wanted or (usual and not there):
        return change
    beside = bool(there) and there < wanted
    slots = wanted - there if beside else wanted
    ordered = sorted(slots, key=lambda slot: (slot.start or time(0), slot.end or time(0)))
    return replace(change, slots=tuple(ordered), beside=beside)


def change_of_date(source: Schedule, day: date, start: time | None, wanted: Override | None) -> DateChange | None:
    """What became of a date, or of all dates of a day (`start` None).

    Args:
        source: the source's schedule, with the days that the editor added and without those taken out.
        wanted: what is said of it; None for nothing: it takes place as planned.
    """
    planned = planned_on(source, day)
    starts = starts_of(planned)
    if len(starts) < 2:
        # The only date of its day is the day's, whatever its hour becomes.
        start = None
    about = [one for one in planned if start is None or one.slot.start == start]
    said = [one.said for one in about if one.said is not None]
    wanted = replace(wanted or Override(day=day), day=day, start=start, period="")
    if not said and wanted == Override(day=day, start=start):
        return None
    if len(said) == len(about) > 0 and all(replace(one, start=start, period="") == wanted for one in said):
        return None
    gravest = max((one.status for one in said), key=GRAVITY.__getitem__, default=None)
    despite = "" if gravest is None else str(gravest)
    if wanted.status == Status.SUSPENDED:
        wanted = replace(wanted, status=Status.CANCELLED)
    return DateChange(day=day, said=wanted, starts=starts, despite=despite)
