"""What the author of an announcement does, and what time does."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from agenda.actions.announcements.secrets import digest_of, new_secret, secret_of
from agenda.actions.announcements.writing import note_mail, note_queue, waiting_of
from agenda.announcements import Announcement, CleanPicture
from agenda.enums import AnnouncementMailKind, SubmissionState
from agenda.models import AnnouncementMail, AnnouncementTally, Submission
from tourism.actions.folding import Offices
from tourism.models import Office

__all__ = [
    "OPEN",
    "ChangedByLinkError",
    "SettledError",
    "change_announcement",
    "digest_of",
    "forget_announcements",
    "locked_announcement",
    "receive_again",
    "receive_announcement",
    "secret_of",
    "withdraw_announcement",
]

# States in which it can still be changed, accepted, refused or withdrawn.
OPEN = (SubmissionState.WAITING, SubmissionState.ASKED)
# What nobody settled is forgotten, too: its author gave an address for one event.
UNSETTLED = timedelta(days=365)


class SettledError(Exception):
    """Somebody accepted, refused or withdrew the announcement already; `submission` says who and what."""

    def __init__(self, submission: Submission) -> None:
        self.submission = submission
        super().__init__(submission.state)


class ChangedByLinkError(Exception):
    """The announcement was changed by its mailed link after its phone sent it."""


def locked_announcement(pk: int) -> Submission:
    """The announcement as it is now, held until the transaction ends. Raises Submission.DoesNotExist."""
    # (SQLite has one writer at a time and needs no lock.)
    rows = Submission.objects.select_for_update(of=("self",)).select_related("office", "commune", "event")
    return rows.get(pk=pk)


def open_announcement(pk: int) -> Submission:
    """As `locked_announcement`. Raises SettledError."""
    submission = locked_announcement(pk)
    if submission.state not in OPEN:
        raise SettledError(submission)
    return submission


def receive_announcement(
    *, announcement: Announcement, sent_digest: str = "", picture: CleanPicture | None = None
) -> tuple[Submission, bool]:
    """Keep an announcement for the office of its commune (the agency when it has none) and tell both.

    Gives the row and whether it is new: the same announcement sent twice is one row and one mail. `sent_digest` is that
    of what came.
    """
    try:
        with transaction.atomic():
            submission = Submission(
                client_id=announcement.client_id,
                secret_digest=digest_of(new_secret(announcement.client_id)),
                language=announcement.language,
                sent_digest=sent_digest,
                office=office_for(announcement.commune_code),
            )
            _fill(submission, announcement, picture)
            first_of_its_queue = not waiting_of(submission.office).exists()
            submission.save(force_insert=True)
            note_mail(AnnouncementMailKind.RECEIVED, submission=submission)
            if first_of_its_queue:
                note_queue(submission.office)
    except IntegrityError:
        if submission.image:
            submission.image.storage.delete(submission.image.name)
        known = Submission.objects.filter(client_id=announcement.client_id).first()
        if known is None:
            raise
        return known, False
    return submission, True


@transaction.atomic
def change_announcement(
    *, pk: int, announcement: Announcement, picture: CleanPicture | None = None, remove_picture: bool = False
) -> Submission:
    """What who has the link says in its place; one about which something was asked is to be read again. Its number and
    its author's language stay. Raises SettledError."""
    submission = open_announcement(pk)
    submission.changed_by_link = True
    return _changed(submission, announcement, picture, remove_picture=remove_picture)


@transaction.atomic
def receive_again(
    *, pk: int, announcement: Announcement, sent_digest: str, picture: CleanPicture | None = None
) -> Submission:
    """What its phone says in its place, which was typed before the phone heard that the first had come. It is all of
    it: without a picture, there is none any more.

    Raises SettledError, and ChangedByLinkError when the mailed link was used since: neither may be overwritten.
    """
    submission = open_announcement(pk)
    if submission.sent_digest == sent_digest:
        return submission
    if submission.changed_by_link:
        raise ChangedByLinkError
    submission.sent_digest, submission.language = sent_digest, announcement.language
    return _changed(submission, announcement, picture, remove_picture=picture is None)


def _changed(
    submission: Submission, announcement: Announcement, picture: CleanPicture | None, *, remove_picture: bool
) -> Submission:
    before = submission.image.name if submission.image else ""
    asked, office, email = submission.state == SubmissionState.ASKED, submission.office, submission.email
    if remove_picture:
        submission.image = ""
    if (submission.commune_id or "") != announcement.commune_code:
        # As long as the commune stays, so does the office: somebody may have entrusted it to another one.
        submission.office = office_for(announcement.commune_code)
    _fill(submission, announcement, picture)
    first_of_its_queue = not waiting_of(submission.office).exists()
    submission.state = SubmissionState.WAITING
    submission.save()
    if first_of_its_queue and (asked or office != submission.office):
        note_queue(submission.office)
    if email != submission.email:
        # The link went to an address that was wrong.
        note_mail(AnnouncementMailKind.RECEIVED, submission=submission)
    if before and before != submission.image.name:
        _erase_file(submission, before)
    return submission


@transaction.atomic
def withdraw_announcement(*, pk: int) -> Submission:
    """Its author takes it back; once more is once. Raises SettledError when it is published or refused."""
    submission = locked_announcement(pk)
    if submission.state == SubmissionState.WITHDRAWN:
        return submission
    if submission.state not in OPEN:
        raise SettledError(submission)
    submission.state, submission.decided_at = SubmissionState.WITHDRAWN, timezone.now()
    submission.save()
    note_mail(AnnouncementMailKind.WITHDRAWN, submission=submission)
    return submission


@transaction.atomic
def forget_announcements(*, now: datetime) -> dict[str, int]:
    """Forget what is settled for `settings.ANNOUNCEMENTS["forget_days"]`: refused and withdrawn announcements, the
    addresses of those that were accepted, and mails that went. Gives ``{"announcements", "addresses"}``."""
    before = now - timedelta(days=settings.ANNOUNCEMENTS["forget_days"])
    closed = Submission.objects.filter(
        state__in=(SubmissionState.REFUSED, SubmissionState.WITHDRAWN), decided_at__lt=before
    )
    old = Submission.objects.filter(state__in=OPEN, updated_at__lt=now - UNSETTLED)
    gone = [*closed, *old]
    for submission in gone:
        if submission.image:
            _erase_file(submission, submission.image.name)
    Submission.objects.filter(pk__in=[submission.pk for submission in gone]).delete()
    accepted = Submission.objects.filter(state=SubmissionState.ACCEPTED, decided_at__lt=before).exclude(email="")
    addresses = 0
    for submission in accepted:
        if submission.image:
            # The event has its own copy.
            _erase_file(submission, submission.image.name)
        # With the address goes the link: nobody can be sent it any more.
        submission.email, submission.image, submission.secret_digest = "", "", secrets.token_hex(32)
        submission.save(update_fields=["email", "image", "secret_digest"])
        addresses += 1
    AnnouncementMail.objects.filter(next_try_at=None, created_at__lt=before).delete()
    AnnouncementTally.objects.filter(expires_at__lt=now).delete()
    return {"announcements": len(gone), "addresses": addresses}


def _fill(submission: Submission, announcement: Announcement, picture: CleanPicture | None) -> None:
    submission.title, submission.text = announcement.title, announcement.text
    submission.where, submission.dates = announcement.where, announcement.dates
    submission.email = announcement.email
    submission.commune_id = announcement.commune_code or None
    if picture is not None:
        # A name of ours, so that neither the sender's nor anybody's guess leads to the file.
        submission.image.save(f"{secrets.token_hex(16)}.jpg", ContentFile(picture.content), save=False)


def office_for(commune_code: str) -> Office | None:
    """Whose an announcement is: the office of its commune, as for what sources bring."""
    return Offices().of((), commune_code) if commune_code else None


def _erase_file(submission: Submission, name: str) -> None:
    storage = submission.image.storage
    transaction.on_commit(lambda: storage.delete(name))
