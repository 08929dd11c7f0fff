"""Files below `/filestore/`."""

import json

from tests.tourism.apidae.asking import answer_of
from tests.tourism.apidae.territories import event, territory
from tourism.apidae.simulator import ApidaeSimulator, Dataset


def test_media_are_served_with_validators_and_derived_sizes():
    media = {"images/1/2/3.png": (b"picture", "image/png")}
    with ApidaeSimulator(territory(1, media=media.get)) as simulator:
        original = answer_of(simulator, "/filestore/images/1/2/3.png")
        assert (original.status, original.body, original.headers["Content-Type"]) == (200, b"picture", "image/png")
        assert original.headers["Last-Modified"].endswith("GMT")
        for suffix in ("-liste", "-fiche", "-diaporama"):
            assert answer_of(simulator, f"/filestore/images/1/2/3{suffix}.png").body == b"picture"
        validator = {"If-None-Match": original.headers["ETag"]}
        assert answer_of(simulator, "/filestore/images/1/2/3.png", headers=validator).status == 304
        assert answer_of(simulator, "/filestore/images/1/2/4.png").status == 404


def test_media_of_a_folder_never_leave_it(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "data" / "filestore").mkdir(parents=True)
    (tmp_path / "data" / "filestore" / "a.png").write_bytes(b"a")
    (tmp_path / "data" / "one.json").write_text(json.dumps(event(1)))
    with ApidaeSimulator(Dataset.from_path(tmp_path / "data")) as simulator:
        assert answer_of(simulator, "/filestore/a.png").body == b"a"
        assert answer_of(simulator, "/filestore/..%2F..%2Fsecret.png").status == 404
        assert answer_of(simulator, "/filestore/%2Fetc/passwd").status == 404
