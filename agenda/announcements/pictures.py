"""A picture of ours out of bytes that nobody knows.

What comes is decoded to pixels and written anew: neither the position in its EXIF data nor a script, an archive or a
page hidden in the file can come along. Only the formats that a phone or a poster has are read; the size is looked at
before a pixel is decoded.
"""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
SMALLEST_SIDE = 50
# What is kept: more than any screen of the site shows.
LONGEST_SIDE = 2000
QUALITY = 85

# Decoders say in many ways that a file is broken.
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)


class BadPictureError(ValueError):
    """`code`: picture_too_large (bytes or pixels), picture_too_small or not_a_picture."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class CleanPicture:
    """A JPEG without any data besides its pixels."""

    content: bytes
    width: int
    height: int


def clean_picture(content: bytes) -> CleanPicture:
    """The picture written anew, upright, on white where it was transparent. Raises BadPictureError."""
    if len(content) > MOST_BYTES:
        raise BadPictureError("picture_too_large")
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a picture that is twice too large; the limit below is lower than its own.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _written_anew(content)
    except BadPictureError:
        raise
    except Image.DecompressionBombError as error:
        raise BadPictureError("picture_too_large") from error
    except BROKEN as error:
        raise BadPictureError("not_a_picture") from error


def _written_anew(content: bytes) -> CleanPicture:
    with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise BadPictureError("picture_too_large")
        if min(opened.size) < SMALLEST_SIDE:
            raise BadPictureError("picture_too_small")
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
        plain = _on_white(upright)
    written = io.BytesIO()
    # Nothing is passed on: no EXIF, no profile, no comment.
    plain.info.clear()
    plain.save(written, "JPEG", quality=QUALITY, optimize=True, exif=b"", icc_profile=None, comment=b"")
    return CleanPicture(written.getvalue(), plain.width, plain.height)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        over = picture.convert("RGBA")
        ground = Image.new("RGBA", over.size, "white")
        ground.alpha_composite(over)
        return ground.convert("RGB")
    return picture.convert("RGB")
