"""Withdrawals that are so many that a person must say yes first, and the view set of runs."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.snippets.views.snippets import InspectView

from tourism.actions import RunInProgressError
from tourism.admin.addresses import run_url
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.sources import source_name
from tourism.admin.viewsets.imports.parts import AgencyActionMixin, ImportsViewSet
from tourism.admin.viewsets.imports.runs import (
    LINES_PER_PAGE,
    RunFilterSet,
    RunIndexView,
    RunInspectView,
    run_columns,
    run_title,
    show_lines,
    waiting_sentence,
)
from tourism.enums import ImportOutcome, RecordKind
from tourism.feed import settle_withdrawals
from tourism.models import ImportRun, ImportRunLine, SourceRecord


def withheld_records(run: ImportRun) -> QuerySet[SourceRecord]:
    """Records that a run would withdraw."""
    lines = run.lines.filter(outcome=ImportOutcome.WITHHELD)
    return SourceRecord.objects.filter(source=run.source, external_id__in=lines.values("external_id"))


def counts_by_kind(run: ImportRun) -> list[tuple[str, int]]:
    """(kind in words, number) of what a run would withdraw."""
    counts = withheld_records(run).order_by().values_list("kind").annotate(n=Count("pk"))
    return sorted(((kind_label(kind, number), number) for kind, number in counts), key=lambda one: -one[1])


def kind_label(kind: str, number: int) -> str:
    """ "lieux", "lieu"."""
    if kind not in EDITED_KINDS:
        return str(RecordKind(kind).label)
    options = EDITED_KINDS[kind].model._meta
    return str(options.verbose_name if number == 1 else options.verbose_name_plural)


def counts_by_office(run: ImportRun) -> list[tuple[str, int]]:
    """(office, number) of what a run would withdraw, the most concerned first and what is nobody's last; a statement
    per kind."""
    totals: Counter[str] = Counter()
    for kind, edited in EDITED_KINDS.items():
        subjects = withheld_records(run).filter(kind=kind).values("subject_id")
        counts = edited.model._default_manager.filter(pk__in=subjects).order_by().values_list("office__name")
        for office, number in counts.annotate(n=Count("pk")):
            totals[office or ""] += number
    ordered = sorted(totals.items(), key=lambda one: (one[0] == "", -one[1], one[0]))
    return [(office or _("sans office"), number) for office, number in ordered]


def show_offices(lines: Iterable[ImportRunLine], *, run: ImportRun) -> None:
    """Give lines the `kind` and `office` of their objects; a statement per kind."""
    lines = list(lines)
    records = SourceRecord.objects.filter(source=run.source, external_id__in=[line.external_id for line in lines])
    about = {
        number: (kind, subject) for number, kind, subject in records.values_list("external_id", "kind", "subject_id")
    }
    offices: dict[tuple[str, int], str] = {}
    for kind, edited in EDITED_KINDS.items():
        ids = [subject for found, subject in about.values() if found == kind and subject]
        names = edited.model._default_manager.filter(pk__in=ids).values_list("pk", "office__name")
        offices |= {(kind, pk): name or "" for pk, name in names}
    for line in lines:
        kind, subject = about.get(line.external_id, ("", None))
        line.kind = RecordKind(kind).label if kind else ""
        line.office = offices.get((kind, subject), "")


class WithdrawalsView(AgencyActionMixin, InspectView):
    """What would be withdrawn, and the two answers."""

    template_name = "tourism/admin/pages/withdrawals.html"

    def get_page_title(self) -> str:
        return _("Retraits à confirmer")

    def get_page_subtitle(self) -> str:
        return run_title(self.object)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not waiting_sentence(self.object):
            messages.info(request, self._settled())
            return redirect(run_url(self.object))
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        run: ImportRun = self.object
        answer = request.POST.get("answer")
        if not waiting_sentence(run):
            messages.info(request, self._settled())
        elif answer not in ("withdraw", "keep"):
            messages.error(request, _("Choisissez de retirer ces fiches ou de les garder : rien n’a été fait."))
            return self.get(request, *args, **kwargs)
        else:
            by = request.user.get_username()
            try:
                number = settle_withdrawals(run, withdraw=answer == "withdraw", by=by)
            except RunInProgressError as error:
                messages.error(request, error.sentence)
                return self.get(request, *args, **kwargs)
            said = ngettext("%d fiche retirée.", "%d fiches retirées.", number) % number
            messages.success(
                request, said if answer == "withdraw" else _("Ces fiches sont gardées. Rien n’a été retiré.")
            )
        return redirect(run_url(run))

    def _settled(self) -> str:
        by = self.object.decided_by
        return _("C’est déjà décidé, par %s.") % by if by else _("Aucun retrait n’attend dans cet import.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run: ImportRun = self.object
        lines = run.lines.filter(outcome=ImportOutcome.WITHHELD)
        page = Paginator(lines, LINES_PER_PAGE).get_page(self.request.GET.get("p"))
        page.object_list = list(page.object_list)
        show_lines(page.object_list, source=run.source)
        show_offices(page.object_list, run=run)
        return super().get_context_data(**kwargs) | {
            "run": run,
            "run_url": run_url(run),
            "source": source_name(run.source),
            "known": SourceRecord.objects.filter(source=run.source, withdrawn_at=None).count(),
            "by_kind": counts_by_kind(run),
            "by_office": counts_by_office(run),
            "lines": page,
        }


class ImportRunViewSet(ImportsViewSet):
    """The history of imports."""

    model = ImportRun
    icon = "download"
    menu_label = gettext_lazy("Historique des imports")
    menu_name = "imports"
    index_view_class = RunIndexView
    inspect_view_class = RunInspectView
    page_template = "run"
    object_views = {"withdrawals": WithdrawalsView}
    filterset_class = RunFilterSet
    list_display = run_columns()
