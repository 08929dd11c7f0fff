"""Steps of stories, each a page of its own, opened from its story."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import CreateView, IndexView

from tourism.admin.columns import languages_column
from tourism.admin.panels import LANGUAGE_NAMES
from tourism.admin.policies import ANY
from tourism.admin.texts import text_name
from tourism.admin.viewsets.golden import ScopedViewSet
from tourism.admin.viewsets.stories.panels import SignPanel
from tourism.admin.viewsets.stories.step_form import ANSWERS, STEP_TEXTS, StepEditForm, answer_name
from tourism.admin.viewsets.stories.story import LoggedEditView
from tourism.models import Story, StoryStep


class StepIndexView(IndexView):
    """Steps of the stories that one may see, story by story."""

    def get_base_queryset(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(StoryStep)
        steps = policy.instances_user_has_any_permission_for(self.request.user, ANY)
        return steps.select_related("story").order_by("story_id", "position")


class StepCreateView(CreateView):
    """A new step belongs to the story named in the address, which its editor must be allowed to change."""

    def get_initial_form_instance(self) -> StoryStep:
        asked = self.request.GET.get("story", "")
        stories = policy_registry.get_by_type(Story).instances_user_has_permission_for(self.request.user, "change")
        story = (
            stories.filter(pk=int(asked)).first() if asked.isascii() and asked.isdigit() and len(asked) < 12 else None
        )
        return StoryStep(story=story)

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.get_initial_form_instance().story_id is None:
            return HttpResponseRedirect(reverse(f"{Story.snippet_viewset.url_namespace}:list"))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def add_url(self) -> str:
        return f"{self.get_add_url()}?story={self.get_initial_form_instance().story_id}"

    def get_success_url(self) -> str:
        return self.get_edit_url()


class StepEditView(LoggedEditView):
    """Back to the story after saving."""

    def get_success_url(self) -> str:
        return reverse(f"{Story.snippet_viewset.url_namespace}:edit", args=[self.object.story_id])


def step_language_panels(language: str) -> list[Panel]:
    """Texts, question and answers of a step in one language."""
    return [
        *(FieldPanel(text_name(column, language)) for column, _label, _rows in STEP_TEXTS),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel(answer_name(number, "text", language)),
                        FieldPanel(answer_name(number, "feedback", language)),
                    ]
                )
                for number in range(1, ANSWERS + 1)
            ],
            heading=gettext_lazy("Réponses"),
        ),
    ]


TRIGGER_LABELS = {
    "latitude": gettext_lazy("Latitude"),
    "longitude": gettext_lazy("Longitude"),
    "radius": gettext_lazy("Rayon (m)"),
    "code": gettext_lazy("Code du QR ou de l’étiquette"),
    "number": gettext_lazy("Numéro à taper"),
    "scheme": gettext_lazy("Balise : format"),
    "uuid": gettext_lazy("Balise : UUID"),
    "major": gettext_lazy("Balise : major"),
    "minor": gettext_lazy("Balise : minor"),
    "namespace": gettext_lazy("Balise : espace de noms"),
    "instance": gettext_lazy("Balise : instance"),
}


def trigger_row(*names: str) -> FieldRowPanel:
    """Fields of a trigger side by side."""
    return FieldRowPanel([FieldPanel(name, heading=TRIGGER_LABELS[name]) for name in names])


class StoryStepViewSet(ScopedViewSet):
    """Steps, opened from their story."""

    model = StoryStep
    icon = "list-ol"
    menu_label = gettext_lazy("Étapes des récits")
    menu_name = "story-steps"
    # Reached from its story, not from Wagtail's menu of snippets.
    menu_item_is_registered = True
    add_label = gettext_lazy("Ajouter une étape")
    copy_view_enabled = False
    index_view_class = StepIndexView
    add_view_class = StepCreateView
    edit_view_class = StepEditView
    list_display = [
        "__str__",
        Column("story", label=gettext_lazy("Récit")),
        Column("position", label=gettext_lazy("Ordre")),
        languages_column(),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    SignPanel(heading=gettext_lazy("À imprimer")),
                    InlinePanel(
                        "triggers",
                        heading=gettext_lazy("Déclencheurs"),
                        label=gettext_lazy("Déclencheur"),
                        panels=[
                            FieldPanel("kind", heading=gettext_lazy("Ce qui déclenche")),
                            trigger_row("latitude", "longitude", "radius"),
                            trigger_row("code", "number"),
                            trigger_row("scheme", "uuid"),
                            trigger_row("major", "minor"),
                            trigger_row("namespace", "instance"),
                        ],
                    ),
                    MultiFieldPanel(
                        [
                            trigger_row("latitude", "longitude"),
                            FieldPanel("once"),
                            FieldPanel("cooldown"),
                            FieldPanel("after", widget=forms.CheckboxSelectMultiple),
                        ],
                        heading=gettext_lazy("Où et quand"),
                    ),
                    MultiFieldPanel(
                        [FieldPanel(answer_name(number, "right")) for number in range(1, ANSWERS + 1)],
                        heading=gettext_lazy("Bonnes réponses"),
                    ),
                    FieldPanel("audio_url", heading=gettext_lazy("Adresse du son")),
                ],
                heading=gettext_lazy("Général"),
            ),
            *(ObjectList(step_language_panels(code), heading=name) for code, name in LANGUAGE_NAMES.items()),
        ],
        base_form_class=StepEditForm,
    )
