"""Writes of tourism: one function per thing that may happen, whoever asks (screen, command, feed)."""

from tourism.actions.cards import refresh_cards, write_cards, write_place_cards, write_trail_cards
from tourism.actions.editing import edit_subject
from tourism.actions.folding import (
    Pairs,
    locked_subject,
    locked_subjects,
    new_public_id,
    refold_place,
    refold_places,
    refold_trail,
    refold_trails,
    source_layers,
    write_folds,
)
from tourism.actions.links import link_trails
from tourism.actions.media import BadImageError, note_image_failure, note_images, original_path, store_image_content
from tourism.actions.offices import create_office, entrust_objects, grant_agency_rights
from tourism.actions.records import (
    Kept,
    RunInProgressError,
    TooManyWithdrawalsError,
    check_withdrawals,
    finish_run,
    mark_unchanged,
    name_of,
    new_record,
    note_lines,
    quarantined_record,
    records_in_use,
    run_is_alive,
    start_run,
    withdraw_records,
)
from tourism.actions.referential import keep_referential, keep_selections
from tourism.actions.rows import insert_rows, save_rows
from tourism.actions.stories import announce_story

__all__ = [
    "BadImageError",
    "Kept",
    "Pairs",
    "RunInProgressError",
    "TooManyWithdrawalsError",
    "announce_story",
    "check_withdrawals",
    "create_office",
    "edit_subject",
    "entrust_objects",
    "finish_run",
    "grant_agency_rights",
    "keep_referential",
    "keep_selections",
    "insert_rows",
    "link_trails",
    "locked_subject",
    "locked_subjects",
    "mark_unchanged",
    "name_of",
    "new_public_id",
    "new_record",
    "note_image_failure",
    "note_images",
    "note_lines",
    "original_path",
    "quarantined_record",
    "records_in_use",
    "refold_place",
    "refold_places",
    "refold_trail",
    "refold_trails",
    "refresh_cards",
    "run_is_alive",
    "save_rows",
    "source_layers",
    "start_run",
    "store_image_content",
    "withdraw_records",
    "write_cards",
    "write_folds",
    "write_place_cards",
    "write_trail_cards",
]
