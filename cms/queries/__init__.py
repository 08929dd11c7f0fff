"""What the public reads of the pages: plain dictionaries, ready for the contract.

A page is known by its main version (the French one, else the oldest): `id` and `path` are the same in every language.
Everything is read by a fixed number of statements, whatever the page holds.
"""

from cms.queries.content import ImageContent, PageCardContent, PageContent, image_content, images_with_sizes
from cms.queries.pages import (
    main_page_ids,
    page_by_path,
    page_from_preview_token,
    page_was_withdrawn,
    public_children,
    public_menu,
    public_page_contents,
)
from cms.queries.version import data_version

__all__ = [
    "ImageContent",
    "PageCardContent",
    "PageContent",
    "data_version",
    "image_content",
    "images_with_sizes",
    "main_page_ids",
    "page_by_path",
    "page_from_preview_token",
    "page_was_withdrawn",
    "public_children",
    "public_menu",
    "public_page_contents",
]
