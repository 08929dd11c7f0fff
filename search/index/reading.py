"""Public objects as they are now, made into search documents."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet, TextField
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import override

from agenda.cards import venue_name
from agenda.enums import EventCategory, EventStatus
from agenda.models import Event, EventCard, Occurrence
from cms.queries import public_page_contents
from cms.texts import Texts, texts_from_plain
from search.analysis import LANGUAGES, TERRITORY_LANGUAGE
from search.documents import SearchDocument, documents_in_languages
from search.enums import SearchKind
from tourism.enums import PlaceKind, TrailPractice
from tourism.models import Place, PlaceCard, Story, Trail, TrailCard

# Objects read at once, so that memory does not grow with the territory.
READ_CHUNK = 100

# Editors' weight among equals: what happens on a date before what lasts, what one visits before who organises.
RANK_EVENT, RANK_LONG_EVENT, RANK_TRAIL, RANK_PLACE, RANK_ORGANISATION, RANK_PAGE, RANK_STORY = (
    0.3,
    0.1,
    0.3,
    0.2,
    0.0,
    0.2,
    0.2,
)
RANK_PICTURE = 0.1
ORGANISATIONS = (PlaceKind.STRUCTURE, PlaceKind.TERRITOIRE)

# What documents are made of; the other columns are large, and reading them costs as much as the rest of the work.
_COLUMNS = ("public_id", "name", "summary", "description", "facts", "latitude", "longitude", "commune__name")

Windows = list[tuple[datetime, datetime]]
Dated = tuple[datetime, datetime, str, bool]  # start, end, EventStatus value, whole day


@dataclass(slots=True)
class _Beside:
    """What other tables say about some objects, by primary key."""

    images: dict[int, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))  # {language: image}
    dates: dict[int, list[Dated]] = field(default_factory=lambda: defaultdict(list))


def documents_of(kind: str, ids: Iterable[int] | None = None) -> Iterator[SearchDocument]:
    """Documents of the published objects of a kind (primary keys; all without `ids`), in every published language."""
    return _READERS[SearchKind(kind)](None if ids is None else list(ids))


def _places(ids: list[int] | None) -> Iterator[SearchDocument]:
    places = (
        Place.objects.filter(published=True).select_related("commune").only(*_COLUMNS, "kind", "temporarily_closed")
    )
    for place, beside in _in_chunks(places, ids, PlaceCard, "place_id"):
        yield from _golden_documents(
            SearchKind.PLACE,
            place,
            beside,
            rank=RANK_ORGANISATION if place.kind in ORGANISATIONS else RANK_PLACE,
            labels=[_french_label(PlaceKind, place.kind)],
            shown={"temporarily_closed": place.temporarily_closed},
        )


def _trails(ids: list[int] | None) -> Iterator[SearchDocument]:
    trails = (
        Trail.objects.filter(published=True).select_related("commune").only(*_COLUMNS, "practice", "temporarily_closed")
    )
    for trail, beside in _in_chunks(trails, ids, TrailCard, "trail_id"):
        yield from _golden_documents(
            SearchKind.TRAIL,
            trail,
            beside,
            rank=RANK_TRAIL,
            labels=[_french_label(TrailPractice, trail.practice)],
            shown={"temporarily_closed": trail.temporarily_closed},
        )


def _events(ids: list[int] | None) -> Iterator[SearchDocument]:
    events = (
        Event.objects.filter(published=True)
        .select_related("commune", "place")
        .only(
            *_COLUMNS,
            *("categories", "status", "long_running", "first_date", "last_date"),
            *("place__name", "place__latitude", "place__longitude"),
        )
    )
    now = timezone.now()
    for event, beside in _in_chunks(events, ids, EventCard, "event_id", dates=True):
        place = event.place
        dates = _of_now(beside.dates[event.pk], now)
        yield from _golden_documents(
            SearchKind.EVENT,
            event,
            beside,
            rank=RANK_LONG_EVENT if event.long_running else RANK_EVENT,
            labels=[_french_label(EventCategory, category) for category in event.categories],
            keywords=[venue_name(event, TERRITORY_LANGUAGE) or ""],
            dates=_windows(event, dates),
            shown={"status": _status(event, dates), "whole_days": any(all_day for *_when, all_day in dates)},
            position=(place.latitude, place.longitude) if event.latitude is None and place else None,
        )


def _stories(ids: list[int] | None) -> Iterator[SearchDocument]:
    stories = Story.objects.filter(published=True).select_related("trail__commune").defer("trail__line")
    for story, _beside in _in_chunks(stories.prefetch_related("steps"), ids):
        steps = list(story.steps.all())
        located = next((step for step in steps if step.latitude is not None), story.trail)
        commune = story.trail.commune if story.trail else None
        yield from documents_in_languages(
            kind=SearchKind.STORY,
            object_id=story.pk,
            public_id=story.public_id,
            path=f"/story/{story.public_id}",
            names=story.name,
            texts=[story.intro, *(text for step in steps for text in (step.name, step.text))],
            languages=_published_languages(),
            commune_code=commune.code if commune else "",
            commune_name=commune.name if commune else "",
            latitude=located.latitude if located else None,
            longitude=located.longitude if located else None,
            rank=RANK_STORY,
        )


def _pages(ids: list[int] | None) -> Iterator[SearchDocument]:
    """Pages are known by their main version; each language's own version gives its texts."""
    versions: dict[int, dict[str, Any]] = defaultdict(dict)
    for language in _published_languages():
        for content in public_page_contents(language=language, ids=ids):
            versions[content["id"]][language] = content
    for page_id, by_language in versions.items():
        first = next(iter(by_language.values()))
        names = texts_from_plain({language: content["title"] for language, content in by_language.items()})
        bodies = texts_from_plain({language: _page_text(content) for language, content in by_language.items()})
        yield from documents_in_languages(
            kind=SearchKind.PAGE,
            object_id=page_id,
            public_id=str(page_id),
            path=first["path"],
            names=names,
            texts=[bodies],
            languages=_published_languages(),
            rank=RANK_PAGE,
            cards={
                language: {"image": by_language.get(language, first)["image"]} for language in _published_languages()
            },
        )


def _page_text(content: Any) -> str:
    parts = [content["lead"] or ""]
    for block in content["blocks"]:
        parts += [block.get(name) or "" for name in ("text", "html", "caption", "author")]
    return "\n".join(part for part in parts if part)


def _golden_documents(
    kind: SearchKind,
    subject: Any,
    beside: _Beside,
    *,
    rank: float,
    labels: list[dict[str, str]],
    keywords: Iterable[str] = (),
    dates: Windows | None = None,
    position: tuple[float | None, float | None] | None = None,
    shown: Mapping[str, Any],
) -> list[SearchDocument]:
    """What places, trails and events have in common. `shown`: what a result says besides its picture."""
    facts = subject.facts
    images = beside.images[subject.pk]
    latitude, longitude = position or (subject.latitude, subject.longitude)
    said = [facts.get(name, ()) for name in ("categories", "themes", "labels", "audiences")]
    return documents_in_languages(
        kind=kind,
        object_id=subject.pk,
        public_id=subject.public_id,
        path=f"/{kind.lower()}/{subject.public_id}",
        names=subject.name,
        texts=[subject.summary, subject.description, *_other_texts(facts)],
        languages=_published_languages(),
        keywords=[*keywords, (facts.get("address") or {}).get("city") or ""],
        labels=[*labels, *(element.get("label") or {} for elements in said for element in elements)],
        commune_code=subject.commune.code if subject.commune else "",
        commune_name=subject.commune.name if subject.commune else "",
        latitude=latitude,
        longitude=longitude,
        dates=dates or (),
        rank=rank + (RANK_PICTURE if images else 0.0),
        cards={language: {"image": images.get(language), **shown} for language in _published_languages()},
    )


def _other_texts(facts: dict[str, Any]) -> list[Texts]:
    """Texts of the folded record that visitors read and may look for."""
    return [facts[name] for name in ("steps",) if isinstance(facts.get(name), dict)]


_OFF = (EventStatus.CANCELLED, EventStatus.POSTPONED)


def _of_now(dates: list[Dated], now: datetime) -> list[Dated]:
    """The dates by which an event is judged: those that are not over, as long as there are some."""
    return [one for one in dates if one[1] > now] or dates


def _status(event: Event, dates: list[Dated]) -> str:
    """What a result says of an event: its own status, else the one that all of its dates have."""
    statuses = {status for _start, _end, status, _all_day in dates}
    if event.status in _OFF or not statuses:
        return event.status
    if statuses.issubset(_OFF):
        return EventStatus.CANCELLED if EventStatus.CANCELLED in statuses else EventStatus.POSTPONED
    return statuses.pop() if len(statuses) == 1 else event.status


def _windows(event: Event, dates: list[Dated]) -> Windows:
    """Windows in which it takes place. Dates that were cancelled do not count, unless all were.

    Rows exist only around today; an event without any is placed by its first and last day.
    """
    if dates:
        return [(start, end) for start, end, status, _all_day in dates if status not in _OFF] or [
            (start, end) for start, end, _status, _all_day in dates
        ]
    if event.last_date is None:
        return []
    local = ZoneInfo(settings.TIME_ZONE)
    first = datetime.combine(event.first_date or event.last_date, datetime.min.time(), local)
    last = datetime.combine(event.last_date + timedelta(days=1), datetime.min.time(), local)
    return [(first.astimezone(UTC), last.astimezone(UTC))]


def _published_languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES if code in LANGUAGES]


@cache
def _french_label(choices: Any, value: str) -> dict[str, str]:
    if value not in choices.values:
        return {}
    with override(TERRITORY_LANGUAGE):
        return {TERRITORY_LANGUAGE: str(choices(value).label)}


def _in_chunks(
    queryset: QuerySet[Any], ids: list[int] | None, cards: Any = None, subject: str = "", *, dates: bool = False
) -> Iterator[tuple[Any, _Beside]]:
    """Rows in order of their keys, some at a time; with what their cards and, if wanted, their dates say of these."""
    for rows in _chunks(queryset, ids):
        beside = _Beside()
        keys = [row.pk for row in rows]
        if cards is not None:
            pictures = cards.objects.filter(**{f"{subject}__in": keys}, card__image__url__isnull=False)
            for key, language, image in pictures.values_list(subject, "language", KeyTransform("image", "card")):
                beside.images[key][language] = image
        if dates:
            occurrences = Occurrence.objects.filter(event_id__in=keys).order_by("event_id", "start")
            # Read as text: an event may have hundreds, and most of the time would go into Django's conversions.
            bounds = (Cast("start", TextField()), Cast("end", TextField()))
            for key, start, end, status, all_day in occurrences.values_list("event_id", *bounds, "status", "all_day"):
                beside.dates[key].append((_utc(start), _utc(end), status, all_day))
        for row in rows:
            yield row, beside


def _utc(text: str) -> datetime:
    """A time as the database writes it: SQLite without a zone, PostgreSQL with that of the connection, which is UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _chunks(queryset: QuerySet[Any], ids: list[int] | None) -> Iterator[list[Any]]:
    if ids is not None:
        keys = iter(ids)
        while some := list(islice(keys, READ_CHUNK)):
            yield list(queryset.filter(pk__in=some))
        return
    last = 0
    while rows := list(queryset.filter(pk__gt=last).order_by("pk")[:READ_CHUNK]):
        yield rows
        last = rows[-1].pk


_READERS: dict[SearchKind, Callable[[list[int] | None], Iterator[SearchDocument]]] = {
    SearchKind.EVENT: _events,
    SearchKind.PLACE: _places,
    SearchKind.TRAIL: _trails,
    SearchKind.PAGE: _pages,
    SearchKind.STORY: _stories,
}
