"""Editorial pages and media."""

from cms.models.media import CreditedImage, CreditedRendition

__all__ = ["CreditedImage", "CreditedRendition"]
