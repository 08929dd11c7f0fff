"""Who may see and change what in the back office: an office its own things, the agency everything.

`register_permission_policy` makes Wagtail ask these; `tourism.admin.viewsets.OfficeScopedMixin` makes every object
view ask them too, which Wagtail's own views do not all do.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from tourism.admin.kinds import EDITED_KINDS
from tourism.models import Merge, Office, SourceRecord

ANY = ("add", "change", "delete", "view")
_OFFICES, _AGENCY = "_traverse_office_ids", "_traverse_in_agency"


def office_ids(user: Any) -> frozenset[int]:
    """Primary keys of the offices that somebody works for; read once per request."""
    if not hasattr(user, _OFFICES):
        setattr(user, _OFFICES, frozenset(Office.objects.filter(group__user=user).values_list("pk", flat=True)))
    return getattr(user, _OFFICES)


def sees_everything(user: Any) -> bool:
    """Superusers, and members of a group that is no office's and may change places: the agency."""
    if user.is_superuser:
        return True
    if not hasattr(user, _AGENCY):
        agency = Group.objects.filter(user=user, office=None, permissions__codename="change_place")
        setattr(user, _AGENCY, agency.exists())
    return getattr(user, _AGENCY)


def own_office(user: Any) -> Office | None:
    """The office of somebody who works for one."""
    return Office.objects.filter(pk__in=office_ids(user)).order_by("pk").first()


class OfficePolicy(ModelPermissionPolicy):
    """Django's rights on the model, limited to the objects of one's office.

    `lookup` is the path from the model to the primary key of its office; list views filter by it.
    """

    lookup = "office_id"

    def office_id_of(self, instance: Model) -> int | None:
        """The office of an object."""
        return getattr(instance, self.lookup)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if not self.user_has_permission(user, action):
            return False
        return sees_everything(user) or self.office_id_of(instance) in office_ids(user)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        instances = self.model._default_manager.all()
        if not self.user_has_any_permission(user, actions):
            return instances.none()
        if sees_everything(user):
            return instances
        return instances.filter(**{f"{self.lookup}__in": office_ids(user)})

    def users_with_any_permission_for_instance(self, actions: Iterable[str], instance: Model) -> QuerySet[Any]:
        users = self.users_with_any_permission(actions)
        of_other_offices = Q(groups__office__isnull=False) & ~Q(groups__office=self.office_id_of(instance))
        return users.filter(Q(is_superuser=True) | ~of_other_offices).distinct()


class GoldenPolicy(OfficePolicy):
    """Places, trails and events: what a source brought is hidden, never deleted, or the next import would bring it
    back under a new address."""

    def __init__(self, model: Any, *, kind: str, addable: bool = True) -> None:
        super().__init__(model)
        self.kind, self.addable = kind, addable

    def user_has_permission(self, user: Any, action: str) -> bool:
        return (self.addable or action != "add") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if not super().user_has_permission_for_instance(user, action, instance):
            return False
        return action != "delete" or bool(self._own([instance.pk]))

    def deletable_ids(self, user: Any, ids: Iterable[int]) -> frozenset[int]:
        """Of some objects that somebody may see, those that they may delete; one statement."""
        return self._own(ids) if self.user_has_permission(user, "delete") else frozenset()

    def _own(self, ids: Iterable[int]) -> frozenset[int]:
        """Primary keys of those that no source brought, and that are not part of another: who parts the two again
        must find both."""
        ids = list(ids)
        brought = SourceRecord.objects.filter(kind=self.kind, subject_id__in=ids).order_by()
        absorbed = Merge.objects.filter(kind=self.kind, absorbed_id__in=ids, undone_at=None).order_by()
        kept = brought.values_list("subject_id", flat=True).union(absorbed.values_list("absorbed_id", flat=True))
        return frozenset(ids) - frozenset(kept)


class StepPolicy(OfficePolicy):
    """Steps have the rights and the office of their story."""

    lookup = "story__office_id"

    def office_id_of(self, instance: Model) -> int | None:
        return instance.story.office_id if instance.story_id else None


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Runs of imports: nobody writes them by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class AgencyPolicy(ModelPermissionPolicy):
    """What the agency alone sees, and may do only in these ways: nobody adds or deletes it by hand."""

    def __init__(self, model: Any, *, actions: Iterable[str] = ("view",)) -> None:
        super().__init__(model)
        self.actions = frozenset(actions)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in self.actions and user.is_active and sees_everything(user)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class CommonPolicy(AgencyPolicy):
    """What everybody who works for an office or the agency reads."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in self.actions and user.is_active and (sees_everything(user) or bool(office_ids(user)))


class RecordPolicy(ReadOnlyPolicy):
    """Source records: read by the agency, and by an office when they are about a thing of its own."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and (super().user_has_permission(user, action) or bool(office_ids(user)))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return self.instances_user_has_any_permission_for(user, [action]).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        if not self.user_has_any_permission(user, actions):
            return SourceRecord.objects.none()
        if user.is_superuser or super().user_has_permission(user, "view") and sees_everything(user):
            return SourceRecord.objects.all()
        return SourceRecord.objects.filter(records_of_offices(office_ids(user)))


def records_of_offices(offices: Iterable[int]) -> Q:
    """A filter on SourceRecord: those about things of these offices, whatever the kind."""
    offices = list(offices)
    about = Q(pk=None)
    for kind, edited in EDITED_KINDS.items():
        own = edited.model._default_manager.filter(office_id__in=offices).values("pk")
        about |= Q(kind=kind, subject_id__in=own)
    return about
