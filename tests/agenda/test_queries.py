"""Windows of the agenda."""

from datetime import date, datetime, time, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import F
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.actions import refold_event
from agenda.models import Event, Occurrence
from agenda.queries import agenda_days, agenda_facets, upcoming_events
from agenda.schedule import last_day_of
from cms.cursors import encode_cursor
from tests.agenda.events import NOW, days, every_day, make_event
from tourism.queries import Near
from tourism.schedule import Hours, Period, Schedule, Slot

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def fixed_now(monkeypatch):
    """Dates of the tests are around this day whenever they run."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime(2026, 11, day, hour, minute))


def names(**window) -> list[str]:
    return [card["name"] for _key, card in upcoming_events(**window).rows]


def test_event_with_many_dates_is_listed_once_with_its_next():
    make_event("Marché", days(date(2026, 11, 18), date(2026, 11, 27), date(2026, 12, 4)))
    ((_key, card),) = upcoming_events(start=at(25), end=at(30) + timedelta(days=10)).rows
    assert (card["name"], card["start"], card["remaining"]) == ("Marché", at(27, 18), 2)


def test_event_that_is_going_on_is_listed_and_one_that_is_over_is_not():
    make_event("En cours", days(TODAY, start=time(11), end=time(13)))
    make_event("Finie", days(TODAY, start=time(9), end=time(11)))
    assert names(start=NOW) == ["En cours"]


def test_event_whose_end_nobody_knows_stays_for_three_hours():
    make_event("Concert", days(TODAY, start=time(18), end=None))
    assert names(start=at(25, 20, 59)) == ["Concert"]
    assert names(start=at(25, 21)) == []
    assert upcoming_events(start=at(25)).rows[0][1]["end"] is None


def test_evening_past_midnight_is_on_until_its_end_and_is_of_its_own_day():
    make_event("Bal", days(TODAY, start=time(21), end=time(2)))
    assert names(start=at(26, 1)) == ["Bal"]
    assert names(start=at(26, 2)) == []
    assert names(start=at(25), end=at(26), whole_days=True) == ["Bal"]
    assert names(start=at(26), end=at(27), whole_days=True) == []
    assert names(start=at(26, 1), end=at(27), whole_days=True) == []


@pytest.mark.parametrize(
    ("start", "end", "listed"),
    [
        (time(21), time(2), []),
        (time(18), time(5), []),
        (time(23), time(5, 1), ["Nuit"]),  # breakfast is of the morning
        (time(10), time(10), ["Nuit"]),  # round the clock
        (time(21, 30), None, []),  # three hours are assumed, which make no day
        (time(23, 30), None, []),
    ],
)
def test_list_of_the_next_day_has_what_goes_on_after_the_night(start, end, listed):
    make_event("Nuit", days(TODAY, start=start, end=end))
    assert names(start=at(26), end=at(27), whole_days=True) == listed
    assert list(agenda_days(first=TODAY, last=date(2026, 11, 26))) == [TODAY, date(2026, 11, 26)][: 1 + len(listed)]


def test_what_begins_after_midnight_is_of_the_day_of_the_calendar():
    make_event("Messe de minuit", days(TODAY, start=time(0, 30), end=time(1)))
    assert names(start=at(25), end=at(26), whole_days=True) == ["Messe de minuit"]


def test_date_of_a_day_is_listed_though_the_evening_before_ended_on_it():
    make_event("Bal", days(TODAY, date(2026, 11, 26), start=time(21), end=time(2)))
    (((_key, card)),) = upcoming_events(start=at(26), end=at(27), whole_days=True).rows
    assert card["start"] == at(26, 21)
    facets = agenda_facets(start=at(27), end=at(28), whole_days=True)
    assert facets["outdoor"] + facets["indoor"] + facets["free"] == 0
    assert names(start=at(27), end=at(28), whole_days=True) == []


def test_night_of_23_or_25_hours_ends_at_the_same_hour():
    for last in (date(2026, 10, 24), date(2027, 3, 27)):
        begins = timezone.make_aware(datetime.combine(last, time(22)))
        for hour, minute, of in ((5, 0, last), (5, 1, last + timedelta(days=1))):
            ends = timezone.make_aware(datetime.combine(last + timedelta(days=1), time(hour, minute)))
            zone = timezone.get_default_timezone()
            assert last_day_of(begins.astimezone(zone), ends.astimezone(zone), end_known=True) == of


def test_whole_day_lasts_until_midnight():
    make_event("Fête", days(TODAY, start=None, end=None))
    ((_key, card),) = upcoming_events(start=at(25, 23, 59)).rows
    assert (card["all_day"], card["start"]) == (True, at(25))
    assert names(start=at(26)) == []


def test_end_of_the_window_is_exclusive():
    make_event("Concert", days(date(2026, 11, 26), start=time(18)))
    assert names(start=at(25), end=at(26, 18)) == []
    assert names(start=at(25), end=at(26, 18, 1)) == ["Concert"]


def test_exhibition_is_one_card_and_not_first():
    make_event("Exposition", every_day(date(2026, 11, 1), date(2027, 3, 31)))
    make_event("Concert", days(date(2026, 11, 30)))
    assert names(start=NOW) == ["Concert", "Exposition"]
    assert names(start=NOW, long_running=False) == ["Concert"]
    assert names(start=NOW, long_running=True) == ["Exposition"]


def test_weekly_market_is_not_long_running():
    make_event("Marché", days(*(TODAY + timedelta(days=7 * week) for week in range(40))))
    assert Event.objects.get().long_running is False


def test_show_of_many_evenings_is_on_each_of_them():
    evenings = [TODAY + timedelta(days=day) for day in range(42) if day % 7 in (1, 3, 5)]
    make_event("Marché nocturne", days(*evenings, start=time(21), end=time(22)))
    assert Event.objects.get().long_running is False


def test_filters():
    make_event("A", days(TODAY), categories=["CONCERT"], commune_code="04070", price={"free": True})
    make_event("B", days(TODAY), categories=["CONCERT", "FESTIVAL"], commune_code="04112", price={"free": False})
    make_event("C", days(TODAY), categories=["MARKET"])
    assert names(start=NOW, categories=["FESTIVAL", "MARKET"]) == ["B", "C"]
    assert names(start=NOW, communes=["04070"]) == ["A"]
    assert names(start=NOW, free=True) == ["A"]
    assert names(start=NOW, free=False) == ["B", "C"]


def test_near_gives_the_distance_and_leaves_out_what_is_farther():
    make_event("Digne", days(TODAY), latitude=44.0925, longitude=6.2360)
    make_event("Aiglun", days(TODAY), latitude=44.0567, longitude=6.1389)
    make_event("Nulle part", days(TODAY))
    rows = upcoming_events(start=NOW, near=Near(44.0925, 6.2360, 9_000)).rows
    assert [(card["name"], card["distance"]) for _key, card in rows] == [("Digne", 0), ("Aiglun", 8719)]
    assert names(start=NOW, near=Near(44.0925, 6.2360, 8_000)) == ["Digne"]


def test_facets_count_events_and_not_dates():
    make_event("A", days(TODAY, TODAY + timedelta(days=1)), categories=["CONCERT", "FESTIVAL"], commune_code="04070")
    make_event("B", days(TODAY), categories=["CONCERT"], commune_code="04070")
    facets = agenda_facets(start=NOW)
    assert facets["categories"] == [{"category": "CONCERT", "count": 2}, {"category": "FESTIVAL", "count": 1}]
    assert [(entry["commune"]["name"], entry["count"]) for entry in facets["communes"]] == [("Digne-les-Bains", 2)]


def test_cancelled_event_is_listed_as_cancelled():
    make_event("Annulée", days(TODAY), status="CANCELLED")
    assert [card["status"] for _key, card in upcoming_events(start=NOW).rows] == ["CANCELLED"]


def test_pages_lose_and_repeat_nothing():
    for number in range(23):
        make_event(f"E{number:02d}", days(TODAY + timedelta(days=number % 5), start=time(10 + number % 3)))
    make_event("Longue", every_day(TODAY, TODAY + timedelta(days=90)))
    everything = names(start=NOW, first=100)
    seen, after = [], None
    while True:
        rows = upcoming_events(start=NOW, first=7, after=after).rows
        seen += [card["name"] for _key, card in rows[:7]]
        if len(rows) <= 7:
            break
        after = encode_cursor(rows[6][0])
    assert seen == everything
    assert len(seen) == 24 and seen[-1] == "Longue"


def test_hidden_event_has_no_dates():
    event = make_event("Masquée", days(TODAY))
    event.hidden = True
    refold_event(event, records=[])
    assert names(start=NOW) == []


@given(
    st.lists(st.lists(st.integers(-20, 40), min_size=1, max_size=5, unique=True), min_size=1, max_size=4),
    st.integers(-25, 40),
    st.integers(1, 20),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_window_equals_a_naive_reading_of_all_dates(events, offset, length):
    Event.objects.all().delete()
    for number, offsets in enumerate(events):
        make_event(f"E{number}", days(*(TODAY + timedelta(days=day) for day in offsets)))
    start = at(25) + timedelta(days=offset)
    end = start + timedelta(days=length)
    expected = {}
    for date_row in Occurrence.objects.select_related("event").order_by("start"):
        if date_row.end > start and date_row.start < end:
            expected.setdefault(date_row.event.title, date_row.start)
    rows = upcoming_events(start=start, end=end, first=50).rows
    assert {card["name"]: card["start"] for _key, card in rows} == expected
    assert len(rows) == len(expected)


HOURS = st.sampled_from(
    [
        (time(9), time(11)),
        (time(21), time(2)),
        (time(22), time(6)),
        (time(10), time(10)),
        (time(23), None),
        (time(0, 30), time(1)),
        (None, None),
    ]
)


@given(
    st.lists(st.lists(st.tuples(st.integers(-3, 4), HOURS), min_size=1, max_size=4), min_size=1, max_size=3),
    st.integers(-3, 5),
    st.integers(1, 3),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_list_of_days_equals_a_naive_reading_of_all_dates(events, offset, length):
    Event.objects.all().delete()
    for number, dates in enumerate(events):
        periods = tuple(
            Period(
                f"p{index}",
                dates_only=True,
                extra_dates=(TODAY + timedelta(days=day),),
                hours=(Hours(slots=(Slot(*at),)),),
            )
            for index, (day, at) in enumerate(dates)
        )
        make_event(f"E{number}", Schedule(periods=periods).to_json())
    start = at(25) + timedelta(days=offset)
    days_shown = {timezone.localdate(start) + timedelta(days=number) for number in range(length)}
    expected = {}
    for row in Occurrence.objects.select_related("event").order_by("start", "id"):
        begins, ends = timezone.localtime(row.start), timezone.localtime(row.end)
        own = {begins.date()}
        if row.end_known and ends > timezone.make_aware(datetime.combine(begins.date() + timedelta(days=1), time(5))):
            own.add(ends.date())
        if own & days_shown and ends > start:
            expected.setdefault(row.event.title, row.start)
    rows = upcoming_events(start=start, end=start + timedelta(days=length), first=50, whole_days=True).rows
    assert {card["name"]: card["start"] for _key, card in rows} == expected
    assert len(rows) == len(expected)


def test_rows_written_before_are_worked_out_again_by_the_migration():
    make_event("Bal", days(TODAY, date(2026, 11, 26), start=time(21), end=time(2)))
    make_event("Course", days(TODAY, start=time(10), end=time(10)))
    make_event("Concert", days(TODAY, start=time(22), end=None))
    right = list(Occurrence.objects.order_by("id").values("id", "day", "last_day", "previous_of_days"))
    Occurrence.objects.update(last_day=F("day") + timedelta(days=1), previous_of_days=None)
    migration = import_module("agenda.migrations.0014_days_that_end_after_midnight")
    migration.end_with_the_evening(apps, connection.schema_editor())
    assert list(Occurrence.objects.order_by("id").values("id", "day", "last_day", "previous_of_days")) == right


def test_first_day_that_nobody_said_is_none_in_every_answer(client):
    make_event("Marché", Schedule(periods=(Period("p", weekdays=(5,), hours=(Hours(slots=(Slot(),)),)),)).to_json())
    public_id = Event.objects.get().public_id
    query = f'{{agenda {{edges {{node {{start firstDate}}}}}} event(id: "{public_id}") {{firstDate}}}}'
    data = client.post("/graphql", {"query": query}, content_type="application/json").json()["data"]
    # Midnight in the territory is the day before in UTC.
    assert data["agenda"]["edges"][0]["node"] == {"start": "2026-11-26T23:00:00+00:00", "firstDate": None}
    assert data["event"]["firstDate"] is None


def test_facets_follow_the_other_filters_but_not_their_own():
    make_event("A", days(TODAY), categories=["CONCERT"], commune_code="04070")
    make_event("B", days(TODAY), categories=["MARKET"], commune_code="04112")
    facets = agenda_facets(start=NOW, categories=["CONCERT"])
    assert {entry["category"]: entry["count"] for entry in facets["categories"]} == {"CONCERT": 1, "MARKET": 1}
    assert [entry["commune"]["code"] for entry in facets["communes"]] == ["04070"]
