"""FETE_ET_MANIFESTATION: what happens, from tonight to the end of the season. Every form of period is used here."""

from tourism.apidae.demonstration.builder import Draft
from tourism.apidae.demonstration.content.events.evenings import evening_drafts
from tourism.apidae.demonstration.content.events.exhibitions import exhibition_drafts
from tourism.apidae.demonstration.content.events.gatherings import gathering_drafts
from tourism.apidae.demonstration.content.events.markets import market_drafts
from tourism.apidae.demonstration.opening import Calendar


def event_drafts(calendar: Calendar) -> list[Draft]:
    return [
        *evening_drafts(calendar),
        *exhibition_drafts(calendar),
        *gathering_drafts(calendar),
        *market_drafts(calendar),
    ]
