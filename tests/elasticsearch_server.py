"""A real Elasticsearch server for the tests, without Docker.

The minimal distribution that Elastic publishes for integration tests comes from Maven Central, is kept in the
git-ignored `.cache/elasticsearch`, and runs as a system user (Elasticsearch refuses root). ELASTICSEARCH_URL names a
server to use instead; TRAVERSE_NO_ELASTICSEARCH=1 says that none is wanted.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

import httpx

VERSION = "8.19.21"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
CACHE = Path(__file__).resolve().parent.parent / ".cache" / "elasticsearch"
USER = "traverse-search"
START_TIMEOUT_S = 180
NEEDED = "apt-get install openjdk-17-jre-headless maven"


class ElasticsearchNotAvailableError(Exception):
    """The server cannot be had; the message says what is missing."""


class ElasticsearchServer:
    """One node on free ports of 127.0.0.1, with a heap of 512 MB. `start` returns when it answers."""

    def __init__(self) -> None:
        self.url = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None

    def start(self) -> None:
        """Raises ElasticsearchNotAvailableError with a sentence when it cannot be started."""
        home = _unpacked()
        http_port, transport_port = _free_port(), _free_port()
        self._folder = Path(tempfile.mkdtemp(prefix="traverse-elasticsearch-"))
        _write_configuration(home, self._folder, http_port, transport_port)
        command = [str(home / "bin" / "elasticsearch")]
        if os.geteuid() == 0:
            user = _system_user()
            as_user = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
            if subprocess.run([*as_user, "test", "-x", command[0]], check=False).returncode:
                # A checkout below root's own folder: the user cannot read the cache.
                command = [str(shutil.copytree(home, self._folder / "server") / "bin" / "elasticsearch")]
            _give_to(self._folder, user)
            # It ends with the tests even when these are killed.
            command = [*as_user, "--pdeathsig", "TERM", *command]
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self._folder),
            "ES_JAVA_HOME": _java_home(),
            "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
            "ES_PATH_CONF": str(self._folder / "config"),
            "ES_TMPDIR": str(self._folder / "tmp"),
        }
        with (self._folder / "output.log").open("wb") as output:
            # Its own session: the launcher and the server that it starts are stopped together, and nothing else is.
            self._process = subprocess.Popen(
                command, env=environment, cwd=self._folder, stdout=output, stderr=output, start_new_session=True
            )
        self.url = f"http://127.0.0.1:{http_port}"
        self._wait()

    def stop(self) -> None:
        """Ends it and removes what it wrote."""
        self._signal(signal.SIGTERM)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        group = self._process.pid
        try:
            os.killpg(group, number)
            self._process.wait(timeout=30)
        except ProcessLookupError:
            pass
        except subprocess.TimeoutExpired:
            os.killpg(group, signal.SIGKILL)
            self._process.wait(timeout=10)
        self._process = None

    def _wait(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            if self._process and self._process.poll() is not None:
                break
            try:
                health = httpx.get(f"{self.url}/_cluster/health", timeout=2)
                if health.status_code == 200 and health.json()["status"] in ("green", "yellow"):
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.3)
        output = (self._folder / "output.log").read_text(errors="replace")[-2_000:] if self._folder else ""
        self.stop()
        raise ElasticsearchNotAvailableError(f"Elasticsearch did not start. Its last words:\n{output}")


def _unpacked() -> Path:
    """The server's folder in the cache, fetched when it is not there."""
    home = CACHE / f"elasticsearch-{VERSION}"
    if (home / "bin" / "elasticsearch").exists():
        return home
    archive = CACHE / f"elasticsearch-{VERSION}.zip"
    if not archive.exists():
        _fetch(archive)
    partial = Path(tempfile.mkdtemp(prefix="unpacking-", dir=CACHE))
    try:
        with zipfile.ZipFile(archive) as content:
            content.extractall(partial)
    except zipfile.BadZipFile:
        archive.unlink()
        raise ElasticsearchNotAvailableError(f"{archive} was incomplete and has been removed; start again.") from None
    for program in (partial / home.name / "bin").iterdir():
        program.chmod(0o755)
    (partial / home.name).rename(home)
    shutil.rmtree(partial, ignore_errors=True)
    return home


def _fetch(archive: Path) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    maven = shutil.which("mvn")
    if not maven:
        raise ElasticsearchNotAvailableError(f"Elasticsearch is fetched with Maven, which is missing: {NEEDED}")
    try:
        subprocess.run(
            [maven, "-q", "-B", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={CACHE}"],
            check=True,
            timeout=600,
            capture_output=True,
            text=True,
        )
    except subprocess.CalledProcessError as error:
        raise ElasticsearchNotAvailableError(
            f"Maven could not fetch Elasticsearch: {(error.stdout or error.stderr)[-1_000:]}"
        ) from error
    except subprocess.TimeoutExpired:
        raise ElasticsearchNotAvailableError("Maven did not fetch Elasticsearch within ten minutes.") from None
    if not archive.exists():
        raise ElasticsearchNotAvailableError(f"Maven ended without writing {archive}.")


def _java_home() -> str:
    java = shutil.which("java")
    if not java:
        raise ElasticsearchNotAvailableError(f"Elasticsearch needs Java 17 or later, which is missing: {NEEDED}")
    return str(Path(java).resolve().parent.parent)


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(USER)
    except KeyError:
        subprocess.run(
            [shutil.which("useradd") or "/usr/sbin/useradd", "--system", "--no-create-home", USER],
            check=True,
            capture_output=True,
        )
        return pwd.getpwnam(USER)


def _give_to(folder: Path, user: pwd.struct_passwd) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid)


def _write_configuration(home: Path, folder: Path, http_port: int, transport_port: int) -> None:
    configuration = folder / "config"
    shutil.copytree(home / "config", configuration)
    for name in ("data", "logs", "tmp"):
        (folder / name).mkdir()
    (configuration / "elasticsearch.yml").write_text(
        "\n".join(
            [
                "cluster.name: traverse-tests",
                "network.host: 127.0.0.1",
                f"http.port: {http_port}",
                f"transport.port: {transport_port}",
                "discovery.type: single-node",
                "xpack.security.enabled: false",
                "cluster.routing.allocation.disk.threshold_enabled: false",
                f"path.data: {folder / 'data'}",
                f"path.logs: {folder / 'logs'}",
                "",
            ]
        )
    )
    # These options write into the server's own folder, which its user may only read.
    options = configuration / "jvm.options"
    lines = options.read_text().splitlines()
    options.write_text("\n".join(line for line in lines if "logs/" not in line and "HeapDumpPath" not in line) + "\n")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
