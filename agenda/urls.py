"""The agenda for other programs."""

from django.urls import path, re_path

from agenda import views

urlpatterns = [
    path("event/<slug:public_id>.ics", views.event_calendar, name="event_calendar"),
    path("agenda.ics", views.agenda_calendar, name="agenda_calendar"),
    re_path(r"^agenda\.(?P<kind>atom|rss)$", views.agenda_feed, name="agenda_feed"),
]
