"""Builds the ZIP of a project export (JSON V2) and notifies its reader, as the platform does at night."""

import itertools
import json
import secrets
import string
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from tourism.apidae.simulator.dataset import Dataset, Json
from tourism.apidae.simulator.lazy import LazyObjects
from tourism.apidae.simulator.reach import items_of, key_of
from tourism.apidae.simulator.shapes import (
    api_criterion,
    export_commune,
    export_element,
    export_territory,
    links_of,
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
    change: Callable[[Json], Json] = lambda item: item,
) -> int:
    """Writes the ZIP, packet by packet, and returns the number of objects in it.

    Without `modified` it is a full export; with it, a differential one that holds only these objects. Referentials and
    selections are always whole. Objects of at least one selection are primary; the others come as linked, when a
    primary object points at them (without any selection, all are primary). Each object is passed through `change`.
    The same content gives the same bytes.
    """
    gone, gone_linked = set(deleted), set(deleted_linked)
    contents = _Contents(dataset, None if modified is None else set(modified), gone, include_hidden, change)
    with zipfile.ZipFile(path, "w") as archive:
        for name, items in _side_files(dataset, gone, gone_linked):
            _write_list(archive, name, items)
        primary = _write_objects(archive, "objets_modifies/objets_modifies", contents.primary(), grouped=grouped)
        linked = _write_objects(archive, "objets_lies/objets_lies_modifies", contents.linked(), grouped=grouped)
    return primary + linked


@dataclass(frozen=True)
class Content:
    """What a full export of a project holds: a fingerprint of each object, by id."""

    primary: dict[Any, int]
    linked: dict[Any, int]


def content_of(dataset: Dataset) -> Content:
    contents = _Contents(dataset, None, set(), include_hidden=False, change=lambda item: item)
    primary = {item["id"]: hash(_text(item)) for item in contents.primary()}
    return Content(primary, {item["id"]: hash(_text(item)) for item in contents.linked()})


def changes_between(before: Content, after: Content) -> dict[str, list[Any]]:
    """Ids that a differential export has to name, as arguments of `write_export`."""
    old, new = before.linked | before.primary, after.linked | after.primary
    return {
        "modified": [identifier for identifier, mark in new.items() if old.get(identifier) != mark],
        "deleted": [identifier for identifier in before.primary if identifier not in after.primary],
        "deleted_linked": [identifier for identifier in before.linked if identifier not in new],
    }


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


def write_empty_export(path: Path) -> int:
    """Writes a ZIP without any file, and returns its number of objects."""
    with zipfile.ZipFile(path, "w"):
        return 0


class _Contents:
    """Which objects an export holds, one at a time: first those of the selections, then those they point at."""

    def __init__(
        self,
        dataset: Dataset,
        wanted: set[int] | None,
        gone: set[int],
        include_hidden: bool,
        change: Callable[[Json], Json],
    ):
        self._dataset = dataset
        self._wanted = wanted
        self._gone = gone
        self._states = (None, "PUBLISHED", "HIDDEN") if include_hidden else (None, "PUBLISHED")
        self._change = change
        self._pointed: set[Any] = set()

    def primary(self) -> Iterator[Json]:
        for item in self._candidates():
            if not self._served(item):
                continue
            # Written first: in what is left of an object, its links are found four times sooner.
            written = stripped(self._change(item))
            self._pointed.update(link["id"] for link in links_of(written))
            if self._holds(item) and item["id"] not in self._gone:
                yield written

    def linked(self) -> Iterator[Json]:
        """To be read after `primary()`."""
        if not self._dataset.selections:
            return
        known = self._by_id()
        for identifier in sorted(self._pointed - set(self._dataset.selections_of), key=_order_of_ids):
            item = known.get(identifier)
            if item is not None and key_of(item, "state") in self._states and self._holds(item):
                yield stripped(self._change(item))

    def _candidates(self) -> Iterable[Json]:
        """All objects; of a differential export without linked objects, only those that are wanted."""
        selected = self._dataset.selections_of
        if self._wanted is None or self._dataset.selections and not self._wanted <= selected.keys():
            return self._dataset.objects
        known = self._by_id()
        return (known[identifier] for identifier in sorted(self._wanted) if identifier in known)

    def _by_id(self) -> Mapping[Any, Json]:
        """Read anew, unlike `Dataset.object_by_id`: tests replace objects in the list between two exports."""
        objects = self._dataset.objects
        return objects.by_id() if isinstance(objects, LazyObjects) else {item["id"]: item for item in objects}

    def _served(self, item: Json) -> bool:
        selected = not self._dataset.selections or item["id"] in self._dataset.selections_of
        return selected and key_of(item, "state") in self._states

    def _holds(self, item: Json) -> bool:
        return self._wanted is None or item["id"] in self._wanted


def _order_of_ids(identifier: Any) -> tuple[bool, Any]:
    """Numbers first, then whatever else stands as an id in odd data."""
    return (True, str(identifier)) if not isinstance(identifier, int) else (False, identifier)


def _side_files(dataset: Dataset, gone: set[int], gone_linked: set[int]) -> Iterator[tuple[str, Iterable[Any]]]:
    yield "communes.json", map(export_commune, dataset.communes)
    yield "elements_reference.json", map(export_element, dataset.elements_reference)
    yield "criteres_internes.json", (api_criterion(item, dataset) for item in dataset.criteres_internes)
    yield "territoires.json", map(export_territory, dataset.territoires)
    yield "selections.json", (_selection(item, gone | gone_linked) for item in dataset.selections)
    yield "objets_supprimes.json", sorted(gone)
    yield "objets_lies_supprimes.json", sorted(gone_linked)


def _selection(selection: Json, gone: set[int]) -> Json:
    members = [
        {"type": link.get("type"), "id": link.get("id")}
        for link in items_of(selection, "objetsTouristiques")
        if key_of(link, "id") not in gone
    ]
    return {name: selection[name] for name in ("id", "libelle", "nom") if name in selection} | {
        "objetsTouristiques": members
    }


def _write_objects(archive: zipfile.ZipFile, stem: str, objects: Iterator[Json], *, grouped: bool) -> int:
    """Writes one file per packet, or per object; returns how many objects."""
    count = 0
    if grouped:
        packets = iter(lambda: list(itertools.islice(objects, GROUP_SIZE)), [])
        for number, packet in enumerate(packets, start=1):
            _write(archive, f"{stem}-{number}.json", _text(packet))
            count += len(packet)
    else:
        for item in objects:
            _write(archive, f"{stem}-{item['id']}.json", _text(item))
            count += 1
    return count


def _write_list(archive: zipfile.ZipFile, name: str, items: Iterable[Any]) -> None:
    """Writes a JSON list item by item: the communes of a country take more memory than the rest of an export."""
    with archive.open(_member(name), "w") as file:
        file.write(b"[")
        for number, item in enumerate(items):
            file.write((b"," if number else b"") + _text(item))
        file.write(b"]")


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_member(name), content)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _text(value: Any) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:  # broken objects are served too: half of an emoji, integers beyond 64 bits
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
