"""Blocks that editors write."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from cms.blocks.rich_text import FEATURES, safe_href
from cms.blocks.slot import SlotBlock


class HeadingBlock(blocks.StructBlock):
    """A heading of the page; the first level is the page's title."""

    text = blocks.CharBlock(max_length=160, label=_("Texte"))
    level = blocks.ChoiceBlock(choices=[("2", _("Section")), ("3", _("Sous-section"))], default="2", label=_("Niveau"))

    class Meta:
        icon = "title"
        label = _("Intertitre")


class SectionRichTextBlock(blocks.RichTextBlock):
    """Paragraphs, lists, links, small headings."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("features", FEATURES)
        super().__init__(*args, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Texte")


class CaptionedImageBlock(blocks.StructBlock):
    """An image of the library; its alternative text is written for this page, its credit comes with the image."""

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(required=False, max_length=250, label=_("Légende"))

    class Meta:
        icon = "image"
        label = _("Image légendée")


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("Citation"))
    author = blocks.CharBlock(required=False, max_length=120, label=_("Auteur"))

    class Meta:
        icon = "openquote"
        label = _("Citation")


class CallToActionBlock(blocks.StructBlock):
    """One link worth a button: a page of ours, or an address (a path such as /agenda stays inside the web app)."""

    text = blocks.CharBlock(max_length=80, label=_("Texte du bouton"))
    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    # A RegexBlock rather than a CharBlock, because addresses are not words that translators should see.
    url = blocks.RegexBlock(
        regex=r"^\S+$", required=False, label=_("ou adresse"), help_text=_("https://… ou un chemin comme /agenda")
    )

    def clean(self, value):
        """Exactly one destination (a draft may still lack it), and one that a browser may follow."""
        value = super().clean(value)
        missing = not value["page"] and not value["url"] and not self.is_deferred_validation
        if missing or (value["page"] and value["url"]):
            error = ValidationError(_("Choisissez une page ou écrivez une adresse, l’un des deux."))
            raise StructBlockValidationError(block_errors={"page": error})
        if value["url"] and not safe_href(value["url"]):
            error = ValidationError(_("Cette adresse ne peut pas être suivie : https://… ou /chemin."))
            raise StructBlockValidationError(block_errors={"url": error})
        return value

    class Meta:
        icon = "link"
        label = _("Bouton")


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks of a page's body, by the name under which they are stored."""
    return [
        ("heading", HeadingBlock()),
        ("text", SectionRichTextBlock()),
        ("image", CaptionedImageBlock()),
        ("quote", QuoteBlock()),
        ("call_to_action", CallToActionBlock()),
        ("slot", SlotBlock()),
    ]
