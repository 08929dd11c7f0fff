"""One polite, stubborn and discreet HTTP connection: pauses, retries, and no key in anything it says."""

import logging
import math
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from tourism.apidae.client.errors import (
    ApidaeBadAnswer,
    ApidaeError,
    ApidaeNotFound,
    ApidaeRefused,
    ApidaeUnavailable,
)
from tourism.apidae.untrusted_json import JsonError, parse_json
from tourism.attempts import attempts, retry_after

_LARGEST_ANSWER = 150_000_000
# Seconds that the platform may ask to wait.
_LONGEST_PATIENCE = 120.0
_LOGGERS = ("httpx", "httpcore", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy")
HIDDEN = "…"
_KEY_IN_ADDRESS = re.compile(r"\?[^\s\"'<>]*\bapiKey=[^\s\"'<>]*")


class CutAnswerError(Exception):
    """A body that ends before its end: worth another try."""


@dataclass(frozen=True)
class Limits:
    """Seconds: to be connected, without a byte, and for a whole request with its retries."""

    connect: float
    silence: float
    total: float


# Makes something of an answer, before a moment of the monotonic clock.
Consume = Callable[[httpx.Response, float], Any]


class Connection:
    """Sends requests one after the other with at least `pause` seconds between their starts.

    Failures that may pass (5xx, 429, timeouts, cut connections and bodies, web pages for data) are tried again
    `retries` times, waiting `backoff` seconds, then twice that, and so on, half as much more or less at random, or as
    long as `Retry-After` says. Nothing is tried again when the wait would go beyond what the request may take in all.
    """

    def __init__(
        self,
        secret: str,
        *,
        transport: httpx.BaseTransport | None,
        limits: Limits,
        pause: float,
        retries: int,
        backoff: float,
        sleep: Callable[[float], None],
    ):
        self._secret = secret
        self._limits = limits
        self._pause = pause
        self._retries = retries
        self._backoff = backoff
        self._sleep = sleep
        self._asked_at: float | None = None
        self._filter = _HideSecret(secret)
        # The library logs whole addresses, and get-by-id takes the key in its address.
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self._filter)
        self._http = httpx.Client(
            transport=transport,
            follow_redirects=False,
            headers={"User-Agent": "Traverse", "Accept": "application/json, */*;q=0.5"},
        )

    def close(self) -> None:
        self._http.close()
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(self._filter)

    def json(self, method: str, url: str, **request: Any) -> Any:
        """The JSON value answered. Raises an `ApidaeError` for anything else, the platform's own errors included."""
        answer = self.send(method, url, _json_of, **request)
        if isinstance(answer, dict) and "errorType" in answer:
            raise self._error_of(200, answer)
        return answer

    def send(
        self,
        method: str,
        url: str,
        consume: Consume,
        *,
        redirects: bool = False,
        headers: Callable[[], dict[str, str]] | None = None,
        max_seconds: float | None = None,
        **request: Any,
    ) -> Any:
        """What `consume` made of a successful answer; of a redirection too when `redirects` says so.

        `headers` gives those of each attempt; `max_seconds` replaces the limit for the whole request.
        """
        deadline = time.monotonic() + (self._limits.total if max_seconds is None else max_seconds)

        def once() -> Any:
            self._keep_pace()
            if headers:
                request["headers"] = headers()
            try:
                with self._http.stream(method, url, timeout=self._timeout(deadline), **request) as response:
                    if response.is_success or (redirects and response.has_redirect_location):
                        return consume(response, deadline)
                    raise self._refusal(response, deadline)
            except (CutAnswerError, httpx.TransportError) as failure:
                raise _failure_sentence(failure) from None
            except httpx.HTTPError:
                raise ApidaeBadAnswer("La réponse d'APIDAE n'a pas pu être décodée.") from None
            except httpx.InvalidURL:
                raise ApidaeRefused("L'adresse à lire n'est pas une adresse valable.") from None

        return attempts(once, retries=self._retries, backoff=self._backoff, deadline=deadline, sleep=self._sleep)

    def _timeout(self, deadline: float) -> httpx.Timeout:
        left = max(0.05, deadline - time.monotonic())
        return httpx.Timeout(min(self._limits.silence, left), connect=min(self._limits.connect, left))

    def _keep_pace(self) -> None:
        if self._asked_at is not None:
            remaining = self._asked_at + self._pause - time.monotonic()
            if remaining > 0:
                self._sleep(remaining)
        self._asked_at = time.monotonic()

    def _refusal(self, response: httpx.Response, deadline: float) -> ApidaeError:
        error = self._error_of(response.status_code, _error_body(response, deadline))
        error.wait = retry_after(response.headers.get("retry-after", ""))
        if error.passing and error.wait > _LONGEST_PATIENCE:
            minutes = math.ceil(error.wait / 60)
            return ApidaeUnavailable(f"APIDAE demande d'attendre {minutes} minutes avant de recommencer.")
        return error

    def _error_of(self, status: int, body: dict[str, Any]) -> ApidaeError:
        kind = str(body.get("errorType", ""))
        said = str(body.get("message", ""))
        detail = f" ({_hidden(said, self._secret)[:300]})" if said else ""
        if status == 429 or status >= 500:
            error = ApidaeUnavailable(f"APIDAE ne répond pas (code HTTP {status}){detail}.")
            error.passing = True
            return error
        if status == 404 or "NOT_FOUND" in kind:
            return ApidaeNotFound(f"APIDAE ne connaît pas ce qui est demandé{detail}.")
        if status in (401, 403) or any(word in kind for word in ("UNAUTHORIZED", "FORBIDDEN", "AUTHENTI")):
            return ApidaeRefused(f"APIDAE refuse l'accès : la clé et le projet sont à vérifier{detail}.")
        if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            gone: ApidaeError = ApidaeBadAnswer("La suite du fichier d'APIDAE n'existe plus.")
            gone.passing = True
            return gone
        if 300 <= status < 400:
            return ApidaeBadAnswer("APIDAE renvoie vers une autre adresse au lieu de répondre.")
        return ApidaeBadAnswer(f"APIDAE refuse la requête (code HTTP {status}){detail}.")


def chunks(response: httpx.Response, deadline: float) -> Iterator[bytes]:
    """The body as it comes, or an error once it is slower than allowed, even if it never falls silent."""
    # Without a size for its chunks, or a trickle would be gathered for hours before anybody looks at the clock.
    for chunk in response.iter_bytes():
        yield chunk
        if time.monotonic() > deadline:
            raise ApidaeUnavailable("La réponse d'APIDAE est trop lente : elle a été abandonnée.")


def read_body(response: httpx.Response, max_bytes: int, deadline: float) -> bytes:
    """The whole body, or an error once it is larger or slower than allowed."""
    content = bytearray()
    for chunk in chunks(response, deadline):
        content += chunk
        if len(content) > max_bytes:
            raise ApidaeBadAnswer("La réponse d'APIDAE dépasse la taille permise.")
    return bytes(content)


class _HideSecret(logging.Filter):
    def __init__(self, secret: str):
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        hidden = _hidden(text, self._secret)
        if hidden != text:
            record.msg, record.args = hidden, None
        return True


def _hidden(text: str, secret: str) -> str:
    """The text without the key, and without what follows the path of an address that holds one."""
    text = _KEY_IN_ADDRESS.sub("?" + HIDDEN, text)
    if not secret:
        return text
    return text.replace(secret, HIDDEN).replace(quote(secret, safe=""), HIDDEN)


def _json_of(response: httpx.Response, deadline: float) -> Any:
    content = read_body(response, _LARGEST_ANSWER, deadline)
    if content.lstrip()[:1] == b"<" or "html" in response.headers.get("content-type", ""):
        # Not the platform's: its own refusals are JSON. A page of maintenance, or of a proxy on the way, passes.
        page = ApidaeBadAnswer(
            "APIDAE a répondu une page web au lieu de données : page de maintenance, ou proxy sur le chemin."
        )
        page.passing = True
        raise page
    try:
        return parse_json(content)
    except JsonError:
        raise CutAnswerError from None


def _error_body(response: httpx.Response, deadline: float) -> dict[str, Any]:
    try:
        value = parse_json(read_body(response, 1_000_000, min(deadline, time.monotonic() + 10)))
    except (JsonError, ApidaeError):
        return {}
    return value if isinstance(value, dict) else {}


def _failure_sentence(failure: Exception) -> ApidaeError:
    if isinstance(failure, CutAnswerError):
        error: ApidaeError = ApidaeBadAnswer("La réponse d'APIDAE est tronquée ou illisible.")
    elif isinstance(failure, httpx.TimeoutException):
        error = ApidaeUnavailable("APIDAE n'a pas répondu dans le temps imparti.")
    else:
        error = ApidaeUnavailable("La connexion à APIDAE a échoué ou s'est interrompue.")
    error.passing = True
    return error
