"""Addresses of events."""

from dataclasses import replace
from itertools import permutations

import pytest

from agenda.dedupe import is_specific, normal_address, shared_addresses
from tests.agenda.dedupe.labelled import event


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.exemple.fr/E/Marmots/?utm_source=x&fbclid=y#top", "exemple.fr/e/marmots"),
        ("http://exemple.fr/e?b=2&a=1", "exemple.fr/e?a=1&b=2"),
        ("exemple.fr/e/marmots", "exemple.fr/e/marmots"),
        ("HTTPS://EXEMPLE.FR/", "exemple.fr"),
        ("mailto:a@exemple.fr", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_normal_address(url, address):
    assert normal_address(url) == address


@pytest.mark.parametrize(
    ("address", "specific"),
    [
        ("exemple.fr", False),
        ("exemple.fr/billetterie", False),
        ("exemple.fr/saison-culturelle-2026", False),
        ("exemple.fr/fr/agenda", False),
        ("exemple.fr/index.php", False),
        ("facebook.com/lebigoudi", False),
        ("facebook.com/events/1234567", True),
        ("exemple.fr/marmots-en-concert", True),
        ("exemple.fr/evenements/marmots", True),
        ("exemple.fr/agenda.php?id=3312", True),
        ("exemple.fr/index.php?rubrique=activites", False),
    ],
)
def test_is_specific(address, specific):
    assert is_specific(address) is specific


def test_shared_addresses_are_those_of_differently_named_events():
    page, other = "https://exemple.fr/rires-en-durance", "https://exemple.fr/evenements/marmots"
    events = [event(str(n), title, url=page) for n, title in enumerate(["Belkour", "Pistoli", "Orvet"])]
    events += [event(f"m{n}", "Les Marmots", url=other) for n in range(5)]
    assert shared_addresses(events) == {normal_address(page)}


def test_an_event_named_in_many_languages_does_not_share_its_page_with_itself():
    page = "https://exemple.fr/trail-des-cretes"
    names = {"fr": "Trail des Crêtes", "en": "Ridges race", "de": "Kammlauf", "it": "Corsa delle creste"}
    told = [
        replace(event("a", "Trail des Crêtes", url=page), title=names),
        event("b", "Trail des Crêtes", url=page),
        event("c", "Kammlauf", url=page),
    ]
    for order in permutations(told):
        assert shared_addresses(order) == frozenset()
    crowd = [event(f"x{n}", f"Soirée numéro {n} de Marmots{n}", url=page) for n in range(40)]
    assert shared_addresses([*told, *crowd]) == {normal_address(page)}
