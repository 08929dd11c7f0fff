"""What surrounds the objects in APIDAE: internal criteria, selections, territories."""

from tourism.apidae.demonstration.builder import t

FAVOURITE, CHECKED = 904901, 904902
INTERNAL_CRITERIA = (
    {
        "id": FAVOURITE,
        "libelle": "Coup de cœur de la démonstration",
        "commentaire": "À mettre en avant en page d’accueil",
    },
    {"id": CHECKED, "libelle": "Fiche relue par l’office"},
)
_SELECTIONS = (
    (904801, "AGENDA_04", t("Agenda du département", "Agenda of the département"), ("FETE_ET_MANIFESTATION",)),
    (904802, "ITINERAIRES_04", t("Itinéraires", "Trails"), ("EQUIPEMENT",)),
    (904803, "PATRIMOINE_04", t("Sites et musées", "Sites and museums"), ("PATRIMOINE_CULTUREL", "PATRIMOINE_NATUREL")),
    (904804, "TOUT_04", t("Toute la démonstration", "The whole demonstration"), ()),
)


def with_criteria(objects: list[dict]) -> list[dict]:
    """The objects, some of them marked with internal criteria."""
    favourite, checked = INTERNAL_CRITERIA
    marked = []
    for item in objects:
        criteria = [dict(c) for c, every in ((favourite, 7), (checked, 3)) if item["id"] % every == 0]
        marked.append(item | {"criteresInternes": criteria} if criteria else item)
    return marked


def selections_of(objects: list[dict]) -> list[dict]:
    """Selections with their members, in the form of `selections.json`."""
    return [
        {
            "id": identifier,
            "nom": name,
            "libelle": label,
            "objetsTouristiques": [
                {"type": o["type"], "id": o["id"]} for o in objects if not kinds or o["type"] in kinds
            ],
        }
        for identifier, name, label, kinds in _SELECTIONS
    ]


def territories_of(objects: list[dict]) -> list[dict]:
    """Territories in the form of `territoires.json`."""
    return [
        {
            "id": item["id"],
            "type": "TERRITOIRE",
            "nom": item["nom"],
            "perimetreGeographique": [{"id": town["id"]} for town in item["localisation"]["perimetreGeographique"]],
            "territoireType": {
                key: item["informationsTerritoire"]["territoireType"][key] for key in ("elementReferenceType", "id")
            },
        }
        for item in objects
        if item["type"] == "TERRITOIRE"
    ]
