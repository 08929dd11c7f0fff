"""What is wrong with feeds as a whole, now and before."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import InspectView

from cms.admin.lists import ReadOnlyIndexView
from tourism.actions.alerts import feed_troubles, trouble_path
from tourism.admin.columns import TemplateColumn
from tourism.admin.sources import source_name
from tourism.admin.viewsets.imports.parts import ImportsViewSet, source_filter
from tourism.models import FeedAlert


def open_alerts() -> QuerySet[FeedAlert]:
    """Alerts that have not passed, the newest first."""
    return FeedAlert.objects.filter(closed_at=None).order_by("-opened_at")


def alert_url(alert: FeedAlert) -> str:
    """The page of an alert."""
    return reverse(FeedAlert.snippet_viewset.get_url_name("inspect"), args=[alert.pk])


def alert_badge(alert: FeedAlert) -> dict[str, Any]:
    """``{"label", "tone"}``."""
    if alert.closed_at is None:
        return {"label": _("En cours"), "tone": "critical"}
    return {"label": _("Passée"), "tone": "quiet"}


def about_url(alert: FeedAlert) -> str:
    """Where something can be done about an alert that goes on; '' when it has passed."""
    if alert.closed_at is not None:
        return ""
    troubles = feed_troubles(now=timezone.now())
    found = (trouble for trouble in troubles if (trouble.source, trouble.kind) == (alert.source, alert.kind))
    return next((trouble_path(trouble) for trouble in found), "")


class AlertFilterSet(WagtailFilterSet):
    """Those that go on, or those that passed."""

    source = source_filter()
    passed = django_filters.BooleanFilter(
        field_name="closed_at", lookup_expr="isnull", exclude=True, label=gettext_lazy("Passée")
    )

    class Meta:
        model = FeedAlert
        fields = ["kind"]


class AlertIndexView(ReadOnlyIndexView):
    """What goes on first."""

    title_label = gettext_lazy("Constat")
    title_accessor = "sentence"

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().order_by(F("closed_at").desc(nulls_first=True), "-opened_at", "-pk")


class AlertInspectView(InspectView):
    """One alert."""

    template_name = "tourism/admin/pages/alert.html"

    def get_page_title(self) -> str:
        return _("Alerte")

    def get_page_subtitle(self) -> str:
        return f"{self.object.get_kind_display()}, {source_name(self.object.source)}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        alert: FeedAlert = self.object
        return super().get_context_data(**kwargs) | {
            "alert": alert,
            "badge": alert_badge(alert),
            "source": source_name(alert.source),
            "about_url": about_url(alert),
        }


class FeedAlertViewSet(ImportsViewSet):
    """Alerts and their history."""

    model = FeedAlert
    icon = "warning"
    menu_label = gettext_lazy("Alertes")
    menu_name = "alerts"
    index_view_class = AlertIndexView
    inspect_view_class = AlertInspectView
    page_template = "alert"
    filterset_class = AlertFilterSet
    list_display = [
        "__str__",
        TemplateColumn("state", template="badge", label=gettext_lazy("État"), accessor=alert_badge),
        Column(
            "kind", label=gettext_lazy("Nature"), accessor="get_kind_display", sort_key="kind", classname="tr-wide-only"
        ),
        Column(
            "source",
            label=gettext_lazy("Source"),
            accessor=lambda alert: source_name(alert.source),
            classname="tr-wide-only",
        ),
        DateColumn("opened_at", label=gettext_lazy("Depuis"), sort_key="opened_at"),
        DateColumn("closed_at", label=gettext_lazy("Jusqu’à"), sort_key="closed_at", classname="tr-wide-only"),
        DateColumn("mailed_at", label=gettext_lazy("Écrit"), sort_key="mailed_at", classname="tr-wide-only"),
    ]
