"""What every search answers: its envelope, its pages, its refusals. Asked over HTTP with the standard library only."""

import json
import urllib.parse
import urllib.request

import pytest

from tests.tourism.apidae.asking import IDS, OBJECTS, answer_of, asked
from tests.tourism.apidae.territories import territory
from tourism.apidae.simulator import ApidaeSimulator
from tourism.apidae.simulator.jackson import pretty_json


def test_search_without_criteria_echoes_its_defaults(apidae):
    assert asked(apidae, OBJECTS)["query"] == {
        "searchFields": "NOM_DESCRIPTION_CRITERES",
        "first": 0,
        "count": 20,
        "order": "IDENTIFIANT",
        "asc": True,
        "apiKey": "demo",
        "projetId": 1,
    }


def test_search_by_get_and_by_post_with_or_without_slash_is_the_same(apidae):
    query = json.dumps({"apiKey": "demo", "projetId": "1", "count": "3"})
    encoded = urllib.parse.urlencode({"query": query})
    bodies = {
        answer_of(apidae, f"/api/v002/{IDS}?{encoded}").body,
        answer_of(apidae, f"/api/v002/{IDS}/?{encoded}").body,
        answer_of(apidae, f"/api/v002/{IDS}", {"query": query}).body,
    }
    assert [json.loads(body)["objetTouristiqueIds"] for body in bodies] == [[5000, 5001, 5002]]


def test_answer_is_laid_out_as_the_platform_does(apidae):
    body = answer_of(apidae, f"/api/v002/{IDS}", {"query": '{"apiKey":"demo","projetId":1,"count":2}'}).body
    assert body.decode() == (
        '{\n  "query" : {\n    "first" : 0,\n    "count" : 2,\n'.replace(
            '    "first"', '    "searchFields" : "NOM_DESCRIPTION_CRITERES",\n    "first"'
        )
        + '    "order" : "IDENTIFIANT",\n    "asc" : true,\n    "apiKey" : "demo",\n    "projetId" : 1\n  },\n'
        '  "numFound" : 14,\n  "objetTouristiqueIds" : [ 5000, 5001 ],\n  "formatVersion" : "v002"\n}'
    )


def test_pretty_json_of_every_kind_of_value_reads_back():
    value = {"a": [], "b": {}, "c": [{"d": None}, {"e": [1, -2.5, True, False, 'é\n"\\']}], "f": 10**59}
    assert json.loads(pretty_json(value)) == value
    assert pretty_json({"a": [], "b": [{}]}) == b'{\n  "a" : [ ],\n  "b" : [ { } ]\n}'


def test_empty_result_has_no_list_at_all(apidae):
    answer = asked(apidae, OBJECTS, selectionIds=[3])
    assert list(answer) == ["query", "numFound", "formatVersion"]
    assert answer["numFound"] == 0


def test_pages_follow_one_another_to_the_end(apidae):
    pages = [asked(apidae, IDS, first=first, count=5) for first in (0, 5, 10)]
    assert [len(page["objetTouristiqueIds"]) for page in pages] == [5, 5, 4]
    assert [page["numFound"] for page in pages] == [14, 14, 14]
    assert sum((page["objetTouristiqueIds"] for page in pages), []) == [*range(5000, 5012), 9001, 9002]


def test_page_above_200_is_clamped_or_refused_as_chosen():
    with ApidaeSimulator(territory(3)) as clamping:
        assert asked(clamping, OBJECTS, count=500)["query"]["count"] == 200
    with ApidaeSimulator(territory(3), over_count="error") as refusing:
        assert asked(refusing, OBJECTS, count=500)["errorType"] == "BAD_REQUEST"
        assert asked(refusing, OBJECTS, count=200)["numFound"] == 5


@pytest.mark.parametrize(
    ("query", "status", "error_type"),
    [
        ({"apiKey": "wrong", "projetId": 1}, 403, "UNAUTHORIZED"),
        ({"apiKey": "demo", "projetId": 2}, 403, "UNAUTHORIZED"),
        ({"projetId": 1}, 403, "UNAUTHORIZED"),
        ({"apiKey": "demo", "projetId": 1, "selectionId": [1]}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "first": "three"}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "first": -1}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "selectionIds": 4}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "order": "DATE"}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "dateDebut": "25/11/2026"}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "asc": "yes"}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "criteresQuery": "+type:EQUIPEMENT -("}, 400, "BAD_REQUEST"),
        ({"apiKey": "demo", "projetId": 1, "criteresQuery": "couleur:bleu"}, 400, "BAD_REQUEST"),
    ],
)
def test_bad_query_is_refused_with_an_error_type(apidae, query, status, error_type):
    answer = answer_of(apidae, f"/api/v002/{OBJECTS}", {"query": json.dumps(query)})
    assert (answer.status, json.loads(answer.body)["errorType"]) == (status, error_type)


@pytest.mark.parametrize("raw", ["", "{", "[]", '"text"', "[" * 5000])
def test_query_that_is_not_an_object_is_refused(apidae, raw):
    answer = answer_of(apidae, f"/api/v002/{OBJECTS}", {"query": raw})
    assert (answer.status, json.loads(answer.body)["errorType"]) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("path", ["/", "/api/v002/recherche/list-objets", "/api/v001/recherche/list-identifiants"])
def test_unknown_route_is_a_page_of_the_container(apidae, path):
    answer = answer_of(apidae, path)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html;charset=utf-8")
    assert b"HTTP Status 404 - Not Found" in answer.body
