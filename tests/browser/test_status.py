"""What is cancelled, full, to confirm, closed or withdrawn: what the visitor's phone makes of it."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.chromium import await_offline_ready
from tests.browser.editor import DESK, log_in
from tests.browser.server import Site
from tests.browser.visitor import OFFLINE, keep_trail, settle, title_of

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]
OpenBrowser = Callable[..., BrowserContext]
EVENTS = """query($after: String) {agenda(first: 100, after: $after) {pageInfo {hasNextPage endCursor}
    edges {node {id name status eventStatus start remaining longRunning commune {code}}}}}"""
WORDS = {"CANCELLED": "Annulé", "FULL": "Complet", "UNCONFIRMED": "Dates à confirmer"}


def events(site: Site) -> list[dict[str, Any]]:
    """All events to come, as the agenda has them."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        answer = site.ask(EVENTS, after=after)["agenda"]
        found += [edge["node"] for edge in answer["edges"]]
        if not answer["pageInfo"]["hasNextPage"]:
            return found
        after = answer["pageInfo"]["endCursor"]


def is_struck(element: Locator) -> bool:
    return "line-through" in element.evaluate("element => getComputedStyle(element).textDecorationLine")


@pytest.mark.parametrize("status", WORDS)
def test_status_of_an_event_is_said_in_the_list_and_on_its_page(site: Site, page: Page, status: str) -> None:
    event = next(one for one in events(site) if one["eventStatus"] == status)
    day = datetime.fromisoformat(event["start"]).astimezone(ZoneInfo("Europe/Paris")).date()
    page.goto(f"/agenda?when={day.isoformat()}&commune={event['commune']['code']}")
    row = page.locator("article", has=page.locator(f'a[href="/event/{event["id"]}"]'))
    expect(row).to_contain_text(WORDS[status])
    assert is_struck(row.get_by_role("heading").get_by_role("link")) == (status == "CANCELLED")

    page.goto(f"/event/{event['id']}")
    expect(page.locator("main").get_by_text(WORDS[status], exact=True).first).to_be_visible()
    assert is_struck(page.get_by_role("heading", level=1)) == (status == "CANCELLED")
    expect(page.get_by_text("L’organisateur n’a pas encore confirmé ces dates")).to_have_count(
        int(status == "UNCONFIRMED")
    )


def edit(page: Page, listing: str, name: str, box: str) -> None:
    """Open the entry of this name in a list of the back office, tick a box, on whatever tab it is, and save."""
    page.goto(f"{listing}?q={name.split()[-1]}")
    page.get_by_role("link", name=name).first.click()
    page.locator(f"input[name={box}]").evaluate("box => { box.checked = true; }")
    page.get_by_role("button", name=re.compile("^Enregistrer|^Publier")).first.click()
    expect(page.locator(".messages .success")).to_be_visible()


def test_withdrawn_event_is_gone_shows_what_comes_instead_and_leaves_the_app_whole(
    site: Site, open_browser: OpenBrowser, own_phone: OwnPhone
) -> None:
    # The last one: other tests open the first ones.
    event = [one for one in events(site) if one["eventStatus"] == "SCHEDULED" and not one["longRunning"]][-1]
    editor = log_in(open_browser(viewport=DESK), "agence")
    edit(editor, "/admin/snippets/agenda/event/", event["name"], "hidden")

    with own_phone() as context:
        page = context.pages[0]
        # The first thing that this phone ever sees of the site is a page that is gone.
        response = page.goto(f"/event/{event['id']}")
        assert response is not None and response.status == 410
        assert title_of(page) == "Cette fiche a été retirée"
        instead = page.get_by_role("heading", name="À la place, bientôt")
        expect(instead).to_be_visible()
        expect(page.locator("main article").first).to_be_visible()
        expect(page.locator(f'main a[href="/event/{event["id"]}"]')).to_have_count(0)
        await_offline_ready(page)
        page.goto("/agenda")
        settle(page)
    site.kill()
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/agenda")
        assert title_of(page) == "Agenda"
        expect(page.get_by_text(OFFLINE).first).to_be_visible()
        assert "noindex" not in page.content()
        page.goto("/event/jamaisvu")
        assert title_of(page) == "Pas de réseau ici"


def test_kept_walk_that_closes_and_is_withdrawn_says_so_with_and_without_network(
    site: Site, open_browser: OpenBrowser, own_phone: OwnPhone
) -> None:
    found = site.ask("{trails(first: 100) {edges {node {id name temporarilyClosed hasStory}}}}")["trails"]["edges"]
    # The last one: other tests keep the one that has a story.
    trail = [edge["node"] for edge in found if not (edge["node"]["temporarilyClosed"] or edge["node"]["hasStory"])][-1]
    walks = "/admin/snippets/tourism/trail/"
    editor = log_in(open_browser(viewport=DESK), "agence")
    with own_phone() as context:
        page = context.pages[0]
        keep_trail(page, trail["id"])
        edit(editor, walks, trail["name"], "temporarily_closed")
        page.goto(f"/trail/{trail['id']}")
        expect(page.get_by_text("Fermée en ce moment").first).to_be_visible()
        page.goto("/kept")
        row = page.locator("main li", has=page.get_by_role("link", name=trail["name"]))
        expect(row.get_by_text("Fermée en ce moment")).to_be_visible()
        row.get_by_role("button", name="Mettre à jour").click()
        expect(row.get_by_role("button", name="Mettre à jour")).to_have_count(0)

        edit(editor, walks, trail["name"], "hidden")
        page.goto("/kept")
        expect(row.get_by_text("Cette balade a été retirée")).to_be_visible()
        page.goto(f"/trail/{trail['id']}")
        # The kept walk is shown first; the server's answer replaces it.
        expect(page.get_by_role("heading", level=1)).to_have_text("Cette fiche a été retirée")
    site.kill()
    with own_phone() as context:
        page = context.pages[0]
        page.goto(f"/trail/{trail['id']}")
        expect(page.get_by_text(OFFLINE)).to_be_visible()
        expect(page.get_by_text("Cette balade a été retirée par ceux qui l’annonçaient.")).to_be_visible()
