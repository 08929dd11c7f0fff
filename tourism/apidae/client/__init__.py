"""Reads APIDAE over HTTP: searches, referentials, export files and media.

A failure is always an exception whose text is a French sentence for the import report, never an empty answer. The key
of the project travels in the body of requests wherever the platform allows it, and is taken out of everything that
leaves this package: answers, exceptions, logs and `repr`.
"""

from tourism.apidae.client.api import LARGEST_PAGE, LOCALES, ApidaeClient
from tourism.apidae.client.errors import (
    ApidaeBadAnswer,
    ApidaeError,
    ApidaeIncomplete,
    ApidaeNotFound,
    ApidaeRefused,
    ApidaeUnavailable,
)
from tourism.apidae.client.files import Media

__all__ = [
    "LARGEST_PAGE",
    "LOCALES",
    "ApidaeBadAnswer",
    "ApidaeClient",
    "ApidaeError",
    "ApidaeIncomplete",
    "ApidaeNotFound",
    "ApidaeRefused",
    "ApidaeUnavailable",
    "Media",
]
