"""A festival and its programme by hand: an editor's choice goes before the source's and outlives its imports."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.actions import link_events, merge_events, unmerge_events
from agenda.admin.programme import programme_of
from agenda.models import Event
from tests.agenda.admin.event_form import ADD, EDIT, day, typed
from tests.agenda.events import days, make_event
from tests.agenda.told import DAY, SOON, says, told
from tests.tourism.admin.back_office import errors_of, submit
from tourism.models import Office

pytestmark = pytest.mark.django_db
KEY = "part_of_public_id"
HISTORY = "/admin/snippets/agenda/event/field-history/{}/?field=" + KEY
PROGRAMME = """query ($id: ID!) { event(id: $id) { programme { name } partOf { name } } }"""


def save(client, event: Event, **fields):
    return submit(client, EDIT.format(event.pk), **fields)


def festival_of(event: Event) -> Event | None:
    return Event.objects.select_related("part_of").get(pk=event.pk).part_of


def after_a_run(event: Event, **said) -> Event | None:
    """Its source says something else, and the run ends."""
    says("apidae", "part", **said)
    link_events(event_ids=[event.pk])
    return festival_of(event)


@pytest.fixture
def named() -> Event:
    """The festival that the source names."""
    return told("apidae", "named", "Fête de l’eau", schedule=days(SOON))


@pytest.fixture
def other() -> Event:
    return make_event("Rencontres de l’été", days(SOON))


@pytest.fixture
def part(named) -> Event:
    return told("apidae", "part", "Concert au lavoir", schedule=days(SOON), part_of_external_id="named")


def test_imported_event_joins_a_festival_leaves_all_and_goes_back_to_the_sources(agency, named, other, part):
    assert festival_of(part) == named
    assert save(agency, part, part_of=other.pk).status_code == 302
    assert (festival_of(part), after_a_run(part, organiser="A")) == (other, other)
    override = Event.objects.get(pk=part.pk).overrides[KEY]
    assert (override["value"], bool(override["by"])) == (other.public_id, True)
    assert save(agency, part, part_of="").status_code == 302
    assert (festival_of(part), after_a_run(part, organiser="B")) == (None, None)
    assert save(agency, part, give_back=KEY).status_code == 302
    assert (festival_of(part), after_a_run(part, organiser="C")) == (named, named)
    assert KEY not in Event.objects.get(pk=part.pk).overrides


def test_source_that_names_no_festival_leaves_the_editors(agency, other):
    lone = told("apidae", "part", "Concert", schedule=days(SOON))
    assert save(agency, lone, part_of=other.pk).status_code == 302
    assert after_a_run(lone, organiser="A") == other
    assert save(agency, lone, give_back=KEY).status_code == 302
    assert after_a_run(lone, organiser="B") is None


def test_saving_something_else_chooses_no_festival(agency, named, part):
    assert save(agency, part, organiser="Foyer rural").status_code == 302
    assert (festival_of(part), set(Event.objects.get(pk=part.pk).overrides)) == (named, {"organiser"})


def test_form_left_open_during_an_import_does_not_undo_the_festival_that_it_brought(agency, named, part):
    late = told("apidae", "late", "Fête du feu", schedule=days(SOON))
    shown = agency.get(EDIT.format(part.pk)).context["form"].initial["shown_values"]
    assert after_a_run(part, part_of_external_id="late") == late
    save(agency, part, part_of=named.pk, shown_values=shown, organiser="Foyer rural")
    assert (festival_of(part), set(Event.objects.get(pk=part.pk).overrides)) == (late, {"organiser"})


def test_who_says_so_is_on_the_form_and_in_the_history(agency, named, other, part):
    page = agency.get(EDIT.format(part.pk))
    assert page.context["form"].mark_of(KEY)["source"] == "Apidae Tourisme"
    save(agency, part, part_of=other.pk)
    mark = agency.get(EDIT.format(part.pk)).context["form"].mark_of(KEY)
    assert (mark["source"], mark["source_says"], bool(mark["edited_by"])) == ("Apidae Tourisme", "Fête de l’eau", True)
    save(agency, part, part_of="")
    now = agency.get(HISTORY.format(part.pk))
    assert now.context["now"]["value"] == "Aucun"
    save(agency, part, part_of=other.pk)
    told_ = agency.get(HISTORY.format(part.pk))
    assert (told_.context["now"]["value"], told_.context["now"]["edited"]) == ("Rencontres de l’été", True)
    save(agency, part, give_back=KEY)
    page = agency.get(HISTORY.format(part.pk)).content.decode()
    assert "Rendu à la source" in page
    assert other.public_id not in page


def test_festival_shows_its_programme_with_who_made_each_part_of_it(agency, named, other, part):
    own = make_event("Veillée", days(DAY))
    save(agency, own, part_of=named.pk)
    page = agency.get(EDIT.format(named.pk)).content.decode()
    user = agency.get("/admin/").wsgi_request.user
    assert [(row["event"], row["by_editor"]) for row in programme_of(named, user)] == [(part, False), (own, True)]
    assert EDIT.format(part.pk) in page and EDIT.format(own.pk) in page
    assert f"{ADD}?part_of={named.pk}" in page
    save(agency, part, part_of=other.pk)
    assert [row["event"] for row in programme_of(named, user)] == [own]
    assert [(row["event"], row["by_editor"]) for row in programme_of(other, user)] == [(part, True)]


def test_programme_is_read_in_as_many_statements_whatever_it_holds(agency, named):
    user = agency.get("/admin/").wsgi_request.user
    counts = []
    for number in range(3):
        Event.objects.filter(pk=make_event(f"Veillée {number}", days(SOON)).pk).update(part_of=named)
        with CaptureQueriesContext(connection) as captured:
            assert len(programme_of(named, user)) == number + 1
        counts.append(len(captured))
    assert len(set(counts)) == 1


def test_new_event_is_begun_from_the_screen_of_its_festival(agency, other):
    page = f"{ADD}?part_of={other.pk}"
    answer = submit(agency, page, name__fr="Bal", when_first=typed(day(3)))
    assert answer.status_code == 302, errors_of(answer)
    assert festival_of(Event.objects.get(title="Bal")) == other
    assert agency.get(f"{ADD}?part_of=autre").status_code == 200
    assert agency.get(f"{ADD}?part_of=99999999999999999999").status_code == 200


def test_office_chooses_among_its_own_festivals_and_keeps_what_the_source_named(verdon, named, other, part):
    own = Office.objects.get(group__user__username="verdon")
    foreign = Office.objects.get(group__user__username="salagon")
    Event.objects.filter(pk__in=[named.pk, other.pk]).update(office=foreign)
    Event.objects.filter(pk=part.pk).update(office=own)
    assert save(verdon, part, organiser="Foyer rural").status_code == 302
    assert festival_of(part) == named
    assert "part_of" in errors_of(save(verdon, part, part_of=other.pk))
    assert festival_of(part) == named
    page = verdon.get(f"{ADD}?part_of={other.pk}").content.decode()
    assert "Rencontres de l’été" not in page
    own_festival = make_event("Fête du lac", days(SOON))
    Event.objects.filter(pk=own_festival.pk).update(office=own)
    assert save(verdon, part, part_of=own_festival.pk).status_code == 302
    assert festival_of(part) == own_festival


def test_festival_is_not_part_of_its_own_programme(agency, named, part):
    assert "part_of" in errors_of(save(agency, named, part_of=part.pk))
    assert "part_of" in errors_of(save(agency, named, part_of=named.pk))


def test_programme_by_hand_is_told_to_visitors_and_search_engines(agency, client, graphql, part):
    place = {"address": {"postcode": "04000", "city": "Digne-les-Bains"}}
    says("apidae", "part", **place)
    festival = make_event("Rencontres", days(SOON), **place)
    save(agency, part, part_of=festival.pk)
    assert graphql(PROGRAMME, id=part.public_id)["event"] == {"programme": [], "partOf": {"name": "Rencontres"}}
    expected = {"programme": [{"name": "Concert au lavoir"}], "partOf": None}
    assert graphql(PROGRAMME, id=festival.public_id)["event"] == expected


def test_what_was_added_by_hand_follows_a_festival_that_becomes_part_of_another(agency, named, other, part):
    own = make_event("Veillée", days(SOON))
    save(agency, own, part_of=other.pk)
    save(agency, part, part_of=other.pk)
    merge = merge_events(kept_id=named.pk, absorbed_id=other.pk, by="Zoé")
    assert (festival_of(own), festival_of(part)) == (named, named)
    unmerge_events(merge=merge, by="Zoé")
    assert (festival_of(own), festival_of(part)) == (other, other)


def state_of(event: Event) -> str:
    return Event.objects.get(pk=event.pk).status


def test_programme_of_a_cancelled_festival_is_cancelled_and_comes_back_with_it(named, part):
    says("apidae", "named", status="CANCELLED")
    assert (state_of(named), state_of(part)) == ("CANCELLED", "CANCELLED")
    says("apidae", "part", organiser="A")
    assert state_of(part) == "CANCELLED", "Read again, it is still part of what is cancelled."
    says("apidae", "named", status="POSTPONED")
    assert state_of(part) == "POSTPONED"
    says("apidae", "named", status="SCHEDULED")
    assert (state_of(named), state_of(part)) == ("SCHEDULED", "SCHEDULED")


def test_part_that_is_cancelled_itself_stays_so_when_its_festival_is_on_again(named, part):
    says("apidae", "part", status="CANCELLED")
    says("apidae", "named", status="POSTPONED")
    assert state_of(part) == "CANCELLED"
    says("apidae", "named", status="SCHEDULED")
    assert state_of(part) == "CANCELLED"


def test_part_of_which_an_editor_says_that_it_takes_place_all_the_same_does(agency, named, part):
    says("apidae", "named", status="CANCELLED")
    assert save(agency, part, status="SCHEDULED").status_code == 302
    assert state_of(part) == "SCHEDULED"
    says("apidae", "part", organiser="A")
    assert state_of(part) == "SCHEDULED"


def test_festival_that_is_cancelled_before_its_programme_is_known_cancels_what_joins_it(agency, other, part):
    assert save(agency, other, status="CANCELLED").status_code == 302
    assert state_of(part) == "SCHEDULED"
    assert save(agency, part, part_of=other.pk).status_code == 302
    assert state_of(part) == "CANCELLED"
