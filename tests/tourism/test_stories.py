"""What a story's change does to its trails."""

import pytest

from tourism.actions import announce_story, refold_trail
from tourism.models import Story, Trail, TrailCard

pytestmark = pytest.mark.django_db


def a_trail(public_id: str) -> Trail:
    trail = Trail(public_id=public_id)
    trail.overrides = {"name.fr": {"value": public_id}, "practice": {"value": "WALK"}}
    return refold_trail(trail, records=[])


def told_along(trail: Trail) -> bool:
    return TrailCard.objects.get(trail=trail, language="fr").card["has_story"]


def test_cards_of_trails_follow_a_story_from_one_to_the_other():
    first, second = a_trail("premiere"), a_trail("seconde")
    story = Story.objects.create(public_id="recit", name={"fr": {"text": "Récit"}}, trail=first)
    announce_story(story)
    assert (told_along(first), told_along(second)) == (True, False)
    story.trail = second
    story.save()
    announce_story(story, trail_before=first.pk)
    assert (told_along(first), told_along(second)) == (False, True)
    story.published = False
    story.save()
    announce_story(story)
    assert told_along(second) is False
