"""EQUIPEMENT without a line: where to bathe in summer."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.facilities import facility
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    Calendar,
    every_day,
    free,
    opening,
    slot,
    slots,
)

BEACH = 3298


def bathing_drafts(calendar: Calendar) -> list[Draft]:
    first, _last = calendar.year
    watched = (date(first.year, 7, 1), date(first.year, 8, 31))
    rows = (
        (
            9045112,
            t(
                "Plan d’eau des Ferréols",
                "Les Ferréols swimming lake",
                "Laghetto dei Ferréols",
                de="Badesee Les Ferréols",
            ),
            "Digne-les-Bains",
            (44.08300, 6.20800),
            DIGNE,
            "swim",
            t(
                "Une plage de sable à dix minutes du centre, gratuite et surveillée.",
                "A sandy beach ten minutes from the centre, free and with lifeguards.",
                "Una spiaggia di sabbia a dieci minuti dal centro, gratuita e sorvegliata.",
                de="Sandstrand, zehn Minuten vom Zentrum, frei und bewacht.",
            ),
            t(
                "Fauteuil de baignade prêté au poste de secours, jeux d’eau, buvette et pelouses ombragées.",
                "A beach wheelchair is lent at the first-aid post; water games, a snack bar and shady lawns.",
                "Sedia da spiaggia in prestito, giochi d’acqua, bar e prati ombreggiati.",
            ),
            (3653, 3677, 6410, 3667),
        ),
        (
            9045113,
            t("Lac des Buissonnades", "Les Buissonnades lake", "Lago delle Buissonnades"),
            "Oraison",
            (43.91200, 5.90300),
            DURANCE,
            "lake",
            t(
                "Au bord de la Durance, baignade l’été, pêche et oiseaux le reste de l’année.",
                "Beside the Durance: swimming in summer, fishing and birds the rest of the year.",
                "In riva alla Durance: bagni d’estate, pesca e uccelli il resto dell’anno.",
            ),
            t(
                "Toboggan, terrain de volley et tour du lac praticable en poussette.",
                "A slide, a volleyball court and a path round the lake that takes a pushchair.",
            ),
            (3652,),
        ),
        (
            9045114,
            t("Plan d’eau de Siguret", "Siguret lake", "Lago di Siguret"),
            "Jausiers",
            (44.40800, 6.71800),
            UBAYE,
            "swim",
            t(
                "L’eau la plus haute où se baigner dans l’Ubaye : fraîche, même en août.",
                "The highest swimming water of the Ubaye: cool, even in August.",
                "L’acqua balneabile più alta dell’Ubaye: fresca anche d’agosto.",
            ),
            t(
                "Pelouse, barbecue, trois paddles à louer. L’hiver, le lac gèle : interdit de marcher dessus.",
                "Grass, barbecues, three paddle boards for hire. In winter it freezes: keep off the ice.",
            ),
            (),
        ),
        (
            9045115,
            t("Plage du Galetas", "Le Galetas beach", "Spiaggia del Galetas", es="Playa del Galetas"),
            "Moustiers-Sainte-Marie",
            (43.80000, 6.23000),
            VERDON,
            "kayak",
            t(
                "Au pont du Galetas, là où le Verdon sort de ses gorges : pédalos et kayaks.",
                "At the Galetas bridge, where the Verdon leaves its gorge: pedal boats and kayaks.",
                "Al ponte del Galetas, dove il Verdon esce dalle gole: pedalò e kayak.",
                es="En el puente del Galetas, donde el Verdon sale de sus gargantas.",
            ),
            t(
                "Arrivez avant dix heures en juillet et août : la route est souvent pleine ensuite.",
                "Come before ten in July and August; after that the road is often full.",
                "Arrivate prima delle dieci in luglio e agosto.",
            ),
            (),
        ),
        (
            9045116,
            t("Plage du lac de Montpezat", "Montpezat lake beach"),
            "Montagnac-Montpezat",
            (43.75200, 6.10800),
            DURANCE,
            "lake",
            t(
                "Une plage calme avant les gorges de Baudinard, sous les chênes.",
                "A quiet beach before the Baudinard gorge, under the oaks.",
                "Una spiaggia tranquilla prima delle gole di Baudinard, sotto le querce.",
            ),
            t(
                "Location de bateaux électriques, buvette, tables à l’ombre.",
                "Electric boats, a snack bar, shady tables.",
            ),
            (3652,),
        ),
    )
    return [
        facility(
            identifier,
            name,
            town,
            at,
            kind=BEACH,
            rubric=2993,
            picture=picture,
            office=office,
            short=short,
            long=long,
            opens=opening(
                slots(*watched, slot("MON TUE WED THU FRI SAT SUN HOL", ("11:00", "19:00")), yearly=True),
                every_day(date(first.year, 6, 1), date(first.year, 6, 30), yearly=True),
                status=(4188,),
                words=t(
                    "Baignade surveillée en juillet et août, de 11 h à 19 h.",
                    "Lifeguards in July and August, 11 am to 7 pm.",
                    "Bagnini in luglio e agosto, dalle 11 alle 19.",
                ),
            ),
            price=free("ACCES_LIBRE"),
            extra={
                "prestations": {
                    "equipements": elements(613, 761, 972, 612),
                    "animauxAcceptes": "NON_ACCEPTES",
                    **({"tourismesAdaptes": elements(*access)} if access else {}),
                }
            },
        )
        for identifier, name, town, at, office, picture, short, long, access in rows
    ]
