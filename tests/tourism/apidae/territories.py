"""Small made-up territories and the places of real samples, for the tests of what goes over HTTP."""

import gzip
import io
import json
import tarfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tourism.apidae.simulator import Dataset

SHARED = Path(__file__).resolve().parents[4] / "shared"
SAMPLES = SHARED / "data" / "apidae"
TODAY = date(2026, 11, 25)

needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real samples are not beside this checkout")

COMMUNES = [
    {"id": 1000 + n, "code": code, "nom": name, "pays": {"elementReferenceType": "Pays", "id": 532}, "codePostal": code}
    for n, (code, name) in enumerate([("04070", "Digne-les-Bains"), ("04209", "Sisteron"), ("04112", "Manosque")])
]
ELEMENTS = [
    {"elementReferenceType": "Pays", "id": 532, "libelleFr": "France", "libelleEn": "France", "ordre": 1},
    {"elementReferenceType": "FamilleCritere", "id": 101, "libelleFr": "Spectacles", "ordre": 3, "actif": True},
    {
        "elementReferenceType": "FeteEtManifestationCategorie",
        "id": 2128,
        "libelleFr": "Concert",
        "libelleEn": "Concert",
        "libelleIt": "Concerto",
        "ordre": 10,
        "actif": True,
        "familleCritere": {"elementReferenceType": "FamilleCritere", "id": 101},
    },
    {"elementReferenceType": "FeteEtManifestationCategorie", "id": 2083, "libelleFr": "Marché", "ordre": 11},
    {"elementReferenceType": "EquipementActivite", "id": 3333, "libelleFr": "Randonnée pédestre", "ordre": 4},
]


def event(number: int, **changes: Any) -> dict:
    """A valid event; number n is held n days after TODAY, in one of three communes, a concert when n is even."""
    day = date.fromordinal(TODAY.toordinal() + number).isoformat()
    return {
        "type": "FETE_ET_MANIFESTATION",
        "id": 5000 + number,
        "nom": {"libelleFr": f"Fête numéro {number}", "libelleEn": f"Fair number {number}"},
        "identifier": f"SITRA2_EVE_{5000 + number}",
        "state": "PUBLISHED",
        "gestion": {
            "dateModification": f"2026-{1 + number % 11:02d}-15T08:00:00.000+0000",
            "membreProprietaire": {"id": 10 + number % 2, "nom": "Office"},
        },
        "informations": {"structureGestion": {"type": "STRUCTURE", "id": 9001}, "moyensCommunication": []},
        "presentation": {"descriptifCourt": {"libelleFr": f"Description {number}", "libelleIt": ""}},
        "localisation": {
            "adresse": {"codePostal": "04000", "commune": {"id": 1000 + number % 3}},
            "geolocalisation": {
                "valide": True,
                "geoJson": {"type": "Point", "coordinates": [6.0 + number / 1000, 44.0]},
            },
        },
        "ouverture": {
            "periodesOuvertures": [
                {"identifiant": number, "dateDebut": day, "dateFin": day, "type": "OUVERTURE_TOUS_LES_JOURS"}
            ]
        },
        "informationsFeteEtManifestation": {
            "nomLieu": "Place de la mairie",
            "categories": [
                {"elementReferenceType": "FeteEtManifestationCategorie", "id": 2083 if number % 2 else 2128}
            ],
        },
        "criteresInternes": [{"id": 71}],
        "formatVersion": "v002",
    } | changes


def structure() -> dict:
    return {
        "type": "STRUCTURE",
        "id": 9001,
        "nom": {"libelleFr": "Office de tourisme"},
        "identifier": "sitraSTR9001",
        "state": "PUBLISHED",
        "informations": {"moyensCommunication": []},
        "localisation": {
            "adresse": {"codePostal": "04000", "commune": {"id": 1000}},
            "geolocalisation": {"valide": True, "geoJson": {"type": "Point", "coordinates": [6.23, 44.09]}},
        },
    }


def trail() -> dict:
    return {
        "type": "EQUIPEMENT",
        "id": 9002,
        "nom": {"libelleFr": "Sentier des crêtes"},
        "identifier": "sitraLOI9002",
        "state": "PUBLISHED",
        "gestion": {"dateModification": "2026-05-01T08:00:00.000+0000"},
        "localisation": {"adresse": {"commune": {"id": 1001}}, "geolocalisation": {"valide": False}},
        "ouverture": {"dureeSeance": 150},
        "informationsEquipement": {"activites": [{"elementReferenceType": "EquipementActivite", "id": 3333}]},
    }


def territory(count: int = 12, **parts: Any) -> Dataset:
    """`count` events (primary), their office (linked) and a trail (primary)."""
    events = [event(number) for number in range(count)]
    members = [{"type": item["type"], "id": item["id"]} for item in [*events, trail()]]
    return Dataset(
        objects=[trail(), *reversed(events), structure()],
        elements_reference=[dict(element) for element in ELEMENTS],
        communes=[dict(commune) for commune in COMMUNES],
        criteres_internes=[{"id": 71, "libelle": "Interne", "commentaire": ""}],
        selections=[
            {"id": 1, "nom": "Tout", "libelle": {"libelleFr": "Tout"}, "objetsTouristiques": members},
            {"id": 2, "nom": "Deux", "libelle": {"libelleFr": "Deux"}, "objetsTouristiques": members[:2]},
            {"id": 3, "nom": "Vide", "libelle": {"libelleFr": "Vide"}, "objetsTouristiques": []},
        ],
        territoires=[
            {"id": 800, "type": "TERRITOIRE", "nom": {"libelleFr": "Pays"}, "perimetreGeographique": [{"id": 1001}]}
        ],
        **parts,
    )


@cache
def schema(path: str) -> dict:
    """An official schema, by its path below v002/."""
    with tarfile.open(SAMPLES / "schemas-v002-2025-06-11.tar.gz") as archive:
        member = archive.extractfile(f"./v002/{path}.schema")
        assert member is not None
        return json.load(io.TextIOWrapper(member, "utf-8"))


def schema_faults(value: Any, path: str) -> list[str]:
    """What the official (draft 3) schema reproaches to a value, one sentence per fault."""
    validator = jsonschema.Draft3Validator(schema(path))
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message[:120]}" for error in validator.iter_errors(value)
    ]


# Booleans that later versions of the schemas require and that old objects cannot have, and a type of price period that
# has since disappeared.
_LATER = ("surcharge", "descriptionTarif.periodes")


def object_faults(item: dict, side: str) -> list[str]:
    """What the official schema of its type reproaches to an object that the "api" or an "export" gives."""
    # `distinctions` came after the last published schemas.
    known = {name: value for name, value in item.items() if name != "distinctions"}
    faults = schema_faults(known, f"{side}/full/objetTouristique/{item['type']}")
    return [f"{item['id']} {fault}" for fault in faults if not any(later in fault for later in _LATER)]


@cache
def referential() -> list[dict]:
    with gzip.open(SAMPLES / "elements_reference.2021-10-29.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)
