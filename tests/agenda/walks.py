"""A trail of the simulator whose line is in a file of its own."""

from tests.tourism.apidae.territories import territory, trail
from tourism.apidae.simulator import ApidaeSimulator, Dataset


def gpx(*points: tuple[float, float, int]) -> bytes:
    """A track of points (longitude, latitude, altitude in metres)."""
    rows = "".join(f'<trkpt lat="{lat}" lon="{lon}"><ele>{ele}</ele></trkpt>' for lon, lat, ele in points)
    return f'<?xml version="1.0"?><gpx version="1.1"><trk><trkseg>{rows}</trkseg></trk></gpx>'.encode()


LINE = gpx(*((6.22 + step / 1000, 43.84, 600 + 10 * step) for step in range(30)))


def walk(server: ApidaeSimulator, file: str = "trace.gpx") -> dict:
    """The trail with a plan that the server has at this address."""
    plan = {
        "type": "PLAN",
        "traductionFichiers": [
            {"locale": "fr", "url": f"{server.url}/filestore/{file}", "extension": "gpx", "fileName": file}
        ],
    }
    return trail() | {"multimedias": [plan]}


def serve_walk(server: ApidaeSimulator, files: dict[str, bytes]) -> None:
    """Serve the trail alone, and these files of tracks by their name."""
    server.dataset = Dataset(
        objects=[walk(server)],
        elements_reference=territory(0).elements_reference,
        communes=territory(0).communes,
        media=lambda path: (files[path], "application/gpx+xml") if path in files else None,
    )
