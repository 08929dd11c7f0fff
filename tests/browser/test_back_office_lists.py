"""Lists of the back office fit the screen: Wagtail cuts what is wider, and nothing tells that it is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.chromium import PHONE
from tests.browser.editor import log_in
from tests.browser.server import Site

LISTS = ("cms/scheduledjob", "tourism/feedalert", "tourism/importrun", "tourism/place", "tourism/trail", "agenda/event")
LAPTOP = {"width": 1280, "height": 900}


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_lists_fit_the_screen(site: Site, open_browser: Callable[..., BrowserContext], screen: dict[str, int]) -> None:
    page = log_in(open_browser(viewport=screen), "agence")
    ends = {}
    for name in LISTS:
        page.goto(f"/admin/snippets/{name}/")
        tables = page.locator("table.listing")
        if tables.count():
            ends[name] = tables.first.evaluate("table => Math.round(table.getBoundingClientRect().right)")
    assert {"cms/scheduledjob", "tourism/place", "agenda/event"} <= ends.keys()
    assert {name: end for name, end in ends.items() if end > screen["width"]} == {}
