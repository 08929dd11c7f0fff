"""What became of the withdrawals that a run withheld until a person answered: decided, by whom, and line by line."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tourism.enums import ImportOutcome, ImportStatus
from tourism.models import ImportRun, ImportRunLine


def is_settled(run: ImportRun) -> bool:
    """Whether a run withheld withdrawals that wait no more: somebody answered, or a newer reading asked anew."""
    return bool(run.withheld) and run.status == ImportStatus.SUCCEEDED and not run.dry_run


def without_twins(lines: QuerySet[ImportRunLine]) -> QuerySet[ImportRunLine]:
    """Lines of a run, each object once: what was withheld and then withdrawn has a line for each."""
    withdrawn = ImportRunLine.objects.filter(
        run=OuterRef("run"), external_id=OuterRef("external_id"), outcome=ImportOutcome.WITHDRAWN
    )
    return lines.exclude(Q(outcome=ImportOutcome.WITHHELD) & Exists(withdrawn))


def decision_sentence(run: ImportRun) -> str:
    """ "28 retirées, 2 gardées, par agence"; '' when nothing was withheld, or when that waits. One statement."""
    if not is_settled(run):
        return ""
    if not run.decided_by:
        return _("sans réponse : un import plus récent a remplacé la question")
    kept = without_twins(run.lines.filter(outcome=ImportOutcome.WITHHELD)).count()
    withdrawn = max(run.withheld - kept, 0)
    said = [
        ngettext("%d retirée", "%d retirées", withdrawn) % withdrawn if withdrawn else "",
        ngettext("%d gardée", "%d gardées", kept) % kept if kept else "",
        _("par %s") % run.decided_by,
    ]
    return ", ".join(filter(None, said))


def show_decisions(lines: Iterable[ImportRunLine], *, run: ImportRun) -> None:
    """Give lines their `badge` (``{"label", "tone"}``) and `decided` (by whom, '' where nobody was asked); one
    statement, and only for a run that is settled."""
    lines = list(lines)
    outcomes: dict[str, set[str]] = {}
    if is_settled(run):
        asked = (ImportOutcome.WITHHELD, ImportOutcome.WITHDRAWN)
        noted = run.lines.filter(external_id__in=[line.external_id for line in lines], outcome__in=asked)
        for number, outcome in noted.values_list("external_id", "outcome"):
            outcomes.setdefault(number, set()).add(outcome)
    for line in lines:
        line.badge = {"label": line.get_outcome_display(), "tone": line.tone}
        line.decided = ""
        found = outcomes.get(line.external_id, set())
        if ImportOutcome.WITHHELD in found and line.outcome in found:
            line.badge, line.decided = _decided(run, withdrawn=ImportOutcome.WITHDRAWN in found)


def _decided(run: ImportRun, *, withdrawn: bool) -> tuple[dict[str, Any], str]:
    if not run.decided_by:
        return {"label": _("Sans suite"), "tone": "quiet"}, _("un import plus récent a remplacé la question")
    by = _("décidé par %s") % run.decided_by
    if withdrawn:
        return {"label": ImportOutcome.WITHDRAWN.label, "tone": "warning"}, by
    return {"label": _("Gardé"), "tone": "positive"}, by
