"""Packs read as a phone does, by code of its own."""

import json
import struct

from django.conf import settings

from tourism.models import Pack


def read_pack(content: bytes) -> dict[str, tuple[str, bytes]]:
    """A second reader, written from the description of the format."""
    (length,) = struct.unpack("<I", content[:4])
    index = json.loads(content[4 : 4 + length])
    bodies = content[4 + length :]
    return {path: (mime, bodies[offset : offset + size]) for path, (offset, size, mime) in index.items()}


def pack_content(pack: Pack) -> bytes:
    """The file of a pack."""
    return (settings.MEDIA_ROOT / pack.file).read_bytes()
