"""Sources as the back office knows them: what they are called, and how their records are tried again. Apps above
register theirs: this one does not know them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tourism.enums import OWN_SOURCE
from tourism.models import ImportRun
from tourism.schema.resolving import name_of_source, source_names


@dataclass(frozen=True)
class EditedSource:
    """A source whose quarantined records can be tried again.

    Attributes:
        label: its name.
        retry: maps again what we keep of these external ids, for a user by name; gives the finished run. What it
            raises has a `sentence` for an editor when it is no fault of ours.
    """

    label: Any
    retry: Callable[[list[str], str], ImportRun]


SOURCES: dict[str, EditedSource] = {}
# Of sources that people configure: gives the way to try records again, None for a source that it does not know.
FINDERS: list[Callable[[str], EditedSource | None]] = []


def edited_source(source: str) -> EditedSource | None:
    """How records of a source are tried again; None when they cannot be."""
    return SOURCES.get(source) or next(filter(None, (find(source) for find in FINDERS)), None)


def register_source(name: str, *, label: Any, retry: Callable[[list[str], str], ImportRun]) -> None:
    """Make a source known to the quarantine; `name` as in `SourceRecord.source`."""
    SOURCES[name] = EditedSource(label, retry)


def source_choices() -> list[tuple[str, str]]:
    """(source, name) of those whose records come from outside, for filters."""
    names = {source for source in (*SOURCES, *source_names()) if source != OWN_SOURCE}
    return sorted(((source, source_name(source)) for source in names), key=lambda choice: choice[1])


def source_name(source: str) -> str:
    """A source as people call it."""
    known = SOURCES.get(source)
    return str(known.label) if known else name_of_source(source)
