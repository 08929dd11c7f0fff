"""Events: the list by next date, and the form."""

from datetime import datetime, time, timedelta
from typing import Any

import django_filters
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.panels import FieldPanel, Panel

from agenda.actions.folding import FESTIVAL_KEY
from agenda.admin.duplicates.heir import HeirPanel
from agenda.admin.forms import EVENT_ENTRIES, EventForm
from agenda.admin.preview import dates_context
from agenda.admin.programme import EventCreateView, ProgrammePanel, warn_of_slips
from agenda.enums import EventCategory, EventStatus
from agenda.models import Event, Occurrence
from agenda.schedule import is_this_evening
from tourism.admin.columns import (
    TemplateColumn,
    commune_column,
    languages_column,
    office_column,
    publication_column,
    sources_column,
    thumbnail_column,
)
from tourism.admin.filters import GoldenFilterSet
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.panels import SourcedFieldPanel, entry_panels, group, row, tabs
from tourism.admin.views import GoldenEditView, GoldenIndexView
from tourism.admin.viewsets.golden import GoldenViewSet
from tourism.admin.viewsets.places import contact_panels, publication_panels, where_panels
from tourism.enums import RecordKind
from tourism.golden import SCHEDULE_CHANGES

STATUS_TONES = {
    EventStatus.CANCELLED: "critical",
    EventStatus.FULL: "warning",
    EventStatus.POSTPONED: "warning",
    EventStatus.UNCONFIRMED: "quiet",
}
WINDOWS = (
    ("today", gettext_lazy("Aujourd’hui")),
    ("weekend", gettext_lazy("Ce week-end")),
    ("week", gettext_lazy("Les 7 prochains jours")),
    ("month", gettext_lazy("Les 30 prochains jours")),
    ("past", gettext_lazy("Passés")),
)


def spoken_next(start: datetime, *, all_day: bool, now: datetime) -> str:
    """A date as people say it: "ce soir, 20:30", "demain, 9:00", "sam. 28 nov., 18:00"."""
    start, now = timezone.localtime(start), timezone.localtime(now)
    days = (start.date() - now.date()).days
    if days < 0:
        return _("en cours, depuis le %s") % date_format(start, "j N")
    if days == 0:
        said = _("ce soir") if is_this_evening(start, now=now) and not all_day else _("aujourd’hui")
    elif days == 1:
        said = _("demain")
    else:
        said = date_format(start, "l j N" if days < 300 else "l j N Y")
    return said if all_day else f"{said}, {date_format(start, 'H:i')}"


def dates_cell(event: Event) -> dict[str, Any]:
    """``{"next", "past", "more", "status", "tone", "struck"}`` for the column of dates."""
    now = timezone.now()
    status = EventStatus(event.next_status or event.status)
    cell: dict[str, Any] = {"struck": status == EventStatus.CANCELLED}
    if status != EventStatus.SCHEDULED:
        cell |= {"status": status.label, "tone": STATUS_TONES.get(status, "quiet")}
    if event.next_start:
        cell["next"] = spoken_next(event.next_start, all_day=event.next_all_day, now=now)
        if event.long_running and event.last_date:
            cell["more"] = _("jusqu’au %s") % date_format(event.last_date, "j N Y")
        elif (event.next_remaining or 1) > 1:
            more = event.next_remaining - 1
            cell["more"] = ngettext("+ %d date", "+ %d dates", more) % more
    elif event.first_date and event.first_date > timezone.localdate():
        cell["next"] = date_format(event.first_date, "l j N Y")
    elif event.last_date:
        cell["past"] = _("fini le %s") % date_format(event.last_date, "j N Y")
    return cell


class EventFilterSet(GoldenFilterSet):
    """Events also by category, state and dates."""

    kind = "EVENT"

    window = django_filters.ChoiceFilter(
        choices=WINDOWS, method="filter_window", label=gettext_lazy("Quand"), empty_label=gettext_lazy("Toutes dates")
    )
    dates = django_filters.DateFromToRangeFilter(
        method="filter_dates", label=gettext_lazy("Entre deux dates"), widget=DateRangePickerWidget
    )
    category = django_filters.ChoiceFilter(
        choices=EventCategory.choices, method="filter_category", label=gettext_lazy("Catégorie")
    )

    class Meta:
        model = Event
        fields = ["status"]

    def filter_category(self, queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return queryset.annotate(category_text=Cast("categories", TextField())).filter(
            category_text__contains=f'"{value}"'
        )

    def filter_window(self, queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        now, today = timezone.now(), timezone.localdate()
        if value == "past":
            return queryset.filter(last_date__lt=today)
        until = {"today": today, "week": today + timedelta(days=6), "month": today + timedelta(days=29)}.get(value)
        begin = now
        if value == "weekend":
            saturday = today + timedelta(days=max(0, 5 - today.weekday()))
            until = today + timedelta(days=6 - today.weekday())
            begin = max(now, _midnight(saturday))
        return within_window(queryset, begin, _midnight(until + timedelta(days=1)))

    def filter_dates(self, queryset: QuerySet[Any], _name: str, value: slice) -> QuerySet[Any]:
        first, last = value.start, value.stop
        if first is not None:
            queryset = queryset.filter(Q(last_date=None, first_date__isnull=False) | Q(last_date__gte=first.date()))
        if last is not None:
            queryset = queryset.filter(first_date__lte=last.date())
        return queryset


def _midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def within_window(queryset: QuerySet[Any], start: datetime, end: datetime) -> QuerySet[Any]:
    """Events with a date that is not over at `start` and begins before `end`."""
    return queryset.filter(Exists(Occurrence.objects.filter(event=OuterRef("pk"), end__gt=start, start__lt=end)))


def with_next_date(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Events with `next_start`, `next_all_day`, `next_status` and `next_remaining` of their next date."""
    coming = Occurrence.objects.filter(event=OuterRef("pk"), end__gt=timezone.now()).order_by("start", "id")
    return queryset.annotate(
        **{f"next_{name}": Subquery(coming.values(name)[:1]) for name in ("start", "all_day", "status", "remaining")}
    )


class EventIndexView(GoldenIndexView):
    """What comes next first; what is over last, the latest first."""

    default_ordering = "next_start"

    def get_base_queryset(self) -> QuerySet[Any]:
        return with_next_date(super().get_base_queryset())

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.ordering == "next_start":
            return queryset.order_by(
                "long_running", F("next_start").asc(nulls_last=True), F("last_date").desc(nulls_last=True), "pk"
            )
        if self.ordering == "-next_start":
            return queryset.order_by(F("next_start").desc(nulls_last=True), "-last_date", "-pk")
        return super().order_queryset(queryset)


class EventEditView(GoldenEditView):
    """The form of an event; says what is probably a slip in the dates that were typed."""

    def save_instance(self) -> Any:
        event = super().save_instance()
        if any(change["key"] == "schedule" for change in self.form.changes):
            warn_of_slips(self.request, event)
        return event


class DatesKindPanel(Panel):
    """The first question, for the script: what kind of dates; it hides what the answer does not need."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "agenda/admin/dates_kind.html"


class DatesInWordsPanel(Panel):
    """The schedule in force as a sentence and a calendar, both live while dates are typed."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "agenda/admin/dates_in_words.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            schedule = self.form.schedule_shown
            context |= dates_context(schedule, richer=self.form.schedule_is_richer, over=self.form.over_source())
            context["whole"] = self.form.dates_are_overridden and bool(self.form.records)
            if self.instance.pk:
                history = EDITED_KINDS[RecordKind.EVENT.value].history_url(self.instance.pk)
                context["history_url"] = f"{history}?field={SCHEDULE_CHANGES}"
            return context | {"form": self.form}


class EventViewSet(GoldenViewSet):
    """Events of the territory."""

    model = Event
    icon = "calendar-alt"
    menu_label = gettext_lazy("Agenda")
    menu_name = "events"
    add_label = gettext_lazy("Ajouter un événement")
    menu_hook = "register_territory_menu_item"
    menu_order = 0
    public_path = "/event/"
    index_view_class = EventIndexView
    add_view_class = EventCreateView
    edit_view_class = EventEditView
    filterset_class = EventFilterSet
    list_display = [
        "title",
        thumbnail_column(),
        TemplateColumn(
            "dates", template="dates", label=gettext_lazy("Prochaine date"), accessor=dates_cell, sort_key="next_start"
        ),
        commune_column(),
        office_column(),
        sources_column(),
        languages_column(),
        publication_column(),
    ]
    edit_handler = tabs(
        [
            HeirPanel(),
            group(
                gettext_lazy("Quand"),
                DatesKindPanel(),
                row(EVENT_ENTRIES, "when_first", "when_last"),
                *entry_panels(EVENT_ENTRIES, ["when_endless", "when_nth", "when_weekdays", "when_every"]),
                row(EVENT_ENTRIES, "when_start", "when_end"),
                *entry_panels(EVENT_ENTRIES, ["when_more_slots", "when_holidays"]),
                row(EVENT_ENTRIES, "when_others", "when_own_hours"),
                DatesInWordsPanel(),
                row(EVENT_ENTRIES, "when_except", "when_cancelled", "when_full"),
                *entry_panels(EVENT_ENTRIES, ["when_changes"]),
                *entry_panels(EVENT_ENTRIES, ["status"]),
            ),
            group(
                gettext_lazy("Quoi"),
                *entry_panels(EVENT_ENTRIES, ["event_categories", "price_free", "indoor", "organiser"]),
            ),
            group(
                gettext_lazy("Pour qui"),
                *entry_panels(EVENT_ENTRIES, ["for_audiences", "for_accessibility"]),
            ),
            where_panels(EVENT_ENTRIES, "venue"),
            group(
                gettext_lazy("Lieu de l’agenda"),
                FieldPanel("place", heading=gettext_lazy("Lieu")),
                *entry_panels((), ["place_as_said", "remember_name"]),
            ),
            group(
                gettext_lazy("Festival"),
                SourcedFieldPanel("part_of", key=FESTIVAL_KEY, heading=gettext_lazy("Fait partie du programme de")),
                ProgrammePanel(),
            ),
            contact_panels(EVENT_ENTRIES),
            publication_panels(),
        ],
        EVENT_ENTRIES,
        base_form_class=EventForm,
    )
