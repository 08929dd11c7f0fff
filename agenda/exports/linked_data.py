"""A public event for search engines: what visitors are shown of it, as JSON-LD."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from agenda.cards import venue_name
from agenda.jsonld import MOST_OF_PROGRAMME, PublicEvent, event_json_ld
from agenda.models import Event
from agenda.schedule import most_of_programme, schedule_from
from cms.texts import text_in
from tourism.cards import Images, image_urls, images_by_url, shown_images


def json_ld_of_event(event: Event, *, language: str, base_url: str, today: date) -> dict[str, Any] | None:
    """The node of a published event in a language, with its programme and the festival that it is part
    of; None when it has no date or no place that one
    could go to. `base_url` is that of the public site, without a slash at its end.

    Two statements: the programme and the pictures; the event comes with its commune and place, and its festival with
    those of its own.
    """
    programme = list(
        event.programme.filter(published=True).select_related("commune", "place").order_by("first_date", "pk")
    )
    programme = most_of_programme(
        programme, most=MOST_OF_PROGRAMME, over=lambda one: one.last_date is not None and one.last_date < today
    )
    shown = [event, *programme]
    facts: list[Mapping[str, Any]] = [one.facts for one in shown]
    facts += [one.place.facts for one in shown if one.place is not None]
    images = images_by_url(url for said in facts for url in image_urls(said))

    def public(one: Event, parts: tuple[PublicEvent, ...] = (), festival: PublicEvent | None = None) -> PublicEvent:
        return PublicEvent(
            url=f"{base_url}/event/{one.public_id}",
            name=text_in(one.name, language),
            language=language,
            schedule=schedule_from(one.facts),
            description=text_in(one.summary, language) or text_in(one.description, language),
            images=_pictures(one, language, images, base_url, today),
            status=one.status,
            categories=one.categories,
            long_running=one.long_running,
            venue=venue_name(one, language) or "",
            city=one.commune.name if one.commune else "",
            latitude=one.latitude,
            longitude=one.longitude,
            facts=one.facts,
            programme=parts,
            festival=festival,
        )

    within = public(event.part_of) if event.part_of is not None and event.part_of.published else None
    return event_json_ld(public(event, tuple(public(part) for part in programme), within), today=today)


def _pictures(event: Event, language: str, images: Images, base_url: str, today: date) -> list[str]:
    """Its own, else its place's."""
    own = shown_images(event.facts, language, images, today=today)
    if not own and event.place is not None:
        own = shown_images(event.place.facts, language, images, today=today, limit=1)
    return [f"{base_url}{picture['url']}" for picture in own]
