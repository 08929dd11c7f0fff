"""Two rides: by mountain bike and by road."""

from tourism.apidae.demonstration.builder import t
from tourism.apidae.demonstration.content.trails.model import (
    BLUE,
    CYCLING_AND_CHEESE,
    E_BIKE,
    FFC,
    MOUNTAIN_BIKE,
    RED,
    ROAD_BIKE,
    Trail,
)
from tourism.apidae.demonstration.tracks import Waypoint

RIDES: tuple[Trail, ...] = (
    Trail(
        id=9043007,
        name=t(
            "Montagne de Lure à VTT, de Saint-Étienne à l’abbaye",
            "Mountain biking on Lure, from Saint-Étienne to the abbey",
            "Montagna di Lure in MTB, da Saint-Étienne all’abbazia",
            de="Mit dem Mountainbike auf der Lure, bis zur Abtei",
        ),
        commune="Saint-Étienne-les-Orgues",
        activities=(MOUNTAIN_BIKE, E_BIKE),
        level=RED,
        loop=True,
        waypoints=(
            Waypoint(44.045300, 5.780200, 689, "Saint-Étienne-les-Orgues"),
            Waypoint(44.054800, 5.776100, 792),
            Waypoint(44.064900, 5.779800, 921, "Carrefour des Graves"),
            Waypoint(44.075700, 5.784600, 1068),
            Waypoint(44.086300, 5.790500, 1196),
            Waypoint(44.091900, 5.795300, 1238, "Abbaye Notre-Dame de Lure"),
            Waypoint(44.093800, 5.806400, 1262),
            Waypoint(44.086800, 5.816900, 1158, "Jas des Terres du Roux"),
            Waypoint(44.075900, 5.819300, 1012),
            Waypoint(44.064300, 5.812100, 868),
            Waypoint(44.055200, 5.798600, 781, "Cruis en vue"),
            Waypoint(44.045300, 5.780200, 689),
        ),
        short=t(
            "Pistes forestières dans la hêtraie de Giono, et une longue descente roulante face aux Alpes.",
            "Forest tracks through Giono’s beech woods and a long flowing descent facing the Alps.",
            "Piste forestali nella faggeta di Giono e una lunga discesa scorrevole davanti alle Alpi.",
        ),
        long=t(
            "La montée, régulière, suit les pistes du versant sud jusqu’à l’abbaye, posée dans sa clairière. La descente "
            "alterne sentiers et pistes entre les jas, ces bergeries de pierre sèche. Faisable en vélo électrique.",
            "The steady climb follows the tracks of the south side to the abbey in its clearing. The descent switches "
            "between paths and tracks past the jas, the dry-stone sheepfolds. Fine on an e-bike.",
            "La salita segue le piste del versante sud fino all’abbazia. La discesa alterna sentieri e piste tra gli "
            "ovili di pietra a secco.",
        ),
        steps=t("1. Monter par la piste des Graves.\r\n2. Pause à l’abbaye.\r\n3. Descendre par les jas vers Cruis."),
        marking=t("Balisage VTT n° 12 rouge.", "Mountain-bike waymarks no. 12, red."),
        picture="forest",
        office=9047003,
        step=35.0,
        distinctions=(FFC,),
    ),
    Trail(
        id=9043008,
        name=t(
            "Le plateau de Valensole à vélo",
            "The Valensole plateau by bike",
            "L’altopiano di Valensole in bicicletta",
            de="Das Plateau von Valensole mit dem Rad",
            es="La meseta de Valensole en bicicleta",
            nl="Fietsen op het plateau van Valensole",
        ),
        commune="Valensole",
        activities=(ROAD_BIKE, E_BIKE),
        level=BLUE,
        loop=True,
        waypoints=(
            Waypoint(43.837700, 5.983800, 569, "Valensole"),
            Waypoint(43.851200, 6.013500, 602),
            Waypoint(43.861500, 6.052800, 637),
            Waypoint(43.867200, 6.094600, 668),
            Waypoint(43.864200, 6.129600, 696, "Puimoisson"),
            Waypoint(43.842100, 6.112300, 611),
            Waypoint(43.818300, 6.092300, 522, "Riez"),
            Waypoint(43.808900, 6.061200, 566),
            Waypoint(43.793400, 6.035100, 518),
            Waypoint(43.783100, 6.007400, 424, "Allemagne-en-Provence"),
            Waypoint(43.801700, 5.988200, 531),
            Waypoint(43.820900, 5.978600, 561),
            Waypoint(43.837700, 5.983800, 569),
        ),
        short=t(
            "Amandiers, blé et lavande à perte de vue, quatre villages et une seule vraie côte.",
            "Almond trees, wheat and lavender as far as you can see, four villages and one real hill.",
            "Mandorli, grano e lavanda a perdita d’occhio, quattro borghi e una sola vera salita.",
            de="Mandelbäume, Weizen und Lavendel bis zum Horizont, vier Dörfer und nur ein echter Anstieg.",
            nl="Amandelbomen, graan en lavendel tot aan de horizon, vier dorpen en één echte klim.",
        ),
        long=t(
            "De petites routes relient Valensole à Puimoisson entre les champs de lavandin, en fleur de mi-juin à "
            "mi-juillet. Pause à Riez, ses colonnes romaines et ses fontaines, puis retour par le château d’Allemagne. "
            "Peu d’ombre : partez tôt et emportez de l’eau.",
            "Quiet roads join Valensole and Puimoisson between lavandin fields, in bloom from mid-June to mid-July. "
            "Rest in Riez, with its Roman columns and fountains, then come back past the castle of Allemagne. Little "
            "shade: start early and carry water.",
            "Stradine tranquille uniscono Valensole e Puimoisson tra i campi di lavandino, in fiore da metà giugno a "
            "metà luglio. Sosta a Riez con le sue colonne romane. Poca ombra: partite presto.",
        ),
        steps=t(
            "1. Valensole – Puimoisson par les petites routes.\r\n2. Descendre à Riez.\r\n3. Revenir par Allemagne-en-Provence."
        ),
        marking=t(
            "Fléchage vélo vert et blanc.", "Green and white cycle signs.", "Cartelli ciclabili verdi e bianchi."
        ),
        picture="lavender",
        office=9047004,
        ground=(4242,),
        step=40.0,
        distinctions=(CYCLING_AND_CHEESE,),
        winding=0.2,
    ),
)
