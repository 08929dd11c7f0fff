"""From records and overrides to the public object and its cards, many objects at a time: an import and an editor's
save go the same way."""

import base64
import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone

from cms.actions import announce_changes
from cms.texts import MAIN_LANGUAGE, text_in
from tourism.actions.cards import write_place_cards, write_trail_cards
from tourism.actions.rows import save_rows
from tourism.cards import days_of, line_of
from tourism.enums import PlaceKind, RecordKind, TrailDifficulty, TrailPractice, TrailShape
from tourism.geometry import ascent_m, descent_m, duration_min, length_m
from tourism.golden import EDITORS, Folded, SourceLayer, fold
from tourism.models import Commune, GoldenModel, Office, Place, SourceRecord, Trail
from tourism.queries import current_heirs, kind_of_model, source_records

# Practices whose duration is that of a walker when the source gives none.
ON_FOOT = (TrailPractice.WALK, TrailPractice.SNOWSHOE)
# Fields of the folded record that are columns of GoldenModel; everything else goes to `facts`.
COLUMNS = ("name", "summary", "description", "latitude", "longitude")

# Public objects with what sources say of each today, the most trusted first.
Pairs = Sequence[tuple[Any, list[SourceRecord]]]


def new_public_id(source: str, external_id: str) -> str:
    """Ten letters and digits, the same for the same object in every database that reads the same feed."""
    digest = hashlib.sha256(f"{source}:{external_id}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:10]


def sort_key(title: str) -> str:
    """A title as lists are ordered: without accents, case and leading articles of punctuation."""
    folded = unicodedata.normalize("NFKD", title.casefold().replace("œ", "oe"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).strip(" '’\"«»-")[:80]


def source_layers(records: Iterable[SourceRecord]) -> list[SourceLayer]:
    """Records, already in order of trust, as the fold wants them; one that its feed leaves out as outside the territory
    hides nothing that another source announces."""
    ordered = sorted(records, key=lambda record: record.record.get("state") == "OUTSIDE")
    return [SourceLayer(record.source, record.record, record.since, record.external_id) for record in ordered]


def write_folds(pairs: Pairs) -> list[Folded]:
    """Set the columns that places, trails and events share, from records in order of trust. Saves nothing.

    An object that no source says anything about any more keeps what it was, for who looks at it in the admin, and is
    no longer shown; so does one that became part of another.
    """
    absorbed = heirs(subject for subject, _records in pairs)
    silent = _silenced(pairs)
    folds = [
        _as_it_was(subject)
        if subject.pk in silent or subject.pk in absorbed
        else fold(source_layers(records), subject.overrides)
        for subject, records in pairs
    ]
    owned = [subject.office_id is not None for subject, _records in pairs]
    communes = Commune.objects.in_bulk({code for folded in folds if (code := folded.values.get("commune_code"))})
    offices = None if all(owned) else Offices()
    for (subject, records), folded in zip(pairs, folds, strict=True):
        if subject.pk in absorbed:
            subject.published = False
            continue
        if subject.pk in silent:
            subject.published = False
            subject.withdrawn_at = subject.withdrawn_at or timezone.now()
            continue
        _set_columns(subject, folded, communes)
        if offices is not None and subject.office_id is None:
            subject.office = offices.of(records, subject.commune_id)
    return folds


def _set_columns(subject: GoldenModel, folded: Folded, communes: dict[str, Commune]) -> None:
    values = folded.values
    subject.name = values.get("name", {})
    subject.summary = values.get("summary", {})
    subject.description = values.get("description", {})
    subject.title = text_in(subject.name, MAIN_LANGUAGE)[:255]
    subject.sort_key = sort_key(subject.title)
    subject.latitude, subject.longitude = values.get("latitude"), values.get("longitude")
    code = values.get("commune_code") or None
    if code != subject.commune_id:
        subject.commune = communes.get(code) if code else None
    subject.facts = {name: value for name, value in values.items() if name not in COLUMNS}
    subject.origins = folded.origins
    today = timezone.localdate().isoformat()
    expired = bool(values.get("expires_on")) and values["expires_on"] < today
    # What its source took back after a date is as gone as what left the feed, and says so to who asks for it.
    subject.withdrawn_at = (subject.withdrawn_at or timezone.now()) if expired else None
    subject.published = (
        not subject.hidden
        and bool(subject.title)
        and values.get("state", "PUBLISHED") == "PUBLISHED"
        and not expired
        and (values.get("publish_from") or "") <= today
    )
    if subject.published:
        subject.replaced_by = ""


def _as_it_was(subject: GoldenModel) -> Folded:
    return Folded({**subject.facts, **{name: getattr(subject, name) for name in COLUMNS}}, subject.origins)


def heirs(subjects: Iterable[GoldenModel]) -> dict[int, int]:
    """Of objects of one kind, those that became part of another (`Merge`), with the primary key of the one in which
    they are found today. No statement when there is none, else one for each step from one to the next."""
    wanted = [subject for subject in subjects if subject.pk is not None and subject.replaced_by]
    if not wanted:
        return {}
    return current_heirs(kind_of_model(type(wanted[0])), [subject.pk for subject in wanted])


def _silenced(pairs: Pairs) -> set[int]:
    """Objects of which a source once spoke and none does now. What never had one is an office's own entry."""
    return {
        subject.pk
        for subject, records in pairs
        if subject.pk is not None
        and not records
        and any(origin.get("source") != EDITORS for origin in subject.origins.values())
    }


class Offices:
    """Whose an object is: the office of the record's owner at its source, else the commune's. A feed that an office
    configured names it as ``office:<primary key>``."""

    def __init__(self) -> None:
        self._by_member: dict[str, Office] = {}
        self._by_commune: dict[str, Office] = {}
        for office in Office.objects.prefetch_related("communes").order_by("-name", "-pk"):
            self._by_member[f"office:{office.pk}"] = office
            for member in office.apidae_member_ids:
                self._by_member[str(member)] = office
            for commune in office.communes.all():
                self._by_commune[commune.pk] = office

    def of(self, records: Iterable[SourceRecord], commune_code: str | None) -> Office | None:
        """The office of an object with these records."""
        owners = (self._by_member.get(record.owner_id) for record in records if record.owner_id)
        return next(filter(None, owners), None) or self._by_commune.get(commune_code or "")


def locked_subjects(model: type[Any], pks: Iterable[int]) -> dict[int, Any]:
    """Rows as they are now by primary key, held until the transaction ends, so that an edit and an import do not
    overwrite each other. (SQLite has one writer at a time and needs no lock.)"""
    rows = model._default_manager.select_for_update(of=("self",)).select_related("commune", "office")
    return {row.pk: row for row in rows.filter(pk__in=list(pks)).order_by("pk")}


def locked_subject(model: type[Any], pk: int | None) -> Any:
    """As `locked_subjects`, one row; None when there is no such row."""
    return None if pk is None else locked_subjects(model, [pk]).get(pk)


def _choice(value: Any, choices: type[TextChoices], default: str = "") -> str:
    return value if value in choices.values else default


@transaction.atomic(savepoint=False)
def refold_places(pairs: Pairs) -> None:
    """Fold places again and save them with their cards."""
    for (place, _records), folded in zip(pairs, write_folds(pairs), strict=True):
        place.kind = _choice(folded.values.get("kind"), PlaceKind, place.kind or PlaceKind.EQUIPEMENT)
        place.temporarily_closed = bool(folded.values.get("temporarily_closed"))
    places = [place for place, _records in pairs]
    write_place_cards(places, new=save_rows(places))


@transaction.atomic(savepoint=False)
def refold_trails(pairs: Pairs) -> None:
    """Fold trails again and save them with their cards. What the source does not say is measured."""
    for (trail, _records), folded in zip(pairs, write_folds(pairs), strict=True):
        _set_trail(trail, folded.values)
    trails = [trail for trail, _records in pairs]
    write_trail_cards(trails, new=save_rows(trails))


def _set_trail(trail: Trail, values: dict[str, Any]) -> None:
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
    if trail.duration is None and trail.distance and trail.practice in ON_FOOT and days_of(trail) is None:
        trail.duration = duration_min(trail.distance, trail.ascent, trail.descent)
    if measured and trail.latitude is None:
        trail.longitude, trail.latitude = line[0][0], line[0][1]


@transaction.atomic
def refold_place(place: Place, *, records: list[SourceRecord] | None = None) -> Place:
    """Fold one place again and announce it."""
    refold_places([(place, source_records(RecordKind.PLACE, place.pk) if records is None else records)])
    announce_changes(kind=RecordKind.PLACE, ids=[place.pk])
    return place


@transaction.atomic
def refold_trail(trail: Trail, *, records: list[SourceRecord] | None = None) -> Trail:
    """Fold one trail again and announce it."""
    refold_trails([(trail, source_records(RecordKind.TRAIL, trail.pk) if records is None else records)])
    announce_changes(kind=RecordKind.TRAIL, ids=[trail.pk])
    return trail
