"""Walks, and a run; one of them carries the story of six steps."""

from tourism.apidae.demonstration.builder import t
from tourism.apidae.demonstration.content.trails.model import BLUE, GREEN, RED, TRAIL_RUN, WALK, YELLOW_MARKS, Trail
from tourism.apidae.demonstration.tracks import Waypoint, there_and_back

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

WALKS: tuple[Trail, ...] = (
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
        marking=YELLOW_MARKS,
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
        marking=YELLOW_MARKS,
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
        months=(6, 10),
        dogs=False,
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
        marking=YELLOW_MARKS,
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
        marking=YELLOW_MARKS,
        dangers=t("Passages étroits, à-pics au bord des arches.", "Narrow passages and drops near the arches."),
        picture="rocks",
        office=9047002,
        ground=(4239, 4241),
    ),
)
