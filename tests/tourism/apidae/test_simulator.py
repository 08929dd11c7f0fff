"""The simulated platform, asked over real HTTP with the standard library only."""

import copy
import io
import json
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import jsonschema
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.asking import answer_of, asked
from tests.tourism.apidae.territories import (
    SAMPLES,
    TODAY,
    event,
    needs_samples,
    referential,
    schema,
    schema_faults,
    structure,
    territory,
    trail,
)
from tourism.apidae.archive import ExportError
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.answers import Answers
from tourism.apidae.simulator.exports import write_export
from tourism.apidae.simulator.jackson import pretty_json
from tourism.apidae.simulator.territory import demonstration_dataset

OBJECTS = "recherche/list-objets-touristiques"
IDS = "recherche/list-identifiants"


@pytest.fixture
def apidae() -> Iterator[ApidaeSimulator]:
    with ApidaeSimulator(territory(), today=TODAY) as simulator:
        yield simulator


def ids(simulator: ApidaeSimulator, **query: Any) -> list[int]:
    return asked(simulator, IDS, **({"count": 200} | query)).get("objetTouristiqueIds", [])


def numbers(simulator: ApidaeSimulator, **query: Any) -> list[int]:
    """Events found, by their number."""
    return [found - 5000 for found in ids(simulator, **query) if found < 9000]


# The envelope


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


# What is found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"identifiants": [5003, 5001, 1]}, [1, 3]),
        ({"identifiers": ["SITRA2_EVE_5004"], "identifiants": [5001]}, [1, 4]),
        ({"selectionIds": [2]}, [0, 1]),
        ({"selectionIds": [2, 3]}, [0, 1]),
        ({"selectionIds": [2], "identifiants": [5001, 5007]}, [1]),
        ({"communeCodesInsee": ["04112"]}, [2, 5, 8, 11]),
        ({"territoireIds": [800]}, [1, 4, 7, 10]),
        ({"center": {"type": "Point", "coordinates": [6.0, 44.0]}, "radius": "250"}, [0, 1, 2, 3]),
        ({"center": {"type": "Point", "coordinates": [6.0, 44.0]}}, list(range(12))),
        ({"center": {"type": "Point"}, "radius": 10}, list(range(12))),
        ({"searchQuery": "NUMERO 7", "searchFields": "NOM"}, [7]),
        ({"searchQuery": "description 7", "searchFields": "NOM"}, []),
        ({"searchQuery": "description 7", "searchFields": "NOM_DESCRIPTION"}, [7]),
        ({"searchQuery": "concert", "searchFields": "NOM_DESCRIPTION"}, []),
        ({"searchQuery": "concerto"}, [0, 2, 4, 6, 8, 10]),
        ({"searchQuery": "fair 7", "searchLocale": "en", "searchFields": "NOM"}, [7]),
        ({"searchQuery": "fair 7", "searchLocale": "it", "searchFields": "NOM"}, []),
        ({"criteresQuery": "type:EQUIPEMENT"}, []),
        ({"criteresQuery": "critere:FeteEtManifestationCategorie_2128"}, [0, 2, 4, 6, 8, 10]),
        (
            {"criteresQuery": "+type:FETE_ET_MANIFESTATION -(critere:FeteEtManifestationCategorie_2128)"},
            [1, 3, 5, 7, 9, 11],
        ),
        ({"criteresQuery": "critereInterne:71"}, list(range(12))),
        ({"dateDebut": "2026-12-01", "dateFin": "2026-12-03"}, [6, 7, 8]),
        ({"dateDebut": "2026-12-04"}, [9, 10, 11]),
        ({"dateFin": "2026-11-26"}, [0, 1]),
        ({"dateDebut": "2026-12-03", "dateFin": "2026-12-01"}, []),
        ({"modifieApres": "2026-09-15"}, [8, 9, 10]),
        ({"modifieApres": "2026-09-16"}, [9, 10]),
        ({"membreProprietaireIds": [11]}, [1, 3, 5, 7, 9, 11]),
        ({"membreProprietaireIdGmcs": [11]}, []),
    ],
)
def test_search_finds_what_answers_all_criteria(apidae, query, expected):
    assert numbers(apidae, **query) == expected


def test_duration_is_read_from_the_opening(apidae):
    assert ids(apidae, dureeMin=100, dureeMax=200) == [9002]
    assert ids(apidae, dureeMin=200) == []


def test_criteria_follow_lucene_rather_than_boolean_reading(apidae):
    both = "critere:FeteEtManifestationCategorie_2128 critere:EquipementActivite_3333"
    assert len(ids(apidae, criteresQuery=both)) == 7
    assert ids(apidae, criteresQuery=f"+type:EQUIPEMENT {both}") == [9002]
    assert ids(apidae, criteresQuery="type:EQUIPEMENT AND critere:EquipementActivite_3333") == [9002]
    assert ids(apidae, criteresQuery=f"type:EQUIPEMENT NOT ({both})") == []
    assert ids(apidae, criteresQuery="-type:FETE_ET_MANIFESTATION") == [9001, 9002]


@pytest.mark.parametrize("state", ["HIDDEN", "DELETED", "TRASH", "NEW"])
def test_object_that_is_not_published_is_not_served(state):
    with ApidaeSimulator(Dataset([event(1), event(2, state=state)])) as simulator:
        assert ids(simulator) == [5001]
        assert answer_of(simulator, "/api/v002/objet-touristique/get-by-id/5002?apiKey=demo&projetId=1").status == 404


# In which order


def test_order_of_results(apidae):
    events = list(range(12))
    assert numbers(apidae, order="IDENTIFIANT", asc=False) == events[::-1]
    assert numbers(apidae, order="NOM")[:4] == [0, 1, 10, 11]
    assert numbers(apidae, order="DATE_OUVERTURE") == events
    center = {"type": "Point", "coordinates": [6.011, 44.0]}
    assert numbers(apidae, order="DISTANCE", center=center, radius=10_000) == events[::-1]
    assert numbers(apidae, order="DISTANCE") == events
    assert numbers(apidae, order="PERTINENCE", searchQuery="description") == events


def test_random_order_with_a_seed_pages_without_loss(apidae):
    pages = [asked(apidae, IDS, order="RANDOM", randomSeed="s", first=first, count=5) for first in (0, 5, 10)]
    found = sum((page["objetTouristiqueIds"] for page in pages), [])
    assert sorted(found) == [*range(5000, 5012), 9001, 9002]
    assert found != sorted(found)


# What is written of each object


def test_object_is_completed_with_labels_communes_and_links(apidae):
    found = asked(apidae, OBJECTS, identifiants=[5000], responseFields=["@all"], locales=["fr", "it"])
    item = found["objetsTouristiques"][0]
    assert item["informationsFeteEtManifestation"]["categories"] == [
        {
            "elementReferenceType": "FeteEtManifestationCategorie",
            "id": 2128,
            "libelleFr": "Concert",
            "libelleIt": "Concerto",
            "ordre": 10,
            "familleCritere": {
                "elementReferenceType": "FamilleCritere",
                "id": 101,
                "libelleFr": "Spectacles",
                "ordre": 3,
            },
        }
    ]
    assert item["localisation"]["adresse"]["commune"] == {
        "id": 1000,
        "code": "04070",
        "nom": "Digne-les-Bains",
        "pays": {"elementReferenceType": "Pays", "id": 532, "libelleFr": "France", "ordre": 1},
        "codePostal": "04070",
    }
    link = item["informations"]["structureGestion"]
    assert list(link) == ["type", "id", "nom", "identifier", "state", "adresse", "geolocalisation"]
    assert link["adresse"]["commune"]["nom"] == "Digne-les-Bains"
    assert item["criteresInternes"] == [{"id": 71, "libelle": "Interne"}]


def test_default_fields_are_the_documented_ones(apidae):
    item = asked(apidae, OBJECTS, identifiants=[5000])["objetsTouristiques"][0]
    assert list(item) == [
        "type",
        "id",
        "nom",
        "identifier",
        "presentation",
        "localisation",
        "informationsFeteEtManifestation",
    ]
    assert item["nom"] == {"libelleFr": "Fête numéro 0"}
    assert list(item["presentation"]) == ["descriptifCourt"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["id"], {"type": "FETE_ET_MANIFESTATION", "id": 5000}),
        (["nom"], {"type": "FETE_ET_MANIFESTATION", "nom": {"libelleFr": "Fête numéro 0"}}),
        (
            ["localisation.geolocalisation.geoJson.coordinates"],
            {
                "type": "FETE_ET_MANIFESTATION",
                "localisation": {"geolocalisation": {"geoJson": {"coordinates": [6.0, 44.0]}}},
            },
        ),
        (
            ["gestion.membreProprietaire.nom", "gestion.membreProprietaire.id"],
            {"type": "FETE_ET_MANIFESTATION", "gestion": {"membreProprietaire": {"id": 10, "nom": "Office"}}},
        ),
        (
            ["ouverture.periodesOuvertures.dateDebut"],
            {"type": "FETE_ET_MANIFESTATION", "ouverture": {"periodesOuvertures": [{"dateDebut": "2026-11-25"}]}},
        ),
        (["nowhere.at.all"], {"type": "FETE_ET_MANIFESTATION"}),
        (
            ["@minimal"],
            {
                "type": "FETE_ET_MANIFESTATION",
                "id": 5000,
                "nom": {"libelleFr": "Fête numéro 0"},
                "identifier": "SITRA2_EVE_5000",
            },
        ),
    ],
)
def test_response_fields_trim_the_object(apidae, fields, expected):
    assert asked(apidae, OBJECTS, identifiants=[5000], responseFields=fields)["objetsTouristiques"] == [expected]


def test_path_into_a_linked_object_gives_the_whole_link(apidae):
    fields = ["informations.structureGestion.nom.libelleFr"]
    item = asked(apidae, OBJECTS, identifiants=[5000], responseFields=fields)["objetsTouristiques"][0]
    link = item["informations"]["structureGestion"]
    assert list(link) == ["type", "id", "nom", "identifier", "state", "adresse", "geolocalisation"]


def test_wider_path_wins_over_a_narrower_one(apidae):
    one = asked(apidae, OBJECTS, identifiants=[5000], responseFields=["localisation", "localisation.adresse"])
    other = asked(apidae, OBJECTS, identifiants=[5000], responseFields=["localisation.adresse", "localisation"])
    assert one["objetsTouristiques"] == other["objetsTouristiques"]
    assert list(one["objetsTouristiques"][0]["localisation"]) == ["adresse", "geolocalisation"]


def test_nulls_and_empties_are_dropped_but_not_false_or_zero():
    item = {"type": "STRUCTURE", "id": 1, "nom": {"libelleFr": "A"}, "a": None, "b": [], "c": {"d": {}}, "e": ""}
    item |= {"f": False, "g": 0, "h": [None, {"i": None}, 3]}
    with ApidaeSimulator(Dataset([item])) as simulator:
        found = asked(simulator, OBJECTS, responseFields=["@all"])["objetsTouristiques"][0]
    assert found == {"type": "STRUCTURE", "id": 1, "nom": {"libelleFr": "A"}, "f": False, "g": 0, "h": [3]}


@pytest.mark.parametrize(
    ("locales", "labels"),
    [
        (["fr", "en"], ["libelleFr", "libelleEn"]),
        (["en"], ["libelleEn"]),
        (["pt-br"], []),
        (None, ["libelleFr"]),
    ],
)
def test_locales_filter_labels(apidae, locales, labels):
    query = {"locales": locales} if locales else {}
    item = asked(apidae, OBJECTS, identifiants=[5000], responseFields=["id", "nom"], **query)["objetsTouristiques"][0]
    assert list(item.get("nom", {})) == labels


# One object


def test_get_by_id_gives_the_bare_object(apidae):
    answer = answer_of(
        apidae, "/api/v002/objet-touristique/get-by-id/5003?responseFields=id,nom&locales=en&apiKey=demo&projetId=1"
    )
    assert json.loads(answer.body) == {
        "type": "FETE_ET_MANIFESTATION",
        "id": 5003,
        "nom": {"libelleEn": "Fair number 3"},
    }


def test_get_by_identifier_gives_the_same_object(apidae):
    by_name = answer_of(apidae, "/api/v002/objet-touristique/get-by-identifier/SITRA2_EVE_5003/?apiKey=demo&projetId=1")
    by_id = answer_of(apidae, "/api/v002/objet-touristique/get-by-id/5003?apiKey=demo&projetId=1")
    assert by_name.body == by_id.body


def test_get_by_id_of_an_unknown_object_is_not_found(apidae):
    answer = answer_of(apidae, "/api/v002/objet-touristique/get-by-id/77?apiKey=demo&projetId=1")
    assert (answer.status, json.loads(answer.body)["errorType"]) == (404, "OBJET_TOURISTIQUE_NOT_FOUND")


def test_get_by_id_checks_the_key(apidae):
    assert answer_of(apidae, "/api/v002/objet-touristique/get-by-id/5003?apiKey=other&projetId=1").status == 403


# The agenda


def test_simple_agenda_sorts_events_by_next_opening():
    later = event(1, id=1)
    past = event(2, id=3)
    past["ouverture"]["periodesOuvertures"][0] |= {"dateDebut": "2026-11-01", "dateFin": "2026-11-24"}
    running = event(3, id=4)
    running["ouverture"]["periodesOuvertures"][0] |= {"dateDebut": "2026-11-01", "dateFin": "2026-12-24"}
    with ApidaeSimulator(Dataset([later, past, running, trail()]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/simple/list-identifiants")
    assert answer["objetTouristiqueIds"] == [4, 1]
    assert answer["query"]["dateDebut"] == "2026-11-25"


def test_detailed_agenda_repeats_an_object_on_each_open_day():
    markets = event(0, id=7)
    markets["ouverture"]["periodesOuvertures"] = [
        {
            "dateDebut": "2026-11-20",
            "dateFin": "2026-12-10",
            "type": "OUVERTURE_SEMAINE",
            "ouverturesJournalieres": [{"jour": "SAMEDI"}],
        }
    ]
    with ApidaeSimulator(Dataset([markets, event(3)]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants", dateFin="2026-12-31")
        first = asked(simulator, "agenda/detaille/list-objets-touristiques", count=1)
    assert answer["numFound"] == 3
    assert answer["objetTouristiqueIds"] == {"2026-11-28": [7, 5003], "2026-12-05": [7]}
    assert "formatVersion" not in answer
    assert list(first["objetsTouristiques"]) == ["2026-11-28"]
    assert len(first["objetsTouristiques"]["2026-11-28"]) == 1


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ({"type": "OUVERTURE_TOUS_LES_JOURS"}, ["03", "04", "05", "06", "07", "08", "09"]),
        (
            {"type": "OUVERTURE_SAUF", "ouverturesJournalieres": [{"jour": "LUNDI"}, {"jour": "DIMANCHE"}]},
            ["03", "04", "05", "08", "09"],
        ),
        ({"type": "OUVERTURE_SEMAINE", "ouverturesJournalieres": [{"jour": "MARDI"}]}, ["08"]),
        (
            {"type": "OUVERTURE_MOIS", "ouverturesJourDuMois": [{"jourDuMois": "D_1ER", "jour": "SAMEDI"}]},
            ["05"],
        ),
        (
            {
                "type": "OUVERTURE_SEMAINE",
                "ouverturesJournalieres": [{"jour": "MARDI"}],
                "ouverturesExceptionnelles": [{"dateOuverture": "2026-12-04"}],
            },
            ["04", "08"],
        ),
        (
            {"horaires": [{"timePeriods": [{"weekdays": ["MON", "WED"], "timeFrames": [{"startTime": "10:00"}]}]}]},
            ["07", "09"],
        ),
        (
            {
                "horaires": [
                    {"timePeriods": [{"timeFrames": [{"startTime": "10:00"}]}, {"weekdays": ["SUN"], "closed": True}]}
                ]
            },
            ["03", "04", "05", "06", "07", "08", "09"],
        ),
    ],
)
def test_agenda_reads_every_form_of_period(period, days):
    item = event(0)
    item["ouverture"] = {"periodesOuvertures": [{"dateDebut": "2026-12-03", "dateFin": "2026-12-09"} | period]}
    with ApidaeSimulator(Dataset([item]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants")
    assert list(answer["objetTouristiqueIds"]) == [f"2026-12-{day}" for day in days]


def test_agenda_leaves_out_exceptional_closures_and_public_holidays():
    item = event(0)
    item["ouverture"] = {
        "periodesOuvertures": [
            {"dateDebut": "2026-12-23", "dateFin": "2027-01-02", "type": "OUVERTURE_TOUS_LES_JOURS"}
        ],
        "fermeturesExceptionnelles": [
            {"dateFermeture": "2026-12-24"},
            {"dateSpeciale": "VINGT_CINQ_DECEMBRE"},
            {"dateSpeciale": "PREMIER_JANVIER", "dates": ["2027-01-01"]},
            {"dateSpeciale": "LUNDI_PAQUES"},
        ],
    }
    with ApidaeSimulator(Dataset([item]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants")
    assert list(answer["objetTouristiqueIds"]) == [
        "2026-12-23",
        *[f"2026-12-{day}" for day in range(26, 32)],
        "2027-01-02",
    ]


def test_yearly_period_rolls_for_an_activity_but_not_for_an_event():
    item = event(0)
    item["ouverture"] = {
        "periodesOuvertures": [{"dateDebut": "2020-11-27", "dateFin": "2020-11-28", "tousLesAns": True}]
    }
    with ApidaeSimulator(Dataset([item, item | {"type": "ACTIVITE", "id": 1}]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants", dateFin="2027-12-31")
    assert answer["objetTouristiqueIds"] == {
        "2026-11-27": [1],
        "2026-11-28": [1],
        "2027-11-27": [1],
        "2027-11-28": [1],
    }


# Referentials


def test_referentials_answer_bare_lists(apidae):
    assert [commune["id"] for commune in asked(apidae, "referentiel/communes", codesInsee=["04209", "13001"])] == [1001]
    assert [commune["id"] for commune in asked(apidae, "referentiel/communes", communeIds=[1002])] == [1002]
    assert asked(apidae, "referentiel/communes") == []
    elements = asked(apidae, "referentiel/elements-reference", elementReferenceIds=[2128, 999])
    assert [element["id"] for element in elements] == [2128]
    assert elements[0]["familleCritere"]["libelleFr"] == "Spectacles"
    assert "actif" not in elements[0]
    assert asked(apidae, "referentiel/criteres-internes", critereInterneIds=[71]) == [{"id": 71, "libelle": "Interne"}]
    selections = asked(apidae, "referentiel/selections")
    assert selections[0] == {"id": 1, "libelle": {"libelleFr": "Tout"}, "nom": "Tout"}
    assert [selection["id"] for selection in asked(apidae, "referentiel/selections", selectionIds=[2])] == [2]
    by_object = asked(apidae, "referentiel/selections-par-objet", referenceIds=[5000, 77])
    assert [(entry["id"], [s["id"] for s in entry["selections"]]) for entry in by_object] == [(5000, [1, 2])]


def test_referential_refuses_a_wrong_key(apidae):
    assert asked(apidae, "referentiel/selections", apiKey="x")["errorType"] == "UNAUTHORIZED"


# Media


def test_media_are_served_with_validators_and_derived_sizes():
    media = {"images/1/2/3.png": (b"picture", "image/png")}
    with ApidaeSimulator(territory(1, media=media.get)) as simulator:
        original = answer_of(simulator, "/filestore/images/1/2/3.png")
        assert (original.status, original.body, original.headers["Content-Type"]) == (200, b"picture", "image/png")
        assert original.headers["Last-Modified"].endswith("GMT")
        for suffix in ("-liste", "-fiche", "-diaporama"):
            assert answer_of(simulator, f"/filestore/images/1/2/3{suffix}.png").body == b"picture"
        validator = {"If-None-Match": original.headers["ETag"]}
        assert answer_of(simulator, "/filestore/images/1/2/3.png", headers=validator).status == 304
        assert answer_of(simulator, "/filestore/images/1/2/4.png").status == 404


def test_media_of_a_folder_never_leave_it(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "data" / "filestore").mkdir(parents=True)
    (tmp_path / "data" / "filestore" / "a.png").write_bytes(b"a")
    (tmp_path / "data" / "one.json").write_text(json.dumps(event(1)))
    with ApidaeSimulator(Dataset.from_path(tmp_path / "data")) as simulator:
        assert answer_of(simulator, "/filestore/a.png").body == b"a"
        assert answer_of(simulator, "/filestore/..%2F..%2Fsecret.png").status == 404
        assert answer_of(simulator, "/filestore/%2Fetc/passwd").status == 404


# Exports


def exported(simulator: ApidaeSimulator, **form: str) -> tuple[dict, zipfile.ZipFile]:
    described = json.loads(answer_of(simulator, "/simulator/exports", form or {"kind": "full"}).body)
    path = urllib.parse.urlsplit(described["urlRecuperation"]).path
    target = simulator.exports[path.rsplit("/", 1)[1].removesuffix(".zip")].path
    assert answer_of(simulator, path).body == target.read_bytes()
    return described, zipfile.ZipFile(target)


def test_grouped_export_holds_packets_of_fifty_and_every_side_file():
    with ApidaeSimulator(territory(120), project_id=3030) as simulator:
        described, archive = exported(simulator)
        assert sorted(archive.namelist()) == [
            "communes.json",
            "criteres_internes.json",
            "elements_reference.json",
            "objets_lies/objets_lies_modifies-1.json",
            "objets_lies_supprimes.json",
            "objets_modifies/objets_modifies-1.json",
            "objets_modifies/objets_modifies-2.json",
            "objets_modifies/objets_modifies-3.json",
            "objets_supprimes.json",
            "selections.json",
            "territoires.json",
        ]
        sizes = [len(json.loads(archive.read(f"objets_modifies/objets_modifies-{n}.json"))) for n in (1, 2, 3)]
        assert sizes == [50, 50, 21]
        stem = described["urlRecuperation"].rsplit("/", 1)[1]
        project, moment, code = stem.removesuffix(".zip").split("_")
        assert (project, len(moment), moment[8], len(code), code.isalnum()) == ("3030", 13, "-", 6, True)
        assert described["urlConfirmation"].endswith(f"/api/v002/export/confirmation?hash={stem.removesuffix('.zip')}")
        assert (described["reinitialisation"], described["objets"]) == (True, 122)


def test_single_export_holds_one_object_per_file(apidae):
    _, archive = exported(apidae, grouped="false")
    item = json.loads(archive.read("objets_modifies/objets_modifies-5000.json"))
    assert item["id"] == 5000
    assert len([name for name in archive.namelist() if name.startswith("objets_modifies/")]) == 13


def test_export_writes_ids_only_and_keeps_empties(apidae):
    _, archive = exported(apidae, grouped="false")
    item = json.loads(archive.read("objets_modifies/objets_modifies-5000.json"))
    assert item["informationsFeteEtManifestation"]["categories"] == [
        {"elementReferenceType": "FeteEtManifestationCategorie", "id": 2128}
    ]
    assert item["localisation"]["adresse"]["commune"] == {"id": 1000}
    assert item["informations"] == {"structureGestion": {"type": "STRUCTURE", "id": 9001}, "moyensCommunication": []}
    assert item["criteresInternes"] == [{"id": 71}]
    assert (item["liens"], item["illustrations"], item["territoires"]) == ({}, [], [])
    linked = json.loads(archive.read("objets_lies/objets_lies_modifies-9001.json"))
    assert linked["localisation"]["adresse"]["commune"] == {"id": 1000}
    elements = json.loads(archive.read("elements_reference.json"))
    assert elements[2]["familleCritere"] == {"elementReferenceType": "FamilleCritere", "id": 101}
    assert [element["actif"] for element in elements] == [True] * 5


def test_delta_holds_only_what_changed_and_what_left(apidae):
    described, archive = exported(apidae, kind="delta", modified="5001,5002", deleted="5003", grouped="true")
    assert described["reinitialisation"] is False
    primary = json.loads(archive.read("objets_modifies/objets_modifies-1.json"))
    assert sorted(item["id"] for item in primary) == [5001, 5002]
    assert "objets_lies/objets_lies_modifies-1.json" not in archive.namelist()
    assert json.loads(archive.read("objets_supprimes.json")) == [5003]
    members = json.loads(archive.read("selections.json"))[0]["objetsTouristiques"]
    assert 5003 not in {member["id"] for member in members}
    assert len(members) == 12


def test_export_can_hold_hidden_objects():
    dataset = Dataset([event(1), event(2, state="HIDDEN")])
    with ApidaeSimulator(dataset) as simulator:
        assert simulator.export().object_count == 1
        assert simulator.export(include_hidden=True).object_count == 2


def test_bad_export_order_is_refused(apidae):
    assert answer_of(apidae, "/simulator/exports", {"kind": "half"}).status == 400
    assert answer_of(apidae, "/simulator/exports", {"kind": "delta", "modified": "a"}).status == 400


def test_notification_is_posted_and_confirmation_recorded(apidae):
    received: list[dict] = []

    class Reader(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            received.append({"type": self.headers["Content-Type"]} | dict(urllib.parse.parse_qsl(body)))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    reader = HTTPServer(("127.0.0.1", 0), Reader)
    Thread(target=reader.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{reader.server_port}/notify"
        described = json.loads(answer_of(apidae, "/simulator/exports", {"kind": "full", "notify": url}).body)
    finally:
        reader.shutdown()
        reader.server_close()
    assert received == [
        {
            "type": "application/x-www-form-urlencoded",
            "projetId": "1",
            "statut": "SUCCESS",
            "ponctuel": "false",
            "reinitialisation": "true",
            "urlRecuperation": described["urlRecuperation"],
            "urlConfirmation": described["urlConfirmation"],
        }
    ]
    assert (described["notifications"], described["confirme"]) == (["200"], False)
    assert answer_of(apidae, urllib.parse.urlsplit(described["urlConfirmation"]).path + "?hash=other").status == 404
    parts = urllib.parse.urlsplit(described["urlConfirmation"])
    assert answer_of(apidae, f"{parts.path}?{parts.query}").status == 200
    assert json.loads(answer_of(apidae, "/simulator/exports").body)[0]["confirme"] is True


def test_notification_is_repeated_on_demand(apidae):
    first, second = (apidae.export(), apidae.export())
    for export in (second, first, first):
        form = {"export": export.stem, "notify": "http://127.0.0.1:9/nothing-listens", "statut": "ERROR"}
        assert answer_of(apidae, "/simulator/notifications", form).status == 200
    assert [len(export.notified) for export in (first, second)] == [2, 1]
    assert answer_of(apidae, "/simulator/notifications", {"export": "other"}).status == 400


def test_notification_of_a_deaf_reader_is_told(apidae):
    form = {"notify": "http://127.0.0.1:9/nothing-listens"}
    described = json.loads(answer_of(apidae, "/simulator/exports", form).body)
    assert len(described["notifications"]) == 1
    assert "refused" in described["notifications"][0]


# Faults


@pytest.mark.parametrize(
    ("fault", "status", "begins"),
    [
        ("error", 500, b"<!DOCTYPE html>"),
        ("unavailable", 503, b"<!DOCTYPE html>"),
        ("rate-limited", 429, b""),
        ("html", 200, b"<!DOCTYPE html>"),
        ("truncated", 200, b"{\n"),
    ],
)
def test_fault_by_header_touches_that_request_alone(apidae, fault, status, begins):
    form = {"query": '{"apiKey":"demo","projetId":1}'}
    hit = answer_of(apidae, f"/api/v002/{IDS}", form, {"X-Simulator-Fault": fault})
    assert (hit.status, hit.body.startswith(begins)) == (status, True)
    assert json.loads(answer_of(apidae, f"/api/v002/{IDS}", form).body)["numFound"] == 14
    if fault == "truncated":
        with pytest.raises(json.JSONDecodeError):
            json.loads(hit.body)


def test_fault_counted_by_header_ends(apidae):
    form, header = {"query": '{"apiKey":"demo","projetId":1}'}, {"X-Simulator-Fault": "unavailable=2"}
    assert [answer_of(apidae, f"/api/v002/{IDS}", form, header).status for _ in range(4)] == [503, 503, 200, 200]


def test_faults_are_set_over_http(apidae):
    assert answer_of(apidae, "/simulator/faults", {"faults": "unavailable=1"}).status == 200
    form = {"query": '{"apiKey":"demo","projetId":1}'}
    assert [answer_of(apidae, f"/api/v002/{IDS}", form).status for _ in range(2)] == [503, 200]
    assert answer_of(apidae, "/simulator/faults", {"faults": "earthquake"}).status == 400


def test_unknown_fault_is_refused_at_construction():
    with pytest.raises(ValueError, match="earthquake"):
        ApidaeSimulator(Dataset([]), faults={"earthquake": 1})


def test_content_faults_change_objects(apidae):
    apidae.faults.play(unknown_elements=None, missing_geometry=None)
    item = asked(apidae, OBJECTS, identifiants=[5000], responseFields=["@all"])["objetsTouristiques"][0]
    assert item["localisation"]["geolocalisation"] == {"valide": False}
    assert item["informationsFeteEtManifestation"]["categories"][0]["id"] == 90_002_128
    apidae.faults.play(empty=1)
    assert asked(apidae, OBJECTS)["numFound"] == 0
    assert asked(apidae, OBJECTS)["numFound"] == 14


# Broken objects


ODD = st.sampled_from(
    [None, True, 0, -1, 1.5, "", "text", "0001-01-01", "9999-12-31", [], [None], ["a"], {}, {"id": []}]
)
PATHS = [
    path.split(".")
    for path in (
        "type",
        "nom",
        "nom.libelleFr",
        "identifier",
        "state",
        "gestion",
        "gestion.dateModification",
        "gestion.membreProprietaire",
        "informations",
        "informations.structureGestion",
        "informations.structureGestion.id",
        "presentation",
        "localisation",
        "localisation.adresse",
        "localisation.adresse.commune",
        "localisation.adresse.commune.id",
        "localisation.geolocalisation",
        "localisation.geolocalisation.geoJson",
        "localisation.geolocalisation.geoJson.coordinates",
        "ouverture",
        "ouverture.periodesOuvertures",
        "ouverture.fermeturesExceptionnelles",
        "informationsFeteEtManifestation",
        "informationsFeteEtManifestation.categories",
        "criteresInternes",
        "territoires",
        "illustrations",
    )
]
PERIOD = st.fixed_dictionaries(
    {"dateDebut": ODD | st.just("2026-11-20"), "dateFin": ODD | st.just("2026-12-20"), "type": ODD},
    optional={
        "tousLesAns": ODD,
        "ouverturesJournalieres": ODD | st.lists(st.fixed_dictionaries({"jour": ODD})),
        "ouverturesJourDuMois": ODD | st.lists(st.fixed_dictionaries({"jour": ODD, "jourDuMois": ODD})),
        "ouverturesExceptionnelles": ODD | st.lists(st.fixed_dictionaries({"dateOuverture": ODD})),
        "horaires": ODD | st.lists(st.fixed_dictionaries({"timePeriods": ODD | st.lists(st.just({"weekdays": [[]]}))})),
    },
)


@given(st.lists(st.tuples(st.sampled_from(PATHS), ODD), max_size=4), st.none() | st.lists(PERIOD, max_size=2), ODD)
@settings(max_examples=150, deadline=None)
def test_misshapen_objects_are_served_without_a_failure(changes, periods, closures):
    item = event(0)
    if periods is not None:
        item["ouverture"] = {"periodesOuvertures": periods, "fermeturesExceptionnelles": [{"dates": closures}]}
    for path, value in changes:
        node: Any = item
        for name in path[:-1]:
            node = node.get(name) if isinstance(node, dict) else None
        if isinstance(node, dict):
            node[path[-1]] = copy.deepcopy(value)  # the same value placed inside itself would have no end
    answers = Answers(territory(2, media=None), 1, "demo", TODAY)
    answers.dataset.objects.append(item | {"id": 1})
    point = {"center": {"type": "Point", "coordinates": [6, 44]}, "radius": 900_000, "order": "DISTANCE"}
    for query in (
        {"responseFields": ["@all"], "order": "NOM"},
        {"dateDebut": "2026-11-01"},
        {"dateFin": "2027-11-01"},
        {"territoireIds": [800], "communeCodesInsee": ["04209"], "membreProprietaireIds": [10]},
        {"searchQuery": "concert", "order": "PERTINENCE", "modifieApres": "2020-01-01"},
        {"criteresQuery": "type:EQUIPEMENT critere:FeteEtManifestationCategorie_2128 critereInterne:71"},
        point,
    ):
        raw = json.dumps(query | {"apiKey": "demo", "projetId": 1})
        for agenda in (False, True):
            pretty_json(answers.listing(raw, ids=False, agenda=agenda, changes=set()))
        pretty_json(answers.listing_by_day(raw, ids=False, changes={"missing-geometry", "unknown-elements"}))
    with tempfile.TemporaryDirectory() as folder:
        write_export(answers.dataset, Path(folder) / "export.zip")


# Loading anything


@needs_samples
@pytest.mark.parametrize(
    ("name", "objects", "elements", "selections"),
    [
        ("export-2017-events.zip", 5, 4, 2),
        ("export-2017-events", 5, 4, 2),
        ("api-2014-v001-50-objects.json", 50, 348, 0),
        ("objects", 9, 82, 0),
    ],
)
def test_real_samples_are_loaded_whatever_their_layout(name, objects, elements, selections):
    dataset = Dataset.from_path(SAMPLES / name)
    assert (len(dataset.objects), len(dataset.elements_reference), len(dataset.selections)) == (
        objects,
        elements,
        selections,
    )
    assert dataset.problems == []


@needs_samples
def test_real_export_keeps_its_deletions():
    assert Dataset.from_path(SAMPLES / "export-2017-events.zip").deleted_ids == [123]


def test_folder_of_anything_is_loaded_and_the_rest_reported(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(event(1)))
    (tmp_path / "many.json").write_text(json.dumps([event(2), event(1), {"hello": "world"}, 3]))
    (tmp_path / "answer.json").write_text(json.dumps({"numFound": 1, "objetsTouristiques": [event(3)]}))
    (tmp_path / "nothing.json").write_text(json.dumps({"query": {}, "numFound": 0, "formatVersion": "v002"}))
    (tmp_path / "agenda.json").write_text(json.dumps({"numFound": 1, "objetsTouristiques": {"2026-01-01": [event(4)]}}))
    (tmp_path / "broken.json").write_text('{"type": ')
    (tmp_path / "latin.json").write_bytes('{"nom": "é"}'.encode("latin-1"))
    (tmp_path / "notes.txt").write_text("not JSON")
    dataset = Dataset.from_path(tmp_path)
    assert sorted(item["id"] for item in dataset.objects) == [5001, 5002, 5003, 5004]
    assert dataset.problems == [
        "broken.json : Le fichier JSON est tronqué.",
        "latin.json : Le texte n'est pas encodé en UTF-8.",
        "many.json : 2 élément(s) ne sont pas des objets touristiques.",
        "one.json : l'objet 5001 a déjà été lu dans un autre fichier.",
    ]


def test_other_json_beside_objects_is_sorted_or_reported_and_never_served(tmp_path):
    commune = {"id": 1556, "code": "04001", "nom": "Aiglun", "codePostal": "04510"}
    (tmp_path / "towns.json").write_text(json.dumps([commune]))
    held = [{"type": "FETE_ET_MANIFESTATION", "id": 5001}]
    (tmp_path / "one-selection.json").write_text(json.dumps({"id": 7, "nom": "SEL", "objetsTouristiques": held}))
    (tmp_path / "areas.json").write_text(
        json.dumps([{"id": 8, "type": "TERRITOIRE", "nom": {"libelleFr": "Pays"}, "perimetreGeographique": []}])
    )
    (tmp_path / "map.json").write_text(json.dumps({"type": "Feature", "id": 3, "geometry": None, "properties": {}}))
    (tmp_path / "package.json").write_text(json.dumps({"id": "a", "name": "a", "type": "module"}))
    (tmp_path / "person.json").write_text(json.dumps({"id": 12, "nom": "Durand"}))
    (tmp_path / "odd.json").write_text(json.dumps({"id": 13, "type": ["FETE_ET_MANIFESTATION"], "nom": 4}))
    (tmp_path / "untyped.json").write_text(json.dumps({"id": 14, "nom": {"libelleFr": "Sans type"}}))
    dataset = Dataset.from_path(tmp_path)
    assert [item["id"] for item in dataset.objects] == [14]
    assert [item["id"] for item in dataset.communes] == [1556]
    assert [item["id"] for item in dataset.selections] == [7]
    assert [item["id"] for item in dataset.territoires] == [8]
    names = ("map.json", "odd.json", "package.json", "person.json")
    assert dataset.problems == [f"{name} : 1 élément(s) ne sont pas des objets touristiques." for name in names]


@needs_samples
def test_folder_of_all_samples_serves_no_commune_as_an_object():
    dataset = Dataset.from_path(SAMPLES)
    assert [item["id"] for item in dataset.objects if "nom" in item and not isinstance(item["nom"], dict)] == []
    assert len(dataset.communes) >= 206


def test_file_that_is_no_archive_is_refused(tmp_path):
    (tmp_path / "export.zip").write_bytes(b"PK\x03\x04 but nothing else")
    with pytest.raises(ExportError, match="tronqué"):
        Dataset.from_path(tmp_path / "export.zip")


# The official schemas


@needs_samples
def test_answers_about_real_objects_follow_the_official_schemas():
    dataset = Dataset.from_path(SAMPLES / "export-2017-events.zip")
    dataset.elements_reference = referential()
    dataset.communes = json.loads((SAMPLES / "communes-04.json").read_text())
    with ApidaeSimulator(dataset) as simulator:
        found = asked(simulator, OBJECTS, responseFields=["@all"], locales=["fr", "en", "pt-br"])
        assert schema_faults(found["query"], "api/output/apiObjetsTouristiquesRequete") == []
        faults = [fault for item in found["objetsTouristiques"] for fault in object_faults(item, "api")]
        _, archive = exported(simulator)
    assert faults == []
    items = json.loads(archive.read("objets_modifies/objets_modifies-1.json"))
    assert len(items) == 5
    assert [fault for item in items for fault in object_faults(item, "export")] == []
    for name, path in (
        ("communes", "exportCommunes"),
        ("criteres_internes", "exportCriteresInternes"),
        ("selections", "exportSelections"),
        ("territoires", "exportTerritoire"),
    ):
        content = json.loads(archive.read(f"{name}.json"))
        assert schema_faults(content, f"export/output/{path}") == [], name
    assert element_faults(json.loads(archive.read("elements_reference.json"))) == (6192, [])


@needs_samples
def test_made_up_territory_follows_the_official_schemas():
    with ApidaeSimulator(territory(), today=TODAY) as simulator:
        found = asked(simulator, OBJECTS, responseFields=["@all"], locales=["fr", "en", "it"], count=200)
        assert [fault for item in found["objetsTouristiques"] for fault in object_faults(item, "api")] == []
        selections = asked(simulator, "referentiel/selections")
        assert schema_faults(selections, "api/output/apiReferentielSelectionsResultat") == []
        communes = asked(simulator, "referentiel/communes", codesInsee=["04070", "04112"])
        assert schema_faults(communes, "api/output/apiReferentielCommunesResultat") == []
        _, archive = exported(simulator, grouped="false")
    items = [json.loads(archive.read(name)) for name in archive.namelist() if "-" in name]
    assert len(items) == 14
    assert [fault for item in items for fault in object_faults(item, "export")] == []
    assert len(object_faults(items[0] | {"inconnu": 1}, "export")) == 1


def element_faults(elements: list[dict]) -> tuple[int, list[str]]:
    """How many elements there are, and the faults of those (one in seven) that are checked, each against its type."""
    forms = {
        form["properties"]["elementReferenceType"]["enum"][0]: jsonschema.Draft3Validator(form)
        for form in schema("export/output/exportElementsReference")["items"]
    }
    checked = [element for element in elements[::7] if element["elementReferenceType"] in forms]
    assert len(checked) > 800
    return len(elements), [
        f"{element['id']}: {error.message}"
        for element in checked
        for error in forms[element["elementReferenceType"]].iter_errors(element)
    ]


@needs_samples
def test_demonstration_served_over_http_follows_the_official_schemas():
    with ApidaeSimulator(Dataset([]), today=TODAY) as simulator:
        simulator.dataset = demonstration_dataset(TODAY, simulator.url)
        every = {"responseFields": ["@all"], "locales": ["fr", "en", "it", "de", "es", "nl"], "count": 200}
        pages = [asked(simulator, OBJECTS, first=first, **every) for first in range(0, 1_000, 200)]
        found = sum((page.get("objetsTouristiques", []) for page in pages), [])
        picture = next(item for item in found if "illustrations" in item)
        url = picture["illustrations"][0]["traductionFichiers"][0]["url"]
        assert url.startswith(f"{simulator.url}/filestore/")
        assert answer_of(simulator, url.removeprefix(simulator.url)).headers["Content-Type"] == "image/jpeg"
        assert answer_of(simulator, "/filestore/objets-touristiques/images/1/2/3.jpg").status == 404
        _, archive = exported(simulator, grouped="false")
    assert pages[0]["numFound"] == len(found) >= 100
    assert [fault for item in found for fault in object_faults(item, "api")] == []
    items = [json.loads(archive.read(name)) for name in archive.namelist() if name.startswith("objets_modifies/")]
    assert len(items) == len(found)
    assert [fault for item in items for fault in object_faults(item, "export")] == []


# Booleans that later versions of the schemas require and that old objects cannot have, and a type of price period that
# has since disappeared.
_LATER = ("surcharge", "descriptionTarif.periodes")


def object_faults(item: dict, side: str) -> list[str]:
    # `distinctions` came after the last published schemas.
    known = {name: value for name, value in item.items() if name != "distinctions"}
    faults = schema_faults(known, f"{side}/full/objetTouristique/{item['type']}")
    return [f"{item['id']} {fault}" for fault in faults if not any(later in fault for later in _LATER)]


def test_linked_structure_alone_is_not_primary():
    with ApidaeSimulator(territory(2)) as simulator:
        _, archive = exported(simulator, grouped="true")
    primary = json.loads(archive.read("objets_modifies/objets_modifies-1.json"))
    linked = json.loads(archive.read("objets_lies/objets_lies_modifies-1.json"))
    assert sorted(item["id"] for item in primary) == [5000, 5001, 9002]
    assert [item["id"] for item in linked] == [structure()["id"]]


# The command


def started(*arguments: str) -> tuple[subprocess.Popen, dict[str, str]]:
    """The command running on a free port, and what it printed, by the first word of the line."""
    root = Path(__file__).resolve().parents[3]
    process = subprocess.Popen(
        [sys.executable, "manage.py", "apidae_simulator", "--port", "0", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    printed: dict[str, str] = {}
    last = "Export" if "--export" in arguments else "Content"
    while last not in printed and (line := process.stdout.readline()):
        name, _, value = line.strip().partition(" ")
        printed[name] = value.strip()
    return process, printed


def test_command_serves_a_folder_until_it_is_ended(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(event(1)))
    (tmp_path / "bad.json").write_text("{")
    process, printed = started("--data", str(tmp_path), "--project", "7", "--key", "abc", "--export", "full")
    try:
        api = printed["API"].split()[0]
        assert printed["Content"] == "1 objects, 0 selections"
        query = urllib.parse.urlencode({"query": json.dumps({"apiKey": "abc", "projetId": 7})})
        with urllib.request.urlopen(f"{api}/v002/{IDS}?{query}", timeout=10) as answer:
            assert json.load(answer)["objetTouristiqueIds"] == [5001]
        with urllib.request.urlopen(printed["Export"].split()[0], timeout=10) as answer:
            names = zipfile.ZipFile(io.BytesIO(answer.read())).namelist()
        assert "objets_modifies/objets_modifies-1.json" in names
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "bad.json : Le fichier JSON est tronqué." in errors


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--data", "/nowhere/at/all"], "does not exist"),
        (["--fault", "earthquake"], "Unknown fault: earthquake"),
        (["--modified", "a", "--export", "delta", "--data", "."], "Not a list of ids: a"),
        (["--generate", "20", "--data", "."], "exclude each other"),
        (["--generate", "3"], "At least 16 objects"),
        (["--generate", "20", "--write-export", "/nowhere/at/all.zip"], "No such file"),
    ],
)
def test_command_says_what_is_wrong_with_its_options(arguments, sentence, tmp_path):
    with pytest.raises(CommandError, match=sentence):
        call_command("apidae_simulator", "--port", "0", *[str(tmp_path) if a == "." else a for a in arguments])


def test_command_writes_an_export_without_serving(tmp_path, capsys):
    path = tmp_path / "export.zip"
    call_command("apidae_simulator", "--generate", "60", "--seed", "5", "--write-export", str(path))
    assert f"{path} (60 objects" in capsys.readouterr().out
    with zipfile.ZipFile(path) as archive:
        packets = [name for name in archive.namelist() if name.startswith("objets_")]
        assert "objets_modifies/objets_modifies-2.json" in packets
    delta = ["--export", "delta", "--modified", "20000017", "--deleted", "20000018", "--single"]
    call_command("apidae_simulator", "--generate", "60", "--write-export", str(path), *delta)
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("objets_modifies/")]
        assert names == ["objets_modifies/objets_modifies-20000017.json"]
        assert json.loads(archive.read("objets_supprimes.json")) == [20000018]


def test_command_serves_generated_objects():
    process, printed = started("--generate", "400", "--today", "2026-11-25")
    try:
        assert printed["Content"] == "400 objects, 4 selections"
        api = printed["API"].split()[0]
        query = urllib.parse.urlencode({"query": json.dumps({"apiKey": "demo", "projetId": 1, "first": 390})})
        with urllib.request.urlopen(f"{api}/v002/{IDS}?{query}", timeout=20) as answer:
            assert json.load(answer)["objetTouristiqueIds"] == list(range(20_000_391, 20_000_401))
    finally:
        process.terminate()
        process.communicate(timeout=20)
