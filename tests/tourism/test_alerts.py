"""What is wrong with a feed is noticed and mailed once, and told again when it has passed."""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from tourism.actions.alerts import check_feeds
from tourism.enums import AlertKind, DeliveryState, ImportMode, ImportStatus, RecordKind
from tourism.models import ExportDelivery, FeedAlert, ImportRun, SourceRecord

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class ServerDown(EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("nobody listens")


class ServerRefuses(EmailBackend):
    """A mail server that wants another password."""

    def send_messages(self, messages):
        raise smtplib.SMTPAuthenticationError(535, b"no")


@pytest.fixture(autouse=True)
def mailbox(settings):
    settings.ALERT_EMAILS = ["agence@example.org"]
    settings.WAGTAILADMIN_BASE_URL = "https://traverse.example.org"


def run(*, ago: timedelta = timedelta(), status: str = ImportStatus.SUCCEEDED, **values) -> ImportRun:
    """A run that ended `ago`."""
    made = ImportRun.objects.create(source="apidae", status=status, **values)
    moment = NOW - ago
    ImportRun.objects.filter(pk=made.pk).update(
        started_at=moment, finished_at=None if status == ImportStatus.RUNNING else moment
    )
    return made


def records(count: int, *, withdrawn: int = 0, withdrawn_ago: timedelta = DAY) -> None:
    made = SourceRecord.objects.bulk_create(
        SourceRecord(
            source="apidae",
            external_id=str(number),
            kind=RecordKind.PLACE,
            seen_at=NOW,
            withdrawn_at=NOW - withdrawn_ago if number < withdrawn else None,
        )
        for number in range(count)
    )
    SourceRecord.objects.filter(pk__in=[record.pk for record in made]).update(first_seen_at=NOW - 30 * DAY)


def delivery(stem: str, state: str, *, at: datetime = NOW, **values) -> ExportDelivery:
    return ExportDelivery.objects.create(stem=stem, project=1, state=state, exported_at=at, **values)


def open_kinds() -> list[str]:
    return sorted(FeedAlert.objects.filter(closed_at=None).values_list("kind", flat=True))


def test_feed_that_is_well_gives_no_alert():
    records(100)
    run(ago=DAY)
    delivery("a", DeliveryState.DONE)
    report = check_feeds(now=NOW)
    assert (report.opened, report.closed, report.mailed, mail.outbox) == ([], [], 0, [])


def test_silent_feed_is_told_once_with_what_to_do_and_where():
    run(ago=4 * DAY)
    check_feeds(now=NOW)
    check_feeds(now=NOW + DAY)
    alert = FeedAlert.objects.get()
    (message,) = mail.outbox
    assert (alert.kind, alert.mailed_at) == (AlertKind.SILENT, NOW)
    assert (message.to, message.subject) == (["agence@example.org"], "[Traverse] APIDAE : flux silencieux")
    assert "Aucun import n’a réussi depuis le 21 novembre 2026 à 10:00." in message.body
    assert "À faire :" in message.body
    assert "https://traverse.example.org/admin/" in message.body


@pytest.mark.parametrize(
    ("ago", "days", "kinds"),
    [(3 * DAY, 3, []), (3 * DAY + timedelta(seconds=1), 3, ["SILENT"]), (2 * DAY, 1, ["SILENT"])],
)
def test_silence_is_longer_than_the_days_of_the_settings(settings, ago, days, kinds):
    settings.FEED_SILENT_DAYS = days
    run(ago=ago)
    check_feeds(now=NOW)
    assert open_kinds() == kinds


@pytest.mark.parametrize(
    "other",
    [
        {"status": ImportStatus.FAILED},
        {"dry_run": True},
        {"mode": ImportMode.RETRY},
        {"mode": ImportMode.PART},
        {"status": ImportStatus.RUNNING},
    ],
)
def test_what_is_no_reading_of_the_feed_does_not_end_its_silence(other):
    run(ago=4 * DAY)
    run(**other)
    check_feeds(now=NOW)
    assert open_kinds() == ["SILENT"]


@pytest.mark.parametrize(("ago", "kinds"), [(2 * DAY, []), (9 * DAY, ["SILENT"])])
def test_feed_that_never_succeeded_is_silent_since_its_first_attempt(ago, kinds):
    run(ago=ago, status=ImportStatus.FAILED)
    check_feeds(now=NOW)
    assert open_kinds() == kinds


def test_feed_that_the_settings_name_and_that_never_came_is_silent_since_the_instance_was_set_up(settings):
    set_up = timezone.now()
    check_feeds(now=set_up + 365 * DAY)
    assert open_kinds() == []
    settings.APIDAE_NOTIFICATION_TOKEN = "a-token-of-more-than-20"
    check_feeds(now=set_up - 365 * DAY)
    assert open_kinds() == []
    check_feeds(now=set_up + 365 * DAY)
    assert open_kinds() == ["SILENT"]


def test_reading_that_took_all_but_a_part_is_told_until_one_compared_everything():
    run(ago=3 * DAY, judged=True)
    run(ago=2 * DAY, error="3 objets du flux sont illisibles.")
    run(ago=DAY)
    check_feeds(now=NOW)
    (alert,) = FeedAlert.objects.filter(closed_at=None)
    assert (alert.kind, alert.sentence) == ("INCOMPLETE", "3 objets du flux sont illisibles.")
    run(judged=True)
    check_feeds(now=NOW)
    assert open_kinds() == []


def test_withdrawals_that_somebody_decided_on_are_no_part_that_is_missing():
    run(ago=2 * DAY, judged=True, withheld=30, error="30 objets manquent.", decided_by="agence")
    check_feeds(now=NOW)
    assert "INCOMPLETE" not in open_kinds()


def test_alert_that_passed_is_closed_and_told_and_opens_again_later():
    run(ago=4 * DAY)
    check_feeds(now=NOW)
    run()
    closing = check_feeds(now=NOW + timedelta(hours=1))
    again = check_feeds(now=NOW + 5 * DAY)
    assert [alert.kind for alert in closing.closed] == [AlertKind.SILENT]
    assert [alert.kind for alert in again.opened] == [AlertKind.SILENT]
    assert FeedAlert.objects.count() == 2
    assert [message.subject for message in mail.outbox] == [
        "[Traverse] APIDAE : flux silencieux",
        "[Traverse] APIDAE : c’est réglé (flux silencieux)",
        "[Traverse] APIDAE : flux silencieux",
    ]
    assert "depuis le 25 novembre 2026 à 11:00" in mail.outbox[1].body


@pytest.mark.parametrize("backend", [ServerDown, ServerRefuses])
def test_mail_server_that_is_down_loses_no_mail(settings, backend, caplog):
    sending, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.{backend.__name__}"
    run(ago=4 * DAY)
    failed = check_feeds(now=NOW)
    unsent = FeedAlert.objects.get().mailed_at
    settings.EMAIL_BACKEND = sending
    sent = check_feeds(now=NOW + timedelta(hours=1))
    assert (len(failed.opened), failed.mailed, failed.unsent, unsent) == (1, 0, 1, None)
    assert "could not be mailed" in caplog.text
    assert (sent.opened, sent.mailed, sent.unsent, len(mail.outbox)) == ([], 1, 0, 1)


def test_alert_that_passed_before_it_could_be_mailed_is_only_kept(settings):
    sending, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.ServerDown"
    run(ago=4 * DAY)
    check_feeds(now=NOW)
    run()
    settings.EMAIL_BACKEND = sending
    check_feeds(now=NOW + timedelta(hours=1))
    # "It is settled" says nothing to who was never told what.
    assert mail.outbox == []
    assert FeedAlert.objects.get().closed_at is not None


def test_superusers_are_written_to_when_nobody_is_named(settings):
    settings.ALERT_EMAILS = []
    users = get_user_model().objects
    users.create_superuser("camille", "camille@example.org", "x")
    users.create_superuser("gone", "gone@example.org", "x", is_active=False)
    users.create_superuser("silent", "", "x")
    users.create_user("sacha", "sacha@example.org", "x")
    run(ago=4 * DAY)
    check_feeds(now=NOW)
    assert [message.to for message in mail.outbox] == [["camille@example.org"]]


def test_mail_waits_until_there_is_somebody_to_write_to(settings, caplog):
    settings.ALERT_EMAILS = []
    run(ago=4 * DAY)
    nobody = check_feeds(now=NOW)
    settings.ALERT_EMAILS = ["agence@example.org"]
    check_feeds(now=NOW + timedelta(hours=1))
    assert (nobody.unsent, "ALERT_EMAILS" in caplog.text, len(mail.outbox)) == (1, True, 1)


def test_withdrawals_that_wait_for_a_person_are_told():
    run(status=ImportStatus.WAITING, withheld=42)
    check_feeds(now=NOW)
    assert open_kinds() == ["SHRINKING"]
    assert "42 fiches" in FeedAlert.objects.get().sentence


@pytest.mark.parametrize(
    ("count", "withdrawn", "ago", "kinds"),
    [
        (200, 21, DAY, ["SHRINKING"]),
        (200, 20, DAY, []),  # 10 % is not more than 10 %
        (200, 21, 8 * DAY, []),  # longer ago than a week
        (50, 9, DAY, []),  # a large share of few objects
        (50, 10, DAY, ["SHRINKING"]),
        (20, 20, DAY, ["SHRINKING"]),
    ],
)
def test_feed_that_lost_much_within_a_week_is_told(count, withdrawn, ago, kinds):
    records(count, withdrawn=withdrawn, withdrawn_ago=ago)
    run()
    check_feeds(now=NOW)
    assert open_kinds() == kinds


@pytest.mark.parametrize(
    ("statuses", "kinds"),
    [
        ("FFF", ["FAILING"]),
        ("SFFF", ["FAILING"]),
        ("FIF", ["FAILING"]),
        ("FF", []),
        ("FFFS", []),
        ("FFSFF", []),
        ("FFFR", ["FAILING"]),
        ("FFFW", ["SHRINKING"]),
    ],
)
def test_three_failures_in_a_row_are_told(statuses, kinds):
    names = {
        "F": ImportStatus.FAILED,
        "S": ImportStatus.SUCCEEDED,
        "I": ImportStatus.INTERRUPTED,
        "R": ImportStatus.RUNNING,
        "W": ImportStatus.WAITING,
    }
    for position, letter in enumerate(statuses):
        error = "APIDAE ne répond pas." if letter == "F" else ""
        run(ago=timedelta(hours=len(statuses) - position), status=names[letter], error=error, withheld=30)
    check_feeds(now=NOW)
    assert open_kinds() == kinds
    if kinds == ["FAILING"]:
        assert FeedAlert.objects.get().sentence == "Les 3 derniers imports ont échoué. APIDAE ne répond pas."


def test_export_that_the_platform_could_not_make_is_told_until_the_next_one_comes():
    delivery("bad", DeliveryState.EMPTY)
    check_feeds(now=NOW)
    told = open_kinds()
    delivery("good", DeliveryState.WAITING, at=NOW + DAY)
    check_feeds(now=NOW + DAY)
    assert (told, open_kinds(), len(mail.outbox)) == (["FAILING"], [], 2)


def test_blocked_exports_are_told_with_what_waits_behind():
    blocked = delivery("first", DeliveryState.FAILED, attempts=3, error="Le fichier est tronqué.")
    delivery("second", DeliveryState.WAITING, at=NOW + DAY)
    delivery("before", DeliveryState.WAITING, at=NOW - DAY)
    check_feeds(now=NOW)
    (message,) = mail.outbox
    assert open_kinds() == ["BLOCKED"]
    assert "« first » n’a pas pu être intégré après 3 essais : Le fichier est tronqué. 1 export attend" in message.body
    blocked.state = DeliveryState.SKIPPED
    blocked.save()
    check_feeds(now=NOW)
    assert open_kinds() == []


def test_export_that_failed_once_is_no_alert_yet():
    delivery("first", DeliveryState.FAILED, attempts=2)
    check_feeds(now=NOW)
    assert open_kinds() == []


def test_sentence_of_an_open_alert_follows_without_another_mail():
    delivery("first", DeliveryState.FAILED, attempts=3, error="Un.")
    check_feeds(now=NOW)
    ExportDelivery.objects.update(attempts=4, error="Deux.")
    check_feeds(now=NOW)
    assert "4 essais : Deux." in FeedAlert.objects.get().sentence
    assert len(mail.outbox) == 1


def test_feeds_are_looked_at_one_by_one():
    run(ago=4 * DAY)
    ImportRun.objects.create(source="geotrek", status=ImportStatus.SUCCEEDED, finished_at=NOW)
    check_feeds(now=NOW)
    assert list(FeedAlert.objects.values_list("source", "kind")) == [("apidae", "SILENT")]


def silent() -> str:
    run(ago=4 * DAY)
    return "importrun/?source=apidae"


def waiting_for_an_answer() -> str:
    run(ago=DAY, status=ImportStatus.WAITING, withheld=42)
    return f"importrun/withdrawals/{ImportRun.objects.get().pk}/"


def shrunken() -> str:
    records(200, withdrawn=40)
    large = run(ago=2 * DAY, withdrawn=35)
    run(ago=DAY, withdrawn=5)
    run(ago=9 * DAY, withdrawn=90)
    run()
    return f"importrun/inspect/{large.pk}/"


def failing() -> str:
    for hours in (3, 2, 1):
        last = run(ago=timedelta(hours=hours), status=ImportStatus.FAILED, error="La clé est refusée.")
    return f"importrun/inspect/{last.pk}/"


def export_that_failed_there() -> str:
    return f"exportdelivery/inspect/{delivery('bad', DeliveryState.EMPTY).pk}/"


def blocked() -> str:
    delivery("later", DeliveryState.WAITING, at=NOW + DAY)
    first = delivery("first", DeliveryState.FAILED, attempts=3, error="Le fichier est tronqué.")
    return f"exportdelivery/inspect/{first.pk}/"


def partly_read() -> str:
    return f"importrun/inspect/{run(error='Une partie de l’export n’a pas pu être lue.').pk}/"


@pytest.mark.parametrize(
    "trouble", [silent, waiting_for_an_answer, shrunken, failing, export_that_failed_there, blocked, partly_read]
)
def test_mail_links_to_what_it_is_about(client, admin_client, trouble):
    expected = f"/admin/snippets/tourism/{trouble()}"
    check_feeds(now=NOW)
    (message,) = mail.outbox
    assert message.body.splitlines()[-1] == f"À voir ici : https://traverse.example.org{expected}"
    assert admin_client.get(expected).status_code == 200
    # Without an account: to the login form, and back to that screen.
    assert client.get(expected)["Location"].startswith("/admin/login/?next=/admin/snippets/tourism/")


def test_mail_that_says_that_it_has_passed_links_to_the_alert(admin_client):
    run(ago=4 * DAY)
    check_feeds(now=NOW)
    run()
    check_feeds(now=NOW + timedelta(hours=1))
    page = f"/admin/snippets/tourism/feedalert/inspect/{FeedAlert.objects.get().pk}/"
    assert mail.outbox[1].body.splitlines()[-1] == f"À voir ici : https://traverse.example.org{page}"
    assert admin_client.get(page).status_code == 200


def test_page_of_an_alert_that_goes_on_links_to_what_it_is_about(admin_client):
    expected = blocked()
    check_feeds(now=NOW)
    page = f"/admin/snippets/tourism/feedalert/inspect/{FeedAlert.objects.get().pk}/"
    link = f'href="/admin/snippets/tourism/{expected}"'
    assert link in admin_client.get(page).content.decode()
    FeedAlert.objects.update(closed_at=NOW)
    assert link not in admin_client.get(page).content.decode()
