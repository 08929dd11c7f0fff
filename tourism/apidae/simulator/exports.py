"""Builds the ZIP of a project export (JSON V2) and notifies its reader, as the platform does at night."""

import json
import secrets
import string
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tourism.apidae.simulator.dataset import Dataset, Json
from tourism.apidae.simulator.reach import items_of, key_of
from tourism.apidae.simulator.shapes import (
    api_criterion,
    export_commune,
    export_element,
    export_territory,
    is_link,
    stripped,
)

GROUP_SIZE = 50
_HASH_CHARACTERS = string.ascii_letters + string.digits


@dataclass
class Export:
    """One export: where it is, what it says of itself, and what happened to it."""

    stem: str
    path: Path
    reset: bool
    one_off: bool
    object_count: int
    notified: list[str] = field(default_factory=list)
    confirmed: bool = False


def export_stem(project_id: int, moment: datetime) -> str:
    """`<projetId>_<yyyymmdd-hhmm>_<6 alphanumerics>`, also the hash of the confirmation."""
    return f"{project_id}_{moment:%Y%m%d-%H%M}_{''.join(secrets.choice(_HASH_CHARACTERS) for _ in range(6))}"


def write_export(
    dataset: Dataset,
    path: Path,
    *,
    grouped: bool = True,
    modified: Iterable[int] | None = None,
    deleted: Iterable[int] = (),
    deleted_linked: Iterable[int] = (),
    include_hidden: bool = False,
) -> int:
    """Writes the ZIP and returns the number of objects in it.

    Without `modified` it is a full export; with it, a differential one that holds only these objects. Referentials and
    selections are always whole. Objects of at least one selection are primary; the others come as linked, when a
    primary object points at them (without any selection, all are primary).
    """
    primary, linked = _split(dataset, include_hidden=include_hidden)
    if modified is not None:
        wanted = set(modified)
        primary = [item for item in primary if item["id"] in wanted]
        linked = [item for item in linked if item["id"] in wanted]
    gone = set(deleted)
    primary = [item for item in primary if item["id"] not in gone]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in _side_files(dataset, gone, deleted_linked):
            archive.writestr(name, _text(value))
        for name, value in _object_files("objets_modifies/objets_modifies", primary, grouped=grouped):
            archive.writestr(name, _text(value))
        for name, value in _object_files("objets_lies/objets_lies_modifies", linked, grouped=grouped):
            archive.writestr(name, _text(value))
    return len(primary) + len(linked)


def notify(
    url: str,
    *,
    project_id: int,
    success: bool,
    one_off: bool,
    reset: bool,
    retrieval_url: str,
    confirmation_url: str,
    timeout: float = 10,
) -> str:
    """POSTs the end of an export to its reader, form-encoded; returns the HTTP status or the failure, as text."""
    form = {
        "projetId": project_id,
        "statut": "SUCCESS" if success else "ERROR",
        "ponctuel": _lower(one_off),
        "reinitialisation": _lower(reset),
        "urlRecuperation": retrieval_url,
        "urlConfirmation": confirmation_url,
    }
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        return "Not an HTTP address"
    request = urllib.request.Request(url, data=urllib.parse.urlencode(form).encode(), method="POST")  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
            return str(answer.status)
    except urllib.error.HTTPError as error:
        return str(error.code)
    except OSError as error:
        return str(error)


def _lower(value: bool) -> str:
    return "true" if value else "false"


def _split(dataset: Dataset, *, include_hidden: bool) -> tuple[list[Json], list[Json]]:
    states = (None, "PUBLISHED", "HIDDEN") if include_hidden else (None, "PUBLISHED")
    served = [item for item in dataset.objects if key_of(item, "state") in states]
    if not dataset.selections:
        return served, []
    selected = dataset.selections_of
    primary = [item for item in served if item["id"] in selected]
    pointed = {link["id"] for item in primary for link in _links(item)}
    return primary, [item for item in served if item["id"] in pointed and item["id"] not in selected]


def _links(item: Json) -> Iterator[Json]:
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


def _side_files(
    dataset: Dataset, deleted: Iterable[int], deleted_linked: Iterable[int]
) -> Iterator[tuple[str, list[Any]]]:
    gone = set(deleted) | set(deleted_linked)
    yield "communes.json", [export_commune(item) for item in dataset.communes]
    yield "elements_reference.json", [export_element(item) for item in dataset.elements_reference]
    yield "criteres_internes.json", [api_criterion(item, dataset) for item in dataset.criteres_internes]
    yield "territoires.json", [export_territory(item) for item in dataset.territoires]
    yield "selections.json", [_selection(item, gone) for item in dataset.selections]
    yield "objets_supprimes.json", sorted(deleted)
    yield "objets_lies_supprimes.json", sorted(deleted_linked)


def _selection(selection: Json, gone: set[int]) -> Json:
    members = [
        {"type": link.get("type"), "id": link.get("id")}
        for link in items_of(selection, "objetsTouristiques")
        if key_of(link, "id") not in gone
    ]
    return {name: selection[name] for name in ("id", "libelle", "nom") if name in selection} | {
        "objetsTouristiques": members
    }


def _object_files(stem: str, objects: list[Json], *, grouped: bool) -> Iterator[tuple[str, Any]]:
    if grouped:
        for start in range(0, len(objects), GROUP_SIZE):
            group = objects[start : start + GROUP_SIZE]
            yield f"{stem}-{start // GROUP_SIZE + 1}.json", [stripped(item) for item in group]
    else:
        for item in objects:
            yield f"{stem}-{item['id']}.json", stripped(item)


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
