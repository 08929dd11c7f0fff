"""Reads JSON that should have APIDAE's shape and may have any other.

A `Node` never raises: what has another type than expected becomes a remark in French and counts as absent. Remarks are
shared by all nodes of one object through its `Reading`.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tourism.apidae.mapping.referential import Referential, element_label
from tourism.apidae.texts import LABEL_KEYS, clean_line, clean_text, has_markup
from tourism.records import LabelJson, PlainTexts

_MOST_REMARKS = 40
_MOST_ITEMS = 1_000
_LARGEST_ID = 10**18 - 1
_DIGITS = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
_PARIS = ZoneInfo("Europe/Paris")
_EMPTY: Mapping[str, Any] = {}


@dataclass
class Reading:
    """The reading of one object: what its numbers mean, and what was not understood."""

    referential: Referential
    remarks: list[str] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def remark(self, sentence: str) -> None:
        """Keep a sentence once; past 40 of them one more says that there are others."""
        if sentence in self._known or len(self.remarks) > _MOST_REMARKS:
            return
        self._known.add(sentence)
        if len(self.remarks) == _MOST_REMARKS:
            sentence = "D’autres parties de la fiche n’ont pas été comprises."
        self.remarks.append(sentence)


class Node:
    """A JSON object found at `path`, dotted, '' for the root."""

    __slots__ = ("path", "reading", "value")

    def __init__(self, value: Any, path: str, reading: Reading):
        self.reading = reading
        self.path = path
        self.value: Mapping[str, Any] = value if isinstance(value, dict) else _EMPTY
        if value is not None and not isinstance(value, dict):
            self._wrong(path, "un objet", value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __contains__(self, key: str) -> bool:
        return self.value.get(key) is not None

    def raw(self, key: str) -> Any:
        """The value as it came."""
        return self.value.get(key)

    def at(self, key: str) -> str:
        """The path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def remark(self, sentence: str) -> None:
        self.reading.remark(sentence)

    def node(self, key: str) -> "Node":
        """The object at a key; an empty one when there is none."""
        return Node(self.value.get(key), self.at(key), self.reading)

    def items(self, key: str) -> list[Any]:
        """The list at a key, without its nulls."""
        value = self.value.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(self.at(key), "une liste", value)
            return []
        if len(value) > _MOST_ITEMS:
            self.remark(f"{self.at(key)} : {len(value)} éléments, les {_MOST_ITEMS} premiers sont lus.")
        return [item for item in value[:_MOST_ITEMS] if item is not None]

    def nodes(self, key: str) -> Iterator["Node"]:
        """The objects of the list at a key."""
        path = f"{self.at(key)}[]"
        for item in self.items(key):
            node = Node(item, path, self.reading)
            if node:
                yield node

    def line(self, key: str, *, longest: int = 300) -> str:
        """Text on one line; '' when there is none."""
        value = self.value.get(key)
        if value is None:
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value) if abs(value) < 1e15 else ""
        if not isinstance(value, str):
            self._wrong(self.at(key), "un texte", value)
            return ""
        text = clean_line(value)
        if len(text) > longest:
            self.remark(f"{self.at(key)} : texte de {len(text)} caractères, coupé à {longest}.")
            text = text[: longest - 1].rstrip() + "…"
        return text

    def texts(self, key: str, *, one_line: bool = False) -> PlainTexts:
        """Text by language, each cleaned; ``{}`` when there is none."""
        return texts_of(self.value.get(key), self.at(key), self.reading, one_line=one_line)

    def number(self, key: str, lowest: float, highest: float, unit: str = "") -> float | None:
        """A finite number between two bounds; numbers written as text are read."""
        value = self.value.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
            value = float(value.strip().replace(",", "."))
        if isinstance(value, bool) or not isinstance(value, int | float) or not _finite(value):
            self._wrong(self.at(key), "un nombre", value)
            return None
        if not lowest <= value <= highest:
            shown = f"{quoted(value)} {unit}".strip()
            self.remark(f"{self.at(key)} : {shown} n’est pas vraisemblable, la valeur est ignorée.")
            return None
        return value

    def integer(self, key: str, lowest: int, highest: int, unit: str = "") -> int | None:
        """`number`, rounded."""
        value = self.number(key, lowest, highest, unit)
        return None if value is None else round(value)

    def identifier(self, key: str = "id") -> int | None:
        """An id of APIDAE: a positive number of at most 18 digits, perhaps written as text."""
        value = self.value.get(key)
        if value is None:
            return None
        number = as_identifier(value)
        if number is None:
            self._wrong(self.at(key), "un identifiant", value)
        return number

    def flag(self, key: str) -> bool | None:
        """True or False; None when it is not said."""
        value = self.value.get(key)
        if value is None or isinstance(value, bool):
            return value
        if value in ("true", "false"):
            return value == "true"
        self._wrong(self.at(key), "vrai ou faux", value)
        return None

    def choice(self, key: str, known: Mapping[str, Any]) -> Any:
        """What `known` says of the word at a key; None when there is none or when it is unknown."""
        value = self.value.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, str) and value in known:
            return known[value]
        self.remark(f"{self.at(key)} : la valeur {quoted(value)} est inconnue.")
        return None

    def day(self, key: str) -> str:
        """A date as ``YYYY-MM-DD``; of a date-time with an offset, its day in Paris. '' when there is none."""
        value = self.value.get(key)
        if value is None or value == "":
            return ""
        day = as_day(value)
        if not day:
            self.remark(f"{self.at(key)} : la date {quoted(value)} n’est pas lisible.")
        return day

    def label(self, key: str) -> LabelJson | None:
        """The element of reference at a key."""
        value = self.value.get(key)
        return None if value is None else label_of(value, self.at(key), self.reading)

    def labels(self, *keys: str) -> list[LabelJson]:
        """The elements of reference at these keys, single ones and lists, in order, each once."""
        found: dict[Any, LabelJson] = {}
        for key in keys:
            value = self.value.get(key)
            values = [value] if isinstance(value, dict) else self.items(key)
            for item in values:
                label = label_of(item, self.at(key), self.reading)
                if label:
                    found.setdefault(label["id"], label)
        return list(found.values())

    def element_ids(self, *keys: str) -> list[int]:
        """Ids of the elements of reference at these keys, labelled or not."""
        ids = []
        for key in keys:
            value = self.value.get(key)
            for item in [value] if isinstance(value, dict) else value if isinstance(value, list) else []:
                identifier = as_identifier(item.get("id")) if isinstance(item, dict) else None
                if identifier is not None:
                    ids.append(identifier)
        return ids

    def _wrong(self, path: str, expected: str, value: Any) -> None:
        _remark_wrong(self.reading, path, expected, value)


def quoted(value: Any) -> str:
    """A value as an editor may read it in a sentence: short, in guillemets; the nature of what is too big."""
    if isinstance(value, dict):
        return "un objet"
    if isinstance(value, list):
        return "une liste"
    if isinstance(value, int) and abs(value) >= 10**18:
        return "un nombre démesuré"
    text = clean_line(str(value)[:200])
    return f"« {text[:60]}{'…' if len(text) > 60 else ''} »"


def as_identifier(value: Any) -> int | None:
    """An id of APIDAE, or None."""
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LARGEST_ID:
        return value
    return None


def as_day(value: Any) -> str:
    """``YYYY-MM-DD`` of a date or date-time, the day in Paris when an offset is given; '' when unreadable."""
    if not isinstance(value, str):
        return ""
    try:
        if len(value) > 10:
            moment = datetime.fromisoformat(value)
            return (moment.astimezone(_PARIS) if moment.tzinfo else moment).date().isoformat()
        match = _DAY.fullmatch(value)
        return date.fromisoformat(match[1]).isoformat() if match else ""
    except (ValueError, OverflowError):
        return ""


def as_moment(value: Any) -> str | None:
    """ISO 8601 with an offset of APIDAE's ``2017-09-07T13:03:05.866+0000``; without an offset it is UTC."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return None


def label_of(value: Any, path: str, reading: Reading) -> LabelJson | None:
    """An element of reference as a label: its own texts over the referential's. Unknown ones become a remark."""
    element = Node(value, path, reading)
    identifier = element.identifier()
    if identifier is None:
        if element and "id" not in element:
            reading.remark(f"{path} : un élément de référence sans numéro est ignoré.")
        return None
    texts = reading.referential.label(identifier) | element_label(element.value)
    if not texts:
        reading.remark(f"Élément de référence inconnu : {identifier}")
        return None
    family = element.raw("elementReferenceType")
    if not isinstance(family, str) or not family.isidentifier():
        family = reading.referential.family(identifier)
    return {"id": identifier, "family": family[:80], "label": texts}


def texts_of(value: Any, path: str, reading: Reading, *, one_line: bool = False) -> PlainTexts:
    """Text by language of a ``{"libelleFr": …}``, each cleaned."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        _remark_wrong(reading, path, "un texte par langue", value)
        return {}
    texts: PlainTexts = {}
    for key, text in value.items():
        language = LABEL_KEYS.get(key)
        if language is None or text is None:
            continue
        if not isinstance(text, str):
            _remark_wrong(reading, f"{path}.{key}", "un texte", text)
            continue
        if has_markup(text):
            reading.remark(f"{path}.{key} : des balises HTML ont été retirées.")
        text = clean_line(text) if one_line else clean_text(text)
        if text:
            texts[language] = text
    return texts


def _remark_wrong(reading: Reading, path: str, expected: str, value: Any) -> None:
    reading.remark(f"{path or 'La fiche'} : {expected} est attendu, {quoted(value)} est ignoré.")


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
