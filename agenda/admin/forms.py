"""The form of an event: dates, place and what is needed to create one in two minutes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agenda.actions import refold_event
from agenda.admin.schedule import read_schedule, schedule_entry, schedule_faults
from agenda.enums import EventCategory, EventStatus
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
from tourism.admin.forms import GoldenForm, golden_form
from tourism.admin.views import limit_chooser
from tourism.admin.viewsets.places import common_texts
from tourism.enums import RecordKind


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


# One of these is a date.
DATED = ("when_first", "when_others", "when_own_hours")

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
    *common_texts(opening=_("Dates en toutes lettres")),
)


class EventFormBase(GoldenForm):
    """Adds the place of one's own events and the checks of dates."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.initial.get("status"):
            self.initial["status"] = EventStatus.SCHEDULED.value
        if self.records:
            # The source's own link decides, and would be set again by the next import.
            self.fields.pop("place", None)
            self.fields.pop("part_of", None)
        elif self.for_user is not None:
            for name in ("place", "part_of"):
                if name in self.fields:
                    limit_chooser(self.fields[name], self.for_user)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, sentence in schedule_faults(cleaned, self.initial):
            self.add_error(name, sentence)
        dated = any(cleaned.get(name) or name in self.errors for name in DATED)
        if self.instance.pk is None and not dated:
            self.add_error("when_first", _("Un événement a au moins une date."))
        place = cleaned.get("place")
        if place is not None:
            # Where it is follows from the place, unless something else was typed.
            cleaned["commune_code"] = cleaned.get("commune_code") or place.commune_id or ""
            if cleaned.get("latitude") is None and cleaned.get("longitude") is None:
                cleaned["latitude"], cleaned["longitude"] = place.latitude, place.longitude
        festival = cleaned.get("part_of")
        if festival is not None and self._is_within(festival):
            self.add_error("part_of", _("Un événement ne fait pas partie de lui-même."))
        return cleaned

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

    @property
    def schedule_is_richer(self) -> bool:
        """Whether the schedule in force says more than the fields can show."""
        shown = read_schedule(self.current.values.get("schedule"))
        return bool(self.current.values.get("schedule")) and not any(shown[name] for name in DATED)


EventForm = golden_form(kind=RecordKind.EVENT.value, entries=EVENT_ENTRIES, refold=refold_event, base=EventFormBase)
