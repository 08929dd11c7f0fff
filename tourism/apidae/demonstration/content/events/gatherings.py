"""The life of villages, and what comes back every month."""

from datetime import timedelta

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.events.cards import (
    CAR_BOOT,
    CULTURE,
    FAIR,
    FLEA_MARKET,
    LEISURE,
    REGIONAL,
    RESIDENTS,
    TASTER,
    TRADE,
    TRADITION,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, SISTERON, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    Calendar,
    every_day,
    free,
    monthly,
    one_day,
    opening,
    paid,
    slot,
    slots,
)


def gathering_drafts(calendar: Calendar) -> list[Draft]:
    return [*_village_life(calendar), *_monthly(calendar)]


def _village_life(calendar: Calendar) -> list[Draft]:
    sunday = calendar.on(SUNDAY)
    return [
        event(
            9041411,
            t("Vide-grenier des Pénitents", "Penitents’ car boot sale", "Mercatino dei Penitenti"),
            "Les Mées",
            (44.02660, 5.97620),
            kind=TRADE,
            categories=(CAR_BOOT,),
            venue="Boulevard de la République",
            picture="market",
            office=DIGNE,
            short=t(
                "Deux cents exposants au pied des rochers.",
                "Two hundred stalls below the rocks.",
                "Duecento banchi ai piedi delle rocce.",
            ),
            opens=opening(one_day(sunday, "07:00", "18:00"), status=(4190,)),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041412,
            t("Grand loto du comité des fêtes", "Village bingo night"),
            "Thoard",
            (44.14960, 6.14920),
            kind=LEISURE,
            categories=(2114,),
            venue="Salle des fêtes",
            inside=True,
            picture="games",
            office=DIGNE,
            contact=False,
            short=t(
                "Paniers garnis, un demi-agneau et un vélo.",
                "Hampers, half a lamb and a bicycle.",
                "Cesti di prodotti, mezzo agnello e una bicicletta.",
            ),
            opens=opening(one_day(calendar.on(FRIDAY), "20:30")),
            price=paid(calendar, (4108, 3, 20, t("Le carton, ou dix cartons.", "One card, or ten.")), means=(1277,)),
        ),
        event(
            9041413,
            t(
                "Fête de la transhumance",
                "Transhumance festival",
                "Festa della transumanza",
                de="Fest des Almauftriebs",
                es="Fiesta de la trashumancia",
                nl="Feest van de transhumance",
            ),
            "Allos",
            (44.24010, 6.62840),
            kind=TRADITION,
            categories=(6017, 2105),
            themes=(2284, 2273),
            reach=REGIONAL,
            venue="Village d’Allos",
            picture="flock",
            office=VERDON,
            audience=(513,),
            short=t(
                "Deux mille brebis traversent le village. Date à confirmer avec les bergers.",
                "Two thousand ewes cross the village. Date to be confirmed with the shepherds.",
                "Duemila pecore attraversano il paese. Data da confermare.",
                de="Zweitausend Schafe ziehen durchs Dorf. Termin folgt.",
                es="Dos mil ovejas cruzan el pueblo. Fecha por confirmar.",
                nl="Tweeduizend schapen trekken door het dorp. Datum volgt.",
            ),
            # Flocks go up in June, whatever the day on which this is read.
            opens=opening(
                every_day(calendar.weekend_of(6, 19), calendar.weekend_of(6, 19) + timedelta(days=1)), status=(4187,)
            ),
            price=free("GRATUIT"),
        ),
        event(
            9041414,
            t(
                "Atelier cuisine : la soupe au pistou",
                "Cookery class: pistou soup",
                "Corso di cucina: la zuppa al pistou",
            ),
            "Gréoux-les-Bains",
            (43.75780, 5.88460),
            kind=LEISURE,
            categories=(TASTER,),
            themes=(2205,),
            venue="Cuisine du Marché",
            picture="table",
            office=DURANCE,
            short=t(
                "On achète au marché, on coupe, on pile, on mange.",
                "Shop at the market, chop, pound and eat.",
                "Si compra al mercato, si taglia, si pesta, si mangia.",
            ),
            opens=opening(
                slots(
                    calendar.plus(-7),
                    calendar.plus(49),
                    slot("THU", ("09:30", "13:00")),
                    slot("TUE", ("17:00", "20:30")),
                )
            ),
            price=paid(calendar, (4108, 39, None)),
        ),
        event(
            9041415,
            t("Salon du livre d’en haut", "High Country book fair", "Fiera del libro d’altura"),
            "Banon",
            (44.03860, 5.62860),
            kind=CULTURE,
            categories=(FAIR,),
            themes=(2210,),
            reach=REGIONAL,
            venue="Salle polyvalente",
            inside=True,
            picture="book",
            office=FORCALQUIER,
            access=(3653,),
            short=t(
                "Soixante éditeurs de montagne, un comptoir de fromages, des lectures dans les caves.",
                "Sixty mountain publishers, a cheese bar, readings in cellars.",
                "Sessanta editori di montagna, formaggi, letture nelle cantine.",
            ),
            opens=opening(
                slots(
                    calendar.on(SATURDAY, weeks=1),
                    calendar.on(SUNDAY, weeks=2 if calendar.today.weekday() == SUNDAY else 1),
                    slot("SAT", ("10:00", "19:00"), ("20:30", "22:00")),
                    slot("SUN", ("10:00", "17:00")),
                    slot("MON TUE WED THU FRI", closed=True),
                )
            ),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041416,
            t("Réunion publique : la voie verte du Verdon"),
            "Saint-André-les-Alpes",
            (43.96790, 6.50720),
            kind=LEISURE,
            categories=(3854,),
            reach=RESIDENTS,
            venue="Mairie",
            office=VERDON,
            contact=False,
            # Without a picture, as such notices are: one of three.
            short=t(
                "Présentation du tracé et questions.",
                "The route is presented, and questions answered.",
                "Presentazione del tracciato e domande.",
            ),
            opens=opening(one_day(calendar.plus(5), "18:30", "20:00")),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041417,
            t("Don du sang", "Blood donation", "Donazione di sangue"),
            "Sisteron",
            (44.19600, 5.94400),
            kind=LEISURE,
            categories=(3829,),
            reach=RESIDENTS,
            venue="L’Alcazar",
            picture="welcome",
            office=SISTERON,
            contact=False,
            short=t(
                "Collecte sur rendez-vous, collation offerte.",
                "By appointment, snack provided.",
                "Donazione su appuntamento, spuntino offerto.",
            ),
            opens=opening(one_day(calendar.plus(4), "14:00", "19:00")),
            price=free("GRATUIT"),
        ),
        event(
            9041418,
            t("Soirée jeux en bois", "Wooden games night", "Serata giochi di legno"),
            "Saint-Geniez",
            # The point is not known: no coordinates at all.
            None,
            kind=LEISURE,
            categories=(TASTER,),
            themes=(2291,),
            venue="Ancienne école",
            picture="games",
            office=SISTERON,
            audience=(513,),
            short=t(
                "Toupies, palets et billard hollandais.",
                "Spinning tops, discs and shuffleboard.",
                "Trottole, piastrelle e biliardo olandese.",
            ),
            opens=opening(one_day(calendar.plus(8), "19:00", "23:00"), one_day(calendar.plus(13), "19:00", "23:00")),
            price=free("PARTICIPATION_LIBRE", t("Prix libre.", "Pay what you like.", "Offerta libera.")),
        ),
        event(
            9041419,
            t("Puces des couturières", "Seamstresses’ flea market"),
            "Volx",
            (43.87880, 5.84180),
            kind=TRADE,
            categories=(FLEA_MARKET,),
            themes=(2069,),
            venue="Écomusée l’Olivier",
            picture="market",
            office=DURANCE,
            short=t(
                "Boutons, indiennes et machines à pédale.",
                "Buttons, Provençal prints and treadle machines.",
                "Bottoni, tessuti provenzali e macchine da cucire a pedale.",
            ),
            opens=opening(
                one_day(calendar.on(SATURDAY), "09:00", "17:00"), one_day(calendar.plus(11), "09:00", "17:00")
            ),
            price=free("ENTREE_LIBRE"),
        ),
    ]


def _monthly(calendar: Calendar) -> list[Draft]:
    start, end = calendar.plus(-90), calendar.plus(270)
    return [
        event(
            9041421,
            t("Brocante du château", "Castle antiques market", "Mercatino del castello", de="Trödelmarkt am Schloss"),
            "Gréoux-les-Bains",
            (43.75800, 5.88350),
            kind=TRADE,
            categories=(FLEA_MARKET,),
            venue="Château des Templiers",
            picture="market",
            office=DURANCE,
            short=t(
                "Le deuxième et le dernier dimanche du mois, sous les remparts.",
                "On the second and last Sunday of the month, below the ramparts.",
                "La seconda e l’ultima domenica del mese, sotto le mura.",
            ),
            opens=opening(
                monthly(start, end, (("D_2EME", SUNDAY), ("D_DERNIER", SUNDAY)), "08:00", "17:00", yearly=True),
                special=("VINGT_CINQ_DECEMBRE",),
            ),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041422,
            t("Café-philo du premier jeudi", "First Thursday philosophy café", "Caffè filosofico del primo giovedì"),
            "Oraison",
            (43.91740, 5.91850),
            kind=CULTURE,
            categories=(2072,),
            venue="Café du Kiosque",
            picture="book",
            office=DURANCE,
            contact=False,
            short=t(
                "Une question tirée au sort, un animateur, du temps.",
                "A question drawn by lot, someone to lead, and time.",
                "Una domanda sorteggiata, un moderatore, del tempo.",
            ),
            opens=opening(monthly(start, end, (("D_1ER", THURSDAY),), "18:30", "20:30")),
            price=free(
                "PARTICIPATION_LIBRE", t("Une consommation.", "The price of a drink.", "Il prezzo di una bevanda.")
            ),
        ),
        event(
            9041423,
            t("Atelier de réparation", "Repair café", "Laboratorio di riparazione", nl="Repair café"),
            "Reillanne",
            (43.87930, 5.65850),
            kind=LEISURE,
            categories=(TASTER,),
            themes=(2282,),
            venue="Café de la place",
            picture="workshop",
            office=FORCALQUIER,
            contact=False,
            short=t(
                "Grille-pain, jeans, vélos : on répare ensemble.",
                "Toasters, jeans, bicycles: we mend together.",
                "Tostapane, jeans, biciclette: si ripara insieme.",
            ),
            opens=opening(
                monthly(start, end, (("D_3EME", SATURDAY), ("D_4EME", TUESDAY)), "14:00", "17:00"),
                closed=(calendar.plus(30),),
            ),
            price=free("PARTICIPATION_LIBRE", t("Prix libre.", "Pay what you like.", "Offerta libera.")),
        ),
    ]
