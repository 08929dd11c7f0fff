"""Runs of imports: how far they are, what they changed and, when they would withdraw too much, whether they may."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import InspectView

from cms.admin.lists import ReadOnlyIndexView
from tourism.admin.addresses import page_query, record_url, withdrawals_url
from tourism.admin.columns import TemplateColumn
from tourism.admin.communes import commune_names
from tourism.admin.differences import change_rows
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import sees_everything
from tourism.admin.sources import source_name
from tourism.admin.viewsets.imports.decisions import decision_sentence, is_settled, show_decisions, without_twins
from tourism.admin.viewsets.imports.parts import source_filter
from tourism.enums import ImportOutcome, ImportStatus
from tourism.models import ImportRun, ImportRunLine, SourceRecord

LINES_PER_PAGE = 50
RUN_TONES = {
    ImportStatus.SUCCEEDED: "positive",
    ImportStatus.FAILED: "critical",
    ImportStatus.INTERRUPTED: "warning",
    ImportStatus.WAITING: "warning",
    ImportStatus.RUNNING: "quiet",
}
OUTCOME_TONES = {
    ImportOutcome.CREATED: "positive",
    ImportOutcome.UPDATED: "own",
    ImportOutcome.WITHDRAWN: "warning",
    ImportOutcome.WITHHELD: "warning",
    ImportOutcome.QUARANTINED: "critical",
}
COUNTS = ("read", "created", "updated", "unchanged", "withdrawn", "withheld", "quarantined")
# Counts that the list shows on a phone too.
# On what screens; the others on those that are not a phone's.
COUNTS_SHOWN = {"quarantined": "", "read": "tr-widest-only", "unchanged": "tr-widest-only"}
# Counts whose objects have lines that can be shown.
OUTCOMES_OF_COUNTS = {
    "created": ImportOutcome.CREATED,
    "updated": ImportOutcome.UPDATED,
    "withdrawn": ImportOutcome.WITHDRAWN,
    "withheld": ImportOutcome.WITHHELD,
    "quarantined": ImportOutcome.QUARANTINED,
}
LONGEST_SEARCH = 100


def would_wait(run: ImportRun) -> bool:
    """Whether a trial ended where a real import would wait for a yes. It asks nothing of anybody, so it is closed as
    failed; nothing went wrong."""
    return bool(run.dry_run and run.withheld) and run.status == ImportStatus.FAILED


def run_badge(run: ImportRun) -> dict[str, Any]:
    """``{"label", "tone"}``."""
    if would_wait(run):
        return {"label": ImportStatus.SUCCEEDED.label, "tone": "warning"}
    return {"label": run.get_status_display(), "tone": RUN_TONES.get(ImportStatus(run.status), "quiet")}


def run_seconds(run: ImportRun) -> float:
    """Length of a run, up to now while it goes on."""
    return ((run.finished_at or timezone.now()) - run.started_at).total_seconds()


def spoken_seconds(seconds: float | None) -> str:
    """A length of time: "8,0 s", "3 min 20 s", "1 h 12 min"."""
    if seconds is None:
        return "—"
    minutes, left = divmod(round(seconds), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02} min"
    return f"{minutes} min {left} s" if minutes else f"{seconds:.1f} s".replace(".", ",")


def spoken_rate(run: ImportRun) -> str:
    """Objects read each second; '' for what is too short to say."""
    seconds = run_seconds(run)
    if run.read < 2 or seconds < 0.5:
        return ""
    rate = run.read / seconds
    return _("%s fiches par seconde") % (f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}".replace(".", ","))


def run_title(run: ImportRun) -> str:
    """ "Apidae Tourisme, 25 novembre 2026 19:41"."""
    return f"{source_name(run.source)}, {date_format(timezone.localtime(run.started_at), 'j F Y H:i')}"


def run_counts(run: ImportRun, *, chosen: str = "") -> list[dict[str, Any]]:
    """``[{"name", "label", "count", "outcome", "current"}]``; without `outcome` there are no lines to show."""
    return [
        {
            "name": name,
            "label": _("retraits retenus")
            if name == "withheld" and is_settled(run)
            else run._meta.get_field(name).verbose_name,
            "count": getattr(run, name),
            "outcome": outcome if getattr(run, name) and (outcome := OUTCOMES_OF_COUNTS.get(name)) else "",
            "current": bool(chosen) and OUTCOMES_OF_COUNTS.get(name) == chosen,
        }
        for name in COUNTS
        if name != "withheld" or run.withheld
    ]


def outcome_label(run: ImportRun, outcome: str) -> str:
    """The heading of the lines of an outcome; '' for those of all."""
    if outcome == ImportOutcome.WITHHELD and is_settled(run):
        return _("Retraits retenus jusqu’à une réponse")
    return str(ImportOutcome(outcome).label) if outcome else ""


def run_progress(run: ImportRun) -> dict[str, Any] | None:
    """``{"read", "total", "percent"}`` of a run that goes on; `total` is None when the source did not say it."""
    if run.status != ImportStatus.RUNNING:
        return None
    percent = min(100, 100 * run.read // run.total) if run.total else None
    return {"read": run.read, "total": run.total, "percent": percent}


def waiting_sentence(run: ImportRun) -> str:
    """That withdrawals wait for a yes; '' when none do."""
    if run.status != ImportStatus.WAITING or not run.withheld:
        return ""
    return ngettext("%d retrait attend votre accord", "%d retraits attendent votre accord", run.withheld) % run.withheld


def trial_sentence(run: ImportRun) -> str:
    """What a trial would have asked; '' when it would have asked nothing."""
    if not would_wait(run):
        return ""
    return (
        ngettext(
            "Un vrai import retiendrait %d retrait jusqu’à votre accord.",
            "Un vrai import retiendrait %d retraits jusqu’à votre accord.",
            run.withheld,
        )
        % run.withheld
    )


def waiting_runs() -> QuerySet[ImportRun]:
    """Runs whose withdrawals wait for a person."""
    return ImportRun.objects.filter(status=ImportStatus.WAITING, withheld__gt=0)


def filtered_lines(lines: QuerySet[ImportRunLine], *, outcome: str, query: str) -> QuerySet[ImportRunLine]:
    """Lines of an outcome whose name or number contains the query."""
    if outcome in ImportOutcome.values:
        lines = lines.filter(outcome=outcome)
    if query:
        lines = lines.filter(Q(name__icontains=query) | Q(external_id__startswith=query))
    return lines


def show_lines(lines: list[ImportRunLine], *, source: str) -> None:
    """Give lines what their cells need, in two statements: `url` of the object, `record_url`, `tone` and `rows`."""
    records = {
        number: (pk, kind, subject)
        for pk, number, kind, subject in SourceRecord.objects.filter(
            source=source, external_id__in=[line.external_id for line in lines]
        ).values_list("pk", "external_id", "kind", "subject_id")
    }
    communes = commune_names(line.changes for line in lines)
    for line in lines:
        pk, kind, subject = records.get(line.external_id, (None, "", None))
        line.tone = OUTCOME_TONES.get(ImportOutcome(line.outcome), "quiet")
        line.url = EDITED_KINDS[kind].edit_url(subject) if subject and kind in EDITED_KINDS else ""
        line.record_url = record_url(pk) if pk else ""
        line.rows = change_rows(line.changes, communes=communes)


class RunFilterSet(WagtailFilterSet):
    """By source, state and extent."""

    source = source_filter()

    class Meta:
        model = ImportRun
        fields = ["status", "mode", "dry_run"]


class RunIndexView(ReadOnlyIndexView):
    """Runs named by their source and local time."""

    title_label = capfirst(ImportRun._meta.verbose_name)
    title_accessor = staticmethod(run_title)


class RunInspectView(InspectView):
    """One run: how it went, and the lines of one outcome at a time."""

    template_name = "tourism/admin/pages/run.html"

    def get_page_title(self) -> str:
        return capfirst(ImportRun._meta.verbose_name)

    def get_page_subtitle(self) -> str:
        return run_title(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        run: ImportRun = self.object
        outcome = self.request.GET.get("outcome", "")
        outcome = outcome if outcome in ImportOutcome.values else ""
        query = self.request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
        lines = filtered_lines(run.lines.all(), outcome=outcome, query=query)
        if is_settled(run) and not outcome:
            lines = without_twins(lines)
        page = Paginator(lines, LINES_PER_PAGE).get_page(self.request.GET.get("p"))
        page.object_list = list(page.object_list)
        show_lines(page.object_list, source=run.source)
        show_decisions(page.object_list, run=run)
        decides = sees_everything(self.request.user)
        return context | {
            "run": run,
            "badge": run_badge(run),
            "source": source_name(run.source),
            "duration": spoken_seconds(run_seconds(run)),
            "rate": spoken_rate(run),
            "progress": run_progress(run),
            "counts": run_counts(run, chosen=outcome),
            "waiting": waiting_sentence(run),
            "trial": trial_sentence(run),
            "decision": decision_sentence(run),
            "withdrawals_url": withdrawals_url(run) if decides else "",
            "outcome": outcome,
            "outcome_label": outcome_label(run, outcome),
            "query": query,
            "page_query": page_query(outcome=outcome, q=query),
            "lines": page,
        }


def run_columns() -> list[Any]:
    """Columns of the list of runs."""
    names = {name: capfirst(ImportRun._meta.get_field(name).verbose_name) for name in COUNTS}
    return [
        "__str__",
        TemplateColumn("status", template="badge", label=gettext_lazy("État"), accessor=run_badge),
        Column("mode", label=gettext_lazy("Étendue"), accessor=spoken_mode, classname="tr-widest-only"),
        Column(
            "started_by",
            label=gettext_lazy("Lancé par"),
            accessor=lambda run: run.started_by or "—",
            classname="tr-widest-only",
        ),
        Column(
            "duration",
            label=gettext_lazy("Durée"),
            accessor=lambda run: spoken_seconds(run_seconds(run)),
            classname="tr-wide-only",
        ),
        *(
            Column(name, label=names[name], sort_key=name, classname=COUNTS_SHOWN.get(name, "tr-wide-only"))
            for name in COUNTS
            if name != "withheld"
        ),
    ]


def spoken_mode(run: ImportRun) -> str:
    """How much a run could say, and that it wrote nothing."""
    return f"{run.get_mode_display()}, {_('à blanc')}" if run.dry_run else run.get_mode_display()
