"""The main job, once, from the imported demonstration to a walk without network."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.chromium import (
    BeaconSimulator,
    allow_persistence,
    altbeacon,
    await_offline_ready,
    page_session,
    walk,
)
from tests.browser.server import Site
from tests.browser.visitor import filter_by_category

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]
STORIES = "{stories {id name trail {id name}}}"
TOLD = """query Told($story: ID!, $trail: ID!) {
  story(id: $story) {steps {id triggers {kind uuid major minor}}} trail(id: $trail) {line}}"""


def test_whole_path_from_the_agenda_to_a_walk_without_network(site: Site, own_phone: OwnPhone) -> None:
    story = site.ask(STORIES)["stories"][0]
    told = site.ask(TOLD, story=story["id"], trail=story["trail"]["id"])
    steps, line = told["story"]["steps"], told["trail"]["line"]
    assert len(steps) == 6
    with own_phone() as context:
        page = context.pages[0]
        _look_for_something_to_do(page)
        _switch_languages(page)
        _search(page)
        _keep_the_trail(page, site, story["trail"])
    site.kill()
    with own_phone(beacons=True, permissions=["geolocation"]) as context:
        page = context.pages[0]
        _open_the_kept_trail(page, site, story["trail"])
        _walk_until_steps_start(page, story, steps, line)
        _open_steps_by_hand(page, context, site, steps)


def _look_for_something_to_do(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Voir tout l’agenda").click()
    expect(page.get_by_role("heading", level=1, name="Agenda")).to_be_visible()
    filter_by_category(page, "Marché", "MARKET")
    page.locator("main article h3 a").first.click()
    expect(page.get_by_text("Marché").first).to_be_visible()
    expect(page.get_by_role("heading", name="Dates")).to_be_visible()


def _switch_languages(page: Page) -> None:
    language = page.locator("header select")
    language.select_option("en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("navigation").get_by_role("link", name="Walks").first).to_be_visible()
    language.select_option("it")
    expect(page.locator("html")).to_have_attribute("lang", "it")
    expect(page.get_by_role("navigation").get_by_role("link", name="Mappa").first).to_be_visible()
    language.select_option("fr")
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def _search(page: Page) -> None:
    page.get_by_role("link", name="Chercher").click()
    page.get_by_role("searchbox", name="Chercher").fill("marché moustiers")
    hit = page.locator("main article", has_text="Moustiers").first
    expect(hit).to_be_visible()
    title = hit.locator("h3").inner_text()
    hit.locator("h3 a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(re.escape(title[:12])))


def _keep_the_trail(page: Page, site: Site, trail: dict) -> None:
    allow_persistence(page_session(page), site.origin)
    page.get_by_role("navigation").get_by_role("link", name="Balades").locator("visible=true").click()
    expect(page.get_by_role("heading", level=1, name="Balades")).to_be_visible()
    page.locator(f'main h3 a[href="/trail/{trail["id"]}"]').click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Beauvoir")
    expect(page.locator('[data-map="ready"] canvas')).to_be_visible()
    expect(page.get_by_role("slider", name=re.compile("^Profil"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^Garder pour sans réseau")).click()
    expect(page.get_by_text("Gardée : s’ouvre sans réseau").first).to_be_visible()
    await_offline_ready(page)


def _open_the_kept_trail(page: Page, site: Site, trail: dict) -> None:
    page.goto(f"/trail/{trail['id']}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Beauvoir")
    expect(page.get_by_text(re.compile("^Hors ligne"))).to_be_visible()
    expect(page.locator('[data-map="ready"] canvas')).to_be_visible()
    expect(page.get_by_role("slider", name=re.compile("^Profil"))).to_be_visible()
    pictures = page.locator("main article img")
    expect(pictures.first).to_be_attached()
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=picture.element_handle())


def _walk_until_steps_start(page: Page, story: dict, steps: list[dict], line: list) -> None:
    page.locator(f'a[href="/story/{story["id"]}"]').click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(story["name"])
    page.get_by_role("button", name="Commencer").click()
    session = page_session(page)
    walk(page, session, line[: len(line) // 3])
    opened = page.locator("article[data-step]")
    expect(opened).to_have_attribute("data-step", steps[0]["id"])
    expect(page.get_by_text("Haltes entendues", exact=False)).to_be_visible()
    heard = page.locator('li[data-state="heard"], li[data-state="here"]')
    expect(heard).not_to_have_count(0)
    expect(heard).not_to_have_count(1)


def _open_steps_by_hand(page: Page, context: BrowserContext, site: Site, steps: list[dict]) -> None:
    opened = page.locator("article[data-step]")
    page.goto("/q/etoile3")
    expect(opened).to_have_attribute("data-step", steps[2]["id"])

    page.get_by_label("Numéro ou code de la halte").fill("106")
    page.get_by_role("button", name="Ouvrir", exact=True).click()
    expect(opened).to_have_attribute("data-step", steps[5]["id"])
    page.get_by_role("button", name="Tout recommencer").click()
    expect(opened).to_have_count(0)

    beacon = next(one for one in steps[3]["triggers"] if one["kind"] == "BEACON")
    frame = altbeacon(beacon["uuid"], beacon["major"], beacon["minor"])
    radio = BeaconSimulator(context, page)
    radio.start(frame)
    page.get_by_role("button", name="Écouter les balises").click()
    expect(page.get_by_text("Les balises sont écoutées.")).to_be_visible()
    for _ in range(3):
        radio.advertise(frame)
        page.wait_for_timeout(300)
    expect(opened).to_have_attribute("data-step", steps[3]["id"])
    radio.stop()
