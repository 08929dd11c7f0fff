"""Which addresses a feed may be fetched from: an office types them, and the server must not become a door to the
network in which it stands."""

import ipaddress
import socket
import ssl
import time
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
# Addresses of a network of one's own that Python takes for public ones: translation (RFC 8215) and sites of old; and
# those that once held an IPv4 address (RFC 4291, 2.5.5.1), which nobody on the internet has.
_OWN = [ipaddress.ip_network(network) for network in ("64:ff9b:1::/48", "fec0::/10", "::/96")]


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
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in _OWN)


def checked_ip(host: str, port: int, *, loopback_port: int = 0) -> str:
    """The IP address to connect to for a host. Raises FeedError when it is none of the internet's, nor this machine's
    at `loopback_port`.

    What was looked at is what is connected to: a name that answers otherwise the second time gains nothing.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FeedError(_("Le site « %s » est introuvable.") % host[:100], passing=True) from None
    addresses = [str(address[4][0]) for address in found]
    own = bool(port) and port == loopback_port
    allowed = next((one for one in addresses if is_public(one) or own and ipaddress.ip_address(one).is_loopback), None)
    if allowed is None:
        raise FeedError(_("L’adresse « %s » est dans un réseau privé : elle n’est pas lue.") % host[:100])
    return allowed


class Clock:
    """Until when the request that is under way may take, a moment of `time.monotonic`: whatever it waits for."""

    def __init__(self) -> None:
        self.deadline = float("inf")

    def left(self, timeout: float | None, late: type[Exception]) -> float:
        """The seconds that one step may take. Raises `late` when there are none."""
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise late
        # A socket takes no more than this.
        return min(seconds, 3600.0 if timeout is None else timeout)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends when the request must: a byte now and then would keep it open for ever."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self._stream, self._clock = stream, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        seconds = self._clock.left(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _GuardedBackend(httpcore.SyncBackend):
    """Connects to the address that was looked at; the name stays that of the TLS certificate and of the request."""

    def __init__(self, clock: Clock, loopback_port: int) -> None:
        self._clock, self._loopback_port = clock, loopback_port

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        ip = checked_ip(host, port, loopback_port=self._loopback_port)
        seconds = self._clock.left(timeout, httpcore.ConnectTimeout)
        return _TimedStream(super().connect_tcp(ip, port, seconds, local_address, socket_options), self._clock)


class GuardedTransport(httpx.HTTPTransport):
    """Straight to public addresses: a proxy of the environment would look names up by itself. `clock` bounds what is
    asked next, from the connection to the last byte. `loopback_port`: one port of this machine that may be asked too,
    that of the settings when None."""

    def __init__(self, *, loopback_port: int | None = None) -> None:
        super().__init__(trust_env=False)
        own = settings.FEEDS_LOOPBACK_PORT if loopback_port is None else loopback_port
        self.clock = Clock()
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            network_backend=_GuardedBackend(self.clock, own),
            max_connections=2,
        )
