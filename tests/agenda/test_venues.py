"""Places as venues: events are joined by name, other names are learned, two places become one and two again."""

import pytest

from agenda.actions import AliasTakenError, add_alias, merge_places, remove_alias, unmerge_places
from agenda.candidates import coming_events, stored_candidates
from agenda.models import Event, EventFeed
from tests.agenda.events import days, make_event
from tests.agenda.told import SOON
from tests.agenda.venues import announced, place_of, venue
from tests.tourism.admin.conftest import agency, offices, verdon
from tourism.models import Place, PlaceAlias, Trail

pytestmark = pytest.mark.django_db
__all__ = ["agency", "offices", "verdon"]


@pytest.mark.parametrize("said", ["Salle des fêtes", "la SALLE DES FETES", "Salle des Fêtes "])
def test_event_is_joined_to_the_place_of_that_name_in_its_commune(said):
    place = venue("1", "Salle des fêtes")
    venue("2", "Salle des fêtes", commune="04070")
    assert place_of(announced("a", said)) == place


@pytest.mark.parametrize("said, commune", [("Salle des fêtes", "04209"), ("Salle", "04112"), ("", "04112")])
def test_event_elsewhere_or_without_that_name_is_joined_to_nothing(said, commune):
    venue("1", "Salle des fêtes")
    assert place_of(announced("a", said, commune)) is None


def test_name_that_two_places_of_the_commune_have_joins_to_neither():
    venue("1", "La Poste")
    venue("2", "La poste")
    assert place_of(announced("a", "La Poste")) is None


def test_other_name_joins_events_that_are_known_and_those_to_come_until_it_is_forgotten():
    place, before = venue("1", "Théâtre Jean-le-Bleu"), announced("a", "Le Bleu")
    alias = add_alias(place=place, name="Le Bleu", by="Zoé")
    assert (place_of(before), place_of(announced("b", "le bleu"))) == (place, place)
    assert alias.commune_code == "04112"
    remove_alias(alias=alias)
    assert place_of(before) is None


def test_other_name_of_another_place_is_refused():
    place, other = venue("1", "Théâtre"), venue("2", "Café")
    add_alias(place=place, name="Le Bleu", by="")
    with pytest.raises(AliasTakenError):
        add_alias(place=other, name="le bleu", by="")


def test_candidates_carry_the_names_of_their_venue():
    place = venue("1", "Théâtre Jean-le-Bleu")
    add_alias(place=place, name="Le Bleu", by="")
    announced("a", "Le Bleu")
    candidate = next(iter(stored_candidates(coming_events()))).candidate
    assert (candidate.venue_id, candidate.venue_aliases) == (place.public_id, ("Théâtre Jean-le-Bleu",))


def test_joined_places_share_events_names_and_address_and_are_two_again():
    kept, absorbed = venue("1", "Théâtre Jean-le-Bleu"), venue("2", "Salle Giono", source="datatourisme")
    alias = add_alias(place=absorbed, name="Giono", by="")
    by_name, other = announced("a", "Salle Giono"), announced("b", "Théâtre Jean-le-Bleu")
    own = make_event("Bal", days(SOON))
    Event.objects.filter(pk=own.pk).update(place=absorbed)
    merge = merge_places(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
    alias.refresh_from_db()
    assert [place_of(event) for event in (by_name, other, own)] == [kept, kept, kept]
    assert (alias.place, set(kept.aliases.values_list("name", flat=True))) == (kept, {"Giono", "Salle Giono"})
    assert Place.objects.get(pk=absorbed.pk).replaced_by == f"/place/{kept.public_id}"
    assert place_of(announced("c", "salle giono")) == kept
    unmerge_places(merge=merge, by="Zoé")
    alias.refresh_from_db()
    assert [place_of(event) for event in (by_name, other, own)] == [absorbed, kept, absorbed]
    assert (alias.place, PlaceAlias.objects.count()) == (absorbed, 1)
    assert Place.objects.get(pk=absorbed.pk).published is True


def test_office_adds_and_forgets_other_names_and_joins_places_on_the_screen(offices, agency, verdon):
    kept, absorbed = venue("1", "Théâtre Jean-le-Bleu"), venue("2", "Salle Giono", source="datatourisme")
    event = announced("a", "Le Bleu")
    url = f"/admin/venues/{kept.pk}/"
    assert verdon.get(url).status_code in (302, 403)
    agency.post(url, {"do": "add", "name": "Le Bleu"})
    assert place_of(event) == kept
    Trail.objects.create(public_id="sentier", title="Sentier de Giono").places.add(absorbed)
    EventFeed.objects.create(name="Agenda du Bleu", place=absorbed)
    page = agency.get(f"{url}?other={absorbed.pk}").content.decode()
    assert "Réunir « Salle Giono » à « Théâtre Jean-le-Bleu »" in page
    assert "1 balade : Sentier de Giono" in page and "Agenda du Bleu" in page
    assert agency.get(f"{url}?q=giono").context["found"] == [absorbed]
    agency.post(url, {"do": "join", "number": absorbed.pk})
    assert Place.objects.get(pk=absorbed.pk).replaced_by == f"/place/{kept.public_id}"
    merge = agency.get(url).context["merges"][0][0]
    agency.post(url, {"do": "part", "number": merge.pk})
    assert Place.objects.get(pk=absorbed.pk).published is True
    agency.post(url, {"do": "remove", "number": PlaceAlias.objects.get().pk})
    assert place_of(event) is None
    assert url in agency.get(f"/admin/snippets/tourism/place/edit/{kept.pk}/").content.decode()
