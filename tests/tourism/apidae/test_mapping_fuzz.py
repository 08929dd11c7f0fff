"""Whatever an object becomes, the mapping answers a record that can be stored, or a sentence."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.mapping_checks import check, mutated, odd_values, paths_in
from tests.tourism.apidae.mapping_payloads import BLOCKS, a_picture, a_plan, an_element, rich_object
from tourism.apidae.mapping.addresses import email_address, examined_address, other_address, phone_number, web_address
from tourism.apidae.texts import MARKUP, clean_line, clean_text, has_markup, is_clean

PLAIN_ADDRESSES = (
    "https://example.org",
    "https://www.example.org:8080/a/b.jpg?c=d#e",
    "http://127.0.0.1:8899/filestore/1.jpg",
    "http://static.apidae-tourisme.com/filestore/1.jpg",
    "http://example.org/http://static.apidae-tourisme.com",
    "http://example.org:99999/",
    "https://example.org/a@b",
    "https://a@example.org/",
    "http://999.999.999.999/",
    "https://example.org//",
    "https://-example.org/",
)


def whole_object(apidae_type: str) -> dict[str, Any]:
    raw = rich_object(apidae_type)
    raw["aspects"] = [
        {
            "aspect": "HIVER",
            "champsAspect": ["presentation.descriptifCourt", "ouverture"],
            "presentation": {"descriptifCourt": {"libelleFr": "Neige."}},
        }
    ]
    raw["multimedias"].append(a_plan("https://example.org/t.gpx", extension="gpx"))
    raw["imagePrincipale"] = a_picture("https://example.org/p.jpg", type="IMAGE_PRINCIPALE")
    raw["territoires"] = [{"type": "TERRITOIRE", "id": 5, "nom": {"libelleFr": "Verdon"}}]
    raw["datesOuverture"] = ["2026-07-01"]
    raw["visites"] = {"visitable": True, "languesVisite": [an_element("Langue", 1192, "Anglais")]}
    block = raw[BLOCKS[apidae_type]]
    if apidae_type == "EQUIPEMENT":
        block["itineraire"] = {"distance": 12.5, "denivellation": 300, "itineraireType": "BOUCLE"}
    if apidae_type == "DOMAINE_SKIABLE":
        block["sousDomaines"] = [{"order": 1, "objetTouristique": {"type": "DOMAINE_SKIABLE", "id": 6}}]
    if apidae_type == "FETE_ET_MANIFESTATION":
        block["themes"] = [an_element("FeteEtManifestationTheme", 2208, "Jazz")]
        block["portee"] = an_element("FeteEtManifestationPortee", 2352, "Locale")
    return raw


WHOLE = {apidae_type: whole_object(apidae_type) for apidae_type in BLOCKS}
PATHS = {apidae_type: paths_in(raw) for apidae_type, raw in WHOLE.items()}


@st.composite
def mutated_objects(draw):
    apidae_type = draw(st.sampled_from(sorted(BLOCKS)))
    return mutated(draw, WHOLE[apidae_type], PATHS[apidae_type])


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutated_objects())
def test_mutated_object_maps_or_says_why(raw):
    before = repr(raw)
    check(raw)
    assert repr(raw) == before


@settings(max_examples=150, deadline=None)
@given(odd_values, st.sampled_from(sorted(BLOCKS)))
def test_any_json_under_a_known_type_maps_or_says_why(value, apidae_type):
    check({"type": apidae_type, "id": 5, "nom": {"libelleFr": "X"}, BLOCKS[apidae_type]: value, "ouverture": value})
    check(value)


def test_every_part_replaced_by_odd_values():
    for number, path in enumerate(PATHS["EQUIPEMENT"]):
        for odd in ((None, "<b>x</b>"), (10**60, {"id": {}}), ([], True))[number % 3]:
            check(replaced(WHOLE["EQUIPEMENT"], path, odd))


def replaced(node: Any, path: tuple, value: Any) -> Any:
    """A copy of what leads to a path, with another value there."""
    if not path:
        return value
    result = list(node) if isinstance(node, list) else dict(node)
    result[path[0]] = replaced(node[path[0]], path[1:], value)
    return result


def test_object_nested_very_deep_maps():
    nested: Any = {}
    for _level in range(150):
        nested = {"a": [nested]}
    check(
        rich_object("RESTAURATION") | {"informationsRestauration": {"chef": "X", "plus": nested}, "aspects": [nested]}
    )


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters() | st.sampled_from("<>&;/!b script"), max_size=60))
def test_cleaned_text_never_holds_markup(text):
    cleaned = clean_text(text)
    assert not MARKUP.search(cleaned)
    assert cleaned == cleaned.strip()
    assert "\r" not in cleaned and "\n" not in clean_line(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("htps:/.@ajvcript#?&<>%[]0 \\é"), max_size=30))
def test_addresses_are_web_addresses_or_nothing(text):
    for read in (web_address, other_address, email_address, phone_number):
        assert not read(text).lower().lstrip().startswith(("javascript:", "data:", "vbscript:"))
    assert web_address(text) == "" or web_address(text).startswith(("http://", "https://"))
    assert web_address(web_address(text)) == web_address(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("htps:/.@ajvcript#?&<>%0 \\éexampl.o"), max_size=30) | st.sampled_from(PLAIN_ADDRESSES))
def test_address_that_is_plain_is_what_looking_into_it_says(text):
    assert web_address(text) == examined_address(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters() | st.sampled_from("<>&; \n\r\t\x85\xa0\u202f\ufeff"), max_size=40))
def test_text_that_is_clean_is_only_trimmed(text):
    if is_clean(text):
        assert clean_text(text) == text.strip()
        assert not has_markup(text)
