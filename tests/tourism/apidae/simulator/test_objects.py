"""What is written of each object that is served, of one alone, and of what objects refer to."""

import json

import pytest

from tests.tourism.apidae.asking import OBJECTS, answer_of, asked
from tourism.apidae.simulator import ApidaeSimulator, Dataset

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
