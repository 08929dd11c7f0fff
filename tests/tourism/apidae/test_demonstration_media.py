"""Files of the demonstration: lines that can be walked on a screen, pictures that can be shown."""

import io
from datetime import date

import gpxpy
import pytest
from PIL import Image

from tourism.apidae import demonstration
from tourism.apidae.demonstration import build_territory, media_file
from tourism.apidae.demonstration.content.trails import STORY_STOPS, STORY_TRAIL_ID
from tourism.apidae.demonstration.pictures import SCENES, draw_picture
from tourism.apidae.demonstration.tracks import separation

MEDIA = "http://media.test"


@pytest.fixture(scope="module")
def objects():
    return build_territory(date(2026, 7, 4), media_url=MEDIA).objects


def _plan(item):
    (plan,) = [media for media in item.get("multimedias", ()) if media["type"] == "PLAN"]
    return plan["traductionFichiers"][0]


@pytest.fixture(scope="module")
def trails(objects):
    """Pairs of an itinerary and its parsed GPX."""
    found = []
    for item in objects:
        if item.get("multimedias"):
            body, content_type = media_file(_plan(item)["url"].removeprefix(f"{MEDIA}/"))
            assert content_type == "application/gpx+xml"
            assert len(body) == _plan(item)["taille"]
            found.append((item, gpxpy.parse(body.decode())))
    return found


def test_lines_are_dense_and_say_what_they_are(trails):
    assert len(trails) >= 12
    for item, gpx in trails:
        (track,) = gpx.tracks
        points = [point for segment in track.segments for point in segment.points]
        gaps = [
            separation(a.latitude, a.longitude, b.latitude, b.longitude)
            for a, b in zip(points, points[1:], strict=False)
        ]
        assert "tracé de démonstration" in track.name
        assert all(point.elevation is not None for point in points)
        assert 20 <= sum(gaps) / len(gaps) <= 42, item["id"]
        assert max(gaps) <= 60, item["id"]


def test_figures_of_itineraries_come_from_their_lines(trails):
    for item, gpx in trails:
        itinerary = item["informationsEquipement"]["itineraire"]
        points = [point for segment in gpx.tracks[0].segments for point in segment.points]
        heights = [point.elevation for point in points]
        steps = list(zip(points, points[1:], strict=False))
        climbs = [b.elevation - a.elevation for a, b in steps]
        length = sum(separation(a.latitude, a.longitude, b.latitude, b.longitude) for a, b in steps)
        assert itinerary["distance"] == pytest.approx(length / 1000, abs=0.06)
        assert itinerary["denivellationPositive"] == pytest.approx(sum(c for c in climbs if c > 0), abs=1)
        assert itinerary["denivellationNegative"] == pytest.approx(-sum(c for c in climbs if c < 0), abs=1)
        assert itinerary["altitudeMinimum"] == round(min(heights))
        assert itinerary["altitudeMaximum"] == round(max(heights))
        assert 35 <= item["ouverture"].get("dureeSeance", 60) <= 420
        assert ("dureeSeance" in item["ouverture"]) != ("nombreJours" in item["ouverture"])
        grade = max(
            abs(b.elevation - a.elevation) / separation(a.latitude, a.longitude, b.latitude, b.longitude)
            for a, b in steps
        )
        assert grade < 0.6, item["id"]


def test_lines_come_back_unless_they_lead_elsewhere(trails):
    activities = set()
    for item, gpx in trails:
        points = gpx.tracks[0].segments[0].points
        comes_back = (points[0].latitude, points[0].longitude) == (points[-1].latitude, points[-1].longitude)
        assert comes_back == (item["informationsEquipement"]["itineraire"]["itineraireType"] != "ALLER_ITINERANCE")
        activities |= {activity["id"] for activity in item["informationsEquipement"]["activites"]}
    assert {3333, 3284, 4201, 3283} <= activities


def test_story_stops_lie_on_the_story_trail_in_order(trails):
    (gpx,) = [gpx for item, gpx in trails if item["id"] == STORY_TRAIL_ID]
    places = [(point.latitude, point.longitude) for point in gpx.tracks[0].segments[0].points]
    ranks = [places.index((latitude, longitude)) for _, latitude, longitude in STORY_STOPS]
    assert len(STORY_STOPS) == 6
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 6


def test_every_file_that_an_object_names_can_be_fetched(objects, monkeypatch):
    drawn = set()
    monkeypatch.setattr(demonstration, "draw_picture", lambda scene, **_: drawn.add(scene) or b"drawn")
    files = [
        translated[key].removeprefix(f"{MEDIA}/")
        for item in objects
        for picture in item.get("illustrations", ())
        for translated in picture["traductionFichiers"]
        for key in ("url", "urlListe", "urlFiche", "urlDiaporama")
    ]
    # Past the cache, because what is drawn here is not a picture.
    assert {media_file.__wrapped__(path) for path in files} == {(b"drawn", "image/jpeg")}
    assert len(files) == len(set(files)) > 400
    assert len(drawn) > 25


def test_variants_have_their_sizes(objects):
    (picture,) = [item["illustrations"][0] for item in objects if item["id"] == 9044001]
    sizes = {
        key: Image.open(io.BytesIO(media_file(picture["traductionFichiers"][0][key].removeprefix(f"{MEDIA}/"))[0])).size
        for key in ("url", "urlDiaporama", "urlFiche", "urlListe")
    }
    assert sizes == {"url": (1200, 800), "urlDiaporama": (1000, 667), "urlFiche": (640, 427), "urlListe": (320, 213)}


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_scene_is_light_and_the_same_each_time(scene):
    first = draw_picture(scene, seed=11)
    assert first == draw_picture(scene, seed=11)
    assert 40_000 < len(first) < 170_000


@pytest.mark.parametrize(
    "path", ["", "robots.txt", "objets-touristiques/images/1/2/3.jpg", "../secret.gpx", "a-liste.jpg"]
)
def test_unknown_path_is_a_key_error(path):
    with pytest.raises(KeyError):
        media_file(path)


def test_expired_picture_is_marked_on_purpose(objects):
    pictures = [picture for item in objects for picture in item.get("illustrations", ())]
    limits = [p["dateLimiteDePublication"] for p in pictures if "dateLimiteDePublication" in p]
    assert limits == ["2020-12-31", "2020-12-31"]
