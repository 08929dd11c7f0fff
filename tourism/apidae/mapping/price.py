"""`descriptionTarif`: free or not, in words, line by line."""

from typing import Any

from tourism.apidae.mapping.node import Node
from tourism.apidae.texts import BROKEN_WHEN_GENERATED
from tourism.records import PlainTexts, is_said

# `indicationTarif` -> free to everybody, or None when entering is free but coming is not.
FREE = {
    "GRATUIT": True,
    "ACCES_LIBRE": True,
    "ENTREE_LIBRE": True,
    "PARTICIPATION_LIBRE": True,
    "ACCES_LIBRE_STATIONNEMENT_PAYANT_OBLIGATOIRE": None,
    "ACCES_LIBRE_TRANSPORT_PAYANT": None,
    "PAYANT": False,
    "PAYANT_TARIFS_NON_COMMUNIQUES": False,
}
_CURRENCIES = {currency: currency for currency in ("EUR", "CHF", "XPF", "XOF")}
_TAX = {"OUI": True, "NON": False, "NON_COMMUNIQUE": None}
_AGES = (
    "gratuitPourLesMoinsDe",
    "gratuitPourLesPlusDe",
    "conditionJuniorAgeMin",
    "conditionJuniorAgeMax",
    "conditionEnfantAgeMin",
    "conditionEnfantAgeMax",
)
_HIGHEST_PRICE = 1_000_000


def read_price(root: Node) -> dict[str, Any]:
    """``{free, indication, text, lines, conditions, includes, excludes, tourist_tax_included}``, without empty ones.

    `indication` is APIDAE's word for it. A line is ``{label, min, max, currency, note, from, until}``, prices in units
    of the currency, dates as YYYY-MM-DD. `conditions` keeps APIDAE's names, ages in years.
    """
    block = root.node("descriptionTarif")
    if not block:
        return {}
    lines = [line for period in block.nodes("periodes") for line in _lines(period, block)]
    texts = _text(block)
    price: dict[str, Any] = {
        "free": _free(block, has_prices=bool(lines or texts)),
        "indication": _indication(block),
        "text": texts,
        "lines": lines,
        "conditions": _conditions(block.node("conditions")),
        "includes": block.texts("leTarifComprend"),
        "excludes": block.texts("leTarifNeComprendPas"),
        "tourist_tax_included": block.choice("taxeDeSejourIncluse", _TAX),
    }
    return {key: value for key, value in price.items() if is_said(value)}


def _indication(block: Node) -> str | None:
    indication = block.raw("indicationTarif")
    return indication if isinstance(indication, str) and indication in FREE else None


def _free(block: Node, *, has_prices: bool) -> bool | None:
    indication = _indication(block)
    if indication is not None:
        return FREE[indication]
    block.choice("indicationTarif", FREE)
    # The older flag is also False where nobody said anything.
    flag = block.flag("gratuit")
    if flag:
        return True
    return False if flag is False and has_prices else None


def _text(block: Node) -> PlainTexts:
    generated = block.raw("tarifsEnClairGenerationMode") != "MANUEL"
    texts = {
        language: text
        for language, text in block.texts("tarifsEnClair").items()
        if not (generated and language in BROKEN_WHEN_GENERATED)
    }
    for language, more in block.texts("complement").items():
        if more not in texts.get(language, ""):
            texts[language] = f"{texts[language]}\n{more}" if language in texts else more
    return texts


def _lines(period: Node, block: Node) -> list[dict[str, Any]]:
    lines = []
    for tariff in period.nodes("tarifs"):
        lowest = tariff.number("minimum", 0, _HIGHEST_PRICE)
        highest = tariff.number("maximum", 0, _HIGHEST_PRICE)
        if lowest is not None and highest is not None and lowest > highest:
            tariff.remark(f"Tarif : le minimum ({lowest}) dépasse le maximum ({highest}).")
            lowest, highest = highest, lowest
        label = tariff.label("type")
        note = tariff.texts("precisionTarif")
        if lowest is None and highest is None and not note:
            continue
        line = {
            "label": label,
            "min": lowest,
            "max": highest,
            "currency": tariff.choice("devise", _CURRENCIES) or block.choice("devise", _CURRENCIES) or "EUR",
            "note": note,
            "from": period.day("dateDebut"),
            "until": period.day("dateFin"),
        }
        lines.append({key: value for key, value in line.items() if is_said(value)})
    return lines


def _conditions(conditions: Node) -> dict[str, Any]:
    if not conditions:
        return {}
    ages = {key: conditions.integer(key, 0, 120, "ans") for key in _AGES}
    result: dict[str, Any] = {key: age for key, age in ages.items() if age is not None}
    free_for = conditions.labels("conditionsGratuite")
    if free_for:
        result["conditionsGratuite"] = free_for
    return result
