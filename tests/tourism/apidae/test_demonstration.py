"""The demonstration territory: rich, valid, invented where it must be, and never without an event."""

import gzip
import json
import re
import tarfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from django.conf import settings
from jsonschema import Draft3Validator
from shapely.geometry import Point, shape

from tourism.apidae.demonstration import build_territory
from tourism.apidae.demonstration.content import all_drafts

TODAY = date(2026, 11, 25)
SEASONS = (date(2026, 1, 14), date(2026, 5, 1), date(2026, 8, 12), TODAY)
SCHEMAS = Path(settings.BASE_DIR).parent / "shared" / "data" / "apidae" / "schemas-v002-2025-06-11.tar.gz"
REFERENTIAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "apidae" / "elements_reference.2021-10-29.json.gz"
JOURS = ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE")
WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
RANKS = {"D_1ER": 1, "D_2EME": 2, "D_3EME": 3, "D_4EME": 4}
RESERVED_NUMBER = re.compile(r"(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98)( \d\d){2}")


@pytest.fixture(scope="module")
def territory():
    return build_territory(TODAY)


def _texts(node):
    """Every string in a JSON value."""
    if isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)
    elif isinstance(node, str):
        yield node


def _dicts(node):
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _dicts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _dicts(value)


def _events(objects):
    return [item for item in objects if item["type"] == "FETE_ET_MANIFESTATION"]


def _periods(item):
    return item.get("ouverture", {}).get("periodesOuvertures", [])


def _holds(period, day):
    """Whether a period is open on a day: written again from the reference, closures left aside."""
    iso = day.isoformat()
    if any(extra["dateOuverture"] == iso for extra in period.get("ouverturesExceptionnelles", ())):
        return True
    if not period["dateDebut"] <= iso <= period["dateFin"]:
        return False
    if "horaires" in period:
        slots = [slot for block in period["horaires"] for slot in block["timePeriods"] if not slot["closed"]]
        return any(WEEKDAYS[day.weekday()] in slot["weekdays"] for slot in slots)
    named = {JOURS.index(entry["jour"]) for entry in period.get("ouverturesJournalieres", ())}
    if period["type"] == "OUVERTURE_SEMAINE":
        return day.weekday() in named
    if period["type"] == "OUVERTURE_SAUF":
        return day.weekday() not in named
    if period["type"] == "OUVERTURE_MOIS":
        return any(_is_rank(day, entry) for entry in period["ouverturesJourDuMois"])
    return True


def _is_rank(day, entry):
    if JOURS.index(entry["jour"]) != day.weekday():
        return False
    if entry["jourDuMois"] == "D_DERNIER":
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == RANKS[entry["jourDuMois"]]


def _on(objects, day):
    """Events of a day, without the cancelled ones and the long exhibitions."""
    found = []
    for item in _events(objects):
        opening = item["ouverture"]
        if any(status["id"] in (6176, 4187) for status in opening.get("ouverturesComplementaires", ())):
            continue
        closures = opening.get("fermeturesExceptionnelles", ())
        if any(closure.get("dateFermeture") == day.isoformat() for closure in closures):
            continue
        if 2080 in {category["id"] for category in item["informationsFeteEtManifestation"]["categories"]}:
            continue
        if any(_holds(period, day) for period in _periods(item)):
            found.append(item)
    return found


@pytest.fixture(scope="module")
def validators():
    if not SCHEMAS.exists():
        pytest.skip("the official APIDAE schemas are not beside the project")
    found = {}
    with tarfile.open(SCHEMAS) as archive:
        for member in archive:
            path = Path(member.name)
            if path.parts[-3:-1] == ("full", "objetTouristique") and "api" in path.parts:
                found[path.stem] = Draft3Validator(json.load(archive.extractfile(member)))
    assert len(found) == 16
    return found


@pytest.mark.parametrize("today", SEASONS)
def test_objects_follow_the_official_schemas(today, validators):
    errors = [
        (item["id"], list(error.absolute_path), error.message[:200])
        for item in build_territory(today).objects
        for error in validators[item["type"]].iter_errors({k: v for k, v in item.items() if k != "distinctions"})
    ]
    assert errors == []


def test_reference_elements_exist_in_the_real_referential(territory):
    if not REFERENTIAL.exists():
        pytest.skip("the real APIDAE referential is not beside the project")
    real = {e["id"]: e["elementReferenceType"] for e in json.loads(gzip.decompress(REFERENTIAL.read_bytes()))}
    newer = {7457: "HoraireType", 7460: "HoraireType"}
    newer |= dict.fromkeys((8607, 8673, 8674), "DistinctionNom")
    expected = {e["id"]: (real | newer).get(e["id"]) for e in territory.elements_reference}
    assert {e["id"]: e["elementReferenceType"] for e in territory.elements_reference} == expected


@pytest.mark.parametrize("today", SEASONS)
def test_counts_reach_what_was_promised(today):
    objects = build_territory(today).objects
    kinds = Counter(item["type"] for item in objects)
    plans = [m for item in objects for m in item.get("multimedias", ()) if m["type"] == "PLAN"]
    assert len(objects) >= 250
    assert len(kinds) == 16
    assert min(kinds.values()) >= 5
    assert kinds["FETE_ET_MANIFESTATION"] >= 110
    assert len(plans) >= 12
    assert len({item["id"] for item in objects}) == len(objects)
    assert sum("illustrations" in item for item in objects) >= len(objects) * 2 / 3


def test_labels_are_at_their_old_place_and_at_the_new_one(territory):
    """`distinctions` came after the schemas that we have: its shape is told apart."""
    names = [label["nom"] for item in territory.objects for label in item.get("distinctions", ())]
    handicap = [item for item in territory.objects if item.get("prestations", {}).get("labelsTourismeHandicap")]
    assert {name["id"] for name in names} == {8607, 8673, 8674}
    assert {name["elementReferenceType"] for name in names} == {"DistinctionNom"}
    assert len(handicap) >= 3


def test_no_two_objects_have_the_same_name(territory):
    names = Counter((item["type"], item["nom"]["libelleFr"]) for item in territory.objects)
    assert [name for name, count in names.items() if count > 1] == []


def test_pictures_suit_many_kinds_and_none_is_everywhere(territory):
    scenes = Counter(draft.picture for draft in all_drafts(TODAY, "") if draft.picture)
    assert len(scenes) >= 50
    assert max(scenes.values()) <= len(territory.objects) * 0.06


def test_languages_are_french_everywhere_and_others_with_gaps(territory):
    names = Counter(key for item in territory.objects for key in item["nom"])
    total = len(territory.objects)
    assert names["libelleFr"] == total
    assert total > names["libelleEn"] > total * 0.85
    assert total > names["libelleIt"] > total * 0.55
    assert min(names["libelleDe"], names["libelleEs"], names["libelleNl"]) >= 12


@pytest.mark.parametrize("today", SEASONS)
def test_short_descriptions_are_in_three_languages_everywhere(today):
    missing = [
        (item["id"], language)
        for item in build_territory(today).objects
        for language in ("Fr", "En", "It")
        if not item["presentation"]["descriptifCourt"].get(f"libelle{language}")
    ]
    assert missing == []


@pytest.mark.parametrize("today", SEASONS)
def test_three_objects_alone_show_what_a_card_without_picture_is(today):
    without = {item["id"] for item in build_territory(today).objects if "illustrations" not in item}
    assert without == {9041416, 9044110, 9047007}


def test_every_form_of_period_is_used_by_events(territory):
    events = _events(territory.objects)
    periods = [period for item in events for period in _periods(item)]
    slots = [s for p in periods for block in p.get("horaires", ()) for s in block["timePeriods"]]
    closures = [c for item in events for c in item["ouverture"].get("fermeturesExceptionnelles", ())]
    statuses = {s["id"] for item in events for s in item["ouverture"].get("ouverturesComplementaires", ())}
    ranks = {entry["jourDuMois"] for p in periods for entry in p.get("ouverturesJourDuMois", ())}
    old = {"OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_SAUF", "OUVERTURE_SEMAINE", "OUVERTURE_MOIS"}

    assert {p["type"] for p in periods if "type" in p} == old
    assert ranks == {"D_1ER", "D_2EME", "D_3EME", "D_4EME", "D_DERNIER"}
    assert {6176, 6564, 4187} <= statuses
    assert {bool(c.get("dateFermeture")) for c in closures} == {True, False}
    frames = [frame for s in slots for frame in s.get("timeFrames", ())]
    assert {"recurrence" in frame for frame in frames} == {True, False}
    assert any(s["closed"] for s in slots)
    assert any("HOL" in s["weekdays"] for s in slots)
    assert any(len(s.get("timeFrames", ())) > 1 for s in slots)
    assert any(p["tousLesAns"] for p in periods)
    assert any("ouverturesExceptionnelles" in p for p in periods)
    assert any("horaireOuverture" in p and "horaireFermeture" not in p for p in periods)
    assert any("horaireOuverture" not in p and "horaires" not in p for p in periods)
    assert any(p.get("horaireFermeture", "99") < p.get("horaireOuverture", "00") for p in periods)
    starts = [[p["dateDebut"] for p in _periods(item)] for item in events]
    assert any(dates != sorted(dates) for dates in starts)


def test_long_exhibitions_and_past_events_are_there(territory):
    spans = [
        (date.fromisoformat(p["dateFin"]) - date.fromisoformat(p["dateDebut"])).days
        for item in _events(territory.objects)
        if 2080 in {c["id"] for c in item["informationsFeteEtManifestation"]["categories"]}
        for p in _periods(item)
    ]
    past = [
        item for item in _events(territory.objects) if all(p["dateFin"] < TODAY.isoformat() for p in _periods(item))
    ]
    assert max(spans) >= 120
    assert len(past) == 3


def _starts(item, day):
    """Opening times of an event on a day, in either form of hours."""
    for period in _periods(item):
        if not _holds(period, day):
            continue
        yield period.get("horaireOuverture", "")
        for slot in (slot for block in period.get("horaires", ()) for slot in block["timePeriods"]):
            if WEEKDAYS[day.weekday()] in slot["weekdays"]:
                yield from (frame["startTime"] for frame in slot.get("timeFrames", ()))


def test_agenda_is_full_on_any_day_of_the_year():
    source = Random(7)
    days = [date(2025, 1, 1) + timedelta(days=source.randrange(1400)) for _ in range(20)]
    for today in days:
        objects = build_territory(today).objects
        counts = [len(_on(objects, today + timedelta(days=offset))) for offset in range(15)]
        tonight = [item for item in _on(objects, today) if any(start >= "18:00" for start in _starts(item, today))]
        sunday = today + timedelta(days=6 - today.weekday())
        weekend = {item["id"] for day in {max(today, sunday - timedelta(days=1)), sunday} for item in _on(objects, day)}
        assert len(objects) >= 250, today
        assert len(_events(objects)) >= 110, today
        assert len(tonight) >= 8, today
        assert len(weekend) >= 25, today
        assert min(counts) >= 2, today
        assert any(len(_on(objects, today + timedelta(days=offset))) for offset in range(45, 60)), today


def test_ten_days_before_christmas_are_full_of_christmas(territory):
    days = [date(2026, 12, 15) + timedelta(days=offset) for offset in range(10)]
    christmas = {
        item["id"]
        for item in _events(territory.objects)
        if 2230 in {theme["id"] for theme in item["informationsFeteEtManifestation"].get("themes", ())}
    }
    merry = [{item["id"] for item in _on(territory.objects, day)} & christmas for day in days]
    assert len(set().union(*merry)) >= 12
    assert min(len(found) for found in merry) >= 2


def test_christmas_is_not_announced_at_easter():
    themes = {
        theme["id"]
        for item in _events(build_territory(date(2026, 4, 5)).objects)
        for theme in item["informationsFeteEtManifestation"].get("themes", ())
    }
    assert 2230 not in themes


def test_objects_say_what_changes_with_the_season_the_price_and_the_visitor(territory):
    aspects = Counter(aspect["aspect"] for item in territory.objects for aspect in item.get("aspects", ()))
    prices = [item for item in territory.objects if len(item.get("descriptionTarif", {}).get("periodes", ())) > 1]
    services = [item.get("prestations", {}) for item in territory.objects]
    wheelchair = sum(3653 in {need["id"] for need in each.get("tourismesAdaptes", ())} for each in services)
    assert aspects["HIVER"] >= 4
    assert aspects["ETE"] >= 1
    assert len(prices) >= 3
    assert wheelchair >= 40
    for handicap in ("Moteur", "Auditif", "Visuel", "Mental"):
        assert any(f"descriptifHandicap{handicap}" in each for each in services), handicap


def test_every_programme_and_its_events_point_at_each_other(territory):
    links = {
        item["id"]: {
            (link["type"], link["objetTouristique"]["id"])
            for link in item.get("liens", {}).get("liensObjetsTouristiquesTypes", ())
        }
        for item in territory.objects
    }
    programmes = {
        identifier: {target for kind, target in found if kind == "ORGANISATEUR_PROGRAMME"}
        for identifier, found in links.items()
    }
    assert programmes[9041301] == {9041306, 9041307, 9041308, 9041309}
    assert len([children for children in programmes.values() if children]) == 2
    for identifier, children in programmes.items():
        for child in children:
            assert ("PROGRAMME_ORGANISATEUR", identifier) in links[child]


def test_route_of_several_days_and_its_stages_point_at_each_other(territory):
    trails = {item["id"]: item for item in territory.objects if "itineraire" in item.get("informationsEquipement", {})}
    links = {
        identifier: {
            (link["type"], link["objetTouristique"]["id"])
            for link in item.get("liens", {}).get("liensObjetsTouristiquesTypes", ())
        }
        for identifier, item in trails.items()
    }
    (route,) = [identifier for identifier, item in trails.items() if "nombreJours" in item["ouverture"]]
    stages = [target for kind, target in links[route] if kind == "PARCOURS_ETAPE"]
    length = sum(trails[stage]["informationsEquipement"]["itineraire"]["distance"] for stage in stages)
    assert trails[route]["ouverture"]["nombreJours"] == len(stages) == 3
    assert all(links[stage] == {("ETAPE_PARCOURS", route)} for stage in stages)
    assert trails[route]["informationsEquipement"]["itineraire"]["distance"] == pytest.approx(length, abs=0.2)


def test_trails_are_for_every_way_of_going(territory):
    trails = [item for item in territory.objects if "itineraire" in item.get("informationsEquipement", {})]
    ways = {activity["id"] for item in trails for activity in item["informationsEquipement"]["activites"]}
    grounds = {g["id"] for item in trails for g in item["informationsEquipement"]["itineraire"]["naturesTerrain"]}
    shut = [item for item in trails if item["ouverture"].get("fermeTemporairement") == "FERME_TEMPORAIREMENT"]
    assert {3333, 3284, 3280, 3302, 4201} <= ways  # on foot, mountain bike, greenway, snowshoes, running
    assert {4244, 4246} <= grounds  # with a pushchair, or certainly not
    assert len(shut) == 1


def test_coordinates_lie_in_their_commune(territory):
    base = json.loads((Path(settings.BASE_DIR) / "frontend-pwa" / "public" / "map" / "base.json").read_text())
    outlines = {f["properties"]["code"]: shape(f["geometry"]) for f in base["communes"]["features"]}
    far = []
    without = 0
    for item in territory.objects:
        place = item["localisation"]
        if "geoJson" not in place["geolocalisation"]:
            assert place["geolocalisation"]["valide"] is False
            without += 1
            continue
        longitude, latitude = place["geolocalisation"]["geoJson"]["coordinates"]
        assert 5.3 < longitude < 7.1
        assert 43.6 < latitude < 44.8
        outline = outlines[place["adresse"]["commune"]["code"]]
        # The outlines are simplified to some 120 m.
        if outline.distance(Point(longitude, latitude)) > 0.003:
            far.append((item["id"], item["nom"]["libelleFr"]))
    assert far == []
    assert without == 2


def test_contacts_are_invented_in_reserved_ranges(territory):
    everything = list(_texts(territory.objects))
    telephones = [
        way["coordonnees"]["fr"]
        for item in territory.objects
        for way in item["informations"].get("moyensCommunication", ())
        if way["type"]["id"] == 201
    ]
    mails = [text for text in everything if re.fullmatch(r"\S+@\S+", text)]
    addresses = [text for text in everything if text.startswith("http") and "127.0.0.1" not in text]
    assert len(telephones) > 80
    assert [number for number in telephones if not RESERVED_NUMBER.fullmatch(number)] == []
    assert [mail for mail in mails if not mail.endswith(("@example.org", "@example.com"))] == []
    assert [address for address in addresses if not address.startswith("https://example.org/")] == []


def test_registers_list_all_that_objects_use(territory):
    known = {element["id"] for element in territory.elements_reference}
    communes = {town["id"] for town in territory.communes}
    criteria = {criterion["id"] for criterion in territory.criteres_internes}
    identifiers = {item["id"] for item in territory.objects}
    used = {node["id"] for node in _dicts(territory.objects) if "elementReferenceType" in node} - {532}
    assert used <= known
    assert {item["localisation"]["adresse"]["commune"]["id"] for item in territory.objects} <= communes
    assert {c["id"] for item in territory.objects for c in item.get("criteresInternes", ())} == criteria
    targets = {node["objetTouristique"]["id"] for node in _dicts(territory.objects) if "objetTouristique" in node}
    assert targets <= identifiers
    assert {o["id"] for s in territory.selections for o in s["objetsTouristiques"]} == identifiers
    assert {t["id"] for t in territory.territoires} == {o["id"] for o in territory.objects if o["type"] == "TERRITOIRE"}


def test_territory_is_the_same_for_the_same_day():
    assert json.dumps(build_territory(TODAY).objects) == json.dumps(build_territory(TODAY).objects)


def test_media_url_is_where_files_are_said_to_be():
    moved = build_territory(TODAY, media_url="http://simulator.test/files").objects
    urls = [text for text in _texts(moved) if text.endswith((".jpg", ".gpx")) and text.startswith("http")]
    assert {url.split("/objets-touristiques/")[0] for url in urls} == {"http://simulator.test/files"}
