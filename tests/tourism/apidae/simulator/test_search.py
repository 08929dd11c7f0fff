"""What a search of the simulated platform finds, and in which order."""

from typing import Any

import pytest

from tests.tourism.apidae.asking import IDS, answer_of, asked, ids
from tests.tourism.apidae.territories import event
from tourism.apidae.simulator import ApidaeSimulator, Dataset


def numbers(simulator: ApidaeSimulator, **query: Any) -> list[int]:
    """Events found, by their number."""
    return [found - 5000 for found in ids(simulator, **query) if found < 9000]


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
