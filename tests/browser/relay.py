"""The road between the phone and the site, which may be slow, or cut in the middle of an answer.

A server on the same machine hands a whole pack to the system at once, so that killing it interrupts nothing; the
browser's own emulation of a slow network does not hold for the worker that downloads.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time

BLOCK = 4096


class Relay:
    """Passes bytes on to a port of this machine. `bytes_per_second` holds for what comes down; None is as it comes."""

    def __init__(self, port: int) -> None:
        self.bytes_per_second: float | None = None
        self._target = port
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Everything on its way breaks off, and nothing gets through any more."""
        self._cut = True
        for end in list(self._open):
            _close(end)

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def mend(self) -> None:
        self._cut = False
        self.bytes_per_second = None

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._listener.accept()
            except OSError:
                return
            try:
                if self._cut:
                    raise ConnectionRefusedError
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                _close(near)
                continue
            self._open |= {near, far}
            threading.Thread(target=self._pass, args=(near, far, False), daemon=True).start()
            threading.Thread(target=self._pass, args=(far, near, True), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, down: bool) -> None:
        with contextlib.suppress(OSError):
            while block := source.recv(BLOCK):
                if down and self.bytes_per_second:
                    time.sleep(len(block) / self.bytes_per_second)
                target.sendall(block)
        for end in (source, target):
            _close(end)
            self._open.discard(end)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
