"""The door for announcements, as the web app and as others use it."""

import io
import json
import logging
import time
import uuid
import zipfile
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from PIL import Image

from agenda.actions.announcements import address_digest, digest_of, entrust_announcement, send_announcement_mails
from agenda.announcements import BadPictureError, clean_picture
from agenda.enums import SubmissionState
from agenda.models import AnnouncementMail, AnnouncementTally, Submission
from config.tokens import HideTokens
from tests.agenda.announcements.sending import (
    change,
    committed,
    count,
    day,
    draft,
    mails_to,
    picture,
    proof,
    secret_in,
    send,
    withdraw,
)
from tourism.models import Office

pytestmark = pytest.mark.django_db


def faults(response) -> dict[str, str]:
    return {fault["field"]: fault["code"] for fault in response.json()["errors"]}


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


def test_picture_is_written_anew_without_the_position_where_it_was_taken(client):
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x8825] = {1: "N", 2: (43.0, 50.0, 0.0), 3: "E", 4: (6.0, 13.0, 0.0)}
    exif[0x010F] = "Appareil de Camille"
    image = picture((900, 600), exif=exif, comment=b"secret")
    assert b"Appareil de Camille" in image
    assert send(client, draft(), image).status_code == 201
    with Submission.objects.get().image.open("rb") as file:
        content = file.read()
    with Image.open(io.BytesIO(content)) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (600, 900), {})
        assert {"exif", "icc_profile", "comment"} & set(kept.info) == set()
    assert b"Camille" not in content and b"secret" not in content


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_pictures_of_other_forms_become_jpeg(client, form):
    assert send(client, draft(), picture((300, 200), form)).status_code == 201
    with Image.open(Submission.objects.get().image) as kept:
        assert (kept.format, kept.size) == ("JPEG", (300, 200))


def test_transparent_picture_is_on_white(client):
    written = io.BytesIO()
    Image.new("RGBA", (80, 80), (0, 0, 0, 0)).save(written, "PNG")
    assert send(client, draft(), written.getvalue()).status_code == 201
    with Image.open(Submission.objects.get().image) as kept:
        assert kept.getpixel((40, 40)) == (255, 255, 255)


def progressive(scans: int) -> bytes:
    """A small file that has each of its pixels drawn so many times."""
    written = io.BytesIO()
    Image.new("L", (400, 400)).save(written, "JPEG", progressive=True, quality=1)
    content = written.getvalue()
    last, end = content.rfind(b"\xff\xda"), content.rfind(b"\xff\xd9")
    return content[:end] + content[last:end] * (scans - content.count(b"\xff\xda")) + content[end:]


def test_picture_that_is_drawn_again_and_again_is_refused_undecoded_and_costs_its_proof(client):
    assert send(client, draft(), progressive(24)).status_code == 201
    counted = proof(client)
    response = send(client, draft(proof=counted), progressive(25))
    assert (response.status_code, faults(response)) == (415, {"image": "picture_too_slow"})
    assert "JPEG ordinaire" in response.json()["errors"][0]["message"]
    assert faults(send(client, draft(proof=counted), picture())) == {"proof": "old_proof"}


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8" + b"\xff" * 1_000_000,
        b"\xff\xd8" + b"\xff\x00" * 500_000,
        b"\xff\xd8" + b"\xff\xe0\x00\x02" * 200_000,
        b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x00tEXt\xe7\xb6\x0b\x91" * 50_000,
    ],
)
def test_file_of_endless_parts_is_refused_without_going_through_them(content):
    began = time.process_time()
    with pytest.raises(BadPictureError):
        clean_picture(content)
    assert time.process_time() - began < 0.2


def test_grey_of_sixteen_bits_is_as_bright_as_it_was():
    written = io.BytesIO()
    Image.new("I;16", (80, 80), 20_000).save(written, "PNG")
    with Image.open(io.BytesIO(clean_picture(written.getvalue()).content)) as kept:
        assert abs(kept.getpixel((40, 40))[0] - 78) <= 1


def test_picture_on_its_side_is_upright_in_every_form():
    exif = Image.Exif()
    exif[0x0112] = 6
    for form in ("PNG", "WEBP", "JPEG"):
        cleaned = clean_picture(picture((300, 200), form, exif=exif))
        assert (cleaned.width, cleaned.height) == (200, 300)


def test_large_picture_is_kept_small(client):
    assert send(client, draft(), picture((4000, 3000))).status_code == 201
    with Image.open(Submission.objects.get().image) as kept:
        assert kept.size == (2000, 1500)


def test_picture_of_twenty_megabytes_is_refused_unread(client):
    response = send(client, draft(), picture() + b"\x00" * 20_000_000)
    assert (response.status_code, faults(response)) == (413, {"image": "body_too_large"})
    response = send(client, draft(), picture() + b"\x00" * (8 * 1024 * 1024))
    assert response.status_code == 413
    assert not Submission.objects.exists()


def test_decompression_bomb_is_refused(client):
    written = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(written, "PNG")
    assert len(written.getvalue()) < 300_000
    response = send(client, draft(), written.getvalue())
    assert (response.status_code, faults(response)) == (413, {"image": "picture_too_large"})
    written = io.BytesIO()
    Image.new("1", (5_001, 5_000)).save(written, "PNG")
    assert send(client, draft(), written.getvalue()).status_code == 413


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><script>alert(1)</script></html>",
        SVG,
        b"%PDF-1.7\n%%EOF",
        b"GIF89a/*\x00\x00*/=1;alert(1)",
        b"\xff\xd8\xff\xe0" + b"\x00" * 100,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 200,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run",
    ],
)
def test_what_is_not_a_picture_is_refused(client, content):
    response = send(client, draft(), content)
    assert (response.status_code, faults(response)) == (415, {"image": "not_a_picture"})


def test_truncated_picture_is_refused(client):
    assert send(client, draft(), picture()[:-2000]).status_code == 415


def test_of_a_file_that_is_picture_and_archive_and_script_only_the_picture_is_kept(client):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("evil.js", "alert(1)")
    image = picture(comment=b"<script>alert(1)</script>") + archive.getvalue() + b"<?php system('id'); ?>" + SVG
    assert zipfile.is_zipfile(io.BytesIO(image))
    assert send(client, draft(), image).status_code == 201
    with Submission.objects.get().image.open("rb") as file:
        content = file.read()
    assert not zipfile.is_zipfile(io.BytesIO(content))
    assert not any(word in content for word in (b"script", b"php", b"svg", b"evil"))


def test_pictures_that_wait_are_not_served_to_the_public(client):
    send(client, draft(), picture())
    kept = Submission.objects.get()
    assert client.get(f"/media/{kept.image.name}").status_code == 404
    shown = client.get(f"/announcements/{secret_in(mails_to('parents@example.org')[0])}/picture")
    assert (shown.status_code, shown["Content-Type"], shown["Cache-Control"]) == (200, "image/jpeg", "no-store")


# With the mailed link


@pytest.fixture
def secret(client) -> str:
    send(client, draft(), picture())
    return secret_in(mails_to("parents@example.org")[0])


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
