"""Events, their dates, the cards that lists are made of; feeds, pairs that look the same, announcements sent."""

from agenda.models.event import Event, EventCard
from agenda.models.feed import EventFeed
from agenda.models.occurrence import Occurrence
from agenda.models.pair import ComparedEvent, EventPair, PairVerdict
from agenda.models.submission import AnnouncementMail, AnnouncementTally, Submission

__all__ = [
    "AnnouncementMail",
    "AnnouncementTally",
    "ComparedEvent",
    "Event",
    "EventCard",
    "EventFeed",
    "EventPair",
    "Occurrence",
    "PairVerdict",
    "Submission",
]
