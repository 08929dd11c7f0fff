"""A table that was sent for a preview, kept until its feed is saved: browsers do not send a file twice."""

from datetime import timedelta
from pathlib import PurePath
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.signing import BadSignature, TimestampSigner
from django.utils import timezone

WAITING, KEPT_FEEDS = "feeds/waiting", "feeds"
KEPT_FOR = timedelta(days=1)
SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx", ".json", ".jsonld", ".zip")
_signer = TimestampSigner(salt="agenda.feeds")


def keep_upload(upload: File) -> str:
    """Keep a file for a while; gives its name in the storage. Nobody can guess it: media are open to all."""
    forget_old_uploads()
    suffix = PurePath(upload.name or "").suffix.lower()
    return default_storage.save(f"{WAITING}/{uuid4().hex}{suffix if suffix in SUFFIXES else ''}", upload)


def token_of(name: str, *, user_id: int) -> str:
    """What the form sends back to name a kept file."""
    return _signer.sign(f"{user_id}:{name}")


def name_in(token: str, *, user_id: int) -> str:
    """The name of a kept file; '' when the token is not this user's, or too old."""
    try:
        owner, _separator, name = _signer.unsign(token, max_age=KEPT_FOR).partition(":")
    except BadSignature:
        return ""
    return name if owner == str(user_id) and default_storage.exists(name) else ""


def settle_upload(name: str) -> str:
    """Keep a waiting file for good; gives its name."""
    with default_storage.open(name) as file:
        kept = default_storage.save(f"{KEPT_FEEDS}/{uuid4().hex}{PurePath(name).suffix}", file)
    default_storage.delete(name)
    return kept


def forget_old_uploads() -> None:
    """Delete files of forms that nobody saved."""
    if not default_storage.exists(WAITING):
        return
    for name in default_storage.listdir(WAITING)[1]:
        path = f"{WAITING}/{name}"
        if default_storage.get_modified_time(path) < timezone.now() - KEPT_FOR:
            default_storage.delete(path)
