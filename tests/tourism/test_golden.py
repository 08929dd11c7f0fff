"""The fold of records and overrides."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cms.texts import stale_languages, text_hash
from tourism.golden import Folded, SourceLayer, changed_overrides, fold

WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
TEXTS = st.dictionaries(st.sampled_from(["fr", "en", "it"]), WORDS, max_size=3)
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS,
        "summary": TEXTS,
        "latitude": st.floats(43, 45),
        "temporarily_closed": st.booleans(),
        "contacts": st.lists(WORDS, max_size=2),
    },
)


def texts(folded: Folded, name: str) -> dict[str, str]:
    return {language: entry["text"] for language, entry in folded.values.get(name, {}).items()}


def test_fold_takes_each_field_from_the_first_source_that_has_it():
    folded = fold(
        [
            SourceLayer("office", {"latitude": 44.1}, {"latitude": "2026-01-01"}),
            SourceLayer("apidae", {"latitude": 44.2, "altitude": 600}, {"altitude": "2026-02-01"}),
        ]
    )
    assert folded.values == {"latitude": 44.1, "altitude": 600}
    assert folded.origins == {
        "latitude": {"source": "office", "since": "2026-01-01"},
        "altitude": {"source": "apidae", "since": "2026-02-01"},
    }


def test_fold_merges_texts_by_language():
    folded = fold(
        [
            SourceLayer("office", {"name": {"fr": "Le moulin"}}),
            SourceLayer("apidae", {"name": {"fr": "Moulin", "it": "Il mulino"}}),
        ]
    )
    assert texts(folded, "name") == {"fr": "Le moulin", "it": "Il mulino"}
    assert folded.origins["name.it"] == {"source": "apidae", "since": ""}


def test_override_wins_and_says_who():
    overrides = {"name.en": {"value": "The mill", "by": "Sacha", "at": "2026-11-01"}}
    folded = fold([SourceLayer("apidae", {"name": {"fr": "Moulin", "en": "Mill"}})], overrides)
    assert texts(folded, "name") == {"fr": "Moulin", "en": "The mill"}
    assert folded.origins["name.en"] == {"source": "editor", "since": "2026-11-01", "by": "Sacha"}


def test_empty_override_hides_what_the_source_says():
    overrides = {"name.en": {"value": ""}, "latitude": {"value": None}}
    folded = fold([SourceLayer("apidae", {"name": {"fr": "Moulin", "en": "Mill"}, "latitude": 44.0})], overrides)
    assert texts(folded, "name") == {"fr": "Moulin"}
    assert "latitude" not in folded.values


def test_override_false_is_a_value():
    folded = fold([SourceLayer("apidae", {"temporarily_closed": True})], {"temporarily_closed": {"value": False}})
    assert folded.values == {"temporarily_closed": False}


def test_translation_is_stale_when_the_french_changed_after_it():
    overrides = {"name.en": {"value": "The mill", "of": text_hash("Moulin")}}
    fresh = fold([SourceLayer("apidae", {"name": {"fr": "Moulin"}})], overrides)
    stale = fold([SourceLayer("apidae", {"name": {"fr": "Moulin à huile"}})], overrides)
    assert stale_languages(fresh.values["name"]) == []
    assert stale_languages(stale.values["name"]) == ["en"]


@given(st.lists(RECORDS, max_size=3))
def test_fold_without_overrides_invents_nothing(records):
    folded = fold([SourceLayer(f"s{number}", record) for number, record in enumerate(records)])
    for name in ("name", "summary"):
        for language, text in texts(folded, name).items():
            said = [record[name][language] for record in records if language in record.get(name, {})]
            assert text == said[0]
    for name in ("latitude", "temporarily_closed", "contacts"):
        said = [record[name] for record in records if name in record]
        assert (name in folded.values) == bool(said)
        assert folded.values.get(name) == (said[0] if said else None)


@given(RECORDS, RECORDS, WORDS)
def test_edit_survives_whatever_the_source_says_next(before, after, edit):
    overrides = {"name.fr": {"value": edit, "by": "a", "at": "t"}}
    assert texts(fold([SourceLayer("apidae", before)], overrides), "name")["fr"] == edit
    later = fold([SourceLayer("apidae", after)], overrides)
    assert texts(later, "name") == {**after.get("name", {}), "fr": edit}


def test_unmerge_restores_both_exactly():
    one = SourceLayer("apidae", {"name": {"fr": "A"}, "latitude": 44.0})
    other = SourceLayer("geotrek", {"name": {"fr": "B", "en": "B"}})
    alone = fold([one])
    fold([one, other])
    assert fold([one]) == alone


def changed(current, wanted, from_sources, overrides=None):
    return changed_overrides(
        current=current, wanted=wanted, from_sources=from_sources, overrides=overrides or {}, by="Sacha", at="now"
    )


def test_changed_overrides_keeps_only_what_the_editor_changed():
    said = {"name.fr": "Moulin", "name.en": "Mill"}
    assert changed(said, {"name.fr": "Moulin", "name.en": "The mill"}, said) == {
        "name.en": {"value": "The mill", "by": "Sacha", "at": "now"}
    }


def test_changed_overrides_gives_a_field_back_to_its_source():
    overrides = {"name.en": {"value": "The mill", "by": "Andréa", "at": "then"}}
    assert changed({"name.en": "The mill"}, {"name.en": "Mill"}, {"name.en": "Mill"}, overrides) == {}


def test_changed_overrides_leaves_older_edits_of_other_fields_alone():
    overrides = {"name.en": {"value": "The mill", "by": "Andréa", "at": "then"}}
    current = {"name.en": "The mill", "latitude": 44.0}
    assert changed(current, {"name.en": "The mill", "latitude": 44.5}, {"name.en": "Mill"}, overrides) == {
        **overrides,
        "latitude": {"value": 44.5, "by": "Sacha", "at": "now"},
    }


def test_changed_overrides_ignores_line_endings_and_outer_blanks():
    said = {"description.fr": "Un\nDeux"}
    assert changed(said, {"description.fr": "Un\r\nDeux\r\n"}, said) == {}


# Changes of single dates


def daily(hour: str, *cancelled: str) -> dict[str, Any]:
    """Every day of three, at an hour."""
    period = {"id": "a", "first": "2026-07-13", "last": "2026-07-15", "hours": [{"slots": [{"start": hour}]}]}
    overrides = [{"day": day, "status": "cancelled"} for day in cancelled]
    return {"version": 1, "timezone": "Europe/Paris", "periods": [period]} | (
        {"overrides": overrides} if overrides else {}
    )


def off(*days: str) -> list[dict[str, Any]]:
    return [{"day": day, "what": "changed", "status": "cancelled"} for day in days]


def test_changed_dates_lie_over_whatever_the_source_says_and_are_no_value_of_their_own():
    override = {"value": off("2026-07-14"), "by": "Léa", "at": "2026-07-01T10:00:00+02:00"}
    for hour in ("14:30", "15:30"):
        folded = fold([SourceLayer("apidae", {"schedule": daily(hour)})], {"schedule_changes": override})
        assert folded.values == {"schedule": daily(hour, "2026-07-14")}
    assert folded.origins["schedule"]["source"] == "apidae"
    assert folded.origins["schedule_changes"] == {
        "source": "editor",
        "since": "2026-07-01T10:00:00+02:00",
        "by": "Léa",
    }


def test_changed_dates_lie_over_the_source_that_an_editor_chose_and_over_the_editor_s_own_dates():
    layers = [
        SourceLayer("apidae", {"schedule": daily("14:30")}),
        SourceLayer("openagenda", {"schedule": daily("09:00")}),
    ]
    changes = {"schedule_changes": {"value": off("2026-07-14")}}
    for override, hour in (({"from": "openagenda"}, "09:00"), ({"value": daily("20:30")}, "20:30")):
        # Whichever was kept first.
        for overrides in ({"schedule": override} | changes, changes | {"schedule": override}):
            assert fold(layers, overrides).values == {"schedule": daily(hour, "2026-07-14")}


def test_dates_changed_on_what_became_part_of_an_object_are_changed_and_its_own_changes_come_after():
    layers = [
        SourceLayer("own", {"schedule_changes": off("2026-07-14", "2026-07-15")}),
        SourceLayer("apidae", {"schedule": daily("14:30")}),
    ]
    folded = fold(layers)
    assert folded.values == {"schedule": daily("14:30", "2026-07-14", "2026-07-15")}
    again = {"day": "2026-07-14", "what": "changed", "status": "scheduled", "despite": "cancelled"}
    (first, second) = fold(layers, {"schedule_changes": {"value": [again]}}).values["schedule"]["overrides"]
    assert (first["day"], first["status"]) == ("2026-07-15", "cancelled")
    assert (second["day"], second["status"]) == ("2026-07-14", "scheduled")


def test_changed_dates_of_what_has_no_schedule_any_more_change_nothing():
    override = {"schedule_changes": {"value": off("2026-07-14")}}
    assert fold([SourceLayer("apidae", {"name": {"fr": "Marché"}})], override).values.keys() == {"name"}
    broken = {"schedule_changes": {"value": [{"day": "demain"}]}}
    assert fold([SourceLayer("apidae", {"schedule": daily("14:30")})], broken).values == {"schedule": daily("14:30")}
