"""The traps of APIDAE's interface, each under its number in the list of pitfalls: places, references, fields.

Those of dates, texts and media are in `test_traps_of_dates.py`, `test_traps_of_texts.py` and `test_traps_of_media.py`;
those that only an import or a client can fall into (1, 13, 14, 17, 19, 20) in `tests/agenda/test_traps_of_the_feed.py`.
"""

import re
from pathlib import Path

import pytest

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import (
    a_plan,
    an_element,
    an_object,
)
from tests.tourism.apidae.trap_objects import EVENT, days_of, mapped, opened, period, record
from tourism.apidae.mapping import DictReferential


def test_each_of_the_21_traps_has_a_test_under_its_number():
    tests = Path(__file__).parents[2]
    files = (*Path(__file__).parent.glob("test_traps_of_*.py"), tests / "agenda" / "test_traps_of_the_feed.py")
    numbers = [
        int(number)
        for file in files
        for number in re.findall(r"^def test_trap_(\d\d)_", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert set(numbers) == set(range(1, 22))


# 2. Missing or invalid position, tracks under odd names ---------------------------------------------------------------


def located(**geolocation):
    return an_object(localisation={"geolocalisation": geolocation})


def point(longitude, latitude, **more):
    return located(geoJson={"type": "Point", "coordinates": [longitude, latitude]}, **more)


def test_trap_02_valid_position_is_taken():
    result = record(point(6.2357, 44.0925, valide=True, altitude=608))
    assert (result["latitude"], result["longitude"], result["altitude"]) == (44.0925, 6.2357, 608)


@pytest.mark.parametrize(
    ("raw", "remark"),
    [
        (located(valide=False), None),
        (point(6.2, 44.1, valide=False), "La position n’est pas validée dans APIDAE : elle n’est pas reprise."),
        (point(0, 0), "Position 0, 0 (au large de l’Afrique) : elle n’est pas reprise."),
        (
            point(44.1, 6.2),
            "Latitude et longitude semblent inversées (6.2, 44.1) : la position n’est pas reprise.",
        ),
        (point(-61.5, 16.2), "Position hors de France et du Piémont (16.2, -61.5) : elle n’est pas reprise."),
        (point(6.2, 4410.1), "Position hors de France et du Piémont (4410.1, 6.2) : elle n’est pas reprise."),
        (point("est", "nord"), "Position : les coordonnées ne sont pas lisibles."),
        (point(10**60, 44), "Position : les coordonnées ne sont pas lisibles."),
        (point(float("nan"), 44.1), "Position : les coordonnées ne sont pas lisibles."),
        (point(True, 44.1), "Position : les coordonnées ne sont pas lisibles."),
        (
            located(geoJson={"type": "Polygon", "coordinates": [[[6, 44]]]}),
            "Position : un point est attendu, « Polygon » est ignoré.",
        ),
        (
            located(geoJson=[6.2, 44.1]),
            "localisation.geolocalisation.geoJson : un objet est attendu, une liste est ignoré.",
        ),
    ],
)
def test_trap_02_position_that_is_missing_invalid_or_inverted_is_never_repaired(raw, remark):
    result = mapped(raw)
    assert (result.record.latitude, result.record.longitude) == (None, None)
    assert result.remarks == ([remark] if remark else [])


def test_trap_02_position_in_cuneo_is_plausible():
    assert record(point(7.5477, 44.3895))["latitude"] == 44.3895


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (a_plan("https://example.org/t.gpx", extension="gpx", fileName="t"), ("gpx", "t")),
        (a_plan("https://example.org/t.KML"), ("kml", "")),
        (a_plan("https://example.org/t", fileName="trace.kmz"), ("kmz", "trace.kmz")),
    ],
)
def test_trap_02_plan_without_extension_is_known_by_its_name(plan, expected):
    result = mapped(an_object("EQUIPEMENT", multimedias=[plan]))
    assert result.kind == "TRAIL"
    assert [(found["extension"], found["file_name"]) for found in result.record.plans] == [expected]


def test_trap_02_plan_of_no_known_kind_stays_a_document():
    plans = [a_plan("https://example.org/t"), a_plan("https://example.org/carte.pdf")]
    result = mapped(an_object("EQUIPEMENT", multimedias=plans))
    assert result.kind == "PLACE"
    assert [medium["url"] for medium in result.record.media] == [
        "https://example.org/t",
        "https://example.org/carte.pdf",
    ]
    assert result.remarks == ["Plan sans extension reconnue (gpx, kml, kmz) : « https://example.org/t »."]


# 15. Elements of reference: inactive, unknown -------------------------------------------------------------------------


def with_services(*elements):
    return an_object(prestations={"services": list(elements)})


def test_trap_15_inactive_element_is_still_a_label():
    assert record(with_services({"elementReferenceType": "PrestationService", "id": 1115}))["services"] == [
        {"id": 1115, "family": "PrestationService", "label": {"fr": "Wifi"}}
    ]


def test_trap_15_unknown_element_is_a_remark_and_the_others_stay():
    result = mapped(with_services({"id": 99999}, {"id": 1115}, None, 7, {"id": "x"}, {"id": 10**60}))
    assert [label["id"] for label in result.record.services] == [1115]
    assert result.remarks[0] == "Élément de référence inconnu : 99999"


@pytest.mark.parametrize("number", [2**31, 10**17, str(2**31)])
def test_trap_15_number_larger_than_those_of_apidae_leaves_the_words(number):
    named = {"elementReferenceType": "PrestationService", "id": number, "libelleFr": "Wifi"}
    other = named | {"libelleFr": "Bagagerie"}
    result = mapped(with_services({"id": number}, named, {"id": 1115}, named, other))
    assert [(label["id"], label["label"]["fr"]) for label in result.record.services] == [
        (None, "Wifi"),
        (1115, "Wifi"),
        (None, "Bagagerie"),
    ]
    assert result.remarks == [
        f"prestations.services : le numéro « {number} » ne peut pas être celui d’un élément de référence."
    ]


def test_trap_15_largest_number_that_the_interface_can_say():
    result = mapped(with_services({"id": 2**31 - 1, "libelleFr": "Wifi"}))
    assert [label["id"] for label in result.record.services] == [2**31 - 1]


def test_trap_15_new_element_labelled_where_it_is_used_needs_no_referential():
    result = record(with_services(an_element("PrestationService", 1115, "Wi-Fi gratuit", "Free Wi-Fi")))
    assert result["services"][0]["label"] == {"fr": "Wi-Fi gratuit", "en": "Free Wi-Fi"}


def test_trap_15_element_that_changes_its_words_is_read_anew():
    referential = DictReferential()
    raws = [with_services(an_element("PrestationService", 1115, words)) for words in ("Wifi", "Wi-Fi", "Wifi")]
    words = [map_object(raw, referential).record.services[0]["label"]["fr"] for raw in raws]
    assert words == ["Wifi", "Wi-Fi", "Wifi"]


def test_trap_15_unknown_element_still_has_the_meaning_of_its_number():
    raw = opened(period("2026-12-05"), ouverturesComplementaires=[{"id": 6176}])
    result = mapped(raw)
    assert (result.record.status, result.remarks) == ("CANCELLED", ["Élément de référence inconnu : 6176"])


# 16. Communes: merged, abroad, with other postcodes -------------------------------------------------------------------


def in_commune(**commune):
    return an_object(localisation={"adresse": {"commune": commune}})


def test_trap_16_commune_of_an_export_is_known_by_number_only():
    result = record(in_commune(id=1600))
    assert result["commune_code"] == "04070"
    assert result["address"] == {"postcode": "04000", "city": "Digne-les-Bains"}


def test_trap_16_unknown_commune_is_a_remark():
    assert mapped(in_commune(id=31415)).remarks == ["Commune inconnue : 31415"]


def test_trap_16_postcode_of_the_address_differs_from_the_communes():
    raw = an_object(localisation={"adresse": {"codePostal": "04005", "commune": {"id": 1600}}})
    assert record(raw)["address"]["postcode"] == "04005"


def test_trap_16_swiss_postcode_is_kept_as_it_is():
    raw = an_object(localisation={"adresse": {"codePostal": "CH-1860", "commune": {"nom": "Aigle"}}})
    assert record(raw)["address"] == {"postcode": "CH-1860", "city": "Aigle"}


@pytest.mark.parametrize("code", ["04900", "04901", "2A004"])
def test_trap_16_code_that_only_apidae_has_is_kept(code):
    assert record(in_commune(id=9, code=code, nom="Val-d’Ici"))["commune_code"] == code


def test_trap_16_commune_abroad_has_no_insee_code_and_no_remark():
    commune = {"id": 9, "code": "CH1860", "nom": "Aigle", "pays": an_element("Pays", 555, "Suisse")}
    result = mapped(in_commune(**commune))
    assert (result.record.commune_code, result.remarks) == ("", [])
    assert result.record.address == {"city": "Aigle", "country": "Suisse"}


# 18. Fields that are unknown, renamed or moved ------------------------------------------------------------------------


def test_trap_18_labels_before_and_after_the_switch_to_distinctions_are_the_same():
    old = an_object("HOTELLERIE", informationsHotellerie={"labels": [an_element("HotellerieLabel", 2738, "Logis")]})
    new = an_object("HOTELLERIE", distinctions=[{"id": 1, "nom": an_element("DistinctionNom", 8700, "Logis")}])
    both = old | {"distinctions": new["distinctions"]}
    names = [[label["label"]["fr"] for label in record(raw)["labels"]] for raw in (old, new, both)]
    assert names == [["Logis"], ["Logis"], ["Logis"]]
    assert record(both)["labels"][0]["id"] == 8700


def test_trap_18_durations_before_and_after_their_move():
    old = an_object("ACTIVITE", informationsActivite={"dureeSeance": 120, "nombreJours": 2})
    new = an_object("ACTIVITE", ouverture={"dureeSeance": 90}, informationsActivite={"dureeSeance": 120})
    assert (record(old)["details"]["dureeSeance"], record(old)["details"]["nombreJours"]) == (120, 2)
    assert record(new)["details"]["dureeSeance"] == 90


def test_trap_18_durations_of_a_trail_before_and_after_their_move():
    old = an_object(
        "EQUIPEMENT", informationsEquipement={"itineraire": {"dureeJournaliere": 150, "dureeItinerance": 3}}
    )
    new = an_object(
        "EQUIPEMENT",
        informationsEquipement={"itineraire": {"distance": 12, "dureeJournaliere": 150}},
        ouverture={"dureeSeance": 200, "nombreJours": 2},
    )
    assert (record(old)["duration"], record(old)["details"]["nombreJours"]) == (150, 3)
    assert (record(new)["duration"], record(new)["details"]["nombreJours"]) == (200, 2)


def test_trap_18_unknown_fields_change_nothing_and_say_nothing():
    known = opened(period("2026-12-05"))
    unknown = known | {
        "nouveauBloc": {"a": [{"b": 1}]},
        "ouverture": known["ouverture"] | {"nouveau": True},
        "presentation": {"nouveau": {"libelleFr": "x"}},
    }
    assert mapped(unknown) == mapped(known)


def test_trap_18_hours_of_the_older_service_and_of_the_newer_field_are_the_same_days():
    old = period("2026-07-13", "2026-07-19", type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}])
    new = period("2026-07-13", "2026-07-19", horaires=[{"timePeriods": [{"weekdays": ["TUE"]}]}])
    assert days_of(opened(old | {"identifiantTechnique": 5})) == days_of(opened(new)) == ["2026-07-14"]


# 21. The owner is not the organiser -----------------------------------------------------------------------------------


def test_trap_21_organiser_is_the_linked_structure_and_not_the_owner_of_the_card():
    gestion = {"membreProprietaire": {"id": 1, "nom": "Office des Aires"}}
    friends = {"type": "STRUCTURE", "id": 800200, "nom": {"libelleFr": "Les amis du moulin"}}
    by_link = an_object(
        EVENT,
        gestion=gestion,
        liens={"liensObjetsTouristiquesTypes": [{"type": "PROGRAMME_ORGANISATEUR", "objetTouristique": friends}]},
    )
    by_information = an_object(
        EVENT,
        gestion=gestion,
        informations={"structureInformation": {"type": "STRUCTURE", "id": 5, "nom": {"libelleFr": "Comité des fêtes"}}},
    )
    neither = an_object(EVENT, gestion=gestion, informations={"structureGestion": friends})
    assert [mapped(raw).record.organiser for raw in (by_link, by_information, neither)] == [
        "Les amis du moulin",
        "Comité des fêtes",
        "",
    ]
    assert {mapped(raw).owner for raw in (by_link, by_information, neither)} == {"Office des Aires"}
