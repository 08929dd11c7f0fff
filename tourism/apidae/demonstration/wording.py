"""Says opening periods in words, as APIDAE does when `periodeEnClairGenerationMode` is AUTOMATIQUE."""

from collections.abc import Callable
from datetime import date

_MONTHS = {
    "Fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "En": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "It": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
}
_JOURS = ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE")
_CODES = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "HOL")
_DAYS = {
    "Fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jour férié"),
    "En": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "public holiday"),
    "It": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "giorno festivo"),
}
_RANKS = {
    "Fr": {"D_1ER": "1er", "D_2EME": "2e", "D_3EME": "3e", "D_4EME": "4e", "D_DERNIER": "dernier"},
    "En": {"D_1ER": "first", "D_2EME": "second", "D_3EME": "third", "D_4EME": "fourth", "D_DERNIER": "last"},
    "It": {"D_1ER": "primo", "D_2EME": "secondo", "D_3EME": "terzo", "D_4EME": "quarto", "D_DERNIER": "ultimo"},
}
_AND = {"Fr": " et ", "En": " and ", "It": " e "}


def periods_in_words(periods: list[dict]) -> dict[str, str]:
    """`{libelleFr, libelleEn, libelleIt}` for APIDAE periods, one sentence per period in the order of dates."""
    ordered = sorted(periods, key=lambda period: (period["dateDebut"], period.get("horaireOuverture", "")))
    return {f"libelle{language}": "\r\n".join(_sentence(p, language) for p in ordered) for language in _MONTHS}


def _sentence(period: dict, language: str) -> str:
    parts = [_dates(date.fromisoformat(period["dateDebut"]), date.fromisoformat(period["dateFin"]), language)]
    parts += _days(period, language)
    if "horaires" in period:
        parts += _slots(period["horaires"], language)
    elif "horaireOuverture" in period:
        parts.append(_hours(period["horaireOuverture"], period.get("horaireFermeture"), language))
    text = ", ".join(part for part in parts if part)
    return text[0].upper() + text[1:] + "."


def _day(day: date, language: str, *, year: bool = True) -> str:
    number = {"Fr": "1er", "It": "1º"}.get(language, "1") if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[language][day.month - 1]}" + (f" {day.year}" if year else "")


def _dates(first: date, last: date, language: str) -> str:
    if first == last:
        name = _DAYS[language][first.weekday()]
        return {"Fr": "le ", "En": "", "It": ""}[language] + f"{name} {_day(first, language)}"
    start = _day(first, language, year=first.year != last.year)
    end = _day(last, language)
    if language == "It":
        return f"{_elided('dal', first)}{start} {_elided('al', last)}{end}"
    return {"Fr": f"du {start} au {end}", "En": f"from {start} to {end}"}[language]


def _elided(word: str, day: date) -> str:
    """Italian elides before otto and undici."""
    return f"{word}l’" if day.day in (8, 11) else f"{word} "


def _listed(words: list[str], language: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + _AND[language] + words[-1]


def _days(period: dict, language: str) -> list[str]:
    kind = period.get("type")
    names = [_DAYS[language][_JOURS.index(entry["jour"])] for entry in period.get("ouverturesJournalieres", ())]
    if kind == "OUVERTURE_SEMAINE":
        if language == "Fr":
            return [_listed([f"le {name}" for name in names], language)]
        return [{"En": "on ", "It": "di "}[language] + _listed(names, language)]
    if kind == "OUVERTURE_SAUF":
        if language == "Fr":
            return ["sauf " + _listed([f"le {name}" for name in names], language)]
        return [{"En": "except on ", "It": "tranne di "}[language] + _listed(names, language)]
    if kind == "OUVERTURE_MOIS":
        ranked = [_ranked(entry, language) for entry in period["ouverturesJourDuMois"]]
        templates: dict[str, Callable[[str], str]] = {
            "Fr": lambda words: f"chaque {words} du mois",
            "En": lambda words: f"every {words} of the month",
            "It": lambda words: f"ogni {words} del mese",
        }
        return [templates[language](_listed(ranked, language))]
    return []


def _ranked(entry: dict, language: str) -> str:
    rank, day = _RANKS[language][entry["jourDuMois"]], _DAYS[language][_JOURS.index(entry["jour"])]
    if (language, entry["jour"]) == ("It", "DIMANCHE"):
        rank = f"{rank[:-1]}a"  # domenica is the only feminine weekday
    return f"{rank} {day}"


def _clock(time: str, language: str) -> str:
    hours, minutes = time.split(":")[:2]
    if language == "Fr":
        return f"{int(hours)} h" + (f" {minutes}" if minutes != "00" else "")
    return f"{int(hours)}:{minutes}"


def _hours(start: str, end: str | None, language: str) -> str:
    if end is None:
        return {"Fr": "à ", "En": "at ", "It": "alle "}[language] + _clock(start, language)
    words = {"Fr": ("de ", " à "), "En": ("from ", " to "), "It": ("dalle ", " alle ")}[language]
    return words[0] + _clock(start, language) + words[1] + _clock(end, language)


def _slots(hours: list[dict], language: str) -> list[str]:
    closed = {"Fr": "fermé", "En": "closed", "It": "chiuso"}[language]
    parts = []
    for slot in (slot for block in hours for slot in block["timePeriods"]):
        names = [_DAYS[language][_CODES.index(code)] for code in slot["weekdays"]]
        frames = [
            _hours(f["startTime"], f.get("endTime"), language) + _every(f.get("recurrence"), language)
            for f in slot.get("timeFrames", ())
        ]
        days = "" if len(slot["weekdays"]) >= 7 else _listed(names, language) + " "
        parts.append(days + (closed if slot.get("closed") else _listed(frames, language)))
    return parts


def _every(recurrence: str | None, language: str) -> str:
    if recurrence is None:
        return ""
    hours, minutes = (int(part) for part in recurrence.split(":")[:2])
    words = {"Fr": "toutes les {} min", "En": "every {} min", "It": "ogni {} min"}[language]
    return " (" + words.format(hours * 60 + minutes) + ")"
