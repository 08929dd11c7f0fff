"""Fetches feeds from addresses that offices type: polite, bounded in size, time and redirections, and discreet."""

import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import httpx
from django.utils.translation import gettext as _

from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.guard import GuardedTransport, fetched_address
from tourism.attempts import attempts, retry_after

MOST_REDIRECTS = 5
# What an answer may grow to while it is decompressed, at a time.
INFLATED_AT_ONCE = 1_000_000


@dataclass(frozen=True)
class Fetched:
    """An answer. `validators` are what to send next time to hear whether anything changed: {"etag", "last_modified"};
    `unchanged`: nothing did since those that were sent, and there is no content. `content_type` is what the site says
    that it is, in lower case and without parameters."""

    content: bytes = b""
    validators: dict[str, str] = field(default_factory=dict)
    unchanged: bool = False
    content_type: str = ""


# A person waits, and with them one of the few threads that answer visitors too.
WAITED_FOR = threading.BoundedSemaphore()
SILENCE_WAITED, TOTAL_WAITED = 8.0, 15.0


@contextmanager
def hurried_client() -> Iterator["FeedClient"]:
    """A client for what somebody waits for, one at a time in a process. Raises FeedError when another is at work."""
    if not WAITED_FOR.acquire(blocking=False):
        raise FeedError(_("Un autre aperçu est en cours : attendez quelques secondes."))
    try:
        with FeedClient(retries=0, silence=SILENCE_WAITED, total=TOTAL_WAITED, altogether=TOTAL_WAITED) as client:
            yield client
    finally:
        WAITED_FOR.release()


class FeedClient:
    """One reading's connection. Failures that may pass are tried again `retries` times.

    Seconds: `silence` without a byte, `total` for one address with its redirections and attempts, from the connection
    to the last byte; `altogether` for all addresses of the reading, so that no site holds up the others' night.
    `loopback_port` as in `GuardedTransport`.
    """

    def __init__(
        self,
        *,
        retries: int = 2,
        backoff: float = 1.0,
        silence: float = 20.0,
        total: float = 90.0,
        altogether: float = 900.0,
        sleep: Callable[[float], None] = time.sleep,
        loopback_port: int | None = None,
    ) -> None:
        self._retries, self._backoff, self._sleep = retries, backoff, sleep
        self._silence, self._total = silence, total
        self._ends = time.monotonic() + altogether
        transport = GuardedTransport(loopback_port=loopback_port)
        self._clock = transport.clock
        self._http = httpx.Client(
            transport=transport,
            follow_redirects=False,
            # Only what `_inflated` can bound.
            headers={"User-Agent": "Traverse", "Accept-Encoding": "gzip", "Accept": "*/*"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._http.close()

    def fetch(
        self,
        url: str,
        *,
        most: int,
        validators: dict[str, str] | None = None,
        secret: dict[str, str] | None = None,
        params: Mapping[str, str | list[str]] | None = None,
    ) -> Fetched:
        """The content at an address, of at most `most` bytes when decompressed. Raises FeedError.

        `secret` headers go to the host of the address and to no other.
        """
        address = fetched_address(url)
        if params:
            address = str(httpx.URL(address).copy_merge_params(params))
        deadline = self._clock.deadline = min(time.monotonic() + self._total, self._ends)

        def once() -> Fetched:
            try:
                return self._follow(address, most, validators or {}, secret or {}, deadline)
            except httpx.TimeoutException:
                raise FeedError(_("Le site n’a pas répondu dans le temps imparti."), passing=True) from None
            except httpx.TransportError:
                raise FeedError(_("La connexion au site a échoué ou s’est interrompue."), passing=True) from None
            except (httpx.HTTPError, httpx.InvalidURL):
                raise FeedError(_("La réponse du site n’a pas pu être décodée.")) from None

        return attempts(once, retries=self._retries, backoff=self._backoff, deadline=deadline, sleep=self._sleep)

    def _follow(
        self, address: str, most: int, validators: dict[str, str], secret: dict[str, str], deadline: float
    ) -> Fetched:
        home = urlsplit(address).netloc
        secure = address.startswith("https://")
        for _redirect in range(MOST_REDIRECTS + 1):
            headers = _conditions(validators)
            if urlsplit(address).netloc == home and not (secure and address.startswith("http://")):
                headers |= secret
            left = max(0.05, deadline - time.monotonic())
            timeout = httpx.Timeout(min(self._silence, left), connect=min(10.0, left))
            with self._http.stream("GET", address, headers=headers, timeout=timeout) as response:
                if response.has_redirect_location:
                    address = fetched_address(urljoin(address, response.headers["location"]))
                    continue
                return _answer(response, most, deadline)
        raise FeedError(_("Le site renvoie sans fin d’une adresse à une autre."))


def _conditions(validators: dict[str, str]) -> dict[str, str]:
    names = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
    return {names[key]: value for key, value in validators.items() if key in names}


def _answer(response: httpx.Response, most: int, deadline: float) -> Fetched:
    status = response.status_code
    if status == 304:
        return Fetched(unchanged=True)
    if status == 429 or status >= 500:
        asked = retry_after(response.headers.get("retry-after", ""))
        raise FeedError(_("Le site ne répond pas (code HTTP %d).") % status, passing=True, wait=asked)
    if status in (401, 403):
        raise FeedError(_("Le site refuse l’accès (code HTTP %d) : l’adresse ou la clé sont à vérifier.") % status)
    if status in (404, 410):
        raise FeedError(_("Il n’y a rien à cette adresse (code HTTP %d).") % status)
    if status != 200:
        raise FeedError(_("Le site refuse la requête (code HTTP %d).") % status)
    content = bytearray()
    for chunk in _inflated(response):
        content += chunk
        if len(content) > most:
            raise FeedError(_("La réponse du site dépasse %d Mo : elle n’est pas lue.") % max(1, most // 1_000_000))
        if time.monotonic() > deadline:
            raise FeedError(_("La réponse du site est trop lente : elle a été abandonnée."), passing=True)
    if _is_page(content, response):
        # Of maintenance, or of somebody's login: it may pass, and says nothing of the events.
        raise FeedError(_("Le site a répondu une page web au lieu de ce qui lui était demandé."), passing=True)
    headers = response.headers
    validators = {"etag": headers.get("etag", ""), "last_modified": headers.get("last-modified", "")}
    kept = {key: value for key, value in validators.items() if 0 < len(value) <= 200}
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(bytes(content), kept, content_type=kind)


def _inflated(response: httpx.Response) -> Iterator[bytes]:
    """The body as it comes, decompressed a little at a time: a megabyte may say a terabyte."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding in ("identity", ""):
        yield from response.iter_raw()
        return
    if coding not in ("gzip", "x-gzip"):
        raise FeedError(_("Le site compresse sa réponse d’une façon qui n’est pas lue."))
    inflater = zlib.decompressobj(wbits=31)
    try:
        for chunk in response.iter_raw():
            while chunk:
                yield inflater.decompress(chunk, INFLATED_AT_ONCE)
                chunk = inflater.unconsumed_tail
    except zlib.error:
        raise FeedError(_("La réponse du site n’a pas pu être décompressée."), passing=True) from None
    if not inflater.eof:
        raise FeedError(_("La réponse du site est coupée."), passing=True)


def _is_page(content: bytearray, response: httpx.Response) -> bool:
    start = bytes(content[:500]).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    declared = "text/html" in response.headers.get("content-type", "") and start[:1] == b"<"
    return declared or start.startswith((b"<!doctype html", b"<html"))


def answered_json(value: Any, where: str) -> dict[str, Any]:
    """An answer that is a JSON object. Raises FeedError."""
    if not isinstance(value, dict):
        raise FeedError(_("La réponse de %s n’a pas la forme attendue.") % where)
    return value
