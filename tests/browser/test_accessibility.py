"""Every kind of page, by axe and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import grave_violations
from tests.browser.server import Site
from tests.browser.visitor import page_types, settle


@pytest.mark.parametrize(
    ("scheme", "language"), [("light", "fr"), ("dark", "fr"), ("light", "de")], ids=["light", "dark", "german"]
)
def test_no_page_has_a_grave_accessibility_violation(
    site: Site, open_browser: Callable[..., BrowserContext], scheme: str, language: str
) -> None:
    page = open_browser(color_scheme=scheme, reduced_motion="reduce", bypass_csp=True).new_page()
    found = {}
    for name, path in page_types(site).items():
        page.goto(f"{path}{'&' if '?' in path else '?'}lang={language}")
        settle(page)
        if violations := grave_violations(page):
            found[name] = violations
    assert found == {}


def test_keyboard_alone_skips_to_the_list_and_opens_an_event(page: Page) -> None:
    page.goto("/agenda")
    expect(page.locator("main article").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    first = page.locator("main article h3 a").first
    name = first.inner_text()
    for _ in range(40):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile(re.escape(name[:10])))
    expect(heading).to_be_focused()


def test_language_is_switched_by_keyboard(page: Page) -> None:
    page.goto("/trails")
    language = page.get_by_role("combobox", name="Langue")
    language.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Walks")
    expect(page.get_by_role("combobox", name="Language")).to_be_focused()
