"""Who said what of an object, since when: changes that imports brought and changes that editors made, in one line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from tourism.admin.communes import commune_names
from tourism.admin.differences import ChangeRow, change_rows
from tourism.admin.fields import split_key
from tourism.admin.sources import source_name
from tourism.enums import ImportOutcome
from tourism.golden import SCHEDULE, SCHEDULE_CHANGES
from tourism.models import GoldenModel, ImportRun, ImportRunLine, SourceRecord

# Of imports and of edits each, the newest: who looks further back asks for one field.
MOST_MOMENTS = 500
EDIT_ACTIONS = ("wagtail.create", "wagtail.copy", "tourism.edit")
TOLD_OUTCOMES = (
    ImportOutcome.CREATED,
    ImportOutcome.UPDATED,
    ImportOutcome.WITHDRAWN,
    ImportOutcome.QUARANTINED,
)


@dataclass
class Moment:
    """Something that was said at once.

    Attributes:
        by: a source or an editor, by name.
        title: what happened: "Modifié", "En quarantaine"…
        run: the import that brought it; None for an editor.
        note: the reason of a quarantine, remarks.
        changes: ``{key: [before, after]}``.
        given_back: keys that an editor gave back to the sources.
    """

    at: datetime
    by: str
    title: str
    run: ImportRun | None = None
    external_id: str = ""
    note: str = ""
    changes: dict[str, Any] = field(default_factory=dict)
    given_back: frozenset[str] = frozenset()
    rows: list[ChangeRow] = field(default_factory=list)

    @property
    def by_editor(self) -> bool:
        """Whether a person of an office or of the agency did it."""
        return self.run is None


def moments_of(subject: GoldenModel, *, kind: str, key: str = "") -> list[Moment]:
    """Everything that was said of an object, the newest first; with `key`, only what changed that override key (or,
    without a language, that field in any language). Four statements."""
    moments = [*_imported(subject, kind), *_edited(subject)]
    if key:
        moments = [moment for moment in moments if any(_concerns(changed, key) for changed in moment.changes)]
    return sorted(moments, key=lambda moment: moment.at, reverse=True)


def keys_of(moments: Iterable[Moment]) -> list[str]:
    """The keys that some moments changed."""
    return sorted({key for moment in moments for key in moment.changes})


def fill_rows(moments: Iterable[Moment], *, key: str = "") -> None:
    """Give moments the rows of their changes (of one key); one statement for the names of communes."""
    moments = list(moments)
    communes = commune_names(moment.changes for moment in moments)
    for moment in moments:
        shown = {changed: pair for changed, pair in moment.changes.items() if not key or _concerns(changed, key)}
        moment.rows = change_rows(shown, communes=communes)


def _concerns(changed: str, key: str) -> bool:
    if key == SCHEDULE and changed == SCHEDULE_CHANGES:
        return True
    return changed == key or split_key(changed)[0] == key or changed == split_key(key)[0]


def _imported(subject: GoldenModel, kind: str) -> list[Moment]:
    """Lines of real runs about the object's records, whichever source."""
    records = SourceRecord.objects.filter(kind=kind, subject_id=subject.pk)
    known = set(records.values_list("source", "external_id"))
    lines = (
        ImportRunLine.objects.filter(
            external_id__in={number for _source, number in known}, run__dry_run=False, outcome__in=TOLD_OUTCOMES
        )
        .select_related("run")
        .order_by("-run__started_at", "-pk")[:MOST_MOMENTS]
    )
    return [
        Moment(
            at=line.run.started_at,
            by=source_name(line.run.source),
            title=line.get_outcome_display(),
            run=line.run,
            external_id=line.external_id,
            note=line.reason,
            changes=line.changes if isinstance(line.changes, dict) else {},
        )
        for line in lines
        if (line.run.source, line.external_id) in known
    ]


def _edited(subject: GoldenModel) -> list[Moment]:
    """Edits through the forms, from Wagtail's log."""
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(type(subject)),
        object_id=str(subject.pk),
        action__in=EDIT_ACTIONS,
    )
    moments = []
    for entry in entries.select_related("user").order_by("-timestamp", "-pk")[:MOST_MOMENTS]:
        noted = [change for change in (entry.data or {}).get("changes") or () if change.get("key")]
        created = entry.action != "tourism.edit"
        if not noted and not created:
            continue
        moments.append(
            Moment(
                at=entry.timestamp,
                by=entry.user_display_name,
                title=_("Saisi ici") if created else _("Modifié ici"),
                changes={change["key"]: _pair(change) for change in noted},
                given_back=frozenset(change["key"] for change in noted if change.get("given_back")),
            )
        )
    return moments


def _pair(change: dict[str, Any]) -> list[Any]:
    return [change["before"], change.get("after")] if "before" in change else []
