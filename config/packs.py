"""Joins the API and the packs: a pack holds the answers that the web app would get."""

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.cache import cache

from cms.queries import data_version
from config.graphql.documents import checked_document, persisted_documents
from config.graphql.execution import execute_document
from tourism.models import Pack, Trail
from tourism.packs import pack_files, publish_pack

OPERATION = re.compile(r"\bquery\s+(\w+)")


def current_pack(trail: Trail) -> Pack:
    """The trail's pack, made again unless nothing public has changed since this process last looked."""
    version = data_version()
    key = f"pack:{trail.pk}"
    pack = getattr(trail, "pack", None)
    if pack is not None and cache.get(key) == (version, pack.version):
        return pack
    pack = build_pack(trail)
    latest = data_version()
    cache.set(key, (latest, pack.version), None)
    return pack


def build_pack(trail: Trail) -> Pack:
    """Ask the web app's questions about a trail in every language, and store the answers as its pack."""
    return publish_pack(trail, pack_files(trail, dict(trail_answers(trail))))


def build_packs() -> list[Pack]:
    """The packs of all published trails that have a line."""
    trails = Trail.objects.filter(published=True).exclude(line=[]).select_related("commune").order_by("pk")
    return [build_pack(trail) for trail in trails]


def trail_answers(trail: Trail) -> Iterator[tuple[str, Any]]:
    """(path in the pack, data) for the trail and its story, in every published language."""
    questions = {operation_name(source): source for source in persisted_documents().values()}
    for language, _name in settings.LANGUAGES:
        answer = _ask(questions["Trail"], id=trail.public_id, language=language)
        # What changes without the trail changing would make every night's pack a new one.
        answer["trail"]["pack"] = None
        for source in answer["trail"]["sources"]:
            source["seenAt"] = None
        yield f"answers/Trail.{language}.json", answer
        story = answer["trail"]["story"]
        if story:
            yield f"answers/Story.{language}.json", _ask(questions["Story"], id=story["id"], language=language)


def operation_name(source: str) -> str:
    """The name of the (only) operation of one of the web app's documents."""
    match = OPERATION.search(source)
    return match[1] if match else ""


def _ask(source: str, **variables: Any) -> dict[str, Any]:
    result = execute_document(checked_document(source, trusted=True), variables, context=None)
    if result.errors or result.data is None:
        raise RuntimeError(f"The pack cannot be built: {result.errors}")
    return result.data
