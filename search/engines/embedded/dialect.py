"""Which way of full text the site's database has."""

from types import ModuleType

from django.db import connection

from search.engines.embedded import postgresql, sqlite


def dialect() -> ModuleType:
    """The module with the statements of the database in use; both have the same functions."""
    return postgresql if connection.vendor == "postgresql" else sqlite
