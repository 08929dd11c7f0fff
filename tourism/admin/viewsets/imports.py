"""Runs of imports and what they could not take. Read only."""

import json
import zlib
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import IndexView, InspectView

from tourism.admin.columns import TemplateColumn
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import ANY
from tourism.admin.viewsets.golden import ScopedViewSet
from tourism.enums import ImportOutcome, ImportStatus
from tourism.models import ImportRun, SourceRecord
from tourism.schema.resolving import SOURCE_NAMES

LINES_PER_PAGE = 50
LARGEST_RAW = 2_000_000
RUN_TONES = {
    ImportStatus.SUCCEEDED: "positive",
    ImportStatus.FAILED: "critical",
    ImportStatus.INTERRUPTED: "warning",
    ImportStatus.RUNNING: "quiet",
}
OUTCOME_TONES = {
    ImportOutcome.CREATED: "positive",
    ImportOutcome.UPDATED: "own",
    ImportOutcome.WITHDRAWN: "warning",
    ImportOutcome.QUARANTINED: "critical",
}
COUNTS = ("read", "created", "updated", "unchanged", "withdrawn", "quarantined")


def source_name(source: str) -> str:
    """A source as people call it."""
    return SOURCE_NAMES.get(source, source)


def run_badge(run: ImportRun) -> dict[str, Any]:
    """``{"label", "tone"}``."""
    return {"label": run.get_status_display(), "tone": RUN_TONES.get(run.status, "quiet")}


def run_seconds(run: ImportRun) -> float | None:
    """Length of a run that is over."""
    return (run.finished_at - run.started_at).total_seconds() if run.finished_at else None


def spoken_seconds(seconds: float | None) -> str:
    """A length of time: "8 s", "3 min 20 s"."""
    if seconds is None:
        return "—"
    minutes, left = divmod(round(seconds), 60)
    return f"{minutes} min {left} s" if minutes else f"{seconds:.1f} s".replace(".", ",")


def run_title(run: ImportRun) -> str:
    """ "Apidae Tourisme, 25 novembre 2026 19:41"."""
    return f"{source_name(run.source)}, {date_format(timezone.localtime(run.started_at), 'j F Y H:i')}"


class RunIndexView(IndexView):
    """Runs named by their source and local time."""

    def _get_title_column(self, *args: Any, **kwargs: Any) -> Any:
        column = super()._get_title_column(*args, **kwargs)
        column.label, column.accessor = capfirst(ImportRun._meta.verbose_name), run_title
        return column


class RunInspectView(InspectView):
    """One run: counts, error, and the lines of one outcome at a time."""

    def get_page_title(self) -> str:
        return capfirst(ImportRun._meta.verbose_name)

    def get_page_subtitle(self) -> str:
        return run_title(self.object)

    template_name = "tourism/admin/pages/run.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        run: ImportRun = self.object
        outcome = self.request.GET.get("outcome", "")
        lines = run.lines.all()
        if outcome in ImportOutcome.values:
            lines = lines.filter(outcome=outcome)
        page = Paginator(lines, LINES_PER_PAGE).get_page(self.request.GET.get("p"))
        subjects = self._subjects([line.external_id for line in page])
        for line in page:
            line.tone = OUTCOME_TONES.get(line.outcome, "quiet")
            line.url = subjects.get(line.external_id, "")
        return context | {
            "run": run,
            "badge": run_badge(run),
            "source": source_name(run.source),
            "duration": spoken_seconds(run_seconds(run)),
            "counts": [(run._meta.get_field(name).verbose_name, getattr(run, name), name) for name in COUNTS],
            "outcomes": [choice for choice in ImportOutcome.choices if choice[0] != ImportOutcome.UNCHANGED],
            "outcome": outcome,
            "lines": page,
        }

    def _subjects(self, external_ids: list[str]) -> dict[str, str]:
        """Addresses of the objects that lines are about."""
        records = SourceRecord.objects.filter(
            source=self.object.source, external_id__in=external_ids, subject_id__isnull=False
        ).values_list("external_id", "kind", "subject_id")
        return {
            number: EDITED_KINDS[kind].edit_url(subject) for number, kind, subject in records if kind in EDITED_KINDS
        }


class ImportRunViewSet(ScopedViewSet):
    """The history of imports."""

    model = ImportRun
    icon = "download"
    menu_label = _("Imports")
    menu_name = "imports"
    index_view_class = RunIndexView
    inspect_view_enabled = True
    inspect_view_class = RunInspectView
    copy_view_enabled = False
    list_filter = ["source", "status", "dry_run"]
    list_display = [
        "__str__",
        TemplateColumn("status", template="badge", label=_("État"), accessor=run_badge),
        Column("duration", label=_("Durée"), accessor=lambda run: spoken_seconds(run_seconds(run))),
        *(
            Column(name, label=ImportRun._meta.get_field(name).verbose_name.capitalize(), sort_key=name)
            for name in COUNTS
        ),
    ]

    @cached_property
    def inspect_template_name(self) -> str:
        return RunInspectView.template_name


class RecordIndexView(IndexView):
    """Records that wait in quarantine."""

    def get_base_queryset(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(SourceRecord)
        records = policy.instances_user_has_any_permission_for(self.request.user, ANY)
        return records.exclude(quarantine_reason="").defer("raw", "since").order_by("-seen_at", "pk")


def readable_raw(raw: bytes) -> str:
    """The object as the source sent it, indented; a sentence when it cannot be shown."""
    if not raw:
        return ""
    try:
        unpacked = zlib.decompressobj().decompress(bytes(raw), LARGEST_RAW)
        return json.dumps(json.loads(unpacked), ensure_ascii=False, indent=2)
    except (zlib.error, ValueError, RecursionError):
        return str(_("Cette fiche ne peut pas être affichée."))


class RecordInspectView(InspectView):
    """One record: why it is in quarantine, what was understood, what came."""

    page_title = _("Fiche d’origine")

    def get_page_subtitle(self) -> str:
        return f"{source_name(self.object.source)} {self.object.external_id}"

    template_name = "tourism/admin/pages/record.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        record: SourceRecord = self.object
        kind = EDITED_KINDS.get(record.kind)
        return context | {
            "record": record,
            "source": source_name(record.source),
            "raw": readable_raw(record.raw),
            "normalised": json.dumps(record.record, ensure_ascii=False, indent=2) if record.record else "",
            "edit_url": kind.edit_url(record.subject_id) if kind and record.subject_id else "",
        }


class SourceRecordViewSet(ScopedViewSet):
    """Quarantine; any record is opened from the object that it is about."""

    model = SourceRecord
    icon = "warning"
    menu_label = _("Quarantaine")
    menu_name = "quarantine"
    index_view_class = RecordIndexView
    inspect_view_enabled = True
    inspect_view_class = RecordInspectView
    copy_view_enabled = False
    search_fields = ["external_id", "quarantine_reason", "owner"]
    list_filter = ["source"]
    list_display = [
        "__str__",
        Column("quarantine_reason", label=_("Raison"), classname="tr-wide"),
        Column("owner", label=_("Propriétaire")),
        DateColumn("seen_at", label=_("Vue"), sort_key="seen_at"),
    ]

    @cached_property
    def inspect_template_name(self) -> str:
        return RecordInspectView.template_name
