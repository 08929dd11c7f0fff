"""What somebody announces without an account is read by the office and, once accepted, is in the agenda."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.announced import COMING, announce, open_announcement
from tests.browser.editor import DESK, log_in
from tests.browser.server import Site

PHONE = {"width": 390, "height": 844}
AGENDA = """query ($from: DateTime!, $until: DateTime!) { agenda(from: $from, until: $until, communes: ["04135"],
first: 50) { edges { node { id name image { small credit } } } } }"""


def in_agenda(site: Site) -> list[dict[str, Any]]:
    window = {"from": f"{COMING}T00:00:00+01:00", "until": f"{COMING + timedelta(days=1)}T00:00:00+01:00"}
    return [edge["node"] for edge in site.ask(AGENDA, **window)["agenda"]["edges"]]


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_office_reads_corrects_and_publishes_what_was_announced(
    site: Site, open_browser: Callable[..., BrowserContext], viewport: dict[str, int]
) -> None:
    title = f"Concours de pétanque {uuid.uuid4().hex[:6]}"
    announce(site, title=title)
    page = log_in(open_browser(viewport=viewport), "verdon")
    expect(page.get_by_role("link", name=title)).to_be_attached()
    open_announcement(page, title)
    picture = page.get_by_alt_text("Image envoyée avec l’annonce")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") == 900
    expect(page.get_by_text(re.compile("14\\s?h\\s?30")).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_label("Titre en français").fill(f"{title} en doublettes")
    page.get_by_label("Sport").check()
    page.get_by_role("button", name="Publier l’événement").click()
    expect(page.get_by_text("est publié, et son auteur prévenu.")).to_be_visible()
    (found,) = [event for event in in_agenda(site) if event["name"] == f"{title} en doublettes"]
    assert found["image"]["credit"] == "Verdon Tourisme"
    open_page = open_browser().new_page()
    open_page.goto(f"/event/{found['id']}")
    expect(open_page.get_by_role("heading", level=1)).to_have_text(f"{title} en doublettes")


def test_what_is_sent_twice_under_another_name_is_seen_beside_the_first(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    name = f"Vide-greniers des {uuid.uuid4().hex[:6]}"
    announce(site, title=name)
    page = log_in(open_browser(viewport=DESK), "verdon")
    open_announcement(page, name)
    page.get_by_role("button", name="Publier l’événement").click()
    expect(page.get_by_text("est publié")).to_be_visible()
    announce(site, title=f"Grand {name.lower()} !", email="autre@example.org")
    open_announcement(page, f"Grand {name.lower()} !")
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    page.get_by_label("Raison", exact=True).select_option("known")
    page.get_by_role("button", name="Refuser l’annonce").click()
    expect(page.get_by_text("L’annonce est refusée, et son auteur prévenu.")).to_be_visible()
    assert [event["name"] for event in in_agenda(site)].count(name) == 1
