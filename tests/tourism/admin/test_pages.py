"""Imports, quarantine, offices, stories and the first page."""

import json
import zlib

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from cms.texts import HUMAN, MACHINE, text_hash
from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import CHAPEL, MOUSTIERS, dataset, errors_of, place, submit
from tourism.admin.dashboard import NightPanel
from tourism.admin.texts import edited_texts
from tourism.admin.viewsets.imports.quarantine import readable_raw
from tourism.admin.viewsets.stories.codes import qr_svg
from tourism.models import ImportRun, Office, Place, SourceRecord, Story, StoryStep, Trail, Trigger


def url_of(model, name, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


@pytest.fixture
def second_run(feed) -> ImportRun:
    """A run that changed one place, could not take one object, and withdrew three."""
    broken = place(7003, MOUSTIERS)
    del broken["nom"]
    feed.dataset = dataset(place(CHAPEL, MOUSTIERS, nom={"libelleFr": "Renommé"}), broken)
    return import_api(feed, confirmed=True)


def test_run_shows_counts_and_lines_of_one_outcome(second_run, agency):
    assert (second_run.updated, second_run.quarantined, second_run.withdrawn) == (1, 1, 3)
    url = url_of(ImportRun, "inspect", second_run.pk)
    page = agency.get(url)
    assert len(page.context["lines"]) == 5
    counted = {count["name"]: (count["count"], count["outcome"]) for count in page.context["counts"]}
    assert (counted["withdrawn"], counted["unchanged"]) == ((3, "WITHDRAWN"), (0, ""))
    lines = list(agency.get(url, {"outcome": "UPDATED"}).context["lines"])
    changed = Place.objects.get(title="Renommé")
    assert [(line.name, list(line.changes), line.url) for line in lines] == [
        ("Renommé", ["name.de", "name.en", "name.fr"], url_of(Place, "edit", changed.pk))
    ]
    (refused,) = agency.get(url, {"outcome": "QUARANTINED"}).context["lines"]
    assert refused.reason in agency.get(url).content.decode()
    for odd in ({"outcome": "X' OR 1=1"}, {"p": "0"}, {"p": "9" * 40}):
        assert agency.get(url, odd).status_code == 200


def test_quarantine_lists_the_reason_and_shows_the_original(second_run, agency, verdon):
    record = SourceRecord.objects.exclude(quarantine_reason="").get()
    assert record.quarantine_reason in agency.get(url_of(SourceRecord, "list")).content.decode()
    assert record.quarantine_reason not in verdon.get(url_of(SourceRecord, "list")).content.decode()
    raw = agency.get(url_of(SourceRecord, "inspect", record.pk)).context["raw"]
    assert json.loads(raw)["id"] == 7003
    assert raw.startswith('{\n  "')


@pytest.mark.parametrize(
    "raw", [b"nothing compressed", zlib.compress(b"<html>"), zlib.compress(b"[" * 100_000), zlib.compress(b'"\xff"')]
)
def test_unreadable_original_is_said_and_not_shown(raw):
    assert readable_raw(raw) == "Cette fiche ne peut pas être affichée."


def test_huge_original_is_not_unpacked():
    bomb = zlib.compress(b" " * 50_000_000 + b"1")
    assert readable_raw(bomb) == "Cette fiche ne peut pas être affichée."


def test_original_with_html_is_shown_as_text(feed, agency):
    record = SourceRecord.objects.first()
    record.raw = zlib.compress(json.dumps({"nom": "<script>alert(1)</script>"}).encode())
    record.save()
    page = agency.get(url_of(SourceRecord, "inspect", record.pk)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_sources_tab_shows_owner_remarks_and_the_record(feed, verdon):
    record = SourceRecord.objects.get(external_id=str(CHAPEL))
    record.remarks = ["Le tarif 99 est inconnu."]
    record.save()
    page = verdon.get(url_of(Place, "edit", record.subject_id)).content.decode()
    for said in ("Office de la source", "Le tarif 99 est inconnu.", url_of(SourceRecord, "inspect", record.pk)):
        assert said in page


def test_first_page_tells_the_night_to_the_agency_and_to_an_office(second_run, agency, verdon, salagon):
    page = agency.get("/admin/").content.decode()
    assert url_of(ImportRun, "inspect", second_run.pk) in page
    assert "0 créées, 1 modifiées, 0 inchangées, 3 retirées" in page
    assert "1 fiche en quarantaine" in page
    own = verdon.get("/admin/").content.decode()
    assert "<strong>1</strong> de vos fiches créée ou modifiée" in own
    assert url_of(ImportRun, "inspect", second_run.pk) not in own
    assert "<strong>0</strong> de vos fiches" in salagon.get("/admin/").content.decode()
    missing = {part["label"]: part["languages"] for part in _night(agency)["missing"]}
    assert {entry["code"]: entry["count"] for entry in missing["lieux"]} == {
        "en": 1,
        "it": 1,
        "de": 1,
        "es": 1,
        "nl": 1,
    }


def test_first_page_goes_on_telling_of_the_night_after_a_record_was_tried_again(second_run, agency):
    record = SourceRecord.objects.exclude(quarantine_reason="").get()
    agency.post(url_of(SourceRecord, "retry", record.pk))
    assert ImportRun.objects.latest("started_at") != second_run
    assert url_of(ImportRun, "inspect", second_run.pk) in agency.get("/admin/").content.decode()


def _night(client):
    request = client.get("/admin/").wsgi_request
    return NightPanel().get_context_data({"request": request})


def test_new_office_gets_its_group_and_its_members(offices, agency):
    response = submit(
        agency,
        url_of(Office, "add"),
        name="Office du lac",
        slug="lac",
        email="lac@example.org",
        website="https://lac.example.org",
        communes=["04039"],
        apidae_member_ids="12, 7 12",
    )
    assert response.status_code == 302, errors_of(response)
    office = Office.objects.get(slug="lac")
    assert (office.group, office.apidae_member_ids) == (Group.objects.get(name="Office du lac"), [7, 12])
    assert (office.website, [commune.pk for commune in office.communes.all()]) == ("https://lac.example.org", ["04039"])
    submit(agency, url_of(Office, "edit", office.pk), apidae_member_ids="9")
    office.refresh_from_db()
    assert office.apidae_member_ids == [9]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"apidae_member_ids": "12, x"}, "apidae_member_ids"),
        ({"apidae_member_ids": "-1"}, "apidae_member_ids"),
        ({"slug": "deux mots"}, "slug"),
        ({"slug": "verdon"}, "slug"),
        ({"email": "non"}, "email"),
    ],
)
def test_bad_office_is_refused(offices, agency, changes, field):
    given = {"name": "Office du lac", "slug": "lac"} | changes
    response = submit(agency, url_of(Office, "add"), **given)
    assert list(errors_of(response)) == [field]
    assert Office.objects.count() == 6


def test_office_with_the_name_of_a_group_is_refused_with_a_sentence(offices, agency):
    response = submit(agency, url_of(Office, "add"), name="Verdon Tourisme", slug="autre")
    assert list(errors_of(response)) == ["name"]


@pytest.fixture
def step(offices, verdon) -> StoryStep:
    """The first step of a story written through the forms."""
    submit(verdon, url_of(Story, "add"), name__fr="Le potier", name__en="The potter", published="on")
    story = Story.objects.get()
    response = submit(verdon, f"{url_of(StoryStep, 'add')}?story={story.pk}", name__fr="La terre", text__fr="Regarde.")
    assert response.status_code == 302, errors_of(response)
    return StoryStep.objects.get()


def test_story_and_step_are_written_through_their_forms(step, verdon):
    assert (step.story.office.slug, step.position, len(step.public_id)) == ("verdon", 1, 10)
    assert step.story.name["en"] == {"text": "The potter", "origin": HUMAN, "of": text_hash("Le potier")}
    page = verdon.get(url_of(Story, "edit", step.story_id))
    assert url_of(StoryStep, "edit", step.pk) in page.content.decode()
    assert "Rien ne déclenche l’étape 1." in page.content.decode()


def triggers(*rows: dict) -> dict[str, str]:
    form = {"triggers-TOTAL_FORMS": str(len(rows)), "triggers-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        form |= {f"triggers-{number}-{name}": value for name, value in row.items()}
    return form


def test_step_gets_triggers_and_shows_what_is_printed(step, verdon):
    rows = triggers({"kind": "QR", "code": "abcd2345"}, {"kind": "NUMBER", "number": "101"})
    assert submit(verdon, url_of(StoryStep, "edit", step.pk), **rows).status_code == 302
    assert sorted(Trigger.objects.values_list("kind", "code", "number")) == [
        ("NUMBER", "", "101"),
        ("QR", "abcd2345", ""),
    ]
    page = verdon.get(url_of(StoryStep, "edit", step.pk)).content.decode()
    assert "/q/abcd2345" in page
    assert qr_svg("abcd2345").startswith("data:image/svg+xml")
    assert '<span class="tr-qr__number">101</span>' in page


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "QR", "code": ""},
        {"kind": "QR", "code": "Trop Long Et Mal Écrit"},
        {"kind": "NUMBER", "number": "12345678"},
        {"kind": "GEOFENCE", "latitude": "43,8"},
        {"kind": "BEACON"},
        {"kind": "TELEPATHY", "code": "abcd"},
    ],
)
def test_bad_trigger_is_refused(step, verdon, row):
    response = submit(verdon, url_of(StoryStep, "edit", step.pk), **triggers(row))
    assert response.status_code == 200
    assert Trigger.objects.count() == 0


def test_question_with_answers_is_kept_by_language(step, verdon):
    url = url_of(StoryStep, "edit", step.pk)
    answers = {"answer_1_text__fr": "La pluie", "answer_1_text__en": "Rain", "answer_2_text__fr": "Le vent"}
    response = submit(verdon, url, question__fr="Pourquoi ?", **answers)
    assert list(errors_of(response)) == ["answer_1_right"]
    submit(verdon, url, question__fr="Pourquoi ?", **answers, answer_1_right="on", answer_2_feedback__fr="Non.")
    step.refresh_from_db()
    assert step.answers == [
        {"text": {"fr": "La pluie", "en": "Rain"}, "feedback": {}, "right": True},
        {"text": {"fr": "Le vent"}, "feedback": {"fr": "Non."}, "right": False},
    ]
    form = verdon.get(url).context["form"]
    assert (form.initial["answer_1_text__en"], form.initial["answer_1_right"]) == ("Rain", True)


def test_edited_texts_keep_unshown_languages_and_untouched_origins():
    before = {
        "fr": {"text": "Un", "origin": HUMAN},
        "en": {"text": "One", "origin": MACHINE, "of": text_hash("Un")},
        "ja": {"text": "一", "origin": HUMAN},
    }
    after = edited_texts(before, {"fr": "Deux", "en": "One", "it": "Due", "de": ""})
    assert after == before | {
        "fr": {"text": "Deux", "origin": HUMAN},
        "it": {"text": "Due", "origin": HUMAN, "of": text_hash("Deux")},
    }


def test_place_of_one_s_own_has_its_office_and_an_address_of_its_own(offices, verdon, graphql):
    response = submit(
        verdon, url_of(Place, "add"), name__fr="Four communal", kind="PATRIMOINE_CULTUREL", commune_code="04135"
    )
    assert response.status_code == 302, errors_of(response)
    found = Place.objects.get()
    assert (found.office.slug, found.published, found.kind) == ("verdon", True, "PATRIMOINE_CULTUREL")
    assert found.created_at <= timezone.now()
    answer = graphql("query ($id: ID!) { place(id: $id) { name sources { owner } } }", id=found.public_id)
    assert answer["place"] == {"name": "Four communal", "sources": [{"owner": "Verdon Tourisme"}]}


def test_trails_are_not_added_by_hand(offices, verdon, agency):
    for client in (verdon, agency):
        assert client.get(url_of(Trail, "add"))["Location"] == "/admin/"
