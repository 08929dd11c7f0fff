"""A PostgreSQL of its own for a benchmark, in a folder that goes away; none where its programs are not installed."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest version first."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name))
    found = shutil.which("pg_ctl")
    return next(iter(known), Path(found).parent if found else None)


@contextmanager
def postgresql() -> Iterator[str | None]:
    """The DATABASE_URL of an empty database on loopback, or None."""
    folder = programs()
    if folder is None:
        yield None
        return
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="traverse-bench-pg-") as name:
        data = Path(name) / "data"
        data.mkdir()
        if user:
            owner = pwd.getpwnam(user)
            for path in (Path(name), data):
                os.chown(path, owner.pw_uid, owner.pw_gid)

        def run(program: str, *arguments: str) -> None:
            command = [str(folder / program), *arguments]
            subprocess.run(
                command, check=True, user=user, cwd=name, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
            )

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        run("initdb", "-D", str(data), "-U", "traverse", "--auth=trust", "--encoding=UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={name}"
        run("pg_ctl", "-D", str(data), "-o", options, "-l", str(data / "log"), "-w", "start")
        try:
            yield f"postgres://traverse@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
