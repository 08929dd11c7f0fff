"""A stroll with a pushchair, a walk on snowshoes, a greenway, marls by mountain bike, gorges on foot, a closed path."""

from tourism.apidae.demonstration.builder import t
from tourism.apidae.demonstration.content.trails.model import (
    BLUE,
    E_BIKE,
    FFC,
    GREEN,
    GREENWAY,
    MOUNTAIN_BIKE,
    PDIPR,
    RED,
    ROAD_BIKE,
    SNOWSHOES,
    THEMED,
    WALK,
    YELLOW_MARKS,
    Trail,
)
from tourism.apidae.demonstration.tracks import Waypoint, there_and_back

OUTINGS: tuple[Trail, ...] = (
    Trail(
        id=9043009,
        name=t(
            "Le tour du lac des Buissonnades en poussette",
            "Around the Buissonnades lake with a pushchair",
            "Il giro del lago delle Buissonnades col passeggino",
            nl="Met de kinderwagen rond het meer van Les Buissonnades",
        ),
        commune="Oraison",
        activities=(WALK, THEMED),
        level=GREEN,
        loop=True,
        waypoints=(
            Waypoint(43.911200, 5.903600, 333, "Parking des Buissonnades"),
            Waypoint(43.913800, 5.902500, 333, "Ponton des pêcheurs"),
            Waypoint(43.916600, 5.901300, 334),
            Waypoint(43.919500, 5.900500, 334, "Observatoire aux oiseaux"),
            Waypoint(43.921200, 5.898300, 335),
            Waypoint(43.919300, 5.896900, 334, "Digue de la Durance"),
            Waypoint(43.915500, 5.898500, 333),
            Waypoint(43.911500, 5.900300, 332, "Aire de jeux"),
            Waypoint(43.911200, 5.903600, 333),
        ),
        short=t(
            "Une heure à plat, roulante, entre roseaux et Durance : la sortie de la sieste.",
            "An hour on the flat, wheels welcome, between the reeds and the Durance: the nap-time outing.",
            "Un’ora in piano, scorrevole, tra canne e Durance: la passeggiata del pisolino.",
            nl="Een uur vlak, tussen riet en Durance.",
        ),
        long=t(
            "Le chemin de gravillons fins fait le tour complet. Six panneaux racontent le castor, la libellule et la crue "
            "de 1994. Bancs tous les deux cents mètres, table à langer aux toilettes, pas de marche.",
            "The fine gravel path goes all the way round. Six panels tell of the beaver, the dragonfly and the flood of "
            "1994. Benches every two hundred metres, a changing table, no steps.",
            "Il sentiero di ghiaino fa il giro completo. Sei pannelli raccontano il castoro, la libellula e la piena del "
            "1994. Panchine ogni duecento metri, nessun gradino.",
        ),
        steps=t(
            "1. Du parking, laisser le lac à gauche.\r\n2. Observatoire aux oiseaux.\r\n3. Revenir par la digue.",
            "1. From the car park keep the lake on your left.\r\n2. Bird hide.\r\n3. Come back along the dyke.",
        ),
        marking=t("Petites libellules bleues.", "Little blue dragonflies.", "Piccole libellule blu."),
        picture="lake",
        office=9047004,
        ground=(4243, 4244),
        step=22.0,
        winding=0.12,
        audience=(513, 594),
        access=(3653, 6503),
    ),
    Trail(
        id=9043010,
        name=t(
            "Raquettes sur le plateau de Larche",
            "Snowshoeing on the Larche plateau",
            "Ciaspole sull’altopiano di Larche",
            de="Mit Schneeschuhen auf dem Plateau von Larche",
        ),
        commune="Val d'Oronaye",
        activities=(SNOWSHOES,),
        level=BLUE,
        loop=True,
        waypoints=(
            Waypoint(44.450600, 6.848200, 1676, "Foyer de ski de fond de Larche"),
            Waypoint(44.446800, 6.855100, 1702),
            Waypoint(44.441600, 6.861800, 1744, "Pont Rouge"),
            Waypoint(44.436900, 6.868900, 1792),
            Waypoint(44.434200, 6.873800, 1836, "Cabane de Donadieu"),
            Waypoint(44.438800, 6.874900, 1812),
            Waypoint(44.443600, 6.869700, 1768, "Clairière des mélèzes"),
            Waypoint(44.447900, 6.860400, 1716),
            Waypoint(44.450600, 6.848200, 1676),
        ),
        short=t(
            "Une boucle dans les mélèzes, vers le vallon du Lauzanier, avec les traces du renard pour guide.",
            "A loop through the larches towards the Lauzanier valley, with fox tracks for a guide.",
            "Un anello tra i larici verso il Lauzanier, con le tracce della volpe per guida.",
        ),
        long=t(
            "Le départ longe les pistes de fond, qu’il ne faut pas marcher. Au Pont Rouge, on entre dans le grand blanc ; la "
            "cabane offre un banc au soleil. Consultez le bulletin d’avalanche et prévenez de votre retour.",
            "You start beside the cross-country tracks, which must not be walked on. At the Pont Rouge the great white "
            "begins; the hut has a bench in the sun. Read the avalanche bulletin and tell someone when you will be back.",
            "Si parte lungo le piste di fondo, da non calpestare. Al Pont Rouge comincia il grande bianco. Consultate il "
            "bollettino valanghe.",
        ),
        steps=t(
            "1. Suivre les piquets roses.\r\n2. Traverser au Pont Rouge.\r\n3. Revenir par la clairière.",
            "1. Follow the pink poles.\r\n2. Cross at the Pont Rouge.\r\n3. Come back through the clearing.",
        ),
        marking=t("Piquets roses (raquettes).", "Pink snowshoe poles.", "Paletti rosa."),
        dangers=t("Ne pas sortir de la trace sous les pentes.", "Stay on the track below the slopes."),
        alert=t("Fermé si le risque d’avalanche atteint 4.", "Closed when the avalanche risk reaches 4."),
        picture="snowshoes",
        office=9047005,
        ground=(4238,),
        months=(12, 4),
    ),
    Trail(
        id=9043011,
        name=t(
            "La Durance à vélo, de Sisteron à Château-Arnoux",
            "The Durance by bike, from Sisteron to Château-Arnoux",
            "La Durance in bicicletta, da Sisteron a Château-Arnoux",
            de="Mit dem Rad die Durance entlang, Sisteron – Château-Arnoux",
            es="El Durance en bicicleta, de Sisteron a Château-Arnoux",
            nl="Fietsen langs de Durance, van Sisteron naar Château-Arnoux",
        ),
        commune="Sisteron",
        activities=(GREENWAY, ROAD_BIKE, E_BIKE),
        level=GREEN,
        loop=False,
        one_way=True,
        waypoints=(
            Waypoint(44.195500, 5.943900, 484, "Gare de Sisteron"),
            Waypoint(44.187900, 5.950600, 474),
            Waypoint(44.176900, 5.956200, 466),
            Waypoint(44.164100, 5.964800, 459, "Salignac en vue"),
            Waypoint(44.151600, 5.974800, 452),
            Waypoint(44.138200, 5.985900, 447),
            Waypoint(44.124100, 6.000100, 444),
            Waypoint(44.111300, 6.012400, 446, "Volonne"),
            Waypoint(44.103100, 6.015800, 439),
            Waypoint(44.094800, 6.010900, 432, "Lac de l’Escale"),
            Waypoint(44.093000, 6.008000, 438, "Château-Arnoux"),
        ),
        short=t(
            "Treize kilomètres presque plats, de la citadelle au lac, et le train pour revenir.",
            "Nearly flat from the citadel to the lake, and a train to come back.",
            "Quasi in piano dalla cittadella al lago, e il treno per tornare.",
            de="Fast eben von der Zitadelle zum See, zurück mit dem Zug.",
            nl="Bijna vlak van de citadel naar het meer, terug met de trein.",
        ),
        long=t(
            "La véloroute quitte Sisteron par la rive gauche, entre vergers de pommiers et canal. À Volonne, les tours et une "
            "fontaine ; au lac de l’Escale, cent cinquante espèces d’oiseaux et des bancs pour les attendre.",
            "The cycle route leaves Sisteron on the left bank, between apple orchards and the canal. At Volonne, towers and "
            "a fountain; at the Escale lake, a hundred and fifty kinds of birds and benches to wait for them.",
            "La ciclovia lascia Sisteron sulla riva sinistra, tra meleti e canale. Al lago dell’Escale, centocinquanta specie "
            "di uccelli.",
        ),
        steps=t(
            "1. Gare de Sisteron, traverser le pont.\r\n2. Suivre les panneaux verts et blancs.\r\n3. Train du retour à "
            "Château-Arnoux.",
            "1. From Sisteron station, cross the bridge.\r\n2. Follow the green and white signs.\r\n3. Train back from "
            "Château-Arnoux.",
        ),
        marking=t(
            "Panneaux vélo verts et blancs.", "Green and white cycle signs.", "Cartelli ciclabili verdi e bianchi."
        ),
        picture="bicycle",
        office=9047006,
        ground=(4242, 4243),
        step=38.0,
        winding=0.12,
        audience=(513,),
        access=(3652,),
    ),
    Trail(
        id=9043012,
        name=t(
            "Les terres noires de Digne à VTT",
            "The black marls of Digne by mountain bike",
            "Le terre nere di Digne in MTB",
            de="Die schwarzen Mergel von Digne mit dem Mountainbike",
        ),
        commune="Digne-les-Bains",
        activities=(MOUNTAIN_BIKE, E_BIKE),
        level=RED,
        loop=True,
        waypoints=(
            Waypoint(44.083000, 6.208000, 573, "Plan d’eau des Ferréols"),
            Waypoint(44.090800, 6.199600, 640),
            Waypoint(44.099200, 6.192800, 748, "Les Augiers"),
            Waypoint(44.108600, 6.186900, 872),
            Waypoint(44.114900, 6.193500, 968, "Crête des Terres noires"),
            Waypoint(44.113100, 6.203800, 902),
            Waypoint(44.106200, 6.211500, 778, "Le toboggan"),
            Waypoint(44.099600, 6.217200, 684),
            Waypoint(44.091900, 6.218100, 606),
            Waypoint(44.086200, 6.213400, 580),
            Waypoint(44.083000, 6.208000, 573),
        ),
        short=t(
            "Des arêtes grises, lisses comme des dos de baleine : un terrain qu’on ne trouve qu’ici.",
            "Grey ridges as smooth as whales’ backs: ground you will find nowhere else.",
            "Creste grigie, lisce come dorsi di balena: un terreno che esiste solo qui.",
        ),
        long=t(
            "La montée se fait par les pistes des Augiers, la descente sur le fil des marnes. Par temps sec seulement : "
            "mouillée, la terre colle et les passages sont abîmés pour l’année.",
            "Climb on the tracks of Les Augiers and ride down the edge of the marls. In dry weather only: wet marl sticks, "
            "and the passage is spoilt for a year.",
            "Si sale per le piste degli Augiers e si scende sul filo delle marne. Solo col tempo asciutto.",
        ),
        steps=t(
            "1. Monter par Les Augiers.\r\n2. Suivre la crête.\r\n3. Descendre « le toboggan ».\r\n4. Revenir au lac.",
            "1. Climb by Les Augiers.\r\n2. Follow the crest.\r\n3. Ride down “the slide”.\r\n4. Back to the lake.",
        ),
        marking=t("Balisage VTT n° 7 rouge.", "Mountain-bike waymarks no. 7, red."),
        dangers=t("Arêtes étroites : mettre pied à terre n’est pas une honte.", "Narrow ridges: no shame in walking."),
        alert=t("Interdit dans les deux jours qui suivent une pluie.", "Forbidden for two days after rain."),
        picture="sport",
        office=9047001,
        ground=(4241,),
        step=32.0,
        distinctions=(FFC,),
        audience=(563,),
    ),
    Trail(
        id=9043013,
        name=t(
            "Le tour des gorges d’Oppedette",
            "Around the Oppedette gorge",
            "Il giro delle gole d’Oppedette",
            es="La vuelta a las gargantas de Oppedette",
        ),
        commune="Oppedette",
        activities=(WALK,),
        level=RED,
        loop=True,
        waypoints=(
            Waypoint(43.936100, 5.591400, 525, "Oppedette"),
            Waypoint(43.933000, 5.588900, 492, "Belvédère"),
            Waypoint(43.929700, 5.586300, 470),
            Waypoint(43.925900, 5.584600, 448, "Gué du Calavon"),
            Waypoint(43.927200, 5.580900, 488),
            Waypoint(43.931000, 5.582700, 518, "Corniche de la rive droite"),
            Waypoint(43.934900, 5.585100, 522),
            Waypoint(43.938700, 5.588000, 484, "Lit du torrent"),
            Waypoint(43.936100, 5.591400, 525),
        ),
        short=t(
            "Un petit canyon, deux corniches, et un village au bord du vide.",
            "A small canyon, two ledges and a village on the edge.",
            "Un piccolo canyon, due cenge e un borgo sull’orlo.",
            es="Un pequeño cañón, dos cornisas y un pueblo al borde.",
        ),
        long=t(
            "Le Calavon a scié ici deux kilomètres de calcaire. Des mains courantes aident aux passages raides ; le lit se "
            "traverse à gué quand l’eau est basse.",
            "Here the Calavon has sawn through two kilometres of limestone. Handrails help on the steep parts; the bed is "
            "forded when the water is low.",
            "Il Calavon ha segato due chilometri di calcare. Corrimano nei passaggi ripidi; si guada con l’acqua bassa.",
        ),
        steps=t(
            "1. Descendre au belvédère.\r\n2. Suivre la rive gauche jusqu’au gué.\r\n3. Remonter par la corniche.",
            "1. Go down to the viewpoint.\r\n2. Follow the left bank to the ford.\r\n3. Return by the ledge.",
        ),
        marking=YELLOW_MARKS,
        dangers=t("À-pic sans garde-corps ; tenir les enfants.", "Unfenced drops; hold children by the hand."),
        picture="canyon",
        office=9047003,
        ground=(4239, 4246),
        step=25.0,
        distinctions=(PDIPR,),
        access=(3651,),
    ),
    Trail(
        id=9043014,
        name=t(
            "Le sentier des Pêcheurs, au fond du Verdon",
            "The Fishermen’s path, at the bottom of the Verdon",
            "Il sentiero dei Pescatori, in fondo al Verdon",
        ),
        commune="La Palud-sur-Verdon",
        activities=(WALK,),
        level=RED,
        loop=False,
        waypoints=(
            Waypoint(43.786500, 6.318800, 815, "Parking de l’Étroit"),
            Waypoint(43.783900, 6.316900, 742),
            Waypoint(43.780700, 6.316100, 664),
            Waypoint(43.777700, 6.314200, 588, "Rives du Verdon"),
            Waypoint(43.775900, 6.310400, 574),
            Waypoint(43.775000, 6.306600, 582, "Plage des galets"),
        ),
        short=t(
            "La descente la plus courte jusqu’à l’eau verte. Fermée pour l’instant : un éboulement a emporté la passerelle.",
            "The shortest way down to the green water. Closed for now: a rockfall has carried off the footbridge.",
            "La discesa più breve fino all’acqua verde. Per ora chiusa: una frana ha portato via la passerella.",
        ),
        long=t(
            "Le parc et les guides étudient un nouveau passage. En attendant, les belvédères de la route des Crêtes donnent la "
            "même vue, sans la fraîcheur.",
            "The park and the guides are looking for a new way. Until then the viewpoints of the crest road give the same "
            "view, without the cool.",
        ),
        steps=t("1. Descendre les lacets.\r\n2. Longer le Verdon vers l’aval.\r\n3. Revenir par le même chemin."),
        marking=YELLOW_MARKS,
        alert=t(
            "Sentier fermé par arrêté municipal après un éboulement.",
            "Path closed by order of the commune after a rockfall.",
            "Sentiero chiuso per ordinanza dopo una frana.",
        ),
        closed=t(
            "Fermé jusqu’à nouvel avis.",
            "Closed until further notice.",
            "Chiuso fino a nuovo avviso.",
        ),
        picture="gorge",
        office=9047002,
        draw=there_and_back,
        ground=(4239, 4246),
        step=25.0,
    ),
)
