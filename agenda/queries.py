"""Reads of the agenda. A list of events is two statements, whatever its length: its dates, their ready-made cards."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypedDict, Unpack

from django.core.cache import cache
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from agenda.enums import EventStatus
from agenda.models import Event, EventCard, EventFeed, Occurrence
from agenda.schedule import LONGEST_DATE, most_of_programme
from cms.cursors import BadCursorError, CursorKey, decode_cursor
from tourism.enums import RecordKind
from tourism.models import Commune, SourceRecord
from tourism.queries import CONFIGURED_SOURCES, ConfiguredSource, Near, Rows, current_heirs, is_key, near_filter

MANY = 500
# Events of one festival that are listed with it.
MOST_OF_PROGRAMME = 200
STOPPED = (EventStatus.CANCELLED, EventStatus.POSTPONED)
# What belongs to one date of an event, in its card.
_OF_DATE = ("end_known", "all_day", "status", "note", "remaining", "moved_from")


def _cards(event_ids: Iterable[int], language: str) -> dict[int, dict[str, Any]]:
    """Cards by event. A statement of its own: joined to the dates, databases start from all the cards."""
    return dict(
        EventCard.objects.filter(event_id__in=set(event_ids), language=language).values_list("event_id", "card")
    )


def is_in_time(instant: datetime) -> bool:
    """Whether an instant is near enough to ours that it can be reckoned with in every database."""
    return 1900 <= instant.year <= 2200


class Choices(TypedDict, total=False):
    """What a reader of the agenda chooses by. Of several values of one choice any will do, but everything that is
    asked of `accessible` must be there. `indoor` False is what is said to be outside, not what nobody said."""

    communes: Sequence[str]
    categories: Sequence[str]
    audiences: Sequence[str]
    accessible: Sequence[str]
    near: Near | None
    free: bool | None
    indoor: bool | None


def _not_over(*, start: datetime, end: datetime | None, **choices: Unpack[Choices]) -> QuerySet[Occurrence]:
    """Every date that is not over at `start` and begins before `end`."""
    # No row is longer than LONGEST_DATE: the lower bound makes this a range of an index.
    window = {"start__gt": start - LONGEST_DATE, "end__gt": start} | ({} if end is None else {"start__lt": end})
    return _chosen(Occurrence.objects.filter(**window), **choices)


def _chosen(dates: QuerySet[Occurrence], **choices: Unpack[Choices]) -> QuerySet[Occurrence]:
    if communes := choices.get("communes"):
        dates = dates.filter(commune_code__in=set(communes))
    for column, values in (("categories", choices.get("categories")), ("audiences", choices.get("audiences"))):
        wanted = Q()
        for value in dict.fromkeys(values or ()):
            wanted |= Q(**{f"{column}__contains": f"|{value}|"})
        dates = dates.filter(wanted) if wanted else dates
    for disability in dict.fromkeys(choices.get("accessible") or ()):
        dates = dates.filter(accessible__contains=f"|{disability}|")
    free, indoor = choices.get("free"), choices.get("indoor")
    if free is not None:
        dates = dates.filter(free=True) if free else dates.exclude(free=True)
    if indoor is not None:
        dates = dates.filter(indoor=indoor)
    return near_filter(dates, choices.get("near"))


def _window(
    *,
    start: datetime | None,
    end: datetime | None,
    long_running: bool | None = None,
    whole_days: bool = False,
    **choices: Unpack[Choices],
) -> QuerySet[Occurrence]:
    """For each event, its first date that is not over at `start` and begins before `end`; `start` None is now."""
    start = start or timezone.now()
    first_one = Q(previous_end=None) | Q(previous_end__lte=start)
    # "IN" where "NOT" would be written for a boolean: only the former can use an index.
    more: dict[str, Any] = {} if long_running is None else {"long_running__in": [long_running]}
    if whole_days:
        more["last_day__gte"] = timezone.localdate(start)
        first_one |= Q(previous_of_days__lte=start)
    return _not_over(start=start, end=end, **choices).filter(first_one, **more)


def upcoming_events(
    *,
    start: datetime | None = None,
    end: datetime | None = None,
    long_running: bool | None = None,
    whole_days: bool = False,
    language: str = "fr",
    first: int = 20,
    after: str | None = None,
    **choices: Unpack[Choices],
) -> Rows:
    """Cards of events, each once with its next date in the window; long-running ones come after all others.

    Args:
        start: beginning of the window (aware); now when None.
        end: end of the window; open when None.
        whole_days: without what began on an earlier evening than that of `start` and ends in the small hours.
        after: cursor of the last event already seen.
        choices: with `near`, cards have a `distance` in metres.
    """
    near = choices.get("near")
    dates = _window(start=start, end=end, long_running=long_running, whole_days=whole_days, **choices)
    everything = dates
    if after:
        late, instant, identifier = decode_cursor(after, length=3)
        try:
            last = datetime.fromisoformat(str(instant))
        except ValueError:
            raise BadCursorError("This cursor is unreadable.") from None
        if not isinstance(late, bool) or not is_key(identifier) or last.tzinfo is None or not is_in_time(last):
            raise BadCursorError("This cursor belongs to another list.")
        same_group = Q(start__gt=last) | Q(start=last, id__gt=identifier)
        dates = dates.filter((Q(long_running=late) & same_group) | Q(long_running__gt=late))
    found = list(
        dates.order_by("long_running", "start", "id").values_list(
            *("long_running", "start", "id", "event_id", "end"), *_OF_DATE
        )[: first + 1]
    )
    cards = _cards((row[3] for row in found), language)
    rows: list[tuple[CursorKey, dict[str, Any]]] = []
    for late, begin, identifier, event_id, finish, *of_date in found:
        if event_id not in cards:
            continue  # withdrawn between the two statements
        card = cards[event_id] | dict(zip(_OF_DATE, of_date, strict=True))
        card["start"] = begin
        card["end"] = finish if card["end_known"] else None
        if near:
            card["distance"] = near.distance_to(card["latitude"], card["longitude"])
        rows.append(((late, begin.isoformat(), identifier), card))
    return Rows(rows, everything)


def events_in_agenda(*, first: int, start: datetime | None = None, **choices: Unpack[Choices]) -> list[Event]:
    """Events that are not over at `start` (None is now), by their next date, with their commune and place; two
    statements."""
    dates = _window(start=start, end=None, **choices)
    ids = list(dates.order_by("long_running", "start", "id").values_list("event_id", flat=True)[:first])
    found = Event.objects.select_related("commune", "place").filter(published=True).in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def agenda_facets(
    *,
    start: datetime | None = None,
    end: datetime | None = None,
    whole_days: bool = False,
    **choices: Unpack[Choices],
) -> dict[str, Any]:
    """How many events of a window each choice would bring: two statements.

    Each facet is counted under the other filters but not under its own, so that a reader sees what another choice
    would bring, and never a count that leads to an empty list.
    """
    counts: dict[str, Counter[Any]] = {name: Counter() for name in _FACETS}
    asked = {name: _asked(choices.get(name)) for name in _FACETS}
    # Events that are alike in all of this are counted by the database.
    groups = _window(start=start, end=end, whole_days=whole_days, near=choices.get("near")).values_list(
        "categories", "audiences", "accessible", "commune_code", "free", "indoor"
    )
    for joined, audiences, accessible, commune, free, indoor, count in groups.annotate(count=Count("id")).order_by():
        own = {
            "categories": _parts(joined),
            "audiences": _parts(audiences),
            "accessible": _parts(accessible),
            "communes": {commune} if commune else set(),
            # What nobody says costs something is not free; where nobody says it takes place is neither.
            "free": {free is True},
            "indoor": {indoor} if indoor is not None else set(),
        }
        refused = [
            name
            for name, wanted in asked.items()
            if wanted and not (wanted <= own[name] if name == "accessible" else wanted & own[name])
        ]
        for name, values in own.items():
            # One disability more narrows what the others left: that choice is of all, not of any.
            if not refused or (refused == [name] and name != "accessible"):
                counts[name].update(dict.fromkeys(values, count))
    found = Commune.objects.filter(code__in=counts["communes"]).values("code", "name", "latitude", "longitude")
    known = {row["code"]: row for row in found}
    return {
        "categories": [{"category": name, "count": count} for name, count in _ranked(counts["categories"])],
        "communes": [
            {"commune": known[code], "count": count} for code, count in _ranked(counts["communes"]) if code in known
        ],
        "audiences": [{"audience": name, "count": count} for name, count in _ranked(counts["audiences"])],
        "accessible": [{"disability": name, "count": count} for name, count in _ranked(counts["accessible"])],
        "free": counts["free"][True],
        "indoor": counts["indoor"][True],
        "outdoor": counts["indoor"][False],
    }


_FACETS = ("categories", "audiences", "accessible", "communes", "free", "indoor")


def _ranked(counter: Counter[Any]) -> list[tuple[Any, int]]:
    """Most frequent first; always in the same order, so that the same answer has the same ETag."""
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def _asked(choice: Any) -> set[Any]:
    return set() if choice is None else {choice} if isinstance(choice, bool) else set(choice)


def _parts(joined: str) -> set[str]:
    return {part for part in joined.split("|") if part}


def agenda_days(*, first: date, last: date, **choices: Unpack[Choices]) -> Counter[date]:
    """How many events take place on each day from `first` to `last`; two statements.

    Long-running ones are left out, for they are on every day, and so is what was cancelled or put off. The list of a
    day has the same events, and the cancelled ones besides.
    """
    dates = Occurrence.objects.filter(long_running__in=[False]).exclude(status__in=STOPPED)
    dates = _chosen(dates, **choices)
    counted = dates.filter(day__range=(first, last)).order_by()
    counts = Counter(dict(counted.values_list("day").annotate(count=Count("event", distinct=True))))
    # What goes on after the night is on the following days too: few dates, counted here.
    near_days = dates.filter(day__range=(first - LONGEST_DATE, last))
    long = near_days.filter(last_day__gt=F("day"), last_day__gte=first).order_by()
    rows: Iterable[tuple[int, Any, Any]] = near_days.filter(event__in=long.values("event")).values_list(
        "event_id", "day", "last_day"
    )
    begun, following = set(), set()
    for event, day, last_day in rows:
        begun.add((event, day))
        for number in range(1, (last_day - day).days + 1):
            if first <= (later := day + timedelta(days=number)) <= last:
                following.add((event, later))
    counts.update(day for _event, day in following - begun)
    return counts


def programme_events(public_ids: Sequence[str], *, language: str) -> list[dict[str, Any]]:
    """What is known today of events that somebody keeps, each with the dates around today, in the order asked for,
    under the id that was asked for (``asked_for``). Two statements, and three more when some are not shown any more:
    of one that became part of another, the other is given; those that were withdrawn are left out."""
    cards = _cards_by_id(language, event__public_id__in=public_ids)
    missing = [public_id for public_id in public_ids if public_id not in cards]
    if missing and (heirs := _heirs_by_id(missing)):
        kept = dict(_cards_by_id(language, event__in=heirs.values()).values())
        cards |= {public_id: (pk, kept[pk]) for public_id, pk in heirs.items() if pk in kept}
    dates: dict[int, list[dict[str, Any]]] = {event_id: [] for event_id, _card in cards.values()}
    rows = Occurrence.objects.filter(event__in=dates).order_by("start", "id")
    for row in rows.values("event_id", "start", "end", *_OF_DATE):
        row["last"] = row["end"]
        row["end"] = row["end"] if row["end_known"] else None
        dates[row["event_id"]].append(row)
    now = timezone.now()
    known = [(public_id, *cards[public_id]) for public_id in dict.fromkeys(public_ids) if public_id in cards]
    return [
        {
            "asked_for": public_id,
            "card": card | next((row for row in dates[event] if row["last"] > now), dates[event][-1]),
            "dates": dates[event],
        }
        for public_id, event, card in known
        if dates[event]
    ]


def _cards_by_id(language: str, **which: Any) -> dict[str, tuple[int, dict[str, Any]]]:
    """(primary key, card) of events that are shown, by public id."""
    cards = EventCard.objects.filter(event__published=True, language=language, **which)
    return {card["id"]: (event_id, card) for event_id, card in cards.values_list("event_id", "card")}


def _heirs_by_id(public_ids: Sequence[str]) -> dict[str, int]:
    """Primary keys of the events in which these are found today, by public id; without those that are part of none."""
    absorbed = dict(
        Event.objects.filter(public_id__in=public_ids).exclude(replaced_by="").values_list("pk", "public_id")
    )
    return {absorbed[pk]: heir for pk, heir in current_heirs(RecordKind.EVENT, absorbed).items()}


def events_naming(*, source: str, changed: Mapping[str, Sequence[int]]) -> set[int | None]:
    """Events of a source whose record names, as its place or its festival, one of the objects that changed.

    Above `MANY` objects all events that name anything are given: that is cheaper than asking for each.
    """
    records = SourceRecord.objects.filter(source=source, subject_id__isnull=False)
    named: set[str] = set()
    for kind, ids in changed.items():
        if len(ids) > MANY:
            return set(records.filter(kind=RecordKind.EVENT).values_list("subject_id", flat=True))
        named |= set(records.filter(kind=kind, subject_id__in=ids).values_list("external_id", flat=True))
    relations = Q(record__place_external_id__in=named) | Q(record__part_of_external_id__in=named)
    return set(records.filter(relations, kind=RecordKind.EVENT).values_list("subject_id", flat=True))


def event_by_public_id(public_id: str) -> Event | None:
    """An event, published or not: the caller tells a withdrawn one from an unknown one."""
    return Event.objects.select_related("commune", "office", "place", "part_of").filter(public_id=public_id).first()


def shown_heir(event: Event) -> str:
    """Path of the event that stands in the place of one that is shown no more; '' when there is none to show."""
    kind, _, public_id = event.replaced_by.removeprefix("/").partition("/")
    shown = kind == "event" and Event.objects.filter(public_id=public_id, published=True).exists()
    return event.replaced_by if shown else ""


def occurrences_of(event: Event, *, start: datetime | None, end: datetime | None, first: int) -> list[Occurrence]:
    """Dates of one event in a window, in order; `start` None is now."""
    dates = event.occurrences.filter(end__gt=start or timezone.now())
    if end is not None:
        dates = dates.filter(start__lt=end)
    return list(dates.order_by("start", "id")[:first])


def event_cards(events: Q, *, language: str, limit: int = MOST_OF_PROGRAMME) -> list[dict[str, Any]]:
    """Cards of the published events that a filter on Event chooses, each with its next date, else its last one; by
    date. Of more than `limit` those that are over are left out first."""
    now = timezone.now()
    following = Q(end__gt=now) & (Q(previous_end=None) | Q(previous_end__lte=now))
    dates = Occurrence.objects.filter(event__in=Event.objects.filter(events, published=True))
    dates = dates.filter(following | Q(remaining=1))
    rows = dates.order_by("start").values("event_id", "start", "end", *_OF_DATE)
    chosen: dict[int, Mapping[str, Any]] = {}
    for row in rows:
        known = chosen.get(row["event_id"])
        if known is None or known["end"] <= now:
            chosen[row["event_id"]] = row
    cards = _cards(chosen, language)
    shown = [
        (
            row["event_id"],
            cards[row["event_id"]]
            | {name: row[name] for name in _OF_DATE}
            | {"start": row["start"], "end": row["end"] if row["end_known"] else None},
        )
        for row in chosen.values()
        if row["event_id"] in cards
    ]
    over = {row["event_id"] for row in chosen.values() if row["end"] <= now}
    shown.sort(key=lambda one: one[1]["start"])
    return [card for _event, card in most_of_programme(shown, most=limit, over=lambda one: one[0] in over)]


# Seconds: who renames a feed reads its new name at once in this process, and soon in the others.
FEEDS_KEPT = 60
FEEDS_KEY = "agenda.configured_feeds"


def configured_feeds() -> dict[str, ConfiguredSource]:
    """Feeds of events by source, kept for a minute: every page of an event asks for their names."""
    kept = cache.get(FEEDS_KEY)
    if kept is None:
        kept = {
            feed.source: ConfiguredSource(feed.name, watched=feed.enabled and bool(feed.url))
            for feed in EventFeed.objects.only("kind", "name", "enabled", "url")
        }
        cache.set(FEEDS_KEY, kept, FEEDS_KEPT)
    return kept


CONFIGURED_SOURCES.append(configured_feeds)
