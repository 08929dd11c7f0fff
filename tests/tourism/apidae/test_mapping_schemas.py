"""Objects made up from the official schemas, and from the list of their paths: taken, or refused with a sentence."""

import json
import random
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.sources.apidae import map_object
from tests.tourism.apidae.full_objects import put
from tests.tourism.apidae.mapping_checks import ODD_NUMBERS, ODD_TEXTS, check, mutated, paths_in
from tests.tourism.apidae.mapping_payloads import BLOCKS, REFERENTIAL, SchemaPath, schema_paths
from tests.tourism.apidae.territories import needs_samples, schema

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
WORDS = (
    "Moulin",
    "Fête de l’eau",
    "Old mill",
    "12",
    "https://example.org/a.jpg",
    "a@example.org",
    "04 92 00 00 00",
    "gpx",
)
types = st.sampled_from(sorted(BLOCKS))
# An object has hundreds of fields: they are drawn by a generator of its own from one seed, and `density` is how many of
# the fields that may be left out are there.
seeds = st.integers(0, 2**32)
densities = st.floats(0.02, 1)


def text_of(form: str | None, chance: random.Random) -> str:
    """A text of a format of the schemas."""
    day = f"{chance.randint(2025, 2028)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    clock = f"{chance.randint(0, 23):02d}:{chance.randint(0, 59):02d}"
    match form:
        case "date":
            return day
        case "date-time":
            return f"{day}T{clock}:00.000+0000"
        case "time":
            return chance.choice((clock, f"{clock}:00"))
        case _:
            return chance.choice(WORDS)


def made_of_schema(node: dict[str, Any], chance: random.Random, density: float) -> Any:
    """A value that a schema (draft 3) accepts."""
    if "enum" in node:
        return chance.choice(node["enum"])
    kind = node.get("type")
    if kind == "object" or "properties" in node:
        return {
            key: made_of_schema(member, chance, density)
            for key, member in node.get("properties", {}).items()
            if member.get("required") or chance.random() < density
        }
    if kind == "array":
        return [made_of_schema(node["items"], chance, density) for _item in range(chance.choice((0, 1, 1, 2)))]
    if kind == "boolean":
        return chance.random() < 0.5
    if kind in ("integer", "number"):
        return chance.choice((0, 1, 7, 4187, 6176, 6564, 587, 201, 205, 3333, 10**6, -3))
    return text_of(node.get("format"), chance) if kind == "string" else chance.choice((None, 1, "x", [], {"a": 1}))


def made_of_official_schema(apidae_type: str, seed: int, density: float, interface: str = "api") -> dict[str, Any]:
    chance = random.Random(seed)
    raw = made_of_schema(schema(f"{interface}/full/objetTouristique/{apidae_type}"), chance, density)
    return raw | {"type": apidae_type, "id": chance.randint(1, 10**9), "nom": {"libelleFr": "Moulin"}}


def made_of_paths(apidae_type: str, seed: int, density: float) -> dict[str, Any]:
    """The same from the list of paths, which is always at hand."""
    chance = random.Random(seed)
    raw: dict[str, Any] = {}
    for row in schema_paths():
        if apidae_type in row.apidae_types and chance.random() < density and not row.path.startswith(COMMUNES):
            put(raw, row.path.split("."), value_of(row, chance))
    return raw | {"type": apidae_type, "id": chance.randint(1, 10**9), "nom": {"libelleFr": "Moulin"}}


# Both as one value and by their members in the list.
COMMUNES = ("localisation.adresse.commune", "localisation.perimetreGeographique[]")


def value_of(row: SchemaPath, chance: random.Random) -> Any:
    kind, _colon, form = row.kind.partition(":")
    number = chance.choice((0, 1, 6176, 6564, 4187, 201, 3333, 10**9))
    if "enum=" in kind:
        return chance.choice(row.kind.split("enum=")[1].split("|"))
    if kind.startswith("TXT"):
        return {"libelleFr": chance.choice(WORDS), "libelleKo": chance.choice(WORDS)}
    if kind.startswith("REF"):
        return {"elementReferenceType": kind[4:-1], "id": number, "libelleFr": chance.choice(WORDS)}
    if kind == "LINK":
        return {"type": chance.choice(sorted(BLOCKS)), "id": number, "nom": {"libelleFr": chance.choice(WORDS)}}
    if kind in ("integer", "number"):
        return number
    return chance.random() < 0.5 if kind == "boolean" else text_of(form, chance)


@needs_samples
@pytest.mark.parametrize("interface", ["api", "export"])
@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_objects_made_of_the_official_schemas_are_valid(apidae_type, interface):
    validator = jsonschema.Draft3Validator(schema(f"{interface}/full/objetTouristique/{apidae_type}"))
    raw = made_of_official_schema(apidae_type, 5, 0.3, interface)
    faults = [error for error in validator.iter_errors(raw) if "format" not in error.schema]
    assert [error.message[:100] for error in faults] == []


@needs_samples
@QUICK
@given(types, seeds, densities, st.sampled_from(["api", "export"]))
def test_valid_object_of_the_official_schemas_maps(apidae_type, seed, density, interface):
    raw = made_of_official_schema(apidae_type, seed, density, interface)
    before = repr(raw)
    check(raw)
    assert map_object(raw, REFERENTIAL).external_id == str(raw["id"])
    assert repr(raw) == before


@needs_samples
@QUICK
@given(types, seeds, densities, st.data())
def test_mutated_object_of_the_official_schemas_maps_or_says_why(apidae_type, seed, density, data):
    raw = made_of_official_schema(apidae_type, seed, density)
    check(mutated(data.draw, raw, paths_in(raw)))


@QUICK
@given(types, seeds, densities)
def test_object_of_the_listed_paths_maps(apidae_type, seed, density):
    raw = made_of_paths(apidae_type, seed, density)
    check(raw)
    assert map_object(raw, REFERENTIAL).external_id == str(raw["id"])


@QUICK
@given(types, seeds, densities, st.data())
def test_mutated_object_of_the_listed_paths_maps_or_says_why(apidae_type, seed, density, data):
    raw = made_of_paths(apidae_type, seed, density)
    check(mutated(data.draw, raw, paths_in(raw)))


@QUICK
@given(types, seeds, st.integers(1, 30))
def test_object_of_which_many_parts_at_once_are_odd_maps_or_says_why(apidae_type, seed, count):
    raw = made_of_paths(apidae_type, seed, 0.5)
    chance = random.Random(seed)
    for path in chance.choices(paths_in(raw), k=count):
        node: Any = raw
        for key in path[:-1]:
            inside = isinstance(node, dict) and key in node or isinstance(node, list) and isinstance(key, int)
            node = node[key] if inside and (isinstance(node, dict) or key < len(node)) else None
        if isinstance(node, dict):
            node[path[-1]] = chance.choice((*ODD_TEXTS, *ODD_NUMBERS, None, [], {}, [[]], [{"id": {}}], {"id": []}))
    check(raw)


@pytest.mark.parametrize("path", ["ouverture.periodesOuvertures", "ouverture.fermeturesExceptionnelles", "expiration"])
def test_unpaired_surrogate_in_a_date_leaves_a_remark_that_can_be_stored(path):
    raw: dict[str, Any] = {"type": "HOTELLERIE", "id": 1, "nom": {"libelleFr": "Moulin"}}
    dates = {
        "dateDebut": "\ud800\x00",
        "dateFermeture": "\ud800\x00",
        "dateExpiration": "\ud800",
        "datePublication": "\ud800",
    }
    put(raw, path.split("."), dates if path == "expiration" else [dates])
    remarks = map_object(raw, REFERENTIAL).remarks
    assert remarks
    assert "\x00" not in "".join(remarks)
    json.dumps(remarks, ensure_ascii=False).encode()


def test_made_up_objects_are_worth_reading():
    raw = made_of_paths("HOTELLERIE", 1, 1)
    record = map_object(raw, REFERENTIAL).record.to_json()
    assert len(record) > 25
    assert len(json.dumps(raw)) > 5_000
