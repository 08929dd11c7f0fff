"""What was seen opens again with the server dead; what was not says so."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

from playwright.sync_api import BrowserContext, expect

from tests.browser.chromium import await_offline_ready
from tests.browser.server import Site
from tests.browser.visitor import OFFLINE, title_of

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]
THINGS = """{agenda(first: 2) {edges {node {id}}} places(first: 2) {edges {node {id}}}
  trails(first: 2) {edges {node {id}}} stories {id} pages {path}}"""


def ids(things: dict, name: str) -> list[str]:
    return [edge["node"]["id"] for edge in things[name]["edges"]]


def test_every_visited_page_opens_again_without_network_after_a_cold_start(site: Site, own_phone: OwnPhone) -> None:
    things = site.ask(THINGS)
    visited = [
        "/",
        "/agenda?category=MARKET",
        f"/event/{ids(things, 'agenda')[0]}",
        "/places",
        f"/place/{ids(things, 'places')[0]}",
        "/trails",
        f"/trail/{ids(things, 'trails')[0]}",
        f"/story/{things['stories'][0]['id']}",
        "/search?text=lac",
        things["pages"][0]["path"],
        "/kept",
        "/about",
    ]
    titles = {}
    with own_phone() as context:
        page = context.pages[0]
        for path in visited:
            page.goto(path)
            titles[path] = title_of(page)
            expect(page.locator(".waiting")).to_have_count(0)
            page.wait_for_load_state("networkidle")
        await_offline_ready(page)
    site.kill()
    with own_phone() as context:
        page = context.pages[0]
        for path in visited:
            page.goto(path)
            assert title_of(page) == titles[path], path
            if path not in ("/kept", "/about"):
                expect(page.get_by_text(OFFLINE).first, path).to_be_visible()


def test_page_never_visited_says_so_and_what_still_works(site: Site, own_phone: OwnPhone) -> None:
    things = site.ask(THINGS)
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/trails")
        await_offline_ready(page)
        site.kill()
        page.goto(f"/event/{ids(things, 'agenda')[1]}")
        expect(page.get_by_role("heading", level=1)).to_have_text("Pas de réseau ici")
        expect(page.get_by_text("Cette page n’a pas encore été vue sur ce téléphone.")).to_be_visible()
        expect(page.get_by_role("button", name="Réessayer")).to_be_visible()
        page.get_by_role("main").get_by_role("link", name="Gardées").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Gardées")

        page.goto("/agenda?when=weekend")
        expect(page.get_by_role("heading", level=2, name="Pas de réseau ici")).to_be_visible()

        page.goto("/q/inconnu")
        expect(page.get_by_role("heading", level=1)).to_have_text("Code inconnu")
        expect(page.get_by_text(re.compile("^Sans réseau, ce code n’est connu que"))).to_be_visible()


def test_page_comes_alive_again_when_the_network_does(site: Site, own_phone: OwnPhone) -> None:
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/trails")
        expect(page.locator("main article").first).to_be_visible()
        await_offline_ready(page)
        site.kill()
        page.reload()
        expect(page.get_by_text(OFFLINE)).to_be_visible()
        site.start()
        page.get_by_role("button", name="Réessayer").click()
        expect(page.get_by_text(OFFLINE)).to_have_count(0)
