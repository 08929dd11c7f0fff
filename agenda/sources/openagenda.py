"""Events of OpenAgenda's API v2 (read with ``detailed=1``) to `EventRecord`. Pure.

Texts are by language, the long one in Markdown. The sentence of dates (`dateRange`) is not kept: it is made of the
timings, changes with the day on which it is asked for, and ours is better. The venue's telephone and site are the
venue's, and whoever contributed the event (`member`) is not anybody's business.
"""

import re
from typing import Any

from agenda.enums import EventCategory, EventStatus
from agenda.records import EventRecord
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
from agenda.sources.openagenda_words import ACCESSIBILITY, CATEGORIES, plain_word
from tourism.apidae.mapping import DictReferential, Mapped, Unmappable
from tourism.apidae.mapping.addresses import web_address
from tourism.apidae.mapping.node import Node, Reading
from tourism.apidae.mapping.scalars import as_identifier, as_moment, quoted
from tourism.apidae.texts import clean_line
from tourism.enums import RecordKind
from tourism.records import LabelJson, PlainTexts
from tourism.schedule.openagenda import schedule_from_timings

__all__ = ["MAPPING_VERSION", "map_event"]

# Part of every record's checksum: raised whenever the same event would give another record.
MAPPING_VERSION = 1

_STATES = {2: "PUBLISHED", 1: "HIDDEN", 0: "HIDDEN", -1: "HIDDEN"}
_STATUSES = {
    1: EventStatus.SCHEDULED,
    2: EventStatus.SCHEDULED,  # with another date than before, which is the one that is given
    3: EventStatus.SCHEDULED,  # online
    4: EventStatus.POSTPONED,
    5: EventStatus.FULL,
    6: EventStatus.CANCELLED,
}
_STATUS_NOTES = {2: "RESCHEDULED", 3: "MOVED_ONLINE"}
_ATTENDANCE = {1: "", 2: "ONLINE", 3: "MIXED"}
_REGISTRATIONS = {"link": "BOOKING", "email": "EMAIL", "phone": "PHONE"}
_FIRST_GRADES = 12
# Keys of the standard event that look like the fields that an agenda adds, and are none.
_NOT_ADDITIONAL = frozenset({"title", "description", "location", "image", "country", "originAgenda", "member"})
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((https?://[^\s()]{1,500})[^()\n]{0,100}\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])")
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*[*+-][ \t]+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_FREE = re.compile(r"(?:(?:entree|acces|evenement|spectacle|concert) )?(?:libre|gratuite?s?)\b(?! pour)[^\d€]*")


def map_event(raw: Any) -> Mapped:
    """The record of an event. Raises `Unmappable`, and nothing else, when it must go to quarantine.

    An event that is no longer in its agenda (`removed`) has a number and nothing else: its record is DELETED.
    """
    if not isinstance(raw, dict):
        raise Unmappable("L’événement n’est pas un objet JSON.")
    uid = as_identifier(raw.get("uid"))
    if uid is None:
        raise Unmappable(f"Identifiant (uid) absent ou illisible : {quoted(raw.get('uid'))}.")
    root = Node(raw, None, Reading(DictReferential()))
    record = EventRecord()
    if raw.get("removed") in (True, 1):
        record.state = "DELETED"
        return _mapped(record, uid, root)
    record.name = shortened(texts_by_language(raw.get("title"), "title", root.remark, one_line=True))
    if not record.name:
        raise Unmappable(f"L’événement {uid} n’a de titre dans aucune langue.")
    record.state = _state(root)
    record.status, notes = _status(root)
    record.details |= notes
    _fill_texts(record, root)
    _fill_place(record, root)
    _fill_dates(record, root)
    _fill_people(record, root)
    record.images = _images(root)
    record.booking = _booking(root)
    online = contact("WEBSITE", raw.get("onlineAccessLink"), root.remark)
    record.contacts = [online] if online else []
    record.event_categories = _event_categories(record)
    identifiers = _foreign_identifiers(root)
    if identifiers:
        record.details["identifiers"] = identifiers
    return _mapped(record, uid, root)


def _mapped(record: EventRecord, uid: int, root: Node) -> Mapped:
    agenda = root.node("originAgenda")
    modified = root.raw("updatedAt")
    modified_at = as_moment(modified)
    if modified is not None and modified_at is None:
        root.remark(f"Date de modification illisible : {quoted(modified)}.")
    return Mapped(
        kind=RecordKind.EVENT.value,
        external_id=str(uid),
        record=record,
        owner=line(agenda.raw("title"), "originAgenda.title", root.remark),
        owner_id=str(as_identifier(agenda.raw("uid")) or ""),
        modified_at=modified_at,
        remarks=root.reading.remarks,
    )


def _code(root: Node, key: str, known: dict[int, Any]) -> int | None:
    """A number of a closed list, alone or with its label; None, with a remark, when it is unknown."""
    value = root.raw(key)
    number = value.get("id") if isinstance(value, dict) else value
    if number is None:
        return None
    if isinstance(number, int) and not isinstance(number, bool) and number in known:
        return number
    root.remark(f"{key} : la valeur {quoted(number)} est inconnue.")
    return None


def _state(root: Node) -> str:
    if root.raw("draft") in (True, 1) or root.raw("private") in (True, 1):
        return "HIDDEN"
    if root.raw("state") is None:
        return "PUBLISHED"
    # An unknown state is not shown: better an event missing than one that was meant to be hidden.
    number = _code(root, "state", _STATES)
    return "HIDDEN" if number is None else _STATES[number]


def _status(root: Node) -> tuple[str, dict[str, Any]]:
    number = _code(root, "status", _STATUSES) or 1
    attendance = _ATTENDANCE[_code(root, "attendanceMode", _ATTENDANCE) or 1]
    notes = {"status_note": _STATUS_NOTES.get(number, ""), "attendance_mode": attendance}
    return _STATUSES[number].value, {key: note for key, note in notes.items() if note}


def _fill_texts(record: EventRecord, root: Node) -> None:
    record.summary = texts_by_language(root.raw("description"), "description", root.remark)
    long = texts_by_language(root.raw("longDescription"), "longDescription", root.remark)
    record.description = {
        language: text
        for language, markdown in long.items()
        if (text := without_markdown(markdown)) and text != record.summary.get(language)
    }
    conditions = texts_by_language(root.raw("conditions"), "conditions", root.remark)
    if conditions:
        free = any(_FREE.fullmatch(plain_word(text)) for text in conditions.values())
        record.price = {"text": conditions} | ({"free": True} if free else {})


def without_markdown(text: str) -> str:
    """The words of a text in Markdown: emphasis and headings without their signs, links with their address."""
    text = _LINK.sub(lambda link: link[2] if link[1] in ("", link[2]) else f"{link[1]} ({link[2]})", text)
    text = _BULLET.sub("• ", _HEADING.sub("", text))
    text = _ITALIC.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", text).strip()


def _fill_place(record: EventRecord, root: Node) -> None:
    location = root.node("location")
    if not location:
        return
    remark = root.remark
    record.latitude, record.longitude = point(location.raw("latitude"), location.raw("longitude"), remark)
    record.commune_code = commune_code(location.raw("insee"), remark)
    record.venue = line(location.raw("name"), "location.name", remark)
    postcode = line(location.raw("postalCode"), "location.postalCode", remark, longest=10)
    city = line(location.raw("city"), "location.city", remark, longest=100)
    street = line(location.raw("address"), "location.address", remark, longest=300)
    # The address repeats what follows it on an envelope.
    for tail in (f"{postcode} {city}, France", f"{postcode} {city}", city, postcode):
        if tail.strip() and street.casefold().endswith(tail.casefold()):
            street = street[: -len(tail)].rstrip(" ,-")
            break
    address = {"venue": record.venue, "lines": [street] if street else [], "postcode": postcode, "city": city}
    record.address = {key: value for key, value in address.items() if value}
    record.access = texts_by_language(location.raw("access"), "location.access", remark)
    record.place_external_id = str(as_identifier(location.raw("uid")) or "")


def _fill_dates(record: EventRecord, root: Node) -> None:
    timings = root.raw("timings")
    if timings is None:
        # Without `detailed`, an answer has only these.
        timings = [one for key in ("firstTiming", "nextTiming", "lastTiming") if (one := root.raw(key)) is not None]
        if timings:
            root.remark(
                "La liste des dates (timings) manque : seules la première, la prochaine et la dernière sont lues."
            )
    timezone = root.raw("timezone") or root.node("location").raw("timezone")
    schedule, remarks = schedule_from_timings(timings, timezone=timezone)
    for sentence in remarks:
        root.remark(sentence)
    if schedule.periods:
        record.schedule = schedule.to_json()


def _fill_people(record: EventRecord, root: Node) -> None:
    """For whom it is, what it is about in the source's words, what is done for whom."""
    themes: list[LabelJson | None] = []
    keywords = root.raw("keywords")
    if isinstance(keywords, dict):
        for key, words in keywords.items():
            language = language_of(key)
            for word in words if isinstance(words, list) and language else []:
                text = line(word, "keywords", root.remark, longest=100)
                themes.append(label("keyword", {language: text} if text else {}))
    elif keywords not in (None, []):
        root.remark(f"keywords : des listes par langue sont attendues, {quoted(keywords)} est ignoré.")
    record.themes = each_once(themes)
    record.categories = each_once(_additional_labels(root))
    record.accessibility = each_once(
        [label("accessibility", ACCESSIBILITY[key]) for key in _accessible_for(root) if key in ACCESSIBILITY]
    )
    record.audiences = each_once([_ages(root)])


def _additional_labels(root: Node) -> list[LabelJson | None]:
    """Choices of the fields that an agenda adds, where the answer has their words (``includeLabels=1``)."""
    found = []
    for key, value in root.value.items():
        if key in _NOT_ADDITIONAL or not isinstance(key, str):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and "id" in item and "label" in item:
                found.append(
                    label(clean_line(key)[:80], texts_by_language(item["label"], key, root.remark, one_line=True))
                )
    return found


def _accessible_for(root: Node) -> list[str]:
    value = root.raw("accessibility")
    if isinstance(value, list):
        return [key for key in value if isinstance(key, str)]
    return [key for key, said in root.node("accessibility").value.items() if said is True or said == 1]


def _ages(root: Node) -> LabelJson | None:
    ages = root.node("age")
    lowest, highest = (ages.integer(key, 0, 120, "ans") for key in ("min", "max"))
    if lowest is not None and highest is not None and lowest > highest:
        root.remark(f"L’âge minimal ({lowest}) dépasse l’âge maximal ({highest}) : les âges ne sont pas repris.")
        return None
    if highest is not None:
        words = f"De {lowest or 0} à {highest} ans", f"Aged {lowest or 0} to {highest}"
    elif lowest:
        words = f"À partir de {lowest} ans", f"Aged {lowest} and over"
    else:
        return None
    return label("age", {"fr": words[0], "en": words[1]}) or None


def _images(root: Node) -> list[dict[str, Any]]:
    image = root.raw("image")
    if image is None or image == "":
        return []
    node = Node({"filename": image, "base": ""}, None, root.reading) if isinstance(image, str) else root.node("image")
    names = [variant.raw("filename") for variant in node.nodes("variants") if variant.raw("type") == "full"]
    base, name = node.raw("base") or "", next((one for one in [*names, node.raw("filename")] if one), None)
    url = web_address(f"{base}{name}") if isinstance(base, str) and isinstance(name, str) else ""
    if not url:
        root.remark(f"Image sans adresse lisible : {quoted(name)}.")
        return []
    credit = root.raw("imageCredits") or node.raw("credits")
    return [
        {"url": url, "credit": line(credit, "imageCredits", root.remark, longest=300), "title": {}, "expires": None}
        | {"modified": ""}
    ]


def _booking(root: Node) -> list[dict[str, Any]]:
    contacts: dict[tuple[str, str], dict[str, Any]] = {}
    for item in root.items("registration"):
        kind, value = (item.get("type"), item.get("value")) if isinstance(item, dict) else (None, item)
        kind = kind if isinstance(kind, str) else _kind_of(value)
        if kind not in _REGISTRATIONS:
            root.remark(f"registration : le type {quoted(kind)} est inconnu.")
            continue
        found = contact(_REGISTRATIONS[kind], value, root.remark)
        if found:
            contacts.setdefault((found["kind"], found["value"]), found)
    return [{"contacts": list(contacts.values())}] if contacts else []


def _kind_of(value: Any) -> str:
    """What a registration is, of an answer that does not say it."""
    if not isinstance(value, str):
        return ""
    return "email" if "@" in value and "/" not in value else "link" if re.search(r"[a-z]\.[a-z]", value) else "phone"


def _foreign_identifiers(root: Node) -> list[dict[str, str]]:
    """What other systems call the event: ``{source, external_id}``."""
    found = []
    for item in root.nodes("extIds"):
        source = line(item.raw("key"), "extIds.key", root.remark, longest=80)
        external_id = line(item.raw("value"), "extIds.value", root.remark, longest=100)
        if source and external_id:
            found.append({"source": source, "external_id": external_id})
    return found


def _event_categories(record: EventRecord) -> list[str]:
    """By the words of its keywords and of its agenda's own fields, where a word leaves no doubt."""
    words = [text for entry in (*record.categories, *record.themes) for text in _french(entry["label"])]
    found = [CATEGORIES[word] for text in words if (word := plain_word(text)) in CATEGORIES]
    if any(entry["family"] == "age" and _is_for_children(entry) for entry in record.audiences):
        found.append(EventCategory.CHILDREN)
    return [category.value for category in dict.fromkeys(found)] or [EventCategory.OTHER.value]


def _french(texts: PlainTexts) -> list[str]:
    return [texts["fr"]] if "fr" in texts else list(texts.values())


def _is_for_children(entry: LabelJson) -> bool:
    highest = re.fullmatch(r"De \d+ à (\d+) ans", entry["label"]["fr"])
    return highest is not None and int(highest[1]) <= _FIRST_GRADES
