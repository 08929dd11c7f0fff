"""An office changes single dates of an event that a source brought: the rest stays the source's, night after night."""

import json
from datetime import time
from typing import Any

import pytest
from django.utils import timezone

from agenda.models import Event
from tests.agenda.admin.event_form import ADD, EDIT, day, typed
from tests.agenda.apidae_feed import import_api
from tests.agenda.told import says, told
from tests.tourism.admin.back_office import MOUSTIERS, dataset, errors_of, event_in, form_data, submit
from tourism.admin.kinds import EDITED_KINDS
from tourism.models import SourceRecord
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status

PREVIEW = "/admin/events/dates/"
CANCELLED = 6176


def period(first: int, last: int, hour: str = "14:30", identifier: int = 1) -> dict[str, Any]:
    return {
        "identifiant": identifier,
        "dateDebut": day(first).isoformat(),
        "dateFin": day(last).isoformat(),
        "type": "OUVERTURE_TOUS_LES_JOURS",
        "horaireOuverture": f"{hour}:00",
    }


@pytest.fixture
def apidae_says(feed):
    """`apidae_says(*periods, statuses=())`: an import of one event that says these; gives the event."""

    def read(*periods: dict[str, Any], statuses: tuple[int, ...] = ()) -> Event:
        opening = {"periodesOuvertures": list(periods), "ouverturesComplementaires": [{"id": one} for one in statuses]}
        feed.dataset = dataset(event_in(1, MOUSTIERS, ouverture=opening))
        run = import_api(feed, confirmed=True)
        assert not run.error, run.error
        return Event.objects.get(pk=SourceRecord.objects.get(external_id="5001").subject_id)

    return read


def schedule(*slots: Slot, last: int = 4, overrides: tuple[Override, ...] = ()) -> dict[str, Any]:
    hours = (Hours(slots=slots or (Slot(time(14, 30)),)),)
    return Schedule(periods=(Period("a", day(1), day(last), hours=hours),), overrides=overrides).to_json()


@pytest.fixture
def market(offices) -> Event:
    """An event of Verdon Tourisme that a calendar brought, on four days."""
    return told("ics:1", "m", "Marché", schedule=schedule(), commune_code="04135")


def dates(event: Event) -> list[tuple[int, str, str]]:
    """(in how many days, hour, status) of each date that the agenda has."""
    rows = event.occurrences.order_by("start").values_list("start", "status")
    local = [(timezone.localtime(start), status) for start, status in rows]
    return [((start.date() - day(0)).days, f"{start:%H:%M}", status) for start, status in local]


def off(event: Event) -> list[int]:
    return [offset for offset, _hour, status in dates(event) if status != "SCHEDULED"]


def save(client, event: Event, **changes: Any) -> Event:
    answer = submit(client, EDIT.format(event.pk), **changes)
    assert answer.status_code == 302, errors_of(answer)
    return Event.objects.get(pk=event.pk)


def changed_dates(client, event: Event) -> list[dict[str, Any]]:
    """What the form lists under the source's dates."""
    page = client.get(EDIT.format(event.pk))
    listed = [part["changed_dates"] for part in page.context if "changed_dates" in part]
    return listed[0] if listed else []


# Over an import that follows


def test_cancelled_date_stays_cancelled_while_the_source_changes_the_hour_and_prolongs_the_season(apidae_says, verdon):
    event = apidae_says(period(1, 4))
    event = save(verdon, event, when_cancelled=typed(day(3)))
    assert list(event.overrides) == ["schedule_changes"]
    event = apidae_says(period(1, 4, "15:30"), period(8, 9, "15:30", 2))
    assert dates(event) == [
        (1, "15:30", "SCHEDULED"),
        (2, "15:30", "SCHEDULED"),
        (3, "15:30", "CANCELLED"),
        (4, "15:30", "SCHEDULED"),
        (8, "15:30", "SCHEDULED"),
        (9, "15:30", "SCHEDULED"),
    ]
    assert "schedule_changes" not in event.facts


def test_date_that_the_source_drops_is_dropped_and_its_change_is_shown_as_idle_until_it_is_back(apidae_says, verdon):
    event = save(verdon, apidae_says(period(1, 4)), when_cancelled=typed(day(4)))
    event = apidae_says(period(1, 3))
    assert [offset for offset, _hour, _status in dates(event)] == [1, 2, 3]
    (change,) = changed_dates(verdon, event)
    assert (change["touches"], change["now"]) == (False, "Ne touche plus rien : la source n’a plus cette date.")
    # Saving another field leaves it there.
    event = save(verdon, event, venue="Halle")
    assert off(apidae_says(period(1, 4))) == [4]


def test_event_that_the_source_cancels_is_cancelled_on_all_its_dates(apidae_says, verdon):
    event = save(verdon, apidae_says(period(1, 3)), when_full=typed(day(2)), when_others=typed(day(9)))
    event = apidae_says(period(1, 3), statuses=(CANCELLED,))
    assert {status for _offset, _hour, status in dates(event)} == {"CANCELLED"}
    event = apidae_says(period(1, 3))
    assert dates(event)[1] == (2, "14:30", "FULL")


def test_moved_added_and_taken_out_dates_lie_over_the_new_hours(apidae_says, verdon):
    event = apidae_says(period(1, 4))
    moved = {"day": day(2).isoformat(), "status": "moved", "new_day": day(7).isoformat(), "note": {"fr": "Halle"}}
    event = save(
        verdon,
        event,
        when_changes=json.dumps([moved]),
        when_changes_rows="",
        when_except=typed(day(3)),
        when_others=typed(day(9)),
        when_own_hours=f"{typed(day(10))} 20:30",
    )
    expected = [(1, "14:30"), (4, "14:30"), (7, "14:30"), (9, "14:30"), (10, "20:30")]
    assert [(offset, hour) for offset, hour, _status in dates(event)] == expected
    assert list(event.overrides) == ["schedule_changes"]
    event = apidae_says(period(1, 4, "15:30"))
    expected = [(1, "15:30"), (4, "15:30"), (7, "15:30"), (9, "15:30"), (10, "20:30")]
    assert [(offset, hour) for offset, hour, _status in dates(event)] == expected
    # What is shown comes back as it is, and nothing else is said by saving it again.
    before = event.overrides
    assert save(verdon, event).overrides == before


def test_hours_typed_anew_make_all_dates_the_editor_s_with_what_was_changed_of_single_ones(apidae_says, verdon):
    event = save(verdon, apidae_says(period(1, 4)), when_cancelled=typed(day(3)))
    event = save(verdon, event, when_start="16:00")
    assert list(event.overrides) == ["schedule"]
    event = apidae_says(period(1, 9, "15:30"))
    assert [hour for _offset, hour, _status in dates(event)] == ["16:00"] * 4
    assert off(event) == [3]
    page = verdon.get(EDIT.format(event.pk)).content.decode()
    assert "Toutes ces dates sont les vôtres" in page and "data-source=" not in page
    # One date more, in dates that are all one's own: as ever.
    event = save(verdon, event, when_cancelled=f"{typed(day(2))}, {typed(day(3))}")
    assert list(event.overrides) == ["schedule"]
    # And all are given back.
    event = save(verdon, event, give_back="schedule")
    assert [hour for _offset, hour, _status in dates(event)] == ["15:30"] * 9


def test_form_left_open_during_an_import_changes_one_date_of_what_the_source_says_now(apidae_says, verdon):
    event = apidae_says(period(1, 4))
    page = verdon.get(EDIT.format(event.pk))
    assert page.status_code == 200
    apidae_says(period(1, 6, "15:30"))
    # As it was opened before the night: sent now.
    data = form_data(page.content.decode()) | {"when_cancelled": [typed(day(3))]}
    assert verdon.post(EDIT.format(event.pk), data).status_code == 302
    event = Event.objects.get(pk=event.pk)
    assert list(event.overrides) == ["schedule_changes"]
    assert [hour for _offset, hour, _status in dates(event)] == ["15:30"] * 6
    assert off(event) == [3]


def test_two_editors_who_change_a_date_each_both_keep_theirs(market, verdon, agency):
    first, second = verdon.get(EDIT.format(market.pk)), agency.get(EDIT.format(market.pk))
    one = form_data(first.content.decode()) | {"when_cancelled": [typed(day(2))]}
    other = form_data(second.content.decode()) | {"when_cancelled": [typed(day(3))]}
    assert verdon.post(EDIT.format(market.pk), one).status_code == 302
    assert agency.post(EDIT.format(market.pk), other).status_code == 302
    assert off(Event.objects.get(pk=market.pk)) == [2, 3]
    by = [change["by"] for change in changed_dates(verdon, market)]
    assert len(set(by)) == 2


def test_calendar_and_api_and_cards_follow_what_lies_over_the_source(market, verdon, client, graphql):
    before = Event.objects.get(pk=market.pk).sequence
    event = save(verdon, market, when_cancelled=typed(day(1)))
    says("ics:1", "m", schedule=schedule(Slot(time(15, 30))))
    event.refresh_from_db()
    assert event.sequence > before
    calendar = client.get(f"/event/{event.public_id}.ics").content.decode()
    (cancelled,) = [part for part in calendar.split("BEGIN:VEVENT")[1:] if "STATUS:CANCELLED" in part]
    assert f"DTSTART;TZID=Europe/Paris:{day(1):%Y%m%d}T153000" in cancelled
    asked = "query ($id: ID!, $from: DateTime!) { event(id: $id) { occurrences(from: $from) { start status } } }"
    given = graphql(asked, **{"id": event.public_id, "from": timezone.now().isoformat()})["event"]["occurrences"]
    assert [one["status"] for one in given] == ["CANCELLED", "SCHEDULED", "SCHEDULED", "SCHEDULED"]
    assert "schedule_changes" not in str(event.cards.get(language="fr").card)


# What the source says of the date itself


def test_date_that_the_source_cancels_after_a_remark_is_cancelled_and_the_form_says_so(market, verdon):
    note = [{"day": day(2).isoformat(), "note": {"fr": "Sous la halle"}}]
    save(verdon, market, when_changes=json.dumps(note), when_changes_rows="")
    says("ics:1", "m", schedule=schedule(overrides=(Override(day=day(2), status=Status.CANCELLED),)))
    market.refresh_from_db()
    assert off(market) == [2]
    assert market.occurrences.get(status="CANCELLED").note == {"fr": "Sous la halle"}
    (change,) = changed_dates(verdon, market)
    assert change["now"] == "La source dit depuis : annulée."
    # Whoever knows better says so of that date.
    save(verdon, market, when_cancelled="", when_changes="[]", when_changes_rows="")
    assert off(market) == []
    says("ics:1", "m", schedule=schedule(Slot(time(18)), overrides=(Override(day=day(2), status=Status.CANCELLED),)))
    assert off(market) == []


def test_date_that_the_source_says_alike_needs_no_change_any_more(market, verdon):
    save(verdon, market, when_cancelled=typed(day(2)))
    says("ics:1", "m", schedule=schedule(overrides=(Override(day=day(2), status=Status.CANCELLED),)))
    (change,) = changed_dates(verdon, market)
    assert change["now"] == "Ne change plus rien : la source le dit aussi."
    assert off(market) == [2]


def test_one_of_two_dates_of_a_day_is_changed_by_its_hour_and_keeps_its_place(market, verdon):
    says("ics:1", "m", schedule=schedule(Slot(time(14, 30)), Slot(time(20, 30))))
    event = save(
        verdon,
        market,
        when_changes_0_day=day(2).isoformat(),
        when_changes_0_start="14:30",
        when_changes_0_status="cancelled",
    )
    assert [(hour, status) for offset, hour, status in dates(event) if offset == 2] == [
        ("14:30", "CANCELLED"),
        ("20:30", "SCHEDULED"),
    ]
    says("ics:1", "m", schedule=schedule(Slot(time(15, 30)), Slot(time(20, 30))))
    assert [(hour, status) for offset, hour, status in dates(event) if offset == 2] == [
        ("15:30", "CANCELLED"),
        ("20:30", "SCHEDULED"),
    ]


def test_schedule_that_no_box_can_say_has_dates_added_and_taken_out(market, verdon):
    rich = schedule()
    rich["periods"].append(rich["periods"][0] | {"id": "b", "first": day(20).isoformat(), "last": day(22).isoformat()})
    says("ics:1", "m", schedule=rich)
    event = save(verdon, market, when_except=typed(day(21)), when_others=typed(day(30)))
    assert list(event.overrides) == ["schedule_changes"]
    assert [offset for offset, _hour, _status in dates(event)] == [1, 2, 3, 4, 20, 22, 30]
    assert dates(event)[-1][1] == "14:30"
    # A day that was taken out is put back as any day is added.
    event = save(verdon, event, when_others=typed(day(21)))
    assert [offset for offset, _hour, _status in dates(event)] == [1, 2, 3, 4, 20, 21, 22, 30]
    assert len(event.overrides["schedule_changes"]["value"]) == 1


# Giving back, and who said so


def test_one_date_is_given_back_and_the_others_stay_changed(market, verdon):
    save(verdon, market, when_cancelled=f"{typed(day(2))}, {typed(day(3))}")
    event = save(verdon, market, dates_back=day(2).isoformat())
    assert off(event) == [3]
    event = save(verdon, market, give_back="schedule_changes")
    assert (off(event), event.overrides) == ([], {})


def test_date_put_back_by_hand_is_given_back(market, verdon):
    save(verdon, market, when_cancelled=typed(day(2)))
    assert save(verdon, market, when_cancelled="").overrides == {}


def test_date_changed_and_another_given_back_in_one_form(market, verdon):
    save(verdon, market, when_cancelled=typed(day(2)))
    both = f"{typed(day(2))}, {typed(day(3))}"
    event = save(verdon, market, when_cancelled=both, dates_back=day(2).isoformat())
    assert off(event) == [3]


def test_history_says_who_changed_which_date_and_who_gave_it_back(market, verdon):
    save(verdon, market, when_cancelled=typed(day(2)))
    (change,) = changed_dates(verdon, market)
    assert change["at"].date() == day(0)
    for field in ("schedule_changes", "schedule"):
        page = verdon.get(EDITED_KINDS["EVENT"].history_url(market.pk), {"field": field}).content.decode()
        assert ": annulée" in page, field
        assert change["by"] in page
    save(verdon, market, dates_back=day(2).isoformat())
    page = verdon.get(EDITED_KINDS["EVENT"].history_url(market.pk), {"field": "schedule_changes"})
    assert "Dates changées une à une" in page.context["moments"].object_list[0].back


# What the form says before


def preview(client, event: Event, **fields: str) -> dict[str, Any]:
    page = client.get(EDIT.format(event.pk))
    (shown,) = [part for part in page.context if "told" in part][:1]
    form = page.context["form"]
    boxes = {name: form[name].value() for name in form.fields if name.startswith("when_")}
    sent = {name: value for name, value in boxes.items() if value not in (None, "", [], False)}
    for name in ("when_cancelled", "when_full", "when_others", "when_except"):
        sent[name] = ", ".join(typed(one) for one in form.initial[name])
    sent["when_changes"] = json.dumps(form.initial["when_changes"])
    sent |= {name: shown[name] for name in ("base", "source", "known")}
    return client.post(PREVIEW, sent | fields).json()


def test_preview_says_which_of_the_two_saving_will_do(market, verdon):
    assert preview(verdon, market)["kept"] == {}
    one = preview(verdon, market, when_cancelled=typed(day(2)))
    assert one["kept"]["how"] == "single"
    assert "1 date changée est gardée par-dessus celles de la source" in one["kept"]["words"]
    assert [span["status"] for span in one["days"]] == ["scheduled", "cancelled", "scheduled", "scheduled"]
    whole = preview(verdon, market, when_start="16:00")
    assert whole["kept"]["how"] == "whole"
    assert "toutes ces dates deviennent les vôtres" in whole["kept"]["words"]
    assert "Rendre à la source" in whole["kept"]["words"]
    save(verdon, market, when_cancelled=typed(day(2)))
    back = preview(verdon, market, dates_back=day(2).isoformat())
    assert back["kept"]["words"] == "1 date est rendue à la source."
    assert {span["status"] for span in back["days"]} == {"scheduled"}


def test_preview_is_what_saving_makes(market, verdon):
    moved = [{"day": day(2).isoformat(), "status": "moved", "new_day": day(12).isoformat()}]
    fields = {
        "when_changes": json.dumps(moved),
        "when_full": typed(day(1)),
        "when_except": typed(day(3)),
        "when_others": typed(day(9)),
    }
    told_days = [span["day"] for span in preview(verdon, market, **fields)["days"]]
    event = save(verdon, market, **fields, when_changes_rows="")
    assert told_days == [day(offset).isoformat() for offset, _hour, _status in dates(event)]
    assert told_days == [day(offset).isoformat() for offset in (1, 4, 9, 12)]


def test_form_that_comes_back_with_a_fault_still_knows_what_it_showed(market, verdon):
    answer = submit(verdon, EDIT.format(market.pk), when_cancelled=typed(day(2)), name__fr="")
    assert list(errors_of(answer)) == ["name__fr"]
    says("ics:1", "m", schedule=schedule(Slot(time(18))))
    data = form_data(answer.content.decode()) | {"name__fr": ["Marché"]}
    assert verdon.post(EDIT.format(market.pk), data).status_code == 302
    event = Event.objects.get(pk=market.pk)
    assert ([hour for _offset, hour, _status in dates(event)], off(event)) == (["18:00"] * 4, [2])


def test_nonsense_about_what_was_shown_does_no_harm(market, verdon):
    for nonsense in ("[" * 100_000, "{}", '{"version": 9}', "x" * 300_000):
        answer = submit(verdon, EDIT.format(market.pk), shown_schedule=nonsense, when_cancelled=typed(day(2)))
        assert answer.status_code in (200, 302)
    sent = {"base": "[" * 9, "source": "{}", "known": '[{"day": 7}]', "when_cancelled": typed(day(2))}
    assert verdon.post(PREVIEW, sent).json()["faults"] == {}


def test_slip_of_the_year_is_told_at_its_date(market, verdon):
    for name in ("when_others", "when_except"):
        answer = submit(verdon, EDIT.format(market.pk), **{name: "14/07/9999"})
        assert list(errors_of(answer)) == [name]
    assert list(preview(verdon, market, when_others="14/07/9999")["faults"]) == ["when_others"]
    # What says nothing of any date does no harm.
    event = save(verdon, market, when_cancelled=f"{typed(day(2))}, 31/12/9999")
    assert off(event) == [2]


def test_copy_of_an_event_has_the_dates_that_it_shows_and_all_are_its_own(market, verdon):
    save(verdon, market, when_cancelled=typed(day(2)))
    answer = submit(verdon, f"/admin/snippets/agenda/event/copy/{market.pk}/", to=ADD)
    assert answer.status_code == 302, errors_of(answer)
    copied = Event.objects.exclude(pk=market.pk).get()
    assert off(copied) == [2]
    assert "schedule_changes" not in copied.overrides
    assert off(save(verdon, copied, when_cancelled="")) == []
