"""Editorial pages and media."""

from cms.models.job import ScheduledJob
from cms.models.media import CreditedImage, CreditedRendition
from cms.models.pages import ArticlePage, BasePage, HomePage, public_path
from cms.models.preview import PreviewDraft
from cms.models.version import DataVersion

__all__ = [
    "ArticlePage",
    "BasePage",
    "CreditedImage",
    "CreditedRendition",
    "DataVersion",
    "HomePage",
    "PreviewDraft",
    "ScheduledJob",
    "public_path",
]
