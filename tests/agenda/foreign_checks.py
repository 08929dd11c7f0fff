"""What must be true of whatever a mapping of another source than APIDAE makes of an event."""

import json
from collections.abc import Callable
from typing import Any

from tourism.apidae.mapping import Mapped, Unmappable
from tourism.apidae.texts import MARKUP
from tourism.schedule import Schedule


def check(map_one: Callable[[Any], Mapped], raw: Any) -> None:
    """Whatever an event becomes, it is a record that can be stored and shown, or a sentence."""
    try:
        result = map_one(raw)
    except Unmappable as problem:
        assert problem.sentence.endswith(".")
        return
    text = json.dumps(result.record.to_json(), allow_nan=False, ensure_ascii=False)
    text.encode()
    assert not MARKUP.search(text)
    assert result.external_id
    assert len(result.external_id) <= 100
    assert all(isinstance(sentence, str) for sentence in result.remarks)
    assert len(result.remarks) <= 41
    if result.record.schedule:
        Schedule.from_json(result.record.schedule)
