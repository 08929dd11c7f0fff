"""Pictures that strangers send: written anew, or refused before they cost anything."""

import io
import time
import zipfile

import pytest
from PIL import Image

from agenda.announcements import BadPictureError, clean_picture
from agenda.models import Submission
from tests.agenda.announcements.sending import (
    draft,
    faults,
    mails_to,
    picture,
    proof,
    secret_in,
    send,
)

pytestmark = pytest.mark.django_db


def test_picture_is_written_anew_without_the_position_where_it_was_taken(client):
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x8825] = {1: "N", 2: (43.0, 50.0, 0.0), 3: "E", 4: (6.0, 13.0, 0.0)}
    exif[0x010F] = "Appareil de Camille"
    image = picture((900, 600), exif=exif, comment=b"secret")
    assert b"Appareil de Camille" in image
    assert send(client, draft(), image).status_code == 201
    with Submission.objects.get().image.open("rb") as file:
        content = file.read()
    with Image.open(io.BytesIO(content)) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (600, 900), {})
        assert {"exif", "icc_profile", "comment"} & set(kept.info) == set()
    assert b"Camille" not in content and b"secret" not in content


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_pictures_of_other_forms_become_jpeg(client, form):
    assert send(client, draft(), picture((300, 200), form)).status_code == 201
    with Image.open(Submission.objects.get().image) as kept:
        assert (kept.format, kept.size) == ("JPEG", (300, 200))


def test_transparent_picture_is_on_white(client):
    written = io.BytesIO()
    Image.new("RGBA", (80, 80), (0, 0, 0, 0)).save(written, "PNG")
    assert send(client, draft(), written.getvalue()).status_code == 201
    with Image.open(Submission.objects.get().image) as kept:
        assert kept.getpixel((40, 40)) == (255, 255, 255)


def progressive(scans: int) -> bytes:
    """A small file that has each of its pixels drawn so many times."""
    written = io.BytesIO()
    Image.new("L", (400, 400)).save(written, "JPEG", progressive=True, quality=1)
    content = written.getvalue()
    last, end = content.rfind(b"\xff\xda"), content.rfind(b"\xff\xd9")
    return content[:end] + content[last:end] * (scans - content.count(b"\xff\xda")) + content[end:]


def test_picture_that_is_drawn_again_and_again_is_refused_undecoded_and_costs_its_proof(client):
    assert send(client, draft(), progressive(24)).status_code == 201
    counted = proof(client)
    response = send(client, draft(proof=counted), progressive(25))
    assert (response.status_code, faults(response)) == (415, {"image": "picture_too_slow"})
    assert "JPEG ordinaire" in response.json()["errors"][0]["message"]
    assert faults(send(client, draft(proof=counted), picture())) == {"proof": "old_proof"}


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8" + b"\xff" * 1_000_000,
        b"\xff\xd8" + b"\xff\x00" * 500_000,
        b"\xff\xd8" + b"\xff\xe0\x00\x02" * 200_000,
        b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x00tEXt\xe7\xb6\x0b\x91" * 50_000,
    ],
)
def test_file_of_endless_parts_is_refused_without_going_through_them(content):
    began = time.process_time()
    with pytest.raises(BadPictureError):
        clean_picture(content)
    assert time.process_time() - began < 0.2


def test_grey_of_sixteen_bits_is_as_bright_as_it_was():
    written = io.BytesIO()
    Image.new("I;16", (80, 80), 20_000).save(written, "PNG")
    with Image.open(io.BytesIO(clean_picture(written.getvalue()).content)) as kept:
        assert abs(kept.getpixel((40, 40))[0] - 78) <= 1


def test_picture_on_its_side_is_upright_in_every_form():
    exif = Image.Exif()
    exif[0x0112] = 6
    for form in ("PNG", "WEBP", "JPEG"):
        cleaned = clean_picture(picture((300, 200), form, exif=exif))
        assert (cleaned.width, cleaned.height) == (200, 300)


def test_large_picture_is_kept_small(client):
    assert send(client, draft(), picture((4000, 3000))).status_code == 201
    with Image.open(Submission.objects.get().image) as kept:
        assert kept.size == (2000, 1500)


def test_picture_of_twenty_megabytes_is_refused_unread(client):
    response = send(client, draft(), picture() + b"\x00" * 20_000_000)
    assert (response.status_code, faults(response)) == (413, {"image": "body_too_large"})
    response = send(client, draft(), picture() + b"\x00" * (8 * 1024 * 1024))
    assert response.status_code == 413
    assert not Submission.objects.exists()


def test_decompression_bomb_is_refused(client):
    written = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(written, "PNG")
    assert len(written.getvalue()) < 300_000
    response = send(client, draft(), written.getvalue())
    assert (response.status_code, faults(response)) == (413, {"image": "picture_too_large"})
    written = io.BytesIO()
    Image.new("1", (5_001, 5_000)).save(written, "PNG")
    assert send(client, draft(), written.getvalue()).status_code == 413


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><script>alert(1)</script></html>",
        SVG,
        b"%PDF-1.7\n%%EOF",
        b"GIF89a/*\x00\x00*/=1;alert(1)",
        b"\xff\xd8\xff\xe0" + b"\x00" * 100,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 200,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run",
    ],
)
def test_what_is_not_a_picture_is_refused(client, content):
    response = send(client, draft(), content)
    assert (response.status_code, faults(response)) == (415, {"image": "not_a_picture"})


def test_truncated_picture_is_refused(client):
    assert send(client, draft(), picture()[:-2000]).status_code == 415


def test_of_a_file_that_is_picture_and_archive_and_script_only_the_picture_is_kept(client):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("evil.js", "alert(1)")
    image = picture(comment=b"<script>alert(1)</script>") + archive.getvalue() + b"<?php system('id'); ?>" + SVG
    assert zipfile.is_zipfile(io.BytesIO(image))
    assert send(client, draft(), image).status_code == 201
    with Submission.objects.get().image.open("rb") as file:
        content = file.read()
    assert not zipfile.is_zipfile(io.BytesIO(content))
    assert not any(word in content for word in (b"script", b"php", b"svg", b"evil"))


def test_pictures_that_wait_are_not_served_to_the_public(client):
    send(client, draft(), picture())
    kept = Submission.objects.get()
    assert client.get(f"/media/{kept.image.name}").status_code == 404
    shown = client.get(f"/announcements/{secret_in(mails_to('parents@example.org')[0])}/picture")
    assert (shown.status_code, shown["Content-Type"], shown["Cache-Control"]) == (200, "image/jpeg", "no-store")


# With the mailed link
