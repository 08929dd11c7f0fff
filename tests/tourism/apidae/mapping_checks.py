"""Objects taken apart and spoiled, and what must be true of whatever the mapping makes of them."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import REFERENTIAL
from tourism.apidae.mapping import Unmappable
from tourism.apidae.texts import MARKUP

ODD_TEXTS = (
    *("", " ", "<script>alert(1)</script>", "javascript:alert(1)", "9" * 60, "-1", "1e400", "NaN", "\x00", "\ud800"),
    *(
        "2026-13-45",
        "2026-02-29T25:61:00+0000",
        "24:00:00",
        "http://",
        "http://[",
        "&lt;img src=x onerror=y&gt;",
        "a" * 300,
    ),
    *("0000-00-00", "9999-12-31T23:59:59+9999", "0001-01-01T00:00:00+1400", "true", "PUBLISHED", "²", "٣"),
)
ODD_NUMBERS = (0, -1, 1, 10**60, -(10**60), 2**63, 1.5, -0.0, 1e308, float("nan"), float("inf"), float("-inf"))
odd_leaves = st.one_of(
    st.none(), st.booleans(), st.sampled_from(ODD_NUMBERS), st.sampled_from(ODD_TEXTS), st.text(max_size=20)
)
ODD_KEYS = ("id", "type", "libelleFr", "libelleEn", "url", "coordinates", "elementReferenceType", "nom", "x", "", "é")
odd_values = st.recursive(
    odd_leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(ODD_KEYS), inner, max_size=3)),
    max_leaves=6,
)


def paths_in(value: Any, path: tuple = ()) -> list[tuple]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, item in value.items():
            found += paths_in(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += paths_in(item, (*path, index))
    return found


def mutated(draw, whole: dict[str, Any], paths: list[tuple]) -> dict[str, Any]:
    """A copy of an object with up to four of its parts replaced, removed, wrapped in a list or doubled."""
    raw = copy.deepcopy(whole)
    for path in draw(st.lists(st.sampled_from(paths), min_size=1, max_size=4)):
        node = raw
        try:
            for key in path[:-1]:
                node = node[key]
            change = draw(st.sampled_from(("replace", "remove", "wrap", "duplicate")))
            if change == "remove":
                del node[path[-1]]
            elif change == "wrap":
                node[path[-1]] = [node[path[-1]]]
            elif change == "duplicate":
                node[path[-1]] = [node[path[-1]], node[path[-1]]]
            else:
                node[path[-1]] = draw(odd_values)
        except (KeyError, IndexError, TypeError):
            continue
    return raw


def check(raw: Any) -> None:
    try:
        result = map_object(raw, REFERENTIAL)
    except Unmappable as problem:
        assert problem.sentence
        assert problem.sentence.endswith(".")
        return
    text = json.dumps(result.record.to_json(), allow_nan=False, ensure_ascii=False)
    text.encode()
    assert "\x00" not in text and "\\u0000" not in text
    assert not any(MARKUP.search(found) for found in texts_in(result.record.to_json()))
    said = result.record
    addresses = addresses_in([said.contacts, said.images, said.media, said.booking, getattr(said, "plans", [])])
    assert not any(address.lower().startswith(("javascript:", "data:", "vbscript:")) for address in addresses)
    assert not any(abs(number) > 2**63 for number in numbers_in(result.record.to_json()))
    assert result.external_id.isdigit() and len(result.external_id) <= 19
    assert all(isinstance(remark, str) and remark and len(remark) < 500 for remark in result.remarks)
    json.dumps(result.remarks).encode()
    for remark in result.remarks:
        remark.encode()
    assert "Durand" not in text and "secret@" not in text


def texts_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item)]
    return [value] if isinstance(value, str) else []


def addresses_in(value: Any) -> list[str]:
    """What an app would open: never the words beside it."""
    if isinstance(value, list):
        return [address for item in value for address in addresses_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value[key] for key in ("value", "url") if isinstance(value.get(key), str)]
    return [*own, *value.get("by_language", {}).values(), *addresses_in(value.get("contacts", []))]


def numbers_in(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for item in value.values() for number in numbers_in(item)]
    if isinstance(value, list):
        return [number for item in value for number in numbers_in(item)]
    return [value] if isinstance(value, int | float) else []
