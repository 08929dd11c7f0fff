"""The files that the simulator serves below `/filestore/`."""

from collections.abc import Callable
from pathlib import Path

from tourism.apidae.demonstration import media_file

# Answers (content, content type) for a path, or None.
MediaReader = Callable[[str], tuple[bytes, str] | None]

_MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".gpx": "application/gpx+xml",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".kmz": "application/vnd.google-earth.kmz",
    ".pdf": "application/pdf",
}


def folder_media(folder: Path) -> MediaReader:
    """A reader of the files below `folder`, and of nothing outside it."""
    root = folder.resolve()

    def read(path: str) -> tuple[bytes, str] | None:
        file = (root / path).resolve()
        if not file.is_relative_to(root) or not file.is_file():
            return None
        return file.read_bytes(), _MEDIA_TYPES.get(file.suffix.lower(), "application/octet-stream")

    return read


def demonstration_media(path: str) -> tuple[bytes, str] | None:
    """The pictures and tracks of the demonstration territory."""
    try:
        return media_file(path)
    except (LookupError, FileNotFoundError, ValueError):
        return None
