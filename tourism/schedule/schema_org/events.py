"""`startDate`, `endDate`, `eventStatus` and `previousStartDate` of an Event and of its unnamed sub-events."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from tourism.schedule.dated import (
    LONGEST,
    MIDNIGHT,
    Entry,
    Remarks,
    entries_between,
    read_day,
    read_moment,
    shown,
)
from tourism.schedule.days import ONE_DAY
from tourism.schedule.expansion import expand
from tourism.schedule.hours import Span
from tourism.schedule.linked_data import local_name, value_of, values_of
from tourism.schedule.model import ALL_DAY, Override, Schedule, Slot, Status
from tourism.schedule.sentence import spoken_date

_STATUSES = {
    "EventScheduled": Status.SCHEDULED,
    "EventRescheduled": Status.MOVED,
    "EventPostponed": Status.POSTPONED,
    "EventCancelled": Status.CANCELLED,
    "EventMovedOnline": Status.SCHEDULED,
}
_WRITTEN = {
    Status.MOVED: "EventRescheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
    Status.SUSPENDED: "EventCancelled",
}


def read_events(node: dict[str, Any], zone: ZoneInfo, remarks: Remarks) -> tuple[list[Entry], list[Override]]:
    """The dates of an event, or those of the sub-events that are its dates."""
    children = [child for key in ("subEvent", "subEvents") for child in values_of(node, key)]
    names = (None, value_of(node, "name"))
    dates = [child for child in children if isinstance(child, dict) and value_of(child, "name") in names]
    entries: list[Entry] = []
    overrides: list[Override] = []
    for one in [child for child in dates if values_of(child, "startDate")] or [node]:
        more_entries, more_overrides = _read_event(one, zone, remarks)
        entries += more_entries
        overrides += more_overrides
    return entries, list({(override.day, override.start): override for override in overrides}.values())


def _read_event(node: dict[str, Any], zone: ZoneInfo, remarks: Remarks) -> tuple[list[Entry], list[Override]]:
    entries = _entries(node, zone, remarks)
    status = _status(node, remarks)
    if status == Status.MOVED:
        return _rescheduled(node, entries, zone, remarks)
    if status == Status.SCHEDULED:
        return entries, []
    return entries, [Override(day, slot.start, status=status) for day, slot in entries]


def _status(node: dict[str, Any], remarks: Remarks) -> Status:
    value = value_of(node, "eventStatus")
    if value is None:
        return Status.SCHEDULED
    name = local_name(value)
    if name not in _STATUSES:
        remarks.add(f"Le statut {shown(value)} n’est pas connu.")
    if name == "EventMovedOnline":
        remarks.add("L’événement a lieu en ligne.")
    return _STATUSES.get(name, Status.SCHEDULED)


def _entries(node: dict[str, Any], zone: ZoneInfo, remarks: Remarks) -> list[Entry]:
    """Days and hours of one event; a date without a time has no hour that is known."""
    start, end = value_of(node, "startDate"), value_of(node, "endDate")
    if start is None:
        if end is not None or values_of(node, "doorTime"):
            remarks.add("Un événement sans date de début n’a pas de date.")
        return []
    begin = _moment(start, zone, "Le début", remarks)
    until = _moment(end, zone, "La fin", remarks) if end is not None else None
    if begin is None:
        return []
    if isinstance(begin, datetime) and (until is None or isinstance(until, datetime)):
        return entries_between(begin, until, remarks)
    first = begin.date() if isinstance(begin, datetime) else begin
    last = until.date() if isinstance(until, datetime) else until or first
    if last < first or last - first > LONGEST:
        wrong = "finit avant de commencer" if last < first else "dure plus de dix ans"
        remarks.add(f"La date du {spoken_date(first, 'fr')} {wrong} : sa fin n’est pas reprise.")
        last, until = first, None
    starts = begin.time().replace(fold=0) if isinstance(begin, datetime) else None
    ends = until.time().replace(fold=0) if isinstance(until, datetime) else None
    if ends == MIDNIGHT and last > first:
        last, ends = last - ONE_DAY, None
    days = [first + number * ONE_DAY for number in range((last - first).days + 1)]
    entries = [(day, ALL_DAY) for day in days]
    if starts is not None:
        entries[0] = (first, Slot(starts))
    if ends is not None:
        entries[-1] = (last, Slot(None, ends))
    return entries


def _moment(value: Any, zone: ZoneInfo, what: str, remarks: Remarks) -> date | datetime | None:
    if isinstance(value, str) and len(value.strip()) > 10:
        return read_moment(value, zone, what, remarks)
    return read_day(value, what, remarks)


def _rescheduled(
    node: dict[str, Any], entries: list[Entry], zone: ZoneInfo, remarks: Remarks
) -> tuple[list[Entry], list[Override]]:
    """The former date as the rule, the new one as where it was moved to."""
    previous = value_of(node, "previousStartDate")
    before = _moment(previous, zone, "L’ancienne date", remarks) if previous is not None else None
    if before is None or len(entries) != 1:
        if entries:
            remarks.add("L’événement a changé de date ; l’ancienne n’est pas reprise.")
        return entries, []
    new_day, slot = entries[0]
    if isinstance(before, datetime) and slot.start is not None:
        old_day, old = before.date(), Slot(before.time().replace(fold=0), slot.end)
    else:
        # The end stays that of the new date when its beginning is not known.
        old_day, old = before.date() if isinstance(before, datetime) else before, Slot(None, slot.end)
    return [(old_day, old)], [
        Override(
            old_day,
            old.start,
            status=Status.MOVED,
            new_day=new_day,
            new_start=slot.start,
            new_end=slot.end if slot.start is not None else None,
        )
    ]


def events_of(
    schedule: Schedule, *, first: date, last: date, limit: int = 2_000
) -> tuple[list[dict[str, str]], list[str]]:
    """The dates from ``first`` to ``last`` inclusive, cancelled ones too, as ``{startDate, endDate?, eventStatus,
    previousStartDate?}``, ready to be (sub-)events; and what they do not say, in French sentences."""
    remarks = Remarks()
    spans = expand(schedule, first=first, last=last, limit=limit)
    if not spans.complete:
        remarks.add("Les dates sont trop nombreuses : les suivantes ne sont pas écrites.")
    if any(span.status == Status.FULL for span in spans):
        remarks.add("Les dates complètes sont écrites comme les autres.")
    return [event_dates(span) for span in spans], remarks.sentences


def event_dates(span: Span) -> dict[str, str]:
    """``{startDate, endDate?, eventStatus, previousStartDate?}`` of one date; whole days are dates without a time."""
    status = _WRITTEN.get(span.status, "EventScheduled")
    dates = {"startDate": (span.start if span.start_known else span.day).isoformat()}
    if span.all_day:
        dates["endDate"] = span.day.isoformat()
    elif span.end is not None:
        dates["endDate"] = span.end.isoformat()
    dates["eventStatus"] = f"https://schema.org/{status}"
    if span.status == Status.MOVED:
        dates["previousStartDate"] = _former(span)
    return dates


def _former(span: Span) -> str:
    at: time | None = span.original_start
    if at is None:
        return span.original_day.isoformat()
    return datetime.combine(span.original_day, at, tzinfo=span.start.tzinfo).isoformat()
