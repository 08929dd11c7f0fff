"""Rows of an Excel file, however it was made. Pure.

A compressed file of a few kilobytes may hold millions of cells, which a library would build before anybody could count
them. Its parts are therefore counted first, as they are decompressed, and only what is of a size that somebody can have
typed is opened.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import IO, Any
from xml.parsers import expat

# What the compressed parts may grow to together, and how many there are.
MOST_INFLATED, MOST_PARTS = 100_000_000, 2_000
# Of one part of the file, by what it is: a sheet and the table of its texts are streamed, the others are built whole.
MOST_ELEMENTS, MOST_OTHER_ELEMENTS = {"worksheet": 1_500_000, "sst": 800_000}, 200_000
# Excel itself has no more columns.
MOST_CELLS_OF_ROW, MOST_SHEETS = 16_384, 500
# Bytes without the end of a tag: a cell holds 32 767 letters.
LONGEST_TOKEN = 1_000_000
_PIECE = 65_536


class ExcelError(ValueError):
    """A file that cannot be opened; the message is a French sentence."""


_UNREADABLE = "Ce fichier Excel est abîmé ou protégé : il n’est pas lisible."
_TOO_LARGE = "Ce fichier Excel est démesuré : il n’est pas lu."


def excel_rows(data: bytes, *, most_rows: int, most_columns: int) -> Iterator[tuple[int, list[str]]]:
    """The (number, cells as text) of the first rows of the first sheet. Raises ExcelError."""
    from openpyxl import load_workbook  # noqa: PLC0415 - 34 MB that an import of any other source would carry along

    try:
        _check_sizes(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        rows = book.worksheets[0].iter_rows(max_row=most_rows, max_col=most_columns, values_only=True)
        yield from ((number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1))
    except ExcelError:
        raise
    except Exception as error:
        # The library says in whatever way its parsers do that a part is missing, cut, encrypted or nonsense:
        # ParseError, KeyError, ValueError, zlib.error, RuntimeError, AttributeError…
        raise ExcelError(_UNREADABLE) from error


def _check_sizes(data: bytes) -> None:
    """Raises ExcelError for what no table of ours is; and whatever zipfile says of what it cannot read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_INFLATED:
            raise ExcelError(_TOO_LARGE)
        for part in parts:
            # Whatever its name: which part is the sheet is written inside the file.
            with archive.open(part) as file:
                _Counter().read(file)


class _Counter:
    """Counts what one part holds, without keeping any of it. Raises ExcelError as soon as it is too much."""

    def __init__(self) -> None:
        self._most = -1
        self._elements = self._cells = self._sheets = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._begin
        # What a document type declares may unfold without end, and no Excel writes one.
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self, file: IO[bytes]) -> None:
        unfinished = 0
        while piece := file.read(_PIECE):
            try:
                self._parser.Parse(piece, False)
            except expat.ExpatError:
                return  # a picture; or what the library will not read any further either
            last = piece.rfind(b">")
            unfinished = unfinished + len(piece) if last < 0 else len(piece) - last
            if unfinished > LONGEST_TOKEN:
                raise ExcelError(_TOO_LARGE)

    def _begin(self, name: str, _attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if self._most < 0:
            self._most = MOST_ELEMENTS.get(kind, MOST_OTHER_ELEMENTS)
        self._elements += 1
        if kind == "row":
            self._cells = 0
        elif kind == "c":
            self._cells += 1
        elif kind == "sheet":
            self._sheets += 1
        if self._elements > self._most or self._cells > MOST_CELLS_OF_ROW or self._sheets > MOST_SHEETS:
            raise ExcelError(_TOO_LARGE)

    def _refuse(self, *_declared: object) -> None:
        raise ExcelError(_UNREADABLE)


def _cell(value: Any) -> str:
    """A cell as a person would type it: ISO days, hours as 20:30."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
