"""What is over, and what belongs to one season."""

from datetime import date, timedelta

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.events.cards import (
    DEPARTMENTAL,
    FAIR,
    FETE,
    NATURE,
    OUTING,
    RACE,
    REGIONAL,
    SPORTS,
    TRADE,
    TRADITION,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    SUNDAY,
    TUESDAY,
    Calendar,
    every_day,
    free,
    one_day,
    opening,
    paid,
    weekly,
)


def season_drafts(calendar: Calendar) -> list[Draft]:
    return [*_past(calendar), *_seasonal(calendar)]


def _past(calendar: Calendar) -> list[Draft]:
    # The first days of the last August that is over.
    lavender = calendar.coming(8, 1, lasts=5).replace(day=2)
    lavender = lavender.replace(year=lavender.year - 1)
    return [
        event(
            9041431,
            t(
                "Fête de la lavande",
                "Lavender festival",
                "Festa della lavanda",
                de="Lavendelfest",
                es="Fiesta de la lavanda",
                nl="Lavendelfeest",
            ),
            "Digne-les-Bains",
            (44.09250, 6.23560),
            kind=TRADITION,
            categories=(FETE, FAIR),
            themes=(2273, 2188),
            reach=REGIONAL,
            venue="Boulevard Gassendi",
            picture="lavender",
            office=DIGNE,
            short=t(
                "Alambics, danses et marché des distillateurs.",
                "Stills, dances and the distillers’ market.",
                "Alambicchi, danze e mercato dei distillatori.",
            ),
            # "Every year" on an event that is over: it must not come back by itself.
            opens=opening(every_day(lavender, lavender + timedelta(days=4), "09:00", "23:00", yearly=True)),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041432,
            t("Foire aux agneaux", "Lamb fair", "Fiera degli agnelli"),
            "Sisteron",
            (44.19760, 5.94280),
            kind=TRADE,
            categories=(FAIR,),
            themes=(2273,),
            venue="Cours Melchior-Donnet",
            picture="flock",
            office=SISTERON,
            short=t(
                "Éleveurs, chiens de troupeau et grillades.",
                "Breeders, sheepdogs and grills.",
                "Allevatori, cani da pastore e grigliate.",
            ),
            opens=opening(one_day(calendar.plus(-18), "08:00", "17:00")),
            price=free("ENTREE_LIBRE"),
            extra={
                "expiration": {
                    "dateExpiration": calendar.plus(30).isoformat(),
                    "expirationAction": "MASQUER_AUTOMATIQUEMENT",
                }
            },
        ),
        event(
            9041433,
            t("Course de la Montagne coupée", "Montagne coupée run"),
            "Digne-les-Bains",
            (44.08870, 6.22610),
            kind=SPORTS,
            categories=(RACE,),
            themes=(2327,),
            venue="Gare",
            picture="sport",
            office=DIGNE,
            short=t(
                "Dix kilomètres dans les marnes.", "Ten kilometres in the marls.", "Dieci chilometri tra le marne."
            ),
            opens=opening(one_day(calendar.plus(-4), "09:30", "12:00")),
            price=paid(calendar, (1717, 10, None)),
        ),
    ]


def _seasonal(calendar: Calendar) -> list[Draft]:
    season_end = calendar.plus(80)
    feast = date(calendar.today.year, 8, 15)
    return [
        event(
            9041441,
            t(
                "Descente aux flambeaux",
                "Torchlight descent",
                "Fiaccolata sugli sci",
                de="Fackelabfahrt",
                nl="Fakkelafdaling",
            ),
            "Uvernet-Fours",
            (44.36830, 6.60470),
            kind=SPORTS,
            categories=(2108,),
            themes=(2259,),
            venue="Front de neige de Pra Loup",
            picture="snow",
            office=UBAYE,
            season=("winter",),
            short=t(
                "Les moniteurs allument la piste, le vin chaud attend en bas.",
                "The instructors light up the slope; mulled wine waits below.",
                "I maestri illuminano la pista; in basso aspetta il vin brulé.",
            ),
            opens=opening(weekly(calendar.today, season_end, (TUESDAY,), "18:30", "19:30"), status=(4189,)),
            price=free("GRATUIT"),
            audience=(513,),
        ),
        event(
            9041442,
            t("Raquettes à la pleine lune", "Full-moon snowshoe walk", "Ciaspolata con la luna piena"),
            "Selonnet",
            (44.34500, 6.27850),
            kind=NATURE,
            categories=(OUTING,),
            themes=(2259,),
            venue="Chabanon",
            picture="snow",
            office=UBAYE,
            season=("winter",),
            short=t(
                "Deux heures dans les mélèzes, soupe au retour.",
                "Two hours among the larches, soup afterwards.",
                "Due ore tra i larici, zuppa al ritorno.",
            ),
            opens=opening(one_day(calendar.plus(6), "18:00", "20:30"), status=(4189,)),
            price=paid(calendar, (1717, 22, None), (1718, 16, None)),
        ),
        event(
            9041443,
            t("Fête des foins", "Hay festival", "Festa del fieno"),
            "Villars-Colmars",
            (44.16360, 6.60690),
            kind=TRADITION,
            categories=(2105,),
            themes=(2273,),
            venue="Prés du village",
            picture="plateau",
            office=VERDON,
            season=("summer", "spring"),
            short=t(
                "Fauchage à l’ancienne, aïoli et bal.",
                "Old-time mowing, aioli and a ball.",
                "Falciatura all’antica, aioli e ballo.",
            ),
            opens=opening(one_day(calendar.on(SUNDAY, weeks=1), "10:00", "23:00")),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041444,
            t("Fête votive de Moustiers", "Moustiers village fête", "Festa patronale di Moustiers"),
            "Moustiers-Sainte-Marie",
            (43.84672, 6.22185),
            kind=TRADITION,
            categories=(FETE, 2105),
            themes=(2224,),
            venue="Place de l’église",
            picture="festival",
            office=VERDON,
            season=("summer", "spring"),
            short=t(
                "La diane avant l’aube, les fifres, et la nuit sur la place.",
                "Reveille before dawn, fifes, and night on the square.",
                "La sveglia prima dell’alba, i pifferi, la notte in piazza.",
            ),
            opens=opening(every_day(feast, date(feast.year, 8, 18))),
            price=free("GRATUIT"),
        ),
        event(
            9041445,
            t("Cueillette d’automne et châtaignes", "Autumn picking and chestnuts", "Raccolta d’autunno e castagne"),
            "Revest-du-Bion",
            (44.08250, 5.54750),
            kind=TRADITION,
            categories=(FETE, FAIR),
            themes=(2292, 2205),
            reach=DEPARTMENTAL,
            venue="Place du village",
            picture="forest",
            office=FORCALQUIER,
            short=t(
                "Poêles géantes, cèpes et confitures.",
                "Giant pans, mushrooms and jams.",
                "Padelle giganti, porcini e marmellate.",
            ),
            opens=opening(one_day(calendar.weekend_of(10, 17) + timedelta(days=1), "09:00", "18:00")),
            price=free("ENTREE_LIBRE"),
            extra={"prestations": {"typesClientele": elements(513)}},
        ),
    ]
