"""First import and unchanged import of an export of N generated objects, on SQLite and on PostgreSQL, while a server
answers GraphQL over the same database.

Usage: bench_import.py [OBJECTS=50000]. Each database in a process of its own. Printed for each reading: objects per
second from the opening of the ZIP to the end of the run, joins included; the largest memory of the importing process,
and what that and the one that maps have for themselves; how long the agenda took to be answered meanwhile. The search
follows in the background in real life (`catch_up_search`); here it has a line of its own.
"""

import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from datetime import date
from pathlib import Path

from instance import FOLDER, ROOT, percentile, start
from postgresql import postgresql

QUESTION = json.dumps({"query": "{agenda(first: 20) {edges {node {id name start}}}}"}).encode()

# Objects whose way into the search is measured.
SEARCHED = 4_000


def without_tracks(item: dict) -> dict:
    """An object without the files of its line, which this benchmark does not fetch: a trail that misses its line is
    tried again by each import."""
    media = [medium for medium in item.get("multimedias") or () if medium.get("type") != "PLAN"]
    return item | ({"multimedias": media} if "multimedias" in item else {})


def write_generated(count: int, path: Path) -> None:
    """A grouped export of the simulator's generated project."""
    sys.path.insert(0, str(ROOT))
    from tourism.apidae.simulator import Dataset
    from tourism.apidae.simulator.exports import write_export

    write_export(Dataset.generated(count, today=date.today()), path, change=without_tracks)


def anonymous_memory() -> float:
    """MB of this process and of those that it started to map, but for the pages of programs, which all share; 0 where
    there is no /proc."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            said = dict(line.split(":", 1) for line in status.read_text().splitlines())
            command = status.with_name("cmdline").read_text()
        except OSError:
            continue
        mine = int(said["Pid"]) == os.getpid() or (int(said["PPid"]) == os.getpid() and "multiprocessing" in command)
        total += int(said["RssAnon"].split()[0]) if mine and "RssAnon" in said else 0
    return total / 1024


class Reader(threading.Thread):
    """Asks a server for the agenda twice a second until told to stop, and looks at the memory of the importer."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.url, self.milliseconds, self.failures, self.over = url, [], 0, threading.Event()
        self.anonymous = 0.0

    def run(self) -> None:
        while not self.over.wait(0.5):
            request = urllib.request.Request(self.url, QUESTION, {"Content-Type": "application/json"})
            begin = time.perf_counter()
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    self.failures += "errors" in json.load(answer)
            except OSError:
                self.failures += 1
            self.milliseconds.append((time.perf_counter() - begin) * 1_000)
            self.anonymous = max(self.anonymous, anonymous_memory())

    def report(self) -> str:
        self.over.set()
        self.join()
        if not self.milliseconds:
            return "not asked"
        shown = [f"{name} {percentile(self.milliseconds, share):.0f}" for name, share in (("p50", 0.5), ("p95", 0.95))]
        return f"{', '.join(shown)} ms, {self.failures} of {len(self.milliseconds)} failed"


def serve() -> tuple[subprocess.Popen, str]:
    """One worker of the production server over the benchmark's database."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = str(Path(sys.executable).with_name("granian"))
    server = subprocess.Popen(
        [
            program,
            "--interface=wsgi",
            "--host=127.0.0.1",
            f"--port={port}",
            "--blocking-threads=2",
            "config.wsgi:application",
        ],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}/graphql"
    for _ in range(120):
        time.sleep(0.5)
        try:
            urllib.request.urlopen(
                urllib.request.Request(url, QUESTION, {"Content-Type": "application/json"}), timeout=5
            )
            break
        except OSError:
            continue
    return server, url


class EnoughError(Exception):
    """So many objects were indexed."""


def stop_after_enough(done: int, waiting: int | None) -> None:
    """Measuring the search does not take as long as the readings."""
    if done >= SEARCHED:
        raise EnoughError(done)


def measure(name: str, export: Path) -> None:
    """Both readings on one database, and the search."""
    start()
    from agenda.sources.imports import apidae_import
    from search.index import catch_up

    server, url = serve()
    try:
        for reading in ("first", "unchanged"):
            reader = Reader(url)
            reader.start()
            begin = time.perf_counter()
            run = apidae_import(client=None).from_export(export, complete=True)
            seconds = time.perf_counter() - begin
            own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            counts = f"{run.created} created, {run.unchanged} unchanged, {run.quarantined} quarantined"
            print(
                f"{name:<11}{reading:<10} {run.read / seconds:7.0f} objects/s  {seconds:6.1f} s  {counts}; "
                f"memory {own:.0f} MB, with the process that maps {reader.anonymous:.0f} MB of their own; "
                f"agenda meanwhile {reader.report()} {run.error}",
                flush=True,
            )
        begin = time.perf_counter()
        try:
            done = catch_up(progress=stop_after_enough)
        except EnoughError as enough:
            done = enough.args[0]
        print(f"{name:<11}{'search':<10} {done / (time.perf_counter() - begin):7.0f} objects/s follow", flush=True)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "export.zip"
            # A process of its own: what making the objects takes is not what reading them takes.
            code = f"import bench_import as b, pathlib; b.write_generated({count}, pathlib.Path({str(path)!r}))"
            subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=Path(__file__).parent, check=True)
            print(f"{count} objects, {path.stat().st_size / 1e6:.1f} MB", flush=True)
            script = [sys.executable, "-W", "ignore", __file__]
            without = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
            subprocess.run([*script, "SQLite", str(path)], env=without, check=False)
            with postgresql() as url:
                if url is None:
                    print("PostgreSQL  its programs are not installed")
                else:
                    subprocess.run([*script, "PostgreSQL", str(path)], env=without | {"DATABASE_URL": url}, check=False)
    FOLDER.cleanup()
