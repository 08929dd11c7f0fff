"""Stories and their steps. A step is a page of its own, opened from its story: it has texts in every language,
triggers, a QR code and a number to print."""

import secrets
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.db.models import Count, Max, QuerySet
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
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
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView

from cms.texts import MAIN_LANGUAGE, text_in
from tourism.actions import announce_story
from tourism.admin.columns import TemplateColumn, language_badges
from tourism.admin.panels import LANGUAGE_NAMES
from tourism.admin.policies import ANY, office_ids, own_office, sees_everything
from tourism.admin.texts import TextsForm, text_fields, text_name
from tourism.admin.views import ChangesLoggedMixin, limit_chooser
from tourism.admin.viewsets.golden import ScopedViewSet
from tourism.enums import TriggerKind
from tourism.models import Office, Story, StoryStep, Trigger
from tourism.queries import story_steps
from tourism.triggers.authoring import check_story
from tourism.triggers.story import Json

ANSWERS = 4
STORY_TEXTS = (("name", gettext_lazy("Nom"), 0), ("intro", gettext_lazy("Introduction"), 4))
STEP_TEXTS = (
    ("name", gettext_lazy("Titre"), 0),
    ("text", gettext_lazy("Texte"), 6),
    ("question", gettext_lazy("Question"), 1),
)
ANSWER_PARTS = (("text", gettext_lazy("Réponse %d")), ("feedback", gettext_lazy("Ce qu’on y répond (%d)")))
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_code(length: int) -> str:
    """Letters and digits that are not taken for one another when they are read from a sign."""
    return "".join(secrets.choice(ALPHABET) for _position in range(length))


class StoryForm(TextsForm):
    """Texts, the trail along which it is told, the office."""

    text_columns = ("name", "intro")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is None:
            return
        if "trail" in self.fields:
            limit_chooser(self.fields["trail"], self.for_user)
        if "office" in self.fields and not sees_everything(self.for_user):
            self.fields["office"].queryset = Office.objects.filter(pk__in=office_ids(self.for_user))
            self.fields["office"].required = True
            self.fields["office"].empty_label = None
            if self.instance.office_id is None:
                self.initial["office"] = getattr(own_office(self.for_user), "pk", None)

    def save(self, commit: bool = True) -> Story:
        if not self.instance.public_id:
            self.instance.public_id = new_code(10)
        before = Story.objects.filter(pk=self.instance.pk).values_list("trail_id", flat=True).first()
        story = super().save(commit=commit)
        announce_story(story, trail_before=before)
        return story


StoryEditForm = type(StoryForm)("StoryEditForm", (StoryForm,), {"__module__": __name__, **text_fields(STORY_TEXTS)})


def answer_name(number: int, part: str, language: str = "") -> str:
    """The form field of one part of one answer."""
    return f"answer_{number}_{part}" + (f"__{language}" if language else "")


def answer_fields() -> dict[str, forms.Field]:
    """Text and feedback of each answer in each language, and which are right."""
    fields: dict[str, forms.Field] = {}
    for number in range(1, ANSWERS + 1):
        fields[answer_name(number, "right")] = forms.BooleanField(
            label=gettext_lazy("La réponse %d est juste") % number, required=False
        )
        for language, _name in settings.LANGUAGES:
            for part, label in (
                ("text", gettext_lazy("Réponse %d")),
                ("feedback", gettext_lazy("Ce qu’on y répond (%d)")),
            ):
                fields[answer_name(number, part, language)] = forms.CharField(
                    label=label % number, required=False, max_length=500
                )
    return fields


class StepForm(TextsForm):
    """Texts, question and answers, position, triggers."""

    text_columns = ("name", "text", "question")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, answer in enumerate((self.instance.answers or [])[:ANSWERS], start=1):
            self.initial[answer_name(number, "right")] = bool(answer.get("right"))
            for part in ("text", "feedback"):
                for language, text in (answer.get(part) or {}).items():
                    self.initial[answer_name(number, part, language)] = text
        if "after" in self.fields:
            steps = StoryStep.objects.filter(story_id=self.instance.story_id).exclude(pk=self.instance.pk)
            self.fields["after"].queryset = steps.order_by("position")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if (cleaned.get("latitude") is None) != (cleaned.get("longitude") is None):
            self.add_error("latitude", _("Donnez la latitude et la longitude, ou aucune des deux."))
        for name, bound in (("latitude", 90), ("longitude", 180)):
            value = cleaned.get(name)
            if value is not None and not abs(value) <= bound:
                self.add_error(name, _("Entre −%(bound)d et %(bound)d degrés.") % {"bound": bound})
        answers = self._answers(cleaned)
        if answers and not any(answer["right"] for answer in answers):
            self.add_error(answer_name(1, "right"), _("Dites quelle réponse est juste."))
        return cleaned

    def _answers(self, cleaned: dict[str, Any]) -> list[dict[str, Any]]:
        """The answers that have a text; further ones that no field shows are kept."""
        answers = []
        for number in range(1, ANSWERS + 1):
            answer: dict[str, Any] = {}
            for part in ("text", "feedback"):
                texts = {code: cleaned.get(answer_name(number, part, code), "") for code, _name in settings.LANGUAGES}
                answer[part] = {language: text for language, text in texts.items() if text}
            if answer["text"]:
                answers.append(answer | {"right": bool(cleaned.get(answer_name(number, "right")))})
        return answers + list((self.instance.answers or [])[ANSWERS:])

    def save(self, commit: bool = True) -> StoryStep:
        step: StoryStep = self.instance
        step.answers = self._answers(self.cleaned_data)
        if not step.public_id:
            step.public_id = new_code(10)
            last = StoryStep.objects.filter(story_id=step.story_id).aggregate(last=Max("position"))["last"]
            step.position = (last or 0) + 1
        step = super().save(commit=commit)
        announce_story(step.story)
        return step


StepEditForm = type(StepForm)(
    "StepEditForm", (StepForm,), {"__module__": __name__, **text_fields(STEP_TEXTS), **answer_fields()}
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


def code_address(code: str) -> str:
    """Where the web app opens the step of a code."""
    return f"{settings.PUBLIC_URL}/q/{code}"


def qr_svg(code: str) -> str:
    """The QR code of a step's address as a data URI, to be shown and printed."""
    return segno.make(code_address(code), error="q").svg_data_uri(scale=6, border=2)


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
                    "address": f"{settings.PUBLIC_URL}/q/{trigger.code}",
                    "code": trigger.code,
                }
                for trigger in triggers
                if trigger.kind == TriggerKind.QR and trigger.code
            ]
            context["numbers"] = [trigger.number for trigger in triggers if trigger.number]
            return context


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
        Column("office", label=gettext_lazy("Office"), accessor="office.name"),
        Column("step_count", label=gettext_lazy("Étapes")),
        TemplateColumn("languages", template="languages", label=gettext_lazy("Langues"), accessor=language_badges),
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
        TemplateColumn("languages", template="languages", label=gettext_lazy("Langues"), accessor=language_badges),
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
