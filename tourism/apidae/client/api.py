"""The client that importers use."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import httpx

from tourism.apidae.client.connection import Connection, read_body
from tourism.apidae.client.errors import ApidaeBadAnswer, ApidaeIncomplete
from tourism.apidae.client.files import (
    EXPORT_HOSTS,
    MEDIA_HOSTS,
    MEDIA_TYPES,
    Media,
    authority,
    check_host,
    download_media,
    download_zip,
)

LOCALES = ("fr", "en", "es", "it", "de", "nl", "ru", "zh", "pt-br", "ja", "ko")
LARGEST_PAGE = 200
# How often the reading of a feed may go back because objects moved between pages.
_MOST_REWINDS = 20


class ApidaeClient:
    """`with ApidaeClient(base_url, api_key, project_id) as client: for item in client.iter_objects({…}): …`

    `base_url` is `https://api.apidae-tourisme.com/api`. Requests follow one another with `pause` seconds between them;
    failures that may pass (5xx, 429, timeouts, cut connections) are tried again `retries` times with growing waits.
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
        self._connection = Connection(
            api_key, transport=transport, timeout=timeout, pause=pause, retries=retries, backoff=backoff, sleep=sleep
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
        end rather than stop early, so that what was yielded is whole if and only if the loop ends normally.
        """
        full = {"responseFields": ["@all"], "locales": list(LOCALES)} | query
        if not {"id", "@all", "@default", "@minimal"} & set(full["responseFields"]):
            full["responseFields"] = ["id", *full["responseFields"]]
        for item in self._pages("recherche/list-objets-touristiques", "objetsTouristiques", full, page_size):
            if not isinstance(item, dict):
                raise ApidaeBadAnswer("La liste d'APIDAE contient autre chose que des objets touristiques.")
            yield item

    def identifiers(self, query: dict[str, Any], *, page_size: int = LARGEST_PAGE) -> list[int]:
        """Ids of every object that answers the query. The API has no tombstones: this list is what still exists."""
        return list(self._pages("recherche/list-identifiants", "objetTouristiqueIds", query, page_size))

    def object_by_id(
        self, object_id: int, *, fields: Iterable[str] = ("@all",), locales: Iterable[str] = LOCALES
    ) -> dict[str, Any]:
        """One object. Raises `ApidaeNotFound` when it was deleted or is outside the project."""
        parameters = {
            "apiKey": self._key,
            "projetId": str(self._project_id),
            "responseFields": ",".join(fields),
            "locales": ",".join(locales),
        }
        answer = self._connection.json(
            "GET", f"{self._root}/objet-touristique/get-by-id/{int(object_id)}", params=parameters
        )
        if not isinstance(answer, dict) or "id" not in answer:
            raise ApidaeBadAnswer(f"La réponse d'APIDAE pour l'objet {object_id} n'est pas un objet touristique.")
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

    def download_export(self, url: str, path: str | Path, *, max_bytes: int = 2_000_000_000) -> Path:
        """Saves an export ZIP as `path`, which appears only when it is whole; returns it."""
        check_host(url, self._export_hosts)
        return download_zip(self._connection, url, Path(path), max_bytes)

    def confirm_export(self, url: str) -> bool:
        """Tells the platform that an export was integrated. False when the notification gave no address to call."""
        if not url:
            return False
        check_host(url, self._export_hosts)
        self._connection.send("GET", url, lambda response: read_body(response, 1_000_000))
        return True

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

    def _pages(self, service: str, key: str, query: dict[str, Any], page_size: int) -> Iterator[Any]:
        """The items of all pages, each once.

        Objects may appear or disappear on the platform while it is read, which shifts the pages. Each page therefore
        begins with the last item of the one before: when it does not, the reading goes back until it meets what it
        knows, and ids already given are not given again.
        """
        if not 2 <= page_size <= LARGEST_PAGE:
            raise ValueError(f"page_size must be between 2 and {LARGEST_PAGE}")
        fixed = query | {"count": page_size, "order": "IDENTIFIANT", "asc": True}
        seen: set[Any] = set()
        last: Any = None
        announced: int | None = None
        position = rewinds = steps = others = 0
        while True:
            first = max(0, position - 1)
            page = self.search(fixed | {"first": first}, service=service)
            total, items = page["numFound"], page.get(key, [])
            if not isinstance(items, list):
                raise ApidaeBadAnswer("La liste d'objets reçue d'APIDAE n'est pas une liste.")
            if first and not _continues(items, last):
                rewinds += 1
                if rewinds > _MOST_REWINDS:
                    raise ApidaeIncomplete("La liste d'APIDAE a trop changé pendant la lecture : elle est à reprendre.")
                # Each step back is twice the one before, so that even a large deletion is soon passed.
                position = max(0, position - page_size * 2**steps)
                steps += 1
                continue
            steps = 0
            announced = total if announced is None else announced
            previous = None
            for item in items:
                identity = _identity(item)
                if identity is None and not (first and item == last):
                    others += 1
                    yield item
                elif identity is not None and identity not in seen:
                    seen.add(identity)
                    yield item
                elif identity is not None and identity == previous:
                    others += 1  # the feed itself holds an id twice
                previous = identity
            last = items[-1] if items else last
            before, position = position, first + len(items)
            # A count that has grown may be owed to objects published behind what was read; any other shortfall is loss.
            short = total <= announced and len(seen) + others < total
            if position <= before and position < total or position >= total and short:
                raise ApidaeIncomplete(
                    f"APIDAE annonce {total} objets et n'en a donné que {len(seen) + others} : "
                    "la lecture n'est pas complète."
                )
            if position >= total:
                return

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


def _identity(item: Any) -> int | str | None:
    value = item.get("id") if isinstance(item, dict) else item
    return value if isinstance(value, (int, str)) and not isinstance(value, bool) else None


def _continues(items: list[Any], last: Any) -> bool:
    """Whether a page that should begin with the last known item touches what is known."""
    if not items:
        return False
    known, begins = _identity(last), _identity(items[0])
    if isinstance(known, int) and isinstance(begins, int):
        return begins <= known
    return known is None or begins is None or begins == known or isinstance(known, int) != isinstance(begins, int)
