"""The names of sources have one definition: a record that another name calls is another source's."""

import ast

from django.conf import settings

from tourism.enums import APIDAE

APPS = ("cms", "tourism", "agenda", "search", "config")


def test_name_of_apidae_as_a_source_is_written_once():
    writing = {
        str(path.relative_to(settings.BASE_DIR))
        for app in APPS
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and node.value == APIDAE
    }
    assert writing == {"tourism/enums.py"}
