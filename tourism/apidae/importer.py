"""APIDAE into Traverse: what both of its interfaces have in common once their objects are read."""

import gc
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from tourism.actions import TooManyWithdrawalsError, start_run, written_in_bulk
from tourism.apidae.archive import ExportArchive, ExportError
from tourism.apidae.client import ApidaeClient, ApidaeError
from tourism.apidae.many import Foresee, MapObject, look_for_garbage_rarely
from tourism.apidae.mapper import Mapper
from tourism.apidae.mapping import MAPPING_VERSION
from tourism.apidae.mapping.referential import DictReferential
from tourism.apidae.notification import exported_at_of
from tourism.apidae.objects import read_object
from tourism.apidae.reading import ExportReading, item_of
from tourism.apidae.referential import (
    kept_referential,
    learn_referential,
    learn_selections,
    learn_selections_from_api,
    referential_signature,
    referential_with,
)
from tourism.enums import APIDAE, ImportMode, ImportStatus
from tourism.feed import Feed, Item, MappedLike, UnusableError, close_run, interrupted_changes
from tourism.geometry import GeometryError, line_from_plan
from tourism.models import ImportRun, SourceRecord
from tourism.records import TrailRecord

LARGEST_PLAN = 8_000_000
# `modifieApres` counts in days, and nothing says whether the day itself is included.
OVERLAP = timedelta(days=2)


def nothing_foreseen(mapped: Any) -> None:
    """What may be given as `foresee`."""


@contextmanager
def garbage_looked_for_rarely() -> Iterator[None]:
    """As `look_for_garbage_rarely`, while the block runs."""
    before = gc.get_threshold()
    look_for_garbage_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@dataclass(frozen=True)
class ApidaeImport:
    """How an import is to be done.

    Attributes:
        map_object: JSON and referential to a mapped object; raises Unmappable.
        client: fetches plans (and the API); None leaves lines as they are and says so.
        confirmed: a person said yes to many withdrawals.
        started_by: user name of who asked for it; '' for the timetable.
        foresee, take: see `Mapper`.
        link: called at the end with the run's changed primary keys by kind, to join objects to one another.
        progress: called with the number of objects read and the number announced, if it was.
        selections: of the project, to read by the API; empty for all that the project may see.
    """

    map_object: MapObject
    client: ApidaeClient | None = None
    confirmed: bool = False
    dry_run: bool = False
    started_by: str = ""
    link: Callable[[Mapping[str, list[int]]], None] = lambda changed: None
    foresee: Foresee = nothing_foreseen
    take: Callable[[list[Any]], None] = lambda foreseen: None
    progress: Callable[[int, int | None], None] = lambda read, total: None
    selections: list[int] = field(default_factory=list)

    def from_api(self) -> ImportRun:
        """Read the whole project by the API. Labels and communes are inlined there: no referential is needed."""
        client = self._needed_client()
        # A part of the project says nothing about the rest of it.
        run = self._start(client.address, ImportMode.PART if self.selections else ImportMode.FULL)

        def conclude(seen: Mapping[str, str]) -> None:
            if run.mode == ImportMode.FULL and not self.dry_run:
                try:
                    learn_selections_from_api(client, source=APIDAE)
                except ApidaeError as error:
                    # They only help to find objects: no reason to say that the reading failed.
                    run.error = run.error or f"Les sélections du projet n’ont pas pu être lues : {error}"

        return self._run(run, lambda mapper: self._api_items(client, self._query()), DictReferential, conclude=conclude)

    def from_api_changes(self) -> ImportRun:
        """Read by the API what changed since the last reading by the API that succeeded, and what is new in the
        project; then compare with the list of all its objects, because the API names no deletions. The whole project
        when it was never read."""
        client = self._needed_client()
        since = self._last_read(client.address)
        if since is None or self.selections:
            # The list of a selection's objects says nothing about the rest.
            return self.from_api()
        run = self._start(client.address, ImportMode.DELTA)
        present: set[str] = set()

        def items() -> Iterator[Item]:
            yield from self._api_items(client, self._query() | {"modifieApres": since.isoformat()})
            present.update(str(number) for number in client.identifiers(self._query()))
            known = SourceRecord.objects.filter(source=APIDAE, withdrawn_at=None, quarantine_reason="")
            # What a selection took in was not modified.
            missing = sorted(present.difference(known.values_list("external_id", flat=True)), key=int)
            for first in range(0, len(missing), 200):
                numbers = [int(number) for number in missing[first : first + 200]]
                yield from self._api_items(client, self._query() | {"identifiants": numbers})

        return self._run(run, lambda mapper: items(), DictReferential, present=present)

    def from_export(self, path: Path, *, complete: bool, exported_at: datetime | None = None) -> ImportRun:
        """Read an export, zip or folder. `complete` when it is a full dump: what it lacks is withdrawn. What we have
        from after `exported_at` stays."""
        run = self._start(path.name, ImportMode.FULL if complete else ImportMode.DELTA)
        try:
            with ExportArchive(path) as export:
                if not export.looks_like_an_export:
                    raise ExportError(
                        "Ce fichier n’est pas un export d’APIDAE : rien de ce qu’il devrait contenir n’y est."
                    )
                reading = ExportReading(export, source=APIDAE)
                exported_at = exported_at or exported_at_of(path.stem, timezone.get_default_timezone())
                late = exported_at is not None and _known_from_after(exported_at)
                same = reading.knows_referential()
                if not (same or late or self.dry_run):
                    learn_referential(export)
                # What a trial or a late export says of the referential is not kept, so all is read with it.
                signature = f"{MAPPING_VERSION}{referential_signature()}{'' if same or not self.dry_run else '?'}"
                run.total, run.as_of = export.estimated_objects(), exported_at

                def conclude(seen: Mapping[str, str]) -> None:
                    if export.problems:
                        told = " ".join(f"{problem.origin} : {problem.sentence}" for problem in export.problems)
                        run.error = f"Une partie de l’export n’a pas pu être lue. {told}"
                    # An export without any object is a mistake somewhere, and so are its lists.
                    if seen and not (late or self.dry_run):
                        learn_selections(export, source=APIDAE)
                        if complete:
                            reading.remember(seen)

                return self._run(
                    run,
                    lambda mapper: reading.items(signature, read=mapper.read, complete=complete),
                    (lambda: referential_with(export)) if self.dry_run or late else kept_referential,
                    linked=export.linked_objects(),
                    deleted=lambda: [str(number) for number in export.deleted_ids()],
                    no_longer_named=lambda: [str(number) for number in export.deleted_linked_ids()],
                    signature=signature,
                    as_of=exported_at,
                    conclude=conclude,
                    as_changes=not complete,
                )
        except (ExportError, OSError) as error:
            return close_run(run, error)

    def retry(self, external_ids: Iterable[str]) -> ImportRun:
        """Map objects again from what we keep of them: after a correction of ours, or of the referential."""
        run = self._start("", ImportMode.RETRY)
        records = SourceRecord.objects.filter(source=APIDAE, external_id__in=list(external_ids), withdrawn_at=None)
        signature = f"{MAPPING_VERSION}{referential_signature()}"
        return self._run(run, lambda mapper: _kept_items(records), kept_referential, signature=signature)

    def _needed_client(self) -> ApidaeClient:
        if self.client is None:
            raise ValueError("The API needs a client.")
        return self.client

    def _start(self, feed: str, mode: ImportMode) -> ImportRun:
        return start_run(source=APIDAE, feed=feed, mode=mode, dry_run=self.dry_run, started_by=self.started_by)

    def _query(self) -> dict[str, Any]:
        return {"selectionIds": self.selections} if self.selections else {}

    def _api_items(self, client: ApidaeClient, query: dict[str, Any]) -> Iterator[Item]:
        return (item_of(read_object(payload)) for payload in client.iter_objects(query))

    def _last_read(self, feed: str) -> date | None:
        """The day since which changes must be asked for."""
        read = ImportRun.objects.filter(
            source=APIDAE,
            feed=feed[:200],
            dry_run=False,
            mode__in=[ImportMode.FULL, ImportMode.DELTA],
            status__in=[ImportStatus.SUCCEEDED, ImportStatus.WAITING],
        )
        last = read.order_by("-started_at").first()
        return timezone.localtime(last.started_at).date() - OVERLAP if last else None

    def _run(
        self,
        run: ImportRun,
        items: Callable[[Mapper], Iterable[Item]],
        referential: Callable[[], DictReferential],
        *,
        linked: Iterable[dict[str, Any]] = (),
        deleted: Callable[[], list[str]] = list,
        no_longer_named: Callable[[], list[str]] = list,
        present: set[str] | None = None,
        signature: str = str(MAPPING_VERSION),
        as_of: datetime | None = None,
        conclude: Callable[[Mapping[str, str]], None] = lambda seen: None,
        as_changes: bool = False,
    ) -> ImportRun:
        failure: Exception | None = None
        mapping = Mapper(self.map_object, referential, APIDAE, foresee=self.foresee, take=self.take)
        with mapping as mapper, garbage_looked_for_rarely(), written_in_bulk():
            mapper.learn_names(linked)
            reading = Feed(
                run=run,
                map_objects=mapper.start,
                signature=signature,
                as_of=as_of,
                commune_of_code=lambda code: mapper.referential.commune_of_code(code),
                complete_record=lambda mapped, known: (
                    self._fetch_line(mapped, known, run) and mapped.external_id not in mapper.unsettled
                ),
                progress=lambda read: self.progress(read, run.total),
            )
            try:
                reading.read(items(mapper))
                mapper.end_process()
                conclude(reading.seen)
                reading.withdraw(deleted(), confirmed=self.confirmed, linked=no_longer_named())
                if as_changes and reading.unreadable:
                    # Nothing will bring these changes again; the file may have come to harm on its way.
                    raise ExportError(
                        f"{reading.unreadable} fichiers de ce différentiel sont illisibles : il est à reprendre."
                    )
                if as_changes and reading.unnamed:
                    run.error = (
                        f"{reading.unnamed} objets de ce différentiel n’ont pas d’identifiant : leurs changements ne "
                        "sont pas pris, un export complet est à demander à Apidae."
                    )
                if run.mode == ImportMode.FULL:
                    reading.withdraw_unseen(confirmed=self.confirmed)
                elif present is not None:
                    reading.keep_only(present, confirmed=self.confirmed)
            except (ApidaeError, ExportError, TooManyWithdrawalsError) as error:
                failure = error
            except Exception:
                # Ours, or the machine's: the run is over all the same, and whoever started it is told.
                close_run(run, UnusableError("L’import s’est arrêté sur une erreur inattendue : voir le journal."))
                raise
        if not self.dry_run:
            changed = dict(reading.changed)
            for kind, ids in interrupted_changes(run).items():
                changed[kind] = [*changed.get(kind, ()), *ids]
            self.link(changed)
        return close_run(run, failure, judged=reading.judged)

    def _fetch_line(self, mapped: MappedLike, known: Mapping[str, Any], run: ImportRun) -> bool:
        """A trail's line is a file beside the record; a new trail whose file cannot be used is not taken.

        Of a trail that we know the line stays when its file cannot be used or fetched, and each import tries again.
        """
        record = mapped.record
        if not isinstance(record, TrailRecord) or not record.plans:
            return True
        if self.client is None:
            if run.mode == ImportMode.RETRY and not known.get("line"):
                raise UnusableError("Le tracé doit être téléchargé : le prochain import le fera.")
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
        if not known:
            raise UnusableError(failure)
        # What the record says besides (closed, hidden, dangerous) must not wait for a file.
        record.line = known.get("line", [])
        mapped.remarks.append(f"{failure} Le tracé que nous avions reste.")
        return False


def _known_from_after(moment: datetime) -> bool:
    """Whether we have something that was made later."""
    return SourceRecord.objects.filter(source=APIDAE, as_of__gt=moment).exists()


def _kept_items(records: Iterable[SourceRecord]) -> Iterator[Item]:
    """Objects as they came; those that a number of their own does not name cannot be told from another."""
    for record in records:
        try:
            read = read_object(json.loads(zlib.decompress(bytes(record.raw))))
        except (zlib.error, ValueError):
            continue
        if read.external_id == record.external_id:
            yield item_of(read, linked=record.record.get("state") == "LINKED")
