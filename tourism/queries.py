"""Reads of places, trails and stories. Lists come from cards: one statement, whatever their length."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Count, F, FloatField, Func, Prefetch, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.sql.compiler import SQLCompiler

from cms.cursors import BadCursorError, CursorKey, decode_cursor
from tourism.enums import APIDAE, OWN_SOURCE, PlaceKind, RecordKind
from tourism.models import (
    Commune,
    GoldenModel,
    Merge,
    Place,
    PlaceAlias,
    PlaceCard,
    RemoteImage,
    SourceRecord,
    Story,
    StoryStep,
    Trail,
    TrailCard,
)

ARTICLES = frozenset({"le", "la", "les", "l"})
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


class _SquaredDistance(Func):
    """Of a latitude and a longitude in degrees; one expression, as a tree of ten costs more to write than its rows to
    read."""

    output_field = FloatField()

    def as_sql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **extra_context: Any,
    ) -> tuple[str, list[Any]]:
        latitude, longitude = self.extra["at"]
        degrees = (METRES_PER_DEGREE, METRES_PER_DEGREE * cos(radians(latitude)))
        squares: list[str] = []
        values: list[Any] = []
        for column, here, metres in zip(self.source_expressions, (latitude, longitude), degrees, strict=True):
            name, held = compiler.compile(column)
            squares.append(f"({name} - %s) * ({name} - %s) * %s")
            values += [*held, here, *held, here, metres * metres]
        return f"({' + '.join(squares)})", values


def squared_distance(near: Near, *, prefix: str = "") -> Any:
    """SQL: square of the distance in metres on a plane around `near` (error under 0.1 % within 50 km)."""
    return _SquaredDistance(F(f"{prefix}latitude"), F(f"{prefix}longitude"), at=(near.latitude, near.longitude))


def near_filter(queryset: QuerySet[Any], near: Near | None, *, prefix: str = "") -> QuerySet[Any]:
    """Rows within the radius, with their `squared_distance`."""
    if near is None:
        return queryset
    measured = queryset.annotate(squared_distance=squared_distance(near, prefix=prefix))
    return measured.filter(within(near, prefix=prefix), squared_distance__lte=float(near.radius) ** 2)


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


def kind_of_model(model: type[GoldenModel]) -> str:
    """The RecordKind of the objects of a model: they are named alike."""
    return RecordKind(model.__name__.upper()).value


def current_heirs(kind: str, ids: Iterable[int]) -> dict[int, int]:
    """Where objects that became part of others are found today, by primary key; those that did not are left out."""
    heirs: dict[int, int] = {}
    ahead = {pk: pk for pk in ids}
    while ahead:
        merges = Merge.objects.filter(kind=kind, absorbed_id__in=set(ahead.values()), undone_at=None)
        kept = dict(merges.values_list("absorbed_id", "kept_id"))
        ahead = {pk: kept[at] for pk, at in ahead.items() if at in kept}
        heirs |= ahead
    return heirs


def merges_onward(kind: str, pk: int) -> list[Merge]:
    """The joinings by which an object is part of another, that one of a third, and so on."""
    merges: list[Merge] = []
    while (one := Merge.objects.filter(kind=kind, absorbed_id=pk, undone_at=None).first()) is not None:
        merges.append(one)
        pk = one.kept_id
    return merges


def _folded(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def _spellings(name: str) -> set[str]:
    """Values of `sort_key` that a place of this name may have: with an article, another one or none."""
    plain = _folded(name).strip(" '’\"«»-")
    bare = re.sub(r"^(?:(?:le|la|les) +|l['’] *)", "", plain)
    return {
        spelling[:80] for spelling in (plain, bare, *(first + bare for first in ("le ", "la ", "les ", "l'", "l’")))
    }


def place_key(name: str) -> str:
    """The name of a place as it is compared: without accents, case, punctuation and leading article."""
    words = re.findall(r"\w+", _folded(name))
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)[:200]


def alias_named(name: str, commune_code: str) -> PlaceAlias | None:
    """The alias of that name in a commune, with its place."""
    return PlaceAlias.objects.select_related("place").filter(key=place_key(name), commune_code=commune_code).first()


def text_at(column: str, key: str) -> KeyTextTransform:
    """A text inside a JSON column, as an expression. Not `column__key`: of digits in quotes Django makes a number on
    SQLite, which is then equal to no identifier."""
    return KeyTextTransform(key, column)


def places_in_words(said: Mapping[int, tuple[str, str]]) -> dict[int, int]:
    """Places that are named by (name, commune code), where one and no other of that commune has that name or that
    alias; by the keys given. No statement when nothing is asked, else two."""
    keys = {key: (place_key(name), code) for key, (name, code) in said.items() if place_key(name)}
    if not keys:
        return {}
    names, codes = ({pair[part] for pair in keys.values()} for part in (0, 1))
    aliases = {
        (key, code): place
        for key, code, place in PlaceAlias.objects.filter(
            key__in=names, commune_code__in=codes | {""}, place__replaced_by=""
        ).values_list("key", "commune_code", "place_id")
    }
    # What is announced at the office or in the whole valley does not happen in a structure or a territory.
    places = Place.objects.filter(commune_id__in=codes, replaced_by="", withdrawn_at=None)
    places = places.exclude(kind__in=(PlaceKind.STRUCTURE, PlaceKind.TERRITOIRE))
    written = {spelling for name, _code in said.values() for spelling in _spellings(name)}
    named: dict[tuple[str, str], set[int]] = defaultdict(set)
    for pk, title, code in places.filter(sort_key__in=written).values_list("pk", "title", "commune_id"):
        named[place_key(title), code or ""].add(pk)
    found: dict[int, int] = {}
    for key, (name, code) in keys.items():
        known = aliases.get((name, code)) or aliases.get((name, ""))
        alike = named.get((name, code), set())
        if known or len(alike) == 1:
            found[key] = known or next(iter(alike))
    return found


def merges_into(kind: str, kept_id: int) -> list[Merge]:
    """What is part of an object and can be parted again, the latest first."""
    return list(Merge.objects.filter(kind=kind, kept_id=kept_id, undone_at=None))


def source_rank(source: str) -> tuple[int, str]:
    """Order of trust: an office's own entry, then APIDAE, then others by name."""
    trusted = (OWN_SOURCE, APIDAE)
    return (trusted.index(source) if source in trusted else len(trusted), source)


def all_communes() -> list[Mapping[str, Any]]:
    """Communes by name."""
    return list(Commune.objects.order_by("name").values("code", "name", "latitude", "longitude"))


def communes_of_territory() -> QuerySet[Commune]:
    """The communes that this instance serves: those that it was delivered with, and those of its offices, which may be
    across a border. Others are known only because a source named them."""
    return Commune.objects.filter(Q(code__in=_delivered_codes()) | Q(offices__isnull=False)).distinct()


@cache
def _delivered_codes() -> tuple[str, ...]:
    data = Path(__file__).resolve().parent / "data" / "communes.json"
    return tuple(row[0] for row in json.loads(data.read_text("utf-8")))


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
