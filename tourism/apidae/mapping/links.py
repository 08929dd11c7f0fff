"""Relations to other objects of APIDAE, each with its type."""

from typing import Any

from tourism.apidae.mapping.node import Node
from tourism.apidae.mapping.scalars import quoted

# Links outside `liens` -> the type we give them. APIDAE's own types keep their names.
STRUCTURE_LINKS = {
    ("informations", "structureGestion"): "STRUCTURE_GESTION",
    ("informations", "structureInformation"): "STRUCTURE_INFORMATION",
    ("localisation", "lieuObjetTouristique"): "LIEU",
    ("informationsActivite", "prestataireActivites"): "PRESTATAIRE_ACTIVITES",
    ("informationsActivite", "commerceEtServicePrestataire"): "PRESTATAIRE_ACTIVITES",
}
LIST_LINKS = {
    ("", "prestationsList"): "PRESTATION",
    ("", "territoires"): "TERRITOIRE",
    ("localisation", "territoiresAffectes"): "TERRITOIRE_AFFECTE",
}
SKI_AREA = "informationsDomaineSkiable"
ORDERED_LINKS = {
    "egps": "EQUIPEMENT_DOMAINE",
    "sousDomaines": "SOUS_DOMAINE",
    "domainesParents": "DOMAINE_PARENT",
}
LINK_TYPES = frozenset(
    {
        "DEFAUT",
        "SUR_PLACE",
        "ADRESSE_UTILE",
        "ORGANISATEUR_PROGRAMME",
        "PROGRAMME_ORGANISATEUR",
        "CADRE_OFFRE_SPECIALE",
        "OFFRE_SPECIALE_CADRE",
        "PACKAGE_OBJET",
        "OBJET_PACKAGE",
        "AU_DEPART_DE",
        "A_L_ARRIVEE_DE",
        "SUR_LE_PARCOURS_DE",
        "PARCOURS_ETAPE",
        "ETAPE_PARCOURS",
        "COUPS_DE_COEUR_INCONTOURNABLES",
        "VISITE_ORGANISATEUR",
        "ORGANISATEUR_VISITE",
        "VEND_ICI",
        "PROPOSE_PRODUIT_DE",
        "PERMET_ACCEDER_A",
        "EST_ACCESSIBLE_PAR",
        "EST_SITUE_DANS",
        "A_DANS_SON_PERIMETRE",
        "OFFRE_SIMILAIRE_PROXIMITE",
        "SUGGESTION_A_PROXIMITE",
    }
)


def read_links(root: Node) -> list[dict[str, Any]]:
    """``{type, external_id, kind?}`` of every linked object, each relation once, in the order given.

    `kind` is the APIDAE type of the linked object. Its name is left out, because only the API gives it and the record
    must be the same by both interfaces; `Reading.name_of` tells it while the object is being read.
    """
    links: list[dict[str, Any]] = []

    def add(link_type: str, target: Node) -> None:
        linked = linked_object(target)
        if linked:
            links.append({"type": link_type} | linked)

    relations = root.node("liens")
    for relation in relations.nodes("liensObjetsTouristiquesTypes"):
        link_type = relation.raw("type")
        if not isinstance(link_type, str) or link_type not in LINK_TYPES:
            relation.remark(f"Lien de type {quoted(link_type)} inconnu : repris comme simple lien.")
            link_type = "DEFAUT"
        add(link_type, relation.node("objetTouristique"))
    # Until 2014 (API v001) links had no type.
    for target in relations.nodes("objetsLies"):
        add("DEFAUT", target)
    for (block, key), link_type in STRUCTURE_LINKS.items():
        if block in root:
            add(link_type, root.node(block).node(key))
    for (block, key), link_type in LIST_LINKS.items():
        if not block or block in root:
            for target in (root.node(block) if block else root).nodes(key):
                add(link_type, target)
    if SKI_AREA in root:
        for key, link_type in ORDERED_LINKS.items():
            rows = [
                (row.integer("order", 0, 10_000) or 0, row.node("objetTouristique"))
                for row in root.node(SKI_AREA).nodes(key)
            ]
            for _order, target in sorted(rows, key=lambda row: row[0]):
                add(link_type, target)
    winter_sports = root.node("informationsTerritoire").node("sportsHiver")
    for row in winter_sports.nodes("domaines"):
        add("DOMAINE_SKIABLE", row.node("objetTouristique"))
    for organisation in root.node("reservation").nodes("organismes"):
        add("RESERVATION", organisation.node("structureReference"))
    unique: dict[tuple[str, str], dict[str, Any]] = {}
    for link in links:
        unique.setdefault((link["type"], link["external_id"]), link)
    return list(unique.values())


def linked_object(target: Node) -> dict[str, Any]:
    """``{external_id, kind?}`` of a compact object; ``{}`` without a usable id. The reading notes its name."""
    identifier = target.identifier() if target else None
    if identifier is None:
        return {}
    linked: dict[str, Any] = {"external_id": str(identifier)}
    kind = target.raw("type")
    if isinstance(kind, str) and kind.isidentifier():
        linked["kind"] = kind[:40]
    name = target.texts("nom", one_line=True)
    if name:
        target.reading.names.setdefault(linked["external_id"], name)
    return linked
