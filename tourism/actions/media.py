"""Pictures of the feeds."""

import hashlib
import io
import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from tourism.actions.rows import insert_rows
from tourism.jpeg import has_too_many_scans
from tourism.models import RemoteImage

FORMATS = {"JPEG", "PNG", "WEBP", "GIF", "AVIF"}


class BadImageError(Exception):
    """The bytes are not a picture that may be shown; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


def note_images(urls: Iterable[str]) -> None:
    """Remember addresses of pictures; those already known are left as they are."""
    insert_rows(
        RemoteImage,
        ("url", "digest", "error", "attempts"),
        ((url, "", "", 0) for url in sorted(set(urls)) if len(url) <= 500),
        known_by=["url"],
    )


def original_path(digest: str) -> Path:
    """Where the original of a picture is kept."""
    return settings.MEDIA_ROOT / "remote" / digest[:2] / digest


def store_image_content(image: RemoteImage, content: bytes) -> RemoteImage:
    """Keep the bytes of a picture under the digest of its content. Raises BadImageError."""
    if has_too_many_scans(content):
        raise BadImageError(_("Image refusée : la décoder prendrait trop de temps."))
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.format not in FORMATS:
                raise BadImageError(_("Format d’image refusé : %s.") % picture.format)
            if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                raise BadImageError(_("Image trop grande : %(w)d × %(h)d.") % {"w": picture.width, "h": picture.height})
            picture.verify()
            width, height = picture.size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadImageError(_("Image illisible.")) from error
    digest = hashlib.sha256(content).hexdigest()[:32]
    path = original_path(digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(content)
        part.replace(path)
    image.digest, image.width, image.height = digest, width, height
    image.fetched_at, image.error = timezone.now(), ""
    image.save()
    return image


def note_image_failure(image: RemoteImage, sentence: str) -> None:
    """Remember why a picture could not be had; it is tried three times."""
    image.attempts += 1
    image.error = sentence[:300]
    image.save(update_fields=["attempts", "error"])
