"""An office configures its feeds: preview, columns, reading, deletion, rights."""

from itertools import count
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from agenda.models import Event, EventFeed
from agenda.sources.feeds import client as feed_client
from agenda.sources.feeds import preview
from agenda.sources.feeds.asking import read_asked_feeds
from agenda.sources.feeds.reading import read_feed
from tests.agenda.feeds.ics import calendar, event
from tests.agenda.feeds.slow import DRIPS, dripping
from tests.agenda.feeds.web import Site, site
from tests.tourism.admin.back_office import blocked, form_data
from tourism.models import ImportRun, Office

YEAR = timezone.localdate().year + 1


@pytest.fixture
def web(settings):
    settings.FEEDS_ALLOW_LOOPBACK = True
    with site() as here:
        yield here


def url_of(name: str, *args: Any) -> str:
    return reverse(EventFeed.snippet_viewset.get_url_name(name), args=args)


def send(client: Client, at: str, /, **changes: Any) -> Any:
    """Open the form, change some fields, send it; files are given as they are."""
    page = client.get(at)
    assert page.status_code == 200
    data = {
        name: values[0] if len(values) == 1 else values for name, values in form_data(page.content.decode()).items()
    }
    return client.post(at, data | changes)


def own(web: Site, office: str = "verdon", **values: Any) -> EventFeed:
    url = web.put(
        "/a.ics", calendar(event("Bal", f"{YEAR}0712T210000", uid="b", location="04360 Moustiers-Sainte-Marie"))
    )
    values = {"name": "Calendrier", "url": url, "office": Office.objects.get(slug=office)} | values
    return EventFeed.objects.create(**values)


def test_preview_says_what_a_feed_would_bring_and_keeps_nothing(offices, verdon, web):
    read_feed(own(web, office="salagon", name="Autre"))
    url = web.put(
        "/b.ics",
        calendar(
            event("Bal", f"{YEAR}0712T210000", uid="1", location="04360 Moustiers-Sainte-Marie"),
            event("Loto", f"{YEAR}0713T210000", uid="2"),
            event("Cassé", "jamais", uid="3"),
            event("Vieux", "20200713T210000", uid="4"),
        ),
    )
    page = send(verdon, url_of("add"), name="Mairie", url=url, preview="1")
    found = page.context["preview"]
    assert (found.brought, found.known, found.over, found.unreadable) == (3, 1, 1, 1)
    assert [one.title for one in found.events] == ["Cassé", "Bal", "Loto", "Vieux"]
    text = page.content.decode().replace("\xa0", " ")
    for said in ("Ce flux apporterait 3 événements", "12 juillet", "Déjà connu", "1 ne peut pas être lu"):
        assert said in text, said
    assert EventFeed.objects.count() == 1 and Event.objects.count() == 1
    assert ImportRun.objects.count() == 1


def test_preview_leads_to_the_known_event_and_says_why(offices, verdon, salagon, agency, web):
    read_feed(own(web))
    known = Event.objects.get()
    told = event("Grand bal", f"{YEAR}0712T210000", uid="1", location="04360 Moustiers-Sainte-Marie")
    url = web.put("/b.ics", calendar(told, event("Loto", f"{YEAR}0713T210000", uid="2")))
    own_form = reverse(Event.snippet_viewset.get_url_name("edit"), args=[known.pk])
    public = f"/event/{known.public_id}"
    for client, address in ((verdon, own_form), (agency, own_form), (salagon, public)):
        page = send(client, url_of("add"), name="Autre", url=url, preview="1")
        row, other = page.context["preview_rows"]
        assert (row["shown"].title, row["known"]["title"], row["known"]["certain"]) == ("Grand bal", "Bal", False)
        assert row["known"]["url"] == address and other["known"] is None
        html = page.content.decode()
        assert f'href="{address}"' in html and client.get(address).status_code in (200, 503)
        said = [reason["text"] for reason in row["known"]["reasons"]]
        assert "Mêmes dates (1)." in said and "Même heure : 21:00." in said
        assert all(text in html for text in said)


def test_preview_shows_the_likelier_of_two_known_events_and_that_it_is_certain(offices, verdon, web):
    where = {"location": "Salle des fêtes, 04360 Moustiers-Sainte-Marie"}
    ours, alike = "La nuit des faïenciers", "La nuit des faïenciers et des santonniers"
    for number, title in enumerate((ours, alike)):
        url = web.put(f"/{number}.ics", calendar(event(title, f"{YEAR}0712T210000", uid=f"{number}", **where)))
        read_feed(EventFeed.objects.create(name=title, url=url, office=Office.objects.get(slug="verdon")))
    url = web.put("/b.ics", calendar(event(ours, f"{YEAR}0712T210000", uid="x", **where)))
    row = send(verdon, url_of("add"), name="Autre", url=url, preview="1").context["preview_rows"][0]
    assert (row["known"]["title"], row["known"]["certain"]) == (ours, True)


def test_office_saves_its_feed_and_reads_it(offices, verdon, web):
    url = web.put("/b.ics", calendar(event("Bal", f"{YEAR}0712T210000", uid="1")))
    response = send(verdon, url_of("add"), name="Mairie", url=url, category="FEAST")
    feed = EventFeed.objects.get()
    assert response["Location"] == url_of("edit", feed.pk)
    assert (feed.office.slug, feed.created_by, feed.enabled) == ("verdon", "verdon", True)
    verdon.post(url_of("read", feed.pk))
    assert read_asked_feeds()[0][1].started_by == "verdon"
    assert "1 événement annoncé par ce flux" in verdon.get(url_of("edit", feed.pk)).content.decode()
    assert Event.objects.get().categories == ["FEAST"]
    assert "Mairie" in verdon.get(url_of("list")).content.decode()


def test_address_that_is_none_is_refused_on_the_form(offices, verdon):
    for url in ("file:///etc/passwd", "", "https://a:b@example.org/"):
        page = send(verdon, url_of("add"), name="X", url=url)
        assert page.status_code == 200 and page.context["form"].errors["url"]
    assert not EventFeed.objects.exists()


def test_address_that_a_feed_of_the_office_has_is_not_taken_twice(offices, verdon, web):
    first, other = own(web, name="Mairie"), own(web, name="Ailleurs", url="https://example.org/b.ics")
    theirs = own(web, office="salagon", name="Chez eux", url="https://example.org/c.ics")
    for asked in ({"preview": "1"}, {}):
        page = send(verdon, url_of("add"), name="Encore", url=first.url, **asked)
        assert "Le flux « Mairie » de cet office a déjà cette adresse." in page.content.decode().replace("\xa0", " ")
    assert "Mairie" in send(verdon, url_of("edit", other.pk), url=f" {first.url} ").context["form"].errors["url"][0]
    # What is there already can still be changed, and what another office reads is its own affair.
    EventFeed.objects.filter(pk=other.pk).update(url=first.url)
    assert send(verdon, url_of("edit", other.pk), name="Deux fois").status_code == 302
    assert send(verdon, url_of("add"), name="Nous aussi", url=theirs.url).status_code == 302
    assert EventFeed.objects.filter(url=first.url).count() == EventFeed.objects.filter(url=theirs.url).count() == 2


def test_preview_says_what_of_an_event_is_not_taken(offices, verdon, web):
    url = web.put(
        "/b.ics",
        calendar(
            event("Bal", f"{YEAR}0712T210000", uid="1", more="RRULE:FREQ=SECONDLY"),
            event("Loto", f"{YEAR}0713T210000", uid="2"),
        ),
    )
    page = send(verdon, url_of("add"), name="Mairie", url=url, preview="1")
    said = {row["shown"].title: row["shown"].remarks for row in page.context["preview_rows"]}
    assert said["Loto"] == () and len(said["Bal"]) == 1
    assert escape(said["Bal"][0]) in page.content.decode()


def test_who_waits_for_a_slow_site_does_not_take_the_threads_of_visitors(offices, verdon, web, monkeypatch):
    monkeypatch.setattr(feed_client, "TOTAL_WAITED", 0.5)
    form = {
        "name": "X",
        "url": web.put("/a.ics", calendar(event("Bal", f"{YEAR}0712T210000", uid="b"))),
        "preview": "1",
    }
    with dripping(DRIPS["headers"]) as slow:
        page = send(verdon, url_of("add"), **form | {"url": slow})
        assert "temps imparti" in page.context["preview_error"]
    with feed_client.hurried_client():
        page = send(verdon, url_of("add"), **form)
        assert "Un autre aperçu est en cours" in page.context["preview_error"]
    assert send(verdon, url_of("add"), **form).context["preview"].brought == 1


def test_a_site_that_is_down_says_so_in_the_preview(offices, verdon, web):
    url = web.put("/b.ics", "", status=404)
    page = send(verdon, url_of("add"), name="X", url=url, preview="1")
    assert "Il n’y a rien à cette adresse" in page.content.decode()


def test_the_key_is_never_shown_again_and_not_told_to_another_site(offices, verdon, web):
    web.put("/v2/agendas/12/events", '{"total": 0, "events": [], "after": null}')
    url = f"{web.url}/v2/agendas/12"
    page = send(verdon, url_of("add"), name="X", kind="openagenda", url=url, key="s3cret", preview="1")
    assert page.context["preview"].brought == 0 and "s3cret" not in page.content.decode()
    send(verdon, url_of("add"), name="X", kind="openagenda", url=url)
    feed = EventFeed.objects.get()
    assert feed.key == "s3cret"
    assert "s3cret" not in verdon.get(url_of("edit", feed.pk)).content.decode()
    send(verdon, url_of("edit", feed.pk), name="Y")
    feed.refresh_from_db()
    assert (feed.name, feed.key) == ("Y", "s3cret")
    send(verdon, url_of("edit", feed.pk), url="https://elsewhere.example.org/v2/agendas/12/events")
    feed.refresh_from_db()
    assert feed.key == ""


TABLE = f"Intitulé;Jour;Commune\nBal;12/07/{YEAR};Moustiers-Sainte-Marie\nLoto;un jour;\n"


def sent_table(text: str = TABLE) -> SimpleUploadedFile:
    return SimpleUploadedFile("fetes.csv", text.encode("cp1252"))


def test_columns_of_a_table_are_guessed_shown_and_corrected(offices, verdon):
    page = send(verdon, url_of("add"), name="T", kind="sheet", sheet=sent_table(), preview="1")
    chosen = {column["name"]: column["chosen"] for column in page.context["columns"] if column["chosen"]}
    assert chosen == {"column-title": "Intitulé", "column-first": "Jour", "column-commune": "Commune"}
    assert (page.context["preview"].brought, page.context["preview"].unreadable) == (1, 1)
    assert "Ligne 3" in page.content.decode() and page.context["table_rows"][0][0] == "Bal"
    # The file is not sent again, and another column is chosen.
    data = {name: values[0] for name, values in form_data(page.content.decode()).items()}
    data["column-commune"] = ""
    response = verdon.post(url_of("add"), data)
    feed = EventFeed.objects.get()
    assert response["Location"] == url_of("edit", feed.pk)
    assert feed.columns == {"title": "Intitulé", "first": "Jour"}
    assert feed.sheet.name.startswith("feeds/") and "waiting" not in feed.sheet.name
    verdon.post(url_of("read", feed.pk))
    read_asked_feeds()
    assert Event.objects.get().title == "Bal" and Event.objects.get().office == feed.office


def test_a_table_without_title_and_date_asks_for_its_columns(offices, verdon):
    page = send(verdon, url_of("add"), name="T", kind="sheet", sheet=sent_table("A;B\n1;2\n"))
    assert page.status_code == 200 and "Dites dans quelles colonnes" in page.content.decode()
    assert not EventFeed.objects.exists()


def test_somebody_elses_upload_is_not_taken(offices, verdon, salagon):
    page = send(verdon, url_of("add"), name="T", kind="sheet", sheet=sent_table(), preview="1")
    token = form_data(page.content.decode())["sheet_token"][0]
    assert token
    page = send(salagon, url_of("add"), name="T", kind="sheet", sheet_token=token)
    assert page.context["form"].errors["sheet"]


def test_deleting_a_feed_withdraws_its_events_after_a_yes(offices, verdon, web):
    feed = own(web)
    read_feed(feed)
    page = verdon.get(url_of("delete", feed.pk)).content.decode()
    assert "sera retiré de l’agenda" in page
    assert Event.objects.get().published
    verdon.post(url_of("delete", feed.pk))
    assert not EventFeed.objects.exists()
    assert not Event.objects.get().published and Event.objects.get().withdrawn_at


def test_an_empty_answer_waits_for_the_offices_yes(offices, verdon, web):
    feed = own(web)
    read_feed(feed)
    web.put("/a.ics", calendar())
    verdon.post(url_of("read", feed.pk))
    read_asked_feeds()
    page = verdon.get(url_of("edit", feed.pk)).content.decode()
    assert "Les retirer" in page and Event.objects.get().published
    verdon.post(url_of("answer", feed.pk), {"answer": "withdraw"})
    assert not Event.objects.get().published


def test_another_office_sees_and_touches_nothing(offices, salagon, web):
    feed = own(web, name="Flux secret")
    assert "Flux secret" not in salagon.get(url_of("list")).content.decode()
    for name in ("edit", "delete", "history", "usage"):
        url = url_of(name, feed.pk)
        assert blocked(salagon.get(url)) and blocked(salagon.post(url, {})), name
    assert blocked(salagon.get(url_of("readings", feed.pk)))
    for name in ("read", "answer"):
        response = salagon.post(url_of(name, feed.pk))
        assert blocked(response), name
    assert (
        not EventFeed.objects.exclude(asked_at=None)
        and not ImportRun.objects.exists()
        and EventFeed.objects.filter(pk=feed.pk).exists()
    )


def test_an_office_cannot_give_its_feed_to_another(offices, verdon, web):
    other = Office.objects.get(slug="salagon")
    page = send(verdon, url_of("add"), name="X", url=f"{web.url}/x.ics", office=other.pk)
    assert page.context["form"].errors["office"]


def test_the_agency_sees_all_feeds_and_moves_one_with_its_events(offices, agency, web):
    feed = own(web)
    read_feed(feed)
    other = Office.objects.get(slug="salagon")
    assert "Calendrier" in agency.get(url_of("list")).content.decode()
    send(agency, url_of("edit", feed.pk), office=other.pk)
    feed.refresh_from_db()
    assert feed.office == other and Event.objects.get().office == other


def test_a_visitor_is_asked_to_sign_in(offices, web):
    feed = own(web)
    assert "/login/" in Client().get(url_of("edit", feed.pk))["Location"]


def test_the_list_costs_the_same_with_many_feeds(offices, verdon, web, django_assert_max_num_queries):
    for number in range(12):
        own(web, name=f"F{number}")
    verdon.get(url_of("list"))
    with django_assert_max_num_queries(22):
        verdon.get(url_of("list"))


def test_preview_that_takes_too_long_shows_what_it_has_and_says_so(offices, verdon, web, monkeypatch):
    told = [event("Bal", f"{YEAR}0101T210000", uid=f"{uid}", more="RRULE:FREQ=DAILY;INTERVAL=3") for uid in range(60)]
    url = web.put("/b.ics", calendar(*told))
    # Each look at the clock takes a millisecond: what does not look would not be stopped.
    ticks = count()
    monkeypatch.setattr(preview, "monotonic", lambda: next(ticks) / 1000)
    page = send(verdon, url_of("add"), name="Mairie", url=url, preview="1")
    found = page.context["preview"]
    assert 0 < found.brought < 60 and "partiel" in found.notice
    assert "L’aperçu est partiel" in page.content.decode()
