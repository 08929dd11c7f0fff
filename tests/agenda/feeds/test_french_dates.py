"""Days and hours of cells."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.sources.feeds.french_dates import DateError, Days, days_in, slots_in, time_in

TODAY = date(2026, 5, 1)
D = date


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
        ("samedi 12 juillet 2026 à 20h30", Days(D(2026, 7, 12))),
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
        ("samedi 12 juillet 2026 à 20h30", [(time(20, 30), None)]),
        ("2026-07-12 20:30", [(time(20, 30), None)]),
        ("toute la journée", []),
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
    with pytest.raises(DateError):
        time_in("le soir")


@given(st.text(alphabet="0123456789/-. hduetalsmriénov,:"), st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read_or_refused(text, today):
    try:
        days = days_in(text, today=today)
    except DateError:
        return
    assert days.first is not None and (days.last is None or days.last >= days.first)
    slots_in(text)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_in_any_form_is_that_day(day):
    months = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre")
    months += ("novembre", "décembre")
    forms = (f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", day.isoformat(), f"{day.day} {months[day.month - 1]} {day.year}")
    for text in forms:
        assert days_in(text, today=TODAY) == Days(day)
