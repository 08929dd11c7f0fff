"""The web app's shell, and whether all is well."""

from django.conf import settings
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.static import serve

from config.packs import current_pack
from config.scheduler import late_jobs
from config.shell import MOVED, address_of, shell_html
from search.queries import search_health
from tourism.models import FeedAlert, Trail
from tourism.schema.resolving import was_public


@require_safe
def shell(_request: HttpRequest, path: str = "") -> HttpResponse:
    """The web app for any of its addresses: it finds out by itself what the address is about.

    The status is for robots, link checkers and caches: what was withdrawn is gone (410) and not unknown (404), what
    was merged leads to its heir. The app comes with them all, and says so in the visitor's language.
    """
    index = settings.PWA_DIST / "index.html"
    if not index.exists():
        return HttpResponse("The web app is not built: run `make build`.", status=503, content_type="text/plain")
    address = address_of(path)
    if address.status == MOVED:
        response: HttpResponse = HttpResponsePermanentRedirect(address.successor)
    else:
        html = shell_html(index.read_text("utf-8"), address)
        response = HttpResponse(html, status=address.status, content_type="text/html; charset=utf-8")
        response["Content-Security-Policy"] = settings.CONTENT_SECURITY_POLICY
    if address.successor:
        response["Link"] = f'<{address.successor}>; rel="successor-version"'
    # Also what is moved or gone: a merge can be undone, and what was withdrawn can come back.
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """For monitors: the database answers, and which search engine does; jobs of the timetable that should have begun
    (then the worker does not run), and what is wrong with the feeds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    alerts = FeedAlert.objects.filter(closed_at=None).order_by("source", "kind")
    response = JsonResponse(
        {
            "database": connection.vendor,
            "search": search_health(),
            "timetable": {"late": late_jobs(now=timezone.now())},
            "feeds": [f"{alert.source} {alert.kind}" for alert in alerts],
        }
    )
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def trail_pack_manifest(request: HttpRequest, trail_id: str) -> HttpResponse:
    """The manifest of a trail's pack. The phone asks for it when it looks for an update, so this is where the pack is
    made anew when something public has changed since it was last made."""
    trail = Trail.objects.select_related("commune", "pack").filter(public_id=trail_id).first()
    if trail is None or not (trail.published or was_public(trail)):
        raise Http404
    if not trail.published:
        # The phone then says that the trail which it keeps was withdrawn.
        return JsonResponse(
            {"replacedBy": trail.replaced_by or None}, status=410, headers={"Cache-Control": "no-cache"}
        )
    pack = current_pack(trail)
    etag = f'"{pack.version}"'
    if etag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = JsonResponse(pack.manifest)
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """Pictures of the library. Their names carry their content, so that they may be kept."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = "public, max-age=86400"
    return response
