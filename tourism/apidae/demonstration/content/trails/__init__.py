"""Itineraries with a line drawn for the demonstration ("tracé de démonstration"), not for walking by."""

from calendar import monthrange
from datetime import date
from functools import cache

from tourism.apidae.demonstration.builder import CREDIT, Draft, elements, no_overrides, plan_path, slug, t
from tourism.apidae.demonstration.content.trails.model import MOUNTAIN_BIKE, NOTE, ROAD_BIKE, SNOWSHOES, Trail
from tourism.apidae.demonstration.content.trails.outings import OUTINGS
from tourism.apidae.demonstration.content.trails.rides import RIDES
from tourism.apidae.demonstration.content.trails.stages import STAGES
from tourism.apidae.demonstration.content.trails.walks import STORY_STOPS, STORY_TRAIL_ID, WALKS
from tourism.apidae.demonstration.opening import Calendar, every_day, free, opening
from tourism.apidae.demonstration.references import element
from tourism.apidae.demonstration.tracks import Track, gpx_document

__all__ = ["STORY_STOPS", "STORY_TRAIL_ID", "TRAILS", "gpx", "minutes", "track", "trail_drafts"]

TRAILS: tuple[Trail, ...] = (*WALKS, *RIDES, *OUTINGS, *STAGES)


@cache
def track(identifier: int) -> Track:
    """The line of a trail by its APIDAE id. Raises KeyError."""
    trail = _BY_ID[identifier]
    return trail.draw(trail.waypoints, seed=trail.id, step=trail.step, winding=trail.winding)


@cache
def gpx(identifier: int) -> bytes:
    """The GPX file of a trail by its APIDAE id. Raises KeyError."""
    trail = _BY_ID[identifier]
    return gpx_document(
        track(identifier),
        name=f"{trail.name['libelleFr']} (tracé de démonstration)",
        description=NOTE,
        waypoints=trail.waypoints,
    )


def minutes(trail: Trail) -> int:
    """Duration, to five minutes: the longer of flat and height time plus half of the other (DIN 33466)."""
    line = track(trail.id)
    speed, climb, fall = (4.0, 300, 500)
    if MOUNTAIN_BIKE in trail.activities:
        speed, climb, fall = (12.0, 500, 2000)
    elif ROAD_BIKE in trail.activities:
        speed, climb, fall = (18.0, 600, 5000)
    elif SNOWSHOES in trail.activities:
        speed, climb, fall = (3.0, 250, 450)
    flat = line.distance / 1000 / speed
    height = line.ascent / climb + line.descent / fall
    return max(5, round((max(flat, height) + min(flat, height) / 2) * 12) * 5)


def trail_drafts(calendar: Calendar, media_url: str) -> list[Draft]:
    """Drafts of the itineraries, each with its GPX as a PLAN below `media_url`."""
    return [_draft(trail, calendar, media_url) for trail in TRAILS]


def _draft(trail: Trail, calendar: Calendar, media_url: str) -> Draft:
    line = track(trail.id)
    itinerary: dict = {
        "distance": round(line.distance / 1000, 1),
        "denivellationPositive": line.ascent,
        "denivellationNegative": line.descent,
        "denivellation": line.highest - line.lowest,
        "altitudeMinimum": line.lowest,
        "altitudeMaximum": line.highest,
        "itineraireType": "BOUCLE" if trail.loop else "ALLER_ITINERANCE" if trail.one_way else "ALLER_RETOUR",
        "itineraireBalise": "BALISE",
        "precisionsBalisage": trail.marking,
        "naturesTerrain": elements(*trail.ground),
        "referencesCartographiques": t(
            f"Carte IGN au 1:25 000. {NOTE}", "IGN map 1:25,000. Demonstration line: do not rely on it."
        ),
    }
    if trail.dangers:
        itinerary["passagesDelicats"] = trail.dangers
    if trail.days:
        itinerary["dureeItinerance"] = trail.days
    elif trail.id % 2:
        # Half of the itineraries keep the duration at the place that it had before 2025 as well.
        itinerary["dureeJournaliere"] = minutes(trail)
    themed = [{"theme": element(6527), "description": trail.steps}]
    if trail.alert:
        themed.append({"theme": element(6604), "description": trail.alert})
    start = trail.waypoints[0]
    length = {"nombreJours": trail.days} if trail.days else {"dureeSeance": minutes(trail)}
    on_bike = ROAD_BIKE in trail.activities or MOUNTAIN_BIKE in trail.activities
    return Draft(
        kind="EQUIPEMENT",
        id=trail.id,
        name=trail.name,
        commune=trail.commune,
        at=(start.latitude, start.longitude),
        altitude=round(start.elevation),
        short=trail.short,
        long=trail.long,
        picture=trail.picture,
        opening=_opening(trail, calendar) | length,
        price=free("ACCES_LIBRE"),
        details={"rubrique": element(2988), "activites": elements(*trail.activities), "itineraire": itinerary},
        office=trail.office,
        contact=False,
        links=trail.links,
        distinctions=trail.distinctions,
        extra={
            "presentation": {"descriptifsThematises": themed},
            "prestations": {
                "typesClientele": elements(trail.level, 512 if on_bike else 558, *trail.audience),
                "animauxAcceptes": "ACCEPTES" if trail.dogs else "NON_ACCEPTES",
                **({"tourismesAdaptes": elements(*trail.access)} if trail.access else {}),
                **no_overrides(),
            },
            "multimedias": [_plan(trail, media_url)],
        },
    )


def _opening(trail: Trail, calendar: Calendar) -> dict:
    first, last = calendar.year
    if trail.closed:
        return opening(fermeTemporairement="FERME_TEMPORAIREMENT", words=trail.closed)
    if trail.months is None:
        words = t(
            "Toute l’année.",
            "All year round.",
            "Tutto l’anno.",
            de="Ganzjährig.",
            es="Todo el año.",
            nl="Het hele jaar.",
        )
        return opening(every_day(first, last, yearly=True), ouvertTouteLAnnee="OUVERT_TOUTE_L_ANNEE", words=words)
    start, end = trail.months
    if start <= end:
        return opening(every_day(first.replace(month=start), _last_day(first.year, end), yearly=True))
    # A winter: the one that today is in, or the next.
    year = first.year if calendar.today.month > end else first.year - 1
    return opening(every_day(date(year, start, 1), _last_day(year + 1, end)), status=(4189,))


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _plan(trail: Trail, media_url: str) -> dict:
    return {
        "identifiant": trail.id * 10 + 2,
        "link": False,
        "type": "PLAN",
        "nom": t("Tracé de démonstration", "Demonstration line", "Traccia dimostrativa"),
        "copyright": t(CREDIT.replace("Illustration", "Tracé"), CREDIT.replace("Illustration", "Line")),
        "traductionFichiers": [
            {
                "locale": "fr",
                "url": f"{media_url}/{plan_path(trail.id)}",
                "extension": "gpx",
                "fileName": f"{slug(trail.name['libelleFr'])}.gpx",
                "taille": len(gpx(trail.id)),
                "lastModifiedDate": "2025-03-03T08:00:00.000+0000",
            }
        ],
    }


_BY_ID = {trail.id: trail for trail in TRAILS}
