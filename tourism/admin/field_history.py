"""The page that answers "who said so, since when?" of each field of one object."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import InspectView

from tourism.actions import source_layers
from tourism.actions.editing import value_of
from tourism.admin.addresses import page_query, run_url
from tourism.admin.fields import field_label, language_label, moment_of, split_key, spoken_text
from tourism.admin.kinds import EDITED_KINDS, kind_of
from tourism.admin.sources import source_name
from tourism.admin.timeline import fill_rows, keys_of, moments_of
from tourism.golden import EDITORS, fold
from tourism.models import Commune, GoldenModel, ImportRun
from tourism.queries import source_records

MOMENTS_PER_PAGE = 30
LONGEST_KEY = 60


def key_label(key: str) -> str:
    """ "Nom, English"."""
    name, language = split_key(key)
    return f"{field_label(name)}, {language_label(language)}" if language else field_label(name)


class FieldHistoryView(InspectView):
    """Everything that sources and editors said of one object, or of one of its fields, the newest first."""

    template_name = "tourism/admin/pages/field_history.html"

    # Wagtail's would offer to delete.
    header_more_buttons = ()

    def get_page_title(self) -> str:
        return _("Historique des champs")

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        subject: GoldenModel = self.object
        kind = kind_of(type(subject))
        key = self.request.GET.get("field", "").replace("\x00", "")[:LONGEST_KEY]
        moments = moments_of(subject, kind=kind)
        keys = sorted({*keys_of(moments), *([key] if key else [])}, key=key_label)
        if key:
            moments = moments_of(subject, kind=kind, key=key)
        page = Paginator(moments, MOMENTS_PER_PAGE).get_page(self.request.GET.get("p"))
        page.object_list = list(page.object_list)
        fill_rows(page.object_list, key=key)
        sees_runs = policy_registry.get_by_type(ImportRun).user_has_permission(self.request.user, "view")
        for moment in page.object_list:
            moment.run_url = run_url(moment.run) if moment.run is not None and sees_runs else ""
            moment.back = ", ".join(key_label(given) for given in sorted(moment.given_back))
        return super().get_context_data(**kwargs) | {
            "subject": subject,
            "edit_url": EDITED_KINDS[kind].edit_url(subject.pk),
            "key": key,
            "key_label": key_label(key) if key else "",
            "now": self._said_now(subject, kind, key) if key else None,
            "keys": [(known, key_label(known)) for known in keys],
            "moments": page,
            "page_query": page_query(field=key),
        }

    def _said_now(self, subject: GoldenModel, kind: str, key: str) -> dict[str, Any]:
        """``{"value", "by", "since", "edited"}``: what the public sees, and who says so."""
        folded = fold(source_layers(source_records(kind, subject.pk)), subject.overrides)
        name, _language = split_key(key)
        value = value_of(folded, key)
        communes = dict(Commune.objects.filter(pk=value).values_list("code", "name")) if name == "commune_code" else {}
        origin = folded.origins.get(key, {})
        edited = origin.get("source") == EDITORS
        return {
            "value": spoken_text(name, value, communes=communes),
            "by": origin.get("by", "") if edited else source_name(origin.get("source", "")),
            "since": moment_of(origin.get("since", "")),
            "edited": edited,
        }
