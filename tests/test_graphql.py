"""The door of GraphQL: methods, limits, errors, caches, statements."""

import json
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.actions import refold_event
from agenda.models import Event
from cms.cursors import encode_cursor
from config.graphql.documents import checked_document, persisted_documents
from config.packs import operation_name
from config.schema import schema
from tests.agenda.events import days, make_event
from tourism.actions import refold_place, refold_trail
from tourism.models import Place, Story, StoryStep, Trail, Trigger

pytestmark = pytest.mark.django_db
AGENDA = """query($first: Int!) { agenda(first: $first) { edges { node {
    id name start end status venue commune { name } free image { small } categories } }
    pageInfo { hasNextPage endCursor } } }"""


def tomorrow(count: int = 1):
    return days(*(timezone.localdate() + timedelta(days=1 + day) for day in range(count)))


def post(client, body, content_type="application/json"):
    return client.post("/graphql", body if isinstance(body, str) else json.dumps(body), content_type=content_type)


def codes(response) -> list[str]:
    return [error["extensions"]["code"] for error in response.json()["errors"]]


def persisted(client, operation: str, headers=None, **variables):
    identifier = {operation_name(source): key for key, source in persisted_documents().items()}[operation]
    return client.get("/graphql", {"id": identifier, "variables": json.dumps(variables)}, headers=headers or {})


def test_agenda_costs_two_statements_whatever_its_length(client):
    for number in range(35):
        make_event(f"E{number}", tomorrow(3), commune_code="04070")
    post(client, {"query": AGENDA, "variables": {"first": 1}})
    statements = []
    for first in (1, 30):
        with CaptureQueriesContext(connection) as captured:
            answer = post(client, {"query": AGENDA, "variables": {"first": first}}).json()
        assert len(answer["data"]["agenda"]["edges"]) == first
        statements.append(len(captured))
    assert statements == [2, 2]


def test_total_count_costs_a_statement_only_when_asked_for(client):
    make_event("E", tomorrow())
    with CaptureQueriesContext(connection) as captured:
        answer = post(client, {"query": "{ agenda { totalCount edges { node { name } } } }"}).json()
    assert answer["data"]["agenda"]["totalCount"] == 1
    assert len(captured) == 3


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        ("query={__typename}", "application/x-www-form-urlencoded", 415),
        ("{ not json", "application/json", 400),
        ("[]", "application/json", 400),
        ('{"query": 3}', "application/json", 400),
        ('{"query": "{__typename}", "variables": []}', "application/json", 200),
        ('{"query": "{__typename}", "variables": [1]}', "application/json", 400),
        ('{"query": "{ nothing }"}', "application/json", 400),
        ('{"query": "{ agenda("}', "application/json", 400),
        (json.dumps({"query": "{ __typename }" + "#" * 30_000}), "application/json", 413),
        (json.dumps({"query": "query { communes { " + "name " * 2_500 + "} }"}), "application/json", 400),
    ],
)
def test_bad_requests_get_a_clear_answer(client, body, content_type, status):
    response = post(client, body, content_type)
    assert response.status_code == status
    assert response["Content-Type"] == "application/json"
    if status != 200:
        assert all(error["message"] and error["extensions"]["code"] for error in response.json()["errors"])


def test_too_many_aliases_are_refused(client):
    aliases = " ".join(f"a{number}: __typename b{number}: communes {{ code }}" for number in range(40))
    assert codes(post(client, {"query": f"{{ {aliases} }}"})) == ["TOO_COSTLY"]


def test_too_deep_a_document_is_refused(client, settings):
    settings.GRAPHQL = {**settings.GRAPHQL, "max_depth": 3}
    checked_document.cache_clear()
    deep = post(client, {"query": "{ agenda { edges { node { ...Name } } } } fragment Name on EventCard { name }"})
    shallow = post(client, {"query": "{ agenda { pageInfo { hasNextPage } } }"})
    checked_document.cache_clear()
    assert codes(deep) == ["TOO_COSTLY"]
    assert shallow.status_code == 200


def test_fragments_in_a_circle_are_refused(client):
    circle = "{ ...A } fragment A on Query { communes { code } ...B } fragment B on Query { ...A }"
    assert post(client, {"query": circle}).status_code == 400


def test_too_costly_a_document_is_refused(client):
    lists = " ".join(
        f"a{number}: agenda(first: 100) {{ edges {{ node {{ id name summary venue }} }} }}" for number in range(20)
    )
    assert "TOO_COSTLY" in codes(post(client, {"query": f"{{ {lists} }}"}))


@pytest.mark.parametrize(
    "arguments",
    [
        "first: 0",
        "first: 101",
        'after: "garbage"',
        "near: {latitude: 91, longitude: 6}",
        "near: {latitude: 44, longitude: 6, radius: 0}",
        'from: "2026-01-02T00:00:00"',
        'from: "2026-01-02T00:00:00Z", until: "2026-01-01T00:00:00Z"',
    ],
)
def test_bad_arguments_get_bad_input(client, arguments):
    assert codes(post(client, {"query": f"{{ agenda({arguments}) {{ edges {{ cursor }} }} }}"})) == ["BAD_INPUT"]


@pytest.mark.parametrize("bbox", ["[1, 2, 3]", "[7, 43, 5, 45]"])
def test_bad_box_gets_bad_input(client, bbox):
    assert codes(post(client, {"query": f"{{ places(bbox: {bbox}) {{ edges {{ cursor }} }} }}"})) == ["BAD_INPUT"]


def test_unexpected_error_shows_no_detail(client, monkeypatch):
    def fail():
        raise RuntimeError("secret path /etc/passwd")

    monkeypatch.setattr("tourism.schema.query.all_communes", fail)
    response = post(client, {"query": "{ communes { code } }"})
    assert codes(response) == ["INTERNAL"]
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize("field", ["event", "place", "trail", "story"])
def test_unknown_object_is_not_found(client, field):
    response = post(client, {"query": f'{{ {field}(id: "nothing") {{ name }} }}'})
    assert (response.json()["data"], codes(response)) == ({field: None}, ["NOT_FOUND"])


def test_persisted_question_is_answered_from_the_cache_until_something_changes(
    client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        make_event("Concert", tomorrow())
    public_id = Event.objects.get().public_id
    variables = {"id": public_id, "from": timezone.now().isoformat(), "language": "fr"}
    first = persisted(client, "Event", **variables)
    with CaptureQueriesContext(connection) as captured:
        second = persisted(client, "Event", **variables)
    assert first.json()["data"]["event"]["name"] == "Concert"
    assert (second.content, second["ETag"], len(captured)) == (first.content, first["ETag"], 1)
    assert first["Cache-Control"].startswith("public, max-age=")
    assert not first.has_header("Vary") or "Cookie" not in first["Vary"]
    unchanged = persisted(client, "Event", {"If-None-Match": first["ETag"]}, **variables)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    with django_capture_on_commit_callbacks(execute=True):
        make_event("Autre", tomorrow())
    event = Event.objects.get(public_id=public_id)
    event.overrides["name.fr"]["value"] = "Grand concert"
    with django_capture_on_commit_callbacks(execute=True):
        refold_event(event, records=[])
    third = persisted(client, "Event", {"If-None-Match": first["ETag"]}, **variables)
    assert third.json()["data"]["event"]["name"] == "Grand concert"


def test_failed_answer_is_not_kept_for_others(client):
    response = persisted(client, "Event", id="nothing", language="fr", **{"from": timezone.now().isoformat()})
    assert codes(response) == ["NOT_FOUND"]
    assert response["Cache-Control"] == "private, no-store"


def test_unknown_persisted_id_says_so(client):
    response = client.get("/graphql", {"id": "0" * 64})
    assert (response.status_code, codes(response)) == (404, ["NOT_FOUND"])


def test_allow_list_refuses_everything_else(client, settings):
    settings.GRAPHQL = {**settings.GRAPHQL, "persisted_only": True}
    assert post(client, {"query": "{ communes { code } }"}).status_code == 403
    assert client.get("/graphql", headers={"Accept": "text/html"}).status_code == 403
    assert persisted(client, "AgendaFacets", language="fr", **{"from": timezone.now().isoformat()}).status_code == 200


def test_mutations_do_not_exist(client):
    assert codes(post(client, {"query": "mutation { delete }"})) == ["BAD_INPUT"]


def test_console_is_shown_to_browsers_and_asks_nothing_of_other_hosts(client):
    page = client.get("/graphql", headers={"Accept": "text/html"}).content.decode()
    assert "graphiql.min.js" in page
    assert "http://" not in page and "https://" not in page


def test_every_question_of_the_web_app_is_valid():
    documents = persisted_documents()
    assert len(documents) > 10
    assert {operation_name(source): checked_document(source, trusted=True).errors for source in documents.values()} == {
        operation_name(source): () for source in documents.values()
    }


def test_every_field_is_described():
    missing = []
    for name, kind in schema.graphql_schema.type_map.items():
        if name.startswith("__") or name in ("String", "Int", "Float", "Boolean", "ID"):
            continue
        if not kind.description:
            missing.append(name)
        for field_name, field in getattr(kind, "fields", {}).items():
            if not field.description:
                missing.append(f"{name}.{field_name}")
    assert missing == []


def test_schema_file_is_fresh(settings):
    assert (settings.BASE_DIR / "schema.graphql").read_text().strip() == str(schema).strip()


CARDS = {
    "places": "{ places(first: %d) { edges { node { id name kind commune { name } image { small } categories } } } }",
    "trails": "{ trails(first: %d) { edges { node { id name distance outline commune { name } image { small } } } } }",
}


@pytest.mark.parametrize("field", CARDS)
def test_lists_cost_one_statement_whatever_their_length(client, field):
    model, refold = {"places": (Place, refold_place), "trails": (Trail, refold_trail)}[field]
    for number in range(31):
        subject = model(public_id=f"{field}{number}")
        said = {"name.fr": f"Nom {number}", "commune_code": "04070", "kind": "EQUIPEMENT", "practice": "WALK"}
        subject.overrides = {key: {"value": value} for key, value in said.items()}
        refold(subject, records=[])
    statements = []
    for first in (1, 30):
        with CaptureQueriesContext(connection) as captured:
            answer = post(client, {"query": CARDS[field] % first}).json()
        assert len(answer["data"][field]["edges"]) == first
        statements.append(len(captured))
    assert statements == [1, 1]


def test_trail_page_costs_at_most_twelve_statements(client):
    subject = Trail(public_id="balade")
    line = [[6.22 + step / 1000, 43.84, 600.0] for step in range(20)]
    said = {"name.fr": "La balade", "commune_code": "04135", "practice": "WALK", "line": line}
    subject.overrides = {key: {"value": value} for key, value in said.items()}
    refold_trail(subject, records=[])
    for number in range(10):
        place = Place(public_id=f"lieu{number}")
        said = {"name.fr": f"Lieu {number}", "kind": "RESTAURATION", "latitude": 43.841, "longitude": 6.221}
        place.overrides = {key: {"value": value} for key, value in said.items()}
        refold_place(place, records=[])
    story = Story.objects.create(public_id="recit", name={"fr": {"text": "Récit"}}, trail=subject)
    for position in range(1, 7):
        step = StoryStep.objects.create(
            story=story, public_id=f"halte{position}", position=position, name={"fr": {"text": "H"}}, text={}
        )
        Trigger.objects.create(step=step, kind="NUMBER", number=str(100 + position))
    with CaptureQueriesContext(connection) as captured:
        answer = persisted(client, "Trail", id="balade", language="fr").json()["data"]["trail"]
    assert (len(answer["places"]), len(answer["story"]["steps"])) == (8, 6)
    assert len(captured) <= 12


def test_fragments_spread_in_fragments_are_measured_at_once(client):
    fragments = "fragment F0 on Query { communes { code } } "
    fragments += " ".join(f"fragment F{n} on Query {{ ...F{n - 1} ...F{n - 1} }}" for n in range(1, 150))
    begin = time.perf_counter()
    response = post(client, {"query": f"{{ ...F149 }} {fragments}"})
    assert codes(response) == ["TOO_COSTLY"]
    assert time.perf_counter() - begin < 30


@pytest.mark.parametrize(
    ("first", "refused"),
    [("first: 5", False), ("first: 100", True), ("first: $n", True), ("", False)],
)
def test_cost_counts_the_length_of_lists(client, settings, first, refused):
    settings.GRAPHQL = {**settings.GRAPHQL, "max_cost": 300}
    arguments = f"({first})" if first else ""
    query = f"query($n: Int) {{ agenda{arguments} {{ edges {{ cursor node {{ id name }} }} }} }}"
    if "$n" not in first:
        query = query.replace("query($n: Int) ", "")
    checked_document.cache_clear()
    response = post(client, {"query": query, "variables": {"n": 5}})
    checked_document.cache_clear()
    assert ("errors" in response.json()) == refused


FORGED = [
    ("places", ["a", 2**70]),
    ("places", [None, 1]),
    ("trails", ["a", "b"]),
    ("agenda", [False, "yesterday", 1]),
    ("agenda", [False, "2026-11-25T00:00:00+00:00", 2**70]),
    ("agenda", [1, "2026-11-25T00:00:00+00:00", 1]),
]


@pytest.mark.parametrize(("field", "key"), FORGED)
def test_forged_cursors_get_bad_input(client, field, key):
    query = f'{{ {field}(after: "{encode_cursor(key)}") {{ edges {{ cursor }} }} }}'
    assert codes(post(client, {"query": query})) == ["BAD_INPUT"]


def test_cursor_of_a_list_by_title_does_not_fit_one_by_distance(client):
    near = "near: {latitude: 44, longitude: 6}"
    query = f'{{ trails({near}, after: "{encode_cursor(["a", 1])}") {{ edges {{ cursor }} }} }}'
    assert codes(post(client, {"query": query})) == ["BAD_INPUT"]


@pytest.mark.parametrize(
    "query",
    [
        '{ agenda(from: "0001-01-01T00:00:00Z") { edges { cursor } } }',
        '{ agenda(until: "9999-12-31T23:00:00-10:00") { edges { cursor } } }',
        '{ search(text: "a", from: "2026-11-25T00:00:00") { totalCount } }',
    ],
)
def test_impossible_dates_get_bad_input(client, query):
    assert codes(post(client, {"query": query})) == ["BAD_INPUT"]


def test_hidden_object_is_gone(client):
    event = make_event("Concert", tomorrow())
    event.hidden = True
    refold_event(event, records=[])
    assert codes(post(client, {"query": f'{{ event(id: "{event.public_id}") {{ name }} }}'})) == ["GONE"]


def test_each_text_says_its_language(client):
    place = Place(public_id="moulin")
    said = {"name.fr": "Moulin", "name.de": "Mühle", "summary.fr": "Un moulin.", "description.en": "A mill."}
    place.overrides = {key: {"value": value} for key, value in said.items()}
    refold_place(place, records=[])
    fields = "name language summary summaryLanguage description descriptionLanguage"
    answer = post(client, {"query": f'{{ place(id: "moulin", language: de) {{ {fields} }} }}'}).json()
    assert answer["data"]["place"] == {
        "name": "Mühle",
        "language": "de",
        "summary": "Un moulin.",
        "summaryLanguage": "fr",
        "description": "A mill.",
        "descriptionLanguage": "en",
    }
