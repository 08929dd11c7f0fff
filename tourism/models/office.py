"""Communes, and the organisations that edit."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class Commune(models.Model):
    """A commune by its INSEE code; loaded from tourism/data/communes.json."""

    code = models.CharField(_("code INSEE"), max_length=5, primary_key=True)
    name = models.CharField(_("nom"), max_length=100)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    apidae_id = models.IntegerField(null=True, blank=True, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("commune")
        verbose_name_plural = _("communes")

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """A tourist office, a museum, a park or a commune that edits its own things and only those."""

    name = models.CharField(_("nom"), max_length=200)
    slug = models.SlugField(unique=True)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="office", verbose_name=_("groupe"))
    collection = models.ForeignKey(
        Collection, null=True, blank=True, on_delete=models.SET_NULL, verbose_name=_("collection d’images")
    )
    communes = models.ManyToManyField(Commune, blank=True, related_name="offices", verbose_name=_("communes"))
    apidae_member_ids = models.JSONField(
        _("membres APIDAE"), default=list, blank=True, help_text=_("Numéros des membres dont les fiches sont à elle.")
    )
    email = models.EmailField(_("adresse électronique"), blank=True)
    website = models.URLField(_("site web"), blank=True)
    brand = models.JSONField(_("marque"), default=dict, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def __str__(self) -> str:
        return self.name
