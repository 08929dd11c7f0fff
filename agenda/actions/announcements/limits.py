"""How much may come from one address, and be written to one, without keeping anything about who sends it.

An address is counted under a digest whose key changes every day and is derived from the server's own; a whole network
of IPv6 is one address. Who is over the limit is refused from memory, without a statement, until the hour is over. Many
people may share an address (a village hall, a mobile operator): the limits are far above what they need. Whoever has
many addresses cannot have many mails written to somebody else: mails are counted by who gets them.
"""

import ipaddress
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from agenda.models import AnnouncementTally, Submission

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# From so many announcements in an hour on, each doubling asks for one bit more.
BUSY, MOST_EXTRA_BITS = 60, 4


class TooManyError(Exception):
    """Too much came from one address, or would be written to one; `seconds` until some more may. `code` is that of
    the sentence that says so."""

    def __init__(self, seconds: int, code: str = "too_many") -> None:
        self.seconds, self.code = seconds, code
        super().__init__(f"{seconds} s")


def address_digest(address: str, *, now: datetime) -> str:
    """What an address is counted under today. Tomorrow nobody can tell that it is the same."""
    try:
        ip = ipaddress.ip_address(address.strip())
    except ValueError:
        network = "unknown"
    else:
        if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        network = str(ipaddress.ip_network((ip, 64 if ip.version == 6 else 32), strict=False))
    return _digest_of_today("address", network, now)


def recipient_digest(email: str, *, now: datetime) -> str:
    """What an e-mail address is counted under today: one mailbox has many spellings (capitals, ``name+anything@``)."""
    local, _at, domain = email.strip().lower().rpartition("@")
    return _digest_of_today("recipient", f"{local.partition('+')[0]}@{domain}", now)


def _digest_of_today(what: str, said: str, now: datetime) -> str:
    day = timezone.localtime(now).date().isoformat()
    return salted_hmac(f"traverse.announcements.{what}.{day}", said, algorithm="sha256").hexdigest()[:40]


def count_attempt(address: str, *, now: datetime) -> None:
    """One more attempt from an address (its digest). Raises TooManyError."""
    hour = int(now.timestamp() // 3600)
    left = 3600 - int(now.timestamp()) % 3600
    refused = f"announcements.refused.{address}.{hour}"
    if cache.get(refused):
        raise TooManyError(left)
    if _count(f"{address}.a{hour}", expires_at=now + HOUR) > settings.ANNOUNCEMENTS["attempts_an_hour"]:
        cache.set(refused, True, timeout=left)
        raise TooManyError(left)


def count_kept(address: str, *, now: datetime) -> None:
    """One more announcement from an address (its digest). Raises TooManyError, having counted nothing."""
    with transaction.atomic():
        if _count(f"{address}.kept", expires_at=now + DAY) > settings.ANNOUNCEMENTS["kept_a_day"]:
            raise TooManyError(_until_midnight(now))


def count_change(submission: Submission, *, now: datetime) -> None:
    """One more change of an announcement by its link, wherever it comes from. Raises TooManyError."""
    day = timezone.localtime(now).date().isoformat()
    if _count(f"change.{submission.pk}.{day}", expires_at=now + DAY) > settings.ANNOUNCEMENTS["changes_a_day"]:
        raise TooManyError(_until_midnight(now))


def count_mail(email: str, *, now: datetime) -> None:
    """One more mail that says to an address that an announcement came. Raises TooManyError, having counted nothing."""
    with transaction.atomic():
        key = f"{recipient_digest(email, now=now)}.mail"
        if _count(key, expires_at=now + DAY) > settings.ANNOUNCEMENTS["mails_a_day"]:
            raise TooManyError(_until_midnight(now), "too_many_mails")


def _until_midnight(now: datetime) -> int:
    local = timezone.localtime(now)
    midnight = (local + DAY).replace(hour=0, minute=0, second=0, microsecond=0)
    return max(60, int((midnight - local).total_seconds()))


def spend_proof(digest: str, *, now: datetime) -> bool:
    """Whether a proof of work (its digest) was not used before; it now is."""
    try:
        with transaction.atomic():
            AnnouncementTally.objects.create(key=digest, count=1, expires_at=now + 2 * HOUR)
    except IntegrityError:
        return False
    return True


def proof_bits(*, now: datetime) -> int:
    """How hard the proof is now: the more announcements come, from wherever, the harder."""
    came = Submission.objects.filter(created_at__gt=now - HOUR).count()
    return int(settings.ANNOUNCEMENTS["proof_bits"]) + min(MOST_EXTRA_BITS, (came // BUSY).bit_length())


def _count(key: str, *, expires_at: datetime) -> int:
    """How often this came, this time included."""
    same = AnnouncementTally.objects.filter(pk=key)
    if not same.update(count=F("count") + 1):
        try:
            with transaction.atomic():
                AnnouncementTally.objects.create(key=key, count=1, expires_at=expires_at)
            return 1
        except IntegrityError:  # two at once
            same.update(count=F("count") + 1)
    return same.values_list("count", flat=True).get()
