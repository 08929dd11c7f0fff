"""One reading of a sensor, the state so far: which steps of the story start, and the new state.

Shapes (the same as the GraphQL API's; a missing key and null are the same)::

    story   {id, steps: [{id, position, triggers: [trigger], rules: {once, cooldown, after: [step id]}}]}
    trigger {kind: "GEOFENCE", latitude, longitude, radius}            metres
            {kind: "BEACON", scheme, uuid|namespace, major, minor|instance, radius}
            {kind: "QR" | "NFC", code}   {kind: "NUMBER", number}
    reading {at, kind: "POSITION", latitude, longitude, accuracy}      unix seconds, metres
            {at, kind: "BEACON", scheme, …, rssi, txPower}             dBm; txPower is the level at one metre
            {at, kind: "CODE", code}     {at, kind: "NUMBER", number}

What was decided, because a visitor is in front of it:

* **An explicit reading always opens its step.** Who scans the code or types the number of a stop stands before it;
  ``after``, ``once`` and ``cooldown`` bind only what starts by itself. The same code seen again within 2 s is the
  camera still looking at it, and starts nothing.
* **A fence needs certainty.** Fixes worse than max(50 m, 2 × radius) are ignored; one fix whose accuracy is within
  the radius, or two inside in a row, enter. The fence is left beyond 1.3 × radius, and must be left to start again.
* **A step blocked by ``after`` waits**: it starts while the visitor is still there, at the first reading after the
  steps before it have started. One blocked by ``once`` or ``cooldown`` does not wait: nothing starts during a picnic.
* **A step never starts by itself within 30 s of its last start**, so that fence, beacon and code of one stop are one
  start. Steps named by ``after`` that the story does not have are ignored rather than closing the step for ever.
* **Beacons** are as far as the median of their last three levels says (path loss, exponent 2), within 10 s and at
  least two of them; entered within the radius (8 m unless said), left beyond 1.5 × radius or after 30 s of silence.
* **Readings out of order** are ignored, except one more than an hour older: then the clock was set, or a recorded
  walk is played again. Steps that start together come nearest first, then by position.

The state is JSON and may be stored between any two readings. A malformed reading, or a trigger without the fields of
its kind, starts nothing and raises nothing.
"""

from collections.abc import Iterator

from tourism.triggers.identity import beacon_key, normal_code, normal_number
from tourism.triggers.story import (
    DEFAULT_FENCE_M,
    Json,
    distance_m,
    is_number,
    position_of,
    positive,
    rules_of,
    triggers_of,
)

VERSION = 1
METRES_PER_DEGREE = 111_195.0
DEFAULT_BEACON_M = 8.0
COARSE_ACCURACY_M = 50.0
FENCE_LEAVE = 1.3
BEACON_LEAVE = 1.5
LEVELS = 3
LEVELS_NEEDED = 2
LEVEL_AGE_S = 10
SILENCE_S = 30
DEFAULT_TX_POWER = -59
PATH_LOSS_EXPONENT = 2.0
REPEAT_S = 30
SAME_SCAN_S = 2
CLOCK_CHANGE_S = 3600


def initial_state() -> Json:
    """Nothing has started. ``position``: time of the last fix; ``fired``: time of the last start of each step;
    ``seen``: time of the last explicit reading of each step; ``fences`` and ``beacons``: one entry for each trigger
    that is near, keyed "step id/number of the trigger".
    """
    return {"version": VERSION, "position": None, "fired": {}, "seen": {}, "fences": {}, "beacons": {}}


def advance(story: Json, state: Json | None, reading: Json) -> tuple[Json, list[str]]:
    """The state after a reading and the ids of the steps that start, nearest first. ``state`` is left as it was."""
    if not isinstance(state, dict) or state.get("version") != VERSION:
        state = initial_state()
    if not isinstance(reading, dict) or not is_number(reading.get("at")):
        return state, []
    kind = reading.get("kind")
    if kind == "POSITION":
        return _advance_position(story, state, reading)
    if kind == "BEACON":
        return _advance_beacon(story, state, reading)
    if kind == "CODE":
        return _advance_explicit(story, state, reading, ("QR", "NFC"), normal_code(reading.get("code")))
    if kind == "NUMBER":
        return _advance_explicit(story, state, reading, ("NUMBER",), normal_number(reading.get("number")))
    return state, []


def _advance_position(story: Json, state: Json, reading: Json) -> tuple[Json, list[str]]:
    at, latitude, longitude = reading["at"], reading.get("latitude"), reading.get("longitude")
    accuracy = reading.get("accuracy")
    if not (is_number(latitude) and is_number(longitude) and is_number(accuracy)) or accuracy < 0:
        return state, []
    last = state["position"]
    if last is not None and last - CLOCK_CHANGE_S <= at <= last:
        return state, []
    fences = dict(state["fences"])
    candidates: list[tuple[float, Json]] = []
    for step, key, trigger in _triggers(story, "GEOFENCE"):
        if not (is_number(trigger.get("latitude")) and is_number(trigger.get("longitude"))):
            continue
        radius = positive(trigger.get("radius"), DEFAULT_FENCE_M)
        if accuracy > max(COARSE_ACCURACY_M, 2 * radius):
            continue
        fence = fences.get(key)
        # Far to the north or south, before any trigonometry: most fences of a story are.
        if fence is None and abs(trigger["latitude"] - latitude) * METRES_PER_DEGREE > 2 * radius + 1:
            continue
        distance = distance_m(latitude, longitude, trigger["latitude"], trigger["longitude"])
        new = _fence_after(fence, distance, radius, accuracy)
        _remember(fences, key, new)
        if new and new["inside"] and (new["waiting"] or not (fence and fence["inside"])):
            candidates.append((distance, step))
            fences[key] = {**new, "waiting": _is_blocked(story, state, step)}
    state = {**state, "position": at, "fences": fences}
    return _start(story, state, candidates, at)


def _fence_after(fence: Json | None, distance: float, radius: float, accuracy: float) -> Json | None:
    """The fence after a fix: ``fixes`` counts those inside in a row while it is not yet entered."""
    if fence and fence["inside"]:
        return None if distance > radius * FENCE_LEAVE else fence
    if distance > radius:
        return None
    fixes = (fence["fixes"] if fence else 0) + 1
    return {"inside": accuracy <= radius or fixes >= 2, "fixes": fixes, "waiting": False}


def _advance_beacon(story: Json, state: Json, reading: Json) -> tuple[Json, list[str]]:
    at, rssi, heard = reading["at"], reading.get("rssi"), beacon_key(reading)
    # 127 and 0 are what radios report when they do not know.
    if heard is None or not is_number(rssi) or not -127 <= rssi < 0:
        return state, []
    tx_power = reading.get("txPower")
    if not is_number(tx_power) or not -127 <= tx_power < 127:
        tx_power = DEFAULT_TX_POWER
    beacons = dict(state["beacons"])
    candidates: list[tuple[float, Json]] = []
    for step, key, trigger in _triggers(story, "BEACON"):
        wanted = beacon_key(trigger)
        if wanted is None or not _matches(wanted, heard):
            continue
        beacon = beacons.get(key) or {"inside": False, "waiting": False, "levels": []}
        levels = _levels_after(beacon["levels"], at, tx_power - rssi)
        if levels is None:
            continue
        silent = bool(beacon["levels"]) and not -CLOCK_CHANGE_S <= at - beacon["levels"][-1][0] <= SILENCE_S
        was_inside, waiting = beacon["inside"] and not silent, beacon["waiting"] and not silent
        distance = _beacon_distance_m(levels)
        radius = positive(trigger.get("radius"), DEFAULT_BEACON_M)
        reach = radius * BEACON_LEAVE if was_inside else radius
        inside = distance <= reach and (was_inside or len(levels) >= LEVELS_NEEDED)
        if inside and (waiting or not was_inside):
            candidates.append((distance, step))
            waiting = _is_blocked(story, state, step)
        beacons[key] = {"inside": inside, "waiting": inside and waiting, "levels": levels}
    return _start(story, {**state, "beacons": beacons}, candidates, at)


def _levels_after(levels: list, at: float, loss: float) -> list | None:
    """The last levels as [time, path loss at one metre in dB], or None when the reading adds nothing."""
    if levels:
        last = levels[-1][0]
        if last - CLOCK_CHANGE_S <= at < last or [at, loss] in levels:
            return None
    return [*(level for level in levels if 0 <= at - level[0] <= LEVEL_AGE_S), [at, loss]][-LEVELS:]


def _beacon_distance_m(levels: list) -> float:
    """From the median loss; of two, the weaker signal, so that one flash of strength is not an arrival."""
    losses = sorted(level[1] for level in levels)
    return 10 ** (losses[len(losses) // 2] / (10 * PATH_LOSS_EXPONENT))


def _matches(wanted: tuple, heard: tuple) -> bool:
    return all(want is None or want == have for want, have in zip(wanted, heard, strict=True))


def _advance_explicit(
    story: Json, state: Json, reading: Json, kinds: tuple[str, ...], value: str
) -> tuple[Json, list[str]]:
    if not value:
        return state, []
    at, seen, fired, started = reading["at"], dict(state["seen"]), dict(state["fired"]), []
    for step in _steps(story):
        if step["id"] in started or not any(_says(trigger, kinds, value) for trigger in triggers_of(step)):
            continue
        last = seen.get(step["id"])
        seen[step["id"]] = at
        if last is None or abs(at - last) > SAME_SCAN_S:
            fired[step["id"]] = at
            started.append(step["id"])
    return {**state, "seen": seen, "fired": fired}, started


def _says(trigger: Json, kinds: tuple[str, ...], value: str) -> bool:
    if trigger.get("kind") not in kinds:
        return False
    return (normal_number(trigger.get("number")) if "NUMBER" in kinds else normal_code(trigger.get("code"))) == value


def _start(story: Json, state: Json, candidates: list[tuple[float, Json]], at: float) -> tuple[Json, list[str]]:
    """Of the steps that were reached, those that may start by themselves. What starts now unblocks the next reading."""
    fired, started = dict(state["fired"]), []
    for _, step in sorted(candidates, key=lambda candidate: (candidate[0], position_of(candidate[1]))):
        if step["id"] in started or _is_blocked(story, state, step) or not _may_repeat(state, step, at):
            continue
        fired[step["id"]] = at
        started.append(step["id"])
    return {**state, "fired": fired}, started


def _is_blocked(story: Json, state: Json, step: Json) -> bool:
    after = rules_of(step).get("after") or []
    known = {other["id"] for other in _steps(story)} if after else set()
    return any(name in known and name not in state["fired"] for name in after)


def _may_repeat(state: Json, step: Json, at: float) -> bool:
    last = state["fired"].get(step["id"])
    if last is None:
        return True
    if rules_of(step).get("once"):
        return False
    elapsed = at - last
    return elapsed >= max(REPEAT_S, positive(rules_of(step).get("cooldown"), 0)) or elapsed < -CLOCK_CHANGE_S


def _steps(story: Json) -> list[Json]:
    return sorted(story.get("steps") or [], key=position_of)


def _triggers(story: Json, kind: str) -> Iterator[tuple[Json, str, Json]]:
    for step in story.get("steps") or []:
        for number, trigger in enumerate(triggers_of(step)):
            if trigger.get("kind") == kind:
                yield step, f"{step['id']}/{number}", trigger


def _remember(entries: dict[str, Json], key: str, entry: Json | None) -> None:
    if entry is None:
        entries.pop(key, None)
    else:
        entries[key] = entry
