"""A line that says where something happens, as calendars and tables write it: venue, street, commune. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from agenda.sources.foreign import line

_SEPARATORS = re.compile(r"\s*(?:[,;\n|()]|\s[-–—]\s|\\n)\s*")
_POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)")
_COUNTRY = frozenset({"france", "fr", "provence alpes cote d'azur", "alpes de haute provence"})
_CEDEX = re.compile(r"\bcedex\b\s*\d*", re.IGNORECASE)
_STREET = re.compile(
    r"\d+\s*(?:bis|ter)?\s*,?\s*\w|(?:rue|avenue|av|boulevard|bd|place|pl|chemin|route|rte|impasse|allee|allees|quai|"
    r"cours|montee|traverse|lieu-dit|quartier|zone|za|zi)\b"
)
_AT = re.compile(r"^(?P<venue>.+)\s+(?:(?:à|a|de|-)\s+|d['’])(?P<town>\D+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Where:
    """What a line of text says of a place. `elsewhere`: it names a postcode of another territory."""

    venue: str = ""
    lines: tuple[str, ...] = ()
    postcode: str = ""
    city: str = ""
    commune_code: str = ""
    elsewhere: bool = False

    def address(self) -> dict[str, object]:
        """As `ThingRecord.address`."""
        said = {"venue": self.venue, "lines": list(self.lines), "postcode": self.postcode, "city": self.city}
        return {key: value for key, value in said.items() if value}


class Communes:
    """The communes that we know, found by the names that people write."""

    def __init__(self, communes: Iterable[tuple[str, str, str]] = ()) -> None:
        """Of (code, name, postcode)."""
        self._by_name: dict[str, tuple[str, str]] = {}
        self._postcodes: set[str] = set()
        for code, name, postcode in communes:
            self._by_name[_plain(name)] = (code, name)
            self._postcodes.add(postcode)

    def named(self, text: str) -> tuple[str, str] | None:
        """(code, name) of the commune that a text is the name of."""
        return self._by_name.get(_plain(_CEDEX.sub("", text)))

    def has_postcode(self, postcode: str) -> bool:
        return postcode in self._postcodes


def read_where(text: str, communes: Communes) -> Where:
    """What a location says. Of several communes that it names, the last one counts: streets bear their names too."""
    parts = [part.strip(" ,.") for part in _SEPARATORS.split(text) if part and part.strip(" ,.")]
    parts = [part for part in dict.fromkeys(parts) if _plain(part) not in _COUNTRY]
    postcode = city = code = ""
    elsewhere = False
    kept: list[str] = []
    for part in reversed(parts):
        found = _POSTCODE.search(part)
        if found and not postcode:
            postcode = found[1]
            before, after = part[: found.start()].strip(" ,-"), part[found.end() :].strip(" ,-")
            known = communes.named(after) or communes.named(before)
            code, city = known or (code, after)
            elsewhere = not known and not code and not communes.has_postcode(postcode)
            rest = before if not known or communes.named(after) else ""
            if rest:
                kept.append(rest)
            continue
        known = None if code else communes.named(part)
        if known:
            code, city = known
            elsewhere = False
        elif not (city and _plain(part) == _plain(city)):
            kept.append(part)
    kept.reverse()
    if not code and not elsewhere and len(kept) == 1:
        told = _AT.match(kept[0])
        known = communes.named(told["town"]) if told else None
        if known:
            code, city = known
    venue = next((part for part in kept if not _STREET.match(_plain(part))), "")
    lines = tuple(part for part in kept if part != venue)
    return Where(_short(venue), tuple(_short(one, 300) for one in lines), postcode, city[:100], code, elsewhere)


def _short(text: str, longest: int = 200) -> str:
    return line(text, "LOCATION", lambda sentence: None, longest=longest)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("’", "'"))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    bare = re.sub(r"\bst(e?)\b\.?", r"saint\1", bare)
    return " ".join(bare.replace("-", " ").split()).strip(" .")
