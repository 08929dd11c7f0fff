"""A festival and its programme: the links in both directions."""

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.events.cards import (
    BALL,
    CONCERT,
    CULTURE,
    FESTIVAL,
    LOCAL,
    REGIONAL,
    event,
)
from tourism.apidae.demonstration.content.places.offices import (
    CULTURE as PASSEURS,
)
from tourism.apidae.demonstration.opening import (
    Calendar,
    every_day,
    free,
    one_day,
    opening,
    paid,
)

FESTIVAL_ID = 9041301


def festival_drafts(calendar: Calendar) -> list[Draft]:
    children = (9041306, 9041307, 9041308, 9041309)
    back = (("PROGRAMME_ORGANISATEUR", FESTIVAL_ID),)
    start = calendar.plus(8)
    return [
        event(
            FESTIVAL_ID,
            t(
                "Les Nuits de la Bléone",
                "Bléone Nights",
                "Le Notti della Bléone",
                de="Die Nächte der Bléone",
                es="Las Noches del Bléone",
                nl="De Nachten van de Bléone",
            ),
            "Digne-les-Bains",
            (44.09280, 6.23420),
            kind=CULTURE,
            categories=(FESTIVAL,),
            themes=(2208, 2224),
            reach=REGIONAL,
            venue="Centre culturel René-Char",
            picture="festival",
            office=PASSEURS,
            access=(3653, 1191),
            short=t(
                "Quatre soirs de musiques voyageuses au bord de la rivière.",
                "Four evenings of travelling music beside the river.",
                "Quattro sere di musiche viaggiatrici in riva al fiume.",
                de="Vier Abende reisender Musik am Fluss.",
                es="Cuatro noches de músicas viajeras junto al río.",
                nl="Vier avonden reizende muziek aan de rivier.",
            ),
            long=t(
                "Chaque soir, une fanfare ouvre la rue, un concert occupe la scène et un bal referme la nuit. Cuisine des associations, gobelets consignés, navettes vers Manosque et Sisteron après le dernier rappel.",
                "Each evening a brass band opens the street, a concert takes the stage and a ball closes the night. Food by local associations, returnable cups, shuttles to Manosque and Sisteron after the last encore.",
                "Ogni sera una fanfara apre la strada, un concerto occupa la scena e un ballo chiude la notte.",
            ),
            opens=opening(every_day(start, calendar.plus(11), "18:00", "01:00")),
            price=paid(
                calendar,
                (
                    5239,
                    20,
                    28,
                    t(
                        "Selon la soirée ; forfait quatre soirs 60 €.",
                        "Depending on the evening; four-evening pass €60.",
                    ),
                ),
                (5240, 12, None),
                free_below=12,
            ),
            links=tuple(("ORGANISATEUR_PROGRAMME", child) for child in children),
            extra={"informationsFeteEtManifestation": {"nbVisiteursAttendu": 4000}},
        ),
        *(
            event(
                identifier,
                name,
                "Digne-les-Bains",
                (44.09280, 6.23420) if index else (44.09230, 6.23600),
                kind=CULTURE,
                categories=(category,),
                themes=(theme,),
                venue=venue,
                picture=picture,
                office=PASSEURS,
                contact=False,
                short=short,
                opens=opening(one_day(calendar.plus(8 + index), *hours)),
                price=price,
                links=back,
                reach=LOCAL,
            )
            for index, (identifier, name, category, theme, venue, picture, hours, short, price) in enumerate(
                (
                    (
                        9041306,
                        t("Fanfare d’ouverture", "Opening brass band", "Fanfara d’apertura"),
                        CONCERT,
                        2224,
                        "Boulevard Gassendi",
                        "festival",
                        ("18:00", "19:30"),
                        t(
                            "Départ de la place, arrivée à la rivière.",
                            "From the square to the river.",
                            "Dalla piazza al fiume.",
                        ),
                        free("GRATUIT"),
                    ),
                    (
                        9041307,
                        t("Cordes du Piémont", "Strings from Piedmont", "Corde dal Piemonte"),
                        CONCERT,
                        2224,
                        "Centre culturel René-Char",
                        "concert",
                        ("20:30", "22:30"),
                        t(
                            "Violons et organetto des vallées occitanes.",
                            "Fiddles and melodeon of the Occitan valleys.",
                            "Violini e organetto delle valli occitane.",
                        ),
                        paid(calendar, (5239, 20, None), (5240, 12, None)),
                    ),
                    (
                        9041308,
                        t("Jazz manouche", "Gypsy jazz", "Jazz manouche"),
                        CONCERT,
                        2208,
                        "Centre culturel René-Char",
                        "concert",
                        ("20:30", "23:00"),
                        t(
                            "Deux guitares, une contrebasse, beaucoup de vitesse.",
                            "Two guitars, a bass and a great deal of speed.",
                            "Due chitarre, un contrabbasso e tanta velocità.",
                        ),
                        paid(calendar, (5239, 24, None), (5240, 12, None)),
                    ),
                    (
                        9041309,
                        t("Grand bal de clôture", "Closing ball", "Gran ballo finale"),
                        BALL,
                        2224,
                        "Centre culturel René-Char",
                        "festival",
                        ("21:00", "01:30"),
                        t(
                            "On danse jusqu’à ce que le plancher fatigue.",
                            "Dance until the floor gets tired.",
                            "Si balla finché il pavimento si stanca.",
                        ),
                        free("GRATUIT"),
                    ),
                )
            )
        ),
    ]
