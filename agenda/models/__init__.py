"""Events, their dates, and the cards that lists are made of."""

from agenda.models.event import Event, EventCard
from agenda.models.occurrence import Occurrence

__all__ = ["Event", "EventCard", "Occurrence"]
