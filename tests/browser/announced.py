"""Announcements that somebody sends without an account, for the tests of those who read them."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import urllib.request
import uuid
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.server import Site

COMING = datetime.now(ZoneInfo("Europe/Paris")).date() + timedelta(days=6)


def announce(site: Site, **changes: Any) -> dict[str, Any]:
    """Send one with a picture, as the web app does."""
    with urllib.request.urlopen(f"{site.origin}/announcements/proof") as response:
        proof = json.load(response)
    stamp, bits = proof["stamp"], proof["bits"]
    nonce = next(
        str(number)
        for number in itertools.count()
        if not int.from_bytes(hashlib.sha256(f"{stamp}:{number}".encode()).digest(), "big") >> (256 - bits)
    )
    said = {
        "clientId": str(uuid.uuid4()),
        "language": "fr",
        "title": "Concours de pétanque du four",
        "dates": {"first": COMING.isoformat(), "start": "14:30", "end": "18:00"},
        "where": "Place du four",
        "communeCode": "04135",
        "text": "En doublettes.\n\nBuvette sur place.",
        "email": "boules@example.org",
        "proof": {"stamp": stamp, "nonce": nonce},
    } | changes
    drawn = io.BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(drawn, "JPEG")
    boundary = uuid.uuid4().hex
    body = b"".join(
        (
            f'--{boundary}\r\nContent-Disposition: form-data; name="announcement"\r\n\r\n'.encode(),
            f"{json.dumps(said)}\r\n".encode(),
            f'--{boundary}\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\n\r\n'.encode(),
            drawn.getvalue(),
            f"\r\n--{boundary}--\r\n".encode(),
        )
    )
    request = urllib.request.Request(
        f"{site.origin}/announcements", body, {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    )
    with urllib.request.urlopen(request) as response:
        assert (response.status, json.load(response)) == (201, {"state": "WAITING"})
    return said


def open_announcement(page: Page, title: str) -> None:
    page.goto("/admin/snippets/agenda/submission/")
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", name="Comme les visiteurs la verront")).to_be_visible()
