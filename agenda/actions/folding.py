"""From records and overrides to events, their dates and their cards, many at a time."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F

from agenda.actions.festivals import follow_festivals, is_stopped_or_back
from agenda.actions.numbering import raise_sequences
from agenda.actions.occurrences import dates_of_event, write_occurrences
from agenda.cards import cards_of_event
from agenda.enums import EventCategory, EventStatus
from agenda.models import Event, EventCard
from cms.actions import announce_changes
from tourism.actions import Pairs, heirs, locked_subjects, save_rows, write_cards, write_folds
from tourism.cards import Images, image_urls, images_by_url
from tourism.enums import RecordKind
from tourism.models import Place, SourceRecord
from tourism.queries import places_in_words, source_rank, source_records, source_records_of_many, text_at

# Events that are joined again at once, at the end of a run.
JOINED_AT_ONCE = 250


@transaction.atomic(savepoint=False)
def refold_events(pairs: Pairs) -> None:
    """Fold events again, join them to their place and festival, and save them with their dates and cards. The programme
    of a festival that is cancelled, or is not any more, is folded with it."""
    _join([(event, records) for event, records in pairs if records])
    states = [event.status for event, _records in pairs]
    dated = []
    for (event, _records), folded in zip(pairs, write_folds(pairs), strict=True):
        dates = dates_of_event(event)
        _set_event(event, folded.values)
        if event.latitude is None and event.place is not None:
            # Where it happens is where its place is, also when that is no place of ours to show.
            event.latitude, event.longitude = event.place.latitude, event.place.longitude
        event.first_date, event.last_date, event.long_running = dates.first, dates.last, dates.long_running
        dated.append((event, dates))
    events = [event for event, _records in pairs]
    follow_festivals(events)
    raise_sequences(events)
    new = save_rows(events)
    write_occurrences(dated, new=new)
    write_event_cards(events, new=new)
    turned = [
        event.pk for event, before in zip(events, states, strict=True) if is_stopped_or_back(before, event.status)
    ]
    if turned:
        _refold_programmes(turned, without=[event.pk for event in events])


def _refold_programmes(festivals: Sequence[int], *, without: Sequence[int]) -> None:
    ids = Event.objects.filter(part_of__in=festivals).exclude(pk__in=without).values_list("pk", flat=True)
    parts = locked_subjects(Event, list(ids))
    if parts:
        records = source_records_of_many(RecordKind.EVENT, parts)
        refold_events([(event, records[pk]) for pk, event in parts.items()])
        announce_changes(kind=RecordKind.EVENT, ids=parts, bulk=True)


def _set_event(event: Event, values: Mapping[str, Any]) -> None:
    event.categories = [name for name in values.get("event_categories", ()) if name in EventCategory.values]
    status = values.get("status", "")
    event.status = status if status in EventStatus.values else EventStatus.SCHEDULED
    if values.get("temporarily_closed") and event.status == EventStatus.SCHEDULED:
        event.status = EventStatus.CANCELLED
    event.free = values.get("price", {}).get("free")


@transaction.atomic
def refold_event(event: Event, *, records: list[SourceRecord] | None = None) -> Event:
    """Fold one event again and announce it."""
    refold_events([(event, source_records(RecordKind.EVENT, event.pk) if records is None else records)])
    announce_changes(kind=RecordKind.EVENT, ids=[event.pk])
    return event


def write_event_cards(events: Sequence[Event], *, images: Images | None = None, new: Container[int] = ()) -> None:
    """Cards of events; a place's picture stands in for a missing one."""
    if images is None:
        shown = [event for event in events if event.published]
        urls = {url for event in shown for url in image_urls(event.facts)}
        urls |= {url for event in shown if event.place for url in image_urls(event.place.facts)}
        images = images_by_url(urls)
    write_cards(events, model=EventCard, subject_field="event", make=cards_of_event, images=images, new=new)


# The override "place" or "part_of_public_id" of an editor who says that it is none of ours.
NO_PLACE = NO_FESTIVAL = "-"
# The override of the festival that an editor chose: what a record of an own entry says too.
FESTIVAL_KEY = "part_of_public_id"
# What comes of a record that says where its event happens and what it belongs to.
NAMING = ("place_external_id", "place_public_id", "part_of_external_id", "part_of_public_id", "venue", "commune_code")


@dataclass(frozen=True)
class Named:
    """Where an event happens and what it belongs to, as it is said; '' for what nobody says.

    Attributes:
        chosen: public id of the place that an editor chose, or `NO_PLACE`.
        place: (source, its number of the place).
        own_place: public id of a place of ours.
        festival: (source, its number of the event).
        own_festival: public id of an event of ours, which an editor or an own entry says; or `NO_FESTIVAL`.
        venue, commune_code: the place in words.
    """

    chosen: str = ""
    place: tuple[str, str] = ("", "")
    own_place: str = ""
    festival: tuple[str, str] = ("", "")
    own_festival: str = ""
    venue: str = ""
    commune_code: str = ""


def _named(overrides: Mapping[str, Any], records: Iterable[tuple[str, Mapping[str, Any]]]) -> Named:
    """What the records of an event say, the most trusted first: (source, its record or at least `NAMING` of it)."""
    records = list(records)
    nobody: tuple[str, Mapping[str, Any]] = ("", {})
    placed = next((one for one in records if one[1].get("place_external_id") or one[1].get("place_public_id")), nobody)
    within = next((one for one in records if one[1].get("part_of_external_id")), nobody)
    _source, in_words = next((one for one in records if one[1].get("venue")), nobody)
    return Named(
        chosen=overrides.get("place", {}).get("value") or "",
        place=(placed[0], placed[1].get("place_external_id") or ""),
        own_place=placed[1].get("place_public_id") or "",
        festival=(within[0], within[1].get("part_of_external_id") or ""),
        own_festival=overrides.get(FESTIVAL_KEY, {}).get("value")
        or next((said[FESTIVAL_KEY] for _, said in records if said.get(FESTIVAL_KEY)), ""),
        venue=overrides.get("venue", {}).get("value") or in_words.get("venue") or "",
        commune_code=overrides.get("commune_code", {}).get("value") or in_words.get("commune_code") or "",
    )


def _targets(named: Mapping[int, Named]) -> dict[int, tuple[int | None, int | None]]:
    """Primary keys of the place and the festival that events name, where these are known; by the keys given."""
    numbers = {number for said in named.values() for number in (said.place, said.festival) if number[1]}
    known: dict[tuple[str, str, str], int | None] = {
        (kind, source, number): subject
        for kind, source, number, subject in SourceRecord.objects.filter(
            source__in={source for source, _number in numbers},
            external_id__in={number for _source, number in numbers},
            subject_id__isnull=False,
        ).values_list("kind", "source", "external_id", "subject_id")
    }
    places = {name for said in named.values() for name in (said.chosen, said.own_place)}
    own = _own_subjects(Place, places - {"", NO_PLACE})
    festivals = _own_subjects(Event, {said.own_festival for said in named.values()} - {"", NO_FESTIVAL})
    targets: dict[int, tuple[int | None, int | None]] = {}
    in_words: dict[int, tuple[str, str]] = {}
    for key, said in named.items():
        part_of = festivals.get(said.own_festival) or known.get((RecordKind.EVENT, *said.festival))
        if said.own_festival == NO_FESTIVAL or part_of == key:
            part_of = None
        place = own.get(said.chosen) or known.get((RecordKind.PLACE, *said.place)) or own.get(said.own_place)
        targets[key] = (None if said.chosen == NO_PLACE else place, part_of)
        if place is None and said.chosen != NO_PLACE and said.venue and said.commune_code:
            in_words[key] = (said.venue, said.commune_code)
    for key, by_name in places_in_words(in_words).items():
        targets[key] = (by_name, targets[key][1])
    return targets


def _own_subjects(model: type[Place | Event], public_ids: set[str]) -> dict[str, int]:
    """Primary keys by public id; of an object that became part of another, the other's."""
    if not public_ids:
        return {}
    found = model._default_manager.filter(public_id__in=public_ids).only("pk", "public_id", "replaced_by")
    subjects = {subject.public_id: subject for subject in found}
    absorbed = heirs(subjects.values())
    return {public_id: absorbed.get(subject.pk, subject.pk) for public_id, subject in subjects.items()}


def _join(pairs: Pairs) -> None:
    """Set place and festival of events that have records. What comes later in the same feed is joined by
    `link_events` at the end of the run."""
    # A new event has no key yet, and cannot be its own festival.
    named = {
        event.pk or -number: _named(event.overrides, ((record.source, record.record) for record in records))
        for number, (event, records) in enumerate(pairs, 1)
    }
    targets = _targets(named)
    places = Place.objects.in_bulk({place for place, _festival in targets.values() if place})
    for (event, _records), (place, festival) in zip(pairs, targets.values(), strict=True):
        event.place = places.get(place) if place else None
        event.part_of_id = festival


@transaction.atomic
def _link_some(ids: list[int]) -> list[int]:
    events = locked_subjects(Event, _wrongly_joined(ids))
    records = source_records_of_many(RecordKind.EVENT, events)
    refold_events([(event, records[pk]) for pk, event in events.items() if records[pk]])
    announce_changes(kind=RecordKind.EVENT, ids=events, bulk=True)
    return list(events)


def _wrongly_joined(ids: list[int]) -> list[int]:
    """Events that are not joined to what their records name, or whose place changed after them; asked without reading
    all that is known of them."""
    records = SourceRecord.objects.filter(kind=RecordKind.EVENT, subject_id__in=ids, withdrawn_at=None)
    texts = (text_at("record", name) for name in NAMING)
    columns = records.exclude(record={}).values_list("subject_id", "source", *texts)
    said: dict[int, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for pk, source, *values in sorted(columns, key=lambda row: source_rank(row[1])):
        if pk is not None:
            said[pk].append((source, dict(zip(NAMING, values, strict=True))))
    events = list(Event.objects.filter(pk__in=said).values_list("pk", "place_id", "part_of_id", "overrides"))
    targets = _targets({pk: _named(overrides, said[pk]) for pk, _place, _festival, overrides in events})
    wrong = {pk for pk, place, festival, _overrides in events if targets[pk] != (place, festival)}
    # Their cards show the place's name and picture.
    moved_on = Event.objects.filter(pk__in=said, place__updated_at__gt=F("updated_at"))
    return sorted(wrong.union(moved_on.values_list("pk", flat=True)))


def link_events(*, event_ids: Iterable[int]) -> list[int]:
    """Join events to their place and their festival, which may have come later in the same feed.

    Gives the primary keys of the events that changed; they were folded again.
    """
    ids = sorted(set(event_ids))
    changed = []
    for first in range(0, len(ids), JOINED_AT_ONCE):
        changed += _link_some(ids[first : first + JOINED_AT_ONCE])
    return changed
