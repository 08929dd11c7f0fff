"""What the agenda adds to the back office."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.actions import action_registry
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from agenda.actions import refold_event
from agenda.admin.announcements import AnnouncementPolicy, AnnouncementViewSet, announcements_part
from agenda.admin.dashboard import coming_events_part
from agenda.admin.duplicates import (
    DuplicatesMenuItem,
    duplicate_urls,
    joined_button,
    tell_duplicates,
    waiting_pairs_part,
)
from agenda.admin.feeds import FeedPolicy, FeedViewSet
from agenda.admin.fields import EVENT_CHOICES, EVENT_LABELS
from agenda.admin.preview import preview_dates
from agenda.admin.venues import venue_button, venue_urls
from agenda.admin.viewsets import EventViewSet
from agenda.models import Event, EventFeed, Submission
from agenda.sources.feeds.reading import feed_of, retry_feed_records
from agenda.sources.imports import retry_records
from tourism.admin.actions import AnnouncedDelete
from tourism.admin.dashboard import EXTRA_PANELS
from tourism.admin.fields import register_fields
from tourism.admin.kinds import HEADER_BUTTONS, EditedKind, register_kind
from tourism.admin.policies import GoldenPolicy
from tourism.admin.sources import FINDERS, EditedSource, register_source
from tourism.enums import APIDAE, RecordKind
from tourism.schema.resolving import SOURCE_NAMES

register_permission_policy(EventFeed, FeedPolicy(EventFeed))
register_permission_policy(Event, GoldenPolicy(Event, kind=RecordKind.EVENT.value))
action_registry.register(Event, AnnouncedDelete)
register_permission_policy(Submission, AnnouncementPolicy(Submission))
EXTRA_PANELS.append(announcements_part)
EXTRA_PANELS.append(coming_events_part)
EXTRA_PANELS.append(waiting_pairs_part)
HEADER_BUTTONS += [joined_button, venue_button]
register_kind(RecordKind.EVENT.value, EditedKind(Event, refold_event))
register_fields(labels=EVENT_LABELS, choices=EVENT_CHOICES)
register_source(APIDAE, label=SOURCE_NAMES[APIDAE], retry=lambda ids, username: retry_records(ids, by=username))


def edited_feed(source: str) -> EditedSource | None:
    """How records of a feed of events are tried again."""
    feed = feed_of(source)
    if feed is None:
        return None
    return EditedSource(feed.name, lambda ids, username: retry_feed_records(source, ids, by=username))


FINDERS.append(edited_feed)


@hooks.register("before_bulk_action")
def keep_feeds_from_bulk_deletion(request: Any, action_type: str, _objects: Any, action: Any) -> HttpResponse | None:
    """Wagtail would delete the rows and leave their events in the agenda for ever."""
    if action.model is not EventFeed or action_type != "delete":
        return None
    messages.error(request, _("Supprimez les flux un par un : leurs événements sont retirés en même temps."))
    return redirect(action.next_url)


register_snippet(FeedViewSet)
register_snippet(EventViewSet)
register_snippet(AnnouncementViewSet)


@hooks.register("register_admin_urls")
def register_duplicate_urls() -> list[Any]:
    """Which events and places are told twice."""
    return [*duplicate_urls(), *venue_urls()]


@hooks.register("register_territory_menu_item")
def register_duplicates_menu_item() -> DuplicatesMenuItem:
    """Beside the agenda."""
    return DuplicatesMenuItem()


@hooks.register("register_admin_urls")
def preview_urls() -> list[Any]:
    """Where the form of events asks what its dates come to."""
    return [path("events/dates/", preview_dates, name="agenda_preview_dates")]


@hooks.register("insert_global_admin_css")
def dates_css() -> Any:
    """The looks of the form's dates."""
    return format_html('<link rel="stylesheet" href="{}">', static("agenda/admin/dates.css"))


@hooks.register("insert_editor_js")
def dates_js() -> Any:
    """The dates of an event, live."""
    return format_html('<script src="{}" defer></script>', static("agenda/admin/dates.js"))


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def look_for_duplicates(request: Any, instance: Any) -> None:
    """What was just written may be announced already."""
    if isinstance(instance, Event):
        tell_duplicates(request, instance)
