"""What tourism adds to the back office."""

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from tourism.actions import refold_place, refold_trail
from tourism.admin.kinds import EditedKind, register_kind
from tourism.admin.policies import GoldenPolicy, OfficePolicy, ReadOnlyPolicy, RecordPolicy, StepPolicy
from tourism.admin.viewsets.imports import ImportRunViewSet, SourceRecordViewSet
from tourism.admin.viewsets.offices import OfficeViewSet
from tourism.admin.viewsets.places import PlaceViewSet
from tourism.admin.viewsets.trails import TrailViewSet
from tourism.enums import RecordKind
from tourism.models import ImportRun, Place, SourceRecord, Story, StoryStep, Trail

# Before anything asks for a policy: a fallback that was handed out could not be replaced.
register_permission_policy(Place, GoldenPolicy(Place, kind=RecordKind.PLACE.value))
register_permission_policy(Trail, GoldenPolicy(Trail, kind=RecordKind.TRAIL.value, addable=False))
register_permission_policy(Story, OfficePolicy(Story))
register_permission_policy(StoryStep, StepPolicy(StoryStep, auth_model=Story))
register_permission_policy(ImportRun, ReadOnlyPolicy(ImportRun))
register_permission_policy(SourceRecord, RecordPolicy(SourceRecord))
register_kind(RecordKind.PLACE.value, EditedKind(Place, refold_place))
register_kind(RecordKind.TRAIL.value, EditedKind(Trail, refold_trail))


class TerritoryGroup(SnippetViewSetGroup):
    """The territory: events join it from the agenda's own hooks."""

    menu_label = _("Territoire")
    menu_name = "territory"
    menu_icon = "globe"
    menu_order = 150
    submenu_hook = "register_territory_menu_item"
    items = (PlaceViewSet, TrailViewSet, OfficeViewSet, ImportRunViewSet, SourceRecordViewSet)


register_snippet(TerritoryGroup)


@hooks.register("insert_global_admin_css")
def admin_css() -> Any:
    """The looks of our columns and panels."""
    return format_html('<link rel="stylesheet" href="{}">', static("tourism/admin/admin.css"))
