"""JSON-LD as sites and flows really write it: any prefix, one value or a list of them, addresses or bare names."""

from typing import Any

_MOST_VALUES = 2_000
_PREFIXES = (
    "",
    "schema:",
    "https://schema.org/",
    "http://schema.org/",
    "rdfs:",
    "dc:",
    "foaf:",
    "ebucore:",
    "owl:",
    ":",
)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mo", "lundi"),
            ("tuesday", "tu", "mardi"),
            ("wednesday", "we", "mercredi"),
            ("thursday", "th", "jeudi"),
            ("friday", "fr", "vendredi"),
            ("saturday", "sa", "samedi"),
            ("sunday", "su", "dimanche"),
        ),
        1,
    )
    for name in names
}


def values_of(node: Any, name: str) -> list[Any]:
    """The values of a property under any usual prefix, without nulls and empty texts; [] when there is none."""
    if not isinstance(node, dict):
        return []
    for prefix in _PREFIXES:
        value = node.get(prefix + name)
        if value not in (None, "", [], {}):
            return _flat(value)
    return []


def value_of(node: Any, name: str) -> Any:
    """The first value of a property, None when there is none."""
    return next(iter(values_of(node, name)), None)


def _flat(value: Any) -> list[Any]:
    if isinstance(value, dict):
        for key in ("@value", "@list", "@set"):
            if key in value:
                return _flat(value[key]) if not isinstance(value[key], dict) else [value[key]]
    items = value if isinstance(value, list) else [value]
    found = [item["@value"] if isinstance(item, dict) and "@value" in item else item for item in items[:_MOST_VALUES]]
    return [item for item in found if item is not None and item != ""]


def local_name(value: Any) -> str:
    """The last part of an identifier: ``Monday`` of ``https://schema.org/Monday``, ``kb:Monday`` or a node with it."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("uri") or value.get("id") or ""
    if not isinstance(value, str) or len(value) > 500:
        return ""
    return value.rstrip("/#").replace("#", "/").replace(":", "/").rsplit("/", 1)[-1].strip()


def types_of(node: Any) -> list[str]:
    """The local names of the types of a node."""
    return [name for value in (values_of(node, "@type") or values_of(node, "type")) if (name := local_name(value))]


def weekday_of(value: Any) -> int | None:
    """ISO number of a day of the week, by its name in English or French, its two letters, or a node of it."""
    return WEEKDAYS.get(local_name(value).lower())
