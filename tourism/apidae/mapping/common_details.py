"""Common blocks of APIDAE that have no field of ours: what goes to `details` whatever the type."""

from typing import Any

from tourism.apidae.mapping.details import describe
from tourism.apidae.mapping.location import commune_code
from tourism.apidae.mapping.node import Node
from tourism.records import is_said

HANDICAPS = {
    "descriptifHandicapMoteur": "HANDICAP_MOTEUR",
    "descriptifHandicapAuditif": "HANDICAP_AUDITIF",
    "descriptifHandicapVisuel": "HANDICAP_VISUEL",
    "descriptifHandicapMental": "HANDICAP_MENTAL",
}
# Keys of `prestations` that have a field of their own.
_PRESTATIONS_MAPPED = frozenset(
    {
        "equipements",
        "conforts",
        "services",
        "languesParlees",
        "tourismesAdaptes",
        "labelsTourismeHandicap",
        "typesClientele",
        *HANDICAPS,
    }
)
# Blocks of which nothing has a field of its own.
_DESCRIBED = ("visites", "tourismeAffaires", "informationsPrestataireActivites")
_DURATIONS = {
    # name in `details`: where it is now, then where it was, with the highest plausible value
    "dureeSeance": (60 * 24 * 31, ("informationsActivite.dureeSeance",)),
    "dureeSeanceGroupe": (60 * 24 * 31, ()),
    "nombreJours": (366, ("informationsActivite.nombreJours", "informationsSejourPackage.nombreJours")),
    "nombreNuits": (366, ("informationsSejourPackage.nombreNuits",)),
}


def common_details(root: Node) -> dict[str, Any]:
    """The entries of `details` that any type may have, empty ones left out."""
    localisation, opening, expiration = (root.node(key) for key in ("localisation", "ouverture", "expiration"))
    perimeter = [code for commune in localisation.nodes("perimetreGeographique") if (code := commune_code(commune))]
    geolocation = localisation.node("geolocalisation")
    heights = ("altitudeMini", "altitudeMaxi", "altitudeMiniHebergement", "altitudeMaxiHebergement")
    found: dict[str, Any] = {
        "identifier": root.line("identifier", longest=100),
        "environnements": localisation.labels("environnements"),
        "perimetreGeographique": perimeter,
        "reperePlan": geolocation.line("reperePlan", longest=40),
        "lieu": localisation.node("lieu").identifier(),
        "liens": root.node("liens").texts("complement"),
        "indicationsPeriode": opening.labels("indicationsPeriode"),
        "ouverturesComplementaires": opening.labels("ouverturesComplementaires"),
        "prestations": describe(root.node("prestations"), without=_PRESTATIONS_MAPPED),
        "informationsLegales": describe(root.node("informations").node("informationsLegales")),
        "criteresInternes": [
            identifier for criterion in root.nodes("criteresInternes") if (identifier := criterion.identifier())
        ],
    }
    if expiration:
        said = {
            "date": expiration.day("dateExpiration"),
            "action": expiration.line("expirationAction", longest=40),
            "published_from": expiration.day("datePublication"),
        }
        found["expiration"] = {key: value for key, value in said.items() if value}
    found |= {key: describe(root.node(key)) for key in _DESCRIBED if key in root}
    found |= {key: geolocation.integer(key, -100, 5_000, "m") for key in heights if key in geolocation}
    found |= _durations(root)
    return {key: value for key, value in found.items() if is_said(value)}


def _durations(root: Node) -> dict[str, int | None]:
    """Durations of sessions (minutes) and stays (days, nights): the new place before the old ones."""
    durations = {}
    opening = root.node("ouverture")
    for name, (highest, older_places) in _DURATIONS.items():
        value = opening.integer(name, 0, highest)
        for place in older_places:
            block, key = place.split(".")
            value = value if value is not None else root.node(block).integer(key, 0, highest)
        durations[name] = value
    return durations
