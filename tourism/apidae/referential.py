"""The referential of exports, kept in the database: a differential may come without the files that explain its
numbers. And the selections of the project, by either interface."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from tourism.actions import Listed, keep_referential, keep_selections
from tourism.apidae.archive import ExportArchive
from tourism.apidae.client import ApidaeClient
from tourism.apidae.mapping.referential import DictReferential, element_label
from tourism.apidae.texts import LABEL_KEYS, clean_line
from tourism.models import ReferenceCommune, ReferenceElement

_KEY_OF_LANGUAGE = {language: key for key, language in LABEL_KEYS.items()}


def learn_referential(export: ExportArchive) -> None:
    """Keep what an export says of elements and communes."""
    keep_referential(elements=_elements(export.elements()), communes=_communes(export.communes()))


def learn_selections(export: ExportArchive, *, source: str) -> None:
    """Keep the selections of an export, which is always the whole list. Raises ExportError when it is broken."""
    if export.has("selections.json"):
        keep_selections(source=source, selections=_selections(export))


def _selections(export: ExportArchive) -> Iterator[Listed]:
    for selection in export.selections():
        number = _number(selection)
        members = selection.get("objetsTouristiques")
        if number is not None:
            held = (_number(item) for item in (members if isinstance(members, list) else ()))
            yield _selection(number, selection, (member for member in held if member))


def learn_selections_from_api(client: ApidaeClient, *, source: str) -> None:
    """Keep the selections of the project with their members: a request for the list, then one for each selection and
    each two hundred of its objects.

    A project is made of selections: an answer without any says that something is wrong there, and what we have stays.
    Raises ApidaeError, before anything is written.
    """
    numbered = {number: selection for selection in client.selections() if (number := _number(selection)) is not None}
    # All of them before the first is kept: no network while a transaction is open.
    selections = [
        _selection(number, selection, client.identifiers({"selectionIds": [number]}))
        for number, selection in numbered.items()
    ]
    if selections:
        keep_selections(source=source, selections=selections)


def _selection(number: int, selection: dict[str, Any], members: Iterable[Any]) -> Listed:
    label, name = selection.get("libelle"), selection.get("nom")
    labels = element_label(label) if isinstance(label, dict) else {}
    shown = clean_line(name) if isinstance(name, str) else labels.get("fr", str(number))
    return str(number), shown, labels, {str(member) for member in members}


def kept_referential() -> DictReferential:
    """All that we know of elements and communes."""
    return DictReferential(_kept_elements(), _kept_communes())


def referential_with(export: ExportArchive) -> DictReferential:
    """All that we know of elements and communes, and what an export says of them, without keeping it."""
    return DictReferential(chain(_kept_elements(), export.elements()), chain(_kept_communes(), export.communes()))


def referential_signature() -> str:
    """Hash of the labels of all elements: when one changes, the objects are mapped again. '' when there are none."""
    digest = hashlib.sha256()
    known = False
    for element in ReferenceElement.objects.order_by("pk").values_list("pk", "family", "labels").iterator():
        known = True
        digest.update(repr(element).encode())
    return digest.hexdigest()[:16] if known else ""


def _kept_elements() -> Iterator[dict[str, Any]]:
    for element in ReferenceElement.objects.values("id", "family", "labels").iterator():
        labels = {_KEY_OF_LANGUAGE[language]: text for language, text in element["labels"].items()}
        yield {"id": element["id"], "elementReferenceType": element["family"], **labels}


def _kept_communes() -> Iterator[dict[str, Any]]:
    for commune in ReferenceCommune.objects.values("id", "code", "name", "postcode", "country_id").iterator():
        country = {"pays": {"id": commune["country_id"]}} if commune["country_id"] else {}
        named = {"id": commune["id"], "code": commune["code"], "nom": commune["name"]}
        yield named | {"codePostal": commune["postcode"]} | country


def _number(value: Any) -> int | None:
    number = value.get("id") if isinstance(value, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _elements(elements: Iterable[dict[str, Any]]) -> Iterator[ReferenceElement]:
    for element in elements:
        number = _number(element)
        family = element.get("elementReferenceType")
        if number is not None:
            yield ReferenceElement(
                id=number,
                family=family[:80] if isinstance(family, str) else "",
                labels=element_label(element),
                parent_id=_number(element.get("parent")),
                active=element.get("actif") is not False,
            )


def _communes(communes: Iterable[dict[str, Any]]) -> Iterator[ReferenceCommune]:
    for commune in communes:
        number = _number(commune)
        code, name, postcode = (commune.get(key) for key in ("code", "nom", "codePostal"))
        if number is not None and isinstance(code, str) and isinstance(name, str):
            yield ReferenceCommune(
                id=number,
                code=code[:20],
                name=clean_line(name)[:200],
                postcode=postcode[:20] if isinstance(postcode, str) else "",
                country_id=_number(commune.get("pays")),
            )
