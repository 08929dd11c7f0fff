"""Plans of itineraries (GPX, KML, KMZ) to one line.

Whatever is unusable raises GeometryError with a French sentence for an editor. What had to be decided to get one line
out of the file is in the line's ``notes``.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

import gpxpy
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from gpxpy.gpx import GPXException

from tourism.geometry.line import Line, Point, haversine_m, length_m

MAX_POINTS = 200_000
MAX_BYTES = 100_000_000
# Pieces closer than this are one walk whose recording was paused; farther apart they are different lines.
MAX_GAP_M = 200.0
# A step this long between two fixes is a hole in the recording, or a point that is somewhere else.
LONG_STEP_M = 5000.0
LOWEST_M, HIGHEST_M = -450.0, 9000.0
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
DECLARED_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

Segment = list[Point]


class GeometryError(ValueError):
    """A plan that gives no line. The message is a French sentence for an editor."""


def line_from_plan(data: bytes, *, extension: str | None = None, filename: str | None = None) -> Line:
    """The line of a plan. Its content decides what it is; the extension or the file name only words the refusal.

    Sources leave the extension out or get it wrong. Raises GeometryError.
    """
    _check_size(data)
    head = data[:4096].lstrip()
    if data.startswith(b"PK"):
        return line_from_kmz(data)
    named = _extension(extension, filename)
    start = _text(head).casefold()
    if re.search(r"<(\w+:)?kml[\s>]", start):
        return line_from_kml(data)
    if re.search(r"<(\w+:)?gpx[\s>]", start) or named == "gpx":
        return line_from_gpx(data)
    if named == "kml":
        return line_from_kml(data)
    if named == "kmz":
        return line_from_kmz(data)
    raise GeometryError(f"Le plan {f'« {named[:20]} » ' if named else ''}n’est ni un GPX, ni un KML, ni un KMZ.")


def _extension(extension: str | None, filename: str | None) -> str:
    if isinstance(extension, str) and extension.strip(" ."):
        return extension.strip(" .").casefold()
    if isinstance(filename, str):
        try:
            path = unquote(urlsplit(filename).path)
        except ValueError:
            path = filename
        return PurePosixPath(path).suffix.lstrip(".").casefold()
    return ""


def line_from_gpx(data: bytes) -> Line:
    """The tracks of a GPX file, or its routes when it has no track. Raises GeometryError."""
    text = _xml_text(data, "GPX")
    if len(re.findall(r"<(?:\w+:)?(?:trkpt|rtept)\b", text)) > MAX_POINTS:
        raise _too_many_points()
    root = _xml_root(text, "GPX")
    if _local_name(root) != "gpx":
        raise GeometryError("Le fichier n’est pas un GPX.")
    try:
        gpx = gpxpy.parse(text)
    except (GPXException, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GeometryError("Le GPX est mal formé : un point ou une date n’est pas lisible.") from error
    tracks: list[list[Any]] = [segment.points for track in gpx.tracks for segment in track.segments]
    routes: list[list[Any]] = [route.points for route in gpx.routes]
    if any(len(points) > 1 for points in tracks) or not any(routes):
        sources, notes = tracks, []
    else:
        sources, notes = routes, ["Le GPX n’a pas de trace ; son itinéraire (route) est utilisé."]
    segments = [[(point.longitude, point.latitude, point.elevation) for point in points] for points in sources]
    return _line(segments, "GPX", notes)


def line_from_kml(data: bytes) -> Line:
    """The LineString and gx:Track elements of a KML file, in their order. Raises GeometryError."""
    root = _xml_root(_xml_text(data, "KML"), "KML")
    if _local_name(root) != "kml":
        raise GeometryError("Le fichier n’est pas un KML.")
    segments = []
    for element in root.iter():
        name = _local_name(element)
        if name == "LineString":
            segments.append(list(_kml_coordinates(element)))
        elif name == "Track":
            segments.append(list(_kml_track(element)))
        if sum(map(len, segments)) > MAX_POINTS:
            raise _too_many_points()
    return _line(segments, "KML", [])


def line_from_kmz(data: bytes) -> Line:
    """The first KML of a KMZ archive, ``doc.kml`` before any other. Raises GeometryError."""
    _check_size(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if name.casefold().endswith(".kml")]
            if not names:
                raise GeometryError("Le KMZ ne contient pas de KML.")
            name = min(names, key=lambda name: (name.casefold() != "doc.kml", names.index(name)))
            with archive.open(name) as file:
                # A declared size proves nothing: an archive bomb is stopped while it unfolds.
                kml = file.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        if isinstance(error, GeometryError):
            raise
        raise GeometryError("Le KMZ est une archive abîmée ou chiffrée.") from error
    return line_from_kml(kml)


# XML ------------------------------------------------------------------------------------------------------------


def _check_size(data: bytes) -> None:
    if not data or not data.strip():
        raise GeometryError("Le plan est vide.")
    if len(data) > MAX_BYTES:
        raise GeometryError(f"Le plan dépasse {MAX_BYTES // 1_000_000} Mo.")


def _xml_text(data: bytes, what: str) -> str:
    """The file as text without its XML declaration, whose encoding is often not the true one."""
    _check_size(data)
    text = _text(data)
    if "\x00" in text:
        raise GeometryError(f"Le fichier {what} n’est pas du texte.")
    return DECLARATION.sub("", text, count=1)


def _text(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    declared = DECLARED_ENCODING.match(data)
    candidates = ["utf-8", declared.group(1).decode("ascii") if declared else "", "cp1252"]
    for encoding in filter(None, candidates):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _xml_root(text: str, what: str) -> Element:
    try:
        return fromstring(text, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise GeometryError(f"Le fichier {what} contient des entités XML, refusées par sécurité.") from error
    except (ParseError, ValueError, RecursionError) as error:
        raise GeometryError(f"Le fichier {what} n’est pas du XML lisible.") from error


def _local_name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _kml_coordinates(element: Element) -> Iterator[Point]:
    for child in element:
        if _local_name(child) == "coordinates":
            # Hand-made files put blanks after the commas.
            for item in re.sub(r"\s*,\s*", ",", child.text or "").split():
                yield _kml_point(item.split(","))


def _kml_track(element: Element) -> Iterator[Point]:
    for child in element:
        if _local_name(child) == "coord":
            yield _kml_point((child.text or "").split())


def _kml_point(numbers: Sequence[str]) -> Point:
    try:
        lon, lat = float(numbers[0]), float(numbers[1])
        return lon, lat, float(numbers[2]) if len(numbers) > 2 and numbers[2] else None
    except (ValueError, IndexError) as error:
        raise GeometryError(f"Les coordonnées « {','.join(numbers)[:60]} » ne sont pas lisibles.") from error


# One line -------------------------------------------------------------------------------------------------------


def _too_many_points() -> GeometryError:
    return GeometryError(f"Le plan a plus de {MAX_POINTS} points.")


def _line(segments: Iterable[Segment], what: str, notes: list[str]) -> Line:
    segments = [segment for segment in segments if segment]
    if not segments:
        raise GeometryError(f"Le fichier {what} ne contient aucune trace.")
    if sum(map(len, segments)) > MAX_POINTS:
        raise _too_many_points()
    for segment in segments:
        for lon, lat, _ in segment:
            _check_position(lon, lat)
    cleaned = [_without_repeats(segment) for segment in segments]
    usable = [segment for segment in cleaned if len(segment) > 1]
    if not usable:
        raise GeometryError("La trace se réduit à un seul point.")
    if len(usable) < len(cleaned):
        notes.append("Un morceau de trace d’un seul point est ignoré.")
    chosen = _joined(usable, notes)
    longest_step = max(haversine_m(a, b) for a, b in zip(chosen, chosen[1:], strict=False))
    if longest_step > LONG_STEP_M:
        notes.append(f"Deux points qui se suivent sont à {_kilometres(longest_step)} l’un de l’autre.")
    return Line(_with_checked_elevations(chosen, notes), notes=notes)


def _check_position(lon: float | None, lat: float | None) -> None:
    if lon is None or lat is None or not (isfinite(lon) and isfinite(lat)):
        raise GeometryError("Un point de la trace n’a pas de coordonnées.")
    if abs(lon) > 180 or abs(lat) > 90:
        raise GeometryError(f"Le point de latitude {lat:g} et de longitude {lon:g} n’existe pas sur Terre.")


def _without_repeats(segment: Segment) -> Segment:
    kept = segment[:1]
    kept += [point for previous, point in zip(segment, segment[1:], strict=False) if point[:2] != previous[:2]]
    return kept


def _joined(segments: list[Segment], notes: list[str]) -> Segment:
    """Pieces that follow each other closely as one; else the longest, and a note."""
    chains: list[Segment] = [list(segments[0])]
    largest_gap = 0.0
    for segment in segments[1:]:
        gap = haversine_m(chains[-1][-1], segment[0])
        if gap >= MAX_GAP_M:
            chains.append(list(segment))
            continue
        largest_gap = max(largest_gap, gap)
        chains[-1] += segment[1:] if chains[-1][-1][:2] == segment[0][:2] else segment
    if largest_gap >= 1:
        notes.append(f"Des morceaux de trace sont réunis par-dessus un écart de {largest_gap:.0f} m au plus.")
    if len(chains) == 1:
        return chains[0]
    lengths = [length_m(chain) for chain in chains]
    longest = max(range(len(chains)), key=lengths.__getitem__)
    notes.append(
        f"La trace est en {len(chains)} morceaux séparés ; le plus long est retenu "
        f"({_kilometres(lengths[longest])} sur {_kilometres(sum(lengths))})."
    )
    return chains[longest]


def _kilometres(metres: float) -> str:
    return f"{metres / 1000:.1f} km".replace(".", ",")


def _with_checked_elevations(points: Segment, notes: list[str]) -> Segment:
    heights = {height for _, _, height in points}
    if heights == {0.0}:
        # Drawn on a map without relief: zero stands for "unknown".
        notes.append("Les altitudes de la trace sont toutes nulles ; elles sont ignorées.")
        return [(lon, lat, None) for lon, lat, _ in points]
    checked, wrong = [], 0
    for lon, lat, height in points:
        if height is not None and not (isfinite(height) and LOWEST_M <= height <= HIGHEST_M):
            wrong, height = wrong + 1, None
        checked.append((lon, lat, height))
    if wrong:
        notes.append(f"{wrong} altitudes impossibles sont ignorées.")
    return checked
