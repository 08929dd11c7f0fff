"""The queue of announcements in the back office, through its real screens."""

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from agenda.actions import merge_events
from agenda.actions.announcements import (
    ChangedError,
    SettledError,
    accept_announcement,
    ask_author,
    forget_announcements,
    refuse_announcement,
    remind_offices,
)
from agenda.models import AnnouncementMail, AnnouncementTally, Event, Submission
from cms.models import CreditedImage
from config.jobs import JOBS
from tests.agenda.announcements.sending import change, committed, day, draft, mails_to, picture, secret_in, send
from tests.agenda.events import days, make_event
from tests.tourism.admin.back_office import blocked
from tourism.models import Office

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/agenda/submission/"
OBJECT = re.compile(r"<(?P<converter>[a-z_]+:)?(?P<name>\w+)>")


def page(submission: Submission) -> str:
    return f"{LIST}inspect/{submission.pk}/"


def announced(client: Client, **changes: Any) -> Submission:
    said = draft(**changes)
    assert send(client, said).status_code == 201
    return Submission.objects.get(client_id=said["clientId"])


def shown_values(client: Client, submission: Submission) -> dict[str, Any]:
    """What the page's form would send as it stands."""
    form = client.get(page(submission)).context["form"]
    values: dict[str, Any] = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value()) if hasattr(bound.field, "prepare_value") else bound.value()
        widget = bound.field.widget
        shown = widget.get_context(bound.html_name, value, {})["widget"]["value"]
        if value not in (None, False, [], ""):
            values[bound.html_name] = value if isinstance(value, list) else (shown if shown is not None else value)
    return {name: "on" if value is True else value for name, value in values.items()}


def decide(client: Client, submission: Submission, decision: str, **changes: Any) -> Any:
    values = shown_values(client, submission) | {"decision": decision} | changes
    with committed():
        return client.post(page(submission), values)


def test_accepting_publishes_an_event_of_the_office_s_own_and_tells_its_author(client, verdon, graphql):
    said = draft()
    assert send(client, said, picture()).status_code == 201
    submission = Submission.objects.get()
    response = decide(
        verdon,
        submission,
        "accept",
        title="Loto de l’école de Moustiers",
        event_categories=["OTHER", "CHILDREN"],
        free="yes",
        credit="Camille, CC BY",
    )
    assert (response.status_code, response["Location"]) == (302, LIST)
    event = Event.objects.get()
    assert (event.title, event.office.slug, event.published) == ("Loto de l’école de Moustiers", "verdon", True)
    assert event.overrides["name.fr"]["by"] == "Sacha Martel"
    told = graphql(
        """query($id: ID!) { event(id: $id, language: fr) { name description venue commune { name } categories
        price { free } images { url credit } occurrences { start } } }""",
        id=event.public_id,
    )["event"]
    assert told["description"] == "Buvette et gâteaux.\n\nOuvert à tous."
    assert (told["venue"], told["commune"]["name"]) == ("Salle des fêtes", "Moustiers-Sainte-Marie")
    assert (told["categories"], told["price"]["free"]) == (["OTHER", "CHILDREN"], True)
    start = timezone.localtime(datetime.fromisoformat(told["occurrences"][0]["start"]))
    assert f"{start:%Y-%m-%d %H:%M}" == f"{day(5)} 14:30"
    (image,) = told["images"]
    assert image["credit"] == "Camille, CC BY"
    assert client.get(image["url"]).status_code == 200
    library = CreditedImage.objects.get()
    assert library.collection == Office.objects.get(slug="verdon").collection
    submission.refresh_from_db()
    assert (submission.state, submission.event, submission.decided_by) == ("ACCEPTED", event, "Sacha Martel")
    published = mails_to("parents@example.org")[-1]
    assert f"/event/{event.public_id}" in published.body
    secret = secret_in(mails_to("parents@example.org")[0])
    assert client.get(f"/announcements/{secret}").json()["event"] == f"/event/{event.public_id}"
    kept = make_event("Noël à Moustiers", event.facts["schedule"])
    merge_events(kept_id=kept.pk, absorbed_id=event.pk, by="Sacha Martel")
    assert client.get(f"/announcements/{secret}").json()["event"] == f"/event/{kept.public_id}"
    Event.objects.filter(pk=kept.pk).update(published=False)
    assert client.get(f"/announcements/{secret}").json()["event"] is None
    assert ModelLogEntry.objects.filter(action="wagtail.create", object_id=str(event.pk)).exists()


def test_picture_can_be_left_out_and_is_credited_to_the_office_when_nobody_is_named(client, verdon):
    for credit in (True, False):
        said = draft()
        send(client, said, picture())
        submission = Submission.objects.get(client_id=said["clientId"])
        changes = {} if credit else {"picture": ""}
        assert decide(verdon, submission, "accept", **changes).status_code == 302
    first, second = Event.objects.order_by("pk")
    assert [image["credit"] for image in first.facts["images"]] == ["Verdon Tourisme"]
    assert "images" not in second.facts


def test_dates_are_corrected_before_publishing(client, verdon):
    submission = announced(client, dates={"first": day(5), "last": day(40), "weekdays": [2], "start": "09:00"})
    assert decide(verdon, submission, "accept", when_start="10:30").status_code == 302
    event = Event.objects.get()
    assert {f"{timezone.localtime(one.start):%H:%M %u}" for one in event.occurrences.all()} == {"10:30 2"}


def test_dates_are_corrected_with_the_calendar_and_the_sentence_of_the_form_of_events(client, verdon):
    submission = announced(client, dates={"first": day(5), "last": day(40), "weekdays": [2], "start": "09:00"})
    answer = verdon.get(page(submission))
    html = answer.content.decode()
    assert [html.count(part) for part in ("data-dates ", "data-dates-kinds", "agenda/admin/dates.js")] == [1, 1, 1]
    assert answer.context["told"]["sentences"]["fr"].startswith("tous les mardis")
    assert json.loads(answer.context["base"])["periods"][0]["weekdays"] == [2]
    settled = announced(client, title="Une autre annonce")
    assert decide(verdon, settled, "accept").status_code == 302
    assert "data-dates " not in verdon.get(page(settled)).content.decode()


def test_dates_that_cannot_be_are_refused_at_their_own_field(client, verdon):
    submission = announced(client, dates={"first": day(5), "last": day(40), "weekdays": [2], "start": "09:00"})
    for changes, field in (
        ({"when_last": "01/01/2001"}, "when_last"),
        ({"when_nth": ["1"], "when_weekdays": []}, "when_weekdays"),
        ({"when_more_slots": "le soir"}, "when_more_slots"),
        ({"when_changes_0_note": "Sans jour"}, "when_changes"),
    ):
        response = decide(verdon, submission, "accept", **{"when_changes_rows": "0"} | changes)
        assert list(response.context["form"].errors) == [field]
        assert response.context["dates_wrong"]
    moved = {"when_changes_0_day": day(12), "when_changes_0_note": "Sous la halle"}
    assert decide(verdon, submission, "accept", when_changes_rows="0", **moved).status_code == 302
    (change,) = Event.objects.get().facts["schedule"]["overrides"]
    assert (change["day"], change["note"]) == (day(12), {"fr": "Sous la halle"})


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"when_first": "", "when_start": "", "when_end": ""},
        {"when_last": "01/01/2001"},
        {"commune_code": "99999"},
        {"event_categories": ["NONSENSE"]},
    ],
)
def test_wrong_fields_are_named_and_nothing_is_published(client, verdon, changes):
    submission = announced(client)
    response = decide(verdon, submission, "accept", **changes)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Event.objects.exists() and Submission.objects.get().state == "WAITING"


def test_announcement_in_another_language_keeps_its_own_words_beside_the_french(client, verdon):
    submission = announced(client, language="de", title="Adventsmarkt", text="Mit Glühwein.")
    assert decide(verdon, submission, "accept", title="Marché de l’Avent").status_code == 302
    event = Event.objects.get()
    assert {code: text["text"] for code, text in event.name.items()} == {
        "fr": "Marché de l’Avent",
        "de": "Adventsmarkt",
    }
    assert {code: text["text"] for code, text in event.description.items()} == {"de": "Mit Glühwein."}


def test_title_in_another_language_is_not_taken_for_a_french_one(client, verdon, graphql):
    submission = announced(client, language="de", title="Adventsmarkt")
    assert decide(verdon, submission, "accept").status_code == 302
    event = Event.objects.get()
    assert {code: text["text"] for code, text in event.name.items()} == {"de": "Adventsmarkt"}
    asked = "query One($id: ID!) { event(id: $id) { name } }"
    assert graphql(asked, id=event.public_id)["event"] == {"name": "Adventsmarkt"}
    form = verdon.get(f"/admin/snippets/agenda/event/edit/{event.pk}/").context["form"]
    assert not form.initial["name__fr"], "It is asked for by whoever opens the form next."
    french = announced(client, title="Marché de l’Avent", email="autre@example.org")
    assert decide(verdon, french, "accept", title="").context["form"].errors.keys() == {"title"}


def test_question_is_mailed_in_the_author_s_language_and_the_answer_comes_back(client, verdon):
    submission = announced(client, language="it")
    secret = secret_in(mails_to("parents@example.org")[0])
    response = decide(verdon, submission, "ask", question_code="price", question="Grazie!")
    assert response.status_code == 302
    asked = mails_to("parents@example.org")[-1]
    assert "Una domanda" in asked.subject and "È gratuito?" in asked.body and "Grazie!" in asked.body
    assert f"/announce/{secret}" in asked.body
    told = client.get(f"/announcements/{secret}").json()
    assert told["state"] == "ASKED" and "È gratuito?" in told["answer"]
    assert change(client, secret, told | {"text": "Ingresso libero."}).json()["state"] == "WAITING"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "déjà annoncé"),
        ("en", "already"),
        ("it", "già"),
        ("de", "bereits"),
        ("es", "ya está"),
        ("nl", "staat al"),
    ],
)
def test_refusal_is_mailed_with_its_reason_in_the_author_s_language(client, verdon, language, said):
    submission = announced(client, language=language)
    assert decide(verdon, submission, "refuse", reason_code="known").status_code == 302
    assert said in mails_to("parents@example.org")[-1].body
    submission.refresh_from_db()
    assert (submission.state, submission.event) == ("REFUSED", None)


def test_refusal_and_question_need_words_and_nothing_else(client, verdon):
    submission = announced(client)
    for decision in ("ask", "refuse"):
        response = decide(verdon, submission, decision, title="", when_last="nonsense")
        assert (response.status_code, len(response.context["form"].errors)) == (200, 1)
        assert "disabled" not in str(response.context["form"]["title"])
    assert decide(verdon, submission, "refuse", reason="Non.", title="").status_code == 302


def test_second_of_two_moderators_is_told_what_the_first_did(client, verdon, agency):
    submission = announced(client)
    late = shown_values(agency, submission) | {"decision": "accept"}
    assert decide(verdon, submission, "refuse", reason_code="late").status_code == 302
    response = agency.post(page(submission), late, follow=True)
    assert "Déjà refusée, par Sacha Martel." in response.content.decode()
    assert not Event.objects.exists() and len(mails_to("parents@example.org")) == 2


def test_every_answer_to_what_is_settled_is_refused(client):
    submission = announced(client)
    accept_announcement(pk=submission.pk, values={"name.fr": "Loto"}, by="A")
    for again in (
        lambda: accept_announcement(pk=submission.pk, values={"name.fr": "Loto"}, by="B"),
        lambda: ask_author(pk=submission.pk, question="?", by="B"),
        lambda: refuse_announcement(pk=submission.pk, reason="!", by="B"),
    ):
        with pytest.raises(SettledError) as told:
            again()
        assert told.value.submission.decided_by == "A"
    assert Event.objects.count() == 1


def test_what_its_author_changed_meanwhile_is_read_again_first(client, verdon):
    submission = announced(client)
    shown = shown_values(verdon, submission) | {"decision": "accept"}
    change(client, secret_in(mails_to("parents@example.org")[0]), draft(title="Loto annulé"))
    response = verdon.post(page(submission), shown, follow=True)
    assert "vient de la modifier" in response.content.decode()
    assert not Event.objects.exists()
    with pytest.raises(ChangedError):
        refuse_announcement(pk=submission.pk, reason="x", by="x", seen=submission.updated_at)


def test_page_shows_dates_in_words_and_what_looks_the_same(client, verdon):
    make_event("Grand loto de l’école", days(timezone.localdate() + timedelta(days=5)), commune_code="04135")
    submission = announced(client, dates={"first": day(5), "start": "18:00"})
    html = verdon.get(page(submission)).content.decode()
    assert "18\u00a0h" in html and "Grand loto de l’école" in html and "ressemblance" in html


def test_announced_words_are_never_markup(client, verdon):
    submission = announced(client, title="Bal & <3 <i", text="a < b & c")
    Submission.objects.update(title="<script>alert(1)</script>", where="<img src=x>", answer="<b>x</b>")
    html = verdon.get(page(submission)).content.decode()
    assert "<script>alert(1)" not in html and "<img src=x>" not in html and "<b>x</b>" not in html


# Who sees what


def addresses(pk: int) -> dict[str, str]:
    found = {}
    for viewset in (Submission.snippet_viewset, Submission.snippet_viewset.chooser_viewset):
        for pattern in viewset.get_urlpatterns():
            names = [match["name"] for match in OBJECT.finditer(str(pattern.pattern))]
            values = {name: pk if name == "pk" else 1 for name in names}
            found[pattern.name] = reverse(viewset.get_url_name(pattern.name), kwargs=values)
    return found


def test_another_office_sees_and_settles_nothing(client, salagon):
    submission = announced(client)
    Submission.objects.update(title="Annonce secrète")
    for name, url in addresses(submission.pk).items():
        for response in (salagon.get(url), salagon.post(url, {"decision": "refuse", "reason": "x"})):
            assert "Annonce secrète" not in response.content.decode(), name
    assert blocked(salagon.get(page(submission)))
    assert blocked(salagon.post(page(submission), {"decision": "refuse", "reason": "x"}))
    assert Submission.objects.get().state == "WAITING"


def test_nobody_adds_edits_copies_or_deletes_by_hand(client, verdon, agency, admin_client):
    submission = announced(client)
    before = Submission.objects.values().get()
    for browser in (verdon, agency, admin_client):
        for name, url in addresses(submission.pk).items():
            if name in ("add", "edit", "delete", "copy"):
                assert blocked(browser.get(url)) and blocked(browser.post(url, {"title": "x"})), name
    assert Submission.objects.values().get() == before


def test_own_office_and_agency_read_and_the_agency_has_what_is_nobody_s(client, verdon, agency):
    own, nobody = (
        announced(client, title="Celle du Verdon"),
        announced(client, title="Celle de Volx", communeCode="04245"),
    )
    assert [verdon.get(page(own)).status_code, agency.get(page(own)).status_code] == [200, 200]
    assert agency.get(page(nobody)).status_code == 200 and blocked(verdon.get(page(nobody)))
    lists = [browser.get(LIST).content.decode() for browser in (verdon, agency)]
    assert ["Celle du Verdon" in html for html in lists] == [True, True]
    assert ["Celle de Volx" in html for html in lists] == [False, True]


def test_only_the_agency_entrusts_to_another_office_which_is_told(client, verdon, salagon, agency):
    submission = announced(client)
    to = str(Office.objects.get(slug="salagon").pk)
    verdon.post(page(submission), shown_values(verdon, submission) | {"decision": "entrust", "office": to})
    assert Submission.objects.get().office.slug == "verdon"
    assert decide(agency, submission, "entrust", office=to).status_code == 302
    assert Submission.objects.get().office.slug == "salagon"
    assert salagon.get(page(submission)).status_code == 200 and blocked(verdon.get(page(submission)))
    assert len(mails_to("salagon@example.org")) == 1


def test_picture_is_shown_to_those_who_settle(client, verdon, salagon):
    send(client, draft(), picture())
    url = reverse("wagtailsnippets_agenda_submission:picture", args=[Submission.objects.get().pk])
    shown = verdon.get(url)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert blocked(salagon.get(url)) and client.get(url).status_code == 302


def test_menu_and_first_page_say_how_many_wait(client, verdon, salagon):
    for number in range(8):
        announced(client, title=f"Annonce {number}")
    first = verdon.get("/admin/").content.decode()
    assert "Annonces (8)" in first
    assert "Annonce 0" in first and "et 2 autres" in first
    assert "Annonce 0" not in salagon.get("/admin/").content.decode()


def test_list_costs_the_same_whatever_waits(client, verdon):
    counts = []
    for number in (1, 9):
        for one in range(number):
            announced(client, title=f"Annonce {number} {one}")
        verdon.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            verdon.get(LIST)
        counts.append(len(captured))
    assert counts[0] == counts[1]


# Time


def test_settled_announcements_and_addresses_are_forgotten(client, verdon):
    send(client, draft(email="refused@example.org"), picture())
    refused = Submission.objects.get()
    refuse_announcement(pk=refused.pk, reason="x", by="x")
    accepted = announced(client, email="accepted@example.org")
    event = accept_announcement(pk=accepted.pk, values={"name.fr": "Loto"}, by="x")
    waiting = announced(client, email="waiting@example.org")
    file = refused.image
    secret = secret_in(mails_to("accepted@example.org")[0])
    for now, left in ((timezone.now() + timedelta(days=29), 3), (timezone.now() + timedelta(days=31), 2)):
        with committed():
            forget_announcements(now=now)
        assert Submission.objects.count() == left
    assert not file.storage.exists(file.name)
    accepted.refresh_from_db()
    assert (accepted.email, accepted.event) == ("", event) and Event.objects.filter(pk=event.pk).exists()
    assert client.get(f"/announcements/{secret}").status_code == 404
    waiting.refresh_from_db()
    assert waiting.email == "waiting@example.org"
    assert not AnnouncementTally.objects.exists() and not AnnouncementMail.objects.filter(next_try_at=None).exists()
    with committed():
        forget_announcements(now=timezone.now() + timedelta(days=366))
    assert list(Submission.objects.all()) == [accepted]


def test_offices_are_reminded_each_morning_of_what_waits(client):
    for _ in range(3):
        announced(client)
    mail.outbox.clear()
    with committed():
        assert remind_offices() == 1
    assert [message.subject for message in mails_to("verdon@example.org")] == ["[Traverse] 3 annonces à relire"]
    assert JOBS["announcement_queues"].pending() and not JOBS["announcement_mails"].pending()
    assert JOBS["announcement_mails"].run() == "0 messages envoyés."
