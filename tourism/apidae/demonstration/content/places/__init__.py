"""Everything that is not an event nor an itinerary."""

from tourism.apidae.demonstration.builder import Draft
from tourism.apidae.demonstration.content.places.amenities import amenity_drafts
from tourism.apidae.demonstration.content.places.bathing import bathing_drafts
from tourism.apidae.demonstration.content.places.calm import calm_drafts
from tourism.apidae.demonstration.content.places.classics import classic_drafts
from tourism.apidae.demonstration.content.places.collections import collection_drafts
from tourism.apidae.demonstration.content.places.facilities import facility_drafts
from tourism.apidae.demonstration.content.places.farms import farm_drafts
from tourism.apidae.demonstration.content.places.food import food_drafts
from tourism.apidae.demonstration.content.places.guides import guide_drafts
from tourism.apidae.demonstration.content.places.houses import house_drafts
from tourism.apidae.demonstration.content.places.huts import hut_drafts
from tourism.apidae.demonstration.content.places.leisure import leisure_drafts
from tourism.apidae.demonstration.content.places.lodging import lodging_drafts
from tourism.apidae.demonstration.content.places.memories import memory_drafts
from tourism.apidae.demonstration.content.places.monuments import monument_drafts
from tourism.apidae.demonstration.content.places.museums import museum_drafts
from tourism.apidae.demonstration.content.places.nature import nature_drafts
from tourism.apidae.demonstration.content.places.offices import office_drafts
from tourism.apidae.demonstration.content.places.rooms import room_drafts
from tourism.apidae.demonstration.content.places.skiing import skiing_drafts
from tourism.apidae.demonstration.content.places.slopes import slope_drafts
from tourism.apidae.demonstration.content.places.tables import table_drafts
from tourism.apidae.demonstration.content.places.waters import water_drafts
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
        *house_drafts(calendar),
        *memory_drafts(calendar),
        *water_drafts(calendar),
        *amenity_drafts(calendar),
        *guide_drafts(calendar),
        *slope_drafts(calendar),
        *room_drafts(calendar),
        *hut_drafts(calendar),
        *table_drafts(calendar),
        *bathing_drafts(calendar),
        *calm_drafts(calendar),
        *farm_drafts(calendar),
        *collection_drafts(calendar),
        *classic_drafts(calendar),
    ]
