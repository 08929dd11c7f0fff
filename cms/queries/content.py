"""Rows of pages → dictionaries of the contract, by a fixed number of statements."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch
from django.utils import timezone
from wagtail.models import Page

from cms.blocks import linked_page_ids, rich_text_html, safe_href
from cms.enums import PageType, SlotKind
from cms.models import BasePage, CreditedImage, CreditedRendition, HomePage, public_path
from cms.models.media import LARGE_SIZE, SMALL_SIZE
from cms.queries.tree import (
    VersionRow,
    best_version,
    children_of,
    main_version,
    path_of,
    rows_by_translation,
    version_rows,
)
from cms.texts import MAIN_LANGUAGE


class ImageContent(TypedDict):
    """As the contract's Image; addresses are paths on this host."""

    url: str
    small: str
    alt: str
    credit: str
    width: int | None
    height: int | None


class PageCardContent(TypedDict):
    """As the contract's PageCard."""

    id: int
    type: str
    title: str
    path: str
    language: str  # really served
    lead: str | None
    image: ImageContent | None


class PageContent(PageCardContent):
    """As the contract's Page; each block has a `type`: heading, text, image, quote, call_to_action or slot."""

    translations: list[dict[str, str]]
    blocks: list[dict[str, Any]]
    children: list[PageCardContent]
    seo_title: str
    seo_description: str | None
    published_at: datetime | None
    preview: bool


@dataclass(frozen=True)
class ShownPage:
    """A page of a list: the version to show, all of them, the public path."""

    best: VersionRow
    versions: list[VersionRow]
    path: str

    @property
    def main(self) -> VersionRow:
        """The version that gives the page its place in the list."""
        return main_version(self.versions)


def page_content(
    page: BasePage, versions: list[VersionRow], homes: Mapping[str, str], language: str, *, preview: bool = False
) -> PageContent:
    """The whole page: 5 statements (children, their texts, linked pages, images, sizes)."""
    children = shown_pages(version_rows(children_of(versions)), homes, language)
    child_pages = specific_pages([child.best for child in children])
    raw_blocks = list(page.body.raw_data)
    paths = _linked_paths(raw_blocks, homes)
    image_ids = page.image_ids() | {child.image_id for child in child_pages.values() if child.image_id}
    images = images_with_sizes(image_ids)
    # A page that was never saved has no version yet: its place is the one that the form gives it.
    own_path = public_path(page.url_path.removeprefix(homes.get(language, "")))
    path = (path_of(versions, homes) if versions else None) or own_path
    served = next((version.language for version in versions if version.pk == page.pk), language)
    blocks = [_block(block["type"], block["value"], images, paths) for block in raw_blocks]
    return {
        **_card(page, versions, served, path, images.get(page.image_id)),
        "translations": [{"language": version.language, "path": path} for version in versions if version.public],
        "blocks": [block for block in blocks if block],
        "children": _cards_of(children, child_pages, images),
        "seo_title": page.seo_title or page.title,
        "seo_description": page.search_description or page.lead or None,
        "published_at": page.first_published_at,
        "preview": preview,
    }


def cards(rows: list[VersionRow], homes: Mapping[str, str], language: str) -> list[PageCardContent]:
    """One card per page, in the best language; 3 statements per call (4 with two types of pages)."""
    shown = shown_pages(rows, homes, language)
    pages = specific_pages([page.best for page in shown])
    images = images_with_sizes({page.image_id for page in pages.values() if page.image_id})
    return _cards_of(shown, pages, images)


def shown_pages(rows: list[VersionRow], homes: Mapping[str, str], language: str) -> list[ShownPage]:
    """Each page with a public version, in the order of the main ones; those without a French version come last."""
    shown = []
    for versions in rows_by_translation(rows).values():
        best = best_version([version for version in versions if version.public], language)
        path = path_of(versions, homes)
        if best and path:
            shown.append(ShownPage(best, versions, path))
    return sorted(shown, key=lambda page: (page.main.language != MAIN_LANGUAGE, page.main.path))


def _cards_of(
    shown: list[ShownPage], pages: Mapping[int, BasePage], images: Mapping[int, CreditedImage]
) -> list[PageCardContent]:
    return [
        _card(page, listed.versions, listed.best.language, listed.path, images.get(page.image_id))
        for listed in shown
        if (page := pages.get(listed.best.pk))
    ]


def _card(
    page: BasePage, versions: list[VersionRow], language: str, path: str, image: CreditedImage | None
) -> PageCardContent:
    return {
        "id": main_version(versions).pk if versions else 0,
        "type": PageType.HOME if isinstance(page, HomePage) else PageType.ARTICLE,
        "title": page.title,
        "path": path,
        "language": language,
        "lead": page.lead or None,
        "image": image_content(image, page.image_alt or None),
    }


def specific_pages(rows: list[VersionRow]) -> dict[int, BasePage]:
    """The pages themselves, one statement per type of page; types of others than ours are left out."""
    pages: dict[int, BasePage] = {}
    by_type = defaultdict(list)
    for row in rows:
        by_type[row.content_type_id].append(row.pk)
    for content_type_id, keys in by_type.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and issubclass(model, BasePage):
            pages.update(model.objects.in_bulk(keys))
    return pages


def images_with_sizes(keys: Iterable[int]) -> dict[int, CreditedImage]:
    renditions = Prefetch("renditions", CreditedRendition.objects.filter(filter_spec__in=[LARGE_SIZE, SMALL_SIZE]))
    return CreditedImage.objects.prefetch_related(renditions).in_bulk(list(keys))


def image_content(image: CreditedImage | None, alt: str | None = None) -> ImageContent | None:
    """As the contract's Image; None when there is none, when its rights have expired, or when no size is drawn.

    Sizes are drawn when a page is published or an image replaced: reading draws nothing, and never shows originals.
    """
    if image is None or (image.expires_on and image.expires_on < timezone.localdate()):
        return None
    sizes = {rendition.filter_spec: rendition for rendition in image.renditions.all()}
    large = sizes.get(LARGE_SIZE) or sizes.get(SMALL_SIZE)
    if large is None:
        return None
    return {
        "url": large.url,
        "small": sizes.get(SMALL_SIZE, large).url,
        "alt": image.default_alt_text if alt is None else alt,
        "credit": image.credit,
        "width": large.width,
        "height": large.height,
    }


def _linked_paths(raw_blocks: list[dict[str, Any]], homes: Mapping[str, str]) -> dict[int, str]:
    """Primary key of each public page that the blocks link to → its path."""
    linked: set[int] = set()
    for block in raw_blocks:
        if block["type"] == "text":
            linked |= linked_page_ids(block["value"])
        elif block["type"] == "call_to_action" and (block["value"] or {}).get("page"):
            linked.add(block["value"]["page"])
    if not linked:
        return {}
    keys = Page.objects.filter(pk__in=linked).values("translation_key")
    paths: dict[int, str] = {}
    for versions in rows_by_translation(version_rows(Page.objects.filter(translation_key__in=keys))).values():
        path = path_of(versions, homes)
        if path and any(version.public for version in versions):
            paths |= {version.pk: path for version in versions}
    return paths


def _block(
    kind: str, value: Any, images: Mapping[int, CreditedImage], paths: Mapping[int, str]
) -> dict[str, Any] | None:
    """A stored block as the contract shows it.

    None when what it points at is gone, or when it is not filled in yet: drafts may be incomplete.
    """
    if not value:
        return None
    match kind:
        case "heading":
            return {"type": kind, "text": value.get("text") or "", "level": int(value.get("level") or 2)}
        case "text":
            return {"type": kind, "html": rich_text_html(value, paths)}
        case "image":
            stored = value.get("image") or {}
            alt = "" if stored.get("decorative") else stored.get("alt_text") or None
            image = image_content(images.get(stored.get("image") or 0), alt)
            return {"type": kind, "image": image, "caption": value.get("caption") or None} if image else None
        case "quote":
            return {"type": kind, "text": value.get("text") or "", "author": value.get("author") or None}
        case "call_to_action":
            url = paths.get(value.get("page") or 0) or safe_href(value.get("url") or "")
            return {"type": kind, "text": value.get("text") or "", "url": url} if url else None
        case "slot" if value.get("kind") in SlotKind.values:
            return {
                "type": kind,
                "kind": value["kind"],
                "title": value.get("title") or None,
                "count": value.get("count") or 6,
                "categories": value.get("categories") or [],
                "place_kinds": value.get("place_kinds") or [],
                "communes": re.findall(r"[0-9AB]{5}", value.get("communes") or ""),
            }
    return None
