"""The pages of a feed: its form with a preview, reading now, withdrawals to confirm, deletion."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView

from agenda.admin.duplicates.reasons import spoken_reasons
from agenda.admin.feeds.forms import COLUMN, FIELD_LABELS, FeedForm
from agenda.models import EventFeed
from agenda.sources.feeds.asking import ask_reading, runner_state, running_reading
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.managing import delete_feed
from agenda.sources.feeds.preview import KnownEvent, Preview, preview_feed
from agenda.sources.feeds.sheet_files import Sheet
from agenda.sources.feeds.sheets import NEEDED
from agenda.sources.feeds.territory import OUTSIDE
from tourism.actions import RunInProgressError
from tourism.admin.addresses import run_url
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import office_ids, sees_everything
from tourism.admin.viewsets.imports.runs import run_badge
from tourism.enums import ImportMode, ImportOutcome, ImportStatus, RecordKind
from tourism.feed import settle_withdrawals
from tourism.models import ImportRun, SourceRecord

KEYS = "agenda.feed_keys"
SHOWN_RUNS, SHOWN_REASONS, SHOWN_ROWS, SHOWN_PLACES = 5, 20, 5, 8
# What a feed means to be shown, of its records in use.
ANNOUNCED = Q(record__state="PUBLISHED")


class PreviewMixin:
    """A form with a second button, which says what the feed would bring and saves nothing."""

    preview: Preview | None = None
    preview_error = ""
    table: Sheet | None = None

    def get_form(self, *args: Any, **kwargs: Any) -> FeedForm:
        form = super().get_form(*args, **kwargs)
        form.kept_keys = self.request.session.get(KEYS, {})
        return form

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not hasattr(self, "object"):
            self.object = None
        self.form = self.get_form()
        if not self.is_valid(self.form):
            return self.form_invalid(self.form)
        try:
            self.table = self.form.read_table()
            if self.table and any(field not in self.form.instance.columns for field in NEEDED):
                self.preview_error = _("Dites dans quelles colonnes sont le titre et la date.")
            elif "preview" in request.POST:
                self.preview = preview_feed(self.form.instance)
        except FeedError as error:
            self.preview_error = error.sentence
        # A site that is down just now does not keep anybody from saving its address.
        saved = "preview" not in request.POST and not (self.preview_error and self.form.instance.kind == "sheet")
        if saved:
            request.session.pop(KEYS, None)
            return self.form_valid(self.form)
        self._keep_key()
        return self.render_to_response(self.get_context_data(form=self.form))

    def _keep_key(self) -> None:
        """For this session alone, on the server: the form comes back without it."""
        key = self.form.cleaned_data.get("key")
        if key:
            self.request.session[KEYS] = {self.form.cleaned_data["url"]: key}

    def save_instance(self) -> EventFeed:
        return self.form.save()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        feed = self.form.instance
        columns = []
        if self.table is not None:
            columns = [
                {
                    "name": f"{COLUMN}{field}",
                    "label": label,
                    "chosen": feed.columns.get(field, ""),
                    "needed": field in NEEDED,
                }
                for field, label in FIELD_LABELS.items()
            ]
        return context | {
            "preview": self.preview,
            "preview_rows": [
                {"shown": one, "known": known_event(one.known, self.request.user) if one.known else None}
                for one in (self.preview.events if self.preview else ())
            ],
            "preview_error": self.preview_error,
            "table": self.table,
            "table_rows": [cells for _line, cells in self.table.rows[:SHOWN_ROWS]] if self.table else [],
            "columns": columns,
        }


def known_event(known: KnownEvent, user: Any) -> dict[str, Any]:
    """What is said of an event that we may have already: ``{"title", "url", "reasons": [{"text", "against"}],
    "certain"}``. Another office's leads to its public page: its form would be refused."""
    own = sees_everything(user) or known.office_id in office_ids(user)
    return {
        "title": known.title,
        "url": EDITED_KINDS[RecordKind.EVENT].edit_url(known.pk) if own else f"/event/{known.public_id}",
        "reasons": spoken_reasons(known.reasons),
        "certain": known.certain,
    }


class FeedCreateView(PreviewMixin, CreateView):
    """A new feed."""

    def get_success_url(self) -> str:
        return reverse(self.edit_url_name, args=[self.object.pk])


class FeedEditView(PreviewMixin, EditView):
    """A feed, and how its readings went."""

    def get_success_url(self) -> str:
        return reverse(self.edit_url_name, args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | readings_of(self.object, self.request.user)


def readings_of(feed: EventFeed, user: Any) -> dict[str, Any]:
    """What a page says of a feed's readings: the one that goes on or is asked for, and the last ones."""
    running = running_reading(feed)
    runs = list(ImportRun.objects.filter(source=feed.source).order_by("-pk")[:SHOWN_RUNS])
    sees = sees_everything(user)
    last = next((run for run in runs if run.mode != ImportMode.RETRY and not run.dry_run), None)
    urls = EventFeed.snippet_viewset
    asked = running is None and feed.asked_at is not None
    return {
        "running": running,
        "asked": asked,
        "runner": runner_state() if asked else "",
        "runs": [{"run": run, "badge": run_badge(run), "url": run_url(run) if sees else ""} for run in runs],
        "reasons": _reasons(last),
        "waiting": last if last and last.status == ImportStatus.WAITING and last.withheld else None,
        "read_url": reverse(urls.get_url_name("read"), args=[feed.pk]),
        "answer_url": reverse(urls.get_url_name("answer"), args=[feed.pk]),
        "readings_url": reverse(urls.get_url_name("readings"), args=[feed.pk]),
        "online": events_of(feed).count(),
        "outside": left_out_of(feed),
    }


def events_of(feed: EventFeed) -> QuerySet[SourceRecord]:
    """Records of the events that a feed announces now."""
    return _kept_of(feed).filter(ANNOUNCED)


def left_out_of(feed: EventFeed) -> dict[str, Any]:
    """Events of a feed that are kept and not shown, as they are outside the territory: ``{"count", "places": [(place,
    how many)], "more"}``; the places where there are most."""
    outside = _kept_of(feed).filter(record__state=OUTSIDE)
    where = KeyTextTransform("outside", KeyTextTransform("details", "record"))
    places = list(outside.annotate(where=where).values_list("where").annotate(n=Count("pk")).order_by("-n", "where"))
    return {
        "count": sum(n for _place, n in places),
        "places": places[:SHOWN_PLACES],
        "more": len(places) > SHOWN_PLACES,
    }


def _kept_of(feed: EventFeed) -> QuerySet[SourceRecord]:
    return SourceRecord.objects.filter(
        source=feed.source, kind=RecordKind.EVENT, withdrawn_at=None, subject_id__isnull=False
    )


def _reasons(run: ImportRun | None) -> list[dict[str, str]]:
    if run is None:
        return []
    lines = run.lines.filter(outcome=ImportOutcome.QUARANTINED)[:SHOWN_REASONS]
    # What was never understood has no name of ours; its reason says which line it is.
    return [{"name": line.name, "reason": line.reason} for line in lines]


class OneFeedView(PermissionCheckedMixin, View):
    """Something about one feed, for those who may change it."""

    any_permission_required = ["change"]
    model: Any = None

    def feed(self, pk: int) -> EventFeed:
        """The feed, when it is one of theirs."""
        feed = get_object_or_404(EventFeed, pk=pk)
        policy = policy_registry.get_by_type(EventFeed)
        if not policy.user_has_permission_for_instance(self.request.user, "change", feed):
            raise PermissionDenied
        return feed


class ReadingsView(OneFeedView):
    """The part of the page that follows a reading, alone."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        context = readings_of(self.feed(pk), request.user)
        return render(request, "agenda/admin/feed_readings.html", context)


class FeedActionView(OneFeedView):
    """One thing done to one feed by a button."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        feed = self.feed(pk)
        try:
            self.act(feed)
        except RunInProgressError as error:
            messages.error(request, error.sentence)
        return redirect(reverse(EventFeed.snippet_viewset.get_url_name("edit"), args=[feed.pk]))

    def act(self, feed: EventFeed) -> None:
        """Do it, and say what came of it."""
        raise NotImplementedError


class ReadView(FeedActionView):
    """Has the feed read by the runner; the page says how it goes."""

    def act(self, feed: EventFeed) -> None:
        if not ask_reading(feed=feed, by=self.request.user.get_username()):
            messages.info(self.request, _("Ce flux est déjà en cours de lecture."))


class AnswerView(FeedActionView):
    """Yes or no to the withdrawals that the last reading withheld."""

    def act(self, feed: EventFeed) -> None:
        run = ImportRun.objects.filter(source=feed.source, status=ImportStatus.WAITING).order_by("-pk").first()
        if run is None:
            messages.info(self.request, _("Aucun retrait n’attend de réponse."))
            return
        withdraw = self.request.POST.get("answer") == "withdraw"
        count = settle_withdrawals(run, withdraw=withdraw, by=self.request.user.get_username())
        messages.success(self.request, ngettext("%d événement retiré.", "%d événements retirés.", count) % count)


class FeedDeleteView(DeleteView):
    """Deletes a feed and withdraws its events, once that was said."""

    @property
    def confirmation_message(self) -> str:
        count = events_of(self.object).count()
        return (
            ngettext(
                "Supprimer ce flux ? L’événement qu’il annonce sera retiré de l’agenda.",
                "Supprimer ce flux ? Les %(count)d événements qu’il annonce seront retirés de l’agenda.",
                count,
            )
            % {"count": count}
            if count
            else _("Supprimer ce flux ? Il n’annonce aucun événement.")
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except RunInProgressError as error:
            messages.error(request, error.sentence)
            return redirect(reverse(self.edit_url_name, args=[self.object.pk]))

    def delete_action(self) -> None:
        delete_feed(feed=self.object, by=self.request.user.get_username())
