"""The kinds of public objects that records become. Apps above add theirs (events): this one does not know them."""

from collections.abc import Iterable

from django.db import transaction

from cms.actions import announce_changes
from tourism.actions import locked_subjects, refold_places, refold_trails
from tourism.enums import RecordKind
from tourism.feed.items import SubjectKind, batches
from tourism.models import Place, Trail
from tourism.queries import source_records_of_many

# Objects folded again in one transaction.
REFOLDED_AT_ONCE = 200

# By RecordKind, in the order in which a batch is written: an event finds the places that came with it.
SUBJECTS: dict[str, SubjectKind] = {
    RecordKind.PLACE: SubjectKind(Place, refold_places),
    RecordKind.TRAIL: SubjectKind(Trail, refold_trails),
}


def register_subject(kind: str, subject: SubjectKind) -> None:
    """Make a kind known to every feed."""
    SUBJECTS[kind] = subject


def refold_by_id(kind: str, ids: Iterable[int]) -> None:
    """Fold objects of a kind again as they are now, some at a time, and announce them."""
    subject = SUBJECTS[kind]
    for batch in batches(ids, REFOLDED_AT_ONCE):
        with transaction.atomic():
            held = locked_subjects(subject.model, batch)
            records = source_records_of_many(kind, held)
            subject.refold([(item, records[pk]) for pk, item in held.items()])
            announce_changes(kind=kind, ids=held, bulk=True)
