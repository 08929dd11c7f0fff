"""Which pairs are looked at, and what people decided."""

from datetime import date, timedelta

from agenda.dedupe import Band, KnownEvents, Verdict, Verdicts, When, candidate_pairs, compare, suspected_pairs
from tests.agenda.dedupe.labelled import event

EVENING = {"when": "2026-07-11 20:30", "town": "Oraison", "venue": "Théâtre du Platane"}


def keys(pairs):
    return {frozenset((pair[0].key, pair[1].key)) for pair in pairs}


def test_pairs_come_once_among_new_and_with_known():
    new = [event("n1", "Marmots", **EVENING, source="x"), event("n2", "Les Marmots", **EVENING, source="y")]
    known = [event("k", "Marmots (rock)", **EVENING, source="z")]
    found = list(candidate_pairs(new, known))
    assert keys(found) == {frozenset(pair) for pair in (("n1", "n2"), ("n1", "k"), ("n2", "k"))}
    assert len(found) == 3


def test_known_events_are_not_paired_among_themselves():
    known = [event(key, "Marmots", **EVENING, source=key) for key in "ab"]
    assert not list(candidate_pairs([event("n", "Orvet", **EVENING)], known))


def test_new_version_of_a_known_event_is_not_its_duplicate():
    assert not list(candidate_pairs([event("a", "Marmots", **EVENING)], [event("a", "Marmots !", **EVENING)]))


def test_the_hour_never_separates():
    a, b = (
        event("a", "Marmots", "2026-07-11 20:00", town="Oraison"),
        event("b", "Marmots", "2026-07-11", town="Oraison"),
    )
    assert list(candidate_pairs([a], [b]))


def test_after_midnight_meets_the_evening_before():
    a, b = (
        event("a", "Marmots", "2026-07-12 00:30", town="Oraison"),
        event("b", "Marmots", "2026-07-11 23:00", town="Oraison"),
    )
    assert list(candidate_pairs([a], [b]))


def test_neighbours_across_a_cell_of_the_grid_meet():
    a, b = (
        event("a", "Marmots", "2026-07-11", at=(44.0499, 6.0)),
        event("b", "Marmots", "2026-07-11", at=(44.0501, 6.0)),
    )
    assert list(candidate_pairs([a], [b]))


def test_unknown_place_meets_by_its_name():
    a, b = (
        event("a", "Marmots et Couleuvres", "2026-07-11"),
        event("b", "Marmots et Couleuvres", "2026-07-11", town="Mane"),
    )
    assert list(candidate_pairs([a], [b]))


def test_elsewhere_is_not_looked_at():
    a, b = event("a", "Marmots", "2026-07-11", at=(44.05, 6.0)), event("b", "Marmots", "2026-07-11", at=(44.40, 6.6))
    assert not list(candidate_pairs([a], [b]))


def test_an_evening_with_very_many_in_one_town_is_paired_by_name_alone():
    crowd = [
        event(f"k{number}", f"Visite guidée n° {number}", "2026-07-11 10:00", town="Oraison") for number in range(300)
    ]
    twin = event("n", "Visite guidée n° 7", "2026-07-11 10:00", town="Oraison", source="y")
    marmots = event("m", "Les Marmots", **EVENING, source="y")
    few = candidate_pairs([twin, marmots], [*crowd, event("k", "Marmots", **EVENING, source="x")])
    assert keys(few) == {frozenset({"n", "k7"}), frozenset({"m", "k"})}
    assert len(list(candidate_pairs([twin], crowd[:20]))) == 20


def test_long_exhibition_is_not_paired_with_all_that_its_days_bring():
    long = event("long", "Neige noire", "2026-01-01..2026-12-31", town="Oraison", venue="Galerie")
    summer = [
        event(f"e{number}", f"Soirée {name}", f"2026-07-{number + 1:02d} 21:00", town="Oraison", source="x")
        for number, name in enumerate(
            ["Orvet", "Lichen", "Sapho", "Zinzoline", "Bernique", "Tafanari", "Loupiote", "Alizarine", "Mirabelle"]
        )
    ]
    assert not list(candidate_pairs([long], summer))
    assert not list(candidate_pairs(summer, [long]))


def test_long_exhibition_meets_its_other_announcements():
    long = event("long", "Neige noire", "2026-01-01..2026-12-31", town="Oraison")
    told = [
        event("a", "Expo : Neige noire", "2026-01-02..2026-12-20", town="Oraison"),
        event("b", "Neige noire", "2026-01-01", town="Oraison"),
    ]
    assert keys(candidate_pairs([long], told)) == keys(candidate_pairs(told, [long])) == {
        frozenset(("long", "a")), frozenset(("long", "b"))
    }  # fmt: skip


def test_weekly_markets_of_a_town_meet_once():
    a, b = (
        event(key, title, "2026-01-07..2026-12-30/7 08:00", town="Mane")
        for key, title in [("a", "Marché"), ("b", "Marché provençal")]
    )
    assert len(list(candidate_pairs([a], [b]))) == 1


def test_moved_date_is_looked_at_but_not_in_a_run_of_evenings():
    a = event("a", "Marmots", **EVENING, source="x")
    moved = event("b", "Marmots", **{**EVENING, "when": "2026-07-18 20:30"}, source="y")
    again = event("c", "Marmots", **{**EVENING, "when": "2026-07-19 20:30"}, source="y")
    assert keys(candidate_pairs([a], [moved])) == {frozenset("ab")}
    assert not list(candidate_pairs([a], [moved, again]))


def test_identifiers_and_pages_meet_whatever_the_rest():
    a = event("a", "Marmots", "2026-07-11", town="Mane", ids="apidae:1", url="https://exemple.fr/e/marmots-77")
    assert list(candidate_pairs([a], [event("b", "Autre", "2025-01-01", town="Allos", ids="apidae:1")]))
    assert list(candidate_pairs([a], [event("b", "Autre", "2025-01-01", town="Allos", url="exemple.fr/e/marmots-77")]))


def test_events_being_typed_are_looked_up_in_what_is_filed():
    known = KnownEvents([event("a", "Marmots", **EVENING), event("b", "Orvet", **EVENING)])
    assert [other.key for other in known.like(event("draft", "Les marmots", "2026-07-11", town="Oraison"))] == ["a"]
    assert not list(known.like(event("draft", "", "")))


def test_pairs_compared_grow_with_the_agenda_and_not_with_its_square():
    def compared(size):
        events = [
            event(
                f"{size}-{number}",
                f"Soirée {'abcdefgh'[number % 8] * 5}{number % 97}x",
                town=["Mane", "Volx", "Riez"][number % 3],
            )
            for number in range(size)
        ]
        days = [date(2026, 1, 1) + timedelta(days=number * 300 // size) for number in range(size)]
        dated = [
            type(e)(key=e.key, title=e.title, town=e.town, commune_code=e.commune_code, occurrences=(When(d),))
            for e, d in zip(events, days, strict=True)
        ]
        return sum(1 for _ in candidate_pairs(dated, []))

    assert compared(1200) < 0.01 * 1200 * 1200 / 2


def test_verdicts_are_kept_out_of_what_is_shown():
    a, b = event("a", "Marmots", **EVENING, source="x"), event("b", "Les Marmots", **EVENING, source="y")
    assert len(list(suspected_pairs([a], [b]))) == 1
    for same in (True, False):
        assert not list(suspected_pairs([a], [b], [Verdict("b", "a", same)]))


def test_verdicts_go_before_everything():
    a, b = event("a", "Marmots", ids="apidae:1", **EVENING), event("b", "Marmots", ids="apidae:1", **EVENING)
    assert compare(a, b, verdicts=Verdicts([Verdict("a", "b", same=False)])).band is Band.DIFFERENT
    c = event("c", "Tout autre chose", town="Allos")
    assert compare(a, c, verdicts=Verdicts([Verdict("c", "a", same=True)])).band is Band.SILENT


def test_verdict_survives_new_identifiers_of_a_feed():
    a, b = event("a", "Marmots", **EVENING), event("b", "Marmots", **EVENING, source="y", url="https://exemple.fr/x")
    told = Verdict("a", "b", False, a.fingerprint, b.fingerprint)
    renamed = event("b-of-tonight", "Marmots", **EVENING, source="y")
    assert compare(a, renamed, verdicts=Verdicts([told])).band is Band.DIFFERENT


def test_verdict_on_what_has_changed_since_says_so():
    a, b = event("a", "Marmots", **EVENING), event("b", "Les Marmots", **EVENING)
    verdicts = Verdicts([Verdict("a", "b", True, a.fingerprint, b.fingerprint)])
    later = event("b", "Les Marmots", **{**EVENING, "when": "2026-07-12 20:30"})
    assert compare(a, b, verdicts=verdicts).reasons[0].values == {"changed": False}
    assert compare(a, later, verdicts=verdicts).reasons[0].values == {"changed": True}


def test_verdicts_are_never_chained():
    a, b, c = (event(key, "Marmots", **EVENING, source=key) for key in "abc")
    verdicts = Verdicts([Verdict("a", "b", True), Verdict("b", "c", False)])
    assert verdicts.on(a, c) is None
