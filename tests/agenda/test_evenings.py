"""What "this evening" means: the same here and in the web app, at whatever hour one asks."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from agenda.admin.viewsets import spoken_next
from agenda.schedule import is_this_evening

PARIS = ZoneInfo("Europe/Paris")
CASES = json.loads((Path(__file__).parents[1] / "vectors" / "evenings.json").read_text(encoding="utf-8"))["cases"]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(PARIS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['now']} {case['start']}")
def test_vectors_of_the_evening(case):
    assert is_this_evening(at(case["start"]), now=at(case["now"])) is case["thisEvening"]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-25T12:00:00+01:00", "demain, 17:30"),
        ("2026-11-26T00:43:00+01:00", "ce soir, 17:30"),
        ("2026-11-26T05:00:00+01:00", "ce soir, 17:30"),
        ("2026-11-26T18:00:00+01:00", "ce soir, 17:30"),
        ("2026-11-27T00:43:00+01:00", "en cours, depuis le 26 nov."),
    ],
)
def test_editors_read_the_evening_as_visitors_do(now, said):
    with translation.override("fr"):
        assert spoken_next(at("2026-11-26T17:30:00+01:00"), all_day=False, now=at(now)) == said


def test_whole_day_is_not_said_to_be_this_evening():
    with translation.override("fr"):
        midnight = at("2026-11-26T00:00:00+01:00")
        assert spoken_next(midnight, all_day=True, now=at("2026-11-26T20:00:00+01:00")) == "aujourd’hui"
