"""Keeping a trail when the network is bad."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.chromium import await_offline_ready
from tests.browser.relay import Relay
from tests.browser.server import Site

OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]
KEEP = re.compile("^Garder pour sans réseau")
KEPT = "Gardée : s’ouvre sans réseau"


@pytest.fixture
def road(site: Site) -> Iterator[Relay]:
    relay = Relay(site.port)
    yield relay
    relay.close()


def story_trail(site: Site) -> str:
    return site.ask("{stories {trail {id}}}")["stories"][0]["trail"]["id"]


def manifest_of(site: Site, trail_id: str) -> dict:
    with urlopen(f"{site.origin}/packs/{trail_id}/manifest.json", timeout=60) as response:
        return json.load(response)


def ranges_asked(context: BrowserContext) -> list[str]:
    """The ranges of packs that the browser asks for from now on; "" for a whole one."""
    asked: list[str] = []

    def note(request) -> None:
        if request.url.endswith(".pack"):
            asked.append(request.headers.get("range", ""))

    context.on("request", note)
    return asked


def pack_files(page: Page) -> list[str]:
    return page.evaluate(
        """async () => {
            const names = [];
            const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('packs', {create: true});
            for await (const name of folder.keys()) names.push(name);
            return names;
        }"""
    )


def test_download_cut_by_the_network_goes_on_where_it_stopped_after_a_cold_start(
    site: Site, road: Relay, own_phone: OwnPhone
) -> None:
    trail_id = story_trail(site)
    manifest = manifest_of(site, trail_id)
    assert len(manifest["sha256"]) > 2, "a pack of one chunk cannot be resumed"
    with own_phone(base_url=road.origin) as context:
        page = context.pages[0]
        page.goto(f"/trail/{trail_id}")
        await_offline_ready(page)
        road.bytes_per_second = 30_000
        page.get_by_role("button", name=KEEP).click()
        expect(page.get_by_text(re.compile(r"^[1-9]\d+\sko\svérifiés\ssur"))).to_be_visible()
        road.cut()
        expect(page.get_by_text("Le réseau a lâché. Ce qui est arrivé est gardé", exact=False)).to_be_visible()
        expect(page.get_by_role("button", name="Reprendre")).to_be_visible()
    road.mend()
    with own_phone(base_url=road.origin) as context:
        asked = ranges_asked(context)
        page = context.pages[0]
        page.goto("/kept")
        expect(page.get_by_text("Le téléchargement a été interrompu.", exact=False)).to_be_visible()
        page.get_by_role("button", name="Reprendre").click()
        page.get_by_role("button", name=re.compile("^Tester sans réseau")).click()
        expect(page.get_by_text("Tout est là : cette balade s’ouvrira sans réseau.")).to_be_visible()
        first = [int(start) for start in re.findall(r"bytes=(\d+)-", " ".join(asked))]
        assert len(asked) == 1
        assert first[0] > 0
        assert first[0] % manifest["chunk"] == 0


def test_damaged_chunk_is_refused_and_nothing_half_is_kept(site: Site, own_phone: OwnPhone) -> None:
    trail_id = story_trail(site)
    manifest = manifest_of(site, trail_id)
    pack = next(Path(site.folder).rglob(f"{manifest['version']}.pack"))
    right = pack.read_bytes()
    wrong = bytearray(right)
    wrong[manifest["chunk"] + 500] ^= 0xFF
    with own_phone() as context:
        asked = ranges_asked(context)
        page = context.pages[0]
        page.goto(f"/trail/{trail_id}")
        try:
            pack.write_bytes(wrong)
            page.get_by_role("button", name=KEEP).click()
            expect(page.get_by_text("Un morceau est arrivé abîmé et a été refusé.", exact=False)).to_be_visible()
        finally:
            pack.write_bytes(right)
        assert [name for name in pack_files(page) if name.endswith(".pack")] == []
        expect(page.get_by_text(KEPT)).to_have_count(0)
        asked.clear()
        page.get_by_role("button", name="Reprendre").click()
        expect(page.get_by_text(KEPT).first).to_be_visible()
        assert asked[0].startswith(f"bytes={manifest['chunk']}-")
        assert [name for name in pack_files(page) if not name.endswith(".pack")] == []
