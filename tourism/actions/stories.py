"""Stories: what else changes when one does."""

from django.db import transaction

from cms.actions import announce_changes
from tourism.actions.folding import locked_subject, refold_trail
from tourism.models import Story, Trail


@transaction.atomic
def announce_story(story: Story, *, trail_before: int | None = None) -> None:
    """Tell that a story changed, and make the cards of its trails say whether a story is told along them.

    Args:
        story: saved.
        trail_before: primary key of the trail that it was told along before, if any.
    """
    for pk in {story.trail_id, trail_before} - {None}:
        trail = locked_subject(Trail, pk)
        if trail is not None:
            refold_trail(trail)
    announce_changes(kind="STORY", ids=[story.pk])
