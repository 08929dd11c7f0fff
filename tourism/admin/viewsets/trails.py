"""Trails. Their line comes from a source; an office changes what is said of them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from tourism.actions import refold_trail
from tourism.admin.columns import (
    WIDE,
    commune_column,
    languages_column,
    office_column,
    publication_column,
    sources_column,
    thumbnail_column,
)
from tourism.admin.entries import (
    choice_entry,
    commune_entry,
    contacts_entry,
    coordinate_entries,
    flag_entry,
    number_entry,
    price_entry,
    text_entries,
)
from tourism.admin.filters import TrailFilterSet
from tourism.admin.forms import golden_form
from tourism.admin.panels import entry_panels, group, row, tabs
from tourism.admin.views import GoldenIndexView
from tourism.admin.viewsets.golden import GoldenViewSet
from tourism.admin.viewsets.places import common_texts, contact_panels, publication_panels
from tourism.enums import RecordKind, TrailDifficulty, TrailPractice, TrailShape
from tourism.models import Trail

TRAIL_ENTRIES = (
    choice_entry("practice", _("Pratique"), TrailPractice.choices),
    choice_entry("difficulty", _("Difficulté"), TrailDifficulty.choices, empty=_("Non précisée")),
    choice_entry("shape", _("Forme"), TrailShape.choices, empty=_("Non précisée")),
    number_entry("distance", _("Distance (m)"), largest=2_000_000),
    number_entry("duration", _("Durée (min)"), largest=100_000),
    number_entry("ascent", _("Dénivelé positif (m)"), largest=100_000),
    number_entry("descent", _("Dénivelé négatif (m)"), largest=100_000),
    flag_entry("temporarily_closed", _("Fermée temporairement")),
    commune_entry(),
    *coordinate_entries(),
    contacts_entry(),
    price_entry(),
    *common_texts(opening=_("Période conseillée")),
    *text_entries("steps", _("Pas à pas"), rows=6),
    *text_entries("waymarking", _("Balisage"), rows=1),
    *text_entries("hazards", _("Passages délicats"), rows=2),
)


class TrailIndexView(GoldenIndexView):
    """Lines are large: a list does without."""

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().defer("line", "summary", "description")


def distance_km(trail: Trail) -> str:
    """Distance in kilometres, with a decimal under a hundred."""
    return f"{trail.distance / 1000:.1f} km".replace(".", ",") if trail.distance else ""


class TrailViewSet(GoldenViewSet):
    """Trails of every practice."""

    model = Trail
    icon = "crosshairs"
    menu_label = _("Balades")
    menu_name = "trails"
    public_path = "/trail/"
    copy_view_enabled = False
    index_view_class = TrailIndexView
    filterset_class = TrailFilterSet
    list_display = [
        "title",
        thumbnail_column(),
        Column("practice", label=_("Pratique"), accessor="get_practice_display", sort_key="practice", classname=WIDE),
        Column("distance", label=_("Distance"), accessor=distance_km, sort_key="distance", classname=WIDE),
        commune_column(),
        office_column(),
        sources_column(),
        languages_column(),
        publication_column(),
    ]
    edit_handler = tabs(
        [
            group(
                _("Parcours"),
                row(TRAIL_ENTRIES, "practice", "difficulty", "shape"),
                row(TRAIL_ENTRIES, "distance", "duration"),
                row(TRAIL_ENTRIES, "ascent", "descent"),
                *entry_panels(TRAIL_ENTRIES, ["temporarily_closed", "price_free"]),
            ),
            group(
                _("Départ"), *entry_panels(TRAIL_ENTRIES, ["commune_code"]), row(TRAIL_ENTRIES, "latitude", "longitude")
            ),
            contact_panels(TRAIL_ENTRIES),
            publication_panels(),
        ],
        TRAIL_ENTRIES,
        base_form_class=golden_form(kind=RecordKind.TRAIL.value, entries=TRAIL_ENTRIES, refold=refold_trail),
    )
