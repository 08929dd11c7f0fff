"""The matrix of rights: every address of every view set, for one's own office, another one, and the agency.

The addresses are read from the view sets, so that a view which an upgrade of Wagtail adds is tested too.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agenda.models import Event
from cms.models import ScheduledJob
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
from tourism.models import (
    ExportDelivery,
    FeedAlert,
    ImportRun,
    Office,
    Place,
    Selection,
    SourceRecord,
    Story,
    StoryStep,
    Trail,
)

MODELS = (Event, Place, Trail, Story, StoryStep)
# What is the agency's alone.
OF_THE_AGENCY = (ImportRun, ExportDelivery, FeedAlert, ScheduledJob)
# Addresses at which those who may see a thing read it.
READ = {"list", "list_results", "inspect", "withdrawals"}


@pytest.fixture
def things(feed) -> dict[type, Any]:
    """One thing of each model, of the Verdon's office."""
    office = Office.objects.get(slug="verdon")
    story = Story.objects.create(public_id="recit", name={"fr": {"text": "Récit secret"}}, office=office)
    step = StoryStep.objects.create(
        public_id="etape", story=story, position=1, name={"fr": {"text": "Étape secrète"}}, text={}
    )
    trail = Trail.objects.create(public_id="sentier", title="Sentier secret", office=office)
    return {
        Event: Event.objects.filter(office=office).get(),
        Place: Place.objects.filter(office=office).get(),
        Trail: trail,
        Story: story,
        StoryStep: step,
    }


@pytest.fixture
def operations(things) -> dict[type, Any]:
    """One thing of each model of the imports, with words that nobody else's page has."""
    run = ImportRun.objects.get()
    ImportRun.objects.filter(pk=run.pk).update(status="WAITING", withheld=1, started_by="quelqu’un-secret")
    return {
        ImportRun: run,
        ExportDelivery: ExportDelivery.objects.create(
            project=1,
            stem="export-secret",
            exported_at=run.started_at,
            state="FAILED",
            download_url="https://x.example/1",
        ),
        FeedAlert: FeedAlert.objects.create(source="apidae", kind="FAILING", sentence="Constat secret."),
        ScheduledJob: ScheduledJob.objects.create(name="travail-secret", every=5),
        Selection: Selection.objects.create(source="apidae", external_id="1", name="Incontournables"),
    }


@pytest.mark.parametrize("model", MODELS)
def test_another_office_is_blocked_from_every_address_of_an_object(things, salagon, model):
    thing = things[model]
    addresses = object_addresses(model, thing.pk)
    assert {"edit", "delete", "usage", "history", "history_results", "chosen"} <= set(addresses)
    assert ("field_history" in addresses) == (model in (Event, Place, Trail))
    for name, url in addresses.items():
        read, written = visits(salagon, url)
        assert blocked(read), (name, read.status_code)
        assert blocked(written) or written.status_code == 405, (name, written.status_code)
        for response in (read, written):
            assert str(thing) not in response.content.decode(), name


@pytest.mark.parametrize("model", MODELS)
def test_own_office_opens_every_address_but_deletion(things, verdon, model):
    for name, url in object_addresses(model, things[model].pk).items():
        response = verdon.get(url)
        assert blocked(response) if name == "delete" else response.status_code == 200, (name, response.status_code)


@pytest.mark.parametrize("model", MODELS)
def test_agency_opens_every_address_and_deletes_only_what_no_source_brought(things, agency, model):
    imported = model in (Event, Place)
    for name, url in object_addresses(model, things[model].pk).items():
        response = agency.get(url)
        refused = name == "delete" and (imported or model is StoryStep and response.status_code != 200)
        assert blocked(response) if refused else response.status_code == 200, (name, response.status_code)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["list", "list_results"])
def test_lists_show_one_s_own_things_only(things, verdon, salagon, agency, model, view):
    url = reverse(model.snippet_viewset.get_url_name(view))
    title = str(things[model])
    shown = {
        name: title in client.get(url).content.decode()
        for name, client in (("verdon", verdon), ("salagon", salagon), ("agency", agency))
    }
    assert shown == {"verdon": True, "salagon": False, "agency": True}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["choose", "choose_results"])
def test_choosers_show_one_s_own_things_only(things, verdon, salagon, model, view):
    viewset = model.snippet_viewset.chooser_viewset
    url = reverse(viewset.get_url_name(view))
    title = str(things[model])

    def shown(client: Client) -> str:
        response = client.get(url)
        return response.json()["html"] if view == "choose" else response.content.decode()

    assert title in shown(verdon)
    assert title not in shown(salagon)
    assert (
        salagon.get(reverse(viewset.get_url_name("chosen_multiple")), {"id": things[model].pk}).json()["result"] == []
    )


@pytest.mark.parametrize("model", MODELS)
def test_bulk_deletion_leaves_things_of_another_office(things, salagon, verdon, model):
    label = model._meta
    for client in (salagon, verdon):
        url = reverse("wagtail_bulk_action", args=(label.app_label, label.model_name, "delete"))
        client.post(f"{url}?id={things[model].pk}", {"id": things[model].pk})
        assert model.objects.filter(pk=things[model].pk).exists()


@pytest.mark.parametrize("model", [Place, Event, Story])
def test_foreign_values_posted_to_the_form_change_nothing(things, salagon, model):
    thing = things[model]
    before = model.objects.filter(pk=thing.pk).values().get()
    url = reverse(model.snippet_viewset.get_url_name("edit"), args=[thing.pk])
    assert blocked(salagon.post(url, {"name__fr": "Pris", "office": Office.objects.get(slug="salagon").pk}))
    assert model.objects.filter(pk=thing.pk).values().get() == before


def test_step_is_added_only_to_a_story_of_one_s_own(things, salagon, verdon):
    url = reverse(StoryStep.snippet_viewset.get_url_name("add"))
    story = things[Story]
    assert salagon.post(f"{url}?story={story.pk}", {"name__fr": "Intruse"}).status_code == 302
    for odd in ("", "0", "abc", "9" * 60, "1;DROP"):
        assert verdon.get(url, {"story": odd}).status_code == 302
    assert StoryStep.objects.count() == 1


def test_records_are_read_by_the_office_of_their_object_and_by_the_agency(things, verdon, salagon, agency):
    record = SourceRecord.objects.get(kind="PLACE", subject_id=things[Place].pk)
    url = reverse(SourceRecord.snippet_viewset.get_url_name("inspect"), args=[record.pk])
    assert [verdon.get(url).status_code, agency.get(url).status_code] == [200, 200]
    assert blocked(salagon.get(url))
    of_event = SourceRecord.objects.get(kind="EVENT", subject_id=things[Event].pk)
    url = reverse(SourceRecord.snippet_viewset.get_url_name("inspect"), args=[of_event.pk])
    assert verdon.get(url).status_code == 200
    assert blocked(salagon.get(url))


@pytest.mark.parametrize("model", [ImportRun, SourceRecord])
def test_imports_and_records_are_written_by_nobody(things, agency, admin_client, model):
    thing = model.objects.first()
    before = model.objects.filter(pk=thing.pk).values().get()
    viewset = model.snippet_viewset
    for client in (agency, admin_client):
        for name in ("edit", "delete"):
            for response in visits(client, reverse(viewset.get_url_name(name), args=[thing.pk])):
                assert blocked(response), name
        assert blocked(client.get(reverse(viewset.get_url_name("add"))))
    assert model.objects.filter(pk=thing.pk).values().get() == before


@pytest.mark.parametrize("model", OF_THE_AGENCY)
def test_offices_are_blocked_from_every_address_of_what_is_the_agency_s(operations, verdon, salagon, model):
    thing = operations[model]
    before = state_of(thing)
    addresses = object_addresses(model, thing.pk) | common_addresses(model)
    assert {"list", "list_results", "edit", "delete", "usage", "history", "chosen", "choose"} <= set(addresses)
    own = {
        ImportRun: {"inspect", "withdrawals"},
        ExportDelivery: {"inspect", "retry", "skip"},
        FeedAlert: {"inspect"},
        ScheduledJob: {"run_now"},
    }
    assert own[model] <= set(addresses)
    for client in (verdon, salagon):
        for name, url in addresses.items():
            for response in visits(client, f"{url}?id={thing.pk}"):
                assert closed(name, response, thing), (name, response.status_code)
    assert state_of(thing) == before


@pytest.mark.parametrize("model", OF_THE_AGENCY)
def test_agency_reads_what_is_its_own_and_adds_or_deletes_nothing_by_hand(operations, agency, model):
    thing = operations[model]
    before = state_of(thing)
    addresses = object_addresses(model, thing.pk) | common_addresses(model)
    read = READ | ({"edit"} if model is ScheduledJob else set())
    for name in sorted(read & set(addresses)):
        assert agency.get(addresses[name]).status_code == 200, name
    for name in {"add", "delete", "copy", "edit"} & set(addresses) - read:
        for response in visits(agency, addresses[name]):
            assert blocked(response), (name, response.status_code)
    assert state_of(thing) == before


def test_selections_are_read_by_everybody_who_works_here_and_written_by_nobody(operations, verdon, agency):
    selection = operations[Selection]
    before = state_of(selection)
    addresses = object_addresses(Selection, selection.pk) | common_addresses(Selection)
    for client in (verdon, agency):
        for name, url in addresses.items():
            read, written = client.get(f"{url}?id={selection.pk}"), client.post(url, {"name": "Prise"})
            if name in READ | LISTS_TO_CHOOSE_FROM | {"chosen"}:
                assert read.status_code == 200, name
                assert selection.name in read.content.decode(), name
            elif name in ("add", "edit", "delete", "copy"):
                assert blocked(read), (name, read.status_code)
                assert blocked(written), (name, written.status_code)
    assert state_of(selection) == before


@pytest.mark.parametrize("model", [*OF_THE_AGENCY, Selection])
def test_editor_of_pages_alone_sees_nothing_of_imports(operations, model):
    client = page_editor()
    thing = operations[model]
    for name, url in (object_addresses(model, thing.pk) | common_addresses(model)).items():
        for response in visits(client, f"{url}?id={thing.pk}"):
            assert closed(name, response, thing), (name, response.status_code)


def test_runs_and_offices_are_the_agency_s_affair(things, verdon, agency):
    run = ImportRun.objects.get()
    for url in (
        reverse(ImportRun.snippet_viewset.get_url_name("list")),
        reverse(ImportRun.snippet_viewset.get_url_name("inspect"), args=[run.pk]),
        reverse(Office.snippet_viewset.get_url_name("list")),
        reverse(Office.snippet_viewset.get_url_name("edit"), args=[Office.objects.first().pk]),
    ):
        assert blocked(verdon.get(url)), url
        assert agency.get(url).status_code == 200, url


def test_visitors_are_sent_to_the_login_form(things, client):
    for model in MODELS:
        for url in object_addresses(model, things[model].pk).values():
            assert "/admin/login/" in client.get(url)["Location"]


def test_site_history_is_the_agency_s_because_it_tells_what_every_office_does(things, verdon, salagon, agency):
    submit(verdon, reverse(Place.snippet_viewset.get_url_name("edit"), args=[things[Place].pk]), name__en="Told secret")
    for url in ("/admin/reports/site-history/", "/admin/reports/site-history/results/"):
        assert blocked(salagon.get(url))
        assert "Told secret" in agency.get(url).content.decode()
