"""The gravest state of a folded object: what one source cancels is hidden by no other, nor by what was typed before."""

from typing import Any

import pytest

from tourism.golden import SourceLayer, changed_overrides, fold
from tourism.gravest import despite

EARLY, LATE = "2026-11-01T10:00:00+00:00", "2026-11-20T10:00:00+00:00"


def on(*days: str, off: tuple[str, ...] = (), starts: tuple[str, ...] = ("20:30",), **override: Any) -> dict[str, Any]:
    """Some days at some hours, of which some are cancelled."""
    slots = [{"start": start} for start in starts]
    period = {"id": "a", "dates_only": True, "extra_dates": list(days), "hours": [{"slots": slots}]}
    overrides = [{"day": day, "status": "cancelled"} | override for day in off]
    return {"version": 1, "timezone": "Europe/Paris", "periods": [period]} | (
        {"overrides": overrides} if overrides else {}
    )


def said(source: str, *, since: str = EARLY, **record: Any) -> SourceLayer:
    return SourceLayer(source, record, dict.fromkeys(record, since))


def off_dates(schedule: dict[str, Any]) -> list[str]:
    return sorted(f"{one['day']} {one.get('start', '')}".strip() for one in schedule.get("overrides", ()))


THREE = on("2026-12-05", "2026-12-12", "2026-12-19")


@pytest.mark.parametrize("trusted", [{}, {"status": "SCHEDULED"}, {"status": "FULL"}], ids=str)
@pytest.mark.parametrize("state", ["CANCELLED", "POSTPONED"])
def test_what_a_less_trusted_source_calls_off_is_off_and_it_is_named(trusted, state):
    folded = fold([said("apidae", schedule=THREE, **trusted), said("ics:1", schedule=THREE, status=state, since=LATE)])
    assert folded.values["status"] == state
    assert folded.origins["status"] == {"source": "ics:1", "since": LATE}
    assert folded.origins["schedule"]["source"] == "apidae"


@pytest.mark.parametrize("states", [("POSTPONED", "CANCELLED"), ("CANCELLED", "POSTPONED")])
def test_cancelled_is_graver_than_postponed_whoever_says_it(states):
    layers = [said("apidae", status="SCHEDULED"), *(said(f"ics:{n}", status=state) for n, state in enumerate(states))]
    assert fold(layers).values["status"] == "CANCELLED"


def test_full_is_a_matter_of_trust_and_what_a_source_hides_says_nothing():
    assert fold([said("apidae", status="SCHEDULED"), said("ics:1", status="FULL")]).values["status"] == "SCHEDULED"
    hidden = said("ics:1", status="CANCELLED", state="HIDDEN")
    assert fold([said("apidae", status="SCHEDULED"), hidden]).values["status"] == "SCHEDULED"


def test_who_cancels_one_date_of_three_cancels_that_one():
    one = said("ics:1", schedule=on("2026-12-12"), status="CANCELLED")
    folded = fold([said("apidae", schedule=THREE, status="SCHEDULED"), one])
    assert folded.values["status"] == "SCHEDULED"
    assert off_dates(folded.values["schedule"]) == ["2026-12-12"]
    assert folded.origins["dates_off:ics:1"] == {"source": "ics:1", "since": EARLY, "days": "2026-12-12"}


def test_a_state_of_other_dates_says_nothing_of_these():
    old = said("apidae2", schedule=on("2026-11-28"), status="POSTPONED")
    folded = fold([said("apidae", schedule=THREE), old])
    assert (folded.values.get("status"), folded.values["schedule"]) == (None, THREE)


def test_a_date_that_another_source_calls_off_is_off():
    other = said("ics:1", schedule=on("2026-12-05", "2026-12-12", off=("2026-12-12",)))
    folded = fold([said("apidae", schedule=THREE), other])
    assert off_dates(folded.values["schedule"]) == ["2026-12-12"]
    assert folded.origins["dates_off:ics:1"]["days"] == "2026-12-12"


def test_of_several_dates_of_a_day_the_one_that_begins_nearest_is_off():
    two = on("2026-12-05", starts=("15:00", "20:30"))
    for start in ("20:30", "20:00"):
        other = said("ics:1", schedule=on("2026-12-05", off=("2026-12-05",), starts=(start,)))
        assert off_dates(fold([said("apidae", schedule=two), other]).values["schedule"]) == ["2026-12-05 20:30"]
    other = said("ics:1", schedule=on("2026-12-05", off=("2026-12-05",), starts=("15:00", "20:30"), start="15:00"))
    assert off_dates(fold([said("apidae", schedule=two), other]).values["schedule"]) == ["2026-12-05 15:00"]
    late = said("apidae", schedule=on("2026-12-05"))
    assert fold([late, other]).values["schedule"] == on("2026-12-05")


def test_a_moved_date_that_the_other_source_calls_off_at_its_new_day_is_off():
    moved = on("2026-12-05", off=("2026-12-05",), status="moved", new_day="2026-12-12")
    other = said("ics:1", schedule=on("2026-12-12", off=("2026-12-12",)))
    (override,) = fold([said("apidae", schedule=moved), other]).values["schedule"]["overrides"]
    assert (override["day"], override["status"]) == ("2026-12-05", "cancelled")


def edited(key: str, value: Any, layers: list[SourceLayer], at: str) -> dict[str, dict[str, Any]]:
    """The override that a form makes which shows what the sources say."""
    now = fold(layers).values.get(key)
    return changed_overrides(
        current={key: now}, wanted={key: value}, from_sources={key: now}, overrides={}, by="Léa", at=at
    )


def test_what_was_typed_before_a_source_cancelled_does_not_hide_it():
    typed = {"status": {"value": "SCHEDULED", "by": "Léa", "at": LATE}}
    folded = fold([said("openagenda:1", status="CANCELLED")], typed)
    assert (folded.values["status"], folded.origins["status"]["source"]) == ("CANCELLED", "openagenda:1")


def test_who_saw_that_it_is_cancelled_and_said_otherwise_is_believed_until_it_is_said_anew():
    cancelled = [said("apidae", status="SCHEDULED"), said("ics:1", status="CANCELLED")]
    override = edited("status", "SCHEDULED", cancelled, at=LATE)
    folded = fold(cancelled, override)
    assert (folded.values["status"], folded.origins["status"]["by"]) == ("SCHEDULED", "Léa")
    anew = [said("apidae", status="SCHEDULED"), said("ics:1", status="CANCELLED", since="2026-11-21T10:00:00+00:00")]
    assert fold(anew, override).values["status"] == "CANCELLED"
    # Of what was postponed nobody had known that it would be cancelled.
    postponed = edited("status", "SCHEDULED", [said("ics:1", status="POSTPONED")], at=LATE)
    assert fold([said("ics:1", status="CANCELLED")], postponed).values["status"] == "CANCELLED"


def test_a_source_that_an_editor_chose_seeing_both_is_believed():
    cancelled = [said("apidae", status="SCHEDULED"), said("ics:1", status="CANCELLED")]
    choice = {"from": "apidae", "by": "Léa", "at": LATE}
    assert fold(cancelled, {"status": choice}).values["status"] == "CANCELLED"
    knowing = choice | despite("status", "CANCELLED")
    assert fold(cancelled, {"status": knowing}).values["status"] == "SCHEDULED"


def test_dates_that_an_editor_typed_anew_are_off_where_a_source_calls_them_off_later():
    layers = [said("apidae", schedule=on("2026-12-05", "2026-12-12", off=("2026-12-05",)))]
    override = edited("schedule", THREE, layers, at=LATE)
    assert fold(layers, override).values["schedule"] == THREE
    later = [said("apidae", schedule=on("2026-12-05", "2026-12-12", off=("2026-12-05", "2026-12-12")))]
    folded = fold(later, override)
    assert off_dates(folded.values["schedule"]) == ["2026-12-12"]
    assert folded.origins["schedule"]["source"] == "editor"


def test_one_date_said_to_take_place_after_all_takes_place():
    layers = [said("apidae", schedule=THREE), said("ics:1", schedule=on("2026-12-12", off=("2026-12-12",)))]
    after_all = {"day": "2026-12-12", "what": "changed", "status": "scheduled", "despite": "cancelled"}
    folded = fold(layers, {"schedule_changes": {"value": [after_all]}})
    (override,) = folded.values["schedule"]["overrides"]
    assert override["status"] == "scheduled"


def test_what_nobody_calls_off_is_the_very_same():
    layers = [said("apidae", schedule=THREE, status="SCHEDULED"), said("ics:1", schedule=on("2026-12-12"))]
    folded = fold(layers, {"venue": {"value": "Théâtre"}})
    assert folded.values["schedule"] is layers[0].record["schedule"]


def test_unreadable_dates_hide_no_cancellation():
    folded = fold([said("apidae", schedule={"periods": 3}), said("ics:1", schedule=THREE, status="CANCELLED")])
    assert folded.values["status"] == "CANCELLED"
