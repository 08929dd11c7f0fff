"""The form of a feed."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from agenda.admin.feeds.uploads import WAITING, keep_upload, name_in, settle_upload, token_of
from agenda.enums import EventCategory, FeedKind
from agenda.models import EventFeed
from agenda.sources.feeds.client import hurried_client
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.guard import fetched_address
from agenda.sources.feeds.kinds import sheet_of
from agenda.sources.feeds.linked_files import MOST_BYTES
from agenda.sources.feeds.managing import save_feed
from agenda.sources.feeds.openagenda_pages import API
from agenda.sources.feeds.sheet_files import Sheet
from agenda.sources.feeds.sheets import FIELDS, NEEDED, guessed_columns
from tourism.admin.policies import office_ids, sees_everything
from tourism.admin.views import limit_chooser
from tourism.models import Office

COLUMN = "column-"
FIELD_LABELS = {
    "title": gettext_lazy("Titre"),
    "first": gettext_lazy("Date ou première date"),
    "last": gettext_lazy("Dernière date"),
    "start": gettext_lazy("Heure de début ou horaires"),
    "end": gettext_lazy("Heure de fin"),
    "venue": gettext_lazy("Lieu"),
    "address": gettext_lazy("Adresse"),
    "postcode": gettext_lazy("Code postal"),
    "commune": gettext_lazy("Commune"),
    "description": gettext_lazy("Description"),
    "category": gettext_lazy("Catégorie"),
    "price": gettext_lazy("Tarif"),
    "url": gettext_lazy("Site web"),
    "phone": gettext_lazy("Téléphone"),
    "email": gettext_lazy("Adresse électronique"),
    "organiser": gettext_lazy("Organisateur"),
    "image": gettext_lazy("Adresse d’une image"),
    "status": gettext_lazy("État (annulé, complet…)"),
    "latitude": gettext_lazy("Latitude"),
    "longitude": gettext_lazy("Longitude"),
    "uid": gettext_lazy("Identifiant"),
}


class FeedForm(WagtailAdminModelForm):
    """`kept_keys` ({address: key} of this session) and `sheet_token` bring back what a preview must not show."""

    url = forms.CharField(
        label=gettext_lazy("Adresse"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "D’un calendrier (https:// ou webcal://), d’un agenda OpenAgenda (sa page ou son numéro), d’un flux "
            "DATAtourisme, ou d’un tableau publié."
        ),
    )
    key = forms.CharField(
        label=gettext_lazy("Clé d’accès"),
        required=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("OpenAgenda en demande une. Elle n’est plus jamais montrée ; vide, elle ne change pas."),
    )
    sheet = forms.FileField(
        label=gettext_lazy("Fichier"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json,.jsonld,.zip"}),
        help_text=gettext_lazy("Un tableau CSV ou Excel, ou un fichier DATAtourisme, quand il n’y a pas d’adresse."),
    )
    category = forms.ChoiceField(
        label=gettext_lazy("Catégorie habituelle"), required=False, choices=[("", "—"), *EventCategory.choices]
    )
    sheet_token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept_keys: dict[str, str] = {}
        self._before = (self.instance.url, self.instance.key, self.instance.sheet.name)
        if self.instance.pk:
            # Its records are filed under it.
            self.fields["kind"].disabled = True
        if self.for_user is not None:
            limit_chooser(self.fields["place"], self.for_user)
            self._limit_office()

    def _limit_office(self) -> None:
        field = self.fields["office"]
        if sees_everything(self.for_user):
            return
        field.queryset = Office.objects.filter(pk__in=office_ids(self.for_user))
        field.required = True
        if field.queryset.count() == 1:
            field.initial = field.queryset.get().pk
            field.empty_label = None

    def clean_url(self) -> str:
        url, kind = self.cleaned_data["url"].strip(), self.cleaned_data.get("kind")
        if kind == FeedKind.OPENAGENDA and url.isascii() and url.isdigit():
            return f"{API}/agendas/{url}/events"
        try:
            return fetched_address(url) if url else ""
        except FeedError as error:
            raise ValidationError(error.sentence) from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._clean_key(cleaned)
        kind, url = cleaned.get("kind"), cleaned.get("url", "")
        name = self._kept_upload(cleaned)
        cleaned["sheet"] = name or self.instance.sheet.name
        if "url" in self.errors or "sheet" in self.errors:
            return cleaned
        if kind in (FeedKind.ICS, FeedKind.OPENAGENDA) and not url:
            self.add_error("url", _("Ce flux a besoin d’une adresse."))
        elif not url and not cleaned["sheet"]:
            self.add_error("sheet", _("Donnez une adresse ou un fichier."))
        elif (known := self._feed_at(url, cleaned.get("office"))) is not None:
            self.add_error("url", _("Le flux « %s » de cet office a déjà cette adresse.") % known.name)
        return cleaned

    def _feed_at(self, url: str, office: Office | None) -> EventFeed | None:
        """Another feed of the office at an address that is new to this one: all of its events would come twice."""
        if not url or url == self._before[0]:
            return None
        return EventFeed.objects.filter(url=url, office=office).exclude(pk=self.instance.pk).first()

    def _clean_key(self, cleaned: dict[str, Any]) -> None:
        """An empty key is the one that we have, but never for another site: it would be told to it."""
        url = cleaned.get("url", "")
        if cleaned.get("key"):
            return
        before, key, _sheet = self._before
        same_site = urlsplit(before).netloc == urlsplit(url).netloc
        cleaned["key"] = self.kept_keys.get(url, "") or (key if same_site else "")

    def _kept_upload(self, cleaned: dict[str, Any]) -> str:
        upload, user_id = cleaned.get("sheet"), getattr(self.for_user, "pk", 0) or 0
        if isinstance(upload, UploadedFile):
            if (upload.size or 0) > MOST_BYTES:
                self.add_error("sheet", _("Ce fichier est trop gros."))
                return ""
            name = keep_upload(upload)
            self.data = self.data.copy()
            self.data["sheet_token"] = token_of(name, user_id=user_id)
            return name
        return name_in(cleaned.get("sheet_token") or "", user_id=user_id)

    def read_table(self) -> Sheet | None:
        """The table of a feed that is one, and its columns chosen or guessed in `instance.columns`.

        Raises FeedError.
        """
        feed: EventFeed = self.instance
        if feed.kind != FeedKind.SHEET:
            return None
        with hurried_client() as client:
            sheet = sheet_of(feed, client)
        sent = {field: self.data.get(f"{COLUMN}{field}", "") for field in FIELDS}
        chosen = {field: title for field, title in sent.items() if title in sheet.headers}
        known = {field: title for field, title in feed.columns.items() if title in sheet.headers}
        if f"{COLUMN}title" in self.data:
            feed.columns = chosen
        elif not all(field in known for field in NEEDED):
            feed.columns = guessed_columns(sheet.headers, sheet.rows)
        return sheet

    def save(self, commit: bool = True) -> EventFeed:
        feed: EventFeed = self.instance
        before = self._before[2]
        if feed.sheet.name and feed.sheet.name.startswith(f"{WAITING}/"):
            feed.sheet.name = settle_upload(feed.sheet.name)
            if before:
                feed.sheet.storage.delete(before)
        return save_feed(feed=feed, by=self.for_user.get_username() if self.for_user else "")
