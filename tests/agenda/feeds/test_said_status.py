"""What calendars without a state say in the title."""

import pytest

from agenda.enums import EventStatus
from agenda.sources.feeds.calendars import said_status


@pytest.mark.parametrize(
    ("told", "title", "status"),
    [
        ("[ANNULÉ] Bal des Vanniers", "Bal des Vanniers", EventStatus.CANCELLED),
        ("COMPLET : Bal des Vanniers", "Bal des Vanniers", EventStatus.FULL),
        ("Bal des Vanniers - ANNULÉ", "Bal des Vanniers", EventStatus.CANCELLED),
        ("Bal des Vanniers (annulé !)", "Bal des Vanniers", EventStatus.CANCELLED),
        ("Bal des Vanniers : reporté", "Bal des Vanniers", EventStatus.POSTPONED),
        ("Bal des Vanniers [complet]", "Bal des Vanniers", EventStatus.FULL),
        ("Ball of the basket makers (cancelled)", "Ball of the basket makers", EventStatus.CANCELLED),
        ("Ballo dei cestai – rinviato", "Ballo dei cestai", EventStatus.POSTPONED),
    ],
)
def test_a_state_before_or_after_the_title_is_its_state(told, title, status):
    assert said_status(told) == (title, status)


@pytest.mark.parametrize(
    "title",
    ["Petit-déjeuner complet", "Annulé", "(complet)", "Rapport annulé et reporté, une farce", "Bal reporté", ""],
)
def test_the_same_words_within_a_title_are_part_of_it(title):
    assert said_status(title) == (title, None)
