"""Events, their dates, and the cards that lists are made of."""

from agenda.models.event import Event, EventCard
from agenda.models.occurrence import LONGEST_DATE, Occurrence

__all__ = ["LONGEST_DATE", "Event", "EventCard", "Occurrence"]
