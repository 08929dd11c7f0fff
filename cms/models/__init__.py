"""Editorial pages and media."""

from cms.models.media import CreditedImage, CreditedRendition
from cms.models.version import DataVersion

__all__ = ["CreditedImage", "CreditedRendition", "DataVersion"]
