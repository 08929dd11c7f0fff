"""The HTTP view of GraphQL: JSON by POST, the web app's own questions by GET, and the console for people."""

import hashlib
import json
import logging
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from graphql import GraphQLError

from cms.queries import data_version
from cms.schema.types import ApiError
from config.graphql.documents import Document, as_bad_input, checked_document, persisted_documents
from config.graphql.execution import execute_document

log = logging.getLogger(__name__)

# Answers hold "now" (open now, next date): a minute is as old as one may be.
FRESH_SECONDS, STALE_SECONDS = 60, 600


# Queries change nothing and read no cookie, so that a forged request has nothing to win.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def graphql_view(request: HttpRequest) -> HttpResponse:
    """`POST {query, variables, operationName}`, `GET ?id=<sha256>&variables=<json>`, or the console for a browser."""
    if request.method == "POST":
        return _posted(request)
    if "id" in request.GET:
        return _persisted(request)
    if "query" in request.GET:
        return _answer_by_get(request)
    if "text/html" in request.headers.get("Accept", ""):
        if settings.GRAPHQL["persisted_only"]:
            return _refusal(403, "BAD_INPUT", "The console is switched off here.")
        return render(request, "graphql/console.html")
    return _refusal(400, "BAD_INPUT", "Send a query by POST as JSON, or the id of a persisted one by GET.")


def _posted(request: HttpRequest) -> HttpResponse:
    if request.content_type != "application/json":
        return _refusal(415, "BAD_INPUT", "The body must be application/json.")
    limit = settings.GRAPHQL["max_body_bytes"]
    if int(request.META.get("CONTENT_LENGTH") or 0) > limit or len(request.body) > limit:
        return _refusal(413, "TOO_COSTLY", f"The body has more than {limit} bytes.")
    try:
        asked = json.loads(request.body)
    except (ValueError, RecursionError):
        return _refusal(400, "BAD_INPUT", "The body is not JSON.")
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        return _refusal(400, "BAD_INPUT", "The body is an object with a `query`; several at once are not answered.")
    variables = asked.get("variables") or {}
    if not isinstance(variables, dict):
        return _refusal(400, "BAD_INPUT", "`variables` is an object.")
    return _ad_hoc(request, asked["query"], variables, asked.get("operationName"))


def _answer_by_get(request: HttpRequest) -> HttpResponse:
    variables = _variables(request)
    if variables is None:
        return _refusal(400, "BAD_INPUT", "`variables` is a JSON object.")
    return _ad_hoc(request, request.GET["query"], variables, request.GET.get("operationName"))


def _ad_hoc(request: HttpRequest, source: str, variables: dict[str, Any], operation: str | None) -> HttpResponse:
    trusted = source in _known_sources()
    if settings.GRAPHQL["persisted_only"] and not trusted:
        return _refusal(403, "BAD_INPUT", "Only the web app's own questions are answered here.")
    document = checked_document(source, trusted=trusted)
    if document.errors:
        return _json({"errors": [error.formatted for error in document.errors]}, status=400)
    body, _storable = _execute(request, document, variables, operation)
    response = HttpResponse(body, content_type="application/json")
    response["Cache-Control"] = "no-store"
    return response


def _persisted(request: HttpRequest) -> HttpResponse:
    identifier = request.GET["id"].removeprefix("sha256:")
    source = persisted_documents().get(identifier)
    if source is None:
        return _refusal(404, "NOT_FOUND", "No persisted document has this id: is the web app newer than the server?")
    given = request.GET.get("variables", "")
    version = data_version()
    key = hashlib.sha256(f"{identifier}\n{given}\n{version}".encode()).hexdigest()
    stored = cache.get(key)
    if stored is None:
        variables = _variables(request)
        if variables is None:
            return _refusal(400, "BAD_INPUT", "`variables` is a JSON object.")
        document = checked_document(source, trusted=True)
        if document.errors:
            return _json({"errors": [error.formatted for error in document.errors]}, status=400)
        body, storable = _execute(request, document, variables, None)
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if not storable:
            private = HttpResponse(body, content_type="application/json")
            private["Cache-Control"] = "private, no-store"
            return private
        stored = (etag, body)
        cache.set(key, stored, FRESH_SECONDS)
    etag, body = stored
    if etag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(body, content_type="application/json")
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}, stale-while-revalidate={STALE_SECONDS}"
    return response


def _variables(request: HttpRequest) -> dict[str, Any] | None:
    try:
        variables = json.loads(request.GET.get("variables") or "{}")
    except (ValueError, RecursionError):
        return None
    return variables if isinstance(variables, dict) else None


def _execute(
    request: HttpRequest, document: Document, variables: dict[str, Any], operation: str | None
) -> tuple[bytes, bool]:
    """The answer, and whether it may be kept for others: not when it failed, nor when a resolver said `no_store`."""
    result = execute_document(document, variables, context=request, operation=operation)
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = [_shown(error).formatted for error in result.errors]
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=str).encode()
    return body, not result.errors and not getattr(request, "no_store", False)


def _shown(error: GraphQLError) -> GraphQLError:
    """What a client may see of an error: typed ones as they are, the unexpected without its details."""
    original = error.original_error
    if isinstance(original, ApiError):
        return GraphQLError(original.message, error.nodes, path=error.path, extensions=original.extensions)
    if original is None or isinstance(original, GraphQLError):
        return as_bad_input(error)
    log.error("GraphQL failed at %s", error.path, exc_info=original)
    return GraphQLError("Something went wrong here.", path=error.path, extensions={"code": "INTERNAL"})


def _known_sources() -> set[str]:
    return set(persisted_documents().values())


def _refusal(status: int, code: str, message: str) -> JsonResponse:
    return _json({"errors": [{"message": message, "extensions": {"code": code}}]}, status=status)


def _json(content: dict[str, Any], *, status: int) -> JsonResponse:
    response = JsonResponse(content, status=status)
    response["Cache-Control"] = "no-store"
    return response
