"""Feeds of events in the back office: configured with a preview, read, stopped, deleted."""

from agenda.admin.feeds.viewset import FeedPolicy, FeedViewSet

__all__ = ["FeedPolicy", "FeedViewSet"]
