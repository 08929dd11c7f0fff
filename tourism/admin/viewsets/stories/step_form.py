"""The form of a step: texts in every language, a question and its answers."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tourism.actions import announce_story
from tourism.admin.texts import TextsForm, text_fields
from tourism.admin.viewsets.stories.codes import new_code
from tourism.models import StoryStep

ANSWERS = 4
STEP_TEXTS = (
    ("name", gettext_lazy("Titre"), 0),
    ("text", gettext_lazy("Texte"), 6),
    ("question", gettext_lazy("Question"), 1),
)
ANSWER_PARTS = (("text", gettext_lazy("Réponse %d")), ("feedback", gettext_lazy("Ce qu’on y répond (%d)")))


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
            for part, label in ANSWER_PARTS:
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
