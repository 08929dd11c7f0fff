"""``fermeturesExceptionnelles``: the days that are closed whatever the periods say."""

from datetime import date
from typing import Any

from tourism.apidae.opening.values import Problems, quoted, read_date, read_dates, read_items
from tourism.schedule.special_days import FOREIGN_DAYS, SPECIAL_DAYS


def read_closures(value: Any, problems: Problems) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """Closed dates, and the names of special days that are closed each year."""
    days: set[date] = set()
    special: set[str] = set()
    for item in read_items(value, "Fermetures exceptionnelles", problems):
        day = read_date(item.get("dateFermeture"), "Fermeture exceptionnelle : la valeur", problems)
        resolved = read_dates(item.get("dates"), "Fermeture exceptionnelle : la valeur", problems)
        days.update(resolved, [day] if day else [])
        name = item.get("dateSpeciale")
        if name is None or name == "":
            if not (day or resolved):
                problems.add("Une fermeture exceptionnelle n’a pas de date lisible.")
        elif isinstance(name, str) and name in SPECIAL_DAYS:
            special.add(name)
            if name in FOREIGN_DAYS:
                problems.add(f"Fermeture exceptionnelle {quoted(name)} : ce jour n’est pas férié en métropole.")
        elif resolved:
            problems.add(f"Fermeture exceptionnelle {quoted(name)} : jour inconnu, seules ses dates sont retenues.")
        else:
            problems.add(f"Fermeture exceptionnelle {quoted(name)} : jour inconnu et sans date, non retenu.")
    return tuple(sorted(days)), tuple(sorted(special))
