"""Values of GraphQL fields."""

from datetime import date

import pytest
from django.utils import timezone

from tourism.models import Place
from tourism.schema.resolving import alert_today


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
