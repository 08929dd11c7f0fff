"""A real server and a real browser, apart from Django: these tests see what a visitor or an editor sees."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, EXECUTABLE, PHONE, phone
from tests.browser.server import NotBuiltError, Site, built_app, loaded_folder

# Two busy cores draw a map by software: what is right is awaited, what is slow is not a failure.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """Not longer than this package: Django refuses its database to tests that run inside Playwright's event loop."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = playwright.chromium.launch(executable_path=EXECUTABLE, args=list(ARGUMENTS))
    yield started
    started.close()


@pytest.fixture(scope="package")
def _served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    try:
        app = built_app()
    except NotBuiltError as absent:
        pytest.fail(str(absent))
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(loaded_folder(), folder / "var")
    shutil.copytree(app, folder / "app")
    site = Site(folder / "var", folder / "app")
    yield site
    site.kill()


@pytest.fixture
def site(_served: Site) -> Site:
    """The site, up, whatever the test before did to it."""
    _served.start()
    return _served


@pytest.fixture
def deployed(tmp_path: Path, site: Site) -> Iterator[Site]:
    """The site, whose web app may be changed: it is put back afterwards."""
    shutil.copytree(site.app, tmp_path / "before")
    yield site
    shutil.rmtree(site.app)
    shutil.copytree(tmp_path / "before", site.app)
    site.kill()


@pytest.fixture
def open_browser(browser: Browser, site: Site) -> Iterator[Callable[..., BrowserContext]]:
    """`open_browser(**options)`: a visitor with nothing kept, on a phone, in French."""
    contexts: list[BrowserContext] = []

    def visitor(**options: Any) -> BrowserContext:
        defaults: dict[str, Any] = {
            "viewport": PHONE,
            "locale": "fr-FR",
            "timezone_id": "Europe/Paris",
            "base_url": site.origin,
        }
        context = browser.new_context(**(defaults | options))
        patient(context)
        contexts.append(context)
        return context

    yield visitor
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_browser: Callable[..., BrowserContext]) -> Page:
    return open_browser().new_page()


@pytest.fixture
def own_phone(
    playwright: Playwright, site: Site, tmp_path: Path
) -> Callable[..., AbstractContextManager[BrowserContext]]:
    """`with own_phone() as context`: a new browser process on the same profile each time, which is a cold start."""

    def cold_start(**options: Any) -> AbstractContextManager[BrowserContext]:
        return phone(playwright, tmp_path / "profile", **({"base_url": site.origin} | options))

    return cold_start


def patient(context: BrowserContext) -> None:
    context.set_default_timeout(PATIENCE_MS)
    context.set_default_navigation_timeout(PATIENCE_MS)
