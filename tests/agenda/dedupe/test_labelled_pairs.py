"""The aims of issue and design on invented pairs: nothing merged wrongly, nearly everything shown."""

from collections import Counter
from dataclasses import replace

import pytest

from agenda.dedupe import GRAVE, Band, ReasonCode, compare
from tests.agenda.dedupe import pairs_called_off
from tests.agenda.dedupe.measure import HELD_OUT, TUNED, counts


def test_labelled_pairs_are_many_and_of_both_sorts():
    for half in (TUNED, HELD_OUT):
        assert len(half) >= 200
        assert min(sum(pair.same for pair in half), sum(not pair.same for pair in half)) >= 100


def test_labelled_pairs_are_each_written_once():
    def says(candidate):
        titles = tuple(sorted(candidate.title.items()))
        where = candidate.venue, candidate.town, candidate.addresses
        return titles, candidate.occurrences, where, candidate.source, tuple(candidate.states.items())

    said = Counter(frozenset((says(pair.a), says(pair.b))) for pair in [*TUNED, *HELD_OUT])
    assert [pair for pair, count in said.items() if count > 1] == []


@pytest.mark.parametrize("half", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_merged_without_asking_are_right(half):
    found = counts(half)
    assert found.silent_right >= 50
    assert found.silent_precision >= 0.995, found.wrong


@pytest.mark.parametrize("half", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_true_duplicates_are_merged_or_shown(half):
    found = counts(half)
    assert found.recall >= 0.95, found.missed


@pytest.mark.parametrize("half", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_what_is_shown_is_worth_looking_at(half):
    found = counts(half)
    assert found.review_precision >= 0.9, found.wrong


def test_comparison_is_symmetric_on_all_pairs():
    for pair in [*TUNED, *HELD_OUT]:
        assert compare(pair.a, pair.b) == compare(pair.b, pair.a), pair.case


def test_scores_keep_to_their_bands():
    limits = {Band.SILENT: (0.9, 1.0), Band.REVIEW: (0.5, 0.899), Band.DIFFERENT: (0.0, 0.499)}
    for pair in [*TUNED, *HELD_OUT]:
        likeness = compare(pair.a, pair.b)
        low, high = limits[likeness.band]
        assert low <= likeness.score <= high, pair.case


def test_every_decision_gives_a_reason():
    assert all(compare(pair.a, pair.b).reasons for pair in [*TUNED, *HELD_OUT])


@pytest.mark.parametrize("pair", pairs_called_off.pairs(), ids=lambda pair: pair.case)
def test_what_one_says_is_off_is_asked_about_with_that_reason(pair):
    likeness = compare(pair.a, pair.b)
    assert likeness.band is Band.REVIEW
    assert ReasonCode.OTHER_STATE in [reason.code for reason in likeness.reasons]


@pytest.mark.parametrize("state", GRAVE)
def test_no_pair_is_merged_without_asking_when_one_of_the_two_is_off(state):
    for pair in [*TUNED, *HELD_OUT]:
        before = compare(pair.a, pair.b)
        if not pair.a.days or ReasonCode.OTHER_STATE in [reason.code for reason in before.reasons]:
            continue
        off = replace(pair.a, states=dict.fromkeys(pair.a.days, state))
        asked = Band.REVIEW if before.band is Band.SILENT else before.band
        assert compare(off, pair.b).band is asked, pair.case
        # What both say makes no doubt.
        both = compare(off, replace(pair.b, states=dict.fromkeys(pair.b.days, state)))
        assert both.band is before.band, pair.case
