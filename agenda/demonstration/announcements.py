"""Announcements of people without an account, in the states in which an office finds them. Everybody is invented."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from agenda.actions.announcements import ask_author, receive_announcement, refuse_announcement
from agenda.announcements import read_announcement, sent_digest_of
from agenda.enums import SubmissionState
from agenda.models import AnnouncementMail, Submission
from tourism.models import Commune, Office

BY = "Sacha Martel"
# What was sent, days until its date, hours since it came, what became of it and the words of the office.
SENT: tuple[tuple[dict[str, Any], int, int, str, str], ...] = (
    (
        {
            "title": "Vide-grenier de l’école de musique",
            "where": "Place Marcel-Sauvaire",
            "communeCode": "04039",
            "text": "Quarante exposants, restauration sur place. Installation à partir de 6 h.\n\n"
            "Emplacement 5 €, au profit des élèves.",
            "email": "ecole-de-musique@example.org",
            "hours": ("08:00", "17:00"),
        },
        19,
        3,
        SubmissionState.WAITING,
        "",
    ),
    (
        {
            "title": "Le bal folk des vallées",
            "where": "Salle des fêtes",
            "communeCode": "04135",
            "text": "Avec initiation. Venez nombreux !",
            "email": "j.arnaud@example.org",
            "hours": ("20:30", ""),
        },
        23,
        20,
        SubmissionState.WAITING,
        "",
    ),
    (
        {
            "title": "Passeggiata con le racchette da neve",
            "where": "Colle d’Allos",
            "communeCode": "04039",
            "text": "Ritrovo al parcheggio, portare acqua e guanti.",
            "email": "gruppo-montagna@example.org",
            "language": "it",
            "hours": ("09:30", "12:30"),
        },
        15,
        50,
        SubmissionState.ASKED,
        "Où faut-il se retrouver : le col d’Allos n’est pas à Castellane ?",
    ),
    (
        {
            "title": "Grande vente de matelas",
            "where": "Parking du supermarché",
            "communeCode": "04094",
            "text": "Prix cassés, deux jours seulement.",
            "email": "ventes@example.org",
            "hours": ("09:00", "19:00"),
        },
        8,
        70,
        SubmissionState.REFUSED,
        "L’agenda annonce ce qui se vit sur place ; les ventes commerciales n’y ont pas leur place.",
    ),
)


@transaction.atomic
def load_announcements(*, now: datetime) -> int:
    """Send the announcements of the demonstration and settle some of them; gives how many are new. Nobody is written
    to: nobody of them exists."""
    communes = set(Commune.objects.values_list("code", flat=True))
    new = 0
    for said, days, hours, state, words in SENT:
        sent = _as_sent(said, now + timedelta(days=days))
        announcement, faults = read_announcement(sent, communes=communes, now=now)
        if announcement is None:
            raise ValueError(f"{said['title']}: {faults}")
        submission, fresh = receive_announcement(announcement=announcement, sent_digest=sent_digest_of(sent, None))
        if not fresh:
            continue
        new += 1
        if state == SubmissionState.ASKED:
            ask_author(pk=submission.pk, question=words, by=BY)
        elif state == SubmissionState.REFUSED:
            refuse_announcement(pk=submission.pk, reason=words, by=BY)
        Submission.objects.filter(pk=submission.pk).update(created_at=now - timedelta(hours=hours))
    offices = Office.objects.filter(submissions__client_id__in=[_number(said) for said, *_rest in SENT])
    unsent = AnnouncementMail.objects.filter(next_try_at__isnull=False)
    ours = unsent.filter(submission__client_id__in=[_number(said) for said, *_rest in SENT])
    (ours | unsent.filter(submission=None, office__in=offices)).update(next_try_at=None)
    return new


def _as_sent(said: Mapping[str, Any], day: datetime) -> dict[str, Any]:
    """As the page of the web app sends it."""
    start, end = said["hours"]
    dates = {"first": timezone.localtime(day).date().isoformat(), "start": start} | ({"end": end} if end else {})
    sent = {name: value for name, value in said.items() if name != "hours"}
    return {"language": "fr", "clientId": str(_number(said)), "dates": dates} | sent


def _number(said: Mapping[str, Any]) -> UUID:
    """The same for the same announcement, so that it is sent once."""
    return UUID(bytes=hashlib.sha256(said["title"].encode()).digest()[:16], version=4)
