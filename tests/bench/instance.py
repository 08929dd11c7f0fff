"""An instance of its own for a benchmark: its database and files in a folder that goes away."""

import os
import subprocess
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
    # In a process of its own: what migrating takes of memory is not what is measured.
    subprocess.run([sys.executable, "-W", "ignore", ROOT / "manage.py", "migrate", "--verbosity=0"], check=True)
    import django

    django.setup()


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
