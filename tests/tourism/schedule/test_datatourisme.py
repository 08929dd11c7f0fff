"""DATAtourisme's periods: dates in, dates out."""

import json
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings

from tests.real_events import DATATOURISME, needs_real_events
from tests.tourism.schedule.form_checks import FIRST, LAST, SCHEDULES, covered, with_whole_days
from tourism.schedule import Hours, NthWeekday, Period, Schedule, Slot, describe, expand
from tourism.schedule.datatourisme import periods_of, schedule_from_periods

AROUND = (FIRST - timedelta(days=40), LAST + timedelta(days=40))


def period(first, last, start=None, end=None, **more):
    given_values = {"startDate": first, "endDate": last, "startTime": start, "endTime": end} | more
    return {"@type": ["Period"]} | {key: value for key, value in given_values.items() if value is not None}


def hours_of(schedule, first=date(2026, 1, 1), last=date(2026, 12, 31)):
    return [
        (span.day.isoformat(), "" if span.all_day else f"{span.start:%H:%M}-{span.end or span.start:%H:%M}")
        for span in expand(schedule, first=first, last=last)
    ]


@settings(deadline=None, max_examples=300)
@given(SCHEDULES)
def test_dates_written_and_read_again_are_the_same(schedule):
    periods, _ = periods_of(schedule, first=FIRST, last=LAST)
    again, remarks = schedule_from_periods(json.loads(json.dumps(periods)))
    assert covered(again, *AROUND) == covered(with_whole_days(schedule, starts=(time(0),)))
    assert remarks == []


def test_period_is_every_day_at_the_same_hours():
    schedule, _ = schedule_from_periods([period("2026-06-02", "2026-06-04", "15:00:00", "18:00:00")])
    assert hours_of(schedule) == [(f"2026-06-0{day}", "15:00-18:00") for day in (2, 3, 4)]


def test_hours_of_the_same_days_are_one_period():
    schedule, _ = schedule_from_periods(
        [
            period("2026-07-10", "2026-10-20", "14:00:00", "18:00:00"),
            period("2026-07-10", "2026-10-20", "09:00:00", "12:45:00"),
        ]
    )
    assert [one.hours[0].slots for one in schedule.periods] == [
        (Slot(time(9), time(12, 45)), Slot(time(14), time(18))),
    ]


def test_days_of_the_week_narrow_a_period():
    days = [{"@id": "kb:Tuesday"}, "https://schema.org/Saturday", {"@id": "x", "rdfs:label": {"fr": ["Dimanche"]}}]
    schedule, remarks = schedule_from_periods([period("2026-07-01", "2026-07-12", "21:00", appliesOnDay=days)])
    assert (hours_of(schedule), remarks) == (
        [(f"2026-07-{day}", "21:00-21:00") for day in ("04", "05", "07", "11", "12")],
        [],
    )


def test_days_of_one_date_each_are_told_together():
    days = [date(2026, 7, 7) + timedelta(weeks=week) for week in range(8)]
    schedule, _ = schedule_from_periods([period(str(day), str(day), "09:00:00", "13:00:00") for day in days])
    assert describe(schedule, "fr").startswith("tous les mardis")
    assert [day for day, _ in hours_of(schedule)] == [str(day) for day in days]


@pytest.mark.parametrize(
    ("start", "end", "slot"),
    [
        (None, None, Slot()),
        ("21:00:00", None, Slot(time(21))),
        (None, "18:00:00", Slot(None, time(18))),
        ("14:30:00", "14:30:00", Slot(time(14, 30))),
        ("11:30:00", "00:30:00", Slot(time(11, 30), time(0, 30))),
        ("20:00", "24:00", Slot(time(20), time(0))),
        ("00:00:00", "23:59:00", Slot()),
        ("00:00:00", "00:00:00", Slot()),
    ],
)
def test_hours(start, end, slot):
    schedule, remarks = schedule_from_periods([period("2026-06-02", "2026-06-02", start, end)])
    assert (schedule.periods[0].hours[0].slots, remarks) == ((slot,), [])


def test_names_of_properties_may_have_a_prefix_and_values_be_lists():
    node = {"schema:startDate": ["2026-06-02"], "schema:endDate": {"@value": "2026-06-02T00:00:00"}}
    schedule, remarks = schedule_from_periods(node)
    assert (hours_of(schedule), remarks) == ([("2026-06-02", "")], [])


def opens(first, last, day, start=None, end=None):
    node = {"schema:validFrom": f"{first}T00:00:00", "schema:validThrough": f"{last}T00:00:00", "schema:opens": start}
    return node | {"schema:closes": end, "schema:dayOfWeek": [{"@id": f"schema:{day}"}]}


def test_opening_hours_of_the_same_dates_say_weekdays_and_ends():
    schedule, remarks = schedule_from_periods(
        [period("2026-07-01", "2026-07-12"), period("2026-08-01", "2026-08-01", "20:00")],
        opening=[
            opens("2026-07-01", "2026-07-12", "Saturday", "14:00:00", "16:00:00"),
            opens("2026-07-01", "2026-07-12", "Sunday", "14:00:00", "16:00:00"),
        ],
    )
    assert [one.weekdays for one in schedule.periods] == [(6, 7), ()]
    assert hours_of(schedule) == [
        *((f"2026-07-{day}", "14:00-16:00") for day in ("04", "05", "11", "12")),
        ("2026-08-01", "20:00-20:00"),
    ]
    assert remarks == []


def test_opening_hours_of_other_dates_are_those_of_the_place():
    all_year = opens("2026-01-01", "2026-12-31", "Saturday", "09:00", "12:00")
    schedule, remarks = schedule_from_periods([period("2026-07-04", "2026-07-04", "20:00")], opening=[all_year])
    assert hours_of(schedule) == [("2026-07-04", "20:00-20:00")]
    assert remarks == [
        "Des horaires d’ouverture du lieu ne sont pas aux dates de l’événement : ils ne sont pas repris."
    ]
    assert len(hours_of(schedule_from_periods([], opening=[all_year])[0])) == 52


@pytest.mark.parametrize(
    ("node", "days", "remark"),
    [
        ("2026-06-02", [], "La période « 2026-06-02 » n’est pas lisible."),
        ({}, [], "Une période sans date n’est pas reprise."),
        (period("le 3 juin", None), [], "Le début « le 3 juin » n’est pas une date."),
        (
            period("2026-06-02", None),
            ["2026-06-02"],
            "La période du 2\u00a0juin 2026 n’a pas de fin : ce seul jour est repris.",
        ),
        (
            period(None, "2026-06-02"),
            ["2026-06-02"],
            "La période qui finit le 2\u00a0juin 2026 n’a pas de début : ce seul jour est repris.",
        ),
        (
            period("2026-06-02", "2026-05-02"),
            ["2026-06-02"],
            "La période du 2\u00a0juin 2026 finit avant de commencer : ce seul jour est repris.",
        ),
        (
            period("2026-06-02", "2026-06-03", appliesOnDay=["Sunday"]),
            [],
            "Période du 2 au 3\u00a0juin 2026 : aucun jour de la semaine indiqué n’y tombe.",
        ),
        (
            period("2026-06-02", "2026-06-02", appliesOnDay=["Someday"]),
            ["2026-06-02"],
            "Le jour de la semaine « Someday » n’est pas connu.",
        ),
        (
            period("2026-06-02", "2026-06-02", "vingt heures"),
            ["2026-06-02"],
            "L’heure de début « vingt heures » n’est pas une heure.",
        ),
        (
            period("2026-06-02", "2026-06-03", "21:00", "02:00"),
            ["2026-06-02", "2026-06-03"],
            "du 2 au 3\u00a0juin 2026, d’un soir au lendemain matin : lu comme deux soirées, à vérifier.",
        ),
    ],
)
def test_what_is_odd_is_remarked(node, days, remark):
    schedule, remarks = schedule_from_periods([node])
    assert [day for day, _ in hours_of(schedule)] == days
    assert remark in remarks


def test_rule_is_written_as_one_period_with_its_weekdays():
    schedule = Schedule(
        periods=(
            Period(
                id="p",
                first=date(2026, 7, 1),
                last=date(2026, 8, 31),
                weekdays=(2, 6),
                hours=(Hours(slots=(Slot(time(9), time(13)),)),),
            ),
        )
    )
    periods, remarks = periods_of(schedule, first=date(2026, 1, 1), last=date(2026, 12, 31))
    (written,) = periods
    assert remarks == []
    assert (written["startDate"], written["endDate"], written["startTime"]) == ("2026-07-04", "2026-08-29", "09:00:00")
    assert [day["@id"].rsplit("#")[-1] for day in written["appliesOnDay"]] == ["Tuesday", "Saturday"]


def test_rule_that_the_form_cannot_say_becomes_dates():
    first_mondays = Period(id="p", first=date(2026, 1, 1), last=date(2026, 4, 30), nth_weekdays=(NthWeekday(1, 1),))
    periods, _ = periods_of(Schedule(periods=(first_mondays,)), first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert [one["startDate"] for one in periods] == ["2026-01-05", "2026-02-02", "2026-03-02", "2026-04-06"]


@needs_real_events
def test_every_day_of_real_periods_is_a_date():
    for event in json.loads(DATATOURISME.read_text()):
        schedule, remarks = schedule_from_periods(event["takesPlaceAt"])
        expected = set()
        for one in event["takesPlaceAt"]:
            first, last = date.fromisoformat(one["startDate"]), date.fromisoformat(one["endDate"])
            expected |= {
                (str(first + timedelta(days=number)), one.get("startTime", "00:00:00")[:5])
                for number in range((last - first).days + 1)
            }
        spans = expand(schedule, first=date(2000, 1, 1), last=date(2100, 1, 1), limit=10_000)
        assert ({(str(span.day), f"{span.start:%H:%M}") for span in spans}, remarks) == (expected, [])
