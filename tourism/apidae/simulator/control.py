"""What a person would do on the platform's screens, or what would happen to it, as requests below `/simulator/`.

POST /simulator/exports        kind=full|delta, grouped=true|false, modified=1,2, deleted=3, deletedLinked=4,
                               ponctuel=false|true, madeAt=2026-11-25T02:10, and what notifies (below)
GET  /simulator/exports        all of them, with what readers answered and whether they confirmed
POST /simulator/notifications  export=<stem>,<stem>… in the order wanted, and what notifies
                               what notifies: notify=<address>, statut=SUCCESS|ERROR, times=2, after=<seconds>
POST /simulator/faults         faults=unavailable=3,slow: replaces those that play (see faults.py)
POST /simulator/content        change=distinctions|revoked-selections|original, selections=1,2 (see scenarios.py)
"""

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tourism.apidae.simulator.exports import Export
from tourism.apidae.simulator.faults import parse_faults
from tourism.apidae.simulator.scenarios import CHANGES, with_revoked_selections

if TYPE_CHECKING:
    from tourism.apidae.simulator.server import ApidaeSimulator

Form = dict[str, str]


def control(simulator: "ApidaeSimulator", method: str, path: str, form: Form) -> Any:
    """The JSON answer, or None where there is nothing. Raises ValueError with what is wrong in the form."""
    match method, path.removeprefix("/simulator/"):
        case "POST", "exports":
            return _launch_export(simulator, form)
        case "GET", "exports":
            return [_described(simulator, export) for export in simulator.exports.values()]
        case "POST", "notifications":
            return _notify_again(simulator, form)
        case "POST", "faults":
            simulator.faults.active = parse_faults(form.get("faults", ""))
            return {"faults": simulator.faults.active}
        case "POST", "content":
            return _change_content(simulator, form)
    return None


def _launch_export(simulator: "ApidaeSimulator", form: Form) -> dict[str, Any]:
    kind = _one_of(form, "kind", ("full", "delta", "changes"))
    export = simulator.export(
        grouped=_one_of(form, "grouped", ("true", "false")) == "true",
        modified=_ids(form, "modified") if kind == "delta" else None,
        deleted=_ids(form, "deleted"),
        deleted_linked=_ids(form, "deletedLinked"),
        one_off=_one_of(form, "ponctuel", ("false", "true")) == "true",
        differential=kind == "changes",
        made_at=datetime.fromisoformat(form["madeAt"]) if form.get("madeAt") else None,
    )
    _notify(simulator, export, form)
    return _described(simulator, export)


def _notify_again(simulator: "ApidaeSimulator", form: Form) -> Any:
    """Notifies exports that are already there: twice, late, or in another order, as happens."""
    stems = [stem.strip() for stem in form.get("export", "").split(",")]
    if not all(stem in simulator.exports for stem in stems):
        raise ValueError("'export' must be the stems of exports")
    for stem in stems:
        _notify(simulator, simulator.exports[stem], form)
    described = [_described(simulator, simulator.exports[stem]) for stem in stems]
    return described[0] if len(described) == 1 else described


def _notify(simulator: "ApidaeSimulator", export: Export, form: Form) -> None:
    if url := form.get("notify"):
        success = _one_of(form, "statut", ("SUCCESS", "ERROR")) == "SUCCESS"
        times, after = int(form.get("times") or 1), float(form.get("after") or 0)
        simulator.notify(export, url, success=success, times=times, after=after)


def _described(simulator: "ApidaeSimulator", export: Export) -> dict[str, Any]:
    return {
        "export": export.stem,
        "urlRecuperation": simulator.retrieval_url(export),
        "urlConfirmation": simulator.confirmation_url(export),
        "reinitialisation": export.reset,
        "ponctuel": export.one_off,
        "objets": export.object_count,
        "notifications": export.notified,
        "confirme": export.confirmed,
    }


def _change_content(simulator: "ApidaeSimulator", form: Form) -> dict[str, int]:
    change = _one_of(form, "change", ("original", *CHANGES))
    if change == "original":
        simulator.restore()
    elif change == "revoked-selections":
        revoked = _ids(form, "selections")
        simulator.change_content(lambda dataset: with_revoked_selections(dataset, revoked))
    else:
        simulator.change_content(CHANGES[change])
    return {"objets": len(simulator.dataset.objects), "selections": len(simulator.dataset.selections)}


def _one_of(form: Form, name: str, values: tuple[str, ...]) -> str:
    value = form.get(name) or values[0]
    if value not in values:
        raise ValueError(f"'{name}' must be one of: {', '.join(values)}")
    return value


def _ids(form: Form, name: str) -> list[int]:
    return [int(part) for part in re.split(r"[,\s]+", form.get(name, "").strip()) if part]
