"""Projects of any size, made from the demonstration and never kept in memory."""

import json
import zipfile
from collections import Counter
from datetime import date

import pytest

from tests.tourism.apidae.asking import IDS, asked
from tests.tourism.apidae.territories import TODAY, needs_samples, schema_faults
from tourism.apidae.demonstration.wording import periods_in_words
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.criteria import reference_elements
from tourism.apidae.simulator.dataset import OBJECT_TYPES
from tourism.apidae.simulator.exports import write_export
from tourism.apidae.simulator.scenarios import with_distinctions, with_revoked_selections
from tourism.apidae.simulator.shapes import links_of

# What the selections of the demonstration hold besides the one that holds everything, and what none holds.
STILL_SELECTED = ("FETE_ET_MANIFESTATION", "EQUIPEMENT", "PATRIMOINE_CULTUREL", "PATRIMOINE_NATUREL", "STRUCTURE")


@pytest.fixture(scope="module")
def project() -> Dataset:
    return Dataset.generated(2_500, seed=3, today=TODAY)


def test_generated_objects_are_the_same_for_the_same_arguments_only(project):
    again = Dataset.generated(2_500, seed=3, today=TODAY)
    assert list(project.objects) == list(again.objects)
    assert (project.selections, project.communes) == (again.selections, again.communes)
    other = Dataset.generated(2_500, seed=4, today=TODAY)
    assert [item["type"] for item in other.objects] != [item["type"] for item in project.objects]
    later = Dataset.generated(2_500, seed=3, today=date(2027, 3, 1))
    assert list(later.objects) != list(project.objects)


def test_smaller_project_is_the_beginning_of_a_larger_one_but_for_its_links(project):
    smaller = Dataset.generated(1_000, seed=3, today=TODAY)
    names = [(item["id"], item["type"], item["nom"]) for item in smaller.objects]
    assert names == [(item["id"], item["type"], item["nom"]) for item in project.objects[:1_000]]


def test_generated_types_are_in_a_plausible_mix(project):
    shares = {kind: round(count / 25) for kind, count in Counter(item["type"] for item in project.objects).items()}
    assert set(shares) == OBJECT_TYPES
    lodging = ("HEBERGEMENT_LOCATIF", "HOTELLERIE", "HOTELLERIE_PLEIN_AIR", "HEBERGEMENT_COLLECTIF")
    assert 20 <= shares["FETE_ET_MANIFESTATION"] <= 24
    assert 28 <= sum(shares[kind] for kind in lodging) <= 32
    assert 10 <= shares["RESTAURATION"] <= 14


@pytest.mark.parametrize("count", [16, 17, 100, 1_001])
def test_project_of_any_size_has_every_type_and_the_count_asked(count):
    dataset = Dataset.generated(count, today=TODAY)
    assert len(dataset.objects) == len(list(dataset.objects)) == count
    assert {item["type"] for item in dataset.objects} == OBJECT_TYPES


def test_project_too_small_for_every_type_is_refused():
    with pytest.raises(ValueError, match="At least 16"):
        Dataset.generated(15, today=TODAY)


def test_ids_and_names_are_each_object_s_own(project):
    assert len({item["id"] for item in project.objects}) == 2_500
    assert len({item["identifier"] for item in project.objects}) == 2_500
    names = Counter((item["type"], item["nom"]["libelleFr"]) for item in project.objects if item.get("nom"))
    assert [name for name, count in names.items() if count > 1] == []
    assert project.objects[-1] == project.object_by_id[project.objects[2_499]["id"]]


def test_links_lead_to_objects_of_the_type_they_name(project):
    kinds = {item["id"]: item["type"] for item in project.objects}
    links = [link for item in project.objects for link in links_of(item)]
    assert len(links) > 2_000
    assert [link for link in links if kinds.get(link["id"]) != link["type"]] == []
    events = [link for link in links if link["type"] == "FETE_ET_MANIFESTATION"]
    assert events


def test_points_stay_in_the_territory_near_the_commune_they_name(project):
    points = {}
    for item in project.objects:
        place = item["localisation"]
        if place.get("geolocalisation", {}).get("geoJson") and place["geolocalisation"].get("valide"):
            longitude, latitude = place["geolocalisation"]["geoJson"]["coordinates"]
            assert 5.4 < longitude < 7.0, item["id"]
            assert 43.6 < latitude < 44.8, item["id"]
            points[item["id"]] = (longitude, latitude)
    assert len(set(points.values())) > 2_000


def test_events_move_by_whole_weeks_and_say_their_new_dates(project):
    events = [item for item in project.objects if item["type"] == "FETE_ET_MANIFESTATION" and item.get("ouverture")]
    starts = {period["dateDebut"] for item in events for period in item["ouverture"].get("periodesOuvertures", ())}
    assert len(starts) > 150
    spoken = 0
    for item in events:
        opening = item["ouverture"]
        if opening.get("periodeEnClairGenerationMode") == "AUTOMATIQUE" and "–" in item["nom"]["libelleFr"]:
            assert opening["periodeEnClair"] == periods_in_words(opening["periodesOuvertures"]), item["id"]
            spoken += 1
    assert spoken > 300


def test_owners_and_modification_dates_vary(project):
    owners = {item["gestion"]["membreProprietaire"]["id"] for item in project.objects}
    modified = {item["gestion"]["dateModification"][:10] for item in project.objects}
    assert len(owners) > 30
    assert len(modified) > 500
    assert max(modified) < TODAY.isoformat()


def test_referentials_hold_all_that_objects_name_and_the_communes_of_a_country(project):
    elements = {element["id"] for element in project.elements_reference}
    named = {element["id"] for item in project.objects[:1_000] for element in reference_elements(item)}
    assert named - elements == set()
    assert len(project.communes) == 37_000
    assert len({commune["id"] for commune in project.communes}) == 37_000
    communes = {commune["id"] for commune in project.communes}
    for item in project.objects:
        commune = item["localisation"].get("adresse", {}).get("commune")
        assert commune is None or commune["id"] in communes


def test_export_of_a_generated_project_holds_each_object_once_structures_as_linked(project, tmp_path):
    count = write_export(project, tmp_path / "export.zip")
    found: dict[str, list[int]] = {"objets_modifies": [], "objets_lies": []}
    with zipfile.ZipFile(tmp_path / "export.zip") as archive:
        for name in archive.namelist():
            folder = name.partition("/")[0]
            if folder in found:
                found[folder] += [item["id"] for item in json.loads(archive.read(name))]
        assert len(json.loads(archive.read("communes.json"))) == 37_000
        selections = json.loads(archive.read("selections.json"))
    kinds = {item["id"]: item["type"] for item in project.objects}
    assert count == len(found["objets_modifies"]) + len(found["objets_lies"])
    assert sorted(found["objets_modifies"]) == [number for number, kind in kinds.items() if kind != "STRUCTURE"]
    assert {kinds[number] for number in found["objets_lies"]} == {"STRUCTURE"}
    assert len(set(found["objets_lies"])) == len(found["objets_lies"])
    held = {link["id"]: link["type"] for selection in selections for link in selection["objetsTouristiques"]}
    assert held == {number: kind for number, kind in kinds.items() if kind != "STRUCTURE"}


def test_same_project_gives_the_same_bytes(project, tmp_path):
    for name in ("one.zip", "two.zip"):
        write_export(project, tmp_path / name, modified=range(20_000_001, 20_000_101))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_switch_of_a_generated_project_is_a_differential_export(project):
    with ApidaeSimulator(project, today=TODAY) as simulator:
        simulator.export(modified=[])
        simulator.change_content(lambda dataset: with_revoked_selections(dataset, [project.selections[-1]["id"]]))
        export = simulator.export(differential=True)
        with zipfile.ZipFile(export.path) as archive:
            gone = json.loads(archive.read("objets_supprimes.json"))
    kinds = {item["id"]: item["type"] for item in project.objects}
    assert gone == [number for number, kind in kinds.items() if kind not in STILL_SELECTED]
    assert export.object_count == 0


def test_generated_project_is_served_page_by_page(project):
    with ApidaeSimulator(project, today=TODAY) as simulator:
        every = asked(simulator, IDS, count=200)
        last = asked(simulator, IDS, first=2_400, count=200)
        hotels = asked(simulator, IDS, criteresQuery="type:HOTELLERIE", count=200)
        one = asked(simulator, "recherche/list-objets-touristiques", identifiants=[20_000_900], responseFields=["@all"])
        recent = asked(simulator, IDS, modifieApres="2026-11-15", count=200)
        agenda = asked(simulator, "agenda/simple/list-identifiants", count=50)
    assert (every["numFound"], last["numFound"]) == (2_500, 2_500)
    assert last["objetTouristiqueIds"] == list(range(20_002_401, 20_002_501))
    assert hotels["numFound"] == len([item for item in project.objects if item["type"] == "HOTELLERIE"])
    assert one["objetsTouristiques"][0]["id"] == 20_000_900
    fresh = [item["id"] for item in project.objects if item["gestion"]["dateModification"] >= "2026-11-15"]
    assert (recent["numFound"], recent["objetTouristiqueIds"]) == (len(fresh), fresh[:200])
    assert 0 < len(fresh) < 2_500
    assert agenda["numFound"] > 300


def test_scenarios_apply_to_a_generated_project(project):
    switched = with_distinctions(project)
    assert len(switched.objects) == 2_500
    assert switched.objects[1_000]["id"] == project.objects[1_000]["id"]
    revoked = with_revoked_selections(project, [project.selections[-1]["id"]])
    left = {link["id"] for selection in revoked.selections for link in selection["objetsTouristiques"]}
    kinds = {item["id"]: item["type"] for item in project.objects}
    assert {item["id"] for item in revoked.objects} == left | {n for n, kind in kinds.items() if kind == "STRUCTURE"}
    assert revoked.object_by_id[max(left)]["id"] == max(left)
    assert [item["id"] for item in revoked.objects[-3:]] == sorted(item["id"] for item in revoked.objects)[-3:]


@needs_samples
def test_generated_objects_follow_the_official_schemas(project):
    faults = []
    for item in project.objects[100:2_500:12]:
        known = {name: value for name, value in item.items() if name != "distinctions"}
        found = schema_faults(known, f"api/full/objetTouristique/{item['type']}")
        # Links are completed when they are served, and the official schemas know no object that is broken on purpose.
        faults += [f"{item['id']} {fault}" for fault in found if "structure" not in fault and "liens" not in fault]
    assert [fault for fault in faults if "surcharge" not in fault] == []
