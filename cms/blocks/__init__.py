"""StreamField blocks: the same six as the union `Block` of the contract."""

from cms.blocks.content import (
    CallToActionBlock,
    CaptionedImageBlock,
    HeadingBlock,
    QuoteBlock,
    SectionRichTextBlock,
    body_blocks,
)
from cms.blocks.rich_text import linked_page_ids, rich_text_html, safe_href
from cms.blocks.slot import SlotBlock, place_kind_choices, slot_category_choices

__all__ = [
    "CallToActionBlock",
    "CaptionedImageBlock",
    "HeadingBlock",
    "QuoteBlock",
    "SectionRichTextBlock",
    "SlotBlock",
    "body_blocks",
    "linked_page_ids",
    "place_kind_choices",
    "rich_text_html",
    "safe_href",
    "slot_category_choices",
]
