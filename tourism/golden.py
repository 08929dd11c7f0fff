"""The fold: records of several sources and editors' overrides become one object. Pure.

Precedence: the first record that says something about a field wins it, but for what says that something does not take
place (`tourism.gravest`); texts are folded language by language, so that
an office's English does not hide APIDAE's Italian. Overrides come last and win always, as far as they knew. Keys of
overrides are a field
(`"latitude"`) or a field and a language (`"name.en"`).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cms.texts import HUMAN, MAIN_LANGUAGE, SOURCE, Texts, text_hash
from tourism.gravest import DESPITE, despite, lay_dates, lay_states
from tourism.schedule.date_changes import with_changes_in_json

# Fields of records whose value is plain texts, folded by language.
TEXT_FIELDS = frozenset(
    {"name", "summary", "description", "access", "opening", "alert", "waymarking", "hazards", "maps", "steps"}
)
EDITORS = "editor"
# What an editor changed of single dates: an override, or what somebody typed on an object that became part of this
# one. It has no value of its own, it is folded over the schedule.
SCHEDULE, SCHEDULE_CHANGES = "schedule", "schedule_changes"


@dataclass(frozen=True)
class SourceLayer:
    """One record: what `source` said, and since when for each field (ISO date-times). `number` is its number there,
    to tell two records of one source apart."""

    source: str
    record: Mapping[str, Any]
    since: Mapping[str, str] = field(default_factory=dict)
    number: str = ""

    def says(self, key: str) -> Any:
        """What it says of an override key; None when nothing."""
        name, _, language = key.partition(".")
        value = self.record.get(name)
        if language or name in TEXT_FIELDS:
            return (value.get(language) or None) if isinstance(value, dict) else None
        return value


@dataclass
class Folded:
    """Values by field (texts in the shape of `cms.texts`), and for each field or field.language who says so."""

    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, dict[str, str]] = field(default_factory=dict)


def fold(layers: Iterable[SourceLayer], overrides: Mapping[str, Mapping[str, Any]] | None = None) -> Folded:
    """Fold layers (highest precedence first) and overrides into one object.

    Args:
        layers: what each source says, the most trusted first.
        overrides: ``{key: {"value": …, "by": user name, "at": ISO date-time}}``; a value of None or '' hides the
            sources' value. ``{"from": source, "number": its number there, "by": …, "at": …}`` instead chooses what
            one source says; it does nothing while that source says nothing.
    """
    layers = list(layers)
    folded = Folded()
    for layer in layers:
        for name, value in layer.record.items():
            since = layer.since.get(name, "")
            if name in TEXT_FIELDS and isinstance(value, dict):
                texts = folded.values.setdefault(name, {})
                for language, text in value.items():
                    if language not in texts and text:
                        texts[language] = {"text": text, "origin": SOURCE}
                        folded.origins[f"{name}.{language}"] = {"source": layer.source, "since": since}
            elif name not in folded.values:
                folded.values[name] = value
                folded.origins[name] = {"source": layer.source, "since": since}
    folded.values.pop(DESPITE, None)
    folded.origins.pop(DESPITE, None)
    several = len(layers) > 1 or bool(overrides)
    if several:
        lay_dates(folded.values, folded.origins, layers, {})
    if SCHEDULE_CHANGES in folded.values:
        _lay_over_sources(folded, layers)
    for key, override in (overrides or {}).items():
        if key == SCHEDULE_CHANGES:
            continue
        if "from" in override:
            _choose(folded, key, override, layers)
            continue
        name, _, language = key.partition(".")
        value = override.get("value")
        if language:
            texts = folded.values.setdefault(name, {})
            if value:
                texts[language] = {"text": value, "origin": override.get("origin", HUMAN)}
                if override.get("of"):
                    texts[language]["of"] = override["of"]
            else:
                texts.pop(language, None)
        elif value in (None, ""):
            folded.values.pop(name, None)
        else:
            folded.values[name] = value
        folded.origins[key] = {
            "source": EDITORS,
            "since": override.get("at", ""),
            "by": override.get("by", ""),
        }
    if overrides and SCHEDULE in overrides:
        lay_dates(folded.values, folded.origins, layers, overrides)
    if several:
        lay_states(folded.values, folded.origins, layers, overrides or {})
    if overrides and SCHEDULE_CHANGES in overrides:
        _lay_over(folded, overrides[SCHEDULE_CHANGES])
    for name in TEXT_FIELDS & folded.values.keys():
        _remember_french(folded.values[name])
    return folded


def _lay_over(folded: Folded, override: Mapping[str, Any]) -> None:
    """Change single dates of the schedule, whoever says it."""
    if schedule := folded.values.get(SCHEDULE):
        folded.values[SCHEDULE] = with_changes_in_json(schedule, override.get("value"))
    said = {"source": EDITORS, "since": override.get("at", ""), "by": override.get("by", "")}
    folded.origins[SCHEDULE_CHANGES] = said


def _lay_over_sources(folded: Folded, layers: Iterable[SourceLayer]) -> None:
    """Change single dates as was typed on objects that became part of this one; the most trusted last."""
    del folded.values[SCHEDULE_CHANGES]
    if schedule := folded.values.get(SCHEDULE):
        for layer in reversed(list(layers)):
            schedule = with_changes_in_json(schedule, layer.record.get(SCHEDULE_CHANGES))
        folded.values[SCHEDULE] = schedule


def _choose(folded: Folded, key: str, choice: Mapping[str, Any], layers: Iterable[SourceLayer]) -> None:
    """Take what the source that an editor chose says of a field."""
    number = choice.get("number", "")
    chosen = (layer for layer in layers if layer.source == choice["from"] and number in ("", layer.number))
    layer = next((layer for layer in chosen if layer.says(key) is not None), None)
    if layer is None:
        return
    name, _, language = key.partition(".")
    if language:
        folded.values.setdefault(name, {})[language] = {"text": layer.says(key), "origin": SOURCE}
    else:
        folded.values[name] = layer.says(key)
    folded.origins[key] = {
        "source": layer.source,
        "since": layer.since.get(name, ""),
        "chosen_by": choice.get("by", ""),
    }


def _remember_french(texts: Texts) -> None:
    """Source translations belong to the French they came with; editors' keep the French they translated."""
    french = texts.get(MAIN_LANGUAGE, {}).get("text")
    translated = [entry for language, entry in texts.items() if language != MAIN_LANGUAGE and entry["origin"] == SOURCE]
    if not french or not translated:
        return
    of = text_hash(french)
    for entry in translated:
        entry["of"] = of


def override_key(name: str, language: str = "") -> str:
    """The key of an override: `name` or `name.language`."""
    return f"{name}.{language}" if language else name


def changed_overrides(
    *,
    current: Mapping[str, Any],
    wanted: Mapping[str, Any],
    from_sources: Mapping[str, Any],
    overrides: Mapping[str, Mapping[str, Any]],
    by: str,
    at: str,
) -> dict[str, dict[str, Any]]:
    """The overrides after an editor saved a form.

    A key whose wanted value is what the sources say anyway loses its override (the editor went back to the source);
    a key that the editor changed gets one; keys that were left alone keep what they had.

    Args:
        current: value by key as the form showed it.
        wanted: value by key as it came back.
        from_sources: value by key as the sources alone say it.
    """
    result = {key: dict(value) for key, value in overrides.items()}
    for key, value in wanted.items():
        if _same(value, current.get(key)):
            continue
        if _same(value, from_sources.get(key)):
            result.pop(key, None)
        else:
            result[key] = {"value": value, "by": by, "at": at, **despite(key, from_sources.get(key))}
    return result


def _same(left: Any, right: Any) -> bool:
    if left in (None, "", [], {}) and right in (None, "", [], {}):
        return True
    if isinstance(left, str) and isinstance(right, str):
        return left.replace("\r\n", "\n").strip() == right.replace("\r\n", "\n").strip()
    return left == right


# Longer values are cut in the notes of a run: they are for people to read.
LONGEST_NOTED = 1_000


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What differs between two normalised records: ``{field or field.language: [before, after]}``, in alphabetical
    order. What is absent is None; a long text is cut, a long list or object is replaced by its length."""
    changes: dict[str, list[Any]] = {}
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if name in TEXT_FIELDS:
            old, new = old or {}, new or {}
            for language in sorted(old.keys() | new.keys()):
                if old.get(language) != new.get(language):
                    changes[f"{name}.{language}"] = [_noted(old.get(language)), _noted(new.get(language))]
        else:
            changes[name] = [_noted(old), _noted(new)]
    return changes


def _noted(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= LONGEST_NOTED else value[:LONGEST_NOTED] + "…"
    if isinstance(value, list | dict) and len(json.dumps(value, default=str)) > 4 * LONGEST_NOTED:
        return {"count": len(value)}
    return value
