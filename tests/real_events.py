"""Real events, where they are beside the checkout: never part of it."""

from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "agenda"
OPENAGENDA, DATATOURISME = _FOLDER / "openagenda-albi-75.json", _FOLDER / "datatourisme-events.json"

needs_real_events = pytest.mark.skipif(
    not (OPENAGENDA.is_file() and DATATOURISME.is_file()), reason="the real events are not beside this checkout"
)
