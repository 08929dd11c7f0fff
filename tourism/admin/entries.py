"""Between override keys and form fields.

An `Entry` says which form fields edit one override key, how to show its value in them and how to build it back. Texts
have one entry per language (`name.en`); composite values (address, contacts, price) have one entry for several fields,
and keep the parts that no field shows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from cms.texts import MAIN_LANGUAGE
from tourism.enums import ContactKind
from tourism.models import Commune

Values = dict[str, Any]

PHONE = RegexValidator(r"^\+?[0-9][0-9 ().\-]{1,24}$", _("Un numéro de téléphone : chiffres, espaces, « + »."))
LONGEST_TEXT = 20_000


@dataclass(frozen=True)
class Entry:
    """One override key and its form fields.

    Attributes:
        key: a field (`"latitude"`) or a field and a language (`"name.en"`).
        fields: form fields by name; the first carries the mark of the source.
        read: the value in force to the initial of each field.
        write: the value in force and the form's cleaned data to the value wanted.
        language: '' for what has none.
    """

    key: str
    fields: Mapping[str, forms.Field]
    read: Callable[[Any], Values]
    write: Callable[[Any, Mapping[str, Any]], Any]
    language: str = ""

    @property
    def label(self) -> str:
        """As the history calls it."""
        return next(iter(self.fields.values())).label


def field_name(key: str) -> str:
    """The form field of a simple key: dots do not survive in names that scripts use."""
    return key.replace(".", "__")


def simple_entry(key: str, field: forms.Field, *, language: str = "") -> Entry:
    """A key whose value is exactly what one field holds."""
    name = field_name(key)
    return Entry(
        key=key,
        fields={name: field},
        read=lambda value: {name: value},
        write=lambda _value, cleaned: cleaned[name],
        language=language,
    )


def text_entries(name: str, label: str, *, rows: int = 0, required: bool = False, help_text: str = "") -> list[Entry]:
    """One entry per published language; `rows` above 0 makes a text of several lines."""
    return [
        simple_entry(
            f"{name}.{language}",
            text_field(label, rows=rows, language=language, help_text=help_text, required=required),
            language=language,
        )
        for language, _name in settings.LANGUAGES
    ]


def text_field(
    label: str, *, language: str, rows: int = 0, required: bool = False, help_text: str = ""
) -> forms.CharField:
    """A field for one text in one language; only French can be required."""
    attrs = {"lang": language}
    widget = AdminAutoHeightTextInput(attrs={**attrs, "rows": rows}) if rows else forms.TextInput(attrs=attrs)
    return forms.CharField(
        label=label,
        required=required and language == MAIN_LANGUAGE,
        max_length=LONGEST_TEXT if rows else 255,
        widget=widget,
        help_text=help_text,
    )


def choice_entry(key: str, label: str, choices: Any, *, empty: str = "", help_text: str = "") -> Entry:
    """A key whose value is one of a closed list; `empty` is the label of no value, when that is allowed."""
    listed = [*([("", empty)] if empty else []), *choices]
    return simple_entry(key, forms.ChoiceField(label=label, choices=listed, required=not empty, help_text=help_text))


def number_entry(key: str, label: str, *, largest: int, help_text: str = "") -> Entry:
    """A key whose value is a whole number or nothing."""
    field = forms.IntegerField(label=label, required=False, min_value=0, max_value=largest, help_text=help_text)
    return simple_entry(key, field)


def flag_entry(key: str, label: str, *, help_text: str = "") -> Entry:
    """A key whose value is yes or no."""
    name = field_name(key)
    return Entry(
        key=key,
        fields={name: forms.BooleanField(label=label, required=False, help_text=help_text)},
        read=lambda value: {name: bool(value)},
        write=lambda _value, cleaned: bool(cleaned[name]),
    )


def coordinate_entries() -> list[Entry]:
    """Latitude and longitude, degrees, WGS 84. That both or none are given is checked by the form."""
    return [
        simple_entry(key, _coordinate_field(label, bound))
        for key, label, bound in (("latitude", _("Latitude"), 90), ("longitude", _("Longitude"), 180))
    ]


def _coordinate_field(label: str, bound: int) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        required=False,
        validators=[MinValueValidator(-bound), MaxValueValidator(bound)],
        help_text=format_lazy(_("En degrés, par exemple {number}."), number="43,8467" if bound == 90 else "6,2206"),
        localize=True,
    )


def commune_entry() -> Entry:
    """The commune, by its INSEE code."""

    class CommuneField(forms.ModelChoiceField):
        def clean(self, value: Any) -> str:
            commune = super().clean(value)
            return commune.pk if commune else ""

    field = CommuneField(label=_("Commune"), queryset=Commune.objects.order_by("name"), required=False)
    return simple_entry("commune_code", field)


def address_entry() -> Entry:
    """The postal address; the place's name (`venue`) is a line of its own."""
    fields = {
        "address_lines": forms.CharField(
            label=_("Adresse"), required=False, max_length=300, widget=AdminAutoHeightTextInput(attrs={"rows": 2})
        ),
        "address_postcode": forms.CharField(label=_("Code postal"), required=False, max_length=10),
        "address_city": forms.CharField(label=_("Ville"), required=False, max_length=100),
    }

    def read(value: Any) -> Values:
        value = value or {}
        return {
            "address_lines": "\n".join(value.get("lines", ())),
            "address_postcode": value.get("postcode") or "",
            "address_city": value.get("city") or "",
        }

    def write(value: Any, cleaned: Mapping[str, Any]) -> Any:
        wanted = dict(value or {}) | {
            "lines": [line.strip() for line in cleaned["address_lines"].splitlines() if line.strip()],
            "postcode": cleaned["address_postcode"],
            "city": cleaned["address_city"],
        }
        return {name: part for name, part in wanted.items() if part}

    return Entry("address", fields, read, write)


EDITED_CONTACTS = {
    "contact_phone": (ContactKind.PHONE, lambda: forms.CharField(label=_("Téléphone"), validators=[PHONE])),
    "contact_email": (ContactKind.EMAIL, lambda: forms.EmailField(label=_("Adresse électronique"))),
    "contact_website": (
        ContactKind.WEBSITE,
        lambda: forms.URLField(label=_("Site web"), assume_scheme="https", max_length=500),
    ),
    "contact_booking": (
        ContactKind.BOOKING,
        lambda: forms.URLField(label=_("Réservation en ligne"), assume_scheme="https", max_length=500),
    ),
}


def contacts_entry() -> Entry:
    """Phone, e-mail, web site and booking: the first of each kind; further ones are kept."""
    fields = {}
    for name, (_kind, make) in EDITED_CONTACTS.items():
        fields[name] = make()
        fields[name].required = False

    def read(value: Any) -> Values:
        return {
            name: next((entry.get("value", "") for entry in value or () if entry.get("kind") == kind), "")
            for name, (kind, _make) in EDITED_CONTACTS.items()
        }

    def write(value: Any, cleaned: Mapping[str, Any]) -> Any:
        contacts = [dict(entry) for entry in value or ()]
        for name, (kind, _make) in EDITED_CONTACTS.items():
            wanted = cleaned[name]
            first = next((entry for entry in contacts if entry.get("kind") == kind), None)
            if first is None:
                if wanted:
                    contacts.append({"kind": str(kind.value), "value": wanted})
            elif not wanted:
                contacts.remove(first)
            elif first.get("value") != wanted:
                # The note described the old number.
                contacts[contacts.index(first)] = {"kind": str(kind.value), "value": wanted}
        return contacts

    return Entry("contacts", fields, read, write)


FREE_CHOICES = (("", _("Non précisé")), ("yes", _("Gratuit")), ("no", _("Payant")))


def price_entry() -> Entry:
    """Free or not, and the sentence about prices in each language."""
    fields: dict[str, forms.Field] = {
        "price_free": forms.ChoiceField(label=_("Gratuit ou payant"), choices=FREE_CHOICES, required=False)
    }
    for language, name in settings.LANGUAGES:
        fields[price_text_name(language)] = text_field(
            format_lazy(_("Tarifs ({language})"), language=name),
            language=language,
            rows=1,
            help_text=_("Par exemple : 8 €, enfants 4 €."),
        )

    def read(value: Any) -> Values:
        value = value or {}
        free = {True: "yes", False: "no"}.get(value.get("free"), "")
        texts = value.get("text") or {}
        return {"price_free": free} | {
            price_text_name(language): texts.get(language, "") for language, _name in settings.LANGUAGES
        }

    def write(value: Any, cleaned: Mapping[str, Any]) -> Any:
        wanted = dict(value or {})
        texts = dict(wanted.get("text") or {})
        for language, _name in settings.LANGUAGES:
            texts[language] = cleaned[price_text_name(language)]
        wanted["text"] = {language: text for language, text in texts.items() if text}
        wanted["free"] = {"yes": True, "no": False}.get(cleaned["price_free"])
        return {name: part for name, part in wanted.items() if part not in (None, {}, "")}

    return Entry("price", fields, read, write)


def price_text_name(language: str) -> str:
    """The form field of the sentence about prices in a language."""
    return f"price_text__{language}"
