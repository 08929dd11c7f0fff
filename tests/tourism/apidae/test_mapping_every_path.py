"""Objects with every path of the schemas filled in: what docs/apidae.md says is kept is found in the record."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import BLOCKS, REFERENTIAL, schema_paths
from tests.tourism.apidae.test_mapping_documentation import OUTSIDE, PAGE, expressions
from tests.tourism.apidae.test_mapping_fuzz import check, mutated, numbers_in, paths_in

# First words of the fates that leave nothing in the record.
NOT_KEPT = ("dropped", "raw", "decides")
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
# Values that say what would be understood without them, or that another one of the same full object overrules.
LIKE_ABSENT = {
    "localisation.geolocalisation.valide",
    "localisation.geolocalisation.geoJson.type",
    "ouverture.periodesOuvertures[].type",  # the weekdays tell the same
    "ouverture.periodesOuvertures[].tousLesAns",  # ouvertTouteLAnnee is there
    "ouverture.ouvertTouteLAnnee",  # tousLesAns is there
    *(
        f"ouverture.periodesOuvertures[].ouverturesJourDuMois[].{key}" for key in ("jourDuMois", "jour")
    ),  # of OUVERTURE_MOIS
    "ouverture.periodesOuvertures[].horaires[].timePeriods[].closed",
    "descriptionTarif.gratuit",  # indicationTarif is there
    "descriptionTarif.tarifsEnClairGenerationMode",  # of broken languages
    "descriptionTarif.devise",  # the lines have theirs
}
# Without these there is no object.
NEEDED = ("type", "id", "nom")
# Values that another one of the same full object makes superfluous, or that cannot be told from any other.
SUPERSEDED = {
    "localisation.adresse.bureauDistribution",  # the commune is known
    "localisation.adresse.commune.codePostal",  # the address has its own
    "localisation.adresse.commune.pays",  # etat is there
    "localisation.perimetreGeographique[].code",  # not a code
    "localisation.lieu.nom",  # nomDuLieu is there
    *(f"informations{block}.nomLieu" for block in ("FeteEtManifestation", "Activite", "CommerceEtService")),
    "informationsSejourPackage.nomLieu",
    *(f"{medium}.nom" for medium in ("illustrations[]", "multimedias[]")),  # the legend is there
    *(f"informationsTerritoire.{medium}.nom" for medium in ("zone", "contour")),
    "id",  # in external_id
    "gestion.membreProprietaire.id",  # in owner_id
    *(f"localisation.{key}.id" for key in ("adresse.commune", "perimetreGeographique[]")),  # the code is there
    *(
        f"ouverture.periodesOuvertures[].{key}" for key in ("horaireOuverture", "horaireFermeture")
    ),  # horaires are there
    "ouverture.periodesOuvertures[].identifiant",  # the period's id, a text
    *(f"informationsDomaineSkiable.{key}[].order" for key in ("egps", "sousDomaines", "domainesParents")),
    "informationsEquipement.itineraire.distance",  # in metres
    "informationsEquipement.itineraire.denivellation",  # denivellationPositive is there
    # The older places of the durations.
    *(f"informationsActivite.{key}" for key in ("dureeSeance", "nombreJours")),
    *(f"informationsEquipement.itineraire.{key}" for key in ("dureeJournaliere", "dureeItinerance")),
    *(f"informationsSejourPackage.{key}" for key in ("nombreJours", "nombreNuits")),
    *(f"illustrations[].traductionFichiers[].{key}" for key in ("urlFiche", "urlQHD", "url", "checksum")),
    *(f"multimedias[].traductionFichiers[].{key}" for key in ("locale", "extension", "fileName")),
    *(f"informationsTerritoire.{medium}.traductionFichiers[].locale" for medium in ("zone", "contour")),
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


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module")
def kept_paths() -> list:
    """Expressions of the paths that the page says are kept in the record."""
    kept = []
    for line in PAGE.read_text(encoding="utf-8").split(OUTSIDE)[0].splitlines():
        if line.startswith("| `"):
            path, becomes = (cell.strip() for cell in line.strip("|").split(" | ")[:2])
            fate = becomes.split()[0].rstrip(",;") if becomes else ""
            patterns = re.findall(r"`([^`]+)`", path)
            kept.append(([expression for pattern in patterns for expression in expressions(pattern)], fate))
    return kept


def fate_of(path: str, kept_paths: list) -> str:
    """The first row that names a path decides."""
    return next(
        (fate for found, fate in kept_paths if any(expression.fullmatch(path) for expression in found)), "undocumented"
    )


@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_every_text_label_and_link_of_a_full_object_is_where_the_page_says(apidae_type, full_objects, kept_paths):
    raw, marks = full_objects[apidae_type]
    result = map_object(raw, REFERENTIAL)
    record = json.dumps([result.record.to_json(), result.owner], ensure_ascii=False)
    lost, leaked = [], []
    for path, mark in marks.items():
        fate = fate_of(path, kept_paths)
        if fate in NOT_KEPT:
            leaked += [path] if mark in record else []
        elif path not in SUPERSEDED and mark not in record:
            lost.append(path)
    assert (lost, leaked) == ([], [])


def without(node: Any, steps: list[str]) -> Any:
    """A copy of an object without the value at a path."""
    if isinstance(node, list):
        return [without(item, steps) for item in node]
    step, *rest = steps
    key = step.removesuffix("[]")
    if not rest:
        return {name: value for name, value in node.items() if name != key}
    return node | {key: without(node[key], rest)}


def told(raw: dict[str, Any]) -> dict[str, Any]:
    """All that the mapping says of an object, but for its remarks."""
    result = map_object(raw, REFERENTIAL)
    about = {"owner": result.owner, "owner_id": result.owner_id, "modified_at": result.modified_at}
    return result.record.to_json() | about | {"external_id": result.external_id}


def test_what_is_kept_changes_the_record_and_what_is_not_kept_does_not(full_objects, kept_paths):
    whole = {apidae_type: told(raw) for apidae_type, (raw, _marks) in full_objects.items()}
    ignored, leaked = [], []
    for number, (path, _kind, apidae_types) in enumerate(schema_paths()):
        if path in NEEDED or path in ("localisation.adresse.commune", "localisation.perimetreGeographique[]"):
            continue
        # One of the types that have it, another each time.
        apidae_type = sorted(apidae_types)[number % len(apidae_types)]
        same = told(without(full_objects[apidae_type][0], path.split("."))) == whole[apidae_type]
        fate = fate_of(path, kept_paths)
        if fate in ("dropped", "raw"):
            leaked += [] if same else [(apidae_type, path)]
        elif same and fate != "decides" and path not in SUPERSEDED | LIKE_ABSENT:
            ignored.append((apidae_type, path))
    assert (ignored, leaked) == ([], [])


@pytest.mark.parametrize("apidae_type", sorted(BLOCKS))
def test_every_number_of_a_full_object_is_kept(apidae_type, full_objects, kept_paths):
    raw, _marks = full_objects[apidae_type]
    record = map_object(raw, REFERENTIAL).record
    numbers = {*numbers_in(record.to_json()), *(int(link["external_id"]) for link in record.links)}
    lost = [
        path
        for number, (path, api_type, names) in enumerate(schema_paths(), start=1)
        if apidae_type in names
        and api_type in ("integer", "number")
        and path not in SUPERSEDED
        and fate_of(path, kept_paths) not in NOT_KEPT
        and not path.endswith("coordinates[]")
        and value_of(path, api_type, number) not in numbers
    ]
    assert lost == []


@settings_of_hypothesis(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mutated_full_object_maps_or_says_why(data, full_objects):
    raw, _marks = full_objects[data.draw(st.sampled_from(sorted(BLOCKS)))]
    check(mutated(data.draw, raw, paths_in(raw)))
