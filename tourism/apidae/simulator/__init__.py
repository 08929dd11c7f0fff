"""A local stand-in for APIDAE: the API v002, the project exports and the media, over HTTP.

It answers as the platform was observed to answer, oddities included, so that the import can be developed, tested and
demonstrated without an account and without the network. What no public source settles is marked "assumed" where it is
decided.

Exports, from a test:

    with ApidaeSimulator(dataset, today=…) as apidae:
        full = apidae.export(grouped=True)                  # an `Export`: stem, path, reset, object_count
        delta = apidae.export(modified=[5001], deleted=[5002], made_at=datetime(2026, 11, 25, 2, 10))
        night = apidae.export(differential=True)            # what changed since the last export
        apidae.retrieval_url(full), apidae.confirmation_url(full)
        apidae.notify(full, url)                            # POSTs as the platform does; also by stem
        apidae.notify(delta, url, times=2, after=1.5, success=False)
        full.notified, full.confirmed, apidae.confirmed     # answers of the reader; confirmations, in order

and the same over HTTP, with faults and scenarios, below `/simulator/` (control.py). `apidae.faults.play(…)` breaks
things a number of times or for ever (faults.py); `apidae.change_content(with_distinctions)` and its like change the
whole project until `apidae.restore()` (scenarios.py). `Dataset.generated(50_000, today=…)` is a project of any size,
whose objects are made when they are asked for.
"""

from tourism.apidae.simulator.dataset import Dataset
from tourism.apidae.simulator.server import ApidaeSimulator

__all__ = ["ApidaeSimulator", "Dataset"]
