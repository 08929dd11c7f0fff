"""Elements of APIDAE's referential used by the demonstration: real ids, labels of our own in six languages.

Ids are unique over all families, so an element is named by its id alone.
"""

from functools import cache

from tourism.apidae.demonstration.references.events import EVENTS
from tourism.apidae.demonstration.references.places import PLACES
from tourism.apidae.demonstration.references.shared import SHARED

_LANGUAGES = ("Fr", "En", "It", "De", "Es", "Nl")


def _labels(fields: list[str]) -> dict[str, str]:
    return {f"libelle{language}": label for language, label in zip(_LANGUAGES, fields, strict=True)}


@cache
def _elements() -> dict[int, dict]:
    elements: dict[int, dict] = {}
    for family, table in (SHARED | EVENTS | PLACES).items():
        for order, line in enumerate(table.strip().splitlines(), start=1):
            identifier, *fields = line.split("|")
            element = {"elementReferenceType": family, "id": int(identifier), **_labels(fields[:6]), "ordre": order}
            if len(fields) == 7:
                element["parent"] = {"elementReferenceType": family, "id": int(fields[6])}
            if int(identifier) in elements:
                raise ValueError(f"element {identifier} is listed twice")
            elements[int(identifier)] = element
    return elements


def element(identifier: int) -> dict:
    """A reference element as API v002 inlines it: type, id, labels in six languages, order. Raises KeyError."""
    return dict(_elements()[identifier])


def all_elements() -> list[dict]:
    """Every element known here, with `actif`, as `elements_reference.json` lists them."""
    return [element | {"actif": True} for element in _elements().values()]
