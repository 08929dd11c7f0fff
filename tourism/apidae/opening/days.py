"""The old form of a period: its ``type``, with days of the week or days of the month."""

from dataclasses import dataclass

from tourism.apidae.opening.values import Problems, quoted, read_items
from tourism.schedule import NthWeekday

WEEKDAYS = {"LUNDI": 1, "MARDI": 2, "MERCREDI": 3, "JEUDI": 4, "VENDREDI": 5, "SAMEDI": 6, "DIMANCHE": 7}
EVERY_WEEKDAY = frozenset(range(1, 8))
NTHS = {"D_1ER": 1, "D_2EME": 2, "D_3EME": 3, "D_4EME": 4, "D_DERNIER": -1}


@dataclass(frozen=True)
class Days:
    """The days that the ``type`` of a period opens; ``none`` when it opens no day at all."""

    weekdays: tuple[int, ...] = ()
    nth_weekdays: tuple[NthWeekday, ...] = ()
    none: bool = False


def read_days(item: dict, problems: Problems) -> Days:
    """The days that the ``type`` of a period, its weekdays and its days of the month open."""
    kind = item.get("type")
    weekdays = _weekdays(item, problems)
    nth_weekdays = _nth_weekdays(item, problems)
    if kind not in ("OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_SAUF", "OUVERTURE_SEMAINE", "OUVERTURE_MOIS"):
        if kind:
            problems.add(f"le type {quoted(kind)} est inconnu ; les jours indiqués sont lus sans lui.")
        kind = "OUVERTURE_SEMAINE" if weekdays else "OUVERTURE_MOIS" if nth_weekdays else "OUVERTURE_TOUS_LES_JOURS"
    unused = weekdays if kind in ("OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_MOIS") else nth_weekdays
    if unused and unused != EVERY_WEEKDAY:
        problems.add("des jours sont indiqués, que le type de la période ne prend pas en compte.")
    if kind == "OUVERTURE_MOIS":
        if not nth_weekdays:
            problems.add("aucun jour du mois n’est indiqué.")
        return Days(nth_weekdays=nth_weekdays, none=not nth_weekdays)
    if kind == "OUVERTURE_TOUS_LES_JOURS":
        return Days()
    if kind == "OUVERTURE_SAUF":
        if weekdays == EVERY_WEEKDAY:
            problems.add("tous les jours de la semaine sont exclus.")
        elif not weekdays:
            problems.add("aucun jour exclu n’est indiqué ; tous les jours sont retenus.")
        return Days(weekdays=_proper(EVERY_WEEKDAY - weekdays), none=weekdays == EVERY_WEEKDAY)
    if not weekdays:
        problems.add("aucun jour de la semaine n’est indiqué.")
    return Days(weekdays=_proper(weekdays), none=not weekdays)


def _proper(weekdays: frozenset[int]) -> tuple[int, ...]:
    return () if weekdays == EVERY_WEEKDAY else tuple(sorted(weekdays))


def _weekdays(item: dict, problems: Problems) -> frozenset[int]:
    days: set[int] = set()
    for entry in read_items(item.get("ouverturesJournalieres"), "jours de la semaine", problems):
        name = entry.get("jour")
        if name == "TOUS":
            days |= EVERY_WEEKDAY
        elif isinstance(name, str) and name in WEEKDAYS:
            days.add(WEEKDAYS[name])
        else:
            problems.add(f"le jour {quoted(name)} est inconnu.")
    return frozenset(days)


def _nth_weekdays(item: dict, problems: Problems) -> tuple[NthWeekday, ...]:
    rules = []
    for entry in read_items(item.get("ouverturesJourDuMois"), "jours du mois", problems):
        nth, name = entry.get("jourDuMois"), entry.get("jour")
        if not (
            isinstance(nth, str) and nth in NTHS and isinstance(name, str) and (name in WEEKDAYS or name == "TOUS")
        ):
            problems.add(f"le jour du mois {quoted(nth)} {quoted(name)} est inconnu.")
            continue
        if name == "TOUS":
            problems.add(f"{quoted(nth)} de tous les jours est lu comme un quantième du mois.")
        rules.append(NthWeekday(NTHS[nth], WEEKDAYS.get(name)))
    return tuple(sorted(set(rules), key=lambda rule: (rule.nth < 0, rule.nth, rule.weekday or 0)))
