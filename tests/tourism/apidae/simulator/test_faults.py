"""Faults that are played on demand, and objects so misshapen that only the import should mind."""

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.asking import IDS, OBJECTS, answer_of, asked
from tests.tourism.apidae.territories import TODAY, event, territory
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.answers import Answers
from tourism.apidae.simulator.exports import write_export
from tourism.apidae.simulator.jackson import pretty_json

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
