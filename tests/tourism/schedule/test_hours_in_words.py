"""An hour is said alike by the sentences of the server and by the web app, in six languages."""

import json
from datetime import time
from pathlib import Path

import pytest

from tourism.schedule.grammar import GRAMMARS

VECTORS = Path(__file__).parents[2] / "vectors" / "hours.json"
CASES = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("language", GRAMMARS)
@pytest.mark.parametrize("case", CASES, ids=[case["time"] for case in CASES])
def test_hour_of_a_sentence_is_that_of_the_web_app(case, language):
    at, words = time.fromisoformat(case["time"]), case["words"][language]
    grammar = GRAMMARS[language]
    if case.get("end") and language == "it" and at == time(0):
        words = "mezzanotte"
    said = grammar.until_time(at) if case.get("end") else grammar.from_time(at)
    assert said.replace("\u00a0", " ").endswith((f" {words}", f"’{words}"))
