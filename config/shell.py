"""What the server says of an address of the web app before the app does: whether something is there, and its title."""

import re
from dataclasses import dataclass, replace
from html import escape

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from agenda.exports import json_ld_of_event
from agenda.jsonld import script_text
from agenda.models import Event
from cms.texts import MAIN_LANGUAGE, text_in
from tourism.models import GoldenModel, Place, Story, StoryStep, Trail
from tourism.schema.resolving import PUBLIC_STATE_COLUMNS, was_public

THINGS: dict[str, type[GoldenModel]] = {"event": Event, "place": Place, "trail": Trail}
# The web app's addresses (frontend-pwa/src/router.ts): of one thing, and of its screens.
ONE_THING = re.compile(r"^/?(event|place|trail|story|q)/([^/]+)/*$")
SCREEN = re.compile(r"^/?(?:agenda|places|trails|search|kept|map|about|announce(?:/[^/]+)?|page/.+)?/*$")
HERE, MOVED, UNKNOWN, GONE = 200, 301, 404, 410
# Search engines show about this much.
DESCRIPTION_LENGTH = 160


@dataclass(frozen=True)
class Address:
    """What an address of the web app answers.

    Attributes:
        status: HERE, MOVED, UNKNOWN or GONE.
        title: name of the thing; '' when the shell's own title stands.
        description: its summary, in one line.
        path: its address without what a visitor may add to it.
        successor: path of what stands in its place, when it is MOVED or GONE.
        linked_data: what search engines read, as JSON-LD; '' when there is none.
    """

    status: int = HERE
    title: str = ""
    description: str = ""
    path: str = ""
    successor: str = ""
    linked_data: str = ""


def address_of(path: str) -> Address:
    """What there is at a path. No statement for a screen, one for a thing, one more for a thing that was replaced, two
    more for what search engines read of an event."""
    match = ONE_THING.match(path)
    if match is None:
        return Address() if SCREEN.match(path) else Address(UNKNOWN)
    kind, identifier = match.groups()
    if kind == "q":
        return _address_of_code(identifier)
    return _address_of_story(identifier) if kind == "story" else _address_of_thing(kind, identifier)


def _address_of_thing(kind: str, public_id: str) -> Address:
    known = THINGS[kind]._default_manager.filter(public_id=public_id)
    if kind == "event":
        subject = known.select_related("commune", "place", "part_of__commune", "part_of__place").first()
    else:
        subject = known.only("public_id", "name", "summary", *PUBLIC_STATE_COLUMNS).first()
    if subject is None:
        return Address(UNKNOWN)
    if subject.published:
        address = _address_of_texts(f"/{kind}/{public_id}", subject.name, subject.summary)
        return replace(address, linked_data=_linked_data(subject)) if isinstance(subject, Event) else address
    if not was_public(subject):
        return Address(UNKNOWN)
    # A redirection leads to something: what replaced it may have been withdrawn in its turn.
    status = MOVED if subject.replaced_by and _is_shown(subject.replaced_by) else GONE
    return Address(status, successor=subject.replaced_by)


def _linked_data(event: Event) -> str:
    node = json_ld_of_event(
        event, language=MAIN_LANGUAGE, base_url=settings.PUBLIC_URL.rstrip("/"), today=timezone.localdate()
    )
    return "" if node is None else script_text(node)


def _is_shown(path: str) -> bool:
    match = ONE_THING.match(path)
    if match is None or match[1] not in THINGS:
        return True
    return THINGS[match[1]]._default_manager.filter(public_id=match[2], published=True).exists()


def _address_of_story(public_id: str) -> Address:
    story = Story.objects.only("name", "intro", "published").filter(public_id=public_id).first()
    if story is None:
        return Address(UNKNOWN)
    return _address_of_texts(f"/story/{public_id}", story.name, story.intro) if story.published else Address(GONE)


def _address_of_code(code: str) -> Address:
    """A code on a sign outlives the story that it opened."""
    steps = StoryStep.objects.filter(triggers__code=code.strip().lower()) if code.strip() else StoryStep.objects.none()
    published = list(steps.values_list("story__published", flat=True))
    if any(published):
        return Address()
    return Address(GONE if published else UNKNOWN)


def _address_of_texts(path: str, name: dict, summary: dict) -> Address:
    description = " ".join(text_in(summary, MAIN_LANGUAGE).split())
    if len(description) > DESCRIPTION_LENGTH:
        description = description[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return Address(HERE, " ".join(text_in(name, MAIN_LANGUAGE).split()), description, path)


TITLE = re.compile(r"(<title>).*?(</title>)", re.DOTALL)
DESCRIPTION = re.compile(r'(<meta\s+name="description"\s+content=")[^"]*(")')
NOSCRIPT = re.compile(r"(?=</noscript>)")
HEAD_END = re.compile(r"(?=</head>)")


def shell_html(html: str, address: Address) -> str:
    """The web app's page for an address: for those who read it without running it, in the main language.

    The app itself asks the API and says the same in the visitor's language.
    """
    if address.status == HERE:
        return _here(html, address)
    with override(MAIN_LANGUAGE):
        if address.status == GONE:
            title, sentence = _("Cette fiche a été retirée"), _("Ce qu’elle annonçait n’a plus cours.")
        else:
            title = _("Ce chemin ne mène nulle part")
            sentence = _("L’adresse n’existe pas, ou plus.")
        ways = [("/agenda", _("L’agenda")), ("/trails", _("Les balades")), ("/places", _("Les lieux"))]
        if address.successor:
            ways.insert(0, (address.successor, _("Voir ce qui la remplace")))
    links = " · ".join(f'<a href="{escape(path)}">{escape(words)}</a>' for path, words in ways)
    html = _put(TITLE, html, escape(f"{title} — Traverse"))
    html = _put(HEAD_END, html, '<meta name="robots" content="noindex">')
    return _put(NOSCRIPT, html, f"<h1>{escape(title)}</h1><p>{escape(sentence)}</p><p>{links}</p>")


def _here(html: str, address: Address) -> str:
    if address.title:
        html = _put(TITLE, html, escape(f"{address.title} — Traverse"))
        html = _put(HEAD_END, html, f'<link rel="canonical" href="{escape(settings.PUBLIC_URL + address.path)}">')
    if address.linked_data:
        html = _put(HEAD_END, html, f'<script type="application/ld+json">{address.linked_data}</script>')
    return _put(DESCRIPTION, html, escape(address.description)) if address.description else html


def _put(place: re.Pattern[str], html: str, words: str) -> str:
    """The page with words at the first such place: between its two groups, or just there when it has none."""
    return place.sub(lambda match: words.join(match.groups() or ("", "")), html, count=1)
