"""Pages by path, by token, by menu."""

from collections.abc import Iterable, Iterator

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.models import PreviewDraft, public_path
from cms.preview import draft_key_from_token
from cms.queries.content import PageCardContent, PageContent, cards, page_content, specific_pages
from cms.queries.tree import (
    best_version,
    children_of,
    home_paths,
    is_in_site,
    main_version,
    path_of,
    rows_by_translation,
    slugs_of,
    version_rows,
    versions_at,
)
from cms.texts import MAIN_LANGUAGE


def page_by_path(path: str, *, language: str) -> PageContent | None:
    """The public page at a path ("/", "/page/a/b", or "a/b"), in the language or the next best that exists.

    A path that a page had before it was renamed finds it too: the answer's `path` is today's. None when there is none.
    """
    homes = home_paths()
    slugs = slugs_of(path)
    versions = versions_at(slugs, homes)
    if not any(version.public for version in versions):
        moved = Redirect.objects.filter(
            old_path=Redirect.normalise_path(public_path(slugs)), redirect_page__isnull=False
        ).values("redirect_page__translation_key")
        versions = version_rows(Page.objects.filter(translation_key__in=moved))
    version = best_version([version for version in versions if version.public], language)
    if version is None:
        return None
    page = specific_pages([version]).get(version.pk)
    return page_content(page, versions, homes, language) if page and path_of(versions, homes) else None


def page_was_withdrawn(path: str) -> bool:
    """True when a page that the public once read stood at the path."""
    return any(
        Page.objects.filter(
            translation_key__in={version.translation_key for version in versions_at(slugs_of(path), home_paths())},
            live=False,
            first_published_at__isnull=False,
        ).values_list("pk", flat=True)[:1]
    )


def page_from_preview_token(token: str) -> PageContent | None:
    """The draft that the token opens, whatever its state of publication; None when forged, expired or dropped."""
    key = draft_key_from_token(token)
    draft = PreviewDraft.objects.select_related("content_type").filter(key=key).first() if key else None
    if draft is None:
        return None
    page = draft.content_type.model_class().from_serializable_data(draft.content)
    versions = version_rows(Page.objects.filter(translation_key=page.translation_key))
    language = page.locale.language_code if page.locale_id else MAIN_LANGUAGE
    return page_content(page, versions, home_paths(), language, preview=True)


def public_children(path: str, *, language: str) -> list[PageCardContent]:
    """Cards of the public pages right under a path, each in the language or the next best; tree order."""
    homes = home_paths()
    parents = versions_at(slugs_of(path), homes)
    return cards(version_rows(children_of(parents)), homes, language)


def public_menu(*, language: str) -> list[PageCardContent]:
    """Cards of the pages right under the home page that editors show in menus."""
    homes = home_paths()
    parents = version_rows(Page.objects.filter(url_path__in=homes.values(), depth=2))
    return cards(version_rows(children_of(parents).filter(show_in_menus=True)), homes, language)


def main_page_ids(page_ids: Iterable[int]) -> list[int]:
    """The public ids (primary keys of the main versions) of the pages that these versions belong to."""
    keys = Page.objects.filter(pk__in=list(page_ids)).values("translation_key")
    groups = rows_by_translation(version_rows(Page.objects.filter(translation_key__in=keys)))
    return sorted(main_version(versions).pk for versions in groups.values())


def public_page_contents(*, language: str, ids: Iterable[int] | None = None) -> Iterator[PageContent]:
    """Every public page (or those with these public ids) in exactly this language, for indexes and exports.

    Pages that do not exist in the language are left out. Not for requests: statements grow with the pages.
    """
    homes = home_paths()
    pages = Page.objects.filter(depth__gte=2, locale__language_code=language)
    if ids is not None:
        wanted = Page.objects.filter(pk__in=list(ids)).values("translation_key")
        pages = pages.filter(translation_key__in=wanted)
    rows = [row for row in version_rows(pages) if row.public and is_in_site(row, homes)]
    found = specific_pages(rows)
    for row in rows:
        if row.pk in found:
            versions = version_rows(Page.objects.filter(translation_key=row.translation_key))
            yield page_content(found[row.pk], versions, homes, language)
