"""Illustrations of the demonstration, drawn by code: no photograph of anyone's."""

import io
import random
import zlib

from tourism.apidae.demonstration.pictures.buildings import BUILDINGS
from tourism.apidae.demonstration.pictures.canvas import WIDTH, Canvas
from tourism.apidae.demonstration.pictures.crafts import CRAFTS
from tourism.apidae.demonstration.pictures.interiors import INTERIORS
from tourism.apidae.demonstration.pictures.landscapes import LANDSCAPES
from tourism.apidae.demonstration.pictures.outdoors import OUTDOORS
from tourism.apidae.demonstration.pictures.posters import POSTERS
from tourism.apidae.demonstration.pictures.rivers import RIVERS
from tourism.apidae.demonstration.pictures.winter import WINTERS

SCENES = BUILDINGS | LANDSCAPES | POSTERS | WINTERS | OUTDOORS | RIVERS | CRAFTS | INTERIORS
# Longest side in pixels of APIDAE's variants of an image.
VARIANTS = {"": 1200, "-diaporama": 1000, "-fiche": 640, "-liste": 320}


def draw_picture(scene: str, *, seed: int, width: int = WIDTH) -> bytes:
    """A JPEG of the scene, `width` pixels wide at 3:2; the same seed draws the same picture. Raises KeyError."""
    source = random.Random(zlib.crc32(f"{scene}:{seed}".encode()))
    canvas = Canvas()
    SCENES[scene](canvas, source)
    body = io.BytesIO()
    canvas.finished(width).save(body, "JPEG", quality=82)
    return body.getvalue()
