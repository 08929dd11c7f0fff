"""Faults of a story that its author can mend: sentences in French, as an editor reads them."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

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

# Under trees and cliffs a phone is rarely surer of its place than this.
SMALLEST_FENCE_M = 10


def check_story(story: Json) -> list[str]:
    """What is wrong with the triggers and rules of a story; empty when nothing is. Shapes: see ``engine``."""
    steps = sorted(story.get("steps") or [], key=position_of)
    names = {step["id"]: f"l’étape {number}" for number, step in enumerate(steps, start=1)}
    return [
        *_repeated_ids(steps),
        *_without_trigger(steps, names),
        *_bad_fields(steps, names),
        *_shared_identities(steps, names),
        *_overlapping_fences(steps, names),
        *_order_faults(steps, names),
    ]


def _repeated_ids(steps: list[Json]) -> Iterator[str]:
    ids = [step["id"] for step in steps]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"Plusieurs étapes portent l’identifiant « {name} »."


def _without_trigger(steps: list[Json], names: dict[str, str]) -> Iterator[str]:
    for step in steps:
        kinds = {trigger.get("kind") for trigger in triggers_of(step)}
        if not kinds:
            yield f"Rien ne déclenche {names[step['id']]}."
        elif "BEACON" in kinds and not kinds & {"QR", "NUMBER"}:
            yield (
                f"La balise de {names[step['id']]} n’est pas entendue par la plupart des téléphones : "
                "ajoutez un QR code ou un numéro."
            )


def _bad_fields(steps: list[Json], names: dict[str, str]) -> Iterator[str]:
    for step in steps:
        name = names[step["id"]]
        for trigger in triggers_of(step):
            kind = trigger.get("kind")
            if kind == "GEOFENCE":
                yield from _bad_fence(trigger, name)
            elif kind == "BEACON":
                if beacon_key(trigger) is None:
                    yield f"La balise de {name} n’a pas d’identifiant complet."
            elif kind in ("QR", "NFC"):
                if not normal_code(trigger.get("code")):
                    yield f"Le code de {name} est vide."
            elif kind == "NUMBER":
                if not normal_number(trigger.get("number")):
                    yield f"Le numéro de {name} est vide."
            else:
                yield f"Le déclencheur « {kind} » de {name} est inconnu."
        cooldown = rules_of(step).get("cooldown")
        if cooldown is not None and (not is_number(cooldown) or cooldown < 0):
            yield f"Le délai de {name} n’est pas un nombre de secondes."


def _bad_fence(trigger: Json, name: str) -> Iterator[str]:
    latitude, longitude, radius = trigger.get("latitude"), trigger.get("longitude"), trigger.get("radius")
    if not (is_number(latitude) and is_number(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        yield f"La zone de {name} n’a pas de position."
    if radius is not None and (not is_number(radius) or radius <= 0):
        yield f"Le rayon de la zone de {name} n’est pas une longueur."
    elif radius is not None and radius < SMALLEST_FENCE_M:
        yield f"La zone de {name} fait moins de {SMALLEST_FENCE_M} m de rayon : le GPS est moins précis que cela."


def _identities(step: Json) -> Iterator[tuple[str, Any]]:
    for trigger in triggers_of(step):
        kind = trigger.get("kind")
        if kind == "NUMBER" and (number := normal_number(trigger.get("number"))):
            yield f"Le numéro {number}", number
        elif kind in ("QR", "NFC") and (code := normal_code(trigger.get("code"))):
            yield f"Le code « {code} »", code
        elif kind == "BEACON" and (key := beacon_key(trigger)):
            yield f"La balise {' '.join(part for part in key[1:] if part)}", key


def _shared_identities(steps: list[Json], names: dict[str, str]) -> Iterator[str]:
    owners: dict[str, list[str]] = defaultdict(list)
    for step in steps:
        for said in dict.fromkeys(said for said, _ in _identities(step)):
            owners[said].append(names[step["id"]])
    for said, holders in owners.items():
        if len(holders) > 1:
            yield f"{said} déclenche à la fois {', '.join(holders[:-1])} et {holders[-1]}."


def _overlapping_fences(steps: list[Json], names: dict[str, str]) -> Iterator[str]:
    """Fences of two steps that meet and that no ``after`` puts in an order: chance would decide which one starts."""
    before = {step["id"]: _all_before(step["id"], _after(steps)) for step in steps}
    for one, other in combinations(steps, 2):
        if one["id"] in before[other["id"]] or other["id"] in before[one["id"]]:
            continue
        if any(_meet(a, b) for a in _fences(one) for b in _fences(other)):
            yield f"Les zones de {names[one['id']]} et de {names[other['id']]} se recouvrent."


def _fences(step: Json) -> list[Json]:
    return [
        trigger
        for trigger in triggers_of(step)
        if trigger.get("kind") == "GEOFENCE"
        and is_number(trigger.get("latitude"))
        and is_number(trigger.get("longitude"))
    ]


def _meet(a: Json, b: Json) -> bool:
    reach = positive(a.get("radius"), DEFAULT_FENCE_M) + positive(b.get("radius"), DEFAULT_FENCE_M)
    return distance_m(a["latitude"], a["longitude"], b["latitude"], b["longitude"]) < reach


def _after(steps: list[Json]) -> dict[str, list[str]]:
    known = {step["id"] for step in steps}
    return {step["id"]: [name for name in rules_of(step).get("after") or [] if name in known] for step in steps}


def _all_before(name: str, after: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    pending = list(after[name])
    while pending:
        current = pending.pop()
        if current not in found:
            found.add(current)
            pending += after[current]
    return found


def _order_faults(steps: list[Json], names: dict[str, str]) -> Iterator[str]:
    after = _after(steps)
    for step in steps:
        for name in rules_of(step).get("after") or []:
            if name not in after:
                yield f"{_capital(names[step['id']])} attend l’étape « {name} », qui n’existe pas."
    looped = [step["id"] for step in steps if step["id"] in _all_before(step["id"], after)]
    if looped:
        listed = ", ".join(names[name] for name in looped)
        yield f"Ces étapes s’attendent les unes les autres et ne commenceront jamais d’elles-mêmes : {listed}."
    for step in steps:
        if step["id"] not in looped and _all_before(step["id"], after) & set(looped):
            yield f"{_capital(names[step['id']])} attend des étapes qui ne commenceront jamais d’elles-mêmes."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
