"""An editor's changes of single dates over a schedule that its source goes on changing."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.form_checks import DAYS, FIRST, LAST, SCHEDULES, SLOTS
from tourism.schedule import ALL_DAY, Hours, Override, Period, Schedule, ScheduleError, Slot, Status, occurrences
from tourism.schedule.date_changes import (
    MOST_CHANGES,
    DateChange,
    What,
    change_of_date,
    change_of_day,
    changes_from_json,
    effects,
    slots_of_day,
    with_changes,
    with_changes_in_json,
)

JULY_14 = date(2026, 7, 14)
AFTERNOON, EVENING = Slot(time(14, 30), time(16)), Slot(time(20, 30))
CANCELLED = Override(day=JULY_14, status=Status.CANCELLED)


def tuesdays(*slots: Slot, overrides: tuple[Override, ...] = (), **more) -> Schedule:
    period = Period(
        "a", date(2026, 7, 1), date(2026, 8, 31), weekdays=(2,), hours=(Hours(slots=slots or (AFTERNOON,)),), **more
    )
    return Schedule(periods=(period,), overrides=overrides)


def seen(schedule: Schedule, first: date = date(2026, 7, 1), last: date = date(2026, 9, 30)) -> list[tuple]:
    """(day and hour, status, French remark) of each date."""
    return [
        (f"{span.start:%m-%d %H:%M}", str(span.status), span.note.get("fr", ""))
        for span in occurrences(schedule, first, last)
    ]


def of_day(schedule: Schedule, day: date = JULY_14) -> list[tuple[str, str]]:
    return [(hour[6:], status) for hour, status, _note in seen(schedule, day, day)]


def changed(source: Schedule, **said) -> DateChange:
    start = said.pop("start", None)
    change = change_of_date(source, JULY_14, start, Override(day=JULY_14, start=start, **said))
    assert change is not None
    return change


# What the source changes


def test_cancelled_day_stays_cancelled_when_its_hour_changes_and_the_season_grows():
    change = changed(tuesdays(), status=Status.CANCELLED)
    later = tuesdays(Slot(time(15, 30)))
    later = replace(later, periods=(replace(later.periods[0], last=date(2026, 9, 30)),))
    after = seen(with_changes(later, [change]))
    assert ("07-14 15:30", "cancelled", "") in after
    assert ("09-29 15:30", "scheduled", "") in after
    assert [status for _hour, status, _note in after].count("cancelled") == 1


def test_one_of_two_dates_of_a_day_stays_the_one_that_is_cancelled_when_its_hour_changes():
    change = changed(tuesdays(AFTERNOON, EVENING), start=time(14, 30), status=Status.CANCELLED)
    assert of_day(with_changes(tuesdays(AFTERNOON, EVENING), [change])) == [
        ("14:30", "cancelled"),
        ("20:30", "scheduled"),
    ]
    assert of_day(with_changes(tuesdays(Slot(time(15, 30)), EVENING), [change])) == [
        ("15:30", "cancelled"),
        ("20:30", "scheduled"),
    ]


@pytest.mark.parametrize("left", [(EVENING,), (EVENING, Slot(time(22)))], ids=["gone", "gone, and a new one"])
def test_change_of_one_of_two_dates_does_not_pass_to_the_other_when_its_own_is_gone(left):
    change = changed(tuesdays(AFTERNOON, EVENING), start=time(14, 30), status=Status.CANCELLED)
    assert {status for _hour, status in of_day(with_changes(tuesdays(*left), [change]))} == {"scheduled"}
    (effect,) = effects(tuesdays(*left), [change])
    assert (effect.touches, effect.gone) == (False, True)


def test_further_date_on_a_full_day_is_not_full_and_on_a_cancelled_day_is_cancelled():
    for status, evening in ((Status.FULL, "scheduled"), (Status.CANCELLED, "cancelled")):
        change = changed(tuesdays(), status=status)
        after = of_day(with_changes(tuesdays(AFTERNOON, EVENING), [change]))
        assert after == [("14:30", str(status)), ("20:30", evening)]


def test_date_that_was_moved_alone_does_not_take_a_new_one_of_its_day_along():
    change = changed(tuesdays(), status=Status.MOVED, new_start=time(18))
    assert of_day(with_changes(tuesdays(AFTERNOON, EVENING), [change])) == [("18:00", "moved"), ("20:30", "scheduled")]


def test_change_of_a_date_that_the_source_has_no_more_touches_nothing_and_counts_again_when_it_is_back():
    change = changed(tuesdays(), status=Status.CANCELLED)
    without = tuesdays(excluded_dates=(JULY_14,))
    assert with_changes(without, [change]) is without
    assert [(one.touches, one.gone) for one in effects(without, [change])] == [(False, True)]
    assert of_day(with_changes(tuesdays(), [change])) == [("14:30", "cancelled")]


# What the source says of the same date


@pytest.mark.parametrize("status", [Status.FULL, Status.SCHEDULED, Status.POSTPONED])
def test_date_that_the_source_cancels_later_is_cancelled_with_the_remark_of_the_editor(status):
    change = changed(tuesdays(), status=status, note={"fr": "Sous la halle"})
    later = tuesdays(overrides=(replace(CANCELLED, note={"en": "Storm"}),))
    (date_now,) = seen(with_changes(later, [change]), JULY_14, JULY_14)
    assert date_now == ("07-14 14:30", "cancelled", "Sous la halle")
    (span,) = occurrences(with_changes(later, [change]), JULY_14, JULY_14)
    assert span.note == {"fr": "Sous la halle", "en": "Storm"}


def test_moved_date_that_the_source_cancels_later_is_cancelled_where_people_were_told_to_come():
    change = changed(tuesdays(), status=Status.MOVED, new_day=date(2026, 7, 16))
    after = seen(with_changes(tuesdays(overrides=(CANCELLED,)), [change]), JULY_14, date(2026, 7, 18))
    assert after == [("07-16 14:30", "cancelled", "")]


def test_date_taken_out_or_added_by_the_editor_is_cancelled_when_its_source_cancels_it_later():
    out = change_of_day(tuesdays(), JULY_14, ())
    assert seen(with_changes(tuesdays(), [out]), JULY_14, JULY_14) == []
    cancelled = tuesdays(overrides=(CANCELLED,))
    assert of_day(with_changes(cancelled, [out])) == [("14:30", "cancelled")]
    added = change_of_day(tuesdays(excluded_dates=(JULY_14,)), JULY_14, [EVENING])
    assert of_day(with_changes(cancelled, [added])) == [("14:30", "cancelled")]


def test_date_that_takes_place_after_all_is_said_against_what_the_source_said_then_and_nothing_else():
    change = change_of_date(tuesdays(overrides=(CANCELLED,)), JULY_14, None, None)
    assert of_day(with_changes(tuesdays(overrides=(CANCELLED,)), [change])) == [("14:30", "scheduled")]
    postponed = tuesdays(overrides=(replace(CANCELLED, status=Status.POSTPONED),))
    assert of_day(with_changes(postponed, [change])) == [("14:30", "postponed")]
    assert with_changes(tuesdays(), [change]) is not None
    assert [(one.touches, one.gone) for one in effects(tuesdays(), [change])] == [(False, False)]


def test_remark_of_an_editor_stays_on_a_date_that_the_source_moves_or_fills():
    change = changed(tuesdays(), note={"fr": "Apportez une chaise"})
    moved = Override(day=JULY_14, status=Status.MOVED, new_day=date(2026, 7, 15))
    assert seen(with_changes(tuesdays(overrides=(moved,)), [change]), JULY_14, date(2026, 7, 15)) == [
        ("07-15 14:30", "moved", "Apportez une chaise")
    ]
    full = Override(day=JULY_14, start=time(14, 30), status=Status.FULL)
    assert of_day(with_changes(tuesdays(overrides=(full,)), [change])) == [("14:30", "full")]


def test_source_that_says_the_same_leaves_nothing_to_the_change():
    change = changed(tuesdays(), status=Status.CANCELLED)
    same = tuesdays(overrides=(Override(day=JULY_14, start=time(14, 30), status=Status.CANCELLED),))
    assert with_changes(same, [change]) is same
    (effect,) = effects(same, [change])
    assert (effect.touches, effect.gone, effect.said.status) == (False, False, Status.CANCELLED)
    assert change_of_date(same, JULY_14, None, CANCELLED) is None


# Days added and taken out


def test_added_day_has_the_hours_of_the_others_whatever_they_become_or_its_own():
    day = date(2026, 7, 15)
    usual = change_of_day(tuesdays(), day, [AFTERNOON], usual=True)
    own = change_of_day(tuesdays(), day, [EVENING])
    assert of_day(with_changes(tuesdays(), [usual]), day) == [("14:30", "scheduled")]
    later = tuesdays(Slot(time(15, 30)))
    assert of_day(with_changes(later, [usual]), day) == [("15:30", "scheduled")]
    assert of_day(with_changes(later, [own]), day) == [("20:30", "scheduled")]


def test_added_day_that_the_source_adds_too_is_there_once():
    day = date(2026, 7, 15)
    usual = change_of_day(tuesdays(), day, [AFTERNOON], usual=True)
    later = tuesdays(extra_dates=(day,))
    assert with_changes(later, [usual]) is later


def test_further_hour_of_a_day_stays_beside_what_the_source_says_and_other_hours_replace_it():
    beside = change_of_day(tuesdays(), JULY_14, [AFTERNOON, EVENING])
    instead = change_of_day(tuesdays(), JULY_14, [EVENING])
    later = tuesdays(Slot(time(15, 30)))
    assert of_day(with_changes(later, [beside])) == [("15:30", "scheduled"), ("20:30", "scheduled")]
    assert of_day(with_changes(later, [instead])) == [("20:30", "scheduled")]


def test_day_that_the_source_excludes_or_closes_can_be_added_and_one_closed_since_stays_closed():
    for closed in (tuesdays(excluded_dates=(JULY_14,)), replace(tuesdays(), closed_dates=(JULY_14,))):
        change = change_of_day(closed, JULY_14, [AFTERNOON], usual=True)
        assert of_day(with_changes(closed, [change])) == [("14:30", "scheduled")]
    day = date(2026, 7, 15)
    added = change_of_day(tuesdays(), day, [AFTERNOON], usual=True)
    since = replace(tuesdays(), closed_dates=(day,))
    assert with_changes(since, [added]) is since


def test_added_day_can_be_cancelled():
    day = date(2026, 7, 15)
    added = change_of_day(tuesdays(), day, [EVENING])
    off = change_of_date(with_changes(tuesdays(), [added]), day, None, Override(day=day, status=Status.CANCELLED))
    assert of_day(with_changes(tuesdays(), [off, added]), day) == [("20:30", "cancelled")]
    assert all(one.touches for one in effects(tuesdays(), [off, added]))


# Whatever the schedule

NOTES = st.dictionaries(st.sampled_from(["fr", "en"]), st.text(min_size=1, max_size=5), max_size=1)


@st.composite
def wishes(draw):
    """(source, day, start, what is wanted of it)."""
    source = draw(SCHEDULES)
    planned = [(span.original_day, span.original_start) for span in occurrences(source, FIRST, LAST)]
    day, start = draw(st.sampled_from(planned) if planned and draw(st.booleans()) else st.tuples(DAYS, st.none()))
    start = draw(st.sampled_from([start, None]))
    status = draw(st.sampled_from([one for one in Status if one != Status.SUSPENDED]))
    moved = {"new_day": draw(DAYS)} if status == Status.MOVED else {}
    return source, day, start, Override(day=day, start=start, status=status, note=draw(NOTES), **moved)


def picture(schedule: Schedule) -> list[tuple]:
    return sorted(
        (span.original_day, span.start, span.end or span.start, str(span.status), sorted(span.note.items()))
        for span in occurrences(schedule, FIRST, LAST)
    )


@given(SCHEDULES)
def test_no_change_is_the_very_same_schedule(schedule):
    assert with_changes(schedule, ()) is schedule
    written = schedule.to_json()
    assert with_changes_in_json(written, []) is written


@settings(deadline=None, max_examples=40)
@given(wishes())
def test_change_over_the_schedule_that_the_editor_saw_is_what_the_editor_said(wish):
    source, day, start, said = wish
    change = change_of_date(source, day, start, said)
    after = with_changes(source, [change] if change else [])
    slots = {one.start for one in slots_of_day(source, day)}
    meant = slots if start is None or len(slots) < 2 else {start}
    for span in occurrences(after, date(2027, 1, 1), date(2029, 1, 1)):
        if span.original_day == day and span.original_start in meant:
            assert span.status == said.status
            assert said.note.items() <= span.note.items()
            assert span.day == (said.new_day or day)
    untouched = [one for one in picture(source) if one[0] != day]
    assert [one for one in picture(after) if one[0] != day] == untouched


@settings(deadline=None, max_examples=40)
@given(SCHEDULES, DAYS, st.lists(SLOTS, max_size=2))
def test_day_has_the_hours_that_the_editor_gave_it_and_no_other_day_changes(source, day, slots):
    change = change_of_day(source, day, slots)
    after = with_changes(source, [change] if change else [])
    if day not in (date(2027, 12, 25), date(2028, 4, 17)):  # closed every year
        assert slots_of_day(after, day) == frozenset(slots)
    assert [one for one in picture(after) if one[0] != day] == [one for one in picture(source) if one[0] != day]


@settings(deadline=None, max_examples=40)
@given(st.lists(wishes(), min_size=1, max_size=3), SCHEDULES, DAYS, st.lists(SLOTS, max_size=2))
def test_changes_made_of_one_schedule_lie_over_any_other_and_twice_is_once(wishes, other, day, slots):
    changes = [change_of_date(*wish) for wish in wishes] + [change_of_day(wishes[0][0], day, slots)]
    changes = list({one.key: one for one in changes if one}.values())
    once = with_changes(other, changes)
    assert picture(with_changes(once, changes)) == picture(once)
    assert Schedule.from_json(once.to_json()) == once
    touched = {one.day for one in changes}
    assert [one for one in picture(once) if one[0] not in touched] == [
        one for one in picture(other) if one[0] not in touched
    ]
    assert len(effects(other, changes)) == len(changes)


@settings(deadline=None, max_examples=40)
@given(wishes(), SCHEDULES)
def test_no_change_hides_that_a_source_cancelled_a_date_since(wish, other):
    source, day, start, said = wish
    change = change_of_date(source, day, start, said)
    if change is None or change.despite == Status.CANCELLED:
        return
    later = replace(other, overrides=(Override(day=day, status=Status.CANCELLED),))
    for span in occurrences(with_changes(later, [change]), date(2027, 1, 1), date(2029, 1, 1)):
        assert span.original_day != day or span.status == Status.CANCELLED


# In JSON


@settings(deadline=None, max_examples=40)
@given(wishes(), DAYS, st.lists(SLOTS, max_size=2))
def test_changes_come_back_from_json_as_they_were(wish, day, slots):
    changes = [change_of_date(*wish), change_of_day(wish[0], day, slots)]
    changes = [one.signed(by="Léa", at="2026-07-01T10:00:00+02:00") for one in changes if one]
    assert list(changes_from_json([one.to_json() for one in changes])) == changes


def test_of_two_changes_of_one_date_the_later_counts_and_nonsense_is_an_error():
    first = DateChange(JULY_14, said=CANCELLED)
    second = DateChange(JULY_14, said=replace(CANCELLED, status=Status.FULL))
    assert changes_from_json([first.to_json(), second.to_json()]) == (second,)
    for nonsense in (
        {"day": "x"},
        [{"day": "2026-13-01"}],
        [{"day": "2026-07-14", "what": "eaten"}],
        [{"day": "2026-07-14", "status": "suspended"}],
        [{"day": "2026-07-14", "starts": [7]}],
        [{"day": "2026-07-14", "what": "added", "slots": 7}],
        [first.to_json()] * (MOST_CHANGES + 1),
    ):
        with pytest.raises(ScheduleError):
            changes_from_json(nonsense)
        written = tuesdays().to_json()
        assert with_changes_in_json(written, nonsense) is written
    assert with_changes_in_json({"version": 7}, [first.to_json()]) == {"version": 7}


def test_whole_day_is_a_date_too():
    day = date(2026, 7, 15)
    added = change_of_day(Schedule(), day, [ALL_DAY])
    assert added.what == What.ADDED
    assert of_day(with_changes(Schedule(), [added]), day) == [("00:00", "scheduled")]
