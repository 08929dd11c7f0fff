"""The site that has the feeds of the demonstration, on this machine alone."""

import threading
from datetime import date
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from agenda.demonstration.calendar import communes_calendar, villages_table

HOST = "127.0.0.1"
CALENDAR, TABLE = "communes-du-verdon.ics", "foyers-ruraux.csv"
_FILES = {
    CALENDAR: (communes_calendar, "text/calendar; charset=utf-8"),
    TABLE: (villages_table, "text/csv; charset=windows-1252"),
}


@lru_cache(maxsize=16)
def _file(day: date, name: str) -> bytes:
    return _FILES[name][0](day)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """`/2026-11-26/communes-du-verdon.ics`: as it was on that day, so that its dates do not move."""
        day, _slash, name = self.path.strip("/").partition("/")
        try:
            body, kind = _file(date.fromisoformat(day), name), _FILES[name][1]
        except (KeyError, ValueError, OverflowError):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing on the console."""


class FeedSite:
    """A context: the site answers while the block runs, from a thread of its own. `port` 0: any that is free.

    Raises OSError when the port is taken.
    """

    def __init__(self, port: int = 0) -> None:
        self._server = ThreadingHTTPServer((HOST, port), _Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.2,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
