"""What is outside the territory: left out, counted, published when an office chose so."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agenda.models import Event, EventFeed
from agenda.records import EventRecord
from agenda.sources.feeds.asking import read_asked_feeds
from agenda.sources.feeds.managing import save_feed
from agenda.sources.feeds.preview import preview_feed
from agenda.sources.feeds.reading import read_feed
from agenda.sources.feeds.territory import Territory, Where
from tests.agenda.apidae_feed import counts, titles
from tests.agenda.feeds.agendas import Agenda, agenda_event
from tests.agenda.feeds.ics import calendar, event
from tests.real_events import OPENAGENDA, needs_real_events
from tourism.models import Commune, SourceRecord
from tourism.schema.resolving import was_public

FORCALQUIER = Where("04088", "04300", 43.9594, 5.7801)
MANOSQUE = Where("04112", "04100", 43.8342, 5.7833)
TERRITORY = Territory([FORCALQUIER, MANOSQUE])


@pytest.mark.parametrize(
    ("said", "outside"),
    [
        ({}, ""),
        ({"venue": "Théâtre des Lices, Albi"}, ""),
        ({"commune_code": "04088"}, ""),
        # The commune is believed before a position that somebody mistyped.
        ({"commune_code": "04088", "latitude": 43.93, "longitude": 2.14}, ""),
        ({"commune_code": "81004", "address": {"postcode": "81000", "city": "Albi"}}, "81000 Albi"),
        ({"commune_code": "83150"}, "83150"),
        ({"address": {"postcode": "81000", "city": "Albi"}}, "81000 Albi"),
        ({"address": {"postcode": "04300"}}, ""),
        # Another of its postcodes, or that of a box.
        ({"address": {"postcode": "04103", "city": "Manosque Cedex"}}, ""),
        ({"address": {"city": "Le Sauze"}}, ""),
        ({"latitude": 43.96, "longitude": 5.79}, ""),
        # Ten kilometres from a town hall may still be the commune's own land.
        ({"latitude": 44.04, "longitude": 5.78}, ""),
        ({"latitude": 43.93, "longitude": 2.14}, "43.93, 2.14"),
        ({"latitude": 43.93, "longitude": 2.14, "address": {"city": "Albi"}}, "Albi"),
    ],
)
def test_outside_is_what_says_so_and_never_what_is_not_known(said, outside):
    assert TERRITORY.outside(EventRecord(**said)) == outside


def test_positions_say_nothing_while_a_commune_of_the_territory_has_none():
    record = EventRecord(latitude=44.39, longitude=7.55)
    assert TERRITORY.outside(record) == "44.39, 7.55"
    assert Territory([FORCALQUIER, Where("IT001", "12100")]).outside(record) == ""


def test_without_any_commune_nothing_is_outside():
    assert Territory().outside(EventRecord(commune_code="81004")) == ""


def albi(uid: int, year: int, **changes) -> dict:
    return agenda_event(uid, year) | {
        "location": {"name": "Théâtre", "postalCode": "81000", "city": "Albi", "insee": "81004"} | changes
    }


@pytest.fixture
def agenda(feed, web):
    feed.kind, feed.url, feed.key = "openagenda", f"{web.url}/v2/agendas/12", "s3cret"
    feed.save()
    return feed


def yesterday() -> None:
    """What is known was read a day ago."""
    Event.objects.update(created_at=timezone.now() - timedelta(days=1))


def choose(feed: EventFeed, outside_too: bool) -> None:
    """As the form does, and the runner looks."""
    feed.publishes_outside = outside_too
    save_feed(feed=feed, by="verdon")
    ((_feed, run),) = read_asked_feeds()
    assert run is not None and run.error == ""


@pytest.mark.django_db
def test_what_is_outside_comes_in_when_the_choice_changes_and_goes_when_it_changes_again(agenda, web, year):
    Agenda(web, albi(1, year), agenda_event(2, year))
    assert counts(read_feed(agenda)) == {"read": 2, "created": 2}
    assert titles() == ["Événement 2"]
    record = SourceRecord.objects.get(external_id="1")
    assert (record.record["state"], record.record["details"]["outside"]) == ("OUTSIDE", "81000 Albi")
    assert not was_public(Event.objects.get(title="Événement 1"))  # nobody ever had its address
    assert counts(read_feed(agenda)) == {"read": 2, "unchanged": 2}
    choose(agenda, True)
    assert titles() == ["Événement 1", "Événement 2"]
    yesterday()
    choose(agenda, False)
    assert titles() == ["Événement 2"]
    assert was_public(Event.objects.get(title="Événement 1"))


@pytest.mark.django_db
def test_an_event_that_moves_goes_and_comes_with_its_address(agenda, web, year):
    Agenda(web, agenda_event(1, year))
    read_feed(agenda)
    address = Event.objects.get().public_id
    yesterday()
    Agenda(web, albi(1, year))
    assert counts(read_feed(agenda)) == {"read": 1, "updated": 1}
    assert titles() == [] and was_public(Event.objects.get())
    Agenda(web, albi(1, year, postalCode="04300", city="Forcalquier", insee="04088"))
    read_feed(agenda)
    assert titles() == ["Événement 1"] and Event.objects.get().public_id == address


@pytest.mark.django_db
def test_communes_of_an_office_across_the_border_are_the_territory(agenda, web, year):
    Agenda(web, albi(1, year, postalCode="12100", city="Cuneo", insee="04999"))
    read_feed(agenda)
    assert titles() == []
    agenda.office.communes.add(Commune.objects.create(code="04999", name="Cuneo", postcode="12100"))
    read_feed(agenda)
    assert titles() == ["Événement 1"]


@pytest.mark.django_db
def test_a_commune_that_a_source_named_is_not_the_territory(agenda, web, year):
    Commune.objects.create(code="81004", name="Albi", postcode="81000")
    Agenda(web, albi(1, year))
    read_feed(agenda)
    assert titles() == []


@pytest.mark.django_db
def test_what_a_feed_leaves_out_hides_nothing_that_another_announces(feed, web, year):
    told = event("Bal", f"{year}0712T210000", uid="1", location="Salle des fêtes, 81000 Albi")
    feed.url = web.put("/a.ics", calendar(told))
    feed.save()
    read_feed(feed)
    record = SourceRecord.objects.get()
    assert record.record["state"] == "OUTSIDE" and titles() == []
    other = EventFeed.objects.create(
        name="Autre", kind="ics", office=feed.office, url=web.put("/b.ics", calendar(told)), publishes_outside=True
    )
    read_feed(other)
    # Two events of which one is not shown are one since a person joined them.
    second = SourceRecord.objects.get(source=other.source)
    SourceRecord.objects.filter(pk=record.pk).update(subject_id=second.subject_id)
    feed.url = web.put("/a.ics", calendar(told.replace("Bal", "Grand bal")))
    feed.save()
    read_feed(feed)
    assert titles() == ["Bal"]


@pytest.mark.django_db
def test_preview_and_page_of_the_feed_say_how_many_are_outside_and_where(agenda, web, year, admin_client):
    Agenda(web, *(albi(uid, year) for uid in (1, 2)), albi(3, year, postalCode="81100", city="Castres"))
    found = preview_feed(agenda)
    assert (found.brought, found.outside, found.places) == (0, 3, ("81000 Albi", "81100 Castres"))
    agenda.publishes_outside = True
    assert preview_feed(agenda).brought == 3
    agenda.publishes_outside = False
    read_feed(agenda)
    page = admin_client.get(reverse(EventFeed.snippet_viewset.get_url_name("edit"), args=[agenda.pk]))
    text = page.content.decode().replace("\xa0", " ")
    assert page.context["outside"]["count"] == 3 and page.context["online"] == 0
    assert "3 événements sont lus mais ne paraissent pas" in text and "81000 Albi (2)" in text


@needs_real_events
@pytest.mark.django_db
def test_a_real_agenda_from_elsewhere_is_left_out_whole(agenda, web):
    Agenda(web, *json.loads(OPENAGENDA.read_bytes()))
    found = preview_feed(agenda)
    assert (found.outside, found.brought, found.unreadable) == (75, 0, 0)
    run = read_feed(agenda)
    assert (run.error, run.read, run.quarantined, titles()) == ("", 75, 0, [])
