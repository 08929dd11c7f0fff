"""The great markets, and the fairs of the season."""

from datetime import timedelta

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.events.cards import (
    MARKET,
    TRADE,
    TRADITION,
    WEEKLY_MARKET,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    WEDNESDAY,
    Calendar,
    free,
    opening,
    slot,
    slots,
    weekly,
)

PRODUCE = 2292


def fair_drafts(calendar: Calendar) -> list[Draft]:
    return [*_great_markets(calendar), *_seasonal(calendar)]


def _great_markets(calendar: Calendar) -> list[Draft]:
    start, end = calendar.plus(-150), calendar.plus(240)
    return [
        event(
            9041001,
            t(
                "Grand marché de Forcalquier",
                "Forcalquier great market",
                "Grande mercato di Forcalquier",
                de="Großer Markt in Forcalquier",
                es="Gran mercado de Forcalquier",
                nl="Grote markt van Forcalquier",
            ),
            "Forcalquier",
            (43.95930, 5.78060),
            kind=TRADE,
            categories=(WEEKLY_MARKET,),
            themes=(PRODUCE, 2188),
            venue="Place du Bourguet",
            picture="market",
            office=FORCALQUIER,
            contact=False,
            short=t(
                "Le lundi, tout le pays de Lure est sur la place du Bourguet.",
                "On Mondays the whole of the Lure country is on the Place du Bourguet.",
                "Il lunedì tutto il paese di Lure è in place du Bourguet.",
                de="Montags trifft sich das ganze Lure-Land auf dem Platz.",
                nl="Op maandag is heel het Lure-gebied op het plein.",
            ),
            long=t(
                "Deux cents étals l’été, soixante l’hiver : paniers, plants, pain de petit épeautre, tissus et guitares. Un second marché, le jeudi après-midi, réunit les seuls producteurs.",
                "Two hundred stalls in summer, sixty in winter: baskets, seedlings, einkorn bread, cloth and guitars. A second market, on Thursday afternoons, is for growers only.",
                "Duecento banchi d’estate, sessanta d’inverno: cesti, piantine, pane di farro e stoffe.",
            ),
            opens=opening(
                slots(
                    start,
                    end,
                    slot("MON", ("08:00", "13:00")),
                    slot("THU", ("15:00", "18:30")),
                    slot("HOL", ("08:00", "12:00")),
                )
            ),
            price=free("ENTREE_LIBRE"),
            access=(3653,),
        ),
        event(
            9041013,
            t("Marché de Manosque", "Manosque market", "Mercato di Manosque"),
            "Manosque",
            (43.83390, 5.78480),
            kind=TRADE,
            categories=(WEEKLY_MARKET,),
            themes=(PRODUCE,),
            venue="Place Marcel-Pagnol",
            picture="market",
            office=DURANCE,
            contact=False,
            short=t(
                "Le samedi, de la porte Saunerie aux terreaux.",
                "On Saturdays, from the Saunerie gate to the Terreaux.",
                "Il sabato, dalla porta Saunerie ai Terreaux.",
            ),
            opens=opening(slots(start, end, slot("SAT", ("08:00", "12:30")), slot("HOL", closed=True))),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041017,
            t(
                "Marché de Digne-les-Bains",
                "Digne-les-Bains market",
                "Mercato di Digne-les-Bains",
                de="Markt in Digne-les-Bains",
            ),
            "Digne-les-Bains",
            (44.09240, 6.23570),
            kind=TRADE,
            categories=(WEEKLY_MARKET,),
            themes=(PRODUCE, 2188),
            venue="Place du Général-de-Gaulle",
            picture="market",
            office=DIGNE,
            contact=False,
            short=t(
                "Mercredi et samedi, sous les platanes du Gassendi.",
                "Wednesdays and Saturdays under the plane trees.",
                "Mercoledì e sabato sotto i platani.",
            ),
            long=t(
                "Le mercredi réunit les producteurs, le samedi déborde dans les rues. Le petit marché exceptionnel annoncé par l’office s’ajoute certains dimanches.",
                "Growers come on Wednesdays; Saturdays spill into the streets. Some Sundays have an extra small market, announced by the office.",
            ),
            opens=opening(
                weekly(
                    start,
                    end,
                    (WEDNESDAY, SATURDAY),
                    "08:00",
                    "12:30",
                    yearly=True,
                    extra=(calendar.on(SUNDAY, weeks=1), calendar.on(SUNDAY, weeks=4)),
                ),
                closed=(calendar.on(WEDNESDAY, weeks=3),),
                special=("PREMIER_MAI", "VINGT_CINQ_DECEMBRE", "LUNDI_PAQUES"),
            ),
            price=free("ENTREE_LIBRE"),
            access=(3653,),
        ),
    ]


def _seasonal(calendar: Calendar) -> list[Draft]:
    friday, fair = calendar.on(FRIDAY), calendar.weekend_of(5, 8)
    # The last Friday of November that comes before the first of December.
    opens = calendar.december(1) - timedelta(days=(calendar.december(1).weekday() - FRIDAY) % 7 or 7)
    return [
        event(
            9041018,
            t(
                "Marché de Noël des créateurs",
                "Makers’ Christmas market",
                "Mercatino di Natale degli artigiani",
                de="Weihnachtsmarkt",
            ),
            "Digne-les-Bains",
            (44.09260, 6.23600),
            kind=TRADE,
            categories=(MARKET,),
            themes=(2230, 2069),
            venue="Place Pied-de-Ville",
            picture="chalets",
            office=DIGNE,
            season=("advent",),
            short=t(
                "Santons, bougies de lavande et soupe au pistou d’hiver.",
                "Santons, lavender candles and winter pistou soup.",
                "Santons, candele alla lavanda e zuppa d’inverno.",
            ),
            opens=opening(
                slots(
                    opens,
                    opens + timedelta(days=9),
                    slot("FRI", ("16:00", "21:00")),
                    slot("SAT SUN", ("10:00", "20:00")),
                    slot("MON TUE WED THU", closed=True),
                )
            ),
            price=free("ENTREE_LIBRE"),
            audience=(513,),
        ),
        event(
            9041019,
            t("Marché nocturne des producteurs", "Growers’ night market", "Mercato notturno dei produttori"),
            "Castellane",
            (43.84660, 6.51310),
            kind=TRADE,
            categories=(MARKET,),
            themes=(PRODUCE,),
            venue="Place Marcel-Sauvaire",
            picture="market",
            office=VERDON,
            season=("spring", "summer"),
            short=t(
                "On achète, on fait griller, on s’attable sous les lampions.",
                "Buy, grill and sit down under the lanterns.",
                "Si compra, si griglia, si mangia sotto i lampioni.",
            ),
            opens=opening(weekly(friday, calendar.plus(70), (FRIDAY,), "18:30", "23:30")),
            price=free("ENTREE_LIBRE"),
            audience=(513,),
        ),
        event(
            9041020,
            t("Foire aux plants et aux simples", "Plant and herb fair", "Fiera delle piante e delle erbe"),
            "Mane",
            (43.93560, 5.76040),
            kind=TRADITION,
            categories=(2082,),
            themes=(2188, 2273),
            venue="Prieuré de Salagon",
            picture="garden",
            office=FORCALQUIER,
            short=t(
                "Pépiniéristes, semences paysannes et conférences de jardiniers.",
                "Nurseries, farm seeds and gardeners’ talks.",
                "Vivaisti, sementi contadine e incontri con i giardinieri.",
            ),
            long=t(
                "Cinquante exposants dans la cour du prieuré. Troc de graines le dimanche matin.",
                "Fifty stalls in the priory yard. Seed swap on Sunday morning.",
            ),
            opens=opening(weekly(fair, fair + timedelta(days=1), (SATURDAY, SUNDAY), "10:00", "18:00")),
            price=free("ENTREE_LIBRE"),
            access=(3652,),
        ),
    ]
