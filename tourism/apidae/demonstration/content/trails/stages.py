"""A route of three days over the Lure range: the whole, and its stages, each with its own line."""

from tourism.apidae.demonstration.builder import t
from tourism.apidae.demonstration.content.trails.model import (
    BLUE,
    PDIPR,
    RED,
    WALK,
    YELLOW_MARKS,
    Trail,
)
from tourism.apidae.demonstration.tracks import Track, Waypoint, draw_track

ROUTE_ID = 9043015
_TO_WHOLE = (("ETAPE_PARCOURS", ROUTE_ID),)

_SISTERON_VALBELLE = (
    Waypoint(44.195500, 5.943900, 484, "Sisteron"),
    Waypoint(44.188500, 5.932100, 552),
    Waypoint(44.180300, 5.921000, 668, "Chapardon"),
    Waypoint(44.171600, 5.913700, 742),
    Waypoint(44.163300, 5.903800, 702),
    Waypoint(44.156100, 5.892500, 648, "Gorges de la Bonne Fontaine"),
    Waypoint(44.147300, 5.881500, 612, "Valbelle"),
)
_VALBELLE_ABBEY = (
    Waypoint(44.147300, 5.881500, 612, "Valbelle"),
    Waypoint(44.142900, 5.868800, 822),
    Waypoint(44.137700, 5.857100, 1096, "Fontaine des Hêtres"),
    Waypoint(44.132600, 5.846200, 1368),
    Waypoint(44.128300, 5.833900, 1592, "Pas de la Graille"),
    Waypoint(44.125200, 5.817300, 1742),
    Waypoint(44.122400, 5.801600, 1824, "Signal de Lure"),
    Waypoint(44.112900, 5.799800, 1598),
    Waypoint(44.102300, 5.797900, 1402),
    Waypoint(44.091900, 5.795300, 1238, "Abbaye de Lure"),
)
_ABBEY_FORCALQUIER = (
    Waypoint(44.091900, 5.795300, 1238, "Abbaye de Lure"),
    Waypoint(44.078100, 5.788300, 1058),
    Waypoint(44.062400, 5.782700, 866),
    Waypoint(44.045300, 5.780200, 689, "Saint-Étienne-les-Orgues"),
    Waypoint(44.026500, 5.783100, 642),
    Waypoint(44.003600, 5.785600, 668, "Fontienne"),
    Waypoint(43.985100, 5.785300, 622),
    Waypoint(43.970600, 5.782800, 572),
    Waypoint(43.959300, 5.780600, 548, "Forcalquier"),
)
# Waypoints and seed of each stage: the whole is drawn with the same lines.
_PARTS = ((_SISTERON_VALBELLE, 9043016), (_VALBELLE_ABBEY, 9043017), (_ABBEY_FORCALQUIER, 9043018))


def _whole(_waypoints: tuple[Waypoint, ...], *, seed: int, step: float, winding: float) -> Track:
    """The lines of the stages one after the other."""
    lines = [draw_track(part, seed=part_seed, step=step, winding=winding).points for part, part_seed in _PARTS]
    return Track(lines[0] + lines[1][1:] + lines[2][1:])


STAGES: tuple[Trail, ...] = (
    Trail(
        id=ROUTE_ID,
        name=t(
            "De Sisteron à Forcalquier par la montagne de Lure",
            "From Sisteron to Forcalquier over the Lure range",
            "Da Sisteron a Forcalquier per la montagna di Lure",
            de="Von Sisteron nach Forcalquier über die Lure",
            nl="Van Sisteron naar Forcalquier over de Lure",
        ),
        commune="Sisteron",
        activities=(WALK,),
        level=RED,
        loop=False,
        one_way=True,
        days=3,
        waypoints=(*_SISTERON_VALBELLE, *_VALBELLE_ABBEY[1:], *_ABBEY_FORCALQUIER[1:]),
        short=t(
            "Trois jours d’un bourg à l’autre, par le toit de la Provence et les chemins des colporteurs.",
            "Three days from town to town over the roof of Provence, on the pedlars’ paths.",
            "Tre giorni da un borgo all’altro, sul tetto della Provenza e i sentieri dei venditori ambulanti.",
            de="Drei Tage über das Dach der Provence, auf den Wegen der Händler.",
        ),
        long=t(
            "Les colporteurs de Lure partaient au printemps, une boîte de remèdes sur le dos. On les suit de la Durance à la "
            "crête, puis de la hêtraie aux premiers oliviers. Gîte à Valbelle, refuge simple près de l’abbaye ; retour par le "
            "car.",
            "The pedlars of Lure left in spring with a box of remedies on their backs. Follow them from the Durance to the "
            "crest, then from the beech woods to the first olive trees. A hostel in Valbelle, a simple hut near the abbey; "
            "back by coach.",
            "I venditori di Lure partivano in primavera con una cassetta di rimedi. Li si segue dalla Durance alla cresta, poi "
            "dalla faggeta ai primi ulivi.",
        ),
        steps=t(
            "1. Sisteron – Valbelle.\r\n2. Valbelle – abbaye de Lure par le Signal.\r\n3. Abbaye de Lure – Forcalquier.",
            "1. Sisteron to Valbelle.\r\n2. Valbelle to the abbey over the Signal.\r\n3. The abbey to Forcalquier.",
            "1. Sisteron – Valbelle.\r\n2. Valbelle – abbazia per il Signal.\r\n3. Abbazia – Forcalquier.",
        ),
        marking=t(
            "Balisage rouge et blanc (GR 6).", "Red and white waymarks (GR 6).", "Segnavia bianchi e rossi (GR 6)."
        ),
        alert=t("Crête exposée à l’orage : partir tôt.", "The crest is exposed to storms: start early."),
        picture="hills",
        office=9047006,
        draw=_whole,
        step=40.0,
        distinctions=(PDIPR,),
        months=(4, 11),
        links=tuple(("PARCOURS_ETAPE", part) for _points, part in _PARTS),
    ),
    Trail(
        id=9043016,
        name=t(
            "Étape 1 : de Sisteron à Valbelle",
            "Stage 1: Sisteron to Valbelle",
            "Tappa 1: da Sisteron a Valbelle",
        ),
        commune="Sisteron",
        activities=(WALK,),
        level=BLUE,
        loop=False,
        one_way=True,
        waypoints=_SISTERON_VALBELLE,
        short=t(
            "Sortir de la ville par les andrones, et gagner la vallée du Jabron par les collines.",
            "Leave town by its alleys and reach the Jabron valley over the hills.",
            "Uscire dalla città per i vicoli e raggiungere la valle dello Jabron per le colline.",
        ),
        long=t(
            "Une petite étape pour se mettre en jambes, à l’ombre des chênes pubescents. Épicerie à Sisteron seulement.",
            "A short stage to warm up, in the shade of downy oaks. The only grocery is in Sisteron.",
            "Una tappa breve per scaldarsi, all’ombra delle roverelle.",
        ),
        steps=t("1. Quitter Sisteron par Chapardon.\r\n2. Passer les gorges.\r\n3. Entrer dans Valbelle."),
        marking=YELLOW_MARKS,
        picture="village",
        office=9047006,
        step=40.0,
        months=(4, 11),
        links=_TO_WHOLE,
    ),
    Trail(
        id=9043017,
        name=t(
            "Étape 2 : de Valbelle à l’abbaye par le Signal de Lure",
            "Stage 2: Valbelle to the abbey over the Signal de Lure",
            "Tappa 2: da Valbelle all’abbazia per il Signal de Lure",
        ),
        commune="Valbelle",
        activities=(WALK,),
        level=RED,
        loop=False,
        one_way=True,
        waypoints=_VALBELLE_ABBEY,
        short=t(
            "Douze cents mètres de montée dans la hêtraie, puis la crête nue et la vue jusqu’à la mer.",
            "Twelve hundred metres up through beeches, then the bare crest and a view as far as the sea.",
            "Milleduecento metri di salita nella faggeta, poi la cresta nuda e la vista fino al mare.",
        ),
        long=t(
            "La grande journée. Pas d’eau après la fontaine des Hêtres : deux litres par personne. Au sommet, la table "
            "d’orientation ; en face, l’abbaye dans sa clairière.",
            "The long day. No water after the Hêtres spring: carry two litres each. At the top, a viewpoint table; below, the "
            "abbey in its clearing.",
            "La giornata lunga. Niente acqua dopo la fontana: due litri a testa.",
        ),
        steps=t("1. Monter au Pas de la Graille.\r\n2. Suivre la crête.\r\n3. Descendre à l’abbaye."),
        marking=t(
            "Balisage rouge et blanc (GR 6).", "Red and white waymarks (GR 6).", "Segnavia bianchi e rossi (GR 6)."
        ),
        dangers=t("Brouillard fréquent sur la crête.", "Frequent fog on the crest."),
        picture="forest",
        office=9047003,
        step=40.0,
        months=(4, 11),
        links=_TO_WHOLE,
    ),
    Trail(
        id=9043018,
        name=t(
            "Étape 3 : de l’abbaye de Lure à Forcalquier",
            "Stage 3: Lure abbey to Forcalquier",
            "Tappa 3: dall’abbazia di Lure a Forcalquier",
        ),
        commune="Saint-Étienne-les-Orgues",
        activities=(WALK,),
        level=BLUE,
        loop=False,
        one_way=True,
        waypoints=_ABBEY_FORCALQUIER,
        short=t(
            "Descendre avec les ruisseaux, de la hêtraie aux lavandes et aux toits du marché.",
            "Go down with the streams, from beeches to lavender and the roofs of the market town.",
            "Scendere con i ruscelli, dalla faggeta alle lavande e ai tetti del mercato.",
        ),
        long=t(
            "Pause à Saint-Étienne, ville des colporteurs, avec ses maisons à frontons sculptés. Arrivez un dimanche soir : le "
            "lendemain, c’est le grand marché.",
            "Rest in Saint-Étienne, the pedlars’ town, with its carved pediments. Arrive on a Sunday evening: the next day is "
            "the great market.",
            "Sosta a Saint-Étienne, città dei venditori ambulanti.",
        ),
        steps=t("1. Descendre à Saint-Étienne.\r\n2. Passer Fontienne.\r\n3. Entrer dans Forcalquier."),
        marking=YELLOW_MARKS,
        picture="plateau",
        office=9047003,
        step=40.0,
        months=(4, 11),
        links=_TO_WHOLE,
    ),
)
