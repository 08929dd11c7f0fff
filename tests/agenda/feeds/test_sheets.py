"""Tables: their files, their columns, their rows."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from agenda.sources.feeds.places import Communes
from agenda.sources.feeds.sheet_files import MOST_ROWS, SheetError, read_sheet
from agenda.sources.feeds.sheets import guessed_columns, map_row, sheet_answer
from tourism.schedule import Schedule, expand

TODAY = date(2026, 5, 1)
COMMUNES = Communes([("04088", "Forcalquier", "04300")])
ROWS = "Titre;Date;Heure;Lieu;Commune;Tarif\nBal été;12/07/2026;20h30;Place;Forcalquier;Gratuit\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_of_any_program(encoding, delimiter):
    sheet = read_sheet(ROWS.replace(";", delimiter).encode(encoding))
    assert sheet.headers == ("Titre", "Date", "Heure", "Lieu", "Commune", "Tarif")
    assert sheet.rows == ((2, ("Bal été", "12/07/2026", "20h30", "Place", "Forcalquier", "Gratuit")),)


def test_cells_with_line_breaks_do_not_move_the_number_of_a_line():
    sheet = read_sheet(b'Titre;Date\n"Bal\nmusette";1\n\nLoto;2\n')
    assert [number for number, _cells in sheet.rows] == [2, 5]


def excel(*rows: tuple) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_excel_dates_and_hours_are_days_and_hours():
    sheet = read_sheet(
        excel(
            ("Programme de l’été",),
            ("Titre", "Début", "Fin", "Heure"),
            ("Bal", datetime(2026, 7, 12), date(2026, 7, 13), time(20, 30)),
        )
    )
    assert sheet.headers == ("Titre", "Début", "Fin", "Heure")
    assert sheet.rows == ((3, ("Bal", "2026-07-12", "2026-07-13", "20:30")),)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 120_000_000)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "ligne de titres"),
        (b"un seul mot", "ligne de titres"),
        (b"PK\x03\x04 rien", "pas lisible"),
        (b"\xd0\xcf\x11\xe0 ancien", "ancien Excel"),
        (b"\x89PNG\r\n\x1a\n\0\0", "ni un CSV"),
    ],
)
def test_what_is_no_table_says_why(data, sentence):
    with pytest.raises(SheetError, match=sentence):
        read_sheet(data)


def test_an_excel_file_that_inflates_is_refused():
    with pytest.raises(SheetError, match="démesuré"):
        read_sheet(bomb())


def test_a_table_that_is_too_long_withdraws_nothing():
    sheet = read_sheet(("Titre;Date\n" + "Bal;12/07/2026\n" * (MOST_ROWS + 1)).encode())
    answer = sheet_answer(sheet, guessed_columns(sheet.headers), today=TODAY)
    assert len(sheet.rows) == MOST_ROWS and not answer.complete and answer.notice


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (
            ("Titre", "Date", "Heure", "Lieu", "Commune"),
            {"title": "Titre", "first": "Date", "start": "Heure", "venue": "Lieu", "commune": "Commune"},
        ),
        (
            ("Nom de l'événement", "Date de début", "Date de fin", "Heure de début", "Heure de fin", "Ville"),
            {
                "title": "Nom de l'événement",
                "first": "Date de début",
                "last": "Date de fin",
                "start": "Heure de début",
                "end": "Heure de fin",
                "commune": "Ville",
            },
        ),
        (("INTITULÉ", "DATE(S)", "Tarif (€)"), {"title": "INTITULÉ", "first": "DATE(S)", "price": "Tarif (€)"}),
    ],
)
def test_columns_are_guessed_by_their_titles(headers, columns):
    assert guessed_columns(headers) == columns


@pytest.mark.parametrize(
    ("titles", "cells", "columns"),
    [
        (
            "Titre;Date;Heure;Fin",
            ("Bal;12/07/2026;14:00;16:00", "Loto;13/07/2026;20h;23h30"),
            ("Date", "", "Heure", "Fin"),
        ),
        ("Titre;Date;Début;Fin", ("Bal;12/07/2026;14:00;16:00",), ("Date", "", "Début", "Fin")),
        ("Titre;Début;Fin", ("Bal;12/07/2026;14/07/2026",), ("Début", "Fin", "", "")),
        ("Titre;Début;Fin;Heure;Au", ("Bal;12/07/2026;;14 h;",), ("Début", "Fin", "Heure", "")),
        ("Titre;Date;Du;Au", ("Bal;12/07/2026;;16:00:00", "Loto;13/07/2026;;0,75"), ("Date", "", "", "Au")),
        # One slip does not make hours of a column of days, nor the reverse.
        (
            "Titre;Date;Fin",
            ("A;12/07/2026;16:00", "B;1/7/2026;2/7/2026", "C;1/7/2026;3/7/2026"),
            ("Date", "Fin", "", ""),
        ),
    ],
)
def test_what_stands_in_a_column_says_whether_it_is_of_days_or_of_hours(titles, cells, columns):
    sheet = read_sheet("\n".join((titles, *cells, "")).encode())
    guessed = guessed_columns(sheet.headers, sheet.rows)
    assert tuple(guessed.get(field, "") for field in ("first", "last", "start", "end")) == columns
    if len(cells) < 3:
        answer = sheet_answer(sheet, guessed, today=TODAY)
        assert [one.problem for one in answer.told] == [""] * len(cells)


def told(**row: str):
    names = {"title": "T", "first": "D", "last": "F", "start": "H", "end": "HF", "venue": "L", "commune": "C"}
    names |= {"address": "A", "price": "P", "category": "K", "status": "S", "uid": "I"}
    cells = {names[field]: value for field, value in row.items()}
    sheet = read_sheet((";".join(cells) + "\n" + ";".join(cells.values()) + "\n").encode())
    return next(iter(sheet_answer(sheet, {field: names[field] for field in row}, today=TODAY).told))


def test_a_row_is_an_event_with_its_dates_place_and_price():
    one = told(
        title="Bal",
        first="12/07/2026",
        start="20h30",
        end="23h",
        venue="Cloître",
        commune="FORCALQUIER",
        price="Gratuit",
        category="Concert",
    )
    mapped, elsewhere = map_row(one.content, COMMUNES)
    record = mapped.record
    assert (record.name, record.venue, record.commune_code, elsewhere) == ({"fr": "Bal"}, "Cloître", "04088", False)
    assert (record.price["free"], record.event_categories) == (True, ["CONCERT"])
    spans = list(expand(Schedule.from_json(record.schedule), first=TODAY, last=date(2026, 12, 31)))
    assert [(f"{span.start:%d %H:%M}", f"{span.end:%H:%M}") for span in spans] == [("12 20:30", "23:00")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"title": "Bal", "first": "bientôt"}, "Ligne 2 (« Bal ») : La date « bientôt »"),
        ({"title": "", "first": "12/07/2026"}, "titre"),
        ({"title": "Bal", "first": "12/07/2026", "last": "10/07/2026"}, "précède"),
        ({"title": "Bal", "first": "12/07/2026", "start": "le soir"}, "heure"),
    ],
)
def test_a_row_that_cannot_be_read_says_its_line_and_why(row, reason):
    one = told(**row)
    assert one.problem.startswith("Ligne 2") and reason in one.problem


def test_status_of_a_row():
    cancelled = told(title="Bal", first="12/07/2026", status="Annulé")
    assert map_row(cancelled.content, COMMUNES)[0].record.status == "CANCELLED"


def test_a_commune_that_is_not_ours_is_elsewhere():
    assert map_row(told(title="Bal", first="12/07/2026", commune="Marseille").content, COMMUNES)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Programme de Noël, Digne\nTitre;Date;Lieu\nBal;24/12/2026;Salle\n",
        "Fêtes, bals, concerts, lotos\n\nTitre;Date;Lieu\nBal, loto, concert;24/12/2026;Salle\n",
        "Titre;Date;Texte\nBal;24/12/2026;un, deux, trois, quatre, cinq\n",
        "Titre\tDate\tLieu\nBal\t24/12/2026\tSalle, place; cour\n",
        'Titre,Date,Lieu\nBal,24/12/2026,"Salle; place; cour"\n',
    ],
)
def test_commas_of_a_title_or_of_a_text_do_not_part_cells(text):
    sheet = read_sheet(text.encode())
    assert sheet.headers[:2] == ("Titre", "Date") and len(sheet.headers) == 3
    assert sheet.rows[0][1][1] == "24/12/2026"
