"""Reads JSON that somebody else wrote, so that no value in it can crash what comes after.

Python's own reader accepts more than databases, encoders and clocks do: numbers of thousands of digits, `NaN`, half of
an emoji, the NUL character, nesting until the stack is full. Everything here either becomes harmless or raises
`JsonError`.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO, Any

import orjson

# The largest integer that SQLite, PostgreSQL's bigint and Elasticsearch's long all hold.
_LARGEST_INTEGER = 2**63 - 1
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Numbers that may not fit in 64 bits.
_LONG_NUMBER = re.compile(rb"[0-9]{19}")
_SUSPECT_ESCAPE = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
# Objects of APIDAE nest 12 deep; readers that call themselves would overflow the stack at several hundred.
_DEEPEST = 100
_SPACE = " \t\r\n"
_TOO_DEEP = "Le JSON est imbriqué trop profondément."
_AFTER_A_VALUE = frozenset(_SPACE + ",]")


class JsonError(ValueError):
    """Text that is not JSON, or not text. The message is a French sentence without the text itself."""


def parse_json(content: bytes) -> Any:
    """The value written in `content` (UTF-8, with or without a byte order mark).

    Integers beyond 64 bits, decimals beyond the range of a double, `NaN` and `Infinity` come back as strings; NUL
    characters disappear and unpaired surrogates become U+FFFD.
    """
    if not _SUSPECT_ESCAPE.search(content) and not _LONG_NUMBER.search(content):
        try:
            # Five times faster, and refuses whatever else Python's reader accepts too easily.
            return _checked(orjson.loads(content.removeprefix(codecs.BOM_UTF8)), suspect=False)
        except orjson.JSONDecodeError:
            pass  # for the reader below to say why, or to accept what we do
    text = _decode(content)
    try:
        value = _decoder.decode(text)
    except json.JSONDecodeError as error:
        raise JsonError(_unreadable_sentence(error, text)) from None
    except RecursionError:
        raise JsonError(_TOO_DEEP) from None
    return _checked(value, suspect=_SUSPECT_ESCAPE.search(content) is not None)


def iterate_json_array(stream: IO[bytes], *, chunk_size: int = 65_536, largest_item: int = 16_000_000) -> Iterator[Any]:
    """The items of a JSON array, one by one, without holding the array in memory.

    Raises `JsonError` where the text stops being a JSON array of UTF-8, after having yielded what came before;
    `largest_item` bounds the characters that one item may take.
    """
    reader = _Window(stream, chunk_size, largest_item)
    if reader.next_character() != "[":
        raise JsonError("Le fichier ne contient pas une liste JSON.")
    reader.advance(1)
    if reader.next_character() == "]":
        reader.advance(1)
    else:
        while True:
            yield reader.read_value()
            separator = reader.next_character()
            reader.advance(1)
            if separator == "]":
                break
            if separator != ",":
                raise JsonError("Le fichier JSON est tronqué ou mal formé.")
    if reader.next_character():
        raise JsonError("Du texte suit la fin de la liste JSON.")


class _Window:
    """The part of a text stream that is being looked at."""

    def __init__(self, stream: IO[bytes], chunk_size: int, largest_item: int):
        self._stream = stream
        self._chunk_size = chunk_size
        self._largest_item = largest_item
        self._pending = b""
        self._text = ""
        self._position = 0
        self._ended = False
        self._first = True

    def next_character(self) -> str:
        """The next character that is not space, without passing it; empty at the end."""
        while True:
            while self._position < len(self._text) and self._text[self._position] in _SPACE:
                self._position += 1
            if self._position < len(self._text):
                return self._text[self._position]
            if not self._read(self._chunk_size):
                return ""

    def advance(self, count: int) -> None:
        self._position += count

    def read_value(self) -> Any:
        self.next_character()
        wanted = self._chunk_size
        while True:
            try:
                value, end = _decoder.raw_decode(self._text, self._position)
            except json.JSONDecodeError as error:
                at_end = error.pos >= len(self._text.rstrip()) - 1 or error.msg.startswith("Unterminated string")
                problem = JsonError("Le fichier JSON est tronqué." if at_end else "Le fichier JSON est mal formé.")
                end = None
            except RecursionError:
                raise JsonError(_TOO_DEEP) from None
            # A number cut by the end of the window reads as another one ("1", "1." or "1e" of "1e5"): the value is
            # whole only when what may follow it follows.
            if end is not None and (self._ended or self._text[end : end + 1] in _AFTER_A_VALUE):
                source, self._position = self._text[self._position : end], end
                suspect = "\\u0000" in source or "\\ud" in source.lower()
                return _checked(value, suspect=suspect)
            if len(self._text) - self._position > self._largest_item:
                raise JsonError("Un élément de la liste JSON est démesuré.")
            if not self._read(wanted) and end is None:
                raise problem
            wanted *= 2  # so that a long item is parsed again a few times, not once per chunk

    def _read(self, count: int) -> bool:
        if self._ended:
            return False
        chunk = self._stream.read(count)
        self._ended = not chunk
        data = self._pending + chunk
        if self._first and data:
            data = data.removeprefix(b"\xef\xbb\xbf")
            self._first = False
        # Keep back a character cut in two: at most three bytes of a UTF-8 sequence.
        cut = len(data) if self._ended else _end_of_whole_characters(data)
        self._pending = data[cut:]
        self._text = self._text[self._position :] + _decode(data[:cut])
        self._position = 0
        return bool(chunk)


def _end_of_whole_characters(data: bytes) -> int:
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte < 0x80:
            return len(data)
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(data) - back if length > back else len(data)
    return len(data)


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise JsonError("Le texte n'est pas encodé en UTF-8.") from None


def _unreadable_sentence(error: json.JSONDecodeError, text: str) -> str:
    if not text.strip():
        return "Le fichier JSON est vide."
    if error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated string"):
        return "Le fichier JSON est tronqué."
    return f"Le fichier JSON est mal formé (ligne {error.lineno}, colonne {error.colno})."


def _integer(digits: str) -> int | str:
    if len(digits) > 20:
        return digits
    number = int(digits)
    return number if -_LARGEST_INTEGER - 1 <= number <= _LARGEST_INTEGER else digits


def _decimal(digits: str) -> float | str:
    number = float(digits)
    return number if abs(number) != float("inf") else digits


_decoder = json.JSONDecoder(parse_int=_integer, parse_float=_decimal, parse_constant=str)


def _checked(value: Any, *, suspect: bool) -> Any:
    if _deeper_than(value, _DEEPEST):
        raise JsonError(_TOO_DEEP)
    return _scrubbed(value) if suspect else value


def _deeper_than(value: Any, levels: int) -> bool:
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(levels):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) is dict or type(inner) is list
        ]
        if not level:
            return False
    return bool(level)


def _scrubbed(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value).replace("\x00", "")
    if isinstance(value, list):
        return [_scrubbed(item) for item in value]
    if isinstance(value, dict):
        return {_scrubbed(key): _scrubbed(item) for key, item in value.items()}
    return value
