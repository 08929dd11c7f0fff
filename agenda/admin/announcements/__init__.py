"""The queue of announcements in the back office."""

from agenda.admin.announcements.dashboard import announcements_part
from agenda.admin.announcements.policy import AnnouncementPolicy
from agenda.admin.announcements.viewset import AnnouncementViewSet

__all__ = ["AnnouncementPolicy", "AnnouncementViewSet", "announcements_part"]
