"""The page that answers "who said so, since when?" of each field of one object."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import InspectView

from tourism.actions import choose_source, source_layers
from tourism.actions.editing import value_of
from tourism.admin.addresses import page_query, run_url
from tourism.admin.fields import field_label, language_label, moment_of, split_key, spoken_text
from tourism.admin.forms import editor_name, noted_value
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


def voices_on(subject: GoldenModel, *, kind: str, key: str) -> list[dict[str, Any]]:
    """What each source says of a field, the most trusted first: ``{"source", "name", "owner", "number", "value",
    "text", "shown"}``; `shown` marks the one that the public sees."""
    records = source_records(kind, subject.pk)
    layers = source_layers(records)
    origin = fold(layers, subject.overrides).origins.get(key, {})
    name, _language = split_key(key)
    choice = subject.overrides.get(key, {})
    communes = {}
    if name == "commune_code":
        said = [layer.says(key) for layer in layers]
        communes = dict(Commune.objects.filter(pk__in=filter(None, said)).values_list("code", "name"))
    voices = [
        {
            "source": record.source,
            "name": source_name(record.source),
            "owner": record.owner,
            "number": record.external_id,
            "value": layer.says(key),
            "text": spoken_text(name, layer.says(key), communes=communes),
            "shown": False,
        }
        for record, layer in zip(records, layers, strict=True)
        if layer.says(key) is not None
    ]
    for voice in voices:
        if voice["source"] == origin.get("source") and choice.get("number", voice["number"]) in ("", voice["number"]):
            voice["shown"] = True
            break
    return voices


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
            "voices": voices_on(subject, kind=kind, key=key) if key else [],
            "chosen": "from" in subject.overrides.get(key, {}),
            "may_choose": self._may_choose(),
            "keys": [(known, key_label(known)) for known in keys],
            "moments": page,
            "page_query": page_query(field=key),
        }

    def _may_choose(self) -> bool:
        policy = policy_registry.get_by_type(type(self.object))
        return policy.user_has_permission_for_instance(self.request.user, "change", self.object)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what another source says of a field."""
        subject: GoldenModel = self.object
        if not self._may_choose():
            raise PermissionDenied
        kind = kind_of(type(subject))
        key, source, number = (request.POST.get(name, "") for name in ("field", "source", "number"))
        voices = {(voice["source"], voice["number"]): voice for voice in voices_on(subject, kind=kind, key=key)}
        if source and (source, number) not in voices:
            messages.error(request, _("Cette source ne dit rien de ce champ : rien n’a changé."))
        else:
            before = value_of(fold(source_layers(source_records(kind, subject.pk)), subject.overrides), key)
            choose_source(
                subject,
                kind=kind,
                key=key,
                source=source,
                number=number,
                by=editor_name(request.user),
                refold=EDITED_KINDS[kind].refold,
            )
            after = voices[source, number]["value"] if source else None
            change = {"label": key_label(key), "key": key, "language": split_key(key)[1]}
            change |= {"before": noted_value(key, before), "after": noted_value(key, after)}
            data = {"changes": [change | ({} if source else {"given_back": True})]}
            log(instance=subject, action="tourism.edit", user=request.user, content_changed=True, data=data)
            messages.success(request, _("« %s » : la source est choisie.") % key_label(key))
        return redirect(f"{request.path}?{urlencode({'field': key})}")

    def _said_now(self, subject: GoldenModel, kind: str, key: str) -> dict[str, Any]:
        """``{"value", "by", "since", "edited"}``: what the public sees, and who says so."""
        folded = fold(source_layers(source_records(kind, subject.pk)), subject.overrides)
        name, _language = split_key(key)
        value = value_of(folded, key)
        if value is None:
            # What has no value of its own, as changes of single dates.
            value = subject.overrides.get(key, {}).get("value")
        communes = dict(Commune.objects.filter(pk=value).values_list("code", "name")) if name == "commune_code" else {}
        origin = folded.origins.get(key, {})
        edited = origin.get("source") == EDITORS
        return {
            "value": spoken_text(name, value, communes=communes),
            "by": origin.get("by", "") if edited else source_name(origin.get("source", "")),
            "since": moment_of(origin.get("since", "")),
            "edited": edited,
        }
