"""Everything that is not an event nor an itinerary."""

from tourism.apidae.demonstration.builder import Draft
from tourism.apidae.demonstration.content.places.facilities import facility_drafts
from tourism.apidae.demonstration.content.places.food import food_drafts
from tourism.apidae.demonstration.content.places.leisure import leisure_drafts
from tourism.apidae.demonstration.content.places.lodging import lodging_drafts
from tourism.apidae.demonstration.content.places.monuments import monument_drafts
from tourism.apidae.demonstration.content.places.museums import museum_drafts
from tourism.apidae.demonstration.content.places.nature import nature_drafts
from tourism.apidae.demonstration.content.places.offices import office_drafts
from tourism.apidae.demonstration.content.places.skiing import skiing_drafts
from tourism.apidae.demonstration.opening import Calendar


def place_drafts(calendar: Calendar) -> list[Draft]:
    return [
        *office_drafts(calendar),
        *museum_drafts(calendar),
        *monument_drafts(calendar),
        *nature_drafts(calendar),
        *skiing_drafts(calendar),
        *facility_drafts(calendar),
        *leisure_drafts(calendar),
        *lodging_drafts(calendar),
        *food_drafts(calendar),
    ]
