"""Everything that is not an event nor an itinerary."""

from tourism.apidae.demonstration.builder import Draft
from tourism.apidae.demonstration.content.places.food import food_drafts
from tourism.apidae.demonstration.content.places.heritage import heritage_drafts
from tourism.apidae.demonstration.content.places.leisure import leisure_drafts
from tourism.apidae.demonstration.content.places.lodging import lodging_drafts
from tourism.apidae.demonstration.content.places.nature import nature_drafts
from tourism.apidae.demonstration.content.places.offices import office_drafts
from tourism.apidae.demonstration.opening import Calendar


def place_drafts(calendar: Calendar) -> list[Draft]:
    return [
        *office_drafts(calendar),
        *heritage_drafts(calendar),
        *nature_drafts(calendar),
        *leisure_drafts(calendar),
        *lodging_drafts(calendar),
        *food_drafts(calendar),
    ]
