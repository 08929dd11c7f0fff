"""Rows of a table to events, by the columns that an office chose. Pure."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from agenda.enums import EventStatus
from agenda.records import EventRecord
from agenda.sources.feeds.calendars import categories_of, said_status
from agenda.sources.feeds.french_dates import DateError
from agenda.sources.feeds.places import Communes, read_where
from agenda.sources.feeds.sheet_dates import is_guessed, typed_dates
from agenda.sources.feeds.sheet_files import Sheet
from agenda.sources.feeds.told import Answer, Told
from agenda.sources.foreign import contact, each_once, label, line, point, shortened
from agenda.sources.openagenda_words import plain_word
from tourism.apidae.mapping import Mapped, Unmappable
from tourism.apidae.mapping.addresses import web_address
from tourism.apidae.texts import clean_line, clean_text
from tourism.enums import RecordKind
from tourism.schedule import last_day
from tourism.schedule.typed import schedule_of

# Part of every record's checksum: raised whenever the same row would give another record.
MAPPING_VERSION = 1

# Our fields, in the order of the form, and the words that titles of columns use for them, the surest first.
FIELDS: dict[str, str] = {
    "title": "titre, nom, intitule, evenement, manifestation, libelle, title, nom de l'evenement, objet, summary",
    "first": "date de debut, date debut, debut, date, dates, jour, du, quand, start date, start",
    "last": "date de fin, date fin, fin, au, jusqu'au, end date, end",
    "start": "heure de debut, heure debut, heure, heures, horaire, horaires, start time",
    "end": "heure de fin, heure fin, end time",
    "venue": "lieu, salle, nom du lieu, endroit, ou, venue, location",
    "address": "adresse, rue, adresse du lieu, address",
    "postcode": "code postal, cp, postcode",
    "commune": "commune, ville, localite, city, town",
    "description": "description, texte, descriptif, presentation, details, resume, contenu",
    "category": "categorie, type, genre, rubrique, theme, category",
    "price": "tarif, prix, tarifs, entree, price",
    "url": "site, lien, site web, url, adresse web, site internet, web, link",
    "phone": "telephone, tel, tel., phone",
    "email": "courriel, mail, e-mail, email, adresse mail",
    "organiser": "organisateur, organise par, association, structure, organizer",
    "image": "image, photo, visuel, affiche",
    "status": "statut, etat, annule, status",
    "latitude": "latitude, lat",
    "longitude": "longitude, lon, lng",
    "uid": "identifiant, id, numero, reference, uid",
}
NEEDED = ("title", "first")
_FREE = re.compile(r"(?:entree |acces )?(?:libre|gratuite?)s?\b(?! pour)[^\d€]*|0 ?(?:€|euros?)?")


# A title such as "Fin" is of a day or of an hour: what stands below it says which.
_HOUR_OF = {"first": "start", "last": "end"}
_HOUR = re.compile(r"\d{1,2} ?(?:h ?(?:\d\d)?|:\d\d(?::\d\d)?)|0?[.,]\d+", re.IGNORECASE)
# Rows that are looked at.
_FIRST_ROWS = 50


def guessed_columns(headers: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]] = ()) -> dict[str, str]:
    """``{our field: title of the column}`` as the titles suggest, each column once; a column of hours is no date."""
    hours = _columns_of_hours(headers, rows)
    plain = {header: plain_word(header).strip(" :*") for header in headers}
    chosen: dict[str, str] = {}
    ranked = [(rank, field, word) for field, words in FIELDS.items() for rank, word in enumerate(words.split(", "))]
    ranked += [(rank, _HOUR_OF[field], word) for rank, field, word in ranked if field in _HOUR_OF]
    own = {field: words.split(", ") for field, words in FIELDS.items()}
    for exact in (True, False):
        for _rank, field, word in sorted(ranked, key=lambda one: one[0] if exact else -len(one[2])):
            if field in chosen or (not exact and len(word) < 4):
                continue
            for header in headers:
                fits = plain[header] == word if exact else re.search(rf"\b{re.escape(word)}\b", plain[header])
                if header in hours:
                    fits = fits and field not in _HOUR_OF
                elif word not in own[field]:
                    continue
                if fits and header not in chosen.values():
                    chosen[field] = header
                    break
    return {field: chosen[field] for field in FIELDS if field in chosen}


def _columns_of_hours(headers: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> set[str]:
    """Titles of the columns in which hours stand and hardly anything else."""
    first_rows = [cells for _number, cells in islice(rows, _FIRST_ROWS)]
    found = set()
    for at, header in enumerate(headers):
        filled = [cell for cells in first_rows if at < len(cells) and (cell := cells[at].strip())]
        if filled and sum(bool(_HOUR.fullmatch(cell)) for cell in filled) > len(filled) / 2:
            found.add(header)
    return found


def sheet_answer(sheet: Sheet, columns: Mapping[str, str], *, today: date) -> Answer:
    """The events of a table. A row that cannot be read says its line and why."""
    places = {field: sheet.headers.index(title) for field, title in columns.items() if title in sheet.headers}
    told = []
    for number, cells in sheet.rows:
        row = {field: cells[at] for field, at in places.items() if field in FIELDS and cells[at]}
        told.append(_told(row, number, today))
    notice = "Le tableau a trop de lignes : rien n’est retiré." if sheet.too_many else ""
    return Answer(told, complete=not sheet.too_many, notice=notice)


def _told(row: dict[str, str], number: int, today: date) -> Told:
    uid, title = clean_line(row.pop("uid", "")), clean_line(row.get("title", ""))
    try:
        if not title:
            raise DateError("il n’y a pas de titre.")
        dates = typed_dates(row, today=today)
        schedule = schedule_of(dates)
    except DateError as error:
        reason = f"Ligne {number}{f' (« {title[:80]} »)' if title else ''} : {error}"
        return Told(uid, {"row": row, "line": number, "problem": reason}, title=title, problem=reason)
    # What goes on since ever is the same next year.
    first = "" if dates.endless else (dates.first or today).isoformat()
    key = "|".join((plain_word(title), first, plain_word(row.get("venue", ""))))
    content: dict[str, Any] = {
        "key": hashlib.sha256(key.encode()).hexdigest()[:32],
        "row": {name: value for name, value in row.items() if name not in ("first", "last", "start", "end")},
        "schedule": schedule.to_json(),
    }
    last = last_day(schedule)
    if last is not None and last < today and is_guessed(row):
        said = f"« {row['first'][:60]} » ne dit pas l’année : c’est {last.year}, et c’est passé."
        content["remarks"] = [f"{said} Si c’est une autre, écrivez-la."]
    return Told(uid, content, content["key"], title)


def map_row(raw: dict[str, Any], communes: Communes) -> tuple[Mapped, bool]:
    """The record of a row, and whether it says that it is outside the territory. Raises `Unmappable`."""
    if raw.get("problem"):
        raise Unmappable(raw["problem"])
    row: dict[str, str] = raw["row"]
    remarks: list[str] = list(raw.get("remarks", ()))
    record = EventRecord()
    title, status = said_status(clean_line(row["title"]))
    record.name = shortened({"fr": title})
    _said, told = said_status(f"{row.get('status', '')}: x")
    record.status = (told or status or EventStatus.SCHEDULED).value
    description = clean_text(row.get("description", ""))
    record.description = {"fr": description} if description else {}
    elsewhere = _fill_place(record, row, communes, remarks)
    record.schedule = raw["schedule"]
    record.organiser = line(row.get("organiser"), "organisateur", remarks.append)
    kinds = (("url", "WEBSITE"), ("phone", "PHONE"), ("email", "EMAIL"))
    found = [contact(kind, row.get(field), remarks.append) for field, kind in kinds]
    record.contacts = [one for one in found if one]
    image = web_address(row.get("image", ""))
    record.images = [{"url": image, "credit": "", "title": {}, "expires": None, "modified": ""}] if image else []
    price = clean_line(row.get("price", ""))
    free = {"free": True} if _FREE.fullmatch(plain_word(price)) else {}
    record.price = {"text": {"fr": price}} | free if price else {}
    words = [clean_line(word) for word in re.split(r"[,;/|]", row.get("category", "")) if word.strip()]
    record.themes = each_once([label("keyword", {"fr": word[:100]}) for word in words])
    record.event_categories = categories_of(words)
    record.details = {"content_key": raw["key"]}
    return Mapped(kind=RecordKind.EVENT.value, external_id="", record=record, remarks=remarks), elsewhere


def _fill_place(record: EventRecord, row: Mapping[str, str], communes: Communes, remarks: list[str]) -> bool:
    town = f"{row.get('postcode', '')} {row.get('commune', '')}".strip()
    where = read_where(", ".join(part for part in (row.get("address", ""), town) if part), communes)
    if not town and not row.get("address"):
        where = read_where(row.get("venue", ""), communes)
        venue = where.venue
    else:
        venue = clean_line(row.get("venue", ""))[:200] or where.venue
    lines = [one for one in ((where.venue, *where.lines) if venue != where.venue else where.lines) if one]
    address = {"venue": venue, "lines": lines, "postcode": where.postcode, "city": where.city or row.get("commune", "")}
    record.venue, record.commune_code = venue, where.commune_code
    record.address = {key: value for key, value in address.items() if value}
    latitude, longitude = (row.get(name, "").replace(",", ".") for name in ("latitude", "longitude"))
    record.latitude, record.longitude = point(latitude, longitude, remarks.append)
    return where.elsewhere or (bool(row.get("commune")) and not where.commune_code)
