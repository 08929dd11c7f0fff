"""Addresses of the form of events, and what is typed into it."""

from datetime import date, timedelta

from django.utils import timezone

ADD, LIST = "/admin/snippets/agenda/event/add/", "/admin/snippets/agenda/event/"
EDIT = "/admin/snippets/agenda/event/edit/{}/"


def day(offset: int) -> date:
    return timezone.localdate() + timedelta(days=offset)


def typed(value: date) -> str:
    return f"{value:%d/%m/%Y}"
