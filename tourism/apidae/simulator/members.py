"""The members that a `query` may have, coerced to their types as the platform's own reader (Jackson) does."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tourism.apidae.simulator.dataset import Json

_ORDERS = ("PERTINENCE", "NOM", "DISTANCE", "IDENTIFIANT", "DATE_OUVERTURE", "RANDOM")
_SEARCH_FIELDS = ("NOM", "NOM_DESCRIPTION", "NOM_DESCRIPTION_CRITERES")


class QueryError(Exception):
    """What the platform answers instead of results: `{"errorType", "message"}` with an HTTP status."""

    def __init__(self, error_type: str, message: str, status: int = 400):
        super().__init__(message)
        self.error_type = error_type
        self.message = message
        self.status = status


# Types of members, as Jackson would coerce them: "123" is an integer, "true" a boolean.


def _integer(name: str, value: Any) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,18}", str(value).strip()):
        raise QueryError("BAD_REQUEST", f"Can not deserialize value of '{name}': not a valid Integer value")
    return int(value)


def _text(name: str, value: Any) -> str:
    if isinstance(value, (dict, list)):
        raise QueryError("BAD_REQUEST", f"Can not deserialize instance of java.lang.String for '{name}'")
    return value if isinstance(value, str) else json.dumps(value)


def _boolean(name: str, value: Any) -> bool:
    if value in (True, False, "true", "false"):
        return value in (True, "true")
    raise QueryError("BAD_REQUEST", f"Can not deserialize value of '{name}': only 'true' or 'false' recognized")


def _day(name: str, value: Any) -> str:
    try:
        return date.fromisoformat(_text(name, value)).isoformat()
    except ValueError:
        raise QueryError("BAD_REQUEST", f"Can not deserialize value of '{name}': not a valid date") from None


def _list_of(reader: Callable[[str, Any], Any]) -> Callable[[str, Any], list]:
    def read(name: str, value: Any) -> list:
        if not isinstance(value, list):
            raise QueryError("BAD_REQUEST", f"Can not deserialize instance of java.util.List for '{name}'")
        return [reader(name, item) for item in value]

    return read


def _one_of(names: Iterable[str]) -> Callable[[str, Any], str]:
    def read(name: str, value: Any) -> str:
        if value not in names:
            raise QueryError("BAD_REQUEST", f"Can not deserialize value of '{name}': not one of {list(names)}")
        return value

    return read


def _point(name: str, value: Any) -> Json:
    if not isinstance(value, dict):
        raise QueryError("BAD_REQUEST", f"Can not deserialize instance of GeoJson for '{name}'")
    return value


SEARCH_MEMBERS: dict[str, Callable[[str, Any], Any]] = {
    "identifiants": _list_of(_integer),
    "identifiers": _list_of(_text),
    "listeEnregistreeId": _integer,
    "selectionIds": _list_of(_integer),
    "center": _point,
    "radius": _integer,
    "communeCodesInsee": _list_of(_text),
    "territoireIds": _list_of(_integer),
    "searchQuery": _text,
    "searchFields": _one_of(_SEARCH_FIELDS),
    "criteresQuery": _text,
    "dateDebut": _day,
    "dateFin": _day,
    "first": _integer,
    "count": _integer,
    "order": _one_of(_ORDERS),
    "asc": _boolean,
    "locales": _list_of(_text),
    "responseFields": _list_of(_text),
    "apiKey": _text,
    "projetId": _integer,
    "randomSeed": _text,
    "membreProprietaireIds": _list_of(_integer),
    "membreProprietaireIdGmcs": _list_of(_integer),
    "searchLocale": _text,
    "modifieApres": _day,
    "dureeMin": _integer,
    "dureeMax": _integer,
}
REFERENTIAL_MEMBERS: dict[str, Callable[[str, Any], Any]] = {
    "apiKey": _text,
    "projetId": _integer,
    "communeIds": _list_of(_integer),
    "codesInsee": _list_of(_text),
    "elementReferenceIds": _list_of(_integer),
    "critereInterneIds": _list_of(_integer),
    "selectionIds": _list_of(_integer),
    "referenceIds": _list_of(_integer),
}


def read_members(raw: str | None, known: dict[str, Callable[[str, Any], Any]]) -> Json:
    """The members of a `query` text, coerced to their types. Unknown members are refused; null ones are ignored."""
    if not raw:
        raise QueryError("BAD_REQUEST", "Required parameter 'query' is not present")
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        raise QueryError("BAD_REQUEST", "Could not read JSON of parameter 'query'") from None
    if not isinstance(value, dict):
        raise QueryError("BAD_REQUEST", "Can not deserialize instance of the query out of this token")
    for name in value:
        if name not in known:
            raise QueryError("BAD_REQUEST", f'Unrecognized field "{name}", not marked as ignorable')
    return {name: reader(name, value[name]) for name, reader in known.items() if value.get(name) is not None}
