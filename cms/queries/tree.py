"""Which versions of a page exist, where it stands, and which one a reader is shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import Page, PageViewRestriction, Site

from cms.models import public_path
from cms.texts import MAIN_LANGUAGE, fallback_chain


@dataclass(frozen=True)
class VersionRow:
    """One version of a page in the tree."""

    pk: int
    translation_key: Any
    language: str
    url_path: str
    path: str
    depth: int
    content_type_id: int
    public: bool


def slugs_of(path: str) -> str:
    """ "/page/a/b", "page/a/b/", "a/b" → "a/b"; "/" and "" → ""."""
    slugs = path.strip().strip("/")
    if slugs == "page" or slugs.startswith("page/"):
        slugs = slugs[len("page") :]
    return slugs.strip("/")


def home_paths() -> dict[str, str]:
    """language → url_path of the site's home page in it."""
    root = Site.objects.filter(is_default_site=True).values("root_page__translation_key")
    return dict(Page.objects.filter(translation_key__in=root).values_list("locale__language_code", "url_path"))


def versions_at(slugs: str, homes: Mapping[str, str]) -> list[VersionRow]:
    """Every version (public or not) of the page whose slugs these are, in French or, failing that, in any language."""
    places = {home + (f"{slugs}/" if slugs else ""): language for language, home in homes.items()}
    keys = Page.objects.filter(url_path__in=places).values("translation_key")
    rows = version_rows(Page.objects.filter(translation_key__in=keys))
    hits = [row for row in rows if places.get(row.url_path) == row.language]
    hits.sort(key=lambda row: (row.language != MAIN_LANGUAGE, not row.public, row.pk))
    return [row for row in rows if row.translation_key == hits[0].translation_key] if hits else []


def version_rows(pages: QuerySet) -> list[VersionRow]:
    """Versions in tree order; `public` means live, under no restriction of access, and not a mirror of another
    language (Wagtail puts such aliases where a translation is still to come)."""
    restrictions = PageViewRestriction.objects.annotate(
        candidate=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(candidate__startswith=F("page__path"))
    values = (
        pages.annotate(restricted=Exists(restrictions))
        .order_by("path")
        .values_list(
            "pk",
            "translation_key",
            "locale__language_code",
            "url_path",
            "path",
            "depth",
            "content_type_id",
            "live",
            "restricted",
            "alias_of_id",
        )
    )
    return [
        VersionRow(key, group, language, url_path, path, depth, kind, live and not restricted and alias is None)
        for key, group, language, url_path, path, depth, kind, live, restricted, alias in values
    ]


def rows_by_translation(rows: Iterable[VersionRow]) -> dict[Any, list[VersionRow]]:
    """Translation key → the versions of one page, in the order given."""
    groups = defaultdict(list)
    for row in rows:
        groups[row.translation_key].append(row)
    return groups


def main_version(versions: list[VersionRow]) -> VersionRow:
    """The version whose slugs and primary key stand for the page."""
    return min(versions, key=lambda row: (row.language != MAIN_LANGUAGE, row.pk))


def best_version(versions: list[VersionRow], language: str) -> VersionRow | None:
    """The version to show to a reader of the language."""
    by_language = {version.language: version for version in versions}
    chain = (*fallback_chain(language), *by_language)
    return next((by_language[code] for code in chain if code in by_language), None)


def is_in_site(row: VersionRow, homes: Mapping[str, str]) -> bool:
    """True under the home page of its language."""
    return row.url_path.startswith(homes.get(row.language, "\0"))


def path_of(versions: list[VersionRow], homes: Mapping[str, str]) -> str | None:
    """The public path of a page, None when it lies outside the site."""
    main = main_version(versions)
    return public_path(main.url_path[len(homes[main.language]) :]) if is_in_site(main, homes) else None


def children_of(parents: list[VersionRow]) -> QuerySet:
    """Every version, public or not, right under the versions of a parent."""
    under = Q(pk__in=[])
    for parent in parents:
        under |= Q(path__startswith=parent.path, depth=parent.depth + 1)
    return Page.objects.filter(under)
