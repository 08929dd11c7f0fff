"""School holidays."""

from datetime import date, timedelta

import pytest

from agenda.enums import SchoolHolidayKind as Kind
from agenda.enums import SchoolZone
from agenda.holidays import school_holidays


def told(zone: SchoolZone, on: date, count: int = 1) -> list[tuple[Kind, date, date]]:
    return [(one.kind, one.first, one.last) for one in school_holidays(zone, on=on, count=count)]


def test_next_holidays_of_the_zone():
    assert told(SchoolZone.B, date(2026, 11, 26), 2) == [
        (Kind.CHRISTMAS, date(2026, 12, 19), date(2027, 1, 3)),
        (Kind.WINTER, date(2027, 2, 20), date(2027, 3, 7)),
    ]


def test_zones_have_their_winter_apart():
    firsts = {zone: told(zone, date(2027, 1, 20))[0][1] for zone in SchoolZone}
    assert len(set(firsts.values())) == 3


@pytest.mark.parametrize("on", [date(2026, 12, 19), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)])
def test_christmas_is_one_holiday_across_the_year(on):
    assert told(SchoolZone.B, on) == [(Kind.CHRISTMAS, date(2026, 12, 19), date(2027, 1, 3))]


def test_nothing_is_invented_beyond_what_was_published():
    assert told(SchoolZone.B, date(2090, 1, 1)) == []


def test_holidays_never_overlap():
    found = [one for year in range(2020, 2028) for one in told(SchoolZone.B, date(year, 1, 10), 6)]
    ordered = sorted(set(found), key=lambda one: one[1])
    assert all(after[1] - before[2] > timedelta(days=0) for before, after in zip(ordered, ordered[1:], strict=False))
