"""A date has one name, in the calendar file and wherever else it is told."""

from datetime import UTC, date, datetime, time

from hypothesis import given, settings

from tests.tourism.schedule.around_changes import FIRST, LAST, entry, schedules_around_changes
from tests.tourism.schedule.ical_oracle import dates_by_name
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Span, Status
from tourism.schedule.ical import named_dates, write_calendar

UID = "fete@exemple.fr"
MORNING = (Hours(slots=(Slot(time(9), time(13)),)),)


def begins(span: Span):
    return span.day if span.all_day or not span.start_known else span.start.astimezone(UTC)


def names(schedule: Schedule) -> list[tuple[str, str | None]]:
    return [(one.uid, one.recurrence_id) for one in named_dates(UID, schedule, first=FIRST, last=LAST)]


@settings(deadline=None)
@given(schedules_around_changes())
def test_each_date_is_found_in_the_file_under_its_name_and_no_other_date_of_a_rule_is(schedule):
    one = entry(schedule)
    written = dates_by_name(write_calendar([one], language="fr", first=FIRST, last=LAST), LAST)
    by_rule = []
    for named in named_dates(one.uid, schedule, first=FIRST, last=LAST):
        at = named.recurrence
        name = (named.uid, at.astimezone(UTC) if isinstance(at, datetime) else at)
        assert begins(named.span) in written[name]
        by_rule += [name] if at is not None else []
    assert len(by_rule) == len(set(by_rule))


def test_date_of_a_rule_keeps_the_name_of_its_day_when_it_is_moved():
    tuesdays = Period("p", date(2026, 7, 7), date(2026, 7, 28), weekdays=(2,), hours=MORNING)
    moved = Override(date(2026, 7, 14), status=Status.MOVED, new_day=date(2026, 7, 15), new_start=time(20))
    asked = ["20260707T090000", "20260714T090000", "20260721T090000", "20260728T090000"]
    for overrides in ((), (moved,)):
        assert names(Schedule(periods=(tuesdays,), overrides=overrides)) == [(UID, one) for one in asked]


def test_only_date_has_the_name_of_the_event_and_several_have_names_of_their_own():
    evenings = Period("p", dates_only=True, extra_dates=(date(2026, 7, 7),), hours=MORNING)
    assert names(Schedule(periods=(evenings,))) == [(UID, None)]
    apart = Period("p", dates_only=True, extra_dates=(date(2026, 7, 7), date(2026, 9, 19)), hours=MORNING)
    assert len(set(names(Schedule(periods=(apart,))))) == 2


def test_whole_days_in_a_row_have_one_name():
    fair = Period("p", date(2026, 7, 7), date(2026, 7, 9), hours=(Hours(slots=(Slot(),)),))
    assert names(Schedule(periods=(fair,))) == [(UID, None)] * 3
