"""Exports written file by file, and their reading."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agenda.sources.imports import apidae_import
from tourism.models import ImportRun

OLDER, NEWER, NEWEST = (datetime(2026, 11, day, 4, tzinfo=UTC) for day in (20, 21, 22))


def export_of(folder: Path, objects: list[dict], **files: Any) -> Path:
    """An export of these objects; `files` are side files without their ending."""
    side = {f"{name}.json": content for name, content in files.items()}
    return export_of_files(folder, {"objets_modifies/objets_modifies-1.json": objects} | side)


def export_of_files(folder: Path, files: dict[str, Any]) -> Path:
    """An export of these files: bytes as they are, anything else as JSON."""
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, bytes) else json.dumps(content))
    return path


def read(path: Path, *, complete: bool = True, exported_at: datetime | None = None, **options: Any) -> ImportRun:
    """The run of an import of this export, without network."""
    return apidae_import(client=None, **options).from_export(path, complete=complete, exported_at=exported_at)
