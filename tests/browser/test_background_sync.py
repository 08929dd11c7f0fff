"""An announcement that waits goes away when the browser wakes the service worker: with the app closed, and once."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.announcing import fill, rows, send
from tests.browser.chromium import WakingBrowser, await_offline_ready
from tests.browser.server import Site

OUTBOX = "announcements"
WAIT_MS = 30_000
# Counts, in the service worker, what it posts to the door.
COUNTING = """() => {
    self.posted = 0;
    const ask = self.fetch;
    self.fetch = (asked, options) => {
        const url = new URL(asked instanceof Request ? asked.url : asked, self.location.href);
        if (options?.method === 'POST' && url.pathname === '/announcements') self.posted += 1;
        return ask(asked, options);
    };
}"""


def waiting_announcement(context: BrowserContext, site: Site, title: str) -> Page:
    """The page of a phone on which an announcement waits, because the server was dead; it is up again."""
    page = context.new_page()
    page.goto("/announce")
    expect(page.get_by_label("Titre")).to_be_visible()
    page.wait_for_load_state("networkidle")
    await_offline_ready(page)
    site.kill()
    fill(page, title=title)
    send(page)
    expect(page.get_by_role("heading", name="Gardée, sera envoyée")).to_be_visible()
    assert rows(site, title) == []
    return page


def wait_for_it(page: Page, site: Site, title: str) -> None:
    for _ in range(WAIT_MS // 200):
        if rows(site, title):
            return
        page.wait_for_timeout(200)


def test_announcement_goes_once_with_the_app_closed(site: Site, open_browser: Callable[..., BrowserContext]) -> None:
    title = "Bal de la Saint-Éloi des muletiers"
    context = open_browser()
    app = waiting_announcement(context, site, title)
    empty = context.new_page()
    browser = WakingBrowser(empty, site.origin)
    app.close()
    # Woken too early it finds no server: nothing is lost.
    browser.wake(OUTBOX)
    empty.wait_for_timeout(1_000)
    site.start()
    empty.wait_for_timeout(1_000)
    assert rows(site, title) == [], "Nobody has asked yet."
    browser.wake(OUTBOX)
    wait_for_it(empty, site, title)
    browser.wake(OUTBOX)
    empty.wait_for_timeout(2_000)
    assert len(rows(site, title)) == 1
    app = context.new_page()
    app.goto("/announce")
    expect(app.get_by_text("Envoyée le")).to_be_visible()


def test_announcement_goes_once_when_page_and_service_worker_wake_together(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    title = "Concours de boules carrées"
    context = open_browser()
    page = waiting_announcement(context, site, title)
    posts: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/announcements") and not request.service_worker:
            posts.append(request.url)

    context.on("request", note)
    browser = WakingBrowser(page, site.origin)
    [worker] = context.service_workers
    worker.evaluate(COUNTING)
    site.start()
    page.evaluate("() => { window.dispatchEvent(new Event('online')); }")
    browser.wake(OUTBOX)
    page.evaluate("() => { window.dispatchEvent(new Event('online')); }")
    browser.wake(OUTBOX)
    expect(page.get_by_text("Envoyée le")).to_be_visible()
    page.wait_for_timeout(2_000)
    assert len(rows(site, title)) == 1
    assert len(posts) + worker.evaluate("self.posted") == 1
