"""From records and overrides to the public object and its cards."""

import base64
import hashlib
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model, TextChoices
from django.utils import timezone

from cms.actions import announce_changes
from cms.texts import MAIN_LANGUAGE, text_in
from tourism.cards import (
    Images,
    image_urls,
    images_by_url,
    line_of,
    place_card,
    published_language_codes,
    trail_card,
)
from tourism.enums import PlaceKind, RecordKind, TrailDifficulty, TrailPractice, TrailShape
from tourism.geometry import ascent_m, descent_m, duration_min, length_m
from tourism.golden import Folded, SourceLayer, fold
from tourism.models import Commune, GoldenModel, Office, Place, PlaceCard, SourceRecord, Trail, TrailCard
from tourism.queries import source_records

# Practices whose duration is that of a walker when the source gives none.
ON_FOOT = (TrailPractice.WALK, TrailPractice.SNOWSHOE)
# Links of APIDAE that put a place on a trail.
ALONG = frozenset({"SUR_LE_PARCOURS_DE", "PARCOURS_ETAPE", "ETAPE_PARCOURS", "AU_DEPART_DE", "A_L_ARRIVEE_DE"})
# Fields of the folded record that are columns of GoldenModel; everything else goes to `facts`.
COLUMNS = ("name", "summary", "description", "latitude", "longitude")


def new_public_id(source: str, external_id: str) -> str:
    """Ten letters and digits, the same for the same object in every database that reads the same feed."""
    digest = hashlib.sha256(f"{source}:{external_id}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:10]


def sort_key(title: str) -> str:
    """A title as lists are ordered: without accents, case and leading articles of punctuation."""
    folded = unicodedata.normalize("NFKD", title.casefold().replace("œ", "oe"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).strip(" '’\"«»-")[:80]


def source_layers(records: Iterable[SourceRecord]) -> list[SourceLayer]:
    """Records, already in order of trust, as the fold wants them."""
    return [SourceLayer(record.source, record.record, record.since) for record in records]


def write_fold(subject: GoldenModel, records: list[SourceRecord]) -> Folded:
    """Set the columns that places, trails and events share, from records in order of trust. Saves nothing.

    An object that no source says anything about any more keeps what it was, for who looks at it in the admin, and is
    no longer shown.
    """
    if subject.pk is not None and not records and has_source(subject):
        subject.published = False
        subject.withdrawn_at = subject.withdrawn_at or timezone.now()
        return Folded({**subject.facts, **{name: getattr(subject, name) for name in COLUMNS}}, subject.origins)
    folded = fold(source_layers(records), subject.overrides)
    values = folded.values
    subject.name = values.get("name", {})
    subject.summary = values.get("summary", {})
    subject.description = values.get("description", {})
    subject.title = text_in(subject.name, MAIN_LANGUAGE)[:255]
    subject.sort_key = sort_key(subject.title)
    subject.latitude, subject.longitude = values.get("latitude"), values.get("longitude")
    code = values.get("commune_code") or None
    if code != subject.commune_id:
        subject.commune = Commune.objects.filter(code=code).first() if code else None
    if subject.office_id is None:
        subject.office = office_of(records, code)
    subject.facts = {name: value for name, value in values.items() if name not in COLUMNS}
    subject.origins = folded.origins
    subject.withdrawn_at = None
    subject.published = not subject.hidden and bool(subject.title) and values.get("state", "PUBLISHED") == "PUBLISHED"
    return folded


def has_source(subject: GoldenModel) -> bool:
    """Whether any source ever spoke of it: what has none is an office's own entry."""
    kind = type(subject).__name__.upper()
    return SourceRecord.objects.filter(kind=kind, subject_id=subject.pk).exists()


def locked_subject(model: type[Any], pk: int | None) -> Any:
    """The row as it is now, held until the transaction ends, so that an edit and an import do not overwrite each other;
    None when there is no such row. (SQLite has one writer at a time and needs no lock.)"""
    return model._default_manager.select_for_update(of=("self",)).select_related("commune").filter(pk=pk).first()


def office_of(records: list[SourceRecord], commune_code: str | None) -> Office | None:
    """The office that an object belongs to: the record's owner at its source, else the commune's office."""
    owners = {record.owner_id for record in records if record.owner_id}
    if owners:
        for office in Office.objects.exclude(apidae_member_ids=[]):
            if owners & {str(member) for member in office.apidae_member_ids}:
                return office
    return Office.objects.filter(communes=commune_code).first() if commune_code else None


def _choice(value: Any, choices: type[TextChoices], default: str = "") -> str:
    return value if value in choices.values else default


@transaction.atomic
def refold_place(
    place: Place,
    *,
    records: list[SourceRecord] | None = None,
    images: Images | None = None,
    announce: bool = True,
) -> Place:
    """Fold a place again, save it and its cards, and announce it."""
    if records is None:
        records = source_records(RecordKind.PLACE, place.pk)
    folded = write_fold(place, records)
    place.kind = _choice(folded.values.get("kind"), PlaceKind, place.kind or PlaceKind.EQUIPEMENT)
    place.temporarily_closed = bool(folded.values.get("temporarily_closed"))
    place.save()
    write_place_cards([place], images=images)
    if announce:
        announce_changes(kind=RecordKind.PLACE, ids=[place.pk])
    return place


@transaction.atomic
def refold_trail(
    trail: Trail,
    *,
    records: list[SourceRecord] | None = None,
    images: Images | None = None,
    announce: bool = True,
) -> Trail:
    """Fold a trail again, save it and its cards, and announce it. What the source does not say is measured."""
    if records is None:
        records = source_records(RecordKind.TRAIL, trail.pk)
    values = write_fold(trail, records).values
    if "line" in trail.facts:
        trail.line = trail.facts.pop("line")
    elif trail.published:
        trail.line = []
    trail.practice = _choice(values.get("practice"), TrailPractice, TrailPractice.OTHER)
    trail.difficulty = _choice(values.get("difficulty"), TrailDifficulty)
    trail.shape = _choice(values.get("shape"), TrailShape)
    trail.temporarily_closed = bool(values.get("temporarily_closed"))
    line = line_of(trail.line)
    measured = bool(line)
    climbed, descended = (ascent_m(line), descent_m(line)) if measured else (None, None)
    trail.distance = values.get("distance") or (round(length_m(line)) if measured else 0)
    trail.ascent = values.get("ascent") or (None if climbed is None else round(climbed))
    trail.descent = values.get("descent") or (None if descended is None else round(descended))
    trail.duration = values.get("duration")
    if trail.duration is None and trail.distance and trail.practice in ON_FOOT:
        trail.duration = duration_min(trail.distance, trail.ascent, trail.descent)
    if measured and trail.latitude is None:
        trail.longitude, trail.latitude = line[0][0], line[0][1]
    trail.save()
    write_trail_cards([trail], images=images)
    if announce:
        announce_changes(kind=RecordKind.TRAIL, ids=[trail.pk])
    return trail


def write_cards(
    subjects: list[Any],
    *,
    model: type[Model],
    subject_field: str,
    make: Callable[..., dict[str, Any]],
    images: Images | None = None,
) -> None:
    """Replace the cards of some objects: one per published language; none for what is not published."""
    model._default_manager.filter(**{f"{subject_field}__in": subjects}).delete()
    shown = [subject for subject in subjects if subject.published]
    if images is None:
        images = images_by_url(url for subject in shown for url in image_urls(subject.facts))
    today = timezone.localdate()
    model._default_manager.bulk_create(
        model(**{subject_field: subject}, language=language, card=make(subject, language, images, today=today))
        for subject in shown
        for language in published_language_codes()
    )


def write_place_cards(places: list[Place], *, images: Images | None = None) -> None:
    """Cards of places."""
    write_cards(places, model=PlaceCard, subject_field="place", make=place_card, images=images)


def write_trail_cards(trails: list[Trail], *, images: Images | None = None) -> None:
    """Cards of trails."""
    write_cards(trails, model=TrailCard, subject_field="trail", make=trail_card, images=images)


CardWriter = Callable[[list[Any]], None]


def refresh_cards(
    *,
    model: type[GoldenModel],
    kind: str,
    write: CardWriter,
    urls: set[str],
    pictures_in: tuple[str, ...] = ("facts",),
) -> int:
    """Make again the cards of the objects that show one of these pictures, because it has just been fetched.

    `pictures_in` names the columns where the pictures of a card come from.
    """
    users = [
        pk
        for pk, *columns in model.objects.filter(published=True).values_list("pk", *pictures_in).iterator()
        if any(urls.intersection(image_urls(facts or {})) for facts in columns)
    ]
    with transaction.atomic():
        write(list(model.objects.filter(pk__in=users).select_related("commune")))
        announce_changes(kind=kind, ids=users)
    return len(users)


@transaction.atomic
def link_trails(*, source: str, trail_ids: Iterable[int]) -> None:
    """Join trails to the places that their own records name along them."""
    trails = {
        record.subject_id: record
        for record in SourceRecord.objects.filter(
            source=source, kind=RecordKind.TRAIL, subject_id__in=list(trail_ids), withdrawn_at=None
        ).only("subject_id", "record")
    }
    named = {
        pk: [link["external_id"] for link in record.record.get("links", ()) if link["type"] in ALONG]
        for pk, record in trails.items()
    }
    known: dict[str, Any] = dict(
        SourceRecord.objects.filter(
            source=source, kind=RecordKind.PLACE, external_id__in={number for ids in named.values() for number in ids}
        )
        .exclude(subject_id=None)
        .values_list("external_id", "subject_id")
    )
    for trail in Trail.objects.filter(pk__in=named).defer("line"):
        trail.places.set([known[number] for number in named[trail.pk] if number in known])
