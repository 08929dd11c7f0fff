"""What a source brought can be hidden, not deleted: nothing offers to delete it. What was written here can be."""

import re

import pytest
from django.urls import reverse

from agenda.actions import refold_event
from agenda.models import Event
from tourism.actions import refold_place
from tourism.models import Office, Place

OWN = {Place: refold_place, Event: refold_event}


def own_entry(model, name: str):
    """Something that Verdon Tourisme wrote here."""
    values = {"name.fr": name, "commune_code": "04135", "latitude": 43.84, "longitude": 6.22}
    subject = model.objects.create(
        public_id=f"own{name}",
        office=Office.objects.get(slug="verdon"),
        overrides={key: {"value": value} for key, value in values.items()},
    )
    return OWN[model](subject, records=[])


def list_of(client, model) -> str:
    return client.get(reverse(model.snippet_viewset.get_url_name("list"))).content.decode()


def ticked(page: str) -> list[int]:
    """Primary keys of the rows that have a box."""
    boxes = re.findall(r"<input[^>]*data-bulk-action-checkbox[^>]*>", page)
    return [int(re.search(r'data-object-id="(\d+)"', box)[1]) for box in boxes]


def deletion(model, pk: int) -> str:
    return reverse(model.snippet_viewset.get_url_name("delete"), args=[pk])


@pytest.mark.parametrize("model", list(OWN))
def test_lists_offer_to_delete_own_entries_only(feed, model, agency):
    imported = set(model.objects.values_list("pk", flat=True))
    nothing = list_of(agency, model)
    assert ticked(nothing) == []
    assert "bulk-actions-filter-checkbox" not in nothing
    own = own_entry(model, "Lavoir")
    page = list_of(agency, model)
    assert ticked(page) == [own.pk]
    assert "bulk-actions-filter-checkbox" in page
    assert deletion(model, own.pk) in page
    assert [pk for pk in imported if deletion(model, pk) in page] == []


def test_lists_offer_no_deletion_to_those_who_may_only_hide(feed, verdon):
    own = own_entry(Place, "Lavoir")
    page = list_of(verdon, Place)
    assert own.title in page
    assert ticked(page) == []
    assert deletion(Place, own.pk) not in page


def test_whole_list_is_not_offered_to_be_deleted_at_once(feed, agency):
    for number in range(31):
        own_entry(Place, f"Lavoir {number:02}")
    page = list_of(agency, Place)
    assert len(ticked(page)) >= 28
    assert "data-bulk-action-num-objects-in-listing" not in page


@pytest.mark.parametrize("model", list(OWN))
def test_own_entry_is_deleted_by_the_list_and_what_was_imported_stays(feed, agency, model):
    own = own_entry(model, "Lavoir")
    imported = model.objects.filter(office__slug="verdon").exclude(pk=own.pk).get()
    url = reverse("wagtail_bulk_action", args=(model._meta.app_label, model._meta.model_name, "delete"))
    agency.post(f"{url}?id={own.pk}&id={imported.pk}&next=/admin/")
    assert not model.objects.filter(pk=own.pk).exists()
    assert model.objects.filter(pk=imported.pk).exists()


def test_page_of_an_imported_place_offers_to_hide_and_not_to_delete(feed, agency):
    imported, own = Place.objects.order_by("pk").first(), own_entry(Place, "Lavoir")
    pages = [
        agency.get(reverse(Place.snippet_viewset.get_url_name("edit"), args=[one.pk])).content.decode()
        for one in (imported, own)
    ]
    assert [deletion(Place, one.pk) in page for one, page in zip((imported, own), pages, strict=True)] == [False, True]
    assert all('name="hidden"' in page for page in pages)
