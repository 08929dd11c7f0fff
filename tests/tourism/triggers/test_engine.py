"""The trigger engine on the vectors that the web app's engine passes too, and its promises on any input."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourism.triggers import advance, initial_state

VECTORS = Path(__file__).parents[2] / "vectors" / "triggers"


def vector_cases():
    for path in sorted(VECTORS.glob("*.json")):
        vector = json.loads(path.read_text(encoding="utf-8"))
        for case in vector["cases"]:
            yield pytest.param(vector["story"], case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize(("story", "case"), vector_cases())
def test_vector(story, case):
    state, started = None, []
    for entry in case["readings"]:
        # Stored and read again between any two readings, as on a phone that closes the page.
        state, steps = advance(story, json.loads(json.dumps(state)), entry["reading"])
        started.append(steps)
    assert started == [entry["starts"] for entry in case["readings"]]


def test_vectors_are_many():
    assert len(list(vector_cases())) >= 40


STORY = json.loads((VECTORS / "story.json").read_text(encoding="utf-8"))["story"]
numbers = st.one_of(
    st.none(), st.booleans(), st.integers(-200, 200), st.just(10**400), st.floats(), st.text(max_size=3)
)
positions = st.fixed_dictionaries(
    {"at": st.integers(0, 10**4), "kind": st.just("POSITION"), "longitude": st.just(6.0)},
    optional={"latitude": st.floats(43.999, 44.011), "accuracy": st.floats(0, 100)},
)
near_stops = st.fixed_dictionaries(
    {
        "at": st.integers(0, 10**4),
        "kind": st.just("POSITION"),
        "latitude": st.sampled_from([44.0, 44.005, 44.01, 44.02]),
        "longitude": st.just(6.0),
        "accuracy": st.sampled_from([5, 30, 70]),
    }
)
KEYS = ["at", "kind", "latitude", "longitude", "accuracy", "code", "number", "scheme", "uuid", "rssi", "txPower"]
readings = st.one_of(
    positions,
    st.fixed_dictionaries(
        {"at": st.integers(0, 10**4), "kind": st.just("NUMBER"), "number": st.sampled_from(["1", "02", " 3", ""])}
    ),
    st.fixed_dictionaries(
        {
            "at": st.integers(0, 10**4),
            "kind": st.just("BEACON"),
            "scheme": st.just("ALTBEACON"),
            "uuid": st.just("f7826da6-4fa2-4e98-8024-bc5b71e0893e"),
            "major": st.just(1),
            "minor": st.just(3),
            "rssi": st.integers(-100, -40),
        }
    ),
    st.dictionaries(
        st.sampled_from(
            ["at", "kind", "latitude", "longitude", "accuracy", "code", "number", "scheme", "uuid", "rssi", "txPower"]
        ),
        st.one_of(numbers, st.sampled_from(["POSITION", "BEACON", "CODE", "NUMBER", "ALTBEACON"])),
    ),
)


@settings(deadline=None)
@given(st.lists(readings, max_size=12))
def test_any_readings_give_known_steps_once_and_leave_the_old_state(sequence):
    state = initial_state()
    for reading in sequence:
        before = deepcopy(state)
        new, steps = advance(STORY, state, reading)
        assert state == before
        assert len(steps) == len(set(steps))
        assert set(steps) <= {"start", "ford", "forge"}
        state = json.loads(json.dumps(new))
        assert state == new


@settings(deadline=None)
@given(st.lists(st.one_of(positions, near_stops), max_size=30))
def test_steps_start_by_themselves_in_the_order_that_the_author_wants(sequence):
    state, started = None, []
    for reading in sequence:
        state, steps = advance(STORY, state, reading)
        started += steps
    first = [started.index(name) for name in ("start", "ford", "forge") if name in started]
    assert first == sorted(first)
    assert len(first) == len(set(started))
    assert set(started) in (set(), {"start"}, {"start", "ford"}, {"start", "ford", "forge"})
    assert started.count("start") <= 1
    assert started.count("ford") <= 1


@pytest.mark.parametrize("state", [None, {}, {"version": 0}, []])
def test_state_of_another_version_begins_anew(state):
    assert advance(STORY, state, {"at": 0, "kind": "NUMBER", "number": "1"})[1] == ["start"]


def test_story_without_steps_starts_nothing():
    assert advance({"id": "s", "steps": []}, None, {"at": 0, "kind": "NUMBER", "number": "1"})[1] == []
