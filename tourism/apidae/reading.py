"""The objects of an export, passing over the files that were read whole before and are as they were."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tourism.actions import keep_read_files
from tourism.apidae.archive import ExportArchive, ExportError, ObjectFile
from tourism.apidae.objects import ReadObject
from tourism.feed import Item
from tourism.models import ReadFile, SourceRecord

# Begins to read files, given by their content, and gives a function that waits for the objects of each.
BeginToRead = Callable[[list[bytes]], Callable[[], list[list[ReadObject]]]]

# Files are read together until they have so many bytes, as a file may hold one object or thousands; and so many bytes
# are read ahead of what is being written.
PACKET_BYTES, AHEAD_BYTES = 300_000, 1_500_000
PACKET_FILES = 50

REFERENTIALS = ("elements_reference.json", "communes.json")


class ExportReading:
    """`items` once, then `remember` when all of it was taken.

    A file is passed over when its content, the mapping and the referential are those of the last complete reading and
    when all its objects are still as that reading left them.
    """

    def __init__(self, export: ExportArchive, *, source: str) -> None:
        self._export = export
        self._source = source
        self._read: dict[str, list[str]] = {}
        # Numbers of the objects of the project itself, as against those that these only name.
        self._own: set[str] = set()
        # What a differential says is gone; None when a complete export is read.
        self._deleted: set[str] | None = None

    def knows_referential(self) -> bool:
        """Whether the files that explain the numbers are those of the last complete reading."""
        digests = [digest for name in REFERENTIALS if (digest := self._export.digest(name))]
        self._read |= {digest: [] for digest in digests}
        return ReadFile.objects.filter(source=self._source, digest__in=digests).count() == len(set(digests))

    def items(self, signature: str, *, read: BeginToRead, complete: bool = True) -> Iterator[Item]:
        """The objects of all files. A differential (not `complete`) that only names an object of the project does not
        say that it is none any more: its list of deletions does."""
        self._deleted = None if complete else self._deletions()
        ahead: deque[tuple[int, Callable[[], Iterator[Item]]]] = deque()
        waiting = 0
        for size, files in _packets(self._export.object_files()):
            ahead.append((size, self._begin(files, signature, read)))
            waiting += size
            while waiting > AHEAD_BYTES:
                oldest, items = ahead.popleft()
                waiting -= oldest
                yield from items()
        for _size, items in ahead:
            yield from items()

    def _begin(self, files: Sequence[ObjectFile], signature: str, read: BeginToRead) -> Callable[[], Iterator[Item]]:
        digests = [self._digest(file, signature) for file in files]
        read_before = self._read_before([digest for digest in digests if digest])
        known = [read_before.get(digest, []) for digest in digests]
        names = [(file.name, file.linked, file.problem) for file in files]
        reading = read([file.content or b"" for file, kept in zip(files, known, strict=True) if not kept])

        def items() -> Iterator[Item]:
            contents = iter(reading())
            for (name, linked, problem), digest, kept in zip(names, digests, known, strict=True):
                if kept:
                    self._note(digest, [number for number, _checksum in kept], linked=linked)
                    yield from (Item(number, b"", known=checksum, linked=linked) for number, checksum in kept)
                    continue
                objects = next(contents)
                if problem:
                    objects = [ReadObject("", b"null", problem)]
                own = self._stay(objects) if linked else set()
                yield from (
                    item_of(found, origin=name, linked=linked and found.external_id not in own) for found in objects
                )
                self._note(digest, ["" if found.problem else found.external_id for found in objects], linked=linked)

        return items

    def _deletions(self) -> set[str]:
        try:
            return {str(number) for number in self._export.deleted_ids()}
        except ExportError:
            return set()  # the import fails on it, once it has taken the rest

    def _stay(self, objects: Iterable[ReadObject]) -> set[str]:
        """Those of the objects that a differential names which are of the project itself, and stay so."""
        if self._deleted is None:
            return set()
        numbers = {found.external_id for found in objects} - self._deleted
        known = SourceRecord.objects.filter(source=self._source, external_id__in=numbers, withdrawn_at=None)
        return set(
            known.filter(subject_id__isnull=False).exclude(record__state="LINKED").values_list("external_id", flat=True)
        )

    def _note(self, digest: str, numbers: list[str], *, linked: bool) -> None:
        """Note the objects of a file, to be remembered when each has a number."""
        again = not self._own.isdisjoint(numbers) or len(set(numbers)) < len(numbers)
        if not linked:
            self._own.update(numbers)
        # Of what came before, the first content counts: this file was not taken as it is, and must be read again.
        if digest and numbers and all(numbers) and not again:
            self._read[digest] = numbers

    def remember(self, seen: Mapping[str, str]) -> None:
        """Keep which files were read, given the checksum of each object that was taken."""
        files = {
            digest: [(number, seen[number]) for number in numbers]
            for digest, numbers in self._read.items()
            if all(number in seen for number in numbers)
        }
        keep_read_files(source=self._source, files=files)

    def _digest(self, file: ObjectFile, signature: str) -> str:
        if file.content is None:
            return ""
        begins = f"{signature} {file.linked} ".encode()
        return hashlib.sha256(begins + file.content).hexdigest()

    @cached_property
    def _any_known(self) -> bool:
        return ReadFile.objects.filter(source=self._source).exclude(objects_read=[]).exists()

    def _read_before(self, digests: list[str]) -> dict[str, list[tuple[str, str]]]:
        """(external id, checksum) of the objects of these files, by digest: of those that were read before and whose
        objects are all still as it left them."""
        if not self._any_known:
            return {}
        files = ReadFile.objects.filter(source=self._source, digest__in=digests)
        held = {
            digest: [(str(number), str(checksum)) for number, checksum in objects]
            for digest, objects in files.values_list("digest", "objects_read")
        }
        numbers = [number for objects in held.values() for number, _checksum in objects]
        kept = SourceRecord.objects.filter(source=self._source, external_id__in=numbers, withdrawn_at=None)
        as_it_was = dict(kept.values_list("external_id", "checksum"))
        return {
            digest: objects
            for digest, objects in held.items()
            if objects and all(as_it_was.get(number) == checksum for number, checksum in objects)
        }


def item_of(read: ReadObject, *, origin: str = "", linked: bool = False) -> Item:
    """An object that was read, as a feed takes it."""
    return Item(read.external_id, read.raw, problem=read.problem, origin=origin, noted=read, linked=linked)


def _packets(files: Iterable[ObjectFile]) -> Iterator[tuple[int, list[ObjectFile]]]:
    """Files to read together, with their size in bytes."""
    size, packet = 0, []
    for file in files:
        packet.append(file)
        size += len(file.content or b"")
        if size >= PACKET_BYTES or len(packet) >= PACKET_FILES:
            yield size, packet
            size, packet = 0, []
    if packet:
        yield size, packet
