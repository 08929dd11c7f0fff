"""A second programme: three days about a writer, in a town that is his."""

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.events.cards import (
    CULTURE,
    FESTIVAL,
    FILM,
    NATIONAL,
    OUTING,
    PLAY,
    TALK,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DURANCE
from tourism.apidae.demonstration.opening import Calendar, every_day, free, one_day, opening, paid

FESTIVAL_ID = 9041350
_PROGRAMME = (9041351, 9041352, 9041353, 9041354)


def giono_drafts(calendar: Calendar) -> list[Draft]:
    first = calendar.plus(16)
    part_of = (("PROGRAMME_ORGANISATEUR", FESTIVAL_ID),)
    return [
        event(
            FESTIVAL_ID,
            t(
                "Les Journées du Hussard",
                "The Hussar’s Days",
                "Le Giornate dell’Ussaro",
                de="Die Tage des Husaren",
                nl="De dagen van de huzaar",
            ),
            "Manosque",
            (43.83470, 5.78530),
            kind=CULTURE,
            categories=(FESTIVAL,),
            themes=(2210,),
            reach=NATIONAL,
            venue="Centre Jean Giono",
            inside=True,
            picture="book",
            office=DURANCE,
            access=(3653, 4213),
            short=t(
                "Trois jours de lectures, de marches et de films autour de Giono.",
                "Three days of readings, walks and films around Giono.",
                "Tre giorni di letture, camminate e film attorno a Giono.",
            ),
            long=t(
                "Un jour, un livre : on le lit le matin, on le marche l’après-midi, on le regarde le soir. Le détail est dans "
                "chaque rendez-vous.",
                "A day, a book: read it in the morning, walk it in the afternoon, watch it at night. Each event has its own "
                "page.",
                "Un giorno, un libro: lo si legge al mattino, lo si cammina al pomeriggio, lo si guarda la sera.",
            ),
            opens=opening(every_day(first, calendar.plus(18), "10:00", "23:00")),
            price=paid(calendar, (5239, 3, 12, t("Selon le rendez-vous.", "Depending on the event."))),
            links=(*(("ORGANISATEUR_PROGRAMME", part) for part in _PROGRAMME), ("EST_SITUE_DANS", 9044014)),
        ),
        event(
            9041351,
            t("Lecture au petit matin", "Reading at daybreak", "Lettura all’alba"),
            "Manosque",
            (43.83720, 5.79050),
            kind=CULTURE,
            categories=(TALK,),
            themes=(2210,),
            venue="Le Paraïs",
            picture="book",
            office=DURANCE,
            short=t(
                "Une comédienne lit dans le jardin de l’écrivain ; café et pain grillé.",
                "An actress reads in the writer’s garden; coffee and toast.",
                "Un’attrice legge nel giardino dello scrittore; caffè e pane tostato.",
            ),
            opens=opening(one_day(first, "08:00", "09:15"), status=(4192,)),
            price=free("GRATUIT"),
            links=part_of,
        ),
        event(
            9041352,
            t("Sur les toits du Hussard", "On the Hussar’s rooftops", "Sui tetti dell’Ussaro"),
            "Manosque",
            (43.83400, 5.78500),
            kind=CULTURE,
            categories=(OUTING,),
            themes=(2158, 2206),
            venue="Porte Saunerie",
            picture="village",
            office=DURANCE,
            short=t(
                "Une promenade dans la vieille ville, livre en main, et la vue depuis le clocher.",
                "A walk in the old town, book in hand, and the view from the belfry.",
                "Una passeggiata nella città vecchia, libro in mano, e la vista dal campanile.",
            ),
            opens=opening(every_day(first, calendar.plus(17), "15:00", "17:00"), status=(4191,)),
            price=paid(calendar, (5239, 6, None), (5240, 3, None)),
            links=part_of,
        ),
        event(
            9041353,
            t("Film en plein ciel", "A film under the sky", "Un film sotto il cielo"),
            "Manosque",
            (43.83300, 5.78710),
            kind=CULTURE,
            categories=(FILM,),
            themes=(2133,),
            venue="Cinéma de Manosque",
            inside=True,
            picture="cinema",
            office=DURANCE,
            access=(3653, 1191, 1199),
            short=t(
                "Copie restaurée, audiodescription, discussion avec la monteuse.",
                "A restored print, audio description, and a talk with the editor.",
                "Copia restaurata, audiodescrizione, incontro con la montatrice.",
            ),
            opens=opening(one_day(calendar.plus(17), "20:30", "23:00")),
            price=paid(calendar, (5239, 8, None), (5240, 6, None)),
            links=part_of,
        ),
        event(
            9041354,
            t(
                "« Un homme plantait », théâtre d’ombres",
                "“A man was planting”, shadow theatre",
                "«Un uomo piantava», teatro d’ombre",
            ),
            "Manosque",
            (43.83560, 5.79180),
            kind=CULTURE,
            categories=(PLAY,),
            themes=(2213, 2282),
            venue="Théâtre Jean-le-Bleu",
            picture="forest",
            office=DURANCE,
            access=(3653,),
            audience=(513,),
            short=t(
                "Des glands, une lampe et des mains : une forêt pousse en quarante minutes.",
                "Acorns, a lamp and hands: a forest grows in forty minutes.",
                "Ghiande, una lampada e mani: una foresta cresce in quaranta minuti.",
            ),
            opens=opening(one_day(calendar.plus(18), "17:00", "17:40")),
            price=paid(calendar, (1717, 12, None), (1718, 6, None)),
            links=part_of,
        ),
    ]
