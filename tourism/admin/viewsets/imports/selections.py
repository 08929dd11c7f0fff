"""Selections that somebody keeps in a source: what is in them. Written there, read here."""

from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import InspectView

from cms.admin.lists import ReadOnlyIndexView
from tourism.admin.fields import spoken_text
from tourism.admin.filters import in_selection
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import ANY
from tourism.admin.sources import source_name
from tourism.admin.viewsets.imports.parts import ImportsViewSet, source_filter
from tourism.models import Selection, SelectionMember, SourceRecord

# The model has no name of its own.
NAME, NAME_PLURAL = gettext_lazy("Sélection"), gettext_lazy("Sélections")


def with_counts(selections: QuerySet[Selection]) -> QuerySet[Selection]:
    """Selections with `member_count`, and `read_count` of those that we have."""
    members = SelectionMember.objects.filter(selection=OuterRef("pk")).order_by()
    ours = SourceRecord.objects.filter(
        source=OuterRef("selection__source"),
        external_id=OuterRef("external_id"),
        withdrawn_at=None,
        subject_id__isnull=False,
    )
    total = members.values("selection").annotate(n=Count("pk")).values("n")
    read = members.filter(Exists(ours)).values("selection").annotate(n=Count("pk")).values("n")
    return selections.annotate(
        member_count=Coalesce(Subquery(total, output_field=IntegerField()), 0),
        read_count=Coalesce(Subquery(read, output_field=IntegerField()), 0),
    )


def counts_by_kind(selection: Selection, user: Any) -> list[dict[str, Any]]:
    """``[{"label", "count", "url"}]``: how many of each kind somebody sees of a selection. A statement per kind."""
    shown = []
    for kind, edited in EDITED_KINDS.items():
        seen = policy_registry.get_by_type(edited.model).instances_user_has_any_permission_for(user, ANY)
        count = seen.filter(in_selection(selection, kind=kind)).count()
        url = f"{reverse(f'{edited.urls}:list')}?selection={selection.pk}"
        shown.append({"label": edited.model._meta.verbose_name_plural, "count": count, "url": url})
    return shown


class SelectionFilterSet(WagtailFilterSet):
    """By source."""

    source = source_filter()

    class Meta:
        model = Selection
        fields: list[str] = []


class SelectionIndexView(ReadOnlyIndexView):
    """Selections with their counts: one statement for all."""

    page_title = NAME_PLURAL
    title_label = NAME
    verbose_name_plural = NAME_PLURAL

    def get_base_queryset(self) -> QuerySet[Any]:
        return with_counts(super().get_base_queryset())


class SelectionInspectView(InspectView):
    """One selection: where its objects are listed."""

    template_name = "tourism/admin/pages/selection.html"

    page_title = NAME

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *before, listed, own = super().get_breadcrumbs_items()
        return [*before, listed | {"label": NAME_PLURAL}, own]

    def get_page_subtitle(self) -> str:
        return self.object.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        selection = with_counts(Selection.objects.filter(pk=self.object.pk)).get()
        return super().get_context_data(**kwargs) | {
            "selection": selection,
            "source": source_name(selection.source),
            "shown_as": spoken_text("name", selection.labels),
            "kinds": counts_by_kind(selection, self.request.user),
        }


class SelectionViewSet(ImportsViewSet):
    """Selections of the sources."""

    model = Selection
    icon = "list-ul"
    menu_label = NAME_PLURAL
    menu_name = "selections"
    index_view_class = SelectionIndexView
    inspect_view_class = SelectionInspectView
    page_template = "selection"
    search_fields = ["name", "external_id"]
    filterset_class = SelectionFilterSet
    list_display = [
        "__str__",
        Column(
            "source",
            label=gettext_lazy("Source"),
            accessor=lambda selection: source_name(selection.source),
            classname="tr-wide-only",
        ),
        Column("external_id", label=gettext_lazy("Identifiant"), classname="tr-wide-only"),
        Column("member_count", label=gettext_lazy("Fiches"), sort_key="member_count"),
        Column("read_count", label=gettext_lazy("Dont reçues"), sort_key="read_count"),
    ]
