"""Runs of imports: how far, how fast, what changed in words, and withdrawals that wait for a yes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import CHAPEL, FORCALQUIER, MILL, MOUSTIERS, blocked, dataset, event_in, place
from tourism.admin.viewsets.imports.runs import spoken_rate, spoken_seconds
from tourism.enums import ImportOutcome, ImportStatus
from tourism.models import ImportRun, ImportRunLine, Place, SourceRecord

GONE = range(7100, 7130)


def url_of(model, name, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def page_of(client, run, **query) -> str:
    return client.get(url_of(ImportRun, "inspect", run.pk), query).content.decode()


@pytest.fixture
def held(feed) -> ImportRun:
    """A run that would withdraw thirty places of two offices."""
    many = [place(number, MOUSTIERS if number % 3 else FORCALQUIER) for number in GONE]
    kept = [place(CHAPEL, MOUSTIERS), place(MILL, FORCALQUIER), event_in(1, MOUSTIERS), event_in(2, FORCALQUIER)]
    feed.dataset = dataset(*kept, *many)
    assert import_api(feed).created == len(many)
    feed.dataset = dataset(*kept)
    run = import_api(feed)
    assert (run.status, run.withheld, run.withdrawn) == (ImportStatus.WAITING, 30, 0)
    return run


def test_change_is_shown_field_by_field_with_the_words_that_differ(feed, agency):
    feed.dataset = dataset(
        place(
            CHAPEL,
            MOUSTIERS,
            presentation={"descriptifCourt": {"libelleFr": "Résumé de la source nouvelle"}},
        )
    )
    page = page_of(agency, import_api(feed, confirmed=True), outcome="UPDATED")
    for said in ('<th scope="row">Résumé <span class="tr-muted">Français</span></th>', "<ins>nouvelle</ins>", "<del>"):
        assert said in page
    assert "{&" not in page


def test_dry_run_says_first_that_nothing_was_written(feed, agency):
    feed.dataset = dataset(place(CHAPEL, MOUSTIERS, nom={"libelleFr": "Renommé"}))
    run = import_api(feed, dry_run=True, confirmed=True)
    page = page_of(agency, run)
    assert "Rien n’a été écrit" in page
    assert "Ce qui changerait" in page
    assert "Rien n’a été écrit" not in page_of(agency, ImportRun.objects.filter(dry_run=False).first())


def test_trial_that_would_wait_for_a_yes_says_so_plainly(held, feed, agency):
    run = import_api(feed, dry_run=True)
    assert (run.status, run.withheld) == (ImportStatus.FAILED, 30)
    page = page_of(agency, run)
    assert "Cet essai n’a rien écrit. Un vrai import retiendrait 30 retraits jusqu’à votre accord." in page
    assert run.error not in page
    assert "Échoué" not in page
    assert url_of(ImportRun, "withdrawals", run.pk) not in page
    lines = agency.get(url_of(ImportRun, "inspect", run.pk), {"outcome": "WITHHELD"}).context["lines"]
    assert lines.paginator.count == 30


def test_trial_that_fails_says_what_failed(offices, agency):
    run = ImportRun.objects.create(source="apidae", dry_run=True, status="FAILED", error="La clé est refusée.")
    page = page_of(agency, run)
    assert "La clé est refusée." in page
    assert "Échoué" in page
    assert "retiendrait" not in page


def test_run_that_goes_on_shows_how_far_it_is_and_asks_again_by_itself(feed, agency):
    run = ImportRun.objects.create(source="apidae", read=250, total=1000, started_by="agence", process="elsewhere:1")
    page = page_of(agency, run)
    assert '<progress value="250" max="1000"' in page
    assert "250 fiches lues sur 1000 (25 %)" in page
    assert 'id="tr-live" data-refresh="3000"' in page
    assert "tourism/admin/live.js" in page
    ImportRun.objects.filter(pk=run.pk).update(total=None)
    assert "<progress  aria-label" in page_of(agency, run)
    ImportRun.objects.filter(pk=run.pk).update(status=ImportStatus.SUCCEEDED, finished_at=timezone.now())
    page = page_of(agency, run)
    assert "data-refresh" not in page
    assert "live.js" not in page


def test_who_started_it_how_much_it_says_and_how_fast_it_was(feed, agency):
    run = ImportRun.objects.create(source="apidae", read=5000, started_by="sacha", mode="DELTA", status="SUCCEEDED")
    run.finished_at = run.started_at + timedelta(seconds=10)
    run.save()
    page = page_of(agency, run)
    for said in ("sacha", "Différentiel", "10,0 s", "500 fiches par seconde"):
        assert said in page
    assert "le calendrier ou une commande" in page_of(agency, ImportRun.objects.filter(started_by="").first())


@pytest.mark.parametrize(("seconds", "said"), [(0.04, "0,0 s"), (65, "1 min 5 s"), (3725, "1 h 02 min"), (None, "—")])
def test_lengths_are_said(seconds, said):
    assert spoken_seconds(seconds) == said


def test_rate_of_next_to_nothing_is_not_said():
    now = timezone.now()
    assert spoken_rate(ImportRun(read=1, started_at=now, finished_at=now + timedelta(seconds=9))) == ""
    assert spoken_rate(ImportRun(read=9, started_at=now, finished_at=now)) == ""


def test_lines_are_found_by_name_and_by_number(feed, agency):
    run = ImportRun.objects.first()
    url = url_of(ImportRun, "inspect", run.pk)
    assert [line.external_id for line in agency.get(url, {"q": f"lieu {MILL}"}).context["lines"]] == [str(MILL)]
    assert [line.external_id for line in agency.get(url, {"q": str(CHAPEL)}).context["lines"]] == [str(CHAPEL)]
    assert list(agency.get(url, {"q": "%' OR 1=1 --"}).context["lines"]) == []
    assert agency.get(url, {"q": "\x00" + "x" * 5000}).status_code == 200


def test_page_of_a_run_costs_the_same_with_1_and_with_30_lines(feed, agency):
    run = ImportRun.objects.first()
    url = url_of(ImportRun, "inspect", run.pk)
    agency.get(url)
    costs = {}
    for lines in (1, 30):
        run.lines.all().delete()
        for number in range(lines):
            run.lines.create(
                outcome=ImportOutcome.UPDATED,
                external_id=str(CHAPEL + number),
                changes={"commune_code": ["04135", "04088"]},
            )
        with CaptureQueriesContext(connection) as queries:
            page = agency.get(url)
        assert page.content.decode().count("Forcalquier") == lines
        costs[lines] = len(queries)
    assert costs[1] == costs[30] <= 20


def test_list_of_runs_costs_the_same_with_1_and_with_30_rows(offices, agency):
    url = url_of(ImportRun, "list")
    ImportRun.objects.create(source="apidae", status="SUCCEEDED", finished_at=timezone.now())
    agency.get(url)
    costs = []
    for rows in (1, 30):
        for _number in range(rows - ImportRun.objects.count()):
            ImportRun.objects.create(source="apidae", status="SUCCEEDED", finished_at=timezone.now())
        with CaptureQueriesContext(connection) as queries:
            assert len(agency.get(url).context["object_list"]) == rows
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 20


def test_withdrawals_that_wait_are_said_on_the_run_and_on_the_first_page(held, agency, verdon):
    url = url_of(ImportRun, "withdrawals", held.pk)
    for page in (page_of(agency, held), agency.get("/admin/").content.decode()):
        assert "30 retraits attendent votre accord" in page
        assert url in page
    assert "attendent votre accord" not in verdon.get("/admin/").content.decode()


def test_confirmation_lists_what_would_go_by_kind_and_office(held, agency):
    page = agency.get(url_of(ImportRun, "withdrawals", held.pk))
    assert page.context["by_kind"] == [("lieux", 30)]
    assert [number for _office, number in page.context["by_office"]] == [20, 10]
    assert page.context["by_office"][0][0] == "Verdon Tourisme"
    html = page.content.decode()
    for record in SourceRecord.objects.filter(external_id__in=[str(number) for number in GONE]):
        assert url_of(Place, "edit", record.subject_id) in html
    assert "Retirer ces 30 fiches" in html
    assert "Les garder" in html


def test_yes_withdraws_them_and_says_who_decided(held, agency):
    response = agency.post(url_of(ImportRun, "withdrawals", held.pk), {"answer": "withdraw"}, follow=True)
    assert response.redirect_chain[-1][0] == url_of(ImportRun, "inspect", held.pk)
    assert "30 fiches retirées." in response.content.decode()
    held.refresh_from_db()
    assert (held.status, held.decided_by) == (ImportStatus.SUCCEEDED, "agence")
    gone = SourceRecord.objects.filter(external_id__in=[str(number) for number in GONE])
    assert gone.exclude(withdrawn_at=None).count() == 30
    assert not Place.objects.filter(pk__in=gone.values("subject_id"), published=True).exists()
    assert "attendent votre accord" not in agency.get("/admin/").content.decode()


def test_no_keeps_them_and_a_second_answer_changes_nothing(held, agency):
    url = url_of(ImportRun, "withdrawals", held.pk)
    assert "sont gardées" in agency.post(url, {"answer": "keep"}, follow=True).content.decode()
    assert "déjà décidé, par agence" in agency.post(url, {"answer": "withdraw"}, follow=True).content.decode()
    assert "déjà décidé, par agence" in agency.get(url, follow=True).content.decode()
    assert not SourceRecord.objects.exclude(withdrawn_at=None).exists()


def test_answer_that_is_none_does_nothing(held, agency):
    url = url_of(ImportRun, "withdrawals", held.pk)
    for odd in ({}, {"answer": "maybe"}):
        assert "rien n’a été fait" in agency.post(url, odd).content.decode()
    held.refresh_from_db()
    assert held.status == ImportStatus.WAITING


def test_only_the_agency_decides(held, verdon, salagon, client):
    url = url_of(ImportRun, "withdrawals", held.pk)
    for office in (verdon, salagon):
        assert blocked(office.get(url))
        assert blocked(office.post(url, {"answer": "withdraw"}))
    assert "/admin/login/" in client.post(url, {"answer": "withdraw"})["Location"]
    held.refresh_from_db()
    assert held.status == ImportStatus.WAITING


def test_confirmation_costs_the_same_with_1_and_with_30_lines(held, agency):
    url = url_of(ImportRun, "withdrawals", held.pk)
    agency.get(url)
    with CaptureQueriesContext(connection) as many:
        agency.get(url)
    first = held.lines.filter(outcome=ImportOutcome.WITHHELD).first()
    ImportRunLine.objects.filter(run=held).exclude(pk=first.pk).delete()
    with CaptureQueriesContext(connection) as one:
        agency.get(url)
    assert len(one) == len(many) <= 30
