"""Objects with every path of the schemas filled in: what docs/apidae.md says is kept is found in the record."""

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from agenda.sources.apidae import map_object
from tests.tourism.apidae.documentation import OUTSIDE, PAGE, expressions
from tests.tourism.apidae.full_objects import value_of
from tests.tourism.apidae.mapping_checks import check, mutated, numbers_in, paths_in
from tests.tourism.apidae.mapping_payloads import BLOCKS, REFERENTIAL, schema_paths

# First words of the fates that leave nothing in the record.
NOT_KEPT = ("dropped", "raw", "decides")
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
