"""What APIDAE says when an export of a project has ended: checked, nothing written.

The call is not signed. What protects us is an address that cannot be guessed, the project's number, and that files are
only ever fetched from hosts that we name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from tourism.apidae.client.errors import ApidaeRefused
from tourism.apidae.client.files import check_host

_STEM = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$")
_MOMENT = re.compile(r"_(\d{8}-\d{4})(?:_|$)")
# A clock of theirs that is a little ahead of ours.
_TOLERANCE = timedelta(hours=1)


class BadNotificationError(Exception):
    """The call is not one that we may believe; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Notification:
    """One call.

    Attributes:
        stem: the file's name without its ending, ``<project>_<yyyymmdd-hhmm>_<6 characters>``.
        failed: the platform could not make the export: there is nothing to fetch.
        one_off: `ponctuel`, asked for by hand.
        full: `reinitialisation`, else differential.
        exported_at: from the stem, in local time; the moment of the call when the stem says none.
    """

    stem: str
    project: int
    failed: bool
    one_off: bool
    full: bool
    download_url: str
    confirmation_url: str
    exported_at: datetime


def read_notification(
    form: Mapping[str, str], *, project: int, hosts: set[str], now: datetime, zone: ZoneInfo
) -> Notification:
    """The call that a form holds. `hosts` are those that files may be fetched from (``host`` or ``host:port``).

    Raises BadNotificationError.
    """
    given = form.get("projetId") or form.get("siteWebId") or ""  # the name before version 2
    if not given:
        raise BadNotificationError("projetId is missing.")
    # Not `int()`: it takes spaces, underscores and the digits of other scripts.
    if not project or given != str(project):
        raise BadNotificationError("projetId is not the project that is read here.")
    status = form.get("statut", "")
    if status not in ("SUCCESS", "ERROR"):
        raise BadNotificationError("statut must be SUCCESS or ERROR.")
    failed = status == "ERROR"
    download_url, confirmation_url = form.get("urlRecuperation", ""), form.get("urlConfirmation", "")
    if not download_url and not failed:
        raise BadNotificationError("urlRecuperation is missing.")
    for name, url in (("urlRecuperation", download_url), ("urlConfirmation", confirmation_url)):
        _check_address(name, url, hosts)
    stem = _stem(download_url, confirmation_url)
    if not stem and failed:
        stem = f"{project}_{now.astimezone(zone):%Y%m%d-%H%M}_error"
    if not stem:
        raise BadNotificationError("urlRecuperation does not name an export file.")
    return Notification(
        stem=stem,
        project=project,
        failed=failed,
        one_off=_boolean(form, "ponctuel"),
        full=_boolean(form, "reinitialisation"),
        download_url=download_url,
        confirmation_url=confirmation_url,
        exported_at=_exported_at(stem, now, zone),
    )


def _check_address(name: str, url: str, hosts: set[str]) -> None:
    if not url:
        return
    if len(url) > 500 or not url.isprintable() or " " in url or "/../" in url:
        raise BadNotificationError(f"{name} is not an address.")
    try:
        check_host(url, hosts)
    except ApidaeRefused:
        raise BadNotificationError(f"{name} is not on a host that exports may come from.") from None


def _stem(download_url: str, confirmation_url: str) -> str:
    """From the file's address; from the confirmation's `hash`, which is the same, when there is no file."""
    name = urlsplit(download_url).path.rpartition("/")[2]
    candidate = name.removesuffix(".zip") or "".join(parse_qs(urlsplit(confirmation_url).query).get("hash", [])[:1])
    return candidate if _STEM.match(candidate) else ""


def _boolean(form: Mapping[str, str], name: str) -> bool:
    """A differential export withdraws nothing that it does not name, so that is what silence means."""
    value = form.get(name, "false")
    if value not in ("true", "false"):
        raise BadNotificationError(f"{name} must be true or false.")
    return value == "true"


def exported_at_of(stem: str, zone: ZoneInfo) -> datetime | None:
    """The moment that the name of an export says, in local time; None when it says none."""
    match = _MOMENT.search(stem)
    try:
        return datetime.strptime(match[1], "%Y%m%d-%H%M").replace(tzinfo=zone) if match else None
    except ValueError:
        return None


def _exported_at(stem: str, now: datetime, zone: ZoneInfo) -> datetime:
    moment = exported_at_of(stem, zone)
    # A little ahead of our clock, the order of exports is still that of their names.
    return now if moment is None or moment > now + _TOLERANCE else moment.astimezone(UTC)
