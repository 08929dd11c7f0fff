"""What could not be taken: the list with its reasons, each record as the source sent it, and trying again."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import InspectView

from cms.admin.lists import ReadOnlyIndexView
from tourism.admin.columns import TemplateColumn
from tourism.admin.fields import moment_of, spoken_text
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import ANY, sees_everything
from tourism.admin.sources import edited_source, source_name
from tourism.admin.viewsets.imports.parts import source_filter
from tourism.enums import ImportOutcome
from tourism.models import ImportRunLine, SourceRecord

LARGEST_RAW = 2_000_000
# Past this, a span per word would only slow the page down.
LARGEST_MARKED = 200_000
MOST_REASONS = 3_000
VARYING = re.compile(r"«[^»]*»|\"[^\"]*\"|'[^']*'|[-+]?\d[\d.,:/-]*")
JSON_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<number>-?\d[\d.eE+-]*)|(?P<word>true|false|null)'
)


def reason_kind(sentence: str) -> str:
    """What reasons have in common: the sentence without the numbers and the words that it quotes."""
    return VARYING.sub("…", sentence).strip()[:200]


def reason_kinds(records: QuerySet[SourceRecord]) -> Counter[str]:
    """How many records have each kind of reason; one statement."""
    sentences = records.order_by().values_list("quarantine_reason", flat=True)[:MOST_REASONS]
    return Counter(reason_kind(sentence) for sentence in sentences)


class RecordFilterSet(WagtailFilterSet):
    """By source, nature and kind of reason. The kinds are those of the records that are there."""

    source = source_filter()
    reason = django_filters.ChoiceFilter(method="filter_reason", label=gettext_lazy("Raison"), choices=())

    class Meta:
        model = SourceRecord
        fields = ["kind"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = reason_kinds(self.queryset) if self.queryset is not None else Counter()
        self.filters["reason"].extra["choices"] = [
            (kind, f"{kind} ({count})") for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
        ]

    def filter_reason(self, queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        sentences = self.queryset.order_by().values_list("quarantine_reason", flat=True)[:MOST_REASONS]
        return queryset.filter(quarantine_reason__in={text for text in sentences if reason_kind(text) == value})


def quarantined_records(user: Any) -> QuerySet[SourceRecord]:
    """Records in quarantine that somebody sees, what came last first. What its source has withdrawn since waits for
    nothing any more: trying it again would bring it back."""
    records = policy_registry.get_by_type(SourceRecord).instances_user_has_any_permission_for(user, ANY)
    waiting = records.filter(withdrawn_at=None).exclude(quarantine_reason="")
    return waiting.defer("raw", "since").order_by("-seen_at", "pk")


SEARCHED = ("external_id", "quarantine_reason", "owner", "record__name__fr")


def searched(records: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Records of which one of the searched fields contains the query."""
    query = query.replace("\x00", "").strip()
    if not query:
        return records
    matching = Q()
    for name in SEARCHED:
        matching |= Q(**{f"{name}__icontains": query})
    return records.filter(matching)


def quarantined_since(records: Iterable[SourceRecord]) -> dict[tuple[str, str], tuple[datetime, str]]:
    """For each (source, external id): the run in which this quarantine began, and the name read then. One statement."""
    wanted = {(record.source, record.external_id) for record in records}
    lines = ImportRunLine.objects.filter(
        external_id__in={number for _source, number in wanted}, run__dry_run=False
    ).order_by("-run__started_at", "-pk")
    found: dict[tuple[str, str], tuple[datetime, str]] = {}
    over: set[tuple[str, str]] = set()
    for source, number, outcome, started, name in lines.values_list(
        "run__source", "external_id", "outcome", "run__started_at", "name"
    ):
        key = (source, number)
        if key not in wanted or key in over:
            continue
        if outcome != ImportOutcome.QUARANTINED:
            over.add(key)
        else:
            found[key] = (started, found.get(key, (started, ""))[1] or name)
    return found


def record_name(record: SourceRecord) -> str:
    """The French name that was understood last; '' when none ever was."""
    return spoken_text("name", record.record.get("name")) if isinstance(record.record, dict) else ""


class RecordIndexView(ReadOnlyIndexView):
    """Records that wait in quarantine; its number of statements does not depend on its number of rows."""

    results_template_name = "tourism/admin/pages/quarantine_results.html"
    page_title = gettext_lazy("Quarantaine")
    title_label = gettext_lazy("Fiche")
    title_accessor = "shown_name"
    default_ordering = "-seen_at"

    def get_base_queryset(self) -> QuerySet[Any]:
        return quarantined_records(self.request.user)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return searched(queryset, self.search_query) if self.is_searching else queryset

    @cached_property
    def columns(self) -> list[Any]:
        columns = super().columns
        if not self.may_retry:
            return columns
        return [TemplateColumn("ticked", template="tick", label="", accessor="pk"), *columns]

    @cached_property
    def may_retry(self) -> bool:
        return sees_everything(self.request.user)

    def get_table(self, object_list: Iterable[Any]) -> Any:
        records = list(object_list)
        since = quarantined_since(records)
        for record in records:
            began, name = since.get((record.source, record.external_id), (record.seen_at, ""))
            record.since_when = began
            record.shown_name = record_name(record) or name or record.external_id
        return super().get_table(records)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        paginator = context.get("paginator")
        return context | {
            "may_retry": self.may_retry,
            "retry_url": reverse(SourceRecord.snippet_viewset.get_url_name("retry_several")),
            "query": self.request.GET.urlencode(),
            "total": paginator.count if paginator else len(context["object_list"]),
        }


def readable_raw(raw: bytes) -> str:
    """The object as the source sent it, indented; a sentence when it cannot be shown."""
    if not raw:
        return ""
    try:
        unpacked = zlib.decompressobj().decompress(bytes(raw), LARGEST_RAW)
        return json.dumps(json.loads(unpacked), ensure_ascii=False, indent=2)
    except (zlib.error, ValueError, RecursionError):
        return str(_("Cette fiche ne peut pas être affichée."))


def marked_json(text: str) -> SafeString:
    """Indented JSON as HTML whose names, texts and numbers can be told apart. Everything of it is escaped."""
    if len(text) > LARGEST_MARKED:
        return mark_safe(escape(text))  # noqa: S308 - escaped

    def mark(match: re.Match[str]) -> str:
        return f'<span class="tr-json__{match.lastgroup}">{escape(match.group())}</span>'

    pieces, last = [], 0
    for match in JSON_TOKEN.finditer(text):
        pieces += [escape(text[last : match.start()]), mark(match)]
        last = match.end()
    return mark_safe("".join([*pieces, escape(text[last:])]))  # noqa: S308 - escaped piece by piece


class RecordInspectView(InspectView):
    """One record: why it is in quarantine, what is shown meanwhile, what was understood, what came."""

    template_name = "tourism/admin/pages/record.html"

    def get_page_title(self) -> str:
        return _("Fiche d’origine")

    def get_page_subtitle(self) -> str:
        return f"{source_name(self.object.source)} {self.object.external_id}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        record: SourceRecord = self.object
        kind = EDITED_KINDS.get(record.kind)
        subject = kind.model.objects.filter(pk=record.subject_id).first() if kind and record.subject_id else None
        quarantined = bool(record.quarantine_reason) and record.withdrawn_at is None
        since = quarantined_since([record]).get((record.source, record.external_id)) if quarantined else None
        retried = quarantined and edited_source(record.source) is not None and sees_everything(self.request.user)
        return context | {
            "record": record,
            "quarantined": quarantined,
            "source": source_name(record.source),
            "name": record_name(record) or (since[1] if since else ""),
            "quarantined_since": since[0] if since else None,
            "raw": (raw := readable_raw(record.raw)),
            "raw_marked": marked_json(raw),
            "normalised": marked_json(json.dumps(record.record, ensure_ascii=False, indent=2)) if record.record else "",
            "subject": subject,
            "subject_url": f"{kind.model.snippet_viewset.public_path}{subject.public_id}"
            if subject and subject.published
            else "",
            "edit_url": kind.edit_url(subject.pk) if subject else "",
            "understood_on": understood_on(record),
            "retry_url": reverse(SourceRecord.snippet_viewset.get_url_name("retry"), args=[record.pk])
            if retried
            else "",
        }


def understood_on(record: SourceRecord) -> datetime | None:
    """When what we show was read: the last time that one of its fields changed."""
    moments = [moment for said in (record.since or {}).values() if (moment := moment_of(said))]
    return max(moments, default=None)
