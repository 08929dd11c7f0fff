"""What the pages of stories and steps show besides fields: the steps, and the sign to print."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from cms.texts import MAIN_LANGUAGE, text_in
from tourism.admin.columns import language_badges
from tourism.admin.viewsets.stories.codes import code_address, qr_svg
from tourism.enums import TriggerKind
from tourism.models import Story, StoryStep, Trigger
from tourism.queries import story_steps
from tourism.triggers.authoring import check_story
from tourism.triggers.story import Json

TRIGGER_FIELDS = (
    "kind",
    "latitude",
    "longitude",
    "radius",
    "scheme",
    "uuid",
    "major",
    "minor",
    "namespace",
    "instance",
    "code",
    "number",
)


def story_json(story: Story) -> Json:
    """A story as `tourism.triggers` wants it."""
    steps = []
    for step in story.steps.all():
        triggers = [
            {name: value for name in TRIGGER_FIELDS if (value := getattr(trigger, name)) not in (None, "")}
            for trigger in step.triggers.all()
        ]
        rules = {"once": step.once, "cooldown": step.cooldown, "after": [other.public_id for other in step.after.all()]}
        steps.append({"id": step.public_id, "position": step.position, "triggers": triggers, "rules": rules})
    return {"id": story.public_id, "steps": steps}


class StepsPanel(Panel):
    """Steps of a story in order, each with a link, and what is wrong with their triggers."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "tourism/admin/panels/steps.html"

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            story = Story.objects.prefetch_related(story_steps()).get(pk=self.instance.pk)
            urls = StoryStep.snippet_viewset.url_namespace
            context["steps"] = [
                {
                    "title": text_in(step.name, MAIN_LANGUAGE) or "—",
                    "position": step.position,
                    "kinds": [trigger.get_kind_display() for trigger in step.triggers.all()],
                    "languages": language_badges(step),
                    "url": reverse(f"{urls}:edit", args=[step.pk]),
                }
                for step in story.steps.all()
            ]
            context["faults"] = check_story(story_json(story))
            context["add_url"] = f"{reverse(f'{urls}:add')}?story={story.pk}"
            return context


class SignPanel(Panel):
    """What is printed on the sign: QR codes with their address, numbers."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "tourism/admin/panels/sign.html"

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            triggers = list(Trigger.objects.filter(step_id=self.instance.pk))
            context["codes"] = [
                {
                    "svg": qr_svg(trigger.code),
                    "address": code_address(trigger.code),
                    "code": trigger.code,
                }
                for trigger in triggers
                if trigger.kind == TriggerKind.QR and trigger.code
            ]
            context["numbers"] = [trigger.number for trigger in triggers if trigger.number]
            return context
