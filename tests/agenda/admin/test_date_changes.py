"""What became of single dates, edited without a script: plain rows carry all that there is, and lose nothing."""

import json
from datetime import date, time
from html.parser import HTMLParser

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.admin.changes import MOST_ROWS
from agenda.admin.preview import DATES_FORM
from agenda.admin.schedule import is_retyped, read_schedule, write_schedule
from agenda.models import Event
from tests.agenda.admin.event_form import ADD, EDIT, day, typed
from tests.tourism.admin.back_office import errors_of, submit
from tests.tourism.schedule.form_checks import SCHEDULES
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status

CHANGES = (
    Override(day=date(2026, 7, 7), status=Status.CANCELLED),
    Override(day=date(2026, 7, 14), status=Status.FULL),
    Override(
        day=date(2026, 7, 21),
        status=Status.MOVED,
        new_day=date(2026, 7, 22),
        new_start=time(10),
        new_end=time(12, 30),
        note={"fr": "Sous la  halle,\nplace neuve", "it": "Sotto i portici"},
    ),
    Override(day=date(2026, 7, 28), start=time(9), status=Status.POSTPONED),
    Override(day=date(2026, 8, 4), note={"fr": "Avec la fanfare", "nl": "Met fanfare"}),
    Override(day=date(2026, 8, 11), status=Status.CANCELLED, note={"en": "Too hot " * 60}),
)
MARKET = Schedule(
    periods=(Period("a", date(2026, 7, 1), date(2026, 8, 31), weekdays=(2,), hours=(Hours(slots=(Slot(time(9)),)),)),),
    overrides=CHANGES,
)


class Boxes(HTMLParser):
    """What a browser sends of a page when nothing is touched and no script runs."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = QueryDict(mutable=True)
        self.area, self.select, self.options = "", "", []

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "input" and said.get("name") and (said.get("type") not in ("checkbox", "radio") or "checked" in said):
            value = said.get("value", "on" if said.get("type") == "checkbox" else "") or ""
            # A box of one line has no line breaks.
            self.sent.appendlist(said["name"], value if said.get("type") == "hidden" else value.replace("\n", ""))
        elif tag == "textarea":
            self.area = said["name"]
            self.sent.appendlist(self.area, "")
        elif tag == "select":
            self.select, self.options = said["name"], []
        elif tag == "option":
            self.options.append((said.get("value"), "selected" in said))

    def handle_data(self, data):
        if self.area:
            self.sent[self.area] = (self.sent[self.area] + data).removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = ""
        elif tag == "select":
            chosen = [value for value, selected in self.options if selected] or [self.options[0][0]]
            self.sent.appendlist(self.select, chosen[0])


def sent_back(value: dict) -> QueryDict:
    boxes = Boxes()
    boxes.feed(str(DATES_FORM(initial=read_schedule(value))))
    return boxes.sent


def written(value: dict, sent: QueryDict) -> dict:
    form = DATES_FORM(sent)
    assert form.is_valid(), form.errors
    return write_schedule(value, form.cleaned_data)


def as_bytes(value: dict) -> str:
    return json.dumps(value)


def test_moved_postponed_noted_and_full_dates_posted_back_stay_byte_for_byte():
    before = MARKET.to_json()
    sent = sent_back(before)
    assert sent["when_changes_rows"] == "4"
    assert sent["when_changes_0_new_day"] == "2026-07-22"
    assert sent["when_changes_0_note"] == "Sous la halle, place neuve"
    assert as_bytes(written(before, sent)) == as_bytes(before)


@settings(deadline=None, max_examples=50)
@given(SCHEDULES)
def test_any_schedule_posted_back_without_a_script_stays_byte_for_byte(schedule):
    before = schedule.to_json()
    sent = sent_back(before)
    form = DATES_FORM(sent)
    assert form.is_valid(), form.errors
    assert not is_retyped(form.cleaned_data, read_schedule(before))
    after = write_schedule(before, form.cleaned_data)
    assert as_bytes(after) == as_bytes(before if schedule.periods or schedule.overrides else {})


def test_rows_change_add_and_take_away_dates_and_leave_the_others(client):
    before = MARKET.to_json()
    sent = sent_back(before)
    sent["when_changes_0_new_day"] = "23/07/2026"
    sent["when_changes_0_note"] = "Au gymnase"
    sent["when_changes_1_day"] = ""
    sent["when_changes_4_day"], sent["when_changes_4_status"] = "18/08/2026", "moved"
    sent["when_changes_4_new_start"] = "18h"
    after = {one.day: one for one in Schedule.from_json(written(before, sent)).overrides}
    moved = after[date(2026, 7, 21)]
    assert (moved.new_day, moved.new_start, moved.note) == (
        date(2026, 7, 23),
        time(10),
        {"fr": "Au gymnase", "it": "Sotto i portici"},
    )
    assert date(2026, 7, 28) not in after
    assert (after[date(2026, 8, 18)].status, after[date(2026, 8, 18)].new_start) == (Status.MOVED, time(18))
    untouched = {one for one in CHANGES if one.day not in (date(2026, 7, 21), date(2026, 7, 28))}
    assert untouched <= set(after.values())


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"day": "14/13/2026"}, "14/13/2026"),
        ({"day": "14/07/2026", "status": "moved"}, "déplacée dit où"),
        ({"day": "14/07/2026", "status": "moved", "new_start": "midi"}, "midi"),
        ({"note": "Sans jour"}, "Donnez le jour"),
        ({"day": "14/07/2026", "status": "suspended"}, "Illisible"),
    ],
)
def test_row_that_cannot_be_is_refused_and_shown_as_it_was_typed(row, words):
    sent = sent_back(MARKET.to_json())
    sent.update({f"when_changes_4_{part}": text for part, text in row.items()})
    form = DATES_FORM(sent)
    assert words in str(form.errors["when_changes"])
    shown = Boxes()
    shown.feed(str(form["when_changes"]))
    typed_in = {part: text for part, text in row.items() if part != "status"}
    assert {part: shown.sent[f"when_changes_4_{part}"] for part in typed_in} == typed_in


def test_more_changes_than_rows_are_kept():
    many = [
        Override(day=date.fromordinal(date(2026, 7, 1).toordinal() + number), note={"fr": "x"})
        for number in range(MOST_ROWS + 5)
    ]
    before = Schedule(periods=MARKET.periods, overrides=tuple(many)).to_json()
    sent = sent_back(before)
    assert sent["when_changes_rows"] == str(MOST_ROWS)
    assert as_bytes(written(before, sent)) == as_bytes(before)
    sent["when_changes_0_day"] = ""
    assert len(written(before, sent)["overrides"]) == len(many) - 1


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=8))
def test_nonsense_in_the_hidden_list_and_its_count_is_an_error_or_nothing(text, count):
    form = DATES_FORM({"when_changes": text, "when_changes_rows": count})
    form.full_clean()
    assert "when_changes" in form.errors or isinstance(form.cleaned_data["when_changes"], list)


@pytest.mark.django_db
def test_event_saved_without_a_script_keeps_and_changes_its_dates(verdon):
    answer = submit(
        verdon,
        ADD,
        name__fr="Marché",
        when_first=typed(day(1)),
        when_last=typed(day(9)),
        when_full=typed(day(2)),
        when_changes_0_day=day(3),
        when_changes_0_status="moved",
        when_changes_0_new_day=day(12),
        when_changes_0_note="Sous la halle",
    )
    assert answer.status_code == 302, errors_of(answer)
    event = Event.objects.get()
    before = as_bytes(event.overrides["schedule"])
    assert submit(verdon, EDIT.format(event.pk)).status_code == 302
    assert as_bytes(Event.objects.get().overrides["schedule"]) == before
    assert submit(verdon, EDIT.format(event.pk), when_changes_0_new_day=day(14)).status_code == 302
    (_full, moved) = Event.objects.get().overrides["schedule"]["value"]["overrides"]
    assert (moved["new_day"], moved["note"]) == (day(14).isoformat(), {"fr": "Sous la halle"})
