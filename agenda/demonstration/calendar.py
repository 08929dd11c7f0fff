"""A calendar and a table as communes publish them. All that they announce is invented; some of it is announced by the
demonstration's APIDAE too, in other words. Pure: the same day gives the same bytes."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from tourism.apidae.demonstration import build_territory

PARIS = ZoneInfo("Europe/Paris")
# Its year was typed twice.
_MISTAKEN = b"\r\n".join(
    (
        b"BEGIN:VEVENT",
        b"UID:commune-11@communes-du-verdon.example.org",
        b"DTSTART:20262026T150000",
        "SUMMARY:Thé littéraire".encode(),
        "LOCATION:Médiathèque\\, 04120 Castellane".encode(),
        b"END:VEVENT",
        b"",
    )
)
# Title, days from the day of the calendar, hours, place, commune, category, what is said.
EVENTS: tuple[tuple[str, int, str, str, str, str, str], ...] = (
    ("Veillée au coin du four", 4, "18:30-21:00", "Four banal", "04360 Moustiers-Sainte-Marie", "Fête",
     "On apporte sa pâte, le four est chaud. Soupe offerte par le comité des fêtes."),
    ("Répétition ouverte de la chorale", 6, "19:00-20:30", "Salle polyvalente", "04120 Castellane", "Concert",
     "Venez écouter, ou essayer une voix."),
    ("Conférence : les ponts du Verdon", 9, "18:00-19:30", "Médiathèque", "04800 Gréoux-les-Bains", "Conférence",
     "Du gué romain au pont suspendu, en images d’archives."),
    ("Loto de l’école", 11, "14:30-17:30", "Salle des fêtes", "04500 Quinson", "",
     "Au profit du voyage des grandes sections. Buvette et gâteaux."),
    ("Projection : Bergers d’hiver", 12, "20:30-22:00", "Foyer rural", "04360 Moustiers-Sainte-Marie", "Cinéma",
     "Film suivi d’une discussion avec deux bergères."),
    ("Balade aux lanternes", 13, "17:30-19:00", "Place de la Fontaine", "04800 Esparron-de-Verdon", "Randonnée",
     "Une heure de marche facile, lanternes prêtées."),
    ("Concert de l’harmonie municipale", 16, "17:00-18:15", "Église Saint-Victor", "04120 Castellane", "Concert",
     "Entrée libre."),
    ("Repair café", 18, "14:00-17:00", "Ancienne gare", "04500 Quinson", "Atelier",
     "Grille-pain, vélos, fermetures éclair : on répare ensemble."),
    ("Bal folk des vallées", 23, "20:30-23:59", "Salle des fêtes", "04360 Moustiers-Sainte-Marie", "Bal",
     "Initiation à partir de 20 h 30, quatre musiciens."),
    ("Braderie de la bibliothèque", 25, "", "Bibliothèque", "04800 Gréoux-les-Bains", "Brocante",
     "Toute la journée, un euro le livre."),
)  # fmt: skip
# Objects of the demonstration's APIDAE that the calendar tells again: number, its title there ('' the same), which of
# its periods, hours and place when it says others, category. The first, with its page, is surely the same.
TOLD_AGAIN: tuple[tuple[int, str, int, str, str, str], ...] = (
    (9041401, "", 0, "08:30-17:00", "", "Sport"),
    (9041305, "Les contes de la rivière verte", 1, "15:30-16:30", "Médiathèque", "Spectacle"),
    (9041331, "Nocturne aux thermes de Gréoux", 1, "", "", ""),
    (9041438, "Chasse au trésor : les fontaines de Moustiers", 0, "10:00-12:00", "", "Jeune public"),
)
WEEKDAYS = ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE")
ROWS = (
    ("Goûter des aînés", 7, "15 h", "Salle Paul-Dol", "Castellane", "Gratuit"),
    ("Atelier crêpes", 10, "14 h 30 - 16 h 30", "Maison des jeunes", "Moustiers-Sainte-Marie", "3 €"),
    ("Tournoi de belote", 14, "20 h", "Café du Cours", "Castellane", "10 € par équipe"),
    ("Lecture à voix haute", 17, "18 h", "Bibliothèque", "Quinson", "Gratuit"),
    ("Soirée soupe et jeux", 20, "19 h", "Foyer rural", "Moustiers-Sainte-Marie", "Participation libre"),
    ("Assemblée du foyer rural", None, "18 h", "Foyer rural", "Moustiers-Sainte-Marie", ""),
)


def communes_calendar(day: date) -> bytes:
    """The shared calendar of some communes, iCalendar, as it stands on a day: fifteen events, one of which has a
    mistake that nobody can guess away."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Communes du Verdon//Demonstration//FR")
    for number, (title, offset, hours, venue, town, category, text) in enumerate(EVENTS, start=1):
        times = _times(day + timedelta(days=offset), hours)
        said = {"location": f"{venue}, {town}", "categories": category, "description": text}
        calendar.add_component(_component(f"commune-{number}", title, times, **said))
    for component in _told_again(day):
        calendar.add_component(component)
    return calendar.to_ical().replace(b"END:VCALENDAR", _MISTAKEN + b"END:VCALENDAR")


def villages_table(day: date) -> bytes:
    """What a federation of village halls keeps in a spreadsheet, as CSV from an office suite; one row has no date that
    anybody could read."""
    written = io.StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(["Manifestation", "Jour", "Horaires", "Où", "Village", "Entrée"])
    for title, offset, hours, venue, town, price in ROWS:
        when = "à fixer" if offset is None else (day + timedelta(days=offset)).strftime("%d/%m/%Y")
        table.writerow([title, when, hours, venue, town, price])
    return written.getvalue().encode("cp1252")


def _told_again(day: date) -> Iterator[Event]:
    objects = {one["id"]: one for one in build_territory(day).objects}
    for number, title, which, hours, elsewhere, category in TOLD_AGAIN:
        told = objects[number]
        period = told["ouverture"]["periodesOuvertures"][which]
        hours = hours or f"{period['horaireOuverture'][:5]}-{period['horaireFermeture'][:5]}"
        address, where = told["localisation"]["adresse"], told["localisation"]["geolocalisation"]["geoJson"]
        venue = elsewhere or told["informationsFeteEtManifestation"]["nomLieu"]
        yield _component(
            f"apidae-{number}",
            title or told["nom"]["libelleFr"],
            _times(_first_day(period, day), hours),
            categories=category,
            location=f"{venue}, {address['codePostal']} {address['commune']['nom']}",
            geo=() if elsewhere else tuple(reversed(where["coordinates"])),
            url="" if title else _site_of(told),
        )


def _first_day(period: dict[str, Any], day: date) -> date:
    """The first day of a period that leaves time to look at it."""
    first, last = (date.fromisoformat(period[name]) for name in ("dateDebut", "dateFin"))
    days = {WEEKDAYS.index(one["jour"]) for one in period.get("ouverturesJournalieres", ())} or set(range(6))
    coming = (max(first, day + timedelta(days=2)) + timedelta(days=n) for n in range(7))
    return next((one for one in coming if one.weekday() in days and one <= last), first)


def _site_of(told: dict[str, Any]) -> str:
    contacts = told["informations"]["moyensCommunication"]
    return next(one["coordonnees"]["fr"] for one in contacts if one["type"]["libelleFr"] == "Site web")


def _times(day: date, hours: str) -> dict[str, date]:
    if not hours:
        return {"dtstart": day}
    start, end = (datetime.combine(day, time.fromisoformat(hour), PARIS) for hour in hours.split("-"))
    return {"dtstart": start, "dtend": end}


def _component(uid: str, title: str, times: dict[str, date], **said: Any) -> Event:
    event = Event()
    event.add("uid", f"{uid}@communes-du-verdon.example.org")
    for name, value in ({"summary": title} | times | said).items():
        if value:
            event.add(name, value)
    return event
