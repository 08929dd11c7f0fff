"""Events as sources bring them, without a feed."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from agenda.actions import refold_event
from agenda.models import Event
from tests.agenda.events import days
from tourism.actions import new_public_id
from tourism.enums import RecordKind
from tourism.feed import refold_by_id
from tourism.models import SourceRecord

DAY = date(2026, 12, 24)
SOON = timezone.localdate() + timedelta(days=20)


def told(source: str, number: str, name: str, **said: Any) -> Event:
    """An event that a source brought."""
    record = {"name": {"fr": name}, "schedule": days(DAY), **said}
    subject = Event(public_id=new_public_id(source, number))
    row = SourceRecord(source=source, external_id=number, kind=RecordKind.EVENT, record=record, seen_at=timezone.now())
    refold_event(subject, records=[row])
    row.subject_id = subject.pk
    row.save()
    return subject


def says(source: str, number: str, **said: Any) -> None:
    """Its source says something else of it from now on."""
    row = SourceRecord.objects.get(source=source, external_id=number)
    row.record |= said
    row.withdrawn_at = None
    row.save()
    refold_by_id(RecordKind.EVENT, [row.subject_id])


def withdraws(source: str, number: str) -> None:
    row = SourceRecord.objects.get(source=source, external_id=number)
    row.withdrawn_at = timezone.now()
    row.save()
    refold_by_id(RecordKind.EVENT, [row.subject_id])


def whole(pk: int) -> dict[str, Any]:
    """All that there is of an event, but for when it was written, the keys of what is derived and what
    calendars and feed readers are told that it changed, which never goes back."""
    row = Event.objects.filter(pk=pk).values().get()
    del row["updated_at"], row["sequence"], row["told_digest"], row["told_at"], row["content_digest"]
    row["withdrawn_at"] = row["withdrawn_at"] is not None
    return {
        "row": row,
        "dates": [
            {name: value for name, value in one.items() if name != "id"}
            for one in Event.objects.get(pk=pk).occurrences.order_by("start").values()
        ],
        "cards": sorted(Event.objects.get(pk=pk).cards.values_list("language", "card"), key=lambda pair: str(pair[0])),
        "records": sorted(
            SourceRecord.objects.filter(kind=RecordKind.EVENT, subject_id=pk).values_list("source", "external_id")
        ),
    }
