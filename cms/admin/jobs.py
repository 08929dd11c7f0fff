"""The timetable: what the instance does by itself, when it did it last and when it does it next.

Who may see it is decided by the app that registers this view set.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import AdminTimeInput
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from cms.admin.lists import ReadOnlyIndexView
from cms.models import ScheduledJob

LONGEST_PERIOD = timedelta(days=31)


def job_label(name: str) -> str:
    """A job in French (settings.JOB_LABELS), its own name when nobody named it."""
    return str(getattr(settings, "JOB_LABELS", {}).get(name, name))


def spoken_period(job: ScheduledJob) -> str:
    """When a job runs: "chaque jour à 02:30", "toutes les 5 minutes", "toutes les heures"."""
    if job.at is not None:
        return _("chaque jour à %s") % time_format(job.at, "H:i")
    minutes = job.every or 0
    if minutes == 1:
        return _("chaque minute")
    if minutes == 60:
        return _("toutes les heures")
    if minutes and minutes % 60 == 0:
        return _("toutes les %d heures") % (minutes // 60)
    return _("toutes les %d minutes") % minutes


def spoken_length(job: ScheduledJob) -> str:
    """How long the last run took; that it goes on."""
    if job.started_at is None:
        return "—"
    if job.ended_at is None or job.ended_at < job.started_at:
        return _("en cours")
    seconds = round((job.ended_at - job.started_at).total_seconds())
    minutes, left = divmod(seconds, 60)
    return f"{minutes} min {left} s" if minutes else f"{left} s"


def spoken_next(job: ScheduledJob) -> str:
    """When a job comes next: "jeudi 26 nov., 02:30"; "—" when it does not."""
    if not job.enabled or job.next_run_at is None:
        return "—"
    return date_format(timezone.localtime(job.next_run_at), "l j N, H:i")


def job_state(job: ScheduledJob) -> dict[str, Any]:
    """``{"label", "tone"}``."""
    if not job.enabled:
        return {"label": _("Arrêté"), "tone": "quiet"}
    if job.started_at and (job.ended_at is None or job.ended_at < job.started_at):
        return {"label": _("En cours"), "tone": "own"}
    if job.error:
        return {"label": _("En erreur"), "tone": "critical"}
    return {"label": _("Actif"), "tone": "positive"}


class StateColumn(Column):
    """A badge."""

    cell_template_name = "cms/admin/badge.html"


class JobForm(WagtailAdminModelForm):
    """Whether and when: each day at an hour, or again and again."""

    every = forms.IntegerField(
        label=gettext_lazy("Toutes les … minutes"),
        required=False,
        min_value=1,
        max_value=int(LONGEST_PERIOD.total_seconds() // 60),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and (cleaned.get("at") is None) == (cleaned.get("every") is None):
            self.add_error("at", _("Donnez une heure, ou un nombre de minutes : l’un des deux."))
        return cleaned

    def save(self, commit: bool = True) -> ScheduledJob:
        """Only the times: the runner writes the other columns at any moment. It works out anew when the job comes."""
        job: ScheduledJob = self.instance
        times = {name: self.cleaned_data[name] for name in ("enabled", "at", "every")}
        if set(times) & set(self.changed_data):
            ScheduledJob.objects.filter(pk=job.pk).update(**times, next_run_at=None)
        job.refresh_from_db()
        return job


class LastRunPanel(Panel):
    """How the last run went, and the button that starts one now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/last_run.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            job: ScheduledJob = self.instance
            return super().get_context_data(parent_context) | {
                "job": job,
                "state": job_state(job),
                "length": spoken_length(job),
                "run_url": reverse(ScheduledJob.snippet_viewset.get_url_name("run_now"), args=[job.pk]),
            }


class JobIndexView(ReadOnlyIndexView):
    """Jobs by what comes next."""

    page_title = gettext_lazy("Travaux programmés")
    title_label = gettext_lazy("Travail")
    title_accessor = staticmethod(lambda job: job_label(job.name))

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().order_by(F("next_run_at").asc(nulls_last=True), "name")


class JobEditView(EditView):
    """Times of one job."""

    def get_page_subtitle(self) -> str:
        return job_label(self.object.name)

    @cached_property
    def header_buttons(self) -> list[Any]:
        return []


class RunNowView(PermissionCheckedMixin, View):
    """Lets the runner start a job at its next look at the timetable: POST only."""

    http_method_names = ["post"]
    permission_required = "change"
    model = ScheduledJob

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        job = get_object_or_404(ScheduledJob, pk=pk)
        ScheduledJob.objects.filter(pk=job.pk).update(next_run_at=timezone.now())
        if job.enabled:
            messages.success(request, _("« %s » est lancé dans la minute.") % job_label(job.name))
        else:
            messages.warning(request, _("« %s » est arrêté : activez-le d’abord.") % job_label(job.name))
        return redirect(reverse(ScheduledJob.snippet_viewset.get_url_name("list")))


class ScheduledJobViewSet(SnippetViewSet):
    """What the instance does by itself: nobody adds or deletes a job, the code knows which there are."""

    model = ScheduledJob
    icon = "time"
    menu_label = gettext_lazy("Travaux programmés")
    menu_name = "jobs"
    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 50
    index_view_class = JobIndexView
    edit_view_class = JobEditView
    list_display = [
        "__str__",
        StateColumn("state", label=gettext_lazy("État"), accessor=job_state),
        Column("period", label=gettext_lazy("Quand"), accessor=spoken_period, classname="tr-wide-only"),
        DateColumn("started_at", label=gettext_lazy("Dernière fois"), sort_key="started_at", classname="tr-wide-only"),
        Column("length", label=gettext_lazy("Durée"), accessor=spoken_length, classname="tr-wide-only"),
        Column(
            "report",
            label=gettext_lazy("Compte rendu"),
            accessor=lambda job: shortened(job.error or job.report),
            classname="tr-wide-only",
        ),
        Column("next_run_at", label=gettext_lazy("Prochaine fois"), accessor=spoken_next, sort_key="next_run_at"),
    ]
    edit_handler = ObjectList(
        [
            LastRunPanel(),
            MultiFieldPanel(
                [
                    FieldPanel("enabled"),
                    FieldRowPanel([FieldPanel("at", widget=AdminTimeInput), FieldPanel("every")]),
                ],
                heading=gettext_lazy("Quand"),
            ),
        ],
        base_form_class=JobForm,
    )

    def get_urlpatterns(self) -> list[Any]:
        run_now = path("run-now/<int:pk>/", self.construct_view(RunNowView), name="run_now")
        return [*super().get_urlpatterns(), run_now]


def shortened(text: str, length: int = 140) -> str:
    """The beginning of a report, for a cell."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
