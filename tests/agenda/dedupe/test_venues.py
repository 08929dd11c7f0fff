"""Names of venues."""

import pytest

from agenda.dedupe import SAME_VENUE, Venue, venue_likeness

HERE, NEAR, FAR = (5.78, 43.96), (5.781, 43.9605), (5.83, 43.96)


def likeness(a, b, **where):
    return venue_likeness(Venue(a, commune_code="04088", **where), Venue(b, commune_code="04088", **where))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Théâtre Durance-Haute", "THEATRE DURANCE HAUTE"),
        ("Cinéma Le Cairn", "Le Cairn"),
        ("Café associatif Le Tilleul", "Le Tilleul"),
        ("la-citerne", "La Citerne"),
        ("Salle Osco-Neuve", "Salle Oscoo Neuve"),
        ("Salle de l'Eden-Palace, 4 allée Arthur", "Eden Palace"),
        ("Salle des fêtes", "Salle des Fêtes"),
    ],
)
def test_one_venue_under_two_names(a, b):
    assert likeness(a, b) >= SAME_VENUE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cinéma Le Cairn", "Cinéma Le Rex"),
        ("Église Saint-Michel", "Place Saint-Michel"),
        ("Mairie", "Église"),
        ("Musée", "Musée de la Seconde Vallée"),
        ("Centre-ville", "Place du village"),
        ("Salle des fêtes", "Médiathèque"),
        ("", "Médiathèque"),
        ("Salle Garrigue", "Salle Gassendi"),
    ],
)
def test_two_venues(a, b):
    assert likeness(a, b) < SAME_VENUE


def test_aliases_count():
    a = Venue("Palais des congrès", ("Espace Jaubert",), "04070")
    assert venue_likeness(a, Venue("espace jaubert", (), "04070")) >= SAME_VENUE


def test_names_asked_grow_with_the_distance():
    names = "Café Le Tilleul", "Bar Le Tilleul"
    near = venue_likeness(Venue(names[0], point=HERE), Venue(names[1], point=NEAR))
    far = venue_likeness(Venue(names[0], point=HERE), Venue(names[1], point=FAR))
    assert near > far
    assert far < SAME_VENUE


def test_common_name_in_two_communes_is_two_venues():
    assert venue_likeness(Venue("Salle des fêtes", (), "04111"), Venue("Salle des fêtes", (), "04149")) < SAME_VENUE


def test_town_in_the_name_is_ignored():
    a = Venue("ETOILE GREOUX-LES-BAINS", (), "04094", "Gréoux-les-Bains")
    assert venue_likeness(a, Venue("L'Étoile", (), "04094", "Gréoux-les-Bains")) >= SAME_VENUE


@pytest.mark.parametrize(("a", "b"), [("Le Cairn", "Cinéma Le Cairn"), ("Mairie", "Salle des fêtes"), ("", "")])
def test_venue_likeness_is_symmetric(a, b):
    assert likeness(a, b) == likeness(b, a)
