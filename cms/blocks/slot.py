"""A list inside a page, which the reader fills with a query on the agenda, the places or the trails."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.enums import SlotKind

MAX_COUNT = 24
INSEE_CODES = r"^\s*\d[0-9AB]\d{3}(\s*[,;\s]\s*\d[0-9AB]\d{3})*\s*$"


# The lists belong to the apps above, which this one may not import: the settings name them (PAGE_SLOT_CHOICES).
def slot_category_choices() -> list[tuple[str, str]]:
    """The agenda's categories."""
    return import_string(settings.PAGE_SLOT_CHOICES["categories"]).choices


def place_kind_choices() -> list[tuple[str, str]]:
    """The kinds of places."""
    return import_string(settings.PAGE_SLOT_CHOICES["place_kinds"]).choices


class SlotBlock(blocks.StructBlock):
    """What to list, how many, and from where; never the things themselves, which change every day."""

    kind = blocks.ChoiceBlock(choices=SlotKind.choices, label=_("Contenu"))
    title = blocks.CharBlock(required=False, max_length=120, label=_("Titre"))
    count = blocks.IntegerBlock(default=6, min_value=1, max_value=MAX_COUNT, label=_("Nombre"))
    categories = blocks.MultipleChoiceBlock(
        choices=slot_category_choices,
        required=False,
        label=_("Catégories d’événements"),
        help_text=_("Pour les événements ; toutes si rien n’est choisi."),
    )
    place_kinds = blocks.MultipleChoiceBlock(
        choices=place_kind_choices,
        required=False,
        label=_("Types de lieux"),
        help_text=_("Pour les lieux ; tous si rien n’est choisi."),
    )
    communes = blocks.RegexBlock(
        regex=INSEE_CODES,
        required=False,
        label=_("Communes"),
        help_text=_("Codes INSEE séparés par des virgules, par exemple 04070, 04112 ; tout le territoire si vide."),
        error_messages={"invalid": _("Écrivez des codes INSEE de cinq caractères séparés par des virgules.")},
    )

    class Meta:
        icon = "list-ul"
        label = _("Liste automatique")
