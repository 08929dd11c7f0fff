"""What a feed would bring, before anything of it is kept."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from time import monotonic
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from agenda.candidates import coming_events, stored_candidates, stored_verdicts
from agenda.dedupe import Band, Candidate, Identifier, Likeness, When, suspected_pairs
from agenda.models import Event, EventFeed
from agenda.records import EventRecord
from agenda.schedule import schedule_from
from agenda.sources.feeds import client as feed_client
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.mapping import FeedMapping
from agenda.sources.feeds.reading import ask, mapping_of
from agenda.sources.feeds.told import Told
from tourism.apidae.mapping import Unmappable
from tourism.models import Commune, SourceRecord
from tourism.schedule import describe, expand, last_day

# Events that are compared with what is known, and that are listed.
MOST, LISTED = 5_000, 200
# Places outside the territory that are named.
EXAMPLES = 5
MOST_DATES, AHEAD = 60, timedelta(days=548)


@dataclass(frozen=True)
class KnownEvent:
    """An event of ours that one of a feed looks like, with its office (none: the agency's). `reasons` as
    `EventPair.reasons`; `certain`: the two would become one without asking anybody."""

    pk: int
    public_id: str
    title: str
    office_id: int | None
    reasons: tuple[dict[str, Any], ...]
    certain: bool


@dataclass(frozen=True)
class Shown:
    """One event of a preview. `known` is the event that it looks most like; `problem` says why it cannot be read.
    `over`: all its dates are past. `outside`: where outside the territory it is, '' when it is not. `remarks`:
    sentences about what of it is not taken."""

    title: str
    dates: str = ""
    place: str = ""
    known: KnownEvent | None = None
    problem: str = ""
    over: bool = False
    outside: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What a feed would bring: `brought` of which `known` look known and `over` are past, and `unreadable`. `outside`
    the territory are so many, in the `places` that come most often; they are among those brought when the feed
    publishes them (`outside_too`). `events` are the first ones, what needs a look before the rest."""

    brought: int = 0
    known: int = 0
    over: int = 0
    unreadable: int = 0
    outside: int = 0
    places: tuple[str, ...] = ()
    more_places: bool = False
    outside_too: bool = False
    notice: str = ""
    events: list[Shown] = field(default_factory=list)
    more: int = 0


def preview_feed(feed: EventFeed, *, client: FeedClient | None = None) -> Preview:
    """Read a feed as it is configured, saved or not, and write nothing. What is not read, mapped and compared within
    the time that a person may wait is left out, and the notice says so. Raises FeedError."""
    waited = _Waited(feed_client.TOTAL_WAITED)
    today = timezone.localdate()
    mapping = mapping_of(feed)
    # All of it, whatever the site said the last time.
    feed.read_state = {}
    with nullcontext(client) if client else feed_client.hurried_client() as connection:
        answer = ask(feed, connection, mapping, ended=waited.for_part(0.7))
        told = [one for one in islice(answer.told, MOST) if not one.gone]
    names = dict(Commune.objects.values_list("code", "name"))
    shown: list[Shown] = []
    candidates: dict[str, tuple[Candidate, int]] = {}
    over = waited.for_part(0.6)
    for one in told:
        if over():
            break
        row, candidate = _shown(one, feed, mapping, names, today, len(shown))
        if candidate is not None and not row.over and (not row.outside or mapping.outside_too):
            candidates[candidate.key] = candidate, len(shown)
        shown.append(row)
    for key, known in _known(feed, [candidate for candidate, _at in candidates.values()], waited.for_part(1)).items():
        at = candidates[key][1]
        shown[at] = replace(shown[at], known=known)
    listed = sorted(shown, key=lambda row: (not row.problem, not row.known, not row.remarks, not row.outside, row.over))
    outside = Counter(row.outside for row in shown if row.outside)
    return Preview(
        brought=sum(not row.problem and (not row.outside or mapping.outside_too) for row in shown),
        known=sum(bool(row.known) for row in shown),
        over=sum(row.over and (not row.outside or mapping.outside_too) for row in shown),
        unreadable=sum(bool(row.problem) for row in shown),
        outside=outside.total(),
        places=tuple(place for place, _times in outside.most_common(EXAMPLES)),
        more_places=len(outside) > EXAMPLES,
        outside_too=mapping.outside_too,
        notice=" ".join(part for part in (answer.notice, waited.notice()) if part),
        events=listed[:LISTED],
        more=max(0, len(listed) - LISTED),
    )


class _Waited:
    """How long somebody waits. Each step has a part of the time that is left, so that what was read is also shown."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._ends, self._cut = seconds, monotonic() + seconds, False

    def for_part(self, part: float) -> Callable[[], bool]:
        """Whether this part of the time that is left now is over."""
        now = monotonic()
        until = now + (self._ends - now) * part

        def over() -> bool:
            late = monotonic() > until
            self._cut = self._cut or late
            return late

        return over

    def notice(self) -> str:
        """A sentence when anything was left out."""
        if not self._cut:
            return ""
        said = _("L’aperçu est partiel : ce flux demande plus de %d secondes. La lecture le prendra en entier.")
        return said % self._seconds


def _shown(
    one: Told, feed: EventFeed, mapping: FeedMapping, names: dict[str, str], today: date, at: int
) -> tuple[Shown, Candidate | None]:
    if one.problem:
        return Shown(one.title or one.uid or "—", problem=one.problem), None
    try:
        mapped = mapping.map_content(one.content)
    except Unmappable as error:
        return Shown(one.title or one.uid or "—", problem=error.sentence), None
    record = mapped.record
    assert isinstance(record, EventRecord)
    schedule = schedule_from({"schedule": record.schedule} if record.schedule else {})
    last = last_day(schedule)
    town = names.get(record.commune_code, record.address.get("city", ""))
    title = record.name.get("fr") or next(iter(record.name.values()), "")
    place = feed.place.title if record.place_public_id and feed.place else record.venue
    row = Shown(
        title,
        dates=describe(schedule, "fr", year=today.year),
        place=", ".join(part for part in (place, town) if part),
        over=last is not None and last < today,
        outside=record.details.get("outside", ""),
        remarks=tuple(mapped.remarks),
    )
    spans = expand(schedule, first=today, last=today + AHEAD, limit=MOST_DATES)
    numbers = [Identifier(feed.source if feed.pk else "feed", one.uid)] if one.uid else []
    numbers += [Identifier(said["source"], said["external_id"]) for said in record.details.get("identifiers", ())]
    return row, Candidate(
        key=f"told:{at}",
        title=record.name,
        occurrences=tuple(
            When(span.day, span.start.time() if span.start_known and not span.all_day else None) for span in spans
        ),
        venue=place,
        venue_id=record.place_public_id,
        commune_code=record.commune_code,
        town=town,
        latitude=record.latitude,
        longitude=record.longitude,
        addresses=tuple(said["value"] for said in record.contacts if said["kind"] in ("WEBSITE", "BOOKING")),
        identifiers=frozenset(numbers),
        organiser=record.organiser,
        source=feed.source if feed.pk else "feed",
        categories=tuple(record.event_categories),
    )


def _known(feed: EventFeed, new: Iterable[Candidate], ended: Callable[[], bool]) -> dict[str, KnownEvent]:
    """The likeliest of our coming events, by the key of the one that may be it."""
    new = list(new)
    coming = coming_events(new)
    if feed.pk:
        own = SourceRecord.objects.filter(source=feed.source, subject_id__isnull=False)
        coming = coming.exclude(pk__in=own.values("subject_id"))
    known = list(stored_candidates(coming))
    stored = {one.candidate.key: one.pk for one in known}
    likeliest: dict[str, tuple[Likeness, int]] = {}
    for a, b, likeness in suspected_pairs(new, [one.candidate for one in known], stored_verdicts(), ended=ended):
        mine, other = (a, b) if b.key in stored else (b, a)
        if other.key not in stored or mine.key in stored:
            continue
        before = likeliest.get(mine.key)
        if before is None or likeness.score > before[0].score:
            likeliest[mine.key] = likeness, stored[other.key]
    events = Event.objects.only("public_id", "title", "office_id").in_bulk({pk for _like, pk in likeliest.values()})
    return {key: _known_event(events[pk], like) for key, (like, pk) in likeliest.items() if pk in events}


def _known_event(event: Event, likeness: Likeness) -> KnownEvent:
    reasons = tuple(reason.to_json() for reason in likeness.reasons)
    return KnownEvent(
        event.pk, event.public_id, event.title, event.office_id, reasons, certain=likeness.band is Band.SILENT
    )
