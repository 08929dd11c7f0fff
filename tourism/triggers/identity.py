"""When two codes, numbers or beacons are the same."""

import re
from contextlib import suppress
from math import isfinite
from typing import Any
from urllib.parse import unquote

# The path under which a printed QR code leads to a stop: https://host/q/<code>, whatever the host and its prefix.
CODE_IN_URL = re.compile(r"(?:^|/)q/([^/?#]+)", re.IGNORECASE | re.ASCII)
PERCENT_ENCODED = re.compile(r"(?:[^%]|%[0-9a-f]{2})*", re.IGNORECASE | re.ASCII)
BLANKS = " \t\n\r\f\v\u00a0\ufeff"


def normal_code(value: Any) -> str:
    """The bare code in lower case, out of a code or of the whole URL on the sign; "" when there is none."""
    if not isinstance(value, str):
        return ""
    text = value.strip(BLANKS)
    if match := CODE_IN_URL.search(text):
        text = match.group(1)
        if PERCENT_ENCODED.fullmatch(text):
            # Not UTF-8: the code is compared as it is written.
            with suppress(UnicodeDecodeError):
                text = unquote(text, errors="strict")
    return text.strip(BLANKS).lower()


def normal_number(value: Any) -> str:
    """A typed number without blanks around it nor zeros before it; "" when there is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    text = value.strip(BLANKS).lower()
    return re.sub(r"^0+(?=.)", "", text, flags=re.DOTALL)


def beacon_key(value: dict) -> tuple[str, str | None, str | None, str | None] | None:
    """(scheme, main identifier, second, third) of a trigger or a reading; None when it names no beacon.

    iBeacon and AltBeacon: UUID, major, minor; Eddystone-UID: namespace, instance. An identifier that a trigger leaves
    out matches any; the main one is needed.
    """
    scheme = value.get("scheme")
    if scheme in ("IBEACON", "ALTBEACON"):
        main = _hexadecimal(value.get("uuid"))
        rest = (_small_number(value.get("major")), _small_number(value.get("minor")))
    elif scheme == "EDDYSTONE_UID":
        main = _hexadecimal(value.get("namespace"))
        rest = (_hexadecimal(value.get("instance")), None)
    else:
        return None
    return (scheme, main, *rest) if main else None


def _hexadecimal(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    text = re.sub(r"[-\s]", "", value, flags=re.ASCII).lower()
    return text or None


def _small_number(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value % 1:
        return None
    return str(int(value))
