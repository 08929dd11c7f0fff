"""FETE_ET_MANIFESTATION to `EventRecord`."""

from datetime import date

import pytest

from agenda.sources.apidae import map_event, map_object
from tests.tourism.apidae.mapping_payloads import REFERENTIAL, an_element, an_object, as_json
from tourism.schedule import Schedule, occurrences


def an_event(**blocks):
    return an_object("FETE_ET_MANIFESTATION", **blocks)


def record(raw):
    return map_event(raw, REFERENTIAL).record


def on(*days, **more):
    periods = [{"dateDebut": day, "dateFin": day, "type": "OUVERTURE_TOUS_LES_JOURS"} | more for day in days]
    return {"periodesOuvertures": periods}


def days_of(record):
    spans = occurrences(Schedule.from_json(record.schedule), date(2017, 1, 1), date(2030, 1, 1))
    return sorted({span.day.isoformat() for span in spans})


def test_event_says_what_only_events_have():
    raw = an_event(
        informationsFeteEtManifestation={
            "typesManifestation": [an_element("FeteEtManifestationType", 1958, "Culture")],
            "categories": [an_element("FeteEtManifestationCategorie", 2128, "Concert")],
            "themes": [an_element("FeteEtManifestationTheme", 2208, "Jazz et blues")],
            "evenementGenerique": an_element("FeteEtManifestationGenerique", 2384, "Fête de la musique"),
            "portee": an_element("FeteEtManifestationPortee", 2352, "Locale"),
            "nomLieu": "Halle",
            "nbParticipantsAttendu": "100 participants",
        }
    )
    result = map_object(raw, REFERENTIAL)
    said = as_json(result.record.to_json())
    assert (result.kind, result.remarks) == ("EVENT", [])
    assert [label["id"] for label in said["categories"]] == [1958, 2128]
    assert [label["id"] for label in said["themes"]] == [2208, 2384]
    assert said["event_categories"] == ["CONCERT"]
    assert (said["reach"], said["venue"], said["address"]) == ("2352", "Halle", {"venue": "Halle"})
    assert said["details"]["informationsFeteEtManifestation"] == {
        "portee": {"id": 2352, "family": "FeteEtManifestationPortee", "label": {"fr": "Locale"}},
        "nbParticipantsAttendu": "100 participants",
    }


@pytest.mark.parametrize(
    ("ids", "status"),
    [
        ([], "SCHEDULED"),
        ([6176], "CANCELLED"),
        ([6564], "FULL"),
        ([4187], "UNCONFIRMED"),
        ([4187, 6564, 6176], "CANCELLED"),
        ([4190], "SCHEDULED"),
        ([4191], "SCHEDULED"),
        ([99999], "SCHEDULED"),
    ],
)
def test_cancellation_is_a_criterion_not_a_state(ids, status):
    opening = on("2026-12-05") | {"ouverturesComplementaires": [{"id": identifier} for identifier in ids]}
    assert record(an_event(ouverture=opening)).status == status


def test_cancelled_event_keeps_its_dates_and_is_not_closed():
    opening = on("2026-12-05") | {"ouverturesComplementaires": [{"id": 6176}]}
    found = record(an_event(ouverture=opening))
    assert (found.temporarily_closed, days_of(found)) == (False, ["2026-12-05"])


def test_listed_days_of_an_export_are_used_when_there_is_no_period():
    found = record(an_event(datesOuverture=["2026-12-05", "2026-12-06"]))
    assert days_of(found) == ["2026-12-05", "2026-12-06"]


def test_unreadable_period_is_a_remark_and_the_others_stay():
    periods = [
        {"dateDebut": "2026-13-01", "dateFin": "2026-13-02", "type": "OUVERTURE_TOUS_LES_JOURS"},
        {"dateDebut": "2026-12-05", "dateFin": "2026-12-05", "type": "OUVERTURE_TOUS_LES_JOURS"},
    ]
    result = map_event(an_event(ouverture={"periodesOuvertures": periods}), REFERENTIAL)
    assert days_of(result.record) == ["2026-12-05"]
    assert result.remarks


def linked(kind, apidae_type, identifier, name="", key="liensObjetsTouristiquesTypes"):
    target = {"type": apidae_type, "id": identifier} | ({"nom": {"libelleFr": name}} if name else {})
    return {key: [{"type": kind, "objetTouristique": target}]}


def test_concert_belongs_to_its_festival():
    found = record(an_event(liens=linked("PROGRAMME_ORGANISATEUR", "FETE_ET_MANIFESTATION", 800100, "Le festival")))
    assert (found.part_of_external_id, found.organiser) == ("800100", "")


def test_festival_links_to_its_programme():
    found = record(an_event(liens=linked("ORGANISATEUR_PROGRAMME", "FETE_ET_MANIFESTATION", 800300)))
    assert found.links == [{"type": "ORGANISATEUR_PROGRAMME", "external_id": "800300", "kind": "FETE_ET_MANIFESTATION"}]
    assert found.part_of_external_id == ""


SALLE = {"id": 3, "nom": {"libelleFr": "Salle"}}


@pytest.mark.parametrize(
    ("localisation", "block", "venue"),
    [
        (
            {"adresse": {"nomDuLieu": "Abbaye"}, "lieu": {"id": 3, "nom": {"libelleFr": "Salle"}}},
            {"nomLieu": "Halle"},
            "Abbaye",
        ),
        ({"lieu": {"id": 3, "nom": {"libelleFr": "Salle"}}}, {"nomLieu": "Halle"}, "Salle"),
        ({}, {"nomLieu": "Halle"}, "Halle"),
        ({"lieuObjetTouristique": {"type": "EQUIPEMENT", "id": 9, "nom": {"libelleFr": "Théâtre"}}}, {}, "Théâtre"),
        ({}, {}, ""),
    ],
)
def test_venue_old_and_new_places(localisation, block, venue):
    raw = an_event(localisation=localisation, informationsFeteEtManifestation=block)
    assert record(raw).venue == venue


SITED = {"type": "EST_SITUE_DANS", "objetTouristique": {"type": "PATRIMOINE_CULTUREL", "id": 901}}


def test_place_of_an_event_is_what_it_is_sited_in():
    in_a_festival = {"type": "EST_SITUE_DANS", "objetTouristique": {"type": "FETE_ET_MANIFESTATION", "id": 902}}
    raw = an_event(liens={"liensObjetsTouristiquesTypes": [in_a_festival, SITED]})
    assert record(raw).place_external_id == "901"


def test_place_that_is_named_as_such_comes_before_what_an_event_is_sited_in():
    place = {"lieuObjetTouristique": {"type": "PATRIMOINE_CULTUREL", "id": 900}}
    raw = an_event(liens={"liensObjetsTouristiquesTypes": [SITED]}, localisation=place)
    assert record(raw).place_external_id == "900"


def test_place_of_an_event_is_the_linked_object():
    raw = an_event(localisation={"lieuObjetTouristique": {"type": "PATRIMOINE_CULTUREL", "id": 900}})
    assert record(raw).place_external_id == "900"
