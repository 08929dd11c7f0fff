"""The search: one box over everything, a derived index that can be rebuilt at any time."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Connects the receivers that keep the index fresh."""

    name = "search"

    def ready(self) -> None:
        """Receivers connect when imported; Django imports apps before models, hence here."""
        import search.receivers  # noqa: F401, PLC0415
