"""The agenda for calendars and feed readers, over HTTP."""

import json
import re
from datetime import date, datetime, time, timedelta

import icalendar
import pytest
from defusedxml import ElementTree
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.actions import refold_event
from agenda.enums import Audience, EventCategory
from agenda.exports.kept import KeptBytes
from agenda.models import Event
from agenda.sources.imports import refresh_public_objects
from cms.actions import raise_data_version
from tests.agenda.events import days, make_event
from tests.agenda.told import SOON, says, told
from tests.agenda.venues import venue
from tourism.actions import edit_subject, refold_place
from tourism.enums import APIDAE
from tourism.models import SourceRecord
from tourism.schedule import Hours, Period, Schedule, Slot, spoken_date
from tourism.schedule.ical import write_events

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = {"lines": ["Place du Bourg"], "postcode": "04000", "city": "Digne-les-Bains"}


@pytest.fixture(autouse=True)
def public_site(settings):
    settings.PUBLIC_URL = "https://traverse.example/"


def an_event(name: str = "Fête", *, when: date | None = None, **values) -> Event:
    return make_event(name, days(when or timezone.localdate() + timedelta(days=3)), address=ADDRESS, **values)


def events_in(response) -> list[icalendar.Event]:
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return icalendar.Calendar.from_ical(response.content).walk("VEVENT")


def names_in(response) -> list[str]:
    return sorted(str(event["summary"]) for event in events_in(response))


def test_event_is_one_calendar_file_with_its_date_place_and_address(client):
    event = an_event(**{"summary.fr": "Une fête.", "summary.it": "Una festa."})
    (written,) = events_in(client.get(f"/event/{event.public_id}.ics"))
    day = timezone.localdate() + timedelta(days=3)
    begins = written["dtstart"].dt
    assert (begins.date() if isinstance(begins, datetime) else begins) == day
    assert str(written["url"]) == f"https://traverse.example/event/{event.public_id}"
    assert str(written["location"]) == "Place du Bourg, 04000 Digne-les-Bains"
    assert str(written["description"]).startswith("Une fête.")
    assert written["status"] == "CONFIRMED"
    (italian,) = events_in(client.get(f"/event/{event.public_id}.ics?lang=it"))
    assert str(italian["description"]).startswith("Una festa.")
    assert str(italian["uid"]) == str(written["uid"]), "The same event in every language."


@pytest.mark.parametrize(("status", "told"), [("CANCELLED", "CANCELLED"), ("UNCONFIRMED", "TENTATIVE")])
def test_change_of_state_is_told_under_the_same_number_with_a_later_sequence(client, status, told):
    event = an_event()
    (before,) = events_in(client.get(f"/event/{event.public_id}.ics"))
    event.overrides["status"] = {"value": status, "by": "Sacha", "at": timezone.now().isoformat()}
    refold_event(event, records=[])
    (after,) = events_in(client.get(f"/event/{event.public_id}.ics"))
    assert (str(after["uid"]), after["status"]) == (str(before["uid"]), told)
    assert after["sequence"] > before["sequence"]


def test_sequence_never_goes_back_and_rises_twice_in_one_minute_for_what_calendars_tell_only(client):
    event = told(APIDAE, "1", "Bal", schedule=days(SOON), commune_code="04112")

    def given() -> int:
        return int(events_in(client.get(f"/event/{event.public_id}.ics"))[0]["sequence"])

    def edit(**values) -> None:
        edit_subject(Event.objects.get(), kind="EVENT", values=values, by="Zoé", refold=refold_event)

    numbers = [given()]
    for changes in (
        {"schedule": days(SOON + timedelta(days=1))},
        # The source's dates again.
        {"schedule": days(SOON)},
        {"status": "CANCELLED"},
        {"name.fr": "Grand bal"},
        {"venue": "Salle des fêtes"},
    ):
        edit(**changes)
        numbers.append(given())
    assert numbers == sorted(set(numbers)), numbers
    edit(**{"summary.fr": "Avec un orchestre."})
    says(APIDAE, "1", organiser="La commune")
    assert given() == numbers[-1], "What no calendar needs to be told again."
    Event.objects.all().delete()
    SourceRecord.objects.all().delete()
    assert told(APIDAE, "1", "Bal", schedule=days(SOON)).sequence >= numbers[0]


def test_file_tells_what_is_over_too_since_the_year_before(client):
    """Who noted a date keeps it when the file is read again; and the first day stays where it is for a year."""
    today = timezone.localdate()
    first = date((today - timedelta(days=366)).year, 1, 1)
    told_of = [first, today - timedelta(days=40), today + timedelta(days=3)]
    event = make_event("Bal", days(first - timedelta(days=1), *told_of), address=ADDRESS)
    for path in (f"/event/{event.public_id}.ics", "/agenda.ics"):
        assert sorted(written["dtstart"].dt.date() for written in events_in(client.get(path))) == told_of


def test_event_that_was_withdrawn_is_gone_and_another_unknown(client):
    event = an_event()
    event.hidden = True
    refold_event(event, records=[])
    assert client.get(f"/event/{event.public_id}.ics").status_code == 410
    assert client.get("/event/rien.ics").status_code == 404


def test_calendar_has_what_is_not_over_and_only_what_is_asked_for(client):
    an_event("Concert", event_categories=["CONCERT"], price={"free": True})
    an_event("Marché", event_categories=["MARKET"], price={"free": False})
    an_event("Passé", when=timezone.localdate() - timedelta(days=9))
    hidden = an_event("Caché")
    hidden.hidden = True
    refold_event(hidden, records=[])
    assert names_in(client.get("/agenda.ics")) == ["Concert", "Marché"]
    assert names_in(client.get("/agenda.ics?category=CONCERT")) == ["Concert"]
    assert names_in(client.get("/agenda.ics?category=CONCERT&category=MARKET")) == ["Concert", "Marché"]
    assert names_in(client.get("/agenda.ics?free=1")) == ["Concert"]
    assert names_in(client.get("/agenda.ics?commune=05061")) == []


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("commune=Digne-les-Bains", "commune"),
        ("category=PARTY", "category"),
        ("free=yes", "free"),
        ("near=44.1", "near"),
        ("near=44.1,6.2,9000000", "near"),
        ("near=nan,6.2", "near"),
        ("near=1e400,6.2,10", "near"),
        ("near=44,6,1e400", "near"),
        ("lang=zz", "lang"),
    ],
)
@pytest.mark.parametrize("path", ["/agenda.ics", "/agenda.atom"])
def test_filter_that_cannot_be_understood_is_said(client, path, query, word):
    response = client.get(f"{path}?{query}")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert response.content.decode().startswith(word)


def test_point_and_radius_choose_what_is_near(client):
    an_event("Ici", latitude=44.09, longitude=6.23)
    an_event("Loin", latitude=43.8, longitude=5.8)
    assert names_in(client.get("/agenda.ics?near=44.1,6.23,5000")) == ["Ici"]


def test_calendar_of_many_events_costs_as_many_statements_as_that_of_one(client):
    counts = []
    for number in range(3):
        an_event(f"Fête {number}")
        with CaptureQueriesContext(connection) as captured:
            client.get("/agenda.ics")
        counts.append(len(captured))
    assert counts == [3, 3, 3], "How new the agenda is, its dates, its events."


def test_program_that_asks_again_is_told_that_nothing_changed(client):
    an_event()
    first = client.get("/agenda.ics")
    again = client.get("/agenda.ics", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "public, max-age=3600"


@pytest.fixture
def weekly(monkeypatch):
    """Some weekly markets, and the uids of those that had to be written, in order."""
    hours = (Hours(slots=(Slot(time(9), time(12)),)),)
    for number in range(1, 8):
        market = Period("p", first=date(2020, 1, 1), weekdays=(number,), hours=hours)
        make_event(f"Marché {number}", Schedule(periods=(market,)).to_json(), address=ADDRESS)
    written = []

    def count(entry, **asked):
        written.append(entry.summary["fr"])
        return write_events(entry, **asked)

    monkeypatch.setattr("agenda.exports.calendar.write_events", count)
    monkeypatch.setattr("agenda.exports.calendar._kept", KeptBytes(most=1_000_000))
    return written


def test_only_what_changed_is_written_again_for_whoever_asks(client, weekly):
    whole = client.get("/agenda.ics")
    assert len(weekly) == len(events_in(whole)) == 7
    assert client.get("/agenda.ics").content == whole.content
    # Another choice, and the file of one event, are made of the same.
    some = client.get("/agenda.ics?near=44.1,6.2,200000&free=0")
    one = client.get(f"/event/{Event.objects.first().public_id}.ics")
    assert (some.status_code, one.status_code, len(weekly)) == (200, 200, 7)
    changed = Event.objects.get(title="Marché 3")
    edit_subject(changed, kind="EVENT", values={"description.fr": "Au pré."}, by="Zoé", refold=refold_event)
    weekly.clear()
    assert "Au pré." in client.get("/agenda.ics").content.decode()
    assert weekly == ["Marché 3"]
    assert len(events_in(client.get("/agenda.ics?lang=it"))) == 7
    assert len(weekly) == 8, "Another language has other words."


def test_nothing_is_read_for_whoever_has_the_latest_already(client, monkeypatch):
    an_event()
    latest = {"If-None-Match": client.get("/agenda.ics?free=0")["ETag"]}
    feed = {"If-None-Match": client.get("/agenda.rss")["ETag"]}
    with monkeypatch.context() as patch:
        patch.setattr("agenda.views.calendars.events_in_agenda", None)
        patch.setattr("agenda.views.calendars.upcoming_events", None)
        again = client.get("/agenda.ics?free=0", headers=latest)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", latest["If-None-Match"])
        assert again["Access-Control-Allow-Origin"] == "*"
        assert client.get("/agenda.rss", headers=feed).status_code == 304
    raise_data_version()
    assert client.get("/agenda.ics?free=0", headers=latest).status_code == 304, "Read again, and the same."
    an_event("Bal")
    raise_data_version()
    assert names_in(client.get("/agenda.ics?free=0", headers=latest)) == ["Bal", "Fête"]


def test_what_is_told_is_the_same_for_an_hour_and_new_in_the_next(client, monkeypatch):
    now = timezone.localtime().replace(hour=15, minute=5)
    make_event("Lecture", days(now.date(), start=time(14), end=time(15, 30)))
    monkeypatch.setattr(timezone, "now", lambda: now)
    at_five_past = client.get("/agenda.ics")
    monkeypatch.setattr(timezone, "now", lambda: now.replace(minute=55))
    at_five_to = client.get("/agenda.ics", headers={"If-None-Match": at_five_past["ETag"]})
    assert (names_in(at_five_past), at_five_to.status_code) == (["Lecture"], 304)
    monkeypatch.setattr(timezone, "now", lambda: now.replace(hour=16))
    in_the_next = client.get("/agenda.ics", headers={"If-None-Match": at_five_past["ETag"]})
    assert names_in(in_the_next) == []


def test_what_is_kept_has_an_end():
    kept = KeptBytes(most=10)
    made = []

    def ask(key, length):
        return kept.get(key, lambda: made.append(key) or b"x" * length)

    assert [len(ask(key, 4)) for key in (b"a", b"b", b"a", b"c", b"a", b"b")] == [4] * 6
    assert made == [b"a", b"b", b"c", b"b"], "What was asked for longest ago goes first."
    assert len(ask(b"d", 11)) == len(ask(b"d", 11)) == 11
    assert made[-2:] == [b"d", b"d"], "What is more than all there may be is not kept, and pushes nothing out."
    assert len(ask(b"b", 4)) == 4 and made[-1] == b"d"


def test_a_night_in_which_nothing_changed_changes_nothing_for_who_follows_the_agenda(client, monkeypatch):
    """Each night all events are folded again."""
    event = told("ics:1", "1", "Bal", schedule=days(SOON), summary={"fr": "Un bal."})
    paths = ("/agenda.ics", "/agenda.atom", "/agenda.rss", f"/event/{event.public_id}.ics")
    before = [client.get(path) for path in paths]
    written, now = Event.objects.get(pk=event.pk).updated_at, timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(seconds=90))
    refresh_public_objects()
    assert Event.objects.get(pk=event.pk).updated_at > written
    assert [client.get(path).content for path in paths] == [response.content for response in before]
    again = [client.get(path, headers={"If-None-Match": one["ETag"]}) for path, one in zip(paths, before, strict=True)]
    assert [response.status_code for response in again] == [304] * 4

    says("ics:1", "1", summary={"fr": "Un grand bal."})
    (entry,) = ElementTree.fromstring(client.get("/agenda.atom").content).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == (now + timedelta(seconds=90)).isoformat()
    assert entry.findtext(f"{ATOM}published") == event.created_at.isoformat()
    (changed,) = events_in(client.get("/agenda.ics"))
    (was,) = events_in(before[0])
    assert changed["last-modified"].dt - was["last-modified"].dt >= timedelta(seconds=89)
    assert changed["sequence"] == was["sequence"], "Who noted the event need not know."


def test_feed_names_each_event_with_its_next_date_and_place(client):
    event = an_event("Fête & <bal>", **{"summary.fr": "Une fête."})
    feed = ElementTree.fromstring(client.get("/agenda.atom").content)
    (entry,) = feed.findall(f"{ATOM}entry")
    day = timezone.localdate() + timedelta(days=3)
    title = entry.findtext(f"{ATOM}title")
    assert title.startswith("Fête & <bal> — ") and str(day.year) in title
    assert entry.findtext(f"{ATOM}id") == f"https://traverse.example/event/{event.public_id}"
    assert "Une fête." in entry.findtext(f"{ATOM}summary")
    channel = ElementTree.fromstring(client.get("/agenda.rss").content).find("channel")
    assert channel.findtext("item/link") == f"https://traverse.example/event/{event.public_id}"


@pytest.mark.parametrize("start", [None, time(0, 30)])
def test_feed_names_the_day_of_the_territory(client, start):
    day = timezone.localdate() + timedelta(days=3)
    make_event("Fête", days(day, start=start, end=None))
    feed = ElementTree.fromstring(client.get("/agenda.atom").content)
    title = feed.findtext(f"{ATOM}entry/{ATOM}title")
    assert title.replace("\u00a0", " ") == f"Fête — {spoken_date(day, 'fr')}".replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_character_that_xml_does_not_know_costs_nobody_the_feed(client, kind):
    event = an_event("Fête\x0bau village\uffff", **{"summary.fr": "Une\x0bfête.\x07"})
    # As it may be in a database since before titles were cleaned when they are typed.
    assert "\x0b" in event.name["fr"]["text"]
    feed = ElementTree.fromstring(client.get(f"/agenda.{kind}").content)
    texts = [node.text or "" for node in feed.iter()]
    assert any(text.startswith("Fête au village — ") for text in texts), texts
    assert "Une<br>fête." in texts


def test_what_an_editor_pastes_is_kept_without_control_characters():
    event = Event(public_id="abcdefghij")
    pasted = {
        "name.fr": "Fête\x0bau village\x00",
        "description.fr": "Un bal\x0bet\x0cun feu\u2028d’artifice.\r\n",
        "address": {"lines": ["Place\x07 du Bourg"], "city": "Digne"},
        "free": True,
        "schedule": days(SOON),
    }
    edit_subject(event, kind="EVENT", values=pasted, by="Zoé", refold=refold_event)
    event.refresh_from_db()
    assert event.name["fr"]["text"] == event.title == "Fête au village"
    assert event.description["fr"]["text"] == "Un bal\net\nun feu\nd’artifice.\n"
    assert event.facts["address"] == {"lines": ["Place du Bourg"], "city": "Digne"}
    assert event.overrides["free"]["value"] is True


def test_feed_is_what_its_formats_ask_for(client):
    whole_day = make_event("Foire", days(timezone.localdate() + timedelta(days=3), start=None, end=None))
    an_event("Bal", **{"summary.fr": "Entrée < 5 €\n& <b>buvette</b>"}, venue="Salle")
    feed = ElementTree.fromstring(client.get("/agenda.atom").content)
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == settings.WAGTAIL_SITE_NAME
    foire, bal = sorted(feed.findall(f"{ATOM}entry"), key=lambda entry: "Bal" in entry.findtext(f"{ATOM}title"))
    # Midnight here is of the day before in UTC.
    day = spoken_date(timezone.localdate() + timedelta(days=3), "fr")
    assert foire.findtext(f"{ATOM}title") == f"Foire — {day}"
    assert foire.find(f"{ATOM}summary") is None, "Nothing is said of it."
    summary = bal.find(f"{ATOM}summary")
    html = "Salle — Entrée &lt; 5 €<br>&amp; &lt;b&gt;buvette&lt;/b&gt;"
    assert (summary.get("type"), summary.text) == ("html", html), "What somebody typed is text."
    channel = ElementTree.fromstring(client.get("/agenda.rss").content).find("channel")
    assert html in [item.findtext("description") for item in channel.findall("item")]
    assert whole_day.title in channel.findtext("item/title")


def test_nobody_writes_there(client):
    assert client.post("/agenda.ics").status_code == 405
    assert client.post("/agenda.rss").status_code == 405


@pytest.mark.parametrize(
    ("status", "told", "state"),
    [
        ("FULL", "Complet\u00a0: Fête", "CONFIRMED"),
        ("POSTPONED", "Reporté\u00a0: Fête", "TENTATIVE"),
        ("UNCONFIRMED", "Fête", "TENTATIVE"),
        ("CANCELLED", "Fête", "CANCELLED"),
        ("SCHEDULED", "Fête", "CONFIRMED"),
    ],
)
def test_state_that_calendars_have_no_word_for_is_in_the_title(client, status, told, state):
    event = an_event(status=status)
    (written,) = events_in(client.get(f"/event/{event.public_id}.ics"))
    assert (str(written["summary"]), str(written["status"])) == (told, state)


@pytest.mark.parametrize("kind", ["atom", "rss"])
@pytest.mark.parametrize(
    ("status", "language", "told"),
    [
        ("CANCELLED", "fr", "Annulé\u00a0: Fête — "),
        ("UNCONFIRMED", "fr", "Dates à confirmer\u00a0: Fête — "),
        ("FULL", "de", "Ausgebucht: Fest — "),
        ("SCHEDULED", "fr", "Fête — "),
    ],
)
def test_state_is_in_the_title_of_an_entry(client, kind, status, language, told):
    an_event(status=status, **{"name.de": "Fest"})
    content = client.get(f"/agenda.{kind}?lang={language}").content
    titles = [node.text or "" for node in ElementTree.fromstring(content).iter() if node.tag.endswith("title")]
    assert any(title.startswith(told) for title in titles), titles


def test_calendar_of_what_is_told_elsewhere_now_leads_there_for_as_long_as_it_is(client):
    heir, event = an_event("Foire"), an_event()
    Event.objects.filter(pk=event.pk).update(published=False, replaced_by=f"/event/{heir.public_id}")
    moved = client.get(f"/event/{event.public_id}.ics")
    # Never a permanent answer: what was joined can be parted again.
    assert (moved.status_code, moved["Location"]) == (302, f"/event/{heir.public_id}.ics")
    italian = client.get(f"/event/{event.public_id}.ics?lang=it")
    assert (italian.status_code, italian["Location"]) == (302, f"/event/{heir.public_id}.ics?lang=it")
    Event.objects.filter(pk=heir.pk).update(published=False)
    assert client.get(f"/event/{event.public_id}.ics").status_code == 410


KINDS = {
    "fr": ["Concert", "Marché", "Familles"],
    "en": ["Concert", "Market", "Families"],
    "it": ["Concerto", "Mercato", "Famiglie"],
    "de": ["Konzert", "Markt", "Familien"],
    "es": ["Concierto", "Mercado", "Familias"],
    "nl": ["Concert", "Markt", "Gezinnen"],
}


@pytest.mark.parametrize("language", KINDS)
def test_kinds_and_audience_are_said_in_the_language_asked_for(client, language):
    event = an_event(event_categories=["CONCERT", "MARKET"], audiences=[{"id": 513}])
    for url in (f"/event/{event.public_id}.ics?lang={language}", f"/agenda.ics?lang={language}"):
        (written,) = events_in(client.get(url))
        assert [str(one) for one in written["categories"].cats] == KINDS[language]
    rss = ElementTree.fromstring(client.get(f"/agenda.rss?lang={language}").content)
    assert [one.text for one in rss.iter("category")] == KINDS[language]
    atom = ElementTree.fromstring(client.get(f"/agenda.atom?lang={language}").content)
    assert [one.get("term") for one in atom.iter(f"{ATOM}category")] == KINDS[language]


def test_every_kind_and_audience_has_a_word_in_every_language_published():
    for language in KINDS:
        words = json.loads((settings.VISITOR_WORDS / f"{language}.json").read_text())
        wanted = [f"category.{value}" for value in EventCategory.values]
        wanted += [f"audience.{value}" for value in Audience.values]
        assert [key for key in wanted if not words.get(key)] == [], language
    assert set(KINDS) == {code for code, _name in settings.LANGUAGES}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "Traverse — Agenda"),
        ("?commune=04070&category=CONCERT&free=1", "Traverse — Agenda — Digne-les-Bains, Concert, Gratuit"),
        ("?audience=FAMILIES&lang=de", "Traverse — Kalender — Familien"),
    ],
)
def test_what_is_followed_has_the_name_of_its_part(client, query, name):
    an_event(commune_code="04070")
    (written,) = re.findall(r"^X-WR-CALNAME:(.*?)\r$", client.get(f"/agenda.ics{query}").content.decode(), re.M)
    assert written.replace("\\,", ",") == name
    feed = ElementTree.fromstring(client.get(f"/agenda.atom{query}").content)
    assert feed.findtext(f"{ATOM}title") == name


def test_new_name_of_the_place_is_a_change_of_its_events(client):
    place = venue("1", "Salle A")
    told(APIDAE, "2", "Bal", schedule=days(SOON), place_external_id="1")

    def written():
        return events_in(client.get(f"/event/{Event.objects.get().public_id}.ics"))[0]

    before = written()
    edit_subject(place, kind="PLACE", values={"name.fr": "Halle neuve"}, by="Zoé", refold=refold_place)
    refold_event(Event.objects.select_related("place", "commune").get())
    after = written()
    assert ("Salle A" in before["location"], "Halle neuve" in after["location"]) == (True, True)
    assert after["sequence"] > before["sequence"]
