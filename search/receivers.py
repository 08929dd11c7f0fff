"""Keeps the index fresh: the actions announce what changed, once it is committed."""

import logging
from typing import Any

from django.db import DatabaseError
from django.dispatch import receiver

from cms.signals import public_objects_changed
from search.index import index_objects

logger = logging.getLogger(__name__)


@receiver(public_objects_changed)
def on_public_objects_changed(sender: Any, kind: str, ids: list[int], **kwargs: Any) -> None:
    """A derived index must not undo an editor's save: what fails here is mended by the next rebuild."""
    try:
        index_objects(kind, ids)
    except DatabaseError:
        logger.exception("The search index was not told of %d objects of kind %s.", len(ids), kind)
