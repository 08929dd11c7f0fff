"""Places, trails, stories, what sources said of them, and the runs that brought it."""

from tourism.models.delivery import ExportDelivery, FeedAlert
from tourism.models.golden import Card, GoldenModel
from tourism.models.media import RemoteImage
from tourism.models.merge import Merge, PlaceAlias
from tourism.models.office import Commune, Office
from tourism.models.pack import Pack
from tourism.models.place import Place, PlaceCard
from tourism.models.record import ImportRun, ImportRunLine, SourceRecord
from tourism.models.referential import ReadFile, ReferenceCommune, ReferenceElement, Selection, SelectionMember
from tourism.models.story import Story, StoryStep, Trigger
from tourism.models.trail import Trail, TrailCard

__all__ = [
    "Card",
    "Commune",
    "ExportDelivery",
    "FeedAlert",
    "GoldenModel",
    "ImportRun",
    "ImportRunLine",
    "Merge",
    "Office",
    "Pack",
    "Place",
    "PlaceAlias",
    "PlaceCard",
    "ReadFile",
    "ReferenceCommune",
    "ReferenceElement",
    "RemoteImage",
    "Selection",
    "SelectionMember",
    "SourceRecord",
    "Story",
    "StoryStep",
    "Trail",
    "TrailCard",
    "Trigger",
]
