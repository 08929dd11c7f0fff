"""From records and overrides to events, their dates and their cards, many at a time."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.fields.json import KeyTextTransform

from agenda.actions.occurrences import dates_of_event, write_occurrences
from agenda.cards import cards_of_event
from agenda.enums import EventCategory, EventStatus
from agenda.models import Event, EventCard
from cms.actions import announce_changes
from tourism.actions import Pairs, locked_subjects, save_rows, write_cards, write_folds
from tourism.cards import Images, image_urls, images_by_url
from tourism.enums import RecordKind
from tourism.models import Place, SourceRecord
from tourism.queries import source_rank, source_records, source_records_of_many

# Events that are joined again at once, at the end of a run.
JOINED_AT_ONCE = 250


@transaction.atomic(savepoint=False)
def refold_events(pairs: Pairs) -> None:
    """Fold events again, join them to their place and festival, and save them with their dates and cards."""
    _join([(event, records) for event, records in pairs if records])
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
    new = save_rows(events)
    write_occurrences(dated, new=new)
    write_event_cards(events, new=new)


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


# (source, place, festival, place of ours by its public id)
Named = tuple[str, str, str, str]
NAMING_FIELDS = ("place_external_id", "part_of_external_id", "place_public_id")
NOTHING_NAMED: Named = ("", "", "", "")


def _named(records: Iterable[SourceRecord]) -> Named:
    """What the most trusted record that names something says; '' for what nobody names."""
    for record in records:
        place, festival, own_place = (record.record.get(name, "") for name in NAMING_FIELDS)
        if place or festival or own_place:
            return record.source, place, festival, own_place
    return NOTHING_NAMED


def _targets(named: Mapping[int, Named]) -> dict[int, tuple[int | None, int | None]]:
    """Primary keys of the place and the festival that events name, where these are known; by the keys given."""
    known: dict[tuple[str, str, str], int | None] = {
        (source, kind, number): subject
        for source, kind, number, subject in SourceRecord.objects.filter(
            source__in={source for source, *_ids in named.values() if source},
            external_id__in={number for _source, *ids, _own in named.values() for number in ids if number},
            subject_id__isnull=False,
        ).values_list("source", "kind", "external_id", "subject_id")
    }
    own = {own for *_ids, own in named.values() if own}
    own_places = dict(Place.objects.filter(public_id__in=own).values_list("public_id", "pk")) if own else {}
    targets: dict[int, tuple[int | None, int | None]] = {}
    for key, (source, place, festival, own_place) in named.items():
        part_of = known.get((source, RecordKind.EVENT, festival))
        place_id = known.get((source, RecordKind.PLACE, place)) or own_places.get(own_place)
        targets[key] = (place_id, part_of if part_of != key else None)
    return targets


def _join(pairs: Pairs) -> None:
    """Set place and festival of events that have records. What comes later in the same feed is joined by
    `link_events` at the end of the run."""
    # A new event has no key yet, and cannot be its own festival.
    named = {event.pk or -number: _named(records) for number, (event, records) in enumerate(pairs, 1)}
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
    named = records.exclude(record={}).values_list(
        # As text: of a number in quotes, Django makes a number on SQLite.
        "subject_id",
        "source",
        *(KeyTextTransform(name, "record") for name in NAMING_FIELDS),
    )
    wanted: dict[int, Named] = {}
    for pk, source, *names in sorted(named, key=lambda row: source_rank(row[1])):
        if pk is not None and not any(wanted.get(pk, ())):
            place, festival, own_place = (name or "" for name in names)
            wanted[pk] = (source, place, festival, own_place) if place or festival or own_place else NOTHING_NAMED
    events = Event.objects.filter(pk__in=wanted).values_list("pk", "place_id", "part_of_id")
    targets = _targets({pk: wanted[pk] for pk, *_ids in events})
    wrong = {pk for pk, place, festival in events if targets[pk] != (place, festival)}
    # Their cards show the place's name and picture.
    moved_on = Event.objects.filter(pk__in=wanted, place__updated_at__gt=F("updated_at"))
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
