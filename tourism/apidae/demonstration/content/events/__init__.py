"""FETE_ET_MANIFESTATION: what happens, from tonight to the end of the season. Every form of period is used here."""

from tourism.apidae.demonstration.builder import Draft
from tourism.apidae.demonstration.content.events.advent import advent_drafts
from tourism.apidae.demonstration.content.events.advent_fairs import advent_fair_drafts
from tourism.apidae.demonstration.content.events.evenings import evening_drafts
from tourism.apidae.demonstration.content.events.exhibitions import exhibition_drafts
from tourism.apidae.demonstration.content.events.fairs import fair_drafts
from tourism.apidae.demonstration.content.events.festival import festival_drafts
from tourism.apidae.demonstration.content.events.fine_days import fine_day_drafts
from tourism.apidae.demonstration.content.events.galleries import gallery_drafts
from tourism.apidae.demonstration.content.events.gatherings import gathering_drafts
from tourism.apidae.demonstration.content.events.giono import giono_drafts
from tourism.apidae.demonstration.content.events.great_days import great_day_drafts
from tourism.apidae.demonstration.content.events.markets import market_drafts
from tourism.apidae.demonstration.content.events.outdoors import outdoor_drafts
from tourism.apidae.demonstration.content.events.regulars import regular_drafts
from tourism.apidae.demonstration.content.events.seasons import season_drafts
from tourism.apidae.demonstration.content.events.snow import snow_drafts
from tourism.apidae.demonstration.content.events.this_evening import this_evening_drafts
from tourism.apidae.demonstration.content.events.tonight import tonight_drafts
from tourism.apidae.demonstration.content.events.weekends import weekend_drafts
from tourism.apidae.demonstration.opening import Calendar


def event_drafts(calendar: Calendar) -> list[Draft]:
    return [
        *tonight_drafts(calendar),
        *evening_drafts(calendar),
        *festival_drafts(calendar),
        *exhibition_drafts(calendar),
        *outdoor_drafts(calendar),
        *gathering_drafts(calendar),
        *season_drafts(calendar),
        *market_drafts(calendar),
        *fair_drafts(calendar),
        *this_evening_drafts(calendar),
        *advent_drafts(calendar),
        *advent_fair_drafts(calendar),
        *fine_day_drafts(calendar),
        *gallery_drafts(calendar),
        *giono_drafts(calendar),
        *great_day_drafts(calendar),
        *regular_drafts(calendar),
        *snow_drafts(calendar),
        *weekend_drafts(calendar),
    ]
