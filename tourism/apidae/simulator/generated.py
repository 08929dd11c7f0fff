"""A project of any size: the objects of the demonstration territory again and again, each varied a little.

The first copy of an object is the object itself under another id; the others have a name with another commune, a point
near that commune, another owner and other dates of modification; events are moved by whole weeks. The same count, seed
and day give the same project. Nothing is kept of an object but its id.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tourism.apidae.demonstration import MEDIA_URL, Territory, build_territory
from tourism.apidae.demonstration.wording import periods_in_words
from tourism.apidae.simulator.lazy import Json, LazyObjects
from tourism.apidae.simulator.reach import inside

__all__ = ["COMMUNES_OF_FRANCE", "FIRST_ID", "MEDIA_URL", "generated_parts"]

FIRST_ID = 20_000_001
# communes.json is the whole country at each export.
COMMUNES_OF_FRANCE = 37_000
_FIRST_COMMUNE = 900_001
# Objects of each type in a thousand; the types come in this order in the first sixteen objects.
_MIX = {
    "STRUCTURE": 10,
    "FETE_ET_MANIFESTATION": 220,
    "HEBERGEMENT_LOCATIF": 170,
    "RESTAURATION": 120,
    "COMMERCE_ET_SERVICE": 90,
    "EQUIPEMENT": 85,
    "PATRIMOINE_CULTUREL": 65,
    "HOTELLERIE": 60,
    "HOTELLERIE_PLEIN_AIR": 40,
    "ACTIVITE": 40,
    "HEBERGEMENT_COLLECTIF": 30,
    "PATRIMOINE_NATUREL": 30,
    "DEGUSTATION": 25,
    "SEJOUR_PACKAGE": 10,
    "DOMAINE_SKIABLE": 3,
    "TERRITOIRE": 2,
}
_THOUSAND = sum(_MIX.values())
_OWNERS = 40
_DATED = ("ouverture", "descriptionTarif", "expiration")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d$")

_HEADS = ("Aubres", "Belval", "Champfort", "Dommarc", "Estrac", "Fontvieille", "Grandval", "Hautrive", "Issarles")
_JOINTS = ("-sur-", "-en-", "-lès-", "-sous-", "-le-")
_TAILS = ("Aigue", "Bise", "Corne", "Drouze", "Esque", "Fouille", "Garde", "Huppe", "Isole", "Loube", "Meuge", "Nive")

Path = tuple[str | int, ...]


def generated_parts(count: int, *, seed: int, today: date, media_url: str = MEDIA_URL) -> dict[str, Any]:
    """Objects, referentials, selections and territories, as arguments of a `Dataset`.

    Structures are in no selection: exports hold them as linked objects. Raises ValueError below sixteen objects, which
    is one of each type.
    """
    if count < len(_MIX):
        raise ValueError(f"At least {len(_MIX)} objects are generated, one of each type.")
    source = build_territory(today, media_url=media_url)
    makers = _Makers(source.objects, count, seed, today)
    objects = LazyObjects(range(FIRST_ID, FIRST_ID + count), makers.object_at)
    members: dict[str, list[Json]] = {kind: [] for kind in _MIX}
    for position in range(count):
        kind = makers.kind_at(position)
        members[kind].append({"type": kind, "id": FIRST_ID + position})
    return {
        "objects": objects,
        "elements_reference": [*source.elements_reference, *_countries(source)],
        "communes": [*source.communes, *_other_communes(COMMUNES_OF_FRANCE - len(source.communes))],
        "criteres_internes": source.criteres_internes,
        "selections": [_selection(selection, members) for selection in source.selections],
        "territoires": [_territory(objects[stub["id"] - FIRST_ID]) for stub in members["TERRITOIRE"]],
    }


def _countries(source: Territory) -> list[Json]:
    """The countries of communes, where the referential lacks them."""
    known = {element["id"] for element in source.elements_reference}
    return list({c["pays"]["id"]: c["pays"] for c in source.communes if c["pays"]["id"] not in known}.values())


def _selection(selection: Json, members: dict[str, list[Json]]) -> Json:
    """A selection of the demonstration, with all the generated objects of the types that it holds."""
    kinds = {link["type"] for link in selection["objetsTouristiques"]} - {"STRUCTURE"}
    held = [stub for kind in _MIX if kind in kinds for stub in members[kind]]
    return selection | {"objetsTouristiques": sorted(held, key=lambda stub: stub["id"])}


def _territory(item: Json) -> Json:
    """A line of `territoires.json`."""
    perimeter = [{"id": commune["id"]} for commune in inside(item, "localisation", "perimetreGeographique") or ()]
    kind = inside(item, "informationsTerritoire", "territoireType") or {}
    return {
        "id": item["id"],
        "type": item["type"],
        "nom": item["nom"],
        "perimetreGeographique": perimeter,
        "territoireType": {name: kind[name] for name in ("elementReferenceType", "id") if name in kind},
    }


def _other_communes(count: int) -> Iterator[Json]:
    """Made-up communes under numbers that no commune has."""
    country = {"elementReferenceType": "Pays", "id": 532}
    for number in range(count):
        rest, head = divmod(number, len(_HEADS))
        rest, tail = divmod(rest, len(_TAILS))
        yield {
            "id": _FIRST_COMMUNE + number,
            "code": str(_FIRST_COMMUNE + number),
            "nom": _HEADS[head] + _JOINTS[rest % len(_JOINTS)] + _TAILS[tail],
            "pays": country,
            "codePostal": f"{number % 95 + 1:02d}{number % 1000:03d}",
        }


@dataclass(frozen=True)
class _Town:
    commune: Json
    longitude: float
    latitude: float


@dataclass(frozen=True)
class _Prototype:
    """An object of the demonstration, and where in it lies what varies."""

    item: Json
    links: list[tuple[Path, int]] = field(default_factory=list)
    days: list[tuple[Path, date]] = field(default_factory=list)


class _Makers:
    """Makes the object at any position from the prototypes of its type."""

    def __init__(self, objects: list[Json], count: int, seed: int, today: date):
        self._seed = seed
        self._today = today
        self._towns = _towns_of(objects)
        self._places = {item["id"]: (item["type"], 0) for item in objects}
        self._prototypes: dict[str, list[_Prototype]] = {kind: [] for kind in _MIX}
        for item in objects:
            known = self._prototypes[item["type"]]
            self._places[item["id"]] = (item["type"], len(known))
            known.append(_Prototype(item))
        for prototypes in self._prototypes.values():
            for prototype in prototypes:
                prototype.links.extend(_links_of(prototype.item, self._places))
                if prototype.item["type"] == "FETE_ET_MANIFESTATION":
                    prototype.days.extend(_days_of(prototype.item))
        # The types of a thousand objects in a row, and for each how many of the same type come before it.
        self._pattern = _pattern(seed)
        self._ranks: list[int] = []
        self._slots: dict[str, list[int]] = {kind: [] for kind in _MIX}
        for slot, kind in enumerate(self._pattern):
            self._ranks.append(len(self._slots[kind]))
            self._slots[kind].append(slot)
        whole, rest = divmod(count, _THOUSAND)
        self._totals = {kind: whole * _MIX[kind] + self._pattern[:rest].count(kind) for kind in _MIX}

    def kind_at(self, position: int) -> str:
        return self._pattern[position % _THOUSAND]

    def object_at(self, position: int) -> Json:
        thousand, slot = divmod(position, _THOUSAND)
        kind = self._pattern[slot]
        copy, number = divmod(thousand * _MIX[kind] + self._ranks[slot], len(self._prototypes[kind]))
        prototype = self._prototypes[kind][number]
        item = prototype.item
        identifier = FIRST_ID + position
        stem = str(item["identifier"]).rpartition("_")[0]
        item = item | {"id": identifier, "identifier": f"{stem}_{identifier}"}
        for path, target in prototype.links:
            item = _with(item, path, self._link(target, copy))
        return self._varied(item, prototype, copy, number) if copy else item

    def _link(self, target: int, copy: int) -> Json:
        """The same link, to the copy of its target that has the same number."""
        kind, number = self._places[target]
        rank = (copy * len(self._prototypes[kind]) + number) % self._totals[kind]
        thousand, slot = divmod(rank, _MIX[kind])
        return {"type": kind, "id": FIRST_ID + thousand * _THOUSAND + self._slots[kind][slot]}

    def _varied(self, item: Json, prototype: _Prototype, copy: int, number: int) -> Json:
        chance = random.Random(self._seed * 1_000_003 + item["id"])
        again, place = divmod(copy + number, len(self._towns))
        town = self._towns[place]
        item["nom"] = _renamed(item["nom"], f"{town.commune['nom']} {again + 1}" if again else town.commune["nom"])
        item["localisation"] = _moved(item, town, chance)
        item["gestion"] = self._managed(item["gestion"], chance)
        weeks = timedelta(weeks=chance.randrange(-6, 46))
        for path, day in prototype.days:
            item = _with(item, path, (day + weeks).isoformat())
        if prototype.days and inside(item, "ouverture", "periodeEnClairGenerationMode") == "AUTOMATIQUE":
            words = periods_in_words(item["ouverture"]["periodesOuvertures"])
            item = _with(item, ("ouverture", "periodeEnClair"), words)
        return item

    def _managed(self, management: Json, chance: random.Random) -> Json:
        number = chance.randrange(_OWNERS)
        town = self._towns[number % len(self._towns)].commune["nom"]
        morning = datetime.combine(self._today, time(8), UTC)
        moment = morning - timedelta(days=chance.randrange(1, 900), minutes=chance.randrange(600))
        return management | {
            "dateCreation": _stamp(moment - timedelta(days=chance.randrange(1, 1500))),
            "dateModification": _stamp(moment),
            "dateExportModification": _stamp(moment + timedelta(hours=1)),
            "membreProprietaire": management["membreProprietaire"]
            | {"id": 9_500 + number, "nom": f"Office de démonstration de {town} n° {number + 1}"},
        }


def _pattern(seed: int) -> list[str]:
    """The types of a thousand objects: one of each first, then the rest shuffled."""
    rest = [kind for kind, share in _MIX.items() for _ in range(share - 1)]
    random.Random(seed).shuffle(rest)
    return [*_MIX, *rest]


def _towns_of(objects: list[Json]) -> list[_Town]:
    """The communes where objects have a point, each at the middle of its points."""
    points: dict[int, tuple[Json, list[list[float]]]] = {}
    for item in objects:
        commune = inside(item, "localisation", "adresse", "commune")
        point = inside(item, "localisation", "geolocalisation", "geoJson", "coordinates")
        if commune and point and inside(item, "localisation", "geolocalisation", "valide") is True:
            points.setdefault(commune["id"], (commune, []))[1].append(point)
    return [
        _Town(commune, *(sum(values) / len(values) for values in zip(*found, strict=True)))
        for commune, found in points.values()
    ]


def _renamed(name: Json, town: str) -> Json:
    return {key: f"{text} – {town}" for key, text in name.items()}


def _moved(item: Json, town: _Town, chance: random.Random) -> Json:
    """The object's place within three kilometres of a town; a trail with its line stays where its line is."""
    location = item["localisation"]
    if item.get("multimedias") or not inside(location, "geolocalisation", "geoJson"):
        return location
    east, north = chance.uniform(-0.035, 0.035), chance.uniform(-0.025, 0.025)
    point = [round(town.longitude + east, 5), round(town.latitude + north, 5)]
    moved = _with(location, ("geolocalisation", "geoJson", "coordinates"), point)
    if inside(location, "adresse", "commune"):
        address = location["adresse"] | {"commune": town.commune, "codePostal": town.commune["codePostal"]}
        moved = moved | {"adresse": address}
    return moved


def _links_of(item: Json, known: dict[int, tuple[str, int]]) -> list[tuple[Path, int]]:
    found = []
    for path, value in _walk(item, ()):
        if path and isinstance(value, dict) and value.get("id") in known and value.get("type") == known[value["id"]][0]:
            found.append((path, value["id"]))
    return found


def _days_of(item: Json) -> list[tuple[Path, date]]:
    return [
        (path, date.fromisoformat(value))
        for root in _DATED
        for path, value in _walk(item.get(root), (root,))
        if isinstance(value, str) and _ISO_DAY.match(value)
    ]


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    yield path, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk(inner, (*path, index))


def _with(value: Any, path: Path, new: Any) -> Any:
    """A copy of the value with something else at a path; what is not on the path is shared with the original."""
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], new)
    return copy


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.000+0000"
