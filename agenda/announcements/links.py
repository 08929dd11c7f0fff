"""Free words in a mail that we sign: a stranger may have typed them, with somebody else's address."""

import re

# By what mail programs make a link where nobody asked for one.
_ADDRESS = re.compile(r"[^\s@]+(?:@[^\s@]+)+")
_SCHEME = re.compile(r"[\w+.-]{0,20}:/{2,}|mailto:|\b(?:tel|sms):(?=\S)", re.IGNORECASE)
_WWW = re.compile(r"www\d{0,3}[.．。｡]+", re.IGNORECASE)
# What looks like the end of a domain, also with the dots that browsers take for one: "x.fr", not "20.30" nor "J.C.".
_DOT = re.compile(r"(?<=\w)([.．。｡])(?=[^\W\d_]{2})")


def without_links(text: str) -> str:
    """One line in which a mail program finds nothing to make a link of: without schemes, "www." and e-mail addresses, a
    space after the dots of domains. "…" when nothing is left."""
    said = _ADDRESS.sub("…", text)
    while (less := _WWW.sub("", _SCHEME.sub("", said))) != said:
        # What was taken out may join its two sides into another one.
        said = less
    said = " ".join(_DOT.sub(r"\1 ", said).split())
    return said or "…"
