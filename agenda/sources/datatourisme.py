"""Events of DATAtourisme (JSON-LD of its flows) to `EventRecord`. Pure.

The platform gathers what regional systems send it, APIDAE among them: `dc:identifier` is the number there, kept in
``details.identifiers`` so that the same event from both can be known as one. Properties are found under any prefix.
"""

import re
from collections.abc import Iterable
from typing import Any

from agenda.enums import EventCategory
from agenda.records import EventRecord
from agenda.sources.datatourisme_classes import CLASSES, GENERAL, SILENT, THEMES
from agenda.sources.foreign import (
    commune_code,
    contact,
    each_once,
    label,
    language_of,
    line,
    point,
    shortened,
    texts_by_language,
)
from tourism.apidae.mapping import DictReferential, Mapped, Unmappable
from tourism.apidae.mapping.addresses import web_address
from tourism.apidae.mapping.node import Reading
from tourism.apidae.mapping.scalars import as_day, as_moment, quoted
from tourism.enums import APIDAE, RecordKind
from tourism.records import LabelJson, PlainTexts
from tourism.schedule.datatourisme import schedule_from_periods
from tourism.schedule.linked_data import local_name, types_of, value_of, values_of

__all__ = ["MAPPING_VERSION", "map_event"]

# Part of every record's checksum: raised whenever the same event would give another record.
MAPPING_VERSION = 1

_EVENT_CLASSES = frozenset({"EntertainmentAndEvent", "Event"})
_NUMBER = re.compile(r"[1-9]\d{1,9}", re.ASCII)
_SITRA_CODE = re.compile(r"SITRA2?_?[A-Z]{3}_?([1-9]\d{1,9})", re.ASCII | re.IGNORECASE)
# Auvergne-Rhône-Alpes and Provence-Alpes-Côte d'Azur.
_DEPARTMENTS_OF_APIDAE = frozenset(
    ("01", "03", "04", "05", "06", "07", "13", "15", "26", "38", "42", "43", "63", "69", "73", "74", "83", "84")
)
_IDENTIFIER = re.compile(r"[\w.-]{1,100}", re.ASCII)
_PICTURES = frozenset({"jpeg", "jpg", "png", "gif", "webp"})
_MOST = 200
_HIGHEST_PRICE = 1_000_000
_LANGUAGES: dict[str, PlainTexts] = {
    "fr": {"fr": "Français", "en": "French"},
    "en": {"fr": "Anglais", "en": "English"},
    "it": {"fr": "Italien", "en": "Italian"},
    "de": {"fr": "Allemand", "en": "German"},
    "es": {"fr": "Espagnol", "en": "Spanish"},
    "nl": {"fr": "Néerlandais", "en": "Dutch"},
}


def map_event(raw: Any) -> Mapped:
    """The record of an event. Raises `Unmappable`, and nothing else, when it must go to quarantine."""
    if not isinstance(raw, dict):
        raise Unmappable("L’événement n’est pas un objet JSON.")
    identifier = local_name(raw) or local_name(raw.get("uuid"))
    if not _IDENTIFIER.fullmatch(identifier):
        raise Unmappable(f"Identifiant (@id) absent ou illisible : {quoted(raw.get('@id'))}.")
    if not _EVENT_CLASSES.intersection(types_of(raw)):
        raise Unmappable("Cette fiche de DATAtourisme n’est pas un événement.")
    reading = Reading(DictReferential())
    record = EventRecord()
    record.name = shortened(_texts(raw, "label", reading, one_line=True))
    if not record.name:
        raise Unmappable(f"L’événement {identifier} n’a de nom dans aucune langue.")
    _fill_texts(record, raw, reading)
    _fill_place(record, raw, reading)
    _fill_dates(record, raw, reading)
    _fill_labels(record, raw, reading)
    _fill_contacts(record, raw, reading)
    _fill_price(record, raw, reading)
    _fill_media(record, raw, reading)
    record.event_categories = _event_categories(raw)
    identifiers = _identifiers(raw, record.commune_code, reading)
    if identifiers:
        record.details["identifiers"] = identifiers
    return _mapped(record, identifier, raw, reading)


def _mapped(record: EventRecord, identifier: str, raw: dict[str, Any], reading: Reading) -> Mapped:
    creator = value_of(raw, "hasBeenCreatedBy")
    # The platform's own date changes each time that it reads everything again.
    modified = value_of(raw, "lastUpdate")
    modified_at = as_moment(modified)
    if modified is not None and modified_at is None:
        reading.remark(f"Date de modification illisible : {quoted(modified)}.")
    return Mapped(
        kind=RecordKind.EVENT.value,
        external_id=identifier,
        record=record,
        owner=line(value_of(creator, "legalName"), "hasBeenCreatedBy", reading.remark),
        owner_id=local_name(creator)[:100],
        modified_at=modified_at,
        remarks=reading.remarks,
    )


def _nodes(node: Any, name: str, reading: Reading) -> list[dict[str, Any]]:
    """The objects at a property."""
    values = values_of(node, name)
    if len(values) > _MOST:
        reading.remark(f"{name} : {len(values)} éléments, les {_MOST} premiers sont lus.")
    for value in values:
        if not isinstance(value, dict):
            reading.remark(f"{name} : un objet est attendu, {quoted(value)} est ignoré.")
    return [value for value in values[:_MOST] if isinstance(value, dict)]


def _texts(node: Any, name: str, reading: Reading, *, one_line: bool = False) -> PlainTexts:
    """Texts by language, however JSON-LD writes them: ``{"fr": […]}`` or ``[{"@value": …, "@language": "fr"}]``."""
    found = None
    if isinstance(node, dict):
        found = next((node[key] for prefix in ("rdfs:", "dc:", "ebucore:", "") if (key := prefix + name) in node), None)
    if isinstance(found, list) and found and all(isinstance(item, dict) for item in found):
        merged: dict[str, Any] = {}
        for item in found:
            if "@value" in item:
                merged.setdefault(str(item.get("@language", "fr")), []).append(item["@value"])
            else:
                merged |= item
        found = merged
    elif isinstance(found, dict) and "@value" in found:
        found = {str(found.get("@language", "fr")): found["@value"]}
    elif isinstance(found, list):
        found = {"fr": found} if found else None
    return texts_by_language(found, name, reading.remark, one_line=one_line)


def _labels(nodes: Iterable[dict[str, Any]], family: str, reading: Reading) -> list[LabelJson]:
    return each_once([label(family, _texts(node, "label", reading, one_line=True)) for node in nodes])


def _fill_texts(record: EventRecord, raw: dict[str, Any], reading: Reading) -> None:
    for described in _nodes(raw, "hasDescription", reading):
        record.summary = _texts(described, "shortDescription", reading) | record.summary
        record.description = _texts(described, "description", reading) | record.description
    record.summary = _texts(raw, "comment", reading) | record.summary
    # What is only repeated is told once.
    record.description = {
        language: text for language, text in record.description.items() if text != record.summary.get(language)
    }


def _fill_place(record: EventRecord, raw: dict[str, Any], reading: Reading) -> None:
    places = _nodes(raw, "isLocatedAt", reading)
    if not places:
        return
    if len(places) > 1:
        reading.remark(f"L’événement a lieu à {len(places)} endroits : le premier est repris.")
    place, remark = places[0], reading.remark
    geo = value_of(place, "geo")
    record.latitude, record.longitude = point(value_of(geo, "latitude"), value_of(geo, "longitude"), remark)
    address = next(iter(_nodes(place, "address", reading)), {})
    city = value_of(address, "hasAddressCity")
    record.commune_code = commune_code(value_of(city, "insee"), remark)
    names = _texts(place, "label", reading, one_line=True)
    record.venue = names.get("fr") or next(iter(names.values()), "")
    written = {
        "venue": record.venue,
        "lines": [text for item in values_of(address, "streetAddress")[:5] if (text := line(item, "rue", remark))],
        "postcode": line(value_of(address, "postalCode"), "postalCode", remark, longest=10),
        "city": line(value_of(address, "addressLocality"), "addressLocality", remark, longest=100),
    }
    record.address = {key: value for key, value in written.items() if value}


def _fill_dates(record: EventRecord, raw: dict[str, Any], reading: Reading) -> None:
    periods = values_of(raw, "takesPlaceAt")
    if not periods:
        starts, ends = values_of(raw, "startDate"), values_of(raw, "endDate")
        # The platform sums the periods up in two lists of the same length.
        ends = ends if len(ends) == len(starts) else starts
        periods = [{"startDate": start, "endDate": end} for start, end in zip(starts, ends, strict=True)]
    opening = [
        item for place in values_of(raw, "isLocatedAt")[:1] for item in values_of(place, "openingHoursSpecification")
    ]
    schedule, remarks = schedule_from_periods(periods, opening=opening)
    for sentence in remarks:
        reading.remark(sentence)
    if schedule.periods:
        record.schedule = schedule.to_json()


def _fill_labels(record: EventRecord, raw: dict[str, Any], reading: Reading) -> None:
    record.categories = each_once([label("class", _class_name(name)) for name in types_of(raw) if name not in SILENT])
    record.themes = _labels(
        [*_nodes(raw, "hasTheme", reading), *_nodes(raw, "hasNeighborhood", reading)], "theme", reading
    )
    described = _nodes(raw, "hasDescription", reading)
    dedicated = [node for one in (raw, *described) for node in _nodes(one, "isDedicatedTo", reading)]
    # Old flows have the reach of the event (local, regional…) there.
    dedicated += [node for node in _nodes(raw, "hasAudience", reading) if "GeographicReach" not in types_of(node)]
    record.audiences = _labels(dedicated, "audience", reading)
    reviews = (value_of(review, "hasReviewValue") for review in _nodes(raw, "hasReview", reading))
    record.labels = _labels([review for review in reviews if isinstance(review, dict)], "review", reading)
    features = [node for one in _nodes(raw, "hasFeature", reading) for node in _nodes(one, "features", reading)]
    record.equipments = _labels(features, "feature", reading)
    if value_of(raw, "reducedMobilityAccess") is True:
        words = {"fr": "Accessible aux personnes à mobilité réduite", "en": "Access for people with reduced mobility"}
        record.accessibility = each_once([label("accessibility", words)])
    languages = [language_of(value) for value in values_of(raw, "availableLanguage")]
    record.spoken_languages = each_once(
        [label("language", _LANGUAGES.get(code, {"fr": code})) for code in languages if code]
    )


def _class_name(name: str) -> PlainTexts:
    if name in CLASSES:
        return {"fr": CLASSES[name][0]}
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)[:80]
    return {"en": words.capitalize()}


def _fill_contacts(record: EventRecord, raw: dict[str, Any], reading: Reading) -> None:
    contacts: dict[tuple[str, str], dict[str, Any]] = {}
    for agent in _nodes(raw, "hasContact", reading):
        name = line(value_of(agent, "legalName"), "legalName", reading.remark)
        for found in _contacts(agent, "WEBSITE", reading):
            contacts.setdefault((found["kind"], found["value"]), found | ({"note": {"fr": name}} if name else {}))
    record.contacts = list(contacts.values())
    for agent in _nodes(raw, "hasBookingContact", reading):
        booking = {
            "name": line(value_of(agent, "legalName"), "legalName", reading.remark),
            "contacts": _contacts(agent, "BOOKING", reading),
        }
        if any(booking.values()):
            record.booking.append({key: value for key, value in booking.items() if value})


def _contacts(agent: dict[str, Any], site: str, reading: Reading) -> list[dict[str, Any]]:
    named = {"telephone": "PHONE", "email": "EMAIL", "homepage": site, "faxNumber": "FAX"}
    found = [
        contact(kind, value, reading.remark) for name, kind in named.items() for value in values_of(agent, name)[:10]
    ]
    return [one for one in found if one]


def _fill_price(record: EventRecord, raw: dict[str, Any], reading: Reading) -> None:
    offers = _nodes(raw, "offers", reading)
    record.payment = _labels(
        [node for offer in offers for node in _nodes(offer, "acceptedPaymentMethod", reading)], "payment", reading
    )
    lines: list[dict[str, Any]] = []
    free, paid = False, False
    for price in [node for offer in offers for node in _nodes(offer, "priceSpecification", reading)]:
        policy = value_of(price, "hasEligiblePolicy")
        free = free or local_name(policy) == "Free"
        amounts = [_amount(price, name, reading) for name in ("minPrice", "price", "maxPrice")]
        known = [amount for amount in amounts if amount is not None]
        if not known:
            continue
        currency = value_of(price, "priceCurrency")
        paid = paid or max(known) > 0
        written = {
            "label": label("policy", _texts(policy, "label", reading, one_line=True)),
            "min": min(known),
            "max": max(known),
            "currency": currency if isinstance(currency, str) and re.fullmatch(r"[A-Z]{3}", currency) else "EUR",
        }
        lines.append({key: value for key, value in written.items() if value is not None})
    if free or lines:
        # Free for some, paid by others: not free.
        record.price = {"free": not paid} | ({"lines": lines} if lines else {})


def _amount(price: dict[str, Any], name: str, reading: Reading) -> float | None:
    value = value_of(price, name)
    if value is None:
        return None
    text = str(value)[:30].replace(",", ".") if isinstance(value, str | int | float) and value is not True else ""
    if re.fullmatch(r"\d{1,7}(?:\.\d{1,6})?", text, re.ASCII) and float(text) <= _HIGHEST_PRICE:
        return float(text)
    reading.remark(f"Tarif illisible : {quoted(value)}.")
    return None


def _fill_media(record: EventRecord, raw: dict[str, Any], reading: Reading) -> None:
    images: dict[str, dict[str, Any]] = {}
    others: dict[str, dict[str, Any]] = {}
    for medium in [*_nodes(raw, "hasMainRepresentation", reading), *_nodes(raw, "hasRepresentation", reading)]:
        note = next(iter(_nodes(medium, "hasAnnotation", reading)), {})
        ends = value_of(note, "rightsEndDate")
        expires = as_day(ends)
        if ends is not None and not expires:
            # Rights whose end cannot be read are not rights that one may use.
            reading.remark("Média non repris, la fin de ses droits n’est pas lisible.")
            continue
        credit = ", ".join(line(one, "credits", reading.remark) for one in values_of(note, "credits")[:5])
        common = {"credit": credit[:300], "title": _texts(note, "title", reading, one_line=True)}
        for resource in _nodes(medium, "hasRelatedResource", reading):
            for value in values_of(resource, "locator")[:10]:
                url = web_address(value.replace(" ", "%20")) if isinstance(value, str) else ""
                if not url:
                    reading.remark(f"Adresse de média refusée : {quoted(value)}.")
                elif _is_picture(resource, url):
                    images.setdefault(url, {"url": url} | common | {"expires": expires or None, "modified": ""})
                else:
                    others.setdefault(url, {"kind": "DOCUMENT", "url": url} | common | {"expires": expires or None})
    record.images, record.media = list(images.values()), list(others.values())


def _is_picture(resource: dict[str, Any], url: str) -> bool:
    kind = local_name(value_of(resource, "hasMimeType")).lower()
    suffix = url.split("?")[0].rsplit(".", 1)[-1].lower()
    return kind in _PICTURES or (not kind and suffix in _PICTURES)


def _event_categories(raw: dict[str, Any]) -> list[str]:
    found = [CLASSES[name][1] for name in types_of(raw) if name in CLASSES]
    found += [THEMES[name] for theme in values_of(raw, "hasTheme") if (name := local_name(theme)) in THEMES]
    known = dict.fromkeys(category for category in found if category)
    ordered = sorted(known, key=lambda category: category in GENERAL)
    return [category.value for category in ordered] or [EventCategory.OTHER.value]


def _identifiers(raw: dict[str, Any], commune: str, reading: Reading) -> list[dict[str, str]]:
    """What the system that sent the event calls it: ``{source, external_id}``.

    SITRA's codes are APIDAE's; so are numbers in the regions that APIDAE covers alone. Other systems number their
    events, too: elsewhere a number is named by who published it.
    """
    text = line(value_of(raw, "identifier"), "dc:identifier", reading.remark, longest=100)
    if not text:
        return []
    publisher = line(value_of(value_of(raw, "hasBeenPublishedBy"), "legalName"), "hasBeenPublishedBy", reading.remark)
    code = _SITRA_CODE.fullmatch(text)
    if code:
        return [{"source": APIDAE, "external_id": code[1]}]
    if _NUMBER.fullmatch(text) and (APIDAE in publisher.casefold() or commune[:2] in _DEPARTMENTS_OF_APIDAE):
        return [{"source": APIDAE, "external_id": text}]
    return [{"source": publisher or "DATAtourisme", "external_id": text}]
