"""Somebody looks for something to do."""

import re
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.server import Site
from tests.browser.visitor import filter_by_category


def test_visitor_filters_the_agenda_and_opens_an_event(page: Page, site: Site) -> None:
    page.goto("/agenda")
    rows = page.locator("main article")
    expect(rows.first).to_be_visible()
    filter_by_category(page, "Marché", "MARKET")
    expect(page).to_have_url(re.compile(r"[?&]category=MARKET"))
    markets = site.ask("{agenda(first: 50, categories: [MARKET]) {edges {node {name}}}}")["agenda"]["edges"]
    names = {edge["node"]["name"] for edge in markets}
    shown = [name.replace("\u00a0", " ").replace("\u202f", " ") for name in rows.locator("h3").all_inner_texts()]
    assert shown
    assert set(shown) <= names

    rows.locator("h3 a").first.click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile(re.escape(shown[0]).replace(r"\ ", r"\s")))
    expect(page).to_have_url(re.compile(r"/event/\w+$"))
    expect(page.get_by_role("heading", name="Dates")).to_be_visible()


def test_visitor_takes_an_event_into_their_calendar_and_follows_what_they_chose(page: Page, site: Site) -> None:
    page.goto("/agenda")
    filter_by_category(page, "Marché", "MARKET")
    follow = page.get_by_role("link", name="Suivre dans mon agenda")
    expect(follow).to_have_attribute("href", re.compile(r"^webcal://[^/]+/agenda\.ics\?.*category=MARKET"))
    page.locator("main article h3 a").first.click()
    title = " ".join(page.get_by_role("heading", level=1).inner_text().split())
    with page.expect_download() as taken:
        page.get_by_role("link", name="Ajouter à mon agenda").click()
    written = Calendar.from_ical(Path(taken.value.path()).read_bytes())
    assert {" ".join(str(event["summary"]).split()) for event in written.walk("VEVENT")} == {title}
    expect(page).to_have_url(re.compile(r"/event/\w+$"))
