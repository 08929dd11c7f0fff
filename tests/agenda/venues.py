"""Places where things happen, and events announced there."""

from django.utils import timezone

from agenda.models import Event
from tests.agenda.events import days
from tests.agenda.told import SOON, told
from tourism.actions import new_public_id, refold_place
from tourism.enums import APIDAE, RecordKind
from tourism.models import Place, SourceRecord


def venue(number: str, name: str, commune: str = "04112", source: str = APIDAE) -> Place:
    record = {"name": {"fr": name}, "kind": "EQUIPEMENT", "commune_code": commune}
    subject = Place(public_id=new_public_id(source, number))
    row = SourceRecord(source=source, external_id=number, kind=RecordKind.PLACE, record=record, seen_at=timezone.now())
    refold_place(subject, records=[row])
    row.subject_id = subject.pk
    row.save()
    return subject


def announced(number: str, where: str, commune: str = "04112") -> Event:
    return told("ics:1", number, f"Concert {number}", schedule=days(SOON), venue=where, commune_code=commune)


def place_of(event: Event) -> Place | None:
    return Event.objects.select_related("place").get(pk=event.pk).place
