"""Which addresses a feed may be fetched from: an office types them, and the server must not become a door to the
network in which it stands."""

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from agenda.sources.feeds.errors import FeedError

_CALENDAR_SCHEMES = {"webcal": "https", "webcals": "https"}
# Addresses that hold an IPv4 address which the machine's own network may translate.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def fetched_address(url: str) -> str:
    """The http(s) address behind what somebody typed (`webcal://` is `https://`). Raises FeedError."""
    scheme, separator, rest = url.strip().partition("://")
    address = f"{_CALENDAR_SCHEMES.get(scheme.lower(), scheme.lower())}{separator}{rest}"
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise FeedError(_("L’adresse du flux n’est pas une adresse valable.")) from None
    if parts.scheme not in ("http", "https") or not host:
        raise FeedError(_("L’adresse d’un flux commence par https://, http:// ou webcal://."))
    if "@" in parts.netloc:
        raise FeedError(_("L’adresse d’un flux ne contient ni nom ni mot de passe."))
    return address


def is_public(address: str) -> bool:
    """Whether an IP address is on the internet, rather than on this machine or in the network around it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    if ip.is_loopback and settings.FEEDS_ALLOW_LOOPBACK:
        return True
    return ip.is_global and not ip.is_multicast


def checked_ip(host: str, port: int) -> str:
    """The IP address to connect to for a host. Raises FeedError when it is none of the internet's.

    What was looked at is what is connected to: a name that answers otherwise the second time gains nothing.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FeedError(_("Le site « %s » est introuvable.") % host[:100], passing=True) from None
    addresses = [str(address[4][0]) for address in found]
    allowed = next((address for address in addresses if is_public(address)), None)
    if allowed is None:
        raise FeedError(_("L’adresse « %s » est dans un réseau privé : elle n’est pas lue.") % host[:100])
    return allowed


class _GuardedBackend(httpcore.SyncBackend):
    """Connects to the address that was looked at; the name stays that of the TLS certificate and of the request."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        return super().connect_tcp(checked_ip(host, port), port, timeout, local_address, socket_options)


class GuardedTransport(httpx.HTTPTransport):
    """Straight to public addresses: a proxy of the environment would look names up by itself."""

    def __init__(self) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(), network_backend=_GuardedBackend(), max_connections=2
        )
