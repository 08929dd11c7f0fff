"""Writes that every app above shares."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from cms.models import DataVersion
from cms.signals import public_objects_changed


def announce_changes(*, kind: str, ids: Iterable[int]) -> None:
    """Tell the rest of the site, once the transaction is committed, that public objects changed.

    Raises the data version (cached answers end) and sends `public_objects_changed` (the search index follows).

    Args:
        kind: "PLACE", "EVENT", "TRAIL", "STORY" or "PAGE".
        ids: primary keys; an empty collection does nothing.
    """
    changed = list(ids)
    if not changed:
        return

    def tell() -> None:
        raise_data_version()
        public_objects_changed.send(sender=None, kind=kind, ids=changed)

    transaction.on_commit(tell)


def raise_data_version() -> None:
    """Make every cached answer out of date."""
    if not DataVersion.objects.filter(pk=1).update(value=F("value") + 1):
        DataVersion.objects.get_or_create(pk=1, defaults={"value": 2})
