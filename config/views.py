"""The web app's shell, and whether all is well."""

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.views.decorators.http import require_safe
from django.views.static import serve

from config.packs import current_pack
from search.queries import search_health
from tourism.models import Trail


@require_safe
def shell(_request: HttpRequest, path: str = "") -> HttpResponse:
    """The web app for any of its addresses: it finds out by itself what the address is about."""
    index = settings.PWA_DIST / "index.html"
    if not index.exists():
        return HttpResponse("The web app is not built: run `make build`.", status=503, content_type="text/plain")
    response = HttpResponse(index.read_bytes(), content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    response["Content-Security-Policy"] = settings.CONTENT_SECURITY_POLICY
    return response


@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """For monitors: the database answers, and which search engine does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    response = JsonResponse({"database": connection.vendor, "search": search_health()})
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def trail_pack_manifest(request: HttpRequest, trail_id: str) -> HttpResponse:
    """The manifest of a trail's pack. The phone asks for it when it looks for an update, so this is where the pack is
    made anew when something public has changed since it was last made."""
    trail = Trail.objects.select_related("commune", "pack").filter(public_id=trail_id, published=True).first()
    if trail is None:
        raise Http404
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
