"""Who said so, since when: imports and edits of one object in one line, field by field."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from agenda.models import Event
from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import CHAPEL, MOUSTIERS, blocked, dataset, place, submit
from tourism.models import ImportRun, Office, Place, SourceRecord

EDIT = "/admin/snippets/tourism/place/edit/{}/"


def history(client, subject, **query):
    url = reverse(type(subject).snippet_viewset.get_url_name("field_history"), args=[subject.pk])
    return client.get(url, query)


def told(page) -> list[tuple[str, list[str]]]:
    """(who, changed keys) of each moment, the newest first."""
    return [(moment.by, [row.key for row in moment.rows]) for moment in page.context["moments"]]


@pytest.fixture
def chapel(feed) -> Place:
    """The imported place of the Verdon's office."""
    return Place.objects.get(pk=SourceRecord.objects.get(external_id=str(CHAPEL)).subject_id)


def test_imports_and_edits_come_in_one_line_the_newest_first(feed, chapel, verdon, agency):
    submit(verdon, EDIT.format(chapel.pk), name__en="Chapel on the cliff", latitude="43,9")
    feed.dataset = dataset(place(CHAPEL, MOUSTIERS, nom={"libelleFr": "Renommé", "libelleEn": "Renamed"}))
    run = import_api(feed, confirmed=True)
    submit(verdon, EDIT.format(chapel.pk), give_back="name.en")
    page = history(agency, chapel)
    moments = told(page)
    assert [by for by, _keys in moments] == ["Sacha Martel", "Apidae Tourisme", "Sacha Martel", "Apidae Tourisme"]
    assert moments[0][1] == ["name.en"]
    assert {"name.en", "name.fr"} <= set(moments[1][1])
    assert moments[2][1] == ["latitude", "name.en"]
    html = page.content.decode()
    assert "Rendu à la source : Nom, English" in html
    assert reverse(ImportRun.snippet_viewset.get_url_name("inspect"), args=[run.pk]) in html


def test_one_field_alone_with_what_is_in_force(feed, chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), name__en="Chapel on the cliff", latitude="43,9")
    page = history(verdon, chapel, field="name.en")
    assert told(page) == [("Sacha Martel", ["name.en"])]
    now = page.context["now"]
    assert (now["value"], now["by"], now["edited"]) == ("Chapel on the cliff", "Sacha Martel", True)
    now = history(verdon, chapel, field="summary.fr").context["now"]
    assert (now["value"], now["by"], now["edited"]) == ("Résumé de la source", "Apidae Tourisme", False)
    assert "n’a pas changé" in history(verdon, chapel, field="summary.fr").content.decode()
    commune = history(verdon, chapel, field="commune_code").context["now"]
    assert commune["value"] == "Moustiers-Sainte-Marie"


def test_each_mark_of_the_form_leads_to_the_history_of_its_field(chapel, verdon):
    html = verdon.get(EDIT.format(chapel.pk)).content.decode()
    url = reverse(Place.snippet_viewset.get_url_name("field_history"), args=[chapel.pk])
    assert f'href="{url}?field=name.fr"' in html
    assert f'href="{url}?field=contacts"' in html
    assert f'href="{url}"' in html


def test_values_of_several_fields_are_told_in_words(chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), contact_phone="04 92 00 00 00", price_free="yes")
    html = history(verdon, chapel).content.decode()
    assert "<ins>Téléphone : 04 92 00 00 00</ins>" in html
    assert "<ins>Gratuit</ins>" in html
    assert "&quot;kind&quot;" not in html
    entry = ModelLogEntry.objects.get(action="tourism.edit")
    assert {change["label"] for change in entry.data["changes"]} == {"Contacts", "Tarifs"}


def test_dates_are_told_as_a_sentence(feed, verdon):
    event = Event.objects.get(pk=SourceRecord.objects.get(external_id="5001").subject_id)
    submit(
        verdon,
        f"/admin/snippets/agenda/event/edit/{event.pk}/",
        when_first="14/07/2027",
        when_last="",
        when_start="21:00",
        when_end="",
        when_others="",
        when_except="",
    )
    html = history(verdon, event, field="schedule").content.decode().replace("\xa0", " ")
    assert "14 juillet" in html
    assert "21 h" in html
    assert "periods" not in html


def test_typing_the_source_s_value_again_is_told_as_given_back(chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), name__en="Chapel")
    submit(verdon, EDIT.format(chapel.pk), name__en=f"Place {CHAPEL}")
    last, first = ModelLogEntry.objects.filter(action="tourism.edit").order_by("-timestamp", "-pk")
    assert (last.data["changes"][0]["given_back"], "given_back" in first.data["changes"][0]) == (True, False)


def test_office_and_hiding_are_told_with_their_values(chapel, agency):
    office = Office.objects.get(slug="salagon")
    submit(agency, EDIT.format(chapel.pk), office=office.pk, hidden="on")
    html = history(agency, chapel).content.decode()
    assert f"<ins>{office.name}</ins>" in html
    assert "<ins>oui</ins>" in html


def test_quarantine_and_its_reason_are_told(feed, chapel, verdon):
    broken = place(CHAPEL, MOUSTIERS)
    del broken["nom"]
    feed.dataset = dataset(broken)
    import_api(feed, confirmed=True)
    page = history(verdon, chapel)
    assert [moment.title for moment in page.context["moments"]] == ["En quarantaine", "Créé"]
    assert SourceRecord.objects.get(external_id=str(CHAPEL)).quarantine_reason in page.content.decode()


def test_dry_runs_and_objects_of_another_source_with_the_same_number_are_not_told(feed, chapel, agency):
    feed.dataset = dataset(place(CHAPEL, MOUSTIERS, nom={"libelleFr": "Essai"}))
    import_api(feed, dry_run=True, confirmed=True)
    other = ImportRun.objects.create(source="geotrek", status="SUCCEEDED")
    other.lines.create(outcome="UPDATED", external_id=str(CHAPEL), changes={"name.fr": ["Autre", "Chose"]})
    html = history(agency, chapel).content.decode()
    assert "Essai" not in html
    assert "Chose" not in html


def test_entry_of_one_s_own_has_a_history_too(offices, verdon):
    submit(verdon, "/admin/snippets/tourism/place/add/", name__fr="Four", kind="PATRIMOINE_CULTUREL")
    own = Place.objects.get()
    submit(verdon, EDIT.format(own.pk), name__fr="Four communal")
    page = history(verdon, own)
    assert [moment.title for moment in page.context["moments"]] == ["Modifié ici", "Saisi ici"]
    assert "<ins>communal</ins>" in page.content.decode()


def test_runs_are_links_only_for_those_who_may_open_them(chapel, verdon, agency):
    assert "voir l’import" in history(agency, chapel).content.decode()
    assert "voir l’import" not in history(verdon, chapel).content.decode()


def test_another_office_does_not_see_it(chapel, salagon):
    assert blocked(history(salagon, chapel))


def test_odd_fields_and_pages_are_answered(chapel, verdon):
    for query in ({"field": "' OR 1=1"}, {"field": "\x00" * 9}, {"field": "name." * 50}, {"p": "-4"}, {"field": "<b>"}):
        response = history(verdon, chapel, **query)
        assert response.status_code == 200
        assert "<b>" not in response.content.decode().partition("tr-page")[2].partition("</form>")[0]


def test_edits_logged_by_an_older_version_are_still_told(chapel, verdon):
    submit(verdon, EDIT.format(chapel.pk), name__en="Chapel")
    entry = ModelLogEntry.objects.get(action="tourism.edit")
    entry.data = {"changes": [{"label": "Contacts", "key": "contacts", "language": ""}, {"label": "sans clé"}]}
    entry.save()
    page = history(verdon, chapel)
    assert [row.note for row in page.context["moments"][0].rows] == ["modifié"]
    assert (
        "Modifié : Contacts ; sans clé"
        in verdon.get(f"/admin/snippets/tourism/place/history/{chapel.pk}/").content.decode()
    )


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "Personne n’a encore rien modifié ici."),
        ({"timestamp_from": "2026-01-01"}, "Rien ne correspond à ces filtres."),
    ],
)
def test_history_without_any_edit_says_so_in_good_french(chapel, verdon, query, sentence):
    page = verdon.get(reverse(Place.snippet_viewset.get_url_name("history"), args=[chapel.pk]), query)
    html = page.content.decode()
    assert sentence in html
    assert "pas de entrées" not in html.replace("&#x27;", "'")


def test_page_costs_the_same_with_1_and_with_30_moments(chapel, agency):
    run = ImportRun.objects.first()
    history(agency, chapel)
    costs = []
    for moments in (1, 30):
        run.lines.all().delete()
        for number in range(moments):
            run.lines.create(
                outcome="UPDATED",
                external_id=str(CHAPEL),
                changes={"name.fr": ["a", str(number)], "commune_code": ["04135", "04088"]},
            )
        with CaptureQueriesContext(connection) as queries:
            page = history(agency, chapel)
        assert len(page.context["moments"]) == moments
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 25
