"""Oddities of real APIDAE data beside those of `test_traps_of_the_interface.py`, each named after itself."""

import pytest

from agenda.sources.apidae import map_event, map_object
from tests.tourism.apidae.mapping_payloads import (
    REFERENTIAL,
    a_means,
    a_picture,
    a_plan,
    an_element,
    an_object,
)
from tourism.apidae.mapping import DictReferential, Unmappable, map_place_or_trail


def mapped(raw):
    return map_object(raw, REFERENTIAL)


def record(raw):
    return mapped(raw).record.to_json()


# Objects that cannot be taken -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (None, "La fiche n’est pas un objet JSON."),
        ([1], "La fiche n’est pas un objet JSON."),
        (an_object("VAISSEAU"), "Type de fiche inconnu : « VAISSEAU »."),
        (an_object(type=["HOTELLERIE"]), "Type de fiche inconnu : une liste."),
        ({"id": 1, "nom": {"libelleFr": "X"}}, "La fiche n’a pas de type."),
        (an_object(id=None), "Identifiant absent."),
        (an_object(id="9" * 60), f"Identifiant illisible : « {'9' * 60} »."),
        (an_object(id=10**60), "Identifiant illisible : un nombre démesuré."),
        (an_object(id=True), "Identifiant illisible : « True »."),
        (an_object(nom={}), "La fiche 700123 n’a de nom dans aucune langue."),
        (an_object(nom={"libelleFr": "  \r\n "}), "La fiche 700123 n’a de nom dans aucune langue."),
        (an_object(nom=None), "La fiche 700123 n’a de nom dans aucune langue."),
    ],
)
def test_object_without_type_id_or_name(raw, sentence):
    with pytest.raises(Unmappable) as error:
        mapped(raw)
    assert error.value.sentence == sentence


def test_event_given_to_the_mapping_of_places():
    with pytest.raises(Unmappable, match="Cette fiche est un événement"):
        map_place_or_trail(an_object("FETE_ET_MANIFESTATION"), REFERENTIAL)
    with pytest.raises(Unmappable, match="Cette fiche n’est pas un événement"):
        map_event(an_object("HOTELLERIE"), REFERENTIAL)


def test_type_left_out_by_the_api_is_read_from_its_own_block():
    raw = an_object(informationsRestauration={"chef": "Zoé"})
    del raw["type"]
    result = mapped(raw)
    assert result.record.kind == "RESTAURATION"
    assert result.remarks == ["Type absent, déduit du bloc informationsRestauration : RESTAURATION."]


def test_name_only_in_english():
    assert record(an_object(nom={"libelleEn": "The mill"}))["name"] == {"en": "The mill"}


def test_id_written_as_text():
    assert mapped(an_object(id="700123")).external_id == "700123"


# Referential ----------------------------------------------------------------------------------------------------


def test_referential_with_broken_rows_keeps_the_others():
    referential = DictReferential([None, {"id": "x"}, [], ELEMENT], [{"id": 5}, 3, {"id": 6, "code": 1, "nom": "A"}])
    assert (referential.label(77), referential.family(77)) == ({"fr": "Sept"}, "F")
    assert referential.commune_code(5) is None


ELEMENT = {"elementReferenceType": "F", "id": 77, "libelleFr": " Sept ", "libelleEn": 3}


# Contacts -------------------------------------------------------------------------------------------------------


def contacts_of(*means):
    return mapped(an_object(informations={"moyensCommunication": list(means)}))


@pytest.mark.parametrize(
    ("type_id", "value", "kind", "cleaned"),
    [
        (201, " 04 65  71 10 10 ", "PHONE", "04 65 71 10 10"),
        (206, "+33 (0)4 65 71 10 10", "PHONE", "+33 (0)4 65 71 10 10"),
        (202, "04 65 71 10 11", "FAX", "04 65 71 10 11"),
        (204, "mailto:accueil@example.org", "EMAIL", "accueil@example.org"),
        (205, "www.example.org/été", "WEBSITE", "https://www.example.org/été"),
        (205, "HTTP://Example.org", "WEBSITE", "http://Example.org"),
        (205, "http://www.apidae-tourisme.com/a", "WEBSITE", "https://www.apidae-tourisme.com/a"),
        (207, "facebook.com/lesaires", "FACEBOOK", "https://facebook.com/lesaires"),
        (7221, "https://www.instagram.com/aires", "INSTAGRAM", "https://www.instagram.com/aires"),
        (4000, "https://tripadvisor.example/x", "TRIPADVISOR", "https://tripadvisor.example/x"),
    ],
)
def test_contact_is_cleaned(type_id, value, kind, cleaned):
    result = contacts_of(a_means(type_id, value))
    assert result.record.contacts == [{"kind": kind, "value": cleaned}]
    assert result.remarks == []


@pytest.mark.parametrize(
    ("type_id", "value"),
    [
        (205, "javascript:alert(1)"),
        (205, "https://user:secret@example.org/"),
        (205, "data:text/html,<b>"),
        (205, "ftp://example.org/a"),
        (205, "http://[::1"),
        (205, "voir notre site"),
        (204, "accueil arobase example.org"),
        (204, "a@b"),
        (201, "sur demande"),
        (201, "javascript:11"),
        (99999, "vbscript:x"),
    ],
)
def test_contact_that_is_not_what_it_says_is_refused_with_a_remark(type_id, value):
    result = contacts_of(a_means(type_id, value))
    assert result.record.contacts == []
    assert "non repris" in result.remarks[0]


def test_contact_field_with_two_addresses():
    result = contacts_of(a_means(204, "un@example.org ; deux@example.org"))
    assert [contact["value"] for contact in result.record.contacts] == ["un@example.org", "deux@example.org"]


def test_contact_that_differs_by_language():
    means = a_means(205, "https://example.org/fr") | {
        "coordonnees": {
            "en": "https://example.org/en",
            "fr": "https://example.org/fr",
            "ptBR": "https://example.org/fr",
        }
    }
    assert contacts_of(means).record.contacts == [
        {
            "kind": "WEBSITE",
            "value": "https://example.org/fr",
            "by_language": {"en": "https://example.org/en"},
        }
    ]


def test_contact_of_an_unknown_kind_keeps_its_name():
    result = contacts_of(a_means(12345, "Trois coups de cloche", observation={"libelleFr": "Le soir"}))
    assert result.record.contacts == [
        {"kind": "OTHER", "note": {"fr": "Le soir"}, "label": {"fr": "Moyen 12345"}, "value": "Trois coups de cloche"}
    ]


def test_contact_of_2014_has_one_value_for_all_languages():
    means = {"type": an_element("MoyenCommunicationType", 201, "Téléphone"), "coordonnee": "04 65 71 10 10"}
    assert contacts_of(means).record.contacts == [{"kind": "PHONE", "value": "04 65 71 10 10"}]


def test_personal_contacts_and_problem_mails_are_never_kept():
    raw = an_object(
        contacts=[{"nom": "Durand", "moyensCommunication": [a_means(201, "06 00 00 00 99")]}],
        gestion={"signalerUnProblemeMails": ["probleme@example.org"], "membreProprietaire": {"nom": "Office", "id": 3}},
        aspects=[{"aspect": "HIVER", "champsAspect": ["contacts"], "contacts": [{"nom": "Durand"}]}],
    )
    result = mapped(raw)
    assert "Durand" not in str(result) and "06 00" not in str(result) and "probleme@" not in str(result)
    assert (result.owner, result.owner_id) == ("Office", "3")


# Pictures and media ---------------------------------------------------------------------------------------------


def test_pictures_of_2014():
    raw = an_object(
        imagePrincipale=a_picture("https://example.org/p.jpg", type="IMAGE_PRINCIPALE"),
        images=[a_picture("https://example.org/i.jpg")],
    )
    assert [image["url"] for image in record(raw)["images"]] == [
        "https://example.org/p.jpg",
        "https://example.org/i.jpg",
    ]


# Prices ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "free"),
    [
        ({"indicationTarif": "GRATUIT"}, True),
        ({"indicationTarif": "ACCES_LIBRE"}, True),
        ({"indicationTarif": "PARTICIPATION_LIBRE"}, True),
        ({"indicationTarif": "PAYANT_TARIFS_NON_COMMUNIQUES"}, False),
        ({"indicationTarif": "ACCES_LIBRE_TRANSPORT_PAYANT"}, None),
        ({"indicationTarif": "PAYANT", "gratuit": True}, False),
        ({"gratuit": True}, True),
        ({"gratuit": False}, None),
        ({"gratuit": False, "tarifsEnClair": {"libelleFr": "5 €"}}, False),
        ({"indicationTarif": "TROC", "gratuit": True}, True),
        ({}, None),
        ([], None),
    ],
)
def test_free_is_read_from_the_indication_before_the_older_flag(block, free):
    assert record(an_object(descriptionTarif=block)).get("price", {}).get("free") == free


def test_price_text_takes_the_complement_once():
    block = {
        "tarifsEnClair": {"libelleFr": "Plein tarif : 6 €. Gratuit le dimanche.", "libelleEn": "Full price: €6."},
        "complement": {"libelleFr": "Gratuit le dimanche.", "libelleEn": "Free on Sundays."},
    }
    assert record(an_object(descriptionTarif=block))["price"]["text"] == {
        "fr": "Plein tarif : 6 €. Gratuit le dimanche.",
        "en": "Full price: €6.\nFree on Sundays.",
    }


def test_price_with_a_60_digit_number_and_a_negative_one():
    tariffs = [
        {"minimum": 10**60, "maximum": 5, "devise": "EUR"},
        {"minimum": -3, "devise": "SEL"},
        {"minimum": "9,50", "maximum": 4},
    ]
    result = mapped(an_object(descriptionTarif={"devise": "CHF", "periodes": [{"tarifs": tariffs}]}))
    assert result.record.price["lines"] == [{"max": 5, "currency": "EUR"}, {"min": 4, "max": 9.5, "currency": "CHF"}]
    assert result.remarks == [
        "descriptionTarif.periodes[].tarifs[].minimum : un nombre démesuré n’est pas vraisemblable, "
        "la valeur est ignorée.",
        "descriptionTarif.periodes[].tarifs[].minimum : « -3 » n’est pas vraisemblable, la valeur est ignorée.",
        "Tarif : le minimum (9.5) dépasse le maximum (4).",
    ]


# Labels, old and new places -------------------------------------------------------------------------------------


def test_typologies_that_say_machine_translation_are_no_label():
    promotions = [
        an_element("TypologiePromoSitra", 6609, "Traduction automatique"),
        an_element("T", 3844, "Accueil Vélo"),
    ]
    result = record(an_object(presentation={"typologiesPromoSitra": promotions}))
    assert [label["label"]["fr"] for label in result["labels"]] == ["Accueil Vélo"]
    assert result["details"]["machine_translated"] is True


# State ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("PUBLISHED", "PUBLISHED"),
        (None, "PUBLISHED"),
        ("HIDDEN", "HIDDEN"),
        ("NEW", "HIDDEN"),
        ("DELETED", "DELETED"),
        ("TRASH", "DELETED"),
        ("ARCHIVED", "HIDDEN"),
    ],
)
def test_state_reaches_the_record(state, expected):
    assert record(an_object(state=state))["state"] == expected


def test_temporarily_closed_by_either_word():
    assert record(an_object(ouverture={"fermeTemporairement": "FERME_TEMPORAIREMENT"}))["temporarily_closed"] is True
    assert record(an_object(ouverture={"indicationsPeriode": [{"id": 437}]}))["temporarily_closed"] is True
    assert record(an_object(ouverture={"ouverturesComplementaires": [{"id": 6176}]}))["temporarily_closed"] is True
    assert record(an_object())["temporarily_closed"] is False


def test_alert_to_visitors_keeps_its_dates():
    theme = {
        "theme": {"id": 6604},
        "description": {"libelleFr": "Sentier coupé."},
        "dateDisponibilite": "2026-11-01",
        "dateLimiteDePublication": "2026-12-31",
    }
    result = record(an_object(presentation={"descriptifsThematises": [theme]}))
    assert result["alert"] == {"fr": "Sentier coupé."}
    assert (result["alert_from"], result["alert_until"]) == ("2026-11-01", "2026-12-31")


@pytest.mark.parametrize("limit", ["9999-12-31", "9999-12-31T23:59:59", "9999-12-31T23:59:59.000+0000"])
def test_last_day_that_a_date_can_say_is_a_day(limit):
    rights = mapped(an_object(illustrations=[a_picture() | {"dateLimiteDePublication": limit}]))
    assert ([picture["expires"] for picture in rights.record.images], rights.remarks) == (["9999-12-31"], [])
    expiration = {"dateExpiration": limit, "expirationAction": "MASQUER"}
    result = mapped(an_object(expiration=expiration))
    assert (result.record.expires_on, result.remarks) == ("9999-12-31", [])


def test_modification_date_gets_an_offset_and_an_unreadable_one_a_remark():
    good = mapped(an_object(gestion={"dateModification": "2017-09-07T13:03:05.866+0000"}))
    bad = mapped(an_object(gestion={"dateModification": "hier"}))
    assert good.modified_at == "2017-09-07T13:03:05.866000+00:00"
    assert (bad.modified_at, bad.remarks) == (None, ["Date de modification illisible : « hier »."])


# Trails ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("apidae_type", ["EQUIPEMENT", "PATRIMOINE_NATUREL", "FETE_ET_MANIFESTATION"])
def test_track_says_its_title_its_author_and_until_when_it_may_be_used(apidae_type):
    plan = a_plan("https://example.org/t.gpx") | {
        "legende": {"libelleFr": "La boucle"},
        "copyright": {"libelleFr": "Office des Aires"},
        "dateLimiteDePublication": "2027-01-31",
    }
    result = mapped(an_object(apidae_type, multimedias=[plan])).record
    (track,) = result.plans if apidae_type == "EQUIPEMENT" else result.media
    assert (track["title"], track["credit"], track["expires"]) == (
        {"fr": "La boucle"},
        "Office des Aires",
        "2027-01-31",
    )


def test_trail_distance_in_metres_where_kilometres_are_meant_is_not_believed():
    result = mapped(
        an_object("EQUIPEMENT", informationsEquipement={"itineraire": {"distance": 8500, "denivellation": 300}})
    )
    assert (result.record.distance, result.record.ascent) == (None, 300)
    assert result.remarks == [
        "informationsEquipement.itineraire.distance : « 8500 » km n’est pas vraisemblable, la valeur est ignorée."
    ]


def test_trail_of_two_colours_is_the_harder_one():
    raw = an_object(
        "EQUIPEMENT",
        informationsEquipement={"activites": [{"id": 3333}]},
        prestations={"typesClientele": [an_element("TypeClientele", 588, "Bleu"), {"id": 589}]},
    )
    result = mapped(raw)
    assert (result.record.difficulty, result.record.audiences) == ("MEDIUM", [])
    assert result.remarks == ["Plusieurs niveaux de difficulté sont cochés : le plus difficile est retenu."]


# Aspects --------------------------------------------------------------------------------------------------------


def test_aspect_replaces_exactly_its_paths_and_empties_what_it_names_without_value():
    raw = an_object(
        presentation={"descriptifCourt": {"libelleFr": "Été."}, "descriptifDetaille": {"libelleFr": "Long."}},
        illustrations=[a_picture()],
        aspects=[
            {
                "aspect": "HIVER",
                "champsAspect": ["presentation.descriptifCourt", "illustrations"],
                "presentation": {
                    "descriptifCourt": {"libelleFr": "Neige."},
                    "descriptifDetaille": {"libelleFr": "Non."},
                },
            },
            {"aspect": "LUNAIRE", "champsAspect": []},
        ],
    )
    result = mapped(raw)
    assert result.record.summary == {"fr": "Été."}
    assert result.record.details["aspects"] == [
        {"aspect": "HIVER", "changes": {"summary": {"fr": "Neige."}, "images": None}}
    ]
    assert result.remarks == ["Aspect inconnu, non repris : « LUNAIRE »."]


def test_aspect_cannot_rename_or_retype_an_object():
    raw = an_object(
        aspects=[{"aspect": "HIVER", "champsAspect": ["type", "id", "aspects"], "type": "STRUCTURE", "id": 3}]
    )
    assert "aspects" not in record(raw).get("details", {})
