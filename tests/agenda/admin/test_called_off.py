"""What one of several joined announcements cancels, on everything that is shown of the event."""

from datetime import timedelta
from typing import Any

import pytest

from agenda.actions import part_events, refold_event
from agenda.actions.merging import merge_events
from agenda.models import Event
from tests.agenda.admin.event_form import EDIT
from tests.agenda.events import days, make_event
from tests.agenda.told import SOON, says, told, whole, withdraws
from tests.tourism.admin.back_office import submit
from tourism.actions import edit_subject
from tourism.enums import APIDAE, RecordKind
from tourism.models import Merge

pytestmark = pytest.mark.django_db
LATER = SOON + timedelta(days=7)
BOTH = days(SOON, LATER)


def off(*cancelled: Any) -> dict[str, Any]:
    return BOTH | {"overrides": [{"day": day.isoformat(), "status": "cancelled"} for day in cancelled]}


def joined(kept: Event, absorbed: Event) -> Event:
    merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Léa")
    return Event.objects.get(pk=kept.pk)


def states(event: Event) -> tuple[str, list[str]]:
    event.refresh_from_db()
    return event.status, list(event.occurrences.order_by("start").values_list("status", flat=True))


def test_what_the_less_trusted_source_cancels_after_they_were_joined_is_cancelled_until_it_takes_it_back():
    event = joined(
        told(APIDAE, "1", "Veillée", schedule=BOTH, status="SCHEDULED"), told("ics:1", "a", "Veillée", schedule=BOTH)
    )
    assert states(event) == ("SCHEDULED", ["SCHEDULED", "SCHEDULED"])
    says("ics:1", "a", status="CANCELLED")
    assert states(event) == ("CANCELLED", ["CANCELLED", "CANCELLED"])
    assert event.origins["status"]["source"] == "ics:1"
    says("ics:1", "a", status="SCHEDULED", schedule=off(LATER))
    assert states(event) == ("SCHEDULED", ["SCHEDULED", "CANCELLED"])
    withdraws("ics:1", "a")
    assert states(event) == ("SCHEDULED", ["SCHEDULED", "SCHEDULED"])


def test_an_office_s_own_word_from_before_hides_no_cancellation_and_its_word_from_after_counts(agency):
    own = make_event("Veillée", BOTH, status="SCHEDULED")
    event = joined(own, told("openagenda:1", "a", "Veillée", schedule=BOTH))
    says("openagenda:1", "a", status="CANCELLED")
    assert states(event)[0] == "CANCELLED"
    page = agency.get(EDIT.format(event.pk))
    mark = page.context["form"].mark_of("status")
    assert (mark["beaten"], mark["source"], mark["source_says"]) == (True, "openagenda:1", "Annulé")
    assert "c’est ce qui est affiché" in page.content.decode()
    assert submit(agency, EDIT.format(event.pk), status="SCHEDULED").status_code == 302
    assert states(event) == ("SCHEDULED", ["SCHEDULED", "SCHEDULED"])
    assert agency.get(EDIT.format(event.pk)).context["form"].mark_of("status")["beaten"] is False


def test_what_an_editor_said_knowing_of_the_cancellation_counts_when_their_event_becomes_part_of_another():
    absorbed = told("ics:1", "a", "Veillée", schedule=BOTH, status="CANCELLED")
    edit_subject(absorbed, kind=RecordKind.EVENT, values={"status": "SCHEDULED"}, by="Léa", refold=refold_event)
    before = whole(absorbed.pk)
    event = joined(told(APIDAE, "1", "Veillée", schedule=BOTH), absorbed)
    assert states(event)[0] == "SCHEDULED"
    assert "despite" not in event.facts
    part_events(merge=Merge.objects.get(), by="Léa")
    assert whole(absorbed.pk) == before
    assert states(absorbed)[0] == "SCHEDULED"


def test_form_names_who_calls_off_which_dates(agency):
    event = joined(
        told(APIDAE, "1", "Veillée", schedule=BOTH), told("openagenda:1", "a", "Veillée", schedule=off(SOON))
    )
    assert states(event)[1] == ["CANCELLED", "SCHEDULED"]
    assert (
        "<strong>openagenda:1</strong> annonce annulé ou reporté" in agency.get(EDIT.format(event.pk)).content.decode()
    )
