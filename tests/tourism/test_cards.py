"""What cards say of trails."""

from datetime import date

import pytest

from tests.agenda.apidae_feed import apidae, import_api
from tests.tourism.apidae.territories import territory, trail
from tourism.cards import days_of, shown_images
from tourism.models import RemoteImage, Trail, TrailCard

ASKED = "{ trails { edges { node { name days } } } }"
PAGE = "query ($id: ID!) { trail(id: $id) { days } }"


def test_trail_of_several_days_says_them_in_its_card_and_on_its_page(db, graphql):
    data = territory(count=1)
    data.objects[0] = trail() | {"ouverture": {"dureeSeance": 270, "nombreJours": 3}}
    with apidae(data) as server:
        import_api(server)
    assert graphql(ASKED)["trails"]["edges"] == [{"node": {"name": "Sentier des crêtes", "days": 3}}]
    assert graphql(PAGE, id=Trail.objects.get().public_id) == {"trail": {"days": 3}}


def test_card_that_was_written_before_trails_had_days_has_none(db, graphql):
    data = territory(count=1)
    data.objects[0] = trail() | {"ouverture": {"dureeSeance": 270, "nombreJours": 3}}
    with apidae(data) as server:
        import_api(server)
    for row in TrailCard.objects.all():
        del row.card["days"]
        row.save()
    assert graphql(ASKED)["trails"]["edges"] == [{"node": {"name": "Sentier des crêtes", "days": None}}]


@pytest.mark.parametrize(
    ("details", "days"),
    [
        ({"nombreJours": 3}, 3),
        ({"nombreJours": 1}, None),
        ({"nombreJours": 0}, None),
        ({}, None),
        ({"nombreJours": "3"}, None),
    ],
)
def test_only_several_days_are_said(details, days):
    assert days_of(Trail(facts={"details": details})) == days
    assert days_of(Trail(facts={})) is None


def test_one_picture_at_two_addresses_is_shown_once():
    digests = {"a": "1", "b": "1", "c": "2"}
    images = {url: RemoteImage(url=url, digest=digest, width=3, height=2) for url, digest in digests.items()}
    facts = {"images": [{"url": url} for url in digests]}
    shown = shown_images(facts, "fr", images, today=date(2026, 11, 26))
    assert [image["url"].partition("-")[0] for image in shown] == ["/img/1", "/img/2"]
