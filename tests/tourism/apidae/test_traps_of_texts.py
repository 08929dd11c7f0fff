"""The traps of APIDAE's interface that are in texts and languages, each under its number in the list of pitfalls."""

import pytest

from tests.tourism.apidae.mapping_payloads import (
    a_means,
    a_picture,
    an_object,
)
from tests.tourism.apidae.trap_objects import mapped, pictures_of, record
from tourism.apidae.texts import MARKUP

# 9. Plain text that is not, captions that are file names --------------------------------------------------------------


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
def test_trap_09_text_becomes_plain_whatever_was_pasted(text, plain):
    result = described(text)
    assert result == plain
    assert not MARKUP.search(result or "")


def test_trap_09_html_in_a_text_is_reported():
    raw = an_object(presentation={"descriptifCourt": {"libelleFr": "<b>Gras</b>"}})
    assert mapped(raw).remarks == ["presentation.descriptifCourt.libelleFr : des balises HTML ont été retirées."]


def test_trap_09_caption_that_is_a_file_name_gives_way_to_the_name():
    picture = a_picture(
        legende={"libelleFr": "IMG_1234.jpg", "libelleEn": "The mill"},
        nom={"libelleFr": "Le moulin", "libelleEn": "DSC01234"},
    )
    assert pictures_of(picture)[0]["title"] == {"fr": "Le moulin", "en": "The mill"}


@pytest.mark.parametrize(
    "legend", ["IMG_123.jpg", "DSC_0042", "2017-08-12_1430", "P1010023", "20190704", "fete_2018_v2"]
)
def test_trap_09_file_name_is_no_caption(legend):
    assert pictures_of(a_picture(legende={"libelleFr": legend}))[0]["title"] == {}


@pytest.mark.parametrize("legend", ["Le 14-juillet à Digne", "Photo du lac", "Lac d’Allos (2230 m)", "Refuge"])
def test_trap_09_caption_that_looks_a_little_like_a_file_name_stays(legend):
    assert pictures_of(a_picture(legende={"libelleFr": legend}))[0]["title"] == {"fr": legend}


def test_trap_09_what_is_said_beside_a_telephone_number_is_its_note():
    means = a_means(201, "04 92 00 00 00", observation={"libelleFr": "Le matin,\r\nsauf jeudi"})
    contacts = record(an_object(informations={"moyensCommunication": [means]}))["contacts"]
    assert contacts == [{"kind": "PHONE", "value": "04 92 00 00 00", "note": {"fr": "Le matin,\nsauf jeudi"}}]


# 10. Languages that a machine or a click filled -----------------------------------------------------------------------


def test_trap_10_generated_opening_in_chinese_is_dropped_and_a_written_one_is_kept():
    texts = {"libelleFr": "Du 1 au 3.", "libelleEn": "From 1 to 3.", "libelleZh": "月 的", "libelleRu": "1-3"}
    generated = an_object(ouverture={"periodeEnClair": texts, "periodeEnClairGenerationMode": "AUTOMATIQUE"})
    written = an_object(ouverture={"periodeEnClair": texts, "periodeEnClairGenerationMode": "MANUEL"})
    assert record(generated)["opening"] == {"fr": "Du 1 au 3.", "en": "From 1 to 3."}
    assert record(written)["opening"] == {"fr": "Du 1 au 3.", "en": "From 1 to 3.", "zh": "月 的", "ru": "1-3"}


def test_trap_10_name_copied_into_all_languages_counts_where_something_else_is_told():
    raw = an_object(
        nom={"libelleFr": "Vue d’ici", "libelleEn": "Vue d’ici", "libelleIt": "Vue d’ici", "libelleDe": "Blick"},
        presentation={"descriptifCourt": {"libelleFr": "Un point de vue.", "libelleIt": "Un belvedere."}},
    )
    assert record(raw)["name"] == {"fr": "Vue d’ici", "it": "Vue d’ici", "de": "Blick"}


def test_trap_10_description_copied_untranslated_is_not_a_translation():
    french = "Une longue description que personne n’a encore traduite."
    raw = an_object(
        presentation={"descriptifDetaille": {"libelleFr": french, "libelleEn": french, "libelleDe": "Kurz."}}
    )
    assert record(raw)["description"] == {"fr": french, "de": "Kurz."}


# 11. Languages that are not there -------------------------------------------------------------------------------------


def test_trap_11_eleven_languages_are_kept_under_our_codes():
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


@pytest.mark.parametrize("absent", [{}, {"libelleEn": None}, {"libelleEn": ""}, {"libelleEn": " \r\n"}])
def test_trap_11_language_that_is_absent_null_or_empty_leaves_no_key(absent):
    result = record(an_object(presentation={"descriptifCourt": {"libelleFr": "Court."} | absent}))
    assert result["summary"] == {"fr": "Court."}


def test_trap_11_picture_without_file_or_with_only_an_english_one():
    english = a_picture(
        copyright={"libelleEn": "B. Smith"}, traductionFichiers=[{"locale": "en", "url": "https://example.org/en.jpg"}]
    )
    images = pictures_of(a_picture(traductionFichiers=None), a_picture(traductionFichiers=[]), english)
    assert [(image["url"], image["credit"]) for image in images] == [("https://example.org/en.jpg", "B. Smith")]
