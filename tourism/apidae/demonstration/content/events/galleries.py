"""More exhibitions, with their opening nights, and what children do in the school holidays."""

from datetime import date, timedelta

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.events.cards import (
    CULTURE,
    DEPARTMENTAL,
    EXHIBITION,
    LEISURE,
    OPENING_NIGHT,
    TASTER,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    Calendar,
    every_day,
    except_on,
    free,
    one_day,
    opening,
    paid,
    slot,
    slots,
    weekly,
)


def gallery_drafts(calendar: Calendar) -> list[Draft]:
    return [*_exhibitions(calendar), *_holidays(calendar)]


def _exhibitions(calendar: Calendar) -> list[Draft]:
    return [
        event(
            9041108,
            t(
                "Le noir et les étoiles",
                "Darkness and stars",
                "Il buio e le stelle",
                de="Dunkel und Sterne",
                es="La oscuridad y las estrellas",
            ),
            "Saint-Michel-l'Observatoire",
            (43.90390, 5.71800),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2235, 2102),
            reach=DEPARTMENTAL,
            venue="Centre d’astronomie",
            picture="observatory",
            office=FORCALQUIER,
            access=(3652, 4218),
            short=t(
                "Quarante nuits photographiées sans retouche, et une maquette du ciel à toucher.",
                "Forty nights photographed without retouching, and a sky to touch.",
                "Quaranta notti fotografate senza ritocchi, e un cielo da toccare.",
            ),
            opens=opening(
                slots(
                    calendar.plus(-25),
                    calendar.plus(85),
                    slot("TUE WED THU", ("14:00", "18:00")),
                    slot("FRI SAT", ("14:00", "18:00"), ("20:30", "23:00")),
                    slot("MON SUN", closed=True),
                )
            ),
            price=paid(calendar, (5239, 5, None), (5240, 3, None), free_below=8),
        ),
        event(
            9041109,
            t("Dessine-moi une ammonite", "Draw me an ammonite", "Disegnami un’ammonite", nl="Teken een ammoniet"),
            "Digne-les-Bains",
            (44.09380, 6.23610),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2290, 2304),
            venue="Musée Gassendi",
            picture="ammonite",
            office=DIGNE,
            access=(3653,),
            audience=(513,),
            short=t(
                "Trois siècles de carnets de naturalistes, et une table pour ajouter le vôtre.",
                "Three centuries of naturalists’ notebooks, and a table to add your own.",
                "Tre secoli di taccuini di naturalisti, e un tavolo per aggiungere il vostro.",
            ),
            opens=opening(
                except_on(calendar.plus(-40), calendar.plus(70), (TUESDAY,), "13:30", "17:30"),
                special=("VINGT_CINQ_DECEMBRE", "PREMIER_JANVIER"),
            ),
            price=free("GRATUIT"),
            links=(("EST_SITUE_DANS", 9044018),),
        ),
        event(
            9041110,
            t("Muletiers", "Muleteers", "Mulattieri"),
            "Seyne",
            (44.35050, 6.35680),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2206, 2064),
            venue="Grand’Rue",
            picture="mules",
            office=UBAYE,
            short=t(
                "Portraits d’éleveurs d’hier et d’aujourd’hui, accrochés aux façades du village.",
                "Portraits of breeders past and present, hung on the fronts of the village.",
                "Ritratti di allevatori di ieri e di oggi, appesi alle facciate.",
            ),
            opens=opening(
                every_day(calendar.plus(-15), calendar.plus(55)),
                words=t("Visible jour et nuit.", "On view day and night.", "Visibile giorno e notte."),
            ),
            price=free("ACCES_LIBRE"),
            access=(3652,),
        ),
        event(
            9041111,
            t("Aquarelles de haute vallée", "Watercolours from the high valley", "Acquerelli dell’alta valle"),
            "Jausiers",
            (44.41500, 6.73100),
            kind=CULTURE,
            categories=(EXHIBITION, OPENING_NIGHT),
            themes=(2232,),
            venue="Maison des produits de pays",
            picture="exhibition",
            office=UBAYE,
            short=t(
                "Vernissage vendredi soir avec la peintre, puis trois semaines de couleurs.",
                "Opening on Friday with the painter, then three weeks of colour.",
                "Inaugurazione venerdì con la pittrice, poi tre settimane di colori.",
            ),
            opens=opening(
                one_day(calendar.on(FRIDAY), "18:30", "20:30"),
                weekly(calendar.on(SATURDAY), calendar.plus(24), (FRIDAY, SATURDAY, SUNDAY), "10:00", "12:30"),
                weekly(calendar.on(SATURDAY), calendar.plus(24), (FRIDAY, SATURDAY, SUNDAY), "14:30", "18:30"),
            ),
            price=free("ENTREE_LIBRE"),
        ),
    ]


def _holidays(calendar: Calendar) -> list[Draft]:
    first, last = calendar.holidays
    monday = _monday(calendar)
    children = {"prestations": {"ageMin": 6, "ageMax": 12, "uniteAgeMin": "ANNEE", "uniteAgeMax": "ANNEE"}}
    return [
        event(
            9041435,
            t(
                "Vacances au musée : les chasseurs de mammouths",
                "Holidays at the museum: mammoth hunters",
                "Vacanze al museo: cacciatori di mammut",
            ),
            "Quinson",
            (43.69950, 6.03930),
            kind=LEISURE,
            categories=(TASTER,),
            themes=(2157,),
            venue="Musée de Préhistoire",
            picture="workshop",
            office=DURANCE,
            access=(3653,),
            audience=(4549,),
            short=t(
                "Lancer au propulseur, faire du feu, graver un os : deux ateliers par jour pendant les vacances.",
                "Throw a spear, make fire, carve a bone: two workshops a day in the school holidays.",
                "Lanciare col propulsore, accendere il fuoco, incidere un osso: due laboratori al giorno.",
            ),
            opens=opening(
                slots(
                    first,
                    last,
                    slot("MON WED THU FRI", ("10:30", "12:00"), ("14:30", "16:00")),
                    slot("HOL", closed=True),
                )
            ),
            price=paid(calendar, (1718, 7, None)),
            links=(("EST_SITUE_DANS", 9044013),),
            extra=children,
        ),
        event(
            9041436,
            t("Stage de cirque", "Circus week", "Corso di circo", de="Zirkuswoche"),
            "Barcelonnette",
            (44.38800, 6.65100),
            kind=LEISURE,
            categories=(TASTER, 2147),
            venue="Gymnase",
            picture="festival",
            office=UBAYE,
            audience=(4549, 4550),
            short=t(
                "Cinq matinées pour jongler, marcher sur un fil et saluer sans rire.",
                "Five mornings to juggle, walk a wire and bow without giggling.",
                "Cinque mattine per giocolare, camminare sul filo e inchinarsi senza ridere.",
            ),
            opens=opening(
                every_day(monday, monday + timedelta(days=4), "09:30", "12:00"), special=("VINGT_CINQ_DECEMBRE",)
            ),
            price=paid(calendar, (1718, 75, None, t("La semaine.", "The week.", "La settimana."))),
            extra=children,
        ),
        event(
            9041437,
            t("Les petits astronomes", "Little astronomers", "Piccoli astronomi"),
            "Saint-Michel-l'Observatoire",
            (43.90390, 5.71800),
            kind=LEISURE,
            categories=(TASTER,),
            themes=(2102, 2293),
            venue="Centre d’astronomie",
            picture="stars",
            office=FORCALQUIER,
            audience=(4549,),
            short=t(
                "Fabriquer un cadran, une fusée d’eau, une carte du ciel de sa chambre.",
                "Make a sundial, a water rocket, a star map for your bedroom.",
                "Costruire una meridiana, un razzo ad acqua, una mappa del cielo per la camera.",
            ),
            opens=opening(weekly(first, last, (MONDAY, TUESDAY), "14:00", "16:30")),
            price=paid(calendar, (1718, 12, None)),
            extra=children,
        ),
        event(
            9041438,
            t("Chasse au trésor des fontaines", "The fountain treasure hunt", "Caccia al tesoro delle fontane"),
            "Moustiers-Sainte-Marie",
            (43.84672, 6.22185),
            kind=LEISURE,
            categories=(2112,),
            venue="Office de tourisme",
            picture="village",
            office=VERDON,
            audience=(513, 4548),
            short=t(
                "Douze fontaines, douze indices, un petit bol à l’arrivée. Départ quand vous voulez.",
                "Twelve fountains, twelve clues, a little bowl at the end. Start when you like.",
                "Dodici fontane, dodici indizi, una ciotolina all’arrivo. Si parte quando si vuole.",
            ),
            opens=opening(
                slots(
                    first,
                    last,
                    slot("MON TUE WED THU FRI SAT", ("10:00", "12:00", "00:30"), ("14:00", "16:30", "00:30")),
                )
            ),
            price=paid(calendar, (1723, 8, None, t("Le carnet.", "The booklet.", "Il libretto."))),
        ),
    ]


def _monday(calendar: Calendar) -> date:
    """The first Monday of the school holidays that is not over."""
    first, _last = calendar.holidays
    start = max(first, calendar.today)
    return start + timedelta(days=(MONDAY - start.weekday()) % 7)
