"""What a visitor asks for by its name and that no other module has: from gliding to the park’s own house."""

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.facilities import facility
from tourism.apidae.demonstration.content.places.heritage import CENTRE, SITE, always_open, site
from tourism.apidae.demonstration.content.places.leisure import activity
from tourism.apidae.demonstration.content.places.nature import natural_site
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    SATURDAY,
    SUNDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    every_day,
    except_on,
    free,
    opening,
    paid,
    weekly,
)


def classic_drafts(calendar: Calendar) -> list[Draft]:
    return [*_heritage(calendar), *_nature(calendar), *_outdoors(calendar)]


def _heritage(calendar: Calendar) -> list[Draft]:
    return [
        site(
            9044038,
            t(
                "Maison du parc national du Mercantour",
                "Mercantour National Park centre",
                "Casa del parco nazionale del Mercantour",
                de="Haus des Nationalparks Mercantour",
                nl="Huis van het nationaal park Mercantour",
            ),
            "Barcelonnette",
            (44.38680, 6.65150),
            kind=CENTRE,
            themes=(3554,),
            picture="mountain_lake",
            office=UBAYE,
            short=t(
                "Cartes, bouquetins et conseils de gardes avant de monter dans le parc.",
                "Maps, ibex and wardens’ advice before you go up into the park.",
                "Carte, stambecchi e consigli dei guardaparco prima di salire nel parco.",
            ),
            long=t(
                "Une maquette en relief des vallées, les règles du cœur du parc en images et l’état des sentiers du jour. Sorties accompagnées à réserver au comptoir.",
                "A relief model of the valleys, the rules of the heart of the park in pictures and today’s state of the paths. Guided outings are booked at the desk.",
                "Un plastico delle valli, le regole del cuore del parco in immagini e lo stato dei sentieri del giorno. Uscite accompagnate da prenotare al banco.",
            ),
            opens=opening(
                every_day(*calendar.span((6, 15), (9, 15)), "09:30", "18:30", yearly=True),
                weekly(*calendar.span((1, 4), (6, 14)), (WEDNESDAY, SATURDAY), "14:00", "17:30", yearly=True),
                weekly(*calendar.span((9, 16), (12, 31)), (WEDNESDAY, SATURDAY), "14:00", "17:30", yearly=True),
            ),
            price=free("ENTREE_LIBRE"),
            access=(3652, 3653),
            minutes=45,
        ),
        site(
            9044039,
            t("Château de Sauvan", "Château de Sauvan", "Castello di Sauvan", de="Schloss Sauvan"),
            "Mane",
            (43.93300, 5.73700),
            kind=SITE,
            themes=(3495,),
            classes=(5564,),
            picture="villa",
            office=FORCALQUIER,
            short=t(
                "Une folie du XVIIIe siècle entre deux bassins, au milieu des champs.",
                "An eighteenth-century folly between two ponds, out in the fields.",
                "Una dimora del Settecento tra due vasche, in mezzo ai campi.",
            ),
            long=t(
                "La visite se fait avec les habitants des lieux : façade claire, salons meublés, carpes et paons dans le parc.",
                "Those who live here show you round: pale front, furnished rooms, carp and peacocks in the park.",
                "La visita si fa con chi ci abita: facciata chiara, salotti arredati, carpe e pavoni nel parco.",
            ),
            opens=opening(except_on(*calendar.span((4, 1), (11, 11)), (TUESDAY,), "15:30", "16:45", yearly=True)),
            price=paid(calendar, (5239, 9, None), (5240, 5, None), free_below=7),
            minutes=75,
        ),
        site(
            9044040,
            t(
                "Route Napoléon, l’étape de Castellane",
                "Route Napoléon, the halt at Castellane",
                "Strada Napoleone, la tappa di Castellane",
            ),
            "Castellane",
            (43.84640, 6.51220),
            kind=SITE,
            themes=(3456,),
            picture="bridge",
            office=VERDON,
            short=t(
                "Mars 1815 : l’Empereur déjeune ici, puis passe la clue de Taulanne dans la neige.",
                "March 1815: the Emperor lunched here, then crossed the Taulanne gorge in the snow.",
                "Marzo 1815: l’Imperatore pranza qui, poi passa la stretta di Taulanne nella neve.",
            ),
            long=t(
                "Du col de Luens à Sisteron, la route suit sa marche par Barrême, Digne et Malijai. Des aigles dorés marquent les étapes ; comptez une journée en voiture, trois à vélo.",
                "From the Col de Luens to Sisteron the road follows his march through Barrême, Digne and Malijai. Golden eagles mark the halts; allow a day by car, three by bicycle.",
                "Dal Col de Luens a Sisteron la strada segue la sua marcia per Barrême, Digne e Malijai. Aquile dorate segnano le tappe; un giorno in auto, tre in bicicletta.",
            ),
            opens=always_open(calendar),
            price=free("ACCES_LIBRE"),
            minutes=30,
        ),
        site(
            9044041,
            t(
                "Moulin à vent de Montfuron",
                "Montfuron windmill",
                "Mulino a vento di Montfuron",
                de="Windmühle von Montfuron",
            ),
            "Montfuron",
            (43.83300, 5.69300),
            kind=SITE,
            themes=(3501,),
            altitude=650,
            picture="hills",
            office=DURANCE,
            short=t(
                "Quatre ailes sur une colline, et la vue de Sainte-Victoire aux Alpes.",
                "Four sails on a hill, and the view from Sainte-Victoire to the Alps.",
                "Quattro pale su una collina e la vista dalla Sainte-Victoire alle Alpi.",
            ),
            long=t(
                "On y monte à pied du village en cinq minutes. Les jours de fête, la toile est tendue et la farine coule.",
                "Five minutes on foot from the village. On feast days the canvas is set and flour runs.",
                "Ci si sale a piedi dal paese in cinque minuti. Nei giorni di festa si tendono le tele e scorre la farina.",
            ),
            opens=always_open(calendar),
            price=free("ACCES_LIBRE"),
            minutes=30,
        ),
    ]


def _nature(calendar: Calendar) -> list[Draft]:
    return [
        natural_site(
            calendar,
            9044123,
            t("Gorges de Saint-Pierre", "Saint-Pierre gorge", "Gole di Saint-Pierre", de="Schlucht von Saint-Pierre"),
            "Beauvezer",
            (44.15200, 6.58500),
            kinds=(2899,),
            altitude=1300,
            picture="gorge",
            office=VERDON,
            short=t(
                "Un sentier en corniche, un torrent très bas, une chapelle au-dessus du vide.",
                "A ledge path, a torrent far below, a chapel above the drop.",
                "Un sentiero a mezza costa, un torrente in fondo, una cappella sul vuoto.",
            ),
            long=t(
                "Une heure et demie de montée depuis le parking du moulin. Réservé à ceux qui n’ont pas le vertige ; chiens et jeunes enfants tenus de près.",
                "An hour and a half up from the mill car park. Only for those with a head for heights; keep dogs and small children close.",
                "Un’ora e mezza di salita dal parcheggio del mulino. Solo per chi non soffre di vertigini; cani e bambini vicini.",
            ),
            alert=t(
                "Des pierres tombent après l’orage : renseignez-vous à l’office avant de partir.",
                "Stones fall after storms: ask at the tourist office before setting out.",
                "Dopo i temporali cadono sassi: informarsi all’ufficio turistico prima di partire.",
            ),
            opens=opening(every_day(*calendar.span((5, 1), (11, 15)), yearly=True)),
        ),
        natural_site(
            calendar,
            9044124,
            t("Col de la Cayolle", "Col de la Cayolle", "Colle della Cayolle"),
            "Uvernet-Fours",
            (44.25900, 6.74400),
            kinds=(2910, 2901),
            altitude=2326,
            classes=(4926,),
            picture="hills",
            office=UBAYE,
            short=t(
                "Le plus vert des grands cols, entre les marmottes et la source du Var.",
                "The greenest of the high passes, between the marmots and the spring of the Var.",
                "Il più verde dei grandi valichi, tra le marmotte e la sorgente del Varo.",
            ),
            long=t(
                "Trente kilomètres de montée depuis Barcelonnette par les gorges du Bachelard. Du col, un sentier mène en une heure au lac des Garrets.",
                "Thirty kilometres of climbing from Barcelonnette through the Bachelard gorge. From the pass, a path leads in an hour to lac des Garrets.",
                "Trenta chilometri di salita da Barcelonnette per le gole del Bachelard. Dal colle, un sentiero porta in un’ora al lago dei Garrets.",
            ),
            opens=opening(every_day(*calendar.span((6, 1), (10, 31)), yearly=True)),
        ),
        natural_site(
            calendar,
            9044125,
            t("Lac du Lauzet", "Lake of Le Lauzet", "Lago del Lauzet", de="See von Le Lauzet"),
            "Le Lauzet-Ubaye",
            (44.42750, 6.43300),
            kinds=(2904,),
            altitude=900,
            picture="lake",
            office=UBAYE,
            short=t(
                "Un petit lac au pied du village, et un pont romain qui enjambe l’Ubaye.",
                "A small lake below the village, and a Roman bridge across the Ubaye.",
                "Un laghetto ai piedi del paese e un ponte romano sull’Ubaye.",
            ),
            long=t(
                "Le tour se fait en vingt minutes, à plat. Baignade en juillet et août, pêche à la truite, ancienne ligne de chemin de fer jamais finie.",
                "Twenty level minutes round it. Bathing in July and August, trout fishing, and a railway that was never finished.",
                "Il giro richiede venti minuti, in piano. Bagni a luglio e agosto, pesca alla trota, una vecchia ferrovia mai finita.",
            ),
            access=(3652,),
        ),
    ]


def _outdoors(calendar: Calendar) -> list[Draft]:
    return [
        facility(
            9045122,
            t(
                "Via ferrata de la Grande Fistoire",
                "Grande Fistoire via ferrata",
                "Via ferrata della Grande Fistoire",
                de="Klettersteig Grande Fistoire",
            ),
            "Le Caire",
            (44.37400, 6.06600),
            kind=3241,
            rubric=2988,
            altitude=760,
            picture="climbing",
            office=SISTERON,
            short=t(
                "Trois passerelles et une tyrolienne au-dessus du ravin, entre Sisteron et Gap.",
                "Three footbridges and a zip line above the ravine, between Sisteron and Gap.",
                "Tre passerelle e una teleferica sopra il burrone, tra Sisteron e Gap.",
            ),
            long=t(
                "Trois tronçons de difficulté croissante, avec une sortie après chacun. Casque, baudrier et longes se louent au village.",
                "Three sections, each harder than the last, with a way out after each. Helmet, harness and lanyards are for hire in the village.",
                "Tre tratti di difficoltà crescente, con un’uscita dopo ciascuno. Casco, imbrago e longe si noleggiano in paese.",
            ),
            opens=opening(every_day(*calendar.span((3, 15), (11, 15)), "08:00", "18:00", yearly=True)),
            price=paid(calendar, (4108, 5, None)),
            extra={"prestations": {"ageMin": 12, "uniteAgeMin": "ANNEE"}},
        ),
        facility(
            9045123,
            t(
                "Golf de Digne-les-Bains",
                "Digne-les-Bains golf course",
                "Golf di Digne-les-Bains",
                de="Golfplatz Digne-les-Bains",
            ),
            "Digne-les-Bains",
            (44.06850, 6.19000),
            kind=3159,
            rubric=2988,
            altitude=580,
            picture="plateau",
            office=DIGNE,
            short=t(
                "Dix-huit trous dans un vallon de chênes, avec les Alpes en bout de parcours.",
                "Eighteen holes in a valley of oaks, with the Alps at the end of the course.",
                "Diciotto buche in una valletta di querce, con le Alpi in fondo al percorso.",
            ),
            long=t(
                "Zone d’entraînement, location de clubs et de chariots, terrasse à midi. Initiation le samedi matin.",
                "Practice area, clubs and trolleys for hire, lunch on the terrace. A first lesson on Saturday mornings.",
                "Campo pratica, noleggio di mazze e carrelli, terrazza a pranzo. Lezione di prova il sabato mattina.",
            ),
            opens=opening(
                every_day(*calendar.span((3, 1), (10, 31)), "08:30", "18:30", yearly=True),
                except_on(*calendar.span((11, 1), (12, 31)), (TUESDAY,), "09:30", "17:00", yearly=True),
                except_on(*calendar.span((1, 2), (2, 28)), (TUESDAY,), "09:30", "17:00", yearly=True),
            ),
            price=paid(calendar, (5239, 55, None), (5240, 35, None)),
            extra={"prestations": {"equipements": elements(761, 972)}},
        ),
        facility(
            9045124,
            t(
                "Bateaux électriques des basses gorges",
                "Electric boats in the lower gorge",
                "Barche elettriche nelle gole basse",
                de="Elektroboote in der unteren Schlucht",
            ),
            "Quinson",
            (43.70050, 6.04000),
            kind=6396,
            rubric=2988,
            altitude=365,
            picture="canyon",
            office=DURANCE,
            short=t(
                "Sans permis et sans bruit, entre deux murs blancs, au pied des grottes habitées autrefois.",
                "No licence and no noise, between white walls, below caves where people once lived.",
                "Senza patente e senza rumore, tra due pareti bianche, sotto le grotte abitate un tempo.",
            ),
            long=t(
                "Bateaux de quatre à sept places, canoës et pédalos à l’heure. Départ sous le pont, à cinq minutes du musée de Préhistoire.",
                "Boats for four to seven, canoes and pedal boats by the hour. From below the bridge, five minutes from the museum of Prehistory.",
                "Barche da quattro a sette posti, canoe e pedalò a ore. Partenza sotto il ponte, a cinque minuti dal museo della Preistoria.",
            ),
            opens=opening(every_day(*calendar.span((4, 15), (10, 10)), "09:30", "18:30", yearly=True)),
            price=paid(calendar, (4108, 12, 55)),
        ),
        activity(
            9045215,
            t(
                "Baptême en planeur à Saint-Auban",
                "First glider flight at Saint-Auban",
                "Battesimo in aliante a Saint-Auban",
                de="Segelflug in Saint-Auban",
            ),
            "Château-Arnoux-Saint-Auban",
            (44.05950, 5.99350),
            sports=(1933,),
            age=10,
            picture="cliffs",
            office=SISTERON,
            short=t(
                "Une demi-heure sans moteur entre Lure, Durance et Pénitents, avec un instructeur.",
                "Half an hour without an engine between Lure, the Durance and the Penitents, with an instructor.",
                "Mezz’ora senza motore tra Lure, la Durance e i Penitenti, con un istruttore.",
            ),
            long=t(
                "L’air de la Durance porte haut et longtemps : c’est ici que s’entraînent les meilleurs. Rendez-vous une heure avant le décollage.",
                "The air of the Durance carries high and long: the best train here. Come an hour before take-off.",
                "L’aria della Durance porta in alto e a lungo: qui si allenano i migliori. Appuntamento un’ora prima del decollo.",
            ),
            opens=opening(
                weekly(*calendar.span((3, 15), (10, 31)), (WEDNESDAY, SATURDAY, SUNDAY), "11:00", "17:00", yearly=True),
                dureeSeance=30,
            ),
            price=paid(calendar, (1717, 95, None)),
        ),
    ]
