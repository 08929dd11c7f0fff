"""From records and overrides to the event, its dates and its cards."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from agenda.cards import event_card
from agenda.enums import EventCategory, EventStatus
from agenda.models import LONGEST_DATE, Event, EventCard, Occurrence
from cms.actions import announce_changes
from tourism.actions import locked_subject, write_cards, write_fold
from tourism.cards import Images, image_urls, images_by_url
from tourism.enums import RecordKind
from tourism.models import Place, SourceRecord
from tourism.queries import source_records
from tourism.schedule import Schedule, ScheduleError, Span, Status, expand, first_day, last_day

# Dates are kept as rows from a month ago to eighteen months ahead; `manage.py refresh_public` moves the window.
PAST, AHEAD, MOST = timedelta(days=31), timedelta(days=548), 1_000
# An event whose end nobody wrote down stays in "now" for this long.
ASSUMED_LENGTH = timedelta(hours=3)
# An exhibition, not a date: at least this many days open, on at least this share of the days between first and last.
LONG_DAYS, LONG_SHARE = 15, 0.3

STATUS_OF_DATE = {
    Status.SCHEDULED: EventStatus.SCHEDULED,
    Status.MOVED: EventStatus.SCHEDULED,
    Status.FULL: EventStatus.FULL,
    Status.POSTPONED: EventStatus.POSTPONED,
    Status.CANCELLED: EventStatus.CANCELLED,
    Status.SUSPENDED: EventStatus.CANCELLED,
}


def schedule_of(event: Event) -> Schedule:
    """The folded schedule; an empty one when there is none or when it is unreadable."""
    try:
        return Schedule.from_json(event.facts["schedule"])
    except (KeyError, ScheduleError):
        return Schedule()


@transaction.atomic
def refold_event(
    event: Event,
    *,
    records: list[SourceRecord] | None = None,
    images: Images | None = None,
    announce: bool = True,
) -> Event:
    """Fold an event again, save it, its dates and its cards, and announce it."""
    if records is None:
        records = source_records(RecordKind.EVENT, event.pk)
    values = write_fold(event, records).values
    event.categories = [name for name in values.get("event_categories", ()) if name in EventCategory.values]
    status = values.get("status", "")
    event.status = status if status in EventStatus.values else EventStatus.SCHEDULED
    if values.get("temporarily_closed") and event.status == EventStatus.SCHEDULED:
        event.status = EventStatus.CANCELLED
    event.free = values.get("price", {}).get("free")
    schedule = schedule_of(event)
    today = timezone.localdate()
    spans = expand(schedule, first=today - PAST, last=today + AHEAD, limit=MOST)
    event.first_date, event.last_date = first_day(schedule), last_day(schedule)
    event.long_running = is_long_running(spans)
    event.save()
    write_occurrences(event, spans)
    write_event_cards([event], images=images)
    if announce:
        announce_changes(kind=RecordKind.EVENT, ids=[event.pk])
    return event


def is_long_running(spans: Iterable[Span]) -> bool:
    """Open on many days in a row or nearly: an exhibition or a season, which must not fill a list of dates."""
    days = {span.start.date() for span in spans}
    if len(days) < LONG_DAYS:
        return False
    return len(days) >= LONG_SHARE * ((max(days) - min(days)).days + 1)


def assumed_end(span: Span) -> datetime:
    """The end that the agenda compares with "now": the day's end for a whole day, some hours when unknown."""
    if span.end is not None:
        return span.end
    if span.all_day:
        midnight = datetime.combine(span.start.date() + timedelta(days=1), datetime.min.time())
        return midnight.replace(tzinfo=span.start.tzinfo)
    return span.start + ASSUMED_LENGTH


def cut(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """A date in pieces of at most LONGEST_DATE; nearly always itself alone."""
    while end - start > LONGEST_DATE:
        yield start, start + LONGEST_DATE
        start += LONGEST_DATE
    yield start, end


def write_occurrences(event: Event, spans: list[Span]) -> None:
    """Replace the dates of an event; an event that is not published has none."""
    Occurrence.objects.filter(event=event).delete()
    if not event.published:
        return
    pieces = [(span, begin, end) for span in spans for begin, end in cut(span.start, assumed_end(span))]
    joined = f"|{'|'.join(event.categories)}|" if event.categories else ""
    rows: list[Occurrence] = []
    latest: datetime | None = None
    for number, (span, begin, end) in enumerate(pieces):
        status = STATUS_OF_DATE[Status(span.status)]
        if status == EventStatus.SCHEDULED:
            status = EventStatus(event.status)
        rows.append(
            Occurrence(
                event=event,
                start=begin,
                end=end,
                end_known=span.end is not None,
                all_day=span.all_day,
                status=status,
                note=dict(span.note),
                previous_end=latest,
                remaining=len(pieces) - number,
                long_running=event.long_running,
                commune_code=event.commune_id or "",
                latitude=event.latitude,
                longitude=event.longitude,
                free=event.free,
                categories=joined,
            )
        )
        latest = max(latest, end) if latest else end
    Occurrence.objects.bulk_create(rows)


def write_event_cards(events: list[Event], *, images: Images | None = None) -> None:
    """Cards of events; a place's picture stands in for a missing one."""
    if images is None:
        urls = {url for event in events for url in image_urls(event.facts)}
        urls |= {url for event in events if event.place for url in image_urls(event.place.facts)}
        images = images_by_url(urls)
    write_cards(events, model=EventCard, subject_field="event", make=event_card, images=images)


@transaction.atomic
def link_events(*, source: str, event_ids: Iterable[int]) -> list[int]:
    """Join events to their place and their festival, which may have come later in the same feed.

    Gives the primary keys of the events that changed; they were folded again.
    """
    records = SourceRecord.objects.filter(
        source=source, kind=RecordKind.EVENT, subject_id__in=list(event_ids), withdrawn_at=None
    ).only("subject_id", "record")
    wanted: dict[int, tuple[str, str]] = {}
    for record in records:
        place, festival = record.record.get("place_external_id", ""), record.record.get("part_of_external_id", "")
        wanted[record.subject_id or 0] = (place, festival)
    external = {identifier for pair in wanted.values() for identifier in pair if identifier}
    known: dict[tuple[str, str], Any] = {
        (kind, identifier): subject
        for kind, identifier, subject in SourceRecord.objects.filter(
            source=source, external_id__in=external, subject_id__isnull=False
        ).values_list("kind", "external_id", "subject_id")
    }
    changed = []
    joined = Event.objects.filter(pk__in=wanted).values_list("pk", "place_id", "part_of_id")
    for pk, present_place, present_festival in joined:
        place, festival = wanted[pk]
        place_id = known.get((RecordKind.PLACE, place))
        part_of_id = known.get((RecordKind.EVENT, festival))
        if part_of_id == pk:
            part_of_id = None
        if (present_place, present_festival) != (place_id, part_of_id):
            event = locked_subject(Event, pk)
            event.place = Place.objects.filter(pk=place_id).first() if place_id else None
            event.part_of_id = part_of_id
            refold_event(event)
            changed.append(pk)
    return changed
