"""Reads: events of the database as the search for duplicates sees them, some at a time, three statements a batch."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

import orjson
from django.db.models import Q, QuerySet
from django.utils import timezone

from agenda.dedupe import GRAVE, Candidate, Identifier, Verdict, Verdicts, When, content_key, gravest
from agenda.models import Event, Occurrence, PairVerdict
from cms.texts import plain_texts
from tourism.enums import OWN_SOURCE, ContactKind, RecordKind
from tourism.models import PlaceAlias, SourceRecord
from tourism.queries import source_rank, text_at

READ_AT_ONCE = 500
# Raised when other pairs would be found in the same events: then the next night compares all of them again.
RULES = 2
# For so few new events, only what is on around their dates is compared with them.
FEW, FEW_DAYS = 20, 60
PAGES = (ContactKind.WEBSITE, ContactKind.BOOKING)
COLUMNS = (
    "public_id",
    "name",
    "last_date",
    "status",
    "facts",
    "latitude",
    "longitude",
    "office_id",
    "commune",
    "place",
)


@dataclass(frozen=True)
class Stored:
    """One event: what is compared of it, and what decides which of two is kept.

    Attributes:
        rank: of the most trusted of its sources, the least is the most trusted.
        voices: how many sources' records say something of it today; 1 for an office's own entry.
        content: 16 hexadecimal digits of all that is compared, but for the dates that pass by themselves; '' when it
            was not asked for.
    """

    pk: int
    candidate: Candidate
    rank: tuple[int, str]
    voices: int
    content: str = ""

    @property
    def precedence(self) -> tuple[tuple[int, str], int]:
        """The least of two is kept: the more trusted one, else the older one."""
        return self.rank, self.pk


# What a candidate says apart from its dates and numbers.
_CONTENT = frozenset(one.name for one in fields(Candidate)) - {
    "key",
    "occurrences",
    "identifiers",
    "states",
    "content_key",
}


@dataclass(frozen=True)
class _Told:
    """One record of an event, as far as it matters here."""

    source: str
    number: str
    identifiers: tuple[Identifier, ...]
    part_of: Identifier | None


def coming_events(around: Iterable[Candidate] = ()) -> QuerySet[Event]:
    """Published events that are not over; with `around`, only those that happen when one of these does."""
    today = timezone.localdate()
    events = Event.objects.filter(Q(last_date=None) | Q(last_date__gte=today), published=True)
    days = {day for candidate in around for day in candidate.evenings}
    if not days:
        return events
    window = (_midnight(min(days) - timedelta(days=1)), _midnight(max(days) + timedelta(days=2)))
    meanwhile = Occurrence.objects.filter(start__range=window).values("event")
    return events.filter(Q(pk__in=meanwhile) | Q(long_running=True))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def stored_candidates(events: QuerySet[Event], *, dates: Mapping[int, list[When]] | None = None) -> Iterator[Stored]:
    """Events as candidates, by primary key; memory holds one batch.

    With `dates`, by primary key, these are compared and no others; what only their sources' records say (numbers,
    festival, trust) is left out then. That is two statements a batch less.
    """
    aliases: dict[int, list[str]] = defaultdict(list)
    for place, name in PlaceAlias.objects.values_list("place_id", "name"):
        aliases[place].append(name)
    last = 0
    while True:
        rows = events.filter(pk__gt=last).select_related("commune", "place").order_by("pk")
        batch = list(
            rows.only(*COLUMNS, "commune__name", "place__public_id", "place__title", "place__latitude")[:READ_AT_ONCE]
        )
        if not batch:
            return
        last = batch[-1].pk
        ids = [event.pk for event in batch]
        whens, states = _whens(ids) if dates is None else (dates, {})
        told = _told(ids) if dates is None else {}
        for event in batch:
            records = told.get(event.pk, [])
            rank = min((source_rank(record.source) for record in records), default=source_rank(OWN_SOURCE))
            candidate = _candidate(
                event,
                whens.get(event.pk, ()),
                records,
                aliases.get(event.place_id or 0, ()),
                states.get(event.pk, {}),
            )
            voices = max(1, len(records))
            yield Stored(event.pk, candidate, rank, voices, _content(candidate, event, voices))


def _content(candidate: Candidate, event: Event, voices: int) -> str:
    said = {name: value for name, value in vars(candidate).items() if name in _CONTENT}
    numbers = sorted((number.source, number.external_id) for number in candidate.identifiers)
    when = [event.facts.get("schedule"), event.status]
    compared = orjson.dumps([RULES, voices, when, numbers, said], option=orjson.OPT_SORT_KEYS, default=str)
    return hashlib.blake2b(compared, digest_size=8).hexdigest()


def _whens(ids: list[int]) -> tuple[Mapping[int, list[When]], Mapping[int, dict[date, str]]]:
    """The dates of events, and the days on which something does not take place, with what is said of it."""
    dates = Occurrence.objects.filter(event__in=ids, end__gte=_midnight(timezone.localdate()))
    found: dict[int, list[When]] = defaultdict(list)
    states: dict[int, dict[date, str]] = defaultdict(dict)
    for event, start, all_day, status in dates.order_by("start").values_list("event_id", "start", "all_day", "status"):
        when = when_of(start, all_day=all_day)
        found[event].append(when)
        if status in GRAVE:
            states[event][when.day] = gravest((status, states[event].get(when.day, "")))
    return found, states


@lru_cache(maxsize=65_536)
def when_of(start: datetime, *, all_day: bool) -> When:
    """The date of an occurrence. Half of what is on begins at the same hours of the same days."""
    begin = timezone.localtime(start)
    return When(begin.date(), None if all_day else begin.time())


def _told(ids: list[int]) -> dict[int, list[_Told]]:
    records = SourceRecord.objects.filter(kind=RecordKind.EVENT, subject_id__in=ids, withdrawn_at=None)
    found: dict[int, list[_Told]] = defaultdict(list)
    for pk, source, number, identifiers, part_of in records.exclude(record={}).values_list(
        "subject_id", "source", "external_id", "record__details__identifiers", text_at("record", "part_of_external_id")
    ):
        foreign = [
            Identifier(str(said["source"]), str(said["external_id"]))
            for said in identifiers or ()
            if isinstance(said, Mapping) and said.get("source") and said.get("external_id")
        ]
        festival = Identifier(source, part_of) if part_of else None
        found[pk or 0].append(_Told(source, number, (Identifier(source, number), *foreign), festival))
    for records_of_one in found.values():
        records_of_one.sort(key=lambda record: source_rank(record.source))
    return found


def _candidate(
    event: Event,
    whens: Iterable[When],
    records: list[_Told],
    aliases: Iterable[str],
    states: Mapping[date, str],
) -> Candidate:
    facts, place = event.facts, event.place
    venue = facts.get("venue") or (facts.get("address") or {}).get("venue") or (place.title if place else "")
    names = dict.fromkeys(name for name in (place.title if place else "", *aliases) if name and name != venue)
    title, whens = plain_texts(event.name), tuple(whens)
    town = event.commune.name if event.commune else ""
    return Candidate(
        key=f"event:{event.public_id}",
        title=title,
        occurrences=whens,
        venue=venue,
        venue_id=place.public_id if place else "",
        venue_aliases=tuple(names),
        commune_code=event.commune_id or "",
        town=town,
        latitude=event.latitude,
        longitude=event.longitude,
        addresses=_pages(facts),
        identifiers=frozenset(number for record in records for number in record.identifiers),
        part_of=next((record.part_of for record in records if record.part_of), None),
        organiser=facts.get("organiser", ""),
        price=((facts.get("price") or {}).get("text") or {}).get("fr", ""),
        # Two offices may announce one event, each for itself.
        source=records[0].source if records else f"{OWN_SOURCE}:{event.office_id or ''}",
        categories=tuple(facts.get("event_categories", ())),
        states=states,
        content_key=content_key(title, _lasting(event, whens), venue, event.commune_id or town),
    )


def _lasting(event: Event, whens: Iterable[When]) -> Iterable[When]:
    """Of the dates what stays until an event is over: a verdict is found again by what was said, and dates pass."""
    last = event.last_date or date.max
    return {When(last, when.start) for when in whens if when.day == last} or {When(last)}


def _pages(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Its web site and where it is booked."""
    contacts = [*facts.get("contacts", ())]
    contacts += [contact for booking in facts.get("booking", ()) for contact in booking.get("contacts", ())]
    return tuple(
        dict.fromkeys(contact["value"] for contact in contacts if contact.get("kind") in PAGES and contact.get("value"))
    )


def stored_verdicts() -> Verdicts:
    """All that people decided."""
    columns = ("key_a", "key_b", "same", "content_a", "content_b")
    return Verdicts(Verdict(*row) for row in PairVerdict.objects.order_by("at").values_list(*columns))
