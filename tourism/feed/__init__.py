"""Reads one feed into records and public objects, whatever the source."""

from tourism.feed.items import Item, MappedLike, SubjectKind, UnusableError, batches
from tourism.feed.reading import Feed, close_run, interrupted_changes
from tourism.feed.subjects import SUBJECTS, refold_by_id, register_subject
from tourism.feed.withdrawals import settle_withdrawals

__all__ = [
    "SUBJECTS",
    "Feed",
    "Item",
    "MappedLike",
    "SubjectKind",
    "UnusableError",
    "batches",
    "close_run",
    "interrupted_changes",
    "refold_by_id",
    "register_subject",
    "settle_withdrawals",
]
