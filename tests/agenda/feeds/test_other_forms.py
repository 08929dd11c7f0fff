"""OpenAgenda, DATAtourisme and tables, read as a whole."""

import io
import json
import zipfile
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from agenda.admin.feeds.views import events_of
from agenda.models import Event, EventFeed
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.linked_files import linked_events
from agenda.sources.feeds.openagenda_pages import agenda_events
from agenda.sources.feeds.reading import read_feed
from tests.agenda.apidae_feed import counts, titles
from tests.agenda.feeds.agendas import Agenda, agenda_event
from tests.agenda.feeds.web import Page
from tests.real_events import DATATOURISME, OPENAGENDA, needs_real_events
from tourism.enums import ImportOutcome, ImportStatus
from tourism.feed import settle_withdrawals
from tourism.models import SourceRecord
from tourism.schema.resolving import was_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def agenda(feed, web):
    feed.kind, feed.url, feed.key = "openagenda", f"{web.url}/v2/agendas/12", "s3cret"
    feed.save()
    return feed


def impatient() -> FeedClient:
    return FeedClient(retries=0, silence=1, total=5)


def test_pages_of_an_agenda_are_read_to_the_end(agenda, web, year):
    Agenda(web, *(agenda_event(uid, year) for uid in (1, 2, 3, 4, 5)))
    run = read_feed(agenda)
    assert (run.error, counts(run)) == ("", {"read": 5, "created": 5})
    assert all("s3cret" not in path and headers["key"] == "s3cret" for path, headers in web.asked)
    query = parse_qs(urlsplit(web.asked[-1][0]).query)
    assert (query["detailed"], query["includeLabels"]) == (["1"], ["1"])
    assert b"Durand" not in SourceRecord.objects.first().raw
    assert {event.office for event in Event.objects.all()} == {agenda.office}


def test_who_wrote_an_event_and_the_words_of_the_day_change_nothing(agenda, web, year):
    Agenda(web, agenda_event(1, year))
    read_feed(agenda)
    Agenda(web, agenda_event(1, year, member={"name": "X"}, dateRange={"fr": "demain"}, ownerUid=8, nextTiming={}))
    assert counts(read_feed(agenda)) == {"read": 1, "unchanged": 1}


def test_a_removed_event_is_gone_and_one_that_we_never_had_is_nothing(agenda, web, year):
    Agenda(web, agenda_event(1, year), agenda_event(2, year))
    read_feed(agenda)
    Agenda(web, agenda_event(1, year), {"uid": 2, "removed": True}, {"uid": 9, "removed": True})
    assert counts(read_feed(agenda, dry_run=True)) == {"read": 1, "unchanged": 1, "withdrawn": 1}
    run = read_feed(agenda)
    assert counts(run) == {"read": 1, "unchanged": 1, "withdrawn": 1}
    assert [line.name for line in run.lines.filter(outcome=ImportOutcome.WITHDRAWN)] == ["Événement 2"]
    assert titles() == ["Événement 1"] and Event.objects.count() == 2
    removed = Event.objects.get(published=False)
    assert removed.title == "Événement 2"  # the back office still says what it was
    assert was_public(removed)  # its address says that it is gone, not that nobody knows it
    assert events_of(agenda).count() == 1
    assert counts(read_feed(agenda)) == {"read": 1, "unchanged": 1}
    Agenda(web, agenda_event(1, year), agenda_event(2, year))
    assert counts(read_feed(agenda)) == {"read": 2, "unchanged": 1, "updated": 1}
    assert titles() == ["Événement 1", "Événement 2"]


def test_what_an_agenda_removed_is_gone_also_when_it_is_over_or_nothing_else_is_left(agenda, web, year):
    Agenda(web, agenda_event(1, 2020), agenda_event(2, 2020), agenda_event(3, year))
    read_feed(agenda)
    Agenda(web, {"uid": 1, "removed": True}, {"uid": 3, "removed": True})
    run = read_feed(agenda)
    assert (run.error, counts(run)) == ("", {"withdrawn": 2})
    assert titles() == ["Événement 2"]  # is over, and nobody took it back


def test_very_many_removed_events_wait_for_a_yes(agenda, web, year):
    Agenda(web, *(agenda_event(uid, year) for uid in range(1, 31)))
    read_feed(agenda)
    Agenda(web, agenda_event(1, year), *({"uid": uid, "removed": True} for uid in range(2, 31)))
    run = read_feed(agenda)
    assert (run.status, run.withheld, len(titles())) == (ImportStatus.WAITING, 29, 30)
    settle_withdrawals(run, withdraw=True, by="verdon")
    assert titles() == ["Événement 1"]


def test_an_agenda_that_stops_before_its_total_withdraws_nothing(agenda, web, year):
    Agenda(web, agenda_event(1, year), agenda_event(2, year))
    read_feed(agenda)
    Agenda(web, agenda_event(1, year), total=50)
    run = read_feed(agenda)
    assert run.status == ImportStatus.FAILED and "50" in run.error
    assert len(titles()) == 2


def test_a_cursor_that_does_not_move_ends(agenda, web, year):
    class Stuck(Agenda):
        def get(self, path, default=None):
            return Page(json.dumps({"total": 9, "events": [agenda_event(1, year)], "after": ["1"]}).encode())

    Stuck(web)
    with impatient() as client:
        run = read_feed(agenda, client=client)
    assert run.status == ImportStatus.FAILED and "sans fin" in run.error


def linked(number: int, year: int) -> dict:
    return {
        "@id": f"https://data.example.org/13/{number}",
        "@type": ["schema:Event", "EntertainmentAndEvent", "PointOfInterest"],
        "rdfs:label": {"fr": [f"Fête {number}"]},
        "takesPlaceAt": [{"startDate": f"{year}-07-12", "endDate": f"{year}-07-12"}],
        "lastUpdateDatatourisme": f"2026-01-0{number}",
    }


def archive(*objects: dict, **others: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("index.json", json.dumps([{"file": "x"}]))
        for number, one in enumerate(objects):
            file.writestr(f"objects/0/{number}.json", json.dumps(one))
        for name, content in others.items():
            file.writestr(f"objects/1/{name}.json", content)
    return data.getvalue()


@pytest.fixture
def flow(feed, web):
    feed.kind, feed.url = "datatourisme", f"{web.url}/flux"
    feed.save()
    return feed


def test_a_flow_of_datatourisme_brings_its_events_and_no_place(flow, web, year):
    place = {"@id": "https://data.example.org/13/9", "@type": ["PlaceOfInterest"], "rdfs:label": {"fr": ["Musée"]}}
    web.put("/flux", archive(linked(1, year), linked(2, year), place))
    assert counts(read_feed(flow)) == {"read": 2, "created": 2}
    changed = linked(1, year) | {"lastUpdateDatatourisme": "2026-02-02"}
    web.put("/flux", json.dumps({"@graph": [changed, linked(2, year)]}))
    assert counts(read_feed(flow)) == {"read": 2, "unchanged": 2}


def test_a_broken_file_of_a_flow_costs_itself_alone_and_nothing_is_withdrawn(flow, web, year):
    web.put("/flux", archive(linked(1, year), linked(2, year)))
    read_feed(flow)
    web.put("/flux", archive(linked(1, year), broken=b"{"))
    run = read_feed(flow)
    assert counts(run) == {"read": 2, "unchanged": 1, "quarantined": 1}
    assert len(titles()) == 2 and "illisibles" in run.error


def table(feed: EventFeed, text: str) -> EventFeed:
    feed.kind, feed.url = "sheet", ""
    feed.columns = {"title": "Titre", "first": "Date", "commune": "Commune"}
    feed.sheet.save("fete.csv", ContentFile(text.encode("cp1252")))
    return feed


def test_rows_of_a_table_are_events_and_a_changed_table_changes_them(feed, year):
    table(feed, f"Titre;Date;Commune\nBal;12/07/{year};Forcalquier\nLoto;bientôt;\nFête;14/07/{year};Forcalquier\n")
    run = read_feed(feed)
    assert counts(run) == {"read": 3, "created": 2, "quarantined": 1}
    assert "Ligne 3" in SourceRecord.objects.exclude(quarantine_reason="").get().quarantine_reason
    assert titles() == ["Bal", "Fête"]
    address = Event.objects.get(title="Bal").public_id
    table(feed, f"Titre;Date;Commune\nLoto;13/07/{year};\nBal;12/07/{year};Forcalquier\n")
    assert counts(read_feed(feed)) == {"read": 2, "created": 1, "unchanged": 1, "withdrawn": 1}
    assert titles() == ["Bal", "Loto"] and Event.objects.get(title="Bal").public_id == address


def test_a_row_without_a_year_that_is_over_says_which_year_it_was_taken_for(feed):
    yesterday = timezone.localdate() - timedelta(days=1)
    table(feed, f"Titre;Date;Commune\nBal;{yesterday:%d/%m};Forcalquier\nLoto;{yesterday:%d/%m/%Y};Forcalquier\n")
    assert counts(read_feed(feed)) == {"read": 2, "created": 2}
    remarks = {record.record["name"]["fr"]: record.remarks for record in SourceRecord.objects.all()}
    assert remarks["Loto"] == []
    assert str(yesterday.year) in remarks["Bal"][0] and "c’est passé" in remarks["Bal"][0]


def test_a_row_of_each_month_is_the_same_event_whenever_it_is_read(feed, monkeypatch):
    table(feed, "Titre;Date;Commune\nMarché;le premier dimanche du mois;Forcalquier\n")
    assert counts(read_feed(feed)) == {"read": 1, "created": 1}
    next_year = timezone.localdate().replace(month=2, day=1) + timedelta(days=365)
    monkeypatch.setattr(timezone, "localdate", lambda *_args: next_year)
    run = read_feed(feed)
    assert (run.read, run.created, run.withdrawn, titles()) == (1, 0, 0, ["Marché"])


def test_a_table_without_chosen_columns_asks_for_them(feed, year):
    table(feed, f"Nom;Quand\nBal;12/07/{year}\n")
    run = read_feed(feed)
    assert run.status == ImportStatus.FAILED and "colonnes" in run.error


def test_statements_do_not_grow_with_each_event(agenda, web, year, django_assert_max_num_queries):
    Agenda(web, *(agenda_event(uid, year) for uid in range(1, 61)))
    with django_assert_max_num_queries(80):
        read_feed(agenda)
    with django_assert_max_num_queries(40):
        assert counts(read_feed(agenda)) == {"read": 60, "unchanged": 60}


@needs_real_events
def test_real_events_of_both_platforms_are_read(agenda, web):
    Agenda(web, *json.loads(OPENAGENDA.read_bytes()))
    run = read_feed(agenda)
    assert (run.error, run.read, run.quarantined) == ("", 75, 0)
    with impatient() as client:
        assert len(list(agenda_events(agenda.url, key="", client=client))) == 75
    assert len(list(linked_events(DATATOURISME.read_bytes()))) == len(json.loads(DATATOURISME.read_bytes()))
