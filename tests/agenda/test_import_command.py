"""`manage.py import_apidae` and `fetch_pictures`, over HTTP from the simulator."""

from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from PIL import Image

from agenda.management import progress
from agenda.models import Event
from tests.agenda.apidae_feed import apidae
from tests.tourism.apidae.territories import event, territory
from tourism.apidae.simulator import Dataset
from tourism.enums import ImportMode
from tourism.models import ImportRun, RemoteImage, SourceRecord

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def access(settings, tmp_path):
    settings.VAR_DIR = settings.MEDIA_ROOT = tmp_path
    settings.APIDAE_KEY, settings.APIDAE_PROJECT = "demo", 1


def dataset_of(*objects: dict, **parts) -> Dataset:
    base = territory(0)
    return Dataset(objects=list(objects), elements_reference=base.elements_reference, communes=base.communes, **parts)


def command(name: str, *arguments: str, **options) -> str:
    output = StringIO()
    call_command(name, *arguments, stdout=output, **options)
    return output.getvalue()


def test_whole_project_then_only_what_changed():
    with apidae(dataset_of(event(1), event(2), event(3))) as server:
        first = command("import_apidae", f"--url={server.api_url}")
        changed = event(2, nom={"libelleFr": "Nouvelle"})
        changed["gestion"]["dateModification"] = "2036-01-01T08:00:00.000+0000"
        server.dataset = dataset_of(event(1), changed)
        second = command("import_apidae", f"--url={server.api_url}", "--changes")
    run = ImportRun.objects.order_by("pk").last()
    assert "3 lus, 3 créés, 0 modifiés" in first
    assert (run.mode, run.started_by) == (ImportMode.DELTA, "manage.py")
    assert "1 modifiés" in second and "1 retirés" in second
    assert sorted(Event.objects.filter(published=True).values_list("title", flat=True)) == ["Fête numéro 1", "Nouvelle"]


def renamed(number: int) -> dict:
    """An event whose name, French text and place changed."""
    changed = event(
        number,
        nom={"libelleFr": f"Fête numéro {number} du moulin", "libelleEn": f"Fair number {number}"},
        presentation={"descriptifCourt": {"libelleFr": "Un texte\ntout autre, " + "très " * 40 + "long"}},
    )
    changed["localisation"]["adresse"]["commune"] = {"id": 1000 + (number + 1) % 3}
    return changed


def test_trial_shows_what_would_change_from_what_to_what_object_by_object():
    with apidae(dataset_of(*(event(number) for number in range(1, 4)))) as server:
        command("import_apidae", f"--url={server.api_url}", "--no-images")
        server.dataset = dataset_of(event(1), renamed(2), event(4))
        output = command("import_apidae", f"--url={server.api_url}", "--dry-run")
    lines = output.splitlines()
    assert "  créé 5004 Fête numéro 4" in lines
    assert "  retiré 5003 Fête numéro 3" in lines
    changed = lines[lines.index("  modifié 5002 Fête numéro 2 du moulin") :]
    assert "    Nom (Français) : Fête numéro 2 → Fête numéro 2 du moulin" in changed
    assert "    Commune : Manosque → Digne-les-Bains" in changed
    summary = next(line for line in changed if line.startswith("    Résumé (Français) : Description 2 → Un texte tout"))
    assert summary.endswith("trè…") and len(summary) < 160
    assert sorted(Event.objects.values_list("title", flat=True)) == [f"Fête numéro {number}" for number in (1, 2, 3)]


def test_trial_counts_those_that_it_does_not_show_unless_asked_for_all():
    with apidae(dataset_of(*(event(number) for number in range(23)))) as server:
        short = command("import_apidae", f"--url={server.api_url}", "--dry-run")
        whole = command("import_apidae", f"--url={server.api_url}", "--dry-run", verbosity=2)
    assert (short.count("  créé "), "  … et 3 autres (créé)" in short) == (20, True)
    assert (whole.count("  créé "), "… et" in whole) == (23, False)


def test_export_by_its_address_is_fetched_read_and_not_kept(settings):
    with apidae(dataset_of(event(1))) as server:
        export = server.export()
        output = command("import_apidae", f"--url={server.api_url}", f"--export={server.retrieval_url(export)}")
    assert f"Import {export.stem}.zip : 1 lus, 1 créés" in output
    assert output.count("\n") == 2  # the report and the pictures
    assert list((settings.VAR_DIR / "exports").glob("*.zip")) == []


def test_objects_named_are_mapped_again():
    with apidae(dataset_of(event(1), event(2))) as server:
        command("import_apidae", f"--url={server.api_url}")
    SourceRecord.objects.update(quarantine_reason="Une ancienne faute.", checksum="")
    output = command("import_apidae", "--retry", "5001", "5002")
    assert " : 2 lus," in output
    assert ImportRun.objects.order_by("pk").last().mode == ImportMode.RETRY
    assert not SourceRecord.objects.exclude(quarantine_reason="").exists()


def test_numbers_that_we_do_not_have_are_named_once_the_others_are_mapped():
    with apidae(dataset_of(event(1), event(2))) as server:
        command("import_apidae", f"--url={server.api_url}")
    SourceRecord.objects.update(quarantine_reason="Une ancienne faute.", checksum="")
    SourceRecord.objects.filter(external_id="5002").update(withdrawn_at=timezone.now())
    with pytest.raises(CommandError, match="^Ces fiches d’Apidae ne sont pas dans cette instance : 5002, 123, abc.$"):
        command("import_apidae", "--retry", "5002", "123", "5001", "abc", "123")
    assert not SourceRecord.objects.filter(external_id="5001").exclude(quarantine_reason="").exists()


def test_number_that_we_do_not_have_makes_no_run_when_it_is_alone():
    with pytest.raises(CommandError, match="^Cette fiche d’Apidae n’est pas dans cette instance : 123.$"):
        command("import_apidae", "--retry", "123")
    assert not ImportRun.objects.exists()


def test_without_access_the_command_says_what_is_missing(settings):
    settings.APIDAE_KEY = ""
    with pytest.raises(CommandError, match="APIDAE_KEY"):
        command("import_apidae", "--url=http://127.0.0.1:9/api")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--retry", "1", "--dry-run"), "--retry écrit : il ne va pas avec --dry-run."),
        (("--offline",), "--offline lit un export : donnez --export."),
        (("--offline", "--export=https://example.org/1.zip"), "--offline lit un fichier, pas une adresse."),
    ],
)
def test_options_that_say_nothing_together_are_refused_in_french(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        command("import_apidae", *arguments)


@pytest.mark.parametrize("arguments", [("--export=a.zip", "--changes"), ("--changes", "--retry", "1")])
def test_options_that_exclude_one_another_are_refused(arguments):
    with pytest.raises(CommandError, match="not allowed with"):
        command("import_apidae", *arguments)


def test_failed_reading_fails_the_command_with_its_sentence(settings):
    settings.APIDAE_KEY = "another"
    refused = "APIDAE refuse l'accès : la clé et le projet sont à vérifier"
    with apidae(dataset_of(event(1))) as server, pytest.raises(CommandError, match=refused):
        command("import_apidae", f"--url={server.api_url}", "--no-images")


def picture() -> bytes:
    content = BytesIO()
    Image.new("RGB", (80, 60), "teal").save(content, "JPEG")
    return content.getvalue()


def test_pictures_are_fetched_apart_and_shown(settings):
    files = {f"{number}.jpg": (picture(), "image/jpeg") for number in range(23)} | {"bad.jpg": (b"no", "image/jpeg")}
    with apidae(dataset_of()) as server:
        settings.APIDAE_URL = server.api_url
        illustrated = [
            event(
                number,
                illustrations=[
                    {
                        "type": "IMAGE",
                        "copyright": {"libelleFr": "Dessin"},
                        "traductionFichiers": [{"locale": "fr", "url": f"{server.url}/filestore/{name}"}],
                    }
                ],
            )
            for number, name in enumerate(files)
        ]
        server.dataset = dataset_of(*illustrated, media=files.get)
        command("import_apidae", f"--url={server.api_url}", "--no-images")
        before = Event.objects.get(title="Fête numéro 3").cards.get(language="fr").card["image"]
        outputs = [command("fetch_pictures"), command("fetch_pictures")]
    after = Event.objects.get(title="Fête numéro 3").cards.get(language="fr").card["image"]
    assert outputs == ["Images : 23 reçues, 1 en échec.\n", "Images : 0 reçues, 1 en échec.\n"]
    assert (before, after is not None) == (None, True)
    assert RemoteImage.objects.get(digest="").attempts == 2


class Terminal(StringIO):
    """An error output that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_bar_is_drawn_in_a_terminal_only(monkeypatch):
    drawn = {}
    for kind in (Terminal, StringIO):
        monkeypatch.setattr(progress.sys, "stderr", kind())
        with progress.progress_bar("Apidae") as show:
            for done in (100, 200, 300):
                show(done, 250)
        drawn[kind] = progress.sys.stderr.getvalue()
    assert drawn[StringIO] == ""
    assert "Apidae:   0%" in drawn[Terminal] or "Apidae: 0it" in drawn[Terminal]


def test_bar_is_not_drawn_for_a_quiet_command(monkeypatch):
    monkeypatch.setattr(progress.sys, "stderr", Terminal())
    with progress.progress_bar("Apidae", quiet=True) as show:
        show(1, 2)
    assert progress.sys.stderr.getvalue() == ""
