"""What a first visit costs and promises: installable, light, and nobody else is told."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import AbstractContextManager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Response, expect

from tests.browser.chromium import await_offline_ready, page_session
from tests.browser.server import Site
from tests.browser.visitor import page_types, settle

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]
SCRIPT_BUDGET = 60_000


def test_web_app_can_be_installed(site: Site, own_phone: OwnPhone) -> None:
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/")
        await_offline_ready(page)
        session = page_session(page)
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        manifest = session.send("Page.getAppManifest")
        assert manifest["errors"] == []
        described = page.evaluate("fetch('/manifest.webmanifest').then((response) => response.json())")
        assert {icon["sizes"] for icon in described["icons"]} >= {"192x192", "512x512"}
        assert "maskable" in " ".join(icon.get("purpose", "any") for icon in described["icons"])
        for icon in described["icons"]:
            assert context.request.get(icon["src"]).ok, icon["src"]


def test_first_page_loads_little_javascript(
    open_browser: Callable[..., BrowserContext], capsys: pytest.CaptureFixture[str]
) -> None:
    page = open_browser(service_workers="block").new_page()
    scripts: dict[str, Response] = {}

    def note(response: Response) -> None:
        if response.request.resource_type == "script":
            scripts[response.url] = response

    page.on("response", note)
    page.goto("/")
    settle(page)
    sizes = {urlsplit(url).path: len(gzip.compress(response.body(), 9)) for url, response in scripts.items()}
    total = sum(sizes.values())
    with capsys.disabled():
        print(f"\nJavaScript of the first route: {total / 1000:.1f} kB gzip in {len(sizes)} files")
    assert 5_000 < total <= SCRIPT_BUDGET, sizes
    assert not [path for path in sizes if "maplibre" in path]


@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desk"])
def test_no_page_asks_another_site_or_logs_an_error(
    site: Site, open_browser: Callable[..., BrowserContext], width: int
) -> None:
    context = open_browser(viewport={"width": width, "height": 844})
    page = context.new_page()
    elsewhere: set[str] = set()
    errors: list[str] = []
    policies: dict[str, str | None] = {}

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{message.location.get('url', '')}: {message.text}")

    context.on("request", lambda request: elsewhere.add(urlsplit(request.url).netloc))
    page.on("console", note_console)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective))"
    )
    for name, path in page_types(site).items():
        response = page.goto(path)
        settle(page)
        policies[name] = response.header_value("content-security-policy") if response else None
    assert elsewhere - {""} == {urlsplit(site.origin).netloc}
    assert errors == []
    assert all(policies.values()), policies
    expect(page.get_by_role("heading", level=1)).to_be_visible()
