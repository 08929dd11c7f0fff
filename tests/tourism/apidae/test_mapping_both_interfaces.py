"""The same record by the API, which writes labels and names out, and by an export, which only numbers them."""

import json
import zipfile
from datetime import date
from typing import Any

import pytest

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import BLOCKS, an_element, an_object, rich_object
from tourism.apidae.demonstration import build_territory
from tourism.apidae.mapping import DictReferential, Mapped
from tourism.apidae.simulator import Dataset
from tourism.apidae.simulator.answers import Answers
from tourism.apidae.simulator.exports import write_export
from tourism.apidae.simulator.shapes import is_link, is_reference_element, stripped

TODAY = date(2026, 11, 25)
LOCALES = ["fr", "en", "es", "it", "de", "nl", "ru", "zh", "pt-br", "ja", "ko"]


def objects_of_the_api(dataset: Dataset) -> dict[int, dict]:
    answers = Answers(dataset, 1, "demo", TODAY)
    query = {"apiKey": "demo", "projetId": 1, "count": 200, "responseFields": ["@all"], "locales": LOCALES}
    found: dict[int, dict] = {}
    while len(found) < len(dataset.objects):
        page = answers.listing(json.dumps(query | {"first": len(found)}), ids=False, agenda=False, changes=set())
        if not page.get("objetsTouristiques"):
            break
        found |= {item["id"]: item for item in page["objetsTouristiques"]}
    return found


def objects_of_the_export(dataset: Dataset, path) -> tuple[dict[int, dict], DictReferential]:
    write_export(dataset, path)
    with zipfile.ZipFile(path) as archive:
        content = {name: json.loads(archive.read(name)) for name in archive.namelist()}
    found = {item["id"]: item for name, items in content.items() if "/" in name for item in items}
    referential = DictReferential(content["elements_reference.json"], content["communes.json"])
    referential.names.update({str(number): map_object(raw, referential).record.name for number, raw in found.items()})
    return found, referential


def said(mapped: Mapped) -> dict[str, Any]:
    about = {name: getattr(mapped, name) for name in ("kind", "external_id", "owner", "owner_id", "modified_at")}
    return mapped.record.to_json() | {"about": about, "remarks": mapped.remarks}


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, tuple]:
    names = [*one, *(name for name in other if name not in one)]
    return {name: (one.get(name), other.get(name)) for name in names if one.get(name) != other.get(name)}


def test_demonstration_territory_gives_the_same_records_by_the_api_and_by_an_export(tmp_path):
    dataset = Dataset.from_territory(build_territory(TODAY))
    by_api = objects_of_the_api(dataset)
    by_export, referential = objects_of_the_export(dataset, tmp_path / "export.zip")
    assert len(by_export) == len(by_api) > 150
    assert by_export != by_api
    different = {}
    organisers = 0
    for number, raw in by_api.items():
        mapped = map_object(raw, DictReferential())
        organisers += bool(getattr(mapped.record, "organiser", ""))
        change = differences(said(mapped), said(map_object(by_export[number], referential)))
        if change:
            different[number] = change
    assert different == {}
    assert organisers > 50


def elements_in(value: Any) -> list[dict]:
    if isinstance(value, list):
        return [element for item in value for element in elements_in(item)]
    if not isinstance(value, dict):
        return []
    return [*([value] if is_reference_element(value) else []), *elements_in(list(value.values()))]


def links_in(value: Any) -> list[dict]:
    if isinstance(value, list):
        return [link for item in value for link in links_in(item)]
    if not isinstance(value, dict):
        return []
    return [*([value] if is_link(value) else []), *links_in(list(value.values()))]


def by_both(raw: dict) -> tuple[dict, dict]:
    communes = [raw.get("localisation", {}).get("adresse", {}).get("commune", {})]
    communes += raw.get("localisation", {}).get("perimetreGeographique", [])
    names = {str(link["id"]): {"fr": link["nom"]["libelleFr"]} for link in links_in(raw["liens"]) if "nom" in link}
    for link in links_in({key: value for key, value in raw.items() if key != "liens"}):
        if "nom" in link:
            names[str(link["id"])] = {"fr": link["nom"]["libelleFr"]}
    referential = DictReferential(elements_in(raw), communes, names)
    return said(map_object(raw, DictReferential())), said(map_object(stripped(raw), referential))


@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_object_with_every_path_gives_the_same_record_by_both(apidae_type, full_objects):
    raw, _marks = full_objects[apidae_type]
    assert differences(*by_both(raw)) == {}


@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_rich_object_gives_the_same_record_by_both(apidae_type):
    assert differences(*by_both(rich_object(apidae_type))) == {}


def an_event(**blocks: Any) -> dict:
    return an_object("FETE_ET_MANIFESTATION", liens={}) | blocks


def test_venue_and_organiser_are_named_by_the_linked_objects_themselves():
    hall = {"type": "EQUIPEMENT", "id": 31, "nom": {"libelleFr": "Halle", "libelleEn": "Market hall"}}
    committee = {"type": "STRUCTURE", "id": 32, "nom": {"libelleFr": "Comité"}}
    raw = an_event(
        localisation={"lieuObjetTouristique": hall},
        liens={"liensObjetsTouristiquesTypes": [{"type": "PROGRAMME_ORGANISATEUR", "objetTouristique": committee}]},
    )
    api, export = by_both(raw)
    assert (export["venue"], export["organiser"]) == ("Halle", "Comité")
    assert differences(api, export) == {}


def test_names_may_be_learnt_while_objects_are_read():
    raw = an_event(informations={"structureInformation": {"type": "STRUCTURE", "id": 32}})
    referential = DictReferential()
    before = map_object(raw, referential).record.organiser
    referential.names["32"] = {"en": "Committee", "fr": "Comité"}
    after = map_object(raw, referential).record.organiser
    referential.names["32"] = {"en": "Committee"}
    assert (before, after, map_object(raw, referential).record.organiser) == ("", "Comité", "Committee")


def test_no_link_of_a_record_holds_a_name():
    structure = {"type": "STRUCTURE", "id": 32, "nom": {"libelleFr": "Comité"}}
    links = map_object(an_event(informations={"structureGestion": structure}), DictReferential()).record.links
    assert links == [{"type": "STRUCTURE_GESTION", "external_id": "32", "kind": "STRUCTURE"}]


def test_commune_abroad_is_the_same_by_both():
    commune = {
        "id": 90001,
        "code": "CN-1",
        "nom": "Cuneo",
        "codePostal": "12100",
        "pays": an_element("Pays", 540, "Italie", "Italy"),
    }
    api, export = by_both(an_event(localisation={"adresse": {"commune": commune}}))
    assert api["address"] == {"postcode": "12100", "city": "Cuneo", "country": "Italie"}
    assert ("commune_code" in api, api["remarks"]) == (False, [])
    assert differences(api, export) == {}


def test_type_of_hours_is_named_by_both():
    tour = {"type": an_element("HoraireType", 7460, "Visite guidée"), "timePeriods": [{"weekdays": ["MON"]}]}
    period = {"dateDebut": "2026-07-01", "dateFin": "2026-07-31", "horaires": [tour]}
    api, export = by_both(an_event(ouverture={"periodesOuvertures": [period]}))
    assert "Visite guidée" in json.dumps(api["schedule"], ensure_ascii=False)
    assert differences(api, export) == {}
