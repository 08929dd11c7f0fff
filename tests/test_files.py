"""Files that the site serves: pictures, packs, the web app's shell."""

import json
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from config.packs import build_pack
from tests.pack_reading import pack_content, read_pack
from tourism.actions import note_images, refold_trail, store_image_content
from tourism.models import RemoteImage, Story, StoryStep, Trail, Trigger

pytestmark = pytest.mark.django_db
URL = "https://static.example.org/photo.jpg"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files written by a test disappear with it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def picture() -> RemoteImage:
    content = BytesIO()
    Image.new("RGB", (1600, 1200), "teal").save(content, "JPEG")
    note_images([URL])
    return store_image_content(RemoteImage.objects.get(url=URL), content.getvalue())


@pytest.fixture
def trail(picture) -> Trail:
    """A trail with a picture and a story of one step."""
    line = [[6.22 + step / 1000, 43.84 + step / 2000, 600.0 + step] for step in range(20)]
    trail = Trail(public_id="aaaaaaaaaa")
    said = {
        "name.fr": "La boucle",
        "name.en": "The loop",
        "practice": "WALK",
        "line": line,
        "images": [{"url": URL, "credit": "Dessin", "title": {"fr": "Vue"}}],
    }
    trail.overrides = {key: {"value": value, "by": "test", "at": "2026-11-01"} for key, value in said.items()}
    refold_trail(trail, records=[])
    story = Story.objects.create(public_id="bbbbbbbbbb", name={"fr": {"text": "Récit"}}, trail=trail)
    step = StoryStep.objects.create(
        story=story, public_id="cccccccccc", position=1, name={"fr": {"text": "Un"}}, text={"fr": {"text": "Mot"}}
    )
    Trigger.objects.create(step=step, kind="QR", code="boucle1")
    return trail


def content_of(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_picture_is_served_small_and_for_ever(client, picture):
    response = client.get(f"/img/{picture.digest}-480.webp")
    with Image.open(BytesIO(content_of(response))) as shown:
        assert (shown.format, shown.size) == ("WEBP", (480, 360))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/img/{0}-481.webp", "/img/{0}-4800.webp", "/img/" + "0" * 32 + "-480.webp"])
def test_other_sizes_and_unknown_pictures_are_not_found(client, picture, path):
    assert client.get(path.format(picture.digest)).status_code == 404


def test_small_picture_is_not_enlarged(client):
    content = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(content, "PNG")
    note_images([URL])
    small = store_image_content(RemoteImage.objects.get(url=URL), content.getvalue())
    with Image.open(BytesIO(content_of(client.get(f"/img/{small.digest}-1200.webp")))) as shown:
        assert shown.size == (300, 200)


def test_pack_holds_the_answers_the_pictures_and_the_map(trail, picture):
    files = read_pack(pack_content(build_pack(trail)))
    assert sorted(path for path in files if path.startswith("answers/")) == sorted(
        f"answers/{name}.{language}.json"
        for name in ("Trail", "Story")
        for language in ("fr", "en", "it", "de", "es", "nl")
    )
    french = json.loads(files["answers/Trail.fr.json"][1])["trail"]
    assert (french["name"], french["pack"], len(french["line"])) == ("La boucle", None, 20)
    assert json.loads(files["answers/Trail.en.json"][1])["trail"]["name"] == "The loop"
    assert json.loads(files["answers/Story.fr.json"][1])["story"]["steps"][0]["triggers"][0]["code"] == "boucle1"
    assert {path: mime for path, (mime, _body) in files.items() if path.startswith("media/")} == {
        f"media/{picture.digest}-1200.webp": "image/webp",
        f"media/{picture.digest}-480.webp": "image/webp",
    }
    area = json.loads(files["map/area.json"][1])
    assert "Moustiers-Sainte-Marie" in {item["properties"]["name"] for item in area["communes"]["features"]}


def test_pack_of_an_unchanged_trail_is_the_same_pack(trail):
    first = build_pack(trail)
    second = build_pack(Trail.objects.get(pk=trail.pk))
    assert (second.version, second.built_at) == (first.version, first.built_at)


def test_manifest_follows_a_change(client, trail, django_capture_on_commit_callbacks):
    before = client.get(f"/packs/{trail.public_id}/manifest.json").json()
    changed = Trail.objects.get(pk=trail.pk)
    changed.overrides["name.fr"]["value"] = "La grande boucle"
    with django_capture_on_commit_callbacks(execute=True):
        refold_trail(changed, records=[])
    after = client.get(f"/packs/{trail.public_id}/manifest.json").json()
    assert after["version"] != before["version"]
    assert after["name"] == {"fr": "La grande boucle", "en": "The loop"}


@pytest.mark.parametrize(
    ("asked", "status", "content_range", "piece"),
    [
        (None, 200, None, slice(None)),
        ("bytes=0-9", 206, "bytes 0-9/{0}", slice(0, 10)),
        ("bytes=100-", 206, "bytes 100-{1}/{0}", slice(100, None)),
        ("bytes=-10", 206, "bytes {2}-{1}/{0}", slice(-10, None)),
        ("bytes=5-99999999", 206, "bytes 5-{1}/{0}", slice(5, None)),
        ("bytes=99999999-", 416, "bytes */{0}", None),
        ("bytes=9-3", 416, "bytes */{0}", None),
        ("bytes=-", 416, "bytes */{0}", None),
        ("lines=1-2", 416, "bytes */{0}", None),
    ],
)
def test_pack_answers_ranges(client, trail, asked, status, content_range, piece):
    pack = build_pack(trail)
    whole = pack_content(pack)
    response = client.get(f"/packs/{trail.public_id}/{pack.version}.pack", headers={"Range": asked} if asked else {})
    assert response.status_code == status
    if content_range:
        assert response["Content-Range"] == content_range.format(len(whole), len(whole) - 1, len(whole) - 10)
    if piece:
        assert content_of(response) == whole[piece]


def test_resumed_download_of_another_version_starts_again(client, trail):
    pack = build_pack(trail)
    response = client.get(
        f"/packs/{trail.public_id}/{pack.version}.pack", headers={"Range": "bytes=5-", "If-Range": '"other"'}
    )
    assert response.status_code == 200


def test_hidden_trail_has_no_pack(client, trail):
    pack = build_pack(trail)
    trail.hidden = True
    refold_trail(trail, records=[])
    assert client.get(f"/packs/{trail.public_id}/manifest.json").status_code == 410
    assert client.get(f"/packs/{trail.public_id}/{pack.version}.pack").status_code == 404


def test_manifest_is_confirmed_by_its_etag(client, trail):
    first = client.get(f"/packs/{trail.public_id}/manifest.json")
    again = client.get(f"/packs/{trail.public_id}/manifest.json", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert datetime.fromisoformat(first.json()["builtAt"]) <= datetime.now(UTC)


def test_shell_answers_every_address_of_the_web_app(client, settings, tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><title>Traverse</title>")
    settings.PWA_DIST = tmp_path
    for path in ("/", "/agenda", "/kept", "/page/a/b", "/search"):
        response = client.get(path)
        assert (response.status_code, response["Cache-Control"]) == (200, "no-cache"), path
    assert client.get("/assets/missing.js").status_code == 404


def test_health_names_the_database_and_the_search_engine(client):
    answer = client.get("/healthz").json()
    assert answer["database"] in ("sqlite", "postgresql")
    assert answer["search"]["engine"] == "embedded"
