"""Somebody who never saw a rule of recurrence types the dates of a market, takes a day out and cancels another."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.announced import COMING, announce, open_announcement
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
    page.locator("[name=when_first]").fill(first.isoformat())
    page.locator("[name=when_last]").fill(last.isoformat())
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


SENTENCES = {
    "fr": "Tous les mardis du 1er juillet au 31 août, de 9 h à 13 h, sauf le 14 juillet",
    "en": "Every Tuesday from 1 July to 31 August, from 9 am to 1 pm, except on 14 July",
    "it": "Ogni martedì dal 1º luglio al 31 agosto, dalle 9 alle 13, tranne il 14 luglio",
    "de": "Jeden Dienstag vom 1. Juli bis 31. August, von 9 bis 13 Uhr, außer am 14. Juli",
    "es": "Todos los martes del 1 de julio al 31 de agosto, de 9:00 a 13:00, excepto el 14 de julio",
    "nl": "Elke dinsdag van 1 juli tot en met 31 augustus, van 9.00 tot 13.00 uur, behalve op 14 juli",
}
# Under half a minute: a key is a third of a second for who does not type much, a click with the look for its aim two.
KEY_S, CLICK_S, MOST_S = 0.35, 2.0, 30


class Person:
    """Somebody with a mouse and a keyboard, who is counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys, self.clicks = page, 0, 0

    def click(self, what: Locator, *, near_its_beginning: bool = False) -> None:
        # Scrolls, and waits until it stays where it is: the calendar is drawn again while dates are typed.
        what.hover()
        box = what.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= 24
        x = 30 if near_its_beginning else box["width"] / 2
        self.page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2)
        self.clicks += 1

    def type(self, *parts: str) -> None:
        for part in parts:
            for key in [part] if part == "Tab" else part:
                self.page.keyboard.press(key)
                self.keys += 1

    def type_into(self, name: str, wanted: str, *ways: tuple[str, ...]) -> None:
        """Into a box of the browser's, which is filled in the order of its own language: the way that it understands is
        the one that counts."""
        box = self.page.locator(f"[name={name}]")
        for parts in ways:
            before = self.keys
            self.click(box, near_its_beginning=True)
            self.type(*parts)
            if box.input_value() == wanted:
                return
            self.keys, self.clicks = before, self.clicks - 1
            box.fill("")
        raise AssertionError(f"{name} is {box.input_value()}")


@pytest.mark.parametrize("width", [1280, 390])
def test_every_tuesday_of_july_and_august_but_one_is_typed_in_half_a_minute(
    width: int, site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    page = log_in(open_browser(viewport={"width": width, "height": 844}), "verdon")
    page.goto("/admin/snippets/agenda/event/add/")
    expect(page.locator("[data-dates-calendar]")).to_be_visible()
    person = Person(page)
    person.click(page.locator(".tr-key", has_text="chaque semaine"))
    person.type_into("when_first", "2026-07-01", ("01072026",), ("07012026",))
    person.type_into("when_last", "2026-08-31", ("31082026",), ("08312026",))
    person.click(page.locator(".tr-keys label", has_text="mardi"))
    person.type_into("when_start", "09:00", ("0900",), ("0900A",))
    person.type_into("when_end", "13:00", ("1300",), ("0100P",))
    expect(page.locator("[data-dates-count]")).to_have_text("8 dates")
    person.click(page.locator('[data-day="2026-07-14"]'))
    person.click(page.get_by_role("group").get_by_role("button", name="Pas ce jour", exact=True))
    expect(page.locator("[data-dates-count]")).to_have_text("7 dates")
    assert person.keys <= 26 and person.clicks <= 8
    assert person.keys * KEY_S + person.clicks * CLICK_S < MOST_S
    page.get_by_text("Dans les autres langues").click()
    shown = {"fr": page.locator("[data-dates-sentence]").inner_text()}
    shown |= {code: page.locator(f"[data-dates-language={code}]").inner_text() for code in SENTENCES if code != "fr"}
    # The year is said unless it is the present one.
    years = re.compile(r" (de )?2026")
    assert {code: years.sub("", " ".join(text.split())) for code, text in shown.items()} == SENTENCES


UNNAMED = """() => [...document.querySelectorAll('form input, form select, form textarea, .tr-when button')]
  .filter((one) => one.offsetParent && one.type !== 'hidden')
  .filter((one) => !one.labels?.length && !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby'))
  .filter((one) => !(one.tagName === 'BUTTON' && one.textContent.trim()))
  .map((one) => one.name || one.className)"""


def test_announced_dates_are_corrected_with_the_same_calendar(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    said = announce(site, title="Marché des annonces", dates={"first": COMING.isoformat(), "start": "09:00"})
    page = log_in(open_browser(viewport=DESK), "verdon")
    open_announcement(page, said["title"])
    page.get_by_text("Changer les dates").click()
    assert page.evaluate(UNNAMED) == []
    page.get_by_label("chaque semaine").check()
    page.locator("[name=when_last]").fill((COMING + timedelta(days=20)).isoformat())
    page.locator("[name=when_weekdays]").nth(COMING.weekday()).check()
    count = page.locator("[data-dates-count]")
    expect(count).to_have_text("3 dates")
    tap(page, COMING + timedelta(days=7), "Pas ce jour")
    expect(count).to_have_text("2 dates")
    page.get_by_role("button", name="Publier l’événement").click()
    expect(page.locator(".messages .success")).to_be_visible()
    window = {"from": f"{COMING}T00:00:00Z", "until": f"{COMING + timedelta(days=30)}T00:00:00Z"}
    edges = site.ask(AGENDA, **window)["agenda"]["edges"]
    (market,) = [edge["node"]["id"] for edge in edges if edge["node"]["name"] == said["title"]]
    dates = site.ask(DATES, id=market, **window)["event"]["occurrences"]
    assert [one["start"][:10] for one in dates] == [COMING.isoformat(), (COMING + timedelta(days=14)).isoformat()]


def test_one_date_of_an_imported_event_is_cancelled_and_given_back_and_the_form_says_what_saving_does(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    page = log_in(open_browser(viewport=DESK), "verdon")
    page.goto("/admin/snippets/agenda/event/?q=castellane")
    page.get_by_role("link", name="Marché de Castellane", exact=True).first.click()
    kept, sentence = page.locator("[data-dates-kept]"), page.locator("[data-dates-sentence]")
    expect(kept).to_contain_text("Ces dates viennent de la source.")
    coming = page.locator("[data-day].is-date").last
    day = date.fromisoformat(coming.get_attribute("data-day") or "")
    tap(page, day, "Annulée")
    expect(kept).to_contain_text("1 date changée est gardée par-dessus celles de la source")
    expect(sentence).to_contain_text("annulé")
    hour = page.locator("[name=when_start]")
    if hour.is_visible():
        before = hour.input_value()
        hour.fill("07:45")
        expect(kept).to_contain_text("toutes ces dates deviennent les vôtres")
        hour.fill(before)
        expect(kept).to_contain_text("1 date changée")
    page.get_by_role("button", name=re.compile("^Enregistrer")).first.click()
    expect(page.locator(".messages .success")).to_be_visible()

    page.goto("/admin/snippets/agenda/event/?q=castellane")
    page.get_by_role("link", name="Marché de Castellane", exact=True).first.click()
    expect(page.locator(".tr-over__one")).to_have_count(1)
    expect(page.locator(f'[data-day="{day}"]')).to_have_class(re.compile("is-cancelled"))
    page.get_by_label("Rendre cette date à la source").check()
    expect(kept).to_have_text("1 date est rendue à la source.")
    expect(page.locator(f'[data-day="{day}"]')).not_to_have_class(re.compile("is-cancelled"))
    page.get_by_role("button", name=re.compile("^Enregistrer")).first.click()
    expect(page.locator(".messages .success")).to_be_visible()
    page.goto("/admin/snippets/agenda/event/?q=castellane")
    page.get_by_role("link", name="Marché de Castellane", exact=True).first.click()
    expect(page.locator(".tr-over__one")).to_have_count(0)
