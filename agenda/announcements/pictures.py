"""A picture of ours out of bytes that nobody knows.

What comes is decoded to pixels and written anew: neither the position in its EXIF data nor a script, an archive or a
page hidden in the file can come along. Only the formats that a phone or a poster has are read; the size, and how often
each pixel would be drawn, are looked at before one is decoded.
"""

import io
import re
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError

from tourism.jpeg import has_too_many_scans

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 8 * 1024 * 1024
# The app sends 1 600 pixels at most; a camera's own file has 24 million.
MOST_PIXELS = 25_000_000
# Fewer than of a source that an office chose (`tourism.jpeg`): anybody may send one.
MOST_SCANS = 24
# Parts of a file (segments, chunks), each of which costs time however small: some dozens in a picture, a few thousand
# in one of many small chunks.
MOST_PARTS = 8_000
SMALLEST_SIDE = 50
# What is kept: more than any screen of the site shows.
LONGEST_SIDE = 2000
QUALITY = 85

# Decoders say in many ways that a file is broken.
BROKEN = (
    *(UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError),
    *(AssertionError, struct.error, zlib.error),
)
# Bytes between two segments of a JPEG, where none belongs.
LONGEST_GAP = 64
# As libjpeg looks for the next one: whatever stands before it is passed over. (0x00 is a byte 0xFF of the picture, 0xD0
# to 0xD7 are marks within a scan.)
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
_SCAN, _END = 0xDA, 0xD9
_ALONE = (0x01, 0xD8)  # without a length


class BadPictureError(ValueError):
    """`code`: picture_too_large (bytes or pixels), picture_too_slow (it would take long to draw), picture_too_small or
    not_a_picture."""

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
            return _written_anew(_bounded(content))
    except BadPictureError:
        raise
    except Image.DecompressionBombError as error:
        raise BadPictureError("picture_too_large") from error
    except BROKEN as error:
        raise BadPictureError("not_a_picture") from error


def _bounded(content: bytes) -> bytes:
    """The same, without what follows the picture, of which so much is certain that it is drawn in a moment."""
    if content.startswith(b"\xff\xd8"):
        return _bounded_jpeg(content)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        _check_chunks(content, first=8, head=12, order="big", length_at=0)
    elif content.startswith(b"RIFF"):
        _check_chunks(content, first=12, head=8, order="little", length_at=4)
    return content


def _bounded_jpeg(content: bytes) -> bytes:
    at, parts, scans, end = 2, 0, 0, len(content)
    while found := _MARKER.search(content, at):
        parts += 1
        # Before the picture begins, what fills a gap is read byte by byte.
        if parts > MOST_PARTS or (not scans and found.start() - at > LONGEST_GAP):
            raise BadPictureError("picture_too_slow")
        marker, at = found[1][0], found.end()
        if marker == _END:
            end = at
            break
        scans += marker == _SCAN
        if marker not in _ALONE:
            at += int.from_bytes(content[at : at + 2], "big")
    if not scans:
        raise BadPictureError("not_a_picture")
    content = content[:end]
    if has_too_many_scans(content, most=MOST_SCANS):
        raise BadPictureError("picture_too_slow")
    return content


def _check_chunks(content: bytes, *, first: int, head: int, order: Literal["big", "little"], length_at: int) -> None:
    """PNG and WebP are rows of chunks that say their length; `head` is how much more each takes."""
    at = first
    for _part in range(MOST_PARTS):
        if at + head > len(content):
            return
        length = int.from_bytes(content[at + length_at : at + length_at + 4], order)
        at += head + length + (length % 2 if order == "little" else 0)
    raise BadPictureError("picture_too_slow")


def _written_anew(content: bytes) -> CleanPicture:
    with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise BadPictureError("picture_too_large")
        if min(opened.size) < SMALLEST_SIDE:
            raise BadPictureError("picture_too_small")
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        picture = _simple(opened)
        # Made small first: each step before costs as much as the whole picture once more.
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
        plain = _on_white(ImageOps.exif_transpose(picture))
    written = io.BytesIO()
    # Nothing is passed on: no EXIF, no profile, no comment.
    plain.info.clear()
    plain.save(written, "JPEG", quality=QUALITY, optimize=True, exif=b"", icc_profile=None, comment=b"")
    return CleanPicture(written.getvalue(), plain.width, plain.height)


def _simple(picture: Image.Image) -> Image.Image:
    """In a mode that can be made smaller without loss; itself where it is."""
    if picture.mode.startswith("I"):
        # 16 bits of grey, of which a simpler conversion only keeps the lowest.
        return picture.point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in picture.info or picture.mode in ("PA", "La", "RGBa"):
        return picture.convert("RGBA")
    if picture.mode in ("1", "P"):
        return picture.convert("RGB" if picture.mode == "P" else "L")
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA"):
        over = picture.convert("RGBA")
        ground = Image.new("RGBA", over.size, "white")
        ground.alpha_composite(over)
        return ground.convert("RGB")
    return picture.convert("RGB")
