"""Somebody who never saw a rule of recurrence types the dates of a market, takes a day out and cancels another."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.editor import DESK, log_in
from tests.browser.server import Site

AGENDA = """
query ($from: DateTime!, $until: DateTime!) {
  agenda(from: $from, until: $until, first: 100) { edges { node { id name } } }
}
"""
DATES = """
query ($id: ID!, $from: DateTime!, $until: DateTime!) {
  event(id: $id) { occurrences(from: $from, until: $until, first: 50) { start status } }
}
"""


def tap(page: Page, day: date, choice: str) -> None:
    page.locator(f'[data-day="{day}"]').click()
    page.get_by_role("group").get_by_role("button", name=choice, exact=True).click()


def test_market_of_tuesdays_but_one_with_a_date_cancelled_by_a_tap(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    today = datetime.now(ZoneInfo("Europe/Paris")).date()
    first = today + timedelta(days=(1 - today.weekday()) % 7 or 7)
    last = first + timedelta(days=7 * 7 + 2)
    tuesdays = [first + timedelta(days=7 * week) for week in range(8)]
    page = log_in(open_browser(viewport=DESK), "verdon")
    page.goto("/admin/snippets/agenda/event/add/")
    page.locator("[name=name__fr]").first.fill("Marché des essais")
    page.get_by_label("chaque semaine").check()
    page.locator("[name=when_first]").fill(f"{first:%d/%m/%Y}")
    page.locator("[name=when_last]").fill(f"{last:%d/%m/%Y}")
    page.get_by_label("mardi", exact=True).check()
    page.locator("[name=when_start]").fill("09:00")
    page.locator("[name=when_end]").fill("13:00")
    sentence, count = page.locator("[data-dates-sentence]"), page.locator("[data-dates-count]")
    expect(sentence).to_contain_text("Tous les mardis du")
    expect(sentence).to_contain_text(re.compile("de 9\\sh à 13\\sh"))
    expect(count).to_have_text("8 dates")
    shown = page.locator("[data-day].is-date")
    assert shown.count() > 0

    tap(page, tuesdays[1], "Pas ce jour")
    expect(sentence).to_contain_text("sauf le")
    expect(count).to_have_text("7 dates")
    tap(page, tuesdays[2], "Annulée")
    expect(sentence).to_contain_text("annulé le")
    expect(page.locator(f'[data-day="{tuesdays[2]}"]')).to_have_class(re.compile("is-cancelled"))
    page.get_by_text("Dans les autres langues").click()
    expect(page.locator("[data-dates-language=de]")).to_contain_text("Jeden Dienstag")
    page.get_by_role("button", name=re.compile("^Enregistrer")).first.click()
    expect(page.locator(".messages .success")).to_be_visible()

    window = {"from": f"{first}T00:00:00Z", "until": f"{first + timedelta(days=1)}T00:00:00Z"}
    edges = site.ask(AGENDA, **window)["agenda"]["edges"]
    (market,) = [edge["node"]["id"] for edge in edges if edge["node"]["name"] == "Marché des essais"]
    season = {"from": f"{first}T00:00:00Z", "until": f"{last + timedelta(days=1)}T00:00:00Z"}
    dates = site.ask(DATES, id=market, **season)["event"]["occurrences"]
    told = {one["start"][:10]: one["status"] for one in dates}
    assert told == {
        day.isoformat(): "CANCELLED" if day == tuesdays[2] else "SCHEDULED" for day in tuesdays if day != tuesdays[1]
    }
