"""What is written of an event: identity, state, dates, texts."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest

from tests.tourism.schedule.ical_oracle import facts_of, facts_of_file
from tourism.schedule import Hours, NthWeekday, Override, Period, Schedule, Slot, Status
from tourism.schedule.ical import CalendarEntry, read_calendar, write_calendar
from tourism.schedule.ical.patterns import pattern_of

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
MORNING, WHOLE_DAY = Slot(time(9), time(13)), Slot()


def schedule(first: date, last: date | None, slot: Slot = MORNING, *overrides: Override, **values) -> Schedule:
    period = Period(id="été", first=first, last=last, hours=(Hours(slots=(slot,)),), **values)
    return Schedule(periods=(period,), overrides=overrides)


def entry(dates: Schedule, **values) -> CalendarEntry:
    modified = datetime(2026, 5, 1, 10, tzinfo=UTC)
    return CalendarEntry(
        uid="evenement-7@exemple.fr", schedule=dates, modified=modified, **{"summary": {"fr": "Fête"}} | values
    )


def events(one: CalendarEntry, language: str = "fr") -> list[icalendar.Event]:
    data = write_calendar([one], language=language, first=FIRST, last=LAST)
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def lines(one: CalendarEntry, name: str) -> list[str]:
    """The unfolded lines of a property, of every VEVENT in order."""
    data = write_calendar([one], language="fr", first=FIRST, last=LAST).replace(b"\r\n ", b"").decode()
    inside = data.partition("END:VTIMEZONE")[2]
    return [line for line in inside.split("\r\n") if line.startswith((f"{name}:", f"{name};"))]


TUESDAYS = schedule(date(2026, 7, 7), date(2026, 8, 25), weekdays=(2,))


def test_rule_is_written_as_a_rule_with_what_it_leaves_out():
    one = entry(replace(TUESDAYS, closed_dates=(date(2026, 7, 14),)))
    assert lines(one, "DTSTART") == ["DTSTART;TZID=Europe/Paris:20260707T090000"]
    assert lines(one, "DTEND") == ["DTEND;TZID=Europe/Paris:20260707T130000"]
    assert lines(one, "RRULE") == ["RRULE:FREQ=WEEKLY;UNTIL=20260825T070000Z;BYDAY=TU"]
    assert lines(one, "EXDATE") == ["EXDATE;TZID=Europe/Paris:20260714T090000"]


def test_whole_days_end_on_the_day_after_the_last():
    (event,) = events(entry(schedule(date(2026, 7, 7), date(2026, 7, 9), WHOLE_DAY)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 7, 7), date(2026, 7, 10))
    assert "RRULE" not in event
    (single,) = events(entry(schedule(date(2026, 7, 7), date(2026, 7, 7), WHOLE_DAY)))
    assert (single["DTSTART"].dt, single["DTEND"].dt) == (date(2026, 7, 7), date(2026, 7, 8))


def test_rule_of_whole_days_ends_with_a_date():
    one = entry(schedule(date(2026, 7, 7), date(2026, 8, 25), WHOLE_DAY, weekdays=(2,)))
    assert lines(one, "DTSTART") == ["DTSTART;VALUE=DATE:20260707"]
    assert lines(one, "RRULE") == ["RRULE:FREQ=WEEKLY;UNTIL=20260825;BYDAY=TU"]


def test_unknown_end_is_not_written():
    (event,) = events(entry(schedule(date(2026, 7, 7), date(2026, 7, 7), Slot(time(21)))))
    assert not {"DTEND", "DURATION"} & set(event)


def test_opening_of_which_only_the_end_is_known_is_a_day_and_says_so():
    (event,) = events(entry(schedule(date(2026, 7, 7), date(2026, 7, 7), Slot(None, time(18)))))
    assert event["DTSTART"].dt == date(2026, 7, 7)
    assert str(event["DESCRIPTION"]) == "Jusqu’à 18\u00a0h"


def test_changed_dates_are_exceptions_of_their_rule():
    off = Override(day=date(2026, 7, 14), status=Status.CANCELLED)
    moved = Override(
        day=date(2026, 7, 21),
        status=Status.MOVED,
        new_day=date(2026, 7, 22),
        new_start=time(10),
        note={"fr": "Au parc"},
    )
    full = Override(day=date(2026, 7, 28), status=Status.FULL)
    rule, *changes = events(entry(replace(TUESDAYS, overrides=(off, moved, full))))
    assert "EXDATE" not in rule
    assert [
        (
            event["RECURRENCE-ID"].dt.isoformat(),
            event["DTSTART"].dt.isoformat(),
            event["STATUS"],
            str(event.get("DESCRIPTION", "")),
        )
        for event in changes
    ] == [
        ("2026-07-14T09:00:00+02:00", "2026-07-14T09:00:00+02:00", "CANCELLED", ""),
        ("2026-07-21T09:00:00+02:00", "2026-07-22T10:00:00+02:00", "CONFIRMED", "Au parc"),
        ("2026-07-28T09:00:00+02:00", "2026-07-28T09:00:00+02:00", "CONFIRMED", "Complet"),
    ]
    assert len({event["UID"] for event in (rule, *changes)}) == 1


def test_night_on_which_clocks_change_is_written_out():
    one = entry(schedule(date(2026, 3, 21), date(2026, 4, 11), Slot(time(22), time(4)), weekdays=(6,)))
    rule, change = events(one)
    assert (rule["DTEND"].dt - rule["DTSTART"].dt) == timedelta(hours=6)
    assert [change[name].dt.isoformat() for name in ("RECURRENCE-ID", "DTSTART", "DTEND")] == [
        "2026-03-28T22:00:00+01:00",
        "2026-03-28T22:00:00+01:00",
        "2026-03-29T04:00:00+02:00",
    ]


def test_rule_does_not_begin_on_the_night_that_lacks_an_hour():
    first, *rest = events(entry(schedule(date(2026, 3, 28), date(2026, 4, 18), Slot(time(22), time(4)), weekdays=(6,))))
    assert [event["DTSTART"].dt.date() for event in (first, *rest)] == [date(2026, 4, 4), date(2026, 3, 28)]
    assert "RECURRENCE-ID" not in rest[0]


@pytest.mark.parametrize(
    ("values", "status"),
    [({}, "CONFIRMED"), ({"to_be_confirmed": True}, "TENTATIVE"), ({"cancelled": True}, "CANCELLED")],
)
def test_state_of_an_event(values, status):
    assert [event["STATUS"] for event in events(entry(TUESDAYS, **values))] == [status]


@pytest.mark.parametrize("status", [Status.POSTPONED, Status.CANCELLED, Status.SUSPENDED])
def test_date_that_does_not_take_place_is_cancelled(status):
    one = entry(schedule(date(2026, 7, 7), date(2026, 7, 7), MORNING, Override(day=date(2026, 7, 7), status=status)))
    assert [event["STATUS"] for event in events(one)] == ["CANCELLED"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Reporté à une date inconnue"),
        ("en", "Postponed, date to be announced"),
        ("it", "Rinviato a data da destinarsi"),
        ("de", "Auf unbestimmte Zeit verschoben"),
        ("es", "Aplazado sin fecha"),
        ("nl", "Uitgesteld, datum nog onbekend"),
    ],
)
def test_postponed_date_says_so_in_words(language, told):
    day = Override(day=date(2026, 7, 7), status=Status.POSTPONED)
    one = entry(schedule(date(2026, 7, 7), date(2026, 7, 7), MORNING, day), description={})
    (written,) = icalendar.Calendar.from_ical(write_calendar([one], language=language, first=FIRST, last=LAST)).events
    assert written["DESCRIPTION"] == told


def test_cancelled_event_stays_cancelled_when_all_its_dates_are():
    one = entry(replace(TUESDAYS, temporarily_closed=True))
    assert {str(event["STATUS"]) for event in events(one)} == {"CANCELLED"}
    assert facts_of_file(
        write_calendar([one], language="fr", first=FIRST, last=LAST), FIRST, LAST, exact=True
    ) == facts_of([one.schedule], FIRST, LAST)


IRREGULAR = Schedule(
    periods=(
        Period(
            id="x",
            dates_only=True,
            extra_dates=(date(2026, 7, 1), date(2026, 7, 14), date(2026, 8, 2)),
            hours=(Hours(slots=(MORNING,)),),
        ),
    )
)


def test_uids_of_single_dates_stay_when_a_date_is_added_or_moved():
    uids = [str(event["UID"]) for event in events(entry(IRREGULAR))]
    assert uids == [f"evenement-7-2026{day}T090000@exemple.fr" for day in ("0701", "0714", "0802")]
    period = replace(IRREGULAR.periods[0], extra_dates=(*IRREGULAR.periods[0].extra_dates, date(2026, 8, 9)))
    moved = Override(day=date(2026, 7, 14), status=Status.MOVED, new_day=date(2026, 7, 15))
    later = entry(Schedule(periods=(period,), overrides=(moved,)), sequence=1)
    assert [str(event["UID"]) for event in events(later)][:3] == uids
    assert {str(event["RELATED-TO"]) for event in events(later)} == {"evenement-7@exemple.fr"}
    assert lines(later, "SEQUENCE") == ["SEQUENCE:1"] * 4


def test_event_of_one_date_or_one_rule_has_its_own_uid():
    for dates in (TUESDAYS, schedule(date(2026, 7, 7), date(2026, 7, 7))):
        (event,) = events(entry(dates))
        assert event["UID"] == "evenement-7@exemple.fr"
        assert "RELATED-TO" not in event


def test_no_two_events_of_a_file_share_uid_and_date():
    twice = replace(TUESDAYS.periods[0], hours=(Hours(slots=(MORNING, Slot(time(9), time(10)))),))
    one = entry(Schedule(periods=(twice, replace(twice, id=""))))
    identities = [(str(event["UID"]), str(event.get("RECURRENCE-ID"))) for event in events(one)]
    assert len(identities) == len(set(identities))


def test_same_event_gives_the_same_bytes():
    one = entry(IRREGULAR, categories=("b", "a"))
    assert write_calendar([one], language="fr", first=FIRST, last=LAST) == write_calendar(
        [one], language="fr", first=FIRST, last=LAST
    )


def test_text_is_in_the_language_asked_for_or_says_which_it_is():
    one = entry(TUESDAYS, summary={"fr": "Marché", "it": "Mercato"}, description={"fr": "Sur la place"})
    (event,) = events(one, "it")
    assert (str(event["SUMMARY"]), event["SUMMARY"].params["LANGUAGE"]) == ("Mercato", "it")
    assert (str(event["DESCRIPTION"]), event["DESCRIPTION"].params["LANGUAGE"]) == ("Sur la place", "fr")


@pytest.mark.parametrize(
    ("description", "said_in"),
    [({"it": "Ciao"}, ""), ({"fr": "Salut"}, "fr"), ({}, "fr")],
)
def test_words_of_two_languages_are_labelled_with_neither(description, said_in):
    full = Override(date(2026, 7, 7), status=Status.FULL, note={"fr": "Sur liste d’attente"})
    one = entry(schedule(date(2026, 7, 7), date(2026, 7, 7), MORNING, full), description=description)
    (event,) = events(one)
    told = "\n".join(("Complet", "Sur liste d’attente", *description.values()))
    assert str(event["DESCRIPTION"]) == told
    assert event["DESCRIPTION"].params.get("LANGUAGE", "") == said_in


@pytest.mark.parametrize(
    ("language", "title"),
    [("de", "Market"), ("nl", "Market"), ("it", "Marché"), ("es", "Marché"), ("fr", "Marché"), ("en", "Market")],
)
def test_language_that_lacks_is_stood_in_for_by_the_one_its_readers_more_likely_read(language, title):
    """As in the web app and in feeds."""
    (event,) = events(entry(TUESDAYS, summary={"fr": "Marché", "en": "Market"}), language)
    assert str(event["SUMMARY"]) == title
    assert event["SUMMARY"].params["LANGUAGE"] == ("fr" if title == "Marché" else "en")


def test_fields_come_back_as_they_were():
    one = entry(
        TUESDAYS,
        summary={"fr": "Fête; du «\u00a0pain\u00a0», été"},
        description={"fr": "Un\ndeux, trois\\n quatre " + "très long " * 30},
        sequence=4,
        location="Place de l’Église, Digne",
        geo=(44.09, 6.23),
        url="https://exemple.fr/a?b=1,2;c",
        categories=("Pain, vin", "Fête"),
        organizer="Comité: des fêtes",
        email="fetes@exemple.fr",
        images=("https://exemple.fr/a.jpg",),
        to_be_confirmed=True,
    )
    data = write_calendar([one], language="fr", first=FIRST, last=LAST, name="Agenda")
    read = read_calendar(data, horizon=LAST)
    (event,) = read.events
    assert read.name == "Agenda"
    for name in ("uid", "sequence", "location", "geo", "url", "categories", "organizer", "email", "images"):
        assert getattr(event, name) == getattr(one, name)
    assert (event.summary, event.description) == (one.summary["fr"], one.description["fr"].strip())
    assert (event.status, event.last_modified, event.language) == ("TENTATIVE", one.modified, "fr")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


@pytest.mark.parametrize("text", ["a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\x00\x0by", "\ud800", "a\\nb"])
def test_no_text_escapes_from_its_property(text):
    one = entry(
        TUESDAYS, summary={"fr": text}, description={"fr": text}, location=text, categories=(text,), organizer=text
    )
    one = replace(
        one, uid=f"1{text}", url=f"https://exemple.fr/{text}", email=f"a@b.fr{text}", images=(f"http://{text}",)
    )
    (event,) = events(one)
    assert "\x00" not in str(event["SUMMARY"])
    assert str(event["STATUS"]) == "CONFIRMED"


def test_zone_changes_clocks_when_paris_does():
    data = write_calendar([entry(TUESDAYS)], language="fr", first=FIRST, last=LAST)
    # Under another name nothing but the description in the file tells what the zone is.
    renamed = data.replace(b"TZID:Europe/Paris", b"TZID:Chez nous").replace(b"TZID=Europe/Paris", b"TZID=Chez nous")
    single = renamed.replace(b"RRULE:FREQ=W", b"X-NOTHING:W").replace(b"DTEND;", b"X-NOTHING;")
    for local, utc in (("0329T015959", 0), ("0329T030000", 1), ("1025T023000", 0), ("1025T030000", 2)):
        data = single.replace(b"20260707T090000", f"2026{local}".encode())
        (event,) = read_calendar(data, horizon=LAST).events
        ((start, _, _),) = facts_of([event.schedule], FIRST, LAST)
        assert (start.hour, event.remarks) == (utc, ())


def test_schedule_of_another_zone_is_written_in_utc():
    one = entry(replace(TUESDAYS, timezone="America/New_York"))
    assert lines(one, "DTSTART")[0] == "DTSTART:20260707T130000Z"
    data = write_calendar([one], language="fr", first=FIRST, last=LAST)
    assert facts_of_file(data, FIRST, LAST, exact=True) == facts_of([one.schedule], FIRST, LAST)


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({}, "FREQ=DAILY"),
        ({"weekdays": (2, 4)}, "FREQ=WEEKLY;BYDAY=TU,TH"),
        ({"nth_weekdays": (NthWeekday(1, 2),)}, "FREQ=MONTHLY;BYDAY=1TU"),
        ({"weekdays": (2,), "every_weeks": 2}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ({"nth_weekdays": (NthWeekday(-1, 2),)}, "FREQ=MONTHLY;BYDAY=-1TU"),
        ({"nth_weekdays": (NthWeekday(2, None),)}, "FREQ=MONTHLY;BYMONTHDAY=2"),
    ],
)
def test_period_without_end_is_a_rule_without_end(values, rule):
    assert lines(entry(schedule(date(2026, 1, 1), None, **values)), "RRULE") == [f"RRULE:{rule}"]


def test_period_without_end_closed_on_a_movable_day_ends_with_the_window():
    dates = replace(schedule(date(2026, 1, 1), None), closed_special_days=("ASCENSION",))
    assert lines(entry(dates), "RRULE") == ["RRULE:FREQ=DAILY;UNTIL=20261231T080000Z"]
    assert lines(entry(dates), "EXDATE") == ["EXDATE;TZID=Europe/Paris:20260514T090000"]


def test_rule_without_end_leaves_out_days_long_after_the_window():
    dates = schedule(date(2026, 1, 5), None, weekdays=(1,), excluded_dates=(date(2029, 1, 1),))
    assert lines(entry(dates), "EXDATE") == ["EXDATE;TZID=Europe/Paris:20290101T090000"]
    assert lines(entry(dates), "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=MO"]


def test_days_that_are_no_rule_have_no_pattern():
    assert pattern_of([date(2026, 7, 1), date(2026, 7, 8)]) is None
    assert pattern_of([date(2026, 7, 1), date(2026, 7, 9), date(2026, 9, 28), date(2026, 10, 4)]) is None


def test_every_other_week_is_a_rule():
    days = [date(2026, 7, 1) + timedelta(days=14 * number) for number in range(5)]
    pattern = pattern_of(days)
    assert pattern is not None
    assert (pattern.parts, pattern.excluded) == ({"FREQ": "WEEKLY", "INTERVAL": 2, "BYDAY": ["WE"]}, ())
