"""What changed between two values, word by word, for people: tables of before and after. No database."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from tourism.admin.fields import Spoken, field_label, language_label, shortened, split_key, spoken_value

# Words that a space that does not break holds together ("9 h", "25 novembre") are one.
WORDS = re.compile(r"(?:\S|[\xa0\u202f])+\s*|\s+")
SAME, GONE, NEW, GAP = "same", "gone", "new", "gap"
# A stretch of words that did not change is shown up to here on each side of what did.
CONTEXT_WORDS, CONTEXT_ITEMS = 8, 2
# Past this many words a comparison costs more than it says.
MOST_WORDS = 1_500
# Texts that share less are shown whole: marks on every other word would hide both.
LEAST_ALIKE = 0.3
# Fields whose addresses change when a file is sent again.
FILES = frozenset({"images", "media", "plans"})


@dataclass(frozen=True)
class Part:
    """A stretch of a value: the same on both sides, gone, new, or left out because it did not change."""

    state: str
    text: str


@dataclass(frozen=True)
class ChangeRow:
    """One field of a change. `listed`: parts are items rather than stretches of one text. `note`: what to say when
    there are no values to show."""

    key: str
    label: str
    language: str
    before: list[Part]
    after: list[Part]
    listed: bool = False
    note: str = ""


def change_rows(changes: Mapping[str, Any], *, communes: Mapping[str, str] | None = None) -> list[ChangeRow]:
    """Rows of ``{field or field.language: [before, after]}`` as `ImportRunLine.changes` has them, by label.

    Args:
        communes: names by INSEE code.
    """
    rows = [change_row(key, values, communes=communes) for key, values in changes.items()]
    return sorted(rows, key=lambda row: (row.label, row.language != "", row.language))


def change_row(key: str, values: Any, *, communes: Mapping[str, str] | None = None) -> ChangeRow:
    """One row; anything but a pair says that the values were not kept."""
    name, language = split_key(key)
    label = field_label(name)
    named = language_label(language) if language else ""
    if not isinstance(values, (list, tuple)) or len(values) != 2:
        return ChangeRow(key, label, named, [], [], note=_("modifié"))
    before, after = (spoken_value(name, value, communes=communes) for value in values)
    if before == after:
        note = _("fichiers remplacés") if name in FILES else _note_of_labels(*values)
        return ChangeRow(key, label, named, [], [], note=note)
    shown_before, shown_after = compared(before, after)
    return ChangeRow(key, label, named, shown_before, shown_after, listed=isinstance(before or after, list))


def _note_of_labels(before: Any, after: Any) -> str:
    """What to say of two values that read the same: which labels have another number or another translation; else
    they differ in what nobody reads, or were both too long to be kept."""
    pairs = list(zip(before, after, strict=False)) if isinstance(before, list) and isinstance(after, list) else []
    pairs = [pair for pair in pairs if all(isinstance(one, Mapping) and "label" in one for one in pair)]
    renumbered = [new for old, new in pairs if old.get("id") != new.get("id")]
    if renumbered:
        return _("même libellé, autre numéro chez la source : %s") % ", ".join(spoken_value("labels", renumbered))
    translated = [new for old, new in pairs if old["label"] != new["label"]]
    if translated:
        return _("autre traduction : %s") % ", ".join(spoken_value("labels", translated))
    return _("modifié, sans différence lisible")


def compared(before: Spoken, after: Spoken) -> tuple[list[Part], list[Part]]:
    """The parts of both sides, what is only on one of them marked."""
    if isinstance(before, list) or isinstance(after, list):
        return _aligned(_items(before), _items(after), context=CONTEXT_ITEMS, joined=False)
    words_before, words_after = WORDS.findall(before), WORDS.findall(after)
    if max(len(words_before), len(words_after)) > MOST_WORDS:
        return _whole(before, GONE), _whole(after, NEW)
    matcher = _matcher(words_before, words_after)
    if min(len(words_before), len(words_after)) > 3 and matcher.ratio() < LEAST_ALIKE:
        return _whole(before, GONE), _whole(after, NEW)
    return _aligned(words_before, words_after, context=CONTEXT_WORDS, joined=True)


def row_sentence(row: ChangeRow, *, longest: int) -> str:
    """A row as one line for a terminal: "Résumé (Français) : avant → après", each side at most `longest` long.

    Of what is listed, only the entries that differ.
    """
    label = f"{row.label} ({row.language})" if row.language else row.label
    if row.note:
        return f"{label} : {row.note}"
    before, after = (_side(parts, listed=row.listed, longest=longest) for parts in (row.before, row.after))
    return f"{label} : {before} → {after}"


def _side(parts: list[Part], *, listed: bool, longest: int) -> str:
    if listed:
        text = " ; ".join(part.text for part in parts if part.state in (GONE, NEW))
    else:
        text = "".join(part.text for part in parts)
    # A space that does not break stays what it is.
    return shortened(re.sub(r"[ \t\r\n]+", " ", text).strip(), longest) or "—"


def commune_codes(changes: Iterable[Mapping[str, Any]]) -> set[str]:
    """INSEE codes that some changes name, to read their names at once."""
    return {
        code
        for change in changes
        for code in (change.get("commune_code") or ())
        if isinstance(code, str) and code.strip()
    }


def _items(value: Spoken) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _whole(text: str, state: str) -> list[Part]:
    return [Part(state, text)] if text else []


def _matcher(before: list[str], after: list[str]) -> SequenceMatcher[str]:
    """A comparison to which the space after a word is no part of it."""
    return SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in after], autojunk=False)


def _aligned(before: list[str], after: list[str], *, context: int, joined: bool) -> tuple[list[Part], list[Part]]:
    left: list[Part] = []
    right: list[Part] = []
    for tag, start, end, new_start, new_end in _matcher(before, after).get_opcodes():
        if tag == "equal":
            ends = {"first": start == new_start == 0, "last": end == len(before) and new_end == len(after)}
            left += _shortened(before[start:end], context, joined=joined, **ends)
            right += _shortened(after[new_start:new_end], context, joined=joined, **ends)
        else:
            left += _parts(GONE, before[start:end], joined)
            right += _parts(NEW, after[new_start:new_end], joined)
    return left, right


def _parts(state: str, tokens: list[str], joined: bool) -> list[Part]:
    if not tokens:
        return []
    return [Part(state, "".join(tokens))] if joined else [Part(state, token) for token in tokens]


def _shortened(tokens: list[str], context: int, *, first: bool, last: bool, joined: bool) -> list[Part]:
    """Equal tokens, without the middle of a long stretch; at an end of the value only the side near a change stays."""
    head, tail = (0 if first else context), (0 if last else context)
    if len(tokens) <= head + tail + context or first and last:
        return _parts(SAME, tokens, joined)
    left_out = len(tokens) - head - tail
    gap = Part(GAP, "… " if joined else str(left_out))
    return [*_parts(SAME, tokens[:head], joined), gap, *_parts(SAME, tokens[len(tokens) - tail :], joined)]
