"""What the picture library’s forms do besides saving."""

from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """The picture library's form (settings.WAGTAILIMAGES_IMAGE_FORM_BASE)."""

    def save(self, commit=True):
        """Draw the public sizes again when the file of a known image is replaced: published pages show it."""
        known = bool(self.instance.pk)
        image = super().save(commit=commit)
        if commit and known and "file" in self.changed_data:
            image.prepare_public_sizes()
        return image
