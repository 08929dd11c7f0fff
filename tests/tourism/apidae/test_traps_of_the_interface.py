"""The traps of APIDAE's interface, each under its number in the list of pitfalls: mapping and opening.

Those that only an import or a client can fall into (1, 13, 14, 17, 19, 20) are in
`tests/agenda/test_traps_of_the_feed.py`.
"""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import (
    REFERENTIAL,
    a_means,
    a_picture,
    a_plan,
    an_element,
    an_object,
)
from tourism.apidae.mapping import DictReferential
from tourism.apidae.texts import MARKUP
from tourism.schedule import Schedule, Span, expand, last_day

EVENT = "FETE_ET_MANIFESTATION"


def mapped(raw):
    return map_object(raw, REFERENTIAL)


def record(raw):
    return mapped(raw).record.to_json()


def spans_of(raw, first=date(2026, 1, 1), last=date(2028, 12, 31)) -> list[Span]:
    return list(expand(Schedule.from_json(record(raw)["schedule"]), first=first, last=last))


def days_of(raw) -> list[str]:
    return sorted({span.day.isoformat() for span in spans_of(raw)})


def opened(*periods, apidae_type=EVENT, **more):
    return an_object(apidae_type, ouverture={"periodesOuvertures": list(periods)} | more)


def period(first, last=None, **more):
    return {"dateDebut": first, "dateFin": last or first, "type": "OUVERTURE_TOUS_LES_JOURS"} | more


def test_each_of_the_21_traps_has_a_test_under_its_number():
    tests = Path(__file__).parents[2]
    files = (Path(__file__), tests / "agenda" / "test_traps_of_the_feed.py")
    numbers = [
        int(number)
        for file in files
        for number in re.findall(r"^def test_trap_(\d\d)_", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert set(numbers) == set(range(1, 22))


# 2. Missing or invalid position, tracks under odd names ---------------------------------------------------------------


def located(**geolocation):
    return an_object(localisation={"geolocalisation": geolocation})


def point(longitude, latitude, **more):
    return located(geoJson={"type": "Point", "coordinates": [longitude, latitude]}, **more)


def test_trap_02_valid_position_is_taken():
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
def test_trap_02_position_that_is_missing_invalid_or_inverted_is_never_repaired(raw, remark):
    result = mapped(raw)
    assert (result.record.latitude, result.record.longitude) == (None, None)
    assert result.remarks == ([remark] if remark else [])


def test_trap_02_position_in_cuneo_is_plausible():
    assert record(point(7.5477, 44.3895))["latitude"] == 44.3895


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (a_plan("https://example.org/t.gpx", extension="gpx", fileName="t"), ("gpx", "t")),
        (a_plan("https://example.org/t.KML"), ("kml", "")),
        (a_plan("https://example.org/t", fileName="trace.kmz"), ("kmz", "trace.kmz")),
    ],
)
def test_trap_02_plan_without_extension_is_known_by_its_name(plan, expected):
    result = mapped(an_object("EQUIPEMENT", multimedias=[plan]))
    assert result.kind == "TRAIL"
    assert [(found["extension"], found["file_name"]) for found in result.record.plans] == [expected]


def test_trap_02_plan_of_no_known_kind_stays_a_document():
    plans = [a_plan("https://example.org/t"), a_plan("https://example.org/carte.pdf")]
    result = mapped(an_object("EQUIPEMENT", multimedias=plans))
    assert result.kind == "PLACE"
    assert [medium["url"] for medium in result.record.media] == [
        "https://example.org/t",
        "https://example.org/carte.pdf",
    ]
    assert result.remarks == ["Plan sans extension reconnue (gpx, kml, kmz) : « https://example.org/t »."]


# 3. Several periods, in no order --------------------------------------------------------------------------------------


def test_trap_03_several_periods_in_no_order_are_all_kept():
    days = ("2026-12-19", "2026-12-05", "2026-12-12")
    raw = opened(*(period(day) for day in days))
    assert days_of(raw) == sorted(days)
    assert [one["first"] for one in record(raw)["schedule"]["periods"]] == sorted(days)


# 4. “Every year” on single events -------------------------------------------------------------------------------------


def test_trap_04_every_year_is_never_rolled_forward_for_an_event():
    raw = opened(period("2026-11-04", tousLesAns=True))
    assert days_of(raw) == ["2026-11-04"]
    assert last_day(Schedule.from_json(record(raw)["schedule"])) == date(2026, 11, 4)


def test_trap_04_every_year_comes_back_for_a_site():
    raw = opened(period("2026-11-04", tousLesAns=True), apidae_type="PATRIMOINE_CULTUREL")
    assert days_of(raw) == ["2026-11-04", "2027-11-04", "2028-11-04"]


# 5. Past events stay published ----------------------------------------------------------------------------------------


def test_trap_05_past_event_stays_published_at_the_source_and_its_dates_tell_that_it_is_over():
    raw = opened(period("2017-11-04", "2017-11-05"))
    assert record(raw)["state"] == "PUBLISHED"
    assert last_day(Schedule.from_json(record(raw)["schedule"])) == date(2017, 11, 5)


def test_trap_05_past_event_is_hidden_from_the_day_that_its_source_says():
    expiration = {"dateExpiration": "2017-11-30", "expirationAction": "MASQUER_AUTOMATIQUEMENT"}
    assert record(opened(period("2017-11-04")) | {"expiration": expiration})["expires_on"] == "2017-11-30"


# 6. Closing after midnight --------------------------------------------------------------------------------------------


def test_trap_06_closing_before_the_opening_is_on_the_next_day_of_each_day():
    raw = opened(period("2026-07-13", "2026-07-14", horaireOuverture="21:00:00", horaireFermeture="02:00:00"))
    assert [(f"{span.start:%d %H:%M}", f"{span.end:%d %H:%M}") for span in spans_of(raw)] == [
        ("13 21:00", "14 02:00"),
        ("14 21:00", "15 02:00"),
    ]


def test_trap_06_hours_of_several_days_are_not_one_giant_date():
    raw = opened(period("2026-07-13", "2026-07-15", horaireOuverture="10:00:00", horaireFermeture="18:00:00"))
    assert [span.duration.total_seconds() / 3600 for span in spans_of(raw)] == [8, 8, 8]


# 7. No time zone ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "utc_hour"), [("2026-07-14", 18), ("2026-12-14", 19)])
def test_trap_07_times_without_zone_are_those_of_paris_in_summer_and_winter(day, utc_hour):
    (span,) = spans_of(opened(period(day, horaireOuverture="20:00:00", horaireFermeture="22:00:00")))
    assert span.start.astimezone(UTC) == datetime.fromisoformat(day).replace(hour=utc_hour, tzinfo=UTC)


def test_trap_07_hours_keep_their_wall_clock_across_the_change_of_time():
    raw = opened(period("2026-10-24", "2026-10-26", horaireOuverture="10:00:00", horaireFermeture="12:00:00"))
    assert [f"{span.start:%d %H:%M}" for span in spans_of(raw)] == ["24 10:00", "25 10:00", "26 10:00"]
    assert [f"{span.start.astimezone(UTC):%H:%M}" for span in spans_of(raw)] == ["08:00", "09:00", "09:00"]


def test_trap_07_moments_with_an_offset_keep_their_instant():
    raw = an_object(gestion={"dateModification": "2017-09-07T13:03:05.866+0200"})
    assert mapped(raw).modified_at == "2017-09-07T11:03:05.866000+00:00"


# 8. Opening without closing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("closing", [{}, {"horaireFermeture": None}, {"horaireFermeture": ""}])
def test_trap_08_opening_without_closing_has_no_invented_end(closing):
    (span,) = spans_of(opened(period("2026-07-14", horaireOuverture="20:30:00", **closing)))
    assert (f"{span.start:%H:%M}", span.end, span.end_known) == ("20:30", None, False)


def test_trap_08_time_frame_without_end_and_period_without_begin():
    frames = {"timePeriods": [{"weekdays": ["TUE"], "timeFrames": [{"startTime": "20:30", "endTime": None}]}]}
    raw = opened(period("2026-07-14", horaires=[frames]), period(None, "2026-07-16"))
    assert [(span.day.day, span.end_known, span.all_day) for span in spans_of(raw)] == [
        (14, False, False),
        (16, False, True),
    ]
    assert mapped(raw).remarks == [
        "Période du 16\xa0juillet 2026 : il manque une des deux dates ; seul ce jour est retenu."
    ]


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


def pictures_of(*illustrations):
    return record(an_object(illustrations=list(illustrations))).get("images", [])


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


# 12. Media: huge, over http, twice, expired, not pictures -------------------------------------------------------------


def test_trap_12_picture_whose_original_is_huge_gives_its_smaller_copy_over_https():
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


def test_trap_12_picture_over_http_elsewhere_keeps_its_address():
    assert pictures_of(a_picture("http://127.0.0.1:8123/media/1.jpg"))[0]["url"] == "http://127.0.0.1:8123/media/1.jpg"


@pytest.mark.parametrize(
    ("limits", "kept"),
    [
        (("2020-01-01", "2030-01-01"), 1),
        (("2020-01-01", None), 1),
        ((None, "2030-01-01"), 0),
        (("2030-01-01", "2020-01-01"), 0),
        (("2030-01-01", "2030-01-01"), 0),
    ],
)
def test_trap_12_picture_given_twice_is_kept_with_the_rights_that_last_longest(limits, kept):
    again = [
        a_picture("https://example.org/a.jpg", copyright={"libelleFr": f"Auteur {number}"})
        | ({"dateLimiteDePublication": limit} if limit else {})
        for number, limit in enumerate(limits)
    ]
    other = a_picture("https://example.org/b.jpg")
    result = mapped(an_object(illustrations=[again[0], other, again[1]])).record
    assert [(picture["url"][-5:], picture["credit"], picture["expires"]) for picture in result.images] == [
        ("a.jpg", f"Auteur {kept}", limits[kept]),
        ("b.jpg", "A. Dupré", None),
    ]


def test_trap_12_picture_given_twice_is_kept_once_and_the_main_one_is_first():
    images = pictures_of(
        a_picture("https://example.org/a.jpg"),
        a_picture("https://example.org/b.jpg", type="IMAGE_PRINCIPALE"),
        a_picture("https://example.org/a.jpg"),
    )
    assert [image["url"] for image in images] == ["https://example.org/b.jpg", "https://example.org/a.jpg"]


@pytest.mark.parametrize(
    ("limit", "expires"),
    [
        ("2026-10-31", "2026-10-31"),
        ("2026-10-31T00:00:00.000+0000", "2026-10-31"),
        ("2026-10-30T23:00:00.000+0000", "2026-10-31"),
        (None, None),
    ],
)
def test_trap_12_picture_says_the_day_on_which_its_rights_end(limit, expires):
    assert pictures_of(a_picture(dateLimiteDePublication=limit))[0]["expires"] == expires


def test_trap_12_picture_whose_end_of_rights_is_unreadable_is_not_used():
    result = mapped(an_object(illustrations=[a_picture(dateLimiteDePublication="bientôt")]))
    assert result.record.images == []
    assert result.remarks[-1] == "illustrations[] : média non repris, la fin de ses droits n’est pas lisible."


def test_trap_12_video_webcam_and_brochure_are_links_and_no_pictures():
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


# 15. Elements of reference: inactive, unknown -------------------------------------------------------------------------


def with_services(*elements):
    return an_object(prestations={"services": list(elements)})


def test_trap_15_inactive_element_is_still_a_label():
    assert record(with_services({"elementReferenceType": "PrestationService", "id": 1115}))["services"] == [
        {"id": 1115, "family": "PrestationService", "label": {"fr": "Wifi"}}
    ]


def test_trap_15_unknown_element_is_a_remark_and_the_others_stay():
    result = mapped(with_services({"id": 99999}, {"id": 1115}, None, 7, {"id": "x"}, {"id": 10**60}))
    assert [label["id"] for label in result.record.services] == [1115]
    assert result.remarks[0] == "Élément de référence inconnu : 99999"


@pytest.mark.parametrize("number", [2**31, 10**17, str(2**31)])
def test_trap_15_number_larger_than_those_of_apidae_leaves_the_words(number):
    named = {"elementReferenceType": "PrestationService", "id": number, "libelleFr": "Wifi"}
    other = named | {"libelleFr": "Bagagerie"}
    result = mapped(with_services({"id": number}, named, {"id": 1115}, named, other))
    assert [(label["id"], label["label"]["fr"]) for label in result.record.services] == [
        (None, "Wifi"),
        (1115, "Wifi"),
        (None, "Bagagerie"),
    ]
    assert result.remarks == [
        f"prestations.services : le numéro « {number} » ne peut pas être celui d’un élément de référence."
    ]


def test_trap_15_largest_number_that_the_interface_can_say():
    result = mapped(with_services({"id": 2**31 - 1, "libelleFr": "Wifi"}))
    assert [label["id"] for label in result.record.services] == [2**31 - 1]


def test_trap_15_new_element_labelled_where_it_is_used_needs_no_referential():
    result = record(with_services(an_element("PrestationService", 1115, "Wi-Fi gratuit", "Free Wi-Fi")))
    assert result["services"][0]["label"] == {"fr": "Wi-Fi gratuit", "en": "Free Wi-Fi"}


def test_trap_15_element_that_changes_its_words_is_read_anew():
    referential = DictReferential()
    raws = [with_services(an_element("PrestationService", 1115, words)) for words in ("Wifi", "Wi-Fi", "Wifi")]
    words = [map_object(raw, referential).record.services[0]["label"]["fr"] for raw in raws]
    assert words == ["Wifi", "Wi-Fi", "Wifi"]


def test_trap_15_unknown_element_still_has_the_meaning_of_its_number():
    raw = opened(period("2026-12-05"), ouverturesComplementaires=[{"id": 6176}])
    result = mapped(raw)
    assert (result.record.status, result.remarks) == ("CANCELLED", ["Élément de référence inconnu : 6176"])


# 16. Communes: merged, abroad, with other postcodes -------------------------------------------------------------------


def in_commune(**commune):
    return an_object(localisation={"adresse": {"commune": commune}})


def test_trap_16_commune_of_an_export_is_known_by_number_only():
    result = record(in_commune(id=1600))
    assert result["commune_code"] == "04070"
    assert result["address"] == {"postcode": "04000", "city": "Digne-les-Bains"}


def test_trap_16_unknown_commune_is_a_remark():
    assert mapped(in_commune(id=31415)).remarks == ["Commune inconnue : 31415"]


def test_trap_16_postcode_of_the_address_differs_from_the_communes():
    raw = an_object(localisation={"adresse": {"codePostal": "04005", "commune": {"id": 1600}}})
    assert record(raw)["address"]["postcode"] == "04005"


def test_trap_16_swiss_postcode_is_kept_as_it_is():
    raw = an_object(localisation={"adresse": {"codePostal": "CH-1860", "commune": {"nom": "Aigle"}}})
    assert record(raw)["address"] == {"postcode": "CH-1860", "city": "Aigle"}


@pytest.mark.parametrize("code", ["04900", "04901", "2A004"])
def test_trap_16_code_that_only_apidae_has_is_kept(code):
    assert record(in_commune(id=9, code=code, nom="Val-d’Ici"))["commune_code"] == code


def test_trap_16_commune_abroad_has_no_insee_code_and_no_remark():
    commune = {"id": 9, "code": "CH1860", "nom": "Aigle", "pays": an_element("Pays", 555, "Suisse")}
    result = mapped(in_commune(**commune))
    assert (result.record.commune_code, result.remarks) == ("", [])
    assert result.record.address == {"city": "Aigle", "country": "Suisse"}


# 18. Fields that are unknown, renamed or moved ------------------------------------------------------------------------


def test_trap_18_labels_before_and_after_the_switch_to_distinctions_are_the_same():
    old = an_object("HOTELLERIE", informationsHotellerie={"labels": [an_element("HotellerieLabel", 2738, "Logis")]})
    new = an_object("HOTELLERIE", distinctions=[{"id": 1, "nom": an_element("DistinctionNom", 8700, "Logis")}])
    both = old | {"distinctions": new["distinctions"]}
    names = [[label["label"]["fr"] for label in record(raw)["labels"]] for raw in (old, new, both)]
    assert names == [["Logis"], ["Logis"], ["Logis"]]
    assert record(both)["labels"][0]["id"] == 8700


def test_trap_18_durations_before_and_after_their_move():
    old = an_object("ACTIVITE", informationsActivite={"dureeSeance": 120, "nombreJours": 2})
    new = an_object("ACTIVITE", ouverture={"dureeSeance": 90}, informationsActivite={"dureeSeance": 120})
    assert (record(old)["details"]["dureeSeance"], record(old)["details"]["nombreJours"]) == (120, 2)
    assert record(new)["details"]["dureeSeance"] == 90


def test_trap_18_durations_of_a_trail_before_and_after_their_move():
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


def test_trap_18_unknown_fields_change_nothing_and_say_nothing():
    known = opened(period("2026-12-05"))
    unknown = known | {
        "nouveauBloc": {"a": [{"b": 1}]},
        "ouverture": known["ouverture"] | {"nouveau": True},
        "presentation": {"nouveau": {"libelleFr": "x"}},
    }
    assert mapped(unknown) == mapped(known)


def test_trap_18_hours_of_the_older_service_and_of_the_newer_field_are_the_same_days():
    old = period("2026-07-13", "2026-07-19", type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}])
    new = period("2026-07-13", "2026-07-19", horaires=[{"timePeriods": [{"weekdays": ["TUE"]}]}])
    assert days_of(opened(old | {"identifiantTechnique": 5})) == days_of(opened(new)) == ["2026-07-14"]


# 21. The owner is not the organiser -----------------------------------------------------------------------------------


def test_trap_21_organiser_is_the_linked_structure_and_not_the_owner_of_the_card():
    gestion = {"membreProprietaire": {"id": 1, "nom": "Office des Aires"}}
    friends = {"type": "STRUCTURE", "id": 800200, "nom": {"libelleFr": "Les amis du moulin"}}
    by_link = an_object(
        EVENT,
        gestion=gestion,
        liens={"liensObjetsTouristiquesTypes": [{"type": "PROGRAMME_ORGANISATEUR", "objetTouristique": friends}]},
    )
    by_information = an_object(
        EVENT,
        gestion=gestion,
        informations={"structureInformation": {"type": "STRUCTURE", "id": 5, "nom": {"libelleFr": "Comité des fêtes"}}},
    )
    neither = an_object(EVENT, gestion=gestion, informations={"structureGestion": friends})
    assert [mapped(raw).record.organiser for raw in (by_link, by_information, neither)] == [
        "Les amis du moulin",
        "Comité des fêtes",
        "",
    ]
    assert {mapped(raw).owner for raw in (by_link, by_information, neither)} == {"Office des Aires"}
