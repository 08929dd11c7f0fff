"""Events in the back office: one's own in one form, dates of imported ones."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from agenda.enums import EventStatus
from agenda.models import Event
from tests.agenda.admin.event_form import ADD, EDIT, day, typed
from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import MOUSTIERS, dataset, errors_of, event_in, submit
from tourism.models import Commune, Office, Place, SourceRecord

AGENDA = """
query ($from: DateTime!, $until: DateTime!) {
  agenda(from: $from, until: $until, first: 20) {
    edges { node { id name start end status venue remaining categories commune { name } free } }
  }
}
"""


def agenda(graphql, first: int = 0, last: int = 30) -> list[dict]:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    window = {"from": midnight + timedelta(days=first), "until": midnight + timedelta(days=last + 1)}
    answer = graphql(AGENDA, **{name: moment.isoformat() for name, moment in window.items()})
    return [edge["node"] for edge in answer["agenda"]["edges"]]


@pytest.fixture
def imported(feed) -> Event:
    """The imported event of the Verdon's office, tomorrow in the feed's time."""
    return Event.objects.get(pk=SourceRecord.objects.get(external_id="5001").subject_id)


def test_own_event_is_in_the_agenda_at_once(verdon, graphql):
    response = submit(
        verdon,
        ADD,
        name__fr="Veillée de contes",
        name__en="Story evening",
        summary__fr="Autour du four.",
        when_first=typed(day(3)),
        when_start="20:30",
        when_end="22:00",
        event_categories=["SHOW", "CHILDREN"],
        venue="Salle des fêtes",
        commune_code="04135",
        price_free="yes",
    )
    assert response.status_code == 302, errors_of(response)
    event = Event.objects.get()
    assert (event.office.slug, event.published, event.public_id.isalnum()) == ("verdon", True, True)
    (node,) = agenda(graphql)
    start = timezone.localtime(datetime.fromisoformat(node["start"]))
    assert (start.date(), f"{start:%H:%M}") == (day(3), "20:30")
    expected = {
        "id": event.public_id,
        "name": "Veillée de contes",
        "status": "SCHEDULED",
        "venue": "Salle des fêtes",
        "remaining": 1,
        "categories": ["SHOW", "CHILDREN"],
        "commune": {"name": "Moustiers-Sainte-Marie"},
        "free": True,
    }
    assert {name: node[name] for name in expected} == expected


def test_weekly_event_until_a_day_without_one_date_and_with_another(verdon, graphql):
    first = day(1)
    response = submit(
        verdon,
        ADD,
        name__fr="Marché",
        when_first=typed(first),
        when_last=typed(first + timedelta(days=21)),
        when_weekdays=[str(first.isoweekday())],
        when_start="tôt",
    )
    assert list(errors_of(response)) == ["when_start"]
    submit(
        verdon,
        ADD,
        name__fr="Marché",
        when_first=typed(first),
        when_last=typed(first + timedelta(days=21)),
        when_weekdays=[str(first.isoweekday())],
        when_start="08:00",
        when_end="12:30",
        when_except=typed(first + timedelta(days=7)),
        when_others=typed(first + timedelta(days=9)),
        when_cancelled=typed(first + timedelta(days=14)),
    )
    event = Event.objects.get()
    dates = [(timezone.localtime(o.start).date(), o.status) for o in event.occurrences.order_by("start")]
    assert dates == [
        (first, EventStatus.SCHEDULED),
        (first + timedelta(days=9), EventStatus.SCHEDULED),
        (first + timedelta(days=14), EventStatus.CANCELLED),
        (first + timedelta(days=21), EventStatus.SCHEDULED),
    ]
    assert agenda(graphql)[0]["remaining"] == 4


def test_dates_typed_come_back_in_the_form_and_saving_again_changes_nothing(verdon):
    submit(
        verdon,
        ADD,
        name__fr="Stage",
        when_first=typed(day(2)),
        when_last=typed(day(5)),
        when_start="22:00",
        when_end="01:00",
        when_full=typed(day(3)),
    )
    event = Event.objects.get()
    before = dict(event.overrides)
    form = verdon.get(EDIT.format(event.pk)).context["form"]
    assert (form.initial["when_first"], form.initial["when_last"]) == (day(2), day(5))
    assert form.initial["when_full"] == [day(3)]
    assert not form.schedule_is_richer
    submit(verdon, EDIT.format(event.pk))
    event.refresh_from_db()
    assert event.overrides == before
    assert event.occurrences.count() == 4


def test_place_gives_its_commune_and_its_point_to_a_new_event(verdon):
    office = Office.objects.get(slug="verdon")
    hall = Place.objects.create(
        public_id="salle",
        title="Salle",
        office=office,
        commune=Commune.objects.get(code="04135"),
        latitude=43.8,
        longitude=6.2,
    )
    submit(verdon, ADD, name__fr="Bal", when_first=typed(day(1)), place=hall.pk)
    event = Event.objects.get()
    assert (event.place, event.commune_id, event.latitude, event.longitude) == (hall, "04135", 43.8, 6.2)


def test_place_of_another_office_cannot_be_chosen(verdon):
    other = Place.objects.create(
        public_id="musee", title="Musée", name={"fr": {"text": "Musée"}}, office=Office.objects.get(slug="salagon")
    )
    response = submit(verdon, ADD, name__fr="Bal", when_first=typed(day(1)), place=other.pk)
    assert list(errors_of(response)) == ["place"]
    assert "Musée" not in response.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"when_first": ""}, "when_first"),
        ({"when_first": "demain"}, "when_first"),
        ({"when_first": "31/02/2027"}, "when_first"),
        ({"when_last": "01/01/2020"}, "when_last"),
        ({"when_last": "01/01/2999"}, "when_last"),
        ({"when_weekdays": ["1"]}, "when_last"),
        ({"when_weekdays": ["9"]}, "when_weekdays"),
        ({"when_others": "bientôt"}, "when_others"),
        ({"when_others": "1/1/2027 " * 250}, "when_others"),
        ({"when_end": "25:00"}, "when_end"),
        ({"event_categories": ["PARTY"]}, "event_categories"),
        ({"status": "MAYBE"}, "status"),
        ({"name__fr": ""}, "name__fr"),
        ({"office": ""}, "office"),
        ({"place": "1 OR 1=1"}, "place"),
    ],
)
def test_bad_event_is_refused_with_a_sentence_and_not_created(verdon, changes, field):
    given = {"name__fr": "Fête", "when_first": typed(day(1))} | changes
    response = submit(verdon, ADD, **given)
    assert list(errors_of(response)) == [field]
    assert Event.objects.count() == 0


def test_cancelling_one_date_keeps_the_source_s_rules(feed, imported, verdon):
    period = {
        "identifiant": 1,
        "dateDebut": day(1).isoformat(),
        "dateFin": day(10).isoformat(),
        "type": "OUVERTURE_TOUS_LES_JOURS",
        "horaireOuverture": "10:00:00",
        "horaireFermeture": "12:00:00",
    }
    feed.dataset = dataset(event_in(1, MOUSTIERS, ouverture={"periodesOuvertures": [period]}))
    import_api(feed, confirmed=True)
    submit(verdon, EDIT.format(imported.pk), when_cancelled=typed(day(4)))
    imported.refresh_from_db()
    statuses = {timezone.localtime(o.start).date(): o.status for o in imported.occurrences.all()}
    assert [found for found, status in statuses.items() if status == EventStatus.CANCELLED] == [day(4)]
    assert len(statuses) == 10
    assert sorted(imported.overrides) == ["schedule_changes"]


def test_status_of_an_imported_event_survives_and_is_given_back(feed, imported, verdon):
    submit(verdon, EDIT.format(imported.pk), status="CANCELLED")
    feed.dataset = dataset(event_in(1, MOUSTIERS, nom={"libelleFr": "Fête renommée"}))
    import_api(feed, confirmed=True)
    imported.refresh_from_db()
    assert (imported.status, imported.title) == (EventStatus.CANCELLED, "Fête renommée")
    submit(verdon, EDIT.format(imported.pk), give_back="status")
    imported.refresh_from_db()
    assert imported.status == EventStatus.SCHEDULED


def test_copy_opens_a_form_with_the_values_and_saves_an_entry_of_one_s_own(imported, verdon):
    url = f"/admin/snippets/agenda/event/copy/{imported.pk}/"
    assert verdon.get(url).context["form"].initial["name__en"] == "Fair number 1"
    response = submit(verdon, url, to=ADD, name__fr="Fête de l’an prochain", when_first=typed(day(20)))
    assert response.status_code == 302
    copied = Event.objects.exclude(pk__in=SourceRecord.objects.values("subject_id")).get()
    assert copied.title == "Fête de l’an prochain"
    assert copied.public_id != imported.public_id
    imported.refresh_from_db()
    assert (imported.title, imported.overrides) == ("Fête numéro 1", {})


def test_own_event_deleted_by_the_agency_leaves_the_agenda(verdon, agency, graphql):
    submit(verdon, ADD, name__fr="Essai", when_first=typed(day(1)))
    event = Event.objects.get()
    assert len(agenda(graphql)) == 1
    assert agency.post(f"/admin/snippets/agenda/event/delete/{event.pk}/").status_code == 302
    assert (Event.objects.count(), agenda(graphql)) == (0, [])


def test_imported_event_is_never_deleted(imported, agency):
    agency.post(f"/admin/snippets/agenda/event/delete/{imported.pk}/")
    agency.post(f"/admin/bulk/agenda/event/delete/?id={imported.pk}", {"id": imported.pk})
    assert Event.objects.filter(pk=imported.pk).exists()


def test_dashboard_shows_the_events_of_the_week_of_one_s_office(verdon, salagon):
    submit(verdon, ADD, name__fr="Concert à venir", when_first=typed(day(2)), when_start="21:00")
    assert "Concert à venir" in verdon.get("/admin/").content.decode()
    assert "Concert à venir" not in salagon.get("/admin/").content.decode()
