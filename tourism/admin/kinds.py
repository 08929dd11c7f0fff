"""The kinds of golden objects that are edited here. Apps above add theirs (events): this one does not know them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tourism.models import GoldenModel


@dataclass(frozen=True)
class EditedKind:
    """A model with the action that folds it; `urls` is the namespace of its views."""

    model: type[GoldenModel]
    refold: Callable[..., Any]

    @property
    def urls(self) -> str:
        return self.model.snippet_viewset.url_namespace

    def edit_url(self, pk: int) -> str:
        """Address of the form of one object."""
        return reverse(f"{self.urls}:edit", args=[pk])

    def history_url(self, pk: int) -> str:
        """Address of the history of the fields of one object."""
        return reverse(f"{self.urls}:field_history", args=[pk])


# By RecordKind.
EDITED_KINDS: dict[str, EditedKind] = {}


def register_kind(kind: str, edited: EditedKind) -> None:
    """Make a kind known to the records, the imports and the dashboard."""
    EDITED_KINDS[kind] = edited


def kind_of(model: type) -> str:
    """The RecordKind of a model; "STORY" for stories, as `announce_changes` calls them."""
    return next((kind for kind, edited in EDITED_KINDS.items() if edited.model is model), "STORY")


# Further buttons at the top of the form of an object, from apps above; None for none.
HEADER_BUTTONS: list[Callable[[Any], Any | None]] = []
