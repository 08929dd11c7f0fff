"""Every address of the site. What is none of the server's belongs to the web app."""

from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config import views
from config.graphql.view import graphql_view
from tourism.admin.reports import site_history, site_history_results

urlpatterns = [
    path("graphql", graphql_view, name="graphql"),
    # Before Wagtail's own, which show every office's edits to every office.
    path("admin/reports/site-history/", site_history),
    path("admin/reports/site-history/results/", site_history_results),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", views.health, name="health"),
    path("packs/<slug:trail_id>/manifest.json", views.trail_pack_manifest, name="pack_manifest"),
    path("", include("tourism.urls")),
    path("", include("agenda.urls")),
    re_path(r"^media/(?P<path>images/.*)$", views.media, name="media"),
    re_path(
        r"^(?!static/|media/|img/|packs/|assets/|graphql|admin|apidae/)(?P<path>[^.]*)$", views.shell, name="shell"
    ),
]
