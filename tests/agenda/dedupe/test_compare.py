"""One pair of events: properties for whatever sources write, and the rules one by one."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.dedupe import Band, Candidate, Identifier, ReasonCode, When, compare, reason_sentence, shared_addresses
from tests.agenda.dedupe.labelled import event

WORDS = [
    "fête",
    "marché",
    "noël",
    "concert",
    "de",
    "la",
    "l'",
    "du",
    "à",
    "Émilie",
    "Brûlé",
    "œuvre",
    "12e",
    "édition",
    "2026",
    "2025",
    "#3",
    "vol.",
    "2",
    "[ANNULÉ]",
    "20h30",
    "12",
    "€",
    "samedi",
    "7",
    "mars",
    "Digne-les-Bains",
    "théâtre",
    "|",
    ":",
    "–",
    "(",
    ")",
    "@",
    "+",
    "&",
    "festival",
    "Sonnailles",
    "lavande",
    "jour",
    "1",
    "exposition",
    "vernissage",
    "...",
    "été",
    "adultes",
    "🎉",
]
TITLES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join))
MOMENTS = st.builds(
    When,
    day=st.dates(date(2026, 6, 1), date(2026, 6, 20)) | st.sampled_from([date.min, date.max]),
    start=st.none() | st.times() | st.sampled_from([time(20), time(20, 30), time(0), time(1, 30)]),
)
PLACES = st.sampled_from(
    ["", "Théâtre", "Théâtre Durance-Haute", "Salle des fêtes", "Centre-ville", "Digne-les-Bains", "..."]
)
CANDIDATES = st.builds(
    Candidate,
    key=st.sampled_from("abcdef"),
    title=st.dictionaries(st.sampled_from(["fr", "en", "it", "ja"]), TITLES, max_size=3),
    occurrences=st.lists(MOMENTS, max_size=6).map(tuple),
    venue=PLACES,
    venue_id=st.sampled_from(["", "v1", "v2"]),
    commune_code=st.sampled_from(["", "04070", "04112"]),
    town=PLACES,
    latitude=st.none() | st.floats() | st.just(44.09),
    longitude=st.none() | st.floats() | st.just(6.23),
    addresses=st.lists(
        st.text(max_size=30) | st.sampled_from(["https://a.fr/e/12345", "http://[", "a.fr"]), max_size=2
    ).map(tuple),
    identifiers=st.frozensets(st.builds(Identifier, st.sampled_from("xy"), st.sampled_from("12")), max_size=1),
    part_of=st.none() | st.builds(Identifier, st.sampled_from("xy"), st.sampled_from("12")),
    organiser=PLACES,
    price=st.sampled_from(["", "12 €"]),
    source=st.sampled_from(["", "alpha", "beta"]),
    categories=st.sampled_from([(), ("CINEMA",)]),
)
EVENING = {"when": "2026-07-11 20:30", "town": "Oraison", "venue": "Théâtre du Platane"}


def codes(likeness):
    return {reason.code for reason in likeness.reasons}


@settings(max_examples=400, deadline=None)
@given(CANDIDATES, CANDIDATES)
def test_comparison_is_symmetric_and_never_raises(a, b):
    likeness = compare(a, b)
    assert likeness == compare(b, a)
    assert 0 <= likeness.score <= 1
    assert all(reason_sentence(reason) for reason in likeness.reasons)


@settings(max_examples=200, deadline=None)
@given(CANDIDATES.filter(lambda candidate: candidate.identifiers))
def test_an_event_is_itself(candidate):
    assert compare(candidate, candidate).band is Band.SILENT


@settings(max_examples=300, deadline=None)
@given(CANDIDATES, CANDIDATES)
def test_accents_capitals_and_order_of_languages_do_not_matter(a, b):
    accents = str.maketrans("éèêëàâçîïôûùÉÈÊËÀÂÇÎÏÔÛÙ", "eeeeaaciiouuEEEEAACIIOUU")

    def shouted(text):
        # Characters whose capital is another word ("ŉ", "ǰ") are left alone.
        return "".join(c.upper() if c.upper().lower() == c else c for c in text.translate(accents))

    titles = [(language, shouted(text)) for language, text in a.title.items()]
    again = replace(a, title=dict(reversed(titles)), content_key=a.fingerprint)
    first, second = compare(replace(a, content_key=a.fingerprint), b), compare(again, b)
    assert (first.band, first.score) == (second.band, second.score)


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=500, max_size=10_000))
def test_endless_titles_are_read(text):
    title = (text * 20)[:10_000]
    assert compare(event("a", title, **EVENING), event("b", title, **EVENING, source="x")).score >= 0


@pytest.mark.parametrize(
    "title", ["(" * 10_000, "1" * 10_000, "le 1 " * 2000, "a à " * 2500, "#" * 10_000, "@ a" * 3000, "x." * 5000]
)
def test_titles_made_to_hang_do_not(title):
    assert compare(event("a", title, **EVENING), event("b", title[:-1], **EVENING)).score >= 0


def test_common_identifier_is_silent_whatever_the_titles():
    a, b = event("a", "Le bal des lucioles", ids="apidae:1"), event("b", "Guinguette", ids="dt:z apidae:1")
    likeness = compare(a, b)
    assert (likeness.band, codes(likeness) & {ReasonCode.SAME_IDENTIFIER}) == (
        Band.SILENT,
        {ReasonCode.SAME_IDENTIFIER},
    )


def test_identifier_given_to_something_else_is_reviewed():
    a = event("a", "Le bal des lucioles", "2025-07-01", ids="apidae:1")
    assert compare(a, event("b", "Foire aux agneaux", "2026-04-12", ids="apidae:1")).band is Band.REVIEW


def test_one_number_in_two_numberings_says_nothing():
    a, b = event("a", "Wet Hamsters", ids="apidae:1", **EVENING), event("b", "Marmots", ids="openagenda:1", **EVENING)
    assert compare(a, b).band is Band.DIFFERENT


PAGE = "https://billets.exemple.fr/e/orvet-et-couleuvre"


@pytest.mark.parametrize(
    ("said", "band"),
    [
        ({}, Band.SILENT),
        ({"when": "2026-07-12 20:30"}, Band.REVIEW),  # same page, next day
        ({"title": "Loupiote"}, Band.DIFFERENT),  # a page of the house
        ({"title": "Loupiote", "venue": ""}, Band.REVIEW),
        ({"source": "alpha"}, Band.REVIEW),  # its source counts them as two
    ],
)
def test_common_page(said, band):
    a = event("a", "Orvet et Couleuvre en tournée d'adieu", url=PAGE, source="alpha", **EVENING)
    told = {"title": "Orvet et Couleuvre", "url": f"{PAGE}/?utm_source=x", "source": "beta", **EVENING, **said}
    assert compare(a, event("b", **told)).band is band


def test_page_of_many_events_merges_nothing_silently():
    a = event("a", "Orvet et Couleuvre en tournée d'adieu", url=PAGE, source="alpha", **EVENING)
    b = event("b", "Orvet et Couleuvre", url=PAGE, source="beta", **EVENING)
    others = [event(f"o{number}", title, url=PAGE) for number, title in enumerate(["Loupiote", "Marmots", "Zinzoline"])]
    shared = shared_addresses([a, b, *others])
    assert compare(a, b).band is Band.SILENT
    assert compare(a, b, shared_addresses=shared).band is Band.REVIEW


def test_same_venue_same_evening_other_title_is_different_whatever_the_rest():
    alike = {**EVENING, "organiser": "Ville d'Oraison", "price": "12 €", "venue_id": "v1", "url": PAGE}
    a, b = event("a", "Le facteur volant", **alike), event("b", "L'été de Rosalba", **alike, source="x")
    likeness = compare(a, b)
    assert likeness.band is Band.DIFFERENT
    assert ReasonCode.DIFFERENT_TITLES in codes(likeness)


def test_likeness_asked_of_names_grows_with_the_distance():
    def band(metres):
        a = event("a", "Balade contée du Vançon et ses moulins", "2026-07-11", at=(44.0, 6.0), source="x")
        b = event("b", "Balade du Vançon avec Léonie", "2026-07-11", at=(44.0 + metres / 111_195, 6.0), source="y")
        return compare(a, b)

    asked = [
        next(r.values["asked"] for r in band(metres).reasons if r.code is ReasonCode.DIFFERENT_TITLES)
        for metres in (50, 1000, 3000, 4900)
    ]
    assert asked == sorted(asked)
    assert asked[0] < asked[-1]


def test_invented_hour_contradicts_nothing():
    a, b = (
        event("a", "Marmots", **EVENING),
        event("b", "Marmots", **{**EVENING, "when": "2026-07-11 20:00"}, source="x"),
    )
    assert compare(a, b).band is Band.SILENT
    late = event("b", "Marmots", **{**EVENING, "when": "2026-07-11 23:15"}, source="x")
    assert compare(a, late).band is Band.REVIEW


def test_sessions_of_one_source_are_two():
    a = event("a", "Plouf le têtard", **{**EVENING, "when": "2026-07-11 10:00"}, source="x")
    b = event("b", "Plouf le têtard", **{**EVENING, "when": "2026-07-11 15:00"}, source="x")
    assert compare(a, b).band is Band.DIFFERENT


def test_moved_date_is_asked_and_never_silent():
    a, b = (
        event("a", "Bal des Ramoneurs", **EVENING),
        event("b", "Bal des Ramoneurs", **{**EVENING, "when": "2026-07-18 20:30"}),
    )
    likeness = compare(a, b)
    assert likeness.band is Band.REVIEW
    assert next(r for r in likeness.reasons if r.code is ReasonCode.MOVED_DATE).values == {"days": 7}


def test_programme_and_its_evening_are_two():
    a = event("a", "Festival Sonnailles", "2026-07-08..2026-07-12", town="Mane")
    b = event("b", "Festival Sonnailles : Trio Lichen", "2026-07-09 21:00", town="Mane", source="x")
    likeness = compare(a, b)
    assert (likeness.band, ReasonCode.PROGRAMME_PART in codes(likeness)) == (Band.DIFFERENT, True)


def test_years_that_differ_on_one_day_are_asked():
    # Last year's title on this year's page.
    a, b = event("a", "Sonnailles 2025", **EVENING), event("b", "Sonnailles 2026", **EVENING, source="x")
    likeness = compare(a, b)
    assert (likeness.band, ReasonCode.OTHER_EDITION in codes(likeness)) == (Band.REVIEW, True)


def test_same_content_under_new_numbers_of_a_feed_is_silent():
    a, b = (event(key, "Yoga des cimes", **EVENING, source="ics", ids=f"ics:{key}") for key in "ab")
    likeness = compare(a, b)
    assert (likeness.band, ReasonCode.SAME_CONTENT in codes(likeness)) == (Band.SILENT, True)


def test_what_was_ignored_in_titles_is_told():
    a, b = event("a", "11/07 | Marmots - 12 €", **EVENING), event("b", "Marmots", **EVENING, source="x")
    ignored = [reason.values for reason in compare(a, b).reasons if reason.code is ReasonCode.TITLE_IGNORED]
    assert ignored == [{"kind": "DATE", "text": "11/07"}, {"kind": "PRICE", "text": "12 €"}]


@pytest.mark.parametrize(
    ("short", "long", "words"),
    [
        ("Yoga sur l’eau", "Yoga sur l’eau, enfants", "enfants"),
        ("Yoga sur l’eau", "Yoga sur l’eau pour ados", "ados"),
        ("Foire aux santons", "Foire aux santons et brocante", "brocante"),
        ("Fête du safran", "Fête du safran, bal", "bal"),
        ("Veillée des lanternes", "Veillée des lanternes, hiver", "hiver"),
    ],
)
def test_what_one_title_alone_says_of_kind_or_public_is_asked(short, long, words):
    evening = {"when": "2026-07-11 18:00", "town": "Oraison", "venue": "Médiathèque du Platane"}
    a, b = event("a", short, **evening, source="x"), event("b", long, **evening, source="y")
    likeness = compare(a, b)
    assert likeness.band is Band.REVIEW
    said = [reason for reason in likeness.reasons if reason.code is ReasonCode.SAID_BY_ONE]
    assert [reason.values for reason in said] == [{"words": words}]
    assert compare(a, event("b", short, **evening, source="y")).band is Band.SILENT


def test_hours_that_are_nearly_the_same_are_said_as_they_are():
    place = {"town": "Oraison", "venue": "Théâtre du Platane"}
    a = event("a", "Marmots et Couleuvres", "2026-07-11 22:30", **place, source="x")
    b = event("b", "Marmots et Couleuvres", "2026-07-11 23:00", **place, source="y")
    told = {reason.code: reason.values for reason in compare(a, b).reasons}
    assert told[ReasonCode.CLOSE_TIMES] == {"times": "22:30 / 23:00"}
    assert ReasonCode.SAME_TIME not in told


@pytest.mark.parametrize(
    ("ours", "theirs", "code", "values"),
    [
        (
            "2026-07-11 20:30, 2026-07-18 20:30, 2026-07-25 20:30",
            "2026-07-11 20:30, 2026-07-18 20:30, 2026-08-01 20:30",
            ReasonCode.SHARED_DAYS,
            {"shared": 2, "days": 4},
        ),
        (
            "2026-07-11 20:30",
            "2026-07-11 20:30, 2026-07-18 20:30",
            ReasonCode.SHARED_DAYS,
            {"shared": 1, "days": 2},
        ),
        (
            "2026-07-11 15:00",
            "2026-07-11 20:00",
            ReasonCode.HOUR_OF_ONE,
            {"time": "20:00"},
        ),
        (
            "2026-07-11 15:00, 2026-07-11 20:30",
            "2026-07-11 20:30",
            ReasonCode.HOUR_OF_ONE,
            {"time": "15:00"},
        ),
    ],
)
@pytest.mark.parametrize("page", ["", "https://billets.example.org/e/cigales-en-fanfare-2431"])
def test_a_date_or_hour_that_one_alone_says_is_asked_for_it_would_be_lost(ours, theirs, code, values, page):
    place = {"town": "Oraison", "venue": "Théâtre du Platane", "url": page}
    a = event("a", "Les Cigales en fanfare", ours, **place, source="x")
    b = event("b", "Les Cigales en fanfare", theirs, **place, source="y")
    likeness = compare(a, b)
    assert likeness.band is Band.REVIEW
    assert likeness == compare(b, a)
    assert {reason.code: reason.values for reason in likeness.reasons}[code] == values
    assert compare(a, event("b", "Les Cigales en fanfare", ours, **place, source="y")).band is Band.SILENT


def test_same_title_is_told_as_it_was_written():
    a = event("a", "La Rivière verte : contes", "2027-05-08 14:30", town="Riez")
    b = event("b", "La rivière verte (contes)", "2027-05-08 14:30", town="Riez")
    told = [reason.values for reason in compare(a, b).reasons if reason.code is ReasonCode.SAME_TITLE]
    assert (
        told
        == [{"title": "La Rivière verte : contes"}]
        == [reason.values for reason in compare(b, a).reasons if reason.code is ReasonCode.SAME_TITLE]
    )
