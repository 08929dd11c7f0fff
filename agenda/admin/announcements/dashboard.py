"""The queue's part of the admin's first page."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.admin.announcements.policy import waiting_for
from agenda.models import Submission

MOST_SHOWN = 6


def announcements_part(user: Any) -> dict[str, Any] | None:
    """Announcements that somebody has to read, the oldest first; None when there are none. Two statements at most."""
    waiting = list(waiting_for(user).only("pk", "title", "created_at")[: MOST_SHOWN + 1])
    if not waiting:
        return None
    number = len(waiting) if len(waiting) <= MOST_SHOWN else waiting_for(user).count()
    items = [
        {
            "url": reverse(Submission.snippet_viewset.get_url_name("inspect"), args=[submission.pk]),
            "text": submission.title,
            "when": date_format(timezone.localtime(submission.created_at), "j N, H:i"),
            "badge": "",
            "tone": "",
        }
        for submission in waiting[:MOST_SHOWN]
    ]
    if number > MOST_SHOWN:
        more = number - MOST_SHOWN
        items.append(
            {
                "url": reverse(Submission.snippet_viewset.get_url_name("list")),
                "text": ngettext("et %d autre", "et %d autres", more) % more,
                "when": "",
                "badge": "",
                "tone": "",
            }
        )
    return {"title": _("Annonces à relire"), "items": items}
