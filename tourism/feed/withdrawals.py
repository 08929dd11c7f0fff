"""What a feed no longer brings: withdrawn at once when it is little, by a person's yes when it is much."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tourism.actions import (
    Gone,
    TooManyWithdrawalsError,
    check_withdrawals,
    end_settling,
    gone_records,
    locked_subjects,
    note_lines,
    records_in_use,
    settle_run,
    withdraw_records,
)
from tourism.enums import ImportOutcome
from tourism.feed.items import batches
from tourism.feed.subjects import SUBJECTS, refold_by_id
from tourism.models import ImportRun

AT_ONCE = 200


def withdraw_gone(
    records: list[Gone], *, run: ImportRun, confirmed: bool, as_of: datetime | None = None
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
    if run.dry_run:
        run.withdrawn += len(records)
        note_lines(run, ImportOutcome.WITHDRAWN, records, reason=_("N’est plus dans le flux."))
        return {}
    changed: dict[str, list[int]] = defaultdict(list)
    for batch in batches(records, AT_ONCE):
        with transaction.atomic():
            by_kind: dict[str, list[int]] = defaultdict(list)
            # Objects before records, in the order in which an import takes them: else each could wait for the other.
            for kind in SUBJECTS:
                mine = [record.subject_id for record in batch if record.kind == kind and record.subject_id]
                locked_subjects(SUBJECTS[kind].model, mine)
            withdrawn = withdraw_records(batch, run=run, as_of=as_of)
            for kind, subject in withdrawn:
                by_kind[kind].append(subject)
            for kind, ids in by_kind.items():
                refold_by_id(kind, ids)
                changed[kind] += ids
            run.withdrawn += len(withdrawn)
            run.save(update_fields=["withdrawn"])
    return changed


def withhold(records: Sequence[Gone], *, run: ImportRun) -> None:
    """Note records whose withdrawal waits for a person."""
    note_lines(run, ImportOutcome.WITHHELD, records, reason=_("N’est plus dans le flux."))
    run.withheld += len(records)


def settle_withdrawals(run: ImportRun, *, withdraw: bool, by: str) -> int:
    """A person's answer about the withdrawals that a run withheld; gives how many were withdrawn.

    What a later run has seen again stays. A run is settled once: the second answer does nothing.

    Raises RunInProgressError when something is to be withdrawn while its source is being read.
    """
    if not settle_run(run, by=by, withdraw=withdraw):
        return 0
    before, done = run.withdrawn, not withdraw
    if withdraw:
        try:
            numbers = run.lines.filter(outcome=ImportOutcome.WITHHELD).values_list("external_id", flat=True)
            missing = records_in_use(run.source).filter(external_id__in=numbers, seen_at__lt=run.started_at)
            # As of when the source said it: what it made before that does not bring them back.
            withdraw_gone(gone_records(missing), run=run, confirmed=True, as_of=run.as_of or run.started_at)
            done = True
        finally:
            end_settling(run, done=done)
    return run.withdrawn - before
