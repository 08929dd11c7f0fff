"""A local stand-in for APIDAE: the API v002, the project exports and the media, over HTTP.

It answers as the platform was observed to answer, oddities included, so that the import can be developed, tested and
demonstrated without an account and without the network. What no public source settles is marked "assumed" where it is
decided.
"""

from tourism.apidae.simulator.dataset import Dataset
from tourism.apidae.simulator.server import ApidaeSimulator

__all__ = ["ApidaeSimulator", "Dataset"]
