"""The agenda at 10,000 and 100,000 events x 3 dates, beside a bare Django view of the same rows: the next 20, 7 days,
near a point, the facets, the days of a month.

In process with Django's test client (milliseconds) on SQLite and, where its programs are installed, on PostgreSQL, with
the growth from one size to the other; and served by granian to `wrk` when it is installed (requests per second).
Usage: bench_agenda.py [EVENTS…]
"""

import json
import math
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import psycopg
from instance import FOLDER, ROOT, percentile, start
from postgresql import postgresql

SIZES = [int(size) for size in sys.argv[1:]] or [10_000, 100_000]
# A size and a database are a process of their own, which says its figures to the first one by this file.
FIGURES = os.environ.get("BENCH_FIGURES")


def measure_all() -> None:
    """Each database and each size in turn, then how the figures grow."""
    with postgresql() as url, tempfile.TemporaryDirectory() as folder:
        for database in ("",) if url is None else ("", url):
            figures = {}
            for size in SIZES:
                file = Path(folder) / f"{size}.json"
                environment = os.environ | {"BENCH_FIGURES": str(file)}
                if database:
                    environment["DATABASE_URL"] = f"{database.rsplit('/', 1)[0]}/bench{size}"
                    psycopg.connect(database, autocommit=True).execute(f"CREATE DATABASE bench{size}")
                subprocess.run([sys.executable, "-W", "ignore", __file__, str(size)], check=True, env=environment)
                figures[size] = json.loads(file.read_text())
            if len(SIZES) > 1:
                small, large = figures[SIZES[0]], figures[SIZES[-1]]
                print(f"growth from {SIZES[0]} to {SIZES[-1]} events:")
                for name, before in small.items():
                    print(f"  {name:<38} x {large[name] / before:4.2f}")
                print()


if FIGURES is None:
    measure_all()
    sys.exit()
start()

from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import timezone

from agenda.models import Event, EventCard, Occurrence
from config import urls
from config.graphql.documents import persisted_documents
from config.packs import operation_name
from tourism.models import Commune

COUNT = SIZES[0]
NOW = timezone.now().replace(hour=6, minute=0, second=0, microsecond=0)
QUERY = """query($from: DateTime!, $until: DateTime!) {
  agenda(from: $from, until: $until, first: 20, longRunning: false) {
    edges { node { name start end venue image { small } } } } }"""
VARIABLES = {"from": NOW.isoformat(), "until": (NOW + timedelta(days=7)).isoformat()}


def fill() -> None:
    """Events with a card and three dates each, from a month ago, as kept rows are, to eleven months ahead."""
    chance = random.Random(4)
    communes = list(Commune.objects.all())
    events = []
    for number in range(COUNT):
        name = f"Fête du village numéro {number}"
        commune = chance.choice(communes)
        events.append(
            Event(
                public_id=f"e{number}",
                title=name,
                name={"fr": {"text": name}},
                commune=commune,
                latitude=commune.latitude,
                longitude=commune.longitude,
                facts={"venue": "Place de la mairie"},
            )
        )
    Event.objects.bulk_create(events, batch_size=1000)
    image = {"url": "/img/x-1200.webp", "small": "/img/x-480.webp", "alt": "", "credit": "D", "width": 1, "height": 1}
    EventCard.objects.bulk_create(
        (
            EventCard(
                event=event,
                language="fr",
                card={
                    "id": event.public_id,
                    "name": event.title,
                    "summary": "Une fête sur la place, avec de la musique et un repas partagé.",
                    "language": "fr",
                    "commune": {"code": event.commune_id, "name": event.commune.name, "latitude": 44, "longitude": 6},
                    "latitude": event.latitude,
                    "longitude": event.longitude,
                    "image": image,
                    "categories": ["FEAST"],
                    "long_running": False,
                    "first_date": None,
                    "last_date": None,
                    "venue": "Place de la mairie",
                    "free": True,
                    "indoor": None,
                    "event_status": "SCHEDULED",
                },
            )
            for event in events
        ),
        batch_size=1000,
    )
    rows = []
    for event in events:
        previous = None
        minutes = sorted(chance.randrange(-31 * 24 * 60, 334 * 24 * 60) for _date in range(3))
        starts = [NOW + timedelta(minutes=minute) for minute in minutes]
        for number, begin in enumerate(starts):
            end = begin + timedelta(hours=2)
            rows.append(
                Occurrence(
                    event=event,
                    start=begin,
                    end=end,
                    previous_end=previous,
                    remaining=3 - number,
                    commune_code=event.commune_id,
                    latitude=event.latitude,
                    longitude=event.longitude,
                    categories="|FEAST|",
                    audiences=chance.choice(("", "|FAMILIES|", "|CHILDREN|", "|FAMILIES|CHILDREN|")),
                    accessible=chance.choice(("", "", "|MOTOR|")),
                    indoor=chance.choice((None, True, False)),
                    free=chance.choice((None, True, False)),
                    day=timezone.localdate(begin),
                    last_day=timezone.localdate(end),
                )
            )
            previous = end
    Occurrence.objects.bulk_create(rows, batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


LATITUDE, LONGITUDE, RADIUS = 44.09, 6.24, 30_000  # degrees and metres


def bare(request: HttpRequest) -> JsonResponse:
    """What one would write in a hurry: the same rows by `.values()`, in two statements; `?near`: in the square around
    the circle."""
    dates = Occurrence.objects.filter(end__gt=NOW, start__lt=NOW + timedelta(days=7))
    if "near" in request.GET:
        high = RADIUS / 111_195
        wide = high / math.cos(math.radians(LATITUDE))
        dates = dates.filter(
            latitude__range=(LATITUDE - high, LATITUDE + high), longitude__range=(LONGITUDE - wide, LONGITUDE + wide)
        )
    rows = list(
        dates.order_by("start", "id").values(
            "start", "end", "event_id", "event__title", "event__facts", "event__commune__name"
        )[:20]
    )
    cards = dict(
        EventCard.objects.filter(event__in=[row["event_id"] for row in rows], language="fr").values_list(
            "event_id", "card"
        )
    )
    return JsonResponse(
        {
            "events": [
                {
                    "name": row["event__title"],
                    "start": row["start"],
                    "end": row["end"],
                    "venue": row["event__facts"].get("venue"),
                    "image": cards[row["event_id"]]["image"],
                }
                for row in rows
            ]
        }
    )


urls.urlpatterns.insert(0, path("bare", bare))


figures: dict[str, float] = {}


def measure(name: str, ask) -> None:
    """Print and note p50 and p95 of 200 calls in process, and the statements of one."""
    for _warm in range(20):
        response = ask()
    assert response.status_code == 200 and b'"errors"' not in response.content, response.content[:500]
    with CaptureQueriesContext(connection) as captured:
        ask()
    statements = len(captured)  # before the log is emptied by the next request
    times = []
    for _call in range(200):
        begin = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begin) * 1000)
    size = len(response.content)
    figures[name] = percentile(times, 0.5)
    print(
        f"{name:<38} {statements:>3} SQL  {size:>6} B  p50 {percentile(times, 0.5):6.2f} ms  "
        f"p95 {percentile(times, 0.95):6.2f} ms"
    )


def served() -> None:
    """Requests per second of one worker behind granian, asked by wrk with four connections."""
    if shutil.which("wrk") is None:
        print("wrk is not installed: requests per second are left out (apt-get install wrk).")
        return
    port = 18977
    server = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("granian")),
            "--interface=wsgi",
            f"--port={port}",
            "--workers=1",
            "--blocking-threads=2",
            "--log-level=error",
            "--workers-kill-timeout=3",
            "config.wsgi:application",
        ],
        cwd=ROOT,
        env=os.environ | {"TRAVERSE_VAR": FOLDER.name},
    )
    for _second in range(60):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(1)
    urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60).close()
    identifier = {operation_name(text): key for key, text in persisted_documents().items()}["Agenda"]
    variables = json.dumps({**VARIABLES, "language": "fr", "first": 20})
    post = Path(FOLDER.name) / "post.lua"
    post.write_text(
        'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n'
        f"wrk.body = [==[{json.dumps({'query': QUERY, 'variables': VARIABLES})}]==]\n"
    )
    root = f"http://127.0.0.1:{port}"
    for name, arguments in {
        "GraphQL, uncached POST": ["-s", str(post), f"{root}/graphql"],
        "GraphQL, persisted GET": [f"{root}/graphql?{urlencode({'id': identifier, 'variables': variables})}"],
    }.items():
        answer = subprocess.run(["wrk", "-t1", "-c4", "-d5s", *arguments], capture_output=True, text=True, check=False)
        rate = [line.split()[-1] for line in answer.stdout.splitlines() if "Requests/sec" in line]
        print(f"{name:<38} {rate[0] if rate else '?':>9} requests/s")
    server.send_signal(signal.SIGTERM)
    server.wait(20)


def ask(query: str, **variables: str):
    """A question that no cache answers: the client posts it."""
    body = json.dumps({"query": query, "variables": VARIABLES | variables})
    return lambda: client.post("/graphql", body, content_type="application/json")


fill()
print(f"{COUNT} events x 3 dates, {connection.vendor}")
client = Client(SERVER_NAME="localhost")
NEAR = f"near: {{latitude: {LATITUDE}, longitude: {LONGITUDE}, radius: {RADIUS}}}"
FACETS = """query($from: DateTime!, $until: DateTime!) { agendaFacets(from: $from, until: $until) {
  free indoor outdoor categories {category count} communes {count} audiences {audience count} accessible {count} } }"""
DAYS = "query($first: Date!, $last: Date!) { agendaDays(from: $first, until: $last) {date count} }"
MONTH = {"first": NOW.date().isoformat(), "last": (NOW + timedelta(days=30)).date().isoformat()}
measure("bare .values() view", lambda: client.get("/bare"))
measure("agenda, 20 of 7 days", ask(QUERY))
measure("agenda, 20 next", ask(QUERY, until=(NOW + timedelta(days=300)).isoformat()))
measure("bare .values() view, near", lambda: client.get("/bare?near"))
measure("agenda, near, 20 of 7 days", ask(QUERY.replace("first: 20,", f"first: 20, {NEAR},")))
measure(
    "agenda, families, under a roof",
    ask(QUERY.replace("first: 20,", "first: 20, audiences: [FAMILIES], indoor: true,")),
)
measure("facets of 7 days", ask(FACETS))
measure("days of a month", ask(DAYS, **MONTH))
Path(FIGURES).write_text(json.dumps(figures))
if connection.vendor == "sqlite" and COUNT == 10_000:
    served()
