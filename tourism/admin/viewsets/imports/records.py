"""Trying again what is in quarantine, one record or many, and the view set of records."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from tourism.admin.addresses import run_url
from tourism.admin.sources import edited_source, source_name
from tourism.admin.viewsets.imports.parts import AgencyActionMixin, ImportsViewSet, ObjectActionView
from tourism.admin.viewsets.imports.quarantine import (
    SEARCHED,
    RecordFilterSet,
    RecordIndexView,
    RecordInspectView,
    quarantined_records,
    searched,
)
from tourism.enums import RecordKind
from tourism.models import ImportRun, SourceRecord

# More records than this are tried again in several times: the page must be answered.
MOST_RETRIED = 1_000


def retry_and_tell(request: HttpRequest, records: Iterable[SourceRecord]) -> HttpResponse:
    """Try records again, by source; says what became of them and goes to the run."""
    ids: dict[str, list[str]] = {}
    for record in records:
        ids.setdefault(record.source, []).append(record.external_id)
    target = reverse(SourceRecord.snippet_viewset.get_url_name("list"))
    if not ids:
        messages.warning(request, _("Aucune fiche à essayer de nouveau."))
    for source, numbers in ids.items():
        edited = edited_source(source)
        if edited is None:
            messages.error(
                request, _("Les fiches de « %s » ne peuvent pas être essayées de nouveau.") % source_name(source)
            )
            continue
        try:
            run = edited.retry(numbers, request.user.get_username())
        except Exception as error:
            sentence = getattr(error, "sentence", "")
            if not sentence:
                raise
            messages.error(request, sentence)
            continue
        tell_of_retry(request, run, asked=len(numbers))
        target = run_url(run)
    return redirect(target)


def tell_of_retry(request: HttpRequest, run: ImportRun, *, asked: int) -> None:
    """A message with the result of a run that tried records again."""
    if run.error:
        messages.error(request, run.error)
    taken = run.created + run.updated + run.unchanged
    said = ngettext("%(taken)d fiche reprise", "%(taken)d fiches reprises", taken) % {"taken": taken}
    if run.quarantined:
        said = _("%(said)s, %(left)d toujours en quarantaine") % {"said": said, "left": run.quarantined}
    if asked > taken + run.quarantined:
        said = _("%(said)s, %(left)d sans changement") % {"said": said, "left": asked - taken - run.quarantined}
    (messages.success if taken and not run.quarantined else messages.warning)(request, f"{said}.")


class RetryRecordView(ObjectActionView):
    """Try one record again, unless it has left quarantine since the page was opened."""

    def act(self, instance: SourceRecord) -> HttpResponse:
        return retry_and_tell(self.request, quarantined_records(self.request.user).filter(pk=instance.pk))


class RetryRecordsView(AgencyActionMixin, PermissionCheckedMixin, View):
    """Try again the records that are ticked or, with `all`, those of the list as it is filtered."""

    http_method_names = ["post"]
    any_permission_required = ["view"]
    model = SourceRecord

    def post(self, request: HttpRequest) -> HttpResponse:
        records = quarantined_records(request.user).only("source", "external_id")
        if "all" in request.POST:
            filters = RecordFilterSet(request.GET, queryset=quarantined_records(request.user), request=request)
            # A filter that cannot be read finds nothing, rather than everything.
            kept = filters.qs if filters.is_valid() else SourceRecord.objects.none()
            found = searched(kept, request.GET.get("q", "")).only("source", "external_id")
        else:
            ticked = [
                int(pk) for pk in request.POST.getlist("ticked") if pk.isascii() and pk.isdigit() and len(pk) < 18
            ]
            found = records.filter(pk__in=ticked[:MOST_RETRIED])
        chosen = list(found[: MOST_RETRIED + 1])
        if len(chosen) > MOST_RETRIED:
            messages.info(request, _("Les %d premières seulement : recommencez pour les suivantes.") % MOST_RETRIED)
        return retry_and_tell(request, chosen[:MOST_RETRIED])


def spoken_kind(record: SourceRecord) -> str:
    """What a record is about."""
    return str(RecordKind(record.kind).label)


def spoken_source(record: SourceRecord) -> str:
    """Whose record it is."""
    return source_name(record.source)


class SourceRecordViewSet(ImportsViewSet):
    """Quarantine; any record is opened from the object that it is about."""

    model = SourceRecord
    icon = "warning"
    menu_label = gettext_lazy("Quarantaine")
    menu_name = "quarantine"
    index_view_class = RecordIndexView
    inspect_view_class = RecordInspectView
    page_template = "record"
    object_views = {"retry": RetryRecordView}
    search_fields = list(SEARCHED)
    filterset_class = RecordFilterSet
    index_results_template_name = RecordIndexView.results_template_name
    list_display = [
        "__str__",
        Column("quarantine_reason", label=gettext_lazy("Raison"), classname="tr-wide"),
        Column("kind", label=gettext_lazy("Nature"), accessor=spoken_kind, classname="tr-wide-only"),
        Column("source", label=gettext_lazy("Source"), accessor=spoken_source, classname="tr-wide-only"),
        Column("owner", label=gettext_lazy("Propriétaire"), classname="tr-wide-only"),
        DateColumn("since_when", label=gettext_lazy("En quarantaine depuis"), classname="tr-wide-only"),
        DateColumn("seen_at", label=gettext_lazy("Vue"), sort_key="seen_at", classname="tr-wide-only"),
    ]

    def get_urlpatterns(self) -> list[Any]:
        several = path("retry/", self.construct_view(RetryRecordsView), name="retry_several")
        return [*super().get_urlpatterns(), several]
