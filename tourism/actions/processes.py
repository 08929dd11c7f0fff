"""Names of processes, as they stand in rows that say who does something."""

import os
import socket
from pathlib import Path


def process_name(pid: int | None = None) -> str:
    """ "host:number:start" of a process of this machine, this one when None; without the start where there is no /proc.

    The start (clock ticks since the machine's) tells it from a later one that was given the same number, which happens
    soon after a container is restarted.
    """
    number = os.getpid() if pid is None else pid
    state, start = _look(number)
    return ":".join(filter(None, (socket.gethostname(), str(number), start if state else "")))


def is_running(name: str) -> bool | None:
    """Whether the process of this name has not ended; None when it is another machine's, of which nothing is known."""
    host, _colon, rest = name.partition(":")
    if host != socket.gethostname():
        return None
    number, _colon, start = rest.partition(":")
    if not (number.isascii() and number.isdigit()):
        return False
    state, start_now = _look(int(number))
    if state:
        # Z and X have ended, and their parent has not yet taken note.
        return state not in "ZX" and start in ("", start_now)
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # somebody else's
    return True


def _look(number: int) -> tuple[str, str]:
    """State (a letter) and start of a process; two empty texts where /proc does not tell."""
    try:
        line = Path(f"/proc/{number}/stat").read_bytes()
    except OSError:
        return "", ""
    # The second column is the command's name in brackets, which may hold anything.
    columns = line.rpartition(b")")[2].split()
    return columns[0].decode(), columns[19].decode()
