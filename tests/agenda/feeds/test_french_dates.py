"""Days and hours of cells."""

import time as clock
from calendar import Calendar
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.sources.feeds.french_dates import DateError, Days, Said, said_in, slots_in, time_in
from agenda.sources.feeds.sheet_dates import typed_dates
from tourism.schedule import NthWeekday, Slot, describe, expand
from tourism.schedule.special_days import is_public_holiday
from tourism.schedule.typed import TypedDates, schedule_of

TODAY, NOVEMBER = date(2026, 5, 1), date(2026, 11, 26)
D, T = date, time


def days_in(text: str, *, today: date) -> Days:
    (said,) = said_in(text, today=today)
    return said.days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/07/2026", Days(D(2026, 7, 12))),
        ("12/07/26", Days(D(2026, 7, 12))),
        ("12.07.2026", Days(D(2026, 7, 12))),
        ("2026-07-12", Days(D(2026, 7, 12))),
        ("2026-07-12 20:30", Days(D(2026, 7, 12))),
        ("46215", Days(D(2026, 7, 12))),
        ("Dimanche 12 juillet 2026", Days(D(2026, 7, 12))),
        ("1er août", Days(D(2026, 8, 1))),
        ("12 juil.", Days(D(2026, 7, 12))),
        ("14 février", Days(D(2026, 2, 14))),
        ("3 janvier", Days(D(2027, 1, 3))),
        ("du 12 au 14 juillet 2026", Days(D(2026, 7, 12), D(2026, 7, 14))),
        ("Du 30 juin au 2 juillet 2026", Days(D(2026, 6, 30), D(2026, 7, 2))),
        ("12/07/2026 - 14/07/2026", Days(D(2026, 7, 12), D(2026, 7, 14))),
        ("du 28 décembre 2026 au 3 janvier 2027", Days(D(2026, 12, 28), D(2027, 1, 3))),
        ("12 et 14 juillet 2026", Days(D(2026, 7, 12), others=(D(2026, 7, 14),))),
        ("12, 13 et 15 juillet 2026", Days(D(2026, 7, 12), others=(D(2026, 7, 13), D(2026, 7, 15)))),
        ("12/07/2026 et 15/08/2026", Days(D(2026, 7, 12), others=(D(2026, 8, 15),))),
        ("tous les mardis du 7 juillet au 25 août 2026", Days(D(2026, 7, 7), D(2026, 8, 25), (2,))),
        ("les mardis et jeudis du 7/07/2026 au 25/08/2026", Days(D(2026, 7, 7), D(2026, 8, 25), (2, 4))),
        ("dimanche 12 juillet 2026 à 20h30", Days(D(2026, 7, 12))),
        ("les samedis 11 et 18 juillet 2026", Days(D(2026, 7, 11), others=(D(2026, 7, 18),))),
        ("du lundi au vendredi du 6 au 31 juillet 2026", Days(D(2026, 7, 6), D(2026, 7, 31), (1, 2, 3, 4, 5))),
        ("tous les jours du 6 au 9 juillet 2026 inclus", Days(D(2026, 7, 6), D(2026, 7, 9))),
        ("12 juillet 26", Days(D(2026, 7, 12))),
        ("20260712", Days(D(2026, 7, 12))),
        ("Sam. 11 juil. 2026 – 21h", Days(D(2026, 7, 11))),
        ("5-7 juillet 2026", Days(D(2026, 7, 5), D(2026, 7, 7))),
    ],
)
def test_days(text, days):
    assert days_in(text, today=TODAY) == days


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("bientôt", "n’est pas lisible"),
        ("31/02/2026", "n’est pas un jour qui existe"),
        ("45 juillet 2026", "n’est pas un jour qui existe"),
        ("du 14/07/2026 au 12/07/2026", "finit avant"),
        ("12/07/9999", "se rendre"),
        ("", "n’est pas lisible"),
    ],
)
def test_what_is_no_day_says_why(text, sentence):
    with pytest.raises(DateError, match=sentence):
        days_in(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("20h30", [(time(20, 30), None)]),
        ("20 h", [(time(20), None)]),
        ("20:30 - 22:00", [(time(20, 30), time(22))]),
        ("de 9h à 12h et de 14h à 18h", [(time(9), time(12)), (time(14), time(18))]),
        ("de 10h à minuit", [(time(10), time(0))]),
        ("midi", [(time(12), None)]),
        ("14h et 16h", [(time(14), None), (time(16), None)]),
        ("14h, 16h et 20h", [(time(14), None), (time(16), None), (time(20), None)]),
        ("9h-12h / 14h-18h", [(time(9), time(12)), (time(14), time(18))]),
        ("de 9 à 12h", [(time(9), time(12))]),
        ("9-12h", [(time(9), time(12))]),
        ("à partir de 14h jusqu’à minuit", [(time(14), time(0))]),
        ("22h-2h", [(time(22), time(2))]),
        ("toute la journée", []),
        ("?", []),
        ("", []),
    ],
)
def test_hours(text, hours):
    assert [(slot.start, slot.end) for slot in slots_in(text)] == hours


def test_one_hour_of_a_cell():
    assert [time_in(text) for text in ("20", "20h30", "0.8541666667", "toute la journée", "")] == [
        time(20),
        time(20, 30),
        time(20, 30),
        None,
        None,
    ]
    for text in ("le soir", "20h et 22h"):
        with pytest.raises(DateError):
            time_in(text)


@pytest.mark.parametrize(
    "text", ["20h30 (ouverture 20h)", "10 hectares", "20.30", "25h", "minuit", "9 à 12h", "19h 20h", "le soir"]
)
def test_hours_that_are_not_wholly_understood_are_none(text):
    with pytest.raises(DateError, match="pas lisible"):
        slots_in(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("du lundi 5 au vendredi 9 juillet", [(Days(D(2027, 7, 5), D(2027, 7, 9)), "")]),
        # The last Friday the 12th of June is in 2026: a table of last summer.
        ("vendredi 12 et samedi 13 juin", [(Days(D(2026, 6, 12), others=(D(2026, 6, 13),)), "")]),
        ("vendredi 12 et 13 juin", [(Days(D(2026, 6, 12), others=(D(2026, 6, 13),)), "")]),
        ("31 décembre et 1er janvier 2027", [(Days(D(2026, 12, 31), others=(D(2027, 1, 1),)), "")]),
        ("31 décembre et 1er janvier", [(Days(D(2026, 12, 31), others=(D(2027, 1, 1),)), "")]),
        ("du 20 décembre au 3 janvier 2027", [(Days(D(2026, 12, 20), D(2027, 1, 3)), "")]),
        ("du 20 décembre 2026 au 3 janvier", [(Days(D(2026, 12, 20), D(2027, 1, 3)), "")]),
        ("20/12 au 03/01/2027", [(Days(D(2026, 12, 20), D(2027, 1, 3)), "")]),
        ("20 décembre au 3 janvier", [(Days(D(2026, 12, 20), D(2027, 1, 3)), "")]),
        (
            "tous les mercredis du 7 juillet au 25 août 2027 sauf le 14",
            [(Days(D(2027, 7, 7), D(2027, 8, 25), (3,), (), (D(2027, 7, 14),)), "")],
        ),
        (
            "du 7 au 9 juillet 2027, 20h30 (sauf le 8)",
            [(Days(D(2027, 7, 7), D(2027, 7, 9), excluded=(D(2027, 7, 8),)), "20:30")],
        ),
        (
            "samedi 12 décembre de 10h à 18h et dimanche 13 de 10h à 17h",
            [(Days(D(2026, 12, 12)), "10:00-18:00"), (Days(D(2026, 12, 13)), "10:00-17:00")],
        ),
        (
            "mercredi 7 juillet 2027 à 20h30, vendredi 9 à 18h",
            [(Days(D(2027, 7, 7)), "20:30"), (Days(D(2027, 7, 9)), "18:00")],
        ),
        ("12 juin 2027 de 9 à 12h", [(Days(D(2027, 6, 12)), "09:00-12:00")]),
        ("12 juillet 2027 20-22h", [(Days(D(2027, 7, 12)), "20:00-22:00")]),
        ("46082,854166", [(Days(D(2026, 3, 1)), "20:30")]),
        ("2027-06-12T20:30:00Z", [(Days(D(2027, 6, 12)), "22:30")]),
        ("2027-12-31T23:30:00Z", [(Days(D(2028, 1, 1)), "00:30")]),
        ("2027-06-12T20:30:00+02:00", [(Days(D(2027, 6, 12)), "20:30")]),
        ("2027-06-12 20:30:00", [(Days(D(2027, 6, 12)), "20:30")]),
        ("12/06/2027 00:00:00", [(Days(D(2027, 6, 12)), "")]),
        ("12 juillet 2027 à 14h et 16h", [(Days(D(2027, 7, 12)), "14:00 16:00")]),
        ("tous les mardis à 18h du 6 juillet au 31 août 2027", [(Days(D(2027, 7, 6), D(2027, 8, 31), (2,)), "18:00")]),
        (
            "12 septembre et 3 octobre 2027, 14h ; 17 octobre 2027, 16h",
            [(Days(D(2027, 9, 12), others=(D(2027, 10, 3),)), "14:00"), (Days(D(2027, 10, 17)), "16:00")],
        ),
    ],
)
def test_what_was_once_read_wrongly(text, said):
    def hours(slots: tuple[Slot, ...]) -> str:
        return " ".join(f"{slot.start:%H:%M}" + (f"-{slot.end:%H:%M}" if slot.end else "") for slot in slots)

    assert [(one.days, hours(one.slots)) for one in said_in(text, today=NOVEMBER)] == said


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tous les mardis du 7 juillet au 25 août 2027 sauf le 14", "n’est pas un de ces jours"),
        ("tous les jours du 7 juillet au 25 août 2027 sauf le 14", "plusieurs de ces jours"),
        ("mardi 7 juillet 2027 à 20h30", "07/07/2027 n’est pas un mardi"),
        ("30 et 1er août 2027", "mois du 30"),
        ("le 9 à 12h", "mois du 9"),
        ("12 juillet 2027, 9 à 12h", "12h"),
        ("14h le 12 juillet, 16h le 13 juillet", "16h"),
        ("12 juillet à 20h30, 14 juillet", "heures de tous ses jours"),
        ("à partir du 12 juillet", "a partir du"),
        ("jusqu’au 12 juillet", "jusqu'au"),
        ("tous les mardis", "pas lisible"),
        ("en juillet", "quels jours du mois"),
        ("12 juillet et août", "quels jours du mois"),
        ("tous les mardis du mois", "du mois"),
        ("jours fériés", "jours feries"),
        ("du 4 avril au 31 octobre 2027, jours fériés", "jours feries"),
        ("12 juillet 2027 sauf jours fériés", "de quel jour à quel jour"),
        ("le premier ou le deuxième mardi du mois", "premier"),
        ("le premier mardi", "premier"),
        ("le premier mardi 12 juillet 2027", "premier"),
        ("le premier dimanche du mois et les jours fériés", "deux lignes"),
        ("le premier dimanche du mois, le 12 juillet 2027", "deux lignes"),
        ("tous les mardis et le premier dimanche du mois", "le"),
        ("tous les jours de mai sauf le premier mardi du mois", "le"),
        ("premier week-end du mois", "week"),
        ("le 15 de chaque mois", "de chaque mois"),
        ("tous les jours de mai sauf les jours fériés de 9h à 12h", "de"),
        ("tous les jours de mai de 9h à 12h et les jours fériés de 14h à 18h", "de"),
        ("tous les jours de mai, jours fériés exclus", "exclus"),
        ("tous les mardis, le 12 juillet 2027", "de quel jour"),
        ("12 juillet (reporté au 13)", "reporte"),
        ("un mardi sur deux du 7 juillet au 25 août", "un"),
        ("du 12 au 13 juillet 2027 de 22h à 2h", "une nuit ou deux"),
        ("12 juillet à minuit", "minuit"),
        ("20h 12 juillet", "juillet"),
        ("12 juillet 20 août", "20"),
    ],
)
def test_what_can_be_read_in_two_ways_or_not_to_its_end_says_why(text, reason):
    with pytest.raises(DateError, match=reason):
        said_in(text, today=NOVEMBER)


def of_months(first: date, last: date | None, *nths: tuple[int, int], holidays: str = "") -> Days:
    endless = last is None
    return Days(first, last, monthly=tuple(NthWeekday(*nth) for nth in nths), holidays=holidays, endless=endless)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("le premier dimanche du mois", of_months(D(2026, 1, 1), None, (1, 7))),
        ("tous les 1ers dimanches du mois à 10h", of_months(D(2026, 1, 1), None, (1, 7))),
        ("1er et 3e dimanche du mois", of_months(D(2026, 1, 1), None, (1, 7), (3, 7))),
        ("le 1er lundi et le 3e mardi du mois", of_months(D(2026, 1, 1), None, (1, 1), (3, 2))),
        ("le premier mardi du mois, sauf jours fériés", of_months(D(2026, 1, 1), None, (1, 2), holidays="except")),
        ("chaque 2e mardi du mois de mars à juin", of_months(D(2027, 3, 1), D(2027, 6, 30), (2, 2))),
        ("chaque 2e mardi du mois, de mars à juin 2028, 9h-12h", of_months(D(2028, 3, 1), D(2028, 6, 30), (2, 2))),
        ("2e mardi de chaque mois du 7 mars au 4 juillet 2027", of_months(D(2027, 3, 7), D(2027, 7, 4), (2, 2))),
        ("le dernier samedi de juin", of_months(D(2027, 6, 1), D(2027, 6, 30), (-1, 6))),
        ("le quatrième jeudi de février 2028", of_months(D(2028, 2, 1), D(2028, 2, 29), (4, 4))),
        ("tous les lundis de novembre à mars", Days(D(2026, 11, 1), D(2027, 3, 31), (1,))),
        ("tous les mardis en mai et juin", Days(D(2027, 5, 1), D(2027, 6, 30), (2,))),
        # What was over less than three months ago is a table of this summer.
        ("tous les mardis en juillet et août", Days(D(2026, 7, 1), D(2026, 8, 31), (2,))),
        ("tous les mardis de juillet-août 2028", Days(D(2028, 7, 1), D(2028, 8, 31), (2,))),
        (
            "tous les jours d’avril à juillet, sauf jours fériés",
            Days(D(2027, 4, 1), D(2027, 7, 31), holidays="except"),
        ),
        ("du 4 avril au 31 mai 2027, fermé les jours fériés", Days(D(2027, 4, 4), D(2027, 5, 31), holidays="except")),
        (
            "du 4 avril au 31 mai 2027 sauf le mardi et les jours fériés",
            Days(D(2027, 4, 4), D(2027, 5, 31), (1, 3, 4, 5, 6, 7), holidays="except"),
        ),
        (
            "tous les mardis sauf jours fériés du 4 mai au 31 août 2027",
            Days(D(2027, 5, 4), D(2027, 8, 31), (2,), holidays="except"),
        ),
        (
            "tous les dimanches et jours fériés de mai 2027 de 14h à 18h",
            Days(D(2027, 5, 1), D(2027, 5, 31), (7,), holidays="also"),
        ),
        (
            "tous les dimanches du 2 au 30 mai 2027, y compris les jours fériés",
            Days(D(2027, 5, 2), D(2027, 5, 30), (7,), holidays="also"),
        ),
        # They are among every day already.
        ("tous les jours de mai 2027, jours fériés compris", Days(D(2027, 5, 1), D(2027, 5, 31))),
        (
            "tous les mercredis du 4 mai au 31 août 2027, fermé le 14 juillet",
            Days(D(2027, 5, 4), D(2027, 8, 31), (3,), excluded=(D(2027, 7, 14),)),
        ),
        ("le 14 juillet", Days(D(2027, 7, 14))),
    ],
)
def test_rules_of_the_month_and_public_holidays(text, days):
    assert days_in(text, today=NOVEMBER) == days


def test_a_month_that_is_excepted_is_so_to_its_end():
    days = days_in("tous les jours de mars à mai 2027 sauf en avril", today=NOVEMBER).each()
    assert [day.month for day in days] == [3] * 31 + [5] * 31


ORDINALS = {1: ("1er", "premier"), 2: ("2e", "deuxième"), 3: ("3ème", "troisième"), 4: ("4e",), -1: ("dernier",)}
WEEKDAY_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTH_NAMES = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre")


@settings(deadline=None)
@given(
    st.sampled_from([(nth, name) for nth, names in ORDINALS.items() for name in names]),
    st.integers(1, 7),
    st.integers(1, 10),
    st.integers(0, 9),
    st.sampled_from(["", ", sauf jours fériés"]),
    st.integers(2026, 2040),
)
def test_the_nth_day_of_each_month_is_what_a_calendar_says(ordinal, weekday, first, months, holidays, year):
    (nth, name), last = ordinal, min(10, first + months)
    text = (
        f"le {name} {WEEKDAY_NAMES[weekday - 1]} du mois de {MONTH_NAMES[first - 1]} à {MONTH_NAMES[last - 1]} {year}"
    )
    expected = []
    for month in range(first, last + 1):
        days = [day for day in Calendar().itermonthdates(year, month) if day.month == month]
        day = [day for day in days if day.isoweekday() == weekday][nth - 1 if nth > 0 else -1]
        expected += [day] if not (holidays and is_public_holiday(day)) else []
    if not expected:
        # The only Monday is that of Easter.
        with pytest.raises(DateError, match="aucun jour"):
            said_in(text + holidays, today=NOVEMBER)
        return
    schedule = schedule_of(typed_dates({"first": text + holidays}, today=NOVEMBER))
    spans = expand(schedule, first=D(2025, 1, 1), last=D(2041, 1, 1))
    assert [span.day for span in spans] == expected


def test_a_weekday_takes_the_nearest_year_to_come_that_fits():
    # The 12th of June is a Monday in 2028, two years ahead; before that, a Friday in 2026.
    assert days_in("lundi 12 juin", today=NOVEMBER) == Days(D(2028, 6, 12))
    assert days_in("samedi 12 juin", today=NOVEMBER) == Days(D(2027, 6, 12))
    assert days_in("vendredi 12 juin", today=NOVEMBER) == Days(D(2026, 6, 12))


ROWS = {
    ("31/12/2026", "01/01/2027", "22:00", "02:00"): ["2026-12-31 22:00-02:00"],
    ("31/12/2026", "01/01/2027", "22h-2h", ""): "dernière nuit",
    ("31/12/2026", "02/01/2027", "22:00", "02:00"): "dernière nuit",
    ("03/04/2027", "04/04/2027", "10:00", "17:00"): ["2027-04-03 10:00-17:00", "2027-04-04 10:00-17:00"],
    ("2026-12-31 22:00", "2027-01-01 02:00", "", ""): ["2026-12-31 22:00-02:00"],
    ("2026-12-30 20:30", "2026-12-30 23:00", "", ""): ["2026-12-30 20:30-23:00"],
    ("30 décembre", "1er janvier 2027", "20h", ""): ["2026-12-30 20:00", "2026-12-31 20:00", "2027-01-01 20:00"],
    ("du 30 au 31/12/2026", "31/12/2026", "", ""): ["2026-12-30", "2026-12-31"],
    ("du 29 au 30/12/2026", "31/12/2026", "", ""): "plusieurs jours",
    ("12/12/2026 et 13/12/2026", "31/12/2026", "", ""): "plusieurs jours",
    ("12/12/2026 à 20h", "", "21h", ""): "colonne des heures",
    ("12/12/2026", "", "14h et 16h", "18h"): "heure de fin",
    ("12/12/2026", "", "14h", "14h et 16h"): "plusieurs heures",
    ("2027-03-01T20:30:00Z", "", "", ""): ["2027-03-01 21:30"],
}


@pytest.mark.parametrize("cells", ROWS)
def test_columns_of_a_row(cells):
    row = {name: cell for name, cell in zip(("first", "last", "start", "end"), cells, strict=True) if cell}
    expected = ROWS[cells]
    if isinstance(expected, str):
        with pytest.raises(DateError, match=expected):
            typed_dates(row, today=NOVEMBER)
    else:
        assert spans_of(typed_dates(row, today=NOVEMBER)) == expected


def spans_of(typed: TypedDates) -> list[str]:
    spans = expand(schedule_of(typed), first=D(2019, 12, 1), last=D(2032, 1, 31))
    return sorted(
        f"{span.day}{'' if span.all_day else f' {span.start:%H:%M}'}"
        f"{f'-{span.end:%H:%M}' if span.end and span.end_known and not span.all_day else ''}"
        for span in spans
    )


times = st.times().map(lambda at: at.replace(second=0, microsecond=0, minute=at.minute // 5 * 5))
few_days = st.integers(0, 60).map(lambda days: D.resolution * days)


@st.composite
def typed(draw) -> TypedDates:
    """Dates of an event as somebody types them."""
    first = draw(st.dates(D(2020, 1, 1), D(2031, 6, 1)))
    last = draw(st.none() | few_days.map(lambda days: first + days))
    last = last if last != first else None
    slot = st.builds(Slot, times, st.none() | times).filter(lambda one: one.start != one.end)
    slots = draw(st.lists(slot, max_size=2))
    weekdays: tuple[int, ...] = ()
    excluded: tuple[date, ...] = ()
    if last is not None:
        weekdays = tuple(sorted(draw(st.sets(st.integers(1, 7), max_size=4))))
        inside = [first + D.resolution * n for n in range((last - first).days + 1)]
        inside = [day for day in inside if not weekdays or day.isoweekday() in weekdays]
        excluded = tuple(sorted(draw(st.sets(st.sampled_from(inside), max_size=3)))) if inside else ()
    others = tuple(sorted(draw(st.sets(few_days.map(lambda days: (last or first) + days * 2), max_size=3)) - {first}))
    return TypedDates(first, last, weekdays=weekdays, slots=tuple(slots), others=others, excluded=excluded)


@settings(max_examples=400)
@given(typed(), st.dates(D(2020, 1, 1), D(2031, 1, 1)))
def test_our_own_sentence_is_read_back_as_the_same_dates_or_refused(said, today):
    sentence = describe(schedule_of(said), "fr", year=1900)
    try:
        read = typed_dates({"first": sentence}, today=today)
    except DateError as error:
        plain = not said.excluded and not said.others and spans_of(said)
        night = any(slot.end and slot.end <= slot.start for slot in said.slots)
        assert not plain or night or len(sentence) > 200, f"{sentence}: {error}"
        return
    assert spans_of(read) == spans_of(said), sentence


@given(st.text(alphabet="0123456789/-. hduetalsmriénov,:", max_size=60), st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read_or_refused(text, today):
    for read in (lambda: said_in(text, today=today), lambda: slots_in(text), lambda: time_in(text)):
        try:
            found = read()
        except DateError as error:
            assert str(error).endswith(".")
            continue
        for one in found if isinstance(found, tuple) else ():
            assert not isinstance(one, Said) or (one.days.last is None or one.days.last >= one.days.first)


WORDS = (
    "1 2 12 20 31 juillet août 2026 27 mardi samedi tous les du au et , - à de 9h 20h30 sauf le 12/07 14/07/2026 "
    "premier 2e dernier dimanche du_mois de_mars à_juin jours_fériés fermé y_compris en en_juillet"
)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12).map(" ".join).map(lambda s: s.replace("_", " "))
)
def test_any_words_are_read_or_refused(text):
    text = text.replace("_", " ")
    try:
        said = said_in(text, today=TODAY)
    except DateError:
        return
    assert all(one.days.each() for one in said)


@pytest.mark.parametrize("part", ["1,", "1/1 ", "1 ", "a 1/1 au ", "9h", "1-1-1 ", "tous les lundis,", "((", "é"])
def test_a_cell_of_twenty_thousand_letters_is_refused_at_once(part):
    text = (part * 20_000)[:20_000]
    began = clock.process_time()
    for read in (lambda: said_in(text, today=TODAY), lambda: slots_in(text), lambda: time_in(text)):
        with pytest.raises(DateError):
            read()
    assert clock.process_time() - began < 0.2


@pytest.mark.parametrize("part", ["1,", "1/1 ", "1 et ", "9h,", "tous les lundis,", "lundi,", "9-12h,", "sauf 1,"])
def test_the_longest_cell_is_read_at_once(part):
    text = (part * 200)[:200]
    began = clock.process_time()
    for _ in range(5):
        with suppress(DateError):
            said_in(text, today=TODAY)
    assert clock.process_time() - began < 1


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_in_any_form_is_that_day(day):
    months = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre")
    months += ("novembre", "décembre")
    forms = (f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", day.isoformat(), f"{day.day} {months[day.month - 1]} {day.year}")
    for text in forms:
        assert days_in(text, today=TODAY) == Days(day)
