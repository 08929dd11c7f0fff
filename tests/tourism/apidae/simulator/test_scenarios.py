"""What may change in the content of the platform, and its services of lesser use."""

import json
import urllib.parse

import pytest

from tests.tourism.apidae.asking import IDS, OBJECTS, answer_of, asked, controlled, unpacked
from tests.tourism.apidae.territories import TODAY, event, needs_samples, schema_faults
from tourism.apidae.simulator import ApidaeSimulator, Dataset

# Content


def test_error_happens_the_number_of_times_asked(apidae):
    controlled(apidae, "faults", faults="error=3")
    form = {"query": '{"apiKey":"demo","projetId":1}'}
    assert [answer_of(apidae, f"/api/v002/{IDS}", form).status for _ in range(5)] == [500, 500, 500, 200, 200]


def test_retry_after_is_the_one_chosen(apidae):
    apidae.faults.retry_after = "120"
    apidae.faults.play(rate_limited=1)
    answer = answer_of(apidae, f"/api/v002/{IDS}", {"query": '{"apiKey":"demo","projetId":1}'})
    assert (answer.status, answer.headers["Retry-After"]) == (429, "120")


def test_revoked_selections_leave_nothing_in_the_api_nor_in_exports(apidae):
    told = controlled(apidae, "content", change="revoked-selections")
    assert told == {"objets": 1, "selections": 3}  # the structure, which no selection held
    answer = asked(apidae, OBJECTS, selectionIds=[1])
    assert (answer["numFound"], "objetsTouristiques" in answer) == (0, False)
    files = unpacked(apidae, controlled(apidae, "exports", kind="full"))
    assert [selection["objetsTouristiques"] for selection in files["selections.json"]] == [[], [], []]
    assert [name for name in files if name.startswith("objets_modifies/")] == []
    assert controlled(apidae, "content", change="original")["objets"] == 14
    assert asked(apidae, IDS, selectionIds=[1])["numFound"] == 13


def test_one_revoked_selection_leaves_what_the_others_hold(apidae):
    controlled(apidae, "content", change="revoked-selections", selections="1")
    assert asked(apidae, IDS, selectionIds=[1])["numFound"] == 0
    assert asked(apidae, IDS, selectionIds=[2])["objetTouristiqueIds"] == [5000, 5001]
    assert asked(apidae, IDS)["objetTouristiqueIds"] == [5000, 5001, 9001]


def test_export_of_changes_names_what_changed_and_left_since_the_last_one(apidae):
    refused = answer_of(apidae, "/simulator/exports", {"kind": "changes"})
    assert (refused.status, b"no export yet" in refused.body) == (400, True)
    controlled(apidae, "exports", kind="full")
    apidae.dataset.objects[3]["presentation"] = {"descriptifCourt": {"libelleFr": "Autre"}}
    changed = apidae.dataset.objects[3]["id"]
    first = unpacked(apidae, controlled(apidae, "exports", kind="changes", grouped="false"))
    assert [name for name in first if "-" in name] == [f"objets_modifies/objets_modifies-{changed}.json"]
    assert first["objets_supprimes.json"] == []
    controlled(apidae, "content", change="revoked-selections", selections="1")
    second = unpacked(apidae, controlled(apidae, "exports", kind="changes"))
    assert [name for name in second if "-" in name] == []
    assert second["objets_supprimes.json"] == [*range(5002, 5012), 9002]
    controlled(apidae, "content", change="original")
    described = controlled(apidae, "exports", kind="changes")
    assert (described["objets"], described["reinitialisation"]) == (11, False)
    assert controlled(apidae, "exports", kind="changes")["objets"] == 0


def test_linked_object_that_nobody_points_at_any_more_is_deleted_as_linked(apidae):
    apidae.export()
    for item in apidae.dataset.objects:
        item.get("informations", {}).pop("structureGestion", None)
    files = unpacked(apidae, controlled(apidae, "exports", kind="changes"))
    assert (files["objets_supprimes.json"], files["objets_lies_supprimes.json"]) == ([], [9001])


def test_revoked_export_as_a_fault_passes(apidae):
    apidae.faults.play(empty=1)
    assert controlled(apidae, "exports", kind="full")["objets"] == 0
    assert controlled(apidae, "exports", kind="full")["objets"] == 14


def labelled() -> Dataset:
    """An hotel with two labels in the old places, one distinction in the new one, and a market without any."""
    family = "HotellerieLabel"
    pdipr = {"elementReferenceType": "DistinctionNom", "id": 8607, "libelleFr": "PDIPR"}
    hotel = event(0, id=7, type="HOTELLERIE", informationsFeteEtManifestation={})
    hotel |= {
        "informationsHotellerie": {
            "classement": {"elementReferenceType": "HotellerieClassement", "id": 2600},
            "labels": [{"elementReferenceType": family, "id": 31}],
        },
        "prestations": {"labelsTourismeHandicap": [{"elementReferenceType": "LabelTourismeHandicap", "id": 33}]},
        "distinctions": [{"id": 1, "nom": pdipr}],
    }
    elements = [
        {"elementReferenceType": family, "id": 31, "libelleFr": "Logis", "libelleEn": "Logis", "ordre": 1},
        {"elementReferenceType": "LabelTourismeHandicap", "id": 33, "libelleFr": "Moteur", "ordre": 2},
        {"elementReferenceType": "HotellerieClassement", "id": 2600, "libelleFr": "3 étoiles", "ordre": 3},
    ]
    return Dataset([hotel, event(1)], elements_reference=elements)


def test_switch_of_november_2026_moves_labels_to_distinctions():
    with ApidaeSimulator(labelled(), today=TODAY) as simulator:
        before = asked(simulator, OBJECTS, responseFields=["@all"])["objetsTouristiques"]
        controlled(simulator, "content", change="distinctions")
        after = asked(simulator, OBJECTS, responseFields=["@all"])["objetsTouristiques"]
        files = unpacked(simulator, controlled(simulator, "exports", kind="full"))
        controlled(simulator, "content", change="original")
        assert asked(simulator, OBJECTS, responseFields=["@all"])["objetsTouristiques"] == before
    market, hotel = sorted(after, key=lambda item: -item["id"])
    assert market == next(item for item in before if item["id"] == 5001)
    assert [entry["nom"]["libelleFr"] for entry in hotel["distinctions"]] == ["PDIPR", "Logis", "Moteur"]
    assert list(hotel["informationsHotellerie"]) == ["classement"]
    assert "prestations" not in hotel
    exported = next(item for item in files["objets_modifies/objets_modifies-1.json"] if item["id"] == 7)
    names = [entry["nom"] for entry in exported["distinctions"]]
    assert [sorted(name) for name in names] == [["elementReferenceType", "id"]] * 3
    referential = {element["id"]: element for element in files["elements_reference.json"]}
    assert [referential[name["id"]]["libelleFr"] for name in names[1:]] == ["Logis", "Moteur"]


def test_labels_removed_as_a_fault_says_the_same_as_the_switch():
    with ApidaeSimulator(labelled(), today=TODAY) as simulator:
        simulator.faults.play(labels_removed=None)
        hotel = asked(simulator, OBJECTS, identifiants=[7], responseFields=["@all"])["objetsTouristiques"][0]
    assert [entry["nom"]["libelleFr"] for entry in hotel["distinctions"]] == ["PDIPR", "Logis", "Moteur"]
    assert "prestations" not in hotel


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("content", {"change": "flood"}),
        ("content", {"change": "revoked-selections", "selections": "all"}),
        ("exports", {"kind": "full", "madeAt": "yesterday"}),
        ("exports", {"kind": "full", "notify": "http://127.0.0.1:9/", "times": "many"}),
        ("notifications", {"export": "", "notify": "http://127.0.0.1:9/"}),
    ],
)
def test_order_that_cannot_be_carried_out_is_refused(apidae, path, form):
    answer = answer_of(apidae, f"/simulator/{path}", form)
    assert (answer.status, json.loads(answer.body)["errorType"]) == (400, "BAD_REQUEST")


# Services of lesser use


def test_collaborators_of_objects(apidae):
    found = asked(apidae, "collaborateurs/", referenceIds=[5001, 5000, 77])
    assert found == [{"referenceId": 5001, "membreProprietaire": 11}, {"referenceId": 5000, "membreProprietaire": 10}]
    assert asked(apidae, "collaborateurs/") == []
    assert asked(apidae, "collaborateurs", referenceIds=list(range(201)))["errorType"] == "BAD_REQUEST"
    assert asked(apidae, "collaborateurs", referenceIds=[5000], apiKey="x")["errorType"] == "UNAUTHORIZED"


def test_collaborators_are_the_owners_of_what_an_object_is_linked_to():
    office = event(2, id=9001, type="STRUCTURE")
    office["gestion"] = {"membreProprietaire": {"id": 40}}
    with ApidaeSimulator(Dataset([event(0), office]), today=TODAY) as simulator:
        found = asked(simulator, "collaborateurs", referenceIds=[5000])
    assert found == [{"referenceId": 5000, "membreProprietaire": 10, "membresCollaborateurs": [40]}]


def test_forbidden_criteria_are_those_known(apidae):
    prohibition = {"critereId": 2128, "typesInterdits": ["HOTELLERIE"], "interditPar": [2083]}
    apidae.dataset.criteres_interdits.append(prohibition)
    assert asked(apidae, "referentiel/criteres-interdits", elementReferenceIds=[2128, 5]) == [prohibition]
    assert asked(apidae, "referentiel/criteres-interdits") == []


def test_selections_of_every_object_when_none_is_asked(apidae):
    found = {entry["id"]: [held["id"] for held in entry["selections"]] for entry in selections_by_object(apidae)}
    assert found == {**{5000 + number: [1] for number in range(12)}, 9002: [1]} | {5000: [1, 2], 5001: [1, 2]}


def selections_by_object(simulator: ApidaeSimulator) -> list[dict]:
    return asked(simulator, "referentiel/selections-par-objet", referenceIds=[])


def test_fields_of_each_type_are_listed(apidae):
    fields = asked(apidae, "referentiel/champs")
    paths = {field["path"] for field in fields if field["objetTouristiqueType"] == "FETE_ET_MANIFESTATION"}
    assert {"nom.libelleFr", "ouverture.periodesOuvertures.dateDebut", "localisation.adresse.codePostal"} <= paths
    assert "informations.structureGestion" in paths
    assert {field["objetTouristiqueType"] for field in fields} == {"EQUIPEMENT", "FETE_ET_MANIFESTATION", "STRUCTURE"}


@needs_samples
def test_services_of_lesser_use_follow_the_official_schemas(apidae):
    fields = asked(apidae, "referentiel/champs")
    assert schema_faults(fields, "api/output/apiReferentielChampsResultat") == []
    found = asked(apidae, "collaborateurs", referenceIds=[5000])
    assert schema_faults(found, "api/output/apiMembresCollaborateursResultat") == []


def test_callback_gets_a_script(apidae):
    query = urllib.parse.urlencode({"query": '{"apiKey":"demo","projetId":1}', "callback": "show.all"})
    script = answer_of(apidae, f"/api/v002/{IDS}?{query}")
    assert script.headers["Content-Type"] == "application/javascript;charset=UTF-8"
    assert json.loads(script.body.removeprefix(b"show.all(").removesuffix(b");"))["numFound"] == 14
    refused = answer_of(apidae, f"/api/v002/{IDS}?callback=show&query=%7B")
    assert (refused.status, refused.body[:5]) == (400, b"show(")
    plain = answer_of(apidae, f"/api/v002/{IDS}?{query.replace('show.all', 'alert(1);a')}")
    assert plain.headers["Content-Type"] == "application/json;charset=UTF-8"


@pytest.mark.parametrize("mode", ["simple", "detaille"])
def test_agenda_ids_and_objects_agree(apidae, mode):
    ids = asked(apidae, f"agenda/{mode}/list-identifiants", count=200)
    objects = asked(apidae, f"agenda/{mode}/list-objets-touristiques", count=200)
    assert ids["numFound"] == objects["numFound"] == 12
    if mode == "simple":
        assert ids["objetTouristiqueIds"] == [item["id"] for item in objects["objetsTouristiques"]]
    else:
        assert ids["objetTouristiqueIds"] == {
            day: [item["id"] for item in items] for day, items in objects["objetsTouristiques"].items()
        }
