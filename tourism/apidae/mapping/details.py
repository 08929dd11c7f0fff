"""Blocks of APIDAE that have no field of ours: kept under APIDAE's own key names, in the shapes of our records.

Elements of reference become labels, `libelleXx` objects become plain texts, other scalars are cleaned, linked objects
become their id. What only serves writing to APIDAE is left out.
"""

import re
from functools import lru_cache
from typing import Any

from tourism.apidae.mapping.links import linked_object
from tourism.apidae.mapping.node import Node, Place, label_of, spelled, texts_of
from tourism.apidae.mapping.scalars import as_day, as_identifier, as_moment
from tourism.apidae.texts import LABEL_KEYS, clean_text
from tourism.records import is_said

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,79}")
_WRITING_ONLY = re.compile(
    r".*(?:Remove|Add)|identifiant(?:Temporaire|Technique)?|modificationMode|surcharge[A-Z].*|locked"
)
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\S+")
_DEEPEST = 6
_MOST_ITEMS = 300
_LARGEST = 10**12


def describe(block: Node, *, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The block as clean JSON, empty parts and the keys of `without` left out."""
    described = {}
    for key in block.value:
        if key in without or not _is_told(key):
            continue
        value = _describe(block.raw(key), (block.place, key), block, 0)
        if is_said(value):
            described[key] = value
    return described


@lru_cache(4096)
def _is_told(key: Any) -> bool:
    """Whether what is at a key says something to a reader."""
    return isinstance(key, str) and bool(_KEY.fullmatch(key)) and not _WRITING_ONLY.fullmatch(key)


def _describe(value: Any, place: Place, block: Node, depth: int) -> Any:
    if isinstance(value, dict):
        return _describe_object(value, place, block, depth)
    if isinstance(value, list):
        if depth >= _DEEPEST:
            return None
        items = (_describe(item, place, block, depth + 1) for item in value[:_MOST_ITEMS])
        return [item for item in items if is_said(item)]
    if isinstance(value, str):
        if _DATE_TIME.fullmatch(value):
            return as_day(value) if "T00:00" in value else as_moment(value) or clean_text(value)
        return clean_text(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        if -_LARGEST < value < _LARGEST:
            return value
        block.remark(f"{spelled(place)} : un nombre démesuré est ignoré.")
    return None


def _describe_object(value: dict, place: Place, block: Node, depth: int) -> Any:
    has_label = any(key in LABEL_KEYS for key in value)
    if "elementReferenceType" in value or (has_label and "id" in value):
        return label_of(value, place, block.reading)
    if has_label and all(key in LABEL_KEYS for key in value):
        return texts_of(value, place, block.reading)
    if set(value) <= {"type", "id", "nom", "identifier", "state", "adresse", "geolocalisation"} and "id" in value:
        linked = linked_object(Node(value, place, block.reading))
        if linked:
            return linked
    if as_identifier(value.get("id")) is not None and set(value) == {"id"}:
        return as_identifier(value["id"])
    if depth >= _DEEPEST:
        return None
    described = {}
    for key, item in value.items():
        if not _is_told(key):
            continue
        item = _describe(item, (place, key), block, depth + 1)
        if is_said(item):
            described[key] = item
    return described
