"""What visitors choose by, over HTTP: lists, counts, days, and what the phone keeps."""

import json
from datetime import date, time, timedelta

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.actions import merge_events
from agenda.models import Event, Occurrence
from agenda.queries import agenda_days, upcoming_events
from tests.agenda.events import days, every_day, make_event
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status

pytestmark = pytest.mark.django_db

FAMILIES = {"id": 513, "family": "TypeClientele", "label": {"fr": "Spécial famille avec enfants"}}
WHEELCHAIR = {"id": 3653, "family": "TourismeAdapte", "label": {"fr": "Accessible en fauteuil roulant en autonomie"}}
DEAF = {"id": 1191, "family": "TourismeAdapte", "label": {"fr": "Prestations adaptées pour déficience auditive"}}
INSIDE = {"id": 1669, "family": "TypologiePromoSitra", "label": {"fr": "Indoor (intérieur)"}}
OUTSIDE = {"id": 1676, "family": "TypologiePromoSitra", "label": {"fr": "En plein air"}}


def soon(number: int = 3) -> date:
    return timezone.localdate() + timedelta(days=number)


def ask(client, query: str, **variables):
    body = json.dumps({"query": query, "variables": variables})
    answer = client.post("/graphql", body, content_type="application/json").json()
    assert "errors" not in answer, answer
    return answer["data"]


def refused(client, query: str) -> str:
    answer = client.post("/graphql", json.dumps({"query": query}), content_type="application/json").json()
    return answer["errors"][0]["message"]


@pytest.fixture
def four_events():
    make_event("Contes", days(soon()), audiences=[FAMILIES], labels=[INSIDE], price={"free": True})
    make_event("Bal", days(soon()), labels=[OUTSIDE], accessibility=[WHEELCHAIR])
    make_event("Opéra", days(soon()), labels=[INSIDE], accessibility=[WHEELCHAIR, DEAF], categories=["SHOW"])
    make_event("Marché", days(soon()))


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ("audiences: [FAMILIES]", ["Contes"]),
        ("audiences: [FAMILIES, ADULTS]", ["Contes"]),
        ("accessible: [MOTOR]", ["Bal", "Opéra"]),
        ("accessible: [MOTOR, HEARING]", ["Opéra"]),
        ("indoor: true", ["Contes", "Opéra"]),
        ("indoor: false", ["Bal"]),
        ("indoor: true, free: true", ["Contes"]),
    ],
)
def test_list_is_of_what_was_chosen(client, four_events, chosen, names):
    data = ask(client, f"{{agenda({chosen}) {{edges {{node {{name}}}}}}}}")
    assert [edge["node"]["name"] for edge in data["agenda"]["edges"]] == names


def test_facets_count_each_choice_under_the_others(client, four_events):
    query = """query($indoor: Boolean, $accessible: [Disability!]) {
      agendaFacets(indoor: $indoor, accessible: $accessible) {
        audiences {audience count} accessible {disability count} free indoor outdoor categories {category count}}}"""
    all_of_it = ask(client, query)["agendaFacets"]
    assert (all_of_it["free"], all_of_it["indoor"], all_of_it["outdoor"]) == (1, 2, 1)
    assert all_of_it["audiences"] == [{"audience": "FAMILIES", "count": 1}]
    assert all_of_it["accessible"] == [{"disability": "MOTOR", "count": 2}, {"disability": "HEARING", "count": 1}]
    inside = ask(client, query, indoor=True)["agendaFacets"]
    assert (inside["free"], inside["indoor"], inside["outdoor"]) == (1, 2, 1)
    assert inside["accessible"] == [{"disability": "HEARING", "count": 1}, {"disability": "MOTOR", "count": 1}]
    deaf = ask(client, query, accessible=["HEARING"])["agendaFacets"]
    assert deaf["accessible"] == [{"disability": "HEARING", "count": 1}, {"disability": "MOTOR", "count": 1}]
    assert (deaf["indoor"], deaf["outdoor"], deaf["free"]) == (1, 0, 0)
    assert deaf["categories"] == [{"category": "SHOW", "count": 1}]


def test_calendar_to_subscribe_to_follows_the_same_choices(client, four_events):
    def named(query: str) -> set[str]:
        response = client.get(f"/agenda.ics?{query}")
        assert response.status_code == 200, response.content
        return {str(event["summary"]) for event in icalendar.Calendar.from_ical(response.content).walk("VEVENT")}

    assert named("audience=FAMILIES") == {"Contes"}
    assert named("accessible=MOTOR&indoor=1") == {"Opéra"}
    assert named("indoor=0") == {"Bal"}
    assert b"<title>Contes" in client.get("/agenda.rss?audience=FAMILIES").content


@pytest.mark.parametrize("query", ["audience=DOGS", "accessible=ALL", "indoor=yes"])
def test_calendar_refuses_choices_that_it_does_not_know(client, query):
    assert client.get(f"/agenda.ics?{query}").status_code == 400


def counts(first: date, last: date, **choices) -> dict[date, int]:
    return dict(agenda_days(first=first, last=last, **choices))


def test_days_count_each_event_once_on_each_of_its_days():
    first, last = soon(10), soon(20)
    twice = Period("p", first, first, hours=(Hours(slots=(Slot(time(10), time(12)), Slot(time(14), time(16)))),))
    make_event("Visites", Schedule(periods=(twice,)).to_json())
    make_event("Bal", days(first, start=time(21), end=time(2)))
    make_event("Marché", days(first, first + timedelta(days=7)), categories=["MARKET"])
    make_event("Fête", days(first + timedelta(days=1), start=None, end=None))
    make_event("Exposition", every_day(soon(-5), soon(60)))
    assert counts(first, last) == {
        first: 3,
        first + timedelta(days=1): 1,  # the ball that goes on after midnight is of its evening
        first + timedelta(days=7): 1,
    }
    assert counts(first, last, categories=["MARKET"]) == {first: 1, first + timedelta(days=7): 1}
    assert counts(first + timedelta(days=1), first + timedelta(days=1)) == {first + timedelta(days=1): 1}


def test_day_of_what_was_cancelled_is_not_counted_and_a_full_one_is():
    make_event("Annulée", days(soon()), status="CANCELLED")
    make_event("Complète", days(soon()), status="FULL")
    assert counts(soon(), soon()) == {soon(): 1}


def test_count_of_a_day_is_the_length_of_its_list():
    make_event("Bal", days(soon(2), soon(3), soon(4), start=time(21), end=time(2)))
    make_event("Concert", days(soon(3)))
    make_event("Fête", days(soon(2), soon(4), start=None, end=None))
    make_event("Course", days(soon(2), start=time(10), end=time(10)))
    make_event("Concert sans fin", days(soon(3), start=time(22, 30), end=None))
    night = Period("n", soon(2), soon(2), hours=(Hours(slots=(Slot(time(22), time(1)),)),))
    morning = Period("m", soon(3), soon(3), hours=(Hours(slots=(Slot(time(9), time(10)),)),))
    make_event("Veillée et marche", Schedule(periods=(night, morning)).to_json())
    midnight = timezone.make_aware(timezone.datetime.combine(soon(), time(0)))
    for number in range(6):
        start = midnight + timedelta(days=number - 3)
        listed = upcoming_events(start=start, end=start + timedelta(days=1), long_running=False, whole_days=True).rows
        day = timezone.localdate(start)
        assert counts(day, day).get(day, 0) == len(listed), day


def test_days_are_asked_for_two_months_at_once_and_no_more(client):
    query = '{agendaDays(from: "2026-12-01", until: "%s") {date count}}'
    assert ask(client, query % "2027-01-31")["agendaDays"] == []
    assert "61 days" in refused(client, query % "2027-02-01")
    assert "61 days" in refused(client, query % "2026-11-30")


@pytest.mark.parametrize("number", [1, 30])
def test_questions_of_the_agenda_are_two_statements_whatever_their_length(client, number):
    for index in range(number):
        make_event(f"E{index}", days(soon(), soon(4), start=time(20), end=time(1)), commune_code="04070")
    ids = list(Event.objects.values_list("public_id", flat=True))
    window = f'from: "{soon().isoformat()}", until: "{soon(20).isoformat()}"'
    questions = [
        "{agenda(first: 50, indoor: null, audiences: []) {edges {node {name start indoor movedFrom}}}}",
        f'{{agenda(from: "{soon().isoformat()}T00:00:00+01:00", wholeDays: true) {{edges {{node {{name}}}}}}}}',
        "{agendaFacets {free communes {count} audiences {count}}}",
        f"{{agendaDays({window}) {{date count}}}}",
        f"{{programme(events: {json.dumps(ids)}) {{event {{name start}} occurrences {{start status note}}}}}}",
    ]
    for question in questions:
        ask(client, question)
        # The clock is moved by the filter, so that the answer is not one that was kept.
        with CaptureQueriesContext(connection) as captured:
            ask(client, question.replace("{", "{ ", 1))
        statements = [query["sql"] for query in captured if "agenda_" in query["sql"] or "commune" in query["sql"]]
        assert 1 <= len(statements) <= 2, statements


def test_programme_tells_what_has_become_of_events_and_leaves_out_what_was_withdrawn(client):
    make_event("Concert", days(soon(2)))
    gone = make_event("Retirée", days(soon(2)))
    stopped = make_event("Annulée", days(soon(2), soon(9)), status="CANCELLED")
    Event.objects.filter(pk=gone.pk).update(published=False)
    concert = Event.objects.get(title="Concert")
    ids = [stopped.public_id, gone.public_id, "unknown", concert.public_id]
    query = """query($ids: [ID!]!) {programme(events: $ids) {
      event {id name status eventStatus remaining} occurrences {start status}}}"""
    told = ask(client, query, ids=ids)["programme"]
    assert [one["event"]["name"] for one in told] == ["Annulée", "Concert"]
    assert told[0]["event"]["eventStatus"] == "CANCELLED"
    assert [one["status"] for one in told[0]["occurrences"]] == ["CANCELLED", "CANCELLED"]
    many = json.dumps([str(number) for number in range(101)])
    assert "100" in refused(client, f"{{programme(events: {many}) {{event {{id}}}}}}")


def test_kept_event_that_became_part_of_another_is_found_there(client):
    kept, absorbed, other = (make_event(name, days(soon(5))) for name in ("Bal", "Le bal", "Loto"))
    merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
    query = "query($ids: [ID!]!) {programme(events: $ids) {askedFor event {id name} occurrences {status}}}"
    told = ask(client, query, ids=[other.public_id, absorbed.public_id])["programme"]
    assert [(one["askedFor"], one["event"]["id"], one["event"]["name"]) for one in told] == [
        (other.public_id, other.public_id, "Loto"),
        (absorbed.public_id, kept.public_id, "Bal"),
    ]
    assert [one["status"] for one in told[1]["occurrences"]] == ["SCHEDULED"]
    Event.objects.filter(pk=kept.pk).update(published=False)
    assert [one["askedFor"] for one in ask(client, query, ids=[absorbed.public_id, other.public_id])["programme"]] == [
        other.public_id
    ]


def test_choice_said_a_thousand_times_is_one_choice(client):
    make_event("Concert", days(soon(5)), categories=["CONCERT"])
    query = "query($c: [EventCategory!]) {agenda(categories: $c) {edges {node {name}}}}"
    answer = ask(client, query, c=["CONCERT"] * 1_400)
    assert [edge["node"]["name"] for edge in answer["agenda"]["edges"]] == ["Concert"]


def test_date_that_was_moved_says_from_when(client):
    period = Period("p", dates_only=True, extra_dates=(soon(5),), hours=(Hours(slots=(Slot(time(18), time(20)),)),))
    moved = Override(day=soon(5), status=Status.MOVED, new_day=soon(6), new_start=time(19), new_end=time(21))
    event = make_event("Concert", Schedule(periods=(period,), overrides=(moved,)).to_json())
    row = Occurrence.objects.get(event=event)
    announced = timezone.localtime(row.moved_from)
    assert (announced.date(), announced.time(), row.day) == (soon(5), time(18), soon(6))
    node = ask(client, "{agenda {edges {node {movedFrom start status}}}}")["agenda"]["edges"][0]["node"]
    assert (node["movedFrom"][:10], node["start"][:10], node["status"]) == (
        row.moved_from.isoformat()[:10],
        row.start.isoformat()[:10],
        "SCHEDULED",
    )


def test_programme_calls_each_date_as_the_calendar_of_the_event_does(client):
    weekday = (soon().isoweekday(),)
    hours = (Hours(slots=(Slot(time(18), time(20)),)),)
    weekly = Period("été", soon(), soon(28), weekdays=weekday, hours=hours)
    moved = Override(soon(10), status=Status.MOVED, new_day=soon(11), new_start=time(21))
    event = make_event("Bal", Schedule(periods=(weekly,), overrides=(moved,)).to_json())
    make_event("Fête", days(soon()))
    ids = list(Event.objects.values_list("public_id", flat=True))
    query = (
        f"{{programme(events: {json.dumps(ids)})"
        " {event {id} sequence occurrences {start movedFrom uid recurrenceId}}}"
    )
    found = {one["event"]["id"]: one for one in ask(client, query)["programme"]}
    for public_id, one in found.items():
        calendar = icalendar.Calendar.from_ical(client.get(f"/event/{public_id}.ics").content)
        written = calendar.walk("VEVENT")
        assert {date["uid"] for date in one["occurrences"]} == {str(entry["uid"]) for entry in written}
        assert {one["sequence"]} == {entry["sequence"] for entry in written}
    bal = found[event.public_id]
    (changed,) = (date for date in bal["occurrences"] if date["movedFrom"])
    assert changed["recurrenceId"] == f"{soon(10):%Y%m%d}T180000"
    entries = icalendar.Calendar.from_ical(client.get(f"/event/{event.public_id}.ics").content).walk("VEVENT")
    (told,) = (entry for entry in entries if "recurrence-id" in entry)
    assert told["recurrence-id"].to_ical().decode() == changed["recurrenceId"]
    (fete,) = (one for public_id, one in found.items() if public_id != event.public_id)
    assert [date["recurrenceId"] for date in fete["occurrences"]] == [None]


def test_school_holidays_are_those_of_the_territory_or_of_the_zone_asked(client, settings, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2027, 1, 20))
    query = "{schoolHolidays(first: 1%s) {kind zone firstDay lastDay}}"
    assert ask(client, query % "")["schoolHolidays"] == [
        {"kind": "WINTER", "zone": "B", "firstDay": "2027-02-20", "lastDay": "2027-03-07"}
    ]
    settings.SCHOOL_ZONE = "C"
    assert ask(client, query % " ")["schoolHolidays"][0]["zone"] == "C"
    assert ask(client, query % ", zone: A")["schoolHolidays"][0]["zone"] == "A"
