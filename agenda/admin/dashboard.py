"""The agenda's part of the admin's first page."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from agenda.admin.viewsets import STATUS_TONES, spoken_next, with_next_date, within_window
from agenda.enums import EventStatus
from agenda.models import Event
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import ANY
from tourism.enums import RecordKind

DAYS, MOST_EVENTS = 7, 12


def coming_events_part(user: Any) -> dict[str, Any]:
    """Events of the next seven days that somebody may edit: one statement."""
    now = timezone.now()
    events = policy_registry.get_by_type(Event).instances_user_has_any_permission_for(user, ANY)
    events = with_next_date(within_window(events, now, now + timedelta(days=DAYS)))
    kind = EDITED_KINDS[RecordKind.EVENT]
    items = []
    for event in events.only("pk", "title", "status").order_by("long_running", "next_start", "pk")[:MOST_EVENTS]:
        status = EventStatus(event.next_status)
        shown = status != EventStatus.SCHEDULED
        items.append(
            {
                "url": kind.edit_url(event.pk),
                "text": event.title,
                "when": spoken_next(event.next_start, all_day=event.next_all_day, now=now),
                "badge": status.label if shown else "",
                "tone": STATUS_TONES.get(status, "quiet"),
            }
        )
    return {"title": _("Les 7 prochains jours"), "items": items}
