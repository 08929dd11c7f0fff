"""The agenda for other programs, and the door for announcements."""

from django.urls import path, re_path

from agenda import views

urlpatterns = [
    path("event/<slug:public_id>.ics", views.event_calendar, name="event_calendar"),
    path("agenda.ics", views.agenda_calendar, name="agenda_calendar"),
    re_path(r"^agenda\.(?P<kind>atom|rss)$", views.agenda_feed, name="agenda_feed"),
    path("announcements", views.announcements, name="announcements"),
    path("announcements/proof", views.announcement_proof, name="announcement_proof"),
    path("announcements/<slug:secret>", views.announcement, name="announcement"),
    path("announcements/<slug:secret>/picture", views.announcement_picture, name="announcement_picture"),
]
