"""Export ZIPs and folders: what the simulator writes is read back, and nothing malicious or broken gets through."""

import io
import json
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.territories import SAMPLES, event, needs_samples, territory
from tourism.apidae.archive import ExportArchive, ExportError, ExportLimits
from tourism.apidae.objects import read_objects
from tourism.apidae.simulator.exports import write_export
from tourism.apidae.untrusted_json import JsonError, iterate_json_array, parse_json

Files = dict[str, Any]


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Writes a ZIP: bytes as they are, anything else as JSON."""

    def write(files: Files, name: str = "export.zip") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file_name, content in files.items():
                archive.writestr(file_name, content if isinstance(content, bytes) else json.dumps(content))
        return path

    return write


@dataclass(frozen=True)
class Found:
    """What an import reads of one object."""

    origin: str
    payload: Any
    problem: str
    linked: bool


def found_in(archive: ExportArchive) -> Iterator[Found]:
    for file in archive.object_files():
        if file.content is None:
            yield Found(file.name, None, file.problem, file.linked)
        else:
            for read in read_objects(file.content):
                payload = None if read.problem else json.loads(read.raw)
                yield Found(file.name, payload, read.problem, file.linked)


def objects_of(path: Path, **options: Any) -> list[Found]:
    with ExportArchive(path, **options) as archive:
        return list(found_in(archive))


def payload_ids(path: Path) -> list[int | None]:
    return [raw.payload["id"] if raw.payload else None for raw in objects_of(path)]


# Round trips


@pytest.mark.parametrize("grouped", [True, False])
def test_full_export_is_read_back_whole(tmp_path, grouped):
    dataset = territory(130)
    count = write_export(dataset, tmp_path / "export.zip", grouped=grouped)
    with ExportArchive(tmp_path / "export.zip") as archive:
        raws = list(found_in(archive))
        assert [raw.problem for raw in raws] == [""] * count
        assert sorted(raw.payload["id"] for raw in raws if not raw.linked) == [*range(5000, 5130), 9002]
        assert [raw.payload["id"] for raw in raws if raw.linked] == [9001]
        assert raws[-1].linked is True
        assert [element["id"] for element in archive.elements()] == [532, 101, 2128, 2083, 3333]
        assert [commune["code"] for commune in archive.communes()] == ["04070", "04209", "04112"]
        assert [criterion["libelle"] for criterion in archive.criteria()] == ["Interne"]
        assert [item["id"] for item in archive.territories()] == [800]
        assert [len(selection["objetsTouristiques"]) for selection in archive.selections()] == [131, 2, 0]
        assert (list(archive.deleted_ids()), list(archive.deleted_linked_ids())) == ([], [])
        assert archive.problems == []


def test_delta_export_is_read_back(tmp_path):
    write_export(territory(9), tmp_path / "e.zip", modified=[5001, 9001], deleted=[5004], deleted_linked=[77])
    with ExportArchive(tmp_path / "e.zip") as archive:
        assert [(raw.payload["id"], raw.linked) for raw in found_in(archive)] == [(5001, False), (9001, True)]
        assert list(archive.deleted_ids()) == [5004]
        assert list(archive.deleted_linked_ids()) == [77]
        assert len(list(archive.communes())) == 3


def test_unpacked_export_reads_like_its_zip(tmp_path):
    write_export(territory(60), tmp_path / "e.zip")
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        archive.extractall(tmp_path / "folder")
    assert objects_of(tmp_path / "folder") == objects_of(tmp_path / "e.zip")
    with ExportArchive(tmp_path / "folder") as folder, ExportArchive(tmp_path / "e.zip") as packed:
        assert list(folder.selections()) == list(packed.selections())


@needs_samples
@pytest.mark.parametrize("name", ["export-2017-events", "export-2017-events.zip"])
def test_real_export_of_2017_is_read(name):
    with ExportArchive(SAMPLES / name) as archive:
        raws = list(found_in(archive))
        assert sorted(raw.payload["id"] for raw in raws) == [4826137, 4826186, 4826282, 4828422, 4833997]
        assert {raw.problem for raw in raws} == {""}
        assert {raw.linked for raw in raws} == {False}
        assert list(archive.deleted_ids()) == [123]
        assert list(archive.deleted_linked_ids()) == []
        assert [selection["id"] for selection in archive.selections()] == [49063, 49073]
        assert len(list(archive.elements())) == 4
        assert len(list(archive.communes())) == 3
        assert len(list(archive.criteria())) == 17
        assert list(archive.territories()) == []
        assert (archive.has("communes.json"), archive.has("territoires.json")) == (True, False)
        assert archive.problems == []


def test_export_inside_a_top_folder_is_read(zipped):
    path = zipped({"export/objets_modifies/objets_modifies-1.json": [event(1)], "export/objets_supprimes.json": [3]})
    with ExportArchive(path) as archive:
        assert [raw.origin for raw in found_in(archive)] == ["export/objets_modifies/objets_modifies-1.json"]
        assert list(archive.deleted_ids()) == [3]


def test_files_of_the_packer_are_ignored(zipped):
    path = zipped(
        {
            "objets_modifies/objets_modifies-1.json": [event(1)],
            "__MACOSX/objets_modifies/._objets_modifies-1.json": b"\x00\x05\x16\x07",
            "objets_modifies/._objets_modifies-2.json": b"\x00",
            "readme.txt": b"hello",
        }
    )
    assert payload_ids(path) == [5001]


def test_empty_export_is_empty(zipped):
    with ExportArchive(zipped({"communes.json": []})) as archive:
        assert list(found_in(archive)) == []
        assert list(archive.selections()) == []
        assert list(archive.deleted_ids()) == []
        assert archive.looks_like_an_export is True
    with ExportArchive(zipped({"photo.json": {}})) as archive:
        assert archive.looks_like_an_export is False


# Broken files


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "Le fichier JSON est vide."),
        (b"   ", "Le fichier JSON est vide."),
        (b'[{"id": 1}, {"id"', "Le fichier JSON est tronqué."),
        (b'{"nom": "Sisteron', "Le fichier JSON est tronqué."),
        (b'{"id": 1,, "nom": {"libelleFr": "A"}}', "Le fichier JSON est mal formé (ligne 1, colonne 10)."),
        (b"<html><body>maintenance</body></html>", "Le fichier JSON est mal formé (ligne 1, colonne 1)."),
        ('{"nom": "é"}'.encode("latin-1"), "Le texte n'est pas encodé en UTF-8."),
        ('{"nom": "é"}'.encode("utf-16"), "Le texte n'est pas encodé en UTF-8."),
        (b"[" * 100_000, "Le JSON est imbriqué trop profondément."),
        (b"3", "Le fichier contient autre chose qu'un objet touristique."),
        (b'["text"]', "Le fichier contient autre chose qu'un objet touristique."),
        (b"null", "Le fichier contient autre chose qu'un objet touristique."),
    ],
)
def test_broken_file_gives_one_problem_and_the_rest_goes_on(zipped, content, problem):
    path = zipped(
        {
            "objets_modifies/objets_modifies-1.json": event(1),
            "objets_modifies/objets_modifies-2.json": content,
            "objets_modifies/objets_modifies-3.json": [event(3), event(4)],
        }
    )
    raws = objects_of(path)
    assert [raw.problem for raw in raws] == ["", problem, "", ""]
    assert raws[1] == Found("objets_modifies/objets_modifies-2.json", None, problem, False)
    assert payload_ids(path) == [5001, None, 5003, 5004]


def test_byte_order_mark_is_no_problem(zipped):
    content = b"\xef\xbb\xbf" + json.dumps([event(1)]).encode()
    path = zipped({"objets_modifies/objets_modifies-1.json": content, "communes.json": b'\xef\xbb\xbf[{"id": 1}]'})
    assert payload_ids(path) == [5001]
    with ExportArchive(path) as archive:
        assert list(archive.communes()) == [{"id": 1}]


def test_item_that_is_no_object_among_objects_is_one_problem(zipped):
    path = zipped({"objets_modifies/objets_modifies-1.json": [event(1), None, event(2)]})
    assert payload_ids(path) == [5001, None, 5002]


def test_monstrous_values_do_no_harm(zipped):
    text = (
        '{"id": '
        + "9" * 60
        + ', "a": NaN, "b": -Infinity, "c": 1e400, "d": '
        + "1" * 5000
        + ', "e": "\\ud800x", "f": "a\\u0000b", "g": 9223372036854775807, "h": 9223372036854775808, '
        + '"i": "\\ud83d\\ude00"}'
    )
    (raw,) = objects_of(zipped({"objets_modifies/objets_modifies-1.json": text.encode()}))
    assert raw.payload == {
        "id": "9" * 60,
        "a": "NaN",
        "b": "-Infinity",
        "c": "1e400",
        "d": "1" * 5000,
        "e": "\ufffdx",
        "f": "ab",
        "g": 9223372036854775807,
        "h": "9223372036854775808",
        "i": "😀",
    }
    json.dumps(raw.payload, ensure_ascii=False).encode()


def test_broken_referential_gives_its_beginning_and_a_problem(zipped):
    path = zipped({"communes.json": b'[{"id": 1}, {"id": 2}, {"id"', "elements_reference.json": b"{}"})
    with ExportArchive(path) as archive:
        assert list(archive.communes()) == [{"id": 1}, {"id": 2}]
        assert list(archive.elements()) == []
        assert [(problem.origin, problem.sentence) for problem in archive.problems] == [
            ("communes.json", "Le fichier JSON est tronqué."),
            ("elements_reference.json", "Le fichier ne contient pas une liste JSON."),
        ]


@pytest.mark.parametrize(
    "content", [b"[1, 2", b"{}", b"[1] 2", b'["1"]', b"[true]", b"[1.5]", b"", b"[" + b"9" * 60 + b"]"]
)
def test_broken_list_of_deletions_is_refused_whole(zipped, content):
    with ExportArchive(zipped({"objets_supprimes.json": content, "objets_lies_supprimes.json": content})) as archive:
        with pytest.raises(ExportError, match="objets_supprimes.json"):
            next(archive.deleted_ids())
        with pytest.raises(ExportError, match="objets_lies_supprimes.json"):
            list(archive.deleted_linked_ids())


def test_broken_list_of_selections_is_refused_whole(zipped):
    path = zipped({"selections.json": b'[{"id": 1, "objetsTouristiques": []}, '})
    sentence = "Le fichier selections.json de l'export est illisible : Le fichier JSON est tronqué."
    with ExportArchive(path) as archive, pytest.raises(ExportError) as raised:
        next(archive.selections())
    assert str(raised.value) == sentence


def test_damaged_member_is_one_problem(zipped):
    noise = random.Random(1).randbytes(2000).hex()
    path = zipped({"objets_modifies/objets_modifies-1.json": {"id": 1, "x": noise}, "objets_lies/a.json": event(2)})
    content = bytearray(path.read_bytes())
    content[200:260] = bytes(60)
    path.write_bytes(content)
    assert [(raw.problem, raw.linked) for raw in objects_of(path)] == [
        ("Le fichier objets_modifies/objets_modifies-1.json de l'export est abîmé et ne peut pas être lu.", False),
        ("", True),
    ]


def test_encrypted_member_is_one_problem(zipped):
    path = zipped({"objets_modifies/objets_modifies-1.json": event(1)})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    central = content.rfind(b"PK\x01\x02")
    content[central + 8] |= 1
    path.write_bytes(content)
    assert [raw.payload for raw in objects_of(path)] == [None]


# Refused archives


@pytest.mark.parametrize("cut", [0, 1, 10, 100, -1, -22, -200])
def test_truncated_zip_is_refused(tmp_path, cut):
    write_export(territory(20), tmp_path / "whole.zip")
    (tmp_path / "cut.zip").write_bytes((tmp_path / "whole.zip").read_bytes()[:cut])
    with pytest.raises(ExportError, match="tronqué"):
        ExportArchive(tmp_path / "cut.zip").__enter__()


@pytest.mark.parametrize(
    "content", [b"<html>503</html>", b"", b"PK\x05\x06" + b"\xff" * 18, b"PK\x05\x06" + b"\x01" * 18]
)
def test_file_that_is_no_zip_is_refused(tmp_path, content):
    (tmp_path / "export.zip").write_bytes(content)
    with pytest.raises(ExportError):
        ExportArchive(tmp_path / "export.zip").__enter__()


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(ExportError, match="introuvable"):
        ExportArchive(tmp_path / "none.zip").__enter__()


@pytest.mark.parametrize(
    "name",
    [
        "../objets_supprimes.json",
        "a/../../b.json",
        "/etc/cron.d/x.json",
        "C:/x.json",
        "..\\x.json",
        "a\\..\\..\\b.json",
    ],
)
def test_name_that_leaves_the_folder_is_refused(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "[]")
    with pytest.raises(ExportError, match="sort de son dossier"):
        ExportArchive(tmp_path / "e.zip").__enter__()


def test_name_that_comes_twice_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("objets_supprimes.json", "[1]")
        archive.writestr("objets_supprimes.json", "[2]")
    with pytest.raises(ExportError, match="deux fois"):
        ExportArchive(tmp_path / "e.zip").__enter__()


def test_bomb_is_refused_without_being_inflated(zipped):
    path = zipped({"objets_modifies/objets_modifies-1.json": b" " * 30_000_000})
    tracemalloc.start()
    try:
        with pytest.raises(ExportError, match="démesuré"):
            ExportArchive(path).__enter__()
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_archive_above_its_limits_is_refused(zipped):
    path = zipped({f"objets_modifies/objets_modifies-{n}.json": event(n) for n in range(20)})
    with pytest.raises(ExportError, match="démesuré"):
        ExportArchive(path, limits=ExportLimits(total_size=10_000)).__enter__()
    with pytest.raises(ExportError, match="démesuré"):
        ExportArchive(path, limits=ExportLimits(file_size=500)).__enter__()
    with pytest.raises(ExportError, match="trop de fichiers"):
        ExportArchive(path, limits=ExportLimits(files=19)).__enter__()
    assert len(objects_of(path, limits=ExportLimits(files=20))) == 20


def test_file_of_objects_above_its_limit_is_one_problem(zipped):
    path = zipped(
        {"objets_modifies/objets_modifies-1.json": [event(1)], "objets_modifies/objets_modifies-2.json": {"id": 2}}
    )
    raws = objects_of(path, limits=ExportLimits(object_file_size=500))
    assert [raw.problem for raw in raws] == [
        "Le fichier objets_modifies/objets_modifies-1.json dépasse la taille permise.",
        "",
    ]


def test_size_that_a_member_lies_about_is_not_believed(zipped):
    path = zipped({"objets_modifies/objets_modifies-1.json": {"id": 1, "x": "y" * 100_000}})
    content = bytearray(path.read_bytes())
    central = content.rfind(b"PK\x01\x02")
    content[central + 24 : central + 28] = struct.pack("<I", 100)
    path.write_bytes(content)
    assert [raw.payload for raw in objects_of(path)] == [None]


def test_link_out_of_an_unpacked_export_is_not_followed(tmp_path):
    (tmp_path / "secret.json").write_text(json.dumps(event(1)))
    folder = tmp_path / "export" / "objets_modifies"
    folder.mkdir(parents=True)
    (folder / "objets_modifies-1.json").symlink_to(tmp_path / "secret.json")
    (folder / "objets_modifies-2.json").write_text(json.dumps(event(2)))
    assert payload_ids(tmp_path / "export") == [5002]


def test_second_side_file_of_the_same_name_is_reported(zipped):
    with ExportArchive(zipped({"objets_supprimes.json": [1], "old/objets_supprimes.json": [2]})) as archive:
        assert list(archive.deleted_ids()) == [1]
        assert [problem.origin for problem in archive.problems] == ["old/objets_supprimes.json"]


# Memory


def test_memory_does_not_grow_with_the_export(tmp_path):
    communes = [{"id": number, "code": f"{number:05d}", "nom": f"Commune {number}" * 5} for number in range(37_000)]
    packet = [event(number, filler="x" * 2000) for number in range(50)]

    def peak_of(packets: int, count: int) -> int:
        path = tmp_path / f"{packets}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("communes.json", json.dumps(communes[:count]))
            for number in range(packets):
                archive.writestr(f"objets_modifies/objets_modifies-{number}.json", json.dumps(packet))
        tracemalloc.start()
        try:
            with ExportArchive(path) as archive:
                assert sum(1 for _ in archive.communes()) == count
                assert sum(1 for raw in found_in(archive) if raw.payload) == packets * 50
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    small, large = peak_of(4, 1000), peak_of(80, 37_000)
    assert large < small * 1.5 + 500_000


# Reading a list piece by piece

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdé", max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(json_values, max_size=8), st.integers(1, 40), st.booleans(), st.sampled_from([None, 2]))
@settings(max_examples=200, deadline=None)
def test_list_read_piece_by_piece_equals_the_list_read_at_once(values, chunk_size, ascii_only, indent):
    content = json.dumps(values, ensure_ascii=ascii_only, indent=indent).encode()
    assert list(iterate_json_array(io.BytesIO(content), chunk_size=chunk_size)) == values
    assert parse_json(content) == values


@given(st.lists(json_values, min_size=1, max_size=5), st.integers(1, 40), st.data())
@settings(max_examples=200, deadline=None)
def test_list_cut_anywhere_yields_its_beginning_then_raises(values, chunk_size, data):
    content = json.dumps(values, ensure_ascii=False).encode()
    cut = data.draw(st.integers(0, len(content) - 1))
    read: list[Any] = []
    with pytest.raises(JsonError):
        for item in iterate_json_array(io.BytesIO(content[:cut]), chunk_size=chunk_size):
            read.append(item)
    # A number cut in the middle is still a number: only what precedes the last item is certain.
    assert read[:-1] == values[: len(read)][:-1]


@given(st.binary(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_value_or_a_json_error(content):
    try:
        value = parse_json(content)
    except JsonError:
        return
    json.dumps(value, ensure_ascii=False).encode()


@pytest.mark.parametrize("depth", [101, 400, 900, 100_000])
def test_value_nested_too_deep_is_refused(depth):
    content = (
        b'{"a":[' * (depth // 2) + b'"\\ud800"' + b"]}" * (depth // 2) if depth % 2 == 0 else b"[" * 101 + b"]" * 101
    )
    with pytest.raises(JsonError, match="profondément"):
        parse_json(content)
    with pytest.raises(JsonError, match="profondément"):
        list(iterate_json_array(io.BytesIO(b"[" + content + b"]")))
    assert parse_json(b"[" * 100 + b"]" * 100) is not None


def test_item_above_its_limit_is_refused():
    content = io.BytesIO(b'["' + b"x" * 5000 + b'"]')
    with pytest.raises(JsonError, match="démesuré"):
        list(iterate_json_array(content, chunk_size=100, largest_item=1000))
