"""Signed addresses under which the web app shows a draft. No models here: `cms.models.pages` imports it."""

from urllib.parse import urlencode

from django.conf import settings
from django.core import signing

_SALT = "cms.preview"


def preview_token(key: str) -> str:
    """A token for the stored draft `key`, good for settings.PREVIEW_TOKEN_MAX_AGE seconds."""
    return signing.TimestampSigner(salt=_SALT).sign(key)


def draft_key_from_token(token: str) -> str | None:
    """The draft's key, or None when the token is forged or too old."""
    try:
        return signing.TimestampSigner(salt=_SALT).unsign(token, max_age=settings.PREVIEW_TOKEN_MAX_AGE)
    except signing.BadSignature:
        return None


def preview_address(public_path: str, token: str) -> str:
    """The web app's address of the page with the token, a path on this host whatever host the admin is seen on."""
    return f"{public_path}?{urlencode({'preview': token})}"
