"""The same two offices and the same small territory."""

from tests.tourism.admin.conftest import agency, feed, media, offices, salagon, verdon

__all__ = ["agency", "feed", "media", "offices", "salagon", "verdon"]
