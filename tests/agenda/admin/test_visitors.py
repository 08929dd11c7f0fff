"""For whom an event is and whether it has a roof: an editor's word over what sources say in labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.actions import link_events
from agenda.admin.visitors import accessibility_entry, audiences_entry
from agenda.enums import Audience, Disability
from agenda.facets import audiences_of, disabilities_of
from agenda.models import Event
from tests.agenda.admin.event_form import ADD, EDIT, day, typed
from tests.agenda.events import days
from tests.agenda.told import SOON, says, told
from tests.tourism.admin.back_office import errors_of, submit

INSIDE = {"id": 1669, "family": "TypologiePromoSitra", "label": {"fr": "Indoor (intérieur)"}}
FAMILIES = {"id": 513, "family": "TypeClientele", "label": {"fr": "Spécial famille avec enfants"}}
LITTLE = {"id": 4548, "family": "TypeClientele", "label": {"fr": "Enfants de 2 à 6 ans"}}
REDUCED = {"id": 3732, "family": "TypeClientele", "label": {"fr": "Tarif spécial pour personnes handicapées"}}
NO_WHEELCHAIR = {"id": 3651, "family": "TourismeAdapte", "label": {"fr": "Non accessible en fauteuil roulant"}}
FACETS = "{ agendaFacets { indoor outdoor audiences { audience count } accessible { disability count } } }"


def save(client, event: Event, **fields):
    answer = submit(client, EDIT.format(event.pk), **fields)
    assert answer.status_code == 302, errors_of(answer)
    return Event.objects.get(pk=event.pk)


@pytest.fixture
def brought(db) -> Event:
    said = {"labels": [INSIDE], "audiences": [FAMILIES, REDUCED], "accessibility": [NO_WHEELCHAIR]}
    return told("apidae", "1", "Contes", schedule=days(SOON), **said)


def rows_of(event: Event) -> tuple:
    row = event.occurrences.get()
    return row.indoor, row.audiences, row.accessible


def test_form_shows_what_the_labels_of_the_source_say(agency, brought):
    form = agency.get(EDIT.format(brought.pk)).context["form"]
    shown = {name: form.initial[name] for name in ("indoor", "for_audiences", "for_accessibility")}
    assert shown == {"indoor": "INDOOR", "for_audiences": ["FAMILIES"], "for_accessibility": []}
    assert [form.mark_of(key)["source"] for key in ("indoor", "audiences")] == ["Apidae Tourisme"] * 2
    assert save(agency, brought, organiser="Foyer rural").overrides.keys() == {"organiser"}


def test_roof_of_an_editor_outlives_imports_and_goes_back_to_the_source(agency, brought, graphql):
    for chosen, indoor in (("OUTDOOR", False), ("BOTH", None), ("", None)):
        event = save(agency, brought, indoor=chosen)
        assert (rows_of(event)[0], event.overrides["indoor"]["value"]) == (indoor, chosen or "UNSAID")
        says("apidae", "1", organiser=f"Qui a dit {chosen}")
        link_events(event_ids=[event.pk])
        assert rows_of(event)[0] is indoor
        assert agency.get(EDIT.format(event.pk)).context["form"].initial["indoor"] == chosen
    save(agency, brought, indoor="OUTDOOR")
    mark = agency.get(EDIT.format(brought.pk)).context["form"].mark_of("indoor")
    assert (mark["source_says"], bool(mark["edited_by"])) == ("À l’intérieur", True)
    facets = graphql(FACETS)["agendaFacets"]
    assert (facets["indoor"], facets["outdoor"]) == (0, 1)
    history = agency.get(f"/admin/snippets/agenda/event/field-history/{brought.pk}/?field=indoor")
    assert history.context["now"]["value"] == "En plein air"
    event = save(agency, brought, indoor="INDOOR")
    assert ("indoor" in event.overrides, rows_of(event)[0]) == (False, True)
    save(agency, brought, indoor="OUTDOOR")
    event = save(agency, brought, give_back="indoor")
    assert ("indoor" in event.overrides, rows_of(event)[0]) == (False, True)


def test_audience_and_accessibility_of_an_editor_lead_the_filters_until_given_back(agency, brought, graphql):
    event = save(agency, brought, for_audiences=["FAMILIES", "SENIORS"], for_accessibility=["MOTOR"])
    assert rows_of(event) == (True, "|FAMILIES|SENIORS|", "|MOTOR|")
    assert event.facts["audiences"][:2] == [FAMILIES, REDUCED]
    assert NO_WHEELCHAIR not in event.facts["accessibility"]
    says("apidae", "1", audiences=[LITTLE])
    facets = graphql(FACETS)["agendaFacets"]
    assert [one["audience"] for one in facets["audiences"]] == ["FAMILIES", "SENIORS"]
    assert facets["accessible"] == [{"disability": "MOTOR", "count": 1}]
    read = graphql("query ($id: ID!) { event(id: $id, language: it) { audiences { name } } }", id=event.public_id)
    assert {"name": "Anziani"} in read["event"]["audiences"]
    event = save(agency, brought, give_back=["audiences", "accessibility"])
    assert (event.overrides, rows_of(event)) == ({}, (True, "|CHILDREN|", ""))


def test_own_event_says_for_whom_and_where(agency):
    fields = {"indoor": "OUTDOOR", "for_audiences": ["CHILDREN"], "for_accessibility": ["HEARING", "VISUAL"]}
    answer = submit(agency, ADD, name__fr="Bal", when_first=typed(day(3)), **fields)
    assert answer.status_code == 302, errors_of(answer)
    assert rows_of(Event.objects.get()) == (False, "|CHILDREN|", "|HEARING|VISUAL|")


LABELS = st.lists(
    st.sampled_from([FAMILIES, LITTLE, REDUCED, NO_WHEELCHAIR])
    | st.builds(
        lambda number, words: {"id": number, "family": "x", "label": {"fr": words}},
        st.none() | st.integers(400, 6000),
        st.sampled_from(["De 8 à 16 ans", "Adultes", "Handicap moteur", "Tout public", "Familles"]),
    ),
    max_size=6,
)


@given(LABELS, st.lists(st.sampled_from(Audience.values), unique=True))
def test_what_is_chosen_is_what_is_read_and_unchanged_labels_stay(labels, chosen):
    entry = audiences_entry()
    assert entry.write(labels, {"for_audiences": entry.read(labels)["for_audiences"]}) == labels
    written = entry.write(labels, {"for_audiences": chosen})
    assert set(audiences_of({"audiences": written})) == set(chosen)
    assert [one for one in labels if not audiences_of({"audiences": [one]})] == [
        one for one in written if not audiences_of({"audiences": [one]})
    ]


@given(LABELS, st.lists(st.sampled_from(Disability.values), unique=True))
def test_disabilities_that_are_chosen_are_read(labels, chosen):
    entry = accessibility_entry()
    written = entry.write(labels, {"for_accessibility": chosen})
    assert set(disabilities_of({"accessibility": written})) == set(chosen)
