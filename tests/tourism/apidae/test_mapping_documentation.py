"""docs/apidae.md says what becomes of every path of APIDAE's schemas."""

import csv
import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

PAGE = Path(settings.BASE_DIR) / "docs" / "apidae.md"
PATHS = Path(settings.BASE_DIR).parent / "shared" / "reference" / "apidae-fields.tsv"
OUTSIDE = "## Outside the schemas"


def documented(section: str) -> list[str]:
    rows = re.findall(r"^\| (`.+?`[^|]*) \|", section, re.MULTILINE)
    return [pattern for row in rows for pattern in re.findall(r"`([^`]+)`", row)]


def expressions(pattern: str) -> list[re.Pattern]:
    """`a.{b,c}.*` as regular expressions, one per name in braces."""
    parts = re.split(r"\{([^}]+)\}", pattern)
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return [re.compile(re.escape("".join(words)).replace(r"\*", ".*")) for words in product(*choices)]


@pytest.fixture(scope="module")
def paths():
    if not PATHS.is_file():
        pytest.skip("the list of paths of the schemas is not on this machine")
    with PATHS.open(encoding="utf-8") as rows:
        return [row[0] for row in csv.reader(rows, delimiter="\t")][1:]


@pytest.fixture(scope="module")
def inside():
    return documented(PAGE.read_text(encoding="utf-8").split(OUTSIDE)[0])


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
