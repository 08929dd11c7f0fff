"""One event of which one source says that it is cancelled or postponed: asked about, never joined without a word."""

from datetime import date
from typing import Any

from agenda.dedupe import GRAVE
from tests.agenda.dedupe.labelled import LabelledPair, Pairs

MILL: dict[str, Any] = {"venue": "Moulin de la Cascade", "town": "Moustiers-Sainte-Marie", "when": "2027-05-08 14:30"}
SERIES = {"when": "2027-07-06 21:00, 2027-07-13 21:00, 2027-07-20 21:00"}
PAGE = {"url": "https://billets.example.org/e/veillee-aux-chandelles-2431"}


def pairs() -> list[LabelledPair]:
    """All of them."""
    found = Pairs()
    for state in GRAVE:
        off = {"states": {date(2027, 5, 8): state}}
        found.same("one says that it is off", "Veillée aux chandelles", "Veillée aux chandelles", **MILL, b=off)
        found.same("off, one page", "Veillée aux chandelles", "Grande veillée aux chandelles", **MILL, **PAGE, a=off)
        found.same("off, one number", "Veillée aux chandelles", "La veillée", **MILL, ids="apidae:12", b=off)
        one = {"states": {date(2027, 7, 13): state}}
        found.same("one date of three is off", "Les chants du soir", "Les chants du soir", **MILL | SERIES, b=one)
    found.same("a title says that it is off", "[ANNULÉ] Bal des lucioles", "Bal des lucioles", **MILL)
    found.same("a title says that it is postponed", "Bal des lucioles", "REPORTÉ : Bal des lucioles", **MILL, **PAGE)
    off, later = {"states": {date(2027, 5, 8): "CANCELLED"}}, {"states": {date(2027, 5, 8): "POSTPONED"}}
    found.same("cancelled or postponed", "Bal des lucioles", "Bal des lucioles", **MILL, a=off, b=later)
    return found
