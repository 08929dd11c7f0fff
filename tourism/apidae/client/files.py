"""Export ZIPs and media: which hosts they may come from, how large and how slow they may be."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx

from tourism.apidae.client.connection import Connection, read_body
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


@dataclass(frozen=True)
class Media:
    """A downloaded file. `content_type` is without parameters; the validators are for the next conditional request."""

    content: bytes
    content_type: str
    etag: str | None
    last_modified: str | None


def download_zip(connection: Connection, url: str, path: Path, max_bytes: int) -> Path:
    """Saves a ZIP as `path`, which appears only when it is whole."""
    partial = path.with_name(path.name + ".part")

    def save(response: httpx.Response) -> None:
        size = 0
        with partial.open("wb") as file:
            for chunk in response.iter_bytes(1 << 16):
                size += len(chunk)
                if size > max_bytes:
                    raise ApidaeBadAnswer("Le fichier d'export dépasse la taille permise.")
                file.write(chunk)

    try:
        connection.send("GET", url, save)
        if not zipfile.is_zipfile(partial):
            raise ApidaeBadAnswer("Le fichier d'export reçu d'APIDAE est tronqué ou n'est pas un ZIP.")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path


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

    def consume(response: httpx.Response) -> Media | str:
        if response.is_redirect:
            return response.headers["location"]
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not content_type.startswith(allowed):
            raise ApidaeBadAnswer(f"Le média est d'un type inattendu ({content_type or 'non précisé'}).")
        content = read_body(response, max_bytes, max_seconds)
        return Media(content, content_type, response.headers.get("etag"), response.headers.get("last-modified"))

    for _ in range(redirects + 1):
        url = _with_https(url)
        check_host(url, hosts)
        answer = connection.send("GET", url, consume, redirects=True)
        if isinstance(answer, Media):
            return answer
        target = str(httpx.URL(url).join(answer))
        if authority(target) != authority(url):
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
