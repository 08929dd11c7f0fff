"""Starts the jobs that are due, each in a process of its own, beside the worker of background tasks.

A process of its own gives its memory back, can be stopped in the middle, and takes nothing down when it dies.
"""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connection
from django.utils import timezone

from config.scheduler import due_jobs, release_dead_jobs

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 3
# Longer than an import needs to end the batch that it is in.
PATIENCE = 20


def start_job(name: str) -> "subprocess.Popen[bytes]":
    """`manage.py run_job NAME --due`: the new process claims the job itself, if it still can."""
    return subprocess.Popen(  # noqa: S603 - our own arguments
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "run_job", name, "--due"],
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
    )


class Ticker(threading.Thread):
    """Looks at the timetable every few seconds until `stop()`."""

    def __init__(self, *, seconds: float = 5, start_job: Callable[[str], Any] = start_job) -> None:
        super().__init__(name="timetable", daemon=True)
        self.seconds = seconds
        self.children: dict[str, Any] = {}
        self._start_job = start_job
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.is_set():
            close_old_connections()
            try:
                self.tick()
            except Exception:
                # The database may be away for a while: the next look may be luckier.
                logger.exception("The timetable could not be read.")
            self._stopping.wait(self.seconds)
        connection.close()

    def tick(self) -> None:
        """One look: what ended is let go, what was left in the middle is freed, what is due is begun."""
        for name, child in list(self.children.items()):
            if child.poll() is not None:
                del self.children[name]
        now = timezone.now()
        release_dead_jobs(now=now)
        for name in due_jobs(now=now):
            if len(self.children) >= MOST_AT_ONCE:
                break
            if name not in self.children:
                self.children[name] = self._start_job(name)

    def stop(self) -> None:
        """Begin nothing more, and end what was begun: it goes on at the next start."""
        self._stopping.set()
        if self.is_alive():
            self.join(PATIENCE)
        for child in self.children.values():
            child.terminate()
        for name, child in self.children.items():
            try:
                child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                logger.warning("Job %s did not stop within %d s; it was ended.", name, PATIENCE)
                child.kill()
                child.wait()
