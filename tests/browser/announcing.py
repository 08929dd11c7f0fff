"""What a visitor who announces an event does on more than one path, and what the server has of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from tests.browser.server import Site


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Paris")).date()


def coming(weekday: int, *, weeks: int = 4) -> date:
    """A day of that weekday (Monday 1), at least so many weeks away."""
    day = today() + timedelta(weeks=weeks)
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def fill(page: Page, *, title: str, day: date | None = None, where: str = "Salle des fêtes") -> None:
    page.get_by_label("Titre").fill(title)
    page.get_by_label("Jour", exact=True).fill((day or coming(6)).isoformat())
    page.get_by_label("Où ?").fill(where)
    page.get_by_label("Votre adresse e-mail").fill("comite@exemple.fr")


def send(page: Page) -> None:
    page.get_by_role("button", name="Envoyer l’annonce").click()


def rows(site: Site, title: str) -> list[dict[str, Any]]:
    """What the server has under this title."""
    with closing(sqlite3.connect(site.folder / "traverse.sqlite3")) as database:
        database.row_factory = sqlite3.Row
        found = database.execute("SELECT * FROM agenda_submission WHERE title = ?", (title,)).fetchall()
        return [dict(row) for row in found]
