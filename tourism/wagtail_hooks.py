"""What tourism adds to the back office."""

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.actions import action_registry
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.actions import announce_changes
from cms.admin.jobs import ScheduledJobViewSet
from cms.models import ScheduledJob
from tourism.actions import refold_place, refold_trail
from tourism.admin.actions import AnnouncedDelete
from tourism.admin.dashboard import NightPanel
from tourism.admin.history import EditFormatter
from tourism.admin.kinds import EditedKind, kind_of, register_kind
from tourism.admin.policies import (
    AgencyPolicy,
    CommonPolicy,
    GoldenPolicy,
    OfficePolicy,
    ReadOnlyPolicy,
    RecordPolicy,
    StepPolicy,
)
from tourism.admin.views import ScopedChooserViewSet
from tourism.admin.viewsets.imports import (
    ExportDeliveryViewSet,
    FeedAlertViewSet,
    ImportRunViewSet,
    SelectionViewSet,
    SourceRecordViewSet,
)
from tourism.admin.viewsets.offices import OfficeViewSet
from tourism.admin.viewsets.places import PlaceViewSet
from tourism.admin.viewsets.stories import StoryStepViewSet, StoryViewSet
from tourism.admin.viewsets.trails import TrailViewSet
from tourism.enums import RecordKind
from tourism.models import (
    ExportDelivery,
    FeedAlert,
    GoldenModel,
    ImportRun,
    Place,
    Selection,
    SourceRecord,
    Story,
    StoryStep,
    Trail,
)

# Before anything asks for a policy: a fallback that was handed out could not be replaced.
register_permission_policy(Place, GoldenPolicy(Place, kind=RecordKind.PLACE.value))
register_permission_policy(Trail, GoldenPolicy(Trail, kind=RecordKind.TRAIL.value, addable=False))
register_permission_policy(Story, OfficePolicy(Story))
register_permission_policy(StoryStep, StepPolicy(StoryStep, auth_model=Story))
register_permission_policy(ImportRun, ReadOnlyPolicy(ImportRun))
register_permission_policy(SourceRecord, RecordPolicy(SourceRecord))
register_permission_policy(ExportDelivery, AgencyPolicy(ExportDelivery))
register_permission_policy(FeedAlert, AgencyPolicy(FeedAlert))
register_permission_policy(Selection, CommonPolicy(Selection))
# Of an app below, which knows no agency.
register_permission_policy(ScheduledJob, AgencyPolicy(ScheduledJob, actions=("view", "change")))
for model in (Place, Trail, Story):
    action_registry.register(model, AnnouncedDelete)
register_kind(RecordKind.PLACE.value, EditedKind(Place, refold_place))
register_kind(RecordKind.TRAIL.value, EditedKind(Trail, refold_trail))


class TimetableViewSet(ScheduledJobViewSet):
    """The timetable, for those whom the policy above names: Wagtail's own choosers would name jobs to everybody."""

    chooser_viewset_class = ScopedChooserViewSet


class TerritoryGroup(SnippetViewSetGroup):
    """The territory: events join it from the agenda's own hooks."""

    menu_label = _("Territoire")
    menu_name = "territory"
    menu_icon = "globe"
    menu_order = 150
    submenu_hook = "register_territory_menu_item"
    items = (PlaceViewSet, TrailViewSet, StoryViewSet, OfficeViewSet)


class ImportsGroup(SnippetViewSetGroup):
    """What sources bring, and when."""

    menu_label = _("Imports")
    menu_name = "feeds"
    menu_icon = "download"
    menu_order = 160
    items = (
        ImportRunViewSet,
        SourceRecordViewSet,
        ExportDeliveryViewSet,
        FeedAlertViewSet,
        SelectionViewSet,
        TimetableViewSet,
    )


register_snippet(TerritoryGroup)
register_snippet(ImportsGroup)
register_snippet(StoryStepViewSet)


@hooks.register("insert_global_admin_css")
def admin_css() -> Any:
    """The looks of our columns and panels."""
    return format_html('<link rel="stylesheet" href="{}">', static("tourism/admin/admin.css"))


@hooks.register("construct_homepage_panels")
def add_night_panel(_request: Any, panels: list[Any]) -> None:
    """What came in the night."""
    panels.append(NightPanel())


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Edits of golden objects name the fields."""
    actions.register_action("tourism.edit")(EditFormatter)


@hooks.register("after_delete_snippet")
def announce_deletions(_request: Any, instances: list[Any]) -> None:
    """Several entries deleted at once; one alone is announced by its action."""
    for instance in instances:
        if isinstance(instance, (GoldenModel, Story)) and instance.pk is not None:
            announce_changes(kind=kind_of(type(instance)), ids=[instance.pk])
