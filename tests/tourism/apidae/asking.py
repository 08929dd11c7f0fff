"""Requests to a simulator with the standard library only, for the tests of what it answers."""

import io
import json
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from types import SimpleNamespace
from typing import Any

from tourism.apidae.simulator import ApidaeSimulator

OBJECTS = "recherche/list-objets-touristiques"
IDS = "recherche/list-identifiants"


def answer_of(simulator: ApidaeSimulator, path: str, form: dict | None = None, headers: dict | None = None) -> Any:
    """Status, headers and body of a GET, or of a POST when there is a form."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None
    request = urllib.request.Request(simulator.url + path, data=data, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return SimpleNamespace(status=response.status, headers=response.headers, body=response.read())
    except urllib.error.HTTPError as error:
        return SimpleNamespace(status=error.code, headers=error.headers, body=error.read())


def asked(simulator: ApidaeSimulator, service: str, **query: Any) -> Any:
    signed = json.dumps({"apiKey": "demo", "projetId": 1} | query)
    return json.loads(answer_of(simulator, f"/api/v002/{service}", {"query": signed}).body)


def ids(simulator: ApidaeSimulator, **query: Any) -> list[int]:
    """Ids that a search finds, of a page as long as may be."""
    return asked(simulator, IDS, **({"count": 200} | query)).get("objetTouristiqueIds", [])


def controlled(simulator: ApidaeSimulator, path: str, **form: str) -> Any:
    """What a request to the simulator's own controls answers."""
    answer = answer_of(simulator, f"/simulator/{path}", form)
    assert answer.status == 200, answer.body
    return json.loads(answer.body)


def exported(simulator: ApidaeSimulator, **form: str) -> tuple[dict, zipfile.ZipFile]:
    """What an order of an export answers (a full one without words), and the archive that it names."""
    described = json.loads(answer_of(simulator, "/simulator/exports", form or {"kind": "full"}).body)
    path = zip_path(described)
    target = simulator.exports[path.rsplit("/", 1)[1].removesuffix(".zip")].path
    assert answer_of(simulator, path).body == target.read_bytes()
    return described, zipfile.ZipFile(target)


def zip_path(described: dict) -> str:
    """Path of the archive of an export that was ordered."""
    return urllib.parse.urlsplit(described["urlRecuperation"]).path


def unpacked(simulator: ApidaeSimulator, described: dict) -> dict[str, object]:
    """Every file of that archive, read."""
    with zipfile.ZipFile(io.BytesIO(answer_of(simulator, zip_path(described)).body)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}
