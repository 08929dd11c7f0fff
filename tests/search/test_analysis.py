"""The analysis chain: vectors shared with the web app, and what must hold for any text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import (
    LANGUAGES,
    MAX_QUERY_TERMS,
    MAX_TOKEN_LENGTH,
    Term,
    allowed_typos,
    analyse,
    analyse_query,
    edit_distance,
    fold,
    with_corrections,
)

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "analysis.json").read_text(encoding="utf-8"))


def vector_name(vector: dict) -> str:
    """How a vector is called in a report."""
    return f"{vector['language']}-{vector['text'][:30]}"


WORDS = st.text(alphabet="abcdeé'-st ", max_size=30)


@pytest.mark.parametrize(
    "vector", VECTORS["documents"], ids=lambda vector: f"{vector['language']}-{vector['text'][:30]}"
)
def test_document_vectors(vector: dict) -> None:
    analysis = analyse(vector["text"], vector["language"])
    assert list(analysis.surface) == vector["surface"]
    assert list(analysis.stems) == vector["stems"]


@pytest.mark.parametrize("vector", VECTORS["queries"], ids=vector_name)
def test_query_vectors(vector: dict) -> None:
    query = analyse_query(vector["text"], vector["language"])
    assert [
        {"word": term.word, "stems": [list(form) for form in term.stems], "prefix": term.prefix} for term in query.terms
    ] == vector["terms"]


@given(st.text())
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from([*LANGUAGES, "xx", ""]))
def test_tokens_are_short_words_for_any_text(text: str, language: str) -> None:
    analysis = analyse(text, language)
    for token in (*analysis.surface, *analysis.stems):
        assert token.isalnum()
        assert len(token) <= MAX_TOKEN_LENGTH


@given(st.text(), st.sampled_from([*LANGUAGES, "xx"]))
def test_query_has_few_terms_for_any_text(text: str, language: str) -> None:
    query = analyse_query(text, language)
    assert len(query.terms) <= MAX_QUERY_TERMS
    assert sum(term.prefix for term in query.terms) <= 1
    assert all(stem.isalnum() for term in query.terms for form in term.stems for stem in form)


@given(WORDS, st.sampled_from(LANGUAGES))
def test_a_text_is_found_by_its_own_words(text: str, language: str) -> None:
    """Whatever a text asks for as a query, it holds as a document."""
    analysis = analyse(text, language)
    for term in analyse_query(f"{text} ", language).terms:
        if term.stems:
            assert any(set(form) <= set(analysis.stems) for form in term.stems)
        else:
            assert term.word in analysis.surface


@given(st.text(alphabet="éèêàùçîôœ ëïü'-abcXYZ", max_size=40), st.sampled_from(LANGUAGES))
def test_accents_and_case_change_nothing(text: str, language: str) -> None:
    assert analyse(text.upper(), language) == analyse(fold(text), language)


def _reference_distance(one: str, other: str) -> int:
    """Optimal string alignment by its definition."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        _reference_distance(one[1:], other) + 1,
        _reference_distance(one, other[1:]) + 1,
        _reference_distance(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        best = min(best, _reference_distance(one[2:], other[2:]) + 1)
    return best


@given(st.text(alphabet="abc", max_size=5), st.text(alphabet="abc", max_size=5), st.integers(0, 3))
def test_edit_distance_is_that_of_the_definition(one: str, other: str, limit: int) -> None:
    assert edit_distance(one, other, limit) == min(_reference_distance(one, other), limit + 1)


@pytest.mark.parametrize(("word", "typos"), [("lac", 0), ("cave", 1), ("lavande", 1), ("moustier", 2), ("18h30", 0)])
def test_allowed_typos_grow_with_the_word(word: str, typos: int) -> None:
    assert allowed_typos(word) == typos


def test_corrections_are_further_alternatives() -> None:
    query = with_corrections(analyse_query("lavende ", "fr"), {"lavende": ["lavande"]})
    assert query.terms == (Term("lavende", (("lavend",), ("lavand",)), prefix=False),)
