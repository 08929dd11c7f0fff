"""The form of a story."""

from typing import Any

from django.utils.translation import gettext_lazy

from tourism.actions import announce_story
from tourism.admin.policies import office_ids, own_office, sees_everything
from tourism.admin.texts import TextsForm, text_fields
from tourism.admin.views import limit_chooser
from tourism.admin.viewsets.stories.codes import new_code
from tourism.models import Office, Story

STORY_TEXTS = (("name", gettext_lazy("Nom"), 0), ("intro", gettext_lazy("Introduction"), 4))


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
