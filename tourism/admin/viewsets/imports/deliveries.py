"""Exports that a source announced: which are in, which wait, and what somebody may do about one that does not pass."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import InspectView

from cms.admin.lists import ReadOnlyIndexView
from tourism.actions.deliveries import retry_delivery, skip_delivery
from tourism.admin.addresses import run_url
from tourism.admin.columns import TemplateColumn
from tourism.admin.policies import sees_everything
from tourism.admin.viewsets.imports.parts import ImportsViewSet, ObjectActionView
from tourism.admin.viewsets.imports.runs import run_badge, run_title
from tourism.enums import DeliveryState
from tourism.models import ExportDelivery

STATE_TONES = {
    DeliveryState.DONE: "positive",
    DeliveryState.FAILED: "critical",
    DeliveryState.EMPTY: "warning",
    DeliveryState.SKIPPED: "warning",
    DeliveryState.WAITING: "own",
}
RETRIED = (DeliveryState.FAILED, DeliveryState.SKIPPED)
SKIPPED = (DeliveryState.FAILED, DeliveryState.WAITING)


def delivery_badge(delivery: ExportDelivery) -> dict[str, Any]:
    """``{"label", "tone"}``."""
    tone = STATE_TONES.get(DeliveryState(delivery.state), "quiet")
    return {"label": delivery.get_state_display(), "tone": tone}


def spoken_extent(delivery: ExportDelivery) -> str:
    """Complete or differential, and that somebody asked for it by hand."""
    extent = _("Complet") if delivery.full else _("Différentiel")
    return f"{extent}, {_('ponctuel')}" if delivery.one_off else extent


def delivery_url(delivery: ExportDelivery) -> str:
    """The page of an export."""
    return reverse(ExportDelivery.snippet_viewset.get_url_name("inspect"), args=[delivery.pk])


class DeliveryIndexView(ReadOnlyIndexView):
    """The newest export first."""

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related("run")


class DeliveryInspectView(InspectView):
    """One export, and the two buttons of one that does not pass."""

    template_name = "tourism/admin/pages/delivery.html"

    def get_page_title(self) -> str:
        return capfirst(ExportDelivery._meta.verbose_name)

    def get_page_subtitle(self) -> str:
        return self.object.stem

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        delivery: ExportDelivery = self.object
        viewset = ExportDelivery.snippet_viewset
        decides = sees_everything(self.request.user)
        retried = decides and delivery.state in RETRIED and bool(delivery.download_url)
        skipped = decides and delivery.state in SKIPPED
        return super().get_context_data(**kwargs) | {
            "delivery": delivery,
            "badge": delivery_badge(delivery),
            "extent": spoken_extent(delivery),
            "run": delivery.run,
            "run_badge": run_badge(delivery.run) if delivery.run else None,
            "run_title": run_title(delivery.run) if delivery.run else "",
            "run_url": run_url(delivery.run) if delivery.run else "",
            "retry_url": reverse(viewset.get_url_name("retry"), args=[delivery.pk]) if retried else "",
            "skip_url": reverse(viewset.get_url_name("skip"), args=[delivery.pk]) if skipped else "",
        }


class RetryDeliveryView(ObjectActionView):
    """Try an export again."""

    def act(self, instance: ExportDelivery) -> HttpResponse:
        if retry_delivery(instance):
            messages.success(self.request, _("L’export « %s » sera essayé de nouveau dans la minute.") % instance)
        else:
            messages.warning(self.request, _("L’export « %s » n’a pas à être essayé de nouveau.") % instance)
        return redirect(delivery_url(instance))


class SkipDeliveryView(ObjectActionView):
    """Go on without an export."""

    def act(self, instance: ExportDelivery) -> HttpResponse:
        if skip_delivery(instance, by=self.request.user.get_username()):
            messages.success(
                self.request,
                _("L’export « %s » est passé. Demandez un export complet à Apidae pour ne rien garder de périmé.")
                % instance,
            )
        else:
            messages.warning(self.request, _("L’export « %s » ne peut plus être passé.") % instance)
        return redirect(delivery_url(instance))


class ExportDeliveryViewSet(ImportsViewSet):
    """Exports that were announced."""

    model = ExportDelivery
    icon = "mail"
    menu_label = gettext_lazy("Exports annoncés")
    menu_name = "deliveries"
    index_view_class = DeliveryIndexView
    inspect_view_class = DeliveryInspectView
    page_template = "delivery"
    object_views = {"retry": RetryDeliveryView, "skip": SkipDeliveryView}
    search_fields = ["stem", "error"]
    list_filter = ["state", "full", "one_off"]
    list_display = [
        "__str__",
        TemplateColumn(
            "state", template="badge", label=gettext_lazy("État"), accessor=delivery_badge, sort_key="state"
        ),
        Column("extent", label=gettext_lazy("Étendue"), accessor=spoken_extent, classname="tr-wide-only"),
        DateColumn("exported_at", label=gettext_lazy("Fait"), sort_key="exported_at", classname="tr-wide-only"),
        DateColumn("received_at", label=gettext_lazy("Annoncé"), sort_key="received_at", classname="tr-widest-only"),
        Column("times_received", label=gettext_lazy("Annonces"), sort_key="times_received", classname="tr-widest-only"),
        Column("attempts", label=gettext_lazy("Essais"), sort_key="attempts", classname="tr-widest-only"),
        TemplateColumn(
            "error", template="note", label=gettext_lazy("Erreur"), accessor="error", classname="tr-wide-only"
        ),
        TemplateColumn(
            "run",
            template="link",
            label=gettext_lazy("Import fait"),
            accessor=lambda delivery: (
                {"url": run_url(delivery.run), "text": delivery.run.get_status_display()} if delivery.run else None
            ),
        ),
    ]
