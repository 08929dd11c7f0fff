"""The form of a golden object: fields built from override keys, saved by `edit_subject` and never as columns.

A field counts as edited when it came back different from what *this form showed*, not from what the database says
now: a form left open during the night's import gives nothing back but what its editor typed.
"""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.texts import MAIN_LANGUAGE
from tourism.actions import edit_subject, new_public_id, source_layers
from tourism.actions.editing import value_of
from tourism.admin.entries import Entry
from tourism.admin.fields import field_label, moment_of, shortened, split_key, spoken_text
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import office_ids, sees_everything
from tourism.enums import OWN_SOURCE
from tourism.golden import EDITORS, SCHEDULE, fold
from tourism.gravest import DATES_OFF
from tourism.models import GoldenModel, Office, SourceRecord
from tourism.queries import source_records
from tourism.schema.resolving import name_of_source

GIVE_BACK = "give_back"
# Of a value in the log of edits.
LONGEST_NOTED = 4_000


def digest(value: Any) -> str:
    """A short hash that is the same for a value and for what a browser makes of it."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    elif isinstance(value, (list, tuple, set)):
        value = sorted(str(part) for part in value)
    if value is None or value is False or value in ("", []):
        return ""
    return hashlib.sha256(json.dumps(value, default=str, sort_keys=True).encode()).hexdigest()[:16]


def editor_name(user: Any) -> str:
    """How an editor is called beside a field."""
    return user.get_full_name() or user.get_username()


class GoldenForm(WagtailAdminModelForm):
    """Base of the forms that `golden_form` makes; the model's own columns in it are `office` and `hidden` (and more
    by kind), everything else are entries."""

    record_kind: ClassVar[str]
    entries: ClassVar[tuple[Entry, ...]]
    refold: ClassVar[Callable[..., Any]]

    # Digest of the value of each field as shown, see the module.
    shown_values = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        subject: GoldenModel = self.instance
        self.records: list[SourceRecord] = source_records(self.record_kind, subject.pk) if subject.pk else []
        layers = source_layers(self.records)
        self.sources, self.current = fold(layers), fold(layers, subject.overrides)
        # As they were shown; the instance's own change when the form is validated.
        self.overrides = dict(subject.overrides)
        for entry in self.entries:
            for name, value in entry.read(value_of(self.current, entry.key)).items():
                self.initial.setdefault(name, value)
        self.initial["shown_values"] = json.dumps(
            {name: digest(self.initial.get(name)) for name in self._entry_fields()}
        )
        asked = self.data.getlist(GIVE_BACK) if hasattr(self.data, "getlist") else ()
        self.given_back = frozenset(asked) & self.released_keys()
        self.changes: list[dict[str, Any]] = []
        self._limit_office()

    def _entry_fields(self) -> list[str]:
        return [name for entry in self.entries for name in entry.fields]

    def released_keys(self) -> frozenset[str]:
        """Overrides that can be given back: a source says something of the object."""
        return frozenset(self.overrides) if self.records else frozenset()

    def _limit_office(self) -> None:
        """An editor may give a thing to none but their own office; the agency to any."""
        field = self.fields.get("office")
        if field is None or self.for_user is None or sees_everything(self.for_user):
            return
        own = Office.objects.filter(pk__in=office_ids(self.for_user))
        field.queryset = own
        field.required = True
        field.empty_label = None
        if self.instance.office_id is None:
            self.initial["office"] = own.values_list("pk", flat=True).first()

    # Validation

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "latitude" in cleaned and "longitude" in cleaned:
            self._check_coordinates(cleaned["latitude"], cleaned["longitude"])
        french = f"name__{MAIN_LANGUAGE}"
        if not cleaned.get(french, "-").strip() and f"name.{MAIN_LANGUAGE}" not in self.given_back:
            self.add_error(french, _("Le nom en français est obligatoire."))
        return cleaned

    def _check_coordinates(self, latitude: float | None, longitude: float | None) -> None:
        if (latitude is None) != (longitude is None):
            missing = "latitude" if latitude is None else "longitude"
            self.add_error(missing, _("Donnez la latitude et la longitude, ou aucune des deux."))

    # Saving

    def edited_entries(self) -> list[Entry]:
        """Entries that came back different from what was shown; all of them for a new object."""
        if self.instance.pk is None:
            return list(self.entries)
        shown = self._shown_digests()
        return [
            entry
            for entry in self.entries
            if entry.key not in self.given_back
            and any(
                digest(self.cleaned_data[name]) != shown.get(name, digest(self.initial.get(name)))
                for name in entry.fields
                if name in self.cleaned_data
            )
        ]

    def _shown_digests(self) -> dict[str, str]:
        try:
            shown = json.loads(self.cleaned_data.get("shown_values") or "{}")
        except ValueError:
            return {}
        return shown if isinstance(shown, dict) else {}

    def wanted_values(self) -> dict[str, Any]:
        """The values of the edited entries, by override key."""
        values = {
            entry.key: entry.write(value_of(self.current, entry.key), self.cleaned_data)
            for entry in self.edited_entries()
        }
        if self.instance.pk is None:
            values = {key: value for key, value in values.items() if value not in (None, "", [], {}, False)}
        return values

    def _release(self) -> None:
        """Drop the overrides that are given back. In the database, because `edit_subject` starts from what it holds
        and not from what the form was opened with; a value that the source has come to share could not be told by
        the value alone."""
        subject: GoldenModel = self.instance
        held = type(subject)._default_manager.select_for_update().values_list("overrides", flat=True).get(pk=subject.pk)
        subject.overrides = {key: value for key, value in held.items() if key not in self.given_back}
        type(subject)._default_manager.filter(pk=subject.pk).update(overrides=subject.overrides)

    @transaction.atomic
    def save(self, commit: bool = True) -> GoldenModel:
        """Keep the edits as overrides and fold again. Always saves: there is no half-edited golden object."""
        subject: GoldenModel = self.instance
        values = self.wanted_values()
        if subject.pk is None:
            subject.public_id = new_public_id(OWN_SOURCE, uuid.uuid4().hex)
        self._note_changes(values)
        if self.given_back:
            self._release()
        edit_subject(
            subject,
            kind=self.record_kind,
            values=values,
            by=editor_name(self.for_user) if self.for_user else "",
            refold=type(self).refold,
        )
        return subject

    def has_changed(self) -> bool:
        return bool(self.changes) or super().has_changed()

    def _note_changes(self, values: Mapping[str, Any]) -> None:
        """What the history will say: labels, values before and after, and what went back to the sources."""
        if self.instance.pk is None:
            return
        entries = {entry.key: entry for entry in self.entries}
        for key, value in values.items():
            back = key in self.overrides and self._is_said_by_sources(key, value)
            self._note(entries[key], value_of(self.current, key), value, given_back=back)
        for key in sorted(self.given_back & entries.keys()):
            self._note(entries[key], value_of(self.current, key), value_of(self.sources, key), given_back=True)
        for name in self._meta.fields or ():
            if name in self.changed_data and name in self.fields and name not in self._entry_fields():
                before, after = self.initial.get(name), self.cleaned_data[name]
                if isinstance(after, Model):
                    before = str(type(after)._default_manager.filter(pk=before).first() or "") if before else ""
                    after = str(after)
                self.changes.append(
                    {"label": str(self.fields[name].label), "key": name, "before": before, "after": after}
                )

    def _is_said_by_sources(self, key: str, value: Any) -> bool:
        said = value_of(self.sources, key)
        return bool(self.records) and digest(said) == digest(value)

    def _note(self, entry: Entry, before: Any, after: Any, *, given_back: bool = False) -> None:
        # A value that several fields show together is called by none of them.
        label = entry.label if len(entry.fields) == 1 else field_label(entry.key)
        change = {
            "label": str(label),
            "key": entry.key,
            "language": entry.language,
            "before": noted_value(entry.key, before),
            "after": noted_value(entry.key, after),
        }
        if given_back:
            change["given_back"] = True
        self.changes.append(change)

    # Marks

    def mark_of(self, key: str) -> dict[str, Any] | None:
        """Who says what the field shows, for the line under it; None for an object of one's own.

        ``{"source", "owner", "since", "edited_by", "edited_at", "source_says", "chosen_by", "chosen_at", "voices",
        "off", "beaten", "key", "checked", "history_url"}``. `voices`: how many sources say something of it; `off`:
        dates that another source calls off; `beaten`: what was typed does not count, a source has cancelled since.
        """
        if not self.records:
            return None
        override = self.overrides.get(key)
        chosen = override is not None and "from" in override
        origin = (self.current if chosen else self.sources).origins.get(key)
        if origin is None and override is None:
            return None
        url = EDITED_KINDS[self.record_kind].history_url(self.instance.pk)
        mark: dict[str, Any] = {
            "key": key,
            "checked": key in self.given_back,
            "history_url": f"{url}?{urlencode({'field': key})}",
        }
        if origin is not None:
            record = next((record for record in self.records if record.source == origin["source"]), None)
            mark |= {
                "source": name_of_source(origin["source"]),
                "owner": record.owner if record else "",
                "since": moment_of(origin.get("since", "")),
            }
        mark["off"] = self._called_off() if key == SCHEDULE else []
        mark["voices"] = sum(layer.says(key) is not None for layer in source_layers(self.records))
        if chosen and override is not None:
            mark |= {"chosen_by": override.get("by", "") or "?", "chosen_at": moment_of(override.get("at", ""))}
        elif override is not None:
            mark |= {
                "edited_by": override.get("by", ""),
                "edited_at": moment_of(override.get("at", "")),
                "source_says": self._spoken(key, value_of(self.sources, key)),
                "beaten": self.current.origins.get(key, {}).get("source") != EDITORS,
            }
        return mark

    def _called_off(self) -> list[dict[str, Any]]:
        """``[{"source", "since", "days"}]``: dates that are off because a source says so whose dates are not those
        that count."""
        return [
            {
                "source": name_of_source(origin["source"]),
                "since": moment_of(origin.get("since", "")),
                "days": [date_format(date.fromisoformat(day), "j F Y") for day in origin["days"].split()],
            }
            for key, origin in self.current.origins.items()
            if key.startswith(DATES_OFF)
        ]

    def _spoken(self, key: str, value: Any) -> str:
        """A source's value as the form's own fields would show it."""
        entry = next((entry for entry in self.entries if entry.key == key), None)
        if entry is None or value in (None, "", [], {}):
            return ""
        parts = []
        for name, part in entry.read(value).items():
            field = entry.fields[name]
            if part in (None, "", [], {}):
                continue
            if isinstance(part, bool):
                part = _("oui") if part else _("non")
            elif isinstance(part, datetime):
                part = timezone.localtime(part)
            elif choices := dict(getattr(field, "choices", ())):
                listed = part if isinstance(part, (list, tuple)) else [part]
                part = ", ".join(str(choices.get(one, one)) for one in listed)
            parts.append(str(part))
        return " · ".join(parts)


def noted_value(key: str, value: Any) -> Any:
    """A value as the log keeps it: as it is, a long text cut, a long list or object in words."""
    if isinstance(value, str):
        return shortened(value, LONGEST_NOTED)
    if isinstance(value, (list, dict)) and len(json.dumps(value, default=str)) > LONGEST_NOTED:
        return shortened(spoken_text(split_key(key)[0], value), LONGEST_NOTED)
    return value


def golden_form(*, kind: str, entries: Iterable[Entry], refold: Callable[..., Any], base: type = GoldenForm) -> type:
    """The form class of a kind: `base` with the entries' fields."""
    entries = tuple(entries)
    fields = {name: field for entry in entries for name, field in entry.fields.items()}
    attributes = {"record_kind": kind, "entries": entries, "refold": staticmethod(refold), **fields}
    return type(base)(f"{kind.title()}Form", (base,), {"__module__": __name__, **attributes})
