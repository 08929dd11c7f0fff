"""A calendar file to events with their schedules.

What is unreadable costs itself alone and says why; work, dates and sizes are bounded whatever the file contains.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from tourism.schedule.ical.components import Component, UnreadableEventError, component_from
from tourism.schedule.ical.instances import Instances, instances_of
from tourism.schedule.ical.lines import cut_calendar
from tourism.schedule.ical.periods import endless_schedule, schedule_from
from tourism.schedule.ical.rules import Budget
from tourism.schedule.ical.zones import PARIS, Zones
from tourism.schedule.model import Schedule, ScheduleError


@dataclass(frozen=True)
class CalendarEvent:
    """One event of a calendar file.

    ``key`` is made of the title, the first date and the place: some feeds give other UIDs, or none, at each download.
    ``status`` is CONFIRMED, TENTATIVE or CANCELLED, "" when the source says nothing. ``geo`` is latitude, longitude.
    ``language`` is that of the texts when the source says it. ``parent_uid`` is the event that this one belongs to.
    """

    uid: str
    key: str
    schedule: Schedule
    sequence: int = 0
    summary: str = ""
    description: str = ""
    language: str = ""
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    organizer: str = ""
    email: str = ""
    status: str = ""
    last_modified: datetime | None = None
    images: tuple[str, ...] = ()
    parent_uid: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """An event that was put aside: where it begins in the file, what it is called if it says so, why, in French, and
    its UID if that can be read."""

    line: int
    name: str
    reason: str
    uid: str = ""


@dataclass(frozen=True)
class Calendar:
    """What a calendar file says. Unless ``complete``, that an event is not there means nothing."""

    name: str
    events: tuple[CalendarEvent, ...]
    problems: tuple[Problem, ...]
    complete: bool


def read_calendar(data: bytes, *, horizon: date, language: str = "fr", budget: Budget | None = None) -> Calendar:
    """The events of a calendar file.

    Rules that our periods cannot say are followed up to ``horizon``. ``language`` is that of notes on dates.
    ``budget`` is the work that all rules together may cost; once it is late, what is left of the file is not read.
    Raises CalendarError (French) when the file is too big or no calendar.
    """
    raw = cut_calendar(data)
    budget = budget or Budget()
    zones = Zones(raw.zones, horizon=datetime.combine(horizon, time(0)), budget=budget)
    components: list[Component] = []
    problems: list[Problem] = []
    unread = 0
    for event in raw.events:
        if unread or budget.late:
            unread += 1
            continue
        try:
            if not event.ended and event is raw.events[-1] and not raw.complete:
                raise UnreadableEventError("Le fichier est coupé au milieu de cet événement.")
            components.append(component_from(event, zones))
        except UnreadableEventError as error:
            problems.append(Problem(event.line, _name_of(event.lines), str(error), _uid_of(event.lines)))
    if raw.too_many:
        problems.append(Problem(0, "", f"Le fichier a trop d’événements : {raw.too_many} ne sont pas lus."))
    events: list[CalendarEvent] = []
    for group in _groups(components):
        if unread or budget.late:
            unread += 1
            continue
        try:
            events.append(_event(group, horizon=horizon, budget=budget, language=language))
        except (ScheduleError, OverflowError) as error:
            reason = f"Les dates de l’événement sont impossibles ({error})."
            first = group.first
            problems.append(Problem(first.line, first.summary or first.uid, reason, first.uid))
    if unread:
        problems.append(Problem(0, "", f"La lecture a pris trop de temps : {unread} événements ne sont pas lus."))
    complete = raw.complete and not unread
    return Calendar(raw.name, tuple(events), tuple(sorted(problems, key=lambda one: one.line)), complete)


def _name_of(lines: Iterable[str]) -> str:
    return (_value_of(lines, "SUMMARY") or _value_of(lines, "UID"))[:200]


def _uid_of(lines: Iterable[str]) -> str:
    return _value_of(lines, "UID")


def _value_of(lines: Iterable[str], name: str) -> str:
    """The value of a property as it is written, for an event that cannot be read otherwise."""
    values = {line.partition(":")[0].partition(";")[0].upper(): line.partition(":")[2] for line in lines}
    return values.get(name, "").strip()


@dataclass(frozen=True)
class _Group:
    """The components of one event: its dates, usually one component, and what changes of some."""

    masters: tuple[Component, ...]
    changes: tuple[Component, ...]
    shared_uid: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def first(self) -> Component:
        return (self.masters or self.changes)[0]


def _groups(components: Iterable[Component]) -> list[_Group]:
    by_uid: dict[str, list[Component]] = {}
    for component in components:
        by_uid.setdefault(component.uid or f"\0{_content_key(component)}", []).append(component)
    return [group for together in by_uid.values() for group in _groups_of_uid(together)]


def _groups_of_uid(together: Sequence[Component]) -> list[_Group]:
    """The components that share a UID: one event, unless its author gave the same UID to several titles."""
    changes = [component for component in together if component.recurrence is not None]
    titled: dict[str, list[Component]] = {}
    for component in together:
        if component.recurrence is None:
            titled.setdefault(_normal(component.summary), []).append(component)
    if not titled:
        return [_Group((), tuple(changes))]
    own: dict[str, list[Component]] = {title: [] for title in titled}
    for change in changes:
        title = _normal(change.summary)
        own[title if title in own else next(iter(own))].append(change)
    groups = []
    for title, masters in titled.items():
        latest = _latest(masters)
        remarks = []
        if len(titled) > 1:
            remarks.append(
                "Plusieurs événements de la source ont le même identifiant : ils sont distingués par leur titre."
            )
        if len(latest) > 1:
            remarks.append("L’événement est écrit plusieurs fois sous le même identifiant : ses dates sont réunies.")
        groups.append(_Group(tuple(latest), tuple(own[title]), len(titled) > 1, tuple(remarks)))
    return groups


def _latest(masters: Sequence[Component]) -> list[Component]:
    """The last revision: of the greatest SEQUENCE; the same dates written twice are one."""
    sequence = max(master.sequence for master in masters)
    latest: dict[tuple, Component] = {}
    for master in sorted(masters, key=lambda one: (one.stamped or datetime.min.replace(tzinfo=UTC), one.line)):
        if master.sequence == sequence:
            end = master.end.instant if master.end else master.length
            latest[(master.start.instant, end, master.rules)] = master
    return sorted(latest.values(), key=lambda one: one.line)


def _event(group: _Group, *, horizon: date, budget: Budget, language: str) -> CalendarEvent:
    first = max(group.masters or group.changes, key=lambda one: (one.sequence, -one.line))
    key = _content_key(first)
    schedule, remarks = _dates_of(group, horizon=horizon, budget=budget, language=first.language or language)
    every = [*group.remarks, *(remark for one in (*group.masters, *group.changes) for remark in one.remarks), *remarks]
    return CalendarEvent(
        uid=f"{first.uid}#{key[:8]}" if group.shared_uid else first.uid,
        key=key,
        schedule=schedule,
        sequence=first.sequence,
        summary=first.summary,
        description=first.description,
        language=first.language,
        location=first.location,
        geo=first.geo,
        url=first.url,
        categories=first.categories,
        organizer=first.organizer,
        email=first.email,
        status=first.status if first.status in ("CONFIRMED", "TENTATIVE", "CANCELLED") else "",
        last_modified=first.last_modified or first.stamped,
        images=first.images,
        parent_uid=first.parent_uid,
        remarks=tuple(dict.fromkeys(every)),
    )


def _dates_of(group: _Group, *, horizon: date, budget: Budget, language: str) -> tuple[Schedule, list[str]]:
    master = group.masters[0] if len(group.masters) == 1 else None
    if master is not None and not group.changes:
        endless = endless_schedule(master, horizon=horizon)
        if endless is not None:
            return endless, []
    if len(group.masters) > 1:
        instances = _united(group, horizon=horizon, budget=budget)
    else:
        instances = instances_of(master, group.changes, horizon=horizon, budget=budget)
    return schedule_from(instances, master, horizon=horizon, language=language)


def _united(group: _Group, *, horizon: date, budget: Budget) -> Instances:
    """The dates of an event that is written in several components; each keeps its rule, and changes go to the first."""
    each = [
        instances_of(master, group.changes if master is group.masters[0] else (), horizon=horizon, budget=budget)
        for master in group.masters
    ]
    planned = dict.fromkeys(instance for one in each for instance in one.planned)
    remarks = dict.fromkeys(remark for one in each for remark in one.remarks)
    return replace(
        each[0],
        planned=tuple(planned),
        rule_dates=None,
        goes_on=any(one.goes_on for one in each),
        remarks=tuple(remarks),
    )


def _content_key(component: Component) -> str:
    """The same for the same title, first date and place, however they are spelt."""
    start = component.start.instant
    local = start.astimezone(PARIS).replace(tzinfo=None) if isinstance(start, datetime) else start
    if component.recurrence is not None:
        local = component.recurrence.value
    content = "|".join((_normal(component.summary), local.isoformat(), _normal(component.location)))
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def _normal(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter if letter.isalnum() else " " for letter in decomposed if not _mark(letter)).split())


def _mark(letter: str) -> bool:
    return unicodedata.combining(letter) != 0
