"""What is served and exported follows the official schemas."""

import json

import jsonschema

from tests.tourism.apidae.asking import OBJECTS, answer_of, asked, exported
from tests.tourism.apidae.territories import (
    SAMPLES,
    TODAY,
    needs_samples,
    object_faults,
    referential,
    schema,
    schema_faults,
    territory,
)
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.territory import demonstration_dataset


@needs_samples
def test_answers_about_real_objects_follow_the_official_schemas():
    dataset = Dataset.from_path(SAMPLES / "export-2017-events.zip")
    dataset.elements_reference = referential()
    dataset.communes = json.loads((SAMPLES / "communes-04.json").read_text())
    with ApidaeSimulator(dataset) as simulator:
        found = asked(simulator, OBJECTS, responseFields=["@all"], locales=["fr", "en", "pt-br"])
        assert schema_faults(found["query"], "api/output/apiObjetsTouristiquesRequete") == []
        faults = [fault for item in found["objetsTouristiques"] for fault in object_faults(item, "api")]
        _, archive = exported(simulator)
    assert faults == []
    items = json.loads(archive.read("objets_modifies/objets_modifies-1.json"))
    assert len(items) == 5
    assert [fault for item in items for fault in object_faults(item, "export")] == []
    for name, path in (
        ("communes", "exportCommunes"),
        ("criteres_internes", "exportCriteresInternes"),
        ("selections", "exportSelections"),
        ("territoires", "exportTerritoire"),
    ):
        content = json.loads(archive.read(f"{name}.json"))
        assert schema_faults(content, f"export/output/{path}") == [], name
    assert element_faults(json.loads(archive.read("elements_reference.json"))) == (6192, [])


@needs_samples
def test_made_up_territory_follows_the_official_schemas():
    with ApidaeSimulator(territory(), today=TODAY) as simulator:
        found = asked(simulator, OBJECTS, responseFields=["@all"], locales=["fr", "en", "it"], count=200)
        assert [fault for item in found["objetsTouristiques"] for fault in object_faults(item, "api")] == []
        selections = asked(simulator, "referentiel/selections")
        assert schema_faults(selections, "api/output/apiReferentielSelectionsResultat") == []
        communes = asked(simulator, "referentiel/communes", codesInsee=["04070", "04112"])
        assert schema_faults(communes, "api/output/apiReferentielCommunesResultat") == []
        _, archive = exported(simulator, grouped="false")
    items = [json.loads(archive.read(name)) for name in archive.namelist() if "-" in name]
    assert len(items) == 14
    assert [fault for item in items for fault in object_faults(item, "export")] == []
    assert len(object_faults(items[0] | {"inconnu": 1}, "export")) == 1


def element_faults(elements: list[dict]) -> tuple[int, list[str]]:
    """How many elements there are, and the faults of those (one in seven) that are checked, each against its type."""
    forms = {
        form["properties"]["elementReferenceType"]["enum"][0]: jsonschema.Draft3Validator(form)
        for form in schema("export/output/exportElementsReference")["items"]
    }
    checked = [element for element in elements[::7] if element["elementReferenceType"] in forms]
    assert len(checked) > 800
    return len(elements), [
        f"{element['id']}: {error.message}"
        for element in checked
        for error in forms[element["elementReferenceType"]].iter_errors(element)
    ]


@needs_samples
def test_demonstration_served_over_http_follows_the_official_schemas():
    with ApidaeSimulator(Dataset([]), today=TODAY) as simulator:
        simulator.dataset = demonstration_dataset(TODAY, simulator.url)
        every = {"responseFields": ["@all"], "locales": ["fr", "en", "it", "de", "es", "nl"], "count": 200}
        pages = [asked(simulator, OBJECTS, first=first, **every) for first in range(0, 1_000, 200)]
        found = sum((page.get("objetsTouristiques", []) for page in pages), [])
        picture = next(item for item in found if "illustrations" in item)
        url = picture["illustrations"][0]["traductionFichiers"][0]["url"]
        assert url.startswith(f"{simulator.url}/filestore/")
        assert answer_of(simulator, url.removeprefix(simulator.url)).headers["Content-Type"] == "image/jpeg"
        assert answer_of(simulator, "/filestore/objets-touristiques/images/1/2/3.jpg").status == 404
        _, archive = exported(simulator, grouped="false")
    assert pages[0]["numFound"] == len(found) >= 100
    assert [fault for item in found for fault in object_faults(item, "api")] == []
    items = [json.loads(archive.read(name)) for name in archive.namelist() if name.startswith("objets_modifies/")]
    assert len(items) == len(found)
    assert [fault for item in items for fault in object_faults(item, "export")] == []
