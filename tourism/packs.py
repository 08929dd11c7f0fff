"""Makes a trail's pack: answers of the API as the web app asks for them, pictures, the map around the line."""

import json
import os
import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cms.actions import raise_data_version
from cms.texts import plain_texts
from tourism.cards import line_of
from tourism.geometry import bbox
from tourism.models import Pack, Trail
from tourism.pack_format import PackFile, cut_base_map, pack_bytes, pack_manifest
from tourism.resized import resized_image

IMAGE = re.compile(r"/img/([0-9a-f]{32})-(\d+)\.webp")
# A pack says until when its texts may be believed; the line stays good for longer than the opening dates.
VALID_FOR = timedelta(days=30)


@cache
def base_map() -> dict[str, Any]:
    """The schematic map of the territory, the file that the web app shows too."""
    return json.loads(settings.BASE_MAP.read_text("utf-8"))


def pack_files(trail: Trail, answers: Mapping[str, Any]) -> list[PackFile]:
    """What goes into a pack.

    Args:
        trail: with its line.
        answers: by path (`answers/Trail.fr.json`), the data that the web app's own question gets.
    """
    files, pictures = [], set()
    for path, data in answers.items():
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        files.append(PackFile(path, "application/json", text.encode()))
        pictures.update(IMAGE.findall(text))
    for digest, width in sorted(pictures):
        picture = resized_image(digest, int(width))
        if picture is not None:
            files.append(PackFile(f"media/{digest}-{width}.webp", "image/webp", picture.read_bytes()))
    if trail.line:
        area = cut_base_map(base_map(), bbox(line_of(trail.line)))
        files.append(PackFile("map/area.json", "application/json", json.dumps(area, separators=(",", ":")).encode()))
    return files


@transaction.atomic
def publish_pack(trail: Trail, files: list[PackFile]) -> Pack:
    """Store a pack, unless the trail's present one has the same content. The file of the version before stays, for
    downloads under way, until `forget_old_packs` removes it."""
    content = pack_bytes(files)
    now = timezone.now()
    manifest = pack_manifest(
        content,
        trail_id=trail.public_id,
        name=plain_texts(trail.name),
        files=len(files),
        built_at=now,
        valid_until=now + VALID_FOR,
    )
    present = Pack.objects.filter(trail=trail).first()
    path = settings.MEDIA_ROOT / "packs" / trail.public_id / f"{manifest['version']}.pack"
    if present is not None and present.version == manifest["version"] and path.exists():
        return present
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
    pack, _created = Pack.objects.update_or_create(
        trail=trail,
        defaults={
            "version": manifest["version"],
            "size": manifest["size"],
            "manifest": manifest,
            "file": str(path.relative_to(settings.MEDIA_ROOT)),
            "built_at": now,
        },
    )
    transaction.on_commit(raise_data_version)
    return pack


def forget_old_packs() -> int:
    """Remove files of packs that are no longer any trail's present one and older than an hour; gives their number."""
    present = set(Pack.objects.values_list("file", flat=True))
    limit = timezone.now().timestamp() - 3600
    removed = 0
    for path in (settings.MEDIA_ROOT / "packs").glob("*/*"):
        if str(path.relative_to(settings.MEDIA_ROOT)) not in present and path.stat().st_mtime < limit:
            path.unlink()
            removed += 1
    return removed
