"""PATRIMOINE_CULTUREL: how a site of heritage is written down here."""

from tourism.apidae.demonstration.builder import Draft, Text, elements, merge, no_overrides, t
from tourism.apidae.demonstration.opening import (
    Calendar,
    every_day,
    opening,
)

MUSEUM, SITE, CENTRE = 3201, 3203, 3200
_FREE_ACCESS = t(
    "Accès libre toute l’année.",
    "Free access all year.",
    "Accesso libero tutto l’anno.",
    de="Ganzjährig frei zugänglich.",
)


def site(
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float],
    *,
    kind: int,
    themes: tuple[int, ...],
    short: Text,
    long: Text,
    picture: str,
    opens: dict,
    price: dict,
    office: int,
    classes: tuple[int, ...] = (),
    minutes: int = 60,
    access: tuple[int, ...] = (),
    altitude: int | None = None,
    address: str = "",
    extra: dict | None = None,
) -> Draft:
    details = {"patrimoineCulturelType": elements(kind)[0], "themes": elements(*themes)}
    if classes:
        details["categories"] = elements(*classes)
    base = {
        "visites": {
            "visitable": True,
            "dureeMoyenneVisiteIndividuelle": minutes,
            "languesVisite": elements(1197, 1192),
        },
        "prestations": {
            "tourismesAdaptes": elements(*access),
            "languesParlees": elements(1197, 1192),
            **no_overrides(),
        },
    }
    if not access:
        del base["prestations"]["tourismesAdaptes"]
    return Draft(
        kind="PATRIMOINE_CULTUREL",
        id=identifier,
        name=name,
        commune=town,
        at=at,
        altitude=altitude,
        address=address,
        short=short,
        long=long,
        picture=picture,
        opening=opens,
        price=price,
        details=details,
        office=office,
        extra=merge(base, extra or {}),
    )


def always_open(calendar: Calendar) -> dict:
    """Opening of a place that anyone may enter at any time."""
    return opening(every_day(*calendar.year, yearly=True), ouvertTouteLAnnee="OUVERT_TOUTE_L_ANNEE", words=_FREE_ACCESS)
