"""Reads of places, trails and stories. Lists come from cards: one statement, whatever their length."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Any

from django.db.models import Count, F, FloatField, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Cast

from cms.cursors import BadCursorError, CursorKey, decode_cursor
from tourism.enums import APIDAE, OWN_SOURCE
from tourism.models import Commune, Place, PlaceCard, RemoteImage, SourceRecord, Story, StoryStep, Trail, TrailCard

METRES_PER_DEGREE = 111_195.0
EARTH_RADIUS = 6_371_008.8


@dataclass(frozen=True)
class Near:
    """A point and a distance in metres."""

    latitude: float
    longitude: float
    radius: int = 20_000

    def distance_to(self, latitude: float | None, longitude: float | None) -> int | None:
        """Great-circle metres to a point; None when it has none."""
        if latitude is None or longitude is None:
            return None
        phi1, phi2 = radians(self.latitude), radians(latitude)
        half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(longitude - self.longitude) / 2) ** 2
        return round(2 * EARTH_RADIUS * asin(sqrt(min(1.0, half))))


@dataclass
class Rows:
    """Rows of a list (one more than asked for when there is a next page), their sort keys, and the list itself."""

    rows: list[tuple[CursorKey, dict[str, Any]]]
    everything: QuerySet[Any] = field(repr=False)

    def count(self) -> int:
        """All rows of the list: one more statement, so only when asked."""
        return self.everything.count()


def within(near: Near, *, prefix: str = "") -> Q:
    """The box around `near`: what an index can answer before distances are computed."""
    north = near.radius / METRES_PER_DEGREE
    east = near.radius / (METRES_PER_DEGREE * max(0.01, cos(radians(near.latitude))))
    return Q(
        **{
            f"{prefix}latitude__range": (near.latitude - north, near.latitude + north),
            f"{prefix}longitude__range": (near.longitude - east, near.longitude + east),
        }
    )


def squared_distance(near: Near, *, prefix: str = "") -> Any:
    """SQL: square of the distance in metres on a plane around `near` (error under 0.1 % within 50 km)."""
    north = (F(f"{prefix}latitude") - Value(near.latitude)) * Value(METRES_PER_DEGREE)
    east = (F(f"{prefix}longitude") - Value(near.longitude)) * Value(METRES_PER_DEGREE * cos(radians(near.latitude)))
    return Cast(north * north + east * east, FloatField())


def near_filter(queryset: QuerySet[Any], near: Near | None, *, prefix: str = "") -> QuerySet[Any]:
    """Rows within the radius, with their `squared_distance`."""
    if near is None:
        return queryset
    queryset = queryset.filter(within(near, prefix=prefix)).annotate(
        squared_distance=squared_distance(near, prefix=prefix)
    )
    return queryset.filter(squared_distance__lte=float(near.radius) ** 2)


def is_key(value: Any) -> bool:
    """Whether a part of a cursor can be a primary key."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _card_rows(
    cards: QuerySet[Any], *, subject: str, near: Near | None, first: int, after: str | None, distance_name: str
) -> Rows:
    """A page of cards, by title or, near a point, by distance."""
    cards = near_filter(cards, near, prefix=f"{subject}__")
    everything = cards
    order = "squared_distance" if near else f"{subject}__sort_key"
    key = f"{subject}_id"
    if after:
        value, identifier = decode_cursor(after, length=2)
        wanted = (int, float) if near else (str,)
        if isinstance(value, bool) or not isinstance(value, wanted) or not is_key(identifier):
            raise BadCursorError("This cursor belongs to another list.")
        cards = cards.filter(Q(**{f"{order}__gt": value}) | Q(**{order: value, f"{key}__gt": identifier}))
    found = cards.order_by(order, key).values_list(order, key, "card")[: first + 1]
    rows: list[tuple[CursorKey, dict[str, Any]]] = []
    for value, identifier, card in found:
        if near:
            card[distance_name] = near.distance_to(card["latitude"], card["longitude"])
        rows.append(((value, identifier), card))
    return Rows(rows, everything)


def public_places(
    *,
    kinds: Sequence[str] = (),
    communes: Sequence[str] = (),
    bbox: Sequence[float] | None = None,
    near: Near | None = None,
    language: str = "fr",
    first: int = 20,
    after: str | None = None,
) -> Rows:
    """Cards of the places shown to the public. `bbox` is [west, south, east, north] in degrees."""
    cards = PlaceCard.objects.filter(language=language, place__published=True)
    if kinds:
        cards = cards.filter(place__kind__in=kinds)
    if communes:
        cards = cards.filter(place__commune_id__in=communes)
    if bbox:
        west, south, east, north = bbox
        cards = cards.filter(place__latitude__range=(south, north), place__longitude__range=(west, east))
    return _card_rows(cards, subject="place", near=near, first=first, after=after, distance_name="distance")


def public_trails(
    *,
    practices: Sequence[str] = (),
    difficulties: Sequence[str] = (),
    communes: Sequence[str] = (),
    near: Near | None = None,
    max_duration: int | None = None,
    language: str = "fr",
    first: int = 20,
    after: str | None = None,
) -> Rows:
    """Cards of the trails shown to the public. `max_duration` in minutes."""
    cards = TrailCard.objects.filter(language=language, trail__published=True)
    if practices:
        cards = cards.filter(trail__practice__in=practices)
    if difficulties:
        cards = cards.filter(trail__difficulty__in=difficulties)
    if communes:
        cards = cards.filter(trail__commune_id__in=communes)
    if max_duration is not None:
        cards = cards.filter(trail__duration__lte=max_duration)
    return _card_rows(cards, subject="trail", near=near, first=first, after=after, distance_name="away")


def place_by_public_id(public_id: str) -> Place | None:
    """A place, published or not: the caller tells a withdrawn one from an unknown one."""
    return Place.objects.select_related("commune", "office").filter(public_id=public_id).first()


def trail_by_public_id(public_id: str) -> Trail | None:
    """A trail with its line, published or not."""
    return Trail.objects.select_related("commune", "office", "pack").filter(public_id=public_id).first()


def place_cards(ids: Iterable[int], *, language: str) -> list[dict[str, Any]]:
    """Cards of published places by primary key, by title."""
    return list(
        PlaceCard.objects.filter(place_id__in=list(ids), place__published=True, language=language)
        .order_by("place__sort_key", "place_id")
        .values_list("card", flat=True)
    )


def places_near(near: Near, *, language: str, limit: int, except_id: int | None = None) -> list[dict[str, Any]]:
    """Cards of the nearest published places that a visitor may want to see, with their distance."""
    cards = PlaceCard.objects.filter(language=language, place__published=True)
    cards = cards.exclude(place__kind__in=("STRUCTURE", "TERRITOIRE"))
    if except_id is not None:
        cards = cards.exclude(place_id=except_id)
    rows = _card_rows(cards, subject="place", near=near, first=limit, after=None, distance_name="distance")
    return [card for _key, card in rows.rows[:limit]]


def trail_cards_of_place(place: Place, *, language: str, near: Near | None) -> list[dict[str, Any]]:
    """Trails that list this place, then trails that start near it."""
    cards = TrailCard.objects.filter(language=language, trail__published=True)
    chosen = list(cards.filter(trail__places=place).values_list("card", flat=True))
    if near:
        known = {card["id"] for card in chosen}
        nearby = _card_rows(cards, subject="trail", near=near, first=4, after=None, distance_name="away").rows[:4]
        chosen += [card for _key, card in nearby if card["id"] not in known]
    return chosen


def card_of_trail(trail_id: int | None, *, language: str) -> dict[str, Any] | None:
    """The card of one published trail."""
    if trail_id is None:
        return None
    return (
        TrailCard.objects.filter(trail_id=trail_id, trail__published=True, language=language)
        .values_list("card", flat=True)
        .first()
    )


def story_steps() -> Prefetch:
    """Steps of stories with all that a step shows, in three statements whatever their number."""
    steps = StoryStep.objects.select_related("image").prefetch_related("triggers", "after").order_by("position")
    return Prefetch("steps", queryset=steps)


def story_by_public_id(public_id: str) -> Story | None:
    """A published story with its steps and triggers."""
    stories = Story.objects.filter(published=True, public_id=public_id).select_related("trail", "image")
    return stories.prefetch_related(story_steps()).first()


def story_of_trail(trail: Trail) -> Story | None:
    """The story told along a trail."""
    stories = Story.objects.filter(published=True, trail=trail).select_related("trail", "image")
    return stories.prefetch_related(story_steps()).order_by("id").first()


def public_stories() -> QuerySet[Story]:
    """Stories shown to the public, with their number of steps."""
    stories = Story.objects.filter(published=True).select_related("image")
    return stories.annotate(step_count=Count("steps")).order_by("id")


def step_by_code(code: str) -> StoryStep | None:
    """The step that a QR code or an NFC tag opens; codes are case-insensitive for those who type them."""
    steps = StoryStep.objects.filter(triggers__code=code.strip().lower(), story__published=True)
    return steps.select_related("story", "story__trail").first()


def source_records(kind: str, subject_id: int) -> list[SourceRecord]:
    """What sources say of an object today, the most trusted first."""
    return source_records_of_many(kind, [subject_id])[subject_id]


def source_records_of_many(kind: str, subject_ids: Iterable[int]) -> Mapping[int, list[SourceRecord]]:
    """As `source_records`, by primary key; an object without records has an empty list."""
    found: dict[int, list[SourceRecord]] = defaultdict(list)
    records = SourceRecord.objects.filter(kind=kind, subject_id__in=list(subject_ids), withdrawn_at=None)
    for record in sorted(records.defer("raw").exclude(record={}), key=lambda record: source_rank(record.source)):
        found[record.subject_id or 0].append(record)
    return found


def source_rank(source: str) -> tuple[int, str]:
    """Order of trust: an office's own entry, then APIDAE, then others by name."""
    trusted = (OWN_SOURCE, APIDAE)
    return (trusted.index(source) if source in trusted else len(trusted), source)


def all_communes() -> list[Mapping[str, Any]]:
    """Communes by name."""
    return list(Commune.objects.order_by("name").values("code", "name", "latitude", "longitude"))


def pending_images(limit: int) -> list[RemoteImage]:
    """Pictures to fetch; one that failed three times is left alone."""
    return list(RemoteImage.objects.filter(digest="", attempts__lt=3).order_by("attempts", "id")[:limit])


@dataclass(frozen=True)
class ConfiguredSource:
    """A source that people configured. `watched`: it is read by itself, so that its silence is a trouble."""

    name: str
    watched: bool


# Apps above give theirs by source, without asking the database each time.
CONFIGURED_SOURCES: list[Callable[[], Mapping[str, ConfiguredSource]]] = []


def configured_sources() -> dict[str, ConfiguredSource]:
    """Sources that people configured, besides those that the code knows by name."""
    return {source: found for give in CONFIGURED_SOURCES for source, found in give().items()}
