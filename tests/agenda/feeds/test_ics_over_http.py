"""Calendars read over HTTP, night after night."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda.models import Event, EventFeed
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.reading import read_enabled_feeds, read_feed
from tests.agenda.apidae_feed import counts, titles
from tests.agenda.feeds.ics import calendar, event
from tourism.actions import RunInProgressError, start_run
from tourism.enums import ImportStatus
from tourism.models import Place, SourceRecord

pytestmark = pytest.mark.django_db


def impatient() -> FeedClient:
    """Gives up quickly."""
    return FeedClient(retries=1, backoff=0.01, silence=0.3, total=3)


def read(feed: EventFeed, **options):
    return read_feed(feed, client=impatient(), **options)


def test_events_of_a_calendar_are_the_offices_with_their_place_and_dates(feed, web, year):
    web.put(
        "/agenda.ics",
        calendar(
            event(
                "Veillée au four",
                f"{year}0711T180000",
                uid="a@x",
                location="Cloître\\, Rue du Cloître\\, 04300 Forcalquier",
                categories="Concert,Jazz",
                description="<p>On cuit le <b>pain</b>.</p>",
                url="https://example.org/veillee",
                geo="43.96;5.78",
                more=f"DTEND;TZID=Europe/Paris:{year}0711T220000",
            ),
            event("Bal", f"{year}0712T210000", uid="b@x", status="CANCELLED"),
        ),
    )
    run = read(feed)
    assert (run.status, run.error, counts(run)) == (ImportStatus.SUCCEEDED, "", {"read": 2, "created": 2})
    found = Event.objects.get(title="Veillée au four")
    assert found.office == feed.office
    assert (found.commune_id, found.facts["venue"], found.categories) == ("04088", "Cloître", ["CONCERT"])
    assert found.facts["address"]["lines"] == ["Rue du Cloître"]
    assert found.description["fr"]["text"] == "On cuit le pain."
    assert (found.latitude, found.longitude) == (43.96, 5.78)
    assert found.occurrences.get().start.isoformat() == f"{year}-07-11T16:00:00+00:00"
    assert Event.objects.get(title="Bal").status == "CANCELLED"


def test_the_same_calendar_twice_changes_nothing(feed, web, year):
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x", dtstamp="20260101T000000Z")))
    read(feed)
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x", dtstamp="20260102T000000Z")))
    assert counts(read(feed)) == {"read": 1, "unchanged": 1}


def test_uids_that_change_at_every_download_do_not_duplicate(feed, web, year):
    def served(night: int) -> str:
        return calendar(
            event("Bal", f"{year}0712T210000", uid=f"{night}-1@x", location="Place du Bourguet"),
            event("Loto", f"{year}0713T210000", uid=f"{night}-2@x"),
            event("Loto", f"{year}0720T210000", uid=f"{night}-3@x"),
        )

    addresses = set()
    for night in (1, 2, 3):
        web.put("/agenda.ics", served(night))
        run = read(feed)
        assert counts(run) == {"read": 3, "created" if night == 1 else "unchanged": 3}
        addresses.add(frozenset(Event.objects.filter(published=True).values_list("public_id", "first_date")))
    assert Event.objects.count() == 3 and len(addresses) == 1


def test_an_event_of_a_feed_that_renumbers_keeps_its_page(feed, web, year):
    days = {"Bal": 10, "Loto": 11, "Quine": 12}

    def numbered_by_position(*names: str) -> str:
        return calendar(*(event(n, f"{year}07{days[n]}T210000", uid=f"event-{i}") for i, n in enumerate(names)))

    web.put("/agenda.ics", numbered_by_position("Bal", "Loto", "Quine"))
    read(feed)
    before = dict(Event.objects.values_list("title", "public_id"))
    web.put("/agenda.ics", numbered_by_position("Loto", "Quine"))
    assert counts(read(feed)) == {"read": 2, "unchanged": 2, "withdrawn": 1}
    assert dict(Event.objects.filter(published=True).values_list("title", "public_id")) == {
        name: before[name] for name in ("Loto", "Quine")
    }


def test_the_same_uid_with_other_content_is_a_change(feed, web, year):
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x")))
    read(feed)
    address = Event.objects.get().public_id
    web.put("/agenda.ics", calendar(event("Grand bal", f"{year}0714T210000", uid="b@x")))
    assert counts(read(feed)) == {"read": 1, "updated": 1}
    assert (Event.objects.get().title, Event.objects.get().public_id) == ("Grand bal", address)


def test_changed_dates_of_a_rule_belong_to_their_event(feed, web, year):
    rule = event("Marché", f"{year}0704T090000", uid="m@x", rrule="FREQ=WEEKLY;COUNT=3")
    moved = event("Marché", f"{year}0712T090000", uid="m@x", more=f"RECURRENCE-ID;TZID=Europe/Paris:{year}0711T090000")
    web.put("/agenda.ics", calendar(rule, moved))
    assert counts(read(feed)) == {"read": 1, "created": 1}
    days = [one.start.day for one in Event.objects.get().occurrences.order_by("start")]
    assert days == [4, 12, 18]


def test_what_leaves_the_calendar_is_withdrawn_but_what_is_over_stays(feed, web, year):
    yesterday = timezone.localdate() - timedelta(days=2)
    past = event("Hier", f"{yesterday:%Y%m%d}T210000", uid="p@x")
    web.put("/agenda.ics", calendar(past, event("A", f"{year}0712T210000", uid="a@x")))
    read(feed)
    web.put("/agenda.ics", calendar(event("B", f"{year}0713T210000", uid="b@x")))
    assert counts(read(feed)) == {"read": 1, "created": 1, "withdrawn": 1}
    assert titles() == ["B", "Hier"]


def test_unchanged_calendar_is_not_sent_again(feed, web, year):
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x")), etag='"1"')
    read(feed)
    run = read(feed)
    assert (counts(run), run.judged) == ({"read": 1, "unchanged": 1}, True)
    assert [headers.get("if-none-match") for _path, headers in web.asked] == [None, '"1"']
    # What an office says of all events makes the same calendar another one.
    EventFeed.objects.filter(pk=feed.pk).update(category="FEAST")
    feed.refresh_from_db()
    assert counts(read(feed)) == {"read": 1, "updated": 1}
    assert Event.objects.get().categories == ["FEAST"]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"body": "", "status": 500}, "code HTTP 500"),
        ({"body": "<!DOCTYPE html><html>En maintenance</html>"}, "page web"),
        ({"body": "BEGIN:VCALENDAR", "slow": 5}, "temps imparti"),
        ({"body": "bonjour"}, "n’est pas un calendrier"),
        ({"body": "", "status": 404}, "rien à cette adresse"),
        ({"body": "", "status": 403}, "refuse l’accès"),
        ({"body": b"\x1f\x8b rien", "headers": {"Content-Encoding": "gzip"}}, "décompressée"),
    ],
)
def test_an_answer_that_is_no_calendar_withdraws_nothing(feed, web, year, answer, sentence):
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x")))
    read(feed)
    web.put("/agenda.ics", **answer)
    run = read(feed)
    assert run.status == ImportStatus.FAILED and sentence in run.error
    assert titles() == ["Bal"]


def test_an_empty_calendar_waits_for_a_yes(feed, web, year):
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x")))
    read(feed)
    web.put("/agenda.ics", calendar())
    run = read(feed)
    assert (run.status, run.withheld) == (ImportStatus.WAITING, 1)
    assert titles() == ["Bal"]
    assert read(feed, confirmed=True).withdrawn == 1
    assert titles() == []


def test_a_cut_calendar_withdraws_nothing(feed, web, year):
    a, b = event("A", f"{year}0712T210000", uid="a@x"), event("B", f"{year}0713T210000", uid="b@x")
    web.put("/agenda.ics", calendar(a, b))
    read(feed)
    web.put("/agenda.ics", calendar(a, end=False))
    run = read(feed)
    assert "coupé" in run.error and titles() == ["A", "B"]


def test_a_broken_event_goes_to_quarantine_alone_and_stays_as_it_was(feed, web, year):
    a, b = event("A", f"{year}0712T210000", uid="a@x"), event("B", f"{year}0713T210000", uid="b@x")
    web.put("/agenda.ics", calendar(a, b))
    read(feed)
    web.put("/agenda.ics", calendar(event("A", "pas une date", uid="a@x"), event("C", f"{year}0714T210000", uid="c@x")))
    run = read(feed)
    assert counts(run) == {"read": 2, "created": 1, "quarantined": 1, "withdrawn": 1}
    assert titles() == ["A", "C"]
    assert "Ligne 4 (« A »)" in SourceRecord.objects.get(external_id="a@x").quarantine_reason


def test_bad_calendars_are_read_within_bounds(feed, web, year):
    start = f"{year}0712T210000"
    written = calendar(
        event("Chaque seconde", start, uid="1", rrule="FREQ=SECONDLY"),
        event("Finit avant", start, uid="2", more=f"DTEND;TZID=Europe/Paris:{year}0711T210000"),
        event("Bruit", start, uid="3", more="\r\n".join(f"X-NOISE-{n}:{'x' * 1000}" for n in range(1000))),
        f"BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:Ailleurs\r\nDTSTART;TZID=Lune/Tycho:{start}\r\nEND:VEVENT",
        f"BEGIN:VEVENT\r\nUID:5\r\nSUMMARY:Fête\r\nDTSTART:{start}\r\nrien du tout\r\nEND:VEVENT",
    )
    # A fold in the middle of a letter.
    web.put("/agenda.ics", written.encode().replace("ê".encode(), b"\xc3\r\n \xaa"))
    run = read(feed)
    assert run.status == ImportStatus.SUCCEEDED and run.read == 5
    assert {"Bruit", "Ailleurs", "Fête"} <= set(titles())
    for one in Event.objects.filter(published=True):
        assert one.occurrences.count() <= 1000


def test_an_address_of_a_private_network_is_not_read(feed, settings):
    settings.FEEDS_ALLOW_LOOPBACK = False
    run = read(feed)
    assert run.status == ImportStatus.FAILED and "réseau privé" in run.error


def test_one_feed_that_fails_does_not_stop_the_others(feed, web, office, year):
    web.put("/autre.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x")))
    EventFeed.objects.create(name="B", office=office, url=f"{web.url}/autre.ics")
    EventFeed.objects.create(name="C", office=office, url=f"{web.url}/autre.ics", enabled=False)
    done = read_enabled_feeds()
    assert {feed.name: run.status for feed, run in done} == {
        "Agenda du cloître": ImportStatus.FAILED,
        "B": ImportStatus.SUCCEEDED,
    }


def test_a_feed_is_not_read_twice_at_once(feed):
    start_run(source=feed.source, feed="")
    with pytest.raises(RunInProgressError):
        read(feed)


def test_a_trial_writes_nothing(feed, web, year):
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x")), etag='"1"')
    assert counts(read(feed, dry_run=True)) == {"read": 1, "created": 1}
    assert not Event.objects.exists()
    assert counts(read(feed)) == {"read": 1, "created": 1}


def test_the_usual_place_is_where_events_without_a_place_are(feed, web, office, year):
    place = Place.objects.create(
        public_id="cloitre", title="Cloître", commune_id="04088", latitude=43.96, longitude=5.78, kind="EQUIPEMENT"
    )
    feed.place = place
    feed.save()
    web.put(
        "/agenda.ics",
        calendar(
            event("Ici", f"{year}0712T210000", uid="1"),
            event("Là", f"{year}0713T210000", uid="2", location="Salle des fêtes"),
        ),
    )
    read(feed)
    here, there = Event.objects.get(title="Ici"), Event.objects.get(title="Là")
    assert (here.place, here.commune_id, here.latitude) == (place, "04088", 43.96)
    assert (there.place, there.facts["venue"]) == (None, "Salle des fêtes")
    # Reading again leaves it joined.
    assert counts(read(feed)) == {"read": 2, "unchanged": 2}
    assert Event.objects.get(title="Ici").place == place


def test_events_that_are_each_part_of_the_other_are_part_of_none(feed, web, year):
    web.put(
        "/agenda.ics",
        calendar(
            event("Festival", f"{year}0711T180000", uid="a@x", related_to="b@x"),
            event("Concert", f"{year}0712T180000", uid="b@x", related_to="a@x"),
            event("Stage", f"{year}0712T090000", uid="c@x", related_to="a@x"),
        ),
    )
    read(feed)
    assert {one.title: one.part_of and one.part_of.title for one in Event.objects.all()} == {
        "Festival": None,
        "Concert": None,
        "Stage": "Festival",
    }
