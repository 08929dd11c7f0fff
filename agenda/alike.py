"""Reads: which coming events something that is being announced may already be. As many statements whatever is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from agenda.candidates import stored_candidates, when_of
from agenda.dedupe import Band, Candidate, KnownEvents, Reason, When, compare
from agenda.models import Event, EventCard, Occurrence
from tourism.schedule import ScheduleError, expand
from tourism.schedule.typed import TypedDates, faults, schedule_of

# Dates of the announcement that are looked at, and how far ahead while it has none.
MOST_DAYS, WITHOUT_DATES = 40, timedelta(days=30)
AHEAD = timedelta(days=1100)
# Dates of known events that are compared: more than the fullest days of a département have together.
MOST_ROWS = 1500
_OF_DATE = ("end_known", "all_day", "status", "note", "remaining", "moved_from")


@dataclass(frozen=True)
class Alike:
    """A known event: its card with the first of the dates in question, 0..1, and why."""

    card: dict[str, Any]
    score: float
    reasons: tuple[Reason, ...]


def alike_events(
    *,
    title: str,
    dates: Any,
    where: str = "",
    commune_code: str = "",
    language: str = "fr",
    served: str = "",
    most: int = 5,
    except_for: int | None = None,
) -> list[Alike]:
    """Coming events that may be the one announced, the likeliest first.

    Args:
        title: as typed so far, in `language`.
        dates: JSON of `tourism.schedule.typed`; while it says no date, the next weeks are looked through by title.
        where, commune_code: '' when not typed yet.
        served: language of the cards; `language` when ''.
        except_for: primary key of an event that is not to be named.
    """
    title = " ".join(title.split())[:200]
    whens = dates_typed(dates)
    if len(title) < 3 or (whens is None and not dates_are_missing(dates)):
        return []
    drafted = Candidate("draft", {language: title}, tuple(whens or ()), venue=where[:200], commune_code=commune_code)
    rows = _rows({when.day for when in whens or ()}, except_for)
    if not rows:
        return []
    dates_of = {
        pk: [when_of(row["start"], all_day=row["all_day"]) for row in of_event] for pk, of_event in rows.items()
    }
    stored = stored_candidates(Event.objects.filter(pk__in=rows, published=True), dates=dates_of)
    known = {one.candidate.key: one for one in stored}
    candidates = [one.candidate for one in known.values()]
    if whens:
        pairs = [(drafted, other) for other in KnownEvents(candidates).like(drafted)]
    else:
        # Nothing is known of the dates: would it be the same, were they?
        named = (other for other in candidates if not drafted.naming.isdisjoint(other.naming))
        pairs = [(replace(drafted, occurrences=other.occurrences), other) for other in named]
    likenesses = {known[other.key].pk: compare(draft, other) for draft, other in pairs}
    likely = {pk: one for pk, one in likenesses.items() if one.band is not Band.DIFFERENT}
    cards = _cards(likely, served or language)
    found = [Alike(_dated(cards[pk], rows[pk]), likely[pk].score, likely[pk].reasons) for pk in likely if pk in cards]
    found.sort(key=lambda one: (-one.score, one.card["start"], one.card["id"]))
    return found[:most]


def dates_are_missing(dates: Any) -> bool:
    """Whether nobody typed a day yet."""
    return not isinstance(dates, Mapping) or not any(dates.get(key) for key in ("first", "others", "own_hours"))


def dates_typed(dates: Any) -> list[When] | None:
    """The coming dates that were typed, at most `MOST_DAYS`; None while they are missing or cannot be."""
    try:
        typed = TypedDates.from_json(dates)
        if dates_are_missing(dates) or faults(typed):
            return None
        today = timezone.localdate()
        spans = expand(schedule_of(typed), first=today, last=today + AHEAD, limit=MOST_DAYS)
    except ScheduleError:
        return None
    return [When(span.day, span.start.time() if span.start_known and not span.all_day else None) for span in spans]


def _rows(days: Iterable[date], except_for: int | None) -> dict[int, list[dict[str, Any]]]:
    """Dates of known events by event, in order."""
    wanted = set(days)
    dates = Occurrence.objects.order_by("start", "id")
    today = timezone.localdate()
    if wanted:
        # A show after midnight is announced for the evening before by half of the world.
        dates = dates.filter(day__in=wanted | {day + timedelta(days=1) for day in wanted})
    else:
        dates = dates.filter(day__gte=today, day__lte=today + WITHOUT_DATES)
    if except_for is not None:
        dates = dates.exclude(event_id=except_for)
    found: dict[int, list[dict[str, Any]]] = {}
    for row in dates.values("event_id", "start", "end", *_OF_DATE)[:MOST_ROWS]:
        found.setdefault(row["event_id"], []).append(row)
    return found


def _cards(event_ids: Iterable[int], language: str) -> dict[int, dict[str, Any]]:
    cards = EventCard.objects.filter(event_id__in=list(event_ids), language=language)
    return dict(cards.values_list("event_id", "card"))


def _dated(card: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    row = rows[0]
    of_date = {name: row[name] for name in _OF_DATE if name != "end_known"}
    return card | of_date | {"start": row["start"], "end": row["end"] if row["end_known"] else None}
