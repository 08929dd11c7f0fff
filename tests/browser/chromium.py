"""The system's Chromium as a phone: persistent profile, dead network, replayed positions, simulated beacons.

Everything here was measured in Chromium 156 and Playwright 1.65. A profile folder that is used again is a cold
start: the browser is a new process, and only what the app kept is there.
"""

from __future__ import annotations

import base64
import math
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright

EXECUTABLE = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
)
# Web Bluetooth's advertisements are behind this flag; without it `navigator.bluetooth` does not exist on Linux.
BEACON_ARGUMENTS = ("--enable-experimental-web-platform-features",)
PHONE = {"width": 390, "height": 844}


@contextmanager
def phone(
    playwright: Playwright,
    profile: Path,
    *,
    beacons: bool = False,
    arguments: Sequence[str] = (),
    **options: Any,
) -> Iterator[BrowserContext]:
    """A browser on `profile`, closed at the end. Persistent: service workers, OPFS and IndexedDB outlive it."""
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=EXECUTABLE,
        headless=True,
        args=[*ARGUMENTS, *(BEACON_ARGUMENTS if beacons else ()), *arguments],
        viewport=options.pop("viewport", PHONE),
        locale=options.pop("locale", "fr-FR"),
        timezone_id="Europe/Paris",
        **options,
    )
    try:
        yield context
    finally:
        context.close()


def page_session(page: Page) -> CDPSession:
    return page.context.new_cdp_session(page)


# Network and storage


def allow_persistence(session: CDPSession, origin: str) -> None:
    """`navigator.storage.persist()` then says yes; Playwright's grant_permissions does not know this name."""
    session.send(
        "Browser.setPermission",
        {"permission": {"name": "persistent-storage"}, "setting": "granted", "origin": origin},
    )


def await_offline_ready(page: Page, timeout: float = 30_000) -> None:
    """Until the service worker is in charge and has the map too: from then on the server may die."""
    page.wait_for_function(
        """async () => {
            const registration = await navigator.serviceWorker.ready;
            if (!navigator.serviceWorker.controller || registration.active?.state !== 'activated') return false;
            return (await caches.match('/.complete')) !== undefined;
        }""",
        timeout=timeout,
    )


class WakingBrowser:
    """What the browser does when the network is back, whatever page is shown: it wakes the service worker of a site by
    Background Sync. `page` is any page of the context, an empty one too."""

    def __init__(self, page: Page, origin: str) -> None:
        self._page = page
        self._origin = origin
        self._registrations: dict[str, str] = {}
        self._session = page_session(page)
        self._session.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._session.send("ServiceWorker.enable")

    def _note(self, event: dict[str, Any]) -> None:
        for one in event["registrations"]:
            if one["scopeURL"].startswith(self._origin) and not one["isDeleted"]:
                self._registrations[one["scopeURL"]] = one["registrationId"]

    def wake(self, tag: str) -> None:
        while not self._registrations:
            self._page.wait_for_timeout(50)
        [registration] = self._registrations.values()
        told = {"origin": self._origin, "registrationId": registration, "tag": tag, "lastChance": False}
        self._session.send("ServiceWorker.dispatchSyncEvent", told)


# Positions


@dataclass(frozen=True)
class Fix:
    """A position as a phone gives it: degrees, metres, metres per second, degrees from north."""

    latitude: float
    longitude: float
    accuracy: float = 6.0
    altitude: float | None = None
    speed: float | None = None
    heading: float | None = None


def set_position(session: CDPSession, fix: Fix) -> None:
    """Fills every field of the Geolocation API, which Playwright's set_geolocation does not."""
    fields = {"latitude": fix.latitude, "longitude": fix.longitude, "accuracy": fix.accuracy}
    if fix.altitude is not None:
        fields |= {"altitude": fix.altitude, "altitudeAccuracy": 8.0}
    if fix.speed is not None:
        fields["speed"] = fix.speed
    if fix.heading is not None:
        fields["heading"] = fix.heading
    session.send("Emulation.setGeolocationOverride", fields)


def lose_position(session: CDPSession) -> None:
    """POSITION_UNAVAILABLE, over and over (about 100 times a second) until a position is set again."""
    session.send("Emulation.setGeolocationOverride", {})


def walk(
    page: Page, session: CDPSession, line: Sequence[Sequence[float]], *, pace_ms: int = 60, accuracy: float = 6.0
) -> None:
    """Replays a line of [longitude, latitude, elevation?], one fix per point, with the heading between them."""
    for index, point in enumerate(line):
        longitude, latitude = point[0], point[1]
        following = line[min(index + 1, len(line) - 1)]
        east = (following[0] - longitude) * math.cos(math.radians(latitude))
        north = following[1] - latitude
        heading = math.degrees(math.atan2(east, north)) % 360 if (east or north) else None
        altitude = point[2] if len(point) > 2 else None
        set_position(session, Fix(latitude, longitude, accuracy, altitude=altitude, speed=1.2, heading=heading))
        page.wait_for_timeout(pace_ms)


# Beacons

ALTBEACON_COMPANY = 0x0118
EDDYSTONE_UUID = "0000feaa-0000-1000-8000-00805f9b34fb"


def altbeacon(uuid: str, major: int, minor: int, *, power: int = -59) -> bytes:
    """Manufacturer data of an AltBeacon advertisement: code BEAC, 20 bytes of identity, power at 1 m, reserved."""
    identity = bytes.fromhex(uuid.replace("-", "")) + major.to_bytes(2, "big") + minor.to_bytes(2, "big")
    return b"\xbe\xac" + identity + power.to_bytes(1, "big", signed=True) + b"\x00"


class BeaconSimulator:
    """A Bluetooth radio with one beacon. The context must have been opened with `beacons=True`.

    BluetoothEmulation lives on the browser's session, the device chooser on the page's. The chooser's event comes twice
    for one prompt and a second answer crashes the browser, hence the flag. `appearance` and `txPower` are mandatory in
    practice: without them the browser dies. iBeacon frames never reach a page: use AltBeacon.
    """

    def __init__(
        self, context: BrowserContext, page: Page, *, address: str = "09:09:09:09:09:01", name: str = "Balise"
    ):
        self.address = address
        self.name = name
        self._answered = False
        browser = context.browser
        self._radio = browser.new_browser_cdp_session() if browser else context.new_cdp_session(page)
        self._page = page_session(page)

    def start(self, manufacturer_data: bytes, *, company: int = ALTBEACON_COMPANY) -> None:
        self._radio.send("BluetoothEmulation.enable", {"state": "powered-on", "leSupported": True})
        self._radio.send(
            "BluetoothEmulation.simulatePreconnectedPeripheral",
            {
                "address": self.address,
                "name": self.name,
                "manufacturerData": [_manufacturer(company, manufacturer_data)],
                "knownServiceUuids": [EDDYSTONE_UUID],
            },
        )
        self._page.on("DeviceAccess.deviceRequestPrompted", self._choose)
        self._page.send("DeviceAccess.enable")

    def _choose(self, event: dict[str, Any]) -> None:
        if self._answered or not event["devices"]:
            return
        self._answered = True
        self._page.send("DeviceAccess.selectPrompt", {"id": event["id"], "deviceId": event["devices"][0]["id"]})

    def advertise(self, manufacturer_data: bytes, *, rssi: int = -55, company: int = ALTBEACON_COMPANY) -> None:
        scan_record = {
            "name": self.name,
            "uuids": [],
            "appearance": 0,
            "txPower": -59,
            "manufacturerData": [_manufacturer(company, manufacturer_data)],
        }
        self._radio.send(
            "BluetoothEmulation.simulateAdvertisement",
            {"entry": {"deviceAddress": self.address, "rssi": rssi, "scanRecord": scan_record}},
        )

    def stop(self) -> None:
        self._radio.send("BluetoothEmulation.disable")


def _manufacturer(company: int, data: bytes) -> dict[str, Any]:
    return {"key": company, "data": base64.b64encode(data).decode()}
