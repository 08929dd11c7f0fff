"""Small invented APIDAE objects for the tests of the mapping."""

import copy
import csv
import json
from pathlib import Path
from typing import Any, NamedTuple

from tourism.apidae.mapping import DictReferential

COMMUNES = [
    {"id": 1600, "code": "04070", "nom": "Digne-les-Bains", "codePostal": "04000"},
    {"id": 1617, "code": "04094", "nom": "Gréoux-les-Bains", "codePostal": "04800"},
]
ELEMENTS = [
    {
        "elementReferenceType": "FeteEtManifestationCategorie",
        "id": 2128,
        "libelleFr": "Concert",
        "libelleEn": "Concert",
    },
    {"elementReferenceType": "PrestationService", "id": 1115, "libelleFr": "Wifi", "actif": False},
    {"elementReferenceType": "TypeClientele", "id": 589, "libelleFr": "Niveau rouge"},
    {"elementReferenceType": "EquipementActivite", "id": 3333, "libelleFr": "Itinéraire de randonnée pédestre"},
]
REFERENTIAL = DictReferential(ELEMENTS, COMMUNES)
BLOCKS = {
    "ACTIVITE": "informationsActivite",
    "COMMERCE_ET_SERVICE": "informationsCommerceEtService",
    "DEGUSTATION": "informationsDegustation",
    "DOMAINE_SKIABLE": "informationsDomaineSkiable",
    "EQUIPEMENT": "informationsEquipement",
    "FETE_ET_MANIFESTATION": "informationsFeteEtManifestation",
    "HEBERGEMENT_COLLECTIF": "informationsHebergementCollectif",
    "HEBERGEMENT_LOCATIF": "informationsHebergementLocatif",
    "HOTELLERIE": "informationsHotellerie",
    "HOTELLERIE_PLEIN_AIR": "informationsHotelleriePleinAir",
    "PATRIMOINE_CULTUREL": "informationsPatrimoineCulturel",
    "PATRIMOINE_NATUREL": "informationsPatrimoineNaturel",
    "RESTAURATION": "informationsRestauration",
    "SEJOUR_PACKAGE": "informationsSejourPackage",
    "STRUCTURE": "informationsStructure",
    "TERRITOIRE": "informationsTerritoire",
}
# As the list of paths names them.
SHORT_NAMES = {
    "ACT": "ACTIVITE",
    "COS": "COMMERCE_ET_SERVICE",
    "DEG": "DEGUSTATION",
    "DOS": "DOMAINE_SKIABLE",
    "EQU": "EQUIPEMENT",
    "FEM": "FETE_ET_MANIFESTATION",
    "HCO": "HEBERGEMENT_COLLECTIF",
    "HLO": "HEBERGEMENT_LOCATIF",
    "HOT": "HOTELLERIE",
    "HPA": "HOTELLERIE_PLEIN_AIR",
    "PCU": "PATRIMOINE_CULTUREL",
    "PNA": "PATRIMOINE_NATUREL",
    "RES": "RESTAURATION",
    "SPA": "SEJOUR_PACKAGE",
    "STR": "STRUCTURE",
    "TER": "TERRITOIRE",
}


class SchemaPath(NamedTuple):
    """A path of APIDAE's schemas of June 2025; `kind` is TXT, REF<family>, LINK:…, string, integer…"""

    path: str
    kind: str
    apidae_types: frozenset[str]


def schema_paths() -> list[SchemaPath]:
    """Every path of the schemas of the API, in their order; a path of an aspect is that of the object it changes."""
    with (Path(__file__).parent / "schema_paths.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))[1:]
    return [
        SchemaPath(
            path, kind, frozenset(BLOCKS if types == "ALL" else (SHORT_NAMES[short] for short in types.split(",")))
        )
        for path, kind, _in_exports, types in rows
    ]


def an_object(apidae_type: str = "PATRIMOINE_CULTUREL", **blocks: Any) -> dict[str, Any]:
    """A minimal object of a type, with blocks added or replaced."""
    return {
        "type": apidae_type,
        "id": 700123,
        "nom": {"libelleFr": "Le moulin des Aires"},
        "state": "PUBLISHED",
    } | blocks


def an_element(family: str, identifier: int, french: str, english: str = "") -> dict[str, Any]:
    """An element of reference as the API writes it."""
    element = {"elementReferenceType": family, "id": identifier, "libelleFr": french, "ordre": 1}
    return element | ({"libelleEn": english} if english else {})


def a_means(type_id: int, value: Any, **more: Any) -> dict[str, Any]:
    """A means of communication."""
    return {
        "identifiant": 1,
        "type": an_element("MoyenCommunicationType", type_id, f"Moyen {type_id}"),
        "coordonnees": {"fr": value},
    } | more


def a_picture(url: str = "https://static.apidae-tourisme.com/filestore/1.jpg", **more: Any) -> dict[str, Any]:
    """An illustration with one file."""
    return {
        "type": "IMAGE",
        "legende": {"libelleFr": "Le moulin sous la neige"},
        "copyright": {"libelleFr": "A. Dupré"},
        "traductionFichiers": [{"locale": "fr", "url": url, "extension": "jpg"}],
    } | more


def a_plan(url: str, **more: Any) -> dict[str, Any]:
    """A plan among the multimedia."""
    return {"type": "PLAN", "traductionFichiers": [{"locale": "fr", "url": url} | more]}


def with_opening(**opening: Any) -> dict[str, Any]:
    return {"ouverture": opening}


def rich_object(apidae_type: str) -> dict[str, Any]:
    """An object of a type with every common block filled in and something in its own."""
    category = {
        "categories": [an_element("Categorie", 90001, "Catégorie inventée", "Invented category")],
        "capacite": {"nombreChambres": 12, "nombreMaximumCouverts": 40, "descriptifChambres": {"libelleFr": "Claires"}},
        "nomLieu": "Salle des Aires",
        "nombrePistes": 7,
        "labels": [an_element("Label", 90002, "Label inventé")],
        "chef": "Un chef",
    }
    return {
        "type": apidae_type,
        "id": 700456,
        "identifier": "SITRA2_TST_700456",
        "state": "PUBLISHED",
        "nom": {"libelleFr": "Les Aires", "libelleEn": "The Aires", "libellePtBR": "As Aires", "libelleKo": "에르"},
        "gestion": {
            "dateModification": "2026-09-07T13:03:05.866+0000",
            "membreProprietaire": {"id": 1157, "nom": "Office des Aires", "departement": "04"},
            "signalerUnProblemeMails": ["secret@example.org"],
        },
        "informations": {
            "moyensCommunication": [
                a_means(201, "04 65 71 10 10"),
                a_means(204, "aires@example.org"),
                a_means(205, "www.example.org/aires"),
            ],
            "informationsLegales": {"siret": "00000000000000"},
            "structureGestion": {"type": "STRUCTURE", "id": 800001, "nom": {"libelleFr": "Office des Aires"}},
            "structureInformation": {"type": "STRUCTURE", "id": 800002, "nom": {"libelleFr": "Maison des Aires"}},
        },
        "presentation": {
            "descriptifCourt": {"libelleFr": "Court.\r\nSuite.", "libelleEn": "Short."},
            "descriptifDetaille": {"libelleFr": "Long.", "libelleEn": "Long in English."},
            "descriptifsThematises": [
                {
                    "theme": an_element("DescriptifTheme", 6604, "Alerte visiteurs"),
                    "description": {"libelleFr": "Pont fermé."},
                    "dateLimiteDePublication": "2026-12-31",
                },
                {"theme": an_element("DescriptifTheme", 5159, "Histoire"), "description": {"libelleFr": "Jadis."}},
            ],
            "typologiesPromoSitra": [an_element("TypologiePromoSitra", 90003, "Accueil inventé")],
            "bonsPlans": {"libelleFr": "Deux pour un"},
        },
        "localisation": {
            "adresse": {
                "adresse1": "1 place des Aires",
                "codePostal": "04005",
                "commune": {"id": 1600, "code": "04070", "nom": "Digne-les-Bains", "codePostal": "04000"},
            },
            "geolocalisation": {
                "valide": True,
                "altitude": 608,
                "geoJson": {"type": "Point", "coordinates": [6.2357, 44.0925]},
                "complement": {"libelleFr": "Derrière la halle."},
            },
            "environnements": [an_element("Environnement", 135, "À la campagne")],
            "perimetreGeographique": [{"id": 1617}],
        },
        "ouverture": {
            "periodeEnClair": {"libelleFr": "Tous les jours.", "libelleEn": "Every day.", "libelleZh": "月 的"},
            "periodeEnClairGenerationMode": "AUTOMATIQUE",
            "periodesOuvertures": [
                {
                    "identifiant": 1,
                    "dateDebut": "2026-07-01",
                    "dateFin": "2026-07-03",
                    "type": "OUVERTURE_TOUS_LES_JOURS",
                    "horaireOuverture": "10:00:00",
                    "horaireFermeture": "18:00:00",
                    "tousLesAns": True,
                }
            ],
            "dureeSeance": 90,
        },
        "descriptionTarif": {
            "indicationTarif": "PAYANT",
            "tarifsEnClair": {"libelleFr": "Adulte : 6 €."},
            "periodes": [
                {
                    "dateDebut": "2026-01-01",
                    "dateFin": "2026-12-31",
                    "tarifs": [
                        {"devise": "EUR", "minimum": 6, "maximum": 6, "type": an_element("TarifType", 1717, "Adulte")}
                    ],
                }
            ],
            "modesPaiement": [an_element("ModePaiement", 1277, "Espèces")],
            "conditions": {"gratuitPourLesMoinsDe": 6},
        },
        "reservation": {
            "organismes": [{"nom": "Les Aires", "moyensCommunication": [a_means(205, "https://example.org/r")]}]
        },
        "prestations": {
            "services": [an_element("PrestationService", 1115, "Wifi")],
            "equipements": [an_element("PrestationEquipement", 972, "Parking")],
            "languesParlees": [an_element("Langue", 1192, "Anglais")],
            "typesClientele": [an_element("TypeClientele", 513, "Familles")],
            "tourismesAdaptes": [an_element("TourismeAdapte", 3653, "Accessible en autonomie")],
            "descriptifHandicapMoteur": {"libelleFr": "Rampe à gauche."},
            "animauxAcceptes": "ACCEPTES",
        },
        "illustrations": [a_picture()],
        "multimedias": [
            {"type": "WEBCAM", "link": True, "traductionFichiers": [{"locale": "fr", "url": "https://example.org/cam"}]}
        ],
        "liens": {
            "liensObjetsTouristiquesTypes": [{"type": "SUR_PLACE", "objetTouristique": {"type": "ACTIVITE", "id": 9}}]
        },
        "contacts": [{"nom": "Durand", "prenom": "Zoé", "moyensCommunication": [a_means(201, "06 00 00 00 01")]}],
        "distinctions": [{"id": 6, "nom": an_element("DistinctionNom", 8607, "Inscrit au PDIPR")}],
        "criteresInternes": [{"id": 55}],
        "expiration": {"dateExpiration": "2027-01-01", "expirationAction": "MASQUER"},
        BLOCKS[apidae_type]: category,
    }


def changed(raw: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of an object with the value at a dotted path replaced."""
    result = copy.deepcopy(raw)
    *parents, last = path.split(".")
    node = result
    for key in parents:
        node = node.setdefault(key, {})
    node[last] = value
    return result


def as_json(value: Any) -> Any:
    """What the database would give back."""
    return json.loads(json.dumps(value, allow_nan=False))
