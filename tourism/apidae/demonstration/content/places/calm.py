"""ACTIVITE and SEJOUR_PACKAGE: donkeys, scents, stars and balloons; stays."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, elements, no_overrides, t
from tourism.apidae.demonstration.content.places.leisure import activity
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    Calendar,
    every_day,
    except_on,
    opening,
    paid,
    weekly,
)


def calm_drafts(calendar: Calendar) -> list[Draft]:
    return [*_calm(calendar), *_stays(calendar)]


def _calm(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    return [
        activity(
            9045209,
            t(
                "Une matinée avec un âne",
                "A morning with a donkey",
                "Una mattina con l’asino",
                nl="Een ochtend met een ezel",
            ),
            "Thorame-Haute",
            (44.10000, 6.55600),
            sports=(2025,),
            age=3,
            picture="mules",
            office=VERDON,
            short=t(
                "L’âne porte le goûter, les enfants choisissent le chemin.",
                "The donkey carries the snack, the children choose the way.",
                "L’asino porta la merenda, i bambini scelgono la strada.",
                nl="De ezel draagt het eten, de kinderen kiezen de weg.",
            ),
            long=t(
                "Brossage, bât, puis deux heures sans accompagnateur sur un sentier facile, avec une carte dessinée.",
                "Brushing, loading, then two hours on your own along an easy path with a hand-drawn map.",
            ),
            opens=opening(
                except_on(date(first.year, 4, 1), date(first.year, 10, 31), (MONDAY,), "09:00", "12:30", yearly=True),
                status=(4190,),
                dureeSeance=180,
            ),
            price=paid(calendar, (1723, 45, None, t("Un âne, quatre personnes.", "One donkey, four people."))),
        ),
        activity(
            9045210,
            t(
                "Composer son parfum",
                "Make your own scent",
                "Creare il proprio profumo",
                de="Das eigene Parfum",
                es="Crear su perfume",
            ),
            "Forcalquier",
            (43.96080, 5.78020),
            arts=(1849,),
            age=8,
            picture="alembic",
            office=FORCALQUIER,
            short=t(
                "Trente flacons, un nez patient et une fiole à emporter.",
                "Thirty bottles, a patient nose and a phial to take home.",
                "Trenta boccette, un naso paziente e una fiala da portare a casa.",
            ),
            long=t(
                "Lavande fine, ciste, cade : on apprend les familles avant de mélanger. Accessible aux personnes aveugles, "
                "qui y sont souvent les meilleures.",
                "Fine lavender, rock rose, cade: learn the families before you blend. Blind visitors are welcome, and often "
                "the best.",
            ),
            opens=opening(
                weekly(first, last, (TUESDAY, THURSDAY, SATURDAY), "14:30", "16:00", yearly=True),
                dureeSeance=90,
                closed=(calendar.on(THURSDAY, weeks=1),),
            ),
            price=paid(calendar, (1717, 49, None), (1718, 29, None)),
        ),
        activity(
            9045211,
            t(
                "Nuit au télescope à Puimichel",
                "A night at the telescope in Puimichel",
                "Notte al telescopio a Puimichel",
            ),
            "Puimichel",
            (43.97800, 6.02100),
            arts=(1778,),
            age=7,
            picture="observatory",
            office=DURANCE,
            short=t(
                "Un miroir d’un mètre, un village sans lampadaires et Saturne au bout de l’échelle.",
                "A one-metre mirror, a village without street lamps and Saturn at the top of the ladder.",
                "Uno specchio di un metro, un borgo senza lampioni e Saturno in cima alla scala.",
            ),
            long=t(
                "Les nuits sans lune seulement. Habillez-vous pour rester immobile ; couvertures et tisane sur place.",
                "Moonless nights only. Dress to stand still; blankets and herb tea on the spot.",
            ),
            opens=opening(weekly(first, last, (FRIDAY, SATURDAY), "21:00", "00:30", yearly=True), status=(4188, 4191)),
            price=paid(calendar, (1717, 18, None), (1718, 10, None)),
        ),
        activity(
            9045214,
            t("Le pays de Forcalquier en montgolfière", "Forcalquier by hot-air balloon", "Forcalquier in mongolfiera"),
            "Pierrerue",
            (43.94800, 5.83300),
            sports=(1927,),
            age=8,
            picture="balloons",
            office=FORCALQUIER,
            short=t(
                "Décoller avec le soleil, se poser là où le vent décide.",
                "Take off with the sun and land where the wind decides.",
                "Decollare col sole e atterrare dove decide il vento.",
            ),
            long=t(
                "Une heure de vol, trois heures en tout avec le gonflage et le toast à l’atterrissage.",
                "An hour in the air, three in all with the inflating and a toast on landing.",
            ),
            opens=opening(
                every_day(date(first.year, 4, 1), date(first.year, 10, 31), "06:00", yearly=True), status=(4191, 4192)
            ),
            price=paid(calendar, (1717, 240, None), (1718, 170, None)),
        ),
    ]


def _stays(calendar: Calendar) -> list[Draft]:
    first, _last = calendar.year
    rows = (
        (
            9045304,
            t(
                "Trois jours d’eau chaude et de sentiers doux",
                "Three days of hot water and easy paths",
                "Tre giorni di acqua calda",
            ),
            "Gréoux-les-Bains",
            (43.75750, 5.88400),
            3,
            t(
                "Bains le matin, marche accompagnée l’après-midi, dîner léger.",
                "Baths in the morning, a guided walk in the afternoon, a light dinner.",
                "Bagni al mattino, camminata accompagnata al pomeriggio, cena leggera.",
            ),
            t(
                "Deux entrées aux bassins chauds, deux marches de sept kilomètres sans dénivelé au bord du Verdon, deux nuits à dix minutes à pied des thermes.",
                "Two sessions in the warm pools, two level walks of seven kilometres beside the Verdon, nights ten minutes on foot from the baths.",
                "Due ingressi alle piscine calde, due camminate di sette chilometri senza dislivello lungo il Verdon, notti a dieci minuti a piedi dalle terme.",
            ),
            "pool",
            310,
            DURANCE,
            (3, 11),
        ),
        (
            9045305,
            t(
                "Semaine de neige sans ski",
                "A week of snow without skis",
                "Una settimana di neve senza sci",
                de="Schneewoche ohne Ski",
            ),
            "Jausiers",
            (44.41500, 6.73100),
            6,
            t(
                "Raquettes, fabrication d’un igloo, contes et soupe : l’Ubaye pour ceux qui ne glissent pas.",
                "Snowshoes, an igloo to build, tales and soup: the Ubaye for those who do not ski.",
                "Ciaspole, igloo, racconti e zuppa: l’Ubaye per chi non scia.",
            ),
            t(
                "Cinq sorties d’une demi-journée avec un accompagnateur en montagne, une après-midi libre à Barcelonnette et le dîner au gîte. À partir de huit ans.",
                "Five half-day outings with a mountain guide, a free afternoon in Barcelonnette and dinner at the lodge. From the age of eight.",
                "Cinque uscite di mezza giornata con una guida di montagna, un pomeriggio libero a Barcelonnette e cena in rifugio. Dagli otto anni.",
            ),
            "refuge",
            590,
            UBAYE,
            (1, 3),
        ),
        (
            9045306,
            t(
                "Deux jours sur la piste des ammonites",
                "Two days on the trail of the ammonites",
                "Due giorni tra le ammoniti",
            ),
            "Digne-les-Bains",
            (44.10330, 6.23260),
            2,
            t(
                "Un géologue, deux vallées, une nuit chez l’habitant et un carnet de terrain.",
                "A geologist, two valleys, a night with a family and a field notebook.",
                "Un geologo, due valli, una notte in famiglia e un taccuino.",
            ),
            t(
                "La dalle et le Musée Promenade le premier jour, les clues de Barles le second. On observe et on dessine : rien ne se ramasse dans la réserve.",
                "The slab and the Musée Promenade on the first day, the Barles gorge on the second. You look and draw: nothing may be picked up in the reserve.",
                "La lastra e il Musée Promenade il primo giorno, le clues di Barles il secondo. Si osserva e si disegna: nella riserva non si raccoglie nulla.",
            ),
            "ammonite",
            165,
            DIGNE,
            (4, 10),
        ),
    )
    return [
        Draft(
            kind="SEJOUR_PACKAGE",
            id=identifier,
            name=name,
            commune=town,
            at=at,
            short=short,
            long=t(
                f"{programme['libelleFr']} Séjour de démonstration, non réservable.",
                f"{programme['libelleEn']} Demonstration stay, cannot be booked.",
                f"{programme['libelleIt']} Soggiorno dimostrativo, non prenotabile.",
            ),
            picture=picture,
            opening=opening(every_day(date(first.year, months[0], 1), date(first.year, months[1], 30), yearly=True)),
            price=paid(calendar, (1717, price, None)),
            details={
                "nombreJours": days,
                "nombreNuits": days - 1,
                "lieuDePratique": t(town),
                "typesHebergement": elements(3121),
                "transports": elements(3098),
            },
            office=office,
            extra={"prestations": no_overrides()},
        )
        for identifier, name, town, at, days, short, programme, picture, price, office, months in rows
    ]
