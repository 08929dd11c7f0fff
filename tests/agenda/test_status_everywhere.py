"""Each status that a source or an office may give, in each answer that a visitor may get.

Sources are read over HTTP from the simulator; answers are those to the web app's own questions.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from agenda.actions import refold_event
from agenda.models import Event, Occurrence
from agenda.sources.imports import refresh_public_objects
from config.graphql.documents import persisted_documents
from config.packs import build_pack, operation_name
from search.index import rebuild_index
from tests.agenda.apidae_feed import apidae, dataset_of, import_api
from tests.agenda.walks import LINE, walk
from tests.agenda.written_exports import export_of_files
from tests.agenda.written_exports import read as read_export
from tests.pack_reading import pack_content, read_pack
from tests.tourism.apidae.territories import event, structure, territory
from tourism.actions import edit_subject
from tourism.apidae.simulator import Dataset
from tourism.models import Place, Story, Trail
from tourism.schema.resolving import was_public

pytestmark = pytest.mark.django_db
CANCELLED, FULL, UNCONFIRMED = 6176, 6564, 4187
Ask = Callable[..., dict[str, Any]]
SOON = 3


@pytest.fixture
def ask(client) -> Ask:
    """`ask(operation, **variables)`: the answer to one of the web app's questions, errors and all."""
    identifiers = {operation_name(source): key for key, source in persisted_documents().items()}

    def answer(operation: str, **variables: Any) -> dict[str, Any]:
        # A kept answer ends with the data version, which rises after commit: never inside a test's transaction.
        cache.clear()
        values = json.dumps({"language": "fr"} | variables)
        return client.get("/graphql", {"id": identifiers[operation], "variables": values}).json()

    return answer


@pytest.fixture
def start() -> datetime:
    """Now, in the calendar of the simulated source."""
    return timezone.now()


def on(number: int, *statuses: int, days: tuple[int, ...] = (SOON,), **changes: Any) -> dict[str, Any]:
    """An event of the source some days from today, with APIDAE's numbers of its statuses."""
    today = timezone.localdate()
    periods = [
        {
            "identifiant": 100 * number + day,
            "dateDebut": (today + timedelta(days=day)).isoformat(),
            "dateFin": (today + timedelta(days=day)).isoformat(),
            "type": "OUVERTURE_TOUS_LES_JOURS",
            "horaireOuverture": "18:00:00",
            "horaireFermeture": "20:00:00",
        }
        for day in days
    ]
    opening = {"periodesOuvertures": periods, "ouverturesComplementaires": [{"id": status} for status in statuses]}
    return event(number, ouverture=opening) | changes


def read(*objects: dict[str, Any]) -> None:
    with apidae(dataset_of(*objects)) as server:
        run = import_api(server)
    assert not run.error, run.error
    rebuild_index()


def window(start: datetime) -> dict[str, str]:
    return {"from": start.isoformat(), "until": (start + timedelta(days=30)).isoformat()}


def nodes(answer: dict[str, Any], field: str) -> list[dict[str, Any]]:
    assert "errors" not in answer, answer
    return [edge["node"] for edge in answer["data"][field]["edges"]]


def codes(answer: dict[str, Any]) -> list[str]:
    return [error["extensions"]["code"] for error in answer.get("errors", ())]


def statuses_of(ask: Ask, found: Event, start: datetime) -> dict[str, Any]:
    """The status of one event in every answer that shows events, by the name of the question."""
    shown = ask("Event", id=found.public_id, **{"from": start.isoformat()})["data"]["event"]
    today = window(start)
    lists = {
        "Agenda": nodes(ask("Agenda", first=50, **today), "agenda"),
        "SlotEvents": nodes(ask("SlotEvents", first=50, **{"from": today["from"]}), "agenda"),
    }
    evening = {"tonight": today["from"], "tonightEnd": today["until"]}
    weekend = {"weekend": today["from"], "weekendEnd": today["until"]}
    front = ask("Today", **evening, **weekend)
    lists |= {f"Today.{name}": nodes(front, name) for name in ("tonight", "weekend")}
    near = {"latitude": found.latitude, "longitude": found.longitude, "radius": 500}
    lists["NearMe"] = nodes(ask("NearMe", near=near, **today), "agenda")
    by_question: dict[str, Any] = {
        name: [(card["status"], card["eventStatus"]) for card in cards if card["id"] == found.public_id]
        for name, cards in lists.items()
    }
    found_again = nodes(ask("Search", text=found.title, kinds=["EVENT"], first=50), "search")
    by_question["Search"] = [hit["status"] for hit in found_again if hit["id"] == found.public_id]
    by_question["Event"] = shown["status"]
    by_question["Event.occurrences"] = [one["status"] for one in shown["occurrences"]]
    return by_question


LISTS = ("Agenda", "SlotEvents", "Today.tonight", "Today.weekend", "NearMe")


def everywhere(status: str) -> dict[str, Any]:
    return {
        **{name: [(status, status)] for name in LISTS},
        "Search": [status],
        "Event": status,
        "Event.occurrences": [status],
    }


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ([], "SCHEDULED"),
        ([CANCELLED], "CANCELLED"),
        ([FULL], "FULL"),
        ([UNCONFIRMED], "UNCONFIRMED"),
        ([UNCONFIRMED, FULL, CANCELLED], "CANCELLED"),
        ([4190], "SCHEDULED"),
    ],
    ids=["none", "cancelled", "full", "unconfirmed", "all three", "cancelled in bad weather"],
)
def test_status_of_an_event_is_in_every_answer(ask, start, given, status):
    read(on(1, *given))
    found = Event.objects.get()
    assert (found.status, Occurrence.objects.get().status) == (status, status)
    assert statuses_of(ask, found, start) == everywhere(status)


@pytest.mark.parametrize("status", ["CANCELLED", "FULL", "POSTPONED", "UNCONFIRMED"])
def test_status_that_an_office_gives_is_in_every_answer_and_outlives_the_next_import(ask, start, status):
    with apidae(dataset_of(on(1))) as server:
        import_api(server)
        edit_subject(Event.objects.get(), kind="EVENT", values={"status": status}, by="Ada", refold=refold_event)
        server.dataset = dataset_of(on(1, nom={"libelleFr": "Renommée"}))
        import_api(server)
    rebuild_index()
    found = Event.objects.get()
    assert found.title == "Renommée"
    assert statuses_of(ask, found, start) == everywhere(status)


@pytest.mark.parametrize("status", ["cancelled", "full", "postponed"])
def test_status_of_one_date_is_that_of_this_date_and_not_of_the_series(ask, start, status):
    read(on(1, days=(SOON, SOON + 7)))
    found = Event.objects.get()
    first_day = (timezone.localdate() + timedelta(days=SOON)).isoformat()
    schedule = found.facts["schedule"] | {"overrides": [{"day": first_day, "status": status, "note": {"fr": "Orage."}}]}
    edit_subject(found, kind="EVENT", values={"schedule": schedule}, by="Ada", refold=refold_event)
    rebuild_index()
    name = status.upper()
    assert statuses_of(ask, Event.objects.get(), start) == {
        **{question: [(name, "SCHEDULED")] for question in LISTS},
        "Search": ["SCHEDULED"],
        "Event": "SCHEDULED",
        "Event.occurrences": [name, "SCHEDULED"],
    }
    dates = ask("Event", id=found.public_id, **{"from": start.isoformat()})["data"]["event"]["occurrences"]
    assert [one["note"] for one in dates] == ["Orage.", None]
    # Once the date is over, the card is that of the next one.
    after = datetime.fromisoformat(dates[0]["end"]) + timedelta(minutes=1)
    assert [card["status"] for card in nodes(ask("Agenda", first=50, **window(after)), "agenda")] == ["SCHEDULED"]


def test_search_says_that_all_dates_of_an_event_were_cancelled_one_by_one(ask, start):
    read(on(1, days=(SOON, SOON + 7)))
    found = Event.objects.get()
    days = [(timezone.localdate() + timedelta(days=SOON + later)).isoformat() for later in (0, 7)]
    off = [{"day": day, "status": status} for day, status in zip(days, ("cancelled", "postponed"), strict=True)]
    schedule = found.facts["schedule"] | {"overrides": off}
    edit_subject(found, kind="EVENT", values={"schedule": schedule}, by="Ada", refold=refold_event)
    rebuild_index()
    assert statuses_of(ask, Event.objects.get(), start)["Search"] == ["CANCELLED"]


def test_status_of_the_parts_of_a_festival_is_in_its_programme_and_that_of_the_festival_in_its_parts(ask, start):
    read(on(1, UNCONFIRMED), on(2, CANCELLED))
    festival, part = Event.objects.order_by("title")
    Event.objects.filter(pk=part.pk).update(part_of=festival)
    whole = ask("Event", id=festival.public_id, **{"from": start.isoformat()})["data"]["event"]
    piece = ask("Event", id=part.public_id, **{"from": start.isoformat()})["data"]["event"]
    assert [(card["status"], card["eventStatus"]) for card in whole["programme"]] == [("CANCELLED", "CANCELLED")]
    assert piece["partOf"]["status"] == "UNCONFIRMED"


def venue(**changes: Any) -> dict[str, Any]:
    return structure() | {"type": "PATRIMOINE_CULTUREL", "nom": {"libelleFr": "La chapelle"}} | changes


CLOSED = {"ouverture": {"fermeTemporairement": "FERME_TEMPORAIREMENT"}}
OPEN = {"ouverture": {"fermeTemporairement": "NON_FERME"}}


@pytest.mark.parametrize(("opening", "closed"), [(CLOSED, True), (OPEN, False)])
def test_place_closed_for_now_says_so_in_every_answer(ask, start, opening, closed):
    concert = on(1)
    concert["localisation"]["lieuObjetTouristique"] = {"type": "PATRIMOINE_CULTUREL", "id": 9001}
    neighbour = venue(id=9003, nom={"libelleFr": "Le musée"})
    read(venue(**opening), neighbour, concert)
    chapel, museum = Place.objects.get(title="La chapelle"), Place.objects.get(title="Le musée")
    near = {"latitude": chapel.latitude, "longitude": chapel.longitude, "radius": 500}
    detail = ask("Place", id=chapel.public_id)["data"]["place"]
    happening = ask("Event", id=Event.objects.get().public_id, **{"from": start.isoformat()})["data"]["event"]
    lists = {
        "Places": nodes(ask("Places", first=50), "places"),
        "SlotPlaces": nodes(ask("SlotPlaces", first=50), "places"),
        "NearMe": nodes(ask("NearMe", near=near, **window(start)), "places"),
        "Place.nearby": ask("Place", id=museum.public_id)["data"]["place"]["nearby"],
        "Event.place": [happening["place"]],
        "Search": nodes(ask("Search", text="chapelle", first=50), "search"),
    }
    shown = {
        name: [card["temporarilyClosed"] for card in cards if card["id"] == chapel.public_id]
        for name, cards in lists.items()
    }
    assert shown == dict.fromkeys(lists, [closed])
    assert detail["temporarilyClosed"] is closed
    assert detail["openingNow"]["known"] is closed
    assert detail["openingNow"]["open"] is False
    # Nobody said that what was to happen there is cancelled: the place says that it is closed, not the event.
    assert happening["status"] == "SCHEDULED"


def test_event_at_a_place_that_closes_later_shows_it_as_closed(ask, start):
    concert = on(1)
    concert["localisation"]["lieuObjetTouristique"] = {"type": "PATRIMOINE_CULTUREL", "id": 9001}
    shown = []
    with apidae(dataset_of(venue(**OPEN), concert)) as server:
        for opening in (OPEN, CLOSED, OPEN):
            server.dataset = dataset_of(venue(**opening), concert)
            import_api(server)
            answer = ask("Event", id=Event.objects.get().public_id, **{"from": start.isoformat()})
            shown.append(answer["data"]["event"]["place"]["temporarilyClosed"])
    assert shown == [False, True, False]


@pytest.fixture
def walks() -> Iterator[Callable[..., Trail]]:
    """`walks(**changes)` reads the source again: one walk with its line, joined to one place; gives the walk."""
    base = territory(0)
    with apidae(dataset_of()) as server:

        def read_walk(**changes: Any) -> Trail:
            server.dataset = Dataset(
                objects=[walk(server) | changes, venue()],
                elements_reference=base.elements_reference,
                communes=base.communes,
                media=lambda path: (LINE, "application/gpx+xml") if path == "trace.gpx" else None,
            )
            import_api(server)
            found = Trail.objects.get()
            found.places.set(Place.objects.all())
            rebuild_index()
            return found

        yield read_walk


def test_walk_closed_for_now_says_so_in_every_answer_and_in_its_pack(ask, start, walks, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    found = walks()
    Story.objects.create(public_id="recit", name={"fr": {"text": "Récit"}}, trail=found)
    place = Place.objects.get()
    near = {"latitude": found.latitude, "longitude": found.longitude, "radius": 500}

    def shown() -> dict[str, Any]:
        packed = read_pack(pack_content(build_pack(Trail.objects.get())))
        answers = {
            name: [json.loads(packed[f"answers/{name}.{code}.json"][1]) for code in ("fr", "it")]
            for name in ("Trail", "Story")
        }
        return {
            "Trail": ask("Trail", id=found.public_id)["data"]["trail"]["temporarilyClosed"],
            "Trails": nodes(ask("Trails", first=50), "trails")[0]["temporarilyClosed"],
            "Search": nodes(ask("Search", text="cretes", kinds=["TRAIL"], first=5), "search")[0]["temporarilyClosed"],
            "SlotTrails": nodes(ask("SlotTrails", first=50), "trails")[0]["temporarilyClosed"],
            "NearMe": nodes(ask("NearMe", near=near, **window(start)), "trails")[0]["temporarilyClosed"],
            "Today": ask(
                "Today",
                tonight=start.isoformat(),
                tonightEnd=window(start)["until"],
                weekend=start.isoformat(),
                weekendEnd=window(start)["until"],
            )["data"]["trails"]["edges"][0]["node"]["temporarilyClosed"],
            "Place.trails": ask("Place", id=place.public_id)["data"]["place"]["trails"][0]["temporarilyClosed"],
            "Story": ask("Story", id="recit")["data"]["story"]["trail"]["temporarilyClosed"],
            "SlotStories": ask("SlotStories")["data"]["stories"][0]["trail"]["temporarilyClosed"],
            "pack: Trail": [answer["trail"]["temporarilyClosed"] for answer in answers["Trail"]],
            "pack: Story": [answer["story"]["trail"]["temporarilyClosed"] for answer in answers["Story"]],
        }

    opened = shown()
    version = build_pack(Trail.objects.get()).version
    walks(**CLOSED)
    closed = shown()
    assert opened == {name: [False, False] if "pack" in name else False for name in opened}
    assert closed == {name: [True, True] if "pack" in name else True for name in closed}
    # Who keeps the walk is offered the pack that says so.
    assert build_pack(Trail.objects.get()).version != version


def in_lists(ask: Ask, start: datetime) -> dict[str, int]:
    """How many objects each list and the search have."""
    found = ask("Search", text="numero", first=50)
    return {
        "Agenda": len(nodes(ask("Agenda", first=50, **window(start)), "agenda")),
        "AgendaFacets": sum(
            one["count"] for one in ask("AgendaFacets", **window(start))["data"]["agendaFacets"]["categories"]
        ),
        "Search": len(nodes(found, "search")),
    }


def export(tmp_path, *objects: dict[str, Any], deleted: tuple[int, ...] = (), complete: bool = False) -> None:
    """Read objects as an export gives them, those that are hidden too."""
    files: dict[str, Any] = {
        "objets_modifies/objets_modifies-1.json": list(objects),
        "objets_supprimes.json": list(deleted),
    }
    run = read_export(export_of_files(tmp_path, files), complete=complete)
    assert not run.error, run.error
    rebuild_index()


HERE = {"Agenda": 1, "AgendaFacets": 1, "Search": 1}
NOWHERE = {"Agenda": 0, "AgendaFacets": 0, "Search": 0}


@pytest.mark.parametrize("state", ["HIDDEN", "NEW", "ARCHIVED"])
def test_what_the_source_never_showed_is_in_no_list_and_unknown(ask, start, tmp_path, state):
    export(tmp_path, on(1, state=state))
    public_id = Event.objects.get().public_id
    assert in_lists(ask, start) == NOWHERE
    assert codes(ask("Event", id=public_id, **{"from": start.isoformat()})) == ["NOT_FOUND"]


def aged() -> None:
    """As if what was read was read yesterday: times of runs are kept by the second."""
    Event.objects.update(created_at=timezone.now() - timedelta(days=1))


@pytest.mark.parametrize(
    "change",
    [
        lambda tmp_path: export(tmp_path, on(1, state="HIDDEN")),
        lambda tmp_path: export(tmp_path, on(1, state="DELETED")),
        lambda tmp_path: export(tmp_path, on(1, state="TRASH")),
        lambda tmp_path: export(tmp_path, deleted=(5001,)),
        lambda tmp_path: edit_hidden(),
    ],
    ids=["hidden", "deleted", "in the bin", "in the list of deleted", "hidden by the office"],
)
def test_what_is_no_longer_shown_is_in_no_list_and_gone(ask, start, tmp_path, change):
    export(tmp_path, on(1))
    aged()
    before = in_lists(ask, start)
    change(tmp_path)
    rebuild_index()
    public_id = Event.objects.get().public_id
    assert (before, in_lists(ask, start)) == (HERE, NOWHERE)
    assert codes(ask("Event", id=public_id, **{"from": start.isoformat()})) == ["GONE"]
    export(tmp_path, on(1, nom={"libelleFr": "Numéro revenu"}))
    Event.objects.update(hidden=False)
    refold_event(Event.objects.get())
    rebuild_index()
    assert in_lists(ask, start) == HERE
    assert codes(ask("Event", id=public_id, **{"from": start.isoformat()})) == []


def edit_hidden() -> None:
    found = Event.objects.get()
    found.hidden = True
    refold_event(found)


@pytest.mark.parametrize(
    ("facts", "columns", "expected"),
    [
        ({"state": "PUBLISHED", "expires_on": "2026-11-24"}, {}, True),
        ({"state": "PUBLISHED", "publish_from": "2026-11-26"}, {}, False),
        (
            {"state": "PUBLISHED", "publish_from": "2026-11-26"},
            {"withdrawn_at": datetime(2026, 11, 1, tzinfo=UTC)},
            True,
        ),
        ({"state": "DELETED"}, {}, True),
        ({"state": "LINKED"}, {}, False),
        ({"state": "HIDDEN"}, {}, False),
        ({"state": "HIDDEN"}, {"origins": {"state": {"source": "apidae", "since": "2026-11-20T03:00:00+00:00"}}}, True),
        (
            {"state": "HIDDEN"},
            {"origins": {"state": {"source": "apidae", "since": "2026-11-01T03:00:00+00:00"}}},
            False,
        ),
        ({"state": "HIDDEN"}, {"replaced_by": "/place/autre"}, True),
        ({}, {"title": ""}, False),
        ({}, {"title": "", "hidden": True}, True),
    ],
)
def test_what_was_shown_once_is_told_from_what_never_was(monkeypatch, facts, columns, expected):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 25))
    columns = {"title": "Fête", "created_at": datetime(2026, 11, 1, 3, 1, tzinfo=UTC)} | columns
    assert was_public(Event(published=False, facts=facts, **columns)) is expected


@pytest.mark.parametrize(
    ("key", "later", "before", "after", "code"),
    [
        ("dateExpiration", timedelta(days=1), HERE, NOWHERE, "GONE"),
        ("datePublication", timedelta(days=-1), HERE, NOWHERE, "NOT_FOUND"),
    ],
    ids=["past its last day", "before its first day"],
)
def test_what_is_out_of_its_days_of_publication_is_shown_nowhere(
    ask, start, monkeypatch, key, later, before, after, code
):
    today = timezone.localdate()
    expiration = {"expirationAction": "MASQUER_AUTOMATIQUEMENT", key: today.isoformat()}
    read(on(1, expiration=expiration))
    public_id = Event.objects.get().public_id
    assert in_lists(ask, start) == before
    # The night after, or the night before: nothing came from the source.
    monkeypatch.setattr(timezone, "localdate", lambda *_arguments: today + later)
    refresh_public_objects()
    rebuild_index()
    assert in_lists(ask, start) == after
    assert codes(ask("Event", id=public_id, **{"from": start.isoformat()})) == [code]
