"""The whole site as a process of its own: a folder filled by the demonstration, served by the production server.

The tests talk to it over HTTP alone. Loading takes half a minute, so a loaded folder is kept under `.cache/` for as
long as neither the code nor the day changes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
PWA = ROOT / "frontend-pwa"
CACHE = ROOT / ".cache" / "demonstration"
APPS = ("cms", "tourism", "agenda", "search", "config")
LOADING_S = 600
STARTING_S = 120


class NotBuiltError(Exception):
    """There is no web app to be tested, or not the one that is written; says what to do."""


def built_app() -> Path:
    """The built web app, as it is written today; PWA_DIST names another one, taken as it is. Raises NotBuiltError."""
    if given := os.environ.get("PWA_DIST"):
        dist, newest = Path(given), 0.0
    else:
        dist, newest = PWA / "dist", max(path.stat().st_mtime for path in written_app(PWA))
    if not (dist / "index.html").exists():
        raise NotBuiltError(f"The web app is not built in {dist}: run `make build` first.")
    if (dist / "index.html").stat().st_mtime < newest:
        raise NotBuiltError(f"The web app in {dist} is older than its sources: run `make build` first.")
    return dist


def written_app(folder: Path) -> Iterator[Path]:
    """The files that make the web app, as the Makefile has them in PWA_SOURCES."""
    for path in folder.iterdir():
        if path.is_file():
            yield path
        elif path.name not in ("node_modules", "dist", "tests"):
            yield from (inside for inside in path.rglob("*") if inside.is_file())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def loaded_folder() -> Path:
    """A TRAVERSE_VAR folder with the demonstration of today, made as `make run` makes it, or kept from before.

    TRAVERSE_DEMONSTRATION names a folder that is used as it is, whatever has changed since it was filled.
    """
    if given := os.environ.get("TRAVERSE_DEMONSTRATION"):
        return Path(given)
    folder = CACHE / f"{datetime.now(ZoneInfo('Europe/Paris')).date().isoformat()}-{_seal()}"
    if folder.exists():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    for old in CACHE.iterdir():
        shutil.rmtree(old, ignore_errors=True)
    filling = CACHE / f"filling-{os.getpid()}"
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "prepare", "--demonstration"],
        cwd=ROOT,
        env=_environment(filling),
        capture_output=True,
        text=True,
        timeout=LOADING_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    filling.rename(folder)
    return folder


def _seal() -> str:
    """A hash of everything that decides what the demonstration becomes."""
    seal = hashlib.sha256()
    for path in _sources():
        seal.update(str(path.relative_to(ROOT)).encode())
        seal.update(path.read_bytes())
    return seal.hexdigest()[:12]


def _sources() -> Iterator[Path]:
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*")):
            inside = path.relative_to(ROOT).parts
            if path.is_file() and "node_modules" not in inside and path.suffix not in (".pyc", ".mo"):
                yield path
    yield ROOT / "requirements.lock"
    yield PWA / "src" / "generated" / "persisted-documents.json"


def _environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "ELASTICSEARCH_URL")}
    return kept | {"TRAVERSE_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.dev"} | more


class Site:
    """`manage.py serve` on copies of the loaded folder and of the built app: killed, changed, started again."""

    def __init__(self, folder: Path, app: Path) -> None:
        self.folder = folder
        self.app = app
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when it answers; does nothing when it is up."""
        if self._process is not None:
            return
        self._log = (self.folder / "serve.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "serve", f"--port={self.port}", "--workers=1"],
            cwd=ROOT,
            env=_environment(self.folder, PWA_DIST=str(self.app), PUBLIC_URL=self.origin),
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        until = time.monotonic() + STARTING_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                self.kill()
                raise RuntimeError(f"the site does not start:\n{(self.folder / 'serve.log').read_text()}")
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.origin}/healthz", timeout=5) as response:
                return response.status == 200
        except OSError:
            return False

    def kill(self) -> None:
        """Dead at once, with everything that it started: no answer, no last word."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
        self._log.close()
        assert not self._answers()

    def restart(self) -> None:
        self.kill()
        self.start()

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """What the API says now; for facts that a test compares with the screen."""
        request = urllib.request.Request(
            f"{self.origin}/graphql",
            data=json.dumps({"query": query, "variables": variables}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            answer = json.load(response)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def deploy_next_version(self, marker: str) -> None:
        """Another build of the web app: another first page, hence another list of files in the service worker."""
        index, worker = self.app / "index.html", self.app / "sw.js"
        index.write_text(index.read_text().replace("<body>", f'<body data-version="{marker}">'))
        revision = hashlib.sha256(index.read_bytes()).hexdigest()[:12]
        code = worker.read_text()
        for before in (r"(/index\.html[\"'`],\s*[\"'`])[0-9a-f]{12}", r"(shell-)[0-9a-f]{12}"):
            code, count = re.subn(before, rf"\g<1>{revision}", code)
            assert count, f"sw.js does not look as expected: no {before}"
        worker.write_text(code)
        for changed in (index, worker):
            for squeezed in self.app.glob(f"{changed.name}.*"):
                squeezed.unlink()
        self.restart()
