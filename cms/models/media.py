"""Images that editors upload: an author and a licence are part of the picture, not an afterthought."""

import logging

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

logger = logging.getLogger(__name__)

# The two sizes of the contract. WebP: half the bytes of JPEG, read by every browser that the web app supports.
LARGE_SIZE = "width-1200|format-webp"
SMALL_SIZE = "width-480|format-webp"


class CreditedImage(AbstractImage):
    """An image of the picture library with its author, licence and last day of use."""

    author = models.CharField(_("auteur"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True, help_text=_("Par exemple : CC BY 4.0"))
    expires_on = models.DateField(_("utilisable jusqu’au"), null=True, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "author", "licence", "expires_on")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def credit(self) -> str:
        """Author and licence in one line, '' when neither is known."""
        return " – ".join(part for part in (self.author, self.licence) if part)

    def prepare_public_sizes(self) -> None:
        """Draw the sizes that readers are given; nothing to do when they exist.

        An image whose file is lost or unreadable is logged and stays without sizes: no page fails because of it.
        """
        try:
            self.get_renditions(LARGE_SIZE, SMALL_SIZE)
        except OSError as error:
            logger.warning("Image %s (%s) cannot be drawn: %s", self.pk, self.title, error)


class CreditedRendition(AbstractRendition):
    """A resized copy of an image."""

    image = models.ForeignKey(CreditedImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
