"""A phone without a phone: counts the proof of work, sends an announcement."""

import hashlib
import io
import itertools
import json
import re
import uuid
from datetime import timedelta
from typing import Any

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils import timezone
from PIL import Image

LINK = re.compile(r"/announce/([\w-]+)")


def committed() -> Any:
    """A block after which what follows a commit happens, though the test's own transaction never ends."""
    return TestCase.captureOnCommitCallbacks(execute=True)


def day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


def count(stamp: str, bits: int) -> str:
    """The smallest number that fits."""
    for number in itertools.count():
        digest = hashlib.sha256(f"{stamp}:{number}".encode()).digest()
        if not int.from_bytes(digest, "big") >> (256 - bits):
            return str(number)
    raise AssertionError


def proof(client: Client) -> dict[str, str]:
    answer = client.get("/announcements/proof").json()
    return {"stamp": answer["stamp"], "nonce": count(answer["stamp"], answer["bits"])}


def draft(**changes: Any) -> dict[str, Any]:
    """A good announcement."""
    return {
        "clientId": str(uuid.uuid4()),
        "language": "fr",
        "title": "Loto de l’école",
        "dates": {"first": day(5), "start": "14:30", "end": "18:00"},
        "where": "Salle des fêtes",
        "communeCode": "04135",
        "text": "Buvette et gâteaux.\n\nOuvert à tous.",
        "email": "parents@example.org",
    } | changes


def picture(size: tuple[int, int] = (800, 600), form: str = "JPEG", **options: Any) -> bytes:
    written = io.BytesIO()
    Image.effect_mandelbrot(size, (-2, -1.5, 1, 1.5), 40).convert("RGB").save(written, form, **options)
    return written.getvalue()


def send(client: Client, said: dict[str, Any], image: bytes | None = None, *, website: str = "", **headers: Any) -> Any:
    """POST as the web app does."""
    if "proof" not in said:
        said = said | {"proof": proof(client)}
    fields: dict[str, Any] = {"announcement": json.dumps(said), "website": website}
    if image is not None:
        fields["image"] = SimpleUploadedFile("photo.jpg", image, content_type="image/jpeg")
    with committed():
        return client.post("/announcements", fields, **headers)


def change(client: Client, secret: str, said: dict[str, Any], image: bytes | None = None) -> Any:
    """PUT as the web app does."""
    fields: dict[str, Any] = {"announcement": json.dumps(said)}
    if image is not None:
        fields["image"] = SimpleUploadedFile("photo.jpg", image, content_type="image/jpeg")
    body = encode_multipart(BOUNDARY, fields)
    with committed():
        return client.put(f"/announcements/{secret}", body, content_type=MULTIPART_CONTENT)


def withdraw(client: Client, secret: str) -> Any:
    with committed():
        return client.delete(f"/announcements/{secret}")


def secret_in(message: Any) -> str:
    found = LINK.search(message.body)
    assert found, message.body
    return found[1]


def mails_to(address: str) -> list[Any]:
    return [message for message in mail.outbox if message.to == [address]]


def faults(response) -> dict[str, str]:
    """The code of each field that was refused."""
    return {fault["field"]: fault["code"] for fault in response.json()["errors"]}
