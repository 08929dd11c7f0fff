"""What a JPEG asks of whoever decodes it. Pure."""

# Cameras and programs write one scan, or about ten when the picture sharpens as it comes.
MOST_SCANS = 64
_BEGINS, _SCAN = b"\xff\xd8", b"\xff\xda"


def has_too_many_scans(content: bytes, *, most: int = MOST_SCANS) -> bool:
    """Whether a file is a JPEG that goes over all of its pixels again and again: a scan of sixty bytes costs as much
    as a picture, and a small file holds thousands. Within pixels the marker cannot occur by chance; it is counted
    wherever it stands, also where only another reader would take it for one: never too few."""
    return content.startswith(_BEGINS) and content.count(_SCAN) > most
