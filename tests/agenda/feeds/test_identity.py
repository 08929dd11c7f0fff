"""Which event of a feed is which of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.sources.feeds.identity import LONGEST, Known, number_of, numbered, without_loops
from agenda.sources.feeds.told import Told


def told(uid: str, key: str = "", **more) -> Told:
    return Told(uid=uid, key=key or f"key of {uid}", **more)


def test_new_events_have_their_uid():
    assert numbered([told("a"), told("b")], {}) == ["a", "b"]


def test_an_event_without_uid_is_known_by_its_content():
    first = numbered([told("", "k")], {})
    assert numbered([told("", "k")], {first[0]: Known("k")}) == first


def test_two_events_with_one_uid_are_two():
    numbers = numbered([told("a", "k1"), told("a", "k2")], {})
    assert numbers[0] == "a" and len(set(numbers)) == 2


def test_content_under_a_new_uid_is_not_taken_from_an_event_that_is_still_there():
    known = {"a": Known("k")}
    assert numbered([told("a", "k"), told("b", "k")], known) == ["a", "b"]


def test_what_was_withdrawn_comes_back_under_another_uid():
    assert numbered([told("new", "k")], {"old": Known("k", in_use=False)}) == ["old"]


def test_a_known_uid_does_not_become_what_was_withdrawn():
    known = {"a": Known("k1"), "old": Known("k2", in_use=False)}
    assert numbered([told("a", "k2")], known) == ["a"]


def test_what_cannot_be_read_keeps_the_event_of_its_title():
    known = {"old": Known("k", "Bal"), "other": Known("l", "Loto")}
    assert numbered([Told(uid="", title="Bal", problem="?")], known) == ["old"]


def test_numbers_fit_the_column_and_differ():
    long = "x" * 300
    assert len(number_of(long)) <= LONGEST and number_of(long) != number_of(long + "y")
    assert not number_of("?a").startswith("?")


keys = st.sampled_from(["k1", "k2", "k3", ""])
names = st.sampled_from(["a", "b", "c", ""])


@given(st.lists(st.tuples(names, keys), max_size=8), st.dictionaries(st.sampled_from("abcdef"), keys, max_size=5))
def test_numbers_are_unique_and_stay_the_same_when_read_again(events, known):
    feed = [Told(uid=uid, key=key, title=uid) for uid, key in events]
    numbers = numbered(feed, {number: Known(key) for number, key in known.items()})
    assert len(set(numbers)) == len(numbers) and all(numbers)
    after = {number: Known(one.key) for number, one in zip(numbers, feed, strict=True)}
    assert sorted(numbered(feed, after)) == sorted(numbers)


@pytest.mark.parametrize(
    ("parents", "kept"),
    [
        ({"a": "b", "b": "a", "c": "a", "d": "c"}, {"c": "a", "d": "c"}),
        ({"a": "a", "b": "f"}, {"b": "f"}),
        ({"a": "b", "b": "c", "c": "d"}, {"a": "b", "b": "c", "c": "d"}),
        ({"x": "a", "a": "b", "b": "c", "c": "a"}, {"x": "a"}),
    ],
)
def test_programmes_that_contain_each_other_contain_nothing(parents, kept):
    assert without_loops(parents) == kept
