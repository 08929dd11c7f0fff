"""What the numbers in APIDAE's exports mean: elements of reference and communes. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from tourism.apidae.texts import LABEL_KEYS, clean_line
from tourism.records import LabelJson, PlainTexts

FRANCE = 532  # Pays


class Referential(Protocol):
    """Answers about ids; an unknown id is an empty answer, never an error."""

    # Elements as objects wrote them, with the label that each gave: objects name the same few hundred over and over.
    # These labels are shared between records, which nobody may change.
    elements_met: dict[int, tuple[dict[str, Any], LabelJson]]

    def label(self, element_id: int) -> PlainTexts:
        """Label by language; ``{}`` when the element is unknown."""
        ...

    def family(self, element_id: int) -> str:
        """`elementReferenceType` of an element; '' when unknown."""
        ...

    def commune_code(self, apidae_commune_id: int) -> str | None:
        """INSEE code (five characters) of a commune by APIDAE's own number."""
        ...

    def commune_of_code(self, code: str) -> dict[str, str] | None:
        """``{"name", "postcode", "country"?}`` of a commune by its code; `country` is the number of a foreign one's."""
        ...

    def thing_name(self, external_id: str) -> PlainTexts:
        """Name by language of another object, which an export names by number only; ``{}`` when unknown."""
        ...


class DictReferential:
    """A referential held in memory, from `elements_reference.json` and `communes.json` of an export.

    Inactive elements are kept: objects go on naming them. Entries that are not understood are left out. `names` are
    those of other objects by their id; it may be filled while objects are being read.
    """

    def __init__(
        self,
        elements: Iterable[Any] = (),
        communes: Iterable[Any] = (),
        names: Mapping[str, PlainTexts] | None = None,
    ):
        self.names: dict[str, PlainTexts] = dict(names or {})
        self.elements_met: dict[int, tuple[dict[str, Any], LabelJson]] = {}
        self._labels: dict[int, PlainTexts] = {}
        self._families: dict[int, str] = {}
        self._codes: dict[int, str] = {}
        # (name, postcode, country) by code, in one text: there are all the communes of France.
        self._communes: dict[str, str] = {}
        for element in elements:
            self._add_element(element)
        for commune in communes:
            self._add_commune(commune)

    def label(self, element_id: int) -> PlainTexts:
        return self._labels.get(element_id, {})

    def family(self, element_id: int) -> str:
        return self._families.get(element_id, "")

    def commune_code(self, apidae_commune_id: int) -> str | None:
        return self._codes.get(apidae_commune_id)

    def commune_of_code(self, code: str) -> dict[str, str] | None:
        if code not in self._communes:
            return None
        name, postcode, country = self._communes[code].split("\t")
        return {"name": name, "postcode": postcode} | ({"country": country} if country else {})

    def thing_name(self, external_id: str) -> PlainTexts:
        return self.names.get(external_id, {})

    def _add_element(self, element: Any) -> None:
        if not isinstance(element, Mapping) or not isinstance(element.get("id"), int):
            return
        self._labels[element["id"]] = element_label(element)
        family = element.get("elementReferenceType")
        self._families[element["id"]] = family if isinstance(family, str) else ""

    def _add_commune(self, commune: Any) -> None:
        if not isinstance(commune, Mapping) or not isinstance(commune.get("id"), int):
            return
        code, name, postcode = (commune.get(key) for key in ("code", "nom", "codePostal"))
        if isinstance(code, str) and isinstance(name, str):
            country = commune.get("pays")
            number = country.get("id") if isinstance(country, Mapping) else None
            abroad = str(number) if isinstance(number, int) and number != FRANCE else ""
            self._codes[commune["id"]] = code
            self._communes[code] = "\t".join(
                (clean_line(name), clean_line(postcode) if isinstance(postcode, str) else "", abroad)
            )


def element_label(element: Mapping[str, Any]) -> PlainTexts:
    """Label of an element in every language it has."""
    label = {}
    for key, text in element.items():
        language = LABEL_KEYS.get(key)
        if language and isinstance(text, str) and (text := clean_line(text)):
            label[language] = text
    return label
