"""The objects in a file or an answer of APIDAE, as they are handed on to be compared and mapped. Pure: a reading does
it in a process of its own."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from tourism.apidae.mapping.referential import element_label
from tourism.apidae.untrusted_json import JsonError, parse_json
from tourism.records import PlainTexts

NOT_AN_OBJECT = "Le fichier contient autre chose qu'un objet touristique."


@dataclass(frozen=True, slots=True)
class ReadObject:
    """One object, or the `problem` that prevented reading it.

    Attributes:
        external_id: APIDAE's number, '' when it has none that can be one.
        raw: the object as canonical JSON.
        names: ids of the objects whose names it needs and does not write itself.
        label: what it is called, when others may need that; empty otherwise.
    """

    external_id: str
    raw: bytes
    problem: str = ""
    names: frozenset[str] = frozenset()
    label: PlainTexts | None = None


def read_object(payload: Any) -> ReadObject:
    """An object that came as a JSON value. What it says of people is not kept: see `without_people`."""
    payload = without_people(payload)
    if not isinstance(payload, dict):
        return ReadObject("", canonical_json(payload), NOT_AN_OBJECT)
    structure = payload.get("type") == "STRUCTURE"
    return ReadObject(
        external_id(payload),
        canonical_json(payload),
        names=named_by(payload),
        label=label_of(payload) if structure else None,
    )


def without_people(payload: Any) -> Any:
    """A JSON value without the names and addresses of people that APIDAE's objects hold for its members.

    Nothing of ours may store them, so they go before anything is compared or written. The value itself stays as it is.
    """
    if isinstance(payload, list):
        return [without_people(item) for item in payload]
    if not isinstance(payload, dict):
        return payload
    kept = payload
    if "contacts" in kept:
        kept = {key: value for key, value in kept.items() if key != "contacts"}
    management = kept.get("gestion")
    if isinstance(management, dict) and "signalerUnProblemeMails" in management:
        management = {key: value for key, value in management.items() if key != "signalerUnProblemeMails"}
        kept = kept | {"gestion": management}
    if isinstance(kept.get("aspects"), list):
        # An aspect may give any block anew.
        kept = kept | {"aspects": without_people(kept["aspects"])}
    return kept


def read_objects(content: bytes) -> list[ReadObject]:
    """The objects of a file, one or a list: lists when the project groups its objects by 50."""
    try:
        return [read_object(payload) for payload in payloads_in(content)]
    except JsonError as error:
        return [ReadObject("", b"null", str(error))]


def payloads_in(content: bytes) -> Iterator[Any]:
    """The values in a file of objects. Raises JsonError before the first one."""
    value = parse_json(content)
    yield from value if isinstance(value, list) else [value]


def canonical_json(value: Any) -> bytes:
    """The same bytes for the same JSON value, whatever the order of its keys."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        # Integers beyond 64 bits, half of an emoji, very deep nesting: rare, and then Python's own writer does.
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
        return text.encode(errors="replace")


def external_id(payload: Mapping[str, Any]) -> str:
    """APIDAE's number of an object, '' when it has none that can be one."""
    number = payload.get("id")
    if isinstance(number, bool) or not isinstance(number, int | str):
        return ""
    text = str(number)
    return text if text.isdigit() and len(text) <= 18 else ""


def label_of(payload: Mapping[str, Any]) -> PlainTexts | None:
    """What an object is called, by language; None when it does not say."""
    return element_label(payload["nom"]) if isinstance(payload.get("nom"), dict) else None


def named_by(payload: Mapping[str, Any]) -> frozenset[str]:
    """Ids of the objects whose names an object needs and does not write itself."""
    information, location, relations = (payload.get(key) for key in ("informations", "localisation", "liens"))
    links = relations.get("liensObjetsTouristiquesTypes") if isinstance(relations, dict) else None
    named = [information.get("structureInformation")] if isinstance(information, dict) else []
    named += [location.get("lieuObjetTouristique")] if isinstance(location, dict) else []
    named += [
        link.get("objetTouristique")
        for link in (links if isinstance(links, list) else ())
        if isinstance(link, dict) and link.get("type") == "PROGRAMME_ORGANISATEUR"
    ]
    return frozenset(
        str(thing["id"])
        for thing in named
        # An event that names another one is part of its programme, and joined to it by number.
        if isinstance(thing, dict)
        and not thing.get("nom")
        and thing.get("type") != "FETE_ET_MANIFESTATION"
        and isinstance(thing.get("id"), int | str)
    )
