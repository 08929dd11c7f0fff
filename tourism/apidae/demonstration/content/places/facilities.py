"""EQUIPEMENT without a line: stations of the Train des Pignes, baths, beaches, via ferrata."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, Text, elements, merge, no_overrides, t
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, VERDON
from tourism.apidae.demonstration.opening import (
    SUNDAY,
    Calendar,
    every_day,
    except_on,
    free,
    opening,
    paid,
    slot,
    slots,
)
from tourism.apidae.demonstration.references import element


def facility(
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float],
    *,
    kind: int,
    rubric: int,
    short: Text,
    long: Text,
    picture: str,
    opens: dict,
    price: dict,
    office: int,
    altitude: int | None = None,
    extra: dict | None = None,
) -> Draft:
    return Draft(
        kind="EQUIPEMENT",
        id=identifier,
        name=name,
        commune=town,
        at=at,
        altitude=altitude,
        short=short,
        long=long,
        picture=picture,
        opening=opens,
        price=price,
        details={"rubrique": element(rubric), "activites": elements(kind)},
        office=office,
        extra=merge({"prestations": no_overrides()}, extra or {}),
    )


def facility_drafts(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    train_price = paid(
        calendar,
        (1717, 5, 24, t("Selon la distance, de gare à gare.", "By distance, station to station.")),
        means=(1268, 1277),
        free_below=4,
    )
    daily = opening(
        every_day(first, last, "06:30", "20:00", yearly=True),
        words=t(
            "Quatre allers-retours par jour, toute l’année.",
            "Four return trains a day, all year.",
            "Quattro andate e ritorno al giorno, tutto l’anno.",
        ),
    )
    stations = (
        (
            9045101,
            t(
                "Gare de Digne-les-Bains, Train des Pignes",
                "Digne-les-Bains station, Train des Pignes",
                "Stazione di Digne-les-Bains, Train des Pignes",
            ),
            "Digne-les-Bains",
            (44.08870, 6.22610),
            595,
            DIGNE,
        ),
        (
            9045102,
            t("Gare de Saint-André-les-Alpes, Train des Pignes", "Saint-André-les-Alpes station, Train des Pignes"),
            "Saint-André-les-Alpes",
            (43.96750, 6.50560),
            894,
            VERDON,
        ),
        (
            9045103,
            t(
                "Gare d’Annot, Train des Pignes",
                "Annot station, Train des Pignes",
                "Stazione di Annot, Train des Pignes",
            ),
            "Annot",
            (43.96180, 6.67110),
            716,
            VERDON,
        ),
        (
            9045104,
            t("Gare d’Entrevaux, Train des Pignes", "Entrevaux station, Train des Pignes"),
            "Entrevaux",
            (43.94860, 6.81020),
            475,
            VERDON,
        ),
    )
    drafts = [
        facility(
            identifier,
            name,
            town,
            at,
            kind=3415,
            rubric=2993,
            altitude=altitude,
            picture="train",
            office=office,
            short=t(
                "Halte de la ligne Nice – Digne, à voie métrique depuis 1911.",
                "A stop on the metre-gauge line from Nice to Digne, open throughout since 1911.",
                "Fermata della linea Nizza – Digne, a scartamento metrico dal 1911.",
            ),
            long=t(
                "Le train relie la mer aux Alpes par cent cinquante kilomètres de viaducs et de tunnels. Vélos acceptés selon la place ; arrêts facultatifs à signaler au conducteur.",
                "The train joins the sea and the Alps over one hundred and fifty kilometres of viaducts and tunnels. Bicycles if there is room; tell the driver for request stops.",
            ),
            opens=daily,
            price=train_price,
            extra={"prestations": {"tourismesAdaptes": elements(3652), "equipements": elements(972, 761)}},
        )
        for identifier, name, town, at, altitude, office in stations
    ]
    drafts += [
        facility(
            9045105,
            t(
                "Thermes de Gréoux-les-Bains",
                "Gréoux-les-Bains thermal baths",
                "Terme di Gréoux-les-Bains",
                de="Thermalbad Gréoux-les-Bains",
            ),
            "Gréoux-les-Bains",
            (43.75530, 5.88800),
            kind=3234,
            rubric=2993,
            picture="pool",
            office=DURANCE,
            short=t(
                "Une eau à quarante-deux degrés, connue des Romains, dans des bains troglodytiques.",
                "Water at forty-two degrees, known to the Romans, in baths cut in the rock.",
                "Acqua a quarantadue gradi, nota ai Romani, in bagni scavati nella roccia.",
            ),
            long=t(
                "Cures et séances à la journée. Réservez la veille pour l’espace bien-être, surtout le week-end.",
                "Cures and day sessions. Book the day before for the spa, above all at weekends.",
            ),
            opens=opening(
                except_on(date(first.year, 3, 1), date(first.year, 12, 12), (SUNDAY,), "06:30", "19:00", yearly=True)
            ),
            price=paid(calendar, (4108, 22, 45)),
            extra={"prestations": {"tourismesAdaptes": elements(3653)}},
        ),
        facility(
            9045106,
            t(
                "Via ferrata du Rocher de Neuf Heures",
                "Rocher de Neuf Heures via ferrata",
                "Via ferrata del Rocher de Neuf Heures",
            ),
            "Digne-les-Bains",
            (44.09060, 6.24700),
            kind=3241,
            rubric=2988,
            altitude=700,
            picture="rocks",
            office=DIGNE,
            short=t(
                "Câbles, ponts et tyroliennes au-dessus des toits de Digne.",
                "Cables, bridges and zip lines above the roofs of Digne.",
                "Cavi, ponti e zip line sopra i tetti di Digne.",
            ),
            long=t(
                "Quatre cents mètres de parcours en deux heures. Équipement à louer en ville ; interdit par temps d’orage.",
                "Four hundred metres in two hours. Equipment for hire in town; closed in stormy weather.",
            ),
            opens=opening(
                slots(first, last, slot("MON TUE WED THU FRI SAT SUN", ("08:00", "19:00")), yearly=True), status=(4188,)
            ),
            price=free("ACCES_LIBRE"),
            extra={"prestations": {"ageMin": 12, "uniteAgeMin": "ANNEE"}},
        ),
        facility(
            9045107,
            t(
                "Base nautique d’Esparron",
                "Esparron water sports base",
                "Base nautica di Esparron",
                de="Wassersportzentrum Esparron",
            ),
            "Esparron-de-Verdon",
            (43.73870, 5.97180),
            kind=6396,
            rubric=2988,
            picture="kayak",
            office=DURANCE,
            short=t(
                "Canoës, pédalos et bateaux électriques pour remonter les basses gorges.",
                "Canoes, pedal boats and electric boats to explore the lower gorge.",
                "Canoe, pedalò e barche elettriche per risalire le gole basse.",
            ),
            long=t(
                "Départ au pied du château. Comptez deux heures aller-retour jusqu’aux falaises de Quinson ; gilets fournis.",
                "Set off below the castle. Two hours there and back to the cliffs; life jackets provided.",
            ),
            opens=opening(every_day(date(first.year, 4, 1), date(first.year, 10, 15), "09:30", "18:30", yearly=True)),
            price=paid(calendar, (4108, 15, 60)),
        ),
        facility(
            9045108,
            t("Plage de Saint-Julien-du-Verdon", "Saint-Julien-du-Verdon beach"),
            "Saint-Julien-du-Verdon",
            (43.91470, 6.54610),
            kind=3298,
            rubric=2993,
            altitude=880,
            picture="lake",
            office=VERDON,
            short=t(
                "La plage du lac de Castillon, à l’ombre d’un village qui a vu monter les eaux.",
                "The beach of lake Castillon, beside a village that watched the waters rise.",
                "La spiaggia del lago di Castillon, accanto a un paese che ha visto salire le acque.",
            ),
            long=t(
                "Herbe, galets et location de paddles. Baignade surveillée en juillet et août.",
                "Grass, pebbles and paddle boards. Lifeguards in July and August.",
            ),
            opens=opening(every_day(date(first.year, 6, 15), date(first.year, 9, 15), yearly=True)),
            price=free(
                "ACCES_LIBRE_STATIONNEMENT_PAYANT_OBLIGATOIRE",
                t(
                    "Accès libre, stationnement payant.",
                    "Free access, paid parking.",
                    "Accesso libero, parcheggio a pagamento.",
                ),
            ),
            extra={"prestations": {"equipements": elements(613, 761, 972)}},
        ),
    ]
    return drafts
