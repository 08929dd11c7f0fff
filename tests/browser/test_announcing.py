"""An event is announced without an account: with a picture, by the mailed link, without network, with mistakes."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.accessibility import grave_violations
from tests.browser.announcing import coming, fill, rows, send, today
from tests.browser.chromium import await_offline_ready
from tests.browser.server import Site
from tests.browser.visitor import settle

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]
MAIL_S = 60
DOOR = re.compile(r"/announcements(/proof)?$")


def photo(width: int = 3000, height: int = 2000) -> dict[str, Any]:
    """A file as a telephone makes one: large, and saying where it was taken."""
    picture = Image.effect_noise((width // 4, height // 4), 60).resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Appareil"
    exif.get_ifd(0x8825)[1] = "N"
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=90, exif=exif)
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": written.getvalue()}


def mailed_link(site: Site, title: str) -> str:
    """Path of the link in the mail that says that this announcement has come."""
    until = time.monotonic() + MAIL_S
    while time.monotonic() < until:
        mails = (site.folder / "serve.log").read_text(errors="replace").split("Content-Type: text/plain")
        for mail in reversed(mails):
            if f"« {title} »" in mail and (link := re.search(r"/announce/[\w-]+", mail)):
                return link[0]
        time.sleep(0.2)
    raise AssertionError(f"no mail about {title}")


def test_event_is_announced_with_a_picture_then_changed_and_withdrawn_by_the_mailed_link(
    site: Site, page: Page
) -> None:
    title, tuesday = "Marché des métiers d’art", coming(2)
    page.goto("/agenda")
    page.get_by_role("main").get_by_role("link", name="Annoncer un événement").click()
    page.get_by_label("Titre").fill(title)
    page.get_by_text("Chaque semaine").click()
    page.get_by_label("Premier jour").fill(tuesday.isoformat())
    page.get_by_label("Dernier jour").fill((tuesday + timedelta(weeks=3)).isoformat())
    page.get_by_text("mardi", exact=True).click()
    page.get_by_label("Début").fill("09:00")
    page.get_by_label("Fin").fill("13:00")
    left_out = (tuesday + timedelta(weeks=1)).isoformat()
    if (tuesday + timedelta(weeks=1)).month != tuesday.month:
        page.get_by_role("button", name="Mois suivant").click()
    page.locator(f'[data-day="{left_out}"]').click()
    expect(page.get_by_text(re.compile(r"^3 dates"))).to_be_visible()
    expect(page.get_by_text(re.compile(r"tous les mardis .* de 9\sh à 13\sh, sauf le", re.IGNORECASE))).to_be_visible()
    page.get_by_label("Où ?").fill("Place de l’église")
    page.get_by_role("combobox", name="Commune").press_sequentially("mousti")
    page.get_by_role("option", name="Moustiers-Sainte-Marie").click()
    page.get_by_label("Texte").fill("Dix artisans.\nEntrée libre.")
    page.get_by_label("Choisir une image").set_input_files(photo())
    preview = page.get_by_role("img", name="L’image choisie")
    expect(preview).to_be_visible()
    page.wait_for_function("document.querySelector('figure img')?.naturalWidth > 0")
    assert preview.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [1600, 1067]
    page.get_by_label("Votre adresse e-mail").fill("comite@exemple.fr")
    send(page)
    expect(page.get_by_role("heading", name="Annonce reçue, merci")).to_be_focused()
    [row] = rows(site, title)
    assert (row["state"], row["commune_id"], row["text"]) == ("WAITING", "04135", "Dix artisans.\nEntrée libre.")
    assert row["image"]

    page.goto(mailed_link(site, title))
    expect(page.get_by_role("heading", name="Elle attend d’être relue")).to_be_visible()
    expect(page.get_by_label("Titre")).to_have_value(title)
    expect(page.get_by_role("combobox", name="Commune")).to_have_value("Moustiers-Sainte-Marie")
    expect(page.get_by_role("checkbox", name="mardi")).to_be_checked()
    expect(page.get_by_text(re.compile(r"^3 dates"))).to_be_visible()
    page.wait_for_function("document.querySelector('figure img')?.naturalWidth > 0")
    page.get_by_label("Titre").fill(f"{title} 2")
    page.get_by_role("button", name="Enlever").click()
    # What is asked about the new title may move the button while it is pressed.
    settle(page)
    page.get_by_role("button", name="Envoyer les changements").click()
    expect(page.get_by_text("Vos changements sont arrivés.")).to_be_visible()
    [changed] = rows(site, f"{title} 2")
    assert (changed["id"], changed["image"]) == (row["id"], "")

    page.reload()
    expect(page.get_by_label("Titre")).to_have_value(f"{title} 2")
    page.get_by_role("button", name="Retirer l’annonce").click()
    page.get_by_role("button", name="Oui, retirer").click()
    expect(page.get_by_role("heading", name="Retirée")).to_be_visible()
    expect(page.get_by_label("Titre")).to_have_count(0)
    assert [row["state"] for row in rows(site, f"{title} 2")] == ["WITHDRAWN"]


def test_without_network_nothing_is_lost_and_it_goes_once_when_there_is_one(site: Site, own_phone: OwnPhone) -> None:
    title = "Loto de l’école"
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/announce")
        expect(page.get_by_label("Titre")).to_be_visible()
        page.wait_for_load_state("networkidle")
        await_offline_ready(page)
    site.kill()
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/announce")
        fill(page, title=title)
        page.get_by_role("combobox", name="Commune").press_sequentially("castell")
        page.get_by_role("option", name="Castellane").click()
        page.get_by_label("Choisir une image").set_input_files(photo())
        expect(page.get_by_role("img", name="L’image choisie")).to_be_visible()
        expect(page.get_by_text(re.compile("^Une date"))).to_be_visible()
        page.wait_for_timeout(600)
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/announce")
        expect(page.get_by_label("Titre")).to_have_value(title)
        expect(page.get_by_role("combobox", name="Commune")).to_have_value("Castellane")
        expect(page.get_by_role("img", name="L’image choisie")).to_be_visible()
        send(page)
        expect(page.get_by_role("heading", name="Gardée, sera envoyée")).to_be_focused()
        expect(page.get_by_text(f"Pas de réseau : « {title} » est gardé dans ce téléphone")).to_be_visible()
    assert rows(site, title) == []
    site.start()
    with own_phone() as context:
        page = context.pages[0]
        page.goto("/")
        for _ in range(150):
            if rows(site, title):
                break
            page.wait_for_timeout(200)
        page.goto("/announce")
        expect(page.get_by_text(re.compile("^Envoyée le"))).to_be_visible()
        expect(page.get_by_label("Titre")).to_have_value("")
        page.reload()
        expect(page.get_by_text(re.compile("^Envoyée le"))).to_be_visible()
    [row] = rows(site, title)
    assert row["image"]


def test_what_is_known_already_is_said_while_typing_and_stops_nobody(site: Site, page: Page) -> None:
    edges = site.ask("{agenda(first: 30) {edges {node {id name start allDay commune {name}}}}}")["agenda"]["edges"]
    known = next(edge["node"] for edge in edges if edge["node"]["commune"] and len(edge["node"]["name"]) > 12)
    page.goto("/announce")
    page.get_by_label("Titre").fill(known["name"])
    page.get_by_label("Jour", exact=True).fill(known["start"][:10])
    # Left with the key of who goes on: a name that says little ("Marché") is compared within its commune alone.
    commune = page.get_by_role("combobox", name="Commune")
    commune.fill(known["commune"]["name"])
    commune.press("Tab")
    said = page.get_by_role("status").filter(has_text="Cela semble déjà annoncé")
    expect(said).to_be_visible()
    # Beside it there may be what another source says of it.
    expect(said.locator(f'a[href="/event/{known["id"]}"]')).to_have_text(re.compile(re.escape(known["name"])))
    expect(page.get_by_role("button", name="Envoyer l’annonce")).to_be_enabled()
    page.get_by_label("Titre").fill("Assemblée des joueurs de vielle à roue")
    expect(said).to_have_count(0)


def test_what_is_wrong_is_said_at_its_field_by_the_phone_then_by_the_server(page: Page) -> None:
    page.goto("/announce")
    send(page)
    expect(page.get_by_role("heading", name="4 choses à corriger")).to_be_visible()
    title = page.get_by_label("Titre")
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(re.compile("Écrivez un titre"))
    page.get_by_role("button", name="Écrivez le lieu.").click()
    expect(page.get_by_label("Où ?")).to_be_focused()
    fill(page, title="Concours de pétanque")
    expect(page.get_by_role("heading", name=re.compile("à corriger"))).to_have_count(0)
    email = page.get_by_label("Votre adresse e-mail")
    # A slip that only the server knows.
    email.fill("comite@exemple.f-1-")
    send(page)
    expect(email).to_be_focused()
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("heading", name="Une chose à corriger")).to_be_visible()
    expect(title).to_have_value("Concours de pétanque")
    email.fill("comite@exemple.fr")
    send(page)
    expect(page.get_by_role("heading", name="Annonce reçue, merci")).to_be_visible()


def test_file_that_is_no_picture_is_refused_at_once(page: Page) -> None:
    page.goto("/announce")
    script = {"name": "affiche.jpg", "mimeType": "image/jpeg", "buffer": b"<svg onload='alert(1)'></svg>"}
    page.get_by_label("Choisir une image").set_input_files(script)
    expect(page.get_by_text("Ce fichier n’est pas une image que ce téléphone sait lire.").first).to_be_visible()
    expect(page.get_by_role("img", name="L’image choisie")).to_have_count(0)


def test_server_with_too_much_to_do_says_when_and_the_phone_keeps_it(
    site: Site, open_browser: Callable[..., BrowserContext]
) -> None:
    page = open_browser(service_workers="block").new_page()
    busy = {"errors": [{"field": "", "code": "too_many", "message": "Trop d’annonces."}]}

    def answer(route: Route) -> None:
        route.fulfill(status=429, headers={"Retry-After": "600"}, json=busy)

    page.route(DOOR, answer)
    page.goto("/announce")
    fill(page, title="Cinéma en plein air")
    send(page)
    expect(page.get_by_role("heading", name="Gardée, sera envoyée")).to_be_visible()
    expect(page.get_by_text(re.compile(r"partira après \d+\sh"))).to_be_visible()
    page.unroute(DOOR)
    page.get_by_role("button", name="Envoyer maintenant").click()
    expect(page.get_by_text(re.compile("^Envoyée le"))).to_be_visible()
    assert len(rows(site, "Cinéma en plein air")) == 1


def test_one_that_waits_can_be_changed_before_it_goes(site: Site, open_browser: Callable[..., BrowserContext]) -> None:
    page = open_browser(service_workers="block").new_page()
    page.route(DOOR, lambda route: route.abort())
    page.goto("/announce")
    fill(page, title="Bal des pompiers")
    send(page)
    expect(page.get_by_role("heading", name="Gardée, sera envoyée")).to_be_visible()
    page.get_by_role("button", name="Modifier").click()
    expect(page.get_by_label("Titre")).to_have_value("Bal des pompiers")
    page.get_by_label("Titre").fill("Bal des pompiers, salle couverte")
    page.unroute(DOOR)
    send(page)
    expect(page.get_by_role("heading", name="Annonce reçue, merci")).to_be_visible()
    assert rows(site, "Bal des pompiers") == []
    assert len(rows(site, "Bal des pompiers, salle couverte")) == 1


def test_dates_and_commune_are_chosen_by_keyboard(page: Page) -> None:
    page.goto("/announce")
    page.get_by_text("Jours au choix").click()
    day = today()
    page.locator(f'[data-day="{day}"]').focus()
    for key in ("ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
        day += timedelta(days=7 if key == "ArrowDown" else 1)
        expect(page.locator(f'[data-day="{day}"]')).to_be_focused()
        page.keyboard.press("Space")
    expect(page.get_by_role("gridcell", selected=True).first).to_be_visible()
    expect(page.get_by_text(re.compile("^2 dates"))).to_be_visible()
    commune = page.get_by_role("combobox", name="Commune")
    commune.focus()
    page.keyboard.type("st andre les")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox").get_by_role("option", selected=True)).to_have_text("Saint-André-les-Alpes")
    page.keyboard.press("Enter")
    expect(commune).to_have_value("Saint-André-les-Alpes")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_in_every_state_has_no_grave_accessibility_violation(
    site: Site, open_browser: Callable[..., BrowserContext], scheme: str
) -> None:
    page = open_browser(color_scheme=scheme, reduced_motion="reduce", bypass_csp=True).new_page()
    title = f"Fête de la lumière {scheme}"
    page.goto("/announce")
    settle(page)
    send(page)
    expect(page.get_by_role("heading", name=re.compile("à corriger"))).to_be_visible()
    found = {"faults": grave_violations(page)}
    fill(page, title=title)
    page.get_by_text("Chaque semaine").click()
    page.get_by_label("Premier jour").fill(coming(2).isoformat())
    page.get_by_label("Dernier jour").fill(coming(2, weeks=8).isoformat())
    page.get_by_text("mardi", exact=True).click()
    page.locator(f'[data-day="{coming(2)}"]').click()
    page.get_by_role("combobox", name="Commune").press_sequentially("cas")
    expect(page.get_by_role("listbox")).to_be_visible()
    found["filled"] = grave_violations(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    send(page)
    expect(page.get_by_role("heading", name="Annonce reçue, merci")).to_be_visible()
    found["received"] = grave_violations(page)
    page.goto(mailed_link(site, title))
    expect(page.get_by_role("heading", name="Elle attend d’être relue")).to_be_visible()
    found["by its link"] = grave_violations(page)
    page.goto("/announce/inconnue")
    expect(page.get_by_role("heading", name="Ce lien n’ouvre plus rien")).to_be_visible()
    found["dead link"] = grave_violations(page)
    assert {name: violations for name, violations in found.items() if violations} == {}


def test_its_code_and_texts_come_only_with_its_page(open_browser: Callable[..., BrowserContext]) -> None:
    page = open_browser(service_workers="block").new_page()
    names: list[str] = []
    page.on("response", lambda response: names.append(response.url.rsplit("/", 1)[-1]))
    page.goto("/")
    settle(page)
    first = len(names)
    assert not [name for name in names if name.startswith(("Announce", "sendAnnouncements"))]
    assert len([name for name in names if name.startswith("fr-")]) == 1
    page.goto("/announce")
    settle(page)
    later = names[first:]
    assert [name for name in later if name.startswith("Announce-")]
    assert len({name for name in later if name.startswith("fr-")}) == 2
