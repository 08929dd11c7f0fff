"""Somebody plans a stay: by the calendar, by school holidays, by whom they come with; and keeps what they chose."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.chromium import await_offline_ready
from tests.browser.server import Site
from tests.browser.visitor import asks_for, settle

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]
HEART = re.compile("^Garder dans mon programme")


def plain(text: str) -> str:
    return " ".join(text.split())


def keep_first(page: Page) -> str:
    """Touch the heart of the first event of the agenda; its name."""
    page.goto("/agenda?when=week")
    row = page.locator("main article").first
    expect(row).to_be_visible()
    name = plain(row.locator("h3").inner_text())
    heart = row.get_by_role("button", name=HEART)
    with page.expect_response(lambda response: asks_for(response, "events")):
        heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    return name


def programme(page: Page):
    return page.locator("#programme li")


def test_day_of_the_calendar_is_found_by_keyboard_and_opens_its_list(page: Page, site: Site) -> None:
    page.goto("/agenda?view=calendar")
    today = page.locator('td [aria-current="date"]')
    expect(today).to_have_accessible_name(re.compile(r", (\d+|Un) rendez-vous|, rien d’annoncé"))
    first = today.get_attribute("data-day")
    today.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile(r"[?&]at=\d{4}-\d\d-\d\d"))
    day = page.locator("td button:focus").get_attribute("data-day")
    assert day is not None
    assert (date.fromisoformat(day) - date.fromisoformat(first or "")).days == 7
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"[?&]when={day}"))
    expect(page.locator(f'[data-day="{day}"]')).to_have_attribute("aria-pressed", "true")
    settle(page)
    told = page.locator(f'[data-day="{day}"]').get_attribute("aria-label") or ""
    query = f'{{agendaDays(from: "{day}", until: "{day}") {{count}}}}'
    (counted,) = site.ask(query)["agendaDays"]
    assert str(counted["count"]) in told
    page.reload()
    expect(page.locator(f'[data-day="{day}"]')).to_have_attribute("aria-pressed", "true")


def test_wide_screen_shows_a_month(open_browser: Callable[..., BrowserContext]) -> None:
    page = open_browser(viewport={"width": 1280, "height": 900}).new_page()
    page.goto("/agenda?view=calendar&at=2026-11-26")
    expect(page.locator("td button")).to_have_count(42)
    page.get_by_role("button", name="Mois suivant").click()
    expect(page.get_by_role("caption")).to_have_text("décembre 2026")
    expect(page.locator("td button")).to_have_count(35)


def test_school_holidays_are_those_of_the_zone_and_known_again_without_network(page: Page, site: Site) -> None:
    holidays = site.ask("{schoolHolidays(first: 1) {zone firstDay lastDay}}")["schoolHolidays"][0]
    page.goto("/agenda")
    await_offline_ready(page)
    chip = page.get_by_role("button", name=re.compile("^(Vacances|Pont)"))
    chip.click()
    expect(page).to_have_url(re.compile("when=holidays"))
    expect(page.get_by_text(re.compile(f"zone {holidays['zone']}"))).to_be_visible()
    settle(page)
    window = f'from: "{holidays["firstDay"]}T00:00:00+01:00", until: "{holidays["lastDay"]}T23:59:00+01:00"'
    listed = site.ask(f"{{agenda({window}, longRunning: false, first: 50) {{edges {{node {{id}}}}}}}}")["agenda"][
        "edges"
    ]
    ids = {edge["node"]["id"] for edge in listed}
    shown = page.locator("main section h3 a").evaluate_all("links => links.map((link) => link.pathname)")
    assert shown
    assert {path.rsplit("/", 1)[1] for path in shown[:5]} <= ids
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text(re.compile(f"zone {holidays['zone']}"))).to_be_visible()
    expect(page.locator("main article").first).to_be_visible()


def test_visitor_chooses_for_whom_and_where_a_wheelchair_gets_in(page: Page, site: Site) -> None:
    page.goto("/agenda")
    page.get_by_text("Filtrer", exact=True).click()
    chip = page.get_by_role("group", name="Accessible, handicap").get_by_role("button", name=re.compile("^Moteur"))
    with page.expect_response(lambda response: asks_for(response, "MOTOR")):
        chip.click()
    expect(page).to_have_url(re.compile("accessible=MOTOR"))
    settle(page)
    list_of = "agenda(first: 50, accessible: [MOTOR], longRunning: %s) {edges {node {id}}}"
    found = site.ask(f"{{dates: {list_of % 'false'} lasting: {list_of % 'true'}}}")
    ids = {edge["node"]["id"] for part in found.values() for edge in part["edges"]}
    shown = page.locator("main article h3 a").evaluate_all("links => links.map((link) => link.pathname)")
    assert shown
    assert {path.rsplit("/", 1)[1] for path in shown} <= ids
    follow = page.get_by_role("link", name="Suivre dans mon agenda")
    expect(follow).to_have_attribute("href", re.compile("accessible=MOTOR"))
    expect(page.get_by_role("group", name="Pour qui").get_by_role("button").first).to_be_visible()


def test_programme_is_there_without_network_after_a_cold_start_and_goes_into_a_calendar(own_phone: OwnPhone) -> None:
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/kept")
        await_offline_ready(page)
        name = keep_first(page)
    with own_phone() as context:
        page = context.pages[0]
        context.set_offline(True)
        page.goto("/kept")
        expect(programme(page)).to_have_count(1)
        assert plain(programme(page).locator("h3").inner_text()) == name
        with page.expect_download() as taken:
            page.get_by_role("button", name="Vers mon agenda (.ics)").click()
        (event,) = Calendar.from_ical(Path(taken.value.path()).read_bytes()).walk("VEVENT")
        assert plain(str(event["summary"])) == name
        assert event["dtstart"].dt and str(event["uid"]).endswith("@traverse")
        programme(page).get_by_role("button", name=re.compile("^Retirer")).click()
        expect(programme(page)).to_have_count(0)
        page.reload()
        expect(page.get_by_text(re.compile("^Rien à venir"))).to_be_visible()


def test_one_date_is_kept_and_shared_by_a_link(
    page: Page, site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    edges = site.ask("{agenda(first: 50, longRunning: false) {edges {node {id name remaining}}}}")["agenda"]["edges"]
    event = next(edge["node"] for edge in edges if edge["node"]["remaining"] > 2)
    page.goto(f"/event/{event['id']}")
    hearts = page.get_by_role("button", name=re.compile("^Garder cette date"))
    with page.expect_response(lambda response: asks_for(response, "events")):
        hearts.nth(1).click()
    expect(hearts.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(hearts.nth(0)).to_have_attribute("aria-pressed", "false")
    page.goto("/kept")
    chosen = programme(page).locator("time").get_attribute("datetime")
    page.evaluate("() => { navigator.share = async ({ url }) => { window.shared = url; }; }")
    page.get_by_role("button", name="Partager").click()
    link = page.evaluate("window.shared")
    other = open_browser().new_page()
    other.goto(link)
    expect(other.get_by_role("heading", name="Un programme partagé avec vous")).to_be_visible()
    other.get_by_role("button", name="Tout garder").click()
    expect(programme(other)).to_have_count(1)
    expect(programme(other).locator("time")).to_have_attribute("datetime", chosen or "")
    expect(other).not_to_have_url(re.compile("programme="))


def names_of(data: bytes) -> dict[tuple[str, str], tuple[int, str]]:
    """SEQUENCE and STATUS by UID and RECURRENCE-ID."""
    found = {}
    for entry in Calendar.from_ical(data).walk("VEVENT"):
        recurrence = entry["recurrence-id"].to_ical().decode() if "recurrence-id" in entry else ""
        found[str(entry["uid"]), recurrence] = (int(entry["sequence"]), str(entry["status"]))
    return found


def test_calendar_made_without_network_calls_dates_as_the_calendar_of_the_event_does(page: Page, site: Site) -> None:
    edges = site.ask("{agenda(first: 50, longRunning: false) {edges {node {id remaining allDay}}}}")["agenda"]["edges"]
    event = next(edge["node"] for edge in edges if edge["node"]["remaining"] > 3 and not edge["node"]["allDay"])
    page.goto("/kept")
    await_offline_ready(page)
    page.goto(f"/event/{event['id']}")
    hearts = page.get_by_role("button", name=re.compile("^Garder cette date"))
    for number in (0, 1):
        with page.expect_response(lambda response: asks_for(response, "events")):
            hearts.nth(number).click()
    expect(hearts.nth(1)).to_have_attribute("aria-pressed", "true")
    settle(page)
    page.context.set_offline(True)
    page.goto("/kept")
    expect(programme(page)).to_have_count(2)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Vers mon agenda (.ics)").click()
    mine = Path(taken.value.path()).read_bytes()
    theirs = page.context.browser.new_context().request.get(f"{site.origin}/event/{event['id']}.ics").body()
    told = names_of(theirs)
    for (uid, recurrence), (sequence, status) in names_of(mine).items():
        whole = told[uid, ""]
        assert sequence == whole[0]
        assert status == told.get((uid, recurrence), whole)[1]
        masters = [entry for entry in Calendar.from_ical(theirs).walk("VEVENT") if str(entry["uid"]) == uid]
        assert bool(recurrence) == ("rrule" in masters[0])
    assert len(names_of(mine)) == 2


def test_what_was_cancelled_since_is_said(open_browser: Callable[..., BrowserContext]) -> None:
    page = open_browser(service_workers="block").new_page()
    name = keep_first(page)

    def cancel(route: Route) -> None:
        answer = route.fetch()
        data = answer.json()
        for one in (data.get("data") or {}).get("programme", ()):
            for occurrence in one["occurrences"]:
                occurrence["status"] = "CANCELLED"
        route.fulfill(response=answer, body=json.dumps(data))

    page.route("**/graphql?*", cancel)
    page.goto("/kept")
    line = programme(page).filter(has_text=re.compile("Annulé depuis que vous l’avez gardé"))
    expect(line).to_have_count(1)
    assert plain(line.locator("h3").inner_text()) == name
    expect(line.locator("strong").first).to_have_text("Annulé")
    # The page of what is kept may still be on its way.
    page.unroute_all(behavior="wait")
    page.route("**/graphql?*", lambda route: route.abort())
    page.reload()
    expect(page.get_by_text("Annulé depuis que vous l’avez gardé")).to_be_visible()


def test_full_phone_says_that_nothing_was_kept(open_browser: Callable[..., BrowserContext]) -> None:
    page = open_browser(service_workers="block").new_page()
    page.add_init_script(
        """const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...values) {
          if (this.name === 'programme') throw new DOMException('no room', 'QuotaExceededError');
          return put.apply(this, values);
        };"""
    )
    page.goto("/agenda")
    heart = page.locator("main article").first.get_by_role("button", name=HEART)
    heart.click()
    expect(page.get_by_role("alert").filter(has_text="Le téléphone n’a plus de place")).to_be_visible()
    expect(heart).to_have_attribute("aria-pressed", "false")
