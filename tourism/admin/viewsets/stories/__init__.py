"""Stories and their steps. A step is a page of its own, opened from its story: it has texts in every language,
triggers, a QR code and a number to print."""

from tourism.admin.viewsets.stories.step import StoryStepViewSet
from tourism.admin.viewsets.stories.story import StoryViewSet

__all__ = ["StoryStepViewSet", "StoryViewSet"]
