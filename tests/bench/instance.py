"""An instance of its own for a benchmark: its database and files in a folder that goes away."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = tempfile.TemporaryDirectory(prefix="traverse-bench-")


def start() -> None:
    """Set Django up on an empty, migrated database. To be called before any model is imported."""
    sys.path.insert(0, str(ROOT))
    os.environ["TRAVERSE_VAR"] = FOLDER.name
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
