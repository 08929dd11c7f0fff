"""What an editor writes in the admin is what the visitor sees."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.editor import DESK, log_in
from tests.browser.server import Site

PAGE = "query One($path: String!, $language: Language!) {page(path: $path, language: $language) {title language}}"


def test_page_is_shown_in_three_languages(site: Site, page: Page) -> None:
    path = site.ask("{pages {path}}")["pages"][0]["path"]
    titles = {}
    for language in ("fr", "en", "it"):
        told = site.ask(PAGE, path=path, language=language)["page"]
        assert told["language"] == language
        page.goto(f"{path}?lang={language}")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_attribute("lang", language)
        expect(page.locator("html")).to_have_attribute("lang", language)
        titles[language] = " ".join(heading.inner_text().split())
        assert titles[language] == " ".join(told["title"].split())
    assert len(set(titles.values())) == 3


def test_unsaved_title_is_previewed_in_the_real_web_app(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    public = site.ask("{pages {path title}}")["pages"][1]
    page = log_in(open_browser(viewport=DESK), "agence")
    page.goto(f"/admin/pages/search/?q={public['title'].split()[-1]}")
    page.get_by_role("link", name=re.compile(re.escape(public["title"]))).first.click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/"))
    number = re.search(r"/pages/(\d+)/", page.url)
    assert number
    page.goto(f"/admin/pages/{number[1]}/edit/")
    title = page.locator("input[name=title], textarea[name=title]").first
    title.fill("Un titre que personne n’a enregistré")
    page.get_by_role("button", name=re.compile("prévisualisation$")).first.click()
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Un titre que personne n’a enregistré")
    expect(shown.get_by_text("Aperçu : cette page n’est pas encore publiée.")).to_be_visible()
    assert site.ask(PAGE, path=public["path"], language="fr")["page"]["title"] == public["title"]


def test_office_corrects_an_english_name_and_the_visitor_reads_it(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    places = site.ask('{places(first: 5, communes: ["04135"]) {edges {node {id name}}}}')["places"]["edges"]
    place = places[0]["node"]
    page = log_in(open_browser(viewport=DESK), "verdon")
    page.goto(f"/admin/snippets/tourism/place/?q={place['name'].split()[-1]}")
    page.get_by_role("link", name=re.compile(re.escape(place["name"]))).first.click()
    page.get_by_role("tab", name="English").click()
    page.locator("input[name=name__en], textarea[name=name__en]").fill("The name that the office prefers")
    page.get_by_role("button", name=re.compile("^Enregistrer|^Publier")).first.click()
    expect(page.locator(".messages .success")).to_be_visible()

    visitor = open_browser(locale="en-GB").new_page()
    visitor.goto(f"/place/{place['id']}")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("The name that the office prefers")
