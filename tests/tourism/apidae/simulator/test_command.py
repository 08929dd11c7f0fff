"""`manage.py apidae_simulator`."""

import io
import json
import subprocess
import sys
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.tourism.apidae.asking import IDS
from tests.tourism.apidae.territories import event


def started(*arguments: str) -> tuple[subprocess.Popen, dict[str, str]]:
    """The command running on a free port, and what it printed, by the first word of the line."""
    root = Path(__file__).resolve().parents[4]
    process = subprocess.Popen(
        [sys.executable, "manage.py", "apidae_simulator", "--port", "0", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    printed: dict[str, str] = {}
    last = "Export" if "--export" in arguments else "Content"
    while last not in printed and (line := process.stdout.readline()):
        name, _, value = line.strip().partition(" ")
        printed[name] = value.strip()
    return process, printed


def test_command_serves_a_folder_until_it_is_ended(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(event(1)))
    (tmp_path / "bad.json").write_text("{")
    process, printed = started("--data", str(tmp_path), "--project", "7", "--key", "abc", "--export", "full")
    try:
        api = printed["API"].split()[0]
        assert printed["Content"] == "1 objects, 0 selections"
        query = urllib.parse.urlencode({"query": json.dumps({"apiKey": "abc", "projetId": 7})})
        with urllib.request.urlopen(f"{api}/v002/{IDS}?{query}", timeout=10) as answer:
            assert json.load(answer)["objetTouristiqueIds"] == [5001]
        with urllib.request.urlopen(printed["Export"].split()[0], timeout=10) as answer:
            names = zipfile.ZipFile(io.BytesIO(answer.read())).namelist()
        assert "objets_modifies/objets_modifies-1.json" in names
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "bad.json : Le fichier JSON est tronqué." in errors


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--data", "/nowhere/at/all"], "does not exist"),
        (["--fault", "earthquake"], "Unknown fault: earthquake"),
        (["--modified", "a", "--export", "delta", "--data", "."], "Not a list of ids: a"),
        (["--generate", "20", "--data", "."], "exclude each other"),
        (["--generate", "3"], "At least 16 objects"),
        (["--generate", "20", "--write-export", "/nowhere/at/all.zip"], "No such file"),
    ],
)
def test_command_says_what_is_wrong_with_its_options(arguments, sentence, tmp_path):
    with pytest.raises(CommandError, match=sentence):
        call_command("apidae_simulator", "--port", "0", *[str(tmp_path) if a == "." else a for a in arguments])


def test_command_writes_an_export_without_serving(tmp_path, capsys):
    path = tmp_path / "export.zip"
    call_command("apidae_simulator", "--generate", "60", "--seed", "5", "--write-export", str(path))
    assert f"{path} (60 objects" in capsys.readouterr().out
    with zipfile.ZipFile(path) as archive:
        packets = [name for name in archive.namelist() if name.startswith("objets_")]
        assert "objets_modifies/objets_modifies-2.json" in packets
    delta = ["--export", "delta", "--modified", "20000017", "--deleted", "20000018", "--single"]
    call_command("apidae_simulator", "--generate", "60", "--write-export", str(path), *delta)
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("objets_modifies/")]
        assert names == ["objets_modifies/objets_modifies-20000017.json"]
        assert json.loads(archive.read("objets_supprimes.json")) == [20000018]


def test_command_serves_generated_objects():
    process, printed = started("--generate", "400", "--today", "2026-11-25")
    try:
        assert printed["Content"] == "400 objects, 4 selections"
        api = printed["API"].split()[0]
        query = urllib.parse.urlencode({"query": json.dumps({"apiKey": "demo", "projetId": 1, "first": 390})})
        with urllib.request.urlopen(f"{api}/v002/{IDS}?{query}", timeout=20) as answer:
            assert json.load(answer)["objetTouristiqueIds"] == list(range(20_000_391, 20_000_401))
    finally:
        process.terminate()
        process.communicate(timeout=20)
