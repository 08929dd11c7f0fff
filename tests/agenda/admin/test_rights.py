"""The matrix of rights of what the agenda adds: feeds, announcements, pairs, names of places; for one's own office,
another one, the agency, and somebody who only writes pages.

The addresses are read from the view sets, so that a view which an upgrade of Wagtail adds is tested too.
"""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from agenda.actions import settle_pair
from agenda.enums import PairState
from agenda.models import Event, EventFeed, EventPair, Submission
from tests.tourism.admin.addresses import (
    LISTS_TO_CHOOSE_FROM,
    closed,
    common_addresses,
    object_addresses,
    page_editor,
    state_of,
    visits,
)
from tests.tourism.admin.back_office import blocked, submit
from tourism.models import ImportRun, Merge, Office, Place, PlaceAlias

MODELS = (EventFeed, Submission)
# Views of one object that only those who may see it reach, by model.
OWN_VIEWS = {
    EventFeed: {"edit", "delete", "usage", "history", "read", "answer", "readings", "chosen"},
    Submission: {"inspect", "picture", "edit", "delete", "usage", "history", "chosen"},
}
# Those that change something by a POST alone.
ONLY_POSTED = {"read", "answer"}


@pytest.fixture
def things(feed) -> dict[type, Any]:
    """One thing of each model, of the Verdon's office, with words that nobody else's page has."""
    office = Office.objects.get(slug="verdon")
    kept = {"secret_digest": uuid4().hex, "dates": {"first": "2030-01-01"}, "where": "Salle", "email": "a@example.org"}
    return {
        EventFeed: EventFeed.objects.create(name="Flux secret", url="https://x.example.org/a.ics", office=office),
        Submission: Submission.objects.create(client_id=uuid4(), title="Annonce secrète", office=office, **kept),
    }


@pytest.mark.parametrize("model", MODELS)
def test_another_office_and_a_page_editor_are_blocked_from_every_address_of_an_object(things, salagon, model):
    thing = things[model]
    before = state_of(thing)
    addresses = object_addresses(model, thing.pk)
    assert set(addresses) >= OWN_VIEWS[model]
    for client in (salagon, page_editor()):
        for name, url in addresses.items():
            for response in visits(client, url):
                assert closed(name, response, thing), (name, response.status_code)
                assert str(thing) not in response.content.decode(), name
    assert state_of(thing) == before and ImportRun.objects.count() == 1


@pytest.mark.parametrize("model", MODELS)
def test_another_office_and_a_page_editor_see_it_at_no_common_address(things, salagon, model):
    thing = things[model]
    for client in (salagon, page_editor()):
        for name, url in common_addresses(model).items():
            for response in visits(client, f"{url}?id={thing.pk}&q="):
                assert str(thing) not in response.content.decode(), name


@pytest.mark.parametrize("model", MODELS)
def test_page_editor_is_blocked_from_every_common_address(things, model):
    client = page_editor()
    for name, url in common_addresses(model).items():
        for response in visits(client, url):
            assert closed(name, response, things[model]), (name, response.status_code)


def test_own_office_and_the_agency_open_every_address_of_a_feed(things, verdon, agency):
    for client in (verdon, agency):
        for name, url in object_addresses(EventFeed, things[EventFeed].pk).items():
            response = client.get(url)
            assert response.status_code == (405 if name in ONLY_POSTED else 200), (name, response.status_code)


def test_own_office_and_the_agency_read_an_announcement_and_touch_it_on_its_own_screen_only(things, verdon, agency):
    thing = things[Submission]
    before = state_of(thing)
    for client in (verdon, agency):
        for name, url in object_addresses(Submission, thing.pk).items():
            read, written = visits(client, url)
            if name in ("inspect", "chosen"):
                assert read.status_code == 200, name
            elif name in ("edit", "delete", "copy"):
                assert blocked(read) and blocked(written), (name, read.status_code, written.status_code)
        assert blocked(client.get(reverse(Submission.snippet_viewset.get_url_name("add"))))
    assert state_of(thing) == before


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["list", "list_results"])
def test_lists_show_one_s_own_things_only(things, verdon, salagon, agency, model, view):
    url = reverse(model.snippet_viewset.get_url_name(view))
    shown = [str(things[model]) in client.get(url).content.decode() for client in (verdon, salagon, agency)]
    assert shown == [True, False, True]


@pytest.mark.parametrize("model", MODELS)
def test_choosers_show_one_s_own_things_only(things, verdon, salagon, model):
    viewset = model.snippet_viewset.chooser_viewset
    for name in sorted(LISTS_TO_CHOOSE_FROM - {"chosen_multiple"}):
        url = reverse(viewset.get_url_name(name))
        shown = [client.get(url) for client in (verdon, salagon)]
        html = [one.json()["html"] if name == "choose" else one.content.decode() for one in shown]
        assert [str(things[model]) in one for one in html] == [True, False], name
    several = reverse(viewset.get_url_name("chosen_multiple"))
    assert salagon.get(several, {"id": things[model].pk}).json()["result"] == []


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_deleted_in_bulk(things, verdon, salagon, agency, admin_client, model):
    """A feed is deleted with its events, after a yes; an announcement is settled, and forgotten by itself."""
    label, thing = model._meta, things[model]
    url = reverse("wagtail_bulk_action", args=(label.app_label, label.model_name, "delete"))
    for client in (salagon, verdon, agency, admin_client):
        client.post(f"{url}?id={thing.pk}", {"id": thing.pk})
        assert model.objects.filter(pk=thing.pk).exists()


def test_a_feed_takes_no_place_office_or_key_of_another_office(things, verdon, salagon):
    elsewhere = Place.objects.exclude(office=things[EventFeed].office).first()
    form = reverse(EventFeed.snippet_viewset.get_url_name("edit"), args=[things[EventFeed].pk])
    for changes in ({"place": elsewhere.pk}, {"office": Office.objects.get(slug="salagon").pk}, {"office": ""}):
        before = state_of(things[EventFeed])
        response = submit(verdon, form, **changes)
        assert response.status_code == 200 and response.context["form"].errors, changes
        assert state_of(things[EventFeed]) == before


def test_visitors_are_sent_to_the_login_form(things, client):
    for model in MODELS:
        for name, url in object_addresses(model, things[model].pk).items():
            assert "/admin/login/" in client.get(url)["Location"], name


# Pairs and places


@pytest.fixture
def pair(feed) -> EventPair:
    """Two events of the Verdon's office that look the same."""
    office = Office.objects.get(slug="verdon")
    for letter, event in zip("AB", Event.objects.order_by("pk"), strict=True):
        name = event.name | {"fr": {"text": f"Secret {letter}"}}
        Event.objects.filter(pk=event.pk).update(office=office, title=f"Secret {letter}", name=name)
    left, right = Event.objects.order_by("pk")
    return EventPair.objects.create(left=left, right=right, score=0.9, reasons=[])


PAGES = ("event_duplicates", "event_duplicates_bulk", "event_duplicates_joined")


def answers(client: Client, pair: EventPair, merge: int = 0) -> list[Any]:
    """Every way to settle a pair, or to part what was joined."""
    screen, bulk, joined = (reverse(name) for name in PAGES)
    sent = [client.post(screen, {"pair": pair.pk, "answer": answer}) for answer in ("same", "different", "later")]
    return [*sent, client.post(bulk, {"pairs": [pair.pk]}), client.post(joined, {"merge": merge})]


def test_pairs_of_another_office_are_neither_shown_nor_settled(pair, verdon, salagon, agency):
    for name in PAGES:
        html = salagon.get(reverse(name), {"pair": pair.pk, "done": pair.pk, "least": 0}).content.decode()
        assert "Secret A" not in html and "Secret B" not in html, name
    assert "Secret" in verdon.get(reverse(PAGES[0])).content.decode()
    assert "Secret" in agency.get(reverse(PAGES[0])).content.decode()
    before = state_of(pair)
    answers(salagon, pair)
    assert state_of(pair) == before and not Merge.objects.exists()
    settle_pair(pair, state=PairState.SAME, by="")
    merge = Merge.objects.get()
    assert "Secret" in verdon.get(reverse(PAGES[2])).content.decode()
    html = salagon.get(reverse(PAGES[2]), {"event": merge.kept_id}).content.decode()
    assert "Secret" not in html
    answers(salagon, pair, merge.pk)
    merge.refresh_from_db()
    assert merge.undone_at is None


def test_page_editor_and_visitors_settle_nothing(pair, client):
    before = state_of(pair)
    for name in PAGES:
        assert "/admin/login/" in client.get(reverse(name))["Location"]
    editor = page_editor()
    for response in [*(editor.get(reverse(name)) for name in PAGES), *answers(editor, pair), *answers(client, pair)]:
        assert blocked(response) or "/admin/login/" in response["Location"]
    assert state_of(pair) == before


def test_form_of_another_office_s_event_is_not_linked_from_a_pair(pair, verdon, agency):
    other = Event.objects.get(pk=pair.right_id)
    Event.objects.filter(pk=other.pk).update(office=Office.objects.get(slug="salagon"))
    form = reverse(Event.snippet_viewset.get_url_name("edit"), args=[other.pk])
    html = verdon.get(reverse(PAGES[0])).content.decode()
    assert form not in html and f"/event/{other.public_id}" in html
    assert form in agency.get(reverse(PAGES[0])).content.decode()


def test_names_of_a_place_are_its_own_office_s(feed, verdon, salagon, agency):
    place = Place.objects.get(office=Office.objects.get(slug="verdon"))
    alias = PlaceAlias.objects.create(place=place, name="Nom secret")
    url = reverse("event_venue", args=[place.pk])
    others = Place.objects.exclude(pk=place.pk).first()
    for client in (salagon, page_editor()):
        assert blocked(client.get(url))
        for sent in (
            {"do": "add", "name": "X"},
            {"do": "remove", "number": alias.pk},
            {"do": "join", "number": others.pk},
        ):
            assert blocked(client.post(url, sent)), sent
    assert [one.name for one in PlaceAlias.objects.filter(place=place)] == ["Nom secret"]
    assert verdon.post(url, {"do": "join", "number": others.pk}).status_code == 404
    assert not Merge.objects.exists()
    for client in (verdon, agency):
        assert "Nom secret" in client.get(url).content.decode()
