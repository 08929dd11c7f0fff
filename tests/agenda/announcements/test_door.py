"""The door for announcements, as the web app and as others use it."""

import io
import json
import time
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from agenda.actions.announcements import address_digest, digest_of, send_announcement_mails
from agenda.announcements import sentence_of
from agenda.models import AnnouncementMail, AnnouncementTally, Submission
from tests.agenda.announcements.sending import (
    change,
    committed,
    count,
    day,
    draft,
    faults,
    mails_to,
    picture,
    proof,
    secret_in,
    send,
)
from tourism.models import Office

pytestmark = pytest.mark.django_db


def test_announcement_goes_to_the_office_of_its_commune_and_both_are_written(client):
    response = send(client, draft(), picture())
    assert (response.status_code, response.json()) == (201, {"state": "WAITING"})
    kept = Submission.objects.get()
    assert (kept.office.slug, kept.title, kept.where) == ("verdon", "Loto de l’école", "Salle des fêtes")
    assert kept.text == "Buvette et gâteaux.\n\nOuvert à tous."
    assert kept.dates == {"first": day(5), "start": "14:30", "end": "18:00"}
    (received,) = mails_to("parents@example.org")
    assert "Loto de l’école" in received.subject and "bien arrivée" in received.body
    assert digest_of(secret_in(received)) == kept.secret_digest
    (queue,) = mails_to("verdon@example.org")
    assert "1 annonce à relire" in queue.subject and "parents@" not in queue.body


def test_office_is_not_written_again_while_its_queue_is_not_empty(client):
    for number in range(3):
        assert send(client, draft(email=f"a{number}@example.org")).status_code == 201
    assert len(mails_to("verdon@example.org")) == 1


def test_commune_without_office_is_the_agency_s_affair(client, settings):
    settings.ALERT_EMAILS = ["agence@example.org"]
    for commune in ("04245", ""):
        assert send(client, draft(communeCode=commune)).status_code == 201
    assert [kept.office for kept in Submission.objects.all()] == [None, None]
    assert len(mails_to("agence@example.org")) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "bien arrivée"),
        ("en", "has arrived"),
        ("it", "è arrivato"),
        ("de", "ist angekommen"),
        ("es", "ha llegado"),
        ("nl", "is aangekomen"),
    ],
)
def test_author_is_written_in_the_announcement_s_language(client, language, said):
    send(client, draft(language=language))
    assert said in mails_to("parents@example.org")[0].body


def test_sent_twice_is_one_announcement_and_one_mail(client):
    said = draft()
    first = send(client, said, picture())
    again = send(client, said | {"proof": {"stamp": "x", "nonce": "0"}}, picture())
    assert [response.status_code for response in (first, again)] == [201, 200]
    assert again.json() == {"state": "WAITING"}
    assert (Submission.objects.get().title, len(mails_to("parents@example.org"))) == ("Loto de l’école", 1)


def test_what_was_mended_before_the_answer_was_heard_stands_in_the_first_one_s_place(client):
    said = draft()
    assert send(client, said, picture()).status_code == 201
    mended = said | {"title": "Loto corrigé", "dates": {"first": day(9)}, "communeCode": ""}
    answer = send(client, mended)
    assert (answer.status_code, answer.json()) == (200, {"state": "WAITING"})
    kept = Submission.objects.get()
    assert (kept.title, kept.dates, kept.office, bool(kept.image)) == ("Loto corrigé", {"first": day(9)}, None, False)
    assert len(mails_to("parents@example.org")) == 1
    # Once more the same, then with what was wrong before.
    assert [send(client, mended).status_code, send(client, mended | {"title": ""}).status_code] == [200, 400]
    assert send(client, mended | {"text": "x", "proof": {"stamp": "x", "nonce": "0"}}).status_code == 403
    assert Submission.objects.get().title == "Loto corrigé"


def test_link_goes_to_an_address_that_was_mended(client):
    said = draft(email="parent@example.org")
    send(client, said)
    send(client, said | {"email": "parents@example.org"})
    assert secret_in(mails_to("parents@example.org")[0]) == secret_in(mails_to("parent@example.org")[0])


def test_phone_that_did_not_hear_the_answer_does_not_undo_what_the_link_changed(client):
    said = draft()
    send(client, said)
    change(client, secret_in(mails_to("parents@example.org")[0]), said | {"title": "Grand loto"})
    assert send(client, said).status_code == 200
    assert Submission.objects.get().title == "Grand loto"
    answer = send(client, said | {"title": "Loto corrigé"})
    assert (answer.status_code, faults(answer)) == (409, {"": "changed_by_link"})
    assert Submission.objects.get().title == "Grand loto"


@pytest.mark.parametrize("state", ["ACCEPTED", "REFUSED", "WITHDRAWN"])
def test_what_is_mended_after_it_was_settled_is_not_said_to_have_come(client, state):
    said = draft()
    send(client, said)
    Submission.objects.update(state=state)
    assert send(client, said).json() == {"state": state}
    answer = send(client, said | {"title": "Loto corrigé"})
    assert (answer.status_code, faults(answer)) == (409, {"": "settled_since"})


def test_all_faults_are_said_at_once_in_the_announcement_s_language(client):
    said = draft(
        language="de",
        title="ab",
        dates={"first": day(-9), "last": day(-2)},
        where=" ",
        communeCode="99999",
        text="x" * 3001,
        email="nobody@nowhere",
        clientId="1",
    )
    response = send(client, said)
    assert response.status_code == 400
    assert faults(response) == {
        "clientId": "bad_id",
        "title": "too_short",
        "dates": "past",
        "where": "required",
        "communeCode": "unknown_commune",
        "text": "too_long",
        "email": "bad_email",
    }
    assert "Mindestens 3 Zeichen." in [fault["message"] for fault in response.json()["errors"]]
    assert not Submission.objects.exists() and not mail.outbox


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        (None, "no_date"),
        ({}, "no_date"),
        ([], "no_date"),
        ("demain", "bad_dates"),
        ({"first": "2026-02-30"}, "bad_dates"),
        ({"first": 3}, "bad_dates"),
        ({"weekdays": [2], "first": "2030-01-01"}, "last_missing"),
        ({"first": "2030-01-02", "last": "2030-01-01"}, "before_first"),
        ({"first": "2030-01-01", "last": "2045-01-01"}, "dates_too_long"),
        ({"others": ["2030-01-01"] * 300}, "dates_too_long"),
        ({"first": "2030-01-01", "last": "2030-01-02", "weekdays": [6]}, "no_such_day"),
        ({"rrule": "FREQ=SECONDLY"}, "bad_dates"),
        ({"first": "0001-01-01", "last": "9999-12-31"}, "dates_too_long"),
    ],
)
def test_dates_that_cannot_be_are_refused(client, dates, code):
    response = send(client, draft(dates=dates))
    assert (response.status_code, faults(response)) == (400, {"dates": code})


def test_dates_of_which_one_is_still_to_come_are_taken(client):
    assert send(client, draft(dates={"first": day(-30), "last": day(30), "weekdays": [1, 4]})).status_code == 201
    assert send(client, draft(dates={"others": [day(-30), day(0)]})).status_code == 201


def test_scripts_markup_and_odd_characters_do_not_get_in(client):
    said = draft(
        title="<script>alert(1)</script>Bal\x00 du\u202e village\nce soir",
        text="<b>Grand</b> bal<img src=x onerror=alert(1)>\x07\r\n\r\n\r\n\r\n"
        "2 &lt; 3, &lt;script&gt;x&lt;/script&gt;fin",
    )
    assert send(client, said).status_code == 201
    kept = Submission.objects.get()
    assert (kept.title, kept.text) == ("Bal du village ce soir", "Grand bal\n\n2 < 3, fin")


@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        ("get", "/announcements/nothing", 404, "no_such_announcement"),
        ("get", "/announcements/" + "x" * 65, 404, "no_such_announcement"),
        ("delete", "/announcements/nothing", 404, "no_such_announcement"),
        ("get", "/announcements/nothing/picture", 404, "no_such_announcement"),
        ("get", "/announcements", 405, "not_this_way"),
        ("patch", "/announcements/nothing", 405, "not_this_way"),
        ("post", "/announcements/proof", 405, "not_this_way"),
    ],
)
def test_what_is_not_there_or_asked_otherwise_is_refused_as_json_that_nobody_keeps(
    client, method, address, status, code
):
    response = getattr(client, method)(address, HTTP_ACCEPT_LANGUAGE="de-DE,de;q=0.9")
    assert (response.status_code, faults(response)) == (status, {"": code})
    assert response.json()["errors"][0]["message"] == sentence_of(code, "de")
    assert (response["Cache-Control"], response["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert ("Allow" in response) == (status == 405)


def test_what_cannot_be_read_is_said_in_the_reader_s_language(client):
    response = client.post("/announcements", {"announcement": "{"}, HTTP_ACCEPT_LANGUAGE="de-DE")
    assert response.json()["errors"][0]["message"] == sentence_of("not_json", "de")


def test_title_of_ten_thousand_characters_is_refused(client):
    response = send(client, draft(title="a" * 10_000))
    assert (response.status_code, faults(response)) == (400, {"title": "too_long"})
    assert send(client, draft(title="a" * 150)).status_code == 201


@pytest.mark.parametrize("body", ["", "{", "[]", "1", "null", '{"a":' * 30_000, "é" * 50_000])
def test_what_is_no_announcement_is_refused(client, body):
    response = client.post("/announcements", {"announcement": body})
    assert (response.status_code, faults(response)) == (400, {"": "not_json"})
    response = client.post("/announcements", body.encode(), content_type="application/json")
    assert response.status_code == 400


@pytest.mark.parametrize("value", [3, None, [], {"a": 1}, True])
def test_fields_of_another_kind_are_faults_and_no_breakdown(client, value):
    for name in ("title", "dates", "where", "communeCode", "text", "email", "language", "clientId", "proof"):
        response = send(client, draft(**{name: value}))
        assert response.status_code in (201, 400, 403), (name, response.status_code)


def test_robot_that_fills_every_field_is_told_which_one_is_to_stay_empty(client):
    response = send(client, draft(), website="https://casino.example")
    assert (response.status_code, faults(response)) == (400, {"website": "robot"})


def test_proof_is_asked_for_once_and_for_an_hour(client, monkeypatch):
    for bad in (None, {}, {"stamp": "a", "nonce": "1"}, {"stamp": 3, "nonce": []}):
        response = send(client, draft(proof=bad))
        assert (response.status_code, faults(response)) == (403, {"proof": "bad_proof"})
    good = proof(client)
    forged = {**good, "stamp": good["stamp"].replace(".8.", ".0.")}
    assert send(client, draft(proof=forged)).status_code == 403
    assert send(client, draft(proof=good)).status_code == 201
    assert faults(send(client, draft(proof=good))) == {"proof": "old_proof"}
    late = proof(client)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3700)
    assert faults(send(client, draft(proof=late))) == {"proof": "old_proof"}


def test_proof_that_was_not_counted_is_refused(client, settings):
    settings.ANNOUNCEMENTS = settings.ANNOUNCEMENTS | {"proof_bits": 40}
    stamp = client.get("/announcements/proof").json()
    assert stamp["bits"] == 40
    response = send(client, draft(proof={"stamp": stamp["stamp"], "nonce": count(stamp["stamp"], 4)}))
    assert faults(response) == {"proof": "bad_proof"}


def test_faults_do_not_spend_the_proof(client):
    good = proof(client)
    assert send(client, draft(proof=good, title="")).status_code == 400
    assert send(client, draft(proof=good)).status_code == 201


def test_proof_is_harder_while_many_announcements_come(client):
    easy = client.get("/announcements/proof").json()["bits"]
    for number in range(130):
        Submission.objects.create(client_id=uuid.uuid4(), secret_digest=str(number), title="x", where="x")
    assert client.get("/announcements/proof").json()["bits"] == easy + 2


def test_thousand_posts_a_minute_are_refused_cheaply_and_do_not_hurt_others(client, django_assert_num_queries):
    image = picture()
    answers, began = [], 0.0
    for number in range(1000):
        if number == 70:
            began = time.perf_counter()
        answers.append(client.post("/announcements", {"announcement": "{}", "image": io.BytesIO(image)}))
    assert time.perf_counter() - began < 20
    codes = [answer.status_code for answer in answers]
    assert codes[:60] == [403] * 60 and set(codes[60:]) == {429}
    assert 0 < int(answers[-1]["Retry-After"]) <= 3600
    with django_assert_num_queries(0):
        client.post("/announcements", {"announcement": "{}"})
    assert AnnouncementTally.objects.count() == 1
    assert send(client, draft(), REMOTE_ADDR="192.0.2.7").status_code == 201


def test_thirty_announcements_a_day_are_enough_for_one_address(client, settings):
    settings.ANNOUNCEMENTS = settings.ANNOUNCEMENTS | {"kept_a_day": 2}
    answers = [send(client, draft()) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 86_400
    assert Submission.objects.count() == 2


def test_one_mailbox_is_written_so_many_mails_a_day_however_many_senders_spell_it(client, settings):
    settings.ANNOUNCEMENTS = settings.ANNOUNCEMENTS | {"mails_a_day": 3}
    spellings = ["Victim@example.org", "victim+a@example.org", "victim+b@Example.org", "VICTIM@example.org"]
    answers = [
        send(client, draft(email=email, language=language), REMOTE_ADDR=f"192.0.2.{number}")
        for number, (email, language) in enumerate(zip(spellings, ["fr", "en", "it", "de"], strict=True))
    ]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 429]
    assert faults(answers[-1]) == {"email": "too_many_mails"} and 0 < int(answers[-1]["Retry-After"]) <= 86_400
    assert "E-Mail-Adresse" in answers[-1].json()["errors"][0]["message"]
    assert Submission.objects.count() == 3 == len([one for one in mail.outbox if "victim" in one.to[0].lower()])
    assert send(client, draft(email="other@example.org"), REMOTE_ADDR="192.0.2.3").status_code == 201
    # Nor by mending the address of one that came.
    said = draft(email="mine@example.org")
    send(client, said)
    link = secret_in(mails_to("mine@example.org")[0])
    assert change(client, link, said | {"email": "victim@example.org"}).status_code == 429
    assert send(client, said | {"email": "victim@example.org"}).status_code == 429
    assert change(client, link, said | {"where": "Place"}).status_code == 200
    assert not [one for one in mails_to("victim@example.org") if link in one.body]
    kept = json.dumps([*AnnouncementTally.objects.values_list("key")])
    assert "victim" not in kept.lower()


def test_title_comes_back_in_the_mail_without_a_link(client):
    send(client, draft(title="Gagnez sur https://www.evil.example/x"))
    (received,) = mails_to("parents@example.org")
    assert "evil. example" in received.subject
    assert not any(word in received.subject + received.body for word in ("evil.example", "www.", "https://www"))


def test_address_is_counted_under_another_name_each_day_and_never_kept(client):
    now = timezone.now()
    assert address_digest("192.0.2.7", now=now) == address_digest("::ffff:192.0.2.7", now=now)
    assert address_digest("2001:db8::1", now=now) == address_digest("2001:db8::ffff", now=now)
    assert address_digest("192.0.2.7", now=now) != address_digest("192.0.2.8", now=now)
    assert address_digest("192.0.2.7", now=now) != address_digest("192.0.2.7", now=now + timedelta(days=1))
    send(client, draft(), REMOTE_ADDR="192.0.2.7")
    kept = json.dumps([*AnnouncementTally.objects.values_list("key"), *Submission.objects.values()], default=str)
    assert "192.0.2" not in kept


def test_behind_a_proxy_the_sender_is_counted_and_cannot_pretend(client, settings):
    settings.TRUSTED_PROXIES = 1
    settings.ANNOUNCEMENTS = settings.ANNOUNCEMENTS | {"attempts_an_hour": 1}

    def code(said: str) -> int:
        return client.post("/announcements", {"announcement": ""}, headers={"X-Forwarded-For": said}).status_code

    assert [code("192.0.2.1"), code("192.0.2.2")] == [400, 400]
    assert [code("6.6.6.6, 192.0.2.1"), code("7.7.7.7, 192.0.2.1")] == [429, 429]


# Pictures


def test_mail_server_that_is_down_loses_nothing(client, settings, caplog):
    settings.EMAIL_BACKEND = "tests.agenda.announcements.test_door.Down"
    assert send(client, draft()).status_code == 201
    assert not mail.outbox and "parents@example.org" not in caplog.text
    waiting = AnnouncementMail.objects.filter(sent_at=None)
    assert {row.attempts for row in waiting} == {1} and waiting.count() == 2
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_announcement_mails(now=timezone.now()) == (0, 0)  # not yet
    assert send_announcement_mails(now=timezone.now() + timedelta(minutes=5)) == (2, 0)
    assert client.get(f"/announcements/{secret_in(mails_to('parents@example.org')[0])}").status_code == 200
    assert send_announcement_mails(now=timezone.now() + timedelta(days=9)) == (0, 0)


class Down:
    """A mail server that refuses every connection."""

    def __init__(self, **_options) -> None:
        pass

    def send_messages(self, _messages) -> int:
        raise ConnectionRefusedError


def test_server_key_that_changed_gives_a_new_link(client, settings):
    settings.EMAIL_BACKEND = "tests.agenda.announcements.test_door.Down"
    send(client, draft())
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SECRET_KEY = "another"
    send_announcement_mails(now=timezone.now() + timedelta(minutes=5))
    assert client.get(f"/announcements/{secret_in(mails_to('parents@example.org')[0])}").status_code == 200


def test_office_without_address_is_written_through_its_people(client):
    Office.objects.update(email="")
    with committed():
        send(client, draft())
    assert len(mails_to("verdon@example.org")) == 1  # Sacha Martel's own


def test_number_of_the_right_length_that_is_none_is_a_fault_of_its_field(client):
    answer = send(client, draft(clientId="z" * 36))
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["clientId"]
