"""Fields of records as an editor calls them, and their values as an editor reads them: never JSON.

Apps above add their own fields (events): this one does not know them.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format, localize
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cms.texts import MAIN_LANGUAGE
from tourism.admin.date_words import spoken_changes
from tourism.admin.price_words import WORDED, WORDED_CONDITIONS, price_conditions, price_word
from tourism.enums import ContactKind, PlaceKind, TrailDifficulty, TrailPractice, TrailShape
from tourism.schedule import Schedule, ScheduleError, describe

# A text, or several things that stand beside each other.
Spoken = str | list[str]

FIELD_LABELS: dict[str, Any] = {
    "name": gettext_lazy("Nom"),
    "summary": gettext_lazy("Résumé"),
    "description": gettext_lazy("Description"),
    "latitude": gettext_lazy("Latitude"),
    "longitude": gettext_lazy("Longitude"),
    "altitude": gettext_lazy("Altitude"),
    "commune_code": gettext_lazy("Commune"),
    "address": gettext_lazy("Adresse"),
    "access": gettext_lazy("Accès"),
    "contacts": gettext_lazy("Contacts"),
    "images": gettext_lazy("Images"),
    "media": gettext_lazy("Documents et vidéos"),
    "categories": gettext_lazy("Catégories de la source"),
    "labels": gettext_lazy("Labels"),
    "audiences": gettext_lazy("Publics"),
    "accessibility": gettext_lazy("Accessibilité"),
    "services": gettext_lazy("Services"),
    "equipments": gettext_lazy("Équipements"),
    "payment": gettext_lazy("Modes de paiement"),
    "spoken_languages": gettext_lazy("Langues parlées"),
    "opening": gettext_lazy("Ouverture (phrase)"),
    "schedule": gettext_lazy("Dates et horaires"),
    "schedule_changes": gettext_lazy("Dates changées une à une"),
    "temporarily_closed": gettext_lazy("Fermé temporairement"),
    "price": gettext_lazy("Tarifs"),
    "booking": gettext_lazy("Réservation"),
    "links": gettext_lazy("Fiches liées"),
    "alert": gettext_lazy("À savoir aujourd’hui"),
    "alert_from": gettext_lazy("À savoir, à partir du"),
    "alert_until": gettext_lazy("À savoir, jusqu’au"),
    "details": gettext_lazy("Particularités"),
    "state": gettext_lazy("Publication à la source"),
    "publish_from": gettext_lazy("À montrer à partir du"),
    "expires_on": gettext_lazy("À montrer jusqu’au"),
    # Places
    "kind": gettext_lazy("Type"),
    "capacity": gettext_lazy("Capacité"),
    # Trails
    "practice": gettext_lazy("Pratique"),
    "difficulty": gettext_lazy("Difficulté"),
    "shape": gettext_lazy("Forme"),
    "distance": gettext_lazy("Distance"),
    "ascent": gettext_lazy("Dénivelé positif"),
    "descent": gettext_lazy("Dénivelé négatif"),
    "highest": gettext_lazy("Point le plus haut"),
    "lowest": gettext_lazy("Point le plus bas"),
    "duration": gettext_lazy("Durée"),
    "waymarked": gettext_lazy("Balisé"),
    "waymarking": gettext_lazy("Balisage"),
    "terrain": gettext_lazy("Nature du terrain"),
    "hazards": gettext_lazy("Passages délicats"),
    "maps": gettext_lazy("Cartes et topoguides"),
    "steps": gettext_lazy("Pas à pas"),
    "plans": gettext_lazy("Fichiers de tracé"),
    "line": gettext_lazy("Tracé"),
    # Columns that only editors write
    "office": gettext_lazy("Office"),
    "hidden": gettext_lazy("Masqué"),
    "place": gettext_lazy("Lieu"),
}
FIELD_CHOICES: dict[str, Mapping[str, Any]] = {
    "kind": dict(PlaceKind.choices),
    "practice": dict(TrailPractice.choices),
    "difficulty": dict(TrailDifficulty.choices),
    "shape": dict(TrailShape.choices),
    "state": {
        "PUBLISHED": gettext_lazy("Publié"),
        "HIDDEN": gettext_lazy("Masqué"),
        "DELETED": gettext_lazy("Supprimé"),
        "LINKED": gettext_lazy("Seulement nommé par d’autres fiches"),
        "OUTSIDE": gettext_lazy("Hors du territoire"),
    },
}
UNITS = {
    **dict.fromkeys(("altitude", "distance", "ascent", "descent", "highest", "lowest"), "m"),
    "duration": "min",
}
DAYS = frozenset({"alert_from", "alert_until", "publish_from", "expires_on"})
# Values of an older or a newer record may have any shape: what nests deeper than this is not read by anybody.
DEEPEST = 4


def register_fields(*, labels: Mapping[str, Any], choices: Mapping[str, Mapping[str, Any]]) -> None:
    """Make the fields of an app above known; `choices` are the words of closed lists, by field."""
    FIELD_LABELS.update(labels)
    FIELD_CHOICES.update(choices)


def split_key(key: str) -> tuple[str, str]:
    """Field and language of an override key; '' for what has no language."""
    name, _dot, language = key.partition(".")
    return name, language


def field_label(name: str) -> str:
    """A field as an editor calls it; its own name when nobody named it."""
    return str(FIELD_LABELS.get(name, name))


def language_label(code: str) -> str:
    """A language by its own name, its code when the site does not publish it."""
    return dict(settings.LANGUAGES).get(code, code)


def spoken_value(name: str, value: Any, *, communes: Mapping[str, str] | None = None) -> Spoken:
    """A value of the field `name` in words; '' when nothing is said.

    Args:
        communes: names by INSEE code, for `commune_code`.
    """
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    if isinstance(value, (int, float)):
        number = localize(value)
        return f"{number} {UNITS[name]}" if name in UNITS else number
    if isinstance(value, str):
        return _spoken_word(name, value, communes or {})
    if isinstance(value, dict) and value.keys() == {"count"}:
        return _spoken_count(name, value["count"])
    speak = COMPOSITES.get(name)
    if speak is not None:
        try:
            return speak(value)
        except (AttributeError, KeyError, TypeError, ValueError):
            # A value that was shortened or written by an older version: said piece by piece.
            return _pieces(value)
    return _spoken_list(name, value) if isinstance(value, list) else _spoken_mapping(value)


def spoken_text(name: str, value: Any, *, communes: Mapping[str, str] | None = None) -> str:
    """`spoken_value` as one line."""
    spoken = spoken_value(name, value, communes=communes)
    return spoken if isinstance(spoken, str) else ", ".join(spoken)


def moment_of(text: str) -> datetime | None:
    """The local time of an ISO date-time as origins and overrides have it; None when it is none."""
    try:
        moment = parse_datetime(text)
    except (TypeError, ValueError):
        return None
    return timezone.localtime(moment) if moment and timezone.is_aware(moment) else moment


def shortened(text: str, length: int) -> str:
    """At most `length` characters, the last one "…" when something is left out."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _spoken_count(name: str, count: Any) -> str:
    """What stands for a value that was too long to be kept in the notes of a run."""
    return _("%s points") % count if name == "line" else _("%s éléments") % count


def _spoken_word(name: str, value: str, communes: Mapping[str, str]) -> str:
    if name == "commune_code":
        return communes.get(value, value)
    if name in DAYS:
        try:
            return date_format(date.fromisoformat(value), "j F Y")
        except ValueError:
            return value
    return str(FIELD_CHOICES.get(name, {}).get(value, value))


def _spoken_mapping(value: Mapping[str, Any]) -> Spoken:
    return text if (text := _plain_text(value)) else _pieces(value)


def _plain_text(texts: Any) -> str:
    """The French of plain texts, else their first language; '' for what is none."""
    if isinstance(texts, Mapping) and all(isinstance(text, str) and len(key) <= 5 for key, text in texts.items()):
        return texts.get(MAIN_LANGUAGE) or next((text for text in texts.values() if text), "")
    return ""


def _spoken_list(name: str, entries: list[Any]) -> list[str]:
    spoken = []
    for entry in entries:
        if isinstance(entry, str):
            spoken.append(str(FIELD_CHOICES.get(name, {}).get(entry, entry)))
        elif isinstance(entry, Mapping) and "label" in entry:
            spoken.append(_spoken_label(entry))
        else:
            spoken += _pieces(entry)
    return [said for said in spoken if said]


def _spoken_label(entry: Mapping[str, Any]) -> str:
    said = _plain_text(entry.get("label")) or str(entry.get("id") or entry.get("family") or "")
    return f"{said} : {localize(entry['value'])}" if entry.get("value") is not None else said


def _spoken_schedule(value: Mapping[str, Any]) -> Spoken:
    try:
        sentence = describe(Schedule.from_json(value), get_language() or MAIN_LANGUAGE, year=timezone.localdate().year)
    except ScheduleError:
        return _pieces(value)
    return sentence[:1].upper() + sentence[1:] if sentence else _("sans date")


def _spoken_address(value: Mapping[str, Any]) -> str:
    city = " ".join(part for part in (value.get("postcode"), value.get("city")) if part)
    return ", ".join(part for part in (value.get("venue"), *value.get("lines", ()), city) if part)


def _spoken_contacts(value: list[Mapping[str, Any]]) -> list[str]:
    return [_spoken_contact(entry) for entry in value]


def _spoken_contact(entry: Mapping[str, Any]) -> str:
    kind = str(dict(ContactKind.choices).get(entry.get("kind", ""), entry.get("kind", "")))
    note = _plain_text(entry.get("note"))
    return f"{kind} : {entry['value']}{f' ({note})' if note else ''}"


def _spoken_files(value: list[Mapping[str, Any]]) -> list[str]:
    return [_spoken_file(entry) for entry in value]


def _spoken_file(entry: Mapping[str, Any]) -> str:
    """A picture, a document or a plan: its title or file name, whose it is and until when."""
    name = unquote(urlsplit(entry.get("url", "")).path.rpartition("/")[2])
    said = _plain_text(entry.get("title")) or entry.get("file_name") or name or entry.get("url", "")
    more = [f"© {entry['credit']}"] if entry.get("credit") else []
    if entry.get("expires"):
        more.append(_("jusqu’au %s") % _spoken_word("expires_on", entry["expires"], {}))
    return f"{said} ({', '.join(more)})" if more else said


def _spoken_price(value: Mapping[str, Any]) -> list[str]:
    said = [word] if (word := price_word(value)) else []
    for code, text in (value.get("text") or {}).items():
        if text:
            said.append(text if code == MAIN_LANGUAGE else f"{language_label(code)} : {text}")
    said += [_spoken_price_line(line) for line in value.get("lines", ())]
    said += price_conditions(value, label_of=_spoken_label)
    for key, words in (("includes", _("Comprend : %s")), ("excludes", _("Ne comprend pas : %s"))):
        if text := _plain_text(value.get(key)):
            said.append(words % text)
    rest = {key: part for key, part in value.items() if key not in WORDED}
    if "conditions" in rest:
        conditions = rest.pop("conditions")
        rest |= {key: part for key, part in conditions.items() if key not in WORDED_CONDITIONS}
    return said + _pieces(rest)


def _spoken_price_line(line: Mapping[str, Any]) -> str:
    """ "Tarif adulte : 8 – 10 €, à partir du 1 juillet 2026 (sur réservation)"."""
    bounds = dict.fromkeys(localize(line[bound]) for bound in ("min", "max") if line.get(bound) is not None)
    amount = (
        f"{' – '.join(bounds)} {'€' if line.get('currency', 'EUR') == 'EUR' else line['currency']}" if bounds else ""
    )
    said = " : ".join(part for part in (_spoken_label(line["label"]) if line.get("label") else "", amount) if part)
    days = {"from": _("à partir du %s"), "until": _("jusqu’au %s")}
    said += "".join(
        f", {words % _spoken_word('expires_on', line[day], {})}" for day, words in days.items() if line.get(day)
    )
    note = _plain_text(line.get("note"))
    return f"{said} ({note})" if note else said


def _spoken_booking(value: list[Mapping[str, Any]]) -> list[str]:
    spoken = []
    for entry in value:
        name = entry.get("name")
        name = _plain_text(name) if isinstance(name, Mapping) else name
        ways = [_spoken_contact(contact) for contact in entry.get("contacts", ())]
        spoken.append(" – ".join(part for part in (name, ", ".join(ways), _plain_text(entry.get("note"))) if part))
    return spoken


def _spoken_links(value: list[Mapping[str, Any]]) -> list[str]:
    return [f"{entry.get('type', '')} {entry['external_id']}".strip() for entry in value]


def _spoken_line(value: list[Any]) -> str:
    return _spoken_count("line", len(value))


COMPOSITES: dict[str, Callable[[Any], Spoken]] = {
    "schedule": _spoken_schedule,
    "schedule_changes": spoken_changes,
    "address": _spoken_address,
    "contacts": _spoken_contacts,
    "images": _spoken_files,
    "media": _spoken_files,
    "plans": _spoken_files,
    "price": _spoken_price,
    "booking": _spoken_booking,
    "links": _spoken_links,
    "line": _spoken_line,
}


def _pieces(value: Any, path: str = "", depth: int = 0) -> list[str]:
    """Whatever has no words of its own, one leaf a piece: "aspects, WINTER : oui"."""
    if isinstance(value, Mapping) and (text := _plain_text(value)):
        value = text
    if isinstance(value, Mapping) and "label" in value:
        value = _spoken_label(value)
    if isinstance(value, (Mapping, list)) and depth < DEEPEST:
        inner = value.items() if isinstance(value, Mapping) else (("", part) for part in value)
        return [
            piece
            for key, part in inner
            for piece in _pieces(part, ", ".join(step for step in (path, str(key)) if step), depth + 1)
        ]
    if value in (None, "", [], {}):
        return []
    if isinstance(value, bool):
        value = _("oui") if value else _("non")
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return [f"{path} : {said}" if path else said]
