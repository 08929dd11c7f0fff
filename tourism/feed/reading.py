"""One reading of one feed. Objects are written by batches, each in one transaction with the run's counts, so that a
run that is killed at any point goes on where it stopped when it is started again."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tourism.actions import (
    Gone,
    TooManyWithdrawalsError,
    finish_run,
    forget_records,
    gone_records,
    mark_unchanged,
    records_in_use,
)
from tourism.enums import ImportMode, ImportStatus
from tourism.feed.items import Item, MappedLike, Outcome, UnusableError, batches
from tourism.feed.subjects import SUBJECTS
from tourism.feed.withdrawals import withdraw_gone, withhold
from tourism.feed.writing import Entry, write_entries
from tourism.models import Commune, ImportRun, SourceRecord

BATCH = 300


@dataclass
class _Batch:
    """Objects on their way: those that are not as we have them, those that are, and the mapping that was begun."""

    size: int
    entries: list[Entry]
    unchanged: list[int]
    usable: list[Entry]
    mapping: Callable[[], Sequence[Outcome]]


@dataclass
class Feed:
    """One reading of one feed.

    Attributes:
        run: the open run that counts.
        map_objects: begins to map objects; gives a function that waits for what they become, in the same order.
        signature: changes when objects must be mapped again although they did not change (mapping, referential).
        as_of: when the source made what is read; what we have from later stays. The start of the run when None.
        commune_of_code: ``{"name", "postcode"}`` of a commune that we do not know yet.
        complete_record: fills what needs the network (a trail's line) from the mapped object and the record that we
            have; gives False when it could not be done now and must be tried again; raises UnusableError.
        progress: called with the number of objects read.
    """

    run: ImportRun
    map_objects: Callable[[list[Item]], Callable[[], Sequence[Outcome]]]
    signature: str = ""
    as_of: datetime | None = None
    commune_of_code: Callable[[str], Mapping[str, str] | None] = lambda code: None
    complete_record: Callable[[MappedLike, Mapping[str, Any]], bool] = lambda mapped, known: True
    progress: Callable[[int], None] = lambda read: None
    changed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    # Digest by external id of every object that came.
    seen: dict[str, str] = field(default_factory=dict)
    # Whether all that we have was compared with all that the source has.
    judged: bool = False
    # Files that cannot be read, and objects that nobody can name: while there are some, nothing may be said to be
    # missing.
    unreadable: int = 0
    unnamed: int = 0
    # How often each object came again with another content.
    _again: Counter[str] = field(default_factory=Counter)
    _communes: set[str] = field(default_factory=set)

    def read(self, items: Iterable[Item]) -> None:
        """Take every object. What raises is the feed's own failure: nothing is withdrawn then, but what came before
        is kept."""
        self._communes = set(Commune.objects.values_list("code", flat=True))
        at_once = batches(items, BATCH)
        waiting: _Batch | None = None
        while True:
            try:
                taken = next(at_once, None)
            except Exception:
                if waiting is not None:
                    self._finish(waiting)
                raise
            following = self._begin(taken) if taken is not None else None
            # One batch is written while the next one is mapped.
            if waiting is not None:
                self._finish(waiting)
            if following is None:
                return
            waiting = following

    def withdraw(self, external_ids: Iterable[str], *, confirmed: bool, linked: Iterable[str] = ()) -> None:
        """Withdraw the objects that the source itself says are gone, but for those that it brings all the same (an
        object that others named is one of the project now). Of those that nobody names any more (`linked`), only the
        ones that are no objects of the feed itself. Raises TooManyWithdrawalsError."""
        records: list[Gone] = []
        for numbers, known in (
            (external_ids, self._older()),
            (linked, self._older().filter(record__state="LINKED")),
        ):
            for ids in batches((number for number in numbers if number not in self.seen), 500):
                records += gone_records(known.filter(external_id__in=ids))
        self._withdraw(records, confirmed=confirmed)

    def withdraw_unseen(self, *, confirmed: bool) -> None:
        """Withdraw what a complete reading did not bring, unless part of it could not be read.

        Raises TooManyWithdrawalsError.
        """
        if self.unreadable or self.unnamed:
            self.run.error = _(
                "%d objets du flux sont illisibles et pourraient être n’importe lesquels : rien n’a été retiré."
            ) % (self.unreadable + self.unnamed)
            return
        self.keep_only(self.seen, confirmed=confirmed)

    def keep_only(self, external_ids: Iterable[str], *, confirmed: bool) -> None:
        """Withdraw every record in use but these. Raises TooManyWithdrawalsError."""
        self.judged = True
        present = set(external_ids)
        # "number#2" is a second content of an object; once the source no longer brings two, there is none to look at.
        twice = {f"{number}#{nth}" for number, times in self._again.items() for nth in range(2, times + 2)}
        missing = [
            pk
            for pk, number in self._older().values_list("pk", "external_id")
            if number not in present and number not in twice
        ]
        records: list[Gone] = []
        for pks in batches(missing, 500):
            records += gone_records(SourceRecord.objects.filter(pk__in=pks))
        if present and not self.run.dry_run:
            # What was never understood was never shown: nobody need be asked, nor told.
            forget_records([record for record in records if record.subject_id is None], run=self.run)
            records = [record for record in records if record.subject_id is not None]
        if not present and records and not confirmed:
            # A revoked selection, the wrong file: an empty answer is hardly ever the truth.
            withhold(records, run=self.run)
            raise TooManyWithdrawalsError(len(records), len(records))
        self._withdraw(records, confirmed=confirmed)

    def _older(self) -> QuerySet[SourceRecord]:
        """Records in use, but for those of which we have something that was made after what is read."""
        known = records_in_use(self.run.source)
        return known.exclude(as_of__gt=self.as_of) if self.as_of is not None else known

    def _withdraw(self, records: list[Gone], *, confirmed: bool) -> None:
        made = self.as_of or self.run.started_at
        for kind, ids in withdraw_gone(records, run=self.run, confirmed=confirmed, as_of=made).items():
            self.changed[kind] += ids

    def _begin(self, items: list[Item]) -> "_Batch":
        entries, unchanged = self._sorted(items)
        usable = [entry for entry in entries if not entry.problem]
        mapping = self.map_objects([entry.item for entry in usable])
        return _Batch(len(items), entries, unchanged, usable, mapping)

    def _finish(self, batch: "_Batch") -> None:
        for entry, outcome in zip(batch.usable, batch.mapping(), strict=True):
            self._fill(entry, outcome)
        self._complete(batch.usable)
        self.run.read += batch.size
        self.run.unchanged += len(batch.unchanged)
        self.run.alive_at = timezone.now()
        if not self.run.dry_run and self.run.mode != ImportMode.RETRY:
            mark_unchanged(batch.unchanged, run=self.run, as_of=self.as_of)
        changed = write_entries(batch.entries, run=self.run, as_of=self.as_of, know_commune=self._know_commune)
        for kind, ids in changed.items():
            self.changed[kind] += ids
        self.progress(self.run.read)

    def _sorted(self, items: list[Item]) -> tuple[list[Entry], list[int]]:
        """What must be mapped or refused, and the primary keys of what is as we have it."""
        known = {
            number: (pk, checksum, withdrawn is None, as_of)
            for pk, number, checksum, withdrawn, as_of in SourceRecord.objects.filter(
                source=self.run.source, external_id__in=[item.external_id for item in items]
            ).values_list("pk", "external_id", "checksum", "withdrawn_at", "as_of")
        }
        entries: list[Entry] = []
        unchanged: list[int] = []
        for item in items:
            number, checksum = item.external_id, item.known or self._checksum(item)
            if item.problem or not number:
                self.unreadable += bool(item.problem)
                self.unnamed += not item.problem
                reason = item.problem or _("Cet objet n’a pas d’identifiant lisible.")
                reason = f"{item.origin} : {reason}" if item.origin else reason
                entries.append(Entry(item, number or f"?{checksum[:12]}", checksum, problem=reason))
                continue
            if number in self.seen:
                if not item.linked and self.seen[number] != checksum:
                    reason = _("L’identifiant %s est deux fois dans le flux, avec deux contenus.") % number
                    self._again[number] += 1
                    packed = self._kept_original(number) if item.known else b""
                    entries.append(
                        Entry(item, f"{number}#{self._again[number] + 1}", checksum, packed=packed, problem=reason)
                    )
                continue
            self.seen[number] = checksum
            pk, before, in_use, as_of = known.get(number, (None, "", False, None))
            if pk is not None and before == checksum and in_use:
                unchanged.append(pk)
            else:
                outdated = bool(self.as_of and as_of and as_of > self.as_of)
                entries.append(Entry(item, number, checksum, outdated=outdated, unheard_of=pk is None))
        return entries, unchanged

    def _kept_original(self, number: str) -> bytes:
        """What we have of an object that was not read again, compressed."""
        raw = SourceRecord.objects.filter(source=self.run.source, external_id=number).values_list("raw", flat=True)
        return bytes(raw.first() or b"")

    def _checksum(self, item: Item) -> str:
        """The same for the same object in the same role; of what is not one, for the same file."""
        role = "linked" if item.linked else ""
        where = item.origin if item.problem else ""
        return hashlib.sha256(f"{self.signature} {role} {where}".encode() + item.raw).hexdigest()

    def _fill(self, entry: Entry, outcome: Outcome) -> None:
        entry.mapped, entry.problem = outcome.mapped, outcome.problem
        entry.record, entry.packed = outcome.record, outcome.packed
        if entry.mapped is not None and entry.item.linked and entry.mapped.record.state == "PUBLISHED":
            entry.mapped.record.state = entry.record["state"] = "LINKED"

    def _complete(self, entries: list[Entry]) -> None:
        """What needs the network, before any transaction is open."""
        usable = [(entry, entry.mapped) for entry in entries if entry.mapped is not None]
        wanting = [entry.external_id for entry, _mapped in usable if entry.record.get("plans")]
        known: dict[str, Any] = {}
        if wanting:
            records = SourceRecord.objects.filter(source=self.run.source, external_id__in=wanting)
            known = dict(records.values_list("external_id", "record"))
        for entry, mapped in usable:
            try:
                if not self.complete_record(mapped, known.get(entry.external_id, {})):
                    entry.checksum = ""
                if entry.record.get("plans"):
                    entry.record = mapped.record.to_json()
            except UnusableError as error:
                entry.mapped, entry.problem = None, error.sentence

    def _know_commune(self, code: str | None) -> None:
        """A commune outside our own list is added with the name that the source gives it."""
        if not code or code in self._communes:
            return
        named = self.commune_of_code(code)
        if named:
            Commune.objects.get_or_create(
                code=code, defaults={"name": named.get("name", code), "postcode": named.get("postcode", "")[:5]}
            )
            # A batch that is refused leaves no commune behind.
            known = str(code)
            transaction.on_commit(lambda: self._communes.add(known))


def interrupted_changes(run: ImportRun) -> dict[str, list[int]]:
    """Primary keys by kind of what the runs that were killed just before this one saved: they joined nothing."""
    earlier = ImportRun.objects.filter(source=run.source, pk__lt=run.pk, dry_run=False)
    ended = earlier.exclude(status=ImportStatus.INTERRUPTED).exclude(mode=ImportMode.RETRY).order_by("-pk").first()
    killed = earlier.filter(status=ImportStatus.INTERRUPTED, pk__gt=ended.pk if ended else 0).order_by("pk").first()
    if killed is None:
        return {}
    changed: dict[str, list[int]] = {}
    for kind, subject in SUBJECTS.items():
        rows = subject.model._default_manager.filter(updated_at__gte=killed.started_at)
        changed[kind] = list(rows.values_list("pk", flat=True))
    return changed


def close_run(run: ImportRun, failure: Exception | None, *, judged: bool = False) -> ImportRun:
    """Close the run with the sentence of what failed, if anything did; `judged`: see `finish_run`."""
    if failure is None:
        return finish_run(run, judged=judged)
    # A trial asks nothing of anybody.
    waiting = isinstance(failure, TooManyWithdrawalsError) and not run.dry_run
    sentence = getattr(failure, "sentence", None) or str(failure) or type(failure).__name__
    return finish_run(run, error=sentence, waiting=waiting, judged=judged)
