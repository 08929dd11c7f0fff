"""From spring to autumn: lakes, lavender, pastures, stags and saffron."""

from datetime import timedelta

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.events.cards import (
    CONCERT,
    CULTURE,
    DANCE,
    FAIR,
    LEISURE,
    NATURE,
    OUTING,
    RACE,
    REGIONAL,
    SPORTS,
    TASTER,
    TRADE,
    TRADITION,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    Calendar,
    free,
    one_day,
    opening,
    paid,
    slot,
    slots,
    weekly,
)

WARM = ("spring", "summer")


def fine_day_drafts(calendar: Calendar) -> list[Draft]:
    return [*_warm(calendar), *_autumn(calendar)]


def _warm(calendar: Calendar) -> list[Draft]:
    end = calendar.plus(50)
    return [
        event(
            9041491,
            t("Guinguette du lac", "Dance by the lake", "Balera sul lago", nl="Dansen aan het meer"),
            "Saint-Julien-du-Verdon",
            (43.91470, 6.54610),
            kind=LEISURE,
            categories=(DANCE, CONCERT),
            themes=(2136,),
            venue="Plage du lac de Castillon",
            picture="lanterns",
            office=VERDON,
            season=WARM,
            short=t(
                "Fritures, accordéon et pieds nus, le vendredi jusqu’à minuit passé.",
                "Fried fish, an accordion and bare feet, on Fridays until past midnight.",
                "Fritture, fisarmonica e piedi nudi, il venerdì fin dopo mezzanotte.",
            ),
            opens=opening(weekly(calendar.today, end, (FRIDAY,), "19:00", "00:30"), status=(4190,)),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041492,
            t(
                "Lavande au crépuscule",
                "Lavender at dusk",
                "Lavanda al crepuscolo",
                de="Lavendel in der Dämmerung",
                es="Lavanda al anochecer",
            ),
            "Valensole",
            (43.84860, 5.99920),
            kind=NATURE,
            categories=(OUTING,),
            themes=(2188, 2273),
            venue="Distillerie du Plateau",
            picture="lavender",
            office=DURANCE,
            season=("summer",),
            audience=(513,),
            short=t(
                "Marcher entre les rangs quand les abeilles rentrent ; sirop de lavande à l’arrivée.",
                "Walk between the rows as the bees go home; lavender cordial at the end.",
                "Camminare tra i filari quando le api rientrano; sciroppo di lavanda.",
            ),
            opens=opening(weekly(calendar.today, end, (TUESDAY, THURSDAY, SATURDAY), "19:30", "21:30")),
            price=paid(calendar, (1717, 9, None), (1718, 4, None)),
        ),
        event(
            9041493,
            t("Un matin à l’alpage", "A morning on the alp", "Una mattina in alpeggio"),
            "Allos",
            (44.24300, 6.69000),
            kind=NATURE,
            categories=(OUTING, TASTER),
            themes=(2284, 2064),
            venue="Parking du Laus",
            picture="flock",
            office=VERDON,
            season=("summer",),
            short=t(
                "Rejoindre la bergère à la traite, porter le sel, comprendre les chiens blancs.",
                "Join the shepherdess at milking, carry the salt, understand the white dogs.",
                "Raggiungere la pastora alla mungitura, portare il sale, capire i cani bianchi.",
            ),
            opens=opening(slots(calendar.today, end, slot("WED FRI", ("07:30", "11:30"))), status=(4191, 4192)),
            price=paid(calendar, (1717, 14, None), (1718, 7, None)),
        ),
        event(
            9041494,
            t("Cyclosportive des trois cols", "Three Passes cycling race", "Granfondo dei tre colli"),
            "Barcelonnette",
            (44.38780, 6.65370),
            kind=SPORTS,
            categories=(RACE,),
            themes=(2337,),
            reach=REGIONAL,
            venue="Place Aimé-Gassier",
            picture="bicycle",
            office=UBAYE,
            season=WARM,
            short=t(
                "Allos, Champs, Cayolle : cent vingt kilomètres, ou le premier col seulement.",
                "Allos, Champs, Cayolle: a hundred and twenty kilometres, or the first pass only.",
                "Allos, Champs, Cayolle: centoventi chilometri, o solo il primo colle.",
            ),
            opens=opening(one_day(calendar.on(SUNDAY, weeks=2), "07:30", "17:00"), status=(4191,)),
            price=paid(calendar, (1717, 45, None)),
        ),
        event(
            9041495,
            t("Bain de nuit aux Ferréols", "Night swim at Les Ferréols", "Bagno di notte ai Ferréols"),
            "Digne-les-Bains",
            (44.08300, 6.20800),
            kind=LEISURE,
            categories=(TASTER,),
            themes=(2263,),
            venue="Plan d’eau des Ferréols",
            picture="swim",
            office=DIGNE,
            season=("summer",),
            access=(3653, 3677),
            short=t(
                "Eau éclairée, musique douce, surveillance jusqu’à vingt-trois heures.",
                "Lit water, soft music, lifeguards until eleven.",
                "Acqua illuminata, musica dolce, bagnini fino alle ventitré.",
            ),
            opens=opening(weekly(calendar.today, end, (THURSDAY, SATURDAY), "20:00", "23:00"), status=(4188,)),
            price=free("GRATUIT"),
        ),
        event(
            9041496,
            t("Concert à l’abbaye de Lure", "Concert at Lure abbey", "Concerto all’abbazia di Lure"),
            "Saint-Étienne-les-Orgues",
            (44.09190, 5.79530),
            kind=CULTURE,
            categories=(CONCERT,),
            themes=(5498,),
            venue="Abbaye Notre-Dame de Lure",
            picture="choir",
            office=FORCALQUIER,
            season=WARM,
            short=t(
                "Cinq voix d’hommes, des chants corses et occitans, la forêt pour écho.",
                "Five men’s voices, Corsican and Occitan songs, the forest for an echo.",
                "Cinque voci maschili, canti corsi e occitani, la foresta per eco.",
            ),
            opens=opening(one_day(calendar.on(SATURDAY, weeks=1), "18:00", "19:30"), status=(4191,)),
            price=paid(calendar, (5239, 14, None), (5240, 9, None)),
            links=(("EST_SITUE_DANS", 9044036),),
        ),
    ]


def _autumn(calendar: Calendar) -> list[Draft]:
    """What has its weeks in nature and cannot move: the next time, on any day of the year."""
    end = calendar.coming(10, 18)
    return [
        event(
            9041497,
            t("Écouter le brame", "Listening to the stags", "Ascoltare il bramito", de="Hirschbrunft"),
            "Prads-Haute-Bléone",
            (44.22100, 6.44300),
            kind=NATURE,
            categories=(OUTING,),
            themes=(2064, 2282),
            venue="Hameau de la Favière",
            picture="forest",
            office=DIGNE,
            short=t(
                "Une heure de silence à la lisière, avec un garde du parc.",
                "An hour of silence at the edge of the wood, with a warden.",
                "Un’ora di silenzio al margine del bosco, con un guardaparco.",
            ),
            opens=opening(weekly(end - timedelta(days=28), end, (FRIDAY, SATURDAY), "18:30", "20:30"), status=(4191,)),
            price=paid(calendar, (1717, 12, None), (1718, 6, None)),
        ),
        event(
            9041498,
            t("Fête du miel et du safran", "Honey and saffron fair", "Festa del miele e dello zafferano"),
            "Riez",
            (43.81800, 6.09280),
            kind=TRADE,
            categories=(FAIR,),
            themes=(2292,),
            venue="Allées Louis-Gardiol",
            picture="jars",
            office=DURANCE,
            short=t(
                "Extraction en public, émondage des crocus et concours de pain d’épices.",
                "Honey spun before you, crocuses plucked and a gingerbread contest.",
                "Smielatura in pubblico, mondatura dei crochi e gara di pan di zenzero.",
            ),
            opens=opening(one_day(calendar.weekend_of(10, 24) + timedelta(days=1), "09:30", "18:00")),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041499,
            t("Descente des troupeaux", "The flocks come down", "La discesa delle greggi", nl="De kudden keren terug"),
            "Thorame-Haute",
            (44.10000, 6.55600),
            kind=TRADITION,
            categories=(6017, 2105),
            themes=(2284,),
            reach=REGIONAL,
            venue="Grand-Rue",
            picture="flock",
            office=VERDON,
            short=t(
                "Trois mille brebis, des ânes bâtés et une soupe de bergers.",
                "Three thousand ewes, laden donkeys and shepherds’ soup.",
                "Tremila pecore, asini carichi e una zuppa di pastori.",
            ),
            opens=opening(one_day(calendar.weekend_of(10, 10), "10:00", "16:00"), status=(4187,)),
            price=free("GRATUIT"),
        ),
    ]
