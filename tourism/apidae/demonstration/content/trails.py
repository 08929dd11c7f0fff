"""Eight itineraries with a line drawn for the demonstration ("tracé de démonstration"), not for walking by."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tourism.apidae.demonstration.builder import CREDIT, Draft, Text, elements, plan_path, slug, t
from tourism.apidae.demonstration.opening import Calendar, every_day, free, opening
from tourism.apidae.demonstration.references import element
from tourism.apidae.demonstration.tracks import Track, Waypoint, draw_track, gpx_document, there_and_back

WALK, TRAIL_RUN, MOUNTAIN_BIKE, ROAD_BIKE, E_BIKE = 3333, 4201, 3284, 3283, 5447
GREEN, BLUE, RED = 587, 588, 589
NOTE = "Tracé de démonstration : ne pas s’y fier sur le terrain."


@dataclass(frozen=True, kw_only=True)
class Trail:
    """An itinerary: the draft of its APIDAE object is made from it and from the line that `draw` gives."""

    id: int
    name: Text
    commune: str
    activities: tuple[int, ...]
    level: int
    loop: bool
    waypoints: tuple[Waypoint, ...]
    short: Text
    long: Text
    steps: Text
    marking: Text
    dangers: Text | None = None
    alert: Text | None = None
    ground: tuple[int, ...] = (4240, 4241)
    picture: str
    office: int
    draw: Callable[..., Track] = draw_track
    step: float = 30.0
    winding: float = 0.25


STORY_TRAIL_ID: int = 9043001

_MOUSTIERS_WAYPOINTS = (
    Waypoint(43.846720, 6.221850, 634, "Place de l’église"),
    Waypoint(43.847650, 6.222900, 655, "Pont sur l’Adou"),
    Waypoint(43.848650, 6.223350, 692, "Oratoires de la montée"),
    Waypoint(43.849780, 6.223200, 731, "Notre-Dame de Beauvoir"),
    Waypoint(43.851300, 6.224900, 786),
    Waypoint(43.852300, 6.228300, 842, "Belvédère de l’étoile"),
    Waypoint(43.850200, 6.231900, 815),
    Waypoint(43.847300, 6.233800, 762, "Ancienne voie de Riou"),
    Waypoint(43.844400, 6.231200, 699),
    Waypoint(43.842900, 6.227200, 648),
    Waypoint(43.842300, 6.223100, 611, "Chapelle Sainte-Anne"),
    Waypoint(43.844600, 6.220700, 618),
    Waypoint(43.846720, 6.221850, 634),
)

STORY_STOPS: list[tuple[str, float, float]] = [
    ("Place de l’église", 43.846720, 6.221850),
    ("Pont sur l’Adou", 43.847650, 6.222900),
    ("Oratoires de la montée", 43.848650, 6.223350),
    ("Notre-Dame de Beauvoir", 43.849780, 6.223200),
    ("Belvédère de l’étoile", 43.852300, 6.228300),
    ("Chapelle Sainte-Anne", 43.842300, 6.223100),
]

_MARKED_YELLOW = t(
    "Balisage jaune (PR).", "Yellow waymarks (PR).", "Segnavia gialli (PR).", de="Gelbe Markierung (PR)."
)

TRAILS: tuple[Trail, ...] = (
    Trail(
        id=STORY_TRAIL_ID,
        name=t(
            "De Moustiers à Notre-Dame de Beauvoir, la boucle de l’étoile",
            "Moustiers and Notre-Dame de Beauvoir, the star loop",
            "Da Moustiers a Notre-Dame de Beauvoir, l’anello della stella",
            de="Moustiers und Notre-Dame de Beauvoir, die Sternrunde",
            es="De Moustiers a Notre-Dame de Beauvoir, la ruta de la estrella",
            nl="Moustiers en Notre-Dame de Beauvoir, de sterrenronde",
        ),
        commune="Moustiers-Sainte-Marie",
        activities=(WALK,),
        level=BLUE,
        loop=True,
        waypoints=_MOUSTIERS_WAYPOINTS,
        short=t(
            "Une montée en escalier vers la chapelle suspendue, puis un retour au calme par les collines.",
            "A stepped climb to the chapel between the cliffs, then a quiet way back through the hills.",
            "Una salita a gradini verso la cappella sospesa, poi il ritorno tranquillo per le colline.",
            de="Über Stufen zur Kapelle zwischen den Felsen, dann ruhig durch die Hügel zurück.",
            nl="Over treden naar de kapel tussen de rotsen en rustig terug door de heuvels.",
        ),
        long=t(
            "Le sentier quitte la place de l’église, passe le torrent et gagne la chapelle par un escalier de pierre "
            "jalonné d’oratoires. Au-dessus, l’étoile dorée brille sur sa chaîne, tendue entre deux parois. La plupart "
            "des visiteurs redescendent là ; la boucle continue vers un belvédère d’où l’on voit le lac de "
            "Sainte-Croix, puis revient par les oliviers et la chapelle Sainte-Anne.",
            "The path leaves the church square, crosses the torrent and climbs to the chapel by stone steps lined with "
            "shrines. Above you, the gilded star hangs on its chain between two cliffs. Most visitors turn back there; "
            "the loop goes on to a viewpoint over the lake of Sainte-Croix and comes home through olive trees and the "
            "chapel of Sainte-Anne.",
            "Il sentiero lascia la piazza della chiesa, attraversa il torrente e sale alla cappella per una scalinata "
            "di pietra. Sopra, la stella dorata è appesa alla sua catena tra due pareti. L’anello prosegue verso un "
            "belvedere sul lago di Sainte-Croix e torna tra gli ulivi.",
        ),
        steps=t(
            "1. De l’église, monter vers le pont sur l’Adou.\r\n2. Prendre l’escalier des oratoires.\r\n"
            "3. Depuis la chapelle, suivre le sentier qui s’élève à droite.\r\n4. Au belvédère, descendre vers l’est.\r\n"
            "5. Rejoindre la chapelle Sainte-Anne puis le village.",
            "1. From the church, walk up to the bridge over the Adou.\r\n2. Take the steps past the shrines.\r\n"
            "3. From the chapel, follow the path rising on the right.\r\n4. At the viewpoint, go down to the east.\r\n"
            "5. Reach the chapel of Sainte-Anne, then the village.",
        ),
        marking=_MARKED_YELLOW,
        dangers=t(
            "Marches polies, glissantes par temps humide.",
            "Worn steps, slippery when wet.",
            "Gradini lisci, scivolosi se bagnati.",
        ),
        picture="cliffs",
        office=9047002,
        step=25.0,
    ),
    Trail(
        id=9043002,
        name=t(
            "Digne, du Musée Promenade à la dalle aux ammonites",
            "Digne, from the Musée Promenade to the ammonite slab",
            "Digne, dal Musée Promenade alla lastra delle ammoniti",
            de="Digne, vom Musée Promenade zur Ammonitenplatte",
        ),
        commune="Digne-les-Bains",
        activities=(WALK, TRAIL_RUN),
        level=BLUE,
        loop=True,
        waypoints=(
            Waypoint(44.103300, 6.232600, 608, "Musée Promenade"),
            Waypoint(44.105900, 6.229500, 672),
            Waypoint(44.109600, 6.228600, 741, "Col de la Chapelle"),
            Waypoint(44.114200, 6.227300, 788),
            Waypoint(44.118300, 6.228800, 716),
            Waypoint(44.120400, 6.231900, 648, "Dalle aux ammonites"),
            Waypoint(44.117200, 6.234400, 636),
            Waypoint(44.111900, 6.236500, 625, "Bord de la Bléone"),
            Waypoint(44.107400, 6.236200, 614),
            Waypoint(44.103300, 6.232600, 608),
        ),
        short=t(
            "Une boucle dans le temps long du Géoparc : tufs, cascades et mille cinq cents ammonites au bord de la route.",
            "A loop through deep time in the Geopark: tufa, waterfalls and some 1,500 ammonites beside the road.",
            "Un anello nel tempo profondo del Geoparco: tufi, cascate e 1500 ammoniti accanto alla strada.",
            de="Eine Runde durch die Erdgeschichte: Tuff, Wasserfälle und 1500 Ammoniten am Straßenrand.",
        ),
        long=t(
            "Depuis le parc du Musée Promenade, le chemin s’élève dans les pins puis longe des marnes noires ravinées. "
            "La dalle, redressée par les Alpes, porte les ammonites d’un fond marin du Sinémurien. Retour par la Bléone.",
            "From the park of the Musée Promenade the path climbs through pines and skirts gullied black marls. The "
            "slab, tilted by the rise of the Alps, carries the ammonites of an early Jurassic sea bed. Back along the "
            "Bléone.",
            "Dal parco del Musée Promenade il sentiero sale tra i pini e costeggia le marne nere. La lastra, sollevata "
            "dalle Alpi, conserva le ammoniti di un fondale del Giurassico inferiore.",
        ),
        steps=t(
            "1. Traverser le parc du musée.\r\n2. Monter au col par le sentier des pins.\r\n3. Descendre à la dalle.\r\n"
            "4. Revenir par la berge.",
            "1. Cross the museum park.\r\n2. Climb to the pass through the pines.\r\n3. Go down to the slab.\r\n"
            "4. Return along the bank.",
        ),
        marking=_MARKED_YELLOW,
        alert=t(
            "Après de fortes pluies, les marnes sont impraticables.",
            "After heavy rain the marls cannot be walked.",
            "Dopo forti piogge le marne sono impraticabili.",
        ),
        picture="ammonite",
        office=9047001,
    ),
    Trail(
        id=9043003,
        name=t(
            "Le tour du lac d’Allos",
            "Around the lake of Allos",
            "Il giro del lago d’Allos",
            nl="Rond het meer van Allos",
        ),
        commune="Allos",
        activities=(WALK,),
        level=BLUE,
        loop=True,
        waypoints=(
            Waypoint(44.242300, 6.692300, 2117, "Parking du Laus"),
            Waypoint(44.240800, 6.697600, 2168),
            Waypoint(44.238600, 6.702600, 2246, "Seuil du lac"),
            Waypoint(44.236700, 6.704700, 2232),
            Waypoint(44.237600, 6.710300, 2240, "Rive nord"),
            Waypoint(44.235400, 6.714200, 2262),
            Waypoint(44.231500, 6.713900, 2290, "Sous les Tours du Lac"),
            Waypoint(44.229300, 6.709300, 2251),
            Waypoint(44.230900, 6.704300, 2235),
            Waypoint(44.234800, 6.702200, 2237, "Refuge du lac"),
            Waypoint(44.237900, 6.700100, 2226),
            Waypoint(44.239400, 6.695200, 2158),
            Waypoint(44.242300, 6.692300, 2117),
        ),
        short=t(
            "Le plus grand lac naturel d’Europe à cette altitude, au cœur du parc national du Mercantour.",
            "Europe’s largest natural lake at this altitude, in the heart of the Mercantour National Park.",
            "Il più grande lago naturale d’Europa a questa quota, nel cuore del parco nazionale del Mercantour.",
        ),
        long=t(
            "Quarante minutes de montée douce depuis le Laus, et le lac s’ouvre d’un coup sous les tours de grès. Le tour "
            "complet passe dans les éboulis de la rive est ; marmottes au printemps, mélèzes d’or en octobre. La route "
            "d’accès est fermée en hiver, et les chiens ne sont pas admis dans le cœur du parc.",
            "Forty minutes of gentle climbing from the Laus car park and the lake opens at once below its sandstone "
            "towers. The full circuit crosses the screes of the east shore; marmots in spring, golden larches in "
            "October. The access road is closed in winter and dogs are not allowed in the heart of the park.",
            "Quaranta minuti di salita dolce dal parcheggio del Laus e il lago appare sotto le torri di arenaria. Il "
            "giro completo attraversa i ghiaioni della riva orientale; marmotte in primavera, larici dorati in ottobre.",
        ),
        steps=t(
            "1. Du Laus, suivre le large sentier du lac.\r\n2. Faire le tour par la rive nord.\r\n3. Retour par le refuge."
        ),
        marking=t("Panneaux du parc national.", "National park signs.", "Segnaletica del parco nazionale."),
        dangers=t("Névés possibles jusqu’à fin juin.", "Snow patches possible until late June."),
        picture="mountain_lake",
        office=9047005,
        ground=(4240,),
    ),
    Trail(
        id=9043004,
        name=t(
            "Du Point Sublime au couloir Samson, la fin du Blanc-Martel",
            "Point Sublime to the Couloir Samson, the end of the Blanc-Martel path",
            "Dal Point Sublime al Couloir Samson, la fine del sentiero Blanc-Martel",
        ),
        commune="Rougon",
        activities=(WALK,),
        level=RED,
        loop=False,
        waypoints=(
            Waypoint(43.793600, 6.399300, 783, "Point Sublime"),
            Waypoint(43.791700, 6.396200, 716),
            Waypoint(43.789200, 6.396400, 612, "Couloir Samson"),
            Waypoint(43.788100, 6.393200, 628, "Tunnel du Baou"),
            Waypoint(43.785300, 6.390100, 646),
            Waypoint(43.782600, 6.389200, 604, "Baume aux Pigeons"),
            Waypoint(43.780200, 6.385900, 672),
            Waypoint(43.777900, 6.381400, 638, "Vue sur l’Escalès"),
        ),
        short=t(
            "Tunnels, passerelles et fraîcheur du Verdon : un aller-retour dans la partie la plus étroite des gorges.",
            "Tunnels, footbridges and the cool of the Verdon: out and back in the narrowest part of the gorge.",
            "Gallerie, passerelle e il fresco del Verdon: andata e ritorno nel tratto più stretto delle gole.",
        ),
        long=t(
            "On descend du belvédère au couloir Samson, où le Baou rejoint le Verdon. Le sentier ouvert par le "
            "Touring-Club en 1928 entre alors dans d’anciens tunnels d’usine : une lampe est indispensable. Demi-tour à "
            "l’aplomb des falaises de l’Escalès.",
            "From the viewpoint you go down to the Couloir Samson, where the Baou meets the Verdon. The path opened by "
            "the Touring-Club in 1928 then runs through old works tunnels: take a torch. Turn back below the cliffs of "
            "L’Escalès.",
            "Dal belvedere si scende al Couloir Samson, dove il Baou incontra il Verdon. Il sentiero aperto dal "
            "Touring-Club nel 1928 entra in vecchie gallerie: serve una torcia.",
        ),
        steps=t(
            "1. Descendre au couloir Samson.\r\n2. Passer le tunnel du Baou avec une lampe.\r\n3. Revenir par le même chemin."
        ),
        marking=t(
            "Balisage rouge et blanc (GR 4).", "Red and white waymarks (GR 4).", "Segnavia bianchi e rossi (GR 4)."
        ),
        dangers=t(
            "Niveau du Verdon variable : ne jamais s’attarder sur les bancs de galets.",
            "The Verdon may rise suddenly: never linger on the shingle.",
            "Il livello del Verdon può salire: non sostare sui ghiaieti.",
        ),
        alert=t(
            "Accès réglementé en cas de risque d’incendie ou de crue.",
            "Access is restricted when fire or flood threatens.",
        ),
        picture="gorge",
        office=9047002,
        draw=there_and_back,
        ground=(4239, 4240),
    ),
    Trail(
        id=9043005,
        name=t(
            "De Forcalquier à Salagon par Mane",
            "From Forcalquier to Salagon by way of Mane",
            "Da Forcalquier a Salagon passando per Mane",
            de="Von Forcalquier über Mane nach Salagon",
            es="De Forcalquier a Salagon por Mane",
        ),
        commune="Forcalquier",
        activities=(WALK,),
        level=GREEN,
        loop=True,
        waypoints=(
            Waypoint(43.959300, 5.780600, 548, "Place du Bourguet"),
            Waypoint(43.956800, 5.782300, 628, "Citadelle"),
            Waypoint(43.951600, 5.778900, 566),
            Waypoint(43.945200, 5.774100, 521, "Chemin des cabanons"),
            Waypoint(43.939100, 5.767200, 502, "Mane"),
            Waypoint(43.935600, 5.760400, 456, "Prieuré de Salagon"),
            Waypoint(43.938200, 5.753500, 441),
            Waypoint(43.944600, 5.756200, 468, "Pont roman sur la Laye"),
            Waypoint(43.951200, 5.764100, 515),
            Waypoint(43.956400, 5.772800, 541),
            Waypoint(43.959300, 5.780600, 548),
        ),
        short=t(
            "Cabanons pointus, pierre sèche et jardins médiévaux entre deux bourgs de pierre blonde.",
            "Dry-stone huts and medieval gardens between two towns of honey-coloured stone.",
            "Capanne in pietra a secco e giardini medievali tra due borghi di pietra bionda.",
            de="Trockensteinhütten und mittelalterliche Gärten zwischen zwei Orten aus hellem Stein.",
        ),
        long=t(
            "Après la vue circulaire de la citadelle, le chemin descend parmi les murets et les cabanons. Mane se "
            "traverse par ses ruelles en colimaçon ; à Salagon, comptez une heure pour les jardins. Le retour suit la "
            "Laye, que franchit un pont roman.",
            "After the all-round view from the citadel the path goes down among dry-stone walls and huts. Wind through "
            "the lanes of Mane; allow an hour for the gardens of Salagon. The way back follows the Laye, crossed by a "
            "Romanesque bridge.",
            "Dopo la vista dalla cittadella il sentiero scende tra muretti e capanne. A Salagon calcolate un’ora per i "
            "giardini. Il ritorno segue la Laye, attraversata da un ponte romanico.",
        ),
        steps=t(
            "1. Monter à la citadelle.\r\n2. Rejoindre Mane par le chemin des cabanons.\r\n3. Revenir le long de la Laye."
        ),
        marking=_MARKED_YELLOW,
        picture="hills",
        office=9047003,
        ground=(4241, 4242),
    ),
    Trail(
        id=9043006,
        name=t(
            "Les grès d’Annot, de la Chambre du Roi aux arches",
            "The sandstones of Annot, from the King’s Chamber to the arches",
            "Le arenarie di Annot, dalla Camera del Re agli archi",
        ),
        commune="Annot",
        activities=(WALK,),
        level=RED,
        loop=True,
        waypoints=(
            Waypoint(43.964900, 6.668600, 702, "Place du Germe"),
            Waypoint(43.961800, 6.671100, 716, "Gare d’Annot"),
            Waypoint(43.958200, 6.672200, 842),
            Waypoint(43.954900, 6.673900, 968, "Chambre du Roi"),
            Waypoint(43.951800, 6.676900, 1074),
            Waypoint(43.950900, 6.681800, 1136, "Baisse de Brec"),
            Waypoint(43.955600, 6.683300, 1098, "Arches de Portettes"),
            Waypoint(43.960700, 6.680400, 948),
            Waypoint(43.964500, 6.676400, 806, "Chapelle de Vers-la-Ville"),
            Waypoint(43.966600, 6.671900, 732),
            Waypoint(43.964900, 6.668600, 702),
        ),
        short=t(
            "Un labyrinthe de grès au-dessus de la gare du Train des Pignes : failles, arches et forêt de châtaigniers.",
            "A maze of sandstone above the Train des Pignes station: clefts, arches and chestnut woods.",
            "Un labirinto di arenaria sopra la stazione del Train des Pignes: spaccature, archi e castagni.",
        ),
        long=t(
            "Les blocs commencent derrière la gare, que certains touchent presque. Le sentier se glisse dans une faille "
            "jusqu’à la Chambre du Roi, puis gagne une crête percée d’arches. Descente dans les châtaigniers.",
            "The blocks begin behind the station; some all but touch it. The path slips through a cleft to the King’s "
            "Chamber and reaches a ridge pierced by arches. Down again through chestnut trees.",
        ),
        steps=t(
            "1. De la gare, prendre le sentier des grès.\r\n2. Traverser la Chambre du Roi.\r\n3. Suivre la crête des arches."
        ),
        marking=_MARKED_YELLOW,
        dangers=t("Passages étroits, à-pics au bord des arches.", "Narrow passages and drops near the arches."),
        picture="rocks",
        office=9047002,
        ground=(4239, 4241),
    ),
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
        winding=0.2,
    ),
)


@cache
def track(identifier: int) -> Track:
    """The line of a trail by its APIDAE id. Raises KeyError."""
    trail = _BY_ID[identifier]
    return trail.draw(trail.waypoints, seed=trail.id, step=trail.step, winding=trail.winding)


@cache
def gpx(identifier: int) -> bytes:
    """The GPX file of a trail by its APIDAE id. Raises KeyError."""
    trail = _BY_ID[identifier]
    return gpx_document(
        track(identifier),
        name=f"{trail.name['libelleFr']} (tracé de démonstration)",
        description=NOTE,
        waypoints=trail.waypoints,
    )


def minutes(trail: Trail) -> int:
    """Duration, to five minutes: the longer of flat and height time plus half of the other (DIN 33466)."""
    line = track(trail.id)
    speed, climb, fall = (4.0, 300, 500)
    if MOUNTAIN_BIKE in trail.activities:
        speed, climb, fall = (12.0, 500, 2000)
    elif ROAD_BIKE in trail.activities:
        speed, climb, fall = (18.0, 600, 5000)
    flat = line.distance / 1000 / speed
    height = line.ascent / climb + line.descent / fall
    return max(5, round((max(flat, height) + min(flat, height) / 2) * 12) * 5)


def trail_drafts(calendar: Calendar, media_url: str) -> list[Draft]:
    """Drafts of the itineraries, each with its GPX as a PLAN below `media_url`."""
    return [_draft(trail, calendar, media_url) for trail in TRAILS]


def _draft(trail: Trail, calendar: Calendar, media_url: str) -> Draft:
    line = track(trail.id)
    itinerary: dict = {
        "distance": round(line.distance / 1000, 1),
        "denivellationPositive": line.ascent,
        "denivellationNegative": line.descent,
        "denivellation": line.highest - line.lowest,
        "altitudeMinimum": line.lowest,
        "altitudeMaximum": line.highest,
        "itineraireType": "BOUCLE" if trail.loop else "ALLER_RETOUR",
        "itineraireBalise": "BALISE",
        "precisionsBalisage": trail.marking,
        "naturesTerrain": elements(*trail.ground),
        "referencesCartographiques": t(
            f"Carte IGN au 1:25 000. {NOTE}", "IGN map 1:25,000. Demonstration line: do not rely on it."
        ),
    }
    if trail.dangers:
        itinerary["passagesDelicats"] = trail.dangers
    if trail.id % 2:
        # Half of the itineraries keep the duration at the place that it had before 2025 as well.
        itinerary["dureeJournaliere"] = minutes(trail)
    themed = [{"theme": element(6527), "description": trail.steps}]
    if trail.alert:
        themed.append({"theme": element(6604), "description": trail.alert})
    start = trail.waypoints[0]
    summer_only = trail.id == 9043003
    first, last = calendar.year
    days = (
        opening(every_day(first.replace(month=6, day=1), first.replace(month=10, day=31), yearly=True))
        if summer_only
        else opening(
            every_day(first, last, yearly=True),
            ouvertTouteLAnnee="OUVERT_TOUTE_L_ANNEE",
            words=t(
                "Toute l’année.",
                "All year round.",
                "Tutto l’anno.",
                de="Ganzjährig.",
                es="Todo el año.",
                nl="Het hele jaar.",
            ),
        )
    )
    return Draft(
        kind="EQUIPEMENT",
        id=trail.id,
        name=trail.name,
        commune=trail.commune,
        at=(start.latitude, start.longitude),
        altitude=round(start.elevation),
        short=trail.short,
        long=trail.long,
        picture=trail.picture,
        opening=days | {"dureeSeance": minutes(trail)},
        price=free("ACCES_LIBRE"),
        details={"rubrique": element(2988), "activites": elements(*trail.activities), "itineraire": itinerary},
        office=trail.office,
        contact=False,
        extra={
            "presentation": {"descriptifsThematises": themed},
            "prestations": {
                "typesClientele": elements(trail.level, 512 if ROAD_BIKE in trail.activities else 558),
                "animauxAcceptes": "NON_ACCEPTES" if summer_only else "ACCEPTES",
                **no_overrides(),
            },
            "multimedias": [_plan(trail, media_url)],
        },
    )


def no_overrides() -> dict[str, bool]:
    """The booleans of `prestations` that the schema requires: nothing in it overrides a distinction."""
    names = "TourismesAdaptes DescriptifHandicapMoteur DescriptifHandicapAuditif DescriptifHandicapVisuel"
    return {
        f"surcharge{name}": False for name in (*names.split(), "DescriptifHandicapMental", "NombreFauteuilsRoulants")
    }


def _plan(trail: Trail, media_url: str) -> dict:
    return {
        "identifiant": trail.id * 10 + 2,
        "link": False,
        "type": "PLAN",
        "nom": t("Tracé de démonstration", "Demonstration line", "Traccia dimostrativa"),
        "copyright": t(CREDIT.replace("Illustration", "Tracé"), CREDIT.replace("Illustration", "Line")),
        "traductionFichiers": [
            {
                "locale": "fr",
                "url": f"{media_url}/{plan_path(trail.id)}",
                "extension": "gpx",
                "fileName": f"{slug(trail.name['libelleFr'])}.gpx",
                "taille": len(gpx(trail.id)),
                "lastModifiedDate": "2025-03-03T08:00:00.000+0000",
            }
        ],
    }


_BY_ID = {trail.id: trail for trail in TRAILS}
