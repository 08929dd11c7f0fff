"""Faults of stories, as their authors read them."""

import json
from pathlib import Path

import pytest

from tourism.triggers import check_story

UUID = "f7826da6-4fa2-4e98-8024-bc5b71e0893e"
VECTORS = Path(__file__).parents[2] / "vectors" / "triggers"


def fence(latitude: float | None = 44.0, radius: float | None = 30) -> dict:
    return {"kind": "GEOFENCE", "latitude": latitude, "longitude": 6.0, "radius": radius}


def number(value: str) -> dict:
    return {"kind": "NUMBER", "number": value}


def story(*steps: tuple[list, dict] | list) -> dict:
    steps = [step if isinstance(step, tuple) else (step, {}) for step in steps]
    return {
        "id": "story",
        "steps": [
            {"id": f"s{position}", "position": position, "triggers": triggers, "rules": rules}
            for position, (triggers, rules) in enumerate(steps, start=1)
        ],
    }


@pytest.mark.parametrize(
    ("checked", "faults"),
    [
        (story(), []),
        (story([fence()], [fence(44.01), number("2")]), []),
        (story([]), ["Rien ne déclenche l’étape 1."]),
        (
            story([number("7")], [number(" 07")], [number("7")]),
            ["Le numéro 7 déclenche à la fois l’étape 1, l’étape 2 et l’étape 3."],
        ),
        (
            story([{"kind": "QR", "code": "A1"}, {"kind": "NFC", "code": "a1"}], [{"kind": "NFC", "code": "/q/A1"}]),
            ["Le code « a1 » déclenche à la fois l’étape 1 et l’étape 2."],
        ),
        (
            story(
                [{"kind": "BEACON", "scheme": "IBEACON", "uuid": UUID, "major": 1, "minor": 2}, number("1")],
                [{"kind": "BEACON", "scheme": "IBEACON", "uuid": UUID.upper(), "major": 1, "minor": 2}, number("2")],
            ),
            [
                "La balise f7826da64fa24e988024bc5b71e0893e 1 2 déclenche à la fois l’étape 1 et l’étape 2.",
            ],
        ),
        (
            story([{"kind": "BEACON", "scheme": "IBEACON", "uuid": UUID, "major": 1, "minor": 2}, fence()]),
            [
                "La balise de l’étape 1 n’est pas entendue par la plupart des téléphones : "
                "ajoutez un QR code ou un numéro."
            ],
        ),
        (
            story([{"kind": "BEACON", "scheme": "EDDYSTONE_UID", "uuid": UUID}, number("1")]),
            ["La balise de l’étape 1 n’a pas d’identifiant complet."],
        ),
        (story([fence(44.0)], [fence(44.0005)]), ["Les zones de l’étape 1 et de l’étape 2 se recouvrent."]),
        (story([fence(44.0)], [fence(44.0006)]), []),
        (story([fence(44.0)], ([fence(44.0005)], {"after": ["s1"]})), []),
        (
            story([fence(44.0)], ([fence(44.02)], {"after": ["s1"]}), ([fence(44.0)], {"after": ["s2"]})),
            [],
        ),
        (story([fence(None)]), ["La zone de l’étape 1 n’a pas de position."]),
        (story([fence(91.0)]), ["La zone de l’étape 1 n’a pas de position."]),
        (
            story([fence(radius=5)]),
            ["La zone de l’étape 1 fait moins de 10 m de rayon : le GPS est moins précis que cela."],
        ),
        (story([fence(radius=-1)]), ["Le rayon de la zone de l’étape 1 n’est pas une longueur."]),
        (story([number(" ")]), ["Le numéro de l’étape 1 est vide."]),
        (story([{"kind": "QR", "code": None}]), ["Le code de l’étape 1 est vide."]),
        (story([{"kind": "SMELL"}]), ["Le déclencheur « SMELL » de l’étape 1 est inconnu."]),
        (story(([number("1")], {"cooldown": -5})), ["Le délai de l’étape 1 n’est pas un nombre de secondes."]),
        (
            story(([number("1")], {"after": ["s9"]})),
            ["L’étape 1 attend l’étape « s9 », qui n’existe pas."],
        ),
        (
            story(
                ([number("1")], {"after": ["s2"]}),
                ([number("2")], {"after": ["s1"]}),
                ([number("3")], {"after": ["s2"]}),
            ),
            [
                "Ces étapes s’attendent les unes les autres et ne commenceront jamais d’elles-mêmes : "
                "l’étape 1, l’étape 2.",
                "L’étape 3 attend des étapes qui ne commenceront jamais d’elles-mêmes.",
            ],
        ),
    ],
)
def test_faults_of_a_story(checked, faults):
    assert check_story(checked) == faults


def test_repeated_step_is_a_fault():
    twice = story([number("1")], [number("2")])
    twice["steps"][1]["id"] = "s1"
    assert check_story(twice) == ["Plusieurs étapes portent l’identifiant « s1 »."]


def test_story_of_the_vectors_is_without_fault():
    assert check_story(json.loads((VECTORS / "story.json").read_text(encoding="utf-8"))["story"]) == []
