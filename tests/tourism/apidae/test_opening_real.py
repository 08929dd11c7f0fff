"""Openings of real objects, and the special days of the official schema."""

import json
import tarfile
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from tests.tourism.apidae.naive_opening import expanded, naive_days
from tourism.apidae.opening import schedule_from_apidae
from tourism.schedule.special_days import SPECIAL_DAYS

SHARED = Path(django_settings.BASE_DIR).parent / "shared" / "data" / "apidae"


def real_openings():
    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("ouverture"), dict):
                yield value
            for inner in value.values():
                yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)

    for path in sorted(SHARED.rglob("*.json")):
        yield from walk(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real APIDAE data is not beside the project")
def test_real_periods_give_their_dates_or_a_sentence():
    read_periods = 0
    for item in real_openings():
        for period in item["ouverture"].get("periodesOuvertures", []):
            alone = {**item["ouverture"], "periodesOuvertures": [period]}
            schedule, sentences = schedule_from_apidae(
                alone, repeats_yearly=item.get("type") != "FETE_ET_MANIFESTATION"
            )
            first, last = date.fromisoformat(period["dateDebut"]), date.fromisoformat(period["dateFin"])
            window = {"first": first, "last": last}
            assert expanded(schedule, **window) == naive_days(alone, **window)
            assert expanded(schedule, **window) or sentences
            read_periods += 1
    assert read_periods > 50


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official APIDAE schemas are not beside the project")
def test_special_days_are_those_of_the_official_schema():
    with tarfile.open(next(SHARED.glob("schemas-v002-*.tar.gz"))) as archive:
        names = (
            name for name in archive.getnames() if name.endswith("export/full/misc/fermetureExceptionnelle.schema")
        )
        schema = json.load(archive.extractfile(next(names)))
    assert set(schema["properties"]["dateSpeciale"]["enum"]) == set(SPECIAL_DAYS)
