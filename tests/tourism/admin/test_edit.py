"""Edits through the real form: overrides that survive the next import, and what says who wrote what."""

import copy

import pytest
from wagtail.models import ModelLogEntry

from cms.texts import HUMAN, SOURCE, text_hash
from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import CHAPEL, MOUSTIERS, dataset, errors_of, form_data, place, submit
from tourism.models import Office, Place, SourceRecord

EDIT = "/admin/snippets/tourism/place/edit/{}/"


@pytest.fixture
def chapel(feed) -> Place:
    """The imported place of the Verdon's office."""
    return Place.objects.get(pk=SourceRecord.objects.get(external_id=str(CHAPEL)).subject_id)


def test_edit_survives_the_next_import_and_other_fields_follow(feed, chapel, verdon):
    response = submit(verdon, EDIT.format(chapel.pk), name__en="Chapel on the cliff", latitude="43,9001")
    assert response.status_code == 302
    changed = place(
        CHAPEL,
        MOUSTIERS,
        nom={"libelleFr": "Lieu renommé", "libelleEn": "Renamed place", "libelleDe": "Umbenannt"},
        presentation={"descriptifCourt": {"libelleFr": "Nouveau résumé", "libelleEn": "New summary"}},
    )
    changed["localisation"]["geolocalisation"]["geoJson"]["coordinates"] = [6.30, 43.70]
    feed.dataset = dataset(changed)
    run = import_api(feed, confirmed=True)
    chapel.refresh_from_db()
    assert (run.error, run.updated) == ("", 1)
    assert {code: entry["text"] for code, entry in chapel.name.items()} == {
        "fr": "Lieu renommé",
        "en": "Chapel on the cliff",
        "de": "Umbenannt",
    }
    assert (chapel.latitude, chapel.longitude) == (43.9001, 6.30)
    assert chapel.summary["fr"]["text"] == "Nouveau résumé"
    assert sorted(chapel.overrides) == ["latitude", "name.en"]
    assert (chapel.name["en"]["origin"], chapel.name["de"]["origin"]) == (HUMAN, SOURCE)
    assert chapel.name["en"]["of"] == text_hash(f"Lieu {CHAPEL}")
    said = {key: (chapel.origins[key]["source"], chapel.origins[key].get("by")) for key in ("name.en", "latitude")}
    assert said == {"name.en": ("editor", "Sacha Martel"), "latitude": ("editor", "Sacha Martel")}
    assert chapel.origins["longitude"]["source"] == "apidae"


def test_form_saved_untouched_makes_no_override(chapel, verdon):
    before = chapel.updated_at
    assert submit(verdon, EDIT.format(chapel.pk)).status_code == 302
    chapel.refresh_from_db()
    assert chapel.overrides == {}
    assert chapel.updated_at > before


def test_form_left_open_during_an_import_gives_back_only_what_was_typed(feed, chapel, verdon):
    url = EDIT.format(chapel.pk)
    opened = verdon.get(url).content.decode()
    newer = place(CHAPEL, MOUSTIERS, presentation={"descriptifCourt": {"libelleFr": "Résumé de la nuit"}})
    feed.dataset = dataset(newer)
    import_api(feed, confirmed=True)
    data = form_data(opened) | {"name__it": ["Cappella"]}
    assert verdon.post(url, data).status_code == 302
    chapel.refresh_from_db()
    assert chapel.summary["fr"]["text"] == "Résumé de la nuit"
    assert sorted(chapel.overrides) == ["name.it"]


def test_marks_say_source_owner_editor_and_what_the_source_says(chapel, verdon):
    url = EDIT.format(chapel.pk)
    submit(verdon, url, name__en="Chapel on the cliff")
    form = verdon.get(url).context["form"]
    mark = form.mark_of("name.en")
    assert (mark["source"], mark["owner"]) == ("Apidae Tourisme", "Office de la source")
    assert (mark["edited_by"], mark["source_says"]) == ("Sacha Martel", f"Place {CHAPEL}")
    assert "edited_by" not in form.mark_of("name.fr")
    html = verdon.get(url).content.decode()
    assert html.count('name="give_back"') == 1
    assert "Office de la source" in html


def test_give_back_to_the_source_drops_the_override(feed, chapel, verdon):
    url = EDIT.format(chapel.pk)
    submit(verdon, url, name__en="Chapel on the cliff", longitude="6,5")
    submit(verdon, url, give_back="name.en")
    chapel.refresh_from_db()
    assert chapel.name["en"] == {"text": f"Place {CHAPEL}", "origin": SOURCE, "of": text_hash(f"Lieu {CHAPEL}")}
    assert sorted(chapel.overrides) == ["longitude"]
    assert chapel.origins["name.en"]["source"] == "apidae"


def test_give_back_drops_an_override_that_the_source_has_come_to_agree_with(feed, chapel, verdon):
    url = EDIT.format(chapel.pk)
    submit(verdon, url, name__en="Chapel")
    feed.dataset = dataset(place(CHAPEL, MOUSTIERS, nom={"libelleFr": f"Lieu {CHAPEL}", "libelleEn": "Chapel"}))
    import_api(feed, confirmed=True)
    submit(verdon, url, give_back="name.en")
    chapel.refresh_from_db()
    assert chapel.overrides == {}


def test_give_back_of_an_unknown_key_changes_nothing(chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), give_back=["office", "__class__", "name.fr"])
    chapel.refresh_from_db()
    assert (chapel.overrides, chapel.title) == ({}, f"Lieu {CHAPEL}")


def test_typing_the_source_s_value_again_gives_the_field_back(chapel, verdon):
    url = EDIT.format(chapel.pk)
    submit(verdon, url, name__en="Chapel")
    submit(verdon, url, name__en=f"Place {CHAPEL}")
    chapel.refresh_from_db()
    assert chapel.overrides == {}


def test_emptied_translation_is_hidden_and_the_source_s_stays_hidden(feed, chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), name__de="")
    import_api(feed, confirmed=True)
    chapel.refresh_from_db()
    assert sorted(chapel.name) == ["en", "fr"]
    assert chapel.overrides["name.de"]["value"] == ""


def test_composite_fields_keep_what_no_field_shows(chapel, verdon):
    contacts = copy.deepcopy(chapel.facts["contacts"])
    submit(
        verdon, EDIT.format(chapel.pk), contact_phone="04 92 00 00 00", price_free="yes", price_text__en="Free entry"
    )
    chapel.refresh_from_db()
    email = [entry for entry in contacts if entry["kind"] == "EMAIL"]
    assert [entry for entry in chapel.facts["contacts"] if entry["kind"] == "EMAIL"] == email
    assert [e["value"] for e in chapel.facts["contacts"] if e["kind"] == "PHONE"] == ["04 92 00 00 00"]
    assert chapel.facts["price"] == {"free": True, "text": {"en": "Free entry"}}
    assert sorted(chapel.overrides) == ["contacts", "price"]


def test_hidden_object_leaves_the_public_lists_and_comes_back(chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), hidden="on")
    chapel.refresh_from_db()
    assert (chapel.published, chapel.cards.count()) == (False, 0)
    submit(verdon, EDIT.format(chapel.pk), hidden=[])
    chapel.refresh_from_db()
    assert (chapel.published, chapel.cards.count()) == (True, 6)


def test_history_says_which_fields_changed_and_from_what_to_what(chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), name__en="Chapel", latitude="43,9")
    entry = ModelLogEntry.objects.get(action="tourism.edit", object_id=str(chapel.pk))
    assert (entry.user.username, entry.content_changed) == ("verdon", True)
    assert [change["key"] for change in entry.data["changes"]] == ["latitude", "name.en"]
    page = verdon.get(f"/admin/snippets/tourism/place/history/{chapel.pk}/").content.decode()
    assert "Modifié : Latitude : « 43,84 » → « 43,9 » ; Nom (en) : « Place 7001 » → « Chapel »" in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"latitude": "91"}, "latitude"),
        ({"longitude": "-181"}, "longitude"),
        ({"longitude": ""}, "longitude"),
        ({"latitude": "nord"}, "latitude"),
        ({"latitude": "nan"}, "latitude"),
        ({"latitude": "inf"}, "latitude"),
        ({"latitude": "9" * 60}, "latitude"),
        ({"name__fr": ""}, "name__fr"),
        ({"name__fr": "   "}, "name__fr"),
        ({"name__en": "x" * 256}, "name__en"),
        ({"description__en": "x" * 20_001}, "description__en"),
        ({"name__en": "a\x00b"}, "name__en"),
        ({"contact_website": "javascript:alert(1)"}, "contact_website"),
        ({"contact_email": "pas une adresse"}, "contact_email"),
        ({"contact_phone": "<script>"}, "contact_phone"),
        ({"commune_code": "99999"}, "commune_code"),
        ({"kind": "FETE_ET_MANIFESTATION"}, "kind"),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_changes_nothing(chapel, verdon, changes, field):
    response = submit(verdon, EDIT.format(chapel.pk), **changes)
    assert list(errors_of(response)) == [field]
    chapel.refresh_from_db()
    assert chapel.overrides == {}


def test_hostile_text_is_kept_as_text_and_shown_as_text(chapel, verdon):
    hostile = "<script>alert(1)</script>{{ 7 }}"
    submit(verdon, EDIT.format(chapel.pk), name__fr=hostile)
    chapel.refresh_from_db()
    assert chapel.title == hostile
    places = "/admin/snippets/tourism/place/"
    for page in (places, EDIT.format(chapel.pk), f"{places}history/{chapel.pk}/"):
        assert b"<script>alert(1)" not in verdon.get(page).content


def test_broken_list_of_shown_values_does_no_harm(chapel, verdon):
    for broken in ("{", "[1]", "null", '{"name__en": 3}'):
        assert submit(verdon, EDIT.format(chapel.pk), shown_values=broken).status_code == 302
    chapel.refresh_from_db()
    assert chapel.overrides == {}


def test_editor_cannot_give_a_thing_to_another_office(chapel, verdon):
    response = submit(verdon, EDIT.format(chapel.pk), office=Office.objects.get(slug="salagon").pk)
    assert list(errors_of(response)) == ["office"]


def test_agency_gives_a_thing_to_any_office_and_the_next_import_leaves_it_there(feed, chapel, agency, salagon):
    museum = Office.objects.get(slug="salagon")
    submit(agency, EDIT.format(chapel.pk), office=museum.pk)
    feed.dataset = dataset(place(CHAPEL, MOUSTIERS, nom={"libelleFr": "Autre"}))
    import_api(feed, confirmed=True)
    chapel.refresh_from_db()
    assert (chapel.office, chapel.title) == (museum, "Autre")
    assert salagon.get(EDIT.format(chapel.pk)).status_code == 200
