"""Filters of the lists."""

from typing import Any

import django_filters
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from tourism.admin.policies import office_ids, sees_everything
from tourism.enums import OWN_SOURCE
from tourism.models import Commune, Office, Place, Selection, SelectionMember, SourceRecord, Trail
from tourism.schema.resolving import source_names

OWN = "own"
PUBLICATION = (("published", _("Publié")), ("hidden", _("Masqué")), ("withdrawn", _("Retiré par la source")))


def communes(_request: Any) -> QuerySet[Commune]:
    """Communes by name."""
    return Commune.objects.order_by("name")


def offices(request: Any) -> QuerySet[Office]:
    """The offices whose things somebody sees."""
    every = Office.objects.order_by("name")
    return every if request is None or sees_everything(request.user) else every.filter(pk__in=office_ids(request.user))


def selections(_request: Any) -> QuerySet[Selection]:
    """Selections by name."""
    return Selection.objects.order_by("name")


def in_selection(selection: Selection, *, kind: str) -> Exists:
    """Whether a source's record of the row (of a RecordKind) is in a selection of that source."""
    members = SelectionMember.objects.filter(selection=selection).values("external_id")
    return Exists(
        SourceRecord.objects.filter(
            kind=kind, subject_id=OuterRef("pk"), source=selection.source, external_id__in=members
        )
    )


def chosen_sources() -> list[tuple[str, Any]]:
    """(source, name) of those from which something comes, and what is written here."""
    known = [(source, name) for source, name in source_names().items() if source != OWN_SOURCE]
    return [*sorted(known, key=lambda one: one[1].casefold()), (OWN, _("Saisie"))]


class GoldenFilterSet(WagtailFilterSet):
    """What places, trails and events are filtered by; `kind` is their RecordKind."""

    kind = ""

    commune = django_filters.ModelChoiceFilter(queryset=communes, label=_("Commune"))
    office = django_filters.ModelChoiceFilter(queryset=offices, label=_("Office"))
    publication = django_filters.ChoiceFilter(
        choices=PUBLICATION, method="filter_publication", label=_("Publication"), empty_label=_("Tous")
    )
    source = django_filters.ChoiceFilter(
        choices=chosen_sources,
        method="filter_source",
        label=_("Source"),
        empty_label=_("Toutes"),
    )
    selection = django_filters.ModelChoiceFilter(
        queryset=selections, method="filter_selection", label=_("Sélection"), empty_label=_("Toutes")
    )
    edited = django_filters.BooleanFilter(method="filter_edited", label=_("Fiche importée et modifiée ici"))
    missing = django_filters.ChoiceFilter(
        choices=settings.LANGUAGES, method="filter_missing", label=_("Langue absente"), empty_label=_("Aucune")
    )

    def records(self, **conditions: Any) -> Exists:
        """Whether a source has something to say of the row."""
        return Exists(SourceRecord.objects.filter(kind=self.kind, subject_id=OuterRef("pk"), **conditions))

    def filter_publication(self, queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        if value == "published":
            return queryset.filter(published=True)
        if value == "hidden":
            return queryset.filter(hidden=True)
        return queryset.exclude(withdrawn_at=None)

    def filter_source(self, queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return queryset.filter(~self.records()) if value == OWN else queryset.filter(self.records(source=value))

    def filter_selection(self, queryset: QuerySet[Any], _name: str, value: Selection) -> QuerySet[Any]:
        return queryset.filter(in_selection(value, kind=self.kind))

    def filter_edited(self, queryset: QuerySet[Any], _name: str, value: bool) -> QuerySet[Any]:
        imported = queryset.filter(self.records())
        return imported.exclude(overrides={}) if value else imported.filter(overrides={})

    def filter_missing(self, queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return queryset.exclude(name__has_key=value)


class PlaceFilterSet(GoldenFilterSet):
    """Places also by kind."""

    kind = "PLACE"

    class Meta:
        model = Place
        fields = ["kind"]


class TrailFilterSet(GoldenFilterSet):
    """Trails also by practice and difficulty."""

    kind = "TRAIL"

    class Meta:
        model = Trail
        fields = ["practice", "difficulty"]
