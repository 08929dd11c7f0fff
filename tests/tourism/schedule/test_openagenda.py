"""OpenAgenda's timings: dates in, dates out."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.real_events import OPENAGENDA, needs_real_events
from tests.tourism.schedule.form_checks import FIRST, LAST, SCHEDULES, covered, takes_place, with_whole_days
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status, describe, expand
from tourism.schedule.openagenda import schedule_from_timings, timings_of

AROUND = (FIRST - timedelta(days=40), LAST + timedelta(days=40))


def timing(begin, end):
    return {"begin": begin, "end": end}


def moments(schedule, first=date(2026, 1, 1), last=date(2028, 12, 31)):
    return [
        (span.start.isoformat("T", "minutes"), span.end and span.end.isoformat("T", "minutes"), span.all_day)
        for span in expand(schedule, first=first, last=last)
    ]


@settings(deadline=None, max_examples=300)
@given(SCHEDULES)
def test_dates_written_and_read_again_are_the_same(schedule):
    timings, _ = timings_of(schedule, first=FIRST, last=LAST)
    again, remarks = schedule_from_timings(json.loads(json.dumps(timings)))
    assert takes_place(again, *AROUND) == takes_place(with_whole_days(schedule))
    assert remarks == []


MOMENTS = st.datetimes(datetime(2027, 10, 20), datetime(2028, 4, 10), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(MOMENTS, st.integers(1, 5 * 24 * 60)), max_size=8))
def test_time_covered_by_timings_is_that_of_the_schedule(pairs):
    given_timings = [
        timing(begin.isoformat(), (begin + timedelta(minutes=length)).isoformat()) for begin, length in pairs
    ]
    schedule, remarks = schedule_from_timings(given_timings)
    found, begun = covered(schedule, *AROUND)
    if remarks:
        # Of the hour that the change to winter time repeats, a local time can only name the first.
        assert all("changement d’heure" in sentence or "finit avant" in sentence for sentence in remarks)
        return
    merged = []
    for begin, end in sorted((begin, begin + timedelta(minutes=length)) for begin, length in pairs):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    assert begun == set()
    # 23:59 after midnight is how a whole day is written.
    assert [(begin, round_up(end)) for begin, end in found] == [(begin, round_up(end)) for begin, end in merged]


def round_up(moment):
    return moment + timedelta(minutes=1) if moment.minute == 59 else moment


def test_weekly_timings_are_told_as_a_rule_with_its_exception():
    days = [date(2026, 7, 7) + timedelta(weeks=week) for week in range(8)]
    days.remove(date(2026, 7, 14))
    timings = [timing(f"{day}T09:00:00+02:00", f"{day}T13:00:00+02:00") for day in days]
    schedule, remarks = schedule_from_timings(timings)
    assert sorted({span.day for span in expand(schedule, first=date(2026, 1, 1), last=date(2027, 1, 1))}) == days
    sentence = describe(schedule, "fr").replace("\u00a0", " ")
    assert (sentence, remarks) == (
        "tous les mardis du 7 juillet au 25 août, de 9 h à 13 h, sauf le 14 juillet",
        [],
    )


def test_weekly_timings_across_the_change_of_clock_keep_their_local_hour():
    schedule, _ = schedule_from_timings(
        [
            timing("2026-10-18T18:00:00.000Z", "2026-10-18T20:00:00.000Z"),
            timing("2026-10-25T19:00:00.000Z", "2026-10-25T21:00:00.000Z"),
            timing("2026-11-01T19:00:00.000Z", "2026-11-01T21:00:00.000Z"),
        ]
    )
    assert [period.hours[0].slots for period in schedule.periods] == [(Slot(time(20), time(22)),)]
    assert [start for start, _, _ in moments(schedule)] == [
        "2026-10-18T20:00+02:00",
        "2026-10-25T20:00+01:00",
        "2026-11-01T20:00+01:00",
    ]


def test_ball_ends_after_midnight_on_the_day_it_began():
    schedule, _ = schedule_from_timings([timing("2026-07-13T21:00:00+0200", "2026-07-14T02:00:00+0200")])
    (span,) = expand(schedule, first=date(2026, 7, 1), last=date(2026, 7, 31))
    assert (span.day, span.end.isoformat()) == (date(2026, 7, 13), "2026-07-14T02:00:00+02:00")


@pytest.mark.parametrize("end", ["2026-07-14T00:00:00+02:00", "2026-07-13T23:59:00+02:00", "2026-07-13T23:59:59+02:00"])
def test_midnight_to_midnight_is_a_whole_day(end):
    schedule, remarks = schedule_from_timings([timing("2026-07-13T00:00:00+02:00", end)])
    assert moments(schedule) == [("2026-07-13T00:00+02:00", "2026-07-14T00:00+02:00", True)]
    assert remarks == []


@pytest.mark.parametrize("end", ["2026-07-13T21:00:00+02:00", None, ""])
def test_end_equal_to_the_beginning_or_missing_is_unknown(end):
    schedule, remarks = schedule_from_timings([timing("2026-07-13T21:00:00+02:00", end)])
    assert moments(schedule) == [("2026-07-13T21:00+02:00", None, False)]
    assert remarks == []


def test_timing_of_a_week_end_is_cut_at_midnight():
    schedule, _ = schedule_from_timings([timing("2026-07-10T18:00:00+02:00", "2026-07-12T17:00:00+02:00")])
    assert moments(schedule) == [
        ("2026-07-10T18:00+02:00", "2026-07-11T00:00+02:00", False),
        ("2026-07-11T00:00+02:00", "2026-07-12T00:00+02:00", True),
        ("2026-07-12T00:00+02:00", "2026-07-12T17:00+02:00", False),
    ]


def test_second_reading_of_a_repeated_hour_is_remarked():
    schedule, remarks = schedule_from_timings([timing("2026-10-25T02:30:00+01:00", "2026-10-25T05:00:00+01:00")])
    assert [start for start, _, _ in moments(schedule)] == ["2026-10-25T02:30+02:00"]
    assert remarks == [
        "02:30 le 25\u00a0octobre 2026 a lieu deux fois, la nuit du changement d’heure : la première est retenue."
    ]


def test_event_of_another_zone_keeps_its_local_time():
    schedule, _ = schedule_from_timings(
        [timing("2026-07-13T18:00:00Z", "2026-07-13T19:00:00Z")], timezone="Europe/London"
    )
    assert schedule.timezone == "Europe/London"
    assert [start for start, _, _ in moments(schedule)] == ["2026-07-13T19:00+01:00"]


@pytest.mark.parametrize(
    ("timings", "timezone", "remark"),
    [
        ({}, None, "Les horaires (timings) ne sont pas une liste."),
        (["demain"], None, "L’horaire « demain » n’est pas lisible."),
        ([timing("demain soir", None)], None, "Le début « demain soir » n’est pas une date avec une heure."),
        (
            [timing("9999-12-31T23:59:59Z", None)],
            None,
            "Le début « 9999-12-31T23:59:59Z » n’est pas une date avec une heure.",
        ),
        ([timing(20260713, None)], None, "Le début « 20260713 » n’est pas une date avec une heure."),
        ([], "Europe/Digne", "Le fuseau horaire « Europe/Digne » est inconnu : Europe/Paris est retenu."),
        ([], 3, "Le fuseau horaire « 3 » est inconnu : Europe/Paris est retenu."),
        ([], "../etc/passwd", "Le fuseau horaire « ../etc/passwd » est inconnu : Europe/Paris est retenu."),
    ],
)
def test_what_cannot_be_read_is_remarked_and_gives_no_date(timings, timezone, remark):
    schedule, remarks = schedule_from_timings(timings, timezone=timezone)
    assert (schedule.periods, remarks) == ((), [remark])


def test_end_before_the_beginning_keeps_the_beginning():
    schedule, remarks = schedule_from_timings([timing("2026-07-13T21:00:00+02:00", "2026-07-13T20:00:00+02:00")])
    assert moments(schedule) == [("2026-07-13T21:00+02:00", None, False)]
    assert remarks == ["La date du 13\u00a0juillet 2026 finit avant de commencer : sa fin n’est pas reprise."]


def test_what_timings_cannot_say_is_remarked():
    day = date(2026, 7, 13)
    schedule = Schedule(
        periods=(
            Period(
                id="p",
                first=day,
                last=day + timedelta(days=3),
                hours=(Hours(slots=(Slot(None, time(12)), Slot(time(21), label={"fr": "Bal"}))),),
            ),
        ),
        overrides=(Override(day, status=Status.CANCELLED), Override(date(2026, 7, 14), status=Status.FULL)),
    )
    timings, remarks = timings_of(schedule, first=day, last=day + timedelta(days=1))
    assert timings == [
        timing("2026-07-14T00:00:00+02:00", "2026-07-14T12:00:00+02:00"),
        timing("2026-07-14T21:00:00+02:00", "2026-07-14T21:00:00+02:00"),
    ]
    assert remarks == [
        "Dates annulées, reportées ou suspendues, qui ne sont pas écrites : 2.",
        "Les dates complètes sont écrites comme les autres.",
        "Les précisions des horaires (nom, note, fréquence) ne sont pas écrites.",
        "Un début inconnu est écrit minuit.",
        "Une fin inconnue est écrite égale au début.",
    ]


@needs_real_events
def test_every_timing_of_real_events_is_a_date():
    for event in json.loads(OPENAGENDA.read_text()):
        schedule, remarks = schedule_from_timings(event["timings"], timezone=event["timezone"])
        given_pairs = {
            (datetime.fromisoformat(one["begin"]), datetime.fromisoformat(one["end"])) for one in event["timings"]
        }
        spans = expand(schedule, first=date(2000, 1, 1), last=date(2100, 1, 1))
        assert ({(span.start, span.end) for span in spans}, remarks) == (given_pairs, [])
