"""Sites that answer a byte at a time."""

import socket
import threading
from contextlib import contextmanager, suppress


@contextmanager
def dripping(start: bytes):
    """The address of a server that says a letter now and then, after `start`, and never ends."""
    ended = threading.Event()

    def drip(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.recv(10_000)
            connection.sendall(start)
            while not ended.wait(0.1):
                connection.sendall(b"a")

    def serve(listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=drip, args=(listening.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=(listening,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/a"
        finally:
            ended.set()


DRIPS = {
    "headers": b"HTTP/1.1 200 OK\r\nX-A: ",
    "status": b"HTTP",
    "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=",
    "body": b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
    "interim": b"HTTP/1.1 100 Continue\r\nX-A: ",
}
