"""Festivals of more parts than are listed at once."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db.models import Q
from django.utils import timezone

from agenda.exports import json_ld_of_event
from agenda.jsonld import MOST_OF_PROGRAMME
from agenda.models import Event
from agenda.queries import event_cards
from agenda.schedule import most_of_programme
from tests.agenda.events import NOW, days, every_day, make_event

TODAY = date(2026, 11, 25)
ADDRESS = {"lines": ["Le Bourg"], "city": "Digne-les-Bains"}


@pytest.fixture
def festival(db, monkeypatch):
    """A festival, and what makes a part of it that many days from today."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    whole = make_event("Festival", every_day(TODAY - timedelta(days=25), TODAY + timedelta(days=20)), address=ADDRESS)

    def part(*distances: int, hour: int = 18) -> Event:
        dates = days(
            *(TODAY + timedelta(days=distance) for distance in distances), start=time(hour), end=time(hour + 1)
        )
        one = make_event(
            f"{' '.join(map(str, distances))}{'' if hour == 18 else f' à {hour} h'}", dates, address=ADDRESS
        )
        Event.objects.filter(pk=one.pk).update(part_of=whole)
        return one

    return whole, part


def test_what_is_over_leaves_the_programme_first(festival):
    whole, part = festival
    for distance in (-3, -2, -1, 1, 2, 3):
        part(distance)
    names = [[card["name"] for card in event_cards(Q(part_of=whole), language="fr", limit=most)] for most in (9, 5, 2)]
    assert names == [["-3", "-2", "-1", "1", "2", "3"], ["-2", "-1", "1", "2", "3"], ["1", "2"]]


def test_part_of_several_dates_is_listed_with_the_next_or_else_the_last(festival, django_assert_num_queries):
    whole, part = festival
    part(-9, -5, 4, 8), part(-9, -2), part(0, hour=9), part(0, hour=12), part(5)
    with django_assert_num_queries(2):
        cards = event_cards(Q(part_of=whole), language="fr")
    told = [(timezone.localtime(card["start"]).date() - TODAY).days for card in cards]
    assert (told, [card["name"] for card in cards]) == (
        [-2, 0, 0, 4, 5],
        ["-9 -2", "0 à 9 h", "0 à 12 h", "-9 -5 4 8", "5"],
    )
    assert isinstance(cards[0]["start"], datetime)
    (one,) = event_cards(Q(part_of=whole), language="fr", limit=1)
    assert timezone.localtime(one["start"]).hour == 12, "What is on now is not over."


def test_search_engines_are_told_the_parts_that_are_to_come(festival):
    whole, part = festival
    for number in range(MOST_OF_PROGRAMME + 5):
        part(-20 + number // 3, hour=10 + number % 3)
    part(6), part(7)
    event = Event.objects.select_related("commune", "place", "part_of").get(pk=whole.pk)
    node = json_ld_of_event(event, language="fr", base_url="https://x.example", today=TODAY)
    assert len(node["subEvent"]) == MOST_OF_PROGRAMME
    assert [one["name"] for one in node["subEvent"]][-2:] == ["6", "7"]


@pytest.mark.parametrize(
    ("parts", "most", "kept"),
    [("aab", 3, "aab"), ("aBcdE", 3, "BdE"), ("aBcdE", 1, "B"), ("aBcdE", 4, "BcdE"), ("abc", 2, "bc"), ("", 2, "")],
)
def test_most_of_a_programme_keeps_its_order(parts, most, kept):
    """Small letters are over."""
    assert "".join(most_of_programme(parts, most=most, over=str.islower)) == kept
