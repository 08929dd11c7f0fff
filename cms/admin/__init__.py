"""The back office of `cms`: pictures, and what the instance does by itself."""

from cms.admin.images import ImageForm

__all__ = ["ImageForm"]
