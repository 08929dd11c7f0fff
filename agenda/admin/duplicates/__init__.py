"""The screens on which somebody settles which events are told twice."""

from agenda.admin.duplicates.menu import DuplicatesMenuItem, waiting_pairs_part
from agenda.admin.duplicates.views import duplicate_urls, joined_button, tell_duplicates

__all__ = ["DuplicatesMenuItem", "duplicate_urls", "joined_button", "tell_duplicates", "waiting_pairs_part"]
