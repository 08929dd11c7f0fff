"""Reads one feed into records and public objects, whatever the source. Each object is one transaction, so a run that
is killed goes on where it stopped when it is started again."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.actions import announce_changes
from tourism.actions import (
    TooManyWithdrawalsError,
    check_withdrawals,
    finish_run,
    keep_record,
    locked_subject,
    mark_unchanged,
    new_public_id,
    note_images,
    quarantine_record,
    records_in_use,
    refold_place,
    refold_trail,
    withdraw_records,
    withdraw_unseen,
)
from tourism.cards import image_urls
from tourism.enums import ImportOutcome, ImportStatus, RecordKind
from tourism.models import Commune, GoldenModel, ImportRun, ImportRunLine, Place, SourceRecord, Trail
from tourism.queries import source_records

BATCH = 100
# Columns that only a changed object needs.
LARGE = ("raw", "record", "since", "remarks")
# start_run closes an interrupted run just before it opens the next one.
JUST_CLOSED = timedelta(minutes=5)


class UnusableError(Exception):
    """An object cannot be taken; `sentence` tells an editor why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Item:
    """One object of a feed: its JSON, or the sentence that says why it could not be read."""

    payload: Any
    problem: str = ""
    origin: str = ""
    # Only named by objects of the feed, not one of them: known, but not shown.
    linked: bool = False


class MappedLike(Protocol):
    """What a source's mapping gives back."""

    kind: str
    external_id: str
    record: Any
    owner: str
    owner_id: str
    modified_at: str | None
    remarks: list[str]


@dataclass(frozen=True)
class SubjectKind:
    """How records of one kind become public objects."""

    model: type[GoldenModel]
    refold: Callable[..., Any]


TOURISM_SUBJECTS: dict[str, SubjectKind] = {
    RecordKind.PLACE: SubjectKind(Place, refold_place),
    RecordKind.TRAIL: SubjectKind(Trail, refold_trail),
}


@dataclass
class Feed:
    """One reading of one feed.

    Attributes:
        run: the open run that counts.
        map_object: JSON of the source to `MappedLike`; raises UnusableError.
        external_id: the source's number of an object, '' when it has none.
        subjects: by RecordKind.
        signature: changes when objects must be mapped again although they did not change (mapping, referential).
        commune_of_code: ``{"name", "postcode"}`` of a commune that we do not know yet.
        complete_record: fills what needs the network (a trail's line) from the mapped object and the record that we
            have; gives False when it could not be done now and must be tried again; raises UnusableError.
        progress: called with the number of objects read.
    """

    run: ImportRun
    map_object: Callable[[Any], MappedLike]
    external_id: Callable[[Any], str]
    subjects: Mapping[str, SubjectKind]
    signature: str = ""
    commune_of_code: Callable[[str], Mapping[str, str] | None] = lambda code: None
    complete_record: Callable[[MappedLike, Mapping[str, Any]], bool] = lambda mapped, known: True
    progress: Callable[[int], None] = lambda read: None
    seen: set[str] = field(default_factory=set)
    # Objects that nobody can name: while there are some, nothing may be said to be missing.
    unidentified: int = 0
    changed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _communes: set[str] = field(default_factory=set)
    _told: dict[str, int] = field(default_factory=dict)

    def read(self, items: Iterable[Item]) -> None:
        """Take every object. What raises is the feed's own failure: nothing is withdrawn then."""
        self._communes = set(Commune.objects.values_list("code", flat=True))
        for batch in batches(items, BATCH):
            self._take_batch(batch)
            self.progress(self.run.read)

    def withdraw(self, external_ids: Iterable[str], *, confirmed: bool) -> None:
        """Withdraw the objects that the source itself says are gone. Raises TooManyWithdrawalsError."""
        records: list[SourceRecord] = []
        for ids in batches(external_ids, 500):
            records += records_in_use(self.run.source).filter(external_id__in=ids).defer("raw")
        check_withdrawals(len(records), source=self.run.source, confirmed=confirmed)
        if self.run.dry_run:
            self._would_withdraw(records)
        else:
            self._fold_withdrawn(withdraw_records(records, run=self.run))

    def withdraw_unseen(self, *, confirmed: bool) -> None:
        """Withdraw what a complete reading did not bring, unless part of it could not be read.

        Raises TooManyWithdrawalsError.
        """
        if self.unidentified:
            self.run.error = _(
                "%d objets du flux sont illisibles et pourraient être n’importe lesquels : rien n’a été retiré."
            ) % (self.unidentified)
        elif not self.seen and not confirmed and records_in_use(self.run.source).exists():
            # A revoked selection, the wrong file: an empty answer is hardly ever the truth.
            raise TooManyWithdrawalsError(*[records_in_use(self.run.source).count()] * 2)
        elif self.run.dry_run:
            missing = [record for record in records_in_use(self.run.source).defer(*LARGE) if self._is_missing(record)]
            check_withdrawals(len(missing), source=self.run.source, confirmed=confirmed)
            self._would_withdraw(missing)
        else:
            self._fold_withdrawn(withdraw_unseen(run=self.run, confirmed=confirmed))

    def _is_missing(self, record: SourceRecord) -> bool:
        return record.external_id not in self.seen and "#" not in record.external_id

    def _would_withdraw(self, records: list[SourceRecord]) -> None:
        self.run.withdrawn += len(records)
        ImportRunLine.objects.bulk_create(
            ImportRunLine(run=self.run, outcome=ImportOutcome.WITHDRAWN, external_id=record.external_id)
            for record in records
        )

    def _fold_withdrawn(self, subjects: list[tuple[str, int]]) -> None:
        self.run.withdrawn += len(subjects)
        for kind, subject_id in subjects:
            self._refold(kind, subject_id)
        self._announce()

    @transaction.atomic
    def _refold(self, kind: str, subject_id: int) -> None:
        subject = locked_subject(self.subjects[kind].model, subject_id)
        if subject is not None:
            self.subjects[kind].refold(subject, announce=False)
            self.changed[kind].append(subject_id)

    def _take_batch(self, items: list[Item]) -> None:
        ids = [self.external_id(item.payload) for item in items]
        known = {
            record.external_id: record
            for record in SourceRecord.objects.filter(source=self.run.source, external_id__in=ids).defer(*LARGE)
        }
        unchanged: list[SourceRecord] = []
        for item, external_id in zip(items, ids, strict=True):
            self.run.read += 1
            raw = json.dumps(item.payload, ensure_ascii=False, sort_keys=True, default=str).encode()
            checksum = hashlib.sha256(self.signature.encode() + raw).hexdigest()
            if item.problem or not external_id:
                self.unidentified += 1
                reason = item.problem or _("Cet objet n’a pas d’identifiant lisible.")
                self._quarantine(None, external_id or f"?{checksum[:12]}", raw, reason)
                continue
            previous = known.get(external_id)
            if external_id in self.seen:
                if not item.linked and (previous is None or previous.checksum != checksum):
                    reason = _("L’identifiant %s est deux fois dans le flux, avec deux contenus.") % external_id
                    self._quarantine(None, f"{external_id}#2", raw, reason)
                continue
            self.seen.add(external_id)
            if previous is not None and previous.checksum == checksum and previous.withdrawn_at is None:
                self.run.unchanged += 1
                unchanged.append(previous)
                continue
            kept = self._take(previous, external_id, item, raw, checksum)
            if kept is not None:
                known[external_id] = kept
        if not self.run.dry_run:
            mark_unchanged(unchanged, run=self.run)
        self.run.alive_at = timezone.now()
        self.run.save()
        self._announce()

    def _take(
        self, previous: SourceRecord | None, external_id: str, item: Item, raw: bytes, checksum: str
    ) -> SourceRecord | None:
        if previous is not None:
            previous.refresh_from_db(fields=["record", "since", "remarks"])
        try:
            mapped = self.map_object(item.payload)
            if not self.complete_record(mapped, previous.record if previous is not None else {}):
                checksum = ""
        except UnusableError as error:
            return self._quarantine(previous, external_id, raw, error.sentence)
        if item.linked and mapped.record.state == "PUBLISHED":
            mapped.record.state = "LINKED"
        record = mapped.record.to_json()
        changed = changed_fields(previous.record if previous is not None else {}, record)
        outcome = self._outcome(previous, changed)
        setattr(self.run, outcome.lower(), getattr(self.run, outcome.lower()) + 1)
        if self.run.dry_run:
            self._line(outcome, mapped, changed)
            return None
        with transaction.atomic():
            self._know_commune(record.get("commune_code"))
            kind = self.subjects[mapped.kind]
            moved = None
            if previous is not None and previous.subject_id and previous.kind != mapped.kind:
                moved, previous.subject_id = (previous.kind, previous.subject_id), None
            subject = None
            if previous is not None and previous.subject_id:
                subject = locked_subject(kind.model, previous.subject_id)
            fresh = subject is None
            if subject is None:
                subject = self._new_subject(kind.model, external_id)
            kept = keep_record(
                previous,
                run=self.run,
                external_id=external_id,
                kind=mapped.kind,
                subject_id=None if fresh else subject.pk,
                record=record,
                raw=raw,
                checksum=checksum,
                owner=mapped.owner,
                owner_id=mapped.owner_id,
                modified_at=datetime.fromisoformat(mapped.modified_at) if mapped.modified_at else None,
                remarks=mapped.remarks,
            )
            records = [kept] if fresh else source_records(mapped.kind, subject.pk)
            kind.refold(subject, records=records, announce=False)
            if fresh:
                kept.subject_id = subject.pk
                kept.save(update_fields=["subject_id"])
            note_images(image_urls(record))
            if outcome != ImportOutcome.UNCHANGED:
                self._line(outcome, mapped, changed)
            if moved is not None:
                self._refold(*moved)
                path = f"/{mapped.kind.lower()}/{subject.public_id}"
                self.subjects[moved[0]].model.objects.filter(pk=moved[1]).update(replaced_by=path)
        self.changed[mapped.kind].append(subject.pk)
        return kept

    def _new_subject(self, model: type[GoldenModel], external_id: str) -> GoldenModel:
        """A new public object; one that an earlier run left behind without its record is taken up again."""
        public_id = new_public_id(self.run.source, external_id)
        return model.objects.filter(public_id=public_id).first() or model(public_id=public_id)

    def _outcome(self, previous: SourceRecord | None, changed: list[str]) -> ImportOutcome:
        if previous is None or not previous.record:
            return ImportOutcome.CREATED
        if changed or previous.withdrawn_at is not None:
            return ImportOutcome.UPDATED
        return ImportOutcome.UNCHANGED

    def _line(self, outcome: ImportOutcome, mapped: MappedLike, changed: list[str]) -> None:
        names = mapped.record.name
        ImportRunLine.objects.create(
            run=self.run,
            outcome=outcome,
            external_id=mapped.external_id,
            name=(names.get("fr") or next(iter(names.values()), ""))[:255],
            reason="\n".join(mapped.remarks),
            changes=dict.fromkeys(changed, []) if outcome == ImportOutcome.UPDATED else {},
        )

    def _quarantine(
        self, previous: SourceRecord | None, external_id: str, raw: bytes, reason: str
    ) -> SourceRecord | None:
        self.run.quarantined += 1
        if self.run.dry_run:
            ImportRunLine.objects.create(
                run=self.run, outcome=ImportOutcome.QUARANTINED, external_id=external_id[:100], reason=reason
            )
            return previous
        if previous is None:
            previous = SourceRecord.objects.filter(source=self.run.source, external_id=external_id[:100]).first()
        with transaction.atomic():
            return quarantine_record(previous, run=self.run, external_id=external_id, raw=raw, reason=reason)

    def _know_commune(self, code: str | None) -> None:
        """A commune outside our own list is added with the name that the source gives it."""
        if not code or code in self._communes:
            return
        named = self.commune_of_code(code)
        if named:
            Commune.objects.get_or_create(
                code=code, defaults={"name": named.get("name", code), "postcode": named.get("postcode", "")[:5]}
            )
            self._communes.add(code)

    def _announce(self) -> None:
        for kind, ids in self.changed.items():
            announce_changes(kind=kind, ids=ids[self._told.get(kind, 0) :])
            self._told[kind] = len(ids)


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Names of the fields whose value is not the same, in alphabetical order."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of at most `size` items."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def announce_interrupted(run: ImportRun, subjects: Mapping[str, SubjectKind]) -> dict[str, list[int]]:
    """Announce again what a killed run saved but could not tell any more; gives the primary keys by kind."""
    last = ImportRun.objects.filter(source=run.source, status=ImportStatus.INTERRUPTED, pk__lt=run.pk).first()
    if last is None or last.finished_at is None or last.finished_at < run.started_at - JUST_CLOSED:
        return {}
    saved = {}
    for kind, subject in subjects.items():
        saved[kind] = list(subject.model.objects.filter(updated_at__gte=last.started_at).values_list("pk", flat=True))
        announce_changes(kind=kind, ids=saved[kind])
    return saved


def close_run(run: ImportRun, failure: Exception | None) -> ImportRun:
    """Close the run with the sentence of what failed, if anything did."""
    if failure is None:
        return finish_run(run)
    return finish_run(run, error=getattr(failure, "sentence", None) or str(failure) or type(failure).__name__)
