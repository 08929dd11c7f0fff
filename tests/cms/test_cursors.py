import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.cursors import BadCursorError, decode_cursor, encode_cursor

SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text())


@given(st.lists(SCALARS, max_size=4))
def test_decode_cursor_gives_the_key_back(key):
    assert decode_cursor(encode_cursor(key), length=len(key)) == key


@given(st.text())
def test_decode_cursor_of_anything_refuses_or_gives_scalars(text):
    try:
        key = decode_cursor(text, length=2)
    except BadCursorError:
        return
    assert len(key) == 2


@pytest.mark.parametrize("cursor", ["", "é", "WyJhIl0", encode_cursor(["a"])[:-1], "W1siYSJdLCJiIl0", "bnVsbA"])
def test_decode_cursor_of_another_list_refuses(cursor):
    with pytest.raises(BadCursorError):
        decode_cursor(cursor, length=2)


def test_decode_cursor_with_deep_nesting_refuses():
    bomb = base64.urlsafe_b64encode(b"[" * 50_000).decode()
    with pytest.raises(BadCursorError):
        decode_cursor(bomb, length=1)
