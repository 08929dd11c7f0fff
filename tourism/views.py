"""Pictures and packs, as files; and the door at which APIDAE tells of its exports."""

import logging
import re
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from tourism.actions import receive_notification
from tourism.apidae.client.files import authority
from tourism.apidae.notification import BadNotificationError, read_notification
from tourism.models import Pack
from tourism.resized import resized_image

FOREVER = "public, max-age=31536000, immutable"
LARGEST_NOTIFICATION = 10_000
RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")

logger = logging.getLogger(__name__)


@csrf_exempt
def export_notification(request: HttpRequest, token: str) -> HttpResponse:
    """APIDAE says that an export has ended. It is only taken down: APIDAE does not wait long for the answer."""
    known = settings.APIDAE_NOTIFICATION_TOKEN
    if not known or not constant_time_compare(token, known):
        raise Http404
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    body = request.read(LARGEST_NOTIFICATION + 1)
    if len(body) > LARGEST_NOTIFICATION:
        return HttpResponse("The notification is too large.\n", status=413, content_type="text/plain")
    try:
        notification = read_notification(
            QueryDict(body).dict(),
            project=settings.APIDAE_PROJECT,
            hosts={authority(settings.APIDAE_URL), *settings.APIDAE_EXPORT_HOSTS},
            now=timezone.now(),
            zone=ZoneInfo(settings.TIME_ZONE),
        )
    except BadNotificationError as error:
        logger.warning("A notification of APIDAE was refused: %s", error.sentence)
        return HttpResponse(f"{error.sentence}\n", status=400, content_type="text/plain; charset=utf-8")
    receive_notification(**vars(notification))
    return HttpResponse()


@require_safe
def image_by_width(_request: HttpRequest, digest: str, width: str) -> HttpResponse:
    """A picture of a feed as WebP, made on the first request. Its name is its content's, so it never changes."""
    path = resized_image(digest, int(width))
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), content_type="image/webp")
    response["Cache-Control"] = FOREVER
    return response


@require_safe
def pack_file(request: HttpRequest, trail_id: str, version: str) -> HttpResponse:
    """The pack itself. Answers one range, so that a download goes on where it stopped; a version never changes, and
    the one before is there for a while after the next is published."""
    path = settings.MEDIA_ROOT / "packs" / trail_id / f"{version}.pack"
    if not Pack.objects.filter(trail__public_id=trail_id, trail__published=True).exists() or not path.exists():
        raise Http404
    size = path.stat().st_size
    etag = f'"{version}"'
    asked = request.headers.get("Range")
    if asked is None or request.headers.get("If-Range", etag) != etag:
        response: HttpResponse = FileResponse(path.open("rb"), content_type="application/octet-stream")
    else:
        first, last = _range(asked, size)
        if first is None:
            response = HttpResponse(status=416)
            response["Content-Range"] = f"bytes */{size}"
            return response
        source = path.open("rb")
        source.seek(first)
        response = FileResponse(_Part(source, last - first + 1), status=206, content_type="application/octet-stream")
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
        response["Content-Length"] = str(last - first + 1)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["Cache-Control"] = FOREVER
    return response


def _range(asked: str, size: int) -> tuple[int | None, int]:
    """First and last byte of a single range; None when it cannot be satisfied."""
    match = RANGE.match(asked.strip())
    if match is None or match[0] == "bytes=-":
        return None, 0
    if not match[1]:
        return max(0, size - int(match[2])), size - 1
    first, last = int(match[1]), min(int(match[2] or size - 1), size - 1)
    return (first, last) if first <= last else (None, 0)


class _Part:
    """A file that ends after some bytes."""

    def __init__(self, source, length: int) -> None:
        self.source, self.left = source, length

    def read(self, size: int = -1) -> bytes:
        size = self.left if size < 0 else min(size, self.left)
        self.left -= size
        return self.source.read(size)

    def close(self) -> None:
        self.source.close()
