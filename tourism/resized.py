"""Pictures of the feeds in the sizes that are shown, made once and kept."""

import os
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageOps

from tourism.actions import original_path
from tourism.cards import PHOTO_WIDTH, THUMBNAIL_WIDTH

WIDTHS = (PHOTO_WIDTH, THUMBNAIL_WIDTH)


def resized_image(digest: str, width: int) -> Path | None:
    """The WebP file of a picture in one of the two widths, made now if need be; None when there is no such picture.

    A picture is never enlarged.
    """
    original = original_path(digest)
    made = settings.MEDIA_ROOT / "resized" / digest[:2] / f"{digest}-{width}.webp"
    if made.exists():
        return made
    if width not in WIDTHS or not original.exists():
        return None
    made.parent.mkdir(parents=True, exist_ok=True)
    part = made.with_suffix(f".{os.getpid()}.part")
    with Image.open(original) as opened:
        opened.draft("RGB", (width, width))
        picture: Image.Image = ImageOps.exif_transpose(opened).convert("RGB")
        if picture.width > width:
            height = round(picture.height * width / picture.width)
            picture = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        picture.save(part, "WEBP", quality=78, method=4)
    part.replace(made)
    return made
