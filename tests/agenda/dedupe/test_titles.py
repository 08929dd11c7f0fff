"""Titles in comparable form."""

import pytest

from agenda.dedupe import Ignored, normalise


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("Le Chœur des Éléphants", ("choeur", "elephant")),
        ("20/02 | Club Cabanon : Lave invite Basalte", ("club", "cabanon", "lave", "basalte")),
        ("Samedi 7 mars 2026 – Lave & Basalte", ("lave", "basalte")),
        ("du 5 au 9 août : Sonnailles", ("sonnaille",)),
        ("Lave @ Petite Salle", ("lave",)),
        ("Lave (12 €, 20h30)", ("lave",)),
        ("Lave – entrée libre", ("lave",)),
        ("[COMPLET] Lave", ("lave",)),
        ("Report : Lave", ("lave",)),
        ("12e édition de Lave", ("lave",)),
        ("XIIe édition – Lave", ("lave",)),
        ("12ème Lave", ("lave",)),
        ("Lave #3", ("lave",)),
        ("Saison 2025-2026 : Lave", ("lave",)),
        ("O.V.N.I. sur la lave", ("ovni", "lave")),
        ("Lave &amp; Basalte", ("lave", "basalte")),
        ("Concert de jazz", ()),
        ("Vide-greniers", ()),
        ("Petit déjeuner complet", ("petit", "complet")),
        ("21e siècle", ("21e", "siecle")),
        ("5 à 7", ("5", "7")),
        ("", ()),
    ],
)
def test_core(title, core):
    assert normalise(title).core == core


@pytest.mark.parametrize(
    ("title", "field", "value"),
    [
        ("Lave, 12e édition", "editions", {"12"}),
        ("XIIe édition de Lave", "editions", {"12"}),
        ("22nd edition of Lave", "editions", {"22"}),
        ("Lave 2026", "years", {"2026"}),
        ("Lave, saison 2025-26", "years", {"2025", "2026"}),
        ("Lave vol. 3", "parts", {"3"}),
        ("Lave – séance 12", "parts", {"12"}),
        ("Lave n°4", "parts", {"4"}),
        ("Acte IV de Lave", "parts", {"4"}),
        ("Trail de Lave 25 km", "numbers", {"25"}),
        ("Lave 003", "numbers", {"3"}),
        ("Marché de Noël", "kinds", {"marche-de-noel"}),
        ("Christmas market", "kinds", {"marche-de-noel"}),
        ("Mercatino di Natale", "kinds", {"marche-de-noel"}),
        ("Visite guidée et atelier", "kinds", {"visite", "atelier"}),
        ("Stage enfants", "qualifiers", {("audience", "young")}),
    ],
)
def test_what_is_kept_beside_the_core(title, field, value):
    assert getattr(normalise(title), field) == value


def test_names_of_its_place_name_nothing():
    title = normalise("Lave à Digne-les-Bains, Théâtre de la Roche", ("Théâtre de la Roche", "Digne-les-Bains"))
    assert title.core == ("lave",)
    assert (Ignored.PLACE, "theatre roche") in title.ignored


def test_title_that_is_its_venue_is_generic():
    assert normalise("Théâtre de la Roche", ("Théâtre de la Roche",)).is_generic


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lave 12 €", Ignored.PRICE),
        ("Lave 20h30", Ignored.TIME),
        ("Lave le 7 mars", Ignored.DATE),
        ("Lave 2026", Ignored.YEAR),
        ("Lave #3", Ignored.PART),
        ("12e édition Lave", Ignored.EDITION),
        ("[annulé] Lave", Ignored.STATUS),
        ("Lave @ Salle", Ignored.PLACE),
        ("Concert Lave", Ignored.GENERIC),
    ],
)
def test_ignored_parts_are_kept_with_their_kind(title, kind):
    assert kind in {ignored for ignored, _ in normalise(title).ignored}


def test_postponement_in_the_title_is_seen():
    assert normalise("REPORTÉ – Lave").postponed
    assert not normalise("Le report de Lave").postponed


def test_segments_follow_separators():
    assert normalise("Sonnailles | Lave : Basalte noir").segments == (
        frozenset({"sonnaille"}),
        frozenset({"lave"}),
        frozenset({"basalte", "noir"}),
    )
