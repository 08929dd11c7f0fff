"""The place of an event that a source brought: an editor's choice goes first, and the name can be remembered."""

import pytest

from agenda.actions import add_alias, link_events
from agenda.models import Event
from tests.agenda.venues import announced, place_of, venue
from tests.tourism.admin.back_office import errors_of, submit
from tourism.models import Office, Place, PlaceAlias

pytestmark = pytest.mark.django_db
EDIT = "/admin/snippets/agenda/event/edit/{}/"


def save(client, event: Event, **fields):
    return submit(client, EDIT.format(event.pk), **fields)


def after_a_run(event: Event) -> Place | None:
    link_events(event_ids=[event.pk])
    return place_of(event)


def test_chosen_place_stays_through_runs_and_is_left_to_the_source_again(agency):
    named, chosen = venue("1", "Théâtre"), venue("2", "Salle du haut")
    event = announced("a", "Théâtre")
    assert place_of(event) == named
    assert save(agency, event, place=chosen.pk).status_code == 302
    assert (place_of(event), after_a_run(event)) == (chosen, chosen)
    override = Event.objects.get(pk=event.pk).overrides["place"]
    assert (override["value"], bool(override["by"])) == (chosen.public_id, True)
    assert PlaceAlias.objects.count() == 0
    assert save(agency, event, place_as_said="on").status_code == 302
    assert (after_a_run(event), Event.objects.get(pk=event.pk).overrides) == (named, {})


def test_that_it_is_none_of_ours_stays_through_runs(agency):
    venue("1", "Théâtre")
    event = announced("a", "Théâtre")
    assert save(agency, event, place="").status_code == 302
    assert (place_of(event), after_a_run(event)) == (None, None)


def test_saving_something_else_chooses_no_place(agency):
    named = venue("1", "Théâtre")
    event = announced("a", "Théâtre")
    assert save(agency, event, organiser="Foyer rural").status_code == 302
    event = Event.objects.get(pk=event.pk)
    assert (event.place, set(event.overrides)) == (named, {"organiser"})


def test_remembered_name_joins_what_else_is_announced_there(agency):
    place = venue("1", "Théâtre Jean-le-Bleu")
    event, before = announced("a", "Le Bleu"), announced("b", "le bleu")
    elsewhere = announced("c", "Le Bleu", "04070")
    response = save(agency, event, place=place.pk, remember_name="on")
    assert response.status_code == 302, errors_of(response)
    alias = PlaceAlias.objects.get()
    assert (alias.place, alias.name, alias.commune_code, bool(alias.by)) == (place, "Le Bleu", "04112", True)
    assert [place_of(one) for one in (before, announced("d", "Le Bleu"), elsewhere)] == [place, place, None]


def test_name_is_remembered_of_the_source_and_not_of_the_editor(agency):
    place, event = venue("1", "Théâtre"), announced("a", "Le Bleu")
    save(agency, event, place=place.pk, venue="Théâtre municipal", remember_name="on")
    assert PlaceAlias.objects.get().name == "Le Bleu"


def test_name_of_another_place_or_of_none_is_not_remembered(agency):
    place, other, event = venue("1", "Théâtre"), venue("2", "Café"), announced("a", "La cave")
    assert "remember_name" in errors_of(save(agency, event, remember_name="on"))
    add_alias(place=other, name="Le Bleu", by="")
    event = announced("b", "Le Bleu")
    assert "remember_name" in errors_of(save(agency, event, place=place.pk, remember_name="on"))
    assert (place_of(event), PlaceAlias.objects.count()) == (other, 1)


def test_office_keeps_a_place_of_another_office_and_cannot_name_or_choose_one(verdon):
    own, others = (
        Office.objects.get(group__user__username="verdon"),
        Office.objects.get(group__user__username="salagon"),
    )
    place, foreign = venue("1", "Théâtre"), venue("2", "Café")
    Place.objects.update(office=others)
    event = announced("a", "Théâtre")
    Event.objects.update(office=own)
    assert save(verdon, event, organiser="Foyer rural").status_code == 302
    assert place_of(event) == place
    assert "remember_name" in errors_of(save(verdon, event, remember_name="on"))
    assert "place" in errors_of(save(verdon, event, place=foreign.pk))
    assert (place_of(event), PlaceAlias.objects.count()) == (place, 0)
