"""What the form of an event says that is part of another one."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import Panel

from agenda.admin.duplicates.queue import event_url
from agenda.models import Event
from tourism.enums import RecordKind
from tourism.models import Merge
from tourism.queries import merges_onward


class HeirPanel(Panel):
    """At the top of the form: which event shows this one now, and where the two are parted again. Nothing typed below
    is seen by anybody before that, which nobody would guess."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": gettext_lazy("Partie d’un autre événement"), "icon": "warning", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "agenda/admin/duplicates/heir.html"

        @cached_property
        def merges(self) -> list[Merge]:
            """The joinings that lead from it to what is shown; empty for what is part of nothing."""
            known = self.instance is not None and self.instance.pk is not None
            return merges_onward(RecordKind.EVENT, self.instance.pk) if known else []

        @cached_property
        def heir(self) -> Event | None:
            return Event.objects.filter(pk=self.merges[-1].kept_id).first() if self.merges else None

        def is_shown(self) -> bool:
            return self.heir is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["heir"] = self.heir
            context["heir_url"] = event_url(self.heir, self.request.user) if self.heir is not None else ""
            context["parting_url"] = f"{reverse('event_duplicates_joined')}?event={self.merges[0].kept_id}"
            return context
