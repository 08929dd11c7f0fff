"""Pages of the agency: types of the contract and the root fields `page` and `pages`."""

from typing import Any

import graphene
from django.conf import settings
from django.utils.module_loading import import_string

from cms.enums import PageType as PageTypeChoices
from cms.enums import SlotKind as SlotKindChoices
from cms.queries import (
    PageCardContent,
    PageContent,
    page_by_path,
    page_from_preview_token,
    page_was_withdrawn,
    public_menu,
)
from cms.schema.types import (
    DateTime,
    GoneError,
    Image,
    Language,
    NotFoundError,
    enum_of,
    language_argument,
    required_list,
)

PageType = enum_of(PageTypeChoices)
SlotKind = enum_of(SlotKindChoices)
# Lists of the apps above, named by the settings: see cms.blocks.slot.
EventCategory = enum_of(import_string(settings.PAGE_SLOT_CHOICES["categories"]))
PlaceKind = enum_of(import_string(settings.PAGE_SLOT_CHOICES["place_kinds"]))


class HeadingBlock(graphene.ObjectType):
    """A heading inside a page."""

    text = graphene.String(required=True, description="Plain text.")
    level = graphene.Int(required=True, description="2 or 3; 1 is the page's title.")


class RichTextBlock(graphene.ObjectType):
    """Paragraphs and lists."""

    html = graphene.String(
        required=True,
        description="Sanitised HTML: p, h3, h4, ul, ol, li, b, i, em, strong, a, br. "
        "Links to pages are paths of the web app.",
    )


class ImageBlock(graphene.ObjectType):
    """An image with its caption."""

    image = graphene.Field(Image, required=True, description="The picture; its alternative text is this page's.")
    caption = graphene.String(description="Plain text under the picture.")


class QuoteBlock(graphene.ObjectType):
    """Somebody's words."""

    text = graphene.String(required=True, description="Plain text, without quotation marks.")
    author = graphene.String(description="Who said it.")


class CallToActionBlock(graphene.ObjectType):
    """One link worth a button."""

    text = graphene.String(required=True, description="What the button says.")
    url = graphene.String(required=True, description="A path of the web app, or an http(s), mailto or tel address.")


class SlotBlock(graphene.ObjectType):
    """A list that the reader resolves with `agenda`, `places`, `trails` or `stories`."""

    kind = graphene.Field(SlotKind, required=True, description="Which query to ask.")
    title = graphene.String(description="Heading of the list.")
    count = graphene.Int(required=True, description="How many to show, 1 to 24.")
    categories = required_list(EventCategory, "For events: these categories; all when empty.")
    place_kinds = required_list(PlaceKind, "For places: these kinds; all when empty.")
    communes = required_list(graphene.String, "INSEE codes; the whole territory when empty.")


BLOCK_TYPES = {
    "heading": HeadingBlock,
    "text": RichTextBlock,
    "image": ImageBlock,
    "quote": QuoteBlock,
    "call_to_action": CallToActionBlock,
    "slot": SlotBlock,
}


class Block(graphene.Union):
    """One piece of a page's body."""

    class Meta:
        types = tuple(BLOCK_TYPES.values())

    @classmethod
    def resolve_type(cls, instance: dict[str, Any], info: graphene.ResolveInfo) -> type[graphene.ObjectType]:
        return BLOCK_TYPES[instance["type"]]


class PageTranslation(graphene.ObjectType):
    """A language in which the page is published."""

    language = graphene.Field(Language, required=True, description="The language.")
    path = graphene.String(required=True, description="Path in the web app; the same in every language.")


class PageCard(graphene.ObjectType):
    """A page in a list."""

    id = graphene.ID(required=True, description="The same in every language.")
    type = graphene.Field(PageType, required=True, description="What kind of page.")
    title = graphene.String(required=True, description="Plain text.")
    path = graphene.String(required=True, description="Path in the web app: / or /page/…")
    language = graphene.Field(Language, required=True, description="Language really served.")
    lead = graphene.String(description="One or two sentences.")
    image = graphene.Field(Image, description="The page's picture.")


class Page(graphene.ObjectType):
    """A page of the agency in one language."""

    id = graphene.ID(required=True, description="The same in every language.")
    type = graphene.Field(PageType, required=True, description="What kind of page.")
    title = graphene.String(required=True, description="Plain text.")
    path = graphene.String(required=True, description="Path in the web app; today's, when an older one was asked for.")
    language = graphene.Field(Language, required=True, description="Language really served.")
    translations = required_list(PageTranslation, "Languages in which it is published, this one included.")
    lead = graphene.String(description="One or two sentences, plain text.")
    image = graphene.Field(Image, description="The page's picture.")
    blocks = required_list(Block, "The body, in order.")
    children = required_list(PageCard, "Published pages right under it, in editors' order.")
    seo_title = graphene.String(required=True, description="For the browser's title bar and search engines.")
    seo_description = graphene.String(description="For search engines, plain text.")
    published_at = DateTime(description="First publication of this language version.")
    preview = graphene.Boolean(required=True, description="True for a draft opened by a preview token.")


class CmsQuery:
    """Root fields of the pages."""

    page = graphene.Field(
        Page,
        path=graphene.String(required=True, description="/, /page/a/b or a/b; empty is the home page."),
        language=language_argument(),
        preview_token=graphene.String(
            description="Opens a draft instead; the path and the language are then the draft's own."
        ),
        description="A published page. NOT_FOUND when there never was one, GONE when it was withdrawn.",
    )
    pages = required_list(
        PageCard, "The site's menu: pages right under the home page, in editors' order.", language=language_argument()
    )

    @staticmethod
    def resolve_page(
        _root: Any, info: graphene.ResolveInfo, path: str, language: str, preview_token: str | None = None
    ) -> PageContent:
        if preview_token is not None:
            # The view must neither keep the answer nor let anybody keep it.
            info.context.no_store = True
            draft = page_from_preview_token(preview_token)
            if draft is None:
                raise NotFoundError("This preview has expired.")
            return draft
        page = page_by_path(path, language=language)
        if page is None:
            raise GoneError() if page_was_withdrawn(path) else NotFoundError("No page at this path.")
        return page

    @staticmethod
    def resolve_pages(_root: Any, _info: graphene.ResolveInfo, language: str) -> list[PageCardContent]:
        return public_menu(language=language)
