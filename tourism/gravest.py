"""What is cancelled is not shown as on: of a folded object, the gravest state that one of its sources says. Pure.

A field is chosen by trust, a state is not: that another source, or what somebody typed before, says "scheduled" does
not make a cancelled event take place. Only an editor who saw that a source calls it off, and said otherwise, is
believed; their override remembers what it was said in spite of (`despite`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Protocol

from tourism.schedule import Status
from tourism.schedule.date_changes import covers, off_days, with_called_off

STATUS, SCHEDULE = "status", "schedule"
# The gravest first, with what each says of every date.
GRAVE: Mapping[str, Status] = {"CANCELLED": Status.CANCELLED, "POSTPONED": Status.POSTPONED}
# Key of an override, and of the record of what was typed on an object that became part of another.
DESPITE = "despite"
# Where `origins` says which dates a source called off that another one gives: "dates_off:<source>".
DATES_OFF = "dates_off:"
# What its source does not show any more says nothing of whether it takes place.
_GONE = frozenset({"HIDDEN", "DELETED"})


class Layer(Protocol):
    """As `tourism.golden.SourceLayer`."""

    @property
    def source(self) -> str: ...
    @property
    def record(self) -> Mapping[str, Any]: ...
    @property
    def since(self) -> Mapping[str, str]: ...


def despite(key: str, from_sources: Any) -> dict[str, Any]:
    """What an override of a field must remember: ``{"despite": the state, or the days, that the sources call off}``,
    or nothing."""
    if key == STATUS and from_sources in GRAVE:
        return {DESPITE: from_sources}
    if key == SCHEDULE and (days := off_days(from_sources)):
        return {DESPITE: sorted(day.isoformat() for day in days)}
    return {}


def lay_states(
    values: dict[str, Any],
    origins: dict[str, dict[str, str]],
    layers: Iterable[Layer],
    overrides: Mapping[str, Mapping[str, Any]],
) -> None:
    """Let the gravest state that a source says count: of the whole when it speaks of all dates, else of its own."""
    layers = list(layers)
    grave = [layer for layer in layers if layer.record.get(STATUS) in GRAVE and _speaks(layer)]
    if not grave:
        return
    # Of one source alone the whole is meant, whatever dates an editor typed.
    parts = [layer for layer in grave if len(layers) > 1 and _speaks_of_some(layer, values)]
    if parts and STATUS not in overrides:
        _take_back(values, origins, layers, parts)
    as_grave = set()
    for state in GRAVE:
        as_grave.add(state)
        if values.get(STATUS) in as_grave:
            break
        for layer in grave:
            if layer.record[STATUS] != state or _is_overruled(layer, state, layers, overrides):
                continue
            since = layer.since.get(STATUS, "")
            if layer in parts:
                _call_off(values, origins, layer, GRAVE[state], since, ())
            else:
                values[STATUS] = state
                origins[STATUS] = {"source": layer.source, "since": since}
                return


def lay_dates(
    values: dict[str, Any],
    origins: dict[str, dict[str, str]],
    layers: Iterable[Layer],
    overrides: Mapping[str, Mapping[str, Any]],
) -> None:
    """Let the dates that a source calls off be off, whose schedule is not the one that counts."""
    if SCHEDULE not in values:
        return
    layers = list(layers)
    for known in [key for key in origins if key.startswith(DATES_OFF)]:
        del origins[known]
    for layer in layers:
        theirs = layer.record.get(SCHEDULE)
        if theirs is values[SCHEDULE] or not off_days(theirs) or not _speaks(layer):
            continue
        said = set(overrides.get(SCHEDULE, {}).get(DESPITE, ()))
        for other in layers:
            said |= set(other.record.get(DESPITE, {}).get(SCHEDULE, ()))
        _call_off(values, origins, layer, None, layer.since.get(SCHEDULE, ""), said)


def _call_off(
    values: dict[str, Any],
    origins: dict[str, dict[str, str]],
    layer: Layer,
    whole: Status | None,
    since: str,
    said: Iterable[str],
) -> None:
    known = frozenset(said)
    theirs = layer.record.get(SCHEDULE)
    days = [day for day in off_days(theirs) if day.isoformat() in known]
    values[SCHEDULE], off = with_called_off(values[SCHEDULE], theirs, whole=whole, said=days)
    if off:
        key = f"{DATES_OFF}{layer.source}"
        told = {*origins.get(key, {}).get("days", "").split(), *(day.isoformat() for day in off)}
        origins[key] = {"source": layer.source, "since": since, "days": " ".join(sorted(told))}


def _speaks_of_some(layer: Layer, values: Mapping[str, Any]) -> bool:
    return SCHEDULE in values and not covers(layer.record.get(SCHEDULE), values[SCHEDULE])


def _take_back(
    values: dict[str, Any], origins: dict[str, dict[str, str]], layers: Iterable[Layer], parts: Collection[Layer]
) -> None:
    """Let nobody's state of some dates be that of the whole: the most trusted one that speaks of all counts."""
    values.pop(STATUS, None)
    origins.pop(STATUS, None)
    said = (layer for layer in layers if layer.record.get(STATUS) and layer not in parts)
    if (layer := next(said, None)) is not None:
        values[STATUS] = layer.record[STATUS]
        origins[STATUS] = {"source": layer.source, "since": layer.since.get(STATUS, "")}


def _speaks(layer: Layer) -> bool:
    return layer.record.get("state") not in _GONE


def _is_overruled(
    layer: Layer, state: str, layers: Iterable[Layer], overrides: Mapping[str, Mapping[str, Any]]
) -> bool:
    """Whether an editor said otherwise, knowing that a source says so: not when it said so anew since."""
    override = overrides.get(STATUS, {})
    said: Iterator[tuple[Any, str]] = iter(
        [(override.get(DESPITE), override.get("at", ""))]
        + [(other.record.get(DESPITE, {}).get(STATUS), other.since.get(STATUS, "")) for other in layers]
    )
    return any(what == state and layer.since.get(STATUS, "") <= at for what, at in said)
