"""The traps of APIDAE's interface that are in media, each under its number in the list of pitfalls."""

import pytest

from tests.tourism.apidae.mapping_payloads import (
    a_picture,
    an_object,
)
from tests.tourism.apidae.trap_objects import mapped, pictures_of

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
