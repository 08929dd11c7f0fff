"""Keeps the engines in step with the public objects: reads them, makes documents, writes these to every engine."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import override

from agenda.cards import venue_name
from agenda.enums import EventCategory, EventStatus
from agenda.models import Event
from cms.queries import public_page_contents
from cms.texts import Texts, texts_from_plain
from search.analysis import LANGUAGES, TERRITORY_LANGUAGE
from search.documents import SearchDocument, documents_in_languages
from search.engines.choice import elastic_engine, embedded_engine
from search.engines.contract import EngineUnavailableError
from search.enums import SearchKind
from search.models import SearchBacklog
from tourism.enums import PlaceKind, TrailPractice
from tourism.models import Place, Story, Trail

logger = logging.getLogger(__name__)

# Objects read at once, so that memory does not grow with the territory.
READ_CHUNK = 200
BACKLOG_CHUNK = 500

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


def documents_of(kind: str, ids: Iterable[int] | None = None) -> Iterator[SearchDocument]:
    """Documents of the published objects of a kind (primary keys; all without `ids`), in every published language."""
    return _READERS[SearchKind(kind)](None if ids is None else list(ids))


def index_objects(kind: str, ids: Iterable[int]) -> None:
    """Writes these objects as they are now; those that are no longer public are removed.

    What Elasticsearch cannot take is remembered, and written together with the next change that it takes.
    """
    wanted = set(ids)
    _write_to(embedded_engine(), SearchKind(kind), wanted)
    elastic = elastic_engine()
    if elastic is None:
        return
    try:
        _write_to(elastic, SearchKind(kind), wanted)
        _work_off_backlog()
    except EngineUnavailableError as error:
        logger.warning("%s It will be told later of %d objects of kind %s.", error, len(wanted), kind)
        SearchBacklog.objects.bulk_create(
            [SearchBacklog(kind=kind, object_id=object_id) for object_id in sorted(wanted)], ignore_conflicts=True
        )


def rebuild_index() -> dict[str, int]:
    """Makes every engine hold exactly what is public now, without interrupting searches: {engine: documents}.

    Raises EngineUnavailableError when Elasticsearch is configured and does not answer; the database is done by then.
    """
    written = {embedded_engine().name.value: embedded_engine().rebuild(_all_documents())}
    if elastic := elastic_engine():
        missed = list(SearchBacklog.objects.values_list("pk", flat=True))
        written[elastic.name.value] = elastic.rebuild(_all_documents())
        SearchBacklog.objects.filter(pk__in=missed).delete()
    return written


def _write_to(engine: Any, kind: SearchKind, ids: set[int]) -> None:
    documents = list(documents_of(kind, ids))
    engine.upsert(documents)
    gone = ids - {document.object_id for document in documents}
    if gone:
        engine.remove(kind, sorted(gone))


def _work_off_backlog() -> None:
    elastic = elastic_engine()
    while rows := list(SearchBacklog.objects.values_list("pk", "kind", "object_id")[:BACKLOG_CHUNK]):
        by_kind: dict[str, set[int]] = defaultdict(set)
        for _pk, kind, object_id in rows:
            by_kind[kind].add(object_id)
        for kind, ids in by_kind.items():
            _write_to(elastic, SearchKind(kind), ids)
        SearchBacklog.objects.filter(pk__in=[pk for pk, *_rest in rows]).delete()


def _all_documents() -> Iterator[SearchDocument]:
    for kind in SearchKind:
        yield from documents_of(kind)


def _published_languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES if code in LANGUAGES]


def _places(ids: list[int] | None) -> Iterator[SearchDocument]:
    places = Place.objects.filter(published=True).select_related("commune").prefetch_related("cards")
    for place in _in_chunks(places, ids):
        rank = RANK_ORGANISATION if place.kind in ORGANISATIONS else RANK_PLACE
        yield from _golden_documents(
            SearchKind.PLACE, place, rank=rank, labels=[_french_label(PlaceKind, place.kind)], keywords=[]
        )


def _trails(ids: list[int] | None) -> Iterator[SearchDocument]:
    trails = Trail.objects.filter(published=True).select_related("commune").prefetch_related("cards").defer("line")
    for trail in _in_chunks(trails, ids):
        yield from _golden_documents(
            SearchKind.TRAIL,
            trail,
            rank=RANK_TRAIL,
            labels=[_french_label(TrailPractice, trail.practice)],
            keywords=[],
        )


def _events(ids: list[int] | None) -> Iterator[SearchDocument]:
    events = Event.objects.filter(published=True).select_related("commune", "place")
    for event in _in_chunks(events.prefetch_related("cards", "occurrences"), ids):
        place = event.place
        yield from _golden_documents(
            SearchKind.EVENT,
            event,
            rank=RANK_LONG_EVENT if event.long_running else RANK_EVENT,
            labels=[_french_label(EventCategory, category) for category in event.categories],
            keywords=[venue_name(event, TERRITORY_LANGUAGE) or ""],
            dates=_dates(event),
            position=(place.latitude, place.longitude) if event.latitude is None and place else None,
        )


def _stories(ids: list[int] | None) -> Iterator[SearchDocument]:
    stories = Story.objects.filter(published=True).select_related("trail__commune").defer("trail__line")
    for story in _in_chunks(stories.prefetch_related("steps"), ids):
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
    *,
    rank: float,
    labels: list[dict[str, str]],
    keywords: list[str],
    dates: Iterable[tuple[datetime, datetime]] = (),
    position: tuple[float | None, float | None] | None = None,
) -> list[SearchDocument]:
    """What places, trails and events have in common."""
    facts = subject.facts
    cards = {card.language: {"image": card.card.get("image")} for card in subject.cards.all()}
    pictured = any(card["image"] for card in cards.values())
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
        dates=dates,
        rank=rank + (RANK_PICTURE if pictured else 0.0),
        cards=cards,
    )


def _other_texts(facts: dict[str, Any]) -> list[Texts]:
    """Texts of the folded record that visitors read and may look for."""
    return [facts[name] for name in ("steps",) if isinstance(facts.get(name), dict)]


def _dates(event: Event) -> list[tuple[datetime, datetime]]:
    """Windows in which it takes place. Dates that were cancelled do not count, unless all were.

    Rows exist only around today; an event without any is placed by its first and last day.
    """
    occurrences = list(event.occurrences.all())
    held = [each for each in occurrences if each.status not in (EventStatus.CANCELLED, EventStatus.POSTPONED)]
    if occurrences:
        return [(each.start, each.end) for each in held or occurrences]
    if event.last_date is None:
        return []
    local = ZoneInfo(settings.TIME_ZONE)
    first = datetime.combine(event.first_date or event.last_date, datetime.min.time(), local)
    last = datetime.combine(event.last_date + timedelta(days=1), datetime.min.time(), local)
    return [(first.astimezone(UTC), last.astimezone(UTC))]


def _french_label(choices: Any, value: str) -> dict[str, str]:
    if value not in choices.values:
        return {}
    with override(TERRITORY_LANGUAGE):
        return {TERRITORY_LANGUAGE: str(choices(value).label)}


def _in_chunks(queryset: Any, ids: list[int] | None) -> Iterator[Any]:
    """Rows in order of their keys, some at a time with what was prefetched for them."""
    if ids is not None:
        for first in range(0, len(ids), READ_CHUNK):
            yield from queryset.filter(pk__in=ids[first : first + READ_CHUNK])
        return
    last = 0
    while rows := list(queryset.filter(pk__gt=last).order_by("pk")[:READ_CHUNK]):
        yield from rows
        last = rows[-1].pk


_READERS: dict[SearchKind, Callable[[list[int] | None], Iterator[SearchDocument]]] = {
    SearchKind.EVENT: _events,
    SearchKind.PLACE: _places,
    SearchKind.TRAIL: _trails,
    SearchKind.PAGE: _pages,
    SearchKind.STORY: _stories,
}
