"""What may happen to a whole project on the platform: a selection is revoked, labels move to `distinctions`.

Each is a change of the dataset, so that the API and the exports tell the same story afterwards.
"""

import re
from collections.abc import Callable, Collection
from typing import Any

from tourism.apidae.simulator.dataset import Dataset
from tourism.apidae.simulator.lazy import Json, LazyObjects
from tourism.apidae.simulator.reach import key_of

# Fields that `distinctions` replaces.
_OLD_LABELS = frozenset(
    {"labels", "labelsTourismeHandicap", "labelsChartesQualite", "chaineEtLabel", "typeLabel", "chaines"}
)
_LABEL_FAMILY = re.compile(r"(?:Label|LabelTourismeHandicap|LabelCharteQualite|TypeLabel|Chaine)$")
# Assumed: the ids of the new elements are unknown but for a few, so each is its old one moved out of the way.
_NEW_IDS = 80_000_000
_FAMILY = "DistinctionNom"


def with_revoked_selections(dataset: Dataset, ids: Collection[int] = ()) -> Dataset:
    """The project after these selections (all without `ids`) lost their members, as when an office takes back its data.

    The selections still exist and are empty; what no other selection holds is no longer the project's.
    """
    selections = [
        selection | {"objetsTouristiques": []} if not ids or key_of(selection, "id") in ids else selection
        for selection in dataset.selections
    ]
    left = dataset.changed(selections=selections).selections_of
    lost = {held for held in dataset.selections_of if held not in left}
    if not dataset.selections:
        return dataset.changed(objects=[])
    return dataset.changed(objects=_filtered(dataset.objects, lost), selections=selections)


def with_distinctions(dataset: Dataset) -> Dataset:
    """The project after the switch of November 2026: labels only in `distinctions`, their old fields gone."""

    def switched(item: Json) -> Json:
        return labels_as_distinctions(item, dataset.element_by_id)

    objects = dataset.objects
    new = objects.changed(switched) if isinstance(objects, LazyObjects) else [switched(item) for item in objects]
    elements = [_distinction_name(element) for element in dataset.elements_reference if _is_label(element)]
    return dataset.changed(objects=new, elements_reference=[*dataset.elements_reference, *elements])


CHANGES: dict[str, Callable[[Dataset], Dataset]] = {
    "distinctions": with_distinctions,
    "revoked-selections": with_revoked_selections,
}


def labels_as_distinctions(item: Json, elements: Any) -> Json:
    """The object with each label of its old fields as `{id, nom}` in `distinctions`, after those it had."""
    labels: list[Json] = []
    stripped = _taken(item, labels)
    if not labels:
        return stripped
    known = item.get("distinctions")
    distinctions = list(known) if isinstance(known, list) else []
    for label in labels:
        full = elements.get(key_of(label, "id"), {}) | label
        distinctions.append({"id": len(distinctions) + 1, "nom": _distinction_name(full)})
    return stripped | {"distinctions": distinctions}


def _taken(value: Any, labels: list[Json]) -> Any:
    """The value without the old fields, whose elements are added to `labels`."""
    if isinstance(value, list):
        return [_taken(item, labels) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, inner in value.items():
        if name in _OLD_LABELS:
            found = inner if isinstance(inner, list) else [inner]
            labels += [element for element in found if isinstance(element, dict) and isinstance(element.get("id"), int)]
        else:
            kept[name] = _taken(inner, labels)
    return kept


def _is_label(element: Json) -> bool:
    return isinstance(element.get("id"), int) and bool(_LABEL_FAMILY.search(str(element.get("elementReferenceType"))))


def _distinction_name(element: Json) -> Json:
    names = {name: text for name, text in element.items() if name.startswith("libelle") or name in ("ordre", "actif")}
    return {"elementReferenceType": _FAMILY, "id": element["id"] + _NEW_IDS, **names}


def _filtered(objects: Any, lost: set[Any]) -> Any:
    if isinstance(objects, LazyObjects):
        return objects.without(lost)
    return [item for item in objects if item["id"] not in lost]
