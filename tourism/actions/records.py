"""What a run writes: records, quarantines, withdrawals, and the run itself."""

import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tourism.enums import ImportOutcome, ImportStatus, RecordKind
from tourism.models import ImportRun, ImportRunLine, SourceRecord


def start_run(*, source: str, feed: str, dry_run: bool = False) -> ImportRun:
    """Open a run. One that was left open by a killed process is closed as interrupted first."""
    ImportRun.objects.filter(source=source, status=ImportStatus.RUNNING).update(
        status=ImportStatus.INTERRUPTED, finished_at=timezone.now()
    )
    return ImportRun.objects.create(source=source, feed=feed[:200], dry_run=dry_run)


def finish_run(run: ImportRun, *, error: str = "") -> ImportRun:
    """Close a run with its counts; `error` is a sentence for an editor."""
    run.status = ImportStatus.FAILED if error else ImportStatus.SUCCEEDED
    run.error = error
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
    SourceRecord.objects.filter(pk__in=[record.pk for record in records]).update(seen_at=run.started_at)


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
            "Relancez l’import en confirmant les retraits s’ils sont voulus."
        ) % {"missing": missing, "known": known}
        super().__init__(self.sentence)


WITHDRAWAL_SHARE, WITHDRAWAL_FLOOR = 0.05, 20


def withdraw_unseen(*, run: ImportRun, confirmed: bool) -> list[tuple[str, int]]:
    """Withdraw the records that a complete reading of the feed did not bring.

    Raises TooManyWithdrawalsError above 5 % of the known records, with a floor of 20, unless `confirmed`.
    """
    alive = SourceRecord.objects.filter(source=run.source, withdrawn_at=None)
    missing = list(alive.filter(seen_at__lt=run.started_at).defer("raw"))
    known = alive.count()
    if len(missing) > max(WITHDRAWAL_FLOOR, known * WITHDRAWAL_SHARE) and not confirmed:
        raise TooManyWithdrawalsError(len(missing), known)
    return withdraw_records(missing, run=run)
