"""Aspects: what an object says of itself in one season, or to one public, in place of what it says otherwise."""

from tourism.apidae.demonstration.builder import Text


def season(name: str, *, short: Text | None = None, opens: dict | None = None, extra: dict | None = None) -> dict:
    """An entry of `aspects` (HIVER, ETE, HANDICAP…) that replaces exactly the paths that it lists.

    `extra` holds further blocks to replace whole ("prestations", "descriptionTarif").
    """
    aspect: dict = {"aspect": name, "champsAspect": []}
    if short:
        aspect["champsAspect"].append("presentation.descriptifCourt")
        aspect["presentation"] = {"descriptifCourt": short}
    if opens:
        aspect["champsAspect"] += [f"ouverture.{key}" for key in ("periodeEnClair", "periodesOuvertures")]
        aspect["ouverture"] = {key: opens[key] for key in ("periodeEnClair", "periodesOuvertures")}
    for block, values in (extra or {}).items():
        aspect["champsAspect"] += [f"{block}.{key}" for key in values]
        aspect[block] = values
    return aspect
