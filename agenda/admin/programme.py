"""The programme of a festival on its screen, and a new event that is part of it from the start."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Exists, F, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel
from wagtail.permissions import policy_registry

from agenda.actions.folding import FESTIVAL_KEY
from agenda.admin.preview import slips_in
from agenda.models import Event
from agenda.schedule import schedule_from
from tourism.admin.policies import ANY
from tourism.admin.views import GoldenCreateView
from tourism.enums import RecordKind
from tourism.models import SourceRecord

MOST_SHOWN = 200


def programme_of(festival: Event, user: Any) -> list[dict[str, Any]]:
    """What belongs to a festival, by date: ``{"event", "edit_url", "by_editor"}``; `edit_url` is '' for what `user` may
    not change, `by_editor` says that an office made it part of it and no source. One statement for most."""
    policy = policy_registry.get_by_type(Event)
    own = policy.instances_user_has_any_permission_for(user, ANY)
    said = SourceRecord.objects.filter(kind=RecordKind.EVENT, subject_id=OuterRef("pk"), withdrawn_at=None)
    said_in_feed = said.filter(~Q(record__part_of_external_id=None))
    parts = (
        festival.programme.filter(replaced_by="")
        .select_related("commune")
        .annotate(said_by_source=Exists(said_in_feed), is_own=Exists(own.filter(pk=OuterRef("pk"))))
        .order_by(F("first_date").asc(nulls_last=True), "pk")
    )
    name = Event.snippet_viewset.get_url_name("edit")
    return [
        {
            "event": part,
            "edit_url": reverse(name, args=[part.pk]) if part.is_own else "",
            "by_editor": FESTIVAL_KEY in part.overrides or not part.said_by_source,
        }
        for part in parts[:MOST_SHOWN]
    ]


class ProgrammePanel(Panel):
    """What is part of a festival, each with its form."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "agenda/admin/programme.html"

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            add = reverse(Event.snippet_viewset.get_url_name("add"))
            context["programme"] = programme_of(self.instance, self.request.user)
            context["add_url"] = f"{add}?{urlencode({'part_of': self.instance.pk})}"
            policy = policy_registry.get_by_type(Event)
            context["may_add"] = policy.user_has_permission(self.request.user, "add")
            return context


def warn_of_slips(request: HttpRequest, event: Event) -> None:
    """Say of an event that was saved what is probably a slip: that all its dates are over, that a day is taken out that
    is none of them, that it is nowhere. It is kept as it was typed."""
    for slip in slips_in(schedule_from(event.facts)):
        messages.warning(request, slip)
    if event.commune_id is None and event.place_id is None and event.latitude is None:
        said = _("Ni commune ni lieu : l’événement n’est trouvé ni par commune, ni près d’un visiteur.")
        messages.warning(request, said)


class EventCreateView(GoldenCreateView):
    """A new event; ``?part_of=`` makes it part of a festival that one may see."""

    def save_instance(self) -> Any:
        event = super().save_instance()
        warn_of_slips(self.request, event)
        return event

    def get_initial_form_instance(self) -> Event:
        event = super().get_initial_form_instance() or self.model()
        asked = self.request.GET.get("part_of", "")
        if asked.isascii() and asked.isdigit():
            own = policy_registry.get_by_type(Event).instances_user_has_any_permission_for(self.request.user, ANY)
            event.part_of = own.filter(pk=int(asked[:18])).first()
        return event
