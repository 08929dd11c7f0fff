""" "This seems to be already announced": asked while typing, over GraphQL."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.actions import add_alias
from agenda.alike import alike_events
from agenda.models import Event
from tests.agenda.events import days, every_day, make_event
from tests.agenda.venues import venue

pytestmark = pytest.mark.django_db
ALIKE = """query($title: String!, $dates: TypedDatesInput, $where: String, $commune: String, $language: Language!) {
  alikeEvents(title: $title, dates: $dates, where: $where, communeCode: $commune, language: $language) {
    id name start venue commune { name } } }"""


def on(offset: int) -> date:
    return timezone.localdate() + timedelta(days=offset)


@pytest.fixture
def loto():
    return make_event(
        "Grand loto de l’école", days(on(5), on(12), start=time(14, 30)), venue="Salle des fêtes", commune_code="04135"
    )


def names(graphql, title, **asked) -> list[str]:
    answer = graphql(ALIKE, **{"title": title, "language": "fr", "commune": "04135"} | asked)
    return [card["name"] for card in answer["alikeEvents"]]


def test_what_is_announced_already_is_named_with_the_date_in_question(graphql, loto):
    answer = graphql(
        ALIKE, title="Loto de l'ecole", language="fr", commune="04135", dates={"first": on(12).isoformat()}
    )
    (card,) = answer["alikeEvents"]
    assert (card["id"], card["venue"], card["commune"]["name"]) == (
        loto.public_id,
        "Salle des fêtes",
        "Moustiers-Sainte-Marie",
    )
    assert card["start"].startswith(on(12).isoformat())


def test_another_day_another_title_or_another_commune_is_another_event(graphql, loto):
    good = {"first": on(5).isoformat(), "start": "14:30"}
    assert names(graphql, "Loto de l’école", dates=good) == ["Grand loto de l’école"]
    assert names(graphql, "Concert de l’école", dates=good) == []
    assert names(graphql, "Loto de l’école", dates={"first": on(200).isoformat()}) == []
    assert names(graphql, "Loto de l’école", dates=good, commune="04245", where="Salle polyvalente") == []


def test_without_dates_the_next_weeks_are_looked_through_by_title(graphql, loto):
    assert names(graphql, "Loto de l’école") == ["Grand loto de l’école"]
    assert names(graphql, "Vide-greniers") == []


def test_a_form_that_is_half_filled_is_no_error(graphql, loto):
    for dates in ({"first": "2026-13-45"}, {"first": "demain"}, {"last": on(3).isoformat()}, {"weekdays": [9]}):
        assert isinstance(names(graphql, "Loto de l’école", dates=dates), list)
    assert names(graphql, "Lo") == names(graphql, "   ") == names(graphql, "\x00" * 50) == []


def test_at_most_five_are_named_and_an_exhibition_too(graphql):
    for number in range(8):
        make_event(f"Loto de l’école {'abcdefgh'[number]}", days(on(5)), commune_code="04135", venue="Salle des fêtes")
    assert len(names(graphql, "Loto de l’école", dates={"first": on(5).isoformat()})) <= 5
    make_event("Terres vernissées", every_day(on(-30), on(60)), commune_code="04135", venue="Musée")
    dates = {"first": on(1).isoformat(), "last": on(40).isoformat()}
    assert names(graphql, "Terres vernissées", dates=dates, where="Musée") == ["Terres vernissées"]


def test_venue_is_known_by_its_other_name(graphql):
    place = venue("1", "Théâtre Jean-le-Bleu", commune="04135")
    add_alias(place=place, name="Salle Giono", by="")
    evening = make_event("Veillée calendale", days(on(5)), commune_code="04135", venue="Théâtre Jean-le-Bleu")
    Event.objects.filter(pk=evening.pk).update(place=place)
    # Words enough in one house, too few between two of one town.
    for where, found in (("Salle Giono", ["Veillée calendale"]), ("Salle polyvalente", [])):
        dates = {"first": on(5).isoformat(), "start": "18:00"}
        assert names(graphql, "Veillée de Noël", dates=dates, where=where) == found


def test_number_of_statements_does_not_depend_on_what_is_known():
    asked = {"title": "Loto de l’école", "dates": {"first": on(5).isoformat()}, "commune_code": "04135"}
    counts = []
    for known in (1, 30):
        for number in range(known):
            name = f"Loto {number} de l’école {known}"
            make_event(name, days(on(5)), commune_code="04135", venue="Salle des fêtes")
        with CaptureQueriesContext(connection) as captured:
            assert alike_events(**asked)
        counts.append(len(captured))
    # Dates, other names of places, events, whether more follow, cards.
    assert counts[0] == counts[1] <= 5
