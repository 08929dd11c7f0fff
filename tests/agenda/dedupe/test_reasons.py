"""Reasons in words."""

import pytest

from agenda.dedupe import Reason, ReasonCode, reason_sentence

TEXTS = (
    "source external_id url title shorter longer text kind editions parts kinds programme venue venues communes time"
)
VALUES = {
    **{name: f"<{name}>" for name in f"{TEXTS} states times organiser price words".split()},
    "likeness": 0.5,
    "asked": 0.75,
    "metres": 120,
    "days": 3,
    "shared": 2,
    "changed": True,
}


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_has_a_sentence(code):
    sentence = reason_sentence(Reason(code, VALUES))
    assert sentence[-1] in ".?"
    assert "{" not in sentence


def test_sentence_names_the_values():
    reason = Reason(ReasonCode.DIFFERENT_TITLES, {"likeness": 0.31, "asked": 0.55})
    assert reason_sentence(reason) == "Les titres diffèrent (31% de ressemblance, il en faudrait 55%)."


def test_reasons_travel_as_json():
    reason = Reason(ReasonCode.DISTANCE, {"metres": 120})
    assert reason.to_json() == {"code": "DISTANCE", "values": {"metres": 120}}
    assert Reason.from_json(reason.to_json()) == reason
