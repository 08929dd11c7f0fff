"""Lists on a phone: few columns, and the heads of those that are hidden go with their cells."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from agenda.models import Event
from cms.models import ScheduledJob
from tourism.models import FeedAlert, ImportRun, Place, SourceRecord, Story, StoryStep

HIDDEN = ("tr-wide-only", "tr-widest-only")
# A name and two columns, and a picture beside the name of a place; what CSS leaves out of a list of dates is not here.
MOST_SHOWN = 4


def hidden_cells(row: str) -> list[bool]:
    """Of each cell of a row, whether a phone leaves it out."""
    return [any(name in cell for name in HIDDEN) for cell in re.findall(r"<t[hd]\b[^>]*>", row)]


@pytest.fixture
def filled(feed) -> None:
    """A row in each list."""
    ScheduledJob.objects.create(name="check_feeds", every=60, started_at=timezone.now(), error="Non.")
    FeedAlert.objects.create(source="apidae", kind="SILENT", sentence="Rien ne vient.", closed_at=timezone.now())
    SourceRecord.objects.filter(kind="PLACE").update(quarantine_reason="Une faute.")
    story = Story.objects.create(public_id="story", name={}, intro={})
    StoryStep.objects.create(public_id="step", story=story, position=1, name={})


@pytest.mark.parametrize("model", [ScheduledJob, FeedAlert, ImportRun, SourceRecord, Place, Event, Story, StoryStep])
def test_list_has_few_columns_on_a_phone(filled, admin_client, model):
    page = admin_client.get(reverse(model.snippet_viewset.get_url_name("list"))).content.decode()
    table = re.search(r'<table class="listing.*?</table>', page, re.DOTALL)[0]
    head, *rows = (hidden_cells(row) for row in re.findall(r"<tr\b.*?</tr>", table, re.DOTALL))
    assert rows
    assert [row for row in rows if row != head] == []
    assert head.count(False) <= MOST_SHOWN
