"""Places."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from tourism.actions import refold_place
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
    EDITED_CONTACTS,
    Entry,
    address_entry,
    choice_entry,
    commune_entry,
    contacts_entry,
    coordinate_entries,
    flag_entry,
    price_entry,
    text_entries,
)
from tourism.admin.filters import PlaceFilterSet
from tourism.admin.forms import golden_form
from tourism.admin.panels import entry_panels, group, row, tabs
from tourism.admin.viewsets.golden import GoldenViewSet
from tourism.enums import PlaceKind, RecordKind
from tourism.models import Place


def common_texts(*, opening: str) -> list[Entry]:
    """Texts that every golden object has, in each language."""
    return [
        *text_entries("name", _("Nom")),
        *text_entries("summary", _("Résumé"), rows=2, help_text=_("Une ou deux phrases, pour les listes.")),
        *text_entries("description", _("Description"), rows=6),
        *text_entries("access", _("Accès"), rows=2),
        *text_entries("opening", opening, rows=2),
        *text_entries("alert", _("À savoir aujourd’hui"), rows=1, help_text=_("Fermeture, travaux, consigne…")),
    ]


PLACE_ENTRIES = (
    choice_entry("kind", _("Type"), PlaceKind.choices),
    flag_entry("temporarily_closed", _("Fermé temporairement")),
    commune_entry(),
    *coordinate_entries(),
    address_entry(),
    contacts_entry(),
    price_entry(),
    *common_texts(opening=_("Ouverture (phrase)")),
)


def where_panels(entries: tuple[Entry, ...], *names: str):
    """Commune, point and address."""
    return group(
        _("Où"),
        *entry_panels(entries, [*names, "commune_code"]),
        row(entries, "latitude", "longitude"),
        *entry_panels(entries, ["address_lines"]),
        row(entries, "address_postcode", "address_city"),
    )


def contact_panels(entries: tuple[Entry, ...]):
    """How to reach people."""
    first, *others = EDITED_CONTACTS
    return group(_("Contacts"), *entry_panels(entries, [first]), *entry_panels(entries, others))


def publication_panels():
    """Whose it is, and whether the public sees it."""
    return group(_("Publication"), FieldPanel("office", widget=forms.Select), FieldPanel("hidden"))


class PlaceViewSet(GoldenViewSet):
    """Places of all of APIDAE's kinds."""

    model = Place
    icon = "site"
    menu_label = _("Lieux")
    menu_name = "places"
    add_label = _("Ajouter un lieu")
    public_path = "/place/"
    filterset_class = PlaceFilterSet
    list_display = [
        "title",
        thumbnail_column(),
        Column("kind", label=_("Type"), accessor="get_kind_display", sort_key="kind", classname=WIDE),
        commune_column(),
        office_column(),
        sources_column(),
        languages_column(),
        publication_column(),
        UpdatedAtColumn(accessor="updated_at", sort_key="updated_at", classname="tr-widest-only"),
    ]
    edit_handler = tabs(
        [
            group(
                _("Nature"),
                *entry_panels(PLACE_ENTRIES, ["kind", "temporarily_closed", "price_free"]),
            ),
            where_panels(PLACE_ENTRIES),
            contact_panels(PLACE_ENTRIES),
            publication_panels(),
        ],
        PLACE_ENTRIES,
        base_form_class=golden_form(kind=RecordKind.PLACE.value, entries=PLACE_ENTRIES, refold=refold_place),
    )
