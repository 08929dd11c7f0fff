"""The two writings of one object: completed with labels for the API, stripped to ids for exports."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tourism.apidae.simulator.dataset import OBJECT_TYPES, Dataset, Json
from tourism.apidae.simulator.reach import inside, key_of

_LABEL = re.compile(r"libelle(Fr|En|Es|It|De|Nl|Ru|Zh|PtBR|Ja|Ko)$")
_DEFAULT_FIELDS = (
    "id",
    "identifier",
    "nom",
    "informations.moyensCommunication",
    "presentation.descriptifCourt",
    "localisation.adresse",
    "localisation.geolocalisation",
    "illustrations",
)
# Blocks that exports write even when they are empty; structures and territories have fewer.
_EMPTY_BLOCKS: tuple[tuple[str, Any, frozenset[str]], ...] = (
    ("informations.moyensCommunication", [], frozenset()),
    ("gestion.signalerUnProblemeMails", [], frozenset()),
    ("liens", {}, frozenset({"STRUCTURE"})),
    ("descriptionTarif.conditions", {}, frozenset({"STRUCTURE", "TERRITOIRE"})),
    ("reservation.organismes", [], frozenset({"STRUCTURE"})),
    ("criteresInternes", [], frozenset({"STRUCTURE"})),
    ("illustrations", [], frozenset({"STRUCTURE"})),
    ("territoires", [], frozenset()),
)


def is_reference_element(value: Any) -> bool:
    return isinstance(value, dict) and "elementReferenceType" in value


def is_link(value: Any) -> bool:
    """Whether a value inside an object points at another object."""
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        return False
    return value["type"] in OBJECT_TYPES and isinstance(value.get("id"), (int, str))


def links_of(item: Json) -> Iterator[Json]:
    """The links of an object to others, wherever they are in it."""
    for value in item.values():
        yield from _links_in(value)


def _links_in(value: Any) -> Iterator[Json]:
    if isinstance(value, list):
        for item in value:
            yield from _links_in(item)
    elif isinstance(value, dict):
        if is_link(value):
            yield value
        else:
            for item in value.values():
                yield from _links_in(item)


def block_name(object_type: str) -> str:
    """The key of the block that only one type has: FETE_ET_MANIFESTATION → informationsFeteEtManifestation."""
    return "informations" + "".join(word.capitalize() for word in str(object_type).split("_"))


# The API's writing


def completed(item: Json, dataset: Dataset) -> Json:
    """The object with labels, communes and linked objects in full, as far as the dataset knows them."""
    return {key: _completed(value, key, dataset) for key, value in item.items()}


def api_element(element: Json, dataset: Dataset) -> Json:
    """A reference element as the API writes it: no `actif`, its family and parent with their labels."""
    known = dataset.element_by_id.get(key_of(element, "id"), {})
    full: Json = {"elementReferenceType": None, "id": None} | known | element
    full.pop("actif", None)
    for key in ("familleCritere", "parent", "typeLabel"):
        if is_reference_element(full.get(key)):
            relative = dataset.element_by_id.get(key_of(full[key], "id"), {}) | full[key]
            hidden = ("actif", "familleCritere", "parent", "critereDeprecie", "typeLabel")
            full[key] = {name: value for name, value in relative.items() if name not in hidden}
    return full


def api_commune(commune: Json, dataset: Dataset) -> Json:
    full = dataset.commune_by_id.get(key_of(commune, "id"), {}) | commune
    if is_reference_element(full.get("pays")):
        full["pays"] = api_element(full["pays"], dataset)
    return full


def api_criterion(criterion: Json, dataset: Dataset) -> Json:
    return dataset.criterion_by_id.get(key_of(criterion, "id"), {}) | criterion


def _completed(value: Any, key: str, dataset: Dataset) -> Any:
    if isinstance(value, list):
        return [_completed(item, key, dataset) for item in value]
    if not isinstance(value, dict):
        return value
    if is_reference_element(value):
        return api_element(value, dataset)
    if key in ("commune", "perimetreGeographique"):
        return api_commune(value, dataset)
    if key == "criteresInternes":
        return api_criterion(value, dataset)
    if is_link(value):
        return _api_link(value, key, dataset)
    return {name: _completed(item, name, dataset) for name, item in value.items()}


def _api_link(link: Json, key: str, dataset: Dataset) -> Json:
    target = dataset.object_by_id.get(link["id"])
    if target is None:
        return {name: _completed(item, name, dataset) for name, item in link.items()}
    full = {name: target.get(name) for name in ("type", "id", "nom", "identifier", "state")}
    if key not in ("territoires", "territoiresAffectes"):
        full["adresse"] = _completed(inside(target, "localisation", "adresse"), "adresse", dataset)
        full["geolocalisation"] = inside(target, "localisation", "geolocalisation")
    return full


def with_fields(item: Json, fields: Iterable[str]) -> Json:
    """The object reduced to `responseFields`: dotted paths, or `@all`, `@default`, `@minimal`,
    `@informationsObjetTouristique`.

    `type` always comes. A path into a list is applied to each item; a path into a linked object gives the whole link.
    """
    tree: dict[str, Any] = {"type": None}
    for field in fields:
        for path in _expanded(field, str(item.get("type"))):
            if path == "*":
                return item
            _plant(tree, path.split("."))
    return _pruned(item, tree)


def default_fields(object_type: str) -> tuple[str, ...]:
    return (*_DEFAULT_FIELDS, block_name(object_type))


def _expanded(field: str, object_type: str) -> tuple[str, ...]:
    match field:
        case "@all":
            return ("*",)
        case "@default":  # assumed: what is returned when nothing is asked
            return default_fields(object_type)
        case "@minimal":  # assumed: what identifies an object
            return ("id", "nom", "identifier")
        case "@informationsObjetTouristique":
            return (block_name(object_type),)
        case _:
            return (field,)


def _plant(tree: dict[str, Any], path: list[str]) -> None:
    """Adds a path to the tree of what is kept; None means "with all that is below"."""
    for position, name in enumerate(path):
        last = position == len(path) - 1
        if name in tree and tree[name] is None:
            return
        if last:
            tree[name] = None
        else:
            tree = tree.setdefault(name, {})


def _pruned(value: Any, tree: dict[str, Any] | None, *, root: bool = True) -> Any:
    if tree is None or not isinstance(value, (dict, list)):
        return value
    if isinstance(value, list):
        return [_pruned(item, tree, root=False) for item in value]
    if not root and is_link(value):
        return value
    return {name: _pruned(item, tree[name], root=False) for name, item in value.items() if name in tree}


def with_locales(value: Any, locales: Iterable[str]) -> Any:
    """The value with only the `libelleXx` keys of these locales (`fr`, `pt-br`…)."""
    kept = {"libelle" + label_suffix(locale) for locale in locales}
    return _in_languages(value, kept)


def label_suffix(locale: str) -> str:
    """The end of a label's key: `fr` → `Fr`, `pt-br` or `ptBR` → `PtBR`."""
    folded = locale.replace("-", "").replace("_", "").lower()
    return "PtBR" if folded == "ptbr" else folded.capitalize()


def _in_languages(value: Any, kept: set[str]) -> Any:
    if isinstance(value, list):
        return [_in_languages(item, kept) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _in_languages(item, kept) for name, item in value.items() if name in kept or not _LABEL.match(name)}


def without_empties(value: Any) -> Any:
    """The value as the API writes it: no null, no empty text, list or object, at any depth."""
    if isinstance(value, list):
        items = [without_empties(item) for item in value]
        return [item for item in items if not _is_empty(item)]
    if isinstance(value, dict):
        members = {name: without_empties(item) for name, item in value.items()}
        return {name: item for name, item in members.items() if not _is_empty(item)}
    return value


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, (str, list, dict)) and not value)


# The exports' writing


def stripped(item: Json) -> Json:
    """The object with elements, communes, criteria and links as ids only, and with its customary empty blocks."""
    bare = {key: _stripped(value, key) for key, value in item.items()}
    for path, empty, absent_from in _EMPTY_BLOCKS:
        if key_of(item, "type") in absent_from:
            continue
        node: Any = bare
        names = path.split(".")
        for name in names[:-1]:
            node = node.get(name) if isinstance(node, dict) else None
        if isinstance(node, dict):
            node.setdefault(names[-1], type(empty)())
    return bare


def _stripped(value: Any, key: str) -> Any:
    if isinstance(value, list):
        return [_stripped(item, key) for item in value]
    if not isinstance(value, dict):
        return value
    if is_reference_element(value):
        return {name: value[name] for name in ("elementReferenceType", "id") if name in value}
    if key in ("commune", "perimetreGeographique", "criteresInternes"):
        return {"id": value["id"]} if "id" in value else value
    if is_link(value):
        return {"type": value["type"], "id": value["id"]}
    return {name: _stripped(item, name) for name, item in value.items() if item is not None}


def export_commune(commune: Json) -> Json:
    return {name: _stripped(value, name) for name, value in commune.items()}


def export_element(element: Json) -> Json:
    """A line of elements_reference.json: own labels in full, relatives by id, `actif` always there."""
    full = {
        name: value if name == "critereDeprecie" else _stripped(value, name)
        for name, value in element.items()
        if value is not None
    }
    full.setdefault("actif", True)
    return full


def export_territory(item: Json) -> Json:
    names = ("id", "type", "nom", "perimetreGeographique", "territoireType")
    return {name: _stripped(item[name], name) for name in names if name in item}
