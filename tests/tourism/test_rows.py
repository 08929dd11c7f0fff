"""Rows written by the thousand say the same as rows written one by one, on every database."""

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from tourism.actions import insert_rows, written_in_bulk
from tourism.models import Commune, Place, ReferenceCommune, RemoteImage

COLUMNS = ("id", "code", "name", "postcode", "country_id")


def names() -> dict[int, str]:
    return dict(ReferenceCommune.objects.order_by("pk").values_list("pk", "name"))


@pytest.mark.django_db
def test_rows_that_are_known_are_written_over_and_the_last_of_two_counts():
    insert_rows(ReferenceCommune, COLUMNS, [(1, "04001", "Aiglun", "04510", None), (2, "04004", "Allemagne", "", None)])
    again = [(2, "04004", "Allemagne-en-Provence", "", None), (3, "04005", "A", "", None), (3, "04005", "B", "", None)]
    insert_rows(ReferenceCommune, COLUMNS, again, known_by=["id"], over=COLUMNS[1:])
    assert names() == {1: "Aiglun", 2: "Allemagne-en-Provence", 3: "B"}


@pytest.mark.django_db
def test_rows_that_are_known_are_left_alone_without_columns_to_write_over():
    columns = ("url", "digest", "error", "attempts")
    insert_rows(RemoteImage, columns, [("http://a.example/1", "abc", "", 0)])
    insert_rows(
        RemoteImage, columns, [("http://a.example/1", "", "", 0), ("http://a.example/2", "", "", 0)], known_by=["url"]
    )
    assert sorted(RemoteImage.objects.values_list("url", "digest")) == [
        ("http://a.example/1", "abc"),
        ("http://a.example/2", ""),
    ]


@pytest.mark.django_db
def test_thousands_of_rows_with_every_kind_of_character_come_back_as_they_went():
    nasty = ["a\tb", "a\nb", "\\N", "\\", "", "é’œ 🏔", '"', "NULL"]
    rows = [(number, f"{number:05}", nasty[number % len(nasty)], "", None) for number in range(1, 2_501)]
    insert_rows(ReferenceCommune, COLUMNS, rows, known_by=["id"], over=COLUMNS[1:])
    insert_rows(ReferenceCommune, COLUMNS, ((number + 5_000, *row) for number, *row in rows))
    stored = names()
    assert len(stored) == 5_000
    assert all(stored[number] == stored[number + 5_000] == name for number, _code, name, *_rest in rows)


@pytest.mark.django_db
def test_row_that_the_database_refuses_is_an_error_of_the_database_and_leaves_nothing():
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        insert_rows(Commune, ("code", "name"), [("Z0001", "Nulle part"), ("Z0001", "Ailleurs")])
    assert not Commune.objects.filter(code="Z0001").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("width", 2**32 + 5),
        ("attempts", 40_000),
        ("attempts", 2**16 + 1),
        ("width", 2**70),
        ("width", 1.5),
        ("width", "large"),
    ],
)
def test_number_that_its_column_cannot_hold_is_refused_and_never_cut(column, value):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's columns hold any number.")
    row = {"url": "http://a.example/1", "digest": "", "error": "", "attempts": 0, "width": 1} | {column: value}
    with pytest.raises(DataError), transaction.atomic():
        insert_rows(RemoteImage, tuple(row), [tuple(row.values())])
    assert not RemoteImage.objects.exists()


@pytest.mark.django_db
def test_word_is_not_taken_for_yes():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no truth values of its own.")
    row = {"name": {}, "summary": {}, "description": {}, "hidden": "f", "public_id": "a"}
    with pytest.raises(DataError), transaction.atomic():
        insert_rows(Place, tuple(row), [tuple(row.values())])


def test_waiting_for_the_disk_is_as_before_once_the_bulk_is_written(own_database: str):
    if connection.vendor != "postgresql":
        pytest.skip("Only PostgreSQL is told not to wait for the disk.")
    with connection.cursor() as cursor:

        def said() -> str:
            cursor.execute("SHOW synchronous_commit")
            return cursor.fetchone()[0]

        assert said() == "on"
        with written_in_bulk():
            assert said() == "off"
        with pytest.raises(ZeroDivisionError), written_in_bulk():
            raise ZeroDivisionError
        assert said() == "on"
