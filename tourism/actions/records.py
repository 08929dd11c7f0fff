"""What a run writes: records, quarantines, withdrawals, and the run itself."""

import os
import socket
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tourism.enums import ImportOutcome, ImportStatus, RecordKind
from tourism.models import ImportRun, ImportRunLine, SourceRecord

# A reader on another machine that gave no sign of life for this long is taken for dead.
SILENCE = timedelta(minutes=15)


class RunInProgressError(Exception):
    """The same source is being read right now. `sentence` is for an editor."""

    def __init__(self, run: ImportRun) -> None:
        self.sentence = _("Un import de cette source est déjà en cours depuis %s : rien n’a été fait.") % (
            timezone.localtime(run.started_at).strftime("%H:%M")
        )
        super().__init__(self.sentence)


@transaction.atomic
def start_run(*, source: str, feed: str, dry_run: bool = False) -> ImportRun:
    """Open a run. One that was left open by a killed process is closed as interrupted first.

    Raises RunInProgressError when another reader of the same source is alive.
    """
    for run in ImportRun.objects.select_for_update().filter(source=source, status=ImportStatus.RUNNING):
        if _is_alive(run):
            raise RunInProgressError(run)
        run.status, run.finished_at = ImportStatus.INTERRUPTED, timezone.now()
        run.save(update_fields=["status", "finished_at"])
    return ImportRun.objects.create(
        source=source,
        feed=feed[:200],
        dry_run=dry_run,
        process=f"{socket.gethostname()}:{os.getpid()}",
        alive_at=timezone.now(),
    )


def _is_alive(run: ImportRun) -> bool:
    """Whether the process that opened a run still reads. A process reads one feed after another: its own earlier run
    that is still open ended by an exception."""
    host, _colon, number = run.process.rpartition(":")
    if host != socket.gethostname():
        return run.alive_at is not None and timezone.now() - run.alive_at < SILENCE
    if not number.isdigit() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def finish_run(run: ImportRun, *, error: str = "") -> ImportRun:
    """Close a run with its counts. `error` is a sentence for an editor; a notice set before stays when it is empty."""
    run.status = ImportStatus.FAILED if error else ImportStatus.SUCCEEDED
    run.error = error or run.error
    run.finished_at = timezone.now()
    run.save()
    return run


def keep_record(
    previous: SourceRecord | None,
    *,
    run: ImportRun,
    external_id: str,
    kind: str,
    subject_id: int | None,
    record: Mapping[str, Any],
    raw: bytes,
    checksum: str,
    owner: str = "",
    owner_id: str = "",
    modified_at: datetime | None = None,
    remarks: Iterable[str] = (),
) -> SourceRecord:
    """Save what a source says now. `since` moves for the fields that changed, and only for them."""
    kept = previous or SourceRecord(source=run.source, external_id=external_id)
    now = run.started_at.isoformat(timespec="seconds")
    kept.since = {
        name: kept.since.get(name, now) if kept.record.get(name) == value else now for name, value in record.items()
    }
    kept.kind, kept.subject_id = kind, subject_id
    kept.record = dict(record)
    kept.raw = zlib.compress(raw)
    kept.checksum = checksum
    kept.owner, kept.owner_id, kept.modified_at = owner[:200], owner_id[:30], modified_at
    kept.remarks = list(remarks)
    kept.seen_at = run.started_at
    kept.withdrawn_at = None
    kept.quarantine_reason = ""
    kept.save()
    return kept


def quarantine_record(
    previous: SourceRecord | None,
    *,
    run: ImportRun,
    external_id: str,
    raw: bytes,
    reason: str,
    name: str = "",
) -> SourceRecord:
    """Keep an object that was not understood, with the reason. What it said before stays in use."""
    kept = previous or SourceRecord(source=run.source, external_id=external_id[:100], kind=RecordKind.UNKNOWN)
    kept.raw = zlib.compress(raw)
    kept.checksum = ""  # so that the next run tries again
    kept.quarantine_reason = reason
    kept.seen_at = run.started_at
    kept.save()
    ImportRunLine.objects.create(
        run=run, outcome=ImportOutcome.QUARANTINED, external_id=external_id[:100], name=name[:255], reason=reason
    )
    return kept


def mark_unchanged(records: Iterable[SourceRecord], *, run: ImportRun) -> None:
    """Remember that these were seen again."""
    seen = SourceRecord.objects.filter(pk__in=[record.pk for record in records], seen_at__lt=run.started_at)
    seen.update(seen_at=run.started_at)


@transaction.atomic
def withdraw_records(records: Iterable[SourceRecord], *, run: ImportRun) -> list[tuple[str, int]]:
    """Mark records as withdrawn by their source; gives the (kind, subject) pairs to fold again."""
    subjects = []
    for record in records:
        record.withdrawn_at = run.started_at
        record.checksum = ""  # so that it is taken again when it comes back
        record.save(update_fields=["withdrawn_at", "checksum"])
        name = record.record.get("name", {})
        ImportRunLine.objects.create(
            run=run,
            outcome=ImportOutcome.WITHDRAWN,
            external_id=record.external_id,
            name=(name.get("fr") or next(iter(name.values()), ""))[:255],
            reason=_("N’est plus dans le flux."),
        )
        if record.subject_id:
            subjects.append((record.kind, record.subject_id))
    return subjects


class TooManyWithdrawalsError(Exception):
    """A complete feed lacks so many objects that a person must say yes first. `sentence` is for them."""

    def __init__(self, missing: int, known: int) -> None:
        self.sentence = _(
            "Le flux ne contient plus %(missing)d fiches sur %(known)d : rien n’a été retiré. "
            "S’ils sont voulus, relancez l’import en confirmant les retraits (--confirm-withdrawals)."
        ) % {"missing": missing, "known": known}
        super().__init__(self.sentence)


WITHDRAWAL_SHARE, WITHDRAWAL_FLOOR = 0.05, 20


def withdraw_unseen(*, run: ImportRun, confirmed: bool) -> list[tuple[str, int]]:
    """Withdraw the records that a complete reading of the feed did not bring.

    Raises TooManyWithdrawalsError above 5 % of the known records, with a floor of 20, unless `confirmed`.
    """
    missing = list(records_in_use(run.source).filter(seen_at__lt=run.started_at).defer("raw"))
    check_withdrawals(len(missing), source=run.source, confirmed=confirmed)
    return withdraw_records(missing, run=run)


def records_in_use(source: str) -> QuerySet[SourceRecord]:
    """Records of a source that it has not withdrawn."""
    return SourceRecord.objects.filter(source=source, withdrawn_at=None)


def check_withdrawals(missing: int, *, source: str, confirmed: bool) -> None:
    """Raises TooManyWithdrawalsError when a person must say yes before so many records are withdrawn."""
    known = records_in_use(source).count()
    if missing > max(WITHDRAWAL_FLOOR, known * WITHDRAWAL_SHARE) and not confirmed:
        raise TooManyWithdrawalsError(missing, known)
