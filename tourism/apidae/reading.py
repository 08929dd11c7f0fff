"""The objects of an export, passing over the files that were read whole before and are as they were."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tourism.actions import keep_read_files
from tourism.apidae.archive import ExportArchive, ObjectFile
from tourism.feed import Item
from tourism.models import ReadFile, SourceRecord

SIDE_FILES = ("elements_reference.json", "communes.json")


class ExportReading:
    """`items` once, then `remember` when all of it was taken.

    A file is passed over when its content, the mapping and the referential are those of the last complete reading and
    when all its objects are still as that reading left them.
    """

    def __init__(self, export: ExportArchive, *, source: str, external_id: Callable[[Any], str]) -> None:
        self._export = export
        self._source = source
        self._external_id = external_id
        self._read: dict[str, list[str]] = {}

    def knows_referential(self) -> bool:
        """Whether the files that explain the numbers are those of the last complete reading."""
        digests = [digest for name in SIDE_FILES if (digest := self._export.digest(name))]
        self._read |= {digest: [] for digest in digests}
        return ReadFile.objects.filter(source=self._source, digest__in=digests).count() == len(set(digests))

    def items(self, signature: str) -> Iterator[Item]:
        """The objects of all files."""
        any_known = ReadFile.objects.filter(source=self._source).exclude(objects_read=[]).exists()
        for file in self._export.object_files():
            digest = self._digest(file, signature)
            known = self._known(digest) if digest and any_known else []
            if known:
                self._read[digest] = [number for number, _checksum in known]
                yield from (Item(None, linked=file.linked, known=(number, checksum)) for number, checksum in known)
                continue
            numbers = []
            for raw in self._export.objects_in(file):
                numbers.append("" if raw.problem else self._external_id(raw.payload))
                yield Item(raw.payload, raw.problem or "", raw.origin, linked=raw.linked)
            if digest and numbers and all(numbers):
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

    def _known(self, digest: str) -> list[tuple[str, str]]:
        read = (
            ReadFile.objects.filter(source=self._source, digest=digest).values_list("objects_read", flat=True).first()
        )
        if not read:
            return []
        kept = SourceRecord.objects.filter(
            source=self._source, external_id__in=[number for number, _checksum in read], withdrawn_at=None
        )
        as_it_was = dict(kept.values_list("external_id", "checksum"))
        if any(as_it_was.get(number) != checksum for number, checksum in read):
            return []
        return [(number, checksum) for number, checksum in read]
