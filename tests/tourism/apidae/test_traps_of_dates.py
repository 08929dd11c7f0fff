"""The traps of APIDAE's interface that are in dates and hours, each under its number in the list of pitfalls."""

from datetime import UTC, date, datetime

import pytest

from tests.tourism.apidae.mapping_payloads import (
    an_object,
)
from tests.tourism.apidae.trap_objects import days_of, mapped, opened, period, record, spans_of
from tourism.schedule import Schedule, last_day

# 3. Several periods, in no order --------------------------------------------------------------------------------------


def test_trap_03_several_periods_in_no_order_are_all_kept():
    days = ("2026-12-19", "2026-12-05", "2026-12-12")
    raw = opened(*(period(day) for day in days))
    assert days_of(raw) == sorted(days)
    assert [one["first"] for one in record(raw)["schedule"]["periods"]] == sorted(days)


# 4. “Every year” on single events -------------------------------------------------------------------------------------


def test_trap_04_every_year_is_never_rolled_forward_for_an_event():
    raw = opened(period("2026-11-04", tousLesAns=True))
    assert days_of(raw) == ["2026-11-04"]
    assert last_day(Schedule.from_json(record(raw)["schedule"])) == date(2026, 11, 4)


def test_trap_04_every_year_comes_back_for_a_site():
    raw = opened(period("2026-11-04", tousLesAns=True), apidae_type="PATRIMOINE_CULTUREL")
    assert days_of(raw) == ["2026-11-04", "2027-11-04", "2028-11-04"]


# 5. Past events stay published ----------------------------------------------------------------------------------------


def test_trap_05_past_event_stays_published_at_the_source_and_its_dates_tell_that_it_is_over():
    raw = opened(period("2017-11-04", "2017-11-05"))
    assert record(raw)["state"] == "PUBLISHED"
    assert last_day(Schedule.from_json(record(raw)["schedule"])) == date(2017, 11, 5)


def test_trap_05_past_event_is_hidden_from_the_day_that_its_source_says():
    expiration = {"dateExpiration": "2017-11-30", "expirationAction": "MASQUER_AUTOMATIQUEMENT"}
    assert record(opened(period("2017-11-04")) | {"expiration": expiration})["expires_on"] == "2017-11-30"


# 6. Closing after midnight --------------------------------------------------------------------------------------------


def test_trap_06_closing_before_the_opening_is_on_the_next_day_of_each_day():
    raw = opened(period("2026-07-13", "2026-07-14", horaireOuverture="21:00:00", horaireFermeture="02:00:00"))
    assert [(f"{span.start:%d %H:%M}", f"{span.end:%d %H:%M}") for span in spans_of(raw)] == [
        ("13 21:00", "14 02:00"),
        ("14 21:00", "15 02:00"),
    ]


def test_trap_06_hours_of_several_days_are_not_one_giant_date():
    raw = opened(period("2026-07-13", "2026-07-15", horaireOuverture="10:00:00", horaireFermeture="18:00:00"))
    assert [span.duration.total_seconds() / 3600 for span in spans_of(raw)] == [8, 8, 8]


# 7. No time zone ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "utc_hour"), [("2026-07-14", 18), ("2026-12-14", 19)])
def test_trap_07_times_without_zone_are_those_of_paris_in_summer_and_winter(day, utc_hour):
    (span,) = spans_of(opened(period(day, horaireOuverture="20:00:00", horaireFermeture="22:00:00")))
    assert span.start.astimezone(UTC) == datetime.fromisoformat(day).replace(hour=utc_hour, tzinfo=UTC)


def test_trap_07_hours_keep_their_wall_clock_across_the_change_of_time():
    raw = opened(period("2026-10-24", "2026-10-26", horaireOuverture="10:00:00", horaireFermeture="12:00:00"))
    assert [f"{span.start:%d %H:%M}" for span in spans_of(raw)] == ["24 10:00", "25 10:00", "26 10:00"]
    assert [f"{span.start.astimezone(UTC):%H:%M}" for span in spans_of(raw)] == ["08:00", "09:00", "09:00"]


def test_trap_07_moments_with_an_offset_keep_their_instant():
    raw = an_object(gestion={"dateModification": "2017-09-07T13:03:05.866+0200"})
    assert mapped(raw).modified_at == "2017-09-07T11:03:05.866000+00:00"


# 8. Opening without closing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("closing", [{}, {"horaireFermeture": None}, {"horaireFermeture": ""}])
def test_trap_08_opening_without_closing_has_no_invented_end(closing):
    (span,) = spans_of(opened(period("2026-07-14", horaireOuverture="20:30:00", **closing)))
    assert (f"{span.start:%H:%M}", span.end, span.end_known) == ("20:30", None, False)


def test_trap_08_time_frame_without_end_and_period_without_begin():
    frames = {"timePeriods": [{"weekdays": ["TUE"], "timeFrames": [{"startTime": "20:30", "endTime": None}]}]}
    raw = opened(period("2026-07-14", horaires=[frames]), period(None, "2026-07-16"))
    assert [(span.day.day, span.end_known, span.all_day) for span in spans_of(raw)] == [
        (14, False, False),
        (16, False, True),
    ]
    assert mapped(raw).remarks == [
        "Période du 16\xa0juillet 2026 : il manque une des deux dates ; seul ce jour est retenu."
    ]
