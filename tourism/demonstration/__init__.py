"""What the demonstration adds to the imported territory: the offices that edit, their accounts, one story."""

from tourism.demonstration.offices import DEMO_ACCOUNTS, DEMO_PASSWORD, load_offices
from tourism.demonstration.story import load_story

__all__ = ["DEMO_ACCOUNTS", "DEMO_PASSWORD", "load_offices", "load_story"]
