"""PATRIMOINE_NATUREL: more lakes, gorges, passes and valleys."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.places.nature import natural_site
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.content.places.seasonal import season
from tourism.apidae.demonstration.opening import Calendar, every_day, opening


def water_drafts(calendar: Calendar) -> list[Draft]:
    first, _last = calendar.year
    return [
        natural_site(
            calendar,
            9044113,
            t("Lac d’Esparron", "Lake Esparron", "Lago d’Esparron", de="Esparron-See", nl="Meer van Esparron"),
            "Esparron-de-Verdon",
            (43.73700, 5.97000),
            kinds=(2898,),
            classes=(4926,),
            altitude=360,
            picture="kayak",
            office=DURANCE,
            short=t(
                "Le lac tranquille du bas Verdon : moteurs électriques seulement, et un château au bord de l’eau.",
                "The quiet lake of the lower Verdon: electric motors only, and a castle at the water’s edge.",
                "Il lago tranquillo del basso Verdon: solo motori elettrici e un castello in riva all’acqua.",
                de="Der ruhige See am unteren Verdon, nur Elektromotoren.",
            ),
            long=t(
                "Vert au printemps, presque noir le soir, il s’enfonce de sept kilomètres entre des falaises où nichent les "
                "martinets. Petites criques à l’ombre des chênes ; parking payant en été.",
                "Green in spring and almost black at dusk, it runs seven kilometres between cliffs where swifts nest. Small "
                "coves in the shade of oaks; paid parking in summer.",
                "Verde in primavera, quasi nero la sera, si insinua per sette chilometri tra le falesie.",
            ),
            access=(3652, 6410),
            price="ACCES_LIBRE_STATIONNEMENT_PAYANT_OBLIGATOIRE",
        ),
        natural_site(
            calendar,
            9044114,
            t("Lac de Castillon", "Lake Castillon", "Lago di Castillon", nl="Meer van Castillon"),
            "Saint-Julien-du-Verdon",
            (43.91000, 6.54800),
            kinds=(2898,),
            altitude=880,
            picture="lake",
            office=VERDON,
            short=t(
                "Huit kilomètres d’eau de montagne entre Saint-André et Castellane.",
                "Eight kilometres of mountain water between Saint-André and Castellane.",
                "Otto chilometri d’acqua di montagna tra Saint-André e Castellane.",
            ),
            long=t(
                "Le niveau varie avec le barrage : en mai le lac est plein, à l’automne il découvre l’ancienne route.",
                "The level follows the dam: full in May, and in autumn the old road comes up again.",
            ),
        ),
        natural_site(
            calendar,
            9044115,
            t("Gorges de Trévans", "Trévans gorge", "Gole di Trévans"),
            "Estoublon",
            (43.92700, 6.23700),
            kinds=(2899, 2907),
            classes=(4926,),
            picture="canyon",
            office=DIGNE,
            short=t(
                "Le petit frère secret du Verdon, à parcourir à pied seulement.",
                "The Verdon’s secret little brother, on foot only.",
                "Il fratellino segreto del Verdon, solo a piedi.",
            ),
            long=t(
                "Des vasques, des passerelles et le silence. Les sentiers sont étroits : on s’y croise avec courtoisie.",
                "Pools, footbridges and silence. The paths are narrow: give way with good grace.",
                "Pozze, passerelle e silenzio. I sentieri sono stretti.",
            ),
            access=(3651,),
            alert=t(
                "Accès réglementé de juin à septembre selon le risque d’incendie.",
                "From June to September access depends on the fire risk.",
            ),
        ),
        natural_site(
            calendar,
            9044116,
            t("Clues de Barles", "Barles clues", "Clue di Barles", de="Klusen von Barles"),
            "Barles",
            (44.25900, 6.26700),
            kinds=(2899, 2902),
            classes=(2823,),
            picture="gorge",
            office=DIGNE,
            short=t(
                "La route se glisse dans la montagne ouverte comme un livre de pierre.",
                "The road slips through a mountain that lies open like a book of stone.",
                "La strada si infila nella montagna aperta come un libro di pietra.",
            ),
            long=t(
                "Deux clues, des couches dressées à la verticale et, pour les patients, des empreintes de pas d’oiseaux. La "
                "route est étroite, les cars n’y passent pas.",
                "Two narrows, layers standing on end and, for the patient, fossil bird tracks. The road is narrow; coaches "
                "cannot pass.",
            ),
        ),
        natural_site(
            calendar,
            9044117,
            t(
                "Route des Crêtes du Verdon",
                "Verdon crest road",
                "Strada delle Creste del Verdon",
                es="Ruta de las Crestas",
            ),
            "La Palud-sur-Verdon",
            (43.76100, 6.35600),
            kinds=(2901, 2899),
            classes=(2829,),
            altitude=1285,
            picture="gorge",
            office=VERDON,
            short=t(
                "Quatorze belvédères au bord du vide, et les vautours à hauteur des yeux.",
                "Fourteen viewpoints on the edge, with vultures at eye level.",
                "Quattordici belvedere sull’orlo del vuoto, con gli avvoltoi all’altezza degli occhi.",
                es="Catorce miradores al borde del vacío, con los buitres a la altura de los ojos.",
            ),
            long=t(
                "Vingt-trois kilomètres en boucle depuis La Palud, à sens unique sur une partie. Le matin éclaire la rive "
                "gauche, le soir allume l’Escalès.",
                "A fourteen-mile loop from La Palud, partly one-way. Morning lights the left bank, evening sets L’Escalès "
                "aglow.",
                "Ventitré chilometri ad anello da La Palud, in parte a senso unico.",
            ),
            opens=opening(every_day(date(first.year, 4, 1), date(first.year, 11, 15), yearly=True), status=(4189,)),
            access=(3652,),
        ),
        natural_site(
            calendar,
            9044118,
            t("Col d’Allos", "Col d’Allos", "Colle d’Allos", de="Col d’Allos"),
            "Uvernet-Fours",
            (44.29800, 6.59400),
            kinds=(2910, 2901),
            altitude=2247,
            picture="bicycle",
            office=UBAYE,
            short=t(
                "Le col des cyclistes, entre les gorges du Bachelard et les sources du Verdon.",
                "The cyclists’ pass, between the Bachelard gorge and the springs of the Verdon.",
                "Il colle dei ciclisti, tra le gole del Bachelard e le sorgenti del Verdon.",
            ),
            long=t(
                "Route étroite, fermée par la neige de novembre à mai. Le vendredi matin en été, elle est réservée aux vélos.",
                "A narrow road, closed by snow from November to May. On summer Friday mornings it is kept for bicycles.",
                "Strada stretta, chiusa per neve da novembre a maggio.",
            ),
            opens=opening(every_day(date(first.year, 5, 25), date(first.year, 11, 2), yearly=True), status=(4189,)),
        ),
        natural_site(
            calendar,
            9044119,
            t("Lac de Serre-Ponçon", "Lake Serre-Ponçon", "Lago di Serre-Ponçon", de="Serre-Ponçon-See"),
            "Ubaye Serre-Ponçon",
            (44.45600, 6.32600),
            kinds=(2898, 2901),
            altitude=780,
            picture="swim",
            office=UBAYE,
            short=t(
                "Une mer intérieure à l’entrée de l’Ubaye, avec ses voiles et ses criques.",
                "An inland sea at the mouth of the Ubaye, with sails and coves.",
                "Un mare interno all’ingresso dell’Ubaye, con vele e calette.",
            ),
            long=t(
                "Rive sud plus sauvage, pins jusqu’à l’eau et vue sur la Grande Séolane.",
                "A wilder southern shore, pines down to the water and a view of the Grande Séolane.",
            ),
        ),
        natural_site(
            calendar,
            9044120,
            t("Vallon du Laverq", "Laverq valley", "Vallone del Laverq"),
            "Méolans-Revel",
            (44.34500, 6.51500),
            kinds=(4808, 2907),
            classes=(4194,),
            altitude=1600,
            picture="mountain_lake",
            office=UBAYE,
            short=t(
                "Un ancien monastère, des mélèzes et le cirque de la Séolane au bout du chemin.",
                "A former monastery, larches and the cirque of the Séolane at the end of the path.",
                "Un antico monastero, larici e il circo della Séolane in fondo al sentiero.",
            ),
            long=t(
                "On laisse la voiture à l’abbaye. L’été, les marmottes sifflent ; l’hiver, c’est un vallon pour raquettes et "
                "peaux de phoque.",
                "Leave the car at the abbey. In summer the marmots whistle; in winter it is a valley for snowshoes and ski "
                "touring.",
            ),
            extra={
                "aspects": [
                    season(
                        "HIVER",
                        short=t(
                            "En hiver : route fermée au dernier hameau, vallon silencieux pour les raquettes.",
                            "In winter: the road stops at the last hamlet, a silent valley for snowshoes.",
                            "D’inverno: strada chiusa all’ultima borgata, vallone silenzioso per le ciaspole.",
                        ),
                    )
                ]
            },
        ),
        natural_site(
            calendar,
            9044121,
            t("Cascade de la Piche", "La Piche waterfall", "Cascata della Piche"),
            "Prads-Haute-Bléone",
            (44.25600, 6.47400),
            kinds=(2877,),
            altitude=1500,
            picture="waterfall",
            office=DIGNE,
            short=t(
                "Trois rideaux d’eau sous le massif de l’Estrop, gelés en janvier.",
                "Three veils of water below the Estrop, frozen in January.",
                "Tre veli d’acqua sotto l’Estrop, gelati a gennaio.",
            ),
            long=t(
                "Une heure de montée depuis le hameau de la Favière, dans les pins puis le long du torrent.",
                "An hour’s climb from the hamlet of La Favière, through pines and along the torrent.",
            ),
            access=(3651,),
        ),
        natural_site(
            calendar,
            9044122,
            t("Rocher de la Baume", "Rocher de la Baume", "Rocca della Baume"),
            "Sisteron",
            (44.20000, 5.94700),
            kinds=(2906, 2885),
            picture="climbing",
            office=SISTERON,
            short=t(
                "Les grandes lames verticales qui ferment la porte de la Provence.",
                "The great upright blades that close the gate of Provence.",
                "Le grandi lame verticali che chiudono la porta della Provenza.",
            ),
            long=t(
                "Escalade du débutant à l’expert, via cordata et sentier facile jusqu’au prieuré Saint-Dominique.",
                "Climbing for beginners and experts, a roped traverse, and an easy path to the priory of Saint-Dominique.",
            ),
        ),
    ]
