"""Sentences of schedules in six languages."""

from datetime import date, time

import pytest
from hypothesis import given, settings

from tests.tourism.schedule.strategies import schedules
from tourism.schedule import LANGUAGES, Hours, NthWeekday, Override, Period, Schedule, Slot, Status, describe

NBSP = "\u00a0"


def plain(text: str) -> str:
    return text.replace(NBSP, "~")


def one(*slots: Slot, first=date(2026, 7, 7), last=date(2026, 8, 25), **values) -> Schedule:
    period = Period(id="p", first=first, last=last, hours=(Hours(slots=slots or (Slot(),)),), **values)
    return Schedule(periods=(period,))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "tous les mardis du 7~juillet au 25~août, de 9~h~30 à 13~h, sauf le 14~juillet"),
        ("en", "every Tuesday from 7~July to 25~August, from 9:30~am to 1~pm, except on 14~July"),
        ("it", "ogni martedì dal 7~luglio al 25~agosto, dalle 9.30 alle 13, tranne il 14~luglio"),
        ("de", "jeden Dienstag vom 7.~Juli bis 25.~August, von 9:30 bis 13~Uhr, außer am 14.~Juli"),
        ("es", "todos los martes del 7 de~julio al 25 de~agosto, de 9:30 a 13:00, excepto el 14 de~julio"),
        ("nl", "elke dinsdag van 7~juli tot en met 25~augustus, van 9.30 tot 13.00~uur, behalve op 14~juli"),
    ],
)
def test_market_on_tuesdays_but_one(language, expected):
    market = one(Slot(time(9, 30), time(13)), weekdays=(2,))
    market = Schedule(periods=market.periods, closed_dates=(date(2026, 7, 14),))
    assert plain(describe(market, language)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "le 1er~août 2026, à partir de 21~h"),
        ("en", "on 1~August 2026, from 9~pm"),
        ("it", "il 1º~agosto 2026, a partire dalle 21"),
        ("de", "am 1.~August 2026, ab 21~Uhr"),
        ("es", "el 1 de~agosto de 2026, a partir de las 21:00"),
        ("nl", "op 1~augustus 2026, vanaf 21.00~uur"),
    ],
)
def test_single_evening_of_another_year(language, expected):
    concert = one(Slot(time(21)), first=date(2026, 8, 1), last=date(2026, 8, 1))
    assert plain(describe(concert, language, year=2025)) == expected


def test_year_is_left_out_when_it_is_the_present_one():
    assert plain(describe(one(), "fr", year=2026)) == "tous les jours du 7~juillet au 25~août"


def test_years_are_said_when_there_are_several():
    winter = one(first=date(2026, 12, 19), last=date(2027, 3, 28))
    assert plain(describe(winter, "fr")) == "tous les jours du 19~décembre 2026 au 28~mars 2027"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "le 1er dimanche du mois du 7~juillet au 25~août"),
        ("it", "la prima domenica del mese dal 7~luglio al 25~agosto"),
        ("de", "am ersten Sonntag des Monats vom 7.~Juli bis 25.~August"),
    ],
)
def test_nth_weekday(language, expected):
    assert plain(describe(one(nth_weekdays=(NthWeekday(1, 7),)), language)) == expected


def test_italian_elides_before_eight_and_eleven():
    festival = one(Slot(time(1), time(8)), first=date(2026, 8, 8), last=date(2026, 9, 11))
    assert plain(describe(festival, "it")) == "tutti i giorni dall’8~agosto all’11~settembre, dall’1 alle 8"


def test_hours_that_depend_on_the_day():
    period = Period(
        id="p",
        first=date(2026, 4, 1),
        last=date(2026, 10, 31),
        every_year=True,
        hours=(
            Hours(weekdays=(1, 2, 4), slots=(Slot(time(9), time(12)), Slot(time(14), time(18)))),
            Hours(weekdays=(6, 7), public_holidays=True, slots=(Slot(time(10), time(0)),)),
        ),
    )
    schedule = Schedule(periods=(period,), closed_special_days=("PREMIER_MAI", "LUNDI_PAQUES"))
    assert plain(describe(schedule, "fr")) == (
        "du 1er~avril au 31~octobre, tous les lundis, mardis et jeudis de 9~h à 12~h et de 14~h à 18~h, "
        "tous les samedis et dimanches et les jours fériés de 10~h à minuit, chaque année~; "
        "fermé le 1er~mai et le lundi de Pâques"
    )


def test_departures_every_half_hour():
    train = one(Slot(time(10), time(17), every_minutes=30), first=date(2026, 7, 14), last=date(2026, 7, 14))
    assert plain(describe(train, "fr")) == "le 14~juillet, de 10~h à 17~h toutes les 30~minutes"


def test_open_all_year():
    assert describe(Schedule(periods=(Period(id="p"),)), "fr") == "tous les jours toute l’année"


def test_dates_alone_and_their_exceptions():
    period = Period(id="p", dates_only=True, extra_dates=(date(2026, 7, 3), date(2026, 7, 10), date(2026, 7, 17)))
    overrides = (
        Override(day=date(2026, 7, 10), status=Status.CANCELLED),
        Override(day=date(2026, 7, 17), status=Status.MOVED, new_day=date(2026, 7, 18), new_start=time(20)),
    )
    assert plain(describe(Schedule(periods=(period,), overrides=overrides), "fr")) == (
        "le 3~juillet, le 10~juillet et le 17~juillet~; annulé le 10~juillet~; "
        "le 17~juillet déplacé~: le 18~juillet, à partir de 20~h"
    )


def test_nothing_to_say_is_empty():
    assert [describe(Schedule(), language) for language in LANGUAGES] == [""] * 6


def test_language_without_grammar_is_english():
    assert describe(one(), "ru") == describe(one(), "en")


@settings(deadline=None)
@given(schedules)
def test_every_schedule_can_be_said_in_every_language(schedule):
    for language in LANGUAGES:
        assert "  " not in describe(schedule, language)
