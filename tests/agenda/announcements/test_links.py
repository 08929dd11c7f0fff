"""Words that a mail of ours repeats."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.announcements.links import without_links


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Loto de l’école : 20.30, place St-Jean", "Loto de l’école : 20.30, place St-Jean"),
        ("Fest-noz @ Salagon, M. J.C. Dupont…", "Fest-noz @ Salagon, M. J.C. Dupont…"),
        ("Gagnez sur http://evil.example/a?b=c", "Gagnez sur evil. example/a?b=c"),
        ("HTTPS://WWW.Evil.Example", "Evil. Example"),
        ("voir evil.com, xn--a.xn--p1ai", "voir evil. com, xn--a. xn--p1ai"),
        ("hthttp://tp://wwwww.w.evil.fr", "evil. fr"),
        ("écrire à moi@evil.example vite", "écrire à … vite"),
        ("mailto:a@b.fr", "…"),
        ("Hôtel: bal. Tel: 04 92", "Hôtel: bal. Tel: 04 92"),
        ("evil。com", "evil。 com"),
        ("https://", "…"),
    ],
)
def test_nothing_is_left_to_make_a_link_of(title, said):
    assert without_links(title) == said


@given(st.lists(st.sampled_from(["http", "://", ":", "/", "www", ".", "@", "evil", "com", " ", "w", "mailto:"])))
def test_no_pieces_put_together_make_one(pieces):
    said = without_links("".join(pieces))
    assert said and not re.search(r"://|www\.|\w@\w|mailto:|\w\.[a-z]{2}", said)
    assert without_links(said) == said
