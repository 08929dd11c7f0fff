"""One pair at a time with a key for each answer; several obvious ones at once; what was joined, to be parted again."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages as wagtail_messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from agenda.actions import PairSettledError, find_duplicates, part_events, settle_pair
from agenda.admin.duplicates.queue import (
    event_url,
    mark_refused,
    may_settle,
    offices_settled_for,
    pairs_for,
    shown_pair,
    waiting_pairs,
)
from agenda.admin.duplicates.reasons import spoken_reasons
from agenda.enums import PairState
from agenda.models import Event, EventPair
from tourism.actions import MergeRefusedError
from tourism.admin.fields import spoken_text
from tourism.admin.forms import editor_name
from tourism.admin.policies import office_ids, sees_everything
from tourism.enums import RecordKind
from tourism.models import Merge
from tourism.queries import merges_into

ANSWERS = {
    "same": PairState.SAME,
    "different": PairState.DIFFERENT,
    "later": PairState.LATER,
    "undo": PairState.OPEN,
}
SAID = {
    PairState.SAME: gettext_lazy("C’est le même événement : les deux fiches n’en font plus qu’une."),
    PairState.DIFFERENT: gettext_lazy("Ce sont deux événements : la question ne sera plus posée."),
    PairState.LATER: gettext_lazy("Remis à plus tard."),
    PairState.OPEN: gettext_lazy("La décision est annulée : les deux fiches sont comme avant."),
}
# Obvious enough to be joined from a list; of 100.
OBVIOUS, MOST_LISTED = 85, 100


class SettlersMixin(WagtailAdminTemplateMixin):
    """For those who may change events."""

    request: HttpRequest

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_settle(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else None


class PairView(SettlersMixin, TemplateView):
    """The pair that is asked about, or the first that waits."""

    template_name = "agenda/admin/duplicates/pair.html"
    page_title = gettext_lazy("Doublons possibles")
    header_icon = "copy"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = _number(request.GET.get("pair"))
        if asked is None or waiting_pairs(request.user).filter(pk=asked).exists():
            return super().get(request, *args, **kwargs)
        # Never another pair under the address of this one: an answer by a key would be about that.
        messages.info(request, _("Cette paire n’attend plus."))
        return redirect(self._url(done=_number(request.GET.get("done"))))

    def post(self, request: HttpRequest) -> HttpResponse:
        number = _number(request.POST.get("pair"))
        if number is not None and not EventPair.objects.filter(pk=number).exists():
            # Somebody joined, withdrew or changed one of the two since it was shown.
            messages.warning(request, _("Cette paire n’attend plus : l’une des deux fiches a disparu ou a changé."))
            return redirect(self._url())
        pair = get_object_or_404(pairs_for(request.user), pk=number)
        state = ANSWERS.get(request.POST.get("answer", ""))
        if state is None:
            messages.error(request, _("Cette réponse n’existe pas : rien n’a été fait."))
            return redirect(self._url(pair=pair.pk))
        following = self._after(pair.pk)
        try:
            settle_pair(
                pair,
                state=state,
                by=editor_name(request.user),
                kept_id=_number(request.POST.get("kept")),
                seen=request.POST.get("seen"),
                offices=offices_settled_for(request.user),
            )
        except (MergeRefusedError, PairSettledError) as refused:
            messages.error(request, refused.sentence)
            return redirect(self._url(pair=pair.pk))
        messages.success(request, SAID[state])
        if state == PairState.OPEN:
            return redirect(self._url(pair=pair.pk))
        return redirect(self._url(pair=following, done=pair.pk))

    def _after(self, pk: int) -> int | None:
        """The pair to show when this one is settled."""
        ids = list(waiting_pairs(self.request.user).values_list("pk", flat=True))
        if pk not in ids:
            return ids[0] if ids else None
        position = ids.index(pk)
        rest = ids[position + 1 :] or ids[:position]
        return rest[0] if rest else None

    def _url(self, **values: int | None) -> str:
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{reverse('event_duplicates')}{'?' if query else ''}{query}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        ids = list(waiting_pairs(user).values_list("pk", flat=True))
        asked = _number(self.request.GET.get("pair"))
        current = asked if asked in ids else (ids[0] if ids else None)
        context = {
            "number": len(ids),
            "done": self._done(user),
            "bulk_url": reverse("event_duplicates_bulk"),
            "joined_url": reverse("event_duplicates_joined"),
        }
        if current is not None:
            events = [
                f"{side}__{name}" for side in ("left", "right") for name in ("commune", "office", "place", "part_of")
            ]
            pair = EventPair.objects.select_related(*events).get(pk=current)
            position = ids.index(current)
            shown = shown_pair(pair, user, kept_id=_number(self.request.GET.get("kept")))
            context |= shown | {
                "pair": pair,
                "position": position + 1,
                "previous_url": self._url(pair=ids[position - 1]) if position else "",
                "next_url": self._url(pair=ids[position + 1]) if position + 1 < len(ids) else "",
                "swap_url": self._url(pair=current, kept=shown["sides"][1]["event"].pk),
            }
        return super().get_context_data(**kwargs) | context

    def _done(self, user: Any) -> EventPair | None:
        """The pair that was settled just before, while that can be taken back."""
        pairs = pairs_for(user).exclude(state=PairState.OPEN).select_related("left", "right")
        return pairs.filter(pk=_number(self.request.GET.get("done"))).first()


class BulkView(SettlersMixin, TemplateView):
    """The most alike pairs as a list to tick."""

    template_name = "agenda/admin/duplicates/bulk.html"
    page_title = gettext_lazy("Doublons évidents")
    header_icon = "copy"

    def post(self, request: HttpRequest) -> HttpResponse:
        ticked = {number for text in request.POST.getlist("pairs") if (number := _number(text))}
        wanted = sorted(ticked)[:MOST_LISTED]
        done = 0
        pairs = list(waiting_pairs(request.user).filter(pk__in=wanted))
        for pair in pairs:
            try:
                settle_pair(
                    pair,
                    state=PairState.SAME,
                    by=editor_name(request.user),
                    seen=pair.state,
                    offices=offices_settled_for(request.user),
                )
                done += 1
            except (MergeRefusedError, PairSettledError) as refused:
                # One of them was joined to another just before, or is another office's.
                messages.warning(request, refused.sentence)
        messages.success(request, ngettext("%d paire réunie.", "%d paires réunies.", done) % done)
        if gone := len(wanted) - len(pairs):
            said = ngettext(
                "%d paire n’attendait plus : quelqu’un l’a réglée, ou une fiche a changé.",
                "%d paires n’attendaient plus : quelqu’un les a réglées, ou des fiches ont changé.",
                gone,
            )
            messages.warning(request, said % gone)
        return redirect("event_duplicates_bulk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        least = _number(self.request.GET.get("least"))
        least = OBVIOUS if least is None else least
        pairs = waiting_pairs(self.request.user).filter(score__gte=least / 100)
        events = [f"{side}__{name}" for side in ("left", "right") for name in ("commune", "office")]
        pairs = list(pairs.select_related(*events)[:MOST_LISTED])
        mark_refused(pairs, self.request.user)
        for pair in pairs:
            pair.words = spoken_reasons(pair.reasons)
            pair.sides = [
                (side, spoken_text("schedule", side.facts.get("schedule"))) for side in (pair.left, pair.right)
            ]
        return super().get_context_data(**kwargs) | {
            "pairs": pairs,
            "least": least,
            "choices": (95, 90, 85, 80, 70),
            "queue_url": reverse("event_duplicates"),
        }


class JoinedView(SettlersMixin, TemplateView):
    """Events that were joined, the latest first, each to be parted again."""

    template_name = "agenda/admin/duplicates/joined.html"
    page_title = gettext_lazy("Événements réunis")
    header_icon = "copy"

    def post(self, request: HttpRequest) -> HttpResponse:
        merge = get_object_or_404(_merges_for(request.user), pk=_number(request.POST.get("merge")))
        try:
            kept, absorbed = part_events(merge=merge, by=editor_name(request.user))
        except MergeRefusedError as refused:
            messages.error(request, refused.sentence)
        else:
            said = _("« %(kept)s » et « %(absorbed)s » sont de nouveau deux événements.")
            messages.success(request, said % {"kept": kept, "absorbed": absorbed})
        return redirect(request.get_full_path())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        merges = _merges_for(self.request.user)
        event = _number(self.request.GET.get("event"))
        if event is not None:
            merges = merges.filter(kept_id=event)
        page = Paginator(merges, 30).get_page(self.request.GET.get("p"))
        page.object_list = list(page.object_list)
        ids = {pk for merge in page.object_list for pk in (merge.kept_id, merge.absorbed_id)}
        events = Event.objects.only("title", "public_id", "name", "office_id").in_bulk(ids)
        for merge in page.object_list:
            merge.kept, merge.absorbed = events.get(merge.kept_id), events.get(merge.absorbed_id)
            merge.url = event_url(merge.kept, self.request.user) if merge.kept else ""
        return super().get_context_data(**kwargs) | {
            "merges": page,
            "event": events.get(event) if event else None,
            "queue_url": reverse("event_duplicates"),
            "page_query": f"event={event}&" if event else "",
        }


def _merges_for(user: Any) -> Any:
    """Joinings of events that can be undone by somebody: those of which one event is their office's."""
    merges = Merge.objects.filter(kind=RecordKind.EVENT, undone_at=None)
    if sees_everything(user):
        return merges
    ours = Event.objects.filter(office__in=office_ids(user))
    return merges.filter(kept_id__in=ours.values("pk")) | merges.filter(absorbed_id__in=ours.values("pk"))


def joined_button(subject: Any) -> HeaderButton | None:
    """The way from the form of an event to what is part of it; None when nothing is."""
    if not isinstance(subject, Event):
        return None
    number = len(merges_into(RecordKind.EVENT, subject.pk))
    if not number:
        return None
    label = ngettext("%d fiche réunie ici", "%d fiches réunies ici", number) % number
    return HeaderButton(label, url=f"{reverse('event_duplicates_joined')}?event={subject.pk}", icon_name="copy")


def tell_duplicates(request: HttpRequest, event: Event) -> None:
    """Look for what an event that was just written is the same as, and tell its editor."""
    find_duplicates(event_ids=[event.pk], ask=True)
    either = Q(left=event.pk) | Q(right=event.pk)
    pair = waiting_pairs(request.user).filter(either).select_related("left", "right").first()
    if pair is not None:
        other = pair.right if pair.left_id == event.pk else pair.left
        button = wagtail_messages.button(f"{reverse('event_duplicates')}?pair={pair.pk}", _("Comparer"))
        wagtail_messages.warning(request, _("Déjà annoncé ? « %s » y ressemble.") % other, buttons=[button])


def duplicate_urls() -> list[Any]:
    """Their addresses below the admin's."""
    return [
        path("duplicates/", PairView.as_view(), name="event_duplicates"),
        path("duplicates/bulk/", BulkView.as_view(), name="event_duplicates_bulk"),
        path("duplicates/joined/", JoinedView.as_view(), name="event_duplicates_joined"),
    ]
