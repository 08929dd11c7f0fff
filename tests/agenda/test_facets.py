"""What is read off a record for the filters of the agenda."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.enums import Audience, Disability
from agenda.facets import audiences_of, disabilities_of, is_indoor


def label(identifier: int | None, name: str = "", family: str = "") -> dict:
    return {"id": identifier, "family": family, "label": {"fr": name}}


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        (label(513, "Spécial famille avec enfants"), ["FAMILIES"]),
        (label(4549, "Enfants de 6 à 12 ans"), ["CHILDREN"]),
        (label(3737, "Réservé à un public majeur"), ["ADULTS"]),
        (label(3732, "Tarif spécial pour personnes handicapées"), []),
        (label(None, "Familles"), ["FAMILIES"]),
        (label(None, "De 3 à 10 ans"), ["CHILDREN"]),
        (label(None, "De 8 à 16 ans"), ["CHILDREN", "TEENAGERS"]),
        (label(None, "De 0 à 99 ans"), []),
        (label(None, "À partir de 18 ans"), ["ADULTS"]),
        (label(None, "À partir de 6 ans"), []),
        (label(None, "Tout public"), []),
    ],
)
def test_visitors_are_those_who_are_named(said, groups):
    assert audiences_of({"audiences": [said]}) == groups


def test_event_made_for_children_is_for_children():
    assert audiences_of({}, ["CHILDREN"]) == ["CHILDREN"]


@pytest.mark.parametrize(
    ("facts", "disabilities"),
    [
        ({"accessibility": [label(3653, "Accessible en fauteuil roulant en autonomie")]}, ["MOTOR"]),
        ({"accessibility": [label(3651, "Non accessible en fauteuil roulant")]}, []),
        ({"accessibility": [label(3653), label(3651)]}, []),
        ({"accessibility": [label(3676, "Possibilité de déposer quelqu’un devant le site")]}, []),
        ({"labels": [label(1224, "Marque Tourisme et Handicap - déficience auditive")]}, ["HEARING"]),
        ({"accessibility": [label(None, "Handicap visuel"), label(None, "Handicap psychique")]}, ["VISUAL", "MENTAL"]),
        ({}, []),
    ],
)
def test_disability_is_provided_for_where_it_is_said(facts, disabilities):
    assert disabilities_of(facts) == disabilities


@pytest.mark.parametrize(
    ("facts", "indoor"),
    [
        ({}, None),
        ({"labels": [label(1669, "Indoor (intérieur)")]}, True),
        ({"labels": [label(1676, "En plein air")]}, False),
        ({"labels": [label(1669), label(1676)]}, None),
        ({"details": {"ouverturesComplementaires": [label(4190, "Annulé en cas de mauvais temps")]}}, False),
        ({"themes": [label(None, "En intérieur")]}, True),
        ({"labels": [label(1676)], "indoor": "INDOOR"}, True),
        ({"labels": [label(1669)], "indoor": "OUTDOOR"}, False),
        ({"labels": [label(1669)], "indoor": "BOTH"}, None),
        ({"labels": [label(1669)], "indoor": "UNSAID"}, None),
    ],
)
def test_roof_is_what_somebody_said(facts, indoor):
    assert is_indoor(facts) is indoor


@given(
    st.lists(
        st.builds(
            label,
            st.none() | st.integers(400, 7000),
            st.text(max_size=20) | st.sampled_from(["De 1 à 2 ans", "Adultes", "Handicap moteur", "Plein air"]),
        ),
        max_size=8,
    )
)
def test_nothing_but_known_values_comes_out(labels):
    facts = {"audiences": labels, "accessibility": labels, "labels": labels}
    assert set(audiences_of(facts)) <= set(Audience.values)
    assert set(disabilities_of(facts)) <= set(Disability.values)
    assert is_indoor(facts) in (True, False, None)
