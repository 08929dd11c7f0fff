"""Lines that say where something happens."""

import pytest

from agenda.sources.feeds.places import Communes, read_where

COMMUNES = Communes(
    [
        ("04088", "Forcalquier", "04300"),
        ("04070", "Digne-les-Bains", "04000"),
        ("04135", "Moustiers-Sainte-Marie", "04360"),
        ("04111", "Mane", "04300"),
    ]
)


@pytest.mark.parametrize(
    ("text", "venue", "lines", "code"),
    [
        ("Cloître, Rue du Cloître, 04300 Forcalquier", "Cloître", ("Rue du Cloître",), "04088"),
        ("Cloître - Forcalquier", "Cloître", (), "04088"),
        ("Salle des fêtes\n04360 Moustiers Ste Marie", "Salle des fêtes", (), "04135"),
        ("04000 DIGNE LES BAINS CEDEX 9, France", "", (), "04070"),
        ("Palais des congrès, 04000 Digne-les-Bains, France", "Palais des congrès", (), "04070"),
        ("Forcalquier", "", (), "04088"),
        ("Salle des fêtes à Mane", "Salle des fêtes à Mane", (), "04111"),
        ("Place de Forcalquier, Mane", "", ("Place de Forcalquier",), "04111"),
        ("Le Kiosque", "Le Kiosque", (), ""),
        ("", "", (), ""),
    ],
)
def test_venue_street_and_commune(text, venue, lines, code):
    where = read_where(text, COMMUNES)
    assert (where.venue, where.lines, where.commune_code, where.elsewhere) == (venue, lines, code, False)


@pytest.mark.parametrize("text", ["Le Dôme, 13004 Marseille", "13004 Marseille"])
def test_a_postcode_of_another_territory_is_elsewhere(text):
    where = read_where(text, COMMUNES)
    assert (where.elsewhere, where.commune_code, where.city) == (True, "", "Marseille")
