"""Pairing a night's 2,000 new events against 20,000 known ones: the comparison alone, then the night's whole job in a
database; invented data.

A year of the Alpes de Haute-Provence with a full summer: most events on one to three dates, one in ten an exhibition of
months, one in twenty a weekly market, a sixth without a commune, a third without a position, titles drawn from few
words so that they collide. A quarter of the new ones are known events told by another source.

The job (`find_duplicates`) reads events from SQLite and, where its programs are installed, from PostgreSQL, each in a
process of its own, scores, joins the silent band, keeps the pairs for people. It is done on all that is known, when
nothing was compared before (an instance's first night); then on a night that brought the new ones; then on a night that
brought nothing. Seconds on the clock and of processor (the database's own is not in them), statements.
Usage: bench_dedupe.py [NEW [KNOWN]]
"""

import os
import random
import resource
import subprocess
import sys
import time as clock
from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from instance import FOLDER, start
from postgresql import postgresql

from agenda.dedupe import Candidate, When, candidate_pairs, suspected_pairs

BUDGET = 60  # seconds
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


class Statements:
    """Counts what is asked of the database."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, execute, *asked):
        self.number += 1
        return execute(*asked)


def nights(name: str, new_count: int, known_count: int) -> float:
    """Prints what each night's job took in one database; gives the seconds of the one that brought the new events."""
    start()
    from django.db import connection

    from agenda.actions import find_duplicates

    chance = random.Random(7)
    known = [invented(number, chance) for number in range(known_count)]
    keep(known)
    seconds = {}
    for night, brought in (
        ("first night", []),
        (
            f"{new_count:,} new",
            [
                retold(known[chance.randrange(known_count)], number)
                if number % 4 == 0
                else invented(known_count + number, chance)
                for number in range(new_count)
            ],
        ),
        ("nothing new", []),
    ):
        keep(brought)
        asked = Statements()
        with connection.execute_wrapper(asked):
            began, worked = clock.perf_counter(), clock.process_time()
            found = find_duplicates()
            seconds[night], worked = clock.perf_counter() - began, clock.process_time() - worked
        print(
            f"{name:<11}{night:<12}{seconds[night]:7.1f} s {worked:7.1f} s of processor {asked.number:7,} statements  "
            f"{found.events:,} events, {found.compared:,} pairs compared, {found.silent} joined, "
            f"{found.waiting:,} waiting",
            flush=True,
        )
    print(f"{name:<11}memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return seconds[f"{new_count:,} new"]


def keep(events: list[Candidate]) -> None:
    """Write events as a feed would: their records, and what is folded from them."""
    import orjson
    from django.db import transaction
    from django.utils import timezone

    from agenda.actions import refold_events
    from agenda.models import Event
    from tourism.actions import new_public_id
    from tourism.enums import RecordKind
    from tourism.models import Commune, SourceRecord

    # The invented year, with its summer in half a year whenever this runs.
    later = timezone.localdate() + timedelta(days=190) - date(2026, 7, 1)
    codes = sorted(Commune.objects.values_list("pk", flat=True))
    for first in range(0, len(events), 500):
        pairs = []
        for event in events[first : first + 500]:
            record = {
                "name": dict(event.title),
                "schedule": schedule_of(event, later),
                "venue": event.venue,
                "commune_code": codes[int(event.commune_code[2:]) % len(codes)] if event.commune_code else "",
                "latitude": event.latitude,
                "longitude": event.longitude,
                "contacts": [{"kind": "WEBSITE", "value": address} for address in event.addresses],
                "summary": {"fr": "Une soirée du pays, ouverte à tous, avec un verre à la fin."},
            }
            row = SourceRecord(
                source=event.source,
                external_id=event.key,
                kind=RecordKind.EVENT,
                record=orjson.loads(orjson.dumps(record)),
                seen_at=timezone.now(),
            )
            pairs.append((Event(public_id=new_public_id(event.source, event.key)), [row]))
        with transaction.atomic():
            refold_events(pairs)
            for folded, (row,) in pairs:
                row.subject_id = folded.pk
            SourceRecord.objects.bulk_create(row for _event, (row,) in pairs)


def schedule_of(event: Candidate, later: timedelta) -> dict:
    """Its dates as a record says them: a run of days as one period."""
    from tourism.schedule import ALL_DAY, Hours, Period, Schedule, Slot

    days = sorted(event.days)
    begin = event.occurrences[0].start
    hours = (Hours(slots=(Slot(begin, None),) if begin else (ALL_DAY,)),)
    if len(days) > 1 and (days[-1] - days[0]).days == len(days) - 1:
        period = Period("p", days[0] + later, days[-1] + later, hours=hours)
    else:
        period = Period("p", dates_only=True, extra_dates=tuple(day + later for day in days), hours=hours)
    return Schedule(periods=(period,)).to_json()


def run_in_databases() -> bool:
    """Each database in turn; whether one took too long."""
    script = [sys.executable, "-W", "ignore", __file__, str(NEW), str(KNOWN)]
    without = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with postgresql() as url:
        databases = {"SQLite": without} | ({} if url is None else {"PostgreSQL": without | {"DATABASE_URL": url}})
        codes = [
            subprocess.run(script, env=environment | {"BENCH_DATABASE": name}, check=False).returncode
            for name, environment in databases.items()
        ]
    if len(databases) == 1:
        print("PostgreSQL  its programs are not installed")
    return any(codes)


def main() -> int:
    """The exit code: 1 when the issue's numbers took longer than they may."""
    counts = (NEW, KNOWN)
    judged = counts == (2_000, 20_000)
    if name := os.environ.get("BENCH_DATABASE"):
        return int(nights(name, *counts) > BUDGET and judged)
    small = run(NEW, KNOWN // 2)
    full = run(NEW, KNOWN)
    print(f"twice as many known: {full / small:.2f} times as long")
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", flush=True)
    return int(run_in_databases() or (full > BUDGET and judged))


if __name__ == "__main__":
    code = main()
    FOLDER.cleanup()
    sys.exit(code)
