"""What the demonstration tells, arranged by kind."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft
from tourism.apidae.demonstration.content.events import event_drafts
from tourism.apidae.demonstration.content.places import place_drafts
from tourism.apidae.demonstration.content.trails import trail_drafts
from tourism.apidae.demonstration.opening import Calendar


def all_drafts(today: date, media_url: str, *, every_season: bool = False) -> list[Draft]:
    """Every draft of the territory on a day; out-of-season events only when asked for."""
    calendar = Calendar(today)
    events = [
        draft
        for draft in event_drafts(calendar)
        if every_season or not draft.season or calendar.seasons & set(draft.season)
    ]
    return [*place_drafts(calendar), *trail_drafts(calendar, media_url), *events]
