"""What every kind of feed is read into, whatever it is written in. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Told:
    """One event as its feed tells it.

    Attributes:
        uid: what the feed calls it, '' when it gives no name.
        content: the event as JSON, the same for the same event at each download; what changes by itself is left out.
        key: made of title, first date and place, for feeds whose names cannot be trusted; '' for the others.
        title: for people, while nothing is mapped.
        problem: the French sentence of why it could not be read; '' for what could.
        gone: the feed says itself that it is no longer there.
        parent: `uid` of the event that it belongs to.
    """

    uid: str
    content: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    title: str = ""
    problem: str = ""
    gone: bool = False
    parent: str = ""


@dataclass
class Answer:
    """What a feed says now. Unless `complete`, that an event is not there means nothing; `notice` says why.

    `unchanged`: the site says that nothing changed since the last reading, and nothing was read.
    """

    told: Iterable[Told] = ()
    complete: bool = True
    notice: str = ""
    unchanged: bool = False
    validators: dict[str, str] = field(default_factory=dict)
