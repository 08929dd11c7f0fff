"""Search over 20,000 documents: text + date window + near + facets, on both engines; and the speed of indexing.

    python tests/bench/bench_search.py [--documents 20000] [--queries 400] [--objects 2000] [--elasticsearch]

Writes into a database of its own in a temporary folder. Words follow Zipf's law, so that queries mix frequent and rare
ones. Prints a table of p50 and p95 in milliseconds; the budget is an embedded p95 of 10 ms. Then the objects per second
that the index takes, all six languages of each, as a bulk import leaves them; and how long others wait meanwhile.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
if "DATABASE_URL" not in os.environ:
    os.environ["TRAVERSE_VAR"] = tempfile.mkdtemp(prefix="traverse-bench-")

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction

from agenda.models import Event, Occurrence
from cms.actions import raise_data_version
from cms.texts import Texts, texts_from_plain
from search.documents import SearchDocument, documents_in_languages
from search.engines import choice
from search.engines.contract import SearchEngine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.enums import SearchKind
from search.index import catch_up, index_objects, remember_objects
from search.queries import search
from tests.elasticsearch_server import ElasticsearchServer
from tourism.models import Place

NOW = datetime(2026, 7, 15, 12, 0, tzinfo=UTC)
SYLLABLES = [consonant + vowel for consonant in "bcdfglmnp" for vowel in "aeio"]
COMMUNES = 198
WORDS_IN_A_TEXT = 90


def vocabulary(randomness: random.Random, size: int = 20_000) -> list[str]:
    """Distinct words of two to five syllables."""
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(randomness.choices(SYLLABLES, k=randomness.randint(2, 5)))] = None
    return list(words)


class Territory:
    """Generated documents and queries; the same for the same seed."""

    def __init__(self, documents: int) -> None:
        self.randomness = random.Random(4)
        self.documents = documents
        self.words = vocabulary(self.randomness)
        self.weights = [1 / (place + 3) for place in range(len(self.words))]
        self.communes = [
            (
                f"04{number:03}",
                self.words[1_000 + number],
                43.7 + self.randomness.random(),
                5.5 + self.randomness.random(),
            )
            for number in range(COMMUNES)
        ]

    def point(self) -> tuple[float, float]:
        """Latitude and longitude in the territory, degrees."""
        return 43.7 + self.randomness.random(), 5.5 + self.randomness.random()

    def text(self, words: int) -> str:
        """Words by Zipf's law, in sentences."""
        chosen = self.randomness.choices(self.words, self.weights, k=words)
        return ". ".join(" ".join(chosen[first : first + 12]).capitalize() for first in range(0, words, 12))

    def all_documents(self) -> Iterator[SearchDocument]:
        """French documents, half of them events with three dates within a year."""
        for number in range(self.documents):
            kind = (SearchKind.EVENT, SearchKind.PLACE, SearchKind.EVENT, SearchKind.TRAIL)[number % 4]
            code, name, latitude, longitude = self.randomness.choice(self.communes)
            dates = []
            if kind == SearchKind.EVENT:
                for _ in range(3):
                    start = NOW + timedelta(hours=self.randomness.randint(-500, 8_000))
                    dates.append((start, start + timedelta(hours=3)))
            yield from documents_in_languages(
                kind=kind,
                object_id=number + 1,
                public_id=f"object-{number}",
                path=f"/object/{number}",
                names={"fr": {"text": self.text(4)}},
                texts=[{"fr": {"text": self.text(WORDS_IN_A_TEXT)}}],
                languages=["fr"],
                commune_code=code,
                commune_name=name,
                latitude=latitude + self.randomness.gauss(0, 0.02),
                longitude=longitude + self.randomness.gauss(0, 0.02),
                dates=dates,
            )

    def word(self) -> str:
        """A word as people would type it: frequent ones more often."""
        return self.randomness.choices(self.words, self.weights, k=1)[0]


def cases(territory: Territory) -> dict[str, Callable[[], dict[str, Any]]]:
    """Kinds of searches by name; each call gives the arguments of another one."""
    randomness = territory.randomness

    def near() -> tuple[float, float, float]:
        return *territory.point(), 20_000

    def window() -> dict[str, Any]:
        start = NOW + timedelta(days=randomness.randint(0, 200))
        return {"start": start, "end": start + timedelta(days=7)}

    def frequent() -> str:
        return randomness.choice(territory.words[:20])

    def mistyped() -> str:
        word = randomness.choice([word for word in territory.words[:2_000] if len(word) > 5])
        place = randomness.randrange(1, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :] + " "

    return {
        "text + dates + near + facets": lambda: {"text": f"{territory.word()} ", "near": near(), **window()},
        "two words + dates + near": lambda: {
            "text": f"{territory.word()} {territory.word()} ",
            "near": near(),
            **window(),
        },
        "the 20 most frequent words": lambda: {"text": f"{frequent()} "},
        "the same + dates + near": lambda: {"text": f"{frequent()} ", "near": near(), **window()},
        "one word": lambda: {"text": f"{territory.word()} "},
        "two words": lambda: {"text": f"{territory.word()} {territory.word()} "},
        "while typing, 3 letters": lambda: {"text": territory.word()[:3]},
        "word + commune": lambda: {"text": f"{territory.word()} {randomness.choice(territory.communes)[1]}"},
        "a typo": lambda: {"text": mistyped()},
        "near only": lambda: {"text": "", "near": near()},
        "dates only": lambda: {"text": "", **window()},
        "nothing": lambda: {"text": ""},
    }


def measure(arguments: Callable[[], dict[str, Any]], queries: int) -> tuple[float, float, float, float]:
    """Median and 95th percentile, the latter of the process's own CPU time (all milliseconds), and mean results.

    On a busy machine the CPU time is the truth about SQLite, which runs inside the process.
    """
    times, cpu_times, totals = [], [], []
    for _ in range(queries):
        asked = arguments()
        start, cpu_start = time.perf_counter(), time.process_time()
        result = search(now=NOW, **asked)
        cpu_times.append((time.process_time() - cpu_start) * 1_000)
        times.append((time.perf_counter() - start) * 1_000)
        totals.append(result.total)
    late, cpu_late = (statistics.quantiles(each, n=20)[18] for each in (times, cpu_times))
    return statistics.median(times), late, cpu_late, statistics.fmean(totals)


def report(engine: SearchEngine, territory: Territory, queries: int) -> None:
    """Loads the engine and prints its table."""
    start = time.perf_counter()
    engine.rebuild(territory.all_documents())
    seconds = time.perf_counter() - start
    name = engine.name if engine.name != "embedded" else f"embedded ({connection.vendor})"
    print(f"\n{name}: {territory.documents} documents in {seconds:.1f} s ({territory.documents / seconds:.0f}/s)")
    choice.answer = engine.search
    print(f"{'search':32} {'p50 ms':>8} {'p95 ms':>8} {'p95 CPU':>8} {'results':>9}")
    for title, arguments in cases(territory).items():
        median, late, cpu_late, results = measure(arguments, queries)
        print(f"{title:32} {median:8.1f} {late:8.1f} {cpu_late:8.1f} {results:9.0f}")


def public_objects(territory: Territory, count: int) -> dict[str, list[int]]:
    """Places and events as an import leaves them, with names and texts in French, every third in three languages."""
    languages = (("fr",), ("fr",), ("fr", "en", "it"))

    def texts(words: int, number: int) -> Texts:
        return texts_from_plain({language: territory.text(words) for language in languages[number % 3]})

    def columns(number: int) -> dict[str, Any]:
        latitude, longitude = territory.point()
        return {
            "public_id": f"b{number}",
            "name": texts(4, number),
            "summary": texts(20, number),
            "description": texts(WORDS_IN_A_TEXT, number),
            "latitude": latitude,
            "longitude": longitude,
            "facts": {"categories": [{"id": number % 40, "label": {"fr": territory.words[number % 40]}}]},
        }

    places = Place.objects.bulk_create(
        (Place(kind="PATRIMOINE_CULTUREL", **columns(number)) for number in range(count // 2)), batch_size=500
    )
    events = Event.objects.bulk_create(
        (Event(categories=["CONCERT"], **columns(number)) for number in range(count // 2, count)), batch_size=500
    )
    soon = datetime.now(UTC)
    dates = (soon + timedelta(days=number % 300, hours=date) for number in range(len(events)) for date in range(3))
    Occurrence.objects.bulk_create(
        (
            Occurrence(event=events[place // 3], start=start, end=start + timedelta(hours=2))
            for place, start in enumerate(dates)
        ),
        batch_size=1_000,
    )
    return {"PLACE": [place.pk for place in places], "EVENT": [event.pk for event in events]}


def report_indexing(territory: Territory, count: int) -> None:
    """Prints how fast the index follows a bulk import."""
    found = public_objects(territory, count)

    def timed(name: str, work: Callable[[], Any]) -> None:
        begin, cpu = time.perf_counter(), time.process_time()
        work()
        seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu
        print(
            f"{name:32} {count / seconds:8.0f} objects/s {6 * count / seconds:8.0f} documents/s"
            f" {cpu / count * 1_000:6.2f} ms CPU per object"
        )

    def remember() -> None:
        for kind, ids in found.items():
            for first in range(0, len(ids), 200):
                with transaction.atomic():
                    remember_objects(kind, ids[first : first + 200])

    def index_all() -> None:
        for kind, ids in found.items():
            index_objects(kind, ids)

    waits: list[float] = []
    over = threading.Event()

    def edit() -> None:
        """Somebody else who writes now and then."""
        try:
            while not over.is_set():
                begin = time.perf_counter()
                raise_data_version()
                waits.append((time.perf_counter() - begin) * 1_000)
                over.wait(0.03)
        finally:
            connection.close()

    print(f"\nindexing of {count} objects in six languages ({connection.vendor})")
    timed("noted by the import", remember)
    other = threading.Thread(target=edit)
    other.start()
    timed("caught up, rests included", catch_up)
    over.set()
    other.join()
    print(f"{'another writer meanwhile':32} p50 {statistics.median(waits):.0f} ms, longest {max(waits):.0f} ms")
    timed("nothing to change", index_all)
    Place.objects.update(sort_key="", name=texts_from_plain({"fr": territory.text(4)}))
    Event.objects.update(sort_key="", name=texts_from_plain({"fr": territory.text(4)}))
    timed("all changed, at once", index_all)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--objects", type=int, default=2_000)
    parser.add_argument("--elasticsearch", action="store_true", help="also on a server started for the occasion")
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    report(EmbeddedEngine(), Territory(options.documents), options.queries)
    report_indexing(Territory(0), options.objects)
    if options.elasticsearch:
        server = ElasticsearchServer()
        server.start()
        try:
            report(ElasticEngine(server.url, refresh=True), Territory(options.documents), options.queries)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
