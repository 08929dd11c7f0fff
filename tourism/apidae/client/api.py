"""The client that importers use."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

import httpx

from tourism.apidae.client.connection import Connection, Limits, read_body
from tourism.apidae.client.errors import ApidaeBadAnswer
from tourism.apidae.client.files import (
    EXPORT_HOSTS,
    MEDIA_HOSTS,
    MEDIA_TYPES,
    Media,
    authority,
    check_host,
    download_media,
    download_zip,
    is_of_hosts,
)
from tourism.apidae.client.paging import read_pages

LOCALES = ("fr", "en", "es", "it", "de", "nl", "ru", "zh", "pt-br", "ja", "ko")
LARGEST_PAGE = 200


class ApidaeClient:
    """`with ApidaeClient(base_url, api_key, project_id) as client: for item in client.iter_objects({…}): …`

    `base_url` is `https://api.apidae-tourisme.com/api`. Requests follow one another with `pause` seconds between them;
    failures that may pass (5xx, 429, timeouts, cut connections, web pages for data) are tried again `retries` times
    with growing waits, or after the time that the platform asks for. In seconds, `connect_timeout` bounds the time to
    be connected, `timeout` each silence, and `total_timeout` a whole request with its retries (files have their own
    limits).
    `export_hosts` and `media_hosts` name the hosts (`host` or `host:port`) from which files may be fetched, besides
    the API's own.
    """

    def __init__(
        self,
        base_url: str,
        api_key: str,
        project_id: int,
        *,
        transport: httpx.BaseTransport | None = None,
        timeout: float = 30.0,
        connect_timeout: float = 10.0,
        total_timeout: float = 300.0,
        pause: float = 0.1,
        retries: int = 4,
        backoff: float = 0.5,
        export_hosts: Iterable[str] = EXPORT_HOSTS,
        media_hosts: Iterable[str] = MEDIA_HOSTS,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._root = base_url.rstrip("/").removesuffix("/v002") + "/v002"
        self._key = api_key
        self._project_id = project_id
        own = authority(self._root)
        self._export_hosts = {own, *export_hosts}
        self._media_hosts = {own, *media_hosts}
        # How many items the list that is being read has, once its first page has come.
        self.announced: int | None = None
        self._connection = Connection(
            api_key,
            transport=transport,
            limits=Limits(connect=min(connect_timeout, timeout), silence=timeout, total=total_timeout),
            pause=pause,
            retries=retries,
            backoff=backoff,
            sleep=sleep,
        )

    def __repr__(self) -> str:
        return f"<ApidaeClient {self._root} project {self._project_id}>"

    @property
    def address(self) -> str:
        """What is read, for people: the address and the project, never the key."""
        return f"{self._root} (projet {self._project_id})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # Searches

    def search(self, query: dict[str, Any], *, service: str = "recherche/list-objets-touristiques") -> dict[str, Any]:
        """One answer of a list service, its envelope included, without the key that the platform echoes."""
        answer = self._ask(service, query)
        if not isinstance(answer, dict) or not isinstance(answer.get("numFound"), int):
            raise ApidaeBadAnswer("La réponse d'APIDAE ne dit pas combien d'objets ont été trouvés.")
        return answer

    def iter_objects(self, query: dict[str, Any], *, page_size: int = LARGEST_PAGE) -> Iterator[dict[str, Any]]:
        """Every object that answers the query, once, as APIDAE writes it.

        Unless the query says otherwise, all fields in all languages are asked for. Raises `ApidaeIncomplete` at the
        end rather than stop early, so that what was yielded is whole if and only if the loop ends normally. After the
        first page, `announced` tells how many there are.

        With `modifieApres`, what was modified on that day (YYYY-MM-DD) or later: the platform knows days only, and has
        no tombstones, so such a reading is completed by `identifiers`.
        """
        return self._objects("recherche/list-objets-touristiques", query, page_size, by_id=True)

    def identifiers(self, query: dict[str, Any], *, page_size: int = LARGEST_PAGE) -> list[int]:
        """Ids of every object that answers the query. The API has no tombstones: this list is what still exists."""
        return list(self._pages("recherche/list-identifiants", "objetTouristiqueIds", query, page_size))

    def agenda(self, query: dict[str, Any], *, page_size: int = LARGEST_PAGE) -> Iterator[dict[str, Any]]:
        """Events and activities open from `dateDebut` (today without it) to `dateFin`, by their next opening."""
        return self._objects("agenda/simple/list-objets-touristiques", query, page_size, by_id=False)

    def agenda_identifiers(self, query: dict[str, Any], *, page_size: int = LARGEST_PAGE) -> list[int]:
        """The ids of the same, in the same order."""
        pages = self._pages("agenda/simple/list-identifiants", "objetTouristiqueIds", query, page_size, by_id=False)
        return list(pages)

    def agenda_by_day(
        self, query: dict[str, Any], *, page_size: int = LARGEST_PAGE
    ) -> Iterator[tuple[date, dict[str, Any]]]:
        """Each object on each of its open days, by day; `announced` then counts objects times days."""
        for day, item in self._objects("agenda/detaille/list-objets-touristiques", query, page_size, by_id=False):
            yield _day(day), item

    def agenda_identifiers_by_day(
        self, query: dict[str, Any], *, page_size: int = LARGEST_PAGE
    ) -> dict[date, list[int]]:
        """The ids open on each day, in the order of days; days on which nothing is open are absent."""
        days: dict[date, list[int]] = {}
        service = "agenda/detaille/list-identifiants"
        for day, identifier in self._pages(service, "objetTouristiqueIds", query, page_size, by_id=False):
            days.setdefault(_day(day), []).append(identifier)
        return days

    def object_by_id(
        self, object_id: int, *, fields: Iterable[str] = ("@all",), locales: Iterable[str] = LOCALES
    ) -> dict[str, Any]:
        """One object. Raises `ApidaeNotFound` when it was deleted or is outside the project."""
        return self._one(f"get-by-id/{int(object_id)}", fields, locales)

    def object_by_identifier(
        self, identifier: str, *, fields: Iterable[str] = ("@all",), locales: Iterable[str] = LOCALES
    ) -> dict[str, Any]:
        """The same, by its textual identifier (`SITRA2_EVE_4833997`, `sitraLOI659444`)."""
        return self._one(f"get-by-identifier/{quote(identifier, safe='')}", fields, locales)

    def _one(self, route: str, fields: Iterable[str], locales: Iterable[str]) -> dict[str, Any]:
        parameters = {
            "apiKey": self._key,
            "projetId": str(self._project_id),
            "responseFields": ",".join(fields),
            "locales": ",".join(locales),
        }
        answer = self._connection.json("GET", f"{self._root}/objet-touristique/{route}", params=parameters)
        if not isinstance(answer, dict) or "type" not in answer and "id" not in answer:
            raise ApidaeBadAnswer("La réponse d'APIDAE n'est pas un objet touristique.")
        return answer

    # Referentials

    def reference_elements(self, ids: Iterable[int]) -> list[dict[str, Any]]:
        """Elements with their labels; ids that the platform does not know are absent from the answer."""
        return self._in_slices("referentiel/elements-reference", "elementReferenceIds", ids)

    def communes(self, *, codes: Iterable[str] = (), ids: Iterable[int] = ()) -> list[dict[str, Any]]:
        """Communes by INSEE codes, by APIDAE ids, or both."""
        by_code = self._in_slices("referentiel/communes", "codesInsee", codes)
        return by_code + self._in_slices("referentiel/communes", "communeIds", ids)

    def criteria(self, ids: Iterable[int]) -> list[dict[str, Any]]:
        """Internal criteria `{id, libelle, commentaire}`."""
        return self._in_slices("referentiel/criteres-internes", "critereInterneIds", ids)

    def selections(self) -> list[dict[str, Any]]:
        """All the selections of the project: `{id, nom, libelle}`."""
        return self._list("referentiel/selections", {})

    # Files

    def download_export(
        self, url: str, path: str | Path, *, max_bytes: int = 2_000_000_000, max_seconds: float = 3_600.0
    ) -> Path:
        """Saves an export ZIP as `path`, which appears only when it is whole; returns it.

        A download that is cut goes on from where it stopped if the server can do that, else starts again.
        """
        check_host(url, self._export_hosts)
        return download_zip(self._connection, url, Path(path), max_bytes=max_bytes, max_seconds=max_seconds)

    def confirm_export(self, url: str) -> bool:
        """Tells the platform that an export was integrated. False when the notification gave no address to call."""
        if not url:
            return False
        check_host(url, self._export_hosts)
        self._connection.send("GET", url, lambda response, deadline: read_body(response, 1_000_000, deadline))
        return True

    def serves(self, url: str) -> bool:
        """Whether a file at this address is one of the hosts' from which `download_media` takes them."""
        return is_of_hosts(url, self._media_hosts)

    def download_media(
        self,
        url: str,
        max_bytes: int = 20_000_000,
        *,
        max_seconds: float = 60.0,
        content_types: Iterable[str] = MEDIA_TYPES,
        redirects: int = 3,
    ) -> Media:
        """An image or a track of the platform. Redirections are followed on the same host only."""
        return download_media(
            self._connection,
            url,
            hosts=self._media_hosts,
            content_types=content_types,
            max_bytes=max_bytes,
            max_seconds=max_seconds,
            redirects=redirects,
        )

    # Paging

    def _objects(self, service: str, query: dict[str, Any], page_size: int, *, by_id: bool) -> Iterator[Any]:
        full = {"responseFields": ["@all"], "locales": list(LOCALES)} | query
        full["responseFields"] = list(full["responseFields"])
        if not {"id", "@all", "@default", "@minimal"} & set(full["responseFields"]):
            full["responseFields"] = ["id", *full["responseFields"]]
        for item in self._pages(service, "objetsTouristiques", full, page_size, by_id=by_id):
            if not isinstance(item[1] if isinstance(item, tuple) else item, dict):
                raise ApidaeBadAnswer("La liste d'APIDAE contient autre chose que des objets touristiques.")
            yield item

    def _pages(
        self, service: str, key: str, query: dict[str, Any], page_size: int, *, by_id: bool = True
    ) -> Iterator[Any]:
        """The items of a list service; (day, item) when the service keys them by day."""
        if not 2 <= page_size <= LARGEST_PAGE:
            raise ValueError(f"page_size must be between 2 and {LARGEST_PAGE}")
        self.announced = None
        fixed = query | {"count": page_size} | ({"order": "IDENTIFIANT", "asc": True} if by_id else {})

        def fetch(first: int) -> tuple[int, list[Any]]:
            page = self.search(fixed | {"first": first}, service=service)
            if not by_id and isinstance(page.get("query"), dict) and page["query"].get("dateDebut"):
                # An agenda begins on the day of the request: it must not begin later if midnight comes between pages.
                fixed.setdefault("dateDebut", page["query"]["dateDebut"])
            return page["numFound"], _items(page.get(key, []), keyed_by_day=service.startswith("agenda/detaille/"))

        def announce(total: int) -> None:
            self.announced = total

        yield from read_pages(fetch, page_size=page_size, by_id=by_id, announce=announce)

    def _in_slices(self, service: str, name: str, values: Iterable[Any]) -> list[dict[str, Any]]:
        wanted = list(dict.fromkeys(values))
        found: list[dict[str, Any]] = []
        for start in range(0, len(wanted), LARGEST_PAGE):
            found += self._list(service, {name: wanted[start : start + LARGEST_PAGE]})
        return found

    def _list(self, service: str, query: dict[str, Any]) -> list[dict[str, Any]]:
        answer = self._ask(service, query)
        if not isinstance(answer, list) or not all(isinstance(item, dict) for item in answer):
            raise ApidaeBadAnswer("La réponse d'APIDAE n'est pas la liste attendue.")
        return answer

    def _ask(self, service: str, query: dict[str, Any]) -> Any:
        """POSTs a query, which keeps the key out of addresses and so out of the logs on the way."""
        signed = query | {"apiKey": self._key, "projetId": self._project_id}
        answer = self._connection.json("POST", f"{self._root}/{service}", data={"query": json.dumps(signed)})
        if isinstance(answer, dict) and isinstance(answer.get("query"), dict):
            answer["query"].pop("apiKey", None)
        return answer


def _items(found: Any, *, keyed_by_day: bool) -> list[Any]:
    """The items of a page in their order; with their day when they are keyed by it."""
    if not keyed_by_day:
        if not isinstance(found, list):
            raise ApidaeBadAnswer("La liste d'objets reçue d'APIDAE n'est pas une liste.")
        return found
    if not found:
        return []
    if not isinstance(found, dict) or not all(isinstance(items, list) for items in found.values()):
        raise ApidaeBadAnswer("L'agenda reçu d'APIDAE n'est pas rangé par jour.")
    return [(day, item) for day in sorted(found) for item in found[day]]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ApidaeBadAnswer("L'agenda reçu d'APIDAE n'est pas rangé par jour.") from None
