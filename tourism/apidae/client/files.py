"""Export ZIPs and media: which hosts they may come from, how large and how slow they may be."""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx

from tourism.apidae.client.connection import Connection, CutAnswerError, chunks, read_body
from tourism.apidae.client.errors import ApidaeBadAnswer, ApidaeRefused

EXPORT_HOSTS = ("export.apidae-tourisme.com",)
MEDIA_HOSTS = ("static.apidae-tourisme.com", "static.apidae-tourisme.cooking", "static.sitra-tourisme.com")
MEDIA_TYPES = (
    "image/",
    "application/pdf",
    "application/gpx+xml",
    "application/vnd.google-earth.",
    "application/xml",
    "text/xml",
    "application/octet-stream",
)
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)$")


@dataclass(frozen=True)
class Media:
    """A downloaded file. `content_type` is without parameters; the validators are for the next conditional request."""

    content: bytes
    content_type: str
    etag: str | None
    last_modified: str | None


def download_zip(connection: Connection, url: str, path: Path, *, max_bytes: int, max_seconds: float) -> Path:
    """Saves a ZIP as `path`, which appears only when it is whole."""
    pieces = _Pieces(path.with_name(path.name + ".part"), max_bytes)
    try:
        connection.send("GET", url, pieces.save, headers=pieces.headers, max_seconds=max_seconds)
        pieces.path.replace(path)
    finally:
        pieces.path.unlink(missing_ok=True)
    return path


class _Pieces:
    """A ZIP that may come in several pieces, each attempt going on where the last one stopped."""

    def __init__(self, path: Path, max_bytes: int):
        self.path = path
        self._max_bytes = max_bytes
        self._size = 0
        # What names this version of the file, when the server can give the rest of it.
        self._version = ""
        self._asked_from = 0

    def headers(self) -> dict[str, str]:
        """Those of the next attempt."""
        if self._asked_from and self._asked_from == self._size:
            self._size = 0  # asking for the rest brought nothing
        self._asked_from = self._size if self._version else 0
        # Compressed on the way, bytes could not be counted.
        wanted = {"Accept-Encoding": "identity"}
        return wanted | {"Range": f"bytes={self._size}-", "If-Range": self._version} if self._asked_from else wanted

    def save(self, response: httpx.Response, deadline: float) -> None:
        if "html" in response.headers.get("content-type", ""):
            raise ApidaeBadAnswer("APIDAE a répondu une page web au lieu d'un fichier d'export.")
        expected = self._begin(response)
        with self.path.open("ab" if self._size else "wb") as file:
            for chunk in chunks(response, deadline):
                self._size += len(chunk)
                if self._size > self._max_bytes:
                    raise ApidaeBadAnswer("Le fichier d'export dépasse la taille permise.")
                file.write(chunk)
        if expected is not None and self._size < expected:
            raise CutAnswerError
        try:
            zipfile.ZipFile(self.path).close()
        except (zipfile.BadZipFile, OSError):
            self._size = 0
            error = ApidaeBadAnswer("Le fichier d'export reçu d'APIDAE est tronqué ou n'est pas un ZIP.")
            error.passing = True
            raise error from None

    def _begin(self, response: httpx.Response) -> int | None:
        """Takes note of which file this is and of which part of it; returns its whole size, if that is told."""
        told = response.headers.get("content-length", "")
        if response.status_code == httpx.codes.PARTIAL_CONTENT:
            match = _CONTENT_RANGE.match(response.headers.get("content-range", ""))
            if not match or int(match[1]) != self._size:
                self._size, self._version = 0, ""
                raise CutAnswerError
            return int(match[2])
        self._size = 0
        tag = response.headers.get("etag", "")
        ranges = response.headers.get("accept-ranges", "") == "bytes"
        self._version = tag if ranges and tag.startswith('"') else ""
        return int(told) if told.isascii() and told.isdigit() else None


def download_media(
    connection: Connection,
    url: str,
    *,
    hosts: set[str],
    content_types: Iterable[str],
    max_bytes: int,
    max_seconds: float,
    redirects: int,
) -> Media:
    """A file of one of `hosts`, following redirections on the same host only."""
    allowed = tuple(content_types)

    def consume(response: httpx.Response, deadline: float) -> Media | str:
        if response.is_redirect:
            return response.headers["location"]
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not content_type.startswith(allowed):
            raise ApidaeBadAnswer(f"Le média est d'un type inattendu ({content_type or 'non précisé'}).")
        content = read_body(response, max_bytes, deadline)
        return Media(content, content_type, response.headers.get("etag"), response.headers.get("last-modified"))

    for _ in range(redirects + 1):
        url = _with_https(url)
        check_host(url, hosts)
        answer = connection.send("GET", url, consume, redirects=True, max_seconds=max_seconds)
        if isinstance(answer, Media):
            return answer
        try:
            target = str(httpx.URL(url).join(answer))
            elsewhere = authority(target) != authority(url)
        except (ValueError, httpx.InvalidURL):
            raise ApidaeRefused("Le média renvoie vers une adresse qui n'est pas valable.") from None
        if elsewhere:
            raise ApidaeRefused("Le média renvoie vers un autre serveur : il n'a pas été téléchargé.")
        url = target
    raise ApidaeRefused("Le média renvoie sans fin d'une adresse à l'autre.")


def check_host(url: str, hosts: set[str]) -> None:
    """Refuses an address that is not HTTP(S), carries a user name, or is not on one of `hosts` (`host[:port]`)."""
    try:
        parts = urlsplit(url)
        # A host allowed without a port is allowed on its usual one only.
        where = authority(url)
    except ValueError:
        raise ApidaeRefused("L'adresse à télécharger n'est pas une adresse valable.") from None
    if parts.scheme not in ("http", "https") or parts.username is not None or where not in hosts:
        raise ApidaeRefused(f"Le serveur « {where} » n'est pas un serveur d'APIDAE autorisé.")


def is_of_hosts(url: str, hosts: set[str]) -> bool:
    """Whether `download_media` would ask for an address."""
    try:
        check_host(_with_https(url), hosts)
    except ApidaeRefused:
        return False
    return True


def authority(url: str) -> str:
    """`host` or, off the usual ports, `host:port`, in lower case."""
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = f":{parts.port}" if parts.port and parts.port != usual else ""
    return (parts.hostname or "").lower() + port


def _with_https(url: str) -> str:
    """Old objects give plain HTTP addresses of hosts that have long been on HTTPS."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme == "http" and parts.netloc in MEDIA_HOSTS:
        return urlunsplit(parts._replace(scheme="https"))
    return url
