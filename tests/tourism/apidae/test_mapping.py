"""Every type, minimal and rich, and the real objects of the shared data."""

import gzip
import json
from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import BLOCKS, REFERENTIAL, an_element, an_object, as_json, rich_object
from tourism.apidae.demonstration import build_territory
from tourism.apidae.mapping import MAPPING_VERSION, DictReferential, Unmappable
from tourism.enums import PlaceKind
from tourism.records import TrailRecord
from tourism.schedule import Schedule

SHARED = Path(settings.BASE_DIR).parent / "shared" / "data" / "apidae"
real_data = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared APIDAE samples are not on this machine")


def test_types_are_those_of_the_places_and_the_event():
    assert sorted(BLOCKS) == sorted([*PlaceKind.values, "FETE_ET_MANIFESTATION"])


def test_version_is_a_number_that_a_checksum_can_hold():
    assert MAPPING_VERSION >= 1


@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_minimal_object_maps_to_its_name_alone(apidae_type):
    result = map_object(an_object(apidae_type), REFERENTIAL)
    said = result.record.to_json()
    if apidae_type == "FETE_ET_MANIFESTATION":
        kind, more = "EVENT", {"event_categories": ["OTHER"], "status": "SCHEDULED"}
    else:
        kind, more = "PLACE", {"kind": apidae_type}
    assert (result.kind, result.external_id, result.remarks) == (kind, "700123", [])
    assert said == {
        "name": {"fr": "Le moulin des Aires"},
        "temporarily_closed": False,
        "state": "PUBLISHED",
        **more,
    }


@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_rich_object_loses_no_common_block(apidae_type):
    result = map_object(rich_object(apidae_type), REFERENTIAL)
    said = as_json(result.record.to_json())
    assert result.remarks == []
    assert (result.owner, result.owner_id, result.modified_at) == (
        "Office des Aires",
        "1157",
        "2026-09-07T13:03:05.866000+00:00",
    )
    assert said["name"] == {"fr": "Les Aires", "en": "The Aires", "pt-br": "As Aires", "ko": "에르"}
    assert said["summary"] == {"fr": "Court.\nSuite.", "en": "Short."}
    assert said["description"] == {"fr": "Long.", "en": "Long in English."}
    assert said["alert"] == {"fr": "Pont fermé."}
    assert (said["latitude"], said["longitude"], said["altitude"]) == (44.0925, 6.2357, 608)
    assert said["commune_code"] == "04070"
    assert said["address"] == {
        "venue": "Salle des Aires",
        "lines": ["1 place des Aires"],
        "postcode": "04005",
        "city": "Digne-les-Bains",
    }
    assert said["access"] == {"fr": "Derrière la halle."}
    assert [contact["kind"] for contact in said["contacts"]] == ["PHONE", "EMAIL", "WEBSITE"]
    assert said["booking"] == [
        {"name": "Les Aires", "contacts": [{"kind": "BOOKING", "value": "https://example.org/r"}]}
    ]
    assert said["images"][0]["credit"] == "A. Dupré"
    assert said["media"] == [{"kind": "WEBCAM", "url": "https://example.org/cam"}]
    assert said["opening"] == {"fr": "Tous les jours.", "en": "Every day."}
    assert Schedule.from_json(said["schedule"]).periods[0].every_year is (apidae_type != "FETE_ET_MANIFESTATION")
    assert said["price"] == {
        "free": False,
        "indication": "PAYANT",
        "text": {"fr": "Adulte : 6 €."},
        "lines": [
            {
                "label": {"id": 1717, "family": "TarifType", "label": {"fr": "Adulte"}},
                "min": 6,
                "max": 6,
                "currency": "EUR",
                "from": "2026-01-01",
                "until": "2026-12-31",
            }
        ],
        "conditions": {"gratuitPourLesMoinsDe": 6},
    }
    labelled = {
        name: [label["label"]["fr"] for label in said[name]]
        for name in ("payment", "services", "equipments", "spoken_languages", "audiences", "accessibility")
    }
    assert labelled == {
        "payment": ["Espèces"],
        "services": ["Wifi"],
        "equipments": ["Parking"],
        "spoken_languages": ["Anglais"],
        "audiences": ["Familles"],
        "accessibility": ["Accessible en autonomie", "Rampe à gauche."],
    }
    assert [label["label"]["fr"] for label in said["labels"]][0] == "Inscrit au PDIPR"
    assert [label["label"]["fr"] for label in said["labels"]][-1] == "Accueil inventé"
    assert [(link["type"], link["external_id"]) for link in said["links"]] == [
        ("SUR_PLACE", "9"),
        ("STRUCTURE_GESTION", "800001"),
        ("STRUCTURE_INFORMATION", "800002"),
    ]
    details = said["details"]
    assert details["identifier"] == "SITRA2_TST_700456"
    assert details["perimetreGeographique"] == ["04094"]
    assert details["prestations"] == {"animauxAcceptes": "ACCEPTES"}
    assert details["dureeSeance"] == 90
    assert details["criteresInternes"] == [55]
    assert details["expiration"] == {"date": "2027-01-01", "action": "MASQUER"}
    assert details["bonsPlans"] == {"fr": "Deux pour un"}
    assert details["descriptifsThematises"][0]["text"] == {"fr": "Jadis."}
    assert "Durand" not in json.dumps(said) and "secret@" not in json.dumps(said)


def test_details_of_a_type_keep_apidae_names():
    said = map_object(rich_object("RESTAURATION"), REFERENTIAL).record.to_json()
    assert said["details"]["informationsRestauration"]["chef"] == "Un chef"
    assert [label["label"]["fr"] for label in said["categories"]] == ["Catégorie inventée"]


def test_capacity_is_labelled_and_counted():
    capacity = map_object(rich_object("HOTELLERIE"), REFERENTIAL).record.capacity
    assert [(entry["family"], entry["label"]["fr"], entry["value"]) for entry in capacity] == [
        ("nombreChambres", "Chambres", 12),
        ("nombreMaximumCouverts", "Couverts", 40),
        ("nombrePistes", "Pistes", 7),
    ]


def test_hotel_says_its_stars_and_chain():
    block = {
        "hotellerieType": an_element("HotellerieType", 2735, "Hôtel"),
        "classement": an_element("HotellerieClassement", 2700, "3 étoiles"),
        "chaines": [an_element("HotellerieChaine", 2710, "Chaîne inventée")],
        "numeroClassement": "04-123",
    }
    said = map_object(an_object("HOTELLERIE", informationsHotellerie=block), REFERENTIAL).record.to_json()
    assert [label["label"]["fr"] for label in said["categories"]] == ["Hôtel"]
    assert [label["label"]["fr"] for label in said["labels"]] == ["3 étoiles", "Chaîne inventée"]
    assert said["details"] == {"informationsHotellerie": {"numeroClassement": "04-123"}}


def test_ski_area_names_its_parts_in_order():
    rows = [{"order": 2, "objetTouristique": {"id": 12}}, {"order": 1, "objetTouristique": {"id": 11}}]
    raw = an_object("DOMAINE_SKIABLE", informationsDomaineSkiable={"sousDomaines": rows, "nombreKmPiste": 32.5})
    record = map_object(raw, REFERENTIAL).record
    assert record.links == [
        {"type": "SOUS_DOMAINE", "external_id": "11"},
        {"type": "SOUS_DOMAINE", "external_id": "12"},
    ]
    assert record.capacity[0]["value"] == 32.5


def test_trail_says_everything_a_walker_asks():
    raw = an_object(
        "EQUIPEMENT",
        informationsEquipement={
            "rubrique": an_element("EquipementRubrique", 2988, "Loisirs sportifs"),
            "activites": [an_element("EquipementActivite", 3333, "Randonnée"), {"id": 3333}],
            "itineraire": {
                "distance": 12.4,
                "denivellationPositive": 640,
                "denivellationNegative": -630,
                "altitudeMaximum": 1450,
                "altitudeMinimum": 812,
                "penteMoyenne": 8,
                "dureeJournaliere": 270,
                "itineraireType": "BOUCLE",
                "itineraireBalise": "BALISE",
                "precisionsBalisage": {"libelleFr": "Jaune"},
                "passagesDelicats": {"libelleFr": "Gué au printemps"},
                "referencesCartographiques": {"libelleFr": "Carte A"},
                "referencesTopoguides": {"libelleFr": "Guide B", "libelleEn": "Guide B"},
                "naturesTerrain": [an_element("NatureTerrain", 4239, "Rocher")],
            },
        },
        prestations={"typesClientele": [{"id": 589}, an_element("TypeClientele", 558, "Randonneurs")]},
        presentation={
            "descriptifsThematises": [
                {"theme": {"id": 6527}, "description": {"libelleFr": "1. Partir.\r\n2. Revenir."}}
            ]
        },
        multimedias=[
            {
                "type": "PLAN",
                "traductionFichiers": [{"url": "http://127.0.0.1:8001/a.gpx", "extension": "gpx", "fileName": "a.gpx"}],
            }
        ],
    )
    result = map_object(raw, REFERENTIAL)
    said = as_json(result.record.to_json())
    assert (result.kind, result.remarks) == ("TRAIL", [])
    terrain = said.pop("terrain")
    categories = said.pop("categories")
    audiences = said.pop("audiences")
    assert [[label["id"] for label in labels] for labels in (terrain, categories, audiences)] == [
        [4239],
        [2988, 3333],
        [558],
    ]
    assert said == {
        "name": {"fr": "Le moulin des Aires"},
        "temporarily_closed": False,
        "state": "PUBLISHED",
        "practice": "WALK",
        "difficulty": "MEDIUM",
        "shape": "LOOP",
        "distance": 12400,
        "ascent": 640,
        "descent": 630,
        "highest": 1450,
        "lowest": 812,
        "duration": 270,
        "waymarked": True,
        "waymarking": {"fr": "Jaune"},
        "hazards": {"fr": "Gué au printemps"},
        "maps": {"fr": "Carte A\nGuide B", "en": "Guide B"},
        "steps": {"fr": "1. Partir.\n2. Revenir."},
        "plans": [{"url": "http://127.0.0.1:8001/a.gpx", "extension": "gpx", "file_name": "a.gpx", "expires": None}],
        "details": {"penteMoyenne": 8},
    }


@pytest.mark.parametrize(
    ("block", "kind", "practice"),
    [
        ({"activites": [{"id": 3333}]}, "TRAIL", "WALK"),
        ({"activites": [{"id": 3113}, {"id": 3284}]}, "TRAIL", "MTB"),
        ({"activites": [{"id": 3165}, {"id": 3313}]}, "TRAIL", "HORSE"),
        ({"activites": [{"id": 3241}], "itineraire": {"denivellation": 300}}, "TRAIL", "VIA_FERRATA"),
        ({"itineraire": {"distance": 3.5}}, "TRAIL", "OTHER"),
        ({"itineraire": {}}, "PLACE", None),
        ({"itineraire": {"itineraireBalise": "NON_DISPONIBLE"}}, "PLACE", None),
        ({"activites": [{"id": 3294}]}, "PLACE", None),
    ],
)
def test_equipment_is_a_trail_when_its_data_says_so(block, kind, practice):
    result = map_object(an_object("EQUIPEMENT", informationsEquipement=block), REFERENTIAL)
    assert (result.kind, getattr(result.record, "practice", None)) == (kind, practice)


def test_record_as_json_leaves_out_what_is_empty_but_neither_false_nor_zero():
    record = TrailRecord(name={"fr": "Sentier"}, latitude=0.0, distance=0, waymarked=False, shape="", plans=[], maps={})
    assert record.to_json() == {
        "name": {"fr": "Sentier"},
        "latitude": 0.0,
        "temporarily_closed": False,
        "state": "PUBLISHED",
        "practice": "OTHER",
        "distance": 0,
        "waymarked": False,
    }
    assert list(record.to_json()) == [item.name for item in fields(record) if item.name in record.to_json()]


def test_labels_are_shared_between_records_and_never_changed():
    referential = DictReferential()
    raws = [rich_object(apidae_type) for apidae_type in sorted(BLOCKS)]
    first = [json.dumps(map_object(raw, referential).record.to_json()) for raw in raws]
    assert [json.dumps(map_object(raw, referential).record.to_json()) for raw in reversed(raws)] == first[::-1]
    assert first == [json.dumps(map_object(raw, DictReferential()).record.to_json()) for raw in raws]
    assert len(referential.elements_met) > 10


def test_same_object_maps_twice_to_the_same_record():
    raw = rich_object("HOTELLERIE")
    before = json.dumps(raw)
    first, second = (map_object(raw, REFERENTIAL) for _ in range(2))
    assert first == second
    assert json.dumps(raw) == before


# Real data ------------------------------------------------------------------------------------------------------


def objects_in(path: Path) -> list[dict]:
    content = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(content, list):
        return content
    return content.get("objetsTouristiques", [content] if "type" in content else [])


@pytest.fixture(scope="module")
def real_referential():
    with gzip.open(SHARED / "elements_reference.2021-10-29.json.gz") as elements:
        communes = json.loads((SHARED / "communes-04.json").read_text(encoding="utf-8"))
        return DictReferential(json.load(elements), communes)


@real_data
@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("api-2014-v001-50-objects.json", {"PLACE": 30, "TRAIL": 11, "EVENT": 9}),
        ("export-2017-events/objets_modifies/*.json", {"EVENT": 5}),
        ("objects/*.json", {"PLACE": 6, "EVENT": 1, "quarantine": 2}),
        ("itineraries/*.json", {"TRAIL": 4, "quarantine": 25}),
    ],
)
def test_real_objects_map_without_a_crash(pattern, expected, real_referential):
    counts: Counter[str] = Counter()
    for path in sorted(SHARED.glob(pattern)):
        for raw in objects_in(path):
            try:
                result = map_object(raw, real_referential)
            except Unmappable as problem:
                assert problem.sentence
                counts["quarantine"] += 1
            else:
                as_json(result.record.to_json())
                counts[result.kind] += 1
    print(pattern, dict(counts))
    assert dict(counts) == expected


@real_data
def test_real_objects_of_2014_keep_their_parts(real_referential):
    mapped = [map_object(raw, real_referential) for raw in objects_in(SHARED / "api-2014-v001-50-objects.json")]
    records = [result.record for result in mapped]
    assert sum(bool(record.images) for record in records) == 42
    assert sum(bool(record.contacts) for record in records) == 49
    assert sum(record.latitude is not None for record in records) == 48
    assert sum(bool(record.summary.get("en")) for record in records) == 17


def test_demonstration_territory_maps_without_quarantine():
    territory = build_territory(date(2026, 11, 25))
    for_exports = DictReferential(territory.elements_reference, territory.communes)
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    for raw in territory.objects:
        for form, referential in ((raw, DictReferential()), (export_form(raw), for_exports)):
            result = map_object(form, referential)
            counts[result.kind] += 1
            remarks += [f"{result.external_id}: {remark}" for remark in result.remarks]
    print(dict(counts))
    not_validated = "La position n’est pas validée dans APIDAE : elle n’est pas reprise."
    assert remarks == [
        f"{raw['id']}: {not_validated}"
        for raw in territory.objects
        if raw["localisation"]["geolocalisation"].get("valide") is False
        and "geoJson" in raw["localisation"]["geolocalisation"]
        for _form in ("API", "export")
    ]
    assert counts["EVENT"] >= 90 and counts["TRAIL"] >= 16


def export_form(value):
    """An API object as an export writes it: elements and communes by number only."""
    if isinstance(value, list):
        return [export_form(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "elementReferenceType" in value:
        return {"elementReferenceType": value["elementReferenceType"], "id": value["id"]}
    if "codePostal" in value and "code" in value:
        return {"id": value["id"]}
    return {key: export_form(item) for key, item in value.items()}
