"""Columns of the lists. They read what the list view prepared for the whole page: no cell asks the database."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.texts import languages_of, stale_languages
from tourism.enums import APIDAE, GEOTREK
from tourism.golden import EDITORS
from tourism.schema.resolving import name_of_source

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Not on a phone, whose list has its name, its dates and whether it is public; the page of the row says the rest.
WIDE = "tr-wide-only"
SHORT_SOURCES = {APIDAE: "Apidae", GEOTREK: "Geotrek"}


class TemplateColumn(Column):
    """A cell drawn by a template of ours, given the row's object as `instance` and `value`."""

    def __init__(self, name: str, *, template: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"tourism/admin/columns/{template}.html"


def thumbnail_column() -> Column:
    """The first picture that was fetched (`thumbnail`, set by the list view), else a drawing."""
    return TemplateColumn("thumbnail", template="thumbnail", label="", accessor="thumbnail", classname="tr-thumbnail")


def languages_column() -> Column:
    """Languages in which the name exists; those made from another French than today's are marked."""
    return TemplateColumn(
        "languages", template="languages", label=_("Langues"), accessor=language_badges, classname=WIDE
    )


def sources_column() -> Column:
    """Who feeds the object, and whether an editor changed something."""
    return TemplateColumn("sources", template="sources", label=_("Source"), accessor=source_badges, classname=WIDE)


def publication_column() -> Column:
    """Published, hidden or withdrawn."""
    return TemplateColumn("publication", template="badge", label=_("Public"), accessor=publication_badge)


def office_column() -> Column:
    """The office."""
    return Column(
        "office", label=_("Office"), accessor="office.name", sort_key="office__name", classname=f"tr-narrow {WIDE}"
    )


def commune_column() -> Column:
    """The commune."""
    return Column("commune", label=_("Commune"), accessor="commune.name", sort_key="commune__name", classname=WIDE)


def language_badges(subject: Any) -> list[dict[str, Any]]:
    """``[{"code", "present", "stale"}]`` for each published language."""
    present, stale = languages_of(subject.name, LANGUAGES), stale_languages(subject.name)
    return [{"code": code, "present": code in present, "stale": code in stale} for code in LANGUAGES]


def source_badges(subject: Any) -> dict[str, Any]:
    """``{"sources": [name], "edited": number of fields changed here}``."""
    sources = sorted({origin.get("source", "") for origin in subject.origins.values()} - {EDITORS, ""})
    if not sources:
        return {"sources": [], "edited": 0}
    named = [SHORT_SOURCES.get(source) or name_of_source(source) for source in sources]
    return {"sources": named, "edited": len(subject.overrides)}


def publication_badge(subject: Any) -> dict[str, Any]:
    """``{"label", "tone"}``."""
    if subject.withdrawn_at is not None:
        return {"label": _("Retiré"), "tone": "critical"}
    if subject.hidden:
        return {"label": _("Masqué"), "tone": "quiet"}
    if subject.published:
        return {"label": _("Publié"), "tone": "positive"}
    return {"label": _("Non publié"), "tone": "quiet"}
