"""The list of announcements, and the menu entry that says how many wait."""

from typing import Any

import django_filters
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permissions import policy_registry

from agenda.admin.announcements.page import AnnouncementView, PictureView, spoken_dates, state_badge
from agenda.admin.announcements.policy import AnnouncementPolicy, waiting_for
from agenda.enums import SubmissionState
from agenda.models import Submission
from cms.admin.lists import ReadOnlyIndexView
from tourism.admin.columns import WIDE, TemplateColumn, commune_column, office_column
from tourism.admin.filters import communes, offices
from tourism.admin.viewsets.golden import ScopedViewSet


class QueueMenuItem(MenuItem):
    """The label with how many wait for who looks; one statement a page."""

    def is_shown(self, request: Any) -> bool:
        return AnnouncementPolicy(Submission).user_has_permission(request.user, "view")

    def render_component(self, request: Any) -> Any:
        component = super().render_component(request)
        waiting = waiting_for(request.user).count()
        component.label = f"{self.label} ({waiting})" if waiting else str(self.label)
        return component


class AnnouncementFilterSet(WagtailFilterSet):
    """By state, commune and office."""

    state = django_filters.ChoiceFilter(
        choices=SubmissionState.choices, label=gettext_lazy("État"), empty_label=gettext_lazy("Tous")
    )
    commune = django_filters.ModelChoiceFilter(queryset=communes, label=gettext_lazy("Commune"))
    office = django_filters.ModelChoiceFilter(queryset=offices, label=gettext_lazy("Office"))

    class Meta:
        model = Submission
        fields: list[str] = []


class AnnouncementIndexView(ReadOnlyIndexView):
    """What waits first, the oldest on top; then what was asked, then what is settled, the latest first."""

    title_label = capfirst(Submission._meta.get_field("title").verbose_name)
    default_ordering = "queue"

    def get_base_queryset(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(Submission)
        seen = policy.instances_user_has_any_permission_for(self.request.user, ["view"])
        return seen.select_related("commune", "office").defer("text")

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.ordering != "queue":
            return super().order_queryset(queryset)
        places = {SubmissionState.WAITING: 0, SubmissionState.ASKED: 1}
        place = Case(
            *(When(state=state, then=Value(number)) for state, number in places.items()),
            default=Value(2),
            output_field=IntegerField(),
        )
        waits = Case(When(state=SubmissionState.WAITING, then="created_at"))
        return queryset.annotate(place=place, waits=waits).order_by("place", "waits", "-updated_at", "-pk")


class AnnouncementViewSet(ScopedViewSet):
    """Announcements sent without an account."""

    model = Submission
    icon = "mail"
    menu_label = gettext_lazy("Annonces")
    menu_name = "announcements"
    menu_order = 155
    add_to_admin_menu = True
    menu_item_class = QueueMenuItem
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = AnnouncementIndexView
    inspect_view_class = AnnouncementView
    object_views = {"picture": PictureView}
    filterset_class = AnnouncementFilterSet
    search_fields = ["title", "where"]
    list_display = [
        "title",
        TemplateColumn("state", template="badge", label=gettext_lazy("État"), accessor=state_badge),
        Column("dates", label=gettext_lazy("Dates"), accessor=spoken_dates),
        commune_column(),
        office_column(),
        DateColumn("created_at", label=gettext_lazy("Reçue"), sort_key="created_at", classname=WIDE),
    ]
