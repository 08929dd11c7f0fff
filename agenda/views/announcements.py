"""The door for announcements: sent by the web app, changed and withdrawn by who has the mailed link.

CSRF: these addresses read no cookie and no session. Who may do what follows from what is sent (a proof of work, the
secret of the link), which another site's page does not have; a token in a cookie would protect nothing, and would lose
the announcements that a phone kept without network and sends days later.

What is cheap is looked at first: how much came from an address, then how large it is, then its fields and its proof,
and only at last its picture.
"""

import time
import uuid
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import IO, Any, cast

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt

from agenda.actions.announcements import (
    ChangedByLinkError,
    SettledError,
    TooManyError,
    address_digest,
    change_announcement,
    count_attempt,
    count_change,
    count_kept,
    count_mail,
    digest_of,
    proof_bits,
    receive_again,
    receive_announcement,
    spend_proof,
    withdraw_announcement,
)
from agenda.announcements import (
    Announcement,
    BadPictureError,
    BadProofError,
    CleanPicture,
    Fault,
    check_proof,
    clean_picture,
    new_stamp,
    read_announcement,
    read_envelope,
    sent_digest_of,
    sentence_of,
)
from agenda.announcements.pictures import MOST_BYTES
from agenda.enums import SubmissionState
from agenda.models import Event, Submission
from tourism.enums import RecordKind
from tourism.models import Commune
from tourism.queries import current_heirs

# The picture, the text and what multipart adds.
MOST_BODY = MOST_BYTES + 100_000
PICTURE_STATUS = {"picture_too_large": 413, "picture_too_slow": 415, "picture_too_small": 400, "not_a_picture": 415}


class RefusedError(Exception):
    """The answer is these faults."""

    def __init__(self, status: int, *faults: Fault, retry_after: int = 0) -> None:
        self.status, self.faults, self.retry_after = status, faults, retry_after
        super().__init__(status)


def _refused(status: int, name: str, code: str, language: object) -> RefusedError:
    return RefusedError(status, Fault(name, code, sentence_of(code, language)))


def _door(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """JSON that nobody keeps; refusals as answers."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase
        try:
            response = view(request, *args, **kwargs)
        except RefusedError as refused:
            response = JsonResponse({"errors": [fault.to_json() for fault in refused.faults]}, status=refused.status)
            if refused.retry_after:
                response["Retry-After"] = str(refused.retry_after)
        except Http404:
            response = _errors(404, "no_such_announcement", request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            allowed = response["Allow"]
            response = _errors(405, "not_this_way", request)
            response["Allow"] = allowed
        response["Cache-Control"] = "no-store"
        # The address of an announcement is its key: no page that is opened from here is told it.
        response["Referrer-Policy"] = "no-referrer"
        return response

    return answered


def _errors(status: int, code: str, request: HttpRequest) -> JsonResponse:
    fault = Fault("", code, sentence_of(code, _reader_language(request)))
    return JsonResponse({"errors": [fault.to_json()]}, status=status)


def _reader_language(request: HttpRequest) -> str:
    """That of who asks, as long as the announcement cannot tell its own."""
    return request.headers.get("Accept-Language", "")[:2].lower() or "fr"


@_door
def announcement_proof(request: HttpRequest) -> HttpResponse:
    """A stamp to count with, and how many zero bits are asked for."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    bits = proof_bits(now=timezone.now())
    return JsonResponse({"stamp": new_stamp(key=_proof_key(), bits=bits, now=time.time()), "bits": bits})


@_door
def announcements(request: HttpRequest) -> HttpResponse:
    """Takes an announcement."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    fields, picture, address = _received(request)
    data = _envelope(fields, _reader_language(request))
    language = data.get("language")
    image = _image_bytes(picture, language)
    sent_digest = sent_digest_of(data, image)
    known = _known(data)
    if known is not None and known.sent_digest == sent_digest:
        # Sent before; the phone did not hear the answer.
        return _state(known, status=200)
    digest = _checked_proof(data, language)
    announcement, faults = read_announcement(
        data, communes=_known_communes(data), now=timezone.localtime(timezone.now())
    )
    if faults or announcement is None:
        raise RefusedError(400, *faults)
    # Before its picture is looked at: whoever has one decoded has counted for it.
    if not spend_proof(digest, now=timezone.now()):
        raise _refused(403, "proof", "old_proof", language)
    cleaned = _clean(image, language)
    if known is not None:
        return _sent_again(known, announcement, cleaned, sent_digest)
    try:
        count_kept(address, now=timezone.now())
        count_mail(announcement.email, now=timezone.now())
    except TooManyError as error:
        raise _too_many(error, language) from error
    submission, fresh = receive_announcement(announcement=announcement, sent_digest=sent_digest, picture=cleaned)
    if not fresh:  # two at once
        return _sent_again(submission, announcement, cleaned, sent_digest)
    return _state(submission, status=201)


def _sent_again(
    known: Submission, announcement: Announcement, picture: CleanPicture | None, sent_digest: str
) -> HttpResponse:
    """It was mended on the phone, which did not hear that it had come: what was typed last stands."""
    _count_new_address(known, announcement)
    try:
        submission = receive_again(pk=known.pk, announcement=announcement, sent_digest=sent_digest, picture=picture)
    except SettledError as error:
        raise _refused(409, "", "settled_since", announcement.language) from error
    except ChangedByLinkError as error:
        raise _refused(409, "", "changed_by_link", announcement.language) from error
    return _state(submission, status=200)


@_door
def announcement(request: HttpRequest, secret: str) -> HttpResponse:
    """One announcement, for who has the link: read, changed, withdrawn."""
    if request.method not in ("GET", "PUT", "DELETE"):
        return HttpResponseNotAllowed(["GET", "PUT", "DELETE"])
    if request.method == "GET":
        return JsonResponse(_told(_by_secret(secret), secret))
    if request.method == "DELETE":
        submission = _by_secret(secret)
        try:
            return JsonResponse(_told(withdraw_announcement(pk=submission.pk), secret))
        except SettledError as error:
            raise _refused(409, "state", "settled", submission.language) from error
    fields, picture, _address = _received(request)
    submission = _by_secret(secret)
    data = _envelope(fields, submission.language) | {
        "clientId": str(submission.client_id),
        "language": submission.language,
    }
    announcement, faults = read_announcement(
        data, communes=_known_communes(data), now=timezone.localtime(timezone.now())
    )
    if faults or announcement is None:
        raise RefusedError(400, *faults)
    image = _image_bytes(picture, submission.language)
    try:
        count_change(submission, now=timezone.now())
    except TooManyError as error:
        raise _too_many(error, submission.language) from error
    cleaned = _clean(image, submission.language)
    _count_new_address(submission, announcement)
    try:
        changed = change_announcement(
            pk=submission.pk,
            announcement=announcement,
            picture=cleaned,
            remove_picture=data.get("removeImage") is True,
        )
    except SettledError as error:
        raise _refused(409, "state", "settled", submission.language) from error
    return JsonResponse(_told(changed, secret))


def _count_new_address(known: Submission, announcement: Announcement) -> None:
    """An address that is mended is written to as well."""
    if announcement.email == known.email:
        return
    try:
        count_mail(announcement.email, now=timezone.now())
    except TooManyError as error:
        raise _too_many(error, announcement.language) from error


@_door
def announcement_picture(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The picture of an announcement, for who has the link."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    submission = _by_secret(secret)
    if not submission.image or not submission.image.storage.exists(submission.image.name):
        raise Http404
    return FileResponse(submission.image.open("rb"), content_type="image/jpeg")


# What came


def _received(request: HttpRequest) -> tuple[Mapping[str, Any], Any, str]:
    """(fields, picture or None, digest of the address), after what is cheap to refuse."""
    language = _reader_language(request)
    address = address_digest(_client_address(request), now=timezone.now())
    try:
        count_attempt(address, now=timezone.now())
    except TooManyError as error:
        raise _too_many(error, language) from error
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if length > MOST_BODY:
        raise _refused(413, "image", "body_too_large", language)
    if request.content_type != "multipart/form-data":
        raise _refused(400, "", "not_json", language)
    try:
        # Django itself reads forms of POST only.
        body = cast("IO[bytes]", request)
        parser = MultiPartParser(request.META, body, request.upload_handlers, request.encoding)
        fields, files = parser.parse()
    except RequestDataTooBig as error:
        raise _refused(413, "", "body_too_large", language) from error
    except (MultiPartParserError, SuspiciousOperation, UnicodeError, OSError) as error:
        raise _refused(400, "", "not_json", language) from error
    if fields.get("website"):
        raise _refused(400, "website", "robot", language)
    return fields, files.get("image"), address


def _envelope(fields: Mapping[str, Any], language: str) -> dict[str, Any]:
    try:
        return read_envelope(fields.get("announcement"))
    except ValueError as error:
        raise _refused(400, "", "not_json", language) from error


def _known(data: Mapping[str, Any]) -> Submission | None:
    client_id = data.get("clientId")
    if not isinstance(client_id, str):
        return None
    try:
        number = uuid.UUID(client_id)
    except ValueError:
        return None
    return Submission.objects.filter(client_id=number).first()


def _known_communes(data: Mapping[str, Any]) -> set[str]:
    code = data.get("communeCode")
    if not isinstance(code, str) or not code.isascii() or not code.isalnum() or len(code) > 5:
        return set()
    return set(Commune.objects.filter(pk=code).values_list("pk", flat=True))


def _checked_proof(data: Mapping[str, Any], language: object) -> str:
    proof = data.get("proof")
    stamp, nonce = (proof.get("stamp"), proof.get("nonce")) if isinstance(proof, dict) else (None, None)
    try:
        return check_proof(stamp, nonce, key=_proof_key(), now=time.time())
    except BadProofError as error:
        raise _refused(403, "proof", error.code, language) from error


def _image_bytes(picture: Any, language: object) -> bytes | None:
    if picture is None:
        return None
    if picture.size > MOST_BYTES:
        raise _refused(413, "image", "picture_too_large", language)
    content: bytes = picture.read()
    return content


def _clean(content: bytes | None, language: object) -> CleanPicture | None:
    if content is None:
        return None
    try:
        return clean_picture(content)
    except BadPictureError as error:
        raise _refused(PICTURE_STATUS[error.code], "image", error.code, language) from error


def _by_secret(secret: str) -> Submission:
    if len(secret) > 64:
        raise Http404
    rows = Submission.objects.select_related("event", "office").filter(secret_digest=digest_of(secret))
    submission = rows.first()
    if submission is None:
        raise Http404
    return submission


# Answers


def _state(submission: Submission, *, status: int) -> HttpResponse:
    return JsonResponse({"state": submission.state}, status=status)


def _address(event: Event) -> str | None:
    """Where an event is shown: of what became part of another, the other's; None when nothing is shown."""
    heirs = current_heirs(RecordKind.EVENT, [event.pk]) if not event.published else {}
    shown = Event.objects.filter(pk=heirs.get(event.pk, event.pk), published=True).first()
    return f"/event/{shown.public_id}" if shown is not None else None


def _told(submission: Submission, secret: str) -> dict[str, Any]:
    """What its author sees, see docs/announcements.md."""
    event = submission.event
    return {
        "state": submission.state,
        "answer": submission.answer if submission.state != SubmissionState.ACCEPTED else "",
        "office": submission.office.name if submission.office is not None else "",
        "event": _address(event) if event is not None else None,
        "language": submission.language,
        "title": submission.title,
        "dates": submission.dates,
        "where": submission.where,
        "communeCode": submission.commune_id or "",
        "text": submission.text,
        "email": submission.email,
        "image": f"/announcements/{secret}/picture" if submission.image else None,
    }


def _too_many(error: TooManyError, language: object) -> RefusedError:
    name = "email" if error.code == "too_many_mails" else ""
    fault = Fault(name, error.code, sentence_of(error.code, language))
    return RefusedError(429, fault, retry_after=error.seconds)


def _proof_key() -> bytes:
    return salted_hmac("traverse.announcements.proof", "", algorithm="sha256").digest()


def _client_address(request: HttpRequest) -> str:
    """Who sends, as the last proxy of ours that is to be believed (`TRUSTED_PROXIES`) says it."""
    proxies: int = settings.TRUSTED_PROXIES
    if proxies:
        said = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
        if len(said) >= proxies:
            return said[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
