"""Feeds, objects and referentials read by the client from the simulator over real HTTP."""

import json
from urllib.parse import parse_qs

import httpx
import pytest

from tests.tourism.apidae.client.clients import ALL, KEY, answering, client_of, requests_made
from tests.tourism.apidae.territories import SAMPLES, needs_samples, territory
from tourism.apidae.client import ApidaeNotFound
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.jackson import pretty_json

# Reading a feed


@pytest.mark.parametrize("page_size", [2, 7, 50, 200])
def test_iter_objects_gives_each_object_once_in_order_of_ids(page_size):
    with ApidaeSimulator(territory(60), api_key=KEY, project_id=3030) as simulator, client_of(simulator) as client:
        found = [item["id"] for item in client.iter_objects({}, page_size=page_size)]
    assert found == [*range(5000, 5060), 9001, 9002]


def test_iter_objects_reads_hundreds_in_few_requests(apidae, client):
    assert [item["id"] for item in client.iter_objects({})] == ALL
    assert requests_made(apidae, "recherche/list-objets-touristiques") == 3
    assert {method for method, _ in apidae.requests} == {"POST"}


def test_iter_objects_asks_for_everything_by_default(client):
    item = next(client.iter_objects({"identifiants": [5004]}))
    assert item["nom"] == {"libelleFr": "Fête numéro 4", "libelleEn": "Fair number 4"}
    assert item["informationsFeteEtManifestation"]["categories"][0]["libelleIt"] == "Concerto"
    assert item["gestion"]["membreProprietaire"]["id"] == 10


def test_iter_objects_with_own_fields_still_gets_ids(client):
    query = {"responseFields": ["nom"], "locales": ["en"], "identifiants": [5004]}
    assert list(client.iter_objects(query)) == [
        {"type": "FETE_ET_MANIFESTATION", "id": 5004, "nom": {"libelleEn": "Fair number 4"}}
    ]


def test_iter_objects_of_an_empty_selection_is_empty(client):
    assert list(client.iter_objects({"selectionIds": [3]})) == []


def test_announced_total_is_known_after_the_first_page(client):
    assert client.announced is None
    feed = client.iter_objects({}, page_size=100)
    assert client.announced is None
    next(feed)
    assert client.announced == 452
    client.identifiers({"selectionIds": [2]})
    assert client.announced == 2
    list(client.iter_objects({"selectionIds": [3]}))
    assert client.announced == 0


def test_changes_since_a_day_include_that_day(client):
    read = {item["id"] for item in client.iter_objects({"modifieApres": "2026-11-15", "responseFields": ["nom"]})}
    assert read == {5000 + number for number in range(450) if number % 11 == 10}
    assert client.identifiers({"modifieApres": "2026-11-16"}) == []


def test_response_fields_may_be_any_collection_of_names(client):
    query = {"identifiants": [5004], "locales": ("fr",), "responseFields": ("nom.libelleFr", "localisation.adresse")}
    item = next(client.iter_objects(query))
    assert sorted(item) == ["id", "localisation", "nom", "type"]


def test_iter_objects_is_lazy(apidae, client):
    next(client.iter_objects({}, page_size=10))
    assert requests_made(apidae, "list-objets-touristiques") == 1


def test_server_that_gives_smaller_pages_than_asked_is_read_whole():
    def clamping(request: httpx.Request) -> httpx.Response:
        query = json.loads(parse_qs(request.content.decode())["query"][0])
        items = [{"id": number} for number in range(120)][query["first"] : query["first"] + 50]
        return httpx.Response(200, json={"query": query, "numFound": 120, "objetsTouristiques": items})

    with answering(clamping) as client:
        assert [item["id"] for item in client.iter_objects({"count": 1000, "first": 30})] == list(range(120))


@pytest.mark.parametrize("page_size", [0, 1, 201])
def test_impossible_page_size_is_a_programming_error(client, page_size):
    with pytest.raises(ValueError, match="page_size"):
        next(client.iter_objects({}, page_size=page_size))


def test_identifiers_give_every_id(client):
    assert client.identifiers({}, page_size=100) == ALL
    assert client.identifiers({"selectionIds": [2]}) == [5000, 5001]


# One object


def test_object_by_id(client):
    assert client.object_by_id(5002)["nom"]["libelleEn"] == "Fair number 2"
    assert client.object_by_id(5002, fields=["id"], locales=["fr"]) == {"type": "FETE_ET_MANIFESTATION", "id": 5002}
    with pytest.raises(ApidaeNotFound, match="ne connaît pas"):
        client.object_by_id(77)


def test_object_by_identifier(client):
    assert client.object_by_identifier("SITRA2_EVE_5002")["id"] == 5002
    with pytest.raises(ApidaeNotFound):
        client.object_by_identifier("../5002")


# Referentials


def test_referentials(apidae, client):
    assert [element["id"] for element in client.reference_elements([2128, 2083, 2128, 99])] == [2128, 2083]
    assert [commune["nom"] for commune in client.communes(codes=["04070"], ids=[1002])] == [
        "Digne-les-Bains",
        "Manosque",
    ]
    assert client.criteria([71]) == [{"id": 71, "libelle": "Interne"}]
    assert [selection["nom"] for selection in client.selections()] == ["Tout", "Deux", "Vide"]
    apidae.requests.clear()
    assert (client.reference_elements([]), client.communes()) == ([], [])
    assert list(apidae.requests) == []


def test_long_query_travels_in_the_body(apidae, client):
    wanted = [*range(1, 5001), *range(5000, 5003)]
    assert client.identifiers({"identifiants": wanted}) == [5000, 5001, 5002]
    assert {method for method, _ in apidae.requests} == {"POST"}


def test_referentials_are_asked_in_slices(apidae, client):
    client.reference_elements(range(1, 501))
    assert requests_made(apidae, "elements-reference") == 3


# Real objects


@needs_samples
@pytest.mark.parametrize(
    ("name", "count"), [("export-2017-events.zip", 5), ("api-2014-v001-50-objects.json", 50), ("objects", 9)]
)
def test_real_samples_are_served_and_read_back(name, count):
    dataset = Dataset.from_path(SAMPLES / name)
    with ApidaeSimulator(dataset, api_key=KEY, project_id=3030) as simulator, client_of(simulator) as client:
        found = {item["id"]: item for item in client.iter_objects({}, page_size=3)}
    assert sorted(found) == sorted(dataset.object_by_id)
    assert len(found) == count
    for identifier, item in found.items():
        original = dataset.object_by_id[identifier]
        assert item["nom"] == original["nom"]
        assert item.get("gestion", {}).get("dateModification") == original.get("gestion", {}).get("dateModification")


def test_object_written_by_the_simulator_reads_back_unchanged(client):
    item = client.object_by_id(5002)
    assert pretty_json(item).startswith(b'{\n  "type" : "FETE_ET_MANIFESTATION",\n  "id" : 5002,\n')
