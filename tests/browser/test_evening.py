"""Somebody asks what there is this evening, whatever the hour: the phone's clock is set, the site's is not."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Site
from tests.browser.visitor import settle

PARIS = ZoneInfo("Europe/Paris")
DATES = """query($from: DateTime, $until: DateTime) {agenda(first: 100, longRunning: false, from: $from, until: $until)
    {edges {node {id name start end allDay}}}}"""


def dates(site: Site, **window: str) -> list[dict[str, Any]]:
    return [edge["node"] for edge in site.ask(DATES, **window)["agenda"]["edges"]]


def local(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(PARIS)


@pytest.fixture
def ball(site: Site) -> dict[str, Any]:
    """A date that goes on past midnight, ten minutes at least."""
    return next(
        one
        for one in dates(site)
        if one["end"]
        and not one["allDay"]
        and local(one["end"]).date() == local(one["start"]).date() + timedelta(days=1)
        and time(0, 10) <= local(one["end"]).time() < time(5)
    )


def evening_after(site: Site, moment: datetime) -> list[str]:
    """Ids of what is on in the evening of the day of `moment`, without what closes as it begins."""
    begin = datetime.combine(moment.date(), time(17), PARIS)
    until = datetime.combine(moment.date() + timedelta(days=1), time(5), PARIS)
    on = dates(site, **{"from": begin.isoformat(), "until": until.isoformat()})
    return [
        one["id"]
        for one in on
        if one["allDay"]
        or local(one["start"]) >= begin
        or (one["end"] and local(one["end"]) >= begin + timedelta(hours=2))
    ]


def ids(rows: Locator) -> list[str]:
    found = rows.locator("h3 a").evaluate_all("links => links.map((link) => link.pathname)")
    return [path.removeprefix("/event/") for path in found]


def test_before_dawn_what_goes_on_comes_first_then_the_evening_to_come(
    site: Site, page: Page, ball: dict[str, Any]
) -> None:
    moment = local(ball["end"]) - timedelta(minutes=5)
    page.clock.set_fixed_time(moment)
    page.goto("/agenda?when=tonight")
    settle(page)
    first = page.locator("main section").first
    expect(first.get_by_role("heading", level=2)).to_have_text("Encore cette nuit")
    expect(first.get_by_role("link", name=ball["name"])).to_be_visible()
    expect(first.get_by_text("en ce moment, jusqu’à").first).to_be_visible()
    wanted = [one for one in evening_after(site, moment) if one not in ids(first)]
    assert ids(page.locator("main article"))[: len(ids(first)) + min(len(wanted), 5)] == [*ids(first), *wanted[:5]]

    page.goto("/")
    settle(page)
    tonight = page.locator("section", has=page.get_by_role("heading", name="Ce soir")).locator("article")
    expect(tonight.first.get_by_role("link", name=ball["name"])).to_be_visible()
    assert set(ids(tonight)) - {ball["id"]} <= {*ids(first), *wanted}


@pytest.mark.parametrize("hour", [time(5), time(12), time(17), time(23, 59)])
def test_by_day_and_in_the_evening_there_is_no_night_that_ends(
    site: Site, page: Page, ball: dict[str, Any], hour: time
) -> None:
    moment = datetime.combine(local(ball["start"]).date(), hour, PARIS)
    page.clock.set_fixed_time(moment)
    page.goto("/agenda?when=tonight")
    expect(page.get_by_role("link", name=ball["name"]).first).to_be_visible()
    settle(page)
    expect(page.get_by_role("heading", name="Encore cette nuit")).to_have_count(0)
    assert set(ids(page.locator("main article"))) >= {ball["id"]}


def test_ball_is_in_the_list_of_its_day_and_not_in_that_of_the_next(
    site: Site, page: Page, ball: dict[str, Any]
) -> None:
    day = local(ball["start"]).date()
    page.clock.set_fixed_time(datetime.combine(day - timedelta(days=1), time(12), PARIS))

    def listed(when: str) -> list[str]:
        page.goto(f"/agenda?when={when}")
        expect(page.locator("main article").first).to_be_visible()
        settle(page)
        more = page.get_by_role("button", name="Voir la suite")
        while more.count() and more.is_visible():
            more.click()
            settle(page)
        return ids(page.locator("main article"))

    assert ball["id"] in listed(day.isoformat())
    following = day + timedelta(days=1)
    query = "query($id: ID!) {event(id: $id) {occurrences(first: 100) {start}}}"
    starts = [one["start"] for one in site.ask(query, id=ball["id"])["event"]["occurrences"]]
    # The same event may be on again on the next day: then it is listed with that date.
    assert (ball["id"] in listed(following.isoformat())) == any(local(one).date() == following for one in starts)
    for row in page.locator("main article time").all():
        assert row.get_attribute("datetime") != ball["start"]
