"""One payload per trap of real APIDAE data, named after the trap."""

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
from tourism.apidae.texts import MARKUP


def mapped(raw):
    return map_object(raw, REFERENTIAL)


def record(raw):
    return mapped(raw).record.to_json()


def located(**geolocation):
    return an_object(localisation={"geolocalisation": geolocation})


def point(longitude, latitude, **more):
    return located(geoJson={"type": "Point", "coordinates": [longitude, latitude]}, **more)


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


# Languages ------------------------------------------------------------------------------------------------------


def test_eleven_languages_are_kept_under_our_codes():
    suffixes = ("Fr", "En", "Es", "It", "De", "Nl", "Ru", "Zh", "PtBR", "Ja", "Ko")
    names = {f"libelle{suffix}": f"Nom {suffix}" for suffix in suffixes}
    assert record(an_object(nom=names))["name"] == {
        "fr": "Nom Fr",
        "en": "Nom En",
        "es": "Nom Es",
        "it": "Nom It",
        "de": "Nom De",
        "nl": "Nom Nl",
        "ru": "Nom Ru",
        "zh": "Nom Zh",
        "pt-br": "Nom PtBR",
        "ja": "Nom Ja",
        "ko": "Nom Ko",
    }


def test_name_copied_into_all_languages_counts_where_something_else_is_told():
    raw = an_object(
        nom={"libelleFr": "Vue d’ici", "libelleEn": "Vue d’ici", "libelleIt": "Vue d’ici", "libelleDe": "Blick"},
        presentation={"descriptifCourt": {"libelleFr": "Un point de vue.", "libelleIt": "Un belvedere."}},
    )
    assert record(raw)["name"] == {"fr": "Vue d’ici", "it": "Vue d’ici", "de": "Blick"}


def test_description_copied_untranslated_is_not_a_translation():
    french = "Une longue description que personne n’a encore traduite."
    raw = an_object(
        presentation={"descriptifDetaille": {"libelleFr": french, "libelleEn": french, "libelleDe": "Kurz."}}
    )
    assert record(raw)["description"] == {"fr": french, "de": "Kurz."}


def test_generated_opening_in_chinese_is_dropped_and_a_written_one_is_kept():
    texts = {"libelleFr": "Du 1 au 3.", "libelleEn": "From 1 to 3.", "libelleZh": "月 的", "libelleRu": "1-3"}
    generated = an_object(ouverture={"periodeEnClair": texts, "periodeEnClairGenerationMode": "AUTOMATIQUE"})
    written = an_object(ouverture={"periodeEnClair": texts, "periodeEnClairGenerationMode": "MANUEL"})
    assert record(generated)["opening"] == {"fr": "Du 1 au 3.", "en": "From 1 to 3."}
    assert record(written)["opening"] == {"fr": "Du 1 au 3.", "en": "From 1 to 3.", "zh": "月 的", "ru": "1-3"}


# Text -----------------------------------------------------------------------------------------------------------


def described(text):
    return record(an_object(presentation={"descriptifDetaille": {"libelleFr": text}})).get("description", {}).get("fr")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ligne 1\r\nLigne 2\r\n\r\n\r\nFin", "Ligne 1\nLigne 2\n\nFin"),
        ("Café &amp; th&eacute;", "Café & thé"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("<p>Un</p><p>Deux<br/>Trois</p>", "Un\nDeux\nTrois"),
        ("Avant<script>alert('x')</script> après", "Avant après"),
        ("&lt;img src=x onerror=alert(1)&gt;Bonjour", "Bonjour"),
        ("Moins de 5 € & <3 pour tous, a < b", "Moins de 5 € & <3 pour tous, a < b"),
        ("<<b>script>alert(1)<</b>/script>", None),
        ("<<<<<<<b>b>b>b>b>b>b>x", "b>b>b>x"),
        ("Zéro\x00 caché \u202einversé\ufeff", "Zéro caché inversé"),
        ("demi \ud83d emoji", "demi  emoji"),
    ],
)
def test_html_in_text_becomes_plain_text(text, plain):
    result = described(text)
    assert result == plain
    assert not MARKUP.search(result or "")


def test_html_in_text_is_reported():
    raw = an_object(presentation={"descriptifCourt": {"libelleFr": "<b>Gras</b>"}})
    assert mapped(raw).remarks == ["presentation.descriptifCourt.libelleFr : des balises HTML ont été retirées."]


# Position -------------------------------------------------------------------------------------------------------


def test_position_valid():
    result = record(point(6.2357, 44.0925, valide=True, altitude=608))
    assert (result["latitude"], result["longitude"], result["altitude"]) == (44.0925, 6.2357, 608)


@pytest.mark.parametrize(
    ("raw", "remark"),
    [
        (located(valide=False), None),
        (point(6.2, 44.1, valide=False), "La position n’est pas validée dans APIDAE : elle n’est pas reprise."),
        (point(0, 0), "Position 0, 0 (au large de l’Afrique) : elle n’est pas reprise."),
        (
            point(44.1, 6.2),
            "Latitude et longitude semblent inversées (6.2, 44.1) : la position n’est pas reprise.",
        ),
        (point(-61.5, 16.2), "Position hors de France et du Piémont (16.2, -61.5) : elle n’est pas reprise."),
        (point(6.2, 4410.1), "Position hors de France et du Piémont (4410.1, 6.2) : elle n’est pas reprise."),
        (point("est", "nord"), "Position : les coordonnées ne sont pas lisibles."),
        (point(10**60, 44), "Position : les coordonnées ne sont pas lisibles."),
        (point(float("nan"), 44.1), "Position : les coordonnées ne sont pas lisibles."),
        (point(True, 44.1), "Position : les coordonnées ne sont pas lisibles."),
        (
            located(geoJson={"type": "Polygon", "coordinates": [[[6, 44]]]}),
            "Position : un point est attendu, « Polygon » est ignoré.",
        ),
        (
            located(geoJson=[6.2, 44.1]),
            "localisation.geolocalisation.geoJson : un objet est attendu, une liste est ignoré.",
        ),
    ],
)
def test_position_missing_wrong_or_inverted_is_never_repaired(raw, remark):
    result = mapped(raw)
    assert (result.record.latitude, result.record.longitude) == (None, None)
    assert result.remarks == ([remark] if remark else [])


def test_position_in_cuneo_is_plausible():
    assert record(point(7.5477, 44.3895))["latitude"] == 44.3895


# Communes -------------------------------------------------------------------------------------------------------


def in_commune(**commune):
    return an_object(localisation={"adresse": {"commune": commune}})


def test_commune_of_an_export_is_known_by_number_only():
    result = record(in_commune(id=1600))
    assert result["commune_code"] == "04070"
    assert result["address"] == {"postcode": "04000", "city": "Digne-les-Bains"}


def test_commune_unknown_is_a_remark():
    assert mapped(in_commune(id=31415)).remarks == ["Commune inconnue : 31415"]


def test_commune_postcode_differs_from_the_address():
    raw = an_object(localisation={"adresse": {"codePostal": "04005", "commune": {"id": 1600}}})
    assert record(raw)["address"]["postcode"] == "04005"


def test_swiss_postcode_is_kept_as_it_is():
    raw = an_object(localisation={"adresse": {"codePostal": "CH-1860", "commune": {"nom": "Aigle"}}})
    assert record(raw)["address"] == {"postcode": "CH-1860", "city": "Aigle"}


# Referential ----------------------------------------------------------------------------------------------------


def with_services(*elements):
    return an_object(prestations={"services": list(elements)})


def test_element_inactive_is_still_a_label():
    assert record(with_services({"elementReferenceType": "PrestationService", "id": 1115}))["services"] == [
        {"id": 1115, "family": "PrestationService", "label": {"fr": "Wifi"}}
    ]


def test_element_unknown_is_a_remark_and_the_others_stay():
    result = mapped(with_services({"id": 99999}, {"id": 1115}, None, 7, {"id": "x"}, {"id": 10**60}))
    assert [label["id"] for label in result.record.services] == [1115]
    assert result.remarks[0] == "Élément de référence inconnu : 99999"


def test_element_labelled_inline_wins_over_the_referential():
    result = record(with_services(an_element("PrestationService", 1115, "Wi-Fi gratuit", "Free Wi-Fi")))
    assert result["services"][0]["label"] == {"fr": "Wi-Fi gratuit", "en": "Free Wi-Fi"}


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


def pictures_of(*illustrations):
    return record(an_object(illustrations=list(illustrations))).get("images", [])


def test_picture_legend_that_is_a_file_name_gives_way_to_the_name():
    picture = a_picture(
        legende={"libelleFr": "IMG_1234.jpg", "libelleEn": "The mill"},
        nom={"libelleFr": "Le moulin", "libelleEn": "DSC01234"},
    )
    assert pictures_of(picture)[0]["title"] == {"fr": "Le moulin", "en": "The mill"}


@pytest.mark.parametrize(
    "legend", ["IMG_123.jpg", "DSC_0042", "2017-08-12_1430", "P1010023", "20190704", "fete_2018_v2"]
)
def test_picture_legend_file_names(legend):
    assert pictures_of(a_picture(legende={"libelleFr": legend}))[0]["title"] == {}


@pytest.mark.parametrize("legend", ["Le 14-juillet à Digne", "Photo du lac", "Lac d’Allos (2230 m)", "Refuge"])
def test_picture_legend_that_is_a_legend(legend):
    assert pictures_of(a_picture(legende={"libelleFr": legend}))[0]["title"] == {"fr": legend}


def test_picture_original_is_huge():
    file = {
        "locale": "fr",
        "url": "http://static.apidae-tourisme.com/1.jpg",
        "urlFiche": "http://static.apidae-tourisme.com/1-fiche.jpg",
        "urlDiaporama": "http://static.apidae-tourisme.com/1-diaporama.jpg",
        "lastModifiedDate": "2026-02-03T04:05:06.000+0000",
    }
    assert pictures_of(a_picture(traductionFichiers=[file])) == [
        {
            "url": "https://static.apidae-tourisme.com/1-diaporama.jpg",
            "modified": "2026-02-03T04:05:06+00:00",
            "credit": "A. Dupré",
            "title": {"fr": "Le moulin sous la neige"},
            "expires": None,
        }
    ]


def test_picture_over_http_elsewhere_keeps_its_address():
    assert pictures_of(a_picture("http://127.0.0.1:8123/media/1.jpg"))[0]["url"] == "http://127.0.0.1:8123/media/1.jpg"


def test_picture_without_file_or_with_only_an_english_one():
    english = a_picture(
        copyright={"libelleEn": "B. Smith"}, traductionFichiers=[{"locale": "en", "url": "https://example.org/en.jpg"}]
    )
    images = pictures_of(a_picture(traductionFichiers=None), a_picture(traductionFichiers=[]), english)
    assert [(image["url"], image["credit"]) for image in images] == [("https://example.org/en.jpg", "B. Smith")]


@pytest.mark.parametrize(
    ("limit", "expires"),
    [
        ("2026-10-31", "2026-10-31"),
        ("2026-10-31T00:00:00.000+0000", "2026-10-31"),
        ("2026-10-30T23:00:00.000+0000", "2026-10-31"),
        (None, None),
    ],
)
def test_picture_rights_end(limit, expires):
    assert pictures_of(a_picture(dateLimiteDePublication=limit))[0]["expires"] == expires


def test_picture_whose_end_of_rights_is_unreadable_is_not_used():
    result = mapped(an_object(illustrations=[a_picture(dateLimiteDePublication="bientôt")]))
    assert result.record.images == []
    assert result.remarks[-1] == "illustrations[] : média non repris, la fin de ses droits n’est pas lisible."


def test_picture_given_twice_is_kept_once_and_the_main_one_is_first():
    images = pictures_of(
        a_picture("https://example.org/a.jpg"),
        a_picture("https://example.org/b.jpg", type="IMAGE_PRINCIPALE"),
        a_picture("https://example.org/a.jpg"),
    )
    assert [image["url"] for image in images] == ["https://example.org/b.jpg", "https://example.org/a.jpg"]


def test_pictures_of_2014():
    raw = an_object(
        imagePrincipale=a_picture("https://example.org/p.jpg", type="IMAGE_PRINCIPALE"),
        images=[a_picture("https://example.org/i.jpg")],
    )
    assert [image["url"] for image in record(raw)["images"]] == [
        "https://example.org/p.jpg",
        "https://example.org/i.jpg",
    ]


def test_media_of_each_kind_keep_their_kind_and_languages():
    brochure = {
        "type": "BROCHURE_VIRTUELLE",
        "nom": {"libelleFr": "Le guide"},
        "traductionFichiers": [
            {"locale": "en", "url": "https://example.org/guide-en.pdf"},
            {"locale": "fr", "url": "https://example.org/guide.pdf"},
        ],
    }
    video = {"type": "VIDEO", "link": True, "traductionFichiers": [{"locale": "fr", "url": "https://example.org/v"}]}
    bad = {"type": "WEBCAM", "traductionFichiers": [{"url": "javascript:alert(1)"}]}
    result = mapped(an_object(multimedias=[brochure, video, bad]))
    assert result.record.media == [
        {
            "kind": "BROCHURE_VIRTUELLE",
            "url": "https://example.org/guide.pdf",
            "title": {"fr": "Le guide"},
            "language": "fr",
        },
        {
            "kind": "BROCHURE_VIRTUELLE",
            "url": "https://example.org/guide-en.pdf",
            "title": {"fr": "Le guide"},
            "language": "en",
        },
        {"kind": "VIDEO", "url": "https://example.org/v"},
    ]
    assert result.remarks == ["multimedias[].traductionFichiers[].url : adresse refusée, « javascript:alert(1) »."]


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


def test_labels_before_and_after_the_switch_to_distinctions_are_the_same():
    old = an_object("HOTELLERIE", informationsHotellerie={"labels": [an_element("HotellerieLabel", 2738, "Logis")]})
    new = an_object("HOTELLERIE", distinctions=[{"id": 1, "nom": an_element("DistinctionNom", 8700, "Logis")}])
    both = old | {"distinctions": new["distinctions"]}
    names = [[label["label"]["fr"] for label in record(raw)["labels"]] for raw in (old, new, both)]
    assert names == [["Logis"], ["Logis"], ["Logis"]]
    assert record(both)["labels"][0]["id"] == 8700


def test_typologies_that_say_machine_translation_are_no_label():
    promotions = [
        an_element("TypologiePromoSitra", 6609, "Traduction automatique"),
        an_element("T", 3844, "Accueil Vélo"),
    ]
    result = record(an_object(presentation={"typologiesPromoSitra": promotions}))
    assert [label["label"]["fr"] for label in result["labels"]] == ["Accueil Vélo"]
    assert result["details"]["machine_translated"] is True


def test_durations_before_and_after_their_move():
    old = an_object("ACTIVITE", informationsActivite={"dureeSeance": 120, "nombreJours": 2})
    new = an_object("ACTIVITE", ouverture={"dureeSeance": 90}, informationsActivite={"dureeSeance": 120})
    assert (record(old)["details"]["dureeSeance"], record(old)["details"]["nombreJours"]) == (120, 2)
    assert record(new)["details"]["dureeSeance"] == 90


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


def test_modification_date_gets_an_offset_and_an_unreadable_one_a_remark():
    good = mapped(an_object(gestion={"dateModification": "2017-09-07T13:03:05.866+0000"}))
    bad = mapped(an_object(gestion={"dateModification": "hier"}))
    assert good.modified_at == "2017-09-07T13:03:05.866000+00:00"
    assert (bad.modified_at, bad.remarks) == (None, ["Date de modification illisible : « hier »."])


# Trails ---------------------------------------------------------------------------------------------------------


def test_trail_old_and_new_places_of_durations():
    old = an_object(
        "EQUIPEMENT", informationsEquipement={"itineraire": {"dureeJournaliere": 150, "dureeItinerance": 3}}
    )
    new = an_object(
        "EQUIPEMENT",
        informationsEquipement={"itineraire": {"distance": 12, "dureeJournaliere": 150}},
        ouverture={"dureeSeance": 200, "nombreJours": 2},
    )
    assert (record(old)["duration"], record(old)["details"]["nombreJours"]) == (150, 3)
    assert (record(new)["duration"], record(new)["details"]["nombreJours"]) == (200, 2)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (a_plan("https://example.org/t.gpx", extension="gpx", fileName="t"), ("gpx", "t")),
        (a_plan("https://example.org/t.KML"), ("kml", "")),
        (a_plan("https://example.org/t", fileName="trace.kmz"), ("kmz", "trace.kmz")),
    ],
)
def test_trail_plan_extension_is_found_in_the_name_when_missing(plan, expected):
    result = mapped(an_object("EQUIPEMENT", multimedias=[plan]))
    assert result.kind == "TRAIL"
    assert [(found["extension"], found["file_name"]) for found in result.record.plans] == [expected]


def test_trail_plan_of_no_known_kind_stays_a_document():
    plans = [a_plan("https://example.org/t"), a_plan("https://example.org/carte.pdf")]
    result = mapped(an_object("EQUIPEMENT", multimedias=plans))
    assert result.kind == "PLACE"
    assert [medium["url"] for medium in result.record.media] == [
        "https://example.org/t",
        "https://example.org/carte.pdf",
    ]
    assert result.remarks == ["Plan sans extension reconnue (gpx, kml, kmz) : « https://example.org/t »."]


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
