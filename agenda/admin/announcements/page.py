"""One announcement on one screen: as visitors will see it, beside what it may already be, and the answers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Media
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import InspectView

from agenda.actions.announcements import (
    ChangedError,
    SettledError,
    accept_announcement,
    ask_author,
    entrust_announcement,
    refuse_announcement,
)
from agenda.admin.announcements.form import AnnouncementForm, schedule_json
from agenda.admin.duplicates.reasons import spoken_reasons
from agenda.admin.preview import dates_context
from agenda.alike import Alike, alike_events
from agenda.enums import SubmissionState
from agenda.models import Submission
from cms.texts import MAIN_LANGUAGE
from tourism.admin.forms import editor_name
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import sees_everything
from tourism.enums import RecordKind
from tourism.schedule import Schedule, ScheduleError, describe

TONES = {
    SubmissionState.WAITING: "warning",
    SubmissionState.ASKED: "edited",
    SubmissionState.ACCEPTED: "positive",
    SubmissionState.REFUSED: "critical",
    SubmissionState.WITHDRAWN: "quiet",
}
OPEN = (SubmissionState.WAITING, SubmissionState.ASKED)


def state_badge(submission: Submission) -> dict[str, Any]:
    """``{"label", "tone"}``."""
    return {"label": submission.get_state_display(), "tone": TONES[SubmissionState(submission.state)]}


def spoken_dates(submission: Submission) -> str:
    """The announced dates as a sentence; '' when they cannot be read."""
    try:
        schedule = Schedule.from_json(schedule_json(submission))
    except ScheduleError:
        return ""
    said = describe(schedule, get_language() or MAIN_LANGUAGE, year=timezone.localdate().year)
    return said[:1].upper() + said[1:]


class AnnouncementView(InspectView):
    """Shows one announcement and takes what is decided about it."""

    template_name = "agenda/admin/announcement.html"

    def get_page_title(self) -> str:
        return _("Annonce")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        decision = request.POST.get("decision", "")
        decide: Callable[[AnnouncementForm], str] | None = {
            "accept": self._accept,
            "ask": self._ask,
            "refuse": self._refuse,
            "entrust": self._entrust if sees_everything(request.user) else None,
        }.get(decision)
        if decide is None:
            messages.error(request, _("Choisissez une réponse : rien n’a été fait."))
            return redirect(request.path)
        form = AnnouncementForm(request.POST, submission=self.object, decision=decision)
        if self.object.state in OPEN and not form.is_valid():
            messages.error(request, _("Rien n’a été fait : voyez les champs signalés."))
            return self.render_to_response(self.get_context_data(form=form))
        try:
            messages.success(request, decide(form))
        except SettledError as error:
            messages.warning(request, settled_sentence(error.submission))
            return redirect(request.path)
        except ChangedError:
            messages.warning(request, _("Son auteur vient de la modifier : relisez-la. Rien n’a été fait."))
            return redirect(request.path)
        return redirect(reverse(self.index_url_name))

    def _accept(self, form: AnnouncementForm) -> str:
        if self.object.state not in OPEN:
            raise SettledError(self.object)
        event = accept_announcement(
            pk=self.object.pk,
            values=form.values(),
            by=editor_name(self.request.user),
            seen=form.cleaned_data["seen"],
            picture_credit=form.picture_credit(),
        )
        log(instance=event, action="wagtail.create", user=self.request.user, content_changed=True)
        return _("« %s » est publié, et son auteur prévenu.") % event.title

    def _ask(self, form: AnnouncementForm) -> str:
        if self.object.state not in OPEN:
            raise SettledError(self.object)
        by, seen = editor_name(self.request.user), form.cleaned_data["seen"]
        ask_author(pk=self.object.pk, question=form.note("question"), by=by, seen=seen)
        return _("La question est partie. L’annonce reviendra quand son auteur y aura répondu.")

    def _refuse(self, form: AnnouncementForm) -> str:
        if self.object.state not in OPEN:
            raise SettledError(self.object)
        by, seen = editor_name(self.request.user), form.cleaned_data["seen"]
        refuse_announcement(pk=self.object.pk, reason=form.note("reason"), by=by, seen=seen)
        return _("L’annonce est refusée, et son auteur prévenu.")

    def _entrust(self, form: AnnouncementForm) -> str:
        office = entrust_announcement(pk=self.object.pk, office=form.chosen_office()).office
        return _("L’annonce est confiée à %s.") % (office.name if office is not None else _("l’agence"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        submission: Submission = self.object
        context = super().get_context_data(**kwargs)
        is_open = submission.state in OPEN
        form = kwargs.get("form") or (AnnouncementForm(submission=submission) if is_open else None)
        event = submission.event
        return context | {
            "submission": submission,
            "badge": state_badge(submission),
            "dates": spoken_dates(submission),
            "is_open": is_open,
            "form": form,
            "entrusts": is_open and sees_everything(self.request.user),
            "settled": "" if is_open else settled_sentence(submission),
            "event_url": EDITED_KINDS[RecordKind.EVENT].edit_url(event.pk) if event is not None else "",
            "picture_url": reverse(type(submission).snippet_viewset.get_url_name("picture"), args=[submission.pk])
            if submission.image
            else "",
            "dates_wrong": form is not None
            and form.is_bound
            and any(field.errors for field in (*form.date_fields, *form.change_fields)),
            **(dates_context(form.before) if form is not None else {}),
            "alike": [shown_alike(alike) for alike in self._alike()] if is_open else [],
            "media": form.media if form is not None else Media(),
        }

    def _alike(self) -> list[Alike]:
        submission: Submission = self.object
        return alike_events(
            title=submission.title,
            dates=submission.dates,
            where=submission.where,
            commune_code=submission.commune_id or "",
            language=submission.language,
            served="fr",
        )


def shown_alike(alike: Alike) -> dict[str, Any]:
    """A known event beside the announcement: ``{"card", "url", "percent", "reasons": [{"text", "against"}]}``."""
    return {
        "card": alike.card,
        "url": f"/event/{alike.card['id']}",
        "percent": round(alike.score * 100),
        "reasons": spoken_reasons(reason.to_json() for reason in alike.reasons),
    }


def settled_sentence(submission: Submission) -> str:
    """Who settled it, and how."""
    state = SubmissionState(submission.state)
    if state == SubmissionState.WITHDRAWN:
        return _("Son auteur l’a retirée : il n’y a plus rien à faire.")
    said = {
        SubmissionState.ACCEPTED: _("Déjà publiée, par %s."),
        SubmissionState.REFUSED: _("Déjà refusée, par %s."),
    }.get(state, "%s")
    return said % (submission.decided_by or "—")


class PictureView(InspectView):
    """The picture of an announcement, which is no public file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        image = self.object.image
        if not image or not image.storage.exists(image.name):
            raise Http404
        response = FileResponse(image.open("rb"), content_type="image/jpeg")
        response["Cache-Control"] = "private, no-store"
        return response
