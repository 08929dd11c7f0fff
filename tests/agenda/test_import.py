"""Whole imports, over HTTP from the simulator or from an export."""

import copy
import socket
from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from agenda.models import Event, Occurrence
from agenda.sources.imports import apidae_import, refresh_public_objects
from cms.texts import HUMAN, plain_texts
from tests.agenda.apidae_feed import apidae, client_of, counts, dataset_of, import_api
from tests.agenda.walks import LINE, gpx, serve_walk, walk
from tests.agenda.written_exports import export_of_files, read
from tests.tourism.apidae.territories import SAMPLES, event, needs_samples, structure, territory
from tourism.actions import RunInProgressError, edit_subject, refold_place, store_image_content
from tourism.apidae.pictures import fetch_images
from tourism.apidae.simulator import Dataset
from tourism.enums import ImportOutcome, ImportStatus
from tourism.models import ImportRun, ImportRunLine, Place, RemoteImage, SourceRecord, Trail

pytestmark = pytest.mark.django_db


def reasons(run: ImportRun) -> list[str]:
    return list(run.lines.filter(outcome=ImportOutcome.QUARANTINED).values_list("reason", flat=True))


def test_import_twice_changes_nothing():
    with apidae(territory(12)) as server:
        first = import_api(server)
        rows = list(Event.objects.order_by("pk").values_list("public_id", "updated_at"))
        dates = list(Occurrence.objects.order_by("pk").values_list("pk", flat=True))
        second = import_api(server)
    assert first.status == ImportStatus.SUCCEEDED, first.error
    assert counts(first) == {"read": 14, "created": 14}
    assert counts(second) == {"read": 14, "unchanged": 14}
    assert list(Event.objects.order_by("pk").values_list("public_id", "updated_at")) == rows
    assert list(Occurrence.objects.order_by("pk").values_list("pk", flat=True)) == dates


def test_import_keeps_every_language_that_the_source_has():
    item = event(1, nom={"libelleFr": "Fête", "libelleEn": "Fair", "libelleKo": "축제", "libellePtBR": "Festa"})
    with apidae(dataset_of(item)) as server:
        import_api(server)
    assert plain_texts(Event.objects.get().name) == {"fr": "Fête", "en": "Fair", "ko": "축제", "pt-br": "Festa"}


def test_changed_object_changes_only_its_field_and_says_since_when():
    with apidae(dataset_of(event(1))) as server:
        first = import_api(server)
        server.dataset = dataset_of(event(1, nom={"libelleFr": "Fête déplacée"}))
        second = import_api(server)
    line = second.lines.get()
    record = SourceRecord.objects.get()
    assert counts(second) == {"read": 1, "updated": 1}
    assert (line.outcome, list(line.changes)) == (ImportOutcome.UPDATED, ["name.en", "name.fr"])
    assert record.since["name"] == second.started_at.isoformat(timespec="seconds")
    assert record.since["summary"] == first.started_at.isoformat(timespec="seconds")


def test_same_feed_gives_the_same_addresses_in_another_database():
    with apidae(dataset_of(event(1))) as server:
        import_api(server)
        public_id = Event.objects.get().public_id
        SourceRecord.objects.all().delete()
        Event.objects.all().delete()
        import_api(server)
    assert Event.objects.get().public_id == public_id


def test_object_that_left_the_feed_is_withdrawn_and_comes_back():
    with apidae(dataset_of(event(1), event(2))) as server:
        import_api(server)
        server.dataset = dataset_of(event(1))
        gone = import_api(server)
        withdrawn = Event.objects.get(title="Fête numéro 2")
        dates_left = withdrawn.occurrences.count()
        server.dataset = dataset_of(event(1), event(2))
        back = import_api(server)
    assert counts(gone) == {"read": 1, "unchanged": 1, "withdrawn": 1}
    assert (withdrawn.published, dates_left) == (False, 0)
    assert withdrawn.withdrawn_at >= gone.started_at
    assert counts(back) == {"read": 2, "unchanged": 1, "updated": 1}
    again = Event.objects.get(pk=withdrawn.pk)
    assert (again.published, again.withdrawn_at) == (True, None)
    assert again.occurrences.count() == 1


def test_event_without_an_end_in_sight_has_dates_and_no_last_day(graphql):
    lasting = event(1)
    lasting["ouverture"]["periodesOuvertures"][0] |= {"dateDebut": "2026-12-05", "dateFin": "9999-12-31"}
    with apidae(dataset_of(lasting)) as server:
        import_api(server)
    stored = Event.objects.get()
    assert (stored.first_date, stored.last_date, stored.long_running) == (date(2026, 12, 5), None, True)
    question = """query($id: ID!) {
      event(id: $id) { firstDate lastDate longRunning occurrences(first: 1) { start } }
      agenda(first: 1) { edges { node { firstDate lastDate longRunning start } } }
    }"""
    answer = graphql(question, id=stored.public_id)
    (edge,) = answer["agenda"]["edges"]
    start = answer["event"]["occurrences"][0]["start"]
    said = {"firstDate": "2026-12-05", "lastDate": None, "longRunning": True}
    assert answer["event"] == said | {"occurrences": [{"start": start}]}
    assert edge["node"] == said | {"start": start}


def test_withdrawn_event_answers_gone(graphql):
    with apidae(dataset_of(event(1))) as server:
        import_api(server)
        public_id = Event.objects.get().public_id
        server.dataset = dataset_of(structure())
        import_api(server)
    answer = graphql("query($id: ID!) { event(id: $id) { name } }", errors=True, id=public_id)
    assert answer["data"] == {"event": None}
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["GONE"]


def test_empty_answer_withdraws_nothing_without_a_yes():
    with apidae(territory(30)) as server:
        import_api(server)
        server.faults.play(empty=None)
        guarded = import_api(server)
        assert Event.objects.filter(published=True).count() == 30
        confirmed = import_api(server, confirmed=True)
    assert guarded.status == ImportStatus.WAITING
    assert "32 fiches sur 32" in guarded.error
    assert counts(confirmed) == {"withdrawn": 32}
    assert Event.objects.filter(published=True).count() == 0


@pytest.mark.parametrize("fault", ["error", "html", "truncated", "disconnect", "short"])
def test_failed_reading_says_so_and_what_was_there_stays(fault):
    with apidae(territory(30)) as server:
        import_api(server)
        server.faults.play(**{fault: None})
        run = import_api(server, confirmed=True)
    assert run.status == ImportStatus.FAILED
    assert run.error.endswith((".", " »")) and len(run.error) > 20
    assert Event.objects.filter(published=True).count() == 30


def test_wrong_key_fails_without_showing_it(caplog):
    with apidae(territory(3)) as server, client_of(server, key="wr0ngkey") as client:
        run = apidae_import(client=client).from_api()
    assert run.status == ImportStatus.FAILED
    assert "wr0ngkey" not in run.error + run.feed + caplog.text


BAD = {
    "unknown type": (event(1, type="SOUCOUPE_VOLANTE"), "SOUCOUPE_VOLANTE"),
    "missing name": (event(1, nom={}), "nom"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_object_is_quarantined_and_the_rest_goes_on(what):
    bad, word = BAD[what]
    with apidae(dataset_of(bad, event(2))) as server:
        run = import_api(server)
    assert counts(run) == {"read": 2, "created": 1, "quarantined": 1}
    assert [word in reason for reason in reasons(run)] == [True]
    assert [item.title for item in Event.objects.all()] == ["Fête numéro 2"]


def test_object_that_becomes_bad_keeps_its_last_good_version():
    with apidae(dataset_of(event(1))) as server:
        import_api(server)
        server.dataset = dataset_of(event(1, nom={}))
        run = import_api(server)
        kept = Event.objects.get()
        assert (kept.published, kept.title) == (True, "Fête numéro 1")
        assert SourceRecord.objects.get().quarantine_reason == reasons(run)[0]
        server.dataset = dataset_of(event(1, nom={"libelleFr": "Réparée"}))
        import_api(server)
    assert (Event.objects.get().title, SourceRecord.objects.get().quarantine_reason) == ("Réparée", "")


def test_tolerable_faults_are_remarks_and_the_object_is_used():
    broken = event(1)
    broken["informationsFeteEtManifestation"]["categories"] = [
        {"elementReferenceType": "FeteEtManifestationCategorie", "id": 987654321}
    ]
    broken["presentation"] = {"descriptifCourt": {"libelleFr": "<script>alert(1)</script>Une <b>fête</b>"}}
    broken["localisation"]["geolocalisation"]["geoJson"]["coordinates"] = [600.0, 44.0]
    broken["prestations"] = {"tailleGroupeMax": int("9" * 60)}
    with apidae(dataset_of(broken)) as server:
        run = import_api(server)
    item = Event.objects.get()
    assert counts(run) == {"read": 1, "created": 1}
    assert plain_texts(item.summary) == {"fr": "Une fête"}
    assert (item.latitude, item.longitude) == (None, None)
    assert "987654321" in run.lines.get().reason


def test_same_id_with_two_contents_is_quarantined(tmp_path):
    twice = [event(1), event(1, nom={"libelleFr": "Une autre"})]
    run = read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": twice}))
    assert counts(run) == {"read": 2, "created": 1, "quarantined": 1}
    assert ["deux fois" in reason for reason in reasons(run)] == [True]
    assert Event.objects.get().title == "Fête numéro 1"


def test_truncated_zip_fails_and_what_was_there_stays(tmp_path):
    path = export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(1)]})
    read(path)
    path.write_bytes(path.read_bytes()[:-30])
    run = read(path)
    assert (run.status, bool(run.error)) == (ImportStatus.FAILED, True)
    assert Event.objects.filter(published=True).count() == 1


@pytest.mark.parametrize("grouped", [True, False])
def test_export_from_the_simulator_equals_the_api(tmp_path, grouped):
    with apidae(territory(12)) as server:
        import_api(server)
        export = server.export(grouped=grouped)
        with client_of(server) as client:
            path = client.download_export(server.retrieval_url(export), tmp_path / "export.zip")
            run = apidae_import(client=client).from_export(path, complete=True)
    assert run.status == ImportStatus.SUCCEEDED, run.error
    changed = {name for line in run.lines.filter(outcome=ImportOutcome.UPDATED) for name in line.changes}
    assert (run.created, run.withdrawn, run.quarantined) == (0, 0, 0)
    # The structure is only linked in an export, where labels are looked up.
    assert changed <= {"categories", "links", "state"}


def test_delta_changes_and_deletes_only_what_it_names(tmp_path):
    read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(1), event(2), event(3)]}))
    delta = {
        "objets_modifies/objets_modifies-1.json": [event(2, nom={"libelleFr": "Nouvelle"})],
        "objets_supprimes.json": [5003],
    }
    run = read(export_of_files(tmp_path, delta), complete=False)
    assert counts(run) == {"read": 1, "updated": 1, "withdrawn": 1}
    assert sorted(Event.objects.filter(published=True).values_list("title", flat=True)) == ["Fête numéro 1", "Nouvelle"]


def test_dry_run_says_what_would_change_and_writes_nothing(tmp_path):
    run = read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(1)]}), dry_run=True)
    assert counts(run) == {"read": 1, "created": 1}
    assert (Event.objects.count(), SourceRecord.objects.count()) == (0, 0)


def test_edit_survives_the_next_import():
    place = structure() | {"type": "PATRIMOINE_CULTUREL", "nom": {"libelleFr": "Moulin", "libelleEn": "Mill"}}
    with apidae(dataset_of(place)) as server:
        import_api(server)
        edit_subject(
            Place.objects.get(),
            kind="PLACE",
            values={"name.en": "The oil mill", "latitude": 44.2},
            by="Sacha Martel",
            refold=refold_place,
        )
        changed = copy.deepcopy(place)
        changed["nom"] = {"libelleFr": "Moulin à huile", "libelleEn": "Mill again"}
        changed["localisation"]["geolocalisation"]["geoJson"]["coordinates"] = [6.3, 44.3]
        server.dataset = dataset_of(changed)
        run = import_api(server)
    edited = Place.objects.get()
    assert counts(run) == {"read": 1, "updated": 1}
    assert plain_texts(edited.name) == {"fr": "Moulin à huile", "en": "The oil mill"}
    assert edited.name["en"]["origin"] == HUMAN
    assert (edited.latitude, edited.longitude) == (44.2, 6.3)
    assert edited.origins["latitude"]["by"] == "Sacha Martel"
    assert edited.origins["longitude"]["source"] == "apidae"


def test_run_killed_halfway_goes_on_with_the_same_end(monkeypatch):
    class Killed(BaseException):
        pass

    def die(read: int, total: int | None) -> None:
        if read >= 100:
            raise Killed

    monkeypatch.setattr("tourism.feed.reading.BATCH", 100)
    with apidae(territory(250)) as server:
        with pytest.raises(Killed):
            import_api(server, progress=die)
        half = Event.objects.count()
        # The process is gone: this one stands for the next.
        ImportRun.objects.update(process=f"{socket.gethostname()}:999999999")
        run = import_api(server)
    assert 0 < half < 250
    assert Event.objects.filter(published=True).count() == 250
    assert run.created + run.unchanged == 252
    assert list(ImportRun.objects.order_by("pk").values_list("status", flat=True)) == [
        ImportStatus.INTERRUPTED,
        ImportStatus.SUCCEEDED,
    ]


def test_pictures_are_fetched_once_and_a_bad_one_is_not_fatal(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = BytesIO()
    Image.new("RGB", (800, 600), "teal").save(picture, "JPEG")
    files = {"a.jpg": (picture.getvalue(), "image/jpeg"), "b.jpg": (b"not a picture", "image/jpeg")}
    with apidae(dataset_of()) as server:
        illustrated = event(
            1,
            illustrations=[
                {
                    "type": "IMAGE",
                    "copyright": {"libelleFr": "Dessin"},
                    "traductionFichiers": [{"locale": "fr", "url": f"{server.url}/filestore/{name}"}],
                }
                for name in files
            ],
        )
        server.dataset = Dataset(objects=[illustrated], communes=territory(0).communes, media=files.get)
        import_api(server)
        with client_of(server) as client:
            fetched, failed = fetch_images(client)
            again = fetch_images(client)
    assert ({url.rsplit("/", 1)[1] for url in fetched}, failed) == ({"a.jpg"}, 1)
    assert again == (set(), 1)
    assert RemoteImage.objects.exclude(digest="").values_list("width", "height").get() == (800, 600)
    assert RemoteImage.objects.get(digest="").error != ""


@needs_samples
@pytest.mark.parametrize("name", ["export-2017-events.zip", "export-2017-events"])
def test_real_export_of_2017_imports(name):
    run = read(SAMPLES / name)
    assert run.status == ImportStatus.SUCCEEDED, run.error
    assert (run.read, run.created, run.quarantined) == (5, 5, 0)
    again = read(SAMPLES / name)
    assert counts(again) == {"read": 5, "unchanged": 5}


@needs_samples
def test_real_objects_of_2014_import_over_http():
    with apidae(Dataset.from_path(SAMPLES / "api-2014-v001-50-objects.json")) as server:
        run = import_api(server)
    assert run.status == ImportStatus.SUCCEEDED, run.error
    assert run.read == 50
    assert run.created + run.quarantined == 50
    assert all(reason.strip().endswith(".") for reason in reasons(run))


def test_lines_of_a_run_are_only_what_it_changed():
    with apidae(territory(5)) as server:
        import_api(server)
        run = import_api(server)
    assert ImportRunLine.objects.filter(run=run).count() == 0


def test_refreshing_drops_pictures_whose_rights_ran_out_and_keeps_addresses(monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    url = "https://static.apidae-tourisme.com/filestore/a.jpg"
    picture = BytesIO()
    Image.new("RGB", (800, 600), "teal").save(picture, "JPEG")
    illustration = {
        "type": "IMAGE",
        "dateLimiteDePublication": "2026-11-30T00:00:00.000+0000",
        "traductionFichiers": [{"locale": "fr", "url": url}],
    }
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 25))
    with apidae(dataset_of(event(20, illustrations=[illustration]))) as server:
        import_api(server)
    store_image_content(RemoteImage.objects.get(url=url), picture.getvalue())
    refresh_public_objects()
    before = Event.objects.get()
    assert before.cards.get(language="fr").card["image"] is not None
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 12, 2))
    assert refresh_public_objects() == {"PLACE": 0, "TRAIL": 0, "EVENT": 1}
    after = Event.objects.get()
    assert after.cards.get(language="fr").card["image"] is None
    assert (after.public_id, after.occurrences.count()) == (before.public_id, 1)


def test_trail_takes_its_line_from_its_plan_and_measures_what_the_source_does_not_say():
    with apidae(dataset_of()) as server:
        serve_walk(server, {"trace.gpx": LINE})
        run = import_api(server)
    found = Trail.objects.get()
    assert counts(run) == {"read": 1, "created": 1}
    assert (found.practice, len(found.line), found.line[0]) == ("WALK", 30, [6.22, 43.84, 600.0])
    assert 2_300 < found.distance < 2_350
    assert (found.ascent, found.descent, found.duration) == (290, 0, 150)
    assert (found.latitude, found.longitude) == (43.84, 6.22)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<gpx", "Le tracé est inutilisable"),
        (gpx(), "Le tracé est inutilisable"),
        (gpx((6.2, 43.8, 1)), "Le tracé est inutilisable"),
        (gpx((600.0, 43.8, 1), (6.2, 43.8, 1)), "Le tracé est inutilisable"),
        (None, "Le tracé n’a pas pu être téléchargé"),
    ],
)
def test_broken_plan_leaves_the_last_line_and_the_rest_is_taken(content, words):
    with apidae(dataset_of()) as server:
        serve_walk(server, {"trace.gpx": LINE})
        import_api(server)
        serve_walk(server, {} if content is None else {"trace.gpx": content})
        server.dataset.objects[0]["nom"] = {"libelleFr": "Un autre nom"}
        broken = import_api(server)
        kept = Trail.objects.get()
        serve_walk(server, {"trace.gpx": LINE})
        mended = import_api(server)
    assert counts(broken) == {"read": 1, "updated": 1}
    assert words in broken.lines.get().reason
    assert (kept.published, kept.title, len(kept.line)) == (True, "Un autre nom", 30)
    assert counts(mended) == {"read": 1, "updated": 1}
    assert (Trail.objects.get().title, len(Trail.objects.get().line)) == ("Sentier des crêtes", 30)


def test_new_trail_whose_plan_is_broken_waits_in_quarantine():
    with apidae(dataset_of()) as server:
        serve_walk(server, {"trace.gpx": b"<gpx"})
        refused = import_api(server)
        serve_walk(server, {"trace.gpx": LINE})
        mended = import_api(server)
    assert counts(refused) == {"read": 1, "quarantined": 1}
    assert ["Le tracé est inutilisable" in reason for reason in reasons(refused)] == [True]
    assert counts(mended) == {"read": 1, "created": 1}
    assert SourceRecord.objects.get().quarantine_reason == ""


def test_unreadable_file_of_a_full_export_withdraws_nothing(tmp_path):
    objects = {f"objets_modifies/objets_modifies-{5000 + n}.json": event(n) for n in range(3)}
    read(export_of_files(tmp_path, objects))
    broken = objects | {"objets_modifies/objets_modifies-5001.json": b'{"id": 5001, "nom'}
    run = read(export_of_files(tmp_path, broken))
    assert counts(run) == {"read": 3, "unchanged": 2, "quarantined": 1}
    assert "rien n’a été retiré" in run.error
    assert Event.objects.filter(published=True).count() == 3


def test_object_whose_number_became_unreadable_keeps_its_last_version(tmp_path):
    read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(1), event(2)]}))
    spoiled = [event(1), event(2, id=int("9" * 60))]
    run = read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": spoiled}))
    assert counts(run) == {"read": 2, "unchanged": 1, "quarantined": 1}
    assert Event.objects.filter(published=True).count() == 2


def test_reading_a_part_of_the_project_withdraws_nothing_else():
    with apidae(territory(12)) as server:
        import_api(server)
        run = import_api(server, selections=[2])
    assert counts(run) == {"read": 2, "unchanged": 2}


def test_edited_object_is_withdrawn_when_its_source_withdraws_it():
    with apidae(dataset_of(structure(), event(1))) as server:
        import_api(server)
        edit_subject(Place.objects.get(), kind="PLACE", values={"name.fr": "Corrigé"}, by="Sacha", refold=refold_place)
        server.dataset = dataset_of(event(1))
        import_api(server)
        gone = Place.objects.get()
        cards_left = gone.cards.count()
        server.dataset = dataset_of(structure(), event(1))
        import_api(server)
    assert (gone.published, gone.title, cards_left) == (False, "Corrigé", 0)
    back = Place.objects.get()
    assert (back.published, back.title) == (True, "Corrigé")


def test_import_without_network_keeps_lines_and_the_next_one_fetches_them(tmp_path):
    with apidae(dataset_of()) as server:
        serve_walk(server, {"trace.gpx": LINE})
        path = export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [walk(server)]})
        read(path)
        without = Trail.objects.get()
        with client_of(server) as client:
            apidae_import(client=client).from_export(path, complete=True)
        fetched = Trail.objects.get()
        changed = walk(server) | {"nom": {"libelleFr": "Renommée"}}
        read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [changed]}))
        kept = Trail.objects.get()
    assert (len(without.line), len(fetched.line)) == (0, 30)
    assert (len(kept.line), kept.title) == (30, "Renommée")


def test_delta_that_deletes_very_much_waits_for_a_yes(tmp_path):
    read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(n) for n in range(30)]}))
    delta = export_of_files(tmp_path, {"objets_supprimes.json": [5000 + n for n in range(30)]})
    guarded = read(delta, complete=False)
    assert (guarded.status, Event.objects.filter(published=True).count()) == (ImportStatus.WAITING, 30)
    confirmed = read(delta, complete=False, confirmed=True)
    assert (counts(confirmed), Event.objects.filter(published=True).count()) == ({"withdrawn": 30}, 0)


def test_linked_object_is_known_but_not_shown(tmp_path):
    files = {
        "objets_modifies/objets_modifies-1.json": [event(1)],
        "objets_lies/objets_lies_modifies-1.json": [structure()],
    }
    run = read(export_of_files(tmp_path, files))
    assert counts(run) == {"read": 2, "created": 2}
    assert (Place.objects.get().title, Place.objects.get().published) == ("Office de tourisme", False)
    read(export_of_files(tmp_path, {"objets_lies_supprimes.json": [9001]}), complete=False)
    assert SourceRecord.objects.get(external_id="9001").withdrawn_at is not None


def test_event_is_joined_to_a_place_that_comes_in_a_later_run():
    venue = structure() | {"type": "PATRIMOINE_CULTUREL", "nom": {"libelleFr": "La chapelle"}}
    concert = event(1)
    concert["localisation"]["lieuObjetTouristique"] = {"type": "PATRIMOINE_CULTUREL", "id": 9001}
    with apidae(dataset_of(concert, venue | {"nom": {}})) as server:
        import_api(server)
        alone = Event.objects.get().place
        server.dataset = dataset_of(concert, venue)
        import_api(server)
    assert alone is None
    assert Event.objects.get().place.title == "La chapelle"


def test_source_that_is_being_read_is_not_read_twice():
    # Process 1 is alive on every machine.
    other = ImportRun.objects.create(source="apidae", process=f"{socket.gethostname()}:1", alive_at=timezone.now())
    with apidae(dataset_of(event(1))) as server, pytest.raises(RunInProgressError) as refusal:
        import_api(server)
    other.refresh_from_db()
    assert (other.status, ImportRun.objects.count(), Event.objects.count()) == (ImportStatus.RUNNING, 1, 0)
    assert "déjà en cours" in refusal.value.sentence


def test_dry_run_says_what_would_be_withdrawn_and_warns_when_it_is_much(tmp_path):
    read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(n) for n in range(30)]}))
    few = export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(n) for n in range(28)]})
    run = read(few, dry_run=True)
    assert counts(run) == {"read": 28, "unchanged": 28, "withdrawn": 2}
    assert sorted(run.lines.values_list("external_id", flat=True)) == ["5028", "5029"]
    nothing = read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": []}), dry_run=True)
    assert nothing.status == ImportStatus.FAILED
    assert Event.objects.filter(published=True).count() == 30


def test_file_that_is_no_export_fails_and_what_was_there_stays(tmp_path):
    read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(1)]}))
    run = read(export_of_files(tmp_path, {"readme.txt": b"Bonjour"}))
    assert (run.status, "n’est pas un export" in run.error) == (ImportStatus.FAILED, True)
    assert Event.objects.filter(published=True).count() == 1


def test_empty_feed_withdraws_nothing_without_a_yes_however_little_was_there(tmp_path):
    read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": [event(1)]}))
    run = read(export_of_files(tmp_path, {"objets_modifies/objets_modifies-1.json": []}))
    assert (run.status, Event.objects.filter(published=True).count()) == (ImportStatus.WAITING, 1)
