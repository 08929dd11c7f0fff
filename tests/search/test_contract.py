"""What a search must do, on each engine."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.cursors import BadCursorError, encode_cursor
from search.documents import SearchDocument
from search.engines.contract import SearchEngine, SearchResult, metres_between
from search.enums import SearchKind
from search.queries import hit_cursor
from tests.search.conftest import Search
from tests.search.corpus import CASTELLANE, DIGNE, MOUSTIERS, NOW, SISTERON, corpus, documents_of_object


def ids(result: SearchResult) -> list[int]:
    """Objects found, in order."""
    return [hit.object_id for hit in result.hits]


# --- words


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("musée faïence", "fr", {10, 6}),
        ("musee faience", "fr", {10, 6}),
        ("MUSÉES DES FAÏENCES", "fr", {10, 6}),
        ("l'étoile", "fr", {11, 16}),
        ("l’étoile", "fr", {11, 16}),
        ("gite etoile ", "fr", {11}),
        ("faience museums ", "en", {10, 6}),
        ("markets ", "en", {1, 2}),
        ("dell'orto ", "it", {12}),
        ("mercati ", "it", {1, 2}),
        ("kirchplatz ", "de", {1}),
        ("Stände ", "de", {1}),
        ("estrella ", "es", {11, 16}),
        ("vecinos ", "es", {3}),
        ("faiencemuseum ", "nl", {10}),
        ("fietstochten ", "nl", {21}),
    ],
)
def test_words_are_found_in_each_language(search: Search, text: str, language: str, found: set[int]) -> None:
    assert set(ids(search(text, language=language))) == found


def test_untranslated_object_is_found_by_its_french_words(search: Search) -> None:
    result = search("château ", language="nl")
    assert ids(result) == [13]
    assert result.hits[0].language == "fr"


def test_translated_object_is_found_by_its_french_name(search: Search) -> None:
    result = search("musée de la faïence ", language="en")
    assert ids(result)[0] == 10
    assert result.hits[0].title == "Faience museum"


def test_all_words_must_be_there(search: Search) -> None:
    assert ids(search("marché boulevard ")) == [2]


def test_some_words_are_enough_when_no_document_holds_all(search: Search) -> None:
    result = search("quel marché voir en scooter ")
    assert result.relaxed is True
    assert set(ids(result)) == {1, 2}


@pytest.mark.parametrize(("text", "first"), [("mous", 6), ("penit", 14), ("rando", 20), ("gîte de l'ét", 11), ("d", 2)])
def test_last_word_is_a_beginning_while_typing(search: Search, text: str, first: int) -> None:
    assert first in ids(search(text))


def test_last_word_is_whole_once_followed_by_a_space(search: Search) -> None:
    assert ids(search("penit ")) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Moustier", "fr", {1, 6, 10, 11, 16}),
        ("Mosutiers ", "fr", {1, 6, 10, 11, 16}),
        ("oustiers ", "fr", {1, 6, 10, 11, 16}),
        ("lavende", "fr", {4}),
        ("lavander ", "en", {4}),
        ("exposiiton ", "fr", {6}),
        ("restorant ", "fr", {12}),
        ("citadele", "fr", {13}),
    ],
)
def test_typos_are_forgiven(search: Search, text: str, language: str, found: set[int]) -> None:
    assert set(ids(search(text, language=language))) == found


def test_short_words_and_numbers_are_not_corrected(search: Search) -> None:
    assert ids(search("lav ")) == []
    assert ids(search("263 ")) == []
    assert ids(search("262 ")) == [16]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("brocante ", "fr", {3}),
        ("rando ", "fr", {20}),
        ("vélo tout terrain ", "fr", {15, 21}),
        ("vtt ", "fr", {15, 21}),
        ("resto ", "fr", {12}),
        ("videgrenier ", "fr", {3}),
        ("vide grenier ", "fr", {3}),
        ("flea market ", "en", {3}),
        ("castle ", "en", {13}),
        ("Flohmarkt ", "de", {3}),
        ("MTB ", "nl", {15}),
    ],
)
def test_synonyms_are_found(search: Search, text: str, language: str, found: set[int]) -> None:
    assert set(ids(search(text, language=language))) >= found


@pytest.mark.parametrize("text", ["St André", "saint-andré", "Saint Andre les Alpes ", "ST-ANDRE"])
def test_saint_is_found_in_every_spelling(search: Search, text: str) -> None:
    assert set(ids(search(text))) == {12, 21}


# --- communes


def test_commune_name_restricts_other_words(search: Search) -> None:
    assert ids(search("marché moustiers")) == [1]


@pytest.mark.parametrize("text", ["Moustiers-Sainte-Marie", "moustiers ste marie", "Moustiers"])
def test_commune_name_alone_shows_what_is_there(search: Search, text: str) -> None:
    result = search(text)
    assert set(ids(result)) == {1, 6, 10, 11, 16}
    assert {hit.commune_code for hit in result.hits} == {MOUSTIERS[0]}


def test_title_match_comes_before_the_rest_of_the_commune(search: Search) -> None:
    result = search("Digne")
    assert ids(result)[0] == 13
    assert set(ids(result)) == {2, 13, 30}


def test_communes_filter_keeps_only_these(search: Search) -> None:
    assert set(ids(search("", communes=[CASTELLANE[0], SISTERON[0]]))) == {3, 15, 20, 40}


# --- facets


def test_facets_count_all_kinds_whatever_kinds_are_wanted(search: Search) -> None:
    everything = search("moustiers ")
    places = search("moustiers ", kinds=["PLACE"])
    expected = {
        SearchKind.EVENT: 2,
        SearchKind.PLACE: 3,
        SearchKind.TRAIL: 0,
        SearchKind.PAGE: 0,
        SearchKind.STORY: 0,
    }
    assert everything.facets == expected
    assert places.facets == expected
    assert (everything.total, places.total) == (5, 3)
    assert set(ids(places)) == {10, 11, 16}


# --- dates


def test_window_keeps_what_takes_place_in_it(search: Search) -> None:
    day = NOW.replace(hour=0) + timedelta(days=4)
    assert set(ids(search("", start=day, end=day + timedelta(days=1)))) == {3, 4, 6}


def test_window_is_half_open(search: Search) -> None:
    start = NOW.replace(hour=18) + timedelta(days=3)
    assert 2 in ids(search("", start=start, end=start + timedelta(hours=1)))
    assert 2 not in ids(search("", start=start - timedelta(hours=5), end=start))
    assert 2 not in ids(search("", start=start + timedelta(hours=2), end=start + timedelta(hours=3)))


def test_what_is_over_is_found_only_by_its_window(search: Search) -> None:
    assert 5 not in ids(search("citadelle"))
    past = NOW - timedelta(days=40)
    assert ids(search("citadelle", start=past, end=NOW - timedelta(days=20))) == [5]


def test_next_date_counts_from_the_window(search: Search) -> None:
    def start_of_market(**window: object) -> object:
        (hit,) = search("marché provençal ", kinds=["EVENT"], **window).hits
        return hit.start

    assert start_of_market() == NOW.replace(hour=18) + timedelta(days=2)
    week = {"start": NOW + timedelta(days=7), "end": NOW + timedelta(days=14)}
    assert start_of_market(**week) == NOW.replace(hour=18) + timedelta(days=9)


# --- where


def test_near_without_text_is_ordered_by_distance(search: Search) -> None:
    point = (44.0, 6.2)
    distances = {
        document.object_id: metres_between(*point, document.latitude, document.longitude)
        for document in corpus()
        if document.latitude is not None and document.longitude is not None and document.object_id != 5
    }
    result = search("", near=(*point, 26_000), first=100)
    assert set(ids(result)) == {each for each, distance in distances.items() if distance <= 26_000}
    shown = [hit.distance_m for hit in result.hits]
    assert shown == sorted(shown)
    assert shown == [round(distances[each]) for each in ids(result)]


def test_near_with_text_keeps_the_circle(search: Search) -> None:
    assert ids(search("marché", near=(MOUSTIERS[2], MOUSTIERS[3], 5_000))) == [1]
    both = search("marché", near=(MOUSTIERS[2], MOUSTIERS[3], 60_000))
    assert set(ids(both)) == {1, 2}
    distances = {hit.object_id: hit.distance_m for hit in both.hits}
    assert distances[1] == 0
    assert distances[2] == pytest.approx(27_400, abs=200)


def test_bbox_keeps_what_is_inside(search: Search) -> None:
    assert set(ids(search("", bbox=(5.9, 44.1, 6.0, 44.3)))) == {3}


@pytest.mark.parametrize(
    "filters",
    [
        {"near": (float("nan"), 6.0, 1_000)},
        {"near": (44.0, 6.0, -1)},
        {"near": (95.0, 6.0, 1_000)},
        {"bbox": (5.0, 45.0, 6.0, 44.0)},
        {"bbox": (5.0, 44.0, 600.0, 45.0)},
        {"kinds": ["CASTLE"]},
    ],
)
def test_filters_that_make_no_sense_are_refused(search: Search, filters: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        search("", **filters)


# --- order and pages


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("", {}),
        ("moustiers", {}),
        ("", {"near": (44.0, 6.2, 100_000)}),
        ("d", {"kinds": ["EVENT", "PLACE"]}),
        ("marché", {"near": (44.0, 6.2, 100_000)}),
    ],
)
@pytest.mark.parametrize("first", [1, 2, 3, 7])
def test_pages_hold_each_result_once_in_the_same_order(
    search: Search, text: str, filters: dict[str, object], first: int
) -> None:
    whole = ids(search(text, first=100, **filters))
    assert len(whole) == search(text, **filters).total
    paged, after = [], None
    while True:
        page = search(text, first=first, after=after, **filters)
        assert len(page.hits) <= first
        paged += ids(page)
        after = page.next_cursor
        if after is None:
            break
    assert paged == whole


def test_every_result_has_a_cursor_to_go_on_from(search: Search) -> None:
    whole = search("moustiers")
    assert ids(search("moustiers", after=hit_cursor(whole.hits[1]))) == ids(whole)[2:]


def test_cursor_of_the_other_engine_goes_on_by_number(search: Search) -> None:
    whole = search("moustiers")
    other = "elasticsearch" if whole.engine == "embedded" else "embedded"
    assert ids(search("moustiers", after=encode_cursor([other, 1.5, "PLACE", 10, 2]))) == ids(whole)[2:]


@pytest.mark.parametrize(
    "cursor", ["x", "", "AAAA", encode_cursor(["embedded", "a", "PLACE", 1, 2]), encode_cursor([1, 2, 3, 4, 5])]
)
def test_foreign_cursor_is_refused(search: Search, cursor: str) -> None:
    if not cursor:
        assert search("moustiers", after=cursor).total == 5
        return
    with pytest.raises(BadCursorError):
        search("moustiers", after=cursor)


def test_higher_rank_comes_first_when_browsing(search: Search) -> None:
    assert ids(search("", kinds=["EVENT"]))[:2] == [4, 2]


# --- what a result shows


def test_result_carries_what_a_list_shows(search: Search) -> None:
    (hit,) = search("brocanteurs ").hits
    shown = (hit.public_id, hit.path, hit.title, hit.language)
    assert shown == ("event-3", "/event/3", "Vide-grenier du printemps", "fr")
    assert (hit.commune_code, hit.commune_name) == SISTERON[:2]
    assert (hit.latitude, hit.longitude) == SISTERON[2:]
    assert hit.card == {"image": "/media/3.webp"}


def test_snippet_is_the_first_sentence_that_matches(search: Search) -> None:
    assert search("fromages").hits[0].snippet == "Fromages et olives."
    assert search("étoile", kinds=["PLACE"], communes=[MOUSTIERS[0]]).total == 2
    snippets = {hit.object_id: hit.snippet for hit in search("étoile").hits}
    assert snippets[16] == "L’étoile pend entre deux rochers."


# --- hostile input


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'",
        "' OR 1=1 --",
        'marché" OR "x',
        "title : x",
        "NEAR(a b)",
        "a AND OR NOT",
        "(((",
        "^marche*",
        "-",
        "*",
        "{title} : a",
        "\x00\x01\x1f",
        "marché\x00moustiers",
        "😀🏔️",
        "\ud800",
        "le la les de",
        "the of and",
        "   ",
        "a" * 10_000,
        "marché " * 2_000,
        "é" * 10_000,
        "%_%",
        "\\",
        "& | ! <-> :*",
        "日本語 中文",
        "مرحبا",
        "_source:*",
        "e\u0301" * 300,
        "1e400 ² ½ ﬁn",
        "st",
        "l'",
        "d'l'd'",
        "--- '-' ''",
    ],
)
@pytest.mark.parametrize("language", ["fr", "en", "xx"])
def test_hostile_text_is_answered(search: Search, text: str, language: str) -> None:
    result = search(text, language=language)
    assert result.total == sum(result.facets.values())
    assert len(result.hits) == min(20, result.total)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=st.text(max_size=60) | st.text(alphabet="\"'*^:(){}-+ aéNOTandOR&|!<>%\\/", max_size=30))
def test_any_text_is_answered(search: Search, text: str) -> None:
    result = search(text)
    assert result.total == sum(result.facets.values())


# --- writing


def test_updated_document_is_found_by_its_new_words_only(own_engine: SearchEngine, search_own: Search) -> None:
    own_engine.upsert(documents_of_object(SearchKind.PLACE, 13, {"fr": "Beffroi de Digne"}, {}, DIGNE))
    assert ids(search_own("beffroi ")) == [13]
    assert ids(search_own("palais évêques ")) == []


def test_updated_dates_are_the_only_ones(own_engine: SearchEngine, search_own: Search) -> None:
    start = NOW + timedelta(days=100)
    moved = documents_of_object(
        SearchKind.EVENT, 3, {"fr": "Vide-grenier"}, {}, SISTERON, dates=[(start, start + timedelta(hours=8))]
    )
    own_engine.upsert(moved)
    assert 3 not in ids(search_own("", start=NOW, end=NOW + timedelta(days=30)))
    assert ids(search_own("", start=start, end=start + timedelta(days=1))) == [3]


def test_writing_the_same_twice_changes_nothing(own_engine: SearchEngine, search_own: Search) -> None:
    before = search_own("", first=100)
    assert own_engine.upsert(corpus()) == len(corpus())
    assert ids(search_own("", first=100)) == ids(before)
    assert own_engine.document_count() == len(corpus())


def test_removed_object_is_gone_in_every_language(own_engine: SearchEngine, search_own: Search) -> None:
    own_engine.remove(SearchKind.PLACE, [10, 9_999])
    assert 10 not in ids(search_own("faïence"))
    assert ids(search_own("faience museum ", language="en")) == [6]
    assert own_engine.document_count() == len(corpus()) - 6


def test_removed_words_are_no_correction(own_engine: SearchEngine, search_own: Search) -> None:
    assert ids(search_own("penitants ")) == [14]
    own_engine.remove(SearchKind.PLACE, [14])
    assert ids(search_own("penitants ")) == []


def test_rebuild_holds_the_given_documents_and_no_others(own_engine: SearchEngine, search_own: Search) -> None:
    kept = [document for document in corpus() if document.kind != SearchKind.EVENT]
    assert own_engine.rebuild(kept) == len(kept)
    assert own_engine.document_count() == len(kept)
    assert search_own("").facets[SearchKind.EVENT] == 0


def test_search_goes_on_during_a_rebuild(own_engine: SearchEngine, search_own: Search) -> None:
    seen = []

    def documents() -> list[SearchDocument]:
        for number, document in enumerate(corpus()):
            if number % 25 == 0:
                seen.append(ids(search_own("moustiers ")))
            yield document

    before = ids(search_own("moustiers "))
    own_engine.rebuild(documents())
    assert seen == [before] * len(seen)
    assert len(seen) > 3
    assert ids(search_own("moustiers ")) == before


def test_change_during_a_rebuild_is_kept(own_engine: SearchEngine, search_own: Search) -> None:
    def documents() -> list[SearchDocument]:
        for number, document in enumerate(corpus()):
            if number == 10:
                own_engine.upsert(documents_of_object(SearchKind.PLACE, 77, {"fr": "Lavoir"}, {}, DIGNE))
            yield document

    own_engine.rebuild(documents())
    assert ids(search_own("lavoir ")) == [77]
