"""An editor's change, kept apart from what sources say, so that the next import leaves it alone."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.texts import MAIN_LANGUAGE, text_hash, writable
from tourism.actions.folding import locked_subject, source_layers
from tourism.golden import TEXT_FIELDS, Folded, changed_overrides, fold
from tourism.gravest import despite
from tourism.models import GoldenModel
from tourism.queries import source_records


def value_of(folded: Folded, key: str) -> Any:
    """The value of an override key (`"latitude"`, `"name.en"`) in a fold; None when nothing is said."""
    name, _, language = key.partition(".")
    if language:
        return folded.values.get(name, {}).get(language, {}).get("text")
    return folded.values.get(name)


@transaction.atomic
def edit_subject(
    subject: GoldenModel,
    *,
    kind: str,
    values: Mapping[str, Any],
    by: str,
    refold: Callable[..., Any],
) -> GoldenModel:
    """Keep what an editor changed as overrides, and fold the object again.

    Args:
        subject: a place, trail or event; a new one must have its public id.
        kind: its RecordKind.
        values: what the form sent back, by override key; a value equal to the sources' gives the field back to them.
            What was pasted with control characters is kept without them.
        by: name of the editor, shown beside the field.
        refold: the action that folds this kind.
    """
    values = {key: _writable(value, " " if key.startswith("name.") else "\n") for key, value in values.items()}
    if subject.pk:
        # What somebody else changed since the form was opened stays.
        held = locked_subject(type(subject), subject.pk)
        if held is not None:
            subject.overrides = held.overrides
    records = source_records(kind, subject.pk) if subject.pk else []
    layers = source_layers(records)
    sources, current = fold(layers), fold(layers, subject.overrides)
    overrides = changed_overrides(
        current={key: value_of(current, key) for key in values},
        wanted=values,
        from_sources={key: value_of(sources, key) for key in values},
        overrides=subject.overrides,
        by=by,
        at=timezone.now().isoformat(timespec="seconds"),
    )
    _remember_french(overrides, values, current)
    subject.overrides = overrides
    return refold(subject, records=records)


def _writable(value: Any, line_break: str) -> Any:
    """A value of a form whose every text can be written in any format; a title has one line."""
    if isinstance(value, str):
        return writable(value, line_break=line_break)
    if isinstance(value, Mapping):
        return {key: _writable(one, line_break) for key, one in value.items()}
    if isinstance(value, list):
        return [_writable(one, line_break) for one in value]
    return value


@transaction.atomic
def choose_source(
    subject: GoldenModel,
    *,
    kind: str,
    key: str,
    source: str,
    number: str = "",
    by: str,
    refold: Callable[..., Any],
) -> GoldenModel:
    """Show what one source says of a field, whichever is trusted most; in place of what an editor typed there.

    Args:
        key: override key of the field.
        source, number: `SourceRecord.source` and its `external_id`; an empty source lets the most trusted decide.
    """
    held = locked_subject(type(subject), subject.pk)
    if held is not None:
        subject = held
    overrides = {known: override for known, override in subject.overrides.items() if known != key}
    records = source_records(kind, subject.pk)
    if source:
        at = timezone.now().isoformat(timespec="seconds")
        said = value_of(fold(source_layers(records)), key)
        overrides[key] = {"from": source, "number": number, "by": by, "at": at, **despite(key, said)}
    subject.overrides = overrides
    return refold(subject, records=records)


def _remember_french(overrides: dict[str, dict[str, Any]], values: Mapping[str, Any], current: Folded) -> None:
    """A translation written now belongs to the French of now: later French makes it stale."""
    for key, override in overrides.items():
        name, _, language = key.partition(".")
        if name in TEXT_FIELDS and language not in ("", MAIN_LANGUAGE) and "of" not in override:
            french = values.get(f"{name}.{MAIN_LANGUAGE}") or value_of(current, f"{name}.{MAIN_LANGUAGE}")
            if french:
                override["of"] = text_hash(french)
