"""What differs between APIDAE's 16 types: the block that holds it, and which of its keys are categories or labels."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """`block` is the key of the type's own block; the others are keys inside it."""

    block: str
    categories: tuple[str, ...]
    labels: tuple[str, ...] = ()


KINDS = {
    "ACTIVITE": Kind(
        "informationsActivite", ("activiteType", "categories", "activitesSportives", "activitesCulturelles")
    ),
    "COMMERCE_ET_SERVICE": Kind(
        "informationsCommerceEtService",
        ("commerceEtServiceType", "typesDetailles", "activitesSportives", "activitesCulturelles"),
        ("classement", "habilitationsPrestataires"),
    ),
    "DEGUSTATION": Kind(
        "informationsDegustation", ("typesProduit", "statutsExploitant"), ("labelsChartesQualite", "aopAocIgps")
    ),
    "DOMAINE_SKIABLE": Kind("informationsDomaineSkiable", ("domaineSkiableTypes", "classification")),
    "EQUIPEMENT": Kind("informationsEquipement", ("rubrique", "activites")),
    "FETE_ET_MANIFESTATION": Kind("informationsFeteEtManifestation", ("typesManifestation", "categories")),
    "HEBERGEMENT_COLLECTIF": Kind(
        "informationsHebergementCollectif",
        ("hebergementCollectifType", "typesHebergement", "typesHabitation"),
        ("classementPrefectoral", "chaineEtLabel", "labels"),
    ),
    "HEBERGEMENT_LOCATIF": Kind(
        "informationsHebergementLocatif",
        ("hebergementLocatifType", "typesHabitation"),
        ("classementPrefectoral", "typeLabel", "labels"),
    ),
    "HOTELLERIE": Kind(
        "informationsHotellerie", ("hotellerieType", "typesHabitation"), ("classement", "labels", "chaines")
    ),
    "HOTELLERIE_PLEIN_AIR": Kind(
        "informationsHotelleriePleinAir", ("hotelleriePleinAirType",), ("classement", "labels", "chaines")
    ),
    "PATRIMOINE_CULTUREL": Kind("informationsPatrimoineCulturel", ("patrimoineCulturelType", "categories", "themes")),
    "PATRIMOINE_NATUREL": Kind("informationsPatrimoineNaturel", ("categories",), ("classements",)),
    "RESTAURATION": Kind(
        "informationsRestauration", ("restaurationType", "categories", "specialites"), ("classementsGuides", "chaines")
    ),
    "SEJOUR_PACKAGE": Kind(
        "informationsSejourPackage", ("activiteCategories", "activitesSportives", "activitesCulturelles")
    ),
    "STRUCTURE": Kind("informationsStructure", ("entiteType",)),
    "TERRITOIRE": Kind("informationsTerritoire", ("territoireType",), ("zoneLabels", "zoneClassements")),
}
EVENT = "FETE_ET_MANIFESTATION"
EQUIPMENT = "EQUIPEMENT"
