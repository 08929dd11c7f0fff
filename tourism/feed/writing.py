"""A batch of mapped objects into the database: one transaction; object by object when the batch is refused."""

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from cms.actions import announce_changes
from tourism.actions import (
    Kept,
    Line,
    Pairs,
    heirs,
    locked_subjects,
    name_of,
    new_public_id,
    new_record,
    note_images,
    quarantined_record,
    save_rows,
    write_lines,
)
from tourism.cards import image_urls
from tourism.enums import ImportOutcome
from tourism.feed.items import Item, MappedLike
from tourism.feed.subjects import SUBJECTS, refold_by_id
from tourism.golden import changes_between
from tourism.models import GoldenModel, ImportRun, Merge, SourceRecord
from tourism.queries import source_rank, source_records_of_many


@dataclass
class Entry:
    """One object of a batch that is not as we have it: `mapped`, or the `problem` for which it is refused."""

    item: Item
    external_id: str
    checksum: str
    mapped: MappedLike | None = None
    # Of `mapped`, as JSON; of an object with a problem, what was understood of whether it is still on.
    record: dict[str, Any] = field(default_factory=dict)
    packed: bytes = b""  # the object as it came, compressed
    problem: str = ""
    # What we have was made later than this.
    outdated: bool = False
    # There was no record of this number when it came, so none is looked for.
    unheard_of: bool = False

    @property
    def original(self) -> bytes:
        """The object as it came, as it is kept."""
        return self.packed or zlib.compress(self.item.raw)


@dataclass
class Written:
    """What became of a batch: primary keys of the objects that changed by kind, lines, how many of each outcome."""

    changed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    lines: list[Line] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))


COUNTED = {
    ImportOutcome.CREATED: "created",
    ImportOutcome.UPDATED: "updated",
    ImportOutcome.UNCHANGED: "unchanged",
    ImportOutcome.OUTDATED: "unchanged",
    ImportOutcome.QUARANTINED: "quarantined",
}


def write_entries(
    entries: list[Entry],
    *,
    run: ImportRun,
    as_of: datetime | None,
    know_commune: Callable[[str | None], None],
) -> dict[str, list[int]]:
    """Write a batch and save the run's counts with it; gives the primary keys of what changed by kind.

    An object that the database refuses goes to quarantine alone.
    """
    writer = _Writer(run, as_of, know_commune)
    try:
        return writer.write(entries)
    except (DataError, IntegrityError):
        if len(entries) <= 1:
            return writer.refuse(entries)
    changed: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        entry.unheard_of = False
        for kind, ids in write_entries([entry], run=run, as_of=as_of, know_commune=know_commune).items():
            changed[kind] += ids
    return changed


@dataclass
class _Writer:
    run: ImportRun
    as_of: datetime | None
    know_commune: Callable[[str | None], None]

    def write(self, entries: Iterable[Entry]) -> dict[str, list[int]]:
        written = Written()
        counts = {name: getattr(self.run, name) for name in set(COUNTED.values())}
        try:
            with transaction.atomic():
                self._write(list(entries), written)
                for outcome, count in written.counts.items():
                    name = COUNTED[ImportOutcome(outcome)]
                    setattr(self.run, name, getattr(self.run, name) + count)
                write_lines(written.lines)
                self.run.save()
        except DatabaseError:
            for name, count in counts.items():
                setattr(self.run, name, count)
            raise
        return written.changed

    def refuse(self, entries: list[Entry]) -> dict[str, list[int]]:
        """Quarantine what the database does not take."""
        for entry in entries:
            entry.mapped, entry.problem = None, _("La base de données a refusé cette fiche.")
        return self.write(entries)

    def _write(self, entries: list[Entry], written: Written) -> None:
        previous = self._previous(entries)
        if self.run.dry_run:
            for entry in entries:
                self._note(entry, previous.get(entry.external_id[:100]), written)
            return
        for entry in entries:
            if entry.outdated:
                self._line(entry, ImportOutcome.OUTDATED, {}, written)
        entries = [entry for entry in entries if not entry.outdated]
        self._quarantine([entry for entry in entries if entry.problem], previous, written)
        current = [entry for entry in entries if entry.mapped is not None]
        self._keep_alike([entry for entry in current if _is_alike(entry, previous)], previous, written)
        for kind in SUBJECTS:
            mine = [entry for entry in current if entry.mapped is not None and entry.mapped.kind == kind]
            mine = [entry for entry in mine if not _is_alike(entry, previous)]
            if mine:
                self._write_kind(kind, mine, previous, written)
        note_images(url for entry in current for url in image_urls(entry.record))

    def _previous(self, entries: list[Entry]) -> dict[str, SourceRecord]:
        numbers = [entry.external_id[:100] for entry in entries if not entry.unheard_of]
        rows = SourceRecord.objects.filter(source=self.run.source, external_id__in=numbers)
        return {row.external_id: row for row in rows.defer("raw")}

    def _quarantine(self, entries: list[Entry], previous: Mapping[str, SourceRecord], written: Written) -> None:
        rows: dict[str, SourceRecord] = {}
        for entry in entries:
            number = entry.external_id[:100]
            known = rows.get(number) or previous.get(number)
            rows[number] = quarantined_record(
                known,
                run=self.run,
                external_id=number,
                raw=entry.original,
                reason=entry.problem,
                as_of=self.as_of,
                state=entry.record,
            )
            self._note(entry, known, written)
        save_rows(list(rows.values()))
        stopped = [rows[entry.external_id[:100]] for entry in entries if entry.record]
        for kind in SUBJECTS:
            # Cancelled, deleted, closed: people must know it, whatever else of the object is not understood.
            ids = [row.subject_id for row in stopped if row.subject_id and row.kind == kind and not row.withdrawn_at]
            if ids:
                refold_by_id(kind, ids)
                written.changed[kind] += ids

    def _keep_alike(self, entries: list[Entry], previous: Mapping[str, SourceRecord], written: Written) -> None:
        """What came otherwise written but says the same: nothing public changes."""
        for entry in entries:
            self._note(entry, previous[entry.external_id], written)
        save_rows(
            [self._row(previous[entry.external_id].kind, entry, previous[entry.external_id], []) for entry in entries]
        )

    def _write_kind(
        self, kind: str, entries: list[Entry], previous: Mapping[str, SourceRecord], written: Written
    ) -> None:
        subject_kind = SUBJECTS[kind]
        for entry in entries:
            self._note(entry, previous.get(entry.external_id), written)
        moved: list[tuple[str, int, Entry]] = []
        rows: list[SourceRecord] = []
        for entry in entries:
            row = self._row(kind, entry, previous.get(entry.external_id), moved)
            self.know_commune(row.record.get("commune_code"))
            rows.append(row)
        subjects = self._subjects(subject_kind.model, rows)
        for old_kind, old_id, entry in moved:
            self._take_along(old_kind, old_id, to=subjects[entries.index(entry)])
        subject_kind.refold(self._pairs(kind, rows, subjects))
        for row, subject in zip(rows, subjects, strict=True):
            row.subject_id = subject.pk
        save_rows(rows)
        ids = list(dict.fromkeys(subject.pk for subject in subjects))
        announce_changes(kind=kind, ids=ids, bulk=True)
        written.changed[kind] += ids
        for old_kind, old_id, entry in moved:
            self._leave(old_kind, old_id, to=subjects[entries.index(entry)], kind_now=kind)

    def _pairs(self, kind: str, rows: list[SourceRecord], subjects: list[GoldenModel]) -> Pairs:
        """Each object once, with what all sources say of it: two records of a batch may be about the same."""
        others = source_records_of_many(kind, [row.subject_id for row in rows if row.subject_id])
        written = {row.pk for row in rows if row.pk}
        gathered: dict[int, tuple[GoldenModel, list[SourceRecord]]] = {}
        for row, subject in zip(rows, subjects, strict=True):
            known = [record for record in others.get(row.subject_id or 0, ()) if record.pk not in written]
            gathered.setdefault(id(subject), (subject, known))[1].append(row)
        return [
            (subject, sorted(records, key=lambda record: source_rank(record.source)))
            for subject, records in gathered.values()
        ]

    def _take_along(self, kind: str, pk: int, *, to: GoldenModel) -> None:
        """What people wrote about an object stays with it when its source gives it another type, unless others are part
        of it: then it is about them as well."""
        old = SUBJECTS[kind].model._default_manager.filter(pk=pk).first()
        if old is not None and not Merge.objects.filter(kind=kind, kept_id=pk, undone_at=None).exists():
            to.overrides = {**to.overrides, **old.overrides}
            to.hidden, to.office_id = old.hidden, old.office_id

    def _row(
        self, kind: str, entry: Entry, previous: SourceRecord | None, moved: list[tuple[str, int, Entry]]
    ) -> SourceRecord:
        mapped = entry.mapped
        if mapped is None:
            raise ValueError("Only mapped objects become records.")
        if previous is not None and previous.subject_id and previous.kind != kind:
            moved.append((previous.kind, previous.subject_id, entry))
            previous.subject_id = None
        kept = Kept(
            previous=previous,
            external_id=entry.external_id,
            kind=kind,
            record=entry.record,
            raw=entry.original,
            checksum=entry.checksum,
            owner=mapped.owner,
            owner_id=mapped.owner_id,
            modified_at=datetime.fromisoformat(mapped.modified_at) if mapped.modified_at else None,
            remarks=mapped.remarks,
        )
        return new_record(kept, run=self.run, as_of=self.as_of)

    def _subjects(self, model: type[GoldenModel], rows: list[SourceRecord]) -> list[GoldenModel]:
        """The public object of each row; one that an earlier run left behind without its record is taken up again."""
        held = locked_subjects(model, [row.subject_id for row in rows if row.subject_id])
        addresses = [new_public_id(row.source, row.external_id) for row in rows]
        wanting = [
            address for row, address in zip(rows, addresses, strict=True) if held.get(row.subject_id or 0) is None
        ]
        orphans = {item.public_id: item for item in model._default_manager.filter(public_id__in=wanting)}
        subjects = [
            held.get(row.subject_id or 0) or orphans.get(address) or model(public_id=address)
            for row, address in zip(rows, addresses, strict=True)
        ]
        return self._where_they_are(model, rows, subjects)

    def _where_they_are(
        self, model: type[GoldenModel], rows: list[SourceRecord], subjects: list[GoldenModel]
    ) -> list[GoldenModel]:
        """What became part of another object stays part of it, also when its record was new or being read while
        somebody joined them."""
        absorbed = heirs(subjects)
        if not absorbed:
            return subjects
        known = {subject.pk: subject for subject in subjects if subject.pk is not None}
        known |= locked_subjects(model, set(absorbed.values()) - known.keys())
        for row, subject in zip(rows, subjects, strict=True):
            if subject.pk in absorbed:
                row.subject_id = absorbed[subject.pk]
        return [known.get(absorbed.get(subject.pk or 0, 0), subject) for subject in subjects]

    def _leave(self, kind: str, pk: int, *, to: GoldenModel, kind_now: str) -> None:
        """An object that its source gave another type lives on elsewhere: its old address leads there."""
        refold_by_id(kind, [pk])
        SUBJECTS[kind].model._default_manager.filter(pk=pk, published=False).update(
            replaced_by=f"/{kind_now.lower()}/{to.public_id}"
        )

    def _note(self, entry: Entry, previous: SourceRecord | None, written: Written) -> None:
        """The line and the count of one object."""
        if entry.problem:
            self._line(entry, ImportOutcome.QUARANTINED, {}, written, name=name_of(previous.record) if previous else "")
            return
        if entry.mapped is None:
            return
        if previous is None or not previous.record:
            self._line(entry, ImportOutcome.CREATED, {}, written)
            return
        changes = changes_between(previous.record, entry.record)
        if changes or previous.withdrawn_at is not None:
            self._line(entry, ImportOutcome.UPDATED, changes, written)
        else:
            written.counts[ImportOutcome.UNCHANGED] += 1

    def _line(
        self, entry: Entry, outcome: ImportOutcome, changes: dict[str, Any], written: Written, *, name: str = ""
    ) -> None:
        mapped = entry.mapped
        written.counts[outcome] += 1
        written.lines.append(
            (
                self.run.pk,
                outcome.value,
                entry.external_id[:100],
                name_of({"name": mapped.record.name}) if mapped else name,
                entry.problem or "\n".join(mapped.remarks if mapped else ()),
                changes,
            )
        )


def _is_alike(entry: Entry, previous: Mapping[str, SourceRecord]) -> bool:
    known = previous.get(entry.external_id)
    return (
        known is not None
        and entry.mapped is not None
        and known.subject_id is not None
        and known.withdrawn_at is None
        and known.kind == entry.mapped.kind
        and known.record == entry.record
    )
