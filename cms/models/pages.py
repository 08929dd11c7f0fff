"""Pages of the agency: what every page has, the home page, articles."""

from django.conf import settings
from django.db import models
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.blocks import body_blocks
from cms.models.media import CreditedImage
from cms.models.preview import PreviewDraft
from cms.preview import preview_address, preview_token
from cms.texts import MAIN_LANGUAGE


def public_path(relative_path: str) -> str:
    """The web app's path of a page from its slugs under the home page: "" → "/", "a/b" → "/page/a/b"."""
    relative_path = relative_path.strip("/")
    return f"/page/{relative_path}" if relative_path else "/"


class BasePage(Page):
    """What every page of the site has; page types of the apps above inherit it too."""

    lead = models.TextField(
        _("chapeau"), max_length=400, blank=True, help_text=_("Une ou deux phrases, montrées aussi dans les listes.")
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("image"),
    )
    image_alt = models.CharField(
        _("texte de remplacement"),
        max_length=200,
        blank=True,
        help_text=_("Ce que l’image montre, dans la langue de la page ; vide : la description de l’image."),
    )
    body = StreamField(body_blocks(), blank=True, verbose_name=_("contenu"))

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
        FieldPanel("body"),
    ]

    # Slugs follow the French: public paths do not depend on the language.
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        TranslatableField("lead"),
        TranslatableField("image_alt"),
        TranslatableField("body"),
        SynchronizedField("slug", overridable=False),
        SynchronizedField("image"),
        SynchronizedField("show_in_menus", overridable=False),
    ]

    class Meta:
        abstract = True

    def main_version(self) -> Page:
        """The page in the main language, whose slugs make the public path; itself when there is none."""
        if self.locale_id and self.locale.language_code != MAIN_LANGUAGE:
            main = self.get_translations().filter(locale__language_code=MAIN_LANGUAGE).first()
            return main or self
        return self

    def get_url_parts(self, request=None):
        """The page is read in the web app, not in a template: (site id, public address, path of the web app)."""
        page = self.main_version()
        roots = page._get_relevant_site_root_paths(request)
        if not roots:
            return None
        return roots[0].site_id, settings.PUBLIC_URL, public_path(page.url_path[len(roots[0].root_path) :])

    def image_ids(self) -> set[int]:
        """Primary keys of the images that the page shows."""
        stored = [(block["value"] or {}).get("image") or {} for block in self.body.raw_data if block["type"] == "image"]
        return {key for key in (self.image_id, *(image.get("image") for image in stored)) if key}

    def prepare_images(self) -> None:
        """Draw the sizes that the contract promises, so that reading the page never has to."""
        for image in CreditedImage.objects.filter(pk__in=self.image_ids()).prefetch_related("renditions"):
            image.prepare_public_sizes()

    def serve_preview(self, request, mode_name):
        """Keep what the form holds and send the browser (the preview panel's frame too) to the real web app."""
        draft = PreviewDraft.objects.keep(self, user=getattr(request, "user", None))
        self.prepare_images()
        parts = self.get_url_parts(request)
        response = HttpResponseRedirect(preview_address(parts[2] if parts else "/page/-", preview_token(draft.key)))
        response["Cache-Control"] = "private, no-store"
        return response


class HomePage(BasePage):
    """The first page of the site, one per language."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.ArticlePage"]

    class Meta:
        verbose_name = _("page d’accueil")
        verbose_name_plural = _("pages d’accueil")


class ArticlePage(BasePage):
    """A page of text, which may have pages under it."""

    show_in_menus_default = True
    parent_page_types = ["cms.HomePage", "cms.ArticlePage"]
    subpage_types = ["cms.ArticlePage"]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
