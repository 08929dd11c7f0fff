"""The form of an event: dates, place and what is needed to create one in two minutes."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from agenda.actions import AliasTakenError, add_alias, choose_place, refold_event
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
from tourism.admin.forms import GoldenForm, editor_name, golden_form
from tourism.admin.views import ScopedChooser, limit_chooser
from tourism.admin.viewsets.places import common_texts
from tourism.enums import RecordKind
from tourism.models import Place
from tourism.queries import alias_named, place_key


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
    """Adds the place and the checks of dates."""

    # Of an event that a source brought; see `_offer_place`.
    place_as_said = forms.BooleanField(label=_("Laisser la source dire le lieu"), required=False)
    remember_name = forms.BooleanField(label=_("Retenir ce nom pour ce lieu"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.initial.get("status"):
            self.initial["status"] = EventStatus.SCHEDULED.value
        if self.records:
            # The source's own link decides, and would be set again by the next import.
            self.fields.pop("part_of", None)
        if self.for_user is not None:
            for name in ("place", "part_of"):
                if name in self.fields:
                    limit_chooser(self.fields[name], self.for_user)
        self._offer_place()

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
        field = self.fields.get("place")
        if field is None or not self.records or self.instance.place_id is None:
            return
        # The source may have joined it to a place of another office: it can stay.
        field.queryset = Place.objects.filter(Q(pk__in=field.queryset.values("pk")) | Q(pk=self.instance.place_id))
        if isinstance(field.widget, ScopedChooser):
            field.widget.allowed = field.queryset

    def _chooses_place(self) -> bool:
        """Whether an editor chose the place of an event that a source brought."""
        return bool(self.records) and "place" in self.changed_data and not self.cleaned_data.get("place_as_said")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, sentence in schedule_faults(cleaned, self.initial):
            self.add_error(name, sentence)
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
        elif self._chooses_place():
            choose_place(self.instance, place=place, by=by, at=timezone.now().isoformat(timespec="seconds"))
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

    @property
    def schedule_is_richer(self) -> bool:
        """Whether the schedule in force says more than the fields can show."""
        shown = read_schedule(self.current.values.get("schedule"))
        return bool(self.current.values.get("schedule")) and not any(shown[name] for name in DATED)


EventForm = golden_form(kind=RecordKind.EVENT.value, entries=EVENT_ENTRIES, refold=refold_event, base=EventFormBase)
