"""What an editor reads of a change: labels, values in words, and the words that differ."""

from dataclasses import fields as dataclass_fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.admin.fields import EVENT_CHOICES, EVENT_LABELS
from agenda.admin.forms import EVENT_ENTRIES
from agenda.records import EventRecord
from tourism.admin.differences import (
    GAP,
    GONE,
    NEW,
    SAME,
    Part,
    change_row,
    change_rows,
    commune_codes,
    compared,
    row_sentence,
)
from tourism.admin.entries import Entry
from tourism.admin.fields import FIELD_LABELS, field_label, register_fields, spoken_text, spoken_value
from tourism.admin.viewsets.places import PLACE_ENTRIES
from tourism.admin.viewsets.trails import TRAIL_ENTRIES
from tourism.records import PlaceRecord, TrailRecord

SCHEDULE = {
    "version": 1,
    "timezone": "Europe/Paris",
    "periods": [
        {
            "id": "1",
            "first": "2026-07-07",
            "last": "2026-08-25",
            "hours": [{"slots": [{"start": "09:00", "end": "13:00"}]}],
        }
    ],
}

# As the agenda's hooks do, which no test of pure code loads.
register_fields(labels=EVENT_LABELS, choices=EVENT_CHOICES)


def said(parts: list[Part], *states: str) -> list[str]:
    return [part.text.strip().replace("\xa0", " ") for part in parts if part.state in states]


def test_only_the_words_that_differ_are_marked():
    before, after = compared("Une chapelle du XIIe siècle.", "Une belle chapelle du XIIIe siècle.")
    assert said(before, GONE) == ["XIIe"]
    assert said(after, NEW) == ["belle", "XIIIe"]
    assert "".join(part.text for part in after) == "Une belle chapelle du XIIIe siècle."


def test_long_texts_show_the_surroundings_of_what_changed():
    words = [f"mot{number}" for number in range(200)]
    other = list(words)
    other[100] = "AUTRE"
    before, after = compared(" ".join(words), " ".join(other))
    assert (said(before, GONE), said(after, NEW)) == (["mot100"], ["AUTRE"])
    assert [part.state for part in after] == [GAP, SAME, NEW, SAME, GAP]
    assert "mot92" in after[1].text
    assert "mot91" not in "".join(part.text for part in after)


def test_texts_with_little_in_common_are_shown_whole():
    before, after = compared("Ouvert tous les jours de juin à août", "Visites sur rendez-vous, téléphonez la veille")
    assert (len(before), len(after), before[0].state, after[0].state) == (1, 1, GONE, NEW)


@given(
    st.lists(st.sampled_from(["un", "deux ", "trois\n", "« ", "»"])), st.lists(st.sampled_from(["un", "deux ", "x"]))
)
def test_nothing_of_a_text_is_lost_but_the_gaps(left, right):
    before, after = compared("".join(left), "".join(right))
    for text, parts, foreign in (("".join(left), before, NEW), ("".join(right), after, GONE)):
        assert foreign not in {part.state for part in parts}
        if GAP not in {part.state for part in parts}:
            assert "".join(part.text for part in parts) == text


def test_items_of_a_list_are_compared_one_by_one():
    row = change_row(
        "services",
        [
            [
                {"id": 1, "family": "Prestation", "label": {"fr": "Wifi", "en": "Wi-Fi"}},
                {"id": 2, "label": {"fr": "Parking"}},
            ],
            [{"id": 2, "label": {"fr": "Parking"}}, {"id": 3, "label": {"fr": "Boutique"}}],
        ],
    )
    assert (row.label, row.listed) == ("Services", True)
    assert (said(row.before, GONE), said(row.before, SAME)) == (["Wifi"], ["Parking"])
    assert (said(row.after, NEW), said(row.after, SAME)) == (["Boutique"], ["Parking"])


def test_schedule_is_a_sentence():
    row = change_row("schedule", [None, SCHEDULE])
    assert row.before == []
    assert said(row.after, NEW) == ["Tous les jours du 7 juillet au 25 août, de 9 h à 13 h"]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("temporarily_closed", True, "oui"),
        ("latitude", 43.84, "43,84"),
        ("distance", 12500, "12500 m"),
        ("duration", 90, "90 min"),
        ("kind", "PATRIMOINE_CULTUREL", "Patrimoine culturel"),
        ("practice", "MTB", "VTT"),
        ("status", "CANCELLED", "Annulé"),
        ("event_categories", ["CONCERT"], "Concert"),
        ("state", "HIDDEN", "Masqué"),
        ("expires_on", "2026-12-24", "24 décembre 2026"),
        ("expires_on", "bientôt", "bientôt"),
        ("commune_code", "04135", "Moustiers"),
        ("commune_code", "99999", "99999"),
        ("address", {"lines": ["Rue haute"], "postcode": "04360", "city": "Moustiers"}, "Rue haute, 04360 Moustiers"),
        ("contacts", [{"kind": "PHONE", "value": "+33 4", "note": {"fr": "le soir"}}], "Téléphone : +33 4 (le soir)"),
        ("images", [{"url": "https://x.example/a/vue%20haute.jpg", "credit": "Luc"}], "vue haute.jpg (© Luc)"),
        (
            "price",
            {
                "free": False,
                "lines": [{"label": {"id": 1, "label": {"fr": "Adulte"}}, "min": 8, "max": 10, "until": "2026-08-31"}],
            },
            "Payant, Adulte : 8 – 10 €, jusqu’au 31 août 2026",
        ),
        (
            "price",
            {
                "free": None,
                "indication": "ACCES_LIBRE_TRANSPORT_PAYANT",
                "text": {"fr": "Navette 5 €", "en": "Shuttle €5"},
                "conditions": {
                    "gratuitPourLesMoinsDe": 6,
                    "conditionJuniorAgeMin": 7,
                    "conditionJuniorAgeMax": 12,
                    "conditionEnfantAgeMin": 3,
                    "conditionsGratuite": [{"id": 2, "label": {"fr": "Étudiants"}}],
                    "autre": 3,
                },
                "includes": {"fr": "une boisson"},
                "excludes": {"fr": "le repas"},
                "tourist_tax_included": False,
            },
            "Accès libre, transport payant, Navette 5 €, English : Shuttle €5, Gratuit avant 6 ans, "
            "Junior : de 7 à 12 ans, Enfant : à partir de 3 ans, Gratuit pour : Étudiants, Taxe de séjour en plus, "
            "Comprend : une boisson, Ne comprend pas : le repas, autre : 3",
        ),
        ("links", [{"type": "PROGRAMME", "external_id": "12"}], "PROGRAMME 12"),
        ("capacity", [{"id": None, "family": "c", "label": {"fr": "Couverts"}, "value": 40}], "Couverts : 40"),
        ("line", [[6.1, 43.8, 500], [6.2, 43.9, None]], "2 points"),
        ("details", {"aspects": {"WINTER": {"opening": {"fr": "L’hiver"}}}}, "aspects, WINTER, opening : L’hiver"),
        ("unheard_of", {"fr": "Neuf"}, "Neuf"),
        ("name", None, ""),
    ],
)
def test_values_are_said_in_words(name, value, words):
    assert spoken_text(name, value, communes={"04135": "Moustiers"}) == words


@given(
    st.sampled_from(sorted(FIELD_LABELS)),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "fr",
                        "label",
                        "kind",
                        "url",
                        "value",
                        "lines",
                        "text",
                        "min",
                        "note",
                        "periods",
                        "conditions",
                        "x",
                    ]
                ),
                inner,
                max_size=3,
            )
        ),
        max_leaves=8,
    ),
)
def test_no_value_of_any_shape_stops_the_page(name, value):
    spoken = spoken_value(name, value)
    assert isinstance(spoken, str) or all(isinstance(item, str) for item in spoken)


def test_values_that_were_not_kept_leave_the_name_of_the_field():
    rows = change_rows({"summary": [], "name.en": ["a", "b"]})
    assert [(row.label, row.language, row.note) for row in rows] == [("Nom", "English", ""), ("Résumé", "", "modifié")]


def test_difference_that_nobody_reads_is_named_and_not_shown():
    picture = {"url": "https://a.example/1/vue.jpg", "credit": "Luc"}
    (row,) = change_rows({"images": [[picture], [picture | {"url": "https://a.example/2/vue.jpg"}]]})
    assert (row.note, row.before, row.after) == ("fichiers remplacés", [], [])
    (row,) = change_rows({"line": [{"count": 900}, {"count": 900}]})
    assert row.note == "modifié, sans différence lisible"


def test_labels_of_which_only_the_number_changed_are_named():
    park = {"id": 1, "family": "Label", "label": {"fr": "Parc du Verdon"}}
    wines = {"id": 2, "family": "Label", "label": {"fr": "Vignobles"}}
    handled = {"id": 3, "family": "Label", "label": {"fr": "Accueil vélo"}}
    moved = [park | {"id": 8601, "family": "Distinction"}, wines, handled | {"id": 8602}]
    (row,) = change_rows({"labels": [[park, wines, handled], moved]})
    assert (row.note, row.before, row.after) == (
        "même libellé, autre numéro chez la source : Parc du Verdon, Accueil vélo",
        [],
        [],
    )
    assert row_sentence(row, longest=100) == f"Labels : {row.note}"


def test_labels_that_were_translated_anew_are_named():
    park = {"id": 1, "family": "Label", "label": {"fr": "Parc du Verdon", "en": "Park"}}
    wines = {"id": 2, "family": "Label", "label": {"fr": "Vignobles"}}
    again = park | {"label": {"fr": "Parc du Verdon", "en": "Verdon Park"}}
    (row,) = change_rows({"labels": [[park, wines], [again, wines]]})
    assert row.note == "autre traduction : Parc du Verdon"
    both = again | {"id": 9}
    (row,) = change_rows({"labels": [[park, wines], [both, wines]]})
    assert row.note == "même libellé, autre numéro chez la source : Parc du Verdon"


def test_communes_are_collected_from_all_changes():
    assert commune_codes([{"commune_code": ["04135", None]}, {"name.fr": ["a", "b"]}, {"commune_code": []}]) == {
        "04135"
    }


@pytest.mark.parametrize("record", [PlaceRecord, TrailRecord, EventRecord])
def test_every_field_of_a_record_has_a_french_name(record):
    assert [item.name for item in dataclass_fields(record) if field_label(item.name) == item.name] == []


@pytest.mark.parametrize("entries", [PLACE_ENTRIES, TRAIL_ENTRIES, EVENT_ENTRIES])
def test_fields_are_called_as_in_the_forms(entries: tuple[Entry, ...]):
    """The sentence about opening is called otherwise for trails and events, units stand in the forms' labels."""
    different = {
        entry.key: (str(entry.label), field_label(entry.key))
        for entry in entries
        if len(entry.fields) == 1
        and entry.language in ("", "fr")
        and not str(entry.label).startswith(field_label(entry.key.partition(".")[0]))
        and not entry.key.startswith("opening")
    }
    assert different in ({}, {"temporarily_closed": ("Fermée temporairement", "Fermé temporairement")})


def test_fields_of_an_app_above_are_known_once_registered():
    register_fields(labels={"moon": "Lune"}, choices={"moon": {"FULL": "pleine"}})
    try:
        assert (field_label("moon"), spoken_text("moon", "FULL")) == ("Lune", "pleine")
    finally:
        FIELD_LABELS.pop("moon")


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("name.fr", ["Moulin", "Moulin à huile"], "Nom (Français) : Moulin → Moulin à huile"),
        ("name.fr", ["Moulin", None], "Nom (Français) : Moulin → —"),
        ("altitude", [None, 1200], "Altitude : — → 1200 m"),
        ("labels", [["A", "B", "C"], ["A", "C", "D"]], "Labels : B → D"),
        ("labels", [["A"], ["A", "C", "D"]], "Labels : — → C ; D"),
        ("images", ["same", "same"], "Images : fichiers remplacés"),
        ("name.fr", "x", "Nom (Français) : modifié"),
        (
            "summary.fr",
            ["Un\n  texte", "Un\xa0mot " + "x" * 90],
            "Résumé (Français) : Un texte → Un\xa0mot " + "x" * 22 + "…",
        ),
    ],
)
def test_change_is_told_in_one_line_of_a_terminal(key, values, said):
    assert row_sentence(change_row(key, values), longest=30) == said
