"""Somebody who never takes the mouse settles what was announced twice, and takes one answer back."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.editor import DESK, log_in
from tests.browser.server import Site

COMING = datetime.now(ZoneInfo("Europe/Paris")).date() + timedelta(days=11)
AGENDA = """query ($from: DateTime!, $until: DateTime!) { agenda(from: $from, until: $until, communes: ["04135"],
first: 100) { edges { node { id name } } } }"""


def in_agenda(site: Site) -> dict[str, str]:
    """Public ids of what is on that day at Moustiers, by name."""
    window = {"from": f"{COMING}T00:00:00+01:00", "until": f"{COMING + timedelta(days=1)}T00:00:00+01:00"}
    return {edge["node"]["name"]: edge["node"]["id"] for edge in site.ask(AGENDA, **window)["agenda"]["edges"]}


def write_event(page: Page, name: str, start: str) -> None:
    page.goto("/admin/snippets/agenda/event/add/")
    page.locator("[name=name__fr]").first.fill(name)
    page.locator("[name=when_first]").fill(COMING.isoformat())
    page.locator("[name=when_start]").fill(start)
    page.locator("[name=commune_code]").select_option("04135")
    page.get_by_role("button", name=re.compile("^Enregistrer")).first.click()
    expect(page.locator(".messages .success")).to_be_visible()


def asked(page: Page) -> tuple[str, str]:
    """Names of (the kept one, the other) of the pair on the screen."""
    expect(page.locator("[data-question]")).to_be_focused()
    kept, other = page.locator(".tr-pair__table tbody tr").first.locator("td").all_inner_texts()
    return kept, other


def look_for(page: Page, mark: str) -> tuple[str, str]:
    """Go on to the next pair that is ours: the demonstration has some of its own."""
    while mark not in (pair := asked(page))[0]:
        page.keyboard.press("ArrowRight")
        expect(page.locator(".tr-pair__table tbody tr").first).not_to_contain_text(pair[0])
    return pair


def press(page: Page, key: str, said: str) -> None:
    page.keyboard.press(key)
    expect(page.locator(".messages .success")).to_contain_text(said)


def test_three_pairs_are_settled_by_keys_and_one_answer_is_taken_back(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    page = log_in(open_browser(viewport=DESK), "verdon")
    mark = uuid.uuid4().hex[:5]
    for name, start in ((f"Veillée calendale {mark}", "18:00"), (f"Bal des bergers {mark}", "21:00")):
        write_event(page, name, start)
        write_event(page, f"{name} aux chandelles", start)
    write_event(page, f"Foire au miel {mark}", "09:00")
    write_event(page, f"Foire au miel {mark} et aux santons", "09:00")
    # The editor who writes the second one is told of the first, and led to the pair.
    page.get_by_role("link", name="Comparer").click()
    assert {f"Foire au miel {mark}", f"Foire au miel {mark} et aux santons"} == set(asked(page))
    before = in_agenda(site)

    page.goto("/admin/duplicates/")
    start = asked(page)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text(re.compile(r"Paire 2 sur"))).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text(re.compile(r"Paire 1 sur"))).to_be_visible()
    assert asked(page) == start
    first = look_for(page, mark)
    page.keyboard.press("x")
    expect(page.locator(".tr-pair__table tbody td").first).to_have_text(first[1])
    first = asked(page)

    press(page, "s", "C’est le même événement")
    assert before.keys() - in_agenda(site).keys() == {first[1]}
    press(page, "u", "La décision est annulée")
    assert set(asked(page)) == set(first)
    assert in_agenda(site) == before
    kept, absorbed = asked(page)
    press(page, "s", "C’est le même événement")

    different = look_for(page, mark)
    press(page, "d", "Ce sont deux événements")
    later = look_for(page, mark)
    press(page, "l", "Remis à plus tard")

    assert len({kept, absorbed, *different, *later}) == 6
    assert before.keys() - in_agenda(site).keys() == {absorbed}
    # The address that was sent around leads to the one that is kept.
    page.goto(f"/event/{before[absorbed]}")
    expect(page).to_have_url(re.compile(f"/event/{before[kept]}"))
    expect(page.get_by_role("heading", level=1)).to_have_text(kept)
    # What is different is never asked again; what was put off is, after the others.
    page.goto("/admin/duplicates/")
    number = int(page.get_by_text(re.compile(r"Paire 1 sur")).inner_text().split()[-1])
    waiting = [asked(page)]
    for position in range(2, number + 1):
        page.keyboard.press("ArrowRight")
        expect(page.get_by_text(f"Paire {position} sur {number}")).to_be_visible()
        waiting.append(asked(page))
    assert different not in waiting
    assert waiting[-1] == later


def test_keys_can_be_switched_off(site: Site, open_browser: Callable[..., BrowserContext]) -> None:
    page = log_in(open_browser(viewport=DESK), "verdon")
    mark = uuid.uuid4().hex[:5]
    write_event(page, f"Nuit des santons {mark}", "20:00")
    write_event(page, f"Nuit des santons {mark} et des bergers", "20:00")
    page.goto("/admin/duplicates/")
    asked(page)
    page.get_by_label("Répondre au clavier").uncheck()
    before = in_agenda(site)
    page.reload()
    shown = asked(page)
    expect(page.get_by_label("Répondre au clavier")).not_to_be_checked()
    page.keyboard.press("s")
    page.keyboard.press("d")
    page.wait_for_timeout(500)
    assert asked(page) == shown
    assert in_agenda(site) == before
