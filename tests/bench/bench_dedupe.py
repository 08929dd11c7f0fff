"""Pairing a night's 2,000 new events against 20,000 known ones, scoring included, on one core; invented data.

A year of the Alpes de Haute-Provence with a full summer: most events on one to three dates, one in ten an exhibition of
months, one in twenty a weekly market, a sixth without a commune, a third without a position, titles drawn from few
words so that they collide. A quarter of the new ones are known events told by another source. Usage:
bench_dedupe.py [NEW [KNOWN]]
"""

import random
import resource
import sys
import time as clock
from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from agenda.dedupe import Candidate, When, candidate_pairs, suspected_pairs

NEW = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
KNOWN = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
KINDS = [
    "Concert",
    "Spectacle",
    "Conférence",
    "Atelier",
    "Visite guidée",
    "Randonnée",
    "Cinéma",
    "Lecture",
    "Bal",
    "Stage",
]
FEASTS = ["Marché de Noël", "Vide-greniers", "Fête nationale", "Fête de la musique", "Loto", "Marché provençal"]
STARTS, ENDS = (
    ["bra", "cor", "dal", "fen", "gui", "lor", "mar", "nes", "pel", "ros", "sal", "tor"],
    ["anne", "elle", "imar", "ondel", "usson"],
)
NAMES = [start + end for start in STARTS for end in ENDS]
THINGS = [
    "lune",
    "pierre",
    "lavande",
    "loup",
    "vent",
    "rivière",
    "ombre",
    "tambour",
    "olivier",
    "neige",
    "chemin",
    "étoile",
    "forge",
    "miel",
    "orage",
]
VENUES = ["Salle des fêtes", "Médiathèque", "Église", "Théâtre {}", "Café {}", "Espace {}", "Place {}", ""]
COMMUNES = 198


def invented(number: int, chance: random.Random) -> Candidate:
    """One event; numbers make the same event again."""
    commune = int(chance.paretovariate(0.7)) % COMMUNES  # a few towns have most of the agenda
    name, thing = chance.choice(NAMES).title(), chance.choice(THINGS)
    title = chance.choice(
        [
            f"{chance.choice(KINDS)} : {name} et {thing}",
            f"{name} – {thing} de {chance.choice(NAMES)}",
            f"Les {thing}s de {name}",
            chance.choice(FEASTS),
            f"{chance.choice(KINDS)} {thing}",
        ]
    )
    # Half of the year's events are in July and August.
    first = date(2026, 7, 1) + timedelta(
        days=chance.randrange(62) if chance.random() < 0.5 else chance.randrange(-180, 180)
    )
    start = chance.choice([time(20), time(20, 30), time(21), time(18), time(10), None])
    shape = chance.random()
    if shape < 0.1:
        days = range(chance.randrange(30, 180))
    elif shape < 0.15:
        days = range(0, 364, 7)
    else:
        days = range(chance.choice([1, 1, 2, 3, 7]))
    latitude, longitude = 43.7 + commune % 14 * 0.06, 5.5 + commune // 14 * 0.09
    placed = chance.random()
    return Candidate(
        key=f"event:{number}",
        title={"fr": title},
        occurrences=tuple(When(first + timedelta(days=day), start) for day in days),
        venue=chance.choice(VENUES).format(chance.choice(NAMES).title()),
        commune_code="" if placed < 0.15 else f"04{commune:03d}",
        latitude=latitude + chance.uniform(-0.01, 0.01) if placed > 0.33 else None,
        longitude=longitude + chance.uniform(-0.01, 0.01) if placed > 0.33 else None,
        addresses=(f"https://exemple.fr/agenda/{number}-{thing}",) if chance.random() < 0.5 else (),
        source=chance.choice(["apidae", "openagenda", "ics", "datatourisme"]),
    )


def retold(event: Candidate, number: int) -> Candidate:
    """The same event by another source: louder, at an invented hour, without its page."""
    return replace(
        event,
        key=f"new:{number}",
        title={"fr": event.title["fr"].upper()},
        occurrences=tuple(When(when.day, time(20)) for when in event.occurrences),
        addresses=(),
        source="another",
    )


def run(new_count: int, known_count: int) -> float:
    """Seconds of one night's work; prints what was found."""
    chance = random.Random(7)
    known = [invented(number, chance) for number in range(known_count)]
    new = [
        retold(known[chance.randrange(known_count)], number)
        if number % 4 == 0
        else invented(known_count + number, chance)
        for number in range(new_count)
    ]
    began = clock.perf_counter()
    found = Counter(likeness.band.value for _, _, likeness in suspected_pairs(new, known))
    seconds = clock.perf_counter() - began
    compared = sum(1 for _ in candidate_pairs(new, known))
    print(
        f"{new_count:,} new x {known_count:,} known: {seconds:.1f} s, {compared:,} pairs compared of "
        f"{new_count * known_count:,}, {dict(found)}"
    )
    return seconds


if __name__ == "__main__":
    small = run(NEW, KNOWN // 2)
    full = run(NEW, KNOWN)
    print(f"twice as many known: {full / small:.2f} times as long")
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if (NEW, KNOWN) == (2_000, 20_000) and full > 60:
        sys.exit("over 60 s")
