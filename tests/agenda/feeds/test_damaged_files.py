"""Files that are cut, damaged, encrypted or made to hurt: a sentence each, in the preview and in the reading."""

import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from agenda.models import EventFeed
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.linked_files import LinkedDataError, linked_events
from agenda.sources.feeds.preview import preview_feed
from agenda.sources.feeds.reading import read_feed
from agenda.sources.feeds.sheet_files import Sheet, SheetError, read_sheet
from tourism.enums import ImportStatus

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
TEXT = b't="inlineStr"><is><t>Bal</t></is>'


def excel(change: Callable[[str, bytes], bytes] = lambda name, part: part, more: bytes = b"") -> bytes:
    """A table of two columns and one event, with its parts changed; `more` is one more part."""
    book = Workbook()
    book.active.append(["Titre", "Date"])
    book.active.append(["Bal", "2027-01-02"])
    saved = io.BytesIO()
    book.save(saved)
    written = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        if more:
            target.writestr("xl/sharedStrings.xml", more)
    return written.getvalue()


def with_part(name: str, old: bytes, new: bytes) -> bytes:
    """The table with `new` instead of `old` in one part."""

    def change(part: str, content: bytes) -> bytes:
        assert part != name or old in content
        return content.replace(old, new) if part == name else content

    return excel(change)


def without_end(name: str) -> bytes:
    return excel(lambda part, content: content[:-30] if part == name else content)


def with_flag(data: bytes) -> bytes:
    """An archive all of whose parts say that they are encrypted."""
    changed = bytearray(data)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(signature, at + 4)
    return bytes(changed)


def scratched(data: bytes, name: str) -> bytes:
    """An archive with a part whose compressed bytes are nonsense."""
    at = data.index(name.encode()) + len(name) + 1
    return data[:at] + b"\xff" * 11 + data[at + 11 :]


def archive(*contents: bytes) -> bytes:
    """A delivery of DATAtourisme."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for number, content in enumerate(contents):
            target.writestr(f"objects/{number}.json", content)
    return written.getvalue()


DELIVERY = archive(b'{"@type": "Event", "@id": "https://x.example/1", "label": "x"}')


@pytest.mark.parametrize(
    "data",
    [
        without_end(SHEET),
        without_end(BOOK),
        excel()[:-40],
        excel()[:400],
        with_part(SHEET, b'r="A2"', b'r="ZZZZZZ99"'),
        with_part(SHEET, TEXT, b't="s"><v>999</v>'),
        with_part(SHEET, TEXT, b't="d"><v>abc</v>'),
        with_part(SHEET, TEXT, b"><v>abc</v>"),
        with_part(BOOK, b"<sheets>", b'<!DOCTYPE x [<!ENTITY a "b">]><sheets>'),
        with_flag(excel()),
        scratched(excel(), SHEET),
    ],
)
def test_a_damaged_excel_file_says_that_it_is(data):
    with pytest.raises(SheetError, match="pas lisible"):
        read_sheet(data)


def bomb(inside: bytes) -> bytes:
    return with_part(SHEET, b"<sheetData>", b"<sheetData>" + inside)


@pytest.mark.parametrize(
    "data",
    [
        bomb(b"<row>" + b"<c/>" * 20_000_000 + b"</row>"),
        bomb(b'<row r="1"/>' * 8_000_000),
        bomb(b"<row><c a='" + b"0" * 30_000_000 + b"'/></row>"),
        excel(more=b"<sst>" + b"<si><t>a</t></si>" * 5_000_000 + b"</sst>"),
        with_part(BOOK, b"<sheets>", b"<sheets>" + b'<sheet name="a" sheetId="1" state="visible"/>' * 90_000),
    ],
)
def test_a_small_excel_file_of_millions_of_cells_is_refused_at_once(data):
    assert len(data) < 1_000_000
    began = time.process_time()
    with pytest.raises(SheetError, match="démesuré"):
        read_sheet(data)
    assert time.process_time() - began < 5


def test_a_table_of_as_many_rows_and_columns_as_people_have_is_read():
    row = b"<row>" + b"<c><v>1</v></c>" * 40 + b"</row>"
    sheet = read_sheet(bomb(row + row * 400))
    assert len(sheet.headers) == 40 and len(sheet.rows) > 300


def test_an_excel_file_changed_anywhere_is_a_table_or_a_sentence():
    whole, chance = excel(), random.Random(5)
    for _ in range(150):
        changed = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        data = bytes(changed[: chance.choice((len(changed), chance.randrange(4, len(changed))))])
        try:
            assert isinstance(read_sheet(data), Sheet)
        except SheetError as error:
            assert str(error).endswith(".")


def test_parts_of_an_excel_file_changed_anywhere_are_a_table_or_a_sentence():
    chance = random.Random(6)

    def change(_name: str, part: bytes) -> bytes:
        changed = bytearray(part)
        for _ in range(chance.randint(0, 2)):
            changed[chance.randrange(len(changed))] = chance.choice(b'<>/"=0A9z&;!\xff')
        return bytes(changed)

    for _ in range(60):
        try:
            assert isinstance(read_sheet(excel(change)), Sheet)
        except SheetError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize("data", [DELIVERY[:-30], DELIVERY[:60], with_flag(DELIVERY), scratched(DELIVERY, "0.json")])
def test_a_damaged_delivery_says_that_it_is(data):
    with pytest.raises(LinkedDataError, match="pas lisible"):
        list(linked_events(data))


def test_a_delivery_changed_anywhere_is_read_or_a_sentence():
    chance = random.Random(7)
    whole = archive(*[b'{"@type": "Event", "label": "abc"}' * 5] * 3)
    for _ in range(300):
        changed = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(4, len(changed))] = chance.randrange(256)
        try:
            list(linked_events(bytes(changed)))
        except LinkedDataError as error:
            assert str(error).endswith(".")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("sheet", without_end(SHEET)),
        ("sheet", scratched(excel(), SHEET)),
        ("sheet", with_flag(excel())),
        ("datatourisme", scratched(DELIVERY, "0.json")),
    ],
)
def test_the_preview_and_the_reading_say_the_sentence(feed, web, kind, data):
    feed.kind, feed.url = kind, web.put("/file", data)
    feed.columns = {"title": "Titre", "first": "Date"}
    feed.save()
    with pytest.raises(FeedError, match="pas lisible"):
        preview_feed(EventFeed.objects.get(pk=feed.pk))
    run = read_feed(feed)
    assert run.status == ImportStatus.FAILED and "pas lisible" in run.error
