"""The secret in the link that an author is mailed.

The database holds its digest only. It can be made again from the announcement's number with the server's key, so that
a mail that did not go can be written again.
"""

import base64
import hashlib
import uuid
from collections.abc import Iterator

from django.conf import settings
from django.utils.crypto import salted_hmac

from agenda.models import Submission


def digest_of(secret: str) -> str:
    """What the database holds of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_secret(client_id: uuid.UUID) -> str:
    """The secret of a new announcement: 32 letters, digits, - and _."""
    return next(_secrets(client_id))


def secret_of(submission: Submission) -> str:
    """The secret of an announcement. Where the server's key was changed without keeping the old one, a new one."""
    for secret in _secrets(submission.client_id):
        if digest_of(secret) == submission.secret_digest:
            return secret
    secret = new_secret(submission.client_id)
    submission.secret_digest = digest_of(secret)
    Submission.objects.filter(pk=submission.pk).update(secret_digest=submission.secret_digest)
    return secret


def _secrets(client_id: uuid.UUID) -> Iterator[str]:
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        made = salted_hmac("traverse.announcements.secret", client_id.hex, secret=key, algorithm="sha256").digest()
        yield base64.urlsafe_b64encode(made)[:32].decode()
