"""Files of tourism, and where APIDAE calls."""

from django.urls import re_path

from tourism import views

urlpatterns = [
    re_path(r"^apidae/export/(?P<token>[^/]+)/?$", views.export_notification, name="export_notification"),
    re_path(r"^img/(?P<digest>[0-9a-f]{32})-(?P<width>\d{3,4})\.webp$", views.image_by_width, name="image"),
    re_path(r"^packs/(?P<trail_id>[a-z0-9]+)/(?P<version>[0-9a-f]{32})\.pack$", views.pack_file, name="pack_file"),
]
