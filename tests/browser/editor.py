"""What an editor does on more than one path."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect

PASSWORD = "traverse-demo"
DESK = {"width": 1400, "height": 1000}


def log_in(context: BrowserContext, name: str) -> Page:
    """The first page of the back office, for somebody of the demonstration."""
    page = context.new_page()
    page.goto("/admin/login/")
    page.locator("input[name=username]").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button[type=submit]").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))
    return page
