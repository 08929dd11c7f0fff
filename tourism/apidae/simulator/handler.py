"""Turns HTTP requests into answers of the simulated platform, and plays the faults."""

import hashlib
import logging
import re
import socket
import urllib.parse
from collections.abc import Iterable
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tourism.apidae.simulator.control import control
from tourism.apidae.simulator.faults import HEADER
from tourism.apidae.simulator.jackson import pretty_json
from tourism.apidae.simulator.members import QueryError
from tourism.apidae.simulator.ranges import UnsatisfiableRangeError, wanted_bytes

if TYPE_CHECKING:
    from tourism.apidae.simulator.server import ApidaeSimulator

_logger = logging.getLogger(__name__)
_FILE_FAULTS = ("slow", "drip", "error", "unavailable", "rate-limited", "html", "disconnect")
_TRANSPORT_FAULTS = (*_FILE_FAULTS, "truncated")
_PIECES = 20
_CALLBACK = re.compile(r"[A-Za-z_$][\w$.]{0,99}$")
_CONTENT_FAULTS = ("empty", "unknown-elements", "missing-geometry", "drift", "shrink", "short", "labels-removed")
_LARGEST_BODY = 5_000_000
_VARIANT = re.compile(r"-(?:liste|fiche|diaporama)(?=\.\w+$)")


class SimulatorServer(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    simulator: "ApidaeSimulator"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that hangs up is its own business."""


class RequestHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body leave in one packet: apart, each answer would wait 40 ms for the acknowledgement of its head.
    wbufsize = -1
    disable_nagle_algorithm = True
    server_version = "Apache-Coyote/1.1"
    sys_version = ""
    server: SimulatorServer

    def log_message(self, format: str, *arguments: Any) -> None:
        """Silent: request lines carry keys."""

    def do_GET(self) -> None:
        self._serve({})

    def do_HEAD(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > _LARGEST_BODY:
            self.close_connection = True
            self._send(413, b"", "text/plain")
            return
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        self._serve(_first_values(body))

    def _serve(self, form: dict[str, str]) -> None:
        parts = urllib.parse.urlsplit(self.path)
        path = urllib.parse.unquote(parts.path)
        parameters = _first_values(parts.query) | form
        self.server.simulator.requests.append((self.command, path))
        if path.startswith("/simulator/"):
            self._control(path, form)
        elif path.startswith("/filestore/"):
            self._media(path.removeprefix("/filestore/"))
        elif path.startswith("/exports/"):
            self._export_file(path)
        elif path.startswith("/api/v002/"):
            self._api(path.removeprefix("/api/v002/").strip("/"), parameters)
        else:
            self._not_found(path)

    # The API

    def _api(self, route: str, parameters: dict[str, str]) -> None:
        faults = self._faults((*_TRANSPORT_FAULTS, *_CONTENT_FAULTS))
        if self._answered_by_a_fault(faults):
            return
        try:
            answer = self._answer(route, parameters, faults)
        except QueryError as error:
            self._send_json({"errorType": error.error_type, "message": error.message}, parameters, error.status)
            return
        except Exception:
            _logger.exception("The simulator could not answer /api/v002/%s", route)
            self._send(500, _page("HTTP Status 500 - Internal Server Error", "java.lang.Exception"), "text/html")
            return
        if answer is None:
            self._not_found(f"/api/v002/{route}")
            return
        self._send_json(answer, parameters, faults=faults)

    def _send_json(self, value: Any, parameters: dict[str, str], status: int = 200, faults: Iterable[str] = ()) -> None:
        """The value, as the argument of a call when the request asks for JSONP."""
        body, callback = pretty_json(value), parameters.get("callback", "")
        if _CALLBACK.match(callback):
            script = b"%s(%s);" % (callback.encode("ascii"), body)
            self._send(status, script, "application/javascript;charset=UTF-8", faults=faults)
        else:
            self._send(status, body, "application/json;charset=UTF-8", faults=faults)

    def _answer(self, route: str, parameters: dict[str, str], changes: set[str]) -> Any:
        answers, raw = self.server.simulator.answers, parameters.get("query")
        match route.split("/"):
            case ["recherche", "list-objets-touristiques"]:
                return answers.listing(raw, ids=False, agenda=False, changes=changes)
            case ["recherche", "list-identifiants"]:
                return answers.listing(raw, ids=True, agenda=False, changes=changes)
            case ["agenda", "simple", "list-objets-touristiques"]:
                return answers.listing(raw, ids=False, agenda=True, changes=changes)
            case ["agenda", "simple", "list-identifiants"]:
                return answers.listing(raw, ids=True, agenda=True, changes=changes)
            case ["agenda", "detaille", "list-objets-touristiques"]:
                return answers.listing_by_day(raw, ids=False, changes=changes)
            case ["agenda", "detaille", "list-identifiants"]:
                return answers.listing_by_day(raw, ids=True, changes=changes)
            case ["objet-touristique", "get-by-id", wanted]:
                return answers.one(wanted, parameters, by_identifier=False, changes=changes)
            case ["objet-touristique", "get-by-identifier", wanted]:
                return answers.one(wanted, parameters, by_identifier=True, changes=changes)
            case ["referentiel", "communes"]:
                return answers.communes(raw)
            case ["referentiel", "elements-reference"]:
                return answers.elements(raw)
            case ["referentiel", "criteres-internes"]:
                return answers.criteria(raw)
            case ["referentiel", "selections"]:
                return answers.selections(raw)
            case ["referentiel", "selections-par-objet"]:
                return answers.selections_by_object(raw)
            case ["referentiel", "criteres-interdits"]:
                return answers.forbidden_criteria(raw)
            case ["referentiel", "champs"]:
                return answers.fields(raw)
            case ["collaborateurs"]:
                return answers.collaborators(raw)
            case ["export", "confirmation"]:
                return self._confirmation(parameters.get("hash", ""))
        return None

    def _confirmation(self, stem: str) -> Any:
        export = self.server.simulator.exports.get(stem)
        if export is None:
            raise QueryError("EXPORT_NOT_FOUND", "Aucun export ne correspond", 404)
        export.confirmed = True
        self.server.simulator.confirmed.append(stem)
        return {"status": "OK"}

    # Files

    def _export_file(self, path: str) -> None:
        faults = self._faults((*_FILE_FAULTS, "late-zip", "truncated-zip", "no-ranges"))
        if self._answered_by_a_fault(faults):
            return
        export = self.server.simulator.exports.get(Path(path).stem)
        if export is None or path != f"/exports/{export.stem}.zip" or "late-zip" in faults:
            self._not_found(path)
            return
        content = export.path.read_bytes()
        etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        if "truncated-zip" in faults:
            content = content[: len(content) // 2]
        headers = {"ETag": etag}
        wanted = None
        if "no-ranges" not in faults:
            headers["Accept-Ranges"] = "bytes"
            try:
                wanted = wanted_bytes(self.headers.get("Range"), self.headers.get("If-Range"), etag, len(content))
            except UnsatisfiableRangeError:
                headers["Content-Range"] = f"bytes */{len(content)}"
                self._send(416, b"", "application/zip", headers)
                return
        if wanted is None:
            self._send(200, content, "application/zip", headers, faults)
            return
        headers["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{len(content)}"
        self._send(206, content[wanted.start : wanted.stop], "application/zip", headers, faults)

    def _media(self, path: str) -> None:
        faults = self._faults(_FILE_FAULTS)
        if self._answered_by_a_fault(faults):
            return
        read = self.server.simulator.dataset.media
        # Sizes derived from an original are served from it when they are not there themselves.
        found = read and (read(path) or read(_VARIANT.sub("", path)))
        if not found:
            self._not_found(f"/filestore/{path}")
            return
        content, content_type = found
        etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        headers = {
            "ETag": etag,
            "Last-Modified": format_datetime(self.server.simulator.started_at, usegmt=True),
            "Cache-Control": "max-age=86400",
        }
        if self.headers.get("If-None-Match") == etag:
            self._send(304, b"", content_type, headers)
        else:
            self._send(200, content, content_type, headers, faults=faults)

    def _control(self, path: str, form: dict[str, str]) -> None:
        try:
            answer = control(self.server.simulator, self.command, path, form)
        except ValueError as error:
            self._send(400, pretty_json({"errorType": "BAD_REQUEST", "message": str(error)}), "application/json")
            return
        if answer is None:
            self._not_found(path)
        else:
            self._send(200, pretty_json(answer), "application/json")

    # Faults and writing

    def _faults(self, relevant: Iterable[str]) -> set[str]:
        try:
            return self.server.simulator.faults.for_request(self.headers.get(HEADER), relevant)
        except ValueError:
            return set()

    def _answered_by_a_fault(self, faults: set[str]) -> bool:
        if "slow" in faults:
            self.server.simulator.closing.wait(self.server.simulator.faults.slow_seconds)
        if "error" in faults:
            self._send(
                500, _page("HTTP Status 500 - Internal Server Error", "java.lang.NullPointerException"), "text/html"
            )
        elif "unavailable" in faults:
            self._send(503, _page("Service Unavailable", "maintenance"), "text/html")
        elif "rate-limited" in faults:
            self._send(429, b"", "text/plain", {"Retry-After": self.server.simulator.faults.retry_after})
        elif "html" in faults:
            self._send(200, _page("Apidae", "Le service est en maintenance."), "text/html;charset=UTF-8")
        else:
            return False
        return True

    def _not_found(self, path: str) -> None:
        self._send(404, _page("HTTP Status 404 - Not Found", path), "text/html;charset=utf-8")

    def _send(
        self,
        status: int,
        body: bytes,
        content_type: str,
        headers: dict[str, str] | None = None,
        faults: Iterable[str] = (),
    ) -> None:
        if "truncated" in faults:
            body = body[: len(body) // 2]
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD" or status == 304:
            return
        whole = len(body)
        if "disconnect" in faults:
            body = body[: whole // 2]
        if self.path.startswith(("/exports/", "/filestore/")):
            self.server.simulator.served.append((urllib.parse.urlsplit(self.path).path, status, len(body)))
        if "drip" in faults:
            self._drip(body)
        else:
            self.wfile.write(body)
        if len(body) < whole:
            self.wfile.flush()
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

    def _drip(self, body: bytes) -> None:
        """Never silent for long, never done: what a time limit on each reading does not notice."""
        size = max(1, -(-len(body) // _PIECES))
        for start in range(0, len(body), size):
            self.wfile.write(body[start : start + size])
            self.wfile.flush()
            if self.server.simulator.closing.wait(self.server.simulator.faults.slow_seconds / _PIECES):
                return


def _first_values(encoded: str) -> dict[str, str]:
    values = urllib.parse.parse_qs(encoded, keep_blank_values=True)
    return {name: items[0] for name, items in values.items()}


def _page(title: str, detail: str) -> bytes:
    """A page as the servlet container writes it."""
    safe = detail.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<!DOCTYPE html><html><head><title>Apache Tomcat/7.0 - Error report</title></head>"
        f"<body><h1>{title}</h1><hr><p><b>type</b> Status report</p><p><b>message</b> <u>{safe}</u></p>"
        f"<hr><h3>Apache Tomcat/7.0</h3></body></html>"
    ).encode()
