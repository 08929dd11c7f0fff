"""A new version of the web app waits for the visitor's yes, and takes nothing away."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from playwright.sync_api import BrowserContext, expect

from tests.browser.server import Site
from tests.browser.visitor import OFFLINE, keep_trail

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]


def test_new_version_waits_for_consent_and_kept_trails_survive_it(deployed: Site, own_phone: OwnPhone) -> None:
    trail = deployed.ask("{stories {trail {id name}}}")["stories"][0]["trail"]
    with own_phone() as context:
        page = context.pages[0]
        keep_trail(page, trail["id"])
        deployed.deploy_next_version("second")

        page.goto("/trails")
        # Chromium looks by itself after a visit, but only when the worker has been idle for a while.
        page.evaluate("navigator.serviceWorker.ready.then((registration) => void registration.update())")
        expect(page.get_by_text("Une nouvelle version est prête.")).to_be_visible()
        page.reload()
        expect(page.get_by_role("heading", level=1, name="Balades")).to_be_visible()
        expect(page.locator("body[data-version=second]")).to_have_count(0)

        page.get_by_role("button", name="Mettre à jour").click()
        expect(page.locator("body[data-version=second]")).to_have_count(1)
        expect(page.get_by_role("heading", level=1, name="Balades")).to_be_visible()
        expect(page.get_by_text("Une nouvelle version est prête.")).to_have_count(0)
    deployed.kill()
    with own_phone() as context:
        page = context.pages[0]
        page.goto(f"/trail/{trail['id']}")
        expect(page.locator("body[data-version=second]")).to_have_count(1)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Beauvoir")
        expect(page.get_by_text(OFFLINE)).to_be_visible()
        expect(page.get_by_text("Gardée : s’ouvre sans réseau").first).to_be_visible()
        expect(page.locator('[data-map="ready"] canvas')).to_be_visible()
