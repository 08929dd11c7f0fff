"""An agenda of OpenAgenda as its API answers, page after page."""

import json
from urllib.parse import parse_qs, urlsplit

from tests.agenda.feeds.web import Page


def agenda_event(uid: int, year: int, **changes) -> dict:
    return {
        "uid": uid,
        "title": {"fr": f"Événement {uid}"},
        "timings": [{"begin": f"{year}-07-11T18:00:00+02:00", "end": f"{year}-07-11T22:00:00+02:00"}],
        "member": {"name": "Paul Durand"},
        "ownerUid": 7,
        "dateRange": {"fr": "samedi"},
        "state": 2,
    } | changes


class Agenda:
    """Answers pages of two events, by cursor."""

    def __init__(self, web, *events: dict, total: int | None = None) -> None:
        self.events, self.total, self.web = list(events), total, web
        web.pages = self

    def get(self, path: str, default=None) -> Page | None:
        query = parse_qs(urlsplit(path).query)
        if not urlsplit(path).path.endswith("/v2/agendas/12/events") or "?" not in path:
            return default
        at = int(query.get("after[]", ["0"])[0])
        page = self.events[at : at + 2]
        after = [str(at + 2)] if page else None
        total = len(self.events) if self.total is None else self.total
        return Page(json.dumps({"total": total, "events": page, "after": after}).encode())
