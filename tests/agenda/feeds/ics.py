"""Calendars as sites write them."""

from typing import Any


def event(title: str, start: str, *, uid: str = "", more: str = "", **properties: Any) -> str:
    """A VEVENT; `more` are lines as they are."""
    lines = ["BEGIN:VEVENT"]
    lines += [f"UID:{uid}"] if uid else []
    lines += [f"SUMMARY:{title}", f"DTSTART;TZID=Europe/Paris:{start}"]
    lines += [f"{name.upper().replace('_', '-')}:{value}" for name, value in properties.items()]
    lines += [more] if more else []
    return "\r\n".join([*lines, "END:VEVENT"])


def calendar(*events: str, end: bool = True) -> str:
    """A calendar of these events; without its end, it is cut."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//FR", *events]
    return "\r\n".join([*lines, *(["END:VCALENDAR"] if end else []), ""])
