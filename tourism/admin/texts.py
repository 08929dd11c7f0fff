"""Forms of models whose columns are texts in languages, without sources: stories and their steps."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.texts import HUMAN, MAIN_LANGUAGE, Texts, text_hash
from tourism.admin.entries import text_field


class TextsForm(WagtailAdminModelForm):
    """Fields `name__fr`, `name__en`… for each column in `text_columns`."""

    text_columns: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changes: list[dict[str, Any]] = []
        for column in self.text_columns:
            texts = getattr(self.instance, column) or {}
            for language, _name in settings.LANGUAGES:
                self.initial.setdefault(text_name(column, language), texts.get(language, {}).get("text", ""))

    def save(self, commit: bool = True) -> Any:
        for column in self.text_columns:
            wanted = {
                language: self.cleaned_data.get(text_name(column, language), "")
                for language, _name in settings.LANGUAGES
            }
            setattr(self.instance, column, edited_texts(getattr(self.instance, column) or {}, wanted))
        self._note_changes()
        return super().save(commit=commit)

    def _note_changes(self) -> None:
        for name in self.changed_data:
            column, _separator, language = name.partition("__")
            change = {"label": str(self.fields[name].label), "key": name, "language": language}
            if column in self.text_columns:
                change |= {"before": str(self.initial.get(name, ""))[:200], "after": self.cleaned_data[name][:200]}
            self.changes.append(change)
        if any(formset.has_changed() for formset in self.formsets.values()):
            self.changes.append({"label": "Déclencheurs", "key": "triggers"})


def text_name(column: str, language: str) -> str:
    """The form field of a column in a language."""
    return f"{column}__{language}"


def edited_texts(before: Texts, wanted: Mapping[str, str]) -> Texts:
    """Texts after an edit: what changed is a person's, and a translation remembers the French of now. Languages that
    no field shows are kept."""
    texts = dict(before)
    french = (wanted.get(MAIN_LANGUAGE) or "").strip()
    for language, text in wanted.items():
        text = text.replace("\r\n", "\n").strip()
        if not text:
            texts.pop(language, None)
        elif texts.get(language, {}).get("text", "").replace("\r\n", "\n").strip() != text:
            texts[language] = {"text": text, "origin": HUMAN}
            if language != MAIN_LANGUAGE and french:
                texts[language]["of"] = text_hash(french)
    return texts


def text_fields(columns: Iterable[tuple[str, Any, int]], *, required: str = "name") -> dict[str, forms.Field]:
    """Form fields of (column, label, rows), in every published language; `required` names the column whose French
    must be there."""
    return {
        text_name(column, language): text_field(label, language=language, rows=rows, required=column == required)
        for column, label, rows in columns
        for language, _name in settings.LANGUAGES
    }
