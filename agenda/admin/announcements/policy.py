"""Who settles announcements: the office to which they were routed; the agency all, and those of no office."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from agenda.enums import SubmissionState
from agenda.models import Submission
from tourism.admin.policies import OfficePolicy, office_ids, sees_everything


class AnnouncementPolicy(OfficePolicy):
    """Read and settled on one screen by whoever works for the office; never added, edited or deleted by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and user.is_active and (sees_everything(user) or bool(office_ids(user)))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


def waiting_for(user: Any) -> QuerySet[Submission]:
    """What somebody has to read, the oldest first."""
    seen = AnnouncementPolicy(Submission).instances_user_has_any_permission_for(user, ["view"])
    return seen.filter(state=SubmissionState.WAITING).order_by("created_at", "pk")
