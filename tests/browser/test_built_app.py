"""A web app that is not the one that is written proves nothing: it is refused before any browser is started."""

import os
from pathlib import Path

import pytest

from tests.browser import server
from tests.browser.server import NotBuiltError, built_app


@pytest.fixture
def pwa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A web app written and built, in this order."""
    for name in ("src/main.ts", "vite.config.ts", "node_modules/some/index.js", "tests/unit/some.test.ts"):
        write(tmp_path / name, 1_000)
    write(tmp_path / "dist" / "index.html", 2_000)
    monkeypatch.setattr(server, "PWA", tmp_path)
    monkeypatch.delenv("PWA_DIST", raising=False)
    return tmp_path


def write(path: Path, at: float) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    os.utime(path, (at, at))


def test_app_built_after_it_was_written_is_tested(pwa: Path) -> None:
    for name in ("node_modules/some/index.js", "tests/unit/some.test.ts", "dist/later.js"):
        write(pwa / name, 3_000)
    assert built_app() == pwa / "dist"


@pytest.mark.parametrize("name", ["src/main.ts", "src/words/windows.ts", "vite.config.ts"])
def test_app_older_than_what_is_written_is_refused(pwa: Path, name: str) -> None:
    write(pwa / name, 3_000)
    with pytest.raises(NotBuiltError, match="older than its sources: run `make build`"):
        built_app()


def test_app_that_was_never_built_is_refused(pwa: Path) -> None:
    (pwa / "dist" / "index.html").unlink()
    with pytest.raises(NotBuiltError, match="not built"):
        built_app()


def test_app_that_is_named_is_taken_as_it_is(pwa: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "other" / "index.html", 500)
    monkeypatch.setenv("PWA_DIST", str(tmp_path / "other"))
    assert built_app() == tmp_path / "other"
