"""Calendar files that nobody should have written: something is said of them, quickly, and the rest is read."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.ical_oracle import calendar_file
from tests.tourism.schedule.work import calls_of
from tourism.schedule import Slot, expand
from tourism.schedule.ical import MOST_BYTES, MOST_EVENTS, CalendarError, read_calendar
from tourism.schedule.ical.rules import (
    MOST_DATES,
    MOST_DATES_WITHIN_DAYS,
    WORK_OF_FILE,
    WORK_OF_RULE,
    Budget,
    RuleError,
    dates_of_rule,
    rule_from,
)

HORIZON = date(2029, 1, 1)
CAPPED = "Le calendrier entier a trop de dates : seules les premières de cet événement sont gardées."
GOOD = "UID:bon\nSUMMARY:Bal\nDTSTART:20260714T210000\nDTEND:20260715T010000"


def read(data: bytes):
    return read_calendar(data, horizon=HORIZON)


def reasons(data: bytes) -> list[str]:
    found = read(data)
    assert [event.summary for event in found.events] == ["Bal"]
    return [problem.reason for problem in found.problems]


def remarks(vevent: str) -> tuple[str, ...]:
    (event,) = read(calendar_file(vevent)).events
    return event.remarks


@pytest.mark.parametrize(
    ("vevent", "reason"),
    [
        ("UID:1\nSUMMARY:x", "L’événement n’a pas de date de début lisible."),
        ("UID:1\nDTSTART:demain", "L’événement n’a pas de date de début lisible."),
        ("UID:1\nDTSTART:20260230T100000", "L’événement n’a pas de date de début lisible."),
        ("UID:1\nDTSTART:00010101T000000", "L’événement n’a pas de date de début lisible."),
        ("UID:1\nDTSTART:99991231T235959Z", "L’événement n’a pas de date de début lisible."),
    ],
)
def test_unreadable_event_is_put_aside_alone(vevent, reason):
    assert reasons(calendar_file(vevent, GOOD)) == [reason]


def test_problem_says_where_and_what():
    (problem,) = read(calendar_file(GOOD, "UID:1\nSUMMARY:Loto")).problems
    assert (problem.line, problem.name) == (10, "Loto")


@pytest.mark.parametrize(
    ("lines", "remark"),
    [
        ("DTEND:20260714T200000", "La fin précède le début : la fin est inconnue."),
        ("DTEND;VALUE=DATE:20260715", "La fin et le début ne sont pas de même nature : la fin est inconnue."),
        ("DTEND:22260714T200000", "DTEND est hors du calendrier (1900 à 2200) : 2226-07-14."),
        ("DTEND:20660714T200000", "L’événement dure plus de dix ans : la fin est inconnue."),
        ("DURATION:-PT1H", "La durée est impossible : l’heure de fin est inconnue."),
        ("DURATION:P99999999999W", "DURATION est illisible : P99999999999W"),
        ("RRULE:FREQ=SECONDLY", "La règle se répète toutes les secondes : elle n’est pas suivie."),
        ("RRULE:FREQ=DAILY;INTERVAL=0", "La règle se répète à un intervalle impossible (0)."),
        ("RRULE:FREQ=DAILY;COUNT=0", "La règle se répète un nombre de fois impossible (0)."),
        ("RRULE:FREQ=DAILY;COUNT=beaucoup", "RRULE est illisible : FREQ=DAILY;COUNT=beaucoup"),
        ("RRULE:FREQ=DAILY;BYHOUR=99", "La règle de répétition a une valeur impossible : BYHOUR=99."),
        ("RRULE:FREQ=MONTHLY;BYDAY=99MO", "La règle de répétition a un jour impossible : 99MO."),
        ("RRULE:FREQ=DAILY;BYEASTER=0", "La règle de répétition utilise BYEASTER, qui n’est pas lu."),
        ("RRULE:INTERVAL=2", "La règle de répétition ne dit pas sa fréquence."),
        ("RDATE:20260801T210000,n’importe quoi", "RDATE est illisible : n’importe quoi"),
        ("GEO:144;6", "La position est impossible : elle est ignorée."),
        ("ceci n’est pas une ligne", "Des lignes illisibles ont été ignorées."),
        (
            "RDATE;VALUE=DATE:20260801",
            "Une date ajoutée n’est pas de même nature que le début : elle est prise au même horaire.",
        ),
    ],
)
def test_what_is_broken_is_said_and_the_date_is_kept(lines, remark):
    (event,) = read(calendar_file(f"UID:1\nDTSTART:20260714T210000\n{lines}")).events
    assert event.remarks == (remark,)
    assert [span.day for span in expand(event.schedule, first=date(2026, 7, 14), last=date(2026, 7, 31))] == [
        date(2026, 7, 14)
    ]


def test_date_that_is_readable_survives_one_that_is_not():
    (event,) = read(calendar_file("UID:1\nDTSTART:20260714T210000\nRDATE:20260230T210000,20260801T210000")).events
    assert event.schedule.periods[0].extra_dates == (date(2026, 7, 14), date(2026, 8, 1))


def test_until_before_the_start_leaves_the_start():
    (event,) = read(calendar_file("UID:1\nDTSTART:20260714T210000\nRRULE:FREQ=DAILY;UNTIL=20260101T000000Z")).events
    assert (event.schedule.periods[0].first, event.schedule.periods[0].last) == (date(2026, 7, 14), date(2026, 7, 14))


RULES = [
    "FREQ=HOURLY",
    "FREQ=MINUTELY",
    "FREQ=MINUTELY;BYHOUR=3",
    "FREQ=MINUTELY;INTERVAL=7;BYMINUTE=0;BYHOUR=23;BYDAY=MO",
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=3",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2;BYDAY=53MO",
    "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,6,12,18;BYMINUTE=0,10,20,30,40,50",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1,-366,366",
    "FREQ=DAILY;INTERVAL=1000;BYSETPOS=2",
]


@pytest.mark.parametrize("text", RULES)
@pytest.mark.parametrize("year", [1900, 2026])
def test_work_of_a_rule_is_bounded(text, year):
    rule = rule_from({name: value.split(",") for name, value in (part.split("=") for part in text.split(";"))})
    budget = Budget()
    until = datetime.combine(HORIZON, time(0))
    dates, calls = calls_of(lambda: dates_of_rule(rule, datetime(year, 1, 1, 9), until=until, budget=budget))
    # Each date that is kept is paid for once more, as it is worked on.
    assert 0 <= WORK_OF_FILE - budget.left <= WORK_OF_RULE + MOST_DATES * 100
    assert calls <= 2_000_000
    assert len(dates.starts) <= MOST_DATES


def test_rules_of_a_file_share_one_budget():
    never = "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"
    data = calendar_file(*(f"UID:{number}\nDTSTART:20260101T090000\nRRULE:{never}" for number in range(50)))
    budget = Budget(left=100_000)
    found, calls = calls_of(lambda: read_calendar(data, horizon=HORIZON, budget=budget))
    assert len(found.events) == 50
    assert calls <= 1_000_000
    assert found.events[-1].remarks == (CAPPED,)


def test_dates_of_a_file_share_one_budget_and_each_event_that_is_capped_says_so():
    rule = "DTSTART:20200101T090000\nRRULE:FREQ=DAILY;INTERVAL=3"
    data = calendar_file(*(f"UID:{number}\n{rule}" for number in range(40)))
    found, calls = calls_of(lambda: read_calendar(data, horizon=HORIZON, budget=Budget(left=300_000)))
    whole = [event for event in found.events if CAPPED not in event.remarks]
    assert len(found.events) == 40 and 1 <= len(whole) <= 5
    assert calls <= 2_000_000
    assert all(CAPPED in event.remarks for event in found.events[len(whole) :])
    assert all(expand(event.schedule, first=date(2020, 1, 1), last=date(2020, 1, 1)) for event in found.events)


def test_what_nobody_waits_for_any_more_is_not_read_and_nothing_is_missing_then():
    data = calendar_file(
        *(f"UID:{number}\nDTSTART:20260101T090000\nRRULE:FREQ=DAILY;INTERVAL=3" for number in range(40))
    )
    asked = iter(range(1_000_000))
    found = read_calendar(data, horizon=HORIZON, budget=Budget(ended=lambda: next(asked) > 10_000))
    assert 1 < len(found.events) < 40 and not found.complete
    unread = 40 - len(found.events)
    assert [problem.reason for problem in found.problems] == [
        f"La lecture a pris trop de temps : {unread} événements ne sont pas lus."
    ]


def test_rule_of_minutes_is_capped_and_said():
    (event,) = read(calendar_file("UID:1\nDTSTART:20260101T090000\nRRULE:FREQ=MINUTELY")).events
    assert event.remarks == (
        f"La règle se répète plusieurs fois par jour : les {MOST_DATES_WITHIN_DAYS} premières dates sont gardées.",
    )
    assert len(expand(event.schedule, first=date(2026, 1, 1), last=date(2027, 1, 1))) == MOST_DATES_WITHIN_DAYS


def test_rule_of_hours_within_a_day_is_kept_whole():
    (event,) = read(calendar_file("UID:1\nDTSTART:20260101T090000\nRRULE:FREQ=MINUTELY;INTERVAL=90;COUNT=4")).events
    assert event.remarks == ()
    spans = expand(event.schedule, first=date(2026, 1, 1), last=date(2026, 1, 1))
    assert [span.start.time() for span in spans] == [time(9), time(10, 30), time(12), time(13, 30)]


def test_rule_with_a_milliard_of_dates_stops_at_the_horizon():
    (event,) = read(calendar_file("UID:1\nDTSTART:20281230T090000\nRRULE:FREQ=DAILY;COUNT=1000000000")).events
    assert (event.schedule.periods[0].first, event.schedule.periods[0].last) == (date(2028, 12, 30), HORIZON)
    assert event.remarks == ("La répétition va plus loin : les dates sont gardées jusqu’au 01/01/2029.",)


def test_old_rule_without_end_that_no_period_says_keeps_its_latest_dates():
    (event,) = read(calendar_file("UID:1\nDTSTART:20000101T090000\nRRULE:FREQ=DAILY;INTERVAL=2")).events
    (period,) = event.schedule.periods
    assert event.remarks == (f"La règle a plus de {MOST_DATES} dates : les {MOST_DATES} dernières sont gardées.",)
    # The date that the file writes out, and the latest of those that its rule gives.
    assert len(period.extra_dates) == MOST_DATES + 1
    assert (period.extra_dates[0], period.extra_dates[-1]) == (date(2000, 1, 1), date(2028, 12, 31))


def test_old_rule_without_end_that_a_period_says_loses_nothing():
    (event,) = read(calendar_file("UID:1\nDTSTART:20100101T090000\nRRULE:FREQ=DAILY\nEXDATE:20110505T090000")).events
    (period,) = event.schedule.periods
    assert event.remarks == ()
    assert (period.first, period.last, period.excluded_dates) == (date(2010, 1, 1), None, (date(2011, 5, 5),))


def test_positions_are_refused_by_the_thousand():
    with pytest.raises(RuleError):
        rule_from({"FREQ": ["YEARLY"], "BYSETPOS": list(range(1, 367))})
    with pytest.raises(RuleError):
        rule_from({"FREQ": ["YEARLY"], "BYHOUR": list(range(24)), "BYMINUTE": list(range(60)), "BYSECOND": [0, 1]})


def test_megabyte_of_private_properties_costs_nothing():
    junk = "\n".join(f"X-JUNK-{number};X-A=b:{'x' * 1000}" for number in range(1000))
    found, calls = calls_of(lambda: read(calendar_file(f"{GOOD}\n{junk}\nX-LONG:{'y' * 1_000_000}")))
    assert [event.summary for event in found.events] == ["Bal"]
    assert found.events[0].remarks == ()
    assert calls <= 100_000


def test_megabyte_of_text_is_cut_and_said():
    (event,) = read(calendar_file(f"{GOOD}\nDESCRIPTION:{'y' * 1_000_000}")).events
    assert event.remarks == ("DESCRIPTION est trop long : il est coupé.",)
    assert len(event.description) == 20_000


def test_megabyte_of_line_breaks_is_read_once():
    data = calendar_file(GOOD).replace(b"END:VEVENT", b"\n" * 1_000_000 + b" \r\nEND:VEVENT")
    assert reasons(data) == []


def test_changes_of_all_that_follows_are_counted():
    change = "UID:bon\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260714T210000\nDTSTART:20260714T2100{:02}"
    data = calendar_file(f"{GOOD}\nRRULE:FREQ=DAILY;COUNT=300", *(change.format(number % 60) for number in range(200)))
    (event,), calls = calls_of(lambda: read(data).events)
    assert event.remarks == ("L’événement a trop de dates modifiées : les dernières modifications sont gardées.",)
    assert calls <= 1_000_000


def test_picture_within_the_file_is_left_there():
    (event,) = read(calendar_file(f"{GOOD}\nATTACH;ENCODING=BASE64;VALUE=BINARY:{'QUJD' * 100_000}")).events
    assert event.images == ()


def test_file_too_big_is_refused():
    with pytest.raises(CalendarError, match="10 Mo"):
        read(b"BEGIN:VCALENDAR\r\n" + b"x" * (2 * MOST_BYTES))


@pytest.mark.parametrize("data", [b"", b"<!doctype html><title>404</title>", b"{}", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_file_that_is_no_calendar_is_refused(data):
    with pytest.raises(CalendarError, match="iCalendar"):
        read(data)


def test_calendar_without_events_is_complete():
    found = read(calendar_file())
    assert (found.events, found.problems, found.complete) == ((), (), True)


def test_cut_file_is_not_complete_and_its_last_event_is_put_aside():
    data = calendar_file(GOOD, "UID:2\nSUMMARY:Loto\nDTSTART:20260714T21", end="").removesuffix(b"END:VEVENT\r\n")
    found = read(data)
    assert [event.summary for event in found.events] == ["Bal"]
    assert [(problem.name, problem.reason) for problem in found.problems] == [
        ("Loto", "Le fichier est coupé au milieu de cet événement.")
    ]
    assert not found.complete


def test_event_that_is_not_closed_does_not_take_the_next_with_it():
    data = calendar_file("UID:2\nSUMMARY:Loto\nDTSTART:20260714T210000", GOOD).replace(b"END:VEVENT\r\n", b"", 1)
    assert [event.summary for event in read(data).events] == ["Loto", "Bal"]


def test_events_past_the_most_are_counted(monkeypatch):
    monkeypatch.setattr("tourism.schedule.ical.lines.MOST_EVENTS", 2)
    found = read(calendar_file(*(GOOD.replace("bon", str(number)) for number in range(5))))
    assert len(found.events) == 2 < MOST_EVENTS
    assert [problem.reason for problem in found.problems] == ["Le fichier a trop d’événements : 3 ne sont pas lus."]
    assert not found.complete


FOLDED = "SUMMARY:Fête de l’été à Château".encode()


@pytest.mark.parametrize("place", range(9, len(FOLDED)))
def test_line_folded_anywhere_is_joined(place):
    folded = FOLDED[:place] + b"\r\n " + FOLDED[place:]
    (event,) = read(calendar_file(GOOD).replace(b"SUMMARY:Bal", folded)).events
    assert event.summary == "Fête de l’été à Château"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: data.replace(b"\r\n", b"\r"),
        lambda data: data.replace(b"\r\n", b"\r\n\r\n"),
        lambda data: data.decode().encode("utf-16"),
        lambda data: data.decode().encode("cp1252"),
        lambda data: data.replace(b"BEGIN", b"begin").replace(b"SUMMARY", b"Summary"),
    ],
)
def test_file_of_any_program(change):
    data = calendar_file(GOOD.replace("Bal", "Été à Nîmes"))
    (event,) = read(change(data)).events
    assert event.summary == "Été à Nîmes"
    assert event.schedule.periods[0].hours[0].slots == (Slot(time(21), time(1)),)


def test_control_characters_are_left_out():
    (event,) = read(calendar_file("UID:\x001\nSUMMARY:B\x0bal\nDTSTART;TZID=Europe/Paris\x00:20260714T210000")).events
    assert (event.uid, event.summary, event.remarks) == ("1", "Bal", ())


def test_line_break_that_was_not_escaped_stays_in_the_text():
    text = "Au programme\nun bal : puis un feu\nTarif: 5 euros\nfin"
    (event,) = read(calendar_file(f"{GOOD}\nDESCRIPTION:{text}\nATTENDEE;CN=Jean Dupont:mailto:a@b.fr")).events
    assert (event.description, event.remarks) == (text, ())


def test_zone_that_changes_every_second_is_unknown():
    zones = (
        "BEGIN:VTIMEZONE\r\nTZID:Fou\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
        "TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    found, calls = calls_of(
        lambda: read(calendar_file("UID:1\nDTSTART;TZID=Fou:20260714T210000", zones=zones)).events[0]
    )
    assert found.remarks == ("Fuseau horaire inconnu (Fou) : les heures sont lues comme celles de Paris.",)
    assert calls <= 20_000


@pytest.mark.parametrize("name", ["Europe", "../../etc/passwd", "/", "x" * 5000])
def test_name_of_a_zone_is_never_a_path(name):
    (remark,) = remarks(f"UID:1\nDTSTART;TZID={name}:20260714T210000")
    assert remark.startswith("Fuseau horaire inconnu")


LINES = st.sampled_from(
    [
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VALARM",
        "END:VALARM",
        "END:VCALENDAR",
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "UID:1",
        "DTSTART:20260714T210000",
        "DTSTART;VALUE=DATE:20260714",
        "DTEND:20260714T220000Z",
        "DURATION:P1DT2H",
        "RRULE:FREQ=WEEKLY;BYDAY=SU,2MO;COUNT=3",
        "RRULE:FREQ=HOURLY;UNTIL=20260715",
        "RDATE;VALUE=PERIOD:20260714T210000Z/20260714T200000Z",
        "EXDATE;VALUE=DATE:20260714",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260714T210000",
        "RECURRENCE-ID;VALUE=DATE:20260714",
        "STATUS:CANCELLED",
        "TZID:x",
        "GEO:1",
        "CATEGORIES:",
        'ORGANIZER;CN="a:b',
        " suite",
    ]
)


@settings(deadline=None, max_examples=400)
@given(st.lists(LINES | st.text(max_size=40), max_size=30))
def test_any_lines_give_events_or_reasons(lines):
    found = read(calendar_file("\n".join(lines) or "UID:1"))
    for event in found.events:
        expand(event.schedule, first=date(2026, 7, 1), last=date(2026, 8, 1))
    assert all(problem.reason for problem in found.problems)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_calendar_or_an_error(data):
    try:
        read(b"BEGIN:VEVENT\r\nDTSTART:20260714\r\n" + data)
        read(data)
    except CalendarError as error:
        assert str(error)
