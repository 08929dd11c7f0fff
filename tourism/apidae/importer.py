"""APIDAE into Traverse: what both of its interfaces have in common once their objects are read."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tourism.actions import (
    BadImageError,
    TooManyWithdrawalsError,
    note_image_failure,
    start_run,
    store_image_content,
)
from tourism.apidae.archive import ExportArchive, ExportError
from tourism.apidae.client import ApidaeClient, ApidaeError
from tourism.apidae.mapping import MAPPING_VERSION, Unmappable
from tourism.apidae.mapping.referential import DictReferential, Referential
from tourism.feed import Feed, Item, MappedLike, SubjectKind, UnusableError, announce_interrupted, close_run
from tourism.geometry import GeometryError, line_from_plan
from tourism.models import ImportRun
from tourism.queries import pending_images
from tourism.records import TrailRecord

SOURCE = "apidae"
LARGEST_PLAN, LARGEST_IMAGE = 8_000_000, 20_000_000
SHOWN_AT_ONCE = 200


@dataclass(frozen=True)
class ApidaeImport:
    """How an import is to be done.

    Attributes:
        map_object: JSON and referential to a mapped object; raises Unmappable.
        subjects: by RecordKind, see `tourism.feed`.
        client: fetches plans (and the API); None leaves lines as they are and says so.
        confirmed: a person said yes to many withdrawals.
        link: called at the end with the run's changed primary keys by kind, to join objects to one another.
    """

    map_object: Callable[[Any, Referential], MappedLike]
    subjects: Mapping[str, SubjectKind]
    client: ApidaeClient | None = None
    confirmed: bool = False
    dry_run: bool = False
    link: Callable[[Mapping[str, list[int]]], None] = lambda changed: None
    progress: Callable[[int], None] = lambda read: None
    # Selections of the project to read by the API; empty for all that the project may see.
    selections: list[int] = field(default_factory=list)

    def from_api(self) -> ImportRun:
        """Read the whole project by the API. Labels and communes are inlined there: no referential is needed."""
        if self.client is None:
            raise ValueError("The API needs a client.")
        query = {"selectionIds": self.selections} if self.selections else {}
        items = (Item(payload) for payload in self.client.iter_objects(query))
        # A part of the project says nothing about the rest of it.
        complete = not self.selections
        return self._run(feed=self.client.address, items=items, referential=DictReferential(), complete=complete)

    def from_export(self, path: Path, *, complete: bool) -> ImportRun:
        """Read an export, zip or folder. `complete` when it is a full dump: what it lacks is withdrawn."""
        run = start_run(source=SOURCE, feed=path.name, dry_run=self.dry_run)
        try:
            with ExportArchive(path) as export:
                if not export.looks_like_an_export:
                    raise ExportError(
                        "Ce fichier n’est pas un export d’APIDAE : rien de ce qu’il devrait contenir n’y est."
                    )
                elements = list(export.elements())
                referential = DictReferential(elements, export.communes())
                return self._run(
                    feed=path.name,
                    items=_items(export),
                    referential=referential,
                    complete=complete,
                    deleted=lambda: _deleted(export),
                    signature=_signature(elements),
                    run=run,
                )
        except (ExportError, OSError) as error:
            return close_run(run, error)

    def _run(
        self,
        *,
        feed: str,
        items: Iterable[Item],
        referential: Referential,
        complete: bool,
        deleted: Callable[[], list[str]] = list,
        signature: str = "",
        run: ImportRun | None = None,
    ) -> ImportRun:
        run = run or start_run(source=SOURCE, feed=feed, dry_run=self.dry_run)
        reading = Feed(
            run=run,
            map_object=self._mapper(referential),
            external_id=external_id,
            subjects=self.subjects,
            signature=f"{MAPPING_VERSION}{signature}",
            commune_of_code=referential.commune_of_code,
            complete_record=self._fetch_line,
            progress=self.progress,
        )
        failure: Exception | None = None
        interrupted: dict[str, list[int]] = {}
        try:
            interrupted = announce_interrupted(run, self.subjects)
            reading.read(items)
            reading.withdraw(deleted(), confirmed=self.confirmed)
            if complete:
                reading.withdraw_unseen(confirmed=self.confirmed)
        except (ApidaeError, ExportError, TooManyWithdrawalsError) as error:
            failure = error
        if not self.dry_run:
            kinds = reading.changed.keys() | interrupted.keys()
            self.link({kind: [*reading.changed.get(kind, ()), *interrupted.get(kind, ())] for kind in kinds})
        return close_run(run, failure)

    def _mapper(self, referential: Referential) -> Callable[[Any], MappedLike]:
        def map_one(payload: Any) -> MappedLike:
            try:
                return self.map_object(payload, referential)
            except Unmappable as error:
                raise UnusableError(error.sentence) from error

        return map_one

    def _fetch_line(self, mapped: MappedLike, known: Mapping[str, Any]) -> bool:
        """A trail's line is a file beside the record; a trail whose file cannot be used is not taken.

        Without network the line that we have stays, and the next import with a network fetches it.
        """
        record = mapped.record
        if not isinstance(record, TrailRecord) or not record.plans:
            return True
        if self.client is None:
            record.line = known.get("line", [])
            mapped.remarks.append("Le tracé n’a pas été téléchargé : cet import se fait sans réseau.")
            return False
        failure = ""
        for plan in record.plans:
            try:
                media = self.client.download_media(plan["url"], LARGEST_PLAN)
                line = line_from_plan(media.content, extension=plan.get("extension"), filename=plan.get("file_name"))
            except ApidaeError as error:
                failure = f"Le tracé n’a pas pu être téléchargé : {error}"
            except GeometryError as error:
                failure = f"Le tracé est inutilisable : {error}"
            else:
                record.line = [list(point) for point in line]
                mapped.remarks.extend(line.notes)
                return True
        raise UnusableError(failure)


def external_id(payload: Any) -> str:
    """APIDAE's number of an object, '' when it has none that can be one."""
    number = payload.get("id") if isinstance(payload, dict) else None
    if isinstance(number, bool) or not isinstance(number, int | str):
        return ""
    text = str(number)
    return text if text.isdigit() and len(text) <= 18 else ""


def _items(export: ExportArchive) -> Iterator[Item]:
    for raw in export.objects():
        yield Item(raw.payload, raw.problem or "", raw.origin, raw.linked)


def _deleted(export: ExportArchive) -> list[str]:
    return [str(number) for number in (*export.deleted_ids(), *export.deleted_linked_ids())]


def _signature(elements: list[dict[str, Any]]) -> str:
    """Hash of the referential's labels: when one changes, the objects are mapped again."""
    ordered = sorted(json.dumps(element, sort_keys=True, default=str) for element in elements)
    return hashlib.sha256("\n".join(ordered).encode()).hexdigest()[:16]


def fetch_images(
    client: ApidaeClient, *, limit: int = 10_000, show: Callable[[set[str]], None] = lambda urls: None
) -> tuple[set[str], int]:
    """Fetch the pictures that were not yet; gives the addresses of those that came, and how many failed.

    `show` is called now and then with the addresses that came since: a run that is killed has shown what it fetched.
    """
    fetched: set[str] = set()
    shown: set[str] = set()
    failed = 0
    for image in pending_images(limit):
        if len(fetched) - len(shown) >= SHOWN_AT_ONCE:
            show(fetched - shown)
            shown = set(fetched)
        try:
            media = client.download_media(image.url, LARGEST_IMAGE)
            store_image_content(image, media.content)
        except ApidaeError as error:
            note_image_failure(image, str(error))
            failed += 1
        except BadImageError as error:
            note_image_failure(image, error.sentence)
            failed += 1
        else:
            fetched.add(image.url)
    show(fetched - shown)
    return fetched, failed
