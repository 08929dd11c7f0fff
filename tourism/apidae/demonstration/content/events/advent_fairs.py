"""From the middle of November to Epiphany: markets, cribs and lights, on the dates of the year."""

from datetime import timedelta

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.events.cards import (
    DEPARTMENTAL,
    EXHIBITION,
    FAIR,
    FETE,
    LEISURE,
    MARKET,
    PARADE,
    REGIONAL,
    SHOW,
    TRADE,
    TRADITION,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    Calendar,
    every_day,
    free,
    one_day,
    opening,
    paid,
    slot,
    slots,
    weekly,
)

ADVENT = ("advent",)
CHRISTMAS, CRAFTS, PRODUCE = 2230, 2069, 2292


def advent_fair_drafts(calendar: Calendar) -> list[Draft]:
    december = calendar.december
    # The last but one weekend before Christmas, and the last.
    late = december(24) - timedelta(days=(december(24).weekday() - SATURDAY) % 7 or 7)
    early = late - timedelta(days=7)
    last_of_november = early - timedelta(days=14)
    first_friday = december(1) + timedelta(days=(FRIDAY - december(1).weekday()) % 7)
    return [
        event(
            9041461,
            t(
                "Noël à Manosque, le village de bois",
                "Christmas in Manosque, the wooden village",
                "Natale a Manosque, il villaggio di legno",
                de="Weihnachtsdorf Manosque",
                nl="Kerstdorp Manosque",
            ),
            "Manosque",
            (43.83390, 5.78480),
            kind=TRADE,
            categories=(MARKET,),
            themes=(CHRISTMAS, CRAFTS),
            reach=REGIONAL,
            venue="Place du Terreau",
            picture="chalets",
            office=DURANCE,
            season=ADVENT,
            access=(3653, 3667),
            audience=(513,),
            short=t(
                "Trente chalets, un manège de bois et des santons jusqu’au soir du réveillon.",
                "Thirty chalets, a wooden merry-go-round and santons until Christmas Eve.",
                "Trenta casette, una giostra di legno e santons fino alla vigilia.",
                de="Dreißig Hütten, ein Holzkarussell und Krippenfiguren.",
                nl="Dertig chalets, een houten draaimolen en santons.",
            ),
            long=t(
                "Ouverture le premier vendredi de décembre. Les mercredis sont pour les enfants : pain d’épices à décorer, "
                "contes à dix-sept heures. Le 24, on ferme à seize heures.",
                "Opens on the first Friday of December. Wednesdays are for children: gingerbread to decorate, tales at five. "
                "On the 24th the market closes at four.",
                "Apre il primo venerdì di dicembre. Il mercoledì è per i bambini. Il 24 si chiude alle sedici.",
            ),
            opens=opening(
                slots(
                    first_friday,
                    december(23),
                    slot("MON TUE THU", ("14:00", "19:00")),
                    slot("WED", ("10:00", "19:00")),
                    slot("FRI SAT SUN", ("10:00", "21:00")),
                ),
                one_day(december(24), "10:00", "16:00"),
            ),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041462,
            t("Foire aux santons de Champtercier", "Champtercier santon fair", "Fiera dei santons di Champtercier"),
            "Champtercier",
            (44.09400, 6.15300),
            kind=TRADE,
            categories=(FAIR,),
            themes=(CHRISTMAS, CRAFTS),
            reach=DEPARTMENTAL,
            venue="Salle polyvalente",
            inside=True,
            picture="santons",
            office=DIGNE,
            season=ADVENT,
            access=(3653,),
            short=t(
                "Vingt santonniers, le ravi, la poissonnière et une crèche de douze mètres.",
                "Twenty santon makers, the simpleton, the fishwife and a twelve-metre crib.",
                "Venti artigiani, il ravi, la pescivendola e un presepe di dodici metri.",
            ),
            opens=opening(
                weekly(last_of_november, last_of_november + timedelta(days=1), (SATURDAY, SUNDAY), "10:00", "18:00")
            ),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041463,
            t("Marché de Noël de Gréoux", "Gréoux Christmas market", "Mercatino di Natale di Gréoux"),
            "Gréoux-les-Bains",
            (43.75800, 5.88350),
            kind=TRADE,
            categories=(MARKET,),
            themes=(CHRISTMAS, PRODUCE),
            venue="Château des Templiers",
            picture="chalets",
            office=DURANCE,
            season=ADVENT,
            short=t(
                "Dans la cour du château, vin chaud, huîtres et crèche d’argile géante.",
                "In the castle yard: mulled wine, oysters and a giant clay crib.",
                "Nel cortile del castello: vin brulé, ostriche e un presepe gigante d’argilla.",
            ),
            opens=opening(weekly(early, early + timedelta(days=1), (SATURDAY, SUNDAY), "10:00", "19:00")),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041464,
            t("Noël en altitude", "Christmas up high", "Natale in quota", de="Weihnachten in der Höhe"),
            "Barcelonnette",
            (44.38690, 6.65230),
            kind=TRADE,
            categories=(MARKET,),
            themes=(CHRISTMAS, CRAFTS),
            reach=DEPARTMENTAL,
            venue="Place Manuel",
            picture="chalets",
            office=UBAYE,
            season=ADVENT,
            access=(3652,),
            short=t(
                "Chalets, sculptures de neige et soupe de courge à la dernière semaine de l’Avent.",
                "Chalets, snow sculptures and pumpkin soup in the last week of Advent.",
                "Casette, sculture di neve e zuppa di zucca nell’ultima settimana d’Avvento.",
            ),
            opens=opening(every_day(december(18), december(24), "11:00", "20:00"), status=(4190,)),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041465,
            t(
                "Marché de Noël des villages de Lure",
                "Lure villages Christmas market",
                "Mercatino dei villaggi di Lure",
            ),
            "Forcalquier",
            (43.95930, 5.78060),
            kind=TRADE,
            categories=(MARKET,),
            themes=(CHRISTMAS, PRODUCE),
            venue="Place du Bourguet",
            picture="chalets",
            office=FORCALQUIER,
            season=ADVENT,
            short=t(
                "Miel, nougat, livres et jouets de bois : rien qui vienne de plus loin que la montagne.",
                "Honey, nougat, books and wooden toys: nothing from further than the mountain.",
                "Miele, torrone, libri e giochi di legno: niente che venga da oltre la montagna.",
            ),
            opens=opening(weekly(late, late + timedelta(days=1), (SATURDAY, SUNDAY), "09:30", "19:00")),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041466,
            t("Sisteron gourmand", "Sisteron for food lovers", "Sisteron golosa"),
            "Sisteron",
            (44.19810, 5.94330),
            kind=TRADE,
            categories=(MARKET, 3717),
            themes=(CHRISTMAS, 2205),
            venue="Place de l’Horloge",
            picture="chalets",
            office=SISTERON,
            season=ADVENT,
            short=t(
                "Agneau, pieds et paquets, canistrelli et chorales sous la tour.",
                "Lamb, pieds et paquets, biscuits and choirs below the tower.",
                "Agnello, pieds et paquets, biscotti e cori sotto la torre.",
            ),
            opens=opening(
                weekly(
                    early - timedelta(days=1), early + timedelta(days=1), (FRIDAY, SATURDAY, SUNDAY), "10:00", "20:00"
                )
            ),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041467,
            t("Lancement des illuminations", "Switching on the lights", "Accensione delle luci"),
            "Digne-les-Bains",
            (44.09240, 6.23570),
            kind=TRADITION,
            categories=(PARADE, FETE),
            themes=(CHRISTMAS, 2184),
            venue="Place du Général-de-Gaulle",
            picture="lanterns",
            office=DIGNE,
            season=ADVENT,
            access=(3653,),
            audience=(513,),
            short=t(
                "Fanfare, lampions et compte à rebours ; chocolat chaud pour tous les enfants.",
                "A brass band, lanterns and a countdown; hot chocolate for every child.",
                "Fanfara, lanterne e conto alla rovescia; cioccolata calda per tutti i bambini.",
            ),
            opens=opening(one_day(last_of_november - timedelta(days=1), "17:30", "19:30"), status=(4190,)),
            price=free("GRATUIT"),
        ),
        event(
            9041468,
            t(
                "Crèche vivante de Moustiers",
                "Moustiers living crib",
                "Presepe vivente di Moustiers",
                es="Belén viviente de Moustiers",
            ),
            "Moustiers-Sainte-Marie",
            (43.84672, 6.22185),
            kind=TRADITION,
            categories=(2105, SHOW),
            themes=(CHRISTMAS,),
            reach=DEPARTMENTAL,
            venue="Place de l’église",
            picture="santons",
            office=VERDON,
            season=ADVENT,
            short=t(
                "Les gens du village, un âne qui n’écoute personne, et l’étoile allumée sur sa chaîne.",
                "The villagers, a donkey that heeds nobody, and the star lit on its chain.",
                "La gente del paese, un asino che non ascolta nessuno e la stella accesa.",
                es="La gente del pueblo, un burro que no obedece y la estrella encendida.",
            ),
            opens=opening(
                one_day(december(24), "18:00", "19:30"), one_day(december(22), "18:00", "19:30"), status=(4191,)
            ),
            price=free("GRATUIT"),
        ),
        event(
            9041469,
            t("La grande crèche de Riez", "The great crib of Riez", "Il grande presepe di Riez"),
            "Riez",
            (43.81850, 6.09200),
            kind=TRADITION,
            categories=(EXHIBITION,),
            themes=(CHRISTMAS, CRAFTS),
            venue="Chapelle Saint-Sébastien",
            picture="santons",
            office=DURANCE,
            season=ADVENT,
            access=(3652,),
            short=t(
                "Quatre cents santons dans un plateau de Valensole en miniature, lavande comprise.",
                "Four hundred santons in a miniature Valensole plateau, lavender included.",
                "Quattrocento santons in un altopiano di Valensole in miniatura.",
            ),
            opens=opening(
                every_day(december(1), december(31) + timedelta(days=33), "14:00", "18:00"),
                special=("VINGT_CINQ_DECEMBRE", "PREMIER_JANVIER"),
            ),
            price=free("PARTICIPATION_LIBRE", t("Participation libre.", "Pay what you like.", "Offerta libera.")),
        ),
        event(
            9041470,
            t(
                "Le Train du Père Noël",
                "The Father Christmas train",
                "Il treno di Babbo Natale",
                nl="De trein van de Kerstman",
            ),
            "Annot",
            (43.96180, 6.67110),
            kind=LEISURE,
            categories=(2117, SHOW),
            themes=(CHRISTMAS, 2276),
            reach=REGIONAL,
            venue="Gare d’Annot",
            picture="train",
            office=VERDON,
            season=ADVENT,
            audience=(513, 4548),
            access=(3652,),
            short=t(
                "Un départ toutes les heures, un lutin par voiture, une lettre à poster à l’arrivée.",
                "A train every hour, an elf in every carriage and a letter to post at the end.",
                "Una partenza ogni ora, un elfo per carrozza e una lettera da imbucare.",
            ),
            opens=opening(
                slots(
                    early,
                    early + timedelta(days=1),
                    slot("SAT SUN", ("10:00", "12:00", "01:00"), ("14:00", "17:00", "01:00")),
                ),
                slots(
                    late,
                    late + timedelta(days=1),
                    slot("SAT SUN", ("10:00", "12:00", "01:00"), ("14:00", "17:00", "01:00")),
                ),
            ),
            price=paid(calendar, (1717, 14, None), (1718, 10, None), (1723, 40, None), free_below=3),
        ),
    ]
