"""Writes of tourism: one function per thing that may happen, whoever asks (screen, command, feed)."""

from tourism.actions.editing import edit_subject
from tourism.actions.folding import (
    link_trails,
    locked_subject,
    new_public_id,
    refold_place,
    refold_trail,
    refresh_cards,
    source_layers,
    write_cards,
    write_fold,
    write_place_cards,
    write_trail_cards,
)
from tourism.actions.media import BadImageError, note_image_failure, note_images, original_path, store_image_content
from tourism.actions.offices import create_office, entrust_objects, grant_agency_rights
from tourism.actions.records import (
    RunInProgressError,
    TooManyWithdrawalsError,
    check_withdrawals,
    finish_run,
    keep_record,
    mark_unchanged,
    quarantine_record,
    records_in_use,
    start_run,
    withdraw_records,
    withdraw_unseen,
)
from tourism.actions.stories import announce_story

__all__ = [
    "BadImageError",
    "RunInProgressError",
    "TooManyWithdrawalsError",
    "announce_story",
    "check_withdrawals",
    "create_office",
    "edit_subject",
    "entrust_objects",
    "finish_run",
    "grant_agency_rights",
    "keep_record",
    "link_trails",
    "locked_subject",
    "mark_unchanged",
    "new_public_id",
    "note_image_failure",
    "note_images",
    "original_path",
    "quarantine_record",
    "records_in_use",
    "refold_place",
    "refold_trail",
    "refresh_cards",
    "source_layers",
    "start_run",
    "store_image_content",
    "withdraw_records",
    "withdraw_unseen",
    "write_cards",
    "write_fold",
    "write_place_cards",
    "write_trail_cards",
]
