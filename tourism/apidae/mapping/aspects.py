"""`aspects`: what an object says otherwise in winter, to groups, to business travellers…

An aspect replaces exactly the paths named in its `champsAspect`; a path that it names without a value is emptied. Here
the object is mapped once more with those replacements, and what changes in the record is kept under
``details["aspects"]``: ``[{"aspect": "HIVER", "changes": {field: value or None}}]``.
"""

import re
from collections.abc import Callable
from typing import Any

from tourism.apidae.mapping.problem import Unmappable
from tourism.apidae.mapping.scalars import quoted
from tourism.apidae.mapping.thing import Mapped

ASPECTS = frozenset({"HIVER", "ETE", "HANDICAP", "GROUPES", "TOURISME_AFFAIRES", "PRESTATAIRE_ACTIVITES"})
_PATH = re.compile(r"[A-Za-z]\w{0,79}(?:\.[A-Za-z]\w{0,79}){0,5}", re.ASCII)
_NEVER = frozenset({"aspects", "type", "id", "gestion", "contacts", "state"})
_MOST_ASPECTS = 10


def add_aspects(mapped: Mapped, raw: dict[str, Any], read: Callable[[dict[str, Any]], Mapped]) -> Mapped:
    """`mapped` with the changes of each aspect of `raw`; `read` maps an object without aspects."""
    aspects = raw.get("aspects")
    if not isinstance(aspects, list):
        return mapped
    standard = mapped.record.to_json()
    found = []
    for aspect in aspects[:_MOST_ASPECTS]:
        if not isinstance(aspect, dict) or aspect.get("aspect") in (None, "STANDARD"):
            continue
        name = aspect["aspect"]
        if not isinstance(name, str) or name not in ASPECTS:
            mapped.remarks.append(f"Aspect inconnu, non repris : {quoted(name)}.")
            continue
        try:
            under_aspect = read(_under_aspect(raw, aspect))
        except Unmappable:
            mapped.remarks.append(f"L’aspect {name} ne laisse rien de lisible de la fiche.")
            continue
        mapped.remarks += [f"Aspect {name} : {text}" for text in under_aspect.remarks if text not in mapped.remarks]
        changes = _changes(standard, under_aspect.record.to_json())
        if changes:
            found.append({"aspect": name, "changes": changes})
    if found:
        mapped.record.details["aspects"] = found
    return mapped


def _under_aspect(raw: dict[str, Any], aspect: dict[str, Any]) -> dict[str, Any]:
    """The object with the paths of an aspect replaced; neither argument is changed."""
    result = {key: value for key, value in raw.items() if key != "aspects"}
    paths = aspect.get("champsAspect")
    for path in paths if isinstance(paths, list) else ():
        if not isinstance(path, str) or not _PATH.fullmatch(path) or path.split(".")[0] in _NEVER:
            continue
        _replace(result, path.split("."), _value_at(aspect, path.split(".")))
    return result


def _value_at(node: Any, keys: list[str]) -> Any:
    for key in keys:
        node = node.get(key) if isinstance(node, dict) else None
    return node


def _replace(node: dict[str, Any], keys: list[str], value: Any) -> None:
    *parents, last = keys
    for key in parents:
        inner = node.get(key)
        node[key] = dict(inner) if isinstance(inner, dict) else {}
        node = node[key]
    node[last] = value


def _changes(standard: dict[str, Any], aspect: dict[str, Any]) -> dict[str, Any]:
    changes = {
        name: aspect.get(name)
        for name in dict.fromkeys([*standard, *aspect])
        if name != "details" and aspect.get(name) != standard.get(name)
    }
    before, after = standard.get("details", {}), aspect.get("details", {})
    details = {key: after.get(key) for key in dict.fromkeys([*before, *after]) if after.get(key) != before.get(key)}
    return changes | ({"details": details} if details else {})
