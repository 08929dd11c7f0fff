"""What an office decides about an announcement. Two of its people at once: the second is told what the first did."""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection

from agenda.actions.announcements.keeping import open_announcement
from agenda.actions.announcements.writing import note_mail, note_queue
from agenda.actions.folding import refold_event
from agenda.enums import AnnouncementMailKind, SubmissionState
from agenda.models import Event, Submission
from cms.models import CreditedImage
from tourism.actions import BadImageError, edit_subject, new_public_id, store_image_content
from tourism.enums import OWN_SOURCE, RecordKind
from tourism.models import Office, RemoteImage


class ChangedError(Exception):
    """Its author changed the announcement after it was shown; nothing was done."""


def _open(pk: int, seen: datetime | None) -> Submission:
    submission = open_announcement(pk)
    if seen is not None and submission.updated_at != seen:
        raise ChangedError
    return submission


@transaction.atomic
def accept_announcement(
    *, pk: int, values: Mapping[str, Any], by: str, seen: datetime | None = None, picture_credit: str | None = ""
) -> Event:
    """Make an announcement an event of the office's own, as its form would, and tell its author where it is.

    Args:
        values: what the event says, by override key (`tourism.actions.edit_subject`).
        by: name of who accepts.
        seen: `Submission.updated_at` as it was shown.
        picture_credit: whom the picture that was sent is credited to, the office when ''; None leaves it out. It joins
            the office's collection.

    Raises SettledError, ChangedError.
    """
    submission = _open(pk, seen)
    event = Event(public_id=new_public_id(OWN_SOURCE, submission.client_id.hex), office=submission.office)
    said = dict(values)
    if picture_credit is not None and submission.image:
        said["images"] = [_published_picture(submission, picture_credit)]
    edit_subject(event, kind=RecordKind.EVENT.value, values=said, by=by, refold=refold_event)
    _settle(submission, SubmissionState.ACCEPTED, by=by)
    submission.event = event
    submission.save()
    note_mail(AnnouncementMailKind.ACCEPTED, submission=submission)
    return event


@transaction.atomic
def ask_author(*, pk: int, question: str, by: str, seen: datetime | None = None) -> Submission:
    """Ask its author something; the announcement comes back into the queue when they change it."""
    submission = _open(pk, seen)
    submission.state, submission.answer, submission.decided_by = SubmissionState.ASKED, question, by
    submission.save()
    note_mail(AnnouncementMailKind.ASKED, submission=submission, note=question)
    return submission


@transaction.atomic
def refuse_announcement(*, pk: int, reason: str, by: str, seen: datetime | None = None) -> Submission:
    """Refuse an announcement and tell its author why."""
    submission = _open(pk, seen)
    submission.answer = reason
    _settle(submission, SubmissionState.REFUSED, by=by)
    submission.save()
    note_mail(AnnouncementMailKind.REFUSED, submission=submission, note=reason)
    return submission


@transaction.atomic
def entrust_announcement(*, pk: int, office: Office | None) -> Submission:
    """Give an announcement to another office (None: the agency), which is told."""
    submission = open_announcement(pk)
    if submission.office != office:
        # Not `save`: what it says did not change, and whoever is reading it may go on.
        Submission.objects.filter(pk=pk).update(office=office)
        submission.office = office
        note_queue(office)
    return submission


def _settle(submission: Submission, state: SubmissionState, *, by: str) -> None:
    submission.state, submission.decided_at, submission.decided_by = state, timezone.now(), by


def _published_picture(submission: Submission, credit: str) -> dict[str, Any]:
    """The picture in the office's collection, and as an entry of the event's `images`."""
    with submission.image.open("rb") as file:
        content = file.read()
    office = submission.office
    collection = office.collection if office is not None else None
    library = CreditedImage(
        title=submission.title[:255],
        author=(credit or (office.name if office is not None else ""))[:200],
        collection=collection or Collection.get_first_root_node(),
        # Width and height are read off the file when it is given.
        file=ImageFile(io.BytesIO(content), name=f"annonce-{submission.client_id.hex}.jpg"),
        file_size=len(content),
    )
    library.save()
    url = f"{settings.PUBLIC_URL}{library.file.url}"[:500]
    try:
        store_image_content(RemoteImage.objects.filter(url=url).first() or RemoteImage(url=url), content)
    except BadImageError as error:  # written by us: a file that was damaged since
        raise OSError("The picture of an announcement is damaged.") from error
    return {"url": url, "credit": library.credit, "title": {submission.language: submission.title}}
