"""Mails about announcements: noted in the transaction of what they tell, sent after it, tried again until they go.

An author is written at once. An office is written at once when its queue was empty, and each morning while anything
waits: what is announced on Friday for Saturday does not wait until Monday, and a hundred announcements in a night are
one mail, not a hundred.
"""

import logging
import smtplib
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import DatabaseError, transaction
from django.db.models import Count, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django_tasks import task

from agenda.actions.announcements.secrets import secret_of
from agenda.announcements import mail_of
from agenda.enums import AnnouncementMailKind, SubmissionState
from agenda.models import AnnouncementMail, Submission
from tourism.actions import alert_recipients
from tourism.models import Office

logger = logging.getLogger(__name__)

SENT_AT_ONCE = 100
# While one process sends a mail, no other does; a process that died leaves it to the next.
CLAIMED = timedelta(minutes=10)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=2), timedelta(hours=6)
# About five days.
MOST_ATTEMPTS = 28


def note_mail(kind: AnnouncementMailKind, *, submission: Submission, note: str = "") -> None:
    """Have the author of an announcement told, after the commit."""
    AnnouncementMail.objects.create(kind=kind, submission=submission, note=note, next_try_at=timezone.now())
    transaction.on_commit(_call_sending)


def note_queue(office: Office | None) -> None:
    """Have an office (None: the agency) told what waits, after the commit."""
    if AnnouncementMail.objects.filter(
        kind=AnnouncementMailKind.QUEUE, office=office, next_try_at__isnull=False
    ).exists():
        return  # that one will say how many there are by then
    AnnouncementMail.objects.create(kind=AnnouncementMailKind.QUEUE, office=office, next_try_at=timezone.now())
    transaction.on_commit(_call_sending)


def waiting_of(office: Office | None) -> QuerySet[Submission]:
    """What an office (None: the agency) has to read."""
    return Submission.objects.filter(office=office, state=SubmissionState.WAITING)


@transaction.atomic
def remind_offices() -> int:
    """Have each office told how many announcements wait; gives how many offices. Once a day."""
    queues = Submission.objects.filter(state=SubmissionState.WAITING).order_by()
    waiting = list(queues.values_list("office_id").annotate(number=Count("pk")))
    offices = Office.objects.in_bulk([pk for pk, _number in waiting if pk])
    for pk, _number in waiting:
        note_queue(offices.get(pk) if pk else None)
    return len(waiting)


@task()
def send_in_background() -> None:
    """The background task; see `send_announcement_mails`."""
    send_announcement_mails(now=timezone.now())


def _call_sending() -> None:
    try:
        send_in_background.enqueue()
    except DatabaseError:
        logger.exception("Mails about announcements wait for the next minute of the timetable.")


def announcements_wait() -> bool:
    """Whether any office has something to read."""
    return Submission.objects.filter(state=SubmissionState.WAITING).exists()


def announcement_mails_wait() -> bool:
    """Whether a mail is due."""
    return AnnouncementMail.objects.filter(next_try_at__lte=timezone.now()).exists()


def send_announcement_mails(*, now: datetime) -> tuple[int, int]:
    """Send what is due: (sent, put off). A mail server that is down loses nothing."""
    sent = put_off = 0
    due = AnnouncementMail.objects.filter(next_try_at__lte=now).order_by("pk")
    for pk, next_try_at in list(due.values_list("pk", "next_try_at")[:SENT_AT_ONCE]):
        mine = AnnouncementMail.objects.filter(pk=pk, next_try_at=next_try_at)
        if not mine.update(next_try_at=now + CLAIMED):
            continue  # another process has it
        mail = AnnouncementMail.objects.select_related("submission__office", "submission__event", "office").get(pk=pk)
        try:
            message = _message_of(mail)
            if message is not None:
                message.send()
        except (OSError, smtplib.SMTPException, ValueError) as error:
            # Neither the address nor the text belongs into a log.
            logger.warning("A mail about an announcement could not be sent (%s).", type(error).__name__)
            _put_off(mail, now)
            put_off += 1
            continue
        mail.sent_at, mail.next_try_at = (now if message is not None else None), None
        mail.save(update_fields=["sent_at", "next_try_at"])
        sent += message is not None
    return sent, put_off


def _put_off(mail: AnnouncementMail, now: datetime) -> None:
    mail.attempts += 1
    pause = min(FIRST_PAUSE * 2 ** min(mail.attempts - 1, 12), LONGEST_PAUSE)
    mail.next_try_at = now + pause if mail.attempts < MOST_ATTEMPTS else None
    mail.save(update_fields=["attempts", "next_try_at"])


def _message_of(mail: AnnouncementMail) -> EmailMessage | None:
    """The mail as it is to be sent now; None when there is nothing (any more) to say, or nobody to tell."""
    if mail.kind == AnnouncementMailKind.QUEUE:
        return _queue_message(mail.office)
    submission = mail.submission
    if submission is None or not submission.email:
        return None
    office = submission.office
    event = submission.event
    text = mail_of(
        mail.kind,
        submission.language,
        site=settings.WAGTAIL_SITE_NAME,
        who=_named(office),
        title=submission.title,
        link=f"{settings.PUBLIC_URL}/announce/{secret_of(submission)}",
        address=f"{settings.PUBLIC_URL}/event/{event.public_id}" if event is not None else settings.PUBLIC_URL,
        note=mail.note,
        days=settings.ANNOUNCEMENTS["forget_days"],
    )
    reply_to = [office.email] if office is not None and office.email else None
    return EmailMessage(text.subject, text.body, to=[submission.email], reply_to=reply_to)


def _named(office: Office | None) -> str:
    if office is None:
        return ""
    return f"{office.name} ({office.email})" if office.email else office.name


def _queue_message(office: Office | None) -> EmailMessage | None:
    number = waiting_of(office).count()
    recipients = recipients_of(office)
    if not number or not recipients:
        return None
    with override(settings.LANGUAGE_CODE):
        said = ngettext("%d annonce à relire", "%d annonces à relire", number) % number
        lines = [
            ngettext(
                "%d événement annoncé par le public attend d’être relu avant d’être publié.",
                "%d événements annoncés par le public attendent d’être relus avant d’être publiés.",
                number,
            )
            % number,
            f"{_('À voir ici :')} {settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{_queue_path()}",
        ]
    body = "\n\n".join(lines)
    return EmailMessage(f"[{settings.WAGTAIL_SITE_NAME}] {said}", f"{body}\n", to=recipients)


def recipients_of(office: Office | None) -> list[str]:
    """Who is told of what waits: the office's address, else those who work for it, else the agency."""
    if office is None:
        return alert_recipients()
    if office.email:
        return [office.email]
    members = get_user_model().objects.filter(is_active=True, groups__office=office).exclude(email="")
    return sorted(set(members.values_list("email", flat=True))) or alert_recipients()


def _queue_path() -> str:
    try:
        return reverse("wagtailsnippets_agenda_submission:list")
    except NoReverseMatch:  # a screen may be left out of an instance
        return reverse("wagtailadmin_home")
