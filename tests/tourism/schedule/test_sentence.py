"""Sentences of schedules in six languages."""

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.strategies import schedules
from tests.tourism.schedule.typed_forms import changes, days, typed_dates
from tourism.schedule import LANGUAGES, Hours, NthWeekday, Override, Period, Schedule, Slot, Status, describe, expand
from tourism.schedule.grammar import GRAMMARS
from tourism.schedule.sentence import LONGEST
from tourism.schedule.typed import TypedDates, faults, schedule_of

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


def test_three_days_in_a_row_are_said_by_their_first_and_last():
    office = one(Slot(time(9), time(12)), weekdays=(1, 2, 3, 4, 5))
    assert {language: plain(describe(office, language)) for language in LANGUAGES} == {
        "fr": "du lundi au vendredi du 7~juillet au 25~août, de 9~h à 12~h",
        "en": "Monday to Friday from 7~July to 25~August, from 9~am to noon",
        "it": "dal lunedì al venerdì dal 7~luglio al 25~agosto, dalle 9 alle 12",
        "de": "Montag bis Freitag vom 7.~Juli bis 25.~August, von 9 bis 12~Uhr",
        "es": "de lunes a viernes del 7 de~julio al 25 de~agosto, de 9:00 a 12:00",
        "nl": "maandag tot en met vrijdag van 7~juli tot en met 25~augustus, van 9.00 tot 12.00~uur",
    }
    assert plain(describe(one(weekdays=(1, 2, 4)), "fr")).startswith("tous les lundis, mardis et jeudis ")


TWO_VISITS = (Slot(time(10), time(11)), Slot(time(15), time(16)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "annulé le 14~juillet à 10~h~; le 21~juillet à 15~h déplacé~: à partir de 18~h"),
        ("en", "cancelled on 14~July at 10~am; on 21~July at 3~pm: moved, now from 6~pm"),
        ("it", "annullato il 14~luglio alle 10; il 21~luglio alle 15: spostato, ora a partire dalle 18"),
        ("de", "abgesagt am 14.~Juli um 10~Uhr; am 21.~Juli um 15~Uhr: verlegt, jetzt ab 18~Uhr"),
        (
            "es",
            "cancelado el 14 de~julio a las 10:00; el 21 de~julio a las 15:00: trasladado, ahora a partir de las 18:00",
        ),
        ("nl", "geannuleerd op 14~juli om 10.00~uur; op 21~juli om 15.00~uur: verplaatst, nu vanaf 18.00~uur"),
    ],
)
def test_what_changes_for_one_of_two_visits_of_a_day_is_not_said_of_both(language, expected):
    visits = replace(
        one(*TWO_VISITS, weekdays=(2,)),
        overrides=(
            Override(day=date(2026, 7, 14), start=time(10), status=Status.CANCELLED),
            Override(day=date(2026, 7, 21), start=time(15), status=Status.MOVED, new_start=time(18)),
        ),
    )
    assert plain(describe(visits, language)).endswith(expected)


def test_both_visits_of_a_day_cancelled_one_by_one_are_its_day():
    overrides = tuple(Override(day=date(2026, 7, 14), start=slot.start, status=Status.CANCELLED) for slot in TWO_VISITS)
    visits = replace(one(*TWO_VISITS, weekdays=(2,)), overrides=overrides)
    assert plain(describe(visits, "fr")).endswith("; annulé le 14~juillet")


MONDAYS = tuple(date(2026, 6, 1) + timedelta(days=7 * number) for number in range(14))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "sauf tous les lundis du 1er~juin au 31~août"),
        ("en", "except every Monday from 1~June to 31~August"),
        ("de", "außer jeden Montag vom 1.~Juni bis 31.~August"),
    ],
)
def test_many_closed_days_are_their_weekday(language, expected):
    summer = one(first=date(2026, 6, 1), last=date(2026, 9, 6), excluded_dates=MONDAYS)
    assert plain(describe(summer, language)).endswith(f", {expected}")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "sauf à 13~dates du 1er~juin au 31~août"),
        ("en", "except on 13 dates from 1~June to 31~August"),
        ("it", "tranne in 13 date dal 1º~giugno al 31~agosto"),
        ("de", "außer an 13 Terminen vom 1.~Juni bis 31.~August"),
        ("es", "excepto en 13 fechas del 1 de~junio al 31 de~agosto"),
        ("nl", "behalve op 13 data van 1~juni tot en met 31~augustus"),
    ],
)
def test_many_closed_days_without_a_rule_are_counted_not_said_as_a_span(language, expected):
    closed = (*MONDAYS[:5], *MONDAYS[6:])
    summer = one(first=date(2026, 6, 1), last=date(2026, 9, 6), excluded_dates=closed)
    assert plain(describe(summer, language)).endswith(f", {expected}")


def test_a_year_is_said_once_for_the_dates_of_it():
    days = (date(2026, 12, 5), date(2026, 12, 12), date(2027, 1, 9), date(2027, 1, 16))
    dates = Schedule(periods=(Period(id="p", dates_only=True, extra_dates=days),))
    expected = "le 5~décembre, le 12~décembre 2026, le 9~janvier et le 16~janvier 2027"
    assert plain(describe(dates, "fr", year=2026)) == expected


def test_a_date_moved_into_the_next_year_says_so():
    day = date(2026, 12, 30)
    moved = Override(day=day, status=Status.MOVED, new_day=date(2027, 1, 6))
    evening = replace(one(Slot(time(20)), first=day, last=day), overrides=(moved,))
    assert plain(describe(evening, "fr", year=2026)) == (
        "le 30~décembre 2026, à partir de 20~h~; le 30~décembre 2026 déplacé~: le 6~janvier 2027"
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


EVENTFUL = {
    "first": "2026-07-01",
    "last": "2026-08-31",
    "weekdays": [2],
    "public_holidays": "except",
    "cancelled": ["2026-07-21"],
    "full": ["2026-07-28"],
    "changes": [
        {
            "day": "2026-08-04",
            "status": "moved",
            "new_day": "2026-08-05",
            "new_start": "17:00",
            "note": {"fr": "au bar"},
        },
        {"day": "2026-08-11", "status": "moved", "new_start": "10:00", "new_end": "12:00"},
        {"day": "2026-08-18", "status": "postponed"},
    ],
}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            "tous les mardis du 1er~juillet au 31~août, sauf les jours fériés~; annulé le 21~juillet~; "
            "le 18~août~: reporté à une date inconnue~; complet le 28~juillet~; "
            "le 4~août déplacé~: le 5~août, à partir de 17~h (au bar)~; le 11~août déplacé~: de 10~h à 12~h",
        ),
        (
            "en",
            "every Tuesday from 1~July to 31~August, except on public holidays; cancelled on 21~July; "
            "on 18~August: postponed, date to be announced; fully booked on 28~July; "
            "on 4~August: moved, now on 5~August, from 5~pm; on 11~August: moved, now from 10~am to noon",
        ),
        (
            "it",
            "ogni martedì dal 1º~luglio al 31~agosto, tranne nei giorni festivi; annullato il 21~luglio; "
            "il 18~agosto: rinviato a data da destinarsi; tutto esaurito il 28~luglio; "
            "il 4~agosto: spostato, ora il 5~agosto, a partire dalle 17; l’11~agosto: spostato, ora dalle 10 alle 12",
        ),
        (
            "de",
            "jeden Dienstag vom 1.~Juli bis 31.~August, außer an Feiertagen; abgesagt am 21.~Juli; "
            "am 18.~August: auf unbestimmte Zeit verschoben; ausgebucht am 28.~Juli; "
            "am 4.~August: verlegt, jetzt am 5.~August, ab 17~Uhr; am 11.~August: verlegt, jetzt von 10 bis 12~Uhr",
        ),
        (
            "es",
            "todos los martes del 1 de~julio al 31 de~agosto, excepto los días festivos; cancelado el 21 de~julio; "
            "el 18 de~agosto: aplazado sin fecha; completo el 28 de~julio; "
            "el 4 de~agosto: trasladado, ahora el 5 de~agosto, a partir de las 17:00; "
            "el 11 de~agosto: trasladado, ahora de 10:00 a 12:00",
        ),
        (
            "nl",
            "elke dinsdag van 1~juli tot en met 31~augustus, behalve op feestdagen; geannuleerd op 21~juli; "
            "op 18~augustus: uitgesteld, datum nog onbekend; volgeboekt op 28~juli; "
            "op 4~augustus: verplaatst, nu op 5~augustus, vanaf 17.00~uur; "
            "op 11~augustus: verplaatst, nu van 10.00 tot 12.00~uur",
        ),
    ],
)
def test_what_became_of_single_dates_is_said(language, expected):
    schedule = schedule_of(TypedDates.from_json(EVENTFUL))
    assert plain(describe(schedule, language, year=2026)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "le 1er dimanche du mois à partir du 1er~mars, de 10~h à 12~h et de 22~h à 2~h"),
        ("en", "on the first Sunday of the month from 1~March, from 10~am to noon and from 10~pm to 2~am"),
        ("it", "la prima domenica del mese a partire dal 1º~marzo, dalle 10 alle 12 e dalle 22 alle 2"),
        ("de", "am ersten Sonntag des Monats ab 1.~März, von 10 bis 12~Uhr und von 22 bis 2~Uhr"),
        ("es", "el primer domingo del mes a partir del 1 de~marzo, de 10:00 a 12:00 y de 22:00 a 2:00"),
        ("nl", "op de eerste zondag van de maand vanaf 1~maart, van 10.00 tot 12.00~uur en van 22.00 tot 2.00~uur"),
    ],
)
def test_each_month_without_end_several_times_a_day(language, expected):
    typed = {"first": "2026-03-01", "endless": True, "monthly": [{"nth": 1, "weekday": 7}], "start": "10:00"}
    typed |= {"end": "12:00", "more_slots": [{"start": "22:00", "end": "02:00"}]}
    assert plain(describe(schedule_of(TypedDates.from_json(typed)), language, year=2026)) == expected


@pytest.mark.parametrize(
    ("language", "other", "third"),
    [
        ("fr", "un lundi sur deux du 6~juillet au 28~août", "une semaine sur trois, les mardis et vendredis"),
        ("en", "every other Monday from 6~July to 28~August", "every three weeks on Tuesday and Friday"),
        ("it", "ogni due settimane il lunedì dal 6~luglio al 28~agosto", "ogni tre settimane il martedì e il venerdì"),
        ("de", "alle zwei Wochen am Montag vom 6.~Juli bis 28.~August", "alle drei Wochen am Dienstag und Freitag"),
        ("es", "cada dos semanas los lunes del 6 de~julio al 28 de~agosto", "cada tres semanas los martes y viernes"),
        ("nl", "elke twee weken op maandag van 6~juli tot en met 28~augustus", "elke drie weken op dinsdag en vrijdag"),
    ],
)
def test_one_week_of_so_many_is_said(language, other, third):
    bounds = {"first": date(2026, 7, 6), "last": date(2026, 8, 28)}
    assert plain(describe(one(**bounds, weekdays=(1,), every_weeks=2), language, year=2026)) == other
    assert plain(describe(one(**bounds, weekdays=(2, 5), every_weeks=3), language, year=2026)).startswith(third + " ")
    every_day = plain(describe(one(**bounds, every_weeks=6), language, year=2026))
    assert "6" in every_day.split(" ", 4)[-1] or "6" in every_day
    assert every_day != plain(describe(one(**bounds), language, year=2026))


def test_days_chosen_one_by_one_at_one_hour_say_the_hour_once():
    typed = {"first": "2026-07-07", "others": ["2026-07-09"], "start": "20:30"}
    expected = "le 7~juillet et le 9~juillet, à partir de 20~h~30"
    assert plain(describe(schedule_of(TypedDates.from_json(typed)), "fr", year=2026)) == expected


def test_nothing_to_say_is_empty():
    assert [describe(Schedule(), language) for language in LANGUAGES] == [""] * 6


def test_language_without_grammar_is_english():
    assert describe(one(), "ru") == describe(one(), "en")


@settings(deadline=None)
@given(schedules)
def test_every_schedule_can_be_said_in_every_language(schedule):
    for language in LANGUAGES:
        assert "  " not in describe(schedule, language)


A_LEAP_YEAR = [date(2028, 1, 1) + timedelta(days=number) for number in range(366)]
SAID_AS = {
    language: {grammar.plain_date(day, False): (day.month, day.day) for day in A_LEAP_YEAR}
    for language, grammar in GRAMMARS.items()
}
DATE_IN = {
    language: re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, sorted(said, key=len, reverse=True)))})(?!\w)")
    for language, said in SAID_AS.items()
}


def said_dates(text: str, language: str) -> set[tuple[int, int]]:
    """(month, day) of each date that a sentence says with its month."""
    return {SAID_AS[language][found] for found in DATE_IN[language].findall(text)}


def test_dates_are_found_in_sentences():
    assert said_dates(describe(one(last=date(2026, 8, 1)), "fr"), "fr") == {(7, 7), (8, 1)}
    assert said_dates(describe(one(first=date(2026, 7, 11), last=date(2026, 8, 25)), "de"), "de") == {(7, 11), (8, 25)}


def happening(schedule: Schedule) -> set[date]:
    """The days that something is or was announced on, and those that it was moved from."""
    spans = expand(schedule, first=date(2025, 12, 1), last=date(2028, 6, 30))
    return {day for span in spans for day in (span.day, span.original_day)}


@settings(deadline=None, max_examples=150)
@given(typed_dates(), st.lists(changes, max_size=3), st.sampled_from([None, 2025, 2026]))
def test_typed_dates_are_said_in_every_language_with_dates_that_are_theirs(typed, further, year):
    typed = replace(typed, changes=(*typed.changes, *further))
    if faults(typed):
        return
    schedule = schedule_of(typed)
    days = happening(schedule)
    # The bounds of a rule are said, and the days that it leaves out.
    bounds = {day for period in schedule.periods if not period.dates_only for day in (period.first, period.last) if day}
    left_out = set(typed.excluded) & happening(schedule_of(replace(typed, excluded=(), changes=())))
    allowed = {(day.month, day.day) for day in days | bounds | left_out}
    for language in LANGUAGES:
        text = describe(schedule, language, year=year)
        assert text.strip() == text != ""
        assert "  " not in text and ", ," not in text and "None" not in text
        assert said_dates(text, language) <= allowed, text


@settings(deadline=None, max_examples=100)
@given(st.lists(days, min_size=1, max_size=12, unique=True), st.lists(days, max_size=3), st.lists(changes, max_size=4))
def test_single_dates_that_are_said_are_those_on_which_something_is(listed, excluded, changed):
    typed = TypedDates(
        first=listed[0], others=tuple(sorted(listed[1:])), excluded=tuple(excluded), changes=tuple(changed)
    )
    if faults(typed):
        return
    schedule = schedule_of(typed)
    known = {(day.month, day.day) for day in happening(schedule)} | {
        (day.month, day.day) for day in excluded if day in listed
    }
    for language in LANGUAGES:
        assert said_dates(describe(schedule, language), language) <= known


def departures(start: int, end: int, step: int, *, day=date(2026, 7, 12)) -> Schedule:
    """One period for each departure, as calendars with a rule of minutes are read."""
    starts = [time(minutes // 60, minutes % 60) for minutes in range(start, end + 1, step)]
    periods = [Period(id=f"{at}", first=day, last=day, hours=(Hours(slots=(Slot(at),)),)) for at in starts]
    return Schedule(periods=tuple(periods))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "le 12~juillet, toutes les 15~minutes, de 18~h à 23~h~45"),
        ("en", "on 12~July, every 15~minutes, from 6~pm to 11:45~pm"),
        ("it", "il 12~luglio, ogni 15~minuti, dalle 18 alle 23.45"),
        ("de", "am 12.~Juli, alle 15~Minuten, von 18 bis 23:45~Uhr"),
        ("es", "el 12 de~julio, cada 15~minutos, de 18:00 a 23:45"),
        ("nl", "op 12~juli, om de 15~minuten, van 18.00 tot 23.45~uur"),
    ],
)
def test_departures_of_an_evening_are_summed_up(language, expected):
    assert plain(describe(departures(18 * 60, 23 * 60 + 45, 15), language)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "le 12~juillet, 25 fois entre 8~h et 22~h~40"),
        ("en", "on 12~July, 25 times between 8~am and 10:40~pm"),
        ("it", "il 12~luglio, 25 volte tra le 8 e le 22.40"),
        ("de", "am 12.~Juli, 25-mal zwischen 8 und 22:40~Uhr"),
        ("es", "el 12 de~julio, 25 veces entre las 8:00 y las 22:40"),
        ("nl", "op 12~juli, 25 keer tussen 8.00 en 22.40~uur"),
    ],
)
def test_many_hours_at_no_interval_are_counted_between_the_first_and_the_last(language, expected):
    morning, evening = departures(8 * 60, 10 * 60, 10), departures(20 * 60 + 10, 22 * 60 + 40, 9)
    slots = [slot for period in (*morning.periods, *evening.periods) for slot in period.hours[0].slots]
    slots = [*slots[:24], Slot(time(22, 40))]
    assert plain(describe(one(*slots, first=date(2026, 7, 12), last=date(2026, 7, 12)), language)) == expected


def test_a_few_hours_are_said_one_by_one_whatever_period_they_are_of():
    assert plain(describe(departures(14 * 60, 20 * 60, 120), "fr")) == (
        "le 12~juillet, à partir de 14~h, à partir de 16~h, à partir de 18~h et à partir de 20~h"
    )


def test_hours_of_other_days_are_not_put_together():
    first, second = departures(600, 600, 1), departures(660, 660, 1, day=date(2026, 7, 13))
    schedule = Schedule(periods=first.periods + second.periods)
    assert plain(describe(schedule, "fr")) == "le 12~juillet, à partir de 10~h~; le 13~juillet, à partir de 11~h"


def test_what_is_cancelled_is_said_also_when_the_dates_are_too_many():
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(300)]
    periods = [
        Period(id=f"{day}", first=day, last=day, hours=(Hours(slots=(Slot(time(8 + day.day % 10)),)),)) for day in days
    ]
    schedule = Schedule(periods=tuple(periods), overrides=(Override(day=days[200], status=Status.CANCELLED),))
    said = plain(describe(schedule, "fr"))
    assert said.startswith("le 1er~janvier, à partir de 9~h~; ") and len(said) <= LONGEST
    assert said.endswith("et d’autres dates~; annulé le 20~juillet")


monstrous = st.builds(
    Schedule,
    periods=st.lists(
        st.builds(
            Period,
            id=st.text(max_size=3),
            dates_only=st.booleans(),
            hours=st.lists(
                st.builds(
                    Hours,
                    weekdays=st.lists(st.integers(1, 7), max_size=4, unique=True).map(tuple),
                    public_holidays=st.booleans(),
                    slots=st.lists(
                        st.builds(Slot, start=st.none() | st.times().map(lambda at: at.replace(microsecond=0))),
                        min_size=1,
                        max_size=40,
                    ).map(tuple),
                ),
                min_size=1,
                max_size=8,
            ).map(tuple),
            extra_dates=st.lists(st.dates(), max_size=20).map(tuple),
            label=st.sampled_from([{}, {"fr": "x" * 5_000}]),
        ),
        max_size=30,
    ).map(tuple),
    closed_special_days=st.lists(st.sampled_from(["ASCENSION", "y" * 900]), max_size=20).map(tuple),
    overrides=st.lists(
        st.builds(
            Override,
            day=st.dates(),
            status=st.sampled_from([Status.CANCELLED, Status.FULL, Status.SCHEDULED]),
            note=st.sampled_from([{}, {"fr": "z" * 3_000}]),
        ),
        max_size=30,
    ).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(schedules | monstrous, st.sampled_from(LANGUAGES))
def test_a_sentence_has_a_bound_on_its_letters(schedule, language):
    assert len(describe(schedule, language)) <= LONGEST
