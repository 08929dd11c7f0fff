"""Dates of the public form, in words while they are typed."""

import pytest
from django.utils import timezone

ASK = """
query Words($dates: TypedDatesInput!, $language: Language!) {
  datesInWords(dates: $dates, language: $language) { sentence count days faults { field code } remarks }
}
"""
YEAR = timezone.localdate().year + 1
MARKET = {
    "first": f"{YEAR}-07-01",
    "last": f"{YEAR}-08-31",
    "weekdays": [2],
    "start": "09:00",
    "end": "13:00",
    "except": [f"{YEAR}-07-14"],
}


@pytest.fixture
def asked(graphql):
    return lambda dates, language="fr": graphql(ASK, dates=dates, language=language)["datesInWords"]


@pytest.mark.django_db
def test_market_is_said_in_french_and_in_german(asked, django_assert_num_queries):
    with django_assert_num_queries(0):
        told = asked({"first": "2026-07-07", "last": "2026-08-25", "weekdays": [2], "except": ["2026-07-14"]})
    assert told["days"] == [
        "2026-07-07",
        "2026-07-21",
        "2026-07-28",
        "2026-08-04",
        "2026-08-11",
        "2026-08-18",
        "2026-08-25",
    ]
    assert (told["count"], told["faults"]) == (7, [])
    assert "tous les mardis du 7\u00a0juillet" in told["sentence"]
    assert "sauf le 14\u00a0juillet" in told["sentence"]
    assert "jeden Dienstag" in asked(MARKET, "de")["sentence"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "faults"),
    [
        ({}, [{"field": "first", "code": "no_date"}]),
        ({"first": "07/07/2026"}, [{"field": "first", "code": "not_a_date"}]),
        ({"first": "2026-07-07", "moreSlots": [{"start": "9h"}]}, [{"field": "more_slots", "code": "not_a_time"}]),
        ({"first": "2026-07-07", "others": [None]}, [{"field": "others", "code": "not_a_date"}]),
        ({"first": "2026-07-07", "last": "2026-07-01"}, [{"field": "last", "code": "before_first"}]),
    ],
)
def test_what_cannot_be_comes_back_by_field_and_nothing_is_said(asked, dates, faults):
    assert asked(dates) == {"sentence": "", "count": 0, "days": [], "faults": faults, "remarks": []}


@pytest.mark.django_db
def test_dates_without_end_are_not_counted_and_few_are_listed(asked):
    told = asked({"first": "2026-01-01", "endless": True, "ownHours": [{"day": "2026-01-02", "start": "20:30"}]})
    assert (told["count"], len(told["days"])) == (None, 60)


@pytest.mark.django_db
def test_slips_are_said_in_the_language_and_change_nothing(asked):
    slip = MARKET | {"end": "09:00", "except": [f"{YEAR}-07-15", f"{YEAR}-07-16"]}
    assert asked(slip)["remarks"] == [
        "Un jour de « sauf le » n’est pas une de ces dates.",
        "La fin est à l’heure du début : chaque date dure 24 heures.",
    ]
    german = asked(slip, "de")
    assert german["remarks"][0] == "Ein Tag unter „außer“ ist keiner dieser Termine."
    assert (german["faults"], "jeden Dienstag" in german["sentence"]) == ([], True)
    assert asked(MARKET | {"except": []})["remarks"] == []
