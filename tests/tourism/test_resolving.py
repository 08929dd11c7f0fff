"""Values of GraphQL fields."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.utils import timezone

from tourism.models import Place
from tourism.schedule import Hours, Period, Schedule, Slot
from tourism.schema.resolving import alert_today, opening_text


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("", "", True),
        ("2026-11-25", "2026-11-25", True),
        ("2026-11-26", "", False),
        ("", "2026-11-24", False),
        ("2026-11-01", "2026-12-01", True),
    ],
)
def test_alert_is_shown_on_its_days(monkeypatch, first, last, shown):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 25))
    place = Place(facts={"alert": {"fr": {"text": "Passerelle fermée."}}, "alert_from": first, "alert_until": last})
    assert alert_today(place, "fr") == ("Passerelle fermée." if shown else None)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period("p", first=date(2019, 7, 7), weekdays=(2,)), "tous les mardis toute l’année, de 10 h à 12 h"),
        (Period("p", first=date(2027, 1, 6), last=date(2027, 1, 6)), "le 6 janvier 2027, de 10 h à 12 h"),
        (Period("p", first=date(2026, 12, 5), last=date(2026, 12, 5)), "le 5 décembre, de 10 h à 12 h"),
    ],
)
def test_dates_of_another_year_say_it(monkeypatch, period, said):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 25))
    schedule = Schedule(periods=(replace(period, hours=(Hours(slots=(Slot(time(10), time(12)),)),)),))
    spoken = opening_text(Place(facts={"schedule": schedule.to_json()}), "fr")
    assert spoken is not None and spoken.replace("\u00a0", " ") == said
