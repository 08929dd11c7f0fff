"""Pages of the demonstration: loaded once, never touched again, translated as translators do it."""

from cms.demonstration.loading import load_pages

__all__ = ["load_pages"]
