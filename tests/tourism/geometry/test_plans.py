"""Plans of itineraries to one line, and the refusals."""

import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from tourism.geometry import GeometryError, length_m, line_from_gpx, line_from_kml, line_from_kmz, line_from_plan, plans

SHARED = Path(django_settings.BASE_DIR).parent / "shared" / "data"


def gpx(*segments: str, header: str = '<?xml version="1.0" encoding="UTF-8"?>', namespace: bool = True) -> bytes:
    attribute = ' xmlns="http://www.topografix.com/GPX/1/1"' if namespace else ""
    body = "".join(f"<trkseg>{segment}</trkseg>" for segment in segments)
    return f'{header}<gpx version="1.1" creator="test"{attribute}><trk>{body}</trk></gpx>'.encode()


def point(lat: object, lon: object, ele: object = None) -> str:
    return f'<trkpt lat="{lat}" lon="{lon}">{"" if ele is None else f"<ele>{ele}</ele>"}</trkpt>'


def kml(body: str) -> bytes:
    return f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{body}</Document></kml>'.encode()


WALK = point(44.09, 6.23, 600) + point(44.10, 6.24, 650)


def test_gpx_track_with_elevations():
    line = line_from_gpx(gpx(WALK))
    assert line == ((6.23, 44.09, 600.0), (6.24, 44.10, 650.0))
    assert line.notes == ()


def test_gpx_without_namespace_or_declaration():
    assert len(line_from_gpx(gpx(WALK, header="", namespace=False))) == 2


def test_gpx_route_is_accepted_and_noted():
    route = b'<gpx version="1.1"><rte><rtept lat="44.0" lon="6.0"/><rtept lat="44.01" lon="6.0"/></rte></gpx>'
    line = line_from_gpx(route)
    assert line == ((6.0, 44.0, None), (6.0, 44.01, None))
    assert line.notes == ("Le GPX n’a pas de trace ; son itinéraire (route) est utilisé.",)


def test_segments_that_continue_are_joined_without_a_note():
    line = line_from_gpx(gpx(WALK, point(44.10, 6.24, 650) + point(44.11, 6.24, 700)))
    assert (len(line), line.notes) == (3, ())


def test_segments_with_a_small_gap_are_joined_and_noted():
    line = line_from_gpx(gpx(WALK, point(44.101, 6.24, 650) + point(44.11, 6.24, 700)))
    assert len(line) == 4
    assert line.notes == ("Des morceaux de trace sont réunis par-dessus un écart de 111 m au plus.",)


def test_segments_far_apart_leave_the_longest_and_are_noted():
    line = line_from_gpx(gpx(point(44.0, 6.0) + point(44.001, 6.0), WALK))
    assert line == ((6.23, 44.09, 600.0), (6.24, 44.10, 650.0))
    assert line.notes == ("La trace est en 2 morceaux séparés ; le plus long est retenu (1,4 km sur 1,5 km).",)


def test_segment_of_one_point_is_left_out_and_noted():
    line = line_from_gpx(gpx(point(44.2, 6.2), WALK))
    assert (len(line), line.notes) == (2, ("Un morceau de trace d’un seul point est ignoré.",))


def test_repeated_positions_are_one_point():
    assert len(line_from_gpx(gpx(point(44.0, 6.0) * 3 + point(44.1, 6.0)))) == 2


@pytest.mark.parametrize("encoding", ["iso-8859-1", "cp1252", "utf-8", "utf-16", "utf-8-sig"])
def test_gpx_in_another_encoding_than_it_says(encoding):
    text = gpx(WALK).decode().replace("<trk>", "<trk><name>Crête d’Anéou</name>".replace("’", "'"))
    assert len(line_from_gpx(text.encode(encoding))) == 2


def test_elevations_that_are_all_zero_are_unknown():
    line = line_from_gpx(gpx(point(44.0, 6.0, 0) + point(44.01, 6.0, 0)))
    assert [height for _, _, height in line] == [None, None]
    assert line.notes == ("Les altitudes de la trace sont toutes nulles ; elles sont ignorées.",)


def test_impossible_elevations_are_unknown():
    line = line_from_gpx(gpx(point(44.0, 6.0, 600) + point(44.01, 6.0, 99999) + point(44.02, 6.0, "NaN")))
    assert [height for _, _, height in line] == [600.0, None, None]
    assert line.notes == ("2 altitudes impossibles sont ignorées.",)


def test_long_step_is_noted():
    line = line_from_gpx(gpx(point(44.0, 6.0) + point(44.1, 6.0)))
    assert line.notes == ("Deux points qui se suivent sont à 11,1 km l’un de l’autre.",)


def test_kml_lines_of_a_multigeometry_are_joined():
    line = line_from_kml(
        kml(
            "<Placemark><MultiGeometry>"
            "<LineString><coordinates>6.0, 44.0, 900\n 6.001,44.0,910</coordinates></LineString>"
            "<LineString><coordinates>6.001,44.0,910 6.002,44.0,920</coordinates></LineString>"
            "</MultiGeometry></Placemark>"
        )
    )
    assert line == ((6.0, 44.0, 900.0), (6.001, 44.0, 910.0), (6.002, 44.0, 920.0))


def test_kml_track_of_the_google_extension():
    body = (
        '<gx:Track xmlns:gx="http://www.google.com/kml/ext/2.2"><gx:coord>6.0 44.0 900</gx:coord>'
        "<gx:coord>6.001 44.0 910</gx:coord></gx:Track>"
    )
    assert line_from_kml(kml(body)) == ((6.0, 44.0, 900.0), (6.001, 44.0, 910.0))


def archive(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(name.replace("_", "."), content)
    return buffer.getvalue()


LINE_KML = kml("<LineString><coordinates>6.0,44.0 6.001,44.0</coordinates></LineString>")


def test_kmz_prefers_doc_kml():
    data = archive(other_kml=kml("<Point><coordinates>6,44</coordinates></Point>"), doc_kml=LINE_KML)
    assert line_from_kmz(data) == line_from_kml(LINE_KML)


@pytest.mark.parametrize(
    ("data", "extension", "filename"),
    [
        (gpx(WALK), None, None),
        (gpx(WALK), "kml", None),
        (LINE_KML, None, "https://example.org/plans/trace.kml?version=2"),
        (LINE_KML, None, "trace"),
        (archive(doc_kml=LINE_KML), "KMZ", None),
        (archive(doc_kml=LINE_KML), ".kml", None),
    ],
)
def test_plan_is_recognised_by_its_content(data, extension, filename):
    assert len(line_from_plan(data, extension=extension, filename=filename)) == 2


BOMB = b'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><gpx version="1.1">&b;</gpx>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Le plan est vide."),
        (b"  \n", "Le plan est vide."),
        (b"%PDF-1.7 ...", "Le fichier GPX n’est pas du XML lisible."),
        (b"<html><body>404</body></html>", "Le fichier n’est pas un GPX."),
        (gpx(WALK)[:-30], "Le fichier GPX n’est pas du XML lisible."),
        (BOMB, "Le fichier GPX contient des entités XML, refusées par sécurité."),
        (gpx(), "Le fichier GPX ne contient aucune trace."),
        (gpx(point(44.0, 6.0)), "La trace se réduit à un seul point."),
        (gpx(point(44.0, 6.0) * 2), "La trace se réduit à un seul point."),
        (gpx(WALK + point(444.0, 6.0)), "Le point de latitude 444 et de longitude 6 n’existe pas sur Terre."),
        (gpx(WALK + point("NaN", 6.0)), "Un point de la trace n’a pas de coordonnées."),
        (gpx(WALK + point("inf", 6.0)), "Un point de la trace n’a pas de coordonnées."),
        (gpx(WALK + point("nord", 6.0)), "Le GPX est mal formé : un point ou une date n’est pas lisible."),
        (gpx(WALK + "<trkpt/>"), "Le GPX est mal formé : un point ou une date n’est pas lisible."),
    ],
)
def test_gpx_that_gives_no_line_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(GeometryError) as caught:
        line_from_plan(data, extension="gpx")
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (kml("<Point><coordinates>6,44</coordinates></Point>"), "Le fichier KML ne contient aucune trace."),
        (
            kml("<LineString><coordinates>6,44 a,b</coordinates></LineString>"),
            "Les coordonnées « a,b » ne sont pas lisibles.",
        ),
        (
            kml("<LineString><coordinates>6,44 nan,44</coordinates></LineString>"),
            "Un point de la trace n’a pas de coordonnées.",
        ),
        (archive(readme_txt=b"x"), "Le KMZ ne contient pas de KML."),
        (archive(doc_kml=LINE_KML)[:60], "Le KMZ est une archive abîmée ou chiffrée."),
    ],
)
def test_kml_that_gives_no_line_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(GeometryError) as caught:
        line_from_plan(data, extension="kml")
    assert str(caught.value) == sentence


def test_plan_of_an_unknown_kind_is_refused():
    with pytest.raises(GeometryError, match="Le plan « pdf » n’est ni un GPX, ni un KML, ni un KMZ."):
        line_from_plan(b"%PDF-1.7", filename="topo.pdf")


def test_too_many_points_are_refused(monkeypatch):
    monkeypatch.setattr(plans, "MAX_POINTS", 3)
    coordinates = " ".join(f"6.{number:03},44" for number in range(4))
    for data in (
        gpx(WALK + WALK),
        kml(f"<LineString><coordinates>{coordinates}</coordinates></LineString>"),
    ):
        with pytest.raises(GeometryError, match="Le plan a plus de 3 points."):
            line_from_plan(data)


def test_archive_bomb_is_stopped_while_it_unfolds(monkeypatch):
    monkeypatch.setattr(plans, "MAX_BYTES", 1000)
    with pytest.raises(GeometryError, match="Le plan dépasse"):
        line_from_kmz(archive(doc_kml=LINE_KML + b" " * 100_000))


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["gpx", "kml", "kmz", None]))
def test_any_bytes_give_a_line_or_a_refusal(data, extension):
    with pytest.raises(GeometryError):
        line_from_plan(data, extension=extension)


@settings(deadline=None)
@given(st.data())
def test_damaged_files_give_a_line_or_a_refusal(data):
    original = data.draw(st.sampled_from([gpx(WALK, WALK), LINE_KML, archive(doc_kml=LINE_KML)]))
    place = data.draw(st.integers(0, len(original) - 1))
    damaged = original[:place] + data.draw(st.binary(max_size=3)) + original[place + data.draw(st.integers(0, 3)) :]
    try:
        line = line_from_plan(damaged)
    except GeometryError:
        return
    assert len(line) >= 2
    assert length_m(line) > 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real plans are not beside the project")
def test_real_plans_give_a_line_or_the_expected_refusal():
    refused = set()
    folders = [SHARED / "apidae" / "itineraries", SHARED / "trails"]
    paths = [path for folder in folders for path in folder.iterdir() if path.suffix in (".gpx", ".kml", ".kmz")]
    for path in paths:
        try:
            assert len(line_from_plan(path.read_bytes(), filename=path.name)) >= 2
        except GeometryError:
            refused.add(path.name)
    assert refused == {
        "trace_with_no_feature.gpx",
        "trace_with_no_line.kml",
        "trace_with_only_two_duplicate_coordinates.kml",
        "trace_with_only_two_duplicate_track_points.gpx",
    }
