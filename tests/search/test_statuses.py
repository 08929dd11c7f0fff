"""What an import brings is found as it is: cancelled and closed things with their mark, withdrawn ones not at all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agenda.actions import refold_event
from agenda.models import Event, Occurrence
from search.index import catch_up, index_objects
from search.queries import search
from search.schema import hit_json
from tests.agenda.apidae_feed import apidae, dataset_of, import_api
from tests.agenda.events import days, make_event
from tests.tourism.apidae.territories import event
from tourism.models import Place, SourceRecord
from tourism.schedule import Period, Schedule

pytestmark = pytest.mark.django_db

CANCELLED = 6176  # APIDAE says "annulé ou fermé"


def feast(*statuses: int, **changes: Any) -> dict[str, Any]:
    """An event of the source in three days."""
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    period = {
        "identifiant": 1,
        "dateDebut": day,
        "dateFin": day,
        "type": "OUVERTURE_TOUS_LES_JOURS",
        "horaireOuverture": "18:00:00",
        "horaireFermeture": "20:00:00",
    }
    opening = {"periodesOuvertures": [period], "ouverturesComplementaires": [{"id": status} for status in statuses]}
    return event(1, nom={"libelleFr": "Bal des bergers"}, ouverture=opening) | changes


def read(*objects: dict[str, Any]) -> None:
    """One import over HTTP, and the index after it."""
    with apidae(dataset_of(*objects)) as server:
        run = import_api(server, confirmed=True)
    assert not run.error, run.error
    catch_up(rest=lambda seconds: None)


def found() -> list[tuple[str, Any]]:
    """(title, status) of what a search finds."""
    results = [hit_json(hit) for hit in search("bergers ").hits]
    return [(result["title"], result["status"]) for result in results]


def test_imported_event_is_found_as_planned() -> None:
    read(feast())
    assert found() == [("Bal des bergers", "SCHEDULED")]


def test_cancelled_event_is_still_found_with_its_mark() -> None:
    read(feast())
    read(feast(CANCELLED))
    assert found() == [("Bal des bergers", "CANCELLED")]


def test_event_all_of_whose_dates_are_cancelled_is_marked() -> None:
    read(feast())
    Occurrence.objects.update(status="CANCELLED")
    follow(Event.objects.get())
    assert found() == [("Bal des bergers", "CANCELLED")]


def follow(item: Event | Place) -> None:
    """The index after a change of this object."""
    index_objects("PLACE" if isinstance(item, Place) else "EVENT", [item.pk])


def hide() -> None:
    """As the office does."""
    item = Event.objects.get()
    item.hidden = True
    refold_event(item)
    follow(item)


def expire() -> None:
    """The source's last day of publication has passed since."""
    record = SourceRecord.objects.get(external_id="5001")
    record.record["expires_on"] = (timezone.localdate() - timedelta(days=1)).isoformat()
    record.save()
    item = refold_event(Event.objects.get())
    follow(item)


@pytest.mark.parametrize(
    "change",
    [lambda: read(feast(state="HIDDEN")), lambda: read(feast(state="DELETED")), hide, expire],
    ids=["hidden by the source", "deleted", "hidden by the office", "expired"],
)
def test_what_is_no_longer_public_is_not_found(change: Callable[[], None]) -> None:
    read(feast())
    before = found()
    change()
    assert (len(before), found()) == (1, [])


def test_event_missing_from_a_complete_reading_is_not_found() -> None:
    other = event(2, nom={"libelleFr": "Foire aux santons"})
    read(feast(), other)
    before = found()
    read(other)
    assert (len(before), found()) == (1, [])


def test_event_whose_last_date_is_over_is_not_found() -> None:
    read(feast())
    (hit,) = search("bergers ").hits
    assert hit.start is not None
    assert search("bergers ", now=hit.start + timedelta(days=1)).total == 0


def test_last_date_that_is_cancelled_is_found_as_such_when_the_others_are_over() -> None:
    today = timezone.localdate()
    played, cancelled = today - timedelta(days=5), today + timedelta(days=5)
    concert = make_event("Zigomar", days(played, cancelled))
    concert.occurrences.filter(day=cancelled).update(status="CANCELLED")
    follow(concert)
    (hit,) = search("zigomar ").hits
    assert hit_json(hit)["status"] == "CANCELLED"
    assert timezone.localdate(hit_json(hit)["start"]) == cancelled


def test_whole_days_in_a_row_are_said_by_the_day_asked_for() -> None:
    today = timezone.localdate()
    make_event(
        "Brocantex", Schedule(periods=(Period("p", today - timedelta(days=9), today + timedelta(days=9)),)).to_json()
    )
    make_event("Bal des brocanteurs", days(today + timedelta(days=2)))
    index_objects("EVENT", list(Event.objects.values_list("pk", flat=True)))
    (hit,) = search("brocantex ").hits
    shown = hit_json(hit)
    assert (timezone.localdate(shown["start"]), shown["all_day"]) == (today, True)
    assert timezone.localtime(shown["start"]).hour == 0
    later = timezone.now() + timedelta(days=3)
    assert timezone.localdate(hit_json(hit, at=later)["start"]) == timezone.localdate(later)
    (hit,) = search("bal brocanteurs ").hits
    assert (timezone.localtime(hit_json(hit)["start"]).hour, hit_json(hit)["all_day"]) == (18, False)


def test_place_that_is_closed_for_now_is_found_with_its_mark() -> None:
    place = Place.objects.create(
        public_id="closed0001", kind="PATRIMOINE_CULTUREL", name={"fr": {"text": "Lavoir"}}, temporarily_closed=True
    )
    follow(place)
    (hit,) = search("lavoir ").hits
    assert hit_json(hit)["temporarily_closed"] is True
