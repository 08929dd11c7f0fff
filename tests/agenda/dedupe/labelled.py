"""How labelled pairs are written: invented events at real communes of the Alpes de Haute-Provence.

Every title, person, association and venue is made up. Times are local; ``when`` is a list of days separated by
commas, each "2026-07-14", "2026-07-14 20:30", "2026-07-01..2026-08-30" (daily) or "2026-07-07..2026-08-25/7 09:00".
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from agenda.dedupe import Candidate, Identifier, When

# INSEE code, latitude, longitude of the town hall, about.
COMMUNES = {
    "Digne-les-Bains": ("04070", 44.0925, 6.2360),
    "Manosque": ("04112", 43.8340, 5.7830),
    "Forcalquier": ("04088", 43.9600, 5.7800),
    "Sisteron": ("04209", 44.1960, 5.9430),
    "Barcelonnette": ("04019", 44.3870, 6.6520),
    "Castellane": ("04039", 43.8470, 6.5130),
    "Valensole": ("04230", 43.8380, 5.9840),
    "Gréoux-les-Bains": ("04094", 43.7580, 5.8850),
    "Moustiers-Sainte-Marie": ("04135", 43.8470, 6.2220),
    "Riez": ("04166", 43.8180, 6.0930),
    "Oraison": ("04143", 43.9170, 5.9180),
    "Château-Arnoux-Saint-Auban": ("04049", 44.0930, 6.0080),
    "Les Mées": ("04116", 44.0300, 5.9760),
    "Banon": ("04018", 44.0380, 5.6280),
    "Seyne": ("04205", 44.3510, 6.3560),
    "Annot": ("04008", 43.9660, 6.6680),
    "Entrevaux": ("04076", 43.9490, 6.8100),
    "Colmars": ("04061", 44.1800, 6.6270),
    "Allos": ("04006", 44.2410, 6.6290),
    "Saint-André-les-Alpes": ("04173", 43.9660, 6.5080),
    "Volx": ("04245", 43.8780, 5.8420),
    "Villeneuve": ("04242", 43.8960, 5.8620),
    "Mane": ("04111", 43.9370, 5.7680),
    "Peyruis": ("04149", 44.0290, 5.9400),
    "Jausiers": ("04096", 44.4130, 6.7310),
    "Volonne": ("04244", 44.1100, 6.0140),
    "Sainte-Tulle": ("04197", 43.7880, 5.7680),
    "Pierrevert": ("04152", 43.8120, 5.7500),
}


@dataclass(frozen=True)
class LabelledPair:
    """`same` is the truth; `case` names the trap."""

    case: str
    same: bool
    a: Candidate
    b: Candidate


def occurrences(when: str) -> tuple[When, ...]:
    """The dates of the notation above."""
    found: list[When] = []
    for part in filter(None, (part.strip() for part in when.split(","))):
        days, _, clock = part.partition(" ")
        start = time.fromisoformat(clock) if clock else None
        span, _, step = days.partition("/")
        first, _, last = span.partition("..")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            found.append(When(day, start))
            day += timedelta(days=int(step or 1))
    return tuple(found)


def event(
    key: str,
    title: str | dict[str, str],
    when: str = "",
    *,
    town: str = "",
    at: tuple[float, float] | str | None = None,
    url: str = "",
    ids: str = "",
    part_of: str = "",
    cinema: bool = False,
    **more: Any,
) -> Candidate:
    """``at`` is (latitude, longitude), or "town" for the town hall's; ``ids`` "apidae:12 dt:x"."""
    code, latitude, longitude = COMMUNES.get(town, ("", 0.0, 0.0))
    point = (latitude, longitude) if at == "town" else at if isinstance(at, tuple) else (None, None)
    return Candidate(
        key=key,
        title={"fr": title} if isinstance(title, str) else title,
        occurrences=occurrences(when),
        town=town,
        commune_code=more.pop("commune_code", code),
        latitude=point[0],
        longitude=point[1],
        addresses=tuple(url.split()),
        identifiers=frozenset(Identifier(*one.split(":", 1)) for one in ids.split()),
        part_of=Identifier(*part_of.split(":", 1)) if part_of else None,
        categories=("CINEMA",) if cinema else (),
        **more,
    )


class Pairs(list[LabelledPair]):
    """A list that is written one line a pair: what both share, then what only one says."""

    def same(self, case: str, title_a: Any, title_b: Any, when: str = "2026-07-11 21:00", **said: Any) -> None:
        """Two announcements of one event."""
        self._add(case, True, title_a, title_b, when, said)

    def different(self, case: str, title_a: Any, title_b: Any, when: str = "2026-07-11 21:00", **said: Any) -> None:
        """Two events."""
        self._add(case, False, title_a, title_b, when, said)

    def _add(self, case: str, same: bool, title_a: Any, title_b: Any, when: str, said: dict[str, Any]) -> None:
        only_a, only_b = dict(said.pop("a", {})), dict(said.pop("b", {}))
        number = len(self)
        a = event(f"a{number}", title_a, **{"when": when, "source": "alpha", **said, **only_a})
        b = event(f"b{number}", title_b, **{"when": when, "source": "beta", **said, **only_b})
        self.append(LabelledPair(case, same, a, b))
