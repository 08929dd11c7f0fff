"""What the demonstration adds to the imported agenda: feeds of an office, with the little site that has them, and
announcements of people without an account."""

from agenda.demonstration.announcements import load_announcements
from agenda.demonstration.feeds import FEEDS, load_feeds, site_port
from agenda.demonstration.site import FeedSite

__all__ = ["FEEDS", "FeedSite", "load_announcements", "load_feeds", "site_port"]
