"""EQUIPEMENT without a line: cinemas, baths, bathing places, an ice rink, rocks to climb, horses."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.facilities import facility
from tourism.apidae.demonstration.content.places.fiction import invented
from tourism.apidae.demonstration.content.places.offices import DIGNE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.content.places.seasonal import season
from tourism.apidae.demonstration.opening import (
    MONDAY,
    SUNDAY,
    Calendar,
    every_day,
    except_on,
    free,
    opening,
    paid,
    slot,
    slots,
)

CINEMA, POOL, RINK, SPA, CLIMB, HORSES, LEISURE = 3338, 3294, 3292, 4766, 5258, 3311, 3402


def amenity_drafts(calendar: Calendar) -> list[Draft]:
    return [*_indoors(calendar), *_mountain(calendar)]


def _indoors(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    seats = paid(calendar, (5239, 8, None), (5240, 6, None), (3968, 30, None, t("Cinq places.", "Five tickets.")))
    return [
        facility(
            9045109,
            t(
                "Thermes de Digne-les-Bains",
                "Digne-les-Bains thermal baths",
                "Terme di Digne-les-Bains",
                nl="Kuuroord Digne",
            ),
            "Digne-les-Bains",
            (44.07800, 6.26600),
            kind=SPA,
            rubric=2993,
            picture="pool",
            office=DIGNE,
            short=t(
                "Une source chaude au fond d’un vallon de robines : bassins, vapeur et silence.",
                "A hot spring at the head of a valley of black marls: pools, steam and silence.",
                "Una sorgente calda in fondo a un vallone di marne nere: vasche, vapore e silenzio.",
                nl="Een warme bron in een stil dal: baden, stoom en rust.",
            ),
            long=t(
                "L’espace bien-être est ouvert à tous de mars à début décembre, les soins se réservent. Serviette et "
                "peignoir en location ; fauteuil de mise à l’eau sur demande.",
                "The spa is open to everyone from March to early December; treatments must be booked. Towel and robe for "
                "hire; a pool hoist on request.",
                "L’area benessere è aperta a tutti da marzo a inizio dicembre; i trattamenti si prenotano.",
            ),
            opens=opening(
                slots(
                    date(first.year, 2, 25),
                    date(first.year, 12, 12),
                    slot("MON TUE WED THU FRI", ("14:00", "19:00")),
                    slot("SAT", ("10:00", "12:30"), ("14:00", "19:00")),
                    slot("SUN HOL", closed=True),
                )
            ),
            price=paid(
                calendar, (4108, 19, 26), (3968, 160, None, t("Dix séances.", "Ten sessions.", "Dieci ingressi."))
            ),
            extra={
                "prestations": {
                    "tourismesAdaptes": elements(3653, 3667, 6410),
                    "descriptifHandicapMoteur": t(
                        "Vestiaire adapté, fauteuil de mise à l’eau, sol antidérapant.",
                        "Adapted changing room, pool hoist, non-slip floor.",
                    ),
                    "equipements": elements(698, 972),
                    "ageMin": 16,
                    "uniteAgeMin": "ANNEE",
                }
            },
        ),
        facility(
            9045110,
            t("Cinéma Le Bourguet", "Le Bourguet cinema", "Cinema Le Bourguet"),
            "Forcalquier",
            (43.95940, 5.78080),
            kind=CINEMA,
            rubric=2991,
            picture="cinema",
            office=FORCALQUIER,
            short=t(
                "Une salle associative sur la place : art et essai, versions originales, jeune public.",
                "A community cinema on the square: art-house films, original versions, children’s shows.",
                "Una sala associativa in piazza: cinema d’essai, versioni originali, film per ragazzi.",
            ),
            long=t(
                "Deux films par soir en semaine, un goûter le mercredi. Boucle magnétique et audiodescription quand le film "
                "le permet.",
                "Two films a night on weekdays, with a snack on Wednesdays. Hearing loop, and audio description when the film "
                "has it.",
            ),
            opens=opening(
                slots(
                    first,
                    last,
                    slot("TUE THU FRI", ("18:00",), ("20:30", "23:00")),
                    slot("WED SAT SUN", ("15:00", "17:00"), ("18:00",), ("20:30", "23:00")),
                    slot("MON", closed=True),
                    yearly=True,
                )
            ),
            price=seats,
            extra={
                "prestations": {
                    "labelsTourismeHandicap": elements(1224, 1226),
                    "tourismesAdaptes": elements(3653, 4213, 1191, 1199),
                    "descriptifHandicapAuditif": t(
                        "Boucle magnétique dans la salle.", "Hearing loop in the auditorium."
                    ),
                }
            },
        ),
        facility(
            9045111,
            t("Le Cinématographe", "Le Cinématographe"),
            "Château-Arnoux-Saint-Auban",
            (44.09300, 6.00800),
            kind=CINEMA,
            rubric=2991,
            picture="cinema",
            office=SISTERON,
            short=t(
                "Deux écrans, des avant-premières et des rencontres avec des cinéastes.",
                "Two screens, previews and evenings with film-makers.",
                "Due sale, anteprime e incontri con i registi.",
            ),
            long=t(
                "Séances tous les jours ; le mardi, toutes les places sont au même prix.",
                "Screenings every day; on Tuesdays all seats cost the same.",
            ),
            opens=opening(
                slots(
                    first,
                    last,
                    slot("MON TUE WED THU FRI", ("18:00",), ("20:45", "23:15")),
                    slot("SAT SUN HOL", ("14:30",), ("17:00",), ("20:45", "23:15")),
                    yearly=True,
                )
            ),
            price=seats,
            extra={"prestations": {"tourismesAdaptes": elements(3653, 3667)}},
        ),
        facility(
            9045121,
            t("Piscine des Eaux chaudes", "Les Eaux chaudes swimming pool", "Piscina Les Eaux chaudes"),
            "Digne-les-Bains",
            (44.08900, 6.24500),
            kind=POOL,
            rubric=2988,
            picture="pool",
            office=DIGNE,
            short=t(
                "Bassin couvert, bassin d’été et pataugeoire au bord du torrent.",
                "An indoor pool, an outdoor one and a paddling pool beside the stream.",
                "Vasca coperta, vasca estiva e piscina per bimbi in riva al torrente.",
            ),
            long=t(
                "Bonnet obligatoire. Cours d’aquagym le mardi et le jeudi à midi ; vidange annuelle en septembre.",
                "Caps compulsory. Aqua gym at noon on Tuesdays and Thursdays; closed for emptying in September.",
            ),
            opens=opening(
                slots(
                    first,
                    last,
                    slot("MON TUE WED THU FRI", ("12:00", "14:00"), ("17:00", "20:00")),
                    slot("SAT SUN", ("10:00", "13:00"), ("15:00", "18:00")),
                    slot("HOL", closed=True),
                    yearly=True,
                )
            ),
            price=paid(calendar, (1717, 4.5, None), (1718, 3, None), (3968, 36, None), free_below=4),
            extra={
                "prestations": {
                    "labelsTourismeHandicap": elements(1226),
                    "tourismesAdaptes": elements(3653, 3667, 6410),
                    "equipements": elements(929, 972),
                    "nombrePersonnesEnFauteuilRoulantAccueilliesSimultanement": 3,
                }
            },
        ),
    ]


def _mountain(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    year = calendar.today.year if calendar.today.month >= 6 else calendar.today.year - 1
    winter = (date(year, 12, 5), date(year + 1, 3, 28))
    summer = (date(first.year, 6, 20), date(first.year, 9, 6))
    snow_days = opening(every_day(*winter, "10:00", "17:00"))
    return [
        facility(
            9045117,
            t(
                "Patinoire du front de neige",
                "Ice rink on the slopes",
                "Pista di pattinaggio",
                de="Eisbahn an der Piste",
            ),
            "Uvernet-Fours",
            (44.36800, 6.60500),
            kind=RINK,
            rubric=2988,
            altitude=1600,
            picture="skating",
            office=UBAYE,
            short=t(
                "Tourner sous les lampions, chocolat chaud au bord de la glace.",
                "Go round under the lights, with hot chocolate at the edge.",
                "Girare sotto le luci, cioccolata calda a bordo pista.",
            ),
            long=invented(
                t(
                    "Patins à louer du 25 au 48, luges-sièges pour les petits, nocturne le jeudi.",
                    "Skates from size 25 to 48, sledge seats for the little ones, late opening on Thursdays.",
                    "Pattini dal 25 al 48, slittini per i piccoli, apertura serale il giovedì.",
                )
            ),
            opens=opening(
                slots(
                    *winter,
                    slot("MON TUE WED FRI SAT SUN", ("15:00", "19:00")),
                    slot("THU", ("15:00", "18:00"), ("20:00", "22:30")),
                ),
                status=(4189,),
            ),
            price=paid(calendar, (1717, 5, None), (1718, 4, None), (4650, 3, None)),
            extra={"prestations": {"tourismesAdaptes": elements(3652), "typesClientele": elements(513)}},
        ),
        facility(
            9045118,
            t("Parc de loisirs du Val d’Allos", "Val d’Allos leisure park", "Parco ricreativo della Val d’Allos"),
            "Allos",
            (44.24700, 6.61300),
            kind=LEISURE,
            rubric=2993,
            altitude=1430,
            picture="swim",
            office=VERDON,
            short=t(
                "Un lac de baignade à mille quatre cents mètres, des toboggans et un parcours dans les arbres.",
                "A swimming lake at 1,400 metres, slides and a course in the trees.",
                "Un lago balneabile a millequattrocento metri, scivoli e un percorso tra gli alberi.",
            ),
            long=t(
                "Entrée à la journée, pique-nique permis. L’hiver, le même vallon devient une piste de luge et un stade de "
                "ski de fond.",
                "Day entry, picnics welcome. In winter the same valley is a sledge run and a cross-country track.",
            ),
            opens=opening(every_day(*summer, "10:00", "18:30", yearly=True), status=(4190,)),
            price=paid(calendar, (1717, 9, None), (1718, 7, None), (1723, 28, None), free_below=4),
            extra={
                "prestations": {"equipements": elements(612, 613, 761), "typesClientele": elements(513, 4549)},
                "aspects": [
                    season(
                        "HIVER",
                        short=t(
                            "L’hiver : luge, ski de fond et jeux de neige autour du lac gelé.",
                            "In winter: sledging, cross-country skiing and snow games round the frozen lake.",
                            "D’inverno: slittino, fondo e giochi sulla neve attorno al lago gelato.",
                        ),
                        opens=snow_days,
                    )
                ],
            },
        ),
        facility(
            9045119,
            t("Falaises de l’Escalès", "L’Escalès cliffs", "Falesie dell’Escalès", de="Felswände von L’Escalès"),
            "La Palud-sur-Verdon",
            (43.76800, 6.34200),
            kind=CLIMB,
            rubric=2988,
            picture="climbing",
            office=VERDON,
            short=t(
                "Trois cents mètres de calcaire gris, où l’escalade libre européenne a grandi.",
                "Three hundred metres of grey limestone, where European free climbing grew up.",
                "Trecento metri di calcare grigio, dove è cresciuta l’arrampicata europea.",
            ),
            long=t(
                "On y entre par le haut, en rappel : il faut savoir remonter. Débutants, passez par les guides de La Palud.",
                "You come in from above, on a rope: you must be able to climb out. Beginners should ask the guides of La "
                "Palud.",
            ),
            opens=opening(
                every_day(first, last, yearly=True), status=(4188,), ouvertTouteLAnnee="OUVERT_TOUTE_L_ANNEE"
            ),
            price=free("ACCES_LIBRE"),
            extra={"prestations": {"tourismesAdaptes": elements(3651)}},
        ),
        facility(
            9045120,
            t("Les Écuries de la Blanche", "Les Écuries de la Blanche", "Les Écuries de la Blanche"),
            "Seyne",
            (44.34500, 6.36300),
            kind=HORSES,
            rubric=2988,
            altitude=1200,
            picture="mules",
            office=UBAYE,
            short=t(
                "Poneys, chevaux du Mérens et mules bâtées pour une heure ou trois jours.",
                "Ponies, Mérens horses and pack mules, for an hour or three days.",
                "Pony, cavalli di Mérens e muli da soma, per un’ora o tre giorni.",
            ),
            long=invented(
                t(
                    "Baby-poney dès trois ans, équithérapie le mardi avec une monitrice formée.",
                    "Pony rides from the age of three; riding therapy on Tuesdays with a trained instructor.",
                    "Battesimo del pony dai tre anni; ippoterapia il martedì.",
                )
            ),
            opens=opening(except_on(first, last, (MONDAY, SUNDAY), "09:00", "18:00", yearly=True)),
            price=paid(calendar, (1717, 24, None), (1718, 18, None)),
            extra={
                "prestations": {
                    "tourismesAdaptes": elements(1196, 3652),
                    "descriptifHandicapMental": t(
                        "Séances adaptées, un accompagnateur par personne.", "Adapted sessions, one helper per person."
                    ),
                    "typesClientele": elements(504, 594),
                }
            },
        ),
    ]
