"""What a run writes: records, quarantines, withdrawals, and the run itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext as _

from tourism.actions.processes import is_running, process_name
from tourism.actions.rows import insert_rows
from tourism.enums import ImportMode, ImportOutcome, ImportStatus, RecordKind
from tourism.models import ImportRun, ImportRunLine, SourceRecord

# A reader on another machine that gave no sign of life for this long is taken for dead.
SILENCE = timedelta(minutes=15)
# (run, outcome, external id, name, reason, changes) of an ImportRunLine
Line = tuple[int, str, str, str, str, dict[str, Any]]


class RunInProgressError(Exception):
    """The same source is being read right now. `sentence` is for an editor."""

    def __init__(self, run: ImportRun) -> None:
        self.sentence = _("Un import de cette source est déjà en cours depuis %s : rien n’a été fait.") % (
            timezone.localtime(run.started_at).strftime("%H:%M")
        )
        super().__init__(self.sentence)


@transaction.atomic
def start_run(
    *, source: str, feed: str, mode: str = ImportMode.FULL, dry_run: bool = False, started_by: str = ""
) -> ImportRun:
    """Open a run. One that was left open by a killed process is closed as interrupted first.

    Raises RunInProgressError when another reader of the same source is alive.
    """
    close_dead_runs(source)
    return ImportRun.objects.create(
        source=source,
        feed=feed[:200],
        mode=mode,
        dry_run=dry_run,
        started_by=started_by[:150],
        process=process_name(),
        alive_at=timezone.now(),
    )


def close_dead_runs(source: str) -> None:
    """Close what killed readers of a source left open as interrupted. To be called inside a transaction.

    Raises RunInProgressError when a reader is alive.
    """
    for run in ImportRun.objects.select_for_update().filter(source=source, status=ImportStatus.RUNNING):
        if run_is_alive(run):
            raise RunInProgressError(run)
        run.status, run.finished_at = ImportStatus.INTERRUPTED, timezone.now()
        run.save(update_fields=["status", "finished_at"])


@transaction.atomic
def settle_run(run: ImportRun, *, by: str, withdraw: bool) -> bool:
    """Note who answered the question of a run; False when somebody did before. Until `end_settling` it counts as
    running when something is to be withdrawn, so that no reading of its source begins meanwhile.

    Raises RunInProgressError when one is going on.
    """
    if withdraw:
        close_dead_runs(run.source)
    waiting = ImportRun.objects.filter(pk=run.pk, status=ImportStatus.WAITING)
    changes: dict[str, Any] = {"status": ImportStatus.SUCCEEDED, "decided_by": by[:150]}
    if withdraw:
        changes |= {"status": ImportStatus.RUNNING, "process": process_name(), "alive_at": timezone.now()}
    settled = waiting.update(**changes)
    run.refresh_from_db()
    return bool(settled)


def end_settling(run: ImportRun, *, done: bool) -> None:
    """The answer was carried out, or could not be and the question stays."""
    run.status = ImportStatus.SUCCEEDED if done else ImportStatus.WAITING
    run.decided_by = run.decided_by if done else ""
    run.save(update_fields=["status", "decided_by"])


def run_is_alive(run: ImportRun) -> bool:
    """Whether the process that opened a run still reads: it runs, and gave a sign of life not long ago."""
    fresh = run.alive_at is not None and timezone.now() - run.alive_at < SILENCE
    running = is_running(run.process)
    if running is None or run.process == process_name():
        # On another machine, or another thread of this very process: only signs of life tell.
        return fresh
    return running


def finish_run(run: ImportRun, *, error: str = "", waiting: bool = False, judged: bool = False) -> ImportRun:
    """Close a run with its counts. `error` is a sentence for an editor; a notice set before stays when it is empty.
    `waiting`: all was taken but withdrawals that a person must confirm. `judged`: it compared all that we have with
    all that the source has."""
    run.status = ImportStatus.WAITING if waiting else ImportStatus.FAILED if error else ImportStatus.SUCCEEDED
    run.error = error or run.error
    run.finished_at = timezone.now()
    run.judged = judged
    run.save()
    if judged and not run.dry_run and run.status != ImportStatus.FAILED:
        # It asked the question of earlier ones again, if it is still one.
        asked = ImportRun.objects.filter(source=run.source, status=ImportStatus.WAITING, pk__lt=run.pk)
        asked.update(status=ImportStatus.SUCCEEDED)
    return run


@dataclass(frozen=True)
class Kept:
    """One object of a source as it is to be kept.

    Attributes:
        previous: the row that we have, with all its columns but `raw`.
        raw: the object as it came, JSON compressed by zlib.
        record: its normalised form.
    """

    previous: SourceRecord | None
    external_id: str
    kind: str
    record: Mapping[str, Any]
    raw: bytes
    checksum: str
    owner: str = ""
    owner_id: str = ""
    modified_at: datetime | None = None
    remarks: Sequence[str] = field(default_factory=tuple)


def new_record(kept: Kept, *, run: ImportRun, as_of: datetime | None = None) -> SourceRecord:
    """The row that says what a source says now, not saved. `since` moves for the fields that changed, and only for
    them."""
    row = kept.previous or SourceRecord(source=run.source, external_id=kept.external_id)
    now = run.started_at.isoformat(timespec="seconds")
    row.since = {
        name: row.since.get(name, now) if row.record.get(name) == value else now for name, value in kept.record.items()
    }
    row.kind = kept.kind
    row.record = dict(kept.record)
    row.raw = kept.raw
    row.checksum = kept.checksum
    row.owner, row.owner_id, row.modified_at = kept.owner[:200], kept.owner_id[:30], kept.modified_at
    row.remarks = list(kept.remarks)
    if run.mode != ImportMode.RETRY or row.pk is None:
        # A new try says what the source said when it was last seen.
        row.seen_at, row.as_of = run.started_at, as_of or run.started_at
    row.withdrawn_at = None
    row.quarantine_reason = ""
    return row


def quarantined_record(
    previous: SourceRecord | None,
    *,
    run: ImportRun,
    external_id: str,
    raw: bytes,
    reason: str,
    as_of: datetime | None = None,
    state: Mapping[str, Any] | None = None,
) -> SourceRecord:
    """The row of an object that was not understood, with the reason, not saved. What it said before stays in use, but
    for its `state`: what was understood of whether it is still on, in the fields of its record."""
    row = previous or SourceRecord(source=run.source, external_id=external_id[:100], kind=RecordKind.UNKNOWN)
    row.raw = raw
    row.checksum = ""  # so that the next run tries again
    row.quarantine_reason = reason
    if run.mode != ImportMode.RETRY or row.pk is None:
        # What an older export says of it comes too late.
        row.seen_at, row.as_of = run.started_at, as_of or run.started_at
    if state and row.record:
        now = run.started_at.isoformat(timespec="seconds")
        row.since |= {name: now for name, value in state.items() if row.record.get(name) != value}
        row.record |= state
    return row


def mark_unchanged(pks: Iterable[int], *, run: ImportRun, as_of: datetime | None = None) -> None:
    """Remember that these were seen again. What a late export brings does not make them older."""
    made = Value(as_of or run.started_at, output_field=DateTimeField())
    SourceRecord.objects.filter(pk__in=list(pks)).update(
        seen_at=run.started_at, as_of=Greatest(Coalesce("as_of", made), made)
    )


def name_of(record: Mapping[str, Any]) -> str:
    """The name of a normalised object, French first; '' when it has none."""
    names = record.get("name", {})
    return (names.get("fr") or next(iter(names.values()), ""))[:255]


@dataclass(frozen=True)
class Gone:
    """A record that its source no longer brings; without what it said, of which there may be very much."""

    pk: int
    kind: str
    subject_id: int | None
    external_id: str
    name: str


def gone_records(records: QuerySet[SourceRecord]) -> list[Gone]:
    """Records as `Gone`."""
    columns = records.values_list("pk", "kind", "subject_id", "external_id", "record__name")
    return [
        Gone(pk, kind, subject, number, name_of({"name": names or {}})) for pk, kind, subject, number, names in columns
    ]


def forget_records(records: Sequence[Gone], *, run: ImportRun) -> None:
    """Withdraw records of which nothing public was made."""
    SourceRecord.objects.filter(pk__in=[record.pk for record in records], subject_id=None).update(
        withdrawn_at=run.started_at, checksum=""
    )


def withdraw_records(
    records: Sequence[Gone], *, run: ImportRun, as_of: datetime | None = None
) -> list[tuple[str, int]]:
    """Mark records as withdrawn by their source, but for those that were seen meanwhile; gives the (kind, subject)
    pairs to fold again. To be called inside a transaction."""
    unseen = records_in_use(run.source).filter(pk__in=[record.pk for record in records], seen_at__lt=run.started_at)
    held = set(unseen.select_for_update().values_list("pk", flat=True))
    # Without a checksum it is taken again when it comes back.
    changes: dict[str, Any] = {"withdrawn_at": timezone.now(), "checksum": ""}
    SourceRecord.objects.filter(pk__in=held).update(**changes | ({"as_of": as_of} if as_of else {}))
    withdrawn = [record for record in records if record.pk in held]
    note_lines(run, ImportOutcome.WITHDRAWN, withdrawn, reason=_("N’est plus dans le flux."))
    return [(record.kind, record.subject_id) for record in withdrawn if record.subject_id]


def note_lines(run: ImportRun, outcome: str, records: Iterable[Gone], *, reason: str = "") -> None:
    """A line of the run for each of these records."""
    write_lines((run.pk, str(outcome), record.external_id, record.name, reason, {}) for record in records)


def write_lines(lines: Iterable[Line]) -> None:
    """Lines of runs, in order."""
    insert_rows(ImportRunLine, ("run_id", "outcome", "external_id", "name", "reason", "changes"), lines)


class TooManyWithdrawalsError(Exception):
    """A feed lacks so many objects that a person must say yes first. `sentence` is for them."""

    def __init__(self, missing: int, known: int) -> None:
        self.missing = missing
        self.sentence = _(
            "Le flux ne contient plus %(missing)d fiches sur %(known)d : rien n’a été retiré. "
            "Dites dans l’administration (« Imports ») si elles doivent l’être."
        ) % {"missing": missing, "known": known}
        super().__init__(self.sentence)


WITHDRAWAL_SHARE, WITHDRAWAL_FLOOR = 0.05, 20


def records_in_use(source: str) -> QuerySet[SourceRecord]:
    """Records of a source that it has not withdrawn."""
    return SourceRecord.objects.filter(source=source, withdrawn_at=None)


def check_withdrawals(missing: int, *, source: str, confirmed: bool) -> None:
    """Raises TooManyWithdrawalsError when a person must say yes before so many records are withdrawn: above 5 % of
    those in use, with a floor of 20."""
    known = records_in_use(source).count()
    if missing > max(WITHDRAWAL_FLOOR, known * WITHDRAWAL_SHARE) and not confirmed:
        raise TooManyWithdrawalsError(missing, known)
