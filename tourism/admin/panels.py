"""Panels of the edit forms: fields that say who wrote them, and the list of sources."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from cms.texts import MAIN_LANGUAGE
from tourism.admin.entries import Entry, price_text_name
from tourism.schema.resolving import name_of_source

# Words that a visitor's language calls itself by; the tabs of the forms.
LANGUAGE_NAMES = dict(settings.LANGUAGES)
FIRST_TEXTS = (f"name__{MAIN_LANGUAGE}", f"summary__{MAIN_LANGUAGE}", f"description__{MAIN_LANGUAGE}")


class SourcedFieldPanel(FieldPanel):
    """A field with the line that says which source it comes from, who changed it and what the source says."""

    def __init__(self, field_name: str, *, key: str = "", when: str = "", **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs)
        self.key = key
        # "new" or "known": shown only when the object is; two panels may then hold one field.
        self.when = when

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"key": self.key, "when": self.when}

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "tourism/admin/panels/sourced_field.html"

        def is_shown(self) -> bool:
            known = "known" if self.instance is not None and self.instance.pk else "new"
            return self.panel.when in ("", known) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            if self.panel.key and self.form is not None:
                context["mark"] = self.form.mark_of(self.panel.key)
            return context


class SourcesPanel(Panel):
    """What each source says of the object, since when, and its remarks."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "tourism/admin/panels/sources.html"

        def is_shown(self) -> bool:
            return self.form is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["records"] = [
                {"record": record, "source": name_of_source(record.source)} for record in self.form.records
            ]
            context["subject"] = self.instance
            return context


def entry_panels(entries: Iterable[Entry], names: Iterable[str], *, moved: Iterable[str] = ()) -> list[Panel]:
    """Panels of form fields by name; the first field of an entry carries the mark. Those in `moved` are left to
    `new_panels` while the object is new."""
    marked = {next(iter(entry.fields)): entry.key for entry in entries}
    moved = frozenset(moved)
    return [SourcedFieldPanel(name, key=marked.get(name, ""), when="known" if name in moved else "") for name in names]


def new_panels() -> MultiFieldPanel:
    """What a new object needs first, in French, on the first tab: no tab to find before something can be saved."""

    class NewOnly(MultiFieldPanel):
        class BoundPanel(MultiFieldPanel.BoundPanel):
            def is_shown(self) -> bool:
                return self.instance is not None and self.instance.pk is None

    return NewOnly([SourcedFieldPanel(name, when="new") for name in FIRST_TEXTS], heading=_("En français, d’abord"))


def row(entries: Sequence[Entry], *names: str) -> FieldRowPanel:
    """Fields side by side."""
    return FieldRowPanel(entry_panels(entries, names))


def group(heading: Any, *children: Panel, **kwargs: Any) -> MultiFieldPanel:
    """Fields under one heading."""
    return MultiFieldPanel(list(children), heading=heading, **kwargs)


def language_tabs(entries: Sequence[Entry], *, prices: bool = True) -> list[ObjectList]:
    """One tab per published language with all its texts."""
    tabs = []
    for language, name in LANGUAGE_NAMES.items():
        own = [field for entry in entries if entry.language == language for field in entry.fields]
        if prices:
            own.append(price_text_name(language))
        tabs.append(ObjectList(entry_panels(entries, own, moved=FIRST_TEXTS), heading=name, attrs={"lang": language}))
    return tabs


def tabs(general: Sequence[Panel], entries: Sequence[Entry], **kwargs: Any) -> TabbedInterface:
    """The whole form: what has no language, one tab per language, the sources."""
    return TabbedInterface(
        [
            ObjectList([new_panels(), *general], heading=_("Général")),
            *language_tabs(entries),
            ObjectList([SourcesPanel()], heading=_("Sources")),
        ],
        **kwargs,
    )
