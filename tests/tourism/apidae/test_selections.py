"""Selections of a project that is read by the API, over HTTP from the simulator."""

from collections.abc import Iterable, Iterator

import pytest

from tests.agenda.apidae_feed import apidae, client_of
from tests.tourism.apidae.territories import event
from tourism.apidae.client import ApidaeError
from tourism.apidae.referential import learn_selections_from_api
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.models import Selection

pytestmark = pytest.mark.django_db


def project(members: dict[int, Iterable[int]]) -> Dataset:
    """Four hundred and five events, and selections of some by their numbers."""
    return Dataset(
        objects=[event(number) for number in range(405)],
        selections=[
            {
                "id": number,
                "nom": f"traverse-{number}",
                "libelle": {"libelleFr": f"Choix {number}", "libelleEn": f"Choice {number}"},
                "objetsTouristiques": [{"type": "FETE_ET_MANIFESTATION", "id": 5000 + one} for one in held],
            }
            for number, held in members.items()
        ],
    )


def learn(server: ApidaeSimulator) -> None:
    with client_of(server) as client:
        learn_selections_from_api(client, source="apidae")


def kept() -> dict[str, set[str]]:
    """Members by selection."""
    return {one.external_id: set(one.members.values_list("external_id", flat=True)) for one in Selection.objects.all()}


@pytest.fixture
def server() -> Iterator[ApidaeSimulator]:
    with apidae(project({1: range(405), 2: [3, 4]})) as simulator:
        yield simulator


def test_selections_are_kept_with_their_names_and_all_their_members(server):
    learn(server)
    assert kept() == {"1": {str(5000 + number) for number in range(405)}, "2": {"5003", "5004"}}
    second = Selection.objects.get(external_id="2")
    assert (second.source, second.name, second.labels) == (
        "apidae",
        "traverse-2",
        {"fr": "Choix 2", "en": "Choice 2"},
    )


def test_selections_follow_the_project_and_those_of_other_sources_stay(server):
    Selection.objects.create(source="geotrek", external_id="1", name="Ailleurs")
    learn(server)
    server.dataset = project({2: [4], 3: []})
    learn(server)
    ours = Selection.objects.filter(source="apidae").order_by("external_id")
    assert [(one.external_id, one.members.count()) for one in ours] == [("2", 1), ("3", 0)]
    assert Selection.objects.filter(source="geotrek").exists()


def test_project_that_answers_no_selection_at_all_leaves_what_we_have(server):
    learn(server)
    server.dataset = project({})
    learn(server)
    assert set(kept()) == {"1", "2"}


@pytest.mark.parametrize("fault", ["unavailable", "html", "truncated", "short"])
def test_failure_changes_no_selection(server, fault):
    learn(server)
    before = kept()
    server.dataset = project({2: range(300), 3: range(300)})
    server.faults.active = {fault: None}
    with pytest.raises(ApidaeError):
        learn(server)
    assert kept() == before
