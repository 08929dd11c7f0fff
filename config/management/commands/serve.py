"""`manage.py serve`: the production server and the worker (tasks, timetable), until it is told to stop."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from agenda.demonstration import FeedSite, site_port
from tourism.demonstration import DEMO_ACCOUNTS, DEMO_PASSWORD


class Command(BaseCommand):
    """Two processes that live and end together."""

    help = "Serve the site with granian (WSGI), work off background tasks and do what the timetable says."
    # `prepare` comes before the tables that the checks look at.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--demonstration", action="store_true", help="First `prepare --demonstration`.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["demonstration"]:
            call_command("prepare", demonstration=True, stdout=self.stdout)
        self._present(options["host"], options["port"])
        # What the two processes call their own address follows the port, however it was given.
        own = {"DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"], "PORT": str(options["port"])}
        environment = os.environ | own
        port = site_port() if options["demonstration"] else None
        if port is None:
            self._serve(options, environment)
            return
        environment["FEEDS_LOOPBACK_PORT"] = str(port)
        try:
            site = FeedSite(port)
        except OSError:
            # Another demonstration on this machine has the same feeds there.
            self._serve(options, environment)
            return
        with site:
            self._serve(options, environment)

    def _serve(self, options: dict[str, Any], environment: dict[str, str]) -> None:
        server = subprocess.Popen(  # noqa: S603 - our own arguments
            [
                str(Path(sys.executable).with_name("granian")),
                "--interface=wsgi",
                f"--host={options['host']}",
                f"--port={options['port']}",
                f"--workers={options['workers']}",
                # Few threads: each has a database connection with a cache of its own.
                "--blocking-threads=2",
                # A worker that is still starting does not hear that it should stop.
                "--workers-kill-timeout=5",
                "--log-level=warning",
                "config.wsgi:application",
            ],
            cwd=settings.BASE_DIR,
            env=environment,
        )
        # Later than the server: the two would slow each other's start.
        worker: subprocess.Popen[bytes] | None = None
        stopping = False

        def stop(_signal: int, _frame: FrameType | None) -> None:
            nonlocal stopping
            stopping = True
            for process in filter(None, (server, worker)):
                process.terminate()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        while server.poll() is None:
            try:
                server.wait(timeout=5)
            except subprocess.TimeoutExpired:
                # Without its worker the site would serve pages and silently do nothing else.
                if worker is not None and worker.poll() is not None and not stopping:
                    self.stderr.write(f"The worker of tasks and timetable ended ({worker.returncode}); started again.")
                    worker = None
                if worker is None and not stopping:
                    worker = self._worker(environment)
        if worker is not None:
            worker.terminate()
            worker.wait()
        if server.returncode > 0:
            sys.exit(server.returncode)

    def _worker(self, environment: dict[str, str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own arguments
            [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--verbosity=0"],
            cwd=settings.BASE_DIR,
            env=environment,
        )

    def _present(self, host: str, port: int) -> None:
        root = f"http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else host}:{port}"  # noqa: S104 - compared
        self.stdout.write("")
        for name, path in (("Web app", "/"), ("Admin", "/admin/"), ("GraphiQL", "/graphql"), ("Health", "/healthz")):
            self.stdout.write(f"  {name:<9} {root}{path}")
        known = set(get_user_model().objects.values_list("username", flat=True))
        accounts = [(role, username) for role, username, *_ in DEMO_ACCOUNTS if username in known]
        if accounts:
            self.stdout.write(f"\n  Demonstration accounts (password for all: {DEMO_PASSWORD})")
            for role, username in accounts:
                self.stdout.write(f"    {username:<9} {role}")
        self.stdout.write("\n  Ctrl-C stops.\n")
        self.stdout.flush()
