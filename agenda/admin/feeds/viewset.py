"""The list of feeds, and who may see and change them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import IndexView

from agenda.admin.feeds.forms import FeedForm
from agenda.admin.feeds.views import (
    ANNOUNCED,
    AnswerView,
    FeedCreateView,
    FeedDeleteView,
    FeedEditView,
    ReadingsView,
    ReadView,
)
from agenda.models import EventFeed
from tourism.admin.columns import TemplateColumn
from tourism.admin.policies import ANY, OfficePolicy, office_ids, sees_everything
from tourism.admin.viewsets.golden import ScopedViewSet
from tourism.admin.viewsets.imports.runs import run_badge
from tourism.enums import ImportMode
from tourism.models import ImportRun, SourceRecord


class FeedPolicy(OfficePolicy):
    """Everybody who works for an office configures its feeds; the agency all of them."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(user.is_active and (sees_everything(user) or office_ids(user)))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return self.user_has_permission(user, "change")


def last_run_badge(feed: EventFeed) -> dict[str, Any]:
    """``{"label", "tone"}`` of the last reading, empty when there was none; that one is asked for."""
    if feed.asked_at is not None:
        return {"label": _("Demandée"), "tone": "quiet"}
    run = feed.last_run
    if run is None:
        return {"label": "—", "tone": "quiet"}
    day = date_format(timezone.localtime(run.started_at), "j N, H:i")
    badge = run_badge(run)
    return badge | {"label": f"{badge['label']}, {day}"}


class FeedIndexView(IndexView):
    """Feeds with their last reading and how many events they announce: three statements whatever their number."""

    def get_base_queryset(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(EventFeed)
        return policy.instances_user_has_any_permission_for(self.request.user, ANY).select_related("office")

    def get_table(self, object_list: Iterable[Any]) -> Any:
        feeds = list(object_list)
        sources = [feed.source for feed in feeds]
        read = ImportRun.objects.filter(source__in=sources, dry_run=False).exclude(mode=ImportMode.RETRY)
        last = read.order_by().values("source").annotate(last=Max("pk")).values("last")
        runs = {run.source: run for run in ImportRun.objects.filter(pk__in=last)}
        counts = dict(
            SourceRecord.objects.filter(source__in=sources)
            .values_list("source")
            .annotate(n=Count("pk", filter=Q(ANNOUNCED, withdrawn_at=None, subject_id__isnull=False)))
        )
        for feed in feeds:
            feed.last_run, feed.event_count = runs.get(feed.source), counts.get(feed.source, 0)
        return super().get_table(feeds)

    @cached_property
    def columns(self) -> list[Any]:
        hidden = {"bulk_actions"}
        if not sees_everything(self.request.user) and len(office_ids(self.request.user)) < 2:
            hidden.add("office")
        return [column for column in super().columns if column.name not in hidden]


class FeedViewSet(ScopedViewSet):
    """Feeds of events."""

    model = EventFeed
    icon = "rss"
    menu_label = gettext_lazy("Flux d’événements")
    menu_name = "event_feeds"
    add_label = gettext_lazy("Ajouter un flux")
    menu_hook = "register_territory_menu_item"
    menu_order = 250
    copy_view_enabled = False
    search_fields = ["name"]
    index_view_class = FeedIndexView
    add_view_class = FeedCreateView
    edit_view_class = FeedEditView
    delete_view_class = FeedDeleteView
    create_template_name = "agenda/admin/feed_create.html"
    edit_template_name = "agenda/admin/feed_edit.html"
    object_views: ClassVar[dict[str, type]] = {"read": ReadView, "answer": AnswerView, "readings": ReadingsView}
    list_display = [
        "name",
        Column("kind", label=gettext_lazy("Forme"), accessor="get_kind_display", classname="tr-wide-only"),
        Column("office", label=gettext_lazy("Office"), accessor="office.name", classname="tr-wide-only"),
        TemplateColumn("run", template="badge", label=gettext_lazy("Dernière lecture"), accessor=last_run_badge),
        Column("event_count", label=gettext_lazy("Événements"), accessor="event_count", classname="tr-wide-only"),
        BooleanColumn("enabled", label=gettext_lazy("Chaque nuit"), classname="tr-wide-only"),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
            FieldPanel("url"),
            FieldPanel("sheet"),
            FieldPanel("key"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("commune"), FieldPanel("category")]), FieldPanel("place")],
                heading=gettext_lazy("Pour les événements qui ne le disent pas"),
            ),
            FieldPanel("publishes_outside"),
            FieldRowPanel([FieldPanel("office"), FieldPanel("enabled")]),
        ],
        base_form_class=FeedForm,
    )
