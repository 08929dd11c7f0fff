"""What a visitor does on more than one path."""

import re

from playwright.sync_api import Page, Response, expect

from tests.browser.chromium import await_offline_ready
from tests.browser.server import Site

OFFLINE = re.compile("^Hors ligne")


def asks_for(response: Response, word: str) -> bool:
    """Whether this answers a question to the API that has `word` in its variables."""
    return "/graphql" in response.url and word in response.url + (response.request.post_data or "")


def filter_by_category(page: Page, name: str, category: str) -> None:
    """On the agenda: open the filters, choose a category by its French name, and see the list of it."""
    page.get_by_text("Filtrer", exact=True).click()
    chip = page.get_by_role("group", name="Quoi").get_by_role("button", name=re.compile(f"^{name}"))
    with page.expect_response(lambda response: asks_for(response, category)):
        chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page.locator("main .waiting")).to_have_count(0)


def title_of(page: Page) -> str:
    """The page's title once it is there, with ordinary spaces."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    return " ".join(heading.inner_text().split())


def keep_trail(page: Page, trail_id: str) -> None:
    """Open a trail and keep it, until the phone says that it opens without network and has the map."""
    page.goto(f"/trail/{trail_id}")
    page.get_by_role("button", name=re.compile("^Garder pour sans réseau")).click()
    expect(page.get_by_text("Gardée : s’ouvre sans réseau").first).to_be_visible()
    await_offline_ready(page)


def page_types(site: Site) -> dict[str, str]:
    """A path of every kind of page that the web app has."""
    things = site.ask(
        """{agenda(first: 1) {edges {node {id}}} places(first: 1) {edges {node {id}}}
        stories {id trail {id}} pages {path}}"""
    )
    story = things["stories"][0]
    return {
        "today": "/",
        "agenda": "/agenda",
        "event": f"/event/{things['agenda']['edges'][0]['node']['id']}",
        "places": "/places",
        "place": f"/place/{things['places']['edges'][0]['node']['id']}",
        "trails": "/trails",
        "trail": f"/trail/{story['trail']['id']}",
        "story": f"/story/{story['id']}",
        "search": "/search?text=lac",
        "kept": "/kept",
        "map": "/map",
        "page": things["pages"][0]["path"],
        "about": "/about",
        "announce": "/announce",
        "unknown code": "/q/inconnu",
        "not found": "/nulle-part",
    }


def settle(page: Page) -> None:
    """Until the page has its title, its answers and its map, when it has one."""
    title_of(page)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".waiting:not(.canvas)")).to_have_count(0)
    expect(page.locator('[data-map="loading"], [data-map="sketch"]')).to_have_count(0)
