"""`informations.moyensCommunication` and `reservation`: how to reach a place, never who works there."""

import re
from collections.abc import Callable
from typing import Any

from tourism.apidae.mapping.addresses import email_address, other_address, phone_number, web_address
from tourism.apidae.mapping.node import Node, label_of
from tourism.apidae.mapping.scalars import quoted
from tourism.apidae.texts import LOCALES, clean_line

# MoyenCommunicationType ids -> ContactKind of the API.
CONTACT_KINDS = {
    201: "PHONE",
    202: "FAX",
    204: "EMAIL",
    205: "WEBSITE",
    206: "PHONE",  # one line for telephone and fax
    207: "FACEBOOK",
    3755: "X",
    3769: "WEBSITE",  # the mobile site
    3789: "OTHER",  # Google My Business
    4000: "TRIPADVISOR",
    4007: "OTHER",  # Yelp
    4923: "OTHER",  # a shortened address
    7221: "INSTAGRAM",
}
_PHONES = frozenset({"PHONE", "FAX"})
_SEPARATORS = re.compile(r"\s*[;,]\s*|\s+(?:ou|et|/|-)\s+|\s+")
_MOST_CONTACTS = 60


def read_contacts(parent: Node) -> list[dict[str, Any]]:
    """Contacts of the `moyensCommunication` of a node: ``{kind, value, note?, label?, by_language?}``.

    `label` names the means when its kind is OTHER; `by_language` holds the values that differ from the main one.
    """
    contacts: list[dict[str, Any]] = []
    for means in parent.nodes("moyensCommunication"):
        contacts.extend(_contacts_of(means))
    unique: dict[tuple[str, str], dict[str, Any]] = {}
    for contact in contacts:
        unique.setdefault((contact["kind"], contact["value"]), contact)
    return list(unique.values())[:_MOST_CONTACTS]


def read_bookings(root: Node) -> list[dict[str, Any]]:
    """Who takes bookings: ``{name?, type?, contacts?, note?}``; web addresses there have the kind BOOKING."""
    reservation = root.node("reservation")
    bookings = []
    for organisation in reservation.nodes("organismes"):
        contacts = [
            contact | {"kind": "BOOKING"} if contact["kind"] == "WEBSITE" else contact
            for contact in read_contacts(organisation)
        ]
        booking = {
            "name": organisation.line("nom", longest=200),
            "type": organisation.label("type"),
            "contacts": contacts,
            "note": organisation.texts("observation"),
        }
        if booking["name"] or contacts or booking["note"]:
            bookings.append({key: value for key, value in booking.items() if value})
    note = reservation.texts("complement")
    if note:
        bookings.append({"note": note})
    return bookings


def _contacts_of(means: Node) -> list[dict[str, Any]]:
    type_ids = means.element_ids("type")
    kind = CONTACT_KINDS.get(type_ids[0] if type_ids else 0, "OTHER")
    values = _values(means, kind)
    if not values:
        return []
    contact: dict[str, Any] = {"kind": kind}
    note = means.texts("observation")
    if note:
        contact["note"] = note
    if kind == "OTHER" and type_ids:
        label = label_of(means.raw("type"), (means.place, "type"), means.reading)
        if label:
            contact["label"] = label["label"]
    first, *others = values.items()
    elsewhere = {language: found[0] for language, found in others if found != first[1]}
    contacts = [contact | {"value": value} for value in first[1]]
    if elsewhere:
        contacts[0]["by_language"] = elsewhere
    return contacts


def _values(means: Node, kind: str) -> dict[str, list[str]]:
    """Clean values by language, French first."""
    coordinates = means.raw("coordonnees")
    # Until 2014 (API v001) there was one `coordonnee` for all languages.
    if coordinates is None and isinstance(means.raw("coordonnee"), str):
        coordinates = {"fr": means.raw("coordonnee")}
    by_language = Node(coordinates, (means.place, "coordonnees"), means.reading)
    values: dict[str, list[str]] = {}
    for key in sorted(by_language.value, key=lambda key: (key != "fr", key)):
        language = LOCALES.get(key)
        text = by_language.raw(key)
        if language is None or text is None or text == "":
            continue
        if not isinstance(text, str):
            means.remark(f"{by_language.at(key)} : un texte est attendu, {quoted(text)} est ignoré.")
            continue
        found = _clean(clean_line(text), kind)
        if found:
            values[language] = found
        else:
            means.remark(f"{_NAMES[kind]} illisible, non repris : {quoted(text)}.")
    return values


def _clean(text: str, kind: str) -> list[str]:
    if kind in _PHONES:
        value = phone_number(text)
        return [value] if value else []
    if kind == "OTHER":
        value = other_address(text)
        return [value] if value else []
    read: Callable[[str], str] = email_address if kind == "EMAIL" else web_address
    value = read(text)
    if value:
        return [value]
    # Two addresses in one field: taken when each part is one.
    parts = [part for part in _SEPARATORS.split(text) if part]
    found = [read(part) for part in parts]
    return found if len(found) > 1 and all(found) else []


_NAMES = {
    "PHONE": "Téléphone",
    "FAX": "Télécopie",
    "EMAIL": "Adresse électronique",
    "WEBSITE": "Site web",
    "FACEBOOK": "Page Facebook",
    "X": "Compte X",
    "TRIPADVISOR": "Page Tripadvisor",
    "INSTAGRAM": "Compte Instagram",
    "OTHER": "Moyen de communication",
}
