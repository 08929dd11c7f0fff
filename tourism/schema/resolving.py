"""From a public object's facts to the values of GraphQL fields, in one language."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from cms.schema.types import GoneError, NotFoundError
from cms.texts import language_served, text_in
from tourism.cards import commune_json, image_urls, images_by_url, plain_text_in, served_in, shown_images
from tourism.enums import APIDAE, GEOTREK, OWN_SOURCE, ContactKind
from tourism.models import GoldenModel
from tourism.queries import Near, configured_sources, source_records
from tourism.schedule import Schedule, ScheduleError, describe, opening_status

SOURCE_NAMES = {APIDAE: "Apidae Tourisme", OWN_SOURCE: "Office de tourisme", GEOTREK: "Geotrek"}


def source_names() -> dict[str, str]:
    """Every source by name."""
    return {source: found.name for source, found in configured_sources().items()} | SOURCE_NAMES


def name_of_source(source: str) -> str:
    """A source as visitors read it."""
    return SOURCE_NAMES.get(source) or source_names().get(source, source)


def public_or_error(subject: GoldenModel | None) -> GoldenModel:
    """The object when the public may see it; GoneError when it did once, NotFoundError when it never did."""
    if subject is None:
        raise NotFoundError()
    if subject.published:
        return subject
    if was_public(subject):
        raise GoneError(replaced_by=subject.replaced_by or None)
    raise NotFoundError()


# The columns that `was_public` reads.
PUBLIC_STATE_COLUMNS = (
    "published",
    "hidden",
    "withdrawn_at",
    "replaced_by",
    "title",
    "facts",
    "origins",
    "created_at",
)


def was_public(subject: GoldenModel) -> bool:
    """Whether what is not shown was shown before, so that its address is gone rather than unknown.

    A source may name what it never meant to show (a draft, a hidden form, what is only linked, what is to appear
    later): nobody can have its address, and nobody is told that it exists.
    """
    if subject.withdrawn_at or subject.hidden or subject.replaced_by:
        return True
    facts = subject.facts
    state = facts.get("state", "PUBLISHED")
    if facts.get("publish_from", "") > timezone.localdate().isoformat():
        return False
    # What its source took back may have lost its name with it; without one it is taken only when we had it before.
    if state == "DELETED":
        return True
    if not subject.title:
        return False
    if state == "PUBLISHED":
        return True
    # Hidden since it was first read, or since a later reading.
    since = subject.origins.get("state", {}).get("since", "")
    return bool(since) and datetime.fromisoformat(since) > subject.created_at


def near_subject(subject: GoldenModel, radius: int) -> Near | None:
    """The surroundings of an object; None when it has no point."""
    if subject.latitude is None or subject.longitude is None:
        return None
    return Near(subject.latitude, subject.longitude, radius)


def labels(entries: Iterable[Mapping[str, Any]] | None, language: str) -> list[dict[str, Any]]:
    """GraphQL `Label`s; those without a name in any language are left out."""
    shown = []
    for entry in entries or ():
        name = plain_text_in(entry.get("label"), language)
        if name:
            shown.append({"id": entry.get("id"), "family": entry.get("family"), "name": name})
    return shown


def fact_text(subject: GoldenModel, name: str, language: str) -> str | None:
    """A text among the facts (stored as texts by the fold)."""
    return text_in(subject.facts.get(name), language) or None


def opening_text(subject: GoldenModel, language: str) -> str | None:
    """Dates in words: the source's own sentence in this language, else ours, else the source's in another."""
    own = subject.facts.get("opening", {}).get(language, {}).get("text")
    if own:
        return own
    schedule = schedule_of(subject)
    if schedule is not None and schedule.periods:
        # Without today's year, a date of another one would be read as of this one.
        said = describe(schedule, language, year=timezone.localdate().year)
        return said or fact_text(subject, "opening", language)
    return fact_text(subject, "opening", language)


def alert_today(subject: GoldenModel, language: str) -> str | None:
    """What visitors must know now: shown on the days that its source gives it, always when it gives none."""
    today = timezone.localdate().isoformat()
    facts = subject.facts
    if not facts.get("alert_from", "") <= today <= (facts.get("alert_until") or "9999"):
        return None
    return fact_text(subject, "alert", language)


def schedule_of(subject: GoldenModel) -> Schedule | None:
    """The folded schedule, None when there is none that can be read."""
    try:
        return Schedule.from_json(subject.facts["schedule"])
    except (KeyError, ScheduleError):
        return None


def opening_now(subject: GoldenModel) -> dict[str, Any]:
    """GraphQL `OpeningStatus`."""
    schedule = schedule_of(subject)
    if getattr(subject, "temporarily_closed", False):
        return {"open": False, "until": None, "next": None, "known": True}
    if schedule is None or not schedule.periods:
        return {"open": False, "until": None, "next": None, "known": False}
    status = opening_status(schedule, timezone.now())
    return {
        "open": status.is_open,
        "until": status.until,
        "next": status.next.start if status.next else None,
        "known": True,
    }


def contacts(subject: GoldenModel, language: str) -> list[dict[str, Any]]:
    """Public contacts, then those of booking."""
    entries = [(entry, entry.get("kind")) for entry in subject.facts.get("contacts", ())]
    for booking in subject.facts.get("booking", ()):
        entries += [(entry, entry.get("kind")) for entry in booking.get("contacts", ())]
    shown: dict[tuple[str, str], dict[str, Any]] = {}
    for entry, kind in entries:
        kind = kind if kind in ContactKind.values else ContactKind.OTHER.value
        key = (kind, entry.get("value", ""))
        if entry.get("value") and key not in shown:
            shown[key] = {
                "kind": kind,
                "value": entry["value"],
                "note": plain_text_in(entry.get("note"), language) or None,
            }
    return list(shown.values())


def price(subject: GoldenModel, language: str) -> dict[str, Any]:
    """GraphQL `Price`."""
    said = subject.facts.get("price", {})
    return {"free": said.get("free"), "text": plain_text_in(said.get("text"), language) or None}


def address(subject: GoldenModel) -> dict[str, Any] | None:
    """GraphQL `Address`, None when nothing is known."""
    said = subject.facts.get("address")
    if not said:
        return None
    return {
        "venue": said.get("venue"),
        "lines": said.get("lines", []),
        "postcode": said.get("postcode"),
        "city": said.get("city"),
    }


def credits(kind: str, subject: GoldenModel) -> list[dict[str, Any]]:
    """Sources of an object, the most trusted first; an object written here has its office's name."""
    shown = [
        {
            "source": record.source,
            "name": name_of_source(record.source),
            "owner": record.owner or None,
            "external_id": record.external_id,
            "modified_at": record.modified_at,
            "seen_at": record.seen_at,
        }
        for record in source_records(kind, subject.pk)
    ]
    if not shown:
        shown.append(
            {
                "source": OWN_SOURCE,
                "name": SOURCE_NAMES[OWN_SOURCE],
                "owner": subject.office.name if subject.office else None,
                "external_id": subject.public_id,
                "modified_at": subject.updated_at,
                "seen_at": subject.updated_at,
            }
        )
    return shown


def common_fields(subject: GoldenModel, language: str, *, kind: str, path: str) -> dict[str, Any]:
    """What the detail types of places, trails and events have in common; three statements."""
    facts = subject.facts
    images = images_by_url(image_urls(facts)) if facts.get("images") else {}
    sources = credits(kind, subject)
    return {
        "id": subject.public_id,
        "path": f"{path}{subject.public_id}",
        "name": text_in(subject.name, language),
        "summary": text_in(subject.summary, language) or None,
        "summary_language": served_in(subject.summary, language),
        "description": text_in(subject.description, language) or None,
        "description_language": served_in(subject.description, language),
        "language": language_served(subject.name, language),
        "languages": subject.published_languages,
        "address": address(subject),
        "commune": commune_json(subject.commune),
        "latitude": subject.latitude,
        "longitude": subject.longitude,
        "access": fact_text(subject, "access", language),
        "alert": alert_today(subject, language),
        "opening": opening_text(subject, language),
        "price": price(subject, language),
        "contacts": contacts(subject, language),
        "images": shown_images(facts, language, images, today=timezone.localdate()),
        "labels": labels(facts.get("labels"), language),
        "audiences": labels(facts.get("audiences"), language),
        "accessibility": labels(facts.get("accessibility"), language),
        "sources": sources,
        "modified_at": max((credit["modified_at"] for credit in sources if credit["modified_at"]), default=None),
        "subject": subject,
        "asked_language": language,
    }
