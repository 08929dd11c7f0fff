"""Codes of signs: what is printed on one and read by a phone."""

import secrets

import segno
from django.conf import settings

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_code(length: int) -> str:
    """Letters and digits that are not taken for one another when they are read from a sign."""
    return "".join(secrets.choice(ALPHABET) for _position in range(length))


def code_address(code: str) -> str:
    """Where the web app opens the step of a code."""
    return f"{settings.PUBLIC_URL}/q/{code}"


def qr_svg(code: str) -> str:
    """The QR code of a step's address as a data URI, to be shown and printed."""
    return segno.make(code_address(code), error="q").svg_data_uri(scale=6, border=2)
