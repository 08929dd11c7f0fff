"""The registry of venues: other names of a place, and a second entry of the same place that joins it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry

from agenda.actions import AliasTakenError, add_alias, merge_places, remove_alias, unmerge_places, what_moves
from tourism.actions import MergeRefusedError
from tourism.admin.forms import editor_name
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import ANY
from tourism.admin.sources import source_name
from tourism.admin.views import having_words
from tourism.enums import RecordKind
from tourism.models import Place, PlaceAlias
from tourism.queries import merges_into

MOST_FOUND = 20


class VenueView(WagtailAdminTemplateMixin, TemplateView):
    """Other names of one place, what is part of it, and what could join it."""

    template_name = "agenda/admin/venue.html"
    page_title = gettext_lazy("Noms et doublons")
    header_icon = "site"
    place: Place

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.place = get_object_or_404(Place.objects.select_related("commune"), pk=kwargs["pk"])
        if not self._policy().user_has_permission_for_instance(request.user, "change", self.place):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def _policy(self) -> Any:
        return policy_registry.get_by_type(Place)

    def _own_places(self) -> QuerySet[Place]:
        """Places that its editor may join to this one."""
        places = self._policy().instances_user_has_any_permission_for(self.request.user, ANY)
        return places.filter(replaced_by="").exclude(pk=self.place.pk)

    def get_page_subtitle(self) -> str:
        return str(self.place)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        form = EDITED_KINDS[RecordKind.PLACE].edit_url(self.place.pk)
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), {"url": form, "label": str(self.place)}, here]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        by = editor_name(request.user)
        try:
            said = self._act(request, by)
        except (AliasTakenError, MergeRefusedError) as refused:
            messages.error(request, refused.sentence)
        else:
            messages.success(request, said) if said else messages.error(request, _("Rien n’a été fait."))
        return redirect("event_venue", pk=pk)

    def _act(self, request: HttpRequest, by: str) -> str:
        """Do what a button asks; gives what was done, '' for nothing."""
        number = request.POST.get("number", "")
        number = int(number) if number.isascii() and number.isdigit() and len(number) < 18 else 0
        match request.POST.get("do"):
            case "add":
                name = request.POST.get("name", "").strip()[:200]
                if any(letter.isalnum() for letter in name):
                    add_alias(place=self.place, name=name, by=by)
                    return _("« %s » est retenu.") % name
            case "remove":
                alias = get_object_or_404(PlaceAlias, pk=number, place=self.place)
                remove_alias(alias=alias)
                return _("« %s » est oublié.") % alias.name
            case "join":
                other = get_object_or_404(self._own_places(), pk=number)
                merge_places(kept_id=self.place.pk, absorbed_id=other.pk, by=by)
                return _("« %s » fait maintenant partie de ce lieu.") % other
            case "part":
                merge = next((one for one in merges_into(RecordKind.PLACE, self.place.pk) if one.pk == number), None)
                if merge is not None:
                    _kept, absorbed = unmerge_places(merge=merge, by=by)
                    return _("« %s » est de nouveau un lieu à part.") % absorbed
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("q", "").replace("\x00", "")[:100]
        merges = merges_into(RecordKind.PLACE, self.place.pk)
        absorbed = Place.objects.in_bulk([merge.absorbed_id for merge in merges])
        found = list(having_words(self._own_places(), asked).select_related("commune")[:MOST_FOUND]) if asked else []
        number = self.request.GET.get("other", "")
        other = (
            self._own_places().select_related("commune").filter(pk=number).first()
            if number.isascii() and number.isdigit()
            else None
        )
        moves = what_moves(other) if other is not None else {}
        return super().get_context_data(**kwargs) | {
            "place": self.place,
            "form_url": EDITED_KINDS[RecordKind.PLACE].edit_url(self.place.pk),
            "aliases": PlaceAlias.objects.filter(place=self.place),
            "merges": [(merge, absorbed.get(merge.absorbed_id)) for merge in merges],
            "asked": asked,
            "found": found,
            "other": other,
            "moves": moves,
            "sources": [source_name(record.source) for record in moves.get("records", ())],
        }


def venue_button(subject: Any) -> HeaderButton | None:
    """The way from the form of a place to its other names."""
    if not isinstance(subject, Place):
        return None
    return HeaderButton(_("Noms et doublons"), url=reverse("event_venue", args=[subject.pk]), icon_name="tag")


def venue_urls() -> list[Any]:
    """Their address below the admin's."""
    return [path("venues/<int:pk>/", VenueView.as_view(), name="event_venue")]
