"""Writes the cards that lists are made of."""

from collections.abc import Callable, Container, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from cms.actions import announce_changes
from tourism.actions.rows import insert_rows
from tourism.cards import Images, cards_of_place, cards_of_trail, image_urls, images_by_url
from tourism.models import GoldenModel, Place, PlaceCard, Story, Trail, TrailCard

# Held together, so that an import that wants them does not wait long.
REFRESHED_AT_ONCE = 200

CardsOf = Callable[..., dict[str, dict[str, Any]]]


def write_cards(
    subjects: Sequence[Any],
    *,
    model: type[Model],
    subject_field: str,
    make: CardsOf,
    images: Images | None = None,
    new: Container[int] = (),
) -> None:
    """Replace the cards of some objects: one per published language; none for what is not published.

    `new`: primary keys of objects that have no cards yet. Looking for these costs more than making them while a table
    grows fast, as its server knows nothing of it yet.
    """
    if known := [subject.pk for subject in subjects if subject.pk not in new]:
        model._default_manager.filter(**{f"{subject_field}__in": known}).delete()
    shown = [subject for subject in subjects if subject.published]
    if images is None:
        images = images_by_url(url for subject in shown for url in image_urls(subject.facts))
    today = timezone.localdate()
    insert_rows(
        model,
        (f"{subject_field}_id", "language", "card"),
        (
            (subject.pk, language, card)
            for subject in shown
            for language, card in make(subject, images, today=today).items()
        ),
    )


def write_place_cards(places: Sequence[Place], *, images: Images | None = None, new: Container[int] = ()) -> None:
    """Cards of places."""
    write_cards(places, model=PlaceCard, subject_field="place", make=cards_of_place, images=images, new=new)


def write_trail_cards(trails: Sequence[Trail], *, images: Images | None = None, new: Container[int] = ()) -> None:
    """Cards of trails."""
    told = set(Story.objects.filter(trail__in=[trail.pk for trail in trails], published=True).values_list("trail_id"))

    def make(trail: Trail, images: Images, **options: Any) -> dict[str, dict[str, Any]]:
        return cards_of_trail(trail, images, has_story=(trail.pk,) in told, **options)

    write_cards(trails, model=TrailCard, subject_field="trail", make=make, images=images, new=new)


CardWriter = Callable[[list[Any]], None]


def refresh_cards(
    *,
    model: type[GoldenModel],
    kind: str,
    write: CardWriter,
    urls: set[str],
    pictures_in: tuple[str, ...] = ("facts",),
) -> int:
    """Make again the cards of the objects that show one of these pictures, because it has just been fetched.

    `pictures_in` names the columns where the pictures of a card come from.
    """
    users = [
        pk
        for pk, *columns in model.objects.filter(published=True)
        .order_by("pk")
        .values_list("pk", *pictures_in)
        .iterator()
        if any(urls.intersection(image_urls(facts or {})) for facts in columns)
    ]
    for first in range(0, len(users), REFRESHED_AT_ONCE):
        ids = users[first : first + REFRESHED_AT_ONCE]
        with transaction.atomic():
            # Held while its cards are made, in the order of `locked_subjects`: what an import writes meanwhile would be
            # written over. (That function is above this module: it writes cards itself.)
            rows = model.objects.select_for_update(of=("self",)).select_related("commune", "office")
            write(list(rows.filter(pk__in=ids).order_by("pk")))
            announce_changes(kind=kind, ids=ids, bulk=True)
    return len(users)
