"""APIDAE's 81 categories and 212 themes to the words that a visitor chooses by."""

import gzip
import json
from pathlib import Path

import pytest
from django.conf import settings

from agenda.categories import event_categories
from agenda.enums import EventCategory

REFERENTIAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "apidae" / "elements_reference.2021-10-29.json.gz"
# Categories that say nothing by themselves: gatherings, open days, contests, bingo, sales, blood donation…
SILENT = {2084, 2086, 2095, 2113, 2114, 2125, 3817, 3829, 3869, 3871, 5740}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"categories": [2128]}, ["CONCERT"]),
        ({"categories": [2107, 2083]}, ["MARKET"]),
        ({"categories": [2092]}, ["FLEA_MARKET"]),
        ({"categories": [2082]}, ["FAIR"]),
        ({"categories": [2080]}, ["EXHIBITION"]),
        ({"categories": [3818]}, ["CINEMA"]),
        ({"categories": [2134, 2128]}, ["SHOW", "CONCERT"]),
        ({"categories": [2132]}, ["SHOW", "CONCERT"]),
        ({"categories": [2072]}, ["TALK"]),
        ({"categories": [3717]}, ["TASTING"]),
        ({"categories": [2101]}, ["GUIDED_TOUR"]),
        ({"categories": [2117]}, ["WALK"]),
        ({"categories": [5879]}, ["WORKSHOP"]),
        ({"categories": [2068]}, ["SPORT"]),
        ({"categories": [2096]}, ["FEAST"]),
        ({"categories": [6017]}, ["FEAST", "HERITAGE"]),
        # A festival is of something, and its themes say of what.
        ({"categories": [2081], "themes": [2208]}, ["FESTIVAL", "CONCERT"]),
        ({"categories": [2081], "themes": [2133]}, ["FESTIVAL", "CINEMA"]),
        # Themes only colour what is already known…
        ({"categories": [2128], "themes": [2227]}, ["CONCERT"]),
        ({"categories": [2083], "themes": [2292]}, ["MARKET"]),
        ({"categories": [2080], "themes": [2235]}, ["EXHIBITION"]),
        # …but nature, heritage and walking are looked for as such.
        ({"categories": [2101], "themes": [2290]}, ["GUIDED_TOUR", "NATURE"]),
        ({"categories": [2101], "generic": 2388}, ["GUIDED_TOUR", "HERITAGE"]),
        # A contest says nothing without its theme or type.
        ({"categories": [2095], "themes": [4157]}, ["SPORT"]),
        ({"categories": [2095], "types": [1971]}, ["SPORT"]),
        ({"categories": [2095]}, ["OTHER"]),
        ({"categories": [2086], "generic": 2388}, ["HERITAGE"]),
        ({"types": [1958]}, ["OTHER"]),
        ({"generic": 2384, "types": [1958]}, ["CONCERT"]),
        ({"categories": [2134], "audiences": [594]}, ["SHOW", "CHILDREN"]),
        ({"audiences": [513]}, ["OTHER"]),
        ({"categories": [99999], "themes": [99998], "generic": 99997}, ["OTHER"]),
        ({}, ["OTHER"]),
    ],
)
def test_event_categories(given, expected):
    assert event_categories(**given) == expected


@pytest.fixture(scope="module")
def elements():
    if not REFERENTIAL.is_file():
        pytest.skip("the shared referential is not on this machine")
    with gzip.open(REFERENTIAL) as content:
        return json.load(content)


def test_every_category_of_the_referential_is_decided(elements):
    silent = {
        element["id"]
        for element in elements
        if element["elementReferenceType"] == "FeteEtManifestationCategorie"
        and event_categories(categories=[element["id"]]) == ["OTHER"]
    }
    assert silent == SILENT


def test_most_themes_of_the_referential_are_decided(elements):
    themes = [element for element in elements if element["elementReferenceType"] == "FeteEtManifestationTheme"]
    silent = [theme["libelleFr"] for theme in themes if event_categories(themes=[theme["id"]]) == ["OTHER"]]
    # What is left names no kind of event: charity, companies, houses, fashion, new technologies…
    assert len(themes) == 212
    assert sorted(silent) == sorted(
        [
            "Caritatif",
            "Entreprise",
            "Habitat",
            "Jeux de société",
            "Jeux vidéos",
            "Métiers / coulisses de la neige",
            "Mode",
            "Modélisme",
            "Nouvelles technologies",
            "Religieux",
            "Tauromachie",
            "Tourisme",
            "Urbanisme",
            "Pêche/Ostréiculture",
        ]
    )


def test_every_category_of_ours_can_be_reached():
    reachable = set()
    for identifier in range(1, 8000):
        for name in ("categories", "themes", "types", "audiences"):
            reachable.update(event_categories(**{name: [identifier]}))
        reachable.update(event_categories(generic=identifier))
    assert reachable == set(EventCategory.values)
