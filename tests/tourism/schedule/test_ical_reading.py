"""What a calendar file says, read as events and schedules."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.tourism.schedule.ical_oracle import calendar_file, facts_of
from tourism.schedule import ALL_DAY, Hours, NthWeekday, Override, Period, Schedule, Slot, Status, expand
from tourism.schedule.ical import CalendarEvent, read_calendar

HORIZON = date(2028, 12, 31)
MORNING = Slot(time(9), time(13))


def only_event(*vevents: str, **values) -> CalendarEvent:
    read = read_calendar(calendar_file(*vevents, **values), horizon=HORIZON)
    assert read.problems == ()
    (event,) = read.events
    return event


def schedule_of(*vevents: str, **values) -> Schedule:
    return only_event(*vevents, **values).schedule


def weekly(**values) -> Period:
    return Period(
        id="1",
        first=date(2026, 7, 7),
        last=date(2026, 8, 25),
        weekdays=(2,),
        hours=(Hours(slots=(MORNING,)),),
        **values,
    )


MARKET = """UID:1
SUMMARY:Marché
DTSTART:20260707T090000
DTEND:20260707T130000
RRULE:FREQ=WEEKLY;UNTIL=20260825T220000Z
EXDATE:20260714T090000
"""


def test_rule_with_excluded_date_is_one_period():
    assert schedule_of(MARKET) == Schedule(periods=(weekly(excluded_dates=(date(2026, 7, 14),)),))


def test_changed_dates_become_overrides():
    moved = """UID:1
SUMMARY:Marché des potiers
RECURRENCE-ID:20260721T090000
DTSTART:20260722T100000
DTEND:20260722T120000"""
    off = "UID:1\nSUMMARY:Marché\nRECURRENCE-ID:20260728T090000\nDTSTART:20260728T090000\nSTATUS:CANCELLED"
    unsure = """UID:1
SUMMARY:Marché
RECURRENCE-ID:20260804T090000
DTSTART:20260804T090000
DTEND:20260804T130000
STATUS:TENTATIVE"""
    assert schedule_of(MARKET, moved, off, unsure).overrides == (
        Override(
            day=date(2026, 7, 21),
            start=time(9),
            period="1",
            status=Status.MOVED,
            new_day=date(2026, 7, 22),
            new_start=time(10),
            new_end=time(12),
            note={"fr": "Marché des potiers"},
        ),
        Override(day=date(2026, 7, 28), start=time(9), period="1", status=Status.CANCELLED),
        Override(day=date(2026, 8, 4), start=time(9), period="1", note={"fr": "À confirmer"}),
    )


def test_last_word_on_a_date_wins():
    first = (
        "UID:1\nSUMMARY:Marché\nSEQUENCE:2\nRECURRENCE-ID:20260728T090000\nDTSTART:20260728T090000\nSTATUS:CANCELLED"
    )
    before = first.replace("SEQUENCE:2", "SEQUENCE:1").replace("CANCELLED", "CONFIRMED").replace("T09", "T10", 1)
    (override,) = schedule_of(MARKET, first, before).overrides[:1]
    assert override.status == Status.CANCELLED


def test_change_of_all_that_follows_moves_the_dates_after_it():
    change = """UID:1
SUMMARY:Marché
RECURRENCE-ID;RANGE=THISANDFUTURE:20260818T090000
DTSTART:20260818T100000
DTEND:20260818T140000"""
    found = facts_of([schedule_of(MARKET, change)], date(2026, 8, 11), date(2026, 8, 31))
    assert {(start.day, start.hour + 2, end.hour + 2) for start, end, _ in found} == {
        (11, 9, 13),
        (18, 10, 14),
        (25, 10, 14),
    }


def test_changed_date_that_the_rule_does_not_give_is_kept():
    stray = "UID:1\nSUMMARY:Marché\nRECURRENCE-ID:20260901T090000\nDTSTART:20260902T090000\nDTEND:20260902T130000"
    assert schedule_of(MARKET, stray).periods == (
        weekly(excluded_dates=(date(2026, 7, 14),), extra_dates=(date(2026, 9, 2),)),
    )


def test_changed_dates_without_the_event_they_belong_to_are_dates():
    change = "UID:1\nRECURRENCE-ID:20260721T090000\nDTSTART:20260722T090000\nDTEND:20260722T130000"
    assert schedule_of(change).periods == (
        Period(id="1", first=date(2026, 7, 22), last=date(2026, 7, 22), hours=(Hours(slots=(MORNING,)),)),
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY", {"last": None}),
        ("FREQ=DAILY;BYDAY=MO,FR", {"last": None, "weekdays": (1, 5), "extra_dates": (date(2026, 7, 7),)}),
        ("FREQ=DAILY;COUNT=3", {"last": date(2026, 7, 9)}),
        ("FREQ=WEEKLY;UNTIL=20991231", {"last": date(2099, 12, 31), "weekdays": (2,)}),
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", {"last": date(2026, 7, 16), "weekdays": (2, 4)}),
        ("FREQ=WEEKLY;INTERVAL=2", {"last": None, "weekdays": (2,), "every_weeks": 2}),
        (
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR;UNTIL=20261231T220000Z",
            {"last": date(2026, 12, 25), "weekdays": (2, 5), "every_weeks": 3},
        ),
        ("FREQ=MONTHLY;BYDAY=1TU", {"last": None, "nth_weekdays": (NthWeekday(1, 2),)}),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", {"last": None, "nth_weekdays": (NthWeekday(1, 2),)}),
        ("FREQ=MONTHLY;BYDAY=TU", {"last": None, "weekdays": (2,)}),
        ("FREQ=YEARLY", {"last": date(2026, 7, 7), "every_year": True}),
    ],
)
def test_rule_is_said_as_a_period(rule, expected):
    event = only_event(f"UID:1\nDTSTART:20260707T090000\nDTEND:20260707T130000\nRRULE:{rule}")
    values = {"id": "1", "first": date(2026, 7, 7), "hours": (Hours(slots=(MORNING,)),)} | expected
    assert event.schedule == Schedule(periods=(Period(**values),))
    assert event.remarks == ()


def test_rule_that_no_period_says_becomes_dates_up_to_the_horizon():
    event = only_event("UID:1\nDTSTART:20281103T090000\nDTEND:20281103T130000\nRRULE:FREQ=DAILY;INTERVAL=21")
    (period,) = event.schedule.periods
    assert period.dates_only
    assert period.extra_dates == (date(2028, 11, 3), date(2028, 11, 24), date(2028, 12, 15))
    assert event.remarks == ("La répétition va plus loin : les dates sont gardées jusqu’au 31/12/2028.",)


def test_added_dates_keep_their_own_hours():
    event = only_event(
        """UID:1
DTSTART;TZID=Europe/Paris:20260707T090000
DTEND;TZID=Europe/Paris:20260707T130000
RDATE;TZID=Europe/Paris:20260708T090000
RDATE;VALUE=PERIOD;TZID=Europe/Paris:20260709T200000/PT2H30M,20260710T200000/20260711T013000"""
    )
    assert [(period.first, period.last, period.hours[0].slots[0]) for period in event.schedule.periods] == [
        (date(2026, 7, 7), date(2026, 7, 8), MORNING),
        (date(2026, 7, 9), date(2026, 7, 9), Slot(time(20), time(22, 30))),
        (date(2026, 7, 10), date(2026, 7, 10), Slot(time(20), time(1, 30))),
    ]


@pytest.mark.parametrize(
    ("lines", "slot", "last"),
    [
        ("DTSTART;VALUE=DATE:20260707", ALL_DAY, 7),
        ("DTSTART;VALUE=DATE:20260707\nDTEND;VALUE=DATE:20260708", ALL_DAY, 7),
        ("DTSTART;VALUE=DATE:20260707\nDTEND;VALUE=DATE:20260710", ALL_DAY, 9),
        ("DTSTART;VALUE=DATE:20260707\nDURATION:P3D", ALL_DAY, 9),
        ("DTSTART:20260707T090000", Slot(time(9)), 7),
        ("DTSTART:20260707T090000\nDTEND:20260707T090000", Slot(time(9)), 7),
        ("DTSTART:20260707T090000\nDURATION:PT4H", MORNING, 7),
        ("DTSTART:20260707T070000Z\nDTEND:20260707T110000Z", MORNING, 7),
        ("DTSTART;TZID=America/New_York:20260707T030000\nDURATION:PT4H", MORNING, 7),
        ("DTSTART:20260707T220000\nDTEND:20260708T020000", Slot(time(22), time(2)), 7),
        ("DTSTART:20260707T000000\nDTEND:20260708T000000", Slot(time(0), time(0)), 7),
    ],
)
def test_days_and_hours(lines, slot, last):
    event = only_event(f"UID:1\n{lines}")
    period = Period(id="1", first=date(2026, 7, 7), last=date(2026, 7, last), hours=(Hours(slots=(slot,)),))
    assert event.schedule == Schedule(periods=(period,))
    assert event.remarks == ()


@pytest.mark.parametrize(("length", "hour"), [("P1D", 1), ("PT24H", 2), ("P1DT1H", 2)])
def test_length_in_days_ends_at_the_same_hour_when_clocks_change(length, hour):
    schedule = schedule_of(f"UID:1\nDTSTART:20260329T010000\nDURATION:{length}")
    ends = {end for _, end, _ in facts_of([schedule], date(2026, 3, 29), date(2026, 3, 31))}
    assert max(ends) == datetime(2026, 3, 29, 22, tzinfo=UTC) + timedelta(hours=hour)


def test_event_over_several_nights_is_cut_at_midnight():
    schedule = schedule_of("UID:1\nDTSTART:20260703T180000\nDTEND:20260706T120000")
    assert [(period.first.day, period.last.day, period.hours[0].slots[0]) for period in schedule.periods] == [
        (3, 3, Slot(time(18), time(0))),
        (6, 6, Slot(time(0), time(12))),
        (4, 5, Slot(time(0), time(0))),
    ]


CUSTOM_ZONE = """BEGIN:VTIMEZONE
TZID:Heure du Bureau
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
""".replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("20260114T120000", "2026-01-14T11:00"),
        ("20260714T120000", "2026-07-14T10:00"),
        ("20260329T015900", "2026-03-29T00:59"),
        ("20260329T023000", "2026-03-29T01:30"),
        ("20261025T023000", "2026-10-25T00:30"),
        ("20261025T030000", "2026-10-25T02:00"),
    ],
)
def test_zone_described_by_the_file_is_used(local, utc):
    event = only_event(f'UID:1\nDTSTART;TZID="Heure du Bureau":{local}', zones=CUSTOM_ZONE)
    ((start, _, _),) = facts_of([event.schedule], date(2026, 1, 1), date(2026, 12, 31))
    assert start == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert event.remarks == ()


def test_unknown_zone_is_read_as_paris_and_said():
    event = only_event("UID:1\nDTSTART;TZID=Mars/Olympus:20260707T090000\nDTEND;TZID=Mars/Olympus:20260707T130000")
    assert event.schedule.periods[0].hours[0].slots == (MORNING,)
    assert event.remarks == ("Fuseau horaire inconnu (Mars/Olympus) : les heures sont lues comme celles de Paris.",)


def test_zones_of_one_file_are_not_remembered_for_the_next():
    only_event("UID:1\nDTSTART;TZID=Heure du Bureau:20260707T090000", zones=CUSTOM_ZONE)
    assert only_event("UID:1\nDTSTART;TZID=Heure du Bureau:20260707T090000").remarks != ()


def test_excluded_day_takes_out_what_begins_on_it():
    schedule = schedule_of(MARKET.replace("EXDATE:20260714T090000", "EXDATE;VALUE=DATE:20260714"))
    assert schedule.periods == (weekly(excluded_dates=(date(2026, 7, 14),)),)


def test_excluded_dates_beyond_the_horizon_are_kept():
    event = only_event("UID:1\nDTSTART:20260707T090000\nRRULE:FREQ=DAILY\nEXDATE:20400714T090000")
    assert event.schedule.periods[0].excluded_dates == (date(2040, 7, 14),)


def test_cancelled_event_has_cancelled_dates():
    event = only_event("UID:1\nDTSTART:20260707T090000\nSTATUS:CANCELLED")
    assert event.status == "CANCELLED"
    assert facts_of([event.schedule], date(2026, 7, 1), date(2026, 7, 31)) == {
        (datetime(2026, 7, 7, 7, tzinfo=UTC), None, False)
    }


def test_fields_of_an_event():
    event = only_event(
        r"""UID:abc@exemple.fr
SEQUENCE:3
DTSTAMP:20260101T000000Z
LAST-MODIFIED:20260102T030405Z
DTSTART:20260707T090000
SUMMARY;LANGUAGE=it:Festa\, grande
DESCRIPTION:Una riga\nun’altra
LOCATION:Piazza
GEO:44.09;6.23
URL:https://exemple.fr/festa
CATEGORIES:Musica\, danza,Festa
CATEGORIES:Festa,Sport
ORGANIZER;CN="Comité des fêtes":mailto:fetes@exemple.fr
STATUS:CONFIRMED
RELATED-TO:parent@exemple.fr
IMAGE;VALUE=URI:https://exemple.fr/1
ATTACH;FMTTYPE=image/png:https://exemple.fr/2
ATTACH:https://exemple.fr/3.jpg
ATTACH:https://exemple.fr/programme.pdf
X-INCONNU:rien
BEGIN:VALARM
DESCRIPTION:Rappel
END:VALARM"""
    )
    assert {name: getattr(event, name) for name in vars(event) if name not in ("schedule", "key")} == {
        "uid": "abc@exemple.fr",
        "sequence": 3,
        "summary": "Festa, grande",
        "description": "Una riga\nun’altra",
        "language": "it",
        "location": "Piazza",
        "geo": (44.09, 6.23),
        "url": "https://exemple.fr/festa",
        "categories": ("Musica, danza", "Festa", "Sport"),
        "organizer": "Comité des fêtes",
        "email": "fetes@exemple.fr",
        "status": "CONFIRMED",
        "last_modified": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        "images": ("https://exemple.fr/1", "https://exemple.fr/2", "https://exemple.fr/3.jpg"),
        "parent_uid": "parent@exemple.fr",
        "remarks": (),
    }


FEAST = "SUMMARY:Fête de l’Été\nLOCATION:Place\nDTSTART:20260707T090000"


def test_key_is_that_of_the_content():
    with_uid = only_event(f"UID:1\n{FEAST}")
    without = only_event(FEAST)
    spelt = only_event("UID:2\nSUMMARY: FETE  de l'ete \nLOCATION:place\nDTSTART:20260707T070000Z")
    other = only_event(FEAST.replace("0707", "0708"))
    assert without.uid == ""
    assert with_uid.key == without.key == spelt.key != other.key


def test_event_written_twice_is_one():
    assert only_event(FEAST, FEAST).remarks == ()
    assert only_event(f"UID:1\n{FEAST}", f"UID:1\n{FEAST}").remarks == ()


def test_greater_sequence_replaces_the_dates():
    event = only_event(f"UID:1\nSEQUENCE:1\n{FEAST}", f"UID:1\nSEQUENCE:0\n{FEAST.replace('0707', '0708')}")
    assert [period.first for period in event.schedule.periods] == [date(2026, 7, 7)]


def test_dates_under_one_uid_and_title_are_united():
    event = only_event(f"UID:1\n{FEAST}", f"UID:1\n{FEAST.replace('0707', '0709')}")
    assert event.schedule.periods[0].extra_dates == (date(2026, 7, 7), date(2026, 7, 9))
    assert event.remarks == ("L’événement est écrit plusieurs fois sous le même identifiant : ses dates sont réunies.",)


def test_several_titles_under_one_uid_are_several_events():
    other = "UID:1\nSUMMARY:Bal\nDTSTART:20260708T210000"
    read = read_calendar(calendar_file(f"UID:1\n{FEAST}", other), horizon=HORIZON)
    assert [event.summary for event in read.events] == ["Fête de l’Été", "Bal"]
    assert len({event.uid for event in read.events}) == 2
    assert {event.uid[:2] for event in read.events} == {"1#"}


NEW_YORK = """UID:1
DTSTART;TZID=America/New_York:20270302T140000
DTEND:20270302T160000
RRULE:FREQ=DAILY;COUNT=3
EXDATE:20270303T140000
RDATE:20270310T140000"""


def test_dates_without_a_zone_are_in_that_of_the_start():
    spans = expand(schedule_of(NEW_YORK), first=date(2027, 1, 1), last=date(2027, 12, 31))
    # Twenty o'clock in Paris.
    assert [f"{span.start:%d %H}-{span.end:%H}" for span in spans] == ["02 20-22", "04 20-22", "10 20-22"]
