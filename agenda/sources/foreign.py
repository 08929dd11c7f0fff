"""What the mappings of sources other than APIDAE share: texts, contacts and points of anybody's JSON. Pure.

Nothing here raises: what is not understood becomes a remark in French and counts as absent.
"""

import math
import re
from collections.abc import Callable
from typing import Any

from cms.texts import MAIN_LANGUAGE
from tourism.apidae.mapping.addresses import email_address, other_address, phone_number, web_address
from tourism.apidae.mapping.scalars import quoted
from tourism.apidae.texts import LOCALES, clean_line, clean_text
from tourism.records import LabelJson, PlainTexts

Remark = Callable[[str], None]

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2})?")
_INSEE = re.compile(r"\d{5}|2[AB]\d{3}", re.ASCII)
_LONGEST_NAME = 250
_DECIMALS = 6  # a tenth of a metre
_CONTACTS: dict[str, tuple[Callable[[str], str], str]] = {
    "PHONE": (phone_number, "Téléphone"),
    "FAX": (phone_number, "Télécopie"),
    "EMAIL": (email_address, "Adresse électronique"),
    "WEBSITE": (web_address, "Site web"),
    "BOOKING": (web_address, "Adresse de réservation"),
    "OTHER": (other_address, "Moyen de communication"),
}


def texts_by_language(value: Any, where: str, remark: Remark, *, one_line: bool = False) -> PlainTexts:
    """Cleaned texts of ``{"fr": "…"}``; a list of texts is joined, a bare text is in the main language."""
    if isinstance(value, str):
        value = {MAIN_LANGUAGE: value}
    if value is None or value == []:
        return {}
    if not isinstance(value, dict):
        remark(f"{where} : un texte par langue est attendu, {quoted(value)} est ignoré.")
        return {}
    texts: PlainTexts = {}
    for key, item in value.items():
        parts = [part for part in (item if isinstance(item, list) else [item]) if part is not None]
        if any(not isinstance(part, str) for part in parts):
            remark(f"{where} : un texte est attendu, {quoted(item)} est ignoré.")
        language = language_of(key)
        if not language:
            remark(f"{where} : la langue {quoted(key)} est inconnue.")
            continue
        cleaned = [(clean_line if one_line else clean_text)(part) for part in parts if isinstance(part, str)]
        text = (" " if one_line else "\n\n").join(dict.fromkeys(part for part in cleaned if part))
        if text:
            texts[language] = text
    return texts


def language_of(key: Any) -> str:
    """Our code of a language (``pt-br`` of ``pt_BR``, ``fr`` of ``@fr``); '' when it is not a code of one."""
    if not isinstance(key, str):
        return ""
    code = key.removeprefix("@")
    code = LOCALES.get(code) or code.replace("_", "-").lower()
    return code if _LANGUAGE.fullmatch(code) else ""


def shortened(names: PlainTexts) -> PlainTexts:
    """Names of a length that a name may have."""
    return {
        language: name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
        for language, name in names.items()
    }


def line(value: Any, where: str, remark: Remark, *, longest: int = 200) -> str:
    """Text on one line, cut where it is too long; a whole number counts as text."""
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        value = str(value)
    if not isinstance(value, str):
        remark(f"{where} : un texte est attendu, {quoted(value)} est ignoré.")
        return ""
    text = clean_line(value)
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def label(family: str, texts: PlainTexts) -> LabelJson | None:
    """A label of a source that has no numbers for them."""
    return {"id": None, "family": family, "label": texts} if texts else None


def each_once(labels: list[LabelJson | None]) -> list[LabelJson]:
    """The labels that say something, each of a family once."""
    unique = {(found["family"], tuple(sorted(found["label"].items()))): found for found in labels if found}
    return list(unique.values())


def contact(kind: str, value: Any, remark: Remark) -> dict[str, Any] | None:
    """``{kind, value}`` of a ContactKind; None, with a remark, when the value is not one of that kind."""
    if value is None or value == "":
        return None
    read, name = _CONTACTS[kind]
    text = clean_line(value) if isinstance(value, str) else ""
    found = read(text) if text else ""
    if not found:
        remark(f"{name} illisible, non repris : {quoted(value)}.")
        return None
    return {"kind": kind, "value": found}


def point(latitude: Any, longitude: Any, remark: Remark) -> tuple[float | None, float | None]:
    """Degrees, WGS 84; (None, None) when there is no point, or none on earth."""
    if latitude in (None, "") and longitude in (None, ""):
        return None, None
    numbers = _degrees(latitude), _degrees(longitude)
    if numbers[0] is None or numbers[1] is None or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        remark(f"La position {quoted(latitude)}, {quoted(longitude)} n’est pas lisible.")
        return None, None
    if numbers == (0, 0):
        remark("Position 0, 0 (au large de l’Afrique) : elle n’est pas reprise.")
        return None, None
    return numbers[0], numbers[1]


def _degrees(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value if not isinstance(value, str) else value[:30])
    except (ValueError, OverflowError):
        return None
    return round(number, _DECIMALS) if math.isfinite(number) else None


def commune_code(value: Any, remark: Remark) -> str:
    """INSEE code, five characters; '' when there is none."""
    if value is None or value == "":
        return ""
    text = f"{value:05}" if isinstance(value, int) and 0 < value < 10**5 else value
    if isinstance(text, str) and _INSEE.fullmatch(text):
        return text
    remark(f"Le code de commune {quoted(value)} n’est pas lisible.")
    return ""
