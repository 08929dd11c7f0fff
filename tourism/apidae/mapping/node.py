"""Reads JSON that should have APIDAE's shape and may have any other.

A `Node` never raises: what has another type than expected becomes a remark in French and counts as absent. Remarks are
shared by all nodes of one object through its `Reading`. Objects have hundreds of nodes and hardly a remark, so that a
place in the object is only spelled out (`spelled`) when something is said about it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tourism.apidae.mapping.referential import Referential, element_label
from tourism.apidae.mapping.scalars import as_day, as_identifier, is_finite, quoted
from tourism.apidae.texts import LABEL_KEYS, clean_line, clean_text, has_markup, is_clean
from tourism.records import LabelJson, PlainTexts

_MOST_REMARKS = 40
_MOST_ITEMS = 1_000
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
_EMPTY: dict[str, Any] = {}
_MOST_ELEMENTS = 20_000
# APIDAE's numbers have four or five digits; clients of ours read them as integers of 32 bits.
LARGEST_ELEMENT = 2**31 - 1

# A place in an object: None is the object itself, else the place above and the key; "[]" is the items of a list.
Place = tuple[Any, str] | None


def spelled(place: Place) -> str:
    """A place as people write it: ``ouverture.periodesOuvertures[].dateDebut``, '' for the object itself."""
    keys = []
    while place is not None:
        place, key = place
        keys.append(key if key == "[]" or place is None else f".{key}")
    return "".join(reversed(keys))


@dataclass
class Reading:
    """The reading of one object: what its numbers mean, and what was not understood."""

    referential: Referential
    remarks: list[str] = field(default_factory=list)
    # Names by language of the linked objects that the object itself names.
    names: dict[str, PlainTexts] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)

    def name_of(self, external_id: str) -> str:
        """Name of a linked object, French first: as the object writes it, else as others know it; '' when unknown."""
        names = self.names.get(external_id) or self.referential.thing_name(external_id)
        return names.get("fr") or next(iter(names.values()), "")

    def remark(self, sentence: str) -> None:
        """Keep a sentence once; past 40 of them one more says that there are others."""
        if sentence in self._known or len(self.remarks) > _MOST_REMARKS:
            return
        self._known.add(sentence)
        if len(self.remarks) == _MOST_REMARKS:
            sentence = "D’autres parties de la fiche n’ont pas été comprises."
        self.remarks.append(sentence)


class Node:
    """A JSON object found at a place."""

    __slots__ = ("place", "reading", "value")

    def __init__(self, value: Any, place: Place, reading: Reading):
        self.reading = reading
        self.place = place
        if isinstance(value, dict):
            self.value: dict[str, Any] = value
        else:
            self.value = _EMPTY
            if value is not None:
                _remark_wrong(reading, place, "un objet", value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __contains__(self, key: str) -> bool:
        return self.value.get(key) is not None

    @property
    def path(self) -> str:
        """The place, spelled out."""
        return spelled(self.place)

    def raw(self, key: str) -> Any:
        """The value as it came."""
        return self.value.get(key)

    def at(self, key: str) -> str:
        """The place of a key, spelled out."""
        return spelled((self.place, key))

    def remark(self, sentence: str) -> None:
        self.reading.remark(sentence)

    def node(self, key: str) -> "Node":
        """The object at a key; an empty one when there is none."""
        value = self.value.get(key)
        return Node(value, None if value is None else (self.place, key), self.reading)

    def items(self, key: str) -> list[Any]:
        """The list at a key, without its nulls."""
        value = self.value.get(key)
        if not value and (value is None or isinstance(value, list)):
            return []
        if not isinstance(value, list):
            self._wrong(key, "une liste", value)
            return []
        if len(value) > _MOST_ITEMS:
            self.remark(f"{self.at(key)} : {len(value)} éléments, les {_MOST_ITEMS} premiers sont lus.")
            value = value[:_MOST_ITEMS]
        return [item for item in value if item is not None]

    def nodes(self, key: str) -> list["Node"]:
        """The objects of the list at a key."""
        items = self.items(key)
        if not items:
            return []
        place = ((self.place, key), "[]")
        return [node for item in items if (node := Node(item, place, self.reading))]

    def line(self, key: str, *, longest: int = 300) -> str:
        """Text on one line; '' when there is none."""
        value = self.value.get(key)
        if value is None:
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value) if abs(value) < 1e15 else ""
        if not isinstance(value, str):
            self._wrong(key, "un texte", value)
            return ""
        text = clean_line(value)
        if len(text) > longest:
            self.remark(f"{self.at(key)} : texte de {len(text)} caractères, coupé à {longest}.")
            text = text[: longest - 1].rstrip() + "…"
        return text

    def texts(self, key: str, *, one_line: bool = False) -> PlainTexts:
        """Text by language, each cleaned; ``{}`` when there is none."""
        value = self.value.get(key)
        return texts_of(value, (self.place, key), self.reading, one_line=one_line) if value is not None else {}

    def number(self, key: str, lowest: float, highest: float, unit: str = "") -> float | None:
        """A finite number between two bounds; numbers written as text are read."""
        value = self.value.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
            value = float(value.strip().replace(",", "."))
        if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
            self._wrong(key, "un nombre", value)
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
            self._wrong(key, "un identifiant", value)
        return number

    def flag(self, key: str) -> bool | None:
        """True or False; None when it is not said."""
        value = self.value.get(key)
        if value is None or isinstance(value, bool):
            return value
        if value in ("true", "false"):
            return value == "true"
        self._wrong(key, "vrai ou faux", value)
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
        return None if value is None else label_of(value, (self.place, key), self.reading)

    def labels(self, *keys: str) -> list[LabelJson]:
        """The elements of reference at these keys, single ones and lists, in order, each once."""
        found: dict[Any, LabelJson] = {}
        for key in keys:
            value = self.value.get(key)
            if value is None:
                continue
            for item in [value] if isinstance(value, dict) else self.items(key):
                label = label_of(item, (self.place, key), self.reading)
                if label:
                    found.setdefault(label["id"] or tuple(label["label"].items()), label)
        return list(found.values())

    def element_ids(self, *keys: str) -> list[int]:
        """Ids of the elements of reference at these keys, labelled or not."""
        ids = []
        for key in keys:
            value = self.value.get(key)
            if value is None:
                continue
            for item in [value] if isinstance(value, dict) else value if isinstance(value, list) else []:
                identifier = as_identifier(item.get("id")) if isinstance(item, dict) else None
                if identifier is not None:
                    ids.append(identifier)
        return ids

    def _wrong(self, key: str, expected: str, value: Any) -> None:
        _remark_wrong(self.reading, (self.place, key), expected, value)


def label_of(value: Any, place: Place, reading: Reading) -> LabelJson | None:
    """An element of reference as a label: its own texts over the referential's. Unknown ones become a remark; of one
    with a number that cannot be an element's, the words are kept without it.

    The label is shared with every other record that names the same element.
    """
    identifier = value.get("id") if isinstance(value, dict) else None
    referential = reading.referential
    if type(identifier) is int:
        met = referential.elements_met.get(identifier)
        if met is not None and met[0] == value:
            return met[1]
    element = Node(value, place, reading)
    identifier = element.identifier()
    if identifier is None:
        if element and "id" not in element:
            reading.remark(f"{spelled(place)} : un élément de référence sans numéro est ignoré.")
        return None
    is_apidae = identifier <= LARGEST_ELEMENT
    if not is_apidae:
        reading.remark(
            f"{spelled(place)} : le numéro {quoted(identifier)} ne peut pas être celui d’un élément de référence."
        )
    texts = (referential.label(identifier) if is_apidae else {}) | element_label(element.value)
    if not texts:
        if is_apidae:
            reading.remark(f"Élément de référence inconnu : {identifier}")
        return None
    family = element.raw("elementReferenceType")
    if not isinstance(family, str) or not family.isidentifier():
        family = referential.family(identifier)
    label = {"id": identifier if is_apidae else None, "family": family[:80], "label": texts}
    if is_apidae and len(referential.elements_met) < _MOST_ELEMENTS and _is_shallow(element.value):
        referential.elements_met[identifier] = (element.value, label)
    return label


def _is_shallow(element: dict[str, Any]) -> bool:
    """Whether an element has the depth of APIDAE's, so that comparing it to another is nothing."""
    inner = [value for value in element.values() if isinstance(value, dict | list)]
    return not any(
        isinstance(item, dict | list)
        for value in inner
        for item in (value.values() if isinstance(value, dict) else value)
    )


def texts_of(value: Any, place: Place, reading: Reading, *, one_line: bool = False) -> PlainTexts:
    """Text by language of a ``{"libelleFr": …}``, each cleaned."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        _remark_wrong(reading, place, "un texte par langue", value)
        return {}
    texts: PlainTexts = {}
    for key, text in value.items():
        language = LABEL_KEYS.get(key)
        if language is None or text is None:
            continue
        if not isinstance(text, str):
            _remark_wrong(reading, (place, key), "un texte", text)
            continue
        if is_clean(text):
            text = " ".join(text.split()) if one_line else text.strip()
        else:
            if has_markup(text):
                reading.remark(f"{spelled((place, key))} : des balises HTML ont été retirées.")
            text = clean_line(text) if one_line else clean_text(text)
        if text:
            texts[language] = text
    return texts


def _remark_wrong(reading: Reading, place: Place, expected: str, value: Any) -> None:
    reading.remark(f"{spelled(place) or 'La fiche'} : {expected} est attendu, {quoted(value)} est ignoré.")
