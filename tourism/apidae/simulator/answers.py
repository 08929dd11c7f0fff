"""What each service of the API v002 answers, as Python values, before faults and serialisation."""

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from tourism.apidae.simulator.dataset import Dataset, Json
from tourism.apidae.simulator.lazy import LazyObjects
from tourism.apidae.simulator.members import REFERENTIAL_MEMBERS, QueryError, read_members
from tourism.apidae.simulator.query import LARGEST_COUNT, Search, identifier_of, interpret
from tourism.apidae.simulator.reach import inside, key_of
from tourism.apidae.simulator.scenarios import labels_as_distinctions
from tourism.apidae.simulator.shapes import (
    api_commune,
    api_criterion,
    api_element,
    completed,
    default_fields,
    is_link,
    is_reference_element,
    links_of,
    with_fields,
    with_locales,
    without_empties,
)

# Assumed: what comes back when no `locales` are asked. Observed answers held French, mostly alone.
DEFAULT_LOCALES = ("fr",)
# Members of a query that change what is written of the objects found, not which are found.
_PAGING = ("first", "count", "locales", "responseFields", "apiKey", "projetId")

_MOST_READ_FOR_FIELDS = 2_000

T = TypeVar("T")


@dataclass
class Answers:
    """The services of one project. Every method returns a JSON value or raises `QueryError`."""

    dataset: Dataset
    project_id: int
    api_key: str
    today: date
    over_count: str = "clamp"
    default_locales: tuple[str, ...] = DEFAULT_LOCALES
    _gone: int = 0
    _asked: Any = None
    _last: list[Any] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def authorise(self, api_key: Any, project_id: Any) -> None:
        """Refuses a key that is not the project's."""
        if str(project_id) != str(self.project_id) or api_key != self.api_key:
            raise QueryError("UNAUTHORIZED", "Le projet et la clé d'API ne correspondent pas", 403)

    def listing(self, raw: str | None, *, ids: bool, agenda: bool, changes: set[str]) -> Json:
        """`recherche/…` and `agenda/simple/…`: `{query, numFound, objetsTouristiques | objetTouristiqueIds}`."""
        query = self._interpreted(raw, agenda=agenda)
        found = (
            [] if "empty" in changes else self._found(query, Search.agenda_positions if agenda else Search.positions)
        )
        first, total = query["first"], len(found)
        if "drift" in changes and first:
            # An object with a small id has just been published: everything after it moved by one.
            found = [*found[:1], *found]
            total = len(found)
        if "shrink" in changes:
            # The first object disappears once it has been read, and does not come back.
            self._gone = self._gone or min(first, 1)
            found = found[self._gone :]
            total = len(found)
        page = [self.dataset.objects[position] for position in found[first : first + query["count"]]]
        if "short" in changes:
            page = page[: len(page) // 2]
        answer: Json = {"query": query, "numFound": total}
        if ids:
            answer["objetTouristiqueIds"] = [item["id"] for item in page]
        else:
            answer["objetsTouristiques"] = [self._written(item, query, changes) for item in page]
        answer["formatVersion"] = "v002"
        return without_empty_results(answer)

    def listing_by_day(self, raw: str | None, *, ids: bool, changes: set[str]) -> Json:
        """`agenda/detaille/…`: results keyed by day, an object coming back on each of its open days.

        `numFound`, `first` and `count` count object-days; there is no `formatVersion`.
        """
        query = self._interpreted(raw, agenda=True)
        pairs = [] if "empty" in changes else self._found(query, Search.agenda_days)
        days: dict[str, list] = {}
        for day, position in pairs[query["first"] : query["first"] + query["count"]]:
            item = self.dataset.objects[position]
            value = item["id"] if ids else self._written(item, query, changes)
            days.setdefault(day.isoformat(), []).append(value)
        key = "objetTouristiqueIds" if ids else "objetsTouristiques"
        return without_empty_results({"query": query, "numFound": len(pairs), key: days})

    def one(self, wanted: str, parameters: dict[str, str], *, by_identifier: bool, changes: set[str]) -> Json:
        """`objet-touristique/get-by-…`: the bare object. `responseFields` and `locales` are comma lists."""
        self.authorise(parameters.get("apiKey"), parameters.get("projetId"))
        item = self._find(wanted, by_identifier=by_identifier)
        if item is None:
            message = f"L'objet touristique {wanted} n'existe pas ou n'est pas accessible"
            raise QueryError("OBJET_TOURISTIQUE_NOT_FOUND", message, 404)
        query = {
            name: [part for part in parameters[name].split(",") if part]
            for name in ("responseFields", "locales")
            if parameters.get(name)
        }
        return self._written(item, query, changes)

    def communes(self, raw: str | None) -> list[Json]:
        query = self._referential(raw)
        ids, codes = set(query.get("communeIds", ())), set(query.get("codesInsee", ()))
        found = [item for item in self.dataset.communes if item.get("id") in ids or item.get("code") in codes]
        return [without_empties(api_commune(item, self.dataset)) for item in found]

    def elements(self, raw: str | None) -> list[Json]:
        ids = set(self._referential(raw).get("elementReferenceIds", ()))
        found = [item for item in self.dataset.elements_reference if item.get("id") in ids]
        return [without_empties(api_element(item, self.dataset)) for item in found]

    def criteria(self, raw: str | None) -> list[Json]:
        ids = set(self._referential(raw).get("critereInterneIds", ()))
        found = [item for item in self.dataset.criteres_internes if item.get("id") in ids]
        return [without_empties(api_criterion(item, self.dataset)) for item in found]

    def selections(self, raw: str | None) -> list[Json]:
        """The selections asked for; all those of the project when none is."""
        ids = set(self._referential(raw).get("selectionIds", ()))
        return [_selection(item) for item in self.dataset.selections if not ids or item.get("id") in ids]

    def selections_by_object(self, raw: str | None) -> list[Json]:
        """Assumed: each item is `{id, selections}`; the name of the object's key is documented nowhere."""
        asked = self._referential(raw).get("referenceIds") or list(self.dataset.selections_of)
        held = self.dataset.selections_of
        return [
            {
                "id": wanted,
                "selections": [_selection(s) for s in self.dataset.selections if s.get("id") in held[wanted]],
            }
            for wanted in asked
            if wanted in held
        ]

    def forbidden_criteria(self, raw: str | None) -> list[Json]:
        """Which criteria exclude one another. Assumed: those without any prohibition are absent."""
        ids = set(self._referential(raw).get("elementReferenceIds", ()))
        return [item for item in self.dataset.criteres_interdits if item.get("critereId") in ids]

    def collaborators(self, raw: str | None) -> list[Json]:
        """Who owns each object and who may work on it: `{referenceId, membreProprietaire, membresCollaborateurs}`.

        Nothing is said of unknown objects, nor of any when none is asked for. Assumed: the members that own what an
        object is linked to work on it, and more than 200 objects are refused.
        """
        asked = self._referential(raw).get("referenceIds", ())
        if len(asked) > LARGEST_COUNT:
            raise QueryError("BAD_REQUEST", f"'referenceIds' must hold at most {LARGEST_COUNT} ids")
        known = self.dataset.object_by_id
        found = []
        for item in (known[wanted] for wanted in dict.fromkeys(asked) if wanted in known):
            owner = inside(item, "gestion", "membreProprietaire", "id")
            targets = (known.get(link["id"]) for link in links_of(item))
            others = {inside(target, "gestion", "membreProprietaire", "id") for target in targets} - {None, owner}
            found.append(
                without_empties(
                    {"referenceId": item["id"], "membreProprietaire": owner, "membresCollaborateurs": sorted(others)}
                )
            )
        return found

    def fields(self, raw: str | None) -> list[Json]:
        """The fields that objects of each type have, by dotted path. Assumed: without any criterion, all of them."""
        self._referential(raw)
        found: dict[str, set[str]] = {}
        for item in itertools.islice(self.dataset.objects, _MOST_READ_FOR_FIELDS):
            found.setdefault(str(item.get("type")), set()).update(_paths(item))
        return [
            {"path": path, "nom": path.rpartition(".")[2], "type": "DEFAUT", "objetTouristiqueType": kind}
            for kind in sorted(found)
            for path in sorted(found[kind])
        ]

    def _found(self, query: Json, wanted: Callable[[Search], list[T]]) -> list[T]:
        """What answers the query; the last answer is kept when the dataset cannot change, for its next page."""
        search = Search(self.dataset, query, self.today)
        if not isinstance(self.dataset.objects, LazyObjects):
            return wanted(search)
        asked = (self.dataset.objects, wanted, {name: query[name] for name in query if name not in _PAGING})
        with self._lock:
            if self._asked != asked:
                self._asked, self._last = asked, wanted(search)
            return list(self._last)

    def _interpreted(self, raw: str | None, *, agenda: bool) -> Json:
        defaults = {"dateDebut": self.today.isoformat(), "order": "DATE_OUVERTURE"} if agenda else None
        query = interpret(raw, over_count=self.over_count, defaults=defaults)
        self.authorise(query.get("apiKey"), query.get("projetId"))
        return query

    def _referential(self, raw: str | None) -> Json:
        query = read_members(raw, REFERENTIAL_MEMBERS)
        self.authorise(query.get("apiKey"), query.get("projetId"))
        return query

    def _find(self, wanted: str, *, by_identifier: bool) -> Json | None:
        matches: Callable[[Json], bool] = (
            (lambda item: identifier_of(item) == wanted) if by_identifier else (lambda item: str(item["id"]) == wanted)
        )
        candidates: Iterable[Json] = self.dataset.objects
        if isinstance(candidates, LazyObjects) and not by_identifier:
            known = self.dataset.object_by_id
            candidates = [known[int(wanted)]] if wanted.isdigit() and int(wanted) in known else []
        served = (item for item in candidates if key_of(item, "state") in (None, "PUBLISHED"))
        return next((item for item in served if matches(item)), None)

    def _written(self, item: Json, query: Json, changes: set[str]) -> Json:
        fields = query.get("responseFields") or default_fields(str(item.get("type")))
        full = completed(with_fields(item, fields), self.dataset)
        localised = with_locales(full, query.get("locales") or self.default_locales)
        return without_empties(altered(localised, changes))


def altered(value: Any, changes: set[str], *, export: bool = False) -> Any:
    """The object under the faults that change content."""
    if "missing-geometry" in changes and isinstance(value.get("localisation"), dict):
        value = value | {"localisation": value["localisation"] | {"geolocalisation": {"valide": False}}}
    if "labels-removed" in changes:
        value = labels_as_distinctions(value, {})
    if "unknown-elements" in changes:
        value = _with_unknown_elements(value, labels=not export)
    return value


def _paths(value: Any, prefix: str = "") -> Iterator[str]:
    """Dotted paths of what is neither an object nor a list; a list is passed through, a link or an element ends."""
    if isinstance(value, list):
        for item in value:
            yield from _paths(item, prefix)
    elif isinstance(value, dict) and not (prefix and (is_link(value) or is_reference_element(value))):
        for name, item in value.items():
            yield from _paths(item, f"{prefix}.{name}" if prefix else name)
    elif prefix:
        yield prefix


def without_empty_results(answer: Json) -> Json:
    """The envelope without its list of results when there is none: the key is absent, not empty."""
    return {name: value for name, value in answer.items() if value or name in ("query", "numFound")}


def _selection(selection: Json) -> Json:
    return without_empties({name: selection.get(name) for name in ("id", "libelle", "nom")})


def _with_unknown_elements(value: Any, *, labels: bool) -> Any:
    if isinstance(value, list):
        return [_with_unknown_elements(item, labels=labels) for item in value]
    if not isinstance(value, dict):
        return value
    if "elementReferenceType" in value and isinstance(value.get("id"), int):
        bare = {"elementReferenceType": value["elementReferenceType"], "id": value["id"] + 90_000_000}
        return bare | ({"libelleFr": value["libelleFr"]} if labels and "libelleFr" in value else {})
    return {name: _with_unknown_elements(item, labels=labels) for name, item in value.items()}
