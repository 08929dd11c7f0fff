"""Objects of each type in which every path of the schemas is filled in."""

from datetime import date, timedelta
from typing import Any

from tests.tourism.apidae.mapping_payloads import BLOCKS, schema_paths

# Paths whose value has a shape of its own; the others get a marked value by their type in the schema.
SHAPED = {
    "id": 700999,
    "aspects[].aspect": "HIVER",
    "aspects[].champsAspect[]": ["presentation.bonsPlans"],
    "state": "HIDDEN",
    "gestion.dateModification": "2026-01-02T03:04:05.000+0000",
    "localisation.geolocalisation.valide": True,
    "liens.liensObjetsTouristiquesTypes[].type": "SUR_PLACE",
    "descriptionTarif.periodes[].tarifs[].devise": "CHF",
    "localisation.geolocalisation.geoJson.type": "Point",
    "localisation.geolocalisation.geoJson.coordinates[]": [6.2, 44.1],
    "localisation.adresse.commune.code": "04070",
    "ouverture.periodesOuvertures[].dateDebut": "2026-07-01",
    "ouverture.periodesOuvertures[].dateFin": "2026-07-31",
    "ouverture.periodesOuvertures[].type": "OUVERTURE_SEMAINE",
    "ouverture.periodesOuvertures[].horaires[].timePeriods[].closed": False,
    "ouverture.periodesOuvertures[].horaires[].timePeriods[].timeFrames[].recurrence": "00:45",
    "ouverture.periodeEnClairGenerationMode": "MANUEL",
    "multimedias[].type": "WEBCAM",
    "informationsTerritoire.zone.type": "PLAN",
    "informationsTerritoire.contour.type": "PLAN",
    "illustrations[].dateLimiteDePublication": "2027-07-14",
    "descriptionTarif.indicationTarif": "PAYANT",
    **{
        f"descriptionTarif.conditions.{key}": age
        for age, key in enumerate(
            (
                "gratuitPourLesMoinsDe",
                "gratuitPourLesPlusDe",
                "conditionJuniorAgeMin",
                "conditionJuniorAgeMax",
                "conditionEnfantAgeMin",
                "conditionEnfantAgeMax",
            ),
            start=101,
        )
    },
}


def day_of(number: int) -> str:
    """A day that no other path has."""
    return (date(2027, 1, 1) + timedelta(days=number)).isoformat()


def minute_of(number: int) -> str:
    """A time that no other path has."""
    return f"{8 + number % 10:02d}:{number % 60:02d}"


def mark_of(path: str, api_type: str, number: int) -> str:
    """How the value of a path is recognised in a record; '' when it cannot be."""
    if path in SHAPED:
        return ""
    if api_type.startswith("string:date"):
        return day_of(number)
    if api_type == "string:time":
        return minute_of(number)
    if api_type.startswith("LINK"):
        return f'"{800_000 + number}"'
    return (
        f"repere{number}x" if api_type.startswith(("TXT", "REF", "string", "any")) and "enum=" not in api_type else ""
    )


def value_of(path: str, api_type: str, number: int) -> Any:
    """A value of the schema's type that no other path has."""
    leaf = path.rsplit(".", 1)[-1]
    mark = f"repere{number}x"
    if path in SHAPED:
        return SHAPED[path]
    if api_type.startswith("TXT"):
        return {"libelleFr": f"Texte {mark}", "libelleEn": f"Text {mark}"}
    if api_type.startswith("REF"):
        family = api_type[4 : api_type.index(">")]
        return {"elementReferenceType": family, "id": 900_000 + number, "libelleFr": f"Libellé {mark}"}
    if api_type.startswith("LINK"):
        return {"type": "STRUCTURE", "id": 800_000 + number, "nom": {"libelleFr": f"Lié {mark}"}}
    if "enum=" in api_type:
        first = api_type.split("enum=")[1].split("|")[0]
        return "RESTAURATION" if first.startswith("<") else first
    if api_type == "string:date":
        return day_of(number)
    if api_type == "string:date-time":
        return f"{day_of(number)}T10:00:00.000+0000"
    if api_type == "string:time":
        return f"{minute_of(number)}:00"
    if api_type == "boolean":
        return True
    if api_type in ("integer", "number"):
        return number if leaf != "id" else 800_000 + number
    if leaf.startswith("url"):
        return f"https://example.org/{mark}.jpg"
    if ".coordonnees." in path:
        return f"https://example.org/{mark}"
    return mark


def put(node: dict[str, Any], steps: list[str], value: Any) -> None:
    step, *rest = steps
    is_list, key = step.endswith("[]"), step.removesuffix("[]")
    if not rest:
        node[key] = value if not is_list or isinstance(value, list) else [value]
    elif is_list:
        put(node.setdefault(key, [{}])[0], rest, value)
    else:
        put(node.setdefault(key, {}), rest, value)


def full_objects() -> dict[str, tuple[dict[str, Any], dict[str, str]]]:
    """By type: the object, and the mark by which the value of each path can be found again."""
    objects: dict[str, tuple[dict[str, Any], dict[str, str]]] = {name: ({}, {}) for name in BLOCKS}
    for number, (path, api_type, names) in enumerate(schema_paths(), start=1):
        for name in names:
            raw, marks = objects[name]
            # The export's shorter form of what the API gives whole.
            if path in ("localisation.adresse.commune", "localisation.perimetreGeographique[]"):
                continue
            put(raw, path.split("."), value_of(path, api_type, number))
            if mark := mark_of(path, api_type, number):
                marks[path] = mark
    for name, (raw, _marks) in objects.items():
        raw["type"] = name
    return objects
