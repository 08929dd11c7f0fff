"""Quarantine: why, since when, what is shown meanwhile, and trying again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import CHAPEL, MILL, MOUSTIERS, blocked, dataset, place
from tourism.admin.sources import SOURCES, register_source
from tourism.admin.viewsets.imports.quarantine import marked_json, reason_kind
from tourism.models import ImportRun, Place, SourceRecord

NEVER = 7003


def url_of(name, *args) -> str:
    return reverse(SourceRecord.snippet_viewset.get_url_name(name), args=args)


def nameless(number: int) -> dict:
    broken = place(number, MOUSTIERS)
    del broken["nom"]
    return broken


@pytest.fixture
def quarantined(feed) -> list[SourceRecord]:
    """A place that is shown and whose new version is not understood, and one that never was."""
    feed.dataset = dataset(nameless(CHAPEL), nameless(NEVER))
    import_api(feed, confirmed=True)
    records = list(SourceRecord.objects.exclude(quarantine_reason="").order_by("external_id"))
    assert [record.external_id for record in records] == [str(CHAPEL), str(NEVER)]
    return records


@pytest.fixture
def understanding(monkeypatch):
    """As if a newer version of ours understood these objects: their reason is gone when they are tried again."""
    asked: list[tuple[list[str], str]] = []

    def retry(numbers: list[str], username: str) -> ImportRun:
        asked.append((sorted(numbers), username))
        found = SourceRecord.objects.filter(source="apidae", external_id__in=numbers)
        return ImportRun.objects.create(
            source="apidae",
            mode="RETRY",
            status="SUCCEEDED",
            updated=found.update(quarantine_reason=""),
            started_by=username,
        )

    monkeypatch.setitem(SOURCES, "apidae", SOURCES["apidae"])
    register_source("apidae", label="Apidae", retry=retry)
    return asked


def test_list_says_name_reason_source_and_since_when(feed, quarantined, agency):
    began = ImportRun.objects.latest("started_at")
    import_api(feed, confirmed=True)
    page = agency.get(url_of("list"))
    html = page.content.decode()
    for said in (f"Lieu {CHAPEL}", quarantined[0].quarantine_reason, "Apidae"):
        assert said in html
    since = {record.external_id: record.since_when for record in page.context["object_list"]}
    assert since == {str(CHAPEL): began.started_at, str(NEVER): began.started_at}


def test_filters_by_kind_of_reason_and_by_source_and_search(quarantined, agency):
    SourceRecord.objects.filter(pk=quarantined[1].pk).update(quarantine_reason="Type de fiche inconnu : « LUNE ».")

    def found(**query):
        return [record.external_id for record in agency.get(url_of("list"), query).context["object_list"]]

    assert found(reason="Type de fiche inconnu : ….") == [str(NEVER)]
    assert found(reason=reason_kind(quarantined[0].quarantine_reason)) == [str(CHAPEL)]
    assert sorted(found(source="apidae")) == [str(CHAPEL), str(NEVER)]
    assert found(q="LUNE") == [str(NEVER)]
    assert found(q=f"Lieu {CHAPEL}") == [str(CHAPEL)]
    assert found(q="\x00") == found()
    assert agency.get(url_of("list"), {"reason": "' OR 1=1"}).status_code == 200


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("La fiche 7003 n’a de nom dans aucune langue.", "La fiche … n’a de nom dans aucune langue."),
        ("Type de fiche inconnu : « LUNE ».", "Type de fiche inconnu : …."),
        ("Sans nombre.", "Sans nombre."),
    ],
)
def test_kind_of_a_reason_has_neither_numbers_nor_quoted_words(sentence, kind):
    assert reason_kind(sentence) == kind


def test_page_says_what_is_shown_meanwhile(quarantined, agency):
    shown, never = (agency.get(url_of("inspect", record.pk)).content.decode() for record in quarantined)
    public = Place.objects.get(pk=quarantined[0].subject_id)
    assert "reste en ligne" in shown
    assert f'href="/place/{public.public_id}"' in shown
    assert "n’a encore jamais été comprise" in never
    Place.objects.filter(pk=public.pk).update(published=False)
    assert "Rien n’est montré au public" in agency.get(url_of("inspect", quarantined[0].pk)).content.decode()


def test_one_record_is_tried_again_and_the_run_is_shown(quarantined, understanding, agency):
    response = agency.post(url_of("retry", quarantined[0].pk), follow=True)
    run = ImportRun.objects.latest("started_at")
    assert understanding == [([str(CHAPEL)], "agence")]
    assert response.redirect_chain[-1][0] == reverse(ImportRun.snippet_viewset.get_url_name("inspect"), args=[run.pk])
    assert "1 fiche reprise." in response.content.decode()


def test_retry_of_what_is_still_not_understood_says_so(quarantined, agency):
    response = agency.post(url_of("retry", quarantined[0].pk), follow=True)
    assert "0 fiche" in response.content.decode()
    assert "1 toujours en quarantaine" in response.content.decode()
    run = ImportRun.objects.latest("started_at")
    assert (run.mode, run.started_by, run.quarantined) == ("RETRY", "agence", 1)


def test_retry_of_what_is_understood_now_takes_it_out_of_quarantine(feed, agency):
    """As after a new version of ours: the record that is kept can be read, whatever was said of it before."""
    record = SourceRecord.objects.get(external_id=str(CHAPEL))
    SourceRecord.objects.filter(pk=record.pk).update(quarantine_reason="Type de fiche inconnu.", checksum="")
    response = agency.post(url_of("retry", record.pk), follow=True)
    assert "1 fiche reprise." in response.content.decode()
    record.refresh_from_db()
    assert record.quarantine_reason == ""
    assert str(CHAPEL) not in [found.external_id for found in agency.get(url_of("list")).context["object_list"]]


def test_what_its_source_has_withdrawn_since_is_neither_listed_nor_tried_again(
    feed, quarantined, understanding, agency
):
    feed.dataset = dataset(nameless(NEVER))
    import_api(feed, confirmed=True)
    gone = SourceRecord.objects.get(pk=quarantined[0].pk)
    assert gone.withdrawn_at is not None
    assert gone.quarantine_reason
    listed = agency.get(url_of("list")).context["object_list"]
    assert [record.external_id for record in listed] == [str(NEVER)]
    assert ">1 fiche en quarantaine<" in agency.get("/admin/").content.decode()
    page = agency.get(url_of("inspect", gone.pk)).content.decode()
    assert "avant que sa dernière version ne soit comprise" in page
    assert url_of("retry", gone.pk) not in page
    assert "Aucune fiche à essayer" in agency.post(url_of("retry", gone.pk), follow=True).content.decode()
    agency.post(url_of("retry_several"), {"ticked": [gone.pk]})
    agency.post(url_of("retry_several"), {"all": "yes"})
    assert understanding == [([str(NEVER)], "agence")]
    gone.refresh_from_db()
    assert gone.withdrawn_at is not None


def test_ticked_records_are_tried_again(quarantined, understanding, agency):
    agency.post(url_of("retry_several"), {"ticked": [quarantined[1].pk, "x", "-1", "9" * 40]})
    assert understanding == [([str(NEVER)], "agence")]


def test_all_records_of_the_filtered_list_are_tried_again(quarantined, understanding, agency):
    SourceRecord.objects.filter(pk=quarantined[1].pk).update(quarantine_reason="Type de fiche inconnu : « LUNE ».")
    address = f"{url_of('retry_several')}?reason=Type+de+fiche+inconnu+:+….&q=lune"
    agency.post(address, {"all": "yes"})
    assert understanding == [([str(NEVER)], "agence")]
    agency.post(url_of("retry_several"), {"all": "yes"})
    assert understanding[1] == ([str(CHAPEL)], "agence")


def test_filter_that_cannot_be_read_tries_nothing_again(quarantined, understanding, agency):
    for odd in ("source=moon", "reason=%27%20OR%201%3D1", "kind=X"):
        agency.post(f"{url_of('retry_several')}?{odd}", {"all": "yes"})
    assert understanding == []


def test_nothing_ticked_is_said_and_starts_nothing(quarantined, understanding, agency):
    assert "Aucune fiche" in agency.post(url_of("retry_several"), follow=True).content.decode()
    assert understanding == []


def test_retry_while_an_import_goes_on_is_refused_with_a_sentence(quarantined, agency):
    ImportRun.objects.create(source="apidae", process="elsewhere:1", alive_at=timezone.now())
    response = agency.post(url_of("retry", quarantined[0].pk), follow=True)
    assert "déjà en cours" in response.content.decode()


def test_retry_of_a_source_that_nobody_registered_is_refused(quarantined, agency):
    SourceRecord.objects.filter(pk=quarantined[0].pk).update(source="elsewhere")
    assert "Essayer de nouveau</button></form>" not in agency.get(url_of("inspect", quarantined[0].pk)).content.decode()
    response = agency.post(url_of("retry", quarantined[0].pk), follow=True)
    assert "ne peuvent pas être essayées de nouveau" in response.content.decode()


def test_offices_read_their_own_and_try_nothing_again(quarantined, understanding, verdon, salagon):
    html = verdon.get(url_of("list")).content.decode()
    assert f"Lieu {CHAPEL}" in html
    assert 'name="ticked"' not in html
    assert "reste en ligne" in verdon.get(url_of("inspect", quarantined[0].pk)).content.decode()
    assert blocked(salagon.get(url_of("inspect", quarantined[0].pk)))
    for office in (verdon, salagon):
        assert blocked(office.post(url_of("retry", quarantined[0].pk)))
        assert blocked(office.post(url_of("retry_several"), {"all": "yes"}))
    assert understanding == []


def test_retry_is_never_a_link(quarantined, agency):
    assert agency.get(url_of("retry", quarantined[0].pk)).status_code == 405
    assert agency.get(url_of("retry_several")).status_code == 405


def test_list_costs_the_same_with_1_and_with_30_rows(feed, agency):
    record = SourceRecord.objects.get(external_id=str(MILL))
    SourceRecord.objects.exclude(pk=record.pk).delete()
    SourceRecord.objects.filter(pk=record.pk).update(quarantine_reason="Sans nom.")
    run = ImportRun.objects.first()
    run.lines.all().delete()
    agency.get(url_of("list"))
    costs = []
    for rows in (1, 30):
        for number in range(1, rows):
            SourceRecord.objects.create(
                source="apidae",
                external_id=str(9000 + number),
                kind="UNKNOWN",
                quarantine_reason="Sans nom.",
                checksum="",
                seen_at=timezone.now(),
            )
        for found in SourceRecord.objects.all():
            run.lines.create(outcome="QUARANTINED", external_id=found.external_id, name="Nom lu")
        with CaptureQueriesContext(connection) as queries:
            page = agency.get(url_of("list"))
        assert len(page.context["object_list"]) == rows
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 25


def test_marked_json_is_escaped_piece_by_piece():
    marked = marked_json('{\n  "a<b": "<script>\\"x",\n  "n": [-1.5e3, true, null]\n}')
    assert "<script>" not in marked
    assert '<span class="tr-json__key">&quot;a&lt;b&quot;</span>' in marked
    assert '<span class="tr-json__number">-1.5e3</span>' in marked
    assert '<span class="tr-json__word">null</span>' in marked
