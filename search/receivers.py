"""Keeps the index fresh: the actions announce what changed."""

import logging
from typing import Any

from django.db import DatabaseError, transaction
from django.dispatch import receiver

from cms.signals import public_objects_changed
from search.index import call_catch_up, index_objects, remember_objects

logger = logging.getLogger(__name__)


@receiver(public_objects_changed)
def on_public_objects_changed(sender: Any, kind: str, ids: list[int], bulk: bool = False, **kwargs: Any) -> None:
    """What a person changed is searchable at once; what comes by thousands is noted, and follows in the background.

    A derived index must not undo an editor's save: what fails here is mended by the next rebuild.
    """
    if bulk:
        remember_objects(kind, ids)
        transaction.on_commit(_call_catch_up)
        return
    try:
        index_objects(kind, ids)
    except DatabaseError:
        logger.exception("The search index was not told of %d objects of kind %s.", len(ids), kind)


def _call_catch_up() -> None:
    try:
        call_catch_up()
    except DatabaseError:
        logger.exception("The search index waits for the next change, or for `manage.py catch_up_search`.")
