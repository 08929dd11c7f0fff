"""What two test modules need is in a module of its own, which is no test."""

import ast
from pathlib import Path

TESTS = Path(__file__).resolve().parent


def test_no_module_of_tests_is_imported():
    found = [
        f"{path.relative_to(TESTS)}: {node.module}"
        for path in TESTS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[2].startswith("test_")
    ]
    assert found == []
