"""Cards made again while an import writes them: on a database of its own, that two threads may open."""

import threading

from django.db import connection

from agenda.models import Event, EventCard
from agenda.sources import imports
from tests.agenda.written_exports import NEWER, OLDER, export_of, read
from tests.tourism.apidae.territories import COMMUNES, ELEMENTS, event
from tourism.models import RemoteImage

PICTURE = {
    "type": "IMAGE",
    "traductionFichiers": [{"locale": "fr", "url": "https://static.apidae-tourisme.com/a.jpg"}],
}


def test_import_during_which_a_picture_comes_is_not_written_over(own_database, tmp_path, monkeypatch):
    side = {"elements_reference": ELEMENTS, "communes": COMMUNES}
    read(export_of(tmp_path, [event(1, multimedias=[PICTURE])], **side), exported_at=OLDER)
    urls = set(RemoteImage.objects.values_list("url", flat=True))
    write, rows_read, imported = imports.write_event_cards, threading.Event(), threading.Event()

    def write_late(events: list[Event]) -> None:
        rows_read.set()
        imported.wait(1.5)  # in vain where the rows are held
        write(events)

    def show_picture() -> None:
        try:
            imports.refresh_fetched_images(urls)
        finally:
            connection.close()

    monkeypatch.setattr(imports, "write_event_cards", write_late)
    picture = threading.Thread(target=show_picture)
    picture.start()
    assert rows_read.wait(20)
    changed = event(1, multimedias=[PICTURE], nom={"libelleFr": "Nouveau nom"})
    read(export_of(tmp_path, [changed], **side), exported_at=NEWER)
    imported.set()
    picture.join()
    assert urls
    assert EventCard.objects.get(language="fr").card["name"] == Event.objects.get().title == "Nouveau nom"
