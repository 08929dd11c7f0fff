"""Stories: their list and their page."""

from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView

from tourism.admin.columns import WIDE, TemplateColumn, languages_column
from tourism.admin.panels import LANGUAGE_NAMES
from tourism.admin.policies import ANY
from tourism.admin.texts import text_name
from tourism.admin.views import ChangesLoggedMixin
from tourism.admin.viewsets.golden import ScopedViewSet
from tourism.admin.viewsets.stories.panels import StepsPanel
from tourism.admin.viewsets.stories.story_form import STORY_TEXTS, StoryEditForm
from tourism.models import Story


class StoryIndexView(IndexView):
    """Stories with their number of steps."""

    def get_base_queryset(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(Story)
        stories = policy.instances_user_has_any_permission_for(self.request.user, ANY)
        return stories.select_related("trail", "office").annotate(step_count=Count("steps")).order_by("pk")


class StoryCreateView(CreateView):
    """A new story opens on its steps."""

    def get_success_url(self) -> str:
        return self.get_edit_url()


class LoggedEditView(ChangesLoggedMixin, EditView):
    """An edit whose fields are named in the history."""


class StoryViewSet(ScopedViewSet):
    """Stories."""

    model = Story
    icon = "openquote"
    menu_label = gettext_lazy("Récits")
    menu_name = "stories"
    add_label = gettext_lazy("Ajouter un récit")
    copy_view_enabled = False
    index_view_class = StoryIndexView
    add_view_class = StoryCreateView
    edit_view_class = LoggedEditView
    list_display = [
        "__str__",
        Column("trail", label=gettext_lazy("Balade"), accessor="trail.title"),
        Column("office", label=gettext_lazy("Office"), accessor="office.name", classname=WIDE),
        Column("step_count", label=gettext_lazy("Étapes"), classname=WIDE),
        languages_column(),
        TemplateColumn(
            "published",
            template="badge",
            label=gettext_lazy("Public"),
            accessor=lambda story: (
                {"label": gettext_lazy("Publié"), "tone": "positive"}
                if story.published
                else {"label": gettext_lazy("Non publié"), "tone": "quiet"}
            ),
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    StepsPanel(heading=gettext_lazy("Étapes")),
                    MultiFieldPanel(
                        [
                            FieldPanel("trail", heading=gettext_lazy("Balade")),
                            FieldPanel("office", heading=gettext_lazy("Office"), widget=forms.Select),
                            FieldPanel("published"),
                        ],
                        heading=gettext_lazy("Publication"),
                    ),
                ],
                heading=gettext_lazy("Général"),
            ),
            *(
                ObjectList([FieldPanel(text_name(column, code)) for column, _label, _rows in STORY_TEXTS], heading=name)
                for code, name in LANGUAGE_NAMES.items()
            ),
        ],
        base_form_class=StoryEditForm,
    )
