"""Writes of tourism: one function per thing that may happen, whoever asks (screen, command, feed)."""

from tourism.actions.editing import edit_subject
from tourism.actions.folding import (
    new_public_id,
    refold_place,
    refold_trail,
    refresh_cards,
    source_layers,
    write_cards,
    write_fold,
)
from tourism.actions.media import note_images, store_image_content
from tourism.actions.records import (
    finish_run,
    keep_record,
    mark_unchanged,
    quarantine_record,
    start_run,
    withdraw_unseen,
)

__all__ = [
    "edit_subject",
    "finish_run",
    "keep_record",
    "mark_unchanged",
    "new_public_id",
    "note_images",
    "quarantine_record",
    "refold_place",
    "refold_trail",
    "refresh_cards",
    "source_layers",
    "start_run",
    "store_image_content",
    "withdraw_unseen",
    "write_cards",
    "write_fold",
]
