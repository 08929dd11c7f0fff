"""Reads an APIDAE project export (JSON V2), from its ZIP or from the folder it was unpacked into.

The ZIP comes from the outside, so nothing in it is believed: names, sizes, encodings and JSON are checked, and nothing
is ever extracted to disk. Files are read one at a time: the memory used is that of the largest file of objects (50 of
them when the project groups), whatever the size of the export.
"""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, Self

from tourism.apidae.objects import payloads_in
from tourism.apidae.untrusted_json import JsonError, iterate_json_array

_PRIMARY = re.compile(r"(?:^|/)objets_modifies[^/]*(?:/[^/]+)?\.json$", re.IGNORECASE)
_LINKED = re.compile(r"(?:^|/)objets_lies(?:_modifies[^/]*\.json|/[^/]+\.json)$", re.IGNORECASE)
_NOT_DATA = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.)")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)

SIDE_FILES = (
    "communes.json",
    "elements_reference.json",
    "criteres_internes.json",
    "territoires.json",
    "selections.json",
    "objets_supprimes.json",
    "objets_lies_supprimes.json",
)


class ExportError(Exception):
    """The export cannot be trusted or read as a whole. `str()` is a French sentence for the import report."""


@dataclass(frozen=True)
class ExportLimits:
    """Above these an archive is refused. Sizes in bytes, uncompressed."""

    total_size: int = 4_000_000_000
    file_size: int = 256_000_000
    object_file_size: int = 64_000_000
    # JSON of exports compresses 8 to 15 times; a bomb, 1000 times.
    ratio: int = 200
    ratio_applies_above: int = 1_000_000
    files: int = 500_000


@dataclass(frozen=True)
class ObjectFile:
    """A file of objects: its `content`, or the `problem` that prevented reading it."""

    name: str
    linked: bool
    content: bytes | None
    problem: str | None = None


@dataclass(frozen=True)
class FileProblem:
    """What was wrong with a file that is not a file of objects."""

    origin: str
    sentence: str


class ExportArchive:
    """`with ExportArchive(path) as export: for file in export.object_files(): …`

    Every file is optional. What the readers do with a broken file depends on what would be lost:

    * `object_files()` yields an `ObjectFile` with a `problem` and goes on with the next one;
    * `elements()`, `communes()`, `criteria()` and `territories()` yield what precedes the fault and add a
      `FileProblem` to `problems`;
    * `selections()`, `deleted_ids()` and `deleted_linked_ids()` raise `ExportError`, because half a list of members
      or of deletions must not look like the whole.
    """

    def __init__(self, path: str | Path, *, limits: ExportLimits | None = None):
        self.path = Path(path)
        self.limits = limits or ExportLimits()
        self.problems: list[FileProblem] = []
        self._zip: zipfile.ZipFile | None = None
        self._names: list[str] = []
        self._primary: list[str] = []
        self._linked: list[str] = []
        self._side: dict[str, str] = {}

    def __enter__(self) -> Self:
        if self.path.is_dir():
            self._names = self._names_in_folder()
        else:
            self._zip = self._open_zip()
            self._names = self._names_in_zip(self._zip)
        self._classify()
        return self

    def __exit__(self, *error: object) -> None:
        if self._zip:
            self._zip.close()

    # What an export says

    def has(self, file_name: str) -> bool:
        """Whether the side file of that name (one of `SIDE_FILES`) is in the export."""
        return file_name in self._side

    def elements(self) -> Iterator[dict[str, Any]]:
        """`{elementReferenceType, id, libelleFr…, ordre, actif, …}`, the whole referential."""
        return self._tolerant("elements_reference.json")

    def communes(self) -> Iterator[dict[str, Any]]:
        """`{id, code (INSEE), nom, pays, codePostal}`, the whole country."""
        return self._tolerant("communes.json")

    def criteria(self) -> Iterator[dict[str, Any]]:
        """`{id, libelle, commentaire}`, the project's internal criteria."""
        return self._tolerant("criteres_internes.json")

    def territories(self) -> Iterator[dict[str, Any]]:
        """`{id, type, nom, perimetreGeographique: [{id}], territoireType}`."""
        return self._tolerant("territoires.json")

    def selections(self) -> Iterator[dict[str, Any]]:
        """`{id, nom, libelle, objetsTouristiques: [{type, id}]}`, always the full current list, even in a delta."""
        return self._strict("selections.json", dict)

    def deleted_ids(self) -> Iterator[int]:
        """Ids of primary objects that left the project since the previous export."""
        return self._strict("objets_supprimes.json", int)

    def deleted_linked_ids(self) -> Iterator[int]:
        """Ids of linked objects that left the project since the previous export."""
        return self._strict("objets_lies_supprimes.json", int)

    def object_files(self) -> Iterator[ObjectFile]:
        """The files of objects, one at a time, in the order of `objects`."""
        for names, linked in ((self._primary, False), (self._linked, True)):
            for name in names:
                yield self._object_file(name, linked)

    def linked_objects(self) -> Iterator[dict[str, Any]]:
        """The objects that others only name, as far as they can be read."""
        for name in self._linked:
            yield from (payload for payload in self._payloads(name) if isinstance(payload, dict))

    def estimated_objects(self) -> int:
        """About how many objects there are: exact when each has a file, too many by less than a file's otherwise."""
        files = [*self._primary, *self._linked]
        return len(files) * max(1, sum(1 for _payload in self._payloads(files[0]))) if files else 0

    def digest(self, file_name: str) -> str:
        """SHA-256 of a side file; '' when it is not there or cannot be read."""
        name = self._side.get(file_name)
        if name is None:
            return ""
        digest = hashlib.sha256()
        try:
            with self._stream(name) as stream:
                while chunk := stream.read(1_000_000):
                    digest.update(chunk)
        except ExportError:
            return ""
        return digest.hexdigest()

    def json_files(self) -> Iterator[tuple[str, bytes | None, str | None]]:
        """(name, content, problem) of every JSON file, whatever its place: for folders that are not exports."""
        for name in self._names:
            try:
                yield name, self._content(name, self.limits.file_size), None
            except ExportError as error:
                yield name, None, str(error)

    @property
    def looks_like_an_export(self) -> bool:
        return bool(self._side or self._primary or self._linked)

    # How it is read

    def _payloads(self, name: str) -> Iterator[Any]:
        """The values in a file of objects, none when it cannot be read."""
        try:
            yield from payloads_in(self._content(name, self.limits.object_file_size))
        except (JsonError, ExportError):
            return

    def _object_file(self, name: str, linked: bool) -> ObjectFile:
        try:
            return ObjectFile(name, linked, self._content(name, self.limits.object_file_size))
        except ExportError as error:
            return ObjectFile(name, linked, None, str(error))

    def _tolerant(self, file_name: str) -> Iterator[dict[str, Any]]:
        name = self._side.get(file_name)
        if name is None:
            return
        try:
            with self._stream(name) as stream:
                for item in iterate_json_array(stream):
                    if isinstance(item, dict):
                        yield item
                    else:
                        self.problems.append(FileProblem(name, "La liste contient autre chose que des fiches."))
        except (JsonError, ExportError) as error:
            self.problems.append(FileProblem(name, str(error)))

    def _strict(self, file_name: str, kind: type) -> Iterator[Any]:
        name = self._side.get(file_name)
        if name is None:
            return
        # Read twice, rather than held: nothing is given before all of it was found whole.
        try:
            with self._stream(name) as stream:
                for item in iterate_json_array(stream):
                    if not isinstance(item, kind) or isinstance(item, bool):
                        raise ExportError(f"Le fichier {file_name} de l'export contient une valeur inattendue.")
        except JsonError as error:
            raise ExportError(f"Le fichier {file_name} de l'export est illisible : {error}") from None
        with self._stream(name) as stream:
            yield from iterate_json_array(stream)

    def _content(self, name: str, size_limit: int) -> bytes:
        with self._stream(name) as stream:
            content = stream.read(size_limit + 1)
        if len(content) > size_limit:
            raise ExportError(f"Le fichier {name} dépasse la taille permise.")
        return content

    @contextmanager
    def _stream(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._zip.open(name) if self._zip else (self.path / name).open("rb") as stream:
                yield stream
        except _UNREADABLE:
            raise ExportError(f"Le fichier {name} de l'export est abîmé et ne peut pas être lu.") from None

    # What is refused before reading

    def _open_zip(self) -> zipfile.ZipFile:
        if not self.path.is_file():
            raise ExportError("Le fichier d'export est introuvable.")
        if not zipfile.is_zipfile(self.path):
            raise ExportError("Le fichier d'export est tronqué ou n'est pas un ZIP.")
        try:
            return zipfile.ZipFile(self.path)
        except (*_UNREADABLE, ValueError):
            raise ExportError("Le fichier d'export est tronqué ou n'est pas un ZIP lisible.") from None

    def _names_in_zip(self, archive: zipfile.ZipFile) -> list[str]:
        limits, seen, total = self.limits, set(), 0
        members = archive.infolist()
        if len(members) > limits.files:
            raise ExportError("L'export contient trop de fichiers pour être un export APIDAE.")
        for member in members:
            name = member.filename
            if _leaves_the_folder(name):
                raise ExportError("L'export contient un nom de fichier qui sort de son dossier : il est refusé.")
            if name in seen:
                raise ExportError(f"L'export contient deux fois le fichier {name} : il est refusé.")
            seen.add(name)
            total += member.file_size
            inflated = member.file_size > limits.ratio * max(member.compress_size, 1)
            if (inflated and member.file_size > limits.ratio_applies_above) or member.file_size > limits.file_size:
                raise ExportError(f"Le fichier {name} de l'export est démesuré une fois décompressé : il est refusé.")
        if total > limits.total_size:
            raise ExportError("L'export est démesuré une fois décompressé : il est refusé.")
        return sorted(name for name in seen if name.lower().endswith(".json") and not _NOT_DATA.search(name))

    def _names_in_folder(self) -> list[str]:
        names = []
        for file in self.path.rglob("*.json"):
            name = file.relative_to(self.path).as_posix()
            # A link could point anywhere on the server.
            inside = file.resolve().is_relative_to(self.path.resolve())
            if inside and file.is_file() and not _NOT_DATA.search(name):
                names.append(name)
        return sorted(names)

    def _classify(self) -> None:
        self._primary = [name for name in self._names if _PRIMARY.search(name)]
        self._linked = [name for name in self._names if _LINKED.search(name)]
        for name in sorted(self._names, key=lambda name: (name.count("/"), name)):
            base = PurePosixPath(name).name.lower()
            if base not in SIDE_FILES:
                continue
            if base in self._side:
                self.problems.append(FileProblem(name, f"Un autre fichier {base} a déjà été lu."))
            else:
                self._side[base] = name


def _leaves_the_folder(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name or "\x00" in name
