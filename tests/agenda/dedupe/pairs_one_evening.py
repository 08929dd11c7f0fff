"""Kept aside, written when the rules were finished: one house on one evening, one event in two languages, one year
and the next."""

from typing import Any

from tests.agenda.dedupe.labelled import LabelledPair, Pairs

HALL: dict[str, Any] = {"venue": "Salle des Trois Tilleuls", "town": "Volx", "when": "2027-03-12 20:30"}
MILL: dict[str, Any] = {
    "venue": "Moulin de la Cascade",
    "town": "Moustiers-Sainte-Marie",
    "when": "2027-05-08 14:30",
    "organiser": "Les Amis du moulin",
}
# Two that share a house, an evening and the words around the name.
TWO_OF_ONE_EVENING = [
    ("Concert : Anna", "Concert : Bruno"),
    ("Concert Anna", "Concert Bruno"),
    ("Concert d'Anna", "Concert de Bruno"),
    ("Concert : Anna Videllac", "Concert : Bruno Videllac"),
    ("Concert : Anna et Paul", "Concert : Bruno et Paul"),
    ("Concert : Duo Anna", "Concert : Duo Bruno"),
    ("Soirée jazz : Anna Trio", "Soirée jazz : Bruno Trio"),
    ("Les Vendredis de Volx : Anna", "Les Vendredis de Volx : Bruno"),
    ("Conférence : les abeilles", "Conférence : les loups"),
    ("Atelier poterie enfants", "Atelier poterie adultes"),
    ("Ciné-club : Anna", "Ciné-club : Bruno"),
]
ONE_OF_ONE_EVENING = [
    ("Concert : Anna", "Concert Anna"),
    ("Concert : Anna", "Anna"),
    ("Concert : Anna", "Anna en concert"),
    ("Concert d'Anna Videllac", "Anna Videllac (trio)"),
]
IN_TWO_LANGUAGES = [
    ("Visite guidée du moulin à huile", {"en": "Guided tour of the oil mill"}),
    ("Marché de Noël", {"en": "Christmas market"}),
    ("Fête de la lavande", {"en": "Lavender festival"}),
    ("Concert : Anna Videllac", {"en": "Anna Videllac live"}),
    ("Atelier faïence en famille", {"it": "Laboratorio di ceramica per famiglie"}),
    ("La nuit des étoiles", {"en": "Night of the stars"}),
    ("Randonnée contée au clair de lune", {"de": "Erzählwanderung bei Mondschein"}),
]
TWO_YEARS = [
    ("Festival des chants 2026", "Festival des chants 2027", "2026-07-10..2026-07-12", "2027-07-09..2027-07-11"),
    ("Festival des chants", "Festival des chants", "2026-07-10..2026-07-12", "2027-07-09..2027-07-11"),
    ("Fête du miel 2026", "Fête du miel 2027", "2026-09-06", "2027-09-05"),
    ("12e Fête du miel", "13e Fête du miel", "2026-09-06", "2027-09-05"),
    ("Vœux du maire 2027", "Vœux du maire 2026", "2027-01-08 18:30", "2026-01-09 18:30"),
    ("Marché de Noël 2026", "Marché de Noël 2027", "2026-12-05", "2027-12-04"),
    ("Marché de Noël 2026", "Marché de Noël", "2026-12-05", "2026-12-12"),
    ("Festival de Lure 2026", "Festival de Lure 2027", "2026-12-30..2027-01-02", "2027-12-30..2028-01-02"),
    ("Concert du Nouvel An 2026", "Concert du Nouvel An 2027", "2026-01-01 17:00", "2027-01-01 17:00"),
]
ONE_YEAR = [
    ("Fête du miel 2026", "Fête du miel 2027", "2027-09-05"),
    ("Fête du miel 2027", "Fête du miel", "2027-09-05"),
    ("Concert du Nouvel An 2027", "Concert du Nouvel An", "2027-01-01 17:00"),
]


def pairs() -> list[LabelledPair]:
    """All of them."""
    found = Pairs()
    for a, b in TWO_OF_ONE_EVENING:
        found.different("one house, one evening, two sources", a, b, **HALL)
        found.different("one house, one evening, one source", a, b, **HALL, source="alpha", b={"source": "alpha"})
    for a, b in ONE_OF_ONE_EVENING:
        found.same("one house, one evening, told twice", a, b, **HALL)
    for a, other in IN_TWO_LANGUAGES:
        found.same("two languages", a, other, **MILL)
    found.different(
        "two languages, two events",
        "Atelier faïence en famille",
        {"en": "Beekeeping talk"},
        **MILL,
        b={"organiser": "Rucher du Verdon", "when": "2027-05-08 20:30"},
    )
    # Asked about for nothing: what is a name in another language is not known.
    found.different("two languages, two names", "Concert : Anna", {"en": "Concert: Bruno"}, **MILL)
    for a, b, when, later in TWO_YEARS:
        found.different("one year and the next", a, b, **HALL | {"when": when}, b={"when": later})
    for a, b, when in ONE_YEAR:
        found.same("one year, told twice", a, b, **HALL | {"when": when})
    return found
