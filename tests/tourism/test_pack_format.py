"""The file format of packs."""

import hashlib
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.pack_reading import read_pack
from tourism.pack_format import CHUNK, PackFile, cut_base_map, pack_bytes, pack_manifest

FILES = st.dictionaries(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12),
    st.binary(max_size=200),
    max_size=6,
)
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@given(FILES)
def test_pack_gives_every_file_back(files):
    content = pack_bytes(PackFile(path, "text/plain", body) for path, body in files.items())
    assert read_pack(content) == {path: ("text/plain", body) for path, body in files.items()}


@given(FILES)
def test_pack_does_not_depend_on_the_order_of_its_files(files):
    given_order = [PackFile(path, "text/plain", body) for path, body in files.items()]
    assert pack_bytes(given_order) == pack_bytes(reversed(given_order))


def test_changed_answer_leaves_the_chunks_of_pictures_as_they_were():
    picture = PackFile("media/a-1200.webp", "image/webp", bytes(range(256)) * 10_000)
    before, after = (
        pack_bytes([PackFile("answers/Trail.fr.json", "application/json", text), picture]) for text in (b"1", b"22")
    )
    assert before[CHUNK : 2 * CHUNK] == after[CHUNK : 2 * CHUNK]


def test_manifest_describes_the_content():
    content = b"x" * (CHUNK + 10)
    manifest = pack_manifest(content, trail_id="abc", name={"fr": "A"}, files=1, built_at=NOW, valid_until=None)
    assert manifest == {
        "id": "abc",
        "version": hashlib.sha256(content).hexdigest()[:32],
        "size": CHUNK + 10,
        "chunk": CHUNK,
        "sha256": [hashlib.sha256(b"x" * CHUNK).hexdigest(), hashlib.sha256(b"x" * 10).hexdigest()],
        "name": {"fr": "A"},
        "builtAt": "2026-11-25T12:00:00+00:00",
        "validUntil": None,
        "files": 1,
    }


def test_base_map_is_cut_to_the_surroundings_of_a_box():
    def feature(name, kind, coordinates):
        return {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": kind, "coordinates": coordinates},
        }

    def square(west, south):
        return [[[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]]

    base = {
        "attribution": "IGN",
        "communes": {
            "type": "FeatureCollection",
            "features": [feature("near", "Polygon", square(6, 44)), feature("far", "Polygon", square(7, 45))],
        },
        "rivers": {
            "type": "FeatureCollection",
            "features": [feature("long", "LineString", [[5, 44.05], [8, 44.05]])],
        },
    }
    cut = cut_base_map(base, [6.02, 44.02, 6.08, 44.08])
    assert cut["attribution"] == "IGN"
    assert [item["properties"]["name"] for item in cut["communes"]["features"]] == ["near"]
    assert cut["communes"]["features"][0]["geometry"]["coordinates"] == square(6, 44)
    assert [list(point) for point in cut["rivers"]["features"][0]["geometry"]["coordinates"]] == [
        [5.96, 44.05],
        [6.14, 44.05],
    ]
