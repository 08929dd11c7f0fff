"""List entries, as they are stored and sent: built from a public object when it changes, never when it is read.

A card is a dictionary in the field names of the GraphQL type of the same name, in snake_case.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.conf import settings

from cms.texts import fallback_chain, language_served, text_in
from tourism.geometry import Line, simplify
from tourism.models import Place, RemoteImage, Trail

PHOTO_WIDTH, THUMBNAIL_WIDTH = 1200, 480
OUTLINE_POINTS = 64

Images = Mapping[str, RemoteImage]


def plain_text_in(plain: Mapping[str, str] | None, language: str) -> str:
    """Plain texts (``{"fr": "…"}``) in a language, else in the next best one."""
    plain = plain or {}
    return next((text for code in (*fallback_chain(language), *plain) if (text := plain.get(code))), "")


def image_urls(facts: Mapping[str, Any]) -> list[str]:
    """Addresses of the pictures that a source gives for an object."""
    return [image["url"] for image in facts.get("images", ()) if image.get("url")]


def images_by_url(urls: Iterable[str]) -> dict[str, RemoteImage]:
    """The pictures that were fetched, by the source's address."""
    return {image.url: image for image in RemoteImage.objects.filter(url__in=set(urls)).exclude(digest="")}


def image_json(remote: RemoteImage, *, alt: str, credit: str) -> dict[str, Any]:
    """The GraphQL `Image` of a fetched picture."""
    width = min(PHOTO_WIDTH, remote.width or PHOTO_WIDTH)
    height = round(width * remote.height / remote.width) if remote.width and remote.height else None
    return {
        "url": f"/img/{remote.digest}-{PHOTO_WIDTH}.webp",
        "small": f"/img/{remote.digest}-{THUMBNAIL_WIDTH}.webp",
        "alt": alt,
        "credit": credit,
        "width": width,
        "height": height,
    }


def shown_images(
    facts: Mapping[str, Any], language: str, images: Images, *, today: date, limit: int = 12
) -> list[dict[str, Any]]:
    """Pictures that were fetched and whose rights have not run out, in the source's order, each once."""
    shown: list[dict[str, Any]] = []
    digests = set()
    for entry in facts.get("images", ()):
        remote = images.get(entry.get("url", ""))
        if remote is None or (entry.get("expires") or "9999") < today.isoformat():
            continue
        if remote.digest in digests:
            continue
        digests.add(remote.digest)
        alt = plain_text_in(entry.get("title"), language)
        shown.append(image_json(remote, alt=alt, credit=entry.get("credit", "")))
        if len(shown) == limit:
            break
    return shown


def commune_json(commune: Any) -> dict[str, Any] | None:
    """The GraphQL `Commune` of a row or of nothing."""
    if commune is None:
        return None
    return {
        "code": commune.code,
        "name": commune.name,
        "latitude": commune.latitude,
        "longitude": commune.longitude,
    }


def served_in(texts: Mapping[str, Any], language: str) -> str | None:
    """The language in which a text is served; None when there is none. Texts of one object may differ in it."""
    return language_served(texts, language) if text_in(texts, language) else None


def base_cards(subject: Any, images: Images, *, today: date) -> dict[str, dict[str, Any]]:
    """What the cards of places, trails and events have in common, by published language."""
    commune = commune_json(subject.commune)
    cards = {}
    for language in published_language_codes():
        pictures = shown_images(subject.facts, language, images, today=today, limit=1)
        summary_language = language_served(subject.summary, language)
        summary = subject.summary.get(summary_language, {}).get("text")
        name_language = language_served(subject.name, language)
        cards[language] = {
            "id": subject.public_id,
            "name": subject.name.get(name_language, {}).get("text", ""),
            "summary": summary or None,
            "summary_language": summary_language if summary else None,
            "language": name_language,
            "commune": commune,
            "latitude": subject.latitude,
            "longitude": subject.longitude,
            "image": pictures[0] if pictures else None,
        }
    return cards


def cards_of_place(place: Place, images: Images, *, today: date) -> dict[str, dict[str, Any]]:
    """GraphQL `PlaceCard` without its distance, by published language."""
    cards = base_cards(place, images, today=today)
    labels = place.facts.get("categories", ())[:3]
    for language, card in cards.items():
        card |= {
            "kind": place.kind,
            "categories": [plain_text_in(label["label"], language) for label in labels],
            "free": place.facts.get("price", {}).get("free"),
            "temporarily_closed": place.temporarily_closed,
        }
    return cards


def cards_of_trail(trail: Trail, images: Images, *, today: date, has_story: bool) -> dict[str, dict[str, Any]]:
    """GraphQL `TrailCard` without its distance from the reader, by published language."""
    same = {
        "practice": trail.practice,
        "difficulty": trail.difficulty or None,
        "shape": trail.shape or None,
        "distance": trail.distance,
        "ascent": trail.ascent,
        "duration": trail.duration,
        "days": days_of(trail),
        "outline": outline(trail.line),
        "has_story": has_story,
        "temporarily_closed": trail.temporarily_closed,
    }
    return {language: card | same for language, card in base_cards(trail, images, today=today).items()}


def days_of(trail: Trail) -> int | None:
    """Days that a trail takes when its source says more than one: its hours of walking then say little."""
    days = trail.facts.get("details", {}).get("nombreJours")
    return days if isinstance(days, int) and days > 1 else None


def line_of(points: list[list[Any]]) -> Line:
    """The stored coordinates of a trail as a line."""
    return Line((point[0], point[1], point[2] if len(point) > 2 else None) for point in points)


def outline(points: list[list[Any]]) -> list[list[float]]:
    """At most `OUTLINE_POINTS` points [longitude, latitude] that keep the shape of a line."""
    line, tolerance = line_of(points), 5.0
    while len(line) > OUTLINE_POINTS:
        line = simplify(line, tolerance)
        tolerance *= 2
    return [[round(longitude, 5), round(latitude, 5)] for longitude, latitude, *_ in line]


def published_language_codes() -> list[str]:
    """Languages for which cards are made."""
    return [code for code, _name in settings.LANGUAGES]
