"""Interprets the `query` of the list services, as the platform echoes it, and finds the objects that answer it."""

import math
import random
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tourism.apidae.simulator.criteria import CriteriaSyntaxError, parse_criteria, reference_elements
from tourism.apidae.simulator.dataset import Dataset, Json
from tourism.apidae.simulator.members import SEARCH_MEMBERS, QueryError, read_members
from tourism.apidae.simulator.opening import open_days, opens_between
from tourism.apidae.simulator.reach import inside, items_of, key_of
from tourism.apidae.simulator.shapes import label_suffix

LARGEST_COUNT = 200
AGENDA_TYPES = frozenset({"FETE_ET_MANIFESTATION", "ACTIVITE"})
_EARTH_RADIUS = 6_371_000
_DEFAULTS = {
    "searchFields": "NOM_DESCRIPTION_CRITERES",
    "first": 0,
    "count": 20,
    "order": "IDENTIFIANT",
    "asc": True,
}


def interpret(raw: str | None, *, over_count: str = "clamp", defaults: Json | None = None) -> Json:
    """The query as the answer echoes it: known members in the schema's order, defaults included.

    `over_count` says what happens above 200 objects: `clamp` or `error` (which of the two the platform does is not
    documented).
    """
    given = read_members(raw, SEARCH_MEMBERS)
    merged: Json = _DEFAULTS | (defaults or {}) | given
    echo = {name: merged[name] for name in SEARCH_MEMBERS if name in merged}
    if echo["count"] > LARGEST_COUNT:
        if over_count == "error":
            raise QueryError("BAD_REQUEST", f"'count' must be at most {LARGEST_COUNT}")
        echo["count"] = LARGEST_COUNT
    if echo["count"] < 0 or echo["first"] < 0:
        raise QueryError("BAD_REQUEST", "'first' and 'count' must be positive")
    return echo


@dataclass
class Search:
    """What answers an interpreted query, in its order, before paging: positions in the dataset's objects.

    Positions rather than objects, since a dataset may make its objects only when they are asked for.
    """

    dataset: Dataset
    query: Json
    today: date

    def positions(self) -> list[int]:
        tests = list(self._tests())
        found = []
        for position, item in enumerate(self.dataset.objects):
            # Hidden and deleted objects are never served.
            if key_of(item, "state") in (None, "PUBLISHED") and all(test(item) for test in tests):
                found.append((_number(item["id"]), self._rank(item), position))
        return self._ordered(found)

    def agenda_positions(self) -> list[int]:
        """Those of events and activities that open within the query's dates, by the first of these days."""
        first_days: dict[int, date] = {}
        for day, position in self.agenda_days():
            first_days.setdefault(position, day)
        return list(first_days)

    def agenda_days(self) -> list[tuple[date, int]]:
        """(open day, position) of each event and activity, by day; from today when the query gives no date."""
        pairs = []
        for position in self.positions():
            item = self.dataset.objects[position]
            if key_of(item, "type") in AGENDA_TYPES:
                pairs += [(day, position) for day in self._open_days(item)]
        return sorted(pairs, key=lambda pair: pair[0])

    def _open_days(self, item: Json) -> list[date]:
        return open_days(item, self._date("dateDebut") or self.today, self._date("dateFin"))

    def _date(self, name: str) -> date | None:
        return date.fromisoformat(self.query[name]) if name in self.query else None

    def _tests(self) -> Iterable[Callable[[Json], bool]]:
        query, data = self.query, self.dataset
        if query.get("identifiants") or query.get("identifiers"):
            ids, names = set(query.get("identifiants", ())), set(query.get("identifiers", ()))
            yield lambda item: item["id"] in ids or identifier_of(item) in names
        if "listeEnregistreeId" in query:
            raise QueryError("BAD_REQUEST", "Aucune recherche enregistrée ne porte cet identifiant")
        if query.get("selectionIds"):
            wanted = set(query["selectionIds"])
            yield lambda item: bool(data.selections_of.get(item["id"], set()) & wanted)
        if query.get("communeCodesInsee"):
            codes = set(query["communeCodesInsee"])
            yield lambda item: self._insee(item) in codes
        if query.get("territoireIds"):
            territories = set(query["territoireIds"])
            yield lambda item: self._in_territories(item, territories)
        if circle := self._circle():
            yield lambda item: _distance(item, circle[0]) <= circle[1]
        if query.get("searchQuery", "").strip():
            yield self._says
        if query.get("criteresQuery", "").strip():
            try:
                yield parse_criteria(query["criteresQuery"])
            except CriteriaSyntaxError as error:
                raise QueryError("BAD_REQUEST", str(error)) from None
        if "modifieApres" in query:
            yield (lambda item: str(inside(item, "gestion", "dateModification") or "")[:10] >= query["modifieApres"])
        if query.get("membreProprietaireIds"):
            owners = set(query["membreProprietaireIds"])
            yield lambda item: key_of(item, "gestion", "membreProprietaire", "id") in owners
        if query.get("membreProprietaireIdGmcs"):
            yield lambda item: False  # ids of another system, which objects do not carry
        if "dureeMin" in query or "dureeMax" in query:
            yield self._lasts
        if "dateDebut" in query or "dateFin" in query:
            yield lambda item: opens_between(item, self._date("dateDebut"), self._date("dateFin"))
        if query["order"] == "DATE_OUVERTURE":
            yield lambda item: key_of(item, "type") in AGENDA_TYPES and bool(self._open_days(item))

    def _insee(self, item: Json) -> str | None:
        commune = inside(item, "localisation", "adresse", "commune")
        return inside(commune, "code") or inside(self.dataset.commune_by_id.get(key_of(commune, "id")), "code")

    def _in_territories(self, item: Json, territories: set[int]) -> bool:
        links = [*items_of(item, "territoires"), *items_of(item, "localisation", "territoiresAffectes")]
        if any(key_of(link, "id") in territories for link in links):
            return True
        commune = key_of(item, "localisation", "adresse", "commune", "id")
        return any(commune in self.dataset.territory_communes.get(wanted, ()) for wanted in territories)

    def _circle(self) -> tuple[tuple[float, float], float] | None:
        """Centre (longitude, latitude) and metres; None when either is missing or incomplete, which is no error."""
        coordinates = inside(self.query, "center", "coordinates")
        if "radius" not in self.query or not isinstance(coordinates, list) or len(coordinates) < 2:
            return None
        if not all(isinstance(number, (int, float)) for number in coordinates[:2]):
            return None
        return (coordinates[0], coordinates[1]), self.query["radius"]

    def _says(self, item: Json) -> bool:
        words = folded(self.query["searchQuery"]).split()
        text = self._searched_text(item)
        return all(word in text for word in words)  # assumed: every word is wanted

    def _searched_text(self, item: Json) -> str:
        scope = self.query["searchFields"]
        parts = [item.get("nom")]
        if scope != "NOM":
            parts += [inside(item, "presentation", name) for name in ("descriptifCourt", "descriptifDetaille")]
        if scope == "NOM_DESCRIPTION_CRITERES":
            elements = self.dataset.element_by_id
            parts += [elements.get(key_of(element, "id"), element) for element in reference_elements(item)]
        return folded(" ".join(self._labels(part) for part in parts))

    def _labels(self, part: Any) -> str:
        suffix = label_suffix(self.query["searchLocale"]) if "searchLocale" in self.query else ""
        members = part.items() if isinstance(part, dict) else ()
        return " ".join(str(text) for name, text in members if name.startswith("libelle" + suffix))

    def _lasts(self, item: Json) -> bool:
        minutes = inside(item, "ouverture", "dureeSeance")
        if not isinstance(minutes, int):
            return False
        return self.query.get("dureeMin", 0) <= minutes <= self.query.get("dureeMax", math.inf)

    def _rank(self, item: Json) -> Any:
        """What the query's order sorts by, besides the id; None when the id is all."""
        match self.query["order"]:
            case "NOM":
                return folded(_french_name(item))
            case "DISTANCE" if circle := self._circle():
                return _distance(item, circle[0])
            case "PERTINENCE" if words := folded(self.query.get("searchQuery", "")).split():
                return -sum(word in folded(_french_name(item)) for word in words)
            case "DATE_OUVERTURE":
                return self._open_days(item)[0]
        return None

    def _ordered(self, found: list[tuple[Any, Any, int]]) -> list[int]:
        order, descending = self.query["order"], not self.query["asc"]
        by_id = sorted(found, key=lambda entry: entry[0])
        if order == "RANDOM":
            random.Random(self.query.get("randomSeed")).shuffle(by_id)
        elif by_id and by_id[0][1] is not None:
            by_id.sort(key=lambda entry: entry[1], reverse=descending and order in ("NOM", "DISTANCE"))
        elif descending:
            by_id.reverse()
        return [position for _, _, position in by_id]


def identifier_of(item: Json) -> str | None:
    """The textual identifier; the v001 of 2014 called it `identifierSitra1`."""
    return next((item[name] for name in ("identifier", "identifierSitra1") if isinstance(item.get(name), str)), None)


def folded(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).lower()


def _french_name(item: Json) -> str:
    return str(inside(item, "nom", "libelleFr") or "")


def _number(identifier: Any) -> tuple[int, int, str]:
    """Sorts numbers first, then whatever else stands as an id in odd data."""
    if isinstance(identifier, int):
        return 0, identifier, ""
    return 1, 0, str(identifier)


def _distance(item: Json, center: tuple[float, float]) -> float:
    """Metres on the sphere; infinite without a point."""
    point = inside(item, "localisation", "geolocalisation", "geoJson", "coordinates")
    if not isinstance(point, list) or len(point) < 2 or not all(isinstance(n, (int, float)) for n in point[:2]):
        return math.inf
    longitude, latitude, east, north = (math.radians(number) for number in (*point[:2], *center))
    haversine = (
        math.sin((latitude - north) / 2) ** 2
        + math.cos(latitude) * math.cos(north) * math.sin((longitude - east) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(min(1.0, haversine)))
