"""From public objects to results, by the actions' announcement and by the API."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.enums import EventStatus
from agenda.models import Event, Occurrence
from cms.signals import public_objects_changed
from cms.texts import texts_from_plain
from config.schema import schema
from search.engines.embedded import EmbeddedEngine
from search.models import SearchEntry
from search.queries import search
from tests.search.corpus import NOW, corpus
from tourism.models import Commune, Place, PlaceCard, Story, Trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def moustiers() -> Commune:
    """A commune."""
    values = {"name": "Moustiers-Sainte-Marie", "latitude": 43.8467, "longitude": 6.2217}
    return Commune.objects.update_or_create(code="04135", defaults=values)[0]


@pytest.fixture
def museum(moustiers: Commune) -> Place:
    """A published place with a picture."""
    place = Place.objects.create(
        public_id="museum0001",
        kind="PATRIMOINE_CULTUREL",
        title="Musée de la Faïence",
        name=texts_from_plain({"fr": "Musée de la Faïence", "en": "Faience museum"}),
        description=texts_from_plain({"fr": "Quatre siècles de décors."}),
        facts={"categories": [{"id": 1, "family": "x", "label": {"fr": "Beaux-arts", "en": "Fine arts"}}]},
        latitude=43.847,
        longitude=6.222,
        commune=moustiers,
    )
    image = {"url": "/img/a-1200.webp", "small": "/img/a-480.webp", "alt": "", "credit": "C", "width": 1, "height": 1}
    PlaceCard.objects.create(place=place, language="fr", card={"image": image})
    return place


def announce(kind: str, *ids: int) -> None:
    """What the actions do after a commit."""
    public_objects_changed.send(sender=None, kind=kind, ids=list(ids))


def test_announced_place_is_found(museum: Place) -> None:
    announce("PLACE", museum.pk)
    for text, language in (
        ("faience", "fr"),
        ("museum ", "en"),
        ("beaux-arts", "fr"),
        ("décors ", "nl"),
        ("mousti", "it"),
    ):
        assert [hit.public_id for hit in search(text, language=language).hits] == ["museum0001"]


def test_place_that_is_no_longer_public_is_gone(museum: Place) -> None:
    announce("PLACE", museum.pk)
    Place.objects.filter(pk=museum.pk).update(published=False)
    announce("PLACE", museum.pk)
    assert SearchEntry.objects.count() == 0


def test_deleted_place_is_gone(museum: Place) -> None:
    announce("PLACE", museum.pk)
    key = museum.pk
    museum.delete()
    announce("PLACE", key)
    assert search("faience").total == 0


def test_event_is_found_by_dates_that_are_held(moustiers: Commune) -> None:
    event = Event.objects.create(
        public_id="concert001",
        title="Concert",
        name=texts_from_plain({"fr": "Concert"}),
        commune=moustiers,
        categories=["CONCERT"],
    )
    start = timezone.now() + timedelta(days=1)
    for days, status in ((0, EventStatus.CANCELLED), (7, EventStatus.SCHEDULED)):
        day = start + timedelta(days=days)
        Occurrence.objects.create(event=event, start=day, end=day + timedelta(hours=2), status=status)
    announce("EVENT", event.pk)
    (hit,) = search("concert").hits
    assert hit.start == (start + timedelta(days=7)).replace(microsecond=0)
    assert search("", start=start, end=start + timedelta(days=2)).total == 0


def test_past_event_without_rows_is_not_shown_for_ever(moustiers: Commune) -> None:
    last = timezone.localdate() - timedelta(days=90)
    event = Event.objects.create(
        public_id="old0000001", name=texts_from_plain({"fr": "Ancien bal"}), last_date=last, first_date=last
    )
    announce("EVENT", event.pk)
    assert search("bal ").total == 0


def test_rebuild_command_indexes_every_kind(museum: Place, capsys: pytest.CaptureFixture[str]) -> None:
    trail = Trail.objects.create(public_id="trail00001", practice="WALK", name=texts_from_plain({"fr": "Le vallon"}))
    story = Story.objects.create(public_id="story00001", name=texts_from_plain({"fr": "Le berger"}), trail=trail)
    story.steps.create(
        public_id="step000001", position=1, name=texts_from_plain({"fr": "La source"}), latitude=44.0, longitude=6.0
    )
    story.save()
    call_command("rebuild_search")
    assert search("vallon").hits[0].path == "/trail/trail00001"
    assert search("source").hits[0].path == "/story/story00001"
    assert search("faience").hits[0].path == "/place/museum0001"
    assert f"embedded: {SearchEntry.objects.count()} documents" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["moustiers", "mosutiers ", "quel marché voir en scooter ", "", "musée moustier"])
def test_search_costs_at_most_four_statements(text: str, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    EmbeddedEngine().upsert(corpus())
    for first in (1, 30):
        with django_assert_max_num_queries(4):
            search(text, now=NOW, first=first, near=(44.0, 6.2, 90_000))


def test_api_shows_a_result(museum: Place) -> None:
    announce("PLACE", museum.pk)
    answer = schema.execute(
        """{ search(text: "faience", near: {latitude: 43.847, longitude: 6.222}) { totalCount engine
             facets { kind count } pageInfo { hasNextPage }
             edges { cursor node { kind id path title snippet language distance commune { code name }
                                   image { small } } } } }"""
    )
    assert answer.errors is None
    found = answer.data["search"]
    assert found["edges"][0].pop("cursor")
    assert found == {
        "totalCount": 1,
        "engine": "embedded",
        "facets": [{"kind": "PLACE", "count": 1}],
        "pageInfo": {"hasNextPage": False},
        "edges": [
            {
                "node": {
                    "kind": "PLACE",
                    "id": "museum0001",
                    "path": "/place/museum0001",
                    "title": "Musée de la Faïence",
                    "snippet": "Quatre siècles de décors.",
                    "language": "fr",
                    "distance": 0,
                    "commune": {"code": "04135", "name": "Moustiers-Sainte-Marie"},
                    "image": {"small": "/img/a-480.webp"},
                }
            }
        ],
    }


def test_api_refuses_a_foreign_cursor() -> None:
    answer = schema.execute('{ search(text: "a", after: "x") { totalCount } }')
    assert answer.errors[0].extensions["code"] == "BAD_INPUT"
