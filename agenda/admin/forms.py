"""The form of an event: dates, place and what is needed to create one in two minutes."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from agenda.actions import AliasTakenError, add_alias, choose_festival, choose_place, refold_event
from agenda.actions.folding import FESTIVAL_KEY
from agenda.admin.dated_form import DatedForm
from agenda.admin.schedule import DATED, schedule_entry
from agenda.admin.visitors import accessibility_entry, audiences_entry, roof_entry, roof_shown, roof_wanted
from agenda.enums import EventCategory, EventStatus, Roof
from agenda.models import Event
from tourism.admin.entries import (
    Entry,
    address_entry,
    choice_entry,
    commune_entry,
    contacts_entry,
    coordinate_entries,
    price_entry,
    simple_entry,
)
from tourism.admin.forms import digest, editor_name, golden_form
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.views import ScopedChooser, limit_chooser
from tourism.admin.viewsets.places import common_texts
from tourism.enums import RecordKind
from tourism.models import Place, SourceRecord
from tourism.queries import alias_named, place_key
from tourism.schema.resolving import name_of_source


def categories_entry() -> Entry:
    """What a visitor chooses by; the order of the source is kept while the choice is the same."""
    name = "event_categories"
    field = forms.MultipleChoiceField(
        label=_("Catégories"),
        choices=EventCategory.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "tr-columns"}),
    )

    def write(value: Any, cleaned: Any) -> list[str]:
        return value if set(value or ()) == set(cleaned[name]) else cleaned[name]

    return Entry(name, {name: field}, lambda value: {name: list(value or ())}, write)


# Choosers: columns of an own entry, overrides of an event that a source brought.
RELATIONS = ("place", "part_of")
FESTIVAL_SAID = "part_of_external_id"

EVENT_ENTRIES = (
    schedule_entry(),
    categories_entry(),
    choice_entry("status", _("État"), EventStatus.choices, empty="—"),
    simple_entry("venue", forms.CharField(label=_("Nom du lieu"), required=False, max_length=200)),
    simple_entry("organiser", forms.CharField(label=_("Organisateur"), required=False, max_length=200)),
    commune_entry(),
    *coordinate_entries(),
    address_entry(),
    contacts_entry(),
    price_entry(),
    audiences_entry(),
    roof_entry(),
    accessibility_entry(),
    *common_texts(opening=_("Dates en toutes lettres")),
)


class EventFormBase(DatedForm):
    """Adds the place and the checks of dates."""

    # Of an event that a source brought; see `_offer_place`.
    place_as_said = forms.BooleanField(label=_("Laisser la source dire le lieu"), required=False)
    remember_name = forms.BooleanField(label=_("Retenir ce nom pour ce lieu"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.initial.get("status"):
            self.initial["status"] = EventStatus.SCHEDULED.value
        if self.for_user is not None:
            for name in RELATIONS:
                if name in self.fields:
                    self._offer_own(name)
        shown = json.loads(self.initial["shown_values"])
        shown |= {name: digest(getattr(self.instance, f"{name}_id")) for name in RELATIONS}
        self.initial["indoor"] = roof_shown(self.current.values)
        shown["indoor"] = digest(self.initial["indoor"])
        self.initial["shown_values"] = json.dumps(shown)
        self._offer_place()

    def _offer_own(self, name: str) -> None:
        """Offer what one may see, and what it is joined to: a source may have named a thing of another office."""
        field, joined = self.fields[name], getattr(self.instance, f"{name}_id")
        limit_chooser(field, self.for_user)
        if joined is None:
            return
        field.queryset = field.queryset.model._default_manager.filter(
            Q(pk__in=field.queryset.values("pk")) | Q(pk=joined)
        )
        if isinstance(field.widget, ScopedChooser):
            field.widget.allowed = field.queryset

    def _offer_place(self) -> None:
        """Offer what is of use: an editor's place goes before the source's, until it is left to the source again; and
        the name by which the source calls it can be remembered."""
        # What the source calls the place, and where: not what an editor typed over it.
        said = self.sources.values
        self.venue_said = str(said.get("venue") or "") if self.records else ""
        self.commune_said = str(said.get("commune_code") or "")
        if not place_key(self.venue_said):
            self.fields.pop("remember_name", None)
        elif "remember_name" in self.fields:
            told = _("Les événements annoncés à « %s » dans la même commune seront joints au lieu choisi.")
            self.fields["remember_name"].help_text = told % self.venue_said
        if not self.records or "place" not in self.overrides:
            self.fields.pop("place_as_said", None)

    def _is_chosen(self, name: str) -> bool:
        """Whether an editor chose the place or the festival of an event that a source brought: another one than this
        form showed, whatever an import brought since."""
        if not self.records or name not in self.fields:
            return False
        chosen = self.cleaned_data.get(name)
        shown = self._shown_digests().get(name, digest(self.initial.get(name)))
        return digest(chosen.pk if chosen is not None else None) != shown

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        dated = any(cleaned.get(name) or name in self.errors for name in DATED)
        if self.instance.pk is None and not dated:
            self.add_error("when_first", _("Un événement a au moins une date."))
        place = cleaned.get("place")
        if place is not None and not self.records:
            # Where it is follows from the place, unless something else was typed.
            cleaned["commune_code"] = cleaned.get("commune_code") or place.commune_id or ""
            if cleaned.get("latitude") is None and cleaned.get("longitude") is None:
                cleaned["latitude"], cleaned["longitude"] = place.latitude, place.longitude
        if cleaned.get("remember_name"):
            self._check_name(place)
        festival = cleaned.get("part_of")
        if festival is not None and self._is_within(festival):
            self.add_error("part_of", _("Un événement ne fait pas partie de lui-même."))
        return cleaned

    def _commune_of_name(self, place: Place) -> str:
        return self.commune_said or place.commune_id or ""

    def _check_name(self, place: Place | None) -> None:
        """A name is remembered for a place of one's own, and for one place of a commune only."""
        if place is None or self.cleaned_data.get("place_as_said"):
            self.add_error("remember_name", _("Choisissez d’abord le lieu qui porte ce nom."))
            return
        policy = policy_registry.get_by_type(Place)
        if self.for_user is not None and not policy.user_has_permission_for_instance(self.for_user, "change", place):
            self.add_error("remember_name", _("Ce lieu est celui d’un autre office, qui peut retenir ce nom."))
        known = alias_named(self.venue_said, self._commune_of_name(place))
        if known is not None and known.place_id != place.pk:
            self.add_error("remember_name", AliasTakenError(known.place).sentence)

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        """Keep the place that was chosen beside the other edits, and the name of the place when it is to be known."""
        by = editor_name(self.for_user) if self.for_user else ""
        place = self.cleaned_data.get("place")
        if self.cleaned_data.get("place_as_said"):
            self.given_back |= {"place"}
        elif self._is_chosen("place"):
            choose_place(self.instance, place=place, by=by, at=_now())
        if FESTIVAL_KEY not in self.given_back and self._is_chosen("part_of"):
            choose_festival(self.instance, festival=self.cleaned_data["part_of"], by=by, at=_now())
        event = super().save(commit)
        if self.cleaned_data.get("remember_name") and place is not None:
            add_alias(place=place, name=self.venue_said, by=by, commune_code=self._commune_of_name(place))
        return event

    def _is_within(self, festival: Event) -> bool:
        """Whether the festival is this event, or is part of it at some depth."""
        seen: set[int] = set()
        above: Event | None = festival
        while above is not None and above.pk not in seen:
            if above.pk == self.instance.pk:
                return True
            seen.add(above.pk)
            above = above.part_of
        return False

    def wanted_values(self) -> dict[str, Any]:
        """No source writes `indoor`: it is given back when it is what their labels say."""
        values = super().wanted_values()
        if "indoor" in values:
            values["indoor"] = roof_wanted(values["indoor"], roof_shown(self.sources.values))
        return values

    def _note_changes(self, values: Mapping[str, Any]) -> None:
        """The festival of an imported event is noted by the key of its override, where its history looks for it."""
        super()._note_changes(values)
        if not self.records:
            return
        self.changes = [change for change in self.changes if change["key"] != "part_of"]
        back = FESTIVAL_KEY in self.given_back
        if not back and not self._is_chosen("part_of"):
            return
        before = Event.objects.filter(pk=self.initial.get("part_of")).first() if self.initial.get("part_of") else None
        after = self._festival_said() if back else self.cleaned_data["part_of"]
        change = {"label": str(self.fields["part_of"].label), "key": FESTIVAL_KEY, "given_back": back}
        self.changes.append(change | {"before": str(before or ""), "after": str(after or "")})

    def _festival_said(self) -> Event | None:
        """The festival that the sources name, when it is known."""
        said = next((record for record in self.records if record.record.get(FESTIVAL_SAID)), None)
        if said is None:
            return None
        found = SourceRecord.objects.filter(
            kind=RecordKind.EVENT, source=said.source, external_id=said.record[FESTIVAL_SAID], subject_id__isnull=False
        ).first()
        return Event.objects.filter(pk=found.subject_id).first() if found is not None else None

    def mark_of(self, key: str) -> dict[str, Any] | None:
        """The festival is said by a source's number of it, and by an editor's choice among the events of the agenda."""
        mark = super().mark_of(key)
        if key == "indoor":
            return self._mark_of_roof(mark)
        if key != FESTIVAL_KEY or (mark is not None and "source" in mark):
            return mark
        said = super().mark_of(FESTIVAL_SAID)
        if mark is None or said is None:
            return said or mark
        told = {name: said[name] for name in ("source", "owner", "since") if name in said}
        return mark | told | {"source_says": str(self._festival_said() or "")}

    def _mark_of_roof(self, mark: dict[str, Any] | None) -> dict[str, Any] | None:
        """Which source's labels say whether there is a roof, beside an editor's word."""
        said = next((record for record in self.records if roof_shown(record.record)), None)
        if said is None:
            return mark
        words = dict(Roof.choices)[Roof(roof_shown(said.record))]
        told = {"source": name_of_source(said.source), "owner": said.owner, "since": None, "source_says": str(words)}
        url = EDITED_KINDS[self.record_kind].history_url(self.instance.pk)
        return {"key": "indoor", "checked": False, "history_url": f"{url}?field=indoor"} | (mark or {}) | told


def _now() -> str:
    return timezone.now().isoformat(timespec="seconds")


EventForm = golden_form(kind=RecordKind.EVENT.value, entries=EVENT_ENTRIES, refold=refold_event, base=EventFormBase)
