"""Measures of lines, simplification, encoding, walking time."""

from math import cos, pi, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString
from shapely import Point as ShapelyPoint

from tourism.geometry import (
    Line,
    ascent_m,
    bbox,
    bbox_around,
    decode,
    descent_m,
    duration_min,
    encode,
    haversine_m,
    length_m,
    simplify,
)

DIGNE, CASTELLANE = (6.2367, 44.0925, None), (6.5136, 43.8468, None)
positions = st.tuples(st.floats(5.5, 7.0), st.floats(43.6, 44.7), st.none())


def climb(*heights: float | None, step: float = 0.002) -> Line:
    """Points about 222 m apart, going north."""
    return Line((6.0, 44.0 + number * step, height) for number, height in enumerate(heights))


def test_distance_between_two_towns():
    assert haversine_m(DIGNE, CASTELLANE) == pytest.approx(35_200, rel=0.005)


def test_quarter_of_a_meridian():
    assert haversine_m((0, 0), (0, 90)) == pytest.approx(6_371_008.8 * pi / 2)


@settings(deadline=None)
@given(positions, positions)
def test_distance_is_symmetric_and_never_negative(a, b):
    assert haversine_m(a, b) == haversine_m(b, a) >= 0


def test_length_is_the_sum_of_the_steps():
    line = climb(1, 2, 3, 4)
    assert length_m(line) == pytest.approx(3 * haversine_m(line[0], line[1]), rel=1e-6)


def test_steady_climb_counts_in_full():
    line = climb(*range(500, 1000, 50), step=0.0002)
    assert (ascent_m(line), descent_m(line)) == (pytest.approx(450), 0)


def test_up_and_down_count_each_way():
    line = climb(500, 600, 550, 700, 500)
    assert (ascent_m(line), descent_m(line)) == (250, 250)


def test_noise_on_flat_ground_is_no_climb():
    line = climb(*(600 + (number % 2) * 6 for number in range(200)), step=0.00005)
    assert (ascent_m(line), descent_m(line)) == (0, 0)


def test_noise_on_a_slope_adds_nothing():
    heights = [600 + number * 2 + 4 * sin(number * 2.1) for number in range(200)]
    assert ascent_m(climb(*heights, step=0.00005)) == pytest.approx(398, abs=8)


def test_unknown_elevations_have_no_ascent():
    assert (ascent_m(climb(None, None)), descent_m(climb(500))) == (None, None)
    assert ascent_m(climb(500, None, None, None, 600)) is None


def test_holes_in_elevations_are_crossed():
    assert ascent_m(climb(500, None, 600, 700)) == 200


@settings(deadline=None)
@given(st.lists(st.floats(0, 3000), min_size=2, max_size=40), st.sampled_from([0.00002, 0.0005, 0.005]))
def test_ascent_reversed_is_descent(heights, step):
    line = climb(*heights, step=step)
    back = Line(reversed(line))
    assert ascent_m(line) == pytest.approx(descent_m(back), abs=1e-6)
    assert ascent_m(line) <= sum(max(0, b - a) for a, b in zip(heights, heights[1:], strict=False)) + 1e-6


def test_bbox_of_a_line():
    assert bbox(Line([DIGNE, CASTELLANE])) == (6.2367, 43.8468, 6.5136, 44.0925)
    with pytest.raises(ValueError, match="empty"):
        bbox(Line())


@settings(deadline=None)
@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(1, 200_000), st.floats(0, 2 * pi))
def test_box_around_contains_the_circle(lat, lon, radius, bearing):
    west, south, east, north = bbox_around(lat, lon, radius)
    # A point a little inside the circle, on any bearing.
    north_by, east_by = 0.99 * radius * cos(bearing) / 111_195, 0.99 * radius * sin(bearing) / 111_195
    inside = (lon + east_by / cos(radians(lat)), lat + north_by)
    if haversine_m((lon, lat), inside) <= radius:
        assert west <= inside[0] <= east
        assert south <= inside[1] <= north


def test_box_around_a_pole_holds_every_longitude():
    assert bbox_around(89.99, 0, 5000)[::2] == (-180, 180)


def test_simplified_line_keeps_ends_and_elevations():
    line = Line((6 + number / 1000, 44 + (number % 2) / 1_000_000, 500.0 + number) for number in range(100))
    assert simplify(line, 5) == (line[0], line[-1])


@settings(deadline=None)
@given(st.lists(positions, min_size=3, max_size=60), st.floats(1, 2000))
def test_removed_points_are_within_the_tolerance(points, tolerance):
    line = Line(points)
    short = simplify(line, tolerance)
    assert set(short) <= set(line)
    assert (short[0], short[-1]) == (line[0], line[-1])
    middle = sum(point[1] for point in line) / len(line)
    width, height = 111_195 * cos(radians(middle)), 111_195
    flat = LineString([(lon * width, lat * height) for lon, lat, _ in short])
    for lon, lat, _ in line:
        assert flat.distance(ShapelyPoint(lon * width, lat * height)) <= tolerance * 1.001 + 0.01


def test_encoding_of_the_published_example():
    line = Line([(-120.2, 38.5, None), (-120.95, 40.7, None), (-126.453, 43.252, None)])
    assert encode(line) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"
    assert decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@") == line


@settings(deadline=None)
@given(st.lists(positions, max_size=20))
def test_decoding_gives_the_line_back_to_a_metre(points):
    for (lon, lat, _), (new_lon, new_lat, _) in zip(points, decode(encode(points)), strict=True):
        assert (new_lon, new_lat) == (pytest.approx(lon, abs=6e-6), pytest.approx(lat, abs=6e-6))


@pytest.mark.parametrize("text", ["_p~iF", "_p~iF~ps|", " ", "é"])
def test_text_that_is_no_polyline_is_refused(text):
    with pytest.raises(ValueError, match="polyline"):
        decode(text)


@pytest.mark.parametrize(
    ("distance", "up", "down", "profile", "minutes"),
    [
        (4000, 0, 0, "hiker", 66),
        (12_000, 600, 600, "hiker", 310),  # 3 h flat, 3 h 12 up and down: 3.2 + 1.5 hours, times 1.1
        (8000, None, None, "hiker", 132),
        (4000, 0, 0, "family", 90),
        (0, 0, 0, "hiker", 0),
    ],
)
def test_walking_time(distance, up, down, profile, minutes):
    assert duration_min(distance, up, down, profile) == minutes


def test_walking_time_of_an_unknown_profile():
    with pytest.raises(KeyError):
        duration_min(1000, 0, 0, "horse")
