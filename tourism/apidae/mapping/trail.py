"""An APIDAE itinerary (an EQUIPEMENT with a track) as a `TrailRecord`."""

from collections.abc import Iterable

from tourism.apidae.mapping.kinds import EQUIPMENT
from tourism.apidae.mapping.node import Node
from tourism.apidae.mapping.place import type_details
from tourism.apidae.mapping.thing import STEPS_THEME, Mapped, Thing, fill_thing, texts_of_theme
from tourism.enums import RecordKind, TrailDifficulty, TrailPractice, TrailShape
from tourism.records import PlainTexts, TrailRecord

# EquipementActivite ids that are itineraries by their own definition -> practice.
ITINERARIES = {
    3333: TrailPractice.WALK,
    3331: TrailPractice.WALK,  # themed path
    5324: TrailPractice.WALK,  # Nordic walking
    4201: TrailPractice.TRAIL_RUNNING,
    3284: TrailPractice.MTB,
    5446: TrailPractice.MTB,  # enduro
    6225: TrailPractice.MTB,  # electric mountain bike
    4174: TrailPractice.MTB,  # fat bike
    3283: TrailPractice.ROAD_BIKE,
    3280: TrailPractice.ROAD_BIKE,  # greenway
    5447: TrailPractice.ROAD_BIKE,  # electric bike
    6224: TrailPractice.GRAVEL,
    3313: TrailPractice.HORSE,
    3302: TrailPractice.SNOWSHOE,
    4176: TrailPractice.SKI,
    5368: TrailPractice.CANOE,
    6168: TrailPractice.OTHER,  # all-terrain wheelchair
}
# Other activities say how an itinerary is travelled once something else says that it is one.
_OTHER_PRACTICES = {
    3241: TrailPractice.VIA_FERRATA,
    3248: TrailPractice.VIA_FERRATA,
    3276: TrailPractice.SKI,
    3275: TrailPractice.SKI,
    3281: TrailPractice.MTB,
    3875: TrailPractice.MTB,
    3945: TrailPractice.TRAIL_RUNNING,
    5152: TrailPractice.WALK,  # orienteering
    3983: TrailPractice.WALK,  # treasure hunt
    3330: TrailPractice.WALK,
    3184: TrailPractice.WALK,  # the family of everything done on foot
    3165: TrailPractice.HORSE,
    3094: TrailPractice.SKI,
}
# TypeClientele ids, hardest first: when several colours are given, the careful answer is the hardest.
_DIFFICULTIES = {
    590: TrailDifficulty.HARD,
    589: TrailDifficulty.MEDIUM,
    588: TrailDifficulty.EASY,
    587: TrailDifficulty.VERY_EASY,
}
_SHAPES = {
    "BOUCLE": TrailShape.LOOP,
    "ALLER_RETOUR": TrailShape.THERE_AND_BACK,
    "ALLER_ITINERANCE": TrailShape.ONE_WAY,
}
_WAYMARKED = {"BALISE": True, "NON_BALISE": False, "NON_DISPONIBLE": None}
# Keys of `itineraire` that show that the object is one.
_TELLING = (
    "distance",
    "denivellation",
    "denivellationPositive",
    "denivellationNegative",
    "dureeJournaliere",
    "dureeItinerance",
    "itineraireType",
    "altitudeMaximum",
    "altitudeMinimum",
)
_LONGEST_KM = 2_000
_LONGEST_MINUTES = 60 * 24 * 31


def is_trail(thing: Thing) -> bool:
    """Whether an object is an itinerary: its data, a track among its plans, or its activity says so."""
    if thing.apidae_type != EQUIPMENT:
        return False
    itinerary = thing.block.node("itineraire")
    return (
        bool(thing.media.plans)
        or any(key in itinerary for key in _TELLING)
        or any(identifier in ITINERARIES for identifier in thing.block.element_ids("activites"))
    )


def trail_of(thing: Thing) -> Mapped:
    """Map an object that has been opened."""
    root, itinerary = thing.root, thing.block.node("itineraire")
    record = TrailRecord()
    fill_thing(record, thing)
    practices = _practices(thing.block.element_ids("activites"))
    record.practice = practices[0].value if practices else TrailPractice.OTHER.value
    if len(practices) > 1:
        record.details["practices"] = [practice.value for practice in practices]
    record.difficulty = _difficulty(root)
    record.shape = itinerary.choice("itineraireType", _SHAPES) or ""
    record.waymarked = itinerary.choice("itineraireBalise", _WAYMARKED)
    record.waymarking = itinerary.texts("precisionsBalisage")
    record.terrain = itinerary.labels("naturesTerrain")
    record.hazards = itinerary.texts("passagesDelicats")
    record.maps = _joined(itinerary.texts("referencesCartographiques"), itinerary.texts("referencesTopoguides"))
    record.steps = texts_of_theme(root, STEPS_THEME)
    record.plans = thing.media.plans
    _fill_measures(record, thing)
    for key in ("penteMoyenne", "altitudeMoyenne"):
        value = itinerary.integer(key, -100, 5_000)
        if value is not None:
            record.details[key] = value
    record.details |= type_details(thing, without=frozenset({"itineraire"}))
    return thing.mapped(RecordKind.TRAIL.value, record)


def _fill_measures(record: TrailRecord, thing: Thing) -> None:
    itinerary = thing.block.node("itineraire")
    kilometres = itinerary.number("distance", 0, _LONGEST_KM, "km")
    record.distance = round(kilometres * 1000) if kilometres else None
    climbed = itinerary.integer("denivellationPositive", 0, 100_000, "m")
    record.ascent = climbed if climbed is not None else itinerary.integer("denivellation", 0, 100_000, "m")
    descended = itinerary.integer("denivellationNegative", -100_000, 100_000, "m")
    record.descent = None if descended is None else abs(descended)
    geolocation = thing.root.node("localisation").node("geolocalisation")
    record.highest = _first(
        itinerary.integer("altitudeMaximum", -100, 5_000, "m"), geolocation.integer("altitudeMaxi", -100, 5_000, "m")
    )
    record.lowest = _first(
        itinerary.integer("altitudeMinimum", -100, 5_000, "m"), geolocation.integer("altitudeMini", -100, 5_000, "m")
    )
    # Durations moved from the itinerary to the opening in 2025; both places are read, the new one first.
    minutes = record.details.pop("dureeSeance", None)
    record.duration = _first(minutes, itinerary.integer("dureeJournaliere", 0, _LONGEST_MINUTES, "min")) or None
    if "nombreJours" not in record.details:
        days = itinerary.integer("dureeItinerance", 0, 366, "jours")
        if days:
            record.details["nombreJours"] = days


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _practices(activity_ids: Iterable[int]) -> list[TrailPractice]:
    """Practices in the order of the object, itineraries before what only tells the family."""
    ids = list(activity_ids)
    found = [ITINERARIES[identifier] for identifier in ids if identifier in ITINERARIES]
    found = found or [_OTHER_PRACTICES[identifier] for identifier in ids if identifier in _OTHER_PRACTICES]
    return list(dict.fromkeys(found))


def _difficulty(root: Node) -> str:
    ids = root.node("prestations").element_ids("typesClientele")
    given = [difficulty for identifier, difficulty in _DIFFICULTIES.items() if identifier in ids]
    if len(given) > 1:
        root.remark("Plusieurs niveaux de difficulté sont cochés : le plus difficile est retenu.")
    return given[0].value if given else ""


def _joined(first: PlainTexts, second: PlainTexts) -> PlainTexts:
    languages = dict.fromkeys([*first, *second])
    return {
        language: "\n".join(texts[language] for texts in (first, second) if language in texts) for language in languages
    }
