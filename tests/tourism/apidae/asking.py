"""Requests to a simulator with the standard library only, for the tests of what it answers."""

import json
import urllib.error
import urllib.parse
import urllib.request
from types import SimpleNamespace
from typing import Any

from tourism.apidae.simulator import ApidaeSimulator


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


def controlled(simulator: ApidaeSimulator, path: str, **form: str) -> Any:
    """What a request to the simulator's own controls answers."""
    answer = answer_of(simulator, f"/simulator/{path}", form)
    assert answer.status == 200, answer.body
    return json.loads(answer.body)
