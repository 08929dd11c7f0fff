"""What places, trails and events have in common: a fold of what sources said and what editors changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from cms.texts import MAIN_LANGUAGE, text_in


class GoldenModel(index.Indexed, models.Model):
    """A public object. Every column but `overrides`, `office` and `hidden` is derived by the actions from the source
    records and the overrides (see `tourism.golden.fold`); nothing else writes them.

    Texts are JSON in the shape of `cms.texts`; `facts` holds every other field of the folded record.
    """

    # Stable and language-independent: URLs and printed QR codes carry it. Derived from source and id at creation, so
    # that a database rebuilt from the feeds has the same addresses.
    public_id = models.CharField(_("identifiant public"), max_length=16, unique=True, editable=False)
    name = models.JSONField(_("nom"), default=dict)
    summary = models.JSONField(_("résumé"), default=dict, blank=True)
    description = models.JSONField(_("description"), default=dict, blank=True)
    title = models.CharField(
        _("titre"), max_length=255, editable=False, default=""
    )  # French name, for lists and search
    sort_key = models.CharField(max_length=80, editable=False, default="")  # title without accents and case
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    commune = models.ForeignKey(
        "tourism.Commune", null=True, blank=True, on_delete=models.SET_NULL, verbose_name=_("commune")
    )
    office = models.ForeignKey(
        "tourism.Office", null=True, blank=True, on_delete=models.SET_NULL, verbose_name=_("office")
    )
    facts = models.JSONField(default=dict, blank=True, editable=False)
    # {field: {"source": …, "since": ISO date-time}}: who says so.
    origins = models.JSONField(default=dict, blank=True, editable=False)
    # {field or field.language: {"value": …, "by": user name, "at": ISO date-time}}
    overrides = models.JSONField(default=dict, blank=True, editable=False)
    hidden = models.BooleanField(_("masqué"), default=False, help_text=_("Ne pas montrer au public."))
    published = models.BooleanField(_("publié"), default=True, editable=False)
    withdrawn_at = models.DateTimeField(_("retiré le"), null=True, blank=True, editable=False)
    # Path in the web app of what stands in its place, when there is something.
    replaced_by = models.CharField(max_length=40, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    # Lists and choosers of the admin search `sort_key`; the public searches `search`. Wagtail's own index, kept up to
    # date at each save, would be a third one, and its reference index would be read by nobody.
    search_auto_update = False
    wagtail_reference_index_ignore = True

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.FilterField("office_id"),
        index.FilterField("commune_id"),
        index.FilterField("published"),
    ]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title or text_in(self.name, MAIN_LANGUAGE) or self.public_id

    @property
    def published_languages(self) -> list[str]:
        """Codes of the languages in which the name exists and which the site publishes."""
        return [code for code, _label in settings.LANGUAGES if self.name.get(code, {}).get("text")]


class Card(models.Model):
    """A list entry ready to be sent, one per object and language: a list costs one statement, whatever its length.

    Its object is a foreign key without the database's own check, which costs a look at the object for each card: an
    import writes four for each thing that it brings, and what an import brought is never deleted.
    """

    language = models.CharField(max_length=5)
    card = models.JSONField(default=dict)

    class Meta:
        abstract = True
