"""Dates in the form of an event: every kind is typed and comes back; what they come to is told while they are typed."""

import json

import pytest
from django.utils import timezone

from agenda.models import Event
from tests.agenda.admin.event_form import ADD, EDIT, day, typed
from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import MOUSTIERS, dataset, errors_of, event_in, submit
from tourism.models import SourceRecord

MOVED_NOWHERE = '[{"day": "2026-01-01", "status": "moved"}]'
PREVIEW = "/admin/events/dates/"
MARKET = {
    "when_first": "01/07/2026",
    "when_last": "31/08/2026",
    "when_weekdays": ["2"],
    "when_start": "09:00",
    "when_end": "13:00",
    "when_except": "14/07/2026",
}

PAST = "Toutes ces dates sont passées."


def starts(event: Event) -> list[str]:
    return [f"{timezone.localtime(one.start):%Y-%m-%d %H:%M}" for one in event.occurrences.order_by("start")]


def saved_again(client, event: Event) -> dict:
    """The overrides after the form was opened and saved untouched."""
    assert submit(client, EDIT.format(event.pk)).status_code == 302
    event.refresh_from_db()
    return event.overrides


@pytest.mark.parametrize(
    "dates",
    [
        {"when_last": typed(day(300)), "when_nth": ["1", "-1"], "when_weekdays": ["7"], "when_start": "10:00"},
        {"when_endless": "on", "when_weekdays": ["2", "5"], "when_holidays": "also", "when_start": "22:00"},
        {"when_last": typed(day(90)), "when_weekdays": ["1"], "when_every": "2", "when_start": "10:00"},
        {"when_start": "10:00", "when_end": "12:00", "when_more_slots": "14h-18h, 20:30"},
        {"when_own_hours": f"{typed(day(9))} 18:00-20:00\n{typed(day(10))}", "when_start": "20:30"},
        {"when_last": typed(day(30)), "when_weekdays": ["3"], "when_holidays": "except"},
    ],
    ids=["monthly", "endless", "every-other-week", "slots", "own-hours", "not-on-holidays"],
)
def test_every_kind_of_dates_comes_back_as_typed_and_saving_again_changes_nothing(verdon, dates):
    response = submit(verdon, ADD, name__fr="Essai", when_first=typed(day(2)), **dates)
    assert response.status_code == 302, errors_of(response)
    event = Event.objects.get()
    form = verdon.get(EDIT.format(event.pk)).context["form"]
    assert not form.schedule_is_richer
    assert form.initial["when_first"] == day(2)
    before = dict(event.overrides)
    assert saved_again(verdon, event) == before


def test_several_hours_of_a_day_are_several_dates(verdon):
    submit(
        verdon,
        ADD,
        name__fr="Visite",
        when_first=typed(day(2)),
        when_start="10:00",
        when_end="12:00",
        when_more_slots="14h-18h, 20:30",
        when_own_hours=f"{typed(day(4))} 09:15",
    )
    assert starts(Event.objects.get()) == [f"{day(2)} 10:00", f"{day(2)} 14:00", f"{day(2)} 20:30", f"{day(4)} 09:15"]


def test_moved_date_with_a_remark_of_an_imported_event_keeps_its_rules(feed, verdon):
    period = {
        "identifiant": 1,
        "dateDebut": day(1).isoformat(),
        "dateFin": day(5).isoformat(),
        "type": "OUVERTURE_TOUS_LES_JOURS",
        "horaireOuverture": "10:00:00",
        "horaireFermeture": "12:00:00",
    }
    feed.dataset = dataset(event_in(1, MOUSTIERS, ouverture={"periodesOuvertures": [period]}))
    import_api(feed, confirmed=True)
    event = Event.objects.get(pk=SourceRecord.objects.get(external_id="5001").subject_id)
    moved = {
        "day": day(3).isoformat(),
        "status": "moved",
        "new_day": day(8).isoformat(),
        "note": {"fr": "Sous la halle"},
    }
    submit(verdon, EDIT.format(event.pk), when_changes=json.dumps([moved]), when_changes_rows="")
    event.refresh_from_db()
    assert starts(event) == [f"{day(offset)} 10:00" for offset in (1, 2, 4, 5, 8)]
    assert event.occurrences.order_by("start").last().note == {"fr": "Sous la halle"}
    form = verdon.get(EDIT.format(event.pk)).context["form"]
    assert form.initial["when_changes"] == [moved]
    before = dict(event.overrides)
    assert saved_again(verdon, event) == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"when_more_slots": "le matin"}, "when_more_slots"),
        ({"when_more_slots": "25:00"}, "when_more_slots"),
        ({"when_start": "10:00", "when_end": "12:00", "when_more_slots": "11:00"}, "when_more_slots"),
        ({"when_more_slots": "-18:00"}, "when_more_slots"),
        ({"when_own_hours": "demain 10:00"}, "when_own_hours"),
        ({"when_own_hours": "01/07/2030 -18:00"}, "when_own_hours"),
        ({"when_nth": ["1"]}, "when_weekdays"),
        ({"when_nth": ["7"]}, "when_nth"),
        ({"when_holidays": "also"}, "when_holidays"),
        ({"when_last": typed(day(9)), "when_every": "2"}, "when_every"),
        ({"when_last": typed(day(9)), "when_endless": "on"}, "when_last"),
        ({"when_first": "01/01/0001"}, "when_first"),
        ({"when_first": "31/12/9999"}, "when_first"),
        ({"when_last": "31/12/9999"}, "when_last"),
        ({"when_others": "01/07/2996"}, "when_others"),
        ({"when_own_hours": "01/07/0206 10:00"}, "when_own_hours"),
        ({"when_start": "25 h"}, "when_start"),
        ({"when_changes": "[{", "when_changes_rows": ""}, "when_changes"),
        ({"when_changes": MOVED_NOWHERE, "when_changes_rows": ""}, "when_changes"),
    ],
)
def test_dates_that_cannot_be_are_refused_at_their_field(verdon, changes, field):
    response = submit(verdon, ADD, **{"name__fr": "Fête", "when_first": typed(day(1))} | changes)
    assert list(errors_of(response)) == [field]
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "field", "typed_then"),
    [
        ("weekly", "when_weekdays", {"when_weekdays": ["2"], "when_endless": "on"}),
        ("monthly", "when_nth", {"when_nth": ["1"], "when_weekdays": ["2"], "when_endless": "on"}),
        ("range", "when_last", {"when_last": typed(day(3))}),
    ],
)
def test_kind_of_dates_is_not_saved_as_one_date_when_half_of_it_is_missing(verdon, kind, field, typed_then):
    half = {"when_kind": kind, "when_first": typed(day(1))}
    assert list(verdon.post(PREVIEW, half).json()["faults"]) == [field]
    assert list(errors_of(submit(verdon, ADD, name__fr="Marché", **half))) == [field]
    assert verdon.post(PREVIEW, half | typed_then).json()["faults"] == {}
    assert submit(verdon, ADD, name__fr="Marché", **half, **typed_then).status_code == 302
    assert Event.objects.get().occurrences.count() > 1


@pytest.mark.parametrize("kind", ["weekly", "single", "dates", "nonsense"])
def test_kind_of_dates_asks_for_nothing_that_the_dates_do_not_need(verdon, kind):
    whole = {"when_kind": kind, "when_first": typed(day(1)), "when_endless": "on"}
    assert verdon.post(PREVIEW, whole).json()["faults"] == {}
    assert verdon.post(PREVIEW, {"when_kind": kind}).json()["faults"] == {}


@pytest.mark.parametrize(
    ("start", "end", "more", "told"),
    [
        ("9h", "12h", "14h-18h", ["09:00–12:00", "14:00–18:00"]),
        ("9h30", "12H15", "14h30 - 18h", ["09:30–12:15", "14:30–18:00"]),
        ("9 h 30", "12 h", "14 h - 18 h 15", ["09:30–12:00", "14:00–18:15"]),
        ("09:30", "12:00:00", "14:00-18:00", ["09:30–12:00", "14:00–18:00"]),
    ],
)
def test_hours_are_read_as_people_write_them_in_the_preview_and_when_saved(verdon, start, end, more, told):
    hours = {"when_start": start, "when_end": end, "when_more_slots": more}
    preview = verdon.post(PREVIEW, {"when_first": typed(day(2))} | hours).json()
    assert [one["hours"] for one in preview["days"]] == told
    submit(verdon, ADD, name__fr="Visite", when_first=typed(day(2)), **hours)
    assert starts(Event.objects.get()) == [f"{day(2)} {one[:5]}" for one in told]


def messages_after(client, url: str, **fields) -> list[str]:
    answer = submit(client, url, **fields)
    return [str(message) for message in client.get(answer["Location"]).context["messages"]]


def test_dates_that_are_all_over_are_kept_and_it_is_said(verdon):
    over = {"when_first": typed(day(-9)), "when_last": typed(day(-7))}
    assert verdon.post(PREVIEW, over).json()["notes"] == [PAST]
    assert verdon.post(PREVIEW, over | {"when_last": typed(day(0))}).json()["notes"] == []
    assert PAST in messages_after(verdon, ADD, name__fr="Fête", **over)
    event = Event.objects.get()
    assert (event.first_date, event.last_date) == (day(-9), day(-7))
    url = EDIT.format(event.pk)
    assert PAST not in messages_after(verdon, url, organiser="Le comité"), "Its dates were not touched."
    assert PAST in messages_after(verdon, url, when_last=typed(day(-6)))
    assert PAST not in messages_after(verdon, url, when_last=typed(day(6)))


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"when_weekdays": ["7"], "when_except": "27/03/2051"}, "« sauf le »"),
        ({"when_weekdays": ["7"], "when_start": "02:30", "when_end": "03:30"}, "heure d’été"),
        ({"when_start": "09:00", "when_end": "09:00"}, "24 heures"),
    ],
)
def test_slip_in_the_dates_is_said_while_they_are_typed_and_when_they_are_saved(verdon, dates, words):
    dates = {"when_first": "01/03/2051", "when_last": "30/04/2051"} | dates
    (note,) = verdon.post(PREVIEW, dates).json()["notes"]
    assert words in note
    assert note in messages_after(verdon, ADD, name__fr="Fête", **dates)
    url = EDIT.format(Event.objects.get().pk)
    assert note not in messages_after(verdon, url, organiser="Le comité"), "Its dates were not touched."


def test_preview_tells_the_days_and_the_sentence_in_six_languages(verdon, django_assert_max_num_queries):
    verdon.get("/admin/")
    with django_assert_max_num_queries(8) as asked:
        told = verdon.post(PREVIEW, MARKET).json()
    assert not [query for query in asked.captured_queries if "agenda_event" in query["sql"]]
    assert told["faults"] == {}
    assert [one["day"] for one in told["days"]] == [
        "2026-07-07",
        "2026-07-21",
        "2026-07-28",
        "2026-08-04",
        "2026-08-11",
        "2026-08-18",
        "2026-08-25",
    ]
    assert told["days"][0]["hours"] == "09:00–13:00"
    assert sorted(told["sentences"]) == ["de", "en", "es", "fr", "it", "nl"]
    assert "tous les mardis" in told["sentences"]["fr"]


def test_preview_of_one_week_of_two_and_of_the_second_monday_of_each_month(verdon):
    other = {"when_first": "01/07/2026", "when_last": "31/08/2026", "when_weekdays": ["1"], "when_every": "2"}
    told = verdon.post(PREVIEW, other).json()
    assert [one["day"] for one in told["days"]] == [
        "2026-07-06",
        "2026-07-20",
        "2026-08-03",
        "2026-08-17",
        "2026-08-31",
    ]
    assert told["sentences"]["fr"].startswith("un lundi sur deux")
    monthly = {"when_first": "01/07/2026", "when_last": "30/09/2026", "when_weekdays": ["1"], "when_nth": ["2"]}
    told = verdon.post(PREVIEW, monthly).json()
    assert [one["day"] for one in told["days"]] == ["2026-07-13", "2026-08-10", "2026-09-14"]
    assert told["sentences"]["fr"].startswith("le 2e lundi du mois")


def test_preview_says_what_is_wrong_at_its_field_and_what_is_a_slip(verdon):
    told = verdon.post(PREVIEW, MARKET | {"when_last": "01/06/2026"}).json()
    assert list(told["faults"]) == ["when_last"]
    assert told["days"] == []
    told = verdon.post(PREVIEW, MARKET | {"when_except": "15/07/2026"}).json()
    assert [note for note in told["notes"] if note != PAST] == ["Un jour de « sauf le » n’est pas une de ces dates."]
    assert len(told["days"]) == 8
    told = verdon.post(PREVIEW, {"when_first": "01/07/2026", "when_start": "22:00", "when_end": "02:00"}).json()
    assert told["days"][0]["hours"] == "22:00, jusqu’à 02:00 le lendemain"


def test_preview_of_a_change_keeps_the_schedule_in_force(verdon):
    rich = {
        "version": 1,
        "periods": [{"id": "a", "first": "2026-07-01", "last": "2026-07-02", "hours": [{"slots": [{}]}]}],
    }
    rich["periods"].append({"id": "b", "first": "2026-08-01", "last": "2026-08-02", "hours": [{"slots": [{}]}]})
    told = verdon.post(PREVIEW, {"base": json.dumps(rich), "when_cancelled": "02/07/2026"}).json()
    assert [(one["day"], one["status"]) for one in told["days"]] == [
        ("2026-07-01", "scheduled"),
        ("2026-07-02", "cancelled"),
        ("2026-08-01", "scheduled"),
        ("2026-08-02", "scheduled"),
    ]
    assert verdon.post(PREVIEW, {"base": "[" * 100_000}).json()["days"] == []


def test_preview_is_for_editors_and_by_post_only(client, verdon):
    assert client.post(PREVIEW, MARKET).status_code == 302
    assert verdon.get(PREVIEW).status_code == 405


def test_event_of_one_s_own_joins_a_festival_whose_page_lists_it(verdon, graphql):
    submit(verdon, ADD, name__fr="Festival", when_first=typed(day(1)), when_last=typed(day(5)))
    festival = Event.objects.get()
    response = submit(verdon, ADD, name__fr="Concert", when_first=typed(day(2)), part_of=festival.pk)
    assert response.status_code == 302, errors_of(response)
    asked = "query One($id: ID!) { event(id: $id) { programme { name } } }"
    assert graphql(asked, id=festival.public_id)["event"]["programme"] == [{"name": "Concert"}]
    concert = Event.objects.exclude(pk=festival.pk).get()
    response = submit(verdon, EDIT.format(festival.pk), part_of=concert.pk)
    assert list(errors_of(response)) == ["part_of"]


def test_festival_of_another_office_cannot_be_chosen(verdon, salagon):
    submit(salagon, ADD, name__fr="Festival", when_first=typed(day(1)))
    response = submit(verdon, ADD, name__fr="Concert", when_first=typed(day(2)), part_of=Event.objects.get().pk)
    assert list(errors_of(response)) == ["part_of"]


def test_event_that_is_nowhere_is_kept_and_it_is_said(verdon):
    nowhere = "Ni commune ni lieu"
    fields = {"name__fr": "Fête", "when_first": typed(day(3))}
    assert any(said.startswith(nowhere) for said in messages_after(verdon, ADD, **fields))
    assert Event.objects.count() == 1
    assert not any(said.startswith(nowhere) for said in messages_after(verdon, ADD, **fields, commune_code="04135"))
