"""Lists: what they cost, what they show, how they are searched and filtered."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.actions import refold_event
from agenda.models import Event
from tests.tourism.admin.back_office import submit, titles
from tourism.actions import refold_place, refold_trail
from tourism.models import Commune, Office, Place, RemoteImage, Trail

LISTS = {
    "place": "/admin/snippets/tourism/place/",
    "trail": "/admin/snippets/tourism/trail/",
    "event": "/admin/snippets/agenda/event/",
}
# Session, user, its offices and profile, menus, filters: what Wagtail and the rights ask whatever the list.
MOST_STATEMENTS = 20


def schedule(offset: int) -> dict:
    day = (timezone.localdate() + timedelta(days=offset)).isoformat()
    slot = {"start": "18:00", "end": "20:00"}
    return {
        "version": 1,
        "timezone": "Europe/Paris",
        "periods": [{"id": "1", "first": day, "last": day, "hours": [{"slots": [slot]}]}],
    }


def make(kind: str, number: int, **values):
    """An entry of the Verdon's office, with a picture of its own."""
    url = f"https://images.example/{kind}-{number}.jpg"
    RemoteImage.objects.create(url=url, digest=f"{kind}{number:026d}"[:32], width=800, height=600)
    said = {"name.fr": f"Fête {number}", "images": [{"url": url}], "commune_code": "04135"} | values
    if kind == "event":
        said.setdefault("schedule", schedule(number))
    model, refold = {"place": (Place, refold_place), "trail": (Trail, refold_trail), "event": (Event, refold_event)}[
        kind
    ]
    subject = model(public_id=f"{kind[0]}{number}", office=Office.objects.get(slug="verdon"))
    subject.overrides = {key: {"value": value, "by": "", "at": ""} for key, value in said.items()}
    return refold(subject, records=[])


@pytest.mark.parametrize("kind", list(LISTS))
def test_list_costs_the_same_with_1_and_with_30_rows(offices, verdon, kind):
    make(kind, 0)
    verdon.get(LISTS[kind])
    counts = {}
    for rows in (1, 30):
        for number in range(Event.objects.count() + Place.objects.count() + Trail.objects.count(), rows):
            make(kind, number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = verdon.get(LISTS[kind])
        assert len(response.context["object_list"]) == rows
        assert response.content.decode().count('<img src="/img/') == rows
        counts[rows] = len(queries)
    assert counts[1] == counts[30] <= MOST_STATEMENTS


def test_search_needs_no_accents_and_no_order(offices, verdon):
    make("place", 1, **{"name.fr": "Église de l’Assomption à Moustiers"})
    make("place", 2, **{"name.fr": "Moulin"})
    for query in ("eglise", "ÉGLISE", "moustiers assomption", "l'assomption"):
        assert titles(verdon.get(LISTS["place"], {"q": query})) == ["Église de l’Assomption à Moustiers"], query
    assert titles(verdon.get(LISTS["place"], {"q": "église moulin"})) == []


def test_odd_searches_and_filters_are_answered(offices, verdon):
    make("event", 1)
    for query in (
        {"q": "%' OR 1=1 --"},
        {"q": "x" * 5000},
        {"q": "\x00"},
        {"commune": "'"},
        {"office": "9" * 40},
        {"window": "never"},
        {"dates_from": "hier"},
        {"ordering": "office__group__user__password"},
        {"ordering": "-overrides"},
        {"p": "-3"},
        {"missing": "xx"},
    ):
        assert verdon.get(LISTS["event"], query).status_code == 200, query


def test_filters_of_events(offices, verdon):
    make("event", 0, **{"name.fr": "Ce soir", "event_categories": ["CONCERT"]})
    make("event", 5, **{"name.fr": "Dans cinq jours", "name.en": "In five days", "status": "CANCELLED"})
    make("event", 40, **{"name.fr": "Plus tard", "commune_code": "04039"})
    make("event", -5, **{"name.fr": "Fini"})

    def found(**query):
        return sorted(titles(verdon.get(LISTS["event"], query)))

    tonight = [] if timezone.localtime().hour >= 20 else ["Ce soir"]
    assert found(window="week") == [*tonight, "Dans cinq jours"]
    assert found(window="past") == ["Fini"]
    assert found(category="CONCERT") == ["Ce soir"]
    assert found(status="CANCELLED") == ["Dans cinq jours"]
    assert found(missing="en") == ["Ce soir", "Fini", "Plus tard"]
    assert found(commune="04039") == ["Plus tard"]
    today = timezone.localdate()
    window = {"dates_from": f"{today + timedelta(days=3)}", "dates_to": f"{today + timedelta(days=10)}"}
    assert found(**window) == ["Dans cinq jours"]
    assert found(source="own") == ["Ce soir", "Dans cinq jours", "Fini", "Plus tard"]
    assert found(source="apidae") == []


def test_events_come_by_next_date_and_those_that_are_over_last(offices, verdon):
    for number, name in ((9, "Après"), (2, "Avant"), (-3, "Hier"), (-9, "Jadis")):
        make("event", number, **{"name.fr": name})
    assert titles(verdon.get(LISTS["event"])) == ["Avant", "Après", "Hier", "Jadis"]


def test_imported_and_edited_filter(feed, verdon):
    place = Place.objects.get(office__slug="verdon")
    assert titles(verdon.get(LISTS["place"], {"edited": "true"})) == []
    submit(verdon, f"{LISTS['place']}edit/{place.pk}/", name__it="Cappella")
    page = verdon.get(LISTS["place"], {"edited": "true"})
    assert titles(page) == [place.title]
    assert "1 champ modifié ici" in page.content.decode()
    assert titles(verdon.get(LISTS["place"], {"edited": "false"})) == []


def test_badges_of_languages_and_publication(offices, verdon):
    make("place", 1, **{"name.en": "Feast"})
    shown = make("place", 2)
    submit(verdon, f"{LISTS['place']}edit/{shown.pk}/", hidden="on")
    html = verdon.get(LISTS["place"]).content.decode()
    assert html.count("tr-language--missing") == 4 + 5
    assert html.count('tr-badge--positive">Publié<') == html.count('tr-badge--quiet">Masqué<') == 1
    assert titles(verdon.get(LISTS["place"], {"publication": "hidden"})) == ["Fête 2"]


def test_commune_of_the_list_is_that_of_the_object(offices, verdon):
    make("place", 1)
    assert Commune.objects.get(code="04135").name in verdon.get(LISTS["place"]).content.decode()
