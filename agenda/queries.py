"""Reads of the agenda. A list of events is two statements, whatever its length: its dates, their ready-made cards."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from agenda.models import Event, EventCard, Occurrence
from agenda.schedule import LONGEST_DATE
from cms.cursors import BadCursorError, CursorKey, decode_cursor
from tourism.enums import RecordKind
from tourism.models import Commune, SourceRecord
from tourism.queries import Near, Rows, is_key, near_filter

MANY = 500


def _cards(event_ids: Iterable[int], language: str) -> dict[int, dict[str, Any]]:
    """Cards by event. A statement of its own: joined to the dates, databases start from all the cards."""
    return dict(
        EventCard.objects.filter(event_id__in=set(event_ids), language=language).values_list("event_id", "card")
    )


def is_in_time(instant: datetime) -> bool:
    """Whether an instant is near enough to ours that it can be reckoned with in every database."""
    return 1900 <= instant.year <= 2200


def _window(
    *,
    start: datetime | None,
    end: datetime | None,
    communes: Sequence[str] = (),
    categories: Sequence[str] = (),
    near: Near | None = None,
    free: bool | None = None,
    long_running: bool | None = None,
) -> QuerySet[Occurrence]:
    """For each event, its first date that is not over at `start` and begins before `end`; `start` None is now."""
    start = start or timezone.now()
    # No row is longer than LONGEST_DATE: the lower bound makes this a range of an index.
    dates = Occurrence.objects.filter(start__gt=start - LONGEST_DATE, end__gt=start).filter(
        Q(previous_end=None) | Q(previous_end__lte=start)
    )
    if end is not None:
        dates = dates.filter(start__lt=end)
    if communes:
        dates = dates.filter(commune_code__in=communes)
    if categories:
        wanted = Q()
        for category in categories:
            wanted |= Q(categories__contains=f"|{category}|")
        dates = dates.filter(wanted)
    if free is not None:
        dates = dates.filter(free=True) if free else dates.exclude(free=True)
    if long_running is not None:
        # "IN" where "NOT" would be written for a boolean: only the former can use an index.
        dates = dates.filter(long_running__in=[long_running])
    return near_filter(dates, near)


def upcoming_events(
    *,
    start: datetime | None = None,
    end: datetime | None = None,
    communes: Sequence[str] = (),
    categories: Sequence[str] = (),
    near: Near | None = None,
    free: bool | None = None,
    long_running: bool | None = None,
    language: str = "fr",
    first: int = 20,
    after: str | None = None,
) -> Rows:
    """Cards of events, each once with its next date in the window; long-running ones come after all others.

    Args:
        start: beginning of the window (aware); now when None.
        end: end of the window; open when None.
        near: only events within this distance; their cards then have a `distance` in metres.
        after: cursor of the last event already seen.
    """
    dates = _window(
        start=start, end=end, communes=communes, categories=categories, near=near, free=free, long_running=long_running
    )
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
            "long_running", "start", "id", "event_id", "end", "end_known", "all_day", "status", "note", "remaining"
        )[: first + 1]
    )
    cards = _cards((row[3] for row in found), language)
    rows: list[tuple[CursorKey, dict[str, Any]]] = []
    for late, begin, identifier, event_id, finish, end_known, all_day, status, note, remaining in found:
        if event_id not in cards:
            continue  # withdrawn between the two statements
        card = dict(cards[event_id])
        card["start"] = begin
        card["end"] = finish if end_known else None
        card["all_day"] = all_day
        card["status"] = status
        card["note"] = note
        card["remaining"] = remaining
        if near:
            card["distance"] = near.distance_to(card["latitude"], card["longitude"])
        rows.append(((late, begin.isoformat(), identifier), card))
    return Rows(rows, everything)


def events_in_agenda(
    *,
    communes: Sequence[str] = (),
    categories: Sequence[str] = (),
    near: Near | None = None,
    free: bool | None = None,
    first: int,
) -> list[Event]:
    """Events that are not over, by their next date, with their commune and place; two statements."""
    dates = _window(start=None, end=None, communes=communes, categories=categories, near=near, free=free)
    ids = list(dates.order_by("long_running", "start", "id").values_list("event_id", flat=True)[:first])
    found = Event.objects.select_related("commune", "place").filter(published=True).in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def agenda_facets(
    *,
    start: datetime | None = None,
    end: datetime | None = None,
    communes: Sequence[str] = (),
    categories: Sequence[str] = (),
    near: Near | None = None,
    free: bool | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """How many events of a window each category and each commune has: two statements.

    Each facet is counted under the other filters but not under its own, so that a reader sees what another choice
    would bring, and never a count that leads to an empty list.
    """
    by_category: Counter[str] = Counter()
    by_commune: Counter[str] = Counter()
    wanted_categories, wanted_communes = set(categories), set(communes)
    dates = _window(start=start, end=end, near=near, free=free)
    for joined, commune in dates.values_list("categories", "commune_code"):
        own = {part for part in joined.split("|") if part}
        if not wanted_communes or commune in wanted_communes:
            by_category.update(own)
        if commune and (not wanted_categories or own & wanted_categories):
            by_commune[commune] += 1
    found = Commune.objects.filter(code__in=by_commune).values("code", "name", "latitude", "longitude")
    known = {row["code"]: row for row in found}
    return {
        "categories": [{"category": name, "count": count} for name, count in by_category.most_common()],
        "communes": [
            {"commune": known[code], "count": count} for code, count in by_commune.most_common() if code in known
        ],
    }


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


def occurrences_of(event: Event, *, start: datetime | None, end: datetime | None, first: int) -> list[Occurrence]:
    """Dates of one event in a window, in order; `start` None is now."""
    dates = event.occurrences.filter(end__gt=start or timezone.now())
    if end is not None:
        dates = dates.filter(start__lt=end)
    return list(dates.order_by("start", "id")[:first])


def event_cards(events: Q, *, language: str, limit: int = 60) -> list[dict[str, Any]]:
    """Cards of the published events that a filter on Event chooses, each with its next date, else its last one."""
    now = timezone.now()
    dates = Occurrence.objects.filter(event__in=Event.objects.filter(events, published=True))
    rows = dates.order_by("start").values("event_id", "start", "end", "end_known", "all_day", "status", "remaining")
    chosen: dict[int, Mapping[str, Any]] = {}
    for row in rows:
        known = chosen.get(row["event_id"])
        if known is None or known["end"] <= now:
            chosen[row["event_id"]] = row
    cards = _cards(chosen, language)
    shown = [
        cards[row["event_id"]]
        | {
            "start": row["start"],
            "end": row["end"] if row["end_known"] else None,
            "all_day": row["all_day"],
            "status": row["status"],
            "remaining": row["remaining"],
        }
        for row in chosen.values()
        if row["event_id"] in cards
    ]
    return sorted(shown, key=lambda card: card["start"])[:limit]
