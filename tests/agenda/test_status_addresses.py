"""What the web app's addresses answer to those who do not run it: 200 with a title, 301, 404 or 410."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.actions import refold_event
from agenda.models import Event
from config.shell import address_of
from tests.agenda.apidae_feed import apidae, dataset_of, import_api
from tests.agenda.events import days, make_event
from tests.tourism.apidae.territories import structure, trail
from tourism.actions import refold_place, refold_trail
from tourism.models import Place, Story, StoryStep, Trail, Trigger

pytestmark = pytest.mark.django_db

SHELL = """<!doctype html><html lang="fr"><head><title>Traverse — Alpes de Haute-Provence</title>
<meta name="description" content="Agenda, lieux et balades." /></head>
<body><div id="app"></div><noscript><p>JavaScript.</p></noscript></body></html>"""


@pytest.fixture(autouse=True)
def shell(settings, tmp_path) -> str:
    (tmp_path / "index.html").write_text(SHELL)
    settings.PWA_DIST = tmp_path
    settings.PUBLIC_URL = "https://traverse.example"
    return SHELL


def said(subject, refold, **values):
    """A published object written by an office."""
    subject.overrides = {name.replace("_fr", ".fr"): {"value": value} for name, value in values.items()}
    return refold(subject, records=[])


def an_event() -> Event:
    return make_event("Fête", days(timezone.localdate()), **{"summary.fr": "Une fête."})


def a_place() -> Place:
    return said(Place(public_id="lieu"), refold_place, name_fr="Moulin", summary_fr="Un moulin.", kind="EQUIPEMENT")


def a_trail() -> Trail:
    return said(Trail(public_id="balade"), refold_trail, name_fr="Boucle", summary_fr="Une boucle.", practice="WALK")


REFOLD = {"event": refold_event, "place": refold_place, "trail": refold_trail}
MAKE = {"event": an_event, "place": a_place, "trail": a_trail}
kinds = pytest.mark.parametrize("kind", MAKE)


def withdraw(subject, *, replaced_by: str = "") -> None:
    type(subject).objects.filter(pk=subject.pk).update(
        published=False, withdrawn_at=timezone.now(), replaced_by=replaced_by
    )


def head_of(response) -> dict[str, str]:
    html = response.content.decode()
    found = {
        "title": r"<title>(.*?)</title>",
        "description": r'<meta name="description" content="(.*?)"',
        "canonical": r'<link rel="canonical" href="(.*?)"',
        "robots": r'<meta name="robots" content="(.*?)"',
    }
    return {name: match[1] for name, pattern in found.items() if (match := re.search(pattern, html))}


@kinds
def test_published_thing_has_its_title_its_summary_and_one_address(client, kind):
    subject = MAKE[kind]()
    response = client.get(f"/{kind}/{subject.public_id}?lang=it")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-cache")
    assert head_of(response) == {
        "title": f"{subject.title} — Traverse",
        "description": subject.summary["fr"]["text"],
        "canonical": f"https://traverse.example/{kind}/{subject.public_id}",
    }
    assert '<div id="app"></div>' in response.content.decode()


@kinds
def test_withdrawn_thing_is_gone_with_the_app_and_without_its_texts(client, kind):
    subject = MAKE[kind]()
    withdraw(subject)
    response = client.get(f"/{kind}/{subject.public_id}")
    assert (response.status_code, response["Cache-Control"]) == (410, "no-cache")
    assert "Content-Security-Policy" in response
    assert (head_of(response)["title"], head_of(response)["robots"]) == (
        "Cette fiche a été retirée — Traverse",
        "noindex",
    )
    page = response.content.decode()
    assert '<div id="app"></div>' in page and subject.title not in page
    assert '<a href="/agenda">' in page.split("<noscript>")[1]
    assert "Link" not in response


@kinds
def test_hidden_thing_is_gone(client, kind):
    subject = MAKE[kind]()
    subject.hidden = True
    REFOLD[kind](subject, records=[])
    assert client.get(f"/{kind}/{subject.public_id}").status_code == 410


@kinds
def test_thing_whose_heir_is_there_leads_to_it_and_the_way_is_not_kept_for_ever(client, kind):
    subject = MAKE[kind]()
    heir = make_event("Héritière", days(timezone.localdate()))
    withdraw(subject, replaced_by=f"/event/{heir.public_id}")
    response = client.get(f"/{kind}/{subject.public_id}")
    assert (response.status_code, response["Location"]) == (301, f"/event/{heir.public_id}")
    assert response["Cache-Control"] == "no-cache"
    assert response["Link"] == f'</event/{heir.public_id}>; rel="successor-version"'


def test_thing_whose_heir_was_withdrawn_too_is_gone_and_names_it(client):
    place, trail = a_place(), a_trail()
    withdraw(place, replaced_by="/trail/balade")
    withdraw(trail, replaced_by="/place/lieu")
    response = client.get("/place/lieu")
    assert (response.status_code, response["Link"]) == (410, '</trail/balade>; rel="successor-version"')
    assert '<a href="/trail/balade">Voir ce qui la remplace</a>' in response.content.decode()


@pytest.mark.parametrize("path", ["/event/rien", "/place/rien", "/trail/rien", "/story/rien", "/q/rien"])
def test_unknown_thing_is_not_found_and_the_app_says_so(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert head_of(response)["robots"] == "noindex"
    assert '<div id="app"></div>' in response.content.decode()


@kinds
def test_address_is_the_same_with_a_slash_at_its_end(client, kind):
    subject = MAKE[kind]()
    withdraw(subject)
    assert client.get(f"/{kind}/{subject.public_id}/").status_code == 410


def test_address_does_not_depend_on_the_language(client):
    event = an_event()
    first = client.get(f"/event/{event.public_id}", headers={"Accept-Language": "it"})
    withdraw(event)
    gone = client.get(f"/event/{event.public_id}", headers={"Accept-Language": "de"})
    assert head_of(first)["title"] == "Fête — Traverse"
    assert head_of(gone)["title"] == "Cette fiche a été retirée — Traverse"


def test_texts_of_a_source_cannot_leave_their_place_in_the_page(client):
    evil = '</title><script>alert("1")</script>\\1 & "'
    place = said(Place(public_id="lieu"), refold_place, name_fr=evil, summary_fr=evil, kind="EQUIPEMENT")
    page = client.get(f"/place/{place.public_id}").content.decode()
    assert "<script>" not in page
    assert "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\\1 &amp; &quot; — Traverse</title>" in page


def test_long_summary_is_cut_between_words(client):
    said(Place(public_id="lieu"), refold_place, name_fr="Moulin", summary_fr="mots et " * 60, kind="EQUIPEMENT")
    description = head_of(client.get("/place/lieu"))["description"]
    assert len(description) <= 161
    assert description.endswith(("mots…", "et…"))


def linked_data_of(page: bytes) -> dict:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.decode(), re.DOTALL)
    return json.loads(text)


def test_event_says_its_date_place_and_status_to_search_engines(client):
    today = timezone.localdate()
    event = an_event()
    event.overrides |= {
        "address": {"value": {"lines": ["Place du Bourg"], "postcode": "04000", "city": "Digne-les-Bains"}},
        "name.fr": {"value": "Fête </script><script>alert(1)</script>"},
    }
    refold_event(event, records=[])
    node = linked_data_of(client.get(f"/event/{event.public_id}").content)
    assert node["@id"] == f"https://traverse.example/event/{event.public_id}"
    assert node["name"] == "Fête </script><script>alert(1)</script>"
    assert node["startDate"].startswith(today.isoformat())
    assert node["location"]["address"]["addressLocality"] == "Digne-les-Bains"
    assert node["eventStatus"] == "https://schema.org/EventScheduled"
    event.overrides["status"] = {"value": "CANCELLED"}
    refold_event(event, records=[])
    node = linked_data_of(client.get(f"/event/{event.public_id}").content)
    assert node["eventStatus"] == "https://schema.org/EventCancelled"
    event.hidden = True
    refold_event(event, records=[])
    assert b"ld+json" not in client.get(f"/event/{event.public_id}").content


def test_programme_of_a_festival_is_told_in_as_many_statements(client):
    festival = an_event()
    address = {"address": {"value": {"lines": [], "postcode": "04000", "city": "Digne-les-Bains"}}}
    festival.overrides |= address
    refold_event(festival, records=[])
    counts = []
    for number in range(1, 6):
        part = make_event(f"Concert {number}", days(timezone.localdate()))
        part.overrides |= address
        part.part_of = festival
        refold_event(part, records=[])
        Event.objects.filter(pk=part.pk).update(part_of=festival)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(f"/event/{festival.public_id}").content
        counts.append(len(captured))
        assert len(linked_data_of(page)["subEvent"]) == number
    assert set(counts) == {2}
    with CaptureQueriesContext(connection) as captured:
        above = linked_data_of(client.get(f"/event/{part.public_id}").content)["superEvent"]
    assert (len(captured), above["@id"].rpartition("/")[2]) == (2, festival.public_id)
    festival.hidden = True
    refold_event(festival, records=[])
    assert "superEvent" not in linked_data_of(client.get(f"/event/{part.public_id}").content)


def test_address_of_a_thing_costs_one_statement_and_a_screen_none(client):
    event = an_event()
    counts = {}
    for path in (f"/event/{event.public_id}", "/event/rien", "/q/rien", "/story/rien", "/", "/agenda", "/page/a/b"):
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        counts[path] = len(captured)
    # An event also says its programme, and its pictures when it has some.
    assert list(counts.values()) == [2, 1, 1, 1, 0, 0, 0]


@pytest.fixture
def story() -> Story:
    story = Story.objects.create(
        public_id="recit", name={"fr": {"text": "Le loup"}}, intro={"fr": {"text": "Il court."}}
    )
    step = StoryStep.objects.create(story=story, public_id="halte", position=1, name={}, text={})
    Trigger.objects.create(step=step, kind="QR", code="loup1")
    Trigger.objects.create(step=step, kind="NUMBER", number="12")
    return story


def test_story_that_is_no_longer_told_is_gone_and_so_are_the_codes_on_its_signs(client, graphql, story):
    told = client.get("/story/recit")
    code = client.get("/q/LOUP1")
    Story.objects.update(published=False)
    gone = client.get("/story/recit"), client.get("/q/loup1")
    assert (told.status_code, head_of(told)["title"], code.status_code) == (200, "Le loup — Traverse", 200)
    assert [response.status_code for response in gone] == [410, 410]
    answer = graphql('{ story(id: "recit") { name } storyStep(code: "loup1") { stepId } }', errors=True)
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["GONE", "GONE"]


@pytest.mark.parametrize("code", ["%20", "12"])
def test_what_is_no_code_opens_nothing(client, story, code):
    assert client.get(f"/q/{code}").status_code == 404


def test_head_answers_as_get_does(client):
    event = an_event()
    withdraw(event)
    assert client.head(f"/event/{event.public_id}").status_code == 410


def test_manifest_of_a_withdrawn_trail_is_gone_and_of_an_unknown_one_not_found(client):
    withdraw(a_trail(), replaced_by="/trail/autre")
    response = client.get("/packs/balade/manifest.json")
    assert (response.status_code, response.json()) == (410, {"replacedBy": "/trail/autre"})
    assert client.get("/packs/rien/manifest.json").status_code == 404


def test_what_the_source_makes_another_kind_of_thing_leads_there_and_back(client):
    place = structure() | {"id": 9002, "type": "EQUIPEMENT"}
    with apidae(dataset_of(place)) as server:
        import_api(server)
        at_first = f"/place/{Place.objects.get().public_id}"
        server.dataset = dataset_of(trail())
        import_api(server)
        moved = client.get(at_first)
        then = f"/trail/{Trail.objects.get().public_id}"
        server.dataset = dataset_of(place)
        import_api(server)
        back = client.get(then)
        again = client.get(at_first)
        server.dataset = dataset_of(structure())
        import_api(server)
        gone = [client.get(path).status_code for path in (at_first, then)]
    assert (moved.status_code, moved["Location"]) == (301, then)
    assert (back.status_code, back["Location"], again.status_code) == (301, at_first, 200)
    assert gone == [410, 410]


@pytest.mark.parametrize("path", ["/", "/agenda", "/agenda/", "/places?kind=MUSEUM", "/page/venir", "/about", "/kept"])
def test_screen_of_the_app_is_there(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/zzz", "/en/event/abc", "/agenda/zzz", "/page/", "/event"])
def test_address_that_the_app_does_not_know_is_unknown(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert b'id="app"' in response.content, "The app says so in the visitor's language."


def test_screens_are_those_of_the_app(settings):
    router = (settings.BASE_DIR / "frontend-pwa/src/router.ts").read_text()
    screens = re.findall(r"\[/\^\\/(\w*)\$/", router)
    assert {"agenda", "kept"} <= set(screens)
    assert [address_of(f"/{screen}").status for screen in screens] == [200] * len(screens)
