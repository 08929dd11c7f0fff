"""How an event is written down here."""

from tourism.apidae.demonstration.builder import Draft, Text, elements, merge, no_overrides
from tourism.apidae.demonstration.references import element

# Types (FeteEtManifestationType), then reach (FeteEtManifestationPortee).
CULTURE, TRADE, NATURE, SPORTS, TRADITION, LEISURE = 1958, 1962, 1966, 1971, 1973, 1974
INTERNATIONAL, NATIONAL, DEPARTMENTAL, LOCAL, REGIONAL, RESIDENTS = 2349, 2350, 2351, 2352, 2353, 2354

# Categories (FeteEtManifestationCategorie).
CONCERT, PLAY, FILM, TALK, SHOW, FESTIVAL, BALL, TASTER, DANCE = 2128, 2134, 3818, 2072, 2091, 2081, 2093, 5879, 2151
EXHIBITION, TOUR, OUTING, TASTING, WEEKLY_MARKET, MARKET = 2080, 2101, 2117, 3717, 2107, 2083
RACE, FAIR, FLEA_MARKET, CAR_BOOT, FETE = 2068, 2082, 2062, 2092, 2096
PARADE, FIREWORKS, OPENING_NIGHT, DEMONSTRATION, GAME, CONTEST = 2079, 2109, 5754, 3871, 2112, 2095
# TypologiePromoSitra
INSIDE, OUTSIDE = 1669, 1676


def event(
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float] | None,
    *,
    kind: int,
    categories: tuple[int, ...],
    opens: dict,
    price: dict,
    short: Text,
    long: Text | None = None,
    themes: tuple[int, ...] = (),
    reach: int = LOCAL,
    venue: str = "",
    address: str = "",
    picture: str = "",
    office: int | None = None,
    access: tuple[int, ...] = (),
    audience: tuple[int, ...] = (),
    inside: bool | None = None,
    links: tuple[tuple[str, int], ...] = (),
    season: tuple[str, ...] = (),
    contact: bool = True,
    extra: dict | None = None,
) -> Draft:
    """A draft of an event: `at` (latitude, longitude) or None, the rest by ids of the referential; `inside` None is
    what most cards say of walls and roof: nothing."""
    details: dict = {
        "typesManifestation": elements(kind),
        "categories": elements(*categories),
        "portee": element(reach),
    }
    if themes:
        details["themes"] = elements(*themes)
    if venue:
        details["nomLieu"] = venue
    services: dict = {}
    if access:
        services["tourismesAdaptes"] = elements(*access)
    if audience:
        services["typesClientele"] = elements(*audience)
    base = {"prestations": services | no_overrides()} if services or "prestations" in (extra or {}) else {}
    if inside is not None:
        base["presentation"] = {"typologiesPromoSitra": elements(INSIDE if inside else OUTSIDE)}
    return Draft(
        kind="FETE_ET_MANIFESTATION",
        id=identifier,
        name=name,
        commune=town,
        at=at,
        venue=venue,
        address=address,
        short=short,
        long=long or {},
        picture=picture,
        opening=opens,
        price=price,
        details=details,
        office=office,
        contact=contact,
        links=links,
        season=season,
        extra=merge(base, extra or {}),
    )
