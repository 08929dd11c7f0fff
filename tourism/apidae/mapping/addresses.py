"""Web and e-mail addresses from a feed: given a scheme when they lack one, refused when they are not what they say."""

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]\.?|\d{1,3}(?:\.\d{1,3}){3}|localhost")
_DOMAIN_FIRST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#].*)?")
_EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"']{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}")
# Hosts of APIDAE that answer over TLS although old objects say http.
_APIDAE_HOST = re.compile(r"(?:[\w-]+\.)*apidae-tourisme\.(?:com|cooking|dev)", re.IGNORECASE)
_NEVER_IN_ADDRESS = re.compile(r'[\s<>"\\^`{|}]')
_LONGEST = 500


# Nearly all addresses: nothing in them to mend or to look into. Old ones of APIDAE's own hosts are mended.
_PLAIN = re.compile(
    r"https?://(?:(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.)+[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3})(?::[1-9]\d{0,3})?"
    r"(?:/[A-Za-z0-9/._~%&=+:;,!?#()*'$-]*)?"
)


def web_address(text: str) -> str:
    """An http(s) address; '' for anything else. A bare domain gets ``https://``."""
    if len(text) <= _LONGEST and _PLAIN.fullmatch(text) and not (text[4] == ":" and "apidae-tourisme." in text):
        return text
    return examined_address(text)


def examined_address(text: str) -> str:
    """`web_address` of a text that is not plainly one."""
    text = text.strip().strip("<>")
    if not text or len(text) > _LONGEST or _NEVER_IN_ADDRESS.search(text):
        return ""
    if not text.lower().startswith(("http://", "https://")):
        if text.startswith("//"):
            text = f"https:{text}"
        elif _DOMAIN_FIRST.fullmatch(text):
            text = f"https://{text}"
        else:
            return ""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    # A name before the host is how addresses are disguised, and no site needs one.
    if "@" in parts.netloc or not _HOST.fullmatch(host):
        return ""
    scheme = parts.scheme.lower()
    if scheme == "http" and _APIDAE_HOST.fullmatch(host):
        scheme = "https"
    return f"{scheme}://{text.split('://', 1)[1]}"


def email_address(text: str) -> str:
    """An e-mail address; '' when it has not the shape of one."""
    text = re.sub(r"^mailto:", "", text.strip(), flags=re.IGNORECASE).split("?")[0].strip("<>. ")
    return text if _EMAIL.fullmatch(text) and ".." not in text else ""


def phone_number(text: str) -> str:
    """A telephone number as it is written, with what is said beside it; '' when it has hardly a digit."""
    text = re.sub(r"^tel:", "", text.strip(), flags=re.IGNORECASE)
    digits = sum(character.isdigit() for character in text)
    return text if 2 <= digits <= 40 and len(text) <= 80 and not _SCHEME.match(text) else ""


def other_address(text: str) -> str:
    """What no rule is known for: a web address, or text that no program takes for an address."""
    if _SCHEME.match(text) and not text.lower().startswith(("http://", "https://")):
        return ""
    return web_address(text) or (text if len(text) <= 200 else "")
