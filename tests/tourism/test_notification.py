"""APIDAE calls when an export has ended."""

import logging
from datetime import UTC, datetime
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

import pytest

from tourism.apidae.notification import BadNotificationError, read_notification
from tourism.enums import AlertKind, DeliveryState
from tourism.models import ExportDelivery, FeedAlert

pytestmark = pytest.mark.django_db
TOKEN = "a-token-that-nobody-guesses"
URL = f"/apidae/export/{TOKEN}"
STEM = "3126_20261124-0156_H8zWaD"
FORM = {
    "projetId": "3030",
    "statut": "SUCCESS",
    "ponctuel": "false",
    "reinitialisation": "true",
    "urlRecuperation": f"https://export.apidae-tourisme.com/exports/{STEM}.zip",
    "urlConfirmation": f"https://api.apidae-tourisme.com/api/v002/export/confirmation?hash={STEM}",
}


@pytest.fixture(autouse=True)
def project(settings):
    settings.APIDAE_NOTIFICATION_TOKEN = TOKEN
    settings.APIDAE_PROJECT = 3030
    settings.APIDAE_URL = "https://api.apidae-tourisme.com/api/v002"
    settings.APIDAE_EXPORT_HOSTS = ["export.apidae-tourisme.com"]


def post(client, form, url=URL):
    """As APIDAE calls: form-encoded."""
    return client.post(url, urlencode(form), content_type="application/x-www-form-urlencoded")


def test_notification_is_taken_down_and_answered_at_once(client):
    answer = post(client, FORM)
    found = ExportDelivery.objects.get()
    assert (answer.status_code, answer.content) == (200, b"")
    assert (found.stem, found.project, found.state, found.full, found.one_off, found.times_received) == (
        STEM,
        3030,
        DeliveryState.WAITING,
        True,
        False,
        1,
    )
    assert (found.download_url, found.confirmation_url) == (FORM["urlRecuperation"], FORM["urlConfirmation"])
    # 01:56 in Paris
    assert found.exported_at == datetime(2026, 11, 24, 0, 56, tzinfo=UTC)


def test_notification_needs_no_csrf_token(client):
    client.handler.enforce_csrf_checks = True
    assert post(client, FORM).status_code == 200


def test_same_export_announced_again_is_only_counted(client):
    post(client, FORM)
    ExportDelivery.objects.update(state=DeliveryState.DONE)
    answer = post(client, FORM | {"reinitialisation": "false"})
    found = ExportDelivery.objects.get()
    assert answer.status_code == 200
    assert (found.state, found.full, found.times_received) == (DeliveryState.DONE, True, 2)


def test_older_name_of_the_project_is_read(client):
    form = {key: value for key, value in FORM.items() if key != "projetId"} | {"siteWebId": "3030"}
    assert post(client, form).status_code == 200
    assert ExportDelivery.objects.get().project == 3030


def test_export_that_failed_on_their_side_is_kept_as_empty_with_one_alert(client):
    failed = FORM | {"statut": "ERROR", "urlRecuperation": "", "urlConfirmation": ""}
    assert [post(client, failed).status_code for _ in range(2)] == [200, 200]
    found = ExportDelivery.objects.first()
    assert found.state == DeliveryState.EMPTY
    assert found.error.endswith("a échoué de son côté.")
    alert = FeedAlert.objects.get()
    assert (alert.source, alert.kind, alert.mailed_at) == ("apidae", AlertKind.FAILING, None)
    assert found.stem in alert.sentence


def test_export_announced_as_failed_and_then_as_there_is_taken(client):
    post(client, FORM | {"statut": "ERROR"})
    post(client, FORM)
    found = ExportDelivery.objects.get()
    assert (found.state, found.times_received, found.error) == (DeliveryState.WAITING, 2, "")


@pytest.mark.parametrize("token", ["", "short", TOKEN + "x", TOKEN[:-1], "é"])
def test_wrong_token_is_not_found(client, token):
    assert post(client, FORM, f"/apidae/export/{quote(token)}").status_code == 404
    assert not ExportDelivery.objects.exists()


def test_without_a_token_in_the_settings_nothing_is_there(client, settings):
    settings.APIDAE_NOTIFICATION_TOKEN = ""
    assert post(client, FORM).status_code == 404


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "options"])
def test_other_methods_are_refused(client, method):
    answer = getattr(client, method)(URL)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")


WRONG = {
    "no project": ({"projetId": ""}, "projetId"),
    "another project": ({"projetId": "3031"}, "projetId"),
    "project in other digits": ({"projetId": "٣٠٣٠"}, "projetId"),
    "project with a space": ({"projetId": " 3030"}, "projetId"),
    "no status": ({"statut": ""}, "statut"),
    "unknown status": ({"statut": "success"}, "statut"),
    "no file": ({"urlRecuperation": ""}, "urlRecuperation"),
    "file of another folder": (
        {"urlRecuperation": "https://export.apidae-tourisme.com/exports/../../x.zip"},
        "urlRecuperation",
    ),
    "foreign host": ({"urlRecuperation": "https://example.org/exports/a_20261124-0156_b.zip"}, "urlRecuperation"),
    "host with ours as its name": (
        {"urlRecuperation": "https://export.apidae-tourisme.com.example.org/a.zip"},
        "urlRecuperation",
    ),
    "host behind a user name": (
        {"urlRecuperation": "https://export.apidae-tourisme.com@example.org/a.zip"},
        "urlRecuperation",
    ),
    "other port": ({"urlRecuperation": "https://export.apidae-tourisme.com:8443/a.zip"}, "urlRecuperation"),
    "other scheme": ({"urlRecuperation": "file:///etc/passwd"}, "urlRecuperation"),
    "foreign confirmation": ({"urlConfirmation": "https://example.org/confirm?hash=a"}, "urlConfirmation"),
    "no file name": ({"urlRecuperation": "https://export.apidae-tourisme.com/", "urlConfirmation": ""}, "file"),
    "name that leaves its folder": ({"urlRecuperation": "https://export.apidae-tourisme.com/..%2f..%2fa.zip"}, "file"),
    "control character": ({"urlRecuperation": FORM["urlRecuperation"] + "\x00"}, "urlRecuperation"),
    "too long": ({"urlConfirmation": FORM["urlConfirmation"] + "a" * 500}, "urlConfirmation"),
    "not a boolean": ({"reinitialisation": "oui"}, "reinitialisation"),
}


@pytest.mark.parametrize("what", WRONG)
def test_bad_notification_gets_a_sentence_and_is_logged_without_the_token(client, caplog, what):
    changes, word = WRONG[what]
    with caplog.at_level(logging.WARNING):
        answer = post(client, FORM | changes)
    assert answer.status_code == 400
    assert word in answer.content.decode() and answer.content.decode().endswith(".\n")
    assert answer.content.decode().strip() in caplog.text
    assert TOKEN not in caplog.text
    assert not ExportDelivery.objects.exists()


def test_large_body_is_not_read(client):
    assert post(client, FORM | {"more": "x" * 20_000}).status_code == 413
    assert not ExportDelivery.objects.exists()


def test_body_that_is_no_form_is_refused(client):
    for body, kind in ((b"\xff\xfe\x00", "application/octet-stream"), (b'{"projetId": 3030}', "application/json")):
        assert client.post(URL, body, content_type=kind).status_code == 400


@pytest.mark.parametrize("given", ["true", "false", None])
def test_missing_reset_means_that_nothing_is_to_be_withdrawn(client, given):
    form = {key: value for key, value in FORM.items() if key != "reinitialisation"}
    post(client, form if given is None else form | {"reinitialisation": given})
    assert ExportDelivery.objects.get().full == (given == "true")


@pytest.mark.parametrize(
    ("stem", "moment"),
    [
        ("1_20261124-0156_abc", datetime(2026, 11, 24, 0, 56, tzinfo=UTC)),
        ("1_20260724-0156_abc", datetime(2026, 7, 23, 23, 56, tzinfo=UTC)),
        # the hour that comes twice is the first of both
        ("1_20261025-0230_abc", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        # nothing that is a date, and a date that is far off: the moment of the call
        ("1_20261399-0156_abc", datetime(2026, 11, 25, 12, 0, tzinfo=UTC)),
        ("export", datetime(2026, 11, 25, 12, 0, tzinfo=UTC)),
        ("1_20300101-0000_abc", datetime(2026, 11, 25, 12, 0, tzinfo=UTC)),
        # a clock of theirs that is a little ahead: the order of exports is that of their names
        ("1_20261125-1310_abc", datetime(2026, 11, 25, 12, 10, tzinfo=UTC)),
    ],
)
def test_moment_of_an_export_comes_from_its_name(stem, moment, settings):
    url = f"https://export.apidae-tourisme.com/exports/{stem}.zip"
    read = read_notification(
        FORM | {"urlRecuperation": url},
        project=3030,
        hosts={"export.apidae-tourisme.com", "api.apidae-tourisme.com"},
        now=datetime(2026, 11, 25, 12, 0, tzinfo=UTC),
        zone=ZoneInfo(settings.TIME_ZONE),
    )
    assert (read.stem, read.exported_at) == (stem, moment)


def test_notification_for_no_project_at_all_is_refused(settings):
    with pytest.raises(BadNotificationError):
        read_notification(
            FORM | {"projetId": "0"},
            project=0,
            hosts=set(),
            now=datetime(2026, 11, 25, tzinfo=UTC),
            zone=ZoneInfo(settings.TIME_ZONE),
        )
