"""How six languages say days, dates and hours. Fragments only; ``sentence`` puts them together.

Typography: French puts a no-break space inside "9 h 30" and before ";"; the others bind the number to its unit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time

NBSP = "\u00a0"
MIDNIGHT = time(0)


@dataclass(frozen=True)
class Grammar:
    every_weekday: Callable[[Sequence[int]], str]
    weekday_range: Callable[[int, int], str]  # "du lundi au vendredi", for three days in a row and more
    every_weeks: Callable[[int, Sequence[int]], str]  # of each second, third… week; no weekday: all of its days
    nth_weekday: Callable[[int, int | None], str]
    plain_date: Callable[[date, bool], str]  # "14 juillet"; the bool asks for the year
    on_date: Callable[[date, bool], str]  # "le 14 juillet"
    date_range: Callable[[date, date, bool], str]  # "du 3 au 5 juin"
    from_to: Callable[[time, time], str]
    from_time: Callable[[time], str]
    until_time: Callable[[time], str]
    at_time: Callable[[time], str]  # "à 10 h"
    some_dates: Callable[[int], str]  # "à 14 dates", before the range that they lie in
    every_minutes: Callable[[int], str]
    times_between: Callable[[int, time, time], str]  # so many beginnings, the first and the last
    every_day: str
    all_year: str
    each_year: str
    on_holidays: str
    except_for: str
    also: str
    closed: str
    cancelled: str
    postponed: str
    full: str
    moved_to: str
    temporarily_closed: str
    conjunction: str
    separator: str
    movable_days: dict[str, str]
    since: Callable[[date, bool], str]
    until: Callable[[date, bool], str]
    other_dates: str  # of what is too long to be said


def _number_list(items: Sequence[str], conjunction: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def _in_words(number: int, *words: str) -> str:
    """Two, three, four in words, more in figures."""
    return words[number - 2] if 2 <= number < 2 + len(words) else f"{number}"


# French ---------------------------------------------------------------------------------------------------------

_FR_MONTHS = [
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
]
_FR_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


def _fr_date(day: date, year: bool, month: bool = True) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return number + (f"{NBSP}{_FR_MONTHS[day.month - 1]}" if month else "") + (f" {day.year}" if year else "")


def _fr_range(first: date, last: date, year: bool) -> str:
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    return f"du {_fr_date(first, year and not same_year, not same_month)} au {_fr_date(last, year)}"


def _fr_time(at: time) -> str:
    return f"{at.hour}{NBSP}h" + (f"{NBSP}{at.minute:02}" if at.minute else "")


def _fr_nth(nth: int, weekday: int | None) -> str:
    order = {1: "1er", -1: "dernier"}.get(nth, f"{nth}e")
    return f"le {order} {'jour' if weekday is None else _FR_DAYS[weekday - 1]} du mois"


def _fr_weeks(weeks: int, days: Sequence[int]) -> str:
    number = _in_words(weeks, "deux", "trois", "quatre")
    if len(days) == 1:
        return f"un {_FR_DAYS[days[0] - 1]} sur {number}"
    on = f", les {_number_list([_FR_DAYS[day - 1] + 's' for day in days], 'et')}" if days else ""
    return f"une semaine sur {number}{on}"


FRENCH = Grammar(
    every_weekday=lambda days: "tous les " + _number_list([_FR_DAYS[day - 1] + "s" for day in days], "et"),
    weekday_range=lambda first, last: f"du {_FR_DAYS[first - 1]} au {_FR_DAYS[last - 1]}",
    every_weeks=_fr_weeks,
    nth_weekday=_fr_nth,
    plain_date=_fr_date,
    on_date=lambda day, year: f"le {_fr_date(day, year)}",
    date_range=_fr_range,
    from_to=lambda start, end: f"de {_fr_time(start)} à {'minuit' if end == MIDNIGHT else _fr_time(end)}",
    from_time=lambda start: f"à partir de {_fr_time(start)}",
    until_time=lambda end: "jusqu’à " + ("minuit" if end == MIDNIGHT else _fr_time(end)),
    at_time=lambda at: "à " + ("minuit" if at == MIDNIGHT else _fr_time(at)),
    some_dates=lambda count: f"à {count}{NBSP}dates",
    every_minutes=lambda minutes: f"toutes les {minutes}{NBSP}minutes" if minutes > 1 else "toutes les minutes",
    times_between=lambda count, first, last: f"{count} fois entre {_fr_time(first)} et {_fr_time(last)}",
    every_day="tous les jours",
    all_year="toute l’année",
    each_year="chaque année",
    on_holidays="les jours fériés",
    except_for="sauf",
    also="et aussi",
    closed="fermé",
    cancelled="annulé",
    postponed="{day}\u00a0: reporté à une date inconnue",
    full="complet",
    moved_to="{old} déplacé\u00a0: {new}",
    temporarily_closed="fermé temporairement",
    conjunction="et",
    separator=f"{NBSP}; ",
    movable_days={
        "VENDREDI_SAINT": "le Vendredi saint",
        "LUNDI_PAQUES": "le lundi de Pâques",
        "ASCENSION": "le jeudi de l’Ascension",
        "LUNDI_PENTECOTE": "le lundi de Pentecôte",
        "FETE_DIEU": "le jour de la Fête-Dieu",
        "LUNDI_DU_JEUNE_FEDERAL": "le lundi du Jeûne fédéral",
        "MARDI_GRAS": "le Mardi gras",
        "MERCREDI_DES_CENDRES": "le mercredi des Cendres",
        "JEUDI_MI_CAREME": "le jeudi de la mi-carême",
    },
    since=lambda day, year: f"à partir du {_fr_date(day, year)}",
    until=lambda day, year: f"jusqu’au {_fr_date(day, year)}",
    other_dates="et d’autres dates",
)

# English --------------------------------------------------------------------------------------------------------

_EN_MONTHS = [
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
]
_EN_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _en_date(day: date, year: bool, month: bool = True) -> str:
    return str(day.day) + (f"{NBSP}{_EN_MONTHS[day.month - 1]}" if month else "") + (f" {day.year}" if year else "")


def _en_range(first: date, last: date, year: bool) -> str:
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    return f"from {_en_date(first, year and not same_year, not same_month)} to {_en_date(last, year)}"


def _en_time(at: time) -> str:
    if at == time(12):
        return "noon"
    if at == MIDNIGHT:
        return "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes}{NBSP}{'am' if at.hour < 12 else 'pm'}"


def _en_nth(nth: int, weekday: int | None) -> str:
    order = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}[nth]
    return f"on the {order} {'day' if weekday is None else _EN_DAYS[weekday - 1]} of the month"


def _en_weeks(weeks: int, days: Sequence[int]) -> str:
    names = [_EN_DAYS[day - 1] for day in days]
    if weeks == 2 and len(days) == 1:
        return f"every other {names[0]}"
    on = f" on {_number_list(names, 'and')}" if days else ""
    return ("every other week" if weeks == 2 else f"every {_in_words(weeks, 'two', 'three', 'four')} weeks") + on


ENGLISH = Grammar(
    every_weekday=lambda days: "every " + _number_list([_EN_DAYS[day - 1] for day in days], "and"),
    weekday_range=lambda first, last: f"{_EN_DAYS[first - 1]} to {_EN_DAYS[last - 1]}",
    every_weeks=_en_weeks,
    nth_weekday=_en_nth,
    plain_date=_en_date,
    on_date=lambda day, year: f"on {_en_date(day, year)}",
    date_range=_en_range,
    from_to=lambda start, end: f"from {_en_time(start)} to {_en_time(end)}",
    from_time=lambda start: f"from {_en_time(start)}",
    until_time=lambda end: f"until {_en_time(end)}",
    at_time=lambda at: f"at {_en_time(at)}",
    some_dates=lambda count: f"on {count} dates",
    every_minutes=lambda minutes: f"every {minutes}{NBSP}minutes" if minutes > 1 else "every minute",
    times_between=lambda count, first, last: f"{count} times between {_en_time(first)} and {_en_time(last)}",
    every_day="every day",
    all_year="all year round",
    each_year="every year",
    on_holidays="on public holidays",
    except_for="except",
    also="and also",
    closed="closed",
    cancelled="cancelled",
    postponed="{day}: postponed, date to be announced",
    full="fully booked",
    moved_to="{old}: moved, now {new}",
    temporarily_closed="temporarily closed",
    conjunction="and",
    separator="; ",
    movable_days={
        "VENDREDI_SAINT": "on Good Friday",
        "LUNDI_PAQUES": "on Easter Monday",
        "ASCENSION": "on Ascension Day",
        "LUNDI_PENTECOTE": "on Whit Monday",
        "FETE_DIEU": "on Corpus Christi",
        "LUNDI_DU_JEUNE_FEDERAL": "on the Monday of the Federal Fast",
        "MARDI_GRAS": "on Shrove Tuesday",
        "MERCREDI_DES_CENDRES": "on Ash Wednesday",
        "JEUDI_MI_CAREME": "on Mid-Lent Thursday",
    },
    since=lambda day, year: f"from {_en_date(day, year)}",
    until=lambda day, year: f"until {_en_date(day, year)}",
    other_dates="and other dates",
)

# Italian --------------------------------------------------------------------------------------------------------

_IT_MONTHS = [
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
]
_IT_DAYS = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"]


def _it_vowel(number: int) -> bool:
    return number in (8, 11)


def _it_date(day: date, year: bool, month: bool = True) -> str:
    number = "1º" if day.day == 1 else str(day.day)
    return number + (f"{NBSP}{_IT_MONTHS[day.month - 1]}" if month else "") + (f" {day.year}" if year else "")


def _it_article(day: date, full: str, elided: str) -> str:
    return elided if _it_vowel(day.day) else f"{full} "


def _it_range(first: date, last: date, year: bool) -> str:
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    begin = _it_article(first, "dal", "dall’") + _it_date(first, year and not same_year, not same_month)
    return f"{begin} {_it_article(last, 'al', 'all’')}{_it_date(last, year)}"


def _it_time(at: time, full: str, elided: str) -> str:
    hour = f"{at.hour}" + (f".{at.minute:02}" if at.minute else "")
    return f"{elided}{hour}" if at.hour == 1 else f"{full} {hour}"


def _it_end(at: time, full: str, elided: str, midnight: str) -> str:
    return midnight if at == MIDNIGHT else _it_time(at, full, elided)


def _it_nth(nth: int, weekday: int | None) -> str:
    order = {1: "prim", 2: "second", 3: "terz", 4: "quart", 5: "quint", -1: "ultim"}[nth]
    feminine = weekday == 7
    article = "l’" if nth == -1 else "la " if feminine else "il "
    name = "giorno" if weekday is None else _IT_DAYS[weekday - 1]
    return f"{article}{order}{'a' if feminine else 'o'} {name} del mese"


def _it_weeks(weeks: int, days: Sequence[int]) -> str:
    names = [("la " if day == 7 else "il ") + _IT_DAYS[day - 1] for day in days]
    on = f" {_number_list(names, 'e')}" if days else ""
    return f"ogni {_in_words(weeks, 'due', 'tre', 'quattro')} settimane{on}"


ITALIAN = Grammar(
    every_weekday=lambda days: "ogni " + _number_list([_IT_DAYS[day - 1] for day in days], "e"),
    weekday_range=lambda first, last: (
        f"{'dalla' if first == 7 else 'dal'} {_IT_DAYS[first - 1]} {'alla' if last == 7 else 'al'} {_IT_DAYS[last - 1]}"
    ),
    every_weeks=_it_weeks,
    nth_weekday=_it_nth,
    plain_date=_it_date,
    on_date=lambda day, year: _it_article(day, "il", "l’") + _it_date(day, year),
    date_range=_it_range,
    from_to=lambda start, end: f"{_it_time(start, 'dalle', 'dall’')} {_it_end(end, 'alle', 'all’', 'a mezzanotte')}",
    from_time=lambda start: f"a partire {_it_time(start, 'dalle', 'dall’')}",
    until_time=lambda end: f"fino {_it_end(end, 'alle', 'all’', 'a mezzanotte')}",
    at_time=lambda at: _it_end(at, "alle", "all’", "a mezzanotte"),
    some_dates=lambda count: f"in {count} date",
    every_minutes=lambda minutes: f"ogni {minutes}{NBSP}minuti" if minutes > 1 else "ogni minuto",
    times_between=lambda count, first, last: (
        f"{count} volte {_it_time(first, 'tra le', 'tra l’')} e {_it_time(last, 'le', 'l’')}"
    ),
    every_day="tutti i giorni",
    all_year="tutto l’anno",
    each_year="ogni anno",
    on_holidays="nei giorni festivi",
    except_for="tranne",
    also="e anche",
    closed="chiuso",
    cancelled="annullato",
    postponed="{day}: rinviato a data da destinarsi",
    full="tutto esaurito",
    moved_to="{old}: spostato, ora {new}",
    temporarily_closed="chiuso temporaneamente",
    conjunction="e",
    separator="; ",
    movable_days={
        "VENDREDI_SAINT": "il Venerdì santo",
        "LUNDI_PAQUES": "il lunedì dell’Angelo",
        "ASCENSION": "il giorno dell’Ascensione",
        "LUNDI_PENTECOTE": "il lunedì di Pentecoste",
        "FETE_DIEU": "il giorno del Corpus Domini",
        "LUNDI_DU_JEUNE_FEDERAL": "il lunedì del Digiuno federale",
        "MARDI_GRAS": "il martedì grasso",
        "MERCREDI_DES_CENDRES": "il mercoledì delle Ceneri",
        "JEUDI_MI_CAREME": "il giovedì di mezza Quaresima",
    },
    since=lambda day, year: f"a partire {_it_article(day, 'dal', 'dall’')}{_it_date(day, year)}",
    until=lambda day, year: f"fino {_it_article(day, 'al', 'all’')}{_it_date(day, year)}",
    other_dates="e altre date",
)

# German ---------------------------------------------------------------------------------------------------------

_DE_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_DE_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


def _de_date(day: date, year: bool, month: bool = True) -> str:
    return f"{day.day}." + (f"{NBSP}{_DE_MONTHS[day.month - 1]}" if month else "") + (f" {day.year}" if year else "")


def _de_range(first: date, last: date, year: bool) -> str:
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    return f"vom {_de_date(first, year and not same_year, not same_month)} bis {_de_date(last, year)}"


def _de_time(at: time, midnight: str = "0") -> str:
    hour = midnight if at == MIDNIGHT else str(at.hour)
    return hour + (f":{at.minute:02}" if at.minute else "")


def _de_nth(nth: int, weekday: int | None) -> str:
    order = {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", 5: "fünften", -1: "letzten"}[nth]
    return f"am {order} {'Tag' if weekday is None else _DE_DAYS[weekday - 1]} des Monats"


def _de_weeks(weeks: int, days: Sequence[int]) -> str:
    on = f" am {_number_list([_DE_DAYS[day - 1] for day in days], 'und')}" if days else ""
    return f"alle {_in_words(weeks, 'zwei', 'drei', 'vier')} Wochen{on}"


GERMAN = Grammar(
    every_weekday=lambda days: "jeden " + _number_list([_DE_DAYS[day - 1] for day in days], "und"),
    weekday_range=lambda first, last: f"{_DE_DAYS[first - 1]} bis {_DE_DAYS[last - 1]}",
    every_weeks=_de_weeks,
    nth_weekday=_de_nth,
    plain_date=_de_date,
    on_date=lambda day, year: f"am {_de_date(day, year)}",
    date_range=_de_range,
    from_to=lambda start, end: f"von {_de_time(start)} bis {_de_time(end, '24')}{NBSP}Uhr",
    from_time=lambda start: f"ab {_de_time(start)}{NBSP}Uhr",
    until_time=lambda end: f"bis {_de_time(end, '24')}{NBSP}Uhr",
    at_time=lambda at: f"um {_de_time(at)}{NBSP}Uhr",
    some_dates=lambda count: f"an {count} Terminen",
    every_minutes=lambda minutes: f"alle {minutes}{NBSP}Minuten" if minutes > 1 else "jede Minute",
    times_between=lambda count, first, last: f"{count}-mal zwischen {_de_time(first)} und {_de_time(last)}{NBSP}Uhr",
    every_day="täglich",
    all_year="ganzjährig",
    each_year="jedes Jahr",
    on_holidays="an Feiertagen",
    except_for="außer",
    also="und auch",
    closed="geschlossen",
    cancelled="abgesagt",
    postponed="{day}: auf unbestimmte Zeit verschoben",
    full="ausgebucht",
    moved_to="{old}: verlegt, jetzt {new}",
    temporarily_closed="vorübergehend geschlossen",
    conjunction="und",
    separator="; ",
    movable_days={
        "VENDREDI_SAINT": "am Karfreitag",
        "LUNDI_PAQUES": "am Ostermontag",
        "ASCENSION": "an Christi Himmelfahrt",
        "LUNDI_PENTECOTE": "am Pfingstmontag",
        "FETE_DIEU": "an Fronleichnam",
        "LUNDI_DU_JEUNE_FEDERAL": "am Montag nach dem Eidgenössischen Bettag",
        "MARDI_GRAS": "am Faschingsdienstag",
        "MERCREDI_DES_CENDRES": "am Aschermittwoch",
        "JEUDI_MI_CAREME": "am Donnerstag der Fastenmitte",
    },
    since=lambda day, year: f"ab {_de_date(day, year)}",
    until=lambda day, year: f"bis {_de_date(day, year)}",
    other_dates="und weitere Termine",
)

# Spanish --------------------------------------------------------------------------------------------------------

_ES_MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
_ES_DAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]


def _es_plural(name: str) -> str:
    return name if name.endswith("s") else f"{name}s"


def _es_date(day: date, year: bool, month: bool = True) -> str:
    return (
        f"{day.day}" + (f" de{NBSP}{_ES_MONTHS[day.month - 1]}" if month else "") + (f" de {day.year}" if year else "")
    )


def _es_range(first: date, last: date, year: bool) -> str:
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    return f"del {_es_date(first, year and not same_year, not same_month)} al {_es_date(last, year)}"


def _es_time(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


def _es_article(at: time) -> str:
    return "la" if at.hour == 1 else "las"


def _es_nth(nth: int, weekday: int | None) -> str:
    order = {1: "primer", 2: "segundo", 3: "tercer", 4: "cuarto", 5: "quinto", -1: "último"}[nth]
    return f"el {order} {'día' if weekday is None else _ES_DAYS[weekday - 1]} del mes"


def _es_weeks(weeks: int, days: Sequence[int]) -> str:
    on = f" los {_number_list([_es_plural(_ES_DAYS[day - 1]) for day in days], 'y')}" if days else ""
    return f"cada {_in_words(weeks, 'dos', 'tres', 'cuatro')} semanas{on}"


SPANISH = Grammar(
    every_weekday=lambda days: "todos los " + _number_list([_es_plural(_ES_DAYS[day - 1]) for day in days], "y"),
    weekday_range=lambda first, last: f"de {_ES_DAYS[first - 1]} a {_ES_DAYS[last - 1]}",
    every_weeks=_es_weeks,
    nth_weekday=_es_nth,
    plain_date=_es_date,
    on_date=lambda day, year: f"el {_es_date(day, year)}",
    date_range=_es_range,
    from_to=lambda start, end: f"de {_es_time(start)} a {_es_time(end)}",
    from_time=lambda start: f"a partir de {_es_article(start)} {_es_time(start)}",
    until_time=lambda end: f"hasta {_es_article(end)} {_es_time(end)}",
    at_time=lambda at: f"a {_es_article(at)} {_es_time(at)}",
    some_dates=lambda count: f"en {count} fechas",
    every_minutes=lambda minutes: f"cada {minutes}{NBSP}minutos" if minutes > 1 else "cada minuto",
    times_between=lambda count, first, last: (
        f"{count} veces entre {_es_article(first)} {_es_time(first)} y {_es_article(last)} {_es_time(last)}"
    ),
    every_day="todos los días",
    all_year="todo el año",
    each_year="cada año",
    on_holidays="los días festivos",
    except_for="excepto",
    also="y también",
    closed="cerrado",
    cancelled="cancelado",
    postponed="{day}: aplazado sin fecha",
    full="completo",
    moved_to="{old}: trasladado, ahora {new}",
    temporarily_closed="cerrado temporalmente",
    conjunction="y",
    separator="; ",
    movable_days={
        "VENDREDI_SAINT": "el Viernes Santo",
        "LUNDI_PAQUES": "el Lunes de Pascua",
        "ASCENSION": "el día de la Ascensión",
        "LUNDI_PENTECOTE": "el lunes de Pentecostés",
        "FETE_DIEU": "el día del Corpus Christi",
        "LUNDI_DU_JEUNE_FEDERAL": "el lunes del Ayuno federal",
        "MARDI_GRAS": "el Martes de Carnaval",
        "MERCREDI_DES_CENDRES": "el Miércoles de Ceniza",
        "JEUDI_MI_CAREME": "el jueves de media Cuaresma",
    },
    since=lambda day, year: f"a partir del {_es_date(day, year)}",
    until=lambda day, year: f"hasta el {_es_date(day, year)}",
    other_dates="y otras fechas",
)

# Dutch ----------------------------------------------------------------------------------------------------------

_NL_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_NL_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


def _nl_date(day: date, year: bool, month: bool = True) -> str:
    return str(day.day) + (f"{NBSP}{_NL_MONTHS[day.month - 1]}" if month else "") + (f" {day.year}" if year else "")


def _nl_range(first: date, last: date, year: bool) -> str:
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    return f"van {_nl_date(first, year and not same_year, not same_month)} tot en met {_nl_date(last, year)}"


def _nl_time(at: time, midnight: int = 0) -> str:
    return f"{midnight if at == MIDNIGHT else at.hour}.{at.minute:02}"


def _nl_nth(nth: int, weekday: int | None) -> str:
    order = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}[nth]
    return f"op de {order} {'dag' if weekday is None else _NL_DAYS[weekday - 1]} van de maand"


def _nl_weeks(weeks: int, days: Sequence[int]) -> str:
    on = f" op {_number_list([_NL_DAYS[day - 1] for day in days], 'en')}" if days else ""
    return f"elke {_in_words(weeks, 'twee', 'drie', 'vier')} weken{on}"


DUTCH = Grammar(
    every_weekday=lambda days: "elke " + _number_list([_NL_DAYS[day - 1] for day in days], "en"),
    weekday_range=lambda first, last: f"{_NL_DAYS[first - 1]} tot en met {_NL_DAYS[last - 1]}",
    every_weeks=_nl_weeks,
    nth_weekday=_nl_nth,
    plain_date=_nl_date,
    on_date=lambda day, year: f"op {_nl_date(day, year)}",
    date_range=_nl_range,
    from_to=lambda start, end: f"van {_nl_time(start)} tot {_nl_time(end, 24)}{NBSP}uur",
    from_time=lambda start: f"vanaf {_nl_time(start)}{NBSP}uur",
    until_time=lambda end: f"tot {_nl_time(end, 24)}{NBSP}uur",
    at_time=lambda at: f"om {_nl_time(at)}{NBSP}uur",
    some_dates=lambda count: f"op {count} data",
    every_minutes=lambda minutes: f"om de {minutes}{NBSP}minuten" if minutes > 1 else "elke minuut",
    times_between=lambda count, first, last: f"{count} keer tussen {_nl_time(first)} en {_nl_time(last)}{NBSP}uur",
    every_day="elke dag",
    all_year="het hele jaar",
    each_year="elk jaar",
    on_holidays="op feestdagen",
    except_for="behalve",
    also="en ook",
    closed="gesloten",
    cancelled="geannuleerd",
    postponed="{day}: uitgesteld, datum nog onbekend",
    full="volgeboekt",
    moved_to="{old}: verplaatst, nu {new}",
    temporarily_closed="tijdelijk gesloten",
    conjunction="en",
    separator="; ",
    movable_days={
        "VENDREDI_SAINT": "op Goede Vrijdag",
        "LUNDI_PAQUES": "op tweede paasdag",
        "ASCENSION": "op Hemelvaartsdag",
        "LUNDI_PENTECOTE": "op tweede pinksterdag",
        "FETE_DIEU": "op Sacramentsdag",
        "LUNDI_DU_JEUNE_FEDERAL": "op de maandag van de Zwitserse bededag",
        "MARDI_GRAS": "op Vette Dinsdag",
        "MERCREDI_DES_CENDRES": "op Aswoensdag",
        "JEUDI_MI_CAREME": "op halfvasten",
    },
    since=lambda day, year: f"vanaf {_nl_date(day, year)}",
    until=lambda day, year: f"tot en met {_nl_date(day, year)}",
    other_dates="en andere data",
)

GRAMMARS: dict[str, Grammar] = {
    "fr": FRENCH,
    "en": ENGLISH,
    "it": ITALIAN,
    "de": GERMAN,
    "es": SPANISH,
    "nl": DUTCH,
}
