"""Exports that were announced, alerts, selections and the timetable."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.admin.jobs import JobForm, spoken_period
from cms.models import ScheduledJob
from tests.tourism.admin.back_office import CHAPEL, MILL, blocked, errors_of, submit, titles
from tourism.enums import AlertKind, DeliveryState
from tourism.models import ExportDelivery, FeedAlert, ImportRun, Place, Selection, SelectionMember


def url_of(model, name, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def make_delivery(number: int = 1, **values) -> ExportDelivery:
    given = {
        "project": 1,
        "exported_at": timezone.now(),
        "download_url": "https://export.example/1.zip",
        "state": DeliveryState.FAILED,
        "error": "Le fichier est tronqué.",
    }
    return ExportDelivery.objects.create(stem=f"1_20261125-02{number:02}_abc", **(given | values))


def make_run(**values) -> ImportRun:
    return ImportRun.objects.create(source="apidae", status="FAILED", finished_at=timezone.now(), **values)


def cost(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


# Exports


def test_exports_are_listed_with_their_state_error_and_run(offices, agency):
    make_delivery(run=(run := make_run()), times_received=3)
    page = agency.get(url_of(ExportDelivery, "list")).content.decode()
    for said in (
        "1_20261125-0201_abc",
        "Échoué",
        "Différentiel",
        "Le fichier est tronqué.",
        url_of(ImportRun, "inspect", run.pk),
    ):
        assert said in page


def test_failed_export_is_tried_again(offices, agency):
    delivery = make_delivery(next_attempt_at=timezone.now() + timedelta(hours=5))
    page = agency.get(url_of(ExportDelivery, "inspect", delivery.pk)).content.decode()
    assert url_of(ExportDelivery, "retry", delivery.pk) in page
    response = agency.post(url_of(ExportDelivery, "retry", delivery.pk), follow=True)
    assert "sera essayé de nouveau" in response.content.decode()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.next_attempt_at) == (DeliveryState.WAITING, None)


def test_export_is_passed_over_after_being_told_what_is_lost(offices, agency):
    delivery = make_delivery()
    page = agency.get(url_of(ExportDelivery, "inspect", delivery.pk)).content.decode()
    assert "des fiches périmées peuvent rester en ligne" in page
    assert "export complet" in page
    agency.post(url_of(ExportDelivery, "skip", delivery.pk))
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.SKIPPED
    assert "Passé par agence" in delivery.error


@pytest.mark.parametrize("state", [DeliveryState.DONE, DeliveryState.RUNNING, DeliveryState.SUPERSEDED])
def test_export_that_needs_nobody_has_no_button(offices, agency, state):
    delivery = make_delivery(state=state, error="")
    page = agency.get(url_of(ExportDelivery, "inspect", delivery.pk)).content.decode()
    for name in ("retry", "skip"):
        assert url_of(ExportDelivery, name, delivery.pk) not in page
        agency.post(url_of(ExportDelivery, name, delivery.pk))
    delivery.refresh_from_db()
    assert delivery.state == state


# Alerts


def test_open_alerts_stand_on_the_first_page_of_the_agency(offices, agency, verdon):
    alert = FeedAlert.objects.create(source="apidae", kind=AlertKind.SILENT, sentence="Rien reçu depuis 4 jours.")
    FeedAlert.objects.create(
        source="apidae", kind=AlertKind.FAILING, sentence="Trois échecs.", closed_at=timezone.now()
    )
    page = agency.get("/admin/").content.decode()
    assert "Rien reçu depuis 4 jours." in page
    assert url_of(FeedAlert, "inspect", alert.pk) in page
    assert "Trois échecs." not in page
    assert "Rien reçu" not in verdon.get("/admin/").content.decode()


def test_alerts_that_passed_stay_in_the_list_after_those_that_go_on(offices, agency):
    FeedAlert.objects.create(source="apidae", kind=AlertKind.FAILING, sentence="Passée.", closed_at=timezone.now())
    FeedAlert.objects.create(source="apidae", kind=AlertKind.SILENT, sentence="Ouverte.")
    url = url_of(FeedAlert, "list")

    def found(**query):
        return [alert.sentence for alert in agency.get(url, query).context["object_list"]]

    assert found() == ["Ouverte.", "Passée."]
    assert found(passed="true") == ["Passée."]
    assert found(passed="false") == ["Ouverte."]
    assert found(kind="SILENT") == ["Ouverte."]
    alert = FeedAlert.objects.get(sentence="Passée.")
    assert "Passée." in agency.get(url_of(FeedAlert, "inspect", alert.pk)).content.decode()


# Selections


def make_selection(name: str, *numbers: int) -> Selection:
    selection = Selection.objects.create(source="apidae", external_id=name[:30], name=name)
    SelectionMember.objects.bulk_create(
        SelectionMember(selection=selection, external_id=str(number)) for number in numbers
    )
    return selection


def test_places_and_events_are_filtered_by_selection(feed, agency, verdon):
    selection = make_selection("Coups de cœur", CHAPEL, 5002, 999)
    make_selection("Vide")
    query = {"selection": selection.pk}
    assert titles(agency.get("/admin/snippets/tourism/place/", query)) == [f"Lieu {CHAPEL}"]
    assert titles(agency.get("/admin/snippets/agenda/event/", query)) == ["Fête numéro 2"]
    assert titles(agency.get("/admin/snippets/tourism/trail/", query)) == []
    assert titles(verdon.get("/admin/snippets/agenda/event/", query)) == []
    assert agency.get("/admin/snippets/tourism/place/", {"selection": "x"}).status_code == 200


def test_selection_of_another_source_with_the_same_numbers_is_another(feed, agency):
    selection = make_selection("Ailleurs", CHAPEL)
    Selection.objects.filter(pk=selection.pk).update(source="geotrek")
    assert titles(agency.get("/admin/snippets/tourism/place/", {"selection": selection.pk})) == []


def test_selections_are_counted_and_lead_to_their_lists(feed, agency, verdon):
    selection = make_selection("Coups de cœur", CHAPEL, MILL, 5002, 999)
    (row,) = agency.get(url_of(Selection, "list")).context["object_list"]
    assert (row.member_count, row.read_count) == (4, 3)
    page = agency.get(url_of(Selection, "inspect", selection.pk))
    assert {kind["label"]: kind["count"] for kind in page.context["kinds"]} == {
        "lieux": 2,
        "balades": 0,
        "événements": 1,
    }
    assert f"/admin/snippets/tourism/place/?selection={selection.pk}" in page.content.decode()
    own = verdon.get(url_of(Selection, "inspect", selection.pk))
    assert {kind["label"]: kind["count"] for kind in own.context["kinds"]}["lieux"] == 1


# The timetable


@pytest.fixture
def job(db, settings) -> ScheduledJob:
    settings.JOB_LABELS = {"apidae_full": "Import complet d’Apidae"}
    moment = timezone.now()
    return ScheduledJob.objects.create(
        name="apidae_full",
        at=time(2, 30),
        next_run_at=moment + timedelta(hours=3),
        started_at=moment - timedelta(hours=1),
        ended_at=moment - timedelta(minutes=58),
        report="253 fiches lues",
        error="Le serveur ne répond pas.",
    )


def test_timetable_says_what_runs_when_and_how_it_went(offices, job, agency):
    page = agency.get(url_of(ScheduledJob, "list")).content.decode()
    for said in (
        "Import complet d’Apidae",
        "chaque jour à 02:30",
        "2 min 0 s",
        "Le serveur ne répond pas.",
        "En erreur",
    ):
        assert said in page
    form = agency.get(url_of(ScheduledJob, "edit", job.pk)).content.decode()
    for said in ("253 fiches lues", "Le serveur ne répond pas.", url_of(ScheduledJob, "run_now", job.pk)):
        assert said in form


def test_times_of_a_job_are_changed_and_nothing_else(offices, job, agency):
    url = url_of(ScheduledJob, "edit", job.pk)
    response = submit(agency, url, at="", every="30", report="Menti", name="autre", next_run_at="2020-01-01")
    assert response.status_code == 302, errors_of(response)
    job.refresh_from_db()
    assert (job.at, job.every, job.report, job.name, job.next_run_at) == (
        None,
        30,
        "253 fiches lues",
        "apidae_full",
        None,
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"at": "", "every": ""}, "at"),
        ({"at": "02:00", "every": "5"}, "at"),
        ({"at": "25:00"}, "at"),
        ({"at": "", "every": "0"}, "every"),
        ({"at": "", "every": "999999"}, "every"),
    ],
)
def test_time_that_cannot_be_is_refused(offices, job, agency, changes, field):
    assert list(errors_of(submit(agency, url_of(ScheduledJob, "edit", job.pk), **changes))) == [field]


def test_job_is_started_now_without_saving_the_form(offices, job, agency):
    response = agency.post(url_of(ScheduledJob, "run_now", job.pk), {"every": "7", "at": ""}, follow=True)
    assert "est lancé dans la minute" in response.content.decode()
    job.refresh_from_db()
    assert job.next_run_at <= timezone.now()
    assert (job.at, job.every) == (time(2, 30), None)
    ScheduledJob.objects.update(enabled=False)
    response = agency.post(url_of(ScheduledJob, "run_now", job.pk), follow=True)
    assert "activez-le d’abord" in response.content.decode()


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ({"every": 1}, "chaque minute"),
        ({"every": 5}, "toutes les 5 minutes"),
        ({"every": 60}, "toutes les heures"),
        ({"every": 120}, "toutes les 2 heures"),
        ({"at": time(0, 5)}, "chaque jour à 00:05"),
    ],
)
def test_periods_are_said(times, said):
    assert spoken_period(ScheduledJob(**times)) == said


# Who may


def test_operations_are_the_agency_s_affair_and_selections_everybody_s(offices, job, agency, verdon):
    things = [
        make_delivery(),
        FeedAlert.objects.create(source="apidae", kind=AlertKind.SILENT, sentence="Silence."),
        job,
        make_selection("Coups de cœur"),
    ]
    for thing in things:
        for name, args in (("list", ()), ("edit" if thing is job else "inspect", (thing.pk,))):
            url = url_of(type(thing), name, *args)
            assert agency.get(url).status_code == 200, url
            assert blocked(verdon.get(url)) is not isinstance(thing, Selection), url


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (ExportDelivery, ("retry", "skip", "edit", "delete")),
        (FeedAlert, ("edit", "delete")),
        (Selection, ("edit", "delete")),
        (ScheduledJob, ("run_now", "edit", "delete")),
    ],
)
def test_offices_write_nothing_of_it(offices, job, verdon, model, names):
    make_delivery()
    make_selection("Coups de cœur")
    FeedAlert.objects.create(source="apidae", kind=AlertKind.SILENT, sentence="Silence.")
    thing = model.objects.get()
    before = model.objects.values().get()
    for name in names:
        response = verdon.post(url_of(model, name, thing.pk), {"at": "", "every": "9"})
        assert blocked(response), name
    assert model.objects.values().get() == before


@pytest.mark.parametrize("model", [ExportDelivery, FeedAlert, Selection, ScheduledJob])
def test_nobody_adds_or_deletes_by_hand(offices, job, agency, admin_client, model):
    make_delivery()
    make_selection("Coups de cœur")
    FeedAlert.objects.create(source="apidae", kind=AlertKind.SILENT, sentence="Silence.")
    for client in (agency, admin_client):
        assert blocked(client.get(url_of(model, "add")))
        assert blocked(client.post(url_of(model, "delete", model.objects.get().pk)))
    assert model.objects.count() == 1


def test_lists_cost_the_same_with_1_and_with_30_rows(feed, agency, settings):
    place = Place.objects.first()
    makers = {
        ExportDelivery: lambda number: make_delivery(number, run=make_run()),
        FeedAlert: lambda number: FeedAlert.objects.create(
            source=f"s{number}", kind=AlertKind.SILENT, sentence=f"Silence {number}."
        ),
        Selection: lambda number: make_selection(f"Sélection {number}", CHAPEL, place.pk),
        ScheduledJob: lambda number: ScheduledJob.objects.create(name=f"job{number}", every=5),
    }
    for model, make in makers.items():
        url = url_of(model, "list")
        make(0)
        agency.get(url)
        one = cost(agency, url)
        for number in range(1, 30):
            make(number)
        assert cost(agency, url) == one <= 20, model


def test_form_left_open_while_the_job_runs_changes_nothing_but_its_times(offices, job, agency, monkeypatch):
    def claimed(form) -> dict:
        ScheduledJob.objects.update(process="here:1", report="En route")
        return clean(form)

    clean = JobForm.clean
    monkeypatch.setattr(JobForm, "clean", claimed)
    submit(agency, url_of(ScheduledJob, "edit", job.pk), at="04:00")
    job.refresh_from_db()
    assert (job.at, job.process, job.report) == (time(4, 0), "here:1", "En route")
