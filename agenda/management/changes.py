"""What a run changed, for a terminal: the differences that the back office shows, in lines of text."""

from collections.abc import Iterator

from django.utils.translation import ngettext

from agenda.admin.fields import EVENT_CHOICES, EVENT_LABELS
from tourism.admin.communes import commune_names
from tourism.admin.differences import change_rows, row_sentence
from tourism.admin.fields import register_fields
from tourism.enums import ImportOutcome
from tourism.models import ImportRun, ImportRunLine

# Characters of each side of a difference, and fields of an object.
LONGEST_SIDE = 100
MOST_FIELDS = 12

# A command does not load the back office, which makes these known.
register_fields(labels=EVENT_LABELS, choices=EVENT_CHOICES)


def told_lines(run: ImportRun, *, shown: int | None) -> Iterator[str]:
    """Lines of text about the objects of a run, outcome by outcome: what changed from what to what, and how many
    more there are than `shown` of each (None for all). What is in quarantine is always told."""
    for outcome in ImportOutcome:
        lines = run.lines.filter(outcome=outcome)
        if outcome == ImportOutcome.QUARANTINED:
            yield from (f"  quarantaine {line.external_id} : {line.reason}" for line in lines.iterator())
            continue
        if shown == 0:
            continue
        told = list(lines if shown is None else lines[:shown])
        communes = commune_names(line.changes for line in told)
        for line in told:
            yield from _told(line, communes)
        more = lines.count() - len(told)
        if more > 0:
            yield "  " + ngettext("… et %(n)d autre (%(outcome)s)", "… et %(n)d autres (%(outcome)s)", more) % {
                "n": more,
                "outcome": str(outcome.label).lower(),
            }


def _told(line: ImportRunLine, communes: dict[str, str]) -> Iterator[str]:
    yield f"  {line.get_outcome_display().lower()} {line.external_id} {line.name}".rstrip()
    rows = change_rows(line.changes, communes=communes)
    yield from (f"    {row_sentence(row, longest=LONGEST_SIDE)}" for row in rows[:MOST_FIELDS])
    more = len(rows) - MOST_FIELDS
    if more > 0:
        yield "    " + ngettext("… et %d autre champ", "… et %d autres champs", more) % more
    yield from (f"    remarque : {remark}" for remark in line.reason.splitlines())
