"""What each service of the API v002 answers, as Python values, before faults and serialisation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tourism.apidae.simulator.dataset import Dataset, Json
from tourism.apidae.simulator.query import (
    AGENDA_TYPES,
    REFERENTIAL_MEMBERS,
    QueryError,
    Search,
    identifier_of,
    interpret,
    read_members,
)
from tourism.apidae.simulator.reach import key_of
from tourism.apidae.simulator.shapes import (
    api_commune,
    api_criterion,
    api_element,
    completed,
    default_fields,
    with_fields,
    with_locales,
    without_empties,
)

# Assumed: what comes back when no `locales` are asked. Observed answers held French, mostly alone.
DEFAULT_LOCALES = ("fr",)


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

    def authorise(self, api_key: Any, project_id: Any) -> None:
        """Refuses a key that is not the project's."""
        if str(project_id) != str(self.project_id) or api_key != self.api_key:
            raise QueryError("UNAUTHORIZED", "Le projet et la clé d'API ne correspondent pas", 403)

    def listing(self, raw: str | None, *, ids: bool, agenda: bool, changes: set[str]) -> Json:
        """`recherche/…` and `agenda/simple/…`: `{query, numFound, objetsTouristiques | objetTouristiqueIds}`."""
        query = self._interpreted(raw, agenda=agenda)
        search = Search(self.dataset, query, self.today)
        found = [] if "empty" in changes else search.objects()
        if agenda:
            found = [item for item in found if key_of(item, "type") in AGENDA_TYPES and search.agenda_days(item)]
            found.sort(key=lambda item: search.agenda_days(item)[0])
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
        page = found[first : first + query["count"]]
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
        search = Search(self.dataset, query, self.today)
        found = [] if "empty" in changes else search.objects()
        pairs = [
            (day, item) for item in found if key_of(item, "type") in AGENDA_TYPES for day in search.agenda_days(item)
        ]
        pairs.sort(key=lambda pair: pair[0])
        days: dict[str, list] = {}
        for day, item in pairs[query["first"] : query["first"] + query["count"]]:
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
        served = (item for item in self.dataset.objects if key_of(item, "state") in (None, "PUBLISHED"))
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
        value = _without_labels(value)
    if "unknown-elements" in changes:
        value = _with_unknown_elements(value, labels=not export)
    return value


def without_empty_results(answer: Json) -> Json:
    """The envelope without its list of results when there is none: the key is absent, not empty."""
    return {name: value for name, value in answer.items() if value or name in ("query", "numFound")}


def _selection(selection: Json) -> Json:
    return without_empties({name: selection.get(name) for name in ("id", "libelle", "nom")})


def _without_labels(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_labels(item) for item in value]
    if isinstance(value, dict):
        gone = ("labels", "labelsTourismeHandicap", "labelsChartesQualite", "chaineEtLabel", "typeLabel")
        return {name: _without_labels(item) for name, item in value.items() if name not in gone}
    return value


def _with_unknown_elements(value: Any, *, labels: bool) -> Any:
    if isinstance(value, list):
        return [_with_unknown_elements(item, labels=labels) for item in value]
    if not isinstance(value, dict):
        return value
    if "elementReferenceType" in value and isinstance(value.get("id"), int):
        bare = {"elementReferenceType": value["elementReferenceType"], "id": value["id"] + 90_000_000}
        return bare | ({"libelleFr": value["libelleFr"]} if labels and "libelleFr" in value else {})
    return {name: _with_unknown_elements(item, labels=labels) for name, item in value.items()}
