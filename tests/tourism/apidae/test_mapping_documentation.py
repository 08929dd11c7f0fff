"""docs/apidae.md says what becomes of every path of APIDAE's schemas."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.tourism.apidae.documentation import OUTSIDE, PAGE, expressions
from tests.tourism.apidae.mapping_payloads import BLOCKS, schema_paths
from tests.tourism.apidae.territories import needs_samples, schema


def documented(section: str) -> list[str]:
    rows = re.findall(r"^\| (`.+?`[^|]*) \|", section, re.MULTILINE)
    return [pattern for row in rows for pattern in re.findall(r"`([^`]+)`", row)]


@pytest.fixture(scope="module")
def paths():
    return [row.path for row in schema_paths()]


@pytest.fixture(scope="module")
def inside():
    return documented(PAGE.read_text(encoding="utf-8").split(OUTSIDE)[0])


def paths_of_schema(node: dict[str, Any], path: str = "") -> Iterator[str]:
    """Paths of a schema down to elements of reference, texts by language and linked objects, which are one value."""
    members = node.get("properties")
    if members is None:
        yield from paths_of_schema(node["items"], f"{path}[]") if "items" in node else [path]
        return
    is_text = all(key.startswith("libelle") for key in members)
    is_link = path and {"type", "id"} <= members.keys() <= {"type", "id", *LINK_ONLY_IN_THE_API}
    if is_text or is_link or "elementReferenceType" in members:
        yield path
        return
    for key, member in members.items():
        yield from paths_of_schema(member, f"{path}.{key}" if path else key)


LINK_ONLY_IN_THE_API = ("nom", "identifier", "state", "adresse", "geolocalisation")
# Objects with members of their own in the list, because the API says more of them than a link, and exports only an id.
SPELLED_OUT = ("territoires[]", "localisation.territoiresAffectes[]")


def test_the_list_of_paths_is_whole(paths):
    assert len(paths) == len(set(paths)) == 700
    for block in BLOCKS.values():
        assert any(path.startswith(f"{block}.") for path in paths), block


@needs_samples
@pytest.mark.parametrize("interface", ["api", "export"])
@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_the_list_of_paths_holds_every_path_of_the_official_schemas(apidae_type, interface, paths):
    listed = {*paths, *SPELLED_OUT}
    found = set(paths_of_schema(schema(f"{interface}/full/objetTouristique/{apidae_type}")))
    assert len(found) > 150
    assert {path for path in found - listed if path.removeprefix("aspects[].") not in listed} == set()


def test_a_path_that_nobody_documented_would_be_noticed(inside):
    known = [expression for pattern in inside for expression in expressions(pattern)]
    for path in ("ouverture.nouveauChamp", "nouvelleRacine[]", "informationsRestauration.nouveau"):
        assert not any(expression.fullmatch(path) for expression in known), path


def test_every_path_of_the_schemas_is_documented(paths, inside):
    known = [expression for pattern in inside for expression in expressions(pattern)]
    assert [path for path in paths if not any(expression.fullmatch(path) for expression in known)] == []


def test_every_documented_path_is_in_the_schemas(paths, inside):
    unknown = [
        (pattern, expression.pattern)
        for pattern in inside
        for expression in expressions(pattern)
        if not any(expression.fullmatch(path) for path in paths)
    ]
    assert unknown == []


def test_every_row_says_a_fate():
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert len(rows) > 100
    assert [row for row in rows if not re.search(r"\| (?:`|raw|dropped|decides)", row[3:])] == []
