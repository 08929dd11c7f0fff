"""`localisation`: the point, the commune, the address, how to get there."""

import re
from dataclasses import dataclass, field
from typing import Any

from tourism.apidae.mapping.links import linked_object
from tourism.apidae.mapping.node import Node, label_of
from tourism.apidae.mapping.referential import FRANCE
from tourism.apidae.mapping.scalars import as_identifier, quoted
from tourism.apidae.texts import clean_line
from tourism.records import PlainTexts

# Metropolitan France and the province of Cuneo: what this territory's objects can plausibly be in.
_LATITUDES = (41.0, 52.0)
_LONGITUDES = (-6.0, 10.5)
_INSEE = re.compile(r"\d{5}|2[AB]\d{3}")
_DECIMALS = 6  # a tenth of a metre


@dataclass
class Location:
    """See the fields of the same name in `tourism.records.ThingRecord`."""

    latitude: float | None = None
    longitude: float | None = None
    altitude: int | None = None
    commune_code: str = ""
    address: dict[str, Any] = field(default_factory=dict)
    access: PlainTexts = field(default_factory=dict)


def read_location(root: Node) -> Location:
    """Where an object is."""
    localisation = root.node("localisation")
    geolocation = localisation.node("geolocalisation")
    latitude, longitude = _point(geolocation)
    code, address = _address(localisation)
    return Location(
        latitude=latitude,
        longitude=longitude,
        altitude=geolocation.integer("altitude", -100, 5_000, "m"),
        commune_code=code,
        address=address,
        access=geolocation.texts("complement"),
    )


def _point(geolocation: Node) -> tuple[float | None, float | None]:
    nowhere = (None, None)
    shape = geolocation.node("geoJson")
    if geolocation.flag("valide") is False:
        if shape:
            geolocation.remark("La position n’est pas validée dans APIDAE : elle n’est pas reprise.")
        return nowhere
    if not shape:
        return nowhere
    if shape.raw("type") not in (None, "Point"):
        geolocation.remark(f"Position : un point est attendu, {quoted(shape.raw('type'))} est ignoré.")
        return nowhere
    numbers = [_coordinate(item) for item in shape.items("coordinates")]
    if len(numbers) < 2 or numbers[0] is None or numbers[1] is None:
        geolocation.remark("Position : les coordonnées ne sont pas lisibles.")
        return nowhere
    longitude, latitude = round(numbers[0], _DECIMALS), round(numbers[1], _DECIMALS)
    if latitude == 0 and longitude == 0:
        geolocation.remark("Position 0, 0 (au large de l’Afrique) : elle n’est pas reprise.")
        return nowhere
    if _plausible(latitude, longitude):
        return latitude, longitude
    if _plausible(longitude, latitude):
        geolocation.remark(
            f"Latitude et longitude semblent inversées ({latitude}, {longitude}) : la position n’est pas reprise."
        )
        return nowhere
    geolocation.remark(f"Position hors de France et du Piémont ({latitude}, {longitude}) : elle n’est pas reprise.")
    return nowhere


def _coordinate(value: Any) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value[:30])
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -1e6 < value < 1e6 else None


def _plausible(latitude: float, longitude: float) -> bool:
    return _LATITUDES[0] <= latitude <= _LATITUDES[1] and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]


def _address(localisation: Node) -> tuple[str, dict[str, Any]]:
    """INSEE code, and ``{venue?, lines?, postcode?, city?, cedex?, country?}``."""
    address = localisation.node("adresse")
    commune = address.node("commune")
    code, known = _commune(commune)
    lines = [line for key in ("adresse1", "adresse2", "adresse3") if (line := address.line(key))]
    result = {
        "venue": address.line("nomDuLieu") or _venue(localisation),
        "lines": lines,
        # The address may have another postcode than the commune's own: the address is right.
        "postcode": address.line("codePostal", longest=12)
        or commune.line("codePostal", longest=12)
        or known.get("postcode", ""),
        "city": commune.line("nom", longest=100)
        or known.get("name", "")
        or address.line("bureauDistribution", longest=100),
        "cedex": address.line("cedex", longest=40),
        "country": address.line("etat", longest=60) or _foreign_country(commune, known),
    }
    return insee(code), {key: value for key, value in result.items() if value}


def _foreign_country(commune: Node, known: dict[str, str]) -> str:
    """Name of the commune's country, unless it is France."""
    if "pays" in commune:
        if not commune.element_ids("pays") or FRANCE in commune.element_ids("pays"):
            return ""
        country = commune.label("pays")
    elif "country" in known:
        country = label_of({"id": int(known["country"])}, (commune.place, "pays"), commune.reading)
    else:
        return ""
    return (country["label"].get("fr") or next(iter(country["label"].values()))) if country else ""


def _venue(localisation: Node) -> str:
    """The place as APIDAE's list of places or the linked object names it."""
    names = localisation.node("lieu").texts("nom", one_line=True)
    if names:
        return names.get("fr") or next(iter(names.values()))
    linked = linked_object(localisation.node("lieuObjetTouristique"))
    return localisation.reading.name_of(linked["external_id"]) if linked else ""


def commune_code(commune: Node) -> str:
    """INSEE code of a commune given in full (API) or by number (export); '' abroad, and with a remark when unknown."""
    return insee(_commune(commune)[0])


def insee(code: str) -> str:
    """The code when it is one of INSEE's: communes abroad have others."""
    return code if _INSEE.fullmatch(code) else ""


def _commune(commune: Node) -> tuple[str, dict[str, str]]:
    """The code of a commune and what the referential knows of it; '' with a remark when it knows nothing."""
    referential = commune.reading.referential
    written = commune.raw("code")
    code = clean_line(written) if isinstance(written, str) else ""
    if insee(code):
        return code, referential.commune_of_code(code) or {}
    identifier = as_identifier(commune.raw("id"))
    if identifier is not None:
        known = referential.commune_code(identifier)
        if known:
            return known, referential.commune_of_code(known) or {}
        if not ("pays" in commune and code and FRANCE not in commune.element_ids("pays")):
            commune.remark(f"Commune inconnue : {identifier}")
    elif written is not None or commune.raw("id") is not None:
        commune.remark(f"Commune inconnue : {quoted(written if written is not None else commune.raw('id'))}")
    return "", {}
