"""The mailed link: its holder changes, answers, withdraws, and nobody else does."""

import json
import logging

import pytest
from django.test import Client
from PIL import Image

from agenda.actions.announcements import entrust_announcement
from agenda.actions.announcements.secrets import secret_of
from agenda.enums import SubmissionState
from agenda.models import AnnouncementMail, AnnouncementTally, Submission
from config.tokens import HideTokens
from tests.agenda.announcements.sending import (
    change,
    committed,
    day,
    draft,
    faults,
    mails_to,
    picture,
    secret_in,
    send,
    withdraw,
)
from tourism.models import Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(client) -> str:
    send(client, draft(), picture())
    return secret_in(mails_to("parents@example.org")[0])


def test_link_in_a_mail_is_the_same_after_the_server_s_key_was_changed(client, secret, settings):
    submission = Submission.objects.get()
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another key, as long as it takes"
    assert secret_of(submission) == secret
    assert client.get(f"/announcements/{secret}").status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert secret_of(submission) != secret, "A key that was not kept makes another link."


def test_author_reads_and_changes_the_announcement_by_the_link(client, secret):
    told = client.get(f"/announcements/{secret}").json()
    assert told == {
        "state": "WAITING",
        "answer": "",
        "office": "Verdon Tourisme",
        "event": None,
        "language": "fr",
        "title": "Loto de l’école",
        "dates": {"first": day(5), "start": "14:30", "end": "18:00"},
        "where": "Salle des fêtes",
        "communeCode": "04135",
        "text": "Buvette et gâteaux.\n\nOuvert à tous.",
        "email": "parents@example.org",
        "image": f"/announcements/{secret}/picture",
    }
    changed = change(client, secret, told | {"title": "Grand loto", "communeCode": "04245", "removeImage": True})
    assert changed.status_code == 200
    answer = changed.json()
    assert (answer["title"], answer["communeCode"], answer["image"], answer["office"]) == (
        "Grand loto",
        "04245",
        None,
        "",
    )
    kept = Submission.objects.get()
    assert (kept.title, kept.office, bool(kept.image)) == ("Grand loto", None, False)


def test_link_changes_its_announcement_so_many_times_a_day(client, secret, settings):
    settings.ANNOUNCEMENTS = settings.ANNOUNCEMENTS | {"changes_a_day": 2}
    answers = [change(client, secret, draft(text=str(number))) for number in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert Submission.objects.get().text == "1"


def test_former_picture_is_erased_when_another_comes(client, secret):
    before = Submission.objects.get().image
    assert change(client, secret, draft(), picture((400, 400))).status_code == 200
    after = Submission.objects.get().image
    assert not before.storage.exists(before.name)
    with Image.open(after) as kept:
        assert kept.size == (400, 400)


def test_answer_to_a_question_brings_the_announcement_back(client, secret):
    Submission.objects.update(state=SubmissionState.ASKED, answer="À quelle heure ?")
    assert client.get(f"/announcements/{secret}").json()["answer"] == "À quelle heure ?"
    response = change(client, secret, draft(dates={"first": day(5), "start": "15:00"}))
    assert response.json()["state"] == "WAITING"
    assert len(mails_to("verdon@example.org")) == 2


def test_what_was_entrusted_to_another_office_stays_there_when_its_author_answers(client):
    said = draft(communeCode="")
    send(client, said)
    kept, other = Submission.objects.get(), Office.objects.exclude(slug="verdon").first()
    with committed():
        entrust_announcement(pk=kept.pk, office=other)
    link = secret_in(mails_to("parents@example.org")[0])
    assert change(client, link, said | {"text": "À 15 h"}).json()["office"] == other.name
    assert change(client, link, said | {"communeCode": "04135"}).json()["office"] == "Verdon Tourisme"


def test_faults_of_a_change_leave_the_announcement(client, secret):
    response = change(client, secret, draft(title=""), b"no picture")
    assert (response.status_code, faults(response)) == (400, {"title": "required"})
    assert change(client, secret, draft(), b"no picture").status_code == 415
    assert Submission.objects.get().title == "Loto de l’école"


def test_author_withdraws_once(client, secret):
    for _ in range(2):
        response = withdraw(client, secret)
        assert (response.status_code, response.json()["state"]) == (200, "WITHDRAWN")
    assert [message.subject for message in mails_to("parents@example.org")][1:] == [
        "[Traverse] Annonce retirée : Loto de l’école"
    ]
    assert change(client, secret, draft()).status_code == 409


@pytest.mark.parametrize("state", ["ACCEPTED", "REFUSED"])
def test_what_is_settled_is_neither_changed_nor_withdrawn(client, secret, state):
    Submission.objects.update(state=state)
    assert [change(client, secret, draft()).status_code, withdraw(client, secret).status_code] == [409, 409]
    assert Submission.objects.get().state == state


def test_unknown_links_open_nothing(client, secret):
    for odd in ("x", "a" * 32, "a" * 5000, Submission.objects.get().secret_digest, str(Submission.objects.get().pk)):
        for method in (client.get, client.put, client.delete):
            assert method(f"/announcements/{odd}").status_code in (404, 400)
        assert client.get(f"/announcements/{odd}/picture").status_code == 404


def test_secret_stands_neither_in_the_database_nor_in_a_log(client, secret, caplog):
    rows = [*Submission.objects.values(), *AnnouncementMail.objects.values(), *AnnouncementTally.objects.values()]
    assert secret not in json.dumps(rows, default=str)
    for address in (f"/announce/{secret}", f"/announcements/{secret}/picture"):
        record = logging.LogRecord("x", logging.WARNING, "", 1, "Not Found: %s", (address,), None)
        HideTokens().filter(record)
        assert secret not in record.getMessage()


def test_other_methods_are_not_allowed_and_nothing_is_kept_by_caches(client, secret):
    assert [client.get("/announcements").status_code, client.post("/announcements/proof").status_code] == [405, 405]
    assert client.post(f"/announcements/{secret}").status_code == 405
    assert client.get("/announcements/proof")["Cache-Control"] == "no-store"


def test_door_needs_no_cookie_and_gives_none(secret):
    strict = Client(enforce_csrf_checks=True)
    assert send(strict, draft()).status_code == 201
    assert not strict.cookies


# Mails
