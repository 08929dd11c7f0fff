"""Turns drafts (what is particular to one object) into APIDAE objects of API v002 (with all that is the same in each)."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from tourism.apidae.demonstration.communes import commune
from tourism.apidae.demonstration.references import element

Text = dict[str, str]

_IDENTIFIER_STEMS = {
    "ACTIVITE": "ACT",
    "COMMERCE_ET_SERVICE": "COS",
    "DEGUSTATION": "DEG",
    "DOMAINE_SKIABLE": "SKI",
    "EQUIPEMENT": "EQU",
    "FETE_ET_MANIFESTATION": "EVE",
    "HEBERGEMENT_COLLECTIF": "HCO",
    "HEBERGEMENT_LOCATIF": "HLO",
    "HOTELLERIE": "HOT",
    "HOTELLERIE_PLEIN_AIR": "HPA",
    "PATRIMOINE_CULTUREL": "PCU",
    "PATRIMOINE_NATUREL": "PNA",
    "RESTAURATION": "RES",
    "SEJOUR_PACKAGE": "SPA",
    "STRUCTURE": "STR",
    "TERRITOIRE": "TER",
}
_LINK_LABELS = {
    "ORGANISATEUR_PROGRAMME": ("Programme", "Programme"),
    "PROGRAMME_ORGANISATEUR": ("Dans le cadre de", "Part of"),
    "SUGGESTION_A_PROXIMITE": ("À proximité", "Nearby"),
    "EST_SITUE_DANS": ("Situé dans", "Located in"),
    "AU_DEPART_DE": ("Au départ de", "Starting from"),
    "SUR_PLACE": ("Sur place", "On site"),
    "PARCOURS_ETAPE": ("Étapes du parcours", "Stages"),
    "ETAPE_PARCOURS": ("Étape de", "Stage of"),
}
CREDIT = "Illustration Traverse (CC0)"
_EPOCH = date(2025, 3, 3)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One object, without what is the same in all of them.

    `at` is (latitude, longitude) in degrees or None when the point is unknown; `altitude` in metres; `picture` the kind
    of scene drawn for it ("" for none); `season` restricts an event to some seasons; `links` are (type, id) pairs;
    `distinctions` ids of DistinctionNom;
    `extra` is merged over the finished object, dictionaries key by key.
    """

    kind: str
    id: int
    name: Text
    commune: str
    at: tuple[float, float] | None
    short: Text = field(default_factory=dict)
    long: Text = field(default_factory=dict)
    altitude: int | None = None
    venue: str = ""
    address: str = ""
    picture: str = ""
    legend: Text = field(default_factory=dict)
    opening: dict = field(default_factory=dict)
    price: dict = field(default_factory=dict)
    details: dict = field(default_factory=dict)
    contact: bool = True
    links: tuple[tuple[str, int], ...] = ()
    season: tuple[str, ...] = ()
    office: int | None = None
    distinctions: tuple[int, ...] = ()
    extra: dict = field(default_factory=dict)


def t(
    fr: str,
    en: str | None = None,
    it: str | None = None,
    *,
    de: str | None = None,
    es: str | None = None,
    nl: str | None = None,
) -> Text:
    """A text in some languages, under APIDAE's keys; a missing language has no key."""
    texts = {"Fr": fr, "En": en, "It": it, "De": de, "Es": es, "Nl": nl}
    return {f"libelle{language}": text for language, text in texts.items() if text}


def elements(*identifiers: int) -> list[dict]:
    return [element(identifier) for identifier in identifiers]


def no_overrides() -> dict[str, bool]:
    """The booleans of `prestations` that the schema requires: nothing in it overrides a distinction."""
    names = "TourismesAdaptes DescriptifHandicapMoteur DescriptifHandicapAuditif DescriptifHandicapVisuel"
    return {
        f"surcharge{name}": False for name in (*names.split(), "DescriptifHandicapMental", "NombreFauteuilsRoulants")
    }


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", " ").replace("œ", "oe")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:48].rstrip("-")


def image_path(identifier: int, number: int = 1) -> str:
    """Path of an illustration below the media URL, shaped like APIDAE's filestore."""
    return f"objets-touristiques/images/{identifier % 251}/{identifier // 251 % 251}/{identifier}{number}.jpg"


def plan_path(identifier: int) -> str:
    """Path of the GPX of an itinerary below the media URL."""
    return f"objets-touristiques/documents/{identifier % 251}/{identifier // 251 % 251}/{identifier}1.gpx"


def build_object(draft: Draft, *, today: date, media_url: str, drafts: dict[int, Draft]) -> dict:
    """The APIDAE object of a draft; `drafts` holds every draft by id, for links."""
    is_event = draft.kind == "FETE_ET_MANIFESTATION"
    modified = today - timedelta(days=draft.id % 9 + 1) if is_event else _EPOCH + timedelta(days=draft.id % 180)
    result: dict = {
        "type": draft.kind,
        "id": draft.id,
        "nom": draft.name,
        "identifier": _identifier(draft),
        "state": "PUBLISHED",
        "gestion": _management(draft, modified),
        "informations": _contacts(draft, drafts),
        "presentation": _presentation(draft),
        "localisation": _localisation(draft),
        "formatVersion": "v002",
    }
    if draft.opening:
        result["ouverture"] = _numbered(draft)
    if draft.price:
        result["descriptionTarif"] = draft.price
    if draft.picture:
        result["illustrations"] = [_illustration(draft, media_url, modified)]
    if draft.distinctions:
        # Since November 2025, beside the older places of labels; not in the schemas of June 2025.
        result["distinctions"] = [
            {"id": draft.id * 10 + rank, "nom": element(name)} for rank, name in enumerate(draft.distinctions, start=1)
        ]
    if draft.details:
        result[_details_key(draft.kind)] = draft.details
    if draft.links:
        result["liens"] = {
            "liensObjetsTouristiquesTypes": [_link(kind, drafts[target]) for kind, target in draft.links]
        }
    return merge(result, draft.extra)


def merge(base: dict, extra: dict) -> dict:
    """`extra` over `base`: dictionaries key by key, anything else replaced; new dictionaries, arguments unchanged."""
    merged = dict(base)
    for key, value in extra.items():
        held = merged.get(key)
        merged[key] = merge(held, value) if isinstance(held, dict) and isinstance(value, dict) else value
    return merged


def short_link(draft: Draft) -> dict:
    """A linked object in the compact form of API v002."""
    place = _localisation(draft)
    return {
        "type": draft.kind,
        "id": draft.id,
        "nom": draft.name,
        "identifier": _identifier(draft),
        "state": "PUBLISHED",
        "adresse": place["adresse"],
        "geolocalisation": place["geolocalisation"],
    }


def used_elements(objects: Iterable[dict]) -> set[int]:
    """Ids of every reference element found anywhere in the objects."""
    found: set[int] = set()

    def visit(node: object) -> None:
        if isinstance(node, dict):
            if "elementReferenceType" in node:
                found.add(node["id"])
            for value in node.values():
                visit(value)
        elif isinstance(node, list):
            for value in node:
                visit(value)

    visit(list(objects))
    return found


def _identifier(draft: Draft) -> str:
    return f"SITRA2_{_IDENTIFIER_STEMS[draft.kind]}_{draft.id}"


def _details_key(kind: str) -> str:
    return "informations" + "".join(word.capitalize() for word in kind.split("_"))


def _stamp(day: date, identifier: int) -> str:
    moment = datetime(
        day.year, day.month, day.day, 7 + identifier % 11, identifier % 60, identifier * 7 % 60, tzinfo=UTC
    )
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000+0000")


def _management(draft: Draft, modified: date) -> dict:
    created = modified - timedelta(days=200 + draft.id % 400)
    return {
        "dateCreation": _stamp(created, draft.id + 3),
        "dateModification": _stamp(modified, draft.id),
        "dateExportModification": _stamp(modified, draft.id + 1),
        "membreProprietaire": {
            "type": element(233),
            "nom": "Agence de démonstration des Alpes de Haute-Provence",
            "id": 9404,
            "departement": "04",
            "siteWeb": "https://example.org/adt04",
        },
    }


def _contacts(draft: Draft, drafts: dict[int, Draft]) -> dict:
    block: dict = {}
    if draft.contact:
        name = slug(draft.name["libelleFr"])
        number = f"04 65 71 {draft.id // 100 % 100:02d} {draft.id % 100:02d}"
        ways = ((201, number), (204, f"{name}@example.org"), (205, f"https://example.org/{name}"))
        block["moyensCommunication"] = [
            {"identifiant": draft.id * 10 + rank, "type": element(kind), "coordonnees": {"fr": value}}
            for rank, (kind, value) in enumerate(ways, start=1)
        ]
    if draft.office:
        block["structureGestion"] = short_link(drafts[draft.office])
        block["structureInformation"] = short_link(drafts[draft.office])
    return block


def _presentation(draft: Draft) -> dict:
    block: dict = {}
    if draft.short:
        block["descriptifCourt"] = draft.short
    if draft.long:
        block["descriptifDetaille"] = draft.long
    return block


def _localisation(draft: Draft) -> dict:
    town = commune(draft.commune)
    address: dict = {"codePostal": town["codePostal"], "commune": town}
    if draft.address:
        address = {"adresse1": draft.address} | address
    if draft.venue:
        address = {"nomDuLieu": draft.venue} | address
    if draft.at is None:
        return {"adresse": address, "geolocalisation": {"valide": False}}
    latitude, longitude = draft.at
    point: dict = {"valide": True, "geoJson": {"type": "Point", "coordinates": [longitude, latitude]}}
    if draft.altitude is not None:
        point["altitude"] = draft.altitude
    return {"adresse": address, "geolocalisation": point}


def _numbered(draft: Draft) -> dict:
    block = dict(draft.opening)
    if "periodesOuvertures" in block:
        block["periodesOuvertures"] = [
            {"identifiant": draft.id * 10 + rank} | period
            for rank, period in enumerate(block["periodesOuvertures"], start=1)
        ]
    return block


def _illustration(draft: Draft, media_url: str, modified: date) -> dict:
    path = image_path(draft.id)
    stem = f"{media_url}/{path.removesuffix('.jpg')}"
    name = draft.name["libelleFr"]
    return {
        "identifiant": draft.id * 10 + 1,
        "link": False,
        "type": "IMAGE",
        "nom": t(name),
        "legende": draft.legend or t(f"{name} (dessin)", f"{draft.name.get('libelleEn', name)} (drawing)"),
        "copyright": t(CREDIT, CREDIT),
        "traductionFichiers": [
            {
                "locale": "fr",
                "url": f"{stem}.jpg",
                "urlListe": f"{stem}-liste.jpg",
                "urlFiche": f"{stem}-fiche.jpg",
                "urlDiaporama": f"{stem}-diaporama.jpg",
                "extension": "jpg",
                "fileName": f"{slug(name)}.jpg",
                "hauteur": 800,
                "largeur": 1200,
                "lastModifiedDate": _stamp(_EPOCH, draft.id),
                "checksum": hashlib.sha1(f"{path}:{draft.picture}".encode(), usedforsecurity=False).hexdigest(),
            }
        ],
    }


def _link(kind: str, target: Draft) -> dict:
    french, english = _LINK_LABELS[kind]
    return {"type": kind, "libelleFr": french, "libelleEn": english, "objetTouristique": short_link(target)}
