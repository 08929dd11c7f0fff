"""What a feed no longer brings: withdrawn at once when it is little, by a person's yes when it is much."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tourism.actions import (
    TooManyWithdrawalsError,
    check_withdrawals,
    note_lines,
    records_in_use,
    withdraw_records,
)
from tourism.enums import ImportOutcome, ImportStatus
from tourism.feed.items import batches
from tourism.feed.subjects import refold_by_id
from tourism.models import ImportRun, SourceRecord

AT_ONCE = 200
# Columns that nobody needs to withdraw a record.
LARGE = ("raw", "since", "remarks")


def withdraw_gone(
    records: list[SourceRecord], *, run: ImportRun, confirmed: bool, as_of: datetime | None = None
) -> dict[str, list[int]]:
    """Withdraw records and fold their objects again; gives the primary keys of these by kind.

    In a dry run they are only noted. Raises TooManyWithdrawalsError after having noted them as withheld, when they
    are so many that a person must say yes.
    """
    try:
        check_withdrawals(len(records), source=run.source, confirmed=confirmed)
    except TooManyWithdrawalsError:
        withhold(records, run=run)
        raise
    run.withdrawn += len(records)
    if run.dry_run:
        note_lines(run, ImportOutcome.WITHDRAWN, records, reason=_("N’est plus dans le flux."))
        return {}
    changed: dict[str, list[int]] = defaultdict(list)
    for batch in batches(records, AT_ONCE):
        with transaction.atomic():
            by_kind: dict[str, list[int]] = defaultdict(list)
            for kind, subject in withdraw_records(batch, run=run, as_of=as_of):
                by_kind[kind].append(subject)
            for kind, ids in by_kind.items():
                refold_by_id(kind, ids)
                changed[kind] += ids
    return changed


def withhold(records: Iterable[SourceRecord], *, run: ImportRun) -> None:
    """Note records whose withdrawal waits for a person."""
    records = list(records)
    note_lines(run, ImportOutcome.WITHHELD, records, reason=_("N’est plus dans le flux."))
    run.withheld += len(records)


@transaction.atomic
def settle_withdrawals(run: ImportRun, *, withdraw: bool, by: str) -> int:
    """A person's answer about the withdrawals that a run withheld; gives how many were withdrawn.

    What a later run has seen again stays. A run is settled once: the second answer does nothing.
    """
    held = ImportRun.objects.select_for_update().get(pk=run.pk)
    if held.status != ImportStatus.WAITING:
        return 0
    withdrawn = 0
    if withdraw:
        numbers = held.lines.filter(outcome=ImportOutcome.WITHHELD).values_list("external_id", flat=True)
        missing = records_in_use(held.source).filter(external_id__in=numbers, seen_at__lt=held.started_at)
        records = list(missing.defer(*LARGE))
        withdraw_gone(records, run=held, confirmed=True)
        withdrawn = len(records)
    held.status, held.decided_by = ImportStatus.SUCCEEDED, by[:150]
    held.save()
    run.refresh_from_db()
    return withdrawn
