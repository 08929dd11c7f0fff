"""A browser without a browser: reads a form of the back office, and posts it as it stands."""

from html.parser import HTMLParser
from typing import Any

from django.http import QueryDict
from django.test import Client

from tests.tourism.apidae.territories import ELEMENTS, event
from tourism.apidae.simulator import Dataset
from tourism.demonstration import DEMO_PASSWORD

MOUSTIERS, FORCALQUIER = 2001, 2002
COMMUNES = [
    {"id": MOUSTIERS, "code": "04135", "nom": "Moustiers-Sainte-Marie", "codePostal": "04360"},
    {"id": FORCALQUIER, "code": "04088", "nom": "Forcalquier", "codePostal": "04300"},
]
CHAPEL, MILL = 7001, 7002


class _FormReader(HTMLParser):
    """Collects what a browser would send of the edit form (the one with the id of Wagtail's editor)."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self.inside = False
        self.select: str | None = None
        self.first_option: str | None = None
        self.chosen = False
        self.textarea: str | None = None
        self.text = ""

    def add(self, name: str, value: str) -> None:
        self.data.setdefault(name, []).append(value)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == "w-editor-form"
        if not self.inside:
            return
        name = given.get("name")
        if tag == "input" and name and "disabled" not in given:
            kind = given.get("type") or "text"
            if kind in ("checkbox", "radio"):
                if "checked" in given:
                    self.add(name, given.get("value") or "on")
            elif kind not in ("submit", "button", "file"):
                self.add(name, given.get("value") or "")
        elif tag == "select" and name:
            self.select, self.first_option, self.chosen = name, None, False
        elif tag == "option" and self.select:
            value = given.get("value") or ""
            if self.first_option is None:
                self.first_option = value
            if "selected" in given:
                self.chosen = True
                self.add(self.select, value)
        elif tag == "textarea" and name:
            self.textarea, self.text = name, ""

    def handle_data(self, data: str) -> None:
        if self.textarea is not None:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select" and self.select:
            if not self.chosen and self.first_option is not None:
                self.add(self.select, self.first_option)
            self.select = None
        elif tag == "textarea" and self.textarea is not None:
            # A browser drops the line break that follows the opening tag.
            text = self.text[1:] if self.text.startswith("\n") else self.text.removeprefix("\r\n")
            self.add(self.textarea, text.replace("\r\n", "\n").replace("\n", "\r\n"))
            self.textarea = None


def form_data(html: str) -> dict[str, list[str]]:
    """Fields of the edit form as a browser would send them."""
    reader = _FormReader()
    reader.feed(html)
    return reader.data


def submit(client: Client, url: str, *, to: str = "", **changes: Any) -> Any:
    """Open a form, change some fields, send it. Names with a dot or `give_back` may be given as they are."""
    page = client.get(url)
    assert page.status_code == 200, page.headers
    data = form_data(page.content.decode())
    data |= {name: value if isinstance(value, list) else [value] for name, value in changes.items()}
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, [str(value) for value in values])
    return client.post(to or url, query.urlencode(), content_type="application/x-www-form-urlencoded")


def errors_of(response: Any) -> dict[str, list[str]]:
    """Errors of the form that came back, by field."""
    assert response.status_code == 200, response.headers
    return {name: [str(error) for error in errors] for name, errors in response.context["form"].errors.items()}


def signed_in(username: str) -> Client:
    """Somebody of the demonstration, signed in through the login form."""
    client = Client()
    response = client.post("/admin/login/", {"username": username, "password": DEMO_PASSWORD})
    assert response.status_code == 302
    return client


def place(number: int, commune: int, **changes: Any) -> dict:
    """A valid place with texts in three languages."""
    return {
        "type": "PATRIMOINE_CULTUREL",
        "id": number,
        "nom": {"libelleFr": f"Lieu {number}", "libelleEn": f"Place {number}", "libelleDe": f"Ort {number}"},
        "identifier": f"sitraPCU{number}",
        "state": "PUBLISHED",
        "gestion": {
            "dateModification": "2026-05-01T08:00:00.000+0000",
            "membreProprietaire": {"id": 77, "nom": "Office de la source"},
        },
        "informations": {
            "moyensCommunication": [
                {
                    "type": {"elementReferenceType": "MoyenCommunicationType", "id": 201},
                    "coordonnees": {"fr": "+33 4 00"},
                },
                {
                    "type": {"elementReferenceType": "MoyenCommunicationType", "id": 204},
                    "coordonnees": {"fr": "a@b.fr"},
                },
            ]
        },
        "presentation": {"descriptifCourt": {"libelleFr": "Résumé de la source", "libelleEn": "The source’s summary"}},
        "localisation": {
            "adresse": {"adresse1": "Rue haute", "codePostal": "04360", "commune": {"id": commune}},
            "geolocalisation": {"valide": True, "geoJson": {"type": "Point", "coordinates": [6.22, 43.84]}},
        },
    } | changes


def dataset(*objects: dict) -> Dataset:
    """A territory of these objects in two communes of two offices."""
    return Dataset(
        objects=list(objects),
        elements_reference=[dict(element) for element in ELEMENTS],
        communes=[dict(commune) for commune in COMMUNES],
        criteres_internes=[],
    )


def event_in(number: int, commune: int, **changes: Any) -> dict:
    """`territories.event` in one of the two communes."""
    made = event(number, **changes)
    made["localisation"] = made["localisation"] | {"adresse": {"codePostal": "04360", "commune": {"id": commune}}}
    return made


def blocked(response: Any) -> bool:
    """Wagtail answers a refusal by 403, or by sending back to the first page."""
    return response.status_code == 403 or (response.status_code == 302 and response["Location"].endswith("/admin/"))


def titles(response: Any) -> list[str]:
    """Of what a list shows, in its order."""
    return [subject.title for subject in response.context["object_list"]]
