"""Web addresses: whether two are the same page, and whether that page is about one event."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from agenda.dedupe.candidate import Candidate
from agenda.dedupe.titles import fold

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|source|lang|locale|hl|sid|phpsessid|aff|affiliate|partner", re.I
)
# Pages of which a venue or an office has one for all of its events.
_GENERAL = re.compile(
    r"(?:(?:la-|les-|nos-|the-)?(?:accueil|home|index|agenda|billetterie|billets?|tickets?|reservations?|reserver|booking|book"
    r"|boutique|shop|programme|programmation|program|programma|saison|season|culturelle?|culture|evenements?|events?|eventi"
    r"|actualites?|news|spectacles?|concerts?|cinema|expositions?|calendrier|calendar|contacts?|contact-us|infos?"
    r"|informations?|tourisme|manifestations?|sorties?|que-faire|a-laffiche|films?|seances|horaires|festival|fr|en|it|de"
    r"|mairie|site|web|page|pages|www|detail|fiche)(?:[-_]?(?:20)?\d\d(?:[-_](?:20)?\d\d)?)?[-_]?)+(?:\.\w{2,5})?",
    re.I,
)
# Hosts where a single word is a person or an association, never an event.
_PROFILES = re.compile(r"(?:^|\.)(?:facebook|instagram|twitter|x|youtube|linktr|tiktok|helloasso)\.(?:com|ee)$")
# From how many differently named events on, an address is a general page whatever it looks like.
SHARED_FROM = 3
# With so many, no more need be looked at.
SURELY_SHARED_FROM = 30


@lru_cache(maxsize=65536)
def normal_address(url: str) -> str:
    """The address without scheme, ``www.``, tracking, fragment and final slash; '' when it is no web address."""
    if "@" in url and "//" not in url:
        return ""  # an e-mail address
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        query = sorted((key, value) for key, value in parse_qsl(parts.query)[:20] if not _TRACKING.fullmatch(key))
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or "." not in host:
        return ""
    path = unquote(parts.path).rstrip("/").casefold()
    return f"{host}{path}" + ("?" + "&".join(f"{key}={value}" for key, value in query) if query else "")


@lru_cache(maxsize=65536)
def is_specific(address: str) -> bool:
    """Whether a `normal_address` looks like the page of one event rather than a home page or a ticket office."""
    host_and_path, _, query = address.partition("?")
    host, _, path = host_and_path.partition("/")
    steps = [fold(step) for step in path.split("/") if step]
    if query and re.search(r"=\w*\d\w*", query):
        return True
    if _PROFILES.search(host):
        return "events" in steps[:-1] or "evenements" in steps[:-1]
    if not steps or _GENERAL.fullmatch(steps[-1]):
        return False
    return bool(len(steps) > 1 or re.search(r"\d{3}", steps[-1]) or re.search(r"[a-z][-_][a-z]", steps[-1]))


def normal_addresses(candidate: Candidate) -> frozenset[str]:
    """All of an event's pages that look specific."""
    addresses = (normal_address(url) for url in candidate.addresses)
    return frozenset(address for address in addresses if address and is_specific(address))


def shared_addresses(candidates: Iterable[Candidate]) -> frozenset[str]:
    """Addresses that many differently named events give: seasons, ticket offices, festivals. What is named in several
    languages has one name."""
    names: dict[str, list[set[tuple[str, ...]]]] = defaultdict(list)
    for candidate in candidates:
        own = {title.core for title in candidate.titles.values()}
        for address in normal_addresses(candidate):
            others = names[address]
            if len(others) < SURELY_SHARED_FROM:
                # Those of which it is another language's name become one.
                alike = [other for other in others if own & other]
                names[address] = [*(other for other in others if not own & other), own.union(*alike)]
    return frozenset(address for address, others in names.items() if len(others) >= SHARED_FROM)
