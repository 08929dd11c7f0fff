"""The file format of packs, and what is cut out of the base map for one. Pure.

A pack is ``[u32 little-endian: length of the index][index: JSON path → [offset, length, mime]][bodies]``; offsets
count from the first body. Its manifest has one SHA-256 per chunk, so that a phone checks what lands while it lands.
The same format is read by `frontend-pwa/src/packs/format.ts`.
"""

import hashlib
import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shapely.geometry import box, mapping, shape

# Small: what is on the way when a bar of signal is lost is fetched again, and an update fetches what changed.
CHUNK = 65_536
INDEX_BLOCK = 16_384
# Around the line, in degrees: what a walker who looks up sees the name of.
MARGIN = 0.06


@dataclass(frozen=True)
class PackFile:
    """One file inside a pack."""

    path: str
    mime: str
    body: bytes


def pack_bytes(files: Iterable[PackFile]) -> bytes:
    """The whole pack; the same files in any order give the same bytes.

    What changes least comes first, and the index is padded, so that an update finds most chunks as they were.
    """
    ordered = sorted(files, key=lambda file: (not file.path.startswith("media/"), file.path))
    index, offset = {}, 0
    for file in ordered:
        index[file.path] = [offset, len(file.body), file.mime]
        offset += len(file.body)
    header = json.dumps(index, separators=(",", ":"), ensure_ascii=False).encode()
    header += b" " * (-len(header) % INDEX_BLOCK)
    return struct.pack("<I", len(header)) + header + b"".join(file.body for file in ordered)


def pack_manifest(
    content: bytes,
    *,
    trail_id: str,
    name: Mapping[str, str],
    files: int,
    built_at: datetime,
    valid_until: datetime | None,
) -> dict[str, Any]:
    """What a phone knows before it downloads. `version` is the hash of the content: 32 hexadecimal digits."""
    return {
        "id": trail_id,
        "version": hashlib.sha256(content).hexdigest()[:32],
        "size": len(content),
        "chunk": CHUNK,
        "sha256": [
            hashlib.sha256(content[start : start + CHUNK]).hexdigest() for start in range(0, len(content), CHUNK)
        ],
        "name": dict(name),
        "builtAt": built_at.isoformat(timespec="seconds"),
        "validUntil": valid_until.isoformat(timespec="seconds") if valid_until else None,
        "files": files,
    }


def cut_base_map(base: Mapping[str, Any], bbox: Sequence[float]) -> dict[str, Any]:
    """The part of the base map around a box [west, south, east, north]: same layers, fewer features.

    Lines and lakes are cut at the edge; communes stay whole, because a cut border would look like a border.
    """
    west, south, east, north = bbox
    frame = box(west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    cut: dict[str, Any] = {"attribution": base.get("attribution", ""), "bbox": list(frame.bounds)}
    for layer, collection in base.items():
        if not isinstance(collection, Mapping) or collection.get("type") != "FeatureCollection":
            continue
        kept = []
        for feature in collection["features"]:
            geometry = shape(feature["geometry"])
            if not geometry.intersects(frame):
                continue
            if layer in ("rivers", "lakes"):
                feature = {**feature, "geometry": mapping(geometry.intersection(frame))}
            kept.append(feature)
        cut[layer] = {"type": "FeatureCollection", "features": kept}
    return cut
