"""What the environment says, as the settings read it: each in a process of its own."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

SHOWN = [
    "EMAIL_HOST",
    "EMAIL_PORT",
    "EMAIL_HOST_USER",
    "EMAIL_HOST_PASSWORD",
    "EMAIL_USE_TLS",
    "EMAIL_USE_SSL",
    "ALERT_EMAILS",
    "APIDAE_INTERFACE",
    "APIDAE_EXPORT_HOSTS",
    "PUBLIC_URL",
    "WAGTAILADMIN_BASE_URL",
]


def read(**environment: str) -> dict[str, object]:
    """Some settings under this environment, or the last line of what went wrong."""
    code = f"import json; from config.settings import base; print(json.dumps([getattr(base, n) for n in {SHOWN!r}]))"
    ours = ("EMAIL_", "APIDAE_", "ALERT_", "PUBLIC_URL", "PORT")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=settings.BASE_DIR, env=clean | environment, capture_output=True, text=True
    )
    if process.returncode:
        return {"error": process.stderr.strip().splitlines()[-1]}
    return dict(zip(SHOWN, json.loads(process.stdout), strict=True))


def mail(said: dict[str, object]) -> list[object]:
    return [said[name] for name in SHOWN[:6]]


def test_settings_of_an_instance_that_says_nothing():
    said = read()
    assert mail(said) == ["localhost", 25, "", "", False, False]
    assert (said["ALERT_EMAILS"], said["APIDAE_INTERFACE"]) == ([], "api")
    assert said["APIDAE_EXPORT_HOSTS"] == ["export.apidae-tourisme.com"]


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({}, "http://localhost:8000"),
        ({"PORT": "9360"}, "http://localhost:9360"),
        ({"PORT": "", "PUBLIC_URL": ""}, "http://localhost:8000"),
        ({"PORT": "9360", "PUBLIC_URL": "https://agenda.example.org/"}, "https://agenda.example.org"),
    ],
)
def test_address_of_the_instance_follows_its_port_unless_it_is_said(environment, address):
    said = read(**environment)
    assert (said["PUBLIC_URL"], said["WAGTAILADMIN_BASE_URL"]) == (address, address)


def test_settings_of_mail_and_alerts():
    said = read(EMAIL_URL="smtp://agence%40example.org:p%2Fw@mail.example.org:587", ALERT_EMAILS="a@b.fr, c@d.fr,")
    assert mail(said) == ["mail.example.org", 587, "agence@example.org", "p/w", True, False]
    assert said["ALERT_EMAILS"] == ["a@b.fr", "c@d.fr"]
    assert mail(read(EMAIL_URL="smtps://mail.example.org")) == ["mail.example.org", 465, "", "", False, True]


def test_token_makes_exports_the_interface_unless_said_otherwise():
    token = "a-token-that-nobody-guesses"
    assert read(APIDAE_NOTIFICATION_TOKEN=token)["APIDAE_INTERFACE"] == "export"
    assert read(APIDAE_NOTIFICATION_TOKEN=token, APIDAE_INTERFACE="api")["APIDAE_INTERFACE"] == "api"


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"APIDAE_NOTIFICATION_TOKEN": "short"}, "at least 20 characters"),
        ({"EMAIL_URL": "https://mail.example.org"}, "EMAIL_URL is not"),
        ({"APIDAE_INTERFACE": "exports"}, "APIDAE_INTERFACE must be"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_a_sentence(environment, words):
    assert words in read(**environment)["error"]
