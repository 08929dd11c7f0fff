"""Tables as people send them: CSV of any program, Excel. Pure: bytes in, cells as text out."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agenda.sources.feeds.excel_files import ExcelError, excel_rows

MOST_BYTES = 10_000_000
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 60, 20_000
_DELIMITERS = ";,\t|"
# Titles of columns are among the first lines: some tables begin with their own title.
_HEADERS_WITHIN = 10
# Enough of a file to see what its cells are parted by.
_LOOKED_AT, _LOOKED_LINES = 100_000, 30


class SheetError(ValueError):
    """A file that is no table; the message is a French sentence."""


@dataclass(frozen=True)
class Sheet:
    """A table: titles of columns, and rows as (line in the file, cells), without those that are empty."""

    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    too_many: bool = False


def read_sheet(data: bytes) -> Sheet:
    """The table of a file. Raises SheetError."""
    if len(data) > MOST_BYTES:
        raise SheetError(f"Le tableau dépasse {MOST_BYTES // 1_000_000} Mo.")
    if data.startswith(b"PK"):
        try:
            return _gathered(excel_rows(data, most_rows=MOST_ROWS + _HEADERS_WITHIN + 2, most_columns=MOST_COLUMNS))
        except ExcelError as error:
            raise SheetError(str(error)) from None
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SheetError("Ce fichier est d’un ancien Excel (.xls) : enregistrez-le en .xlsx ou en CSV.")
    if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SheetError("Ce fichier n’est ni un CSV ni un Excel (.xlsx).")
    return _gathered(_csv_rows(_decoded(data)))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel's own CSV on a French Windows.
        return data.decode("cp1252", "replace")


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    text = text.replace("\0", "")
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise SheetError(f"La ligne {line} du fichier n’est pas lisible.") from None


def _delimiter(text: str) -> str:
    """What makes the most cells in lines of one width: a table's own title, above it, has commas as it likes."""
    start = "\n".join([line for line in text[:_LOOKED_AT].splitlines() if line.strip()][:_LOOKED_LINES])

    def cells(delimiter: str) -> int:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter))
        except csv.Error:
            return 0
        return max((width * times for width, times in widths.items() if width > 1), default=0)

    return max(_DELIMITERS, key=cells)


def _gathered(rows: Iterable[tuple[int, list[str]]]) -> Sheet:
    headers: tuple[str, ...] = ()
    kept: list[tuple[int, tuple[str, ...]]] = []
    too_many = False
    for line, cells in rows:
        cleaned = tuple(cell.strip()[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS])
        filled = sum(bool(cell) for cell in cleaned)
        if not headers:
            if filled >= 2:
                headers = _distinct(cleaned)
            continue
        if not filled:
            continue
        if len(kept) == MOST_ROWS:
            too_many = True
            break
        kept.append((line, (cleaned + ("",) * len(headers))[: len(headers)]))
    if not headers:
        raise SheetError("Ce tableau n’a pas de ligne de titres : il faut au moins deux colonnes.")
    return Sheet(headers, tuple(kept), too_many)


def _distinct(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Titles of columns, each once: a column is chosen by its title. Empty columns after the last are none."""
    while not titles[-1]:
        titles = titles[:-1]
    seen: dict[str, int] = {}
    named = []
    for number, title in enumerate(titles, 1):
        name = title or f"Colonne {number}"
        seen[name] = seen.get(name, 0) + 1
        named.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(named)
