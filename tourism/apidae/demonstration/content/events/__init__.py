"""FETE_ET_MANIFESTATION: what happens, from tonight to the end of the season. Every form of period is used here."""

from tourism.apidae.demonstration.builder import Draft
from tourism.apidae.demonstration.content.events.evenings import evening_drafts
from tourism.apidae.demonstration.content.events.exhibitions import exhibition_drafts
from tourism.apidae.demonstration.content.events.festival import festival_drafts
from tourism.apidae.demonstration.content.events.gatherings import gathering_drafts
from tourism.apidae.demonstration.content.events.markets import market_drafts
from tourism.apidae.demonstration.content.events.outdoors import outdoor_drafts
from tourism.apidae.demonstration.content.events.seasons import season_drafts
from tourism.apidae.demonstration.content.events.tonight import tonight_drafts
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
    ]
