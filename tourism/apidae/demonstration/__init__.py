"""The demonstration territory: objects about the real Alpes de Haute-Provence in APIDAE's own form.

It stands in for a feed where none can be reached: the APIDAE simulator serves it, the importer reads it over HTTP.
Texts and pictures are the project's own; lodgings, tables, shops and every telephone number are invented.
Pure: no database, no network; the same day gives the same territory.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tourism.apidae.demonstration.builder import build_object, image_path, plan_path, used_elements
from tourism.apidae.demonstration.communes import all_communes
from tourism.apidae.demonstration.content import all_drafts
from tourism.apidae.demonstration.content.registers import (
    INTERNAL_CRITERIA,
    selections_of,
    territories_of,
    with_criteria,
)
from tourism.apidae.demonstration.content.trails import TRAILS, gpx
from tourism.apidae.demonstration.content.traps import SECOND_PICTURES, with_traps
from tourism.apidae.demonstration.pictures import VARIANTS, draw_picture
from tourism.apidae.demonstration.references import all_elements

__all__ = ["Territory", "build_territory", "media_file"]

MEDIA_URL = "http://127.0.0.1:8899/filestore"


@dataclass(frozen=True)
class Territory:
    """Everything that a simulator of APIDAE serves; all JSON-ready, objects in the form of API v002."""

    objects: list[dict]
    elements_reference: list[dict]
    communes: list[dict]
    criteres_internes: list[dict]
    selections: list[dict]
    territoires: list[dict]


def build_territory(today: date, *, media_url: str = MEDIA_URL) -> Territory:
    """The territory as it stands on a day: the dates of events are counted from `today`.

    `media_url` is where the files of `media_file` are served, without a slash at the end.
    """
    drafts = {draft.id: draft for draft in all_drafts(today, media_url)}
    objects = [build_object(draft, today=today, media_url=media_url, drafts=drafts) for draft in drafts.values()]
    objects = with_traps(with_criteria(objects), media_url)
    used = used_elements(objects)
    return Territory(
        objects=objects,
        elements_reference=[element for element in all_elements() if element["id"] in used],
        communes=all_communes(),
        criteres_internes=[dict(criterion) for criterion in INTERNAL_CRITERIA],
        selections=selections_of(objects),
        territoires=territories_of(objects),
    )


@lru_cache(maxsize=256)
def media_file(path: str) -> tuple[bytes, str]:
    """Body and content type of a file below the media URL: an illustration, one of its variants, or a GPX.

    Raises KeyError for a path that no object of the demonstration names.
    """
    stem, dot, extension = path.rpartition(".")
    if extension == "gpx":
        return gpx(_plans()[path]), "application/gpx+xml"
    for suffix, width in VARIANTS.items():
        original = stem.removesuffix(suffix) if suffix else stem
        if stem.endswith(suffix) and f"{original}{dot}{extension}" in _pictures():
            identifier, scene = _pictures()[f"{original}.jpg"]
            return draw_picture(scene, seed=identifier, width=width), "image/jpeg"
    raise KeyError(path)


@lru_cache(maxsize=1)
def _plans() -> dict[str, int]:
    return {plan_path(trail.id): trail.id for trail in TRAILS}


@lru_cache(maxsize=1)
def _pictures() -> dict[str, tuple[int, str]]:
    """Object and scene of each picture by path; all seasons, since a picture outlives the day it was asked for."""
    drafts = all_drafts(date(2026, 1, 1), MEDIA_URL, every_season=True)
    pictures = {image_path(draft.id): (draft.id, draft.picture) for draft in drafts if draft.picture}
    seconds = {image_path(identifier, 2): (identifier + 1, scene) for identifier, scene in SECOND_PICTURES.items()}
    return pictures | seconds
