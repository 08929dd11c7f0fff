"""Files of DATAtourisme: JSON-LD, alone or thousands in a zip. Pure."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from agenda.sources.feeds.told import Told
from tourism.apidae.untrusted_json import JsonError, parse_json
from tourism.schedule.linked_data import local_name, types_of

MOST_BYTES = 100_000_000
MOST_FILES, MOST_INFLATED, LARGEST_FILE = 100_000, 500_000_000, 50_000_000
_EVENT_CLASSES = frozenset({"EntertainmentAndEvent", "Event"})
# Of the platform's own passes.
_DROPPED = ("lastUpdateDatatourisme",)
# How zipfile and its decoders say that an archive is cut, damaged, encrypted, or of a kind that they do not know.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, OSError, ValueError,
)  # fmt: skip


class LinkedDataError(ValueError):
    """A file that is not DATAtourisme's; the message is a French sentence."""


def linked_events(data: bytes) -> Iterator[Told]:
    """The events of a file; its other objects are passed over. Raises LinkedDataError."""
    for name, content in _files(data):
        try:
            value = parse_json(content)
        except JsonError:
            problem = f"{name} : le fichier n’est pas du JSON."
            if not name:
                raise LinkedDataError("Le fichier n’est pas du JSON-LD.") from None
            yield Told("", {"problem": problem, "line": name}, problem=problem)
            continue
        for node in _objects(value):
            if _EVENT_CLASSES.intersection(types_of(node)):
                kept = {key: said for key, said in node.items() if key.split(":")[-1] not in _DROPPED}
                yield Told(local_name(node) or local_name(node.get("uuid")) or "", kept)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and isinstance(value.get("@graph"), list):
        value = value["@graph"]
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item


def _files(data: bytes) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each JSON file; the name of a file that is alone is ''."""
    if not data.startswith(b"PK"):
        yield "", data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith((".json", ".jsonld"))]
            if len(parts) > MOST_FILES or sum(part.file_size for part in parts) > MOST_INFLATED:
                raise LinkedDataError("L’archive est démesurée : elle n’est pas lue.")
            for part in parts:
                # The list of the others, and their context.
                if part.filename.rsplit("/", 1)[-1] in ("index.json", "context.jsonld"):
                    continue
                with archive.open(part) as file:
                    content = file.read(LARGEST_FILE + 1)
                if len(content) > LARGEST_FILE:
                    raise LinkedDataError("Un fichier de l’archive est démesuré : elle n’est pas lue.")
                yield part.filename, content
    except LinkedDataError:
        raise
    except _UNREADABLE as error:
        raise LinkedDataError("L’archive est abîmée ou protégée : elle n’est pas lisible.") from error
