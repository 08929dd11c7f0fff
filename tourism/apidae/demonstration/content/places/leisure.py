"""ACTIVITE and SEJOUR_PACKAGE: outings with a guide, and stays."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, Text, elements, no_overrides, t
from tourism.apidae.demonstration.content.places.fiction import invented
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    SUNDAY,
    TUESDAY,
    Calendar,
    every_day,
    except_on,
    monthly,
    opening,
    paid,
    slot,
    slots,
    weekly,
)
from tourism.apidae.demonstration.references import element


def activity(
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float],
    *,
    sports: tuple[int, ...] = (),
    arts: tuple[int, ...] = (),
    short: Text,
    long: Text,
    picture: str,
    opens: dict,
    price: dict,
    office: int,
    age: int,
) -> Draft:
    details: dict = {"activiteType": element(1789 if sports else 1790), "categories": elements(1797, 1886)}
    if sports:
        details["activitesSportives"] = elements(*sports)
    if arts:
        details["activitesCulturelles"] = elements(*arts)
    return Draft(
        kind="ACTIVITE",
        id=identifier,
        name=name,
        commune=town,
        at=at,
        short=short,
        long=invented(long),
        picture=picture,
        opening=opens,
        price=price,
        details=details,
        office=office,
        extra={
            "prestations": {
                "ageMin": age,
                "uniteAgeMin": "ANNEE",
                "languesParlees": elements(1197, 1192),
                **no_overrides(),
            }
        },
    )


def leisure_drafts(calendar: Calendar) -> list[Draft]:
    return [*_activities(calendar), *_stays(calendar)]


def _activities(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    summer = (date(first.year, 5, 1), date(first.year, 9, 30))
    return [
        activity(
            9045201,
            t(
                "Descente de l’Ubaye en rafting",
                "Rafting down the Ubaye",
                "Discesa dell’Ubaye in rafting",
                de="Rafting auf der Ubaye",
                nl="Raften op de Ubaye",
            ),
            "Méolans-Revel",
            (44.39720, 6.49660),
            sports=(1925,),
            age=10,
            picture="rafting",
            office=UBAYE,
            short=t(
                "Deux heures de vagues sur l’une des plus belles rivières sportives d’Europe.",
                "Two hours of waves on one of Europe’s finest white-water rivers.",
                "Due ore di onde su uno dei più bei fiumi sportivi d’Europa.",
            ),
            long=t(
                "Combinaison, casque et moniteur diplômé. Savoir nager.",
                "Wetsuit, helmet and a qualified guide. You must be able to swim.",
                "Muta, casco e guida diplomata. Bisogna saper nuotare.",
            ),
            opens=opening(
                slots(
                    *summer,
                    slot("MON TUE WED THU FRI SAT SUN", ("09:30", "11:30"), ("14:00", "16:00"), ("16:30", "18:30")),
                    yearly=True,
                ),
                status=(4190,),
                dureeSeance=120,
            ),
            price=paid(calendar, (1717, 48, None), (1718, 40, None)),
        ),
        activity(
            9045202,
            t("Baptême de parapente à Saint-André", "Tandem paragliding in Saint-André", "Volo biposto a Saint-André"),
            "Saint-André-les-Alpes",
            (43.96820, 6.50760),
            sports=(1932,),
            age=8,
            picture="sport",
            office=VERDON,
            short=t(
                "Décollage de Chalvet, l’un des sites de vol libre les plus connus du monde.",
                "Take off from Chalvet, one of the best-known flying sites in the world.",
                "Decollo da Chalvet, uno dei siti di volo libero più conosciuti al mondo.",
            ),
            long=t(
                "Vingt minutes de vol en biplace, selon l’aérologie du matin.",
                "Twenty minutes of tandem flight, depending on the morning air.",
            ),
            opens=opening(
                except_on(*summer, (TUESDAY,), "08:00", "13:00", yearly=True), status=(4191,), dureeSeance=20
            ),
            price=paid(calendar, (4108, 85, None)),
        ),
        activity(
            9045203,
            t("Atelier de décor sur faïence", "Faience painting workshop", "Laboratorio di decorazione su maiolica"),
            "Moustiers-Sainte-Marie",
            (43.84610, 6.22110),
            arts=(1785,),
            age=7,
            picture="pottery",
            office=VERDON,
            short=t(
                "On dessine, on poncif, on peint ; l’assiette cuite arrive par la poste.",
                "Draw, pounce, paint; the fired plate comes by post.",
                "Si disegna, si spolvera, si dipinge; il piatto cotto arriva per posta.",
            ),
            long=t(
                "Une heure trente avec une décoratrice, en petit groupe.",
                "An hour and a half with a decorator, in a small group.",
            ),
            opens=opening(
                monthly(first, last, (("D_1ER", 2), ("D_3EME", 2)), "14:30", "16:00", yearly=True), dureeSeance=90
            ),
            price=paid(calendar, (1717, 32, None), (1718, 24, None)),
        ),
        activity(
            9045204,
            t(
                "Sortie fossiles avec une géologue",
                "Fossil walk with a geologist",
                "Uscita fossili con una geologa",
                es="Salida de fósiles con una geóloga",
            ),
            "Barles",
            (44.26100, 6.26900),
            arts=(1792,),
            age=6,
            picture="ammonite",
            office=DIGNE,
            short=t(
                "Lire une falaise comme un livre, dans la clue de Barles.",
                "Read a cliff like a book in the clue of Barles.",
                "Leggere una falesia come un libro, nella clue di Barles.",
            ),
            long=t(
                "On observe, on moule, on ne ramasse pas : la réserve géologique protège les fossiles.",
                "We look, cast and leave: the reserve protects the fossils.",
            ),
            opens=opening(weekly(*summer, (TUESDAY, SUNDAY), "09:30", "12:00", yearly=True), dureeSeance=150),
            price=paid(calendar, (1717, 15, None), (1718, 8, None)),
        ),
    ]


def _stays(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    rows = (
        (
            9045301,
            t(
                "Trois jours à pied de Digne au Verdon",
                "Three days on foot from Digne to the Verdon",
                "Tre giorni a piedi da Digne al Verdon",
                de="Drei Tage zu Fuß von Digne zum Verdon",
            ),
            "Digne-les-Bains",
            (44.09150, 6.23580),
            3,
            3098,
            3121,
            285,
            t(
                "Bagages portés, gîtes réservés, retour par le Train des Pignes.",
                "Luggage carried, hostels booked, back on the Train des Pignes.",
                "Bagagli trasportati, alloggi prenotati, ritorno con il Train des Pignes.",
            ),
            t(
                "Dix-sept kilomètres par jour en moyenne : les terres noires d’Entrages, l’Asse à Barrême, puis le Verdon à Saint-André. Carte, carnet de route et pique-niques fournis.",
                "Seventeen kilometres a day on average: the black earths of Entrages, the Asse at Barrême, then the Verdon at Saint-André. Map, notes and picnics provided.",
                "Diciassette chilometri al giorno in media: le terre nere di Entrages, l’Asse a Barrême, poi il Verdon a Saint-André. Carta, note di viaggio e picnic inclusi.",
            ),
            "hills",
            DIGNE,
        ),
        (
            9045302,
            t(
                "Week-end lavande et villages à vélo électrique",
                "Lavender and villages by e-bike, a weekend",
                "Weekend lavanda e borghi in e-bike",
                nl="Weekend lavendel en dorpen per e-bike",
            ),
            "Valensole",
            (43.83770, 5.98380),
            2,
            3134,
            3129,
            190,
            t(
                "Deux jours de petites routes, une nuit d’hôtel et un panier de producteurs.",
                "Two days of quiet roads, a hotel night and a basket from the farms.",
                "Due giorni di stradine, una notte in albergo e un cesto di prodotti.",
            ),
            t(
                "Quarante kilomètres le samedi par Puimoisson et Riez, trente le dimanche par Brunet. La floraison va de la mi-juin à la mi-juillet ; au printemps, ce sont les amandiers.",
                "Forty kilometres on Saturday by Puimoisson and Riez, thirty on Sunday by Brunet. Lavender flowers from mid-June to mid-July; in spring, the almond trees do.",
                "Quaranta chilometri il sabato per Puimoisson e Riez, trenta la domenica per Brunet. La lavanda fiorisce da metà giugno a metà luglio; in primavera tocca ai mandorli.",
            ),
            "lavender",
            DURANCE,
        ),
        (
            9045303,
            t("Sous les étoiles : deux nuits à l’Observatoire", "Under the stars: two nights near the Observatory"),
            "Saint-Michel-l'Observatoire",
            (43.91310, 5.71660),
            3,
            3098,
            3129,
            240,
            t(
                "Une soirée d’observation, une nuit à la belle étoile et un planisphère.",
                "An observing evening, a night outdoors and a star map.",
                "Una serata di osservazione, una notte all’aperto e una mappa del cielo.",
            ),
            t(
                "Le premier soir, trois télescopes et un animateur ; le second, un champ, un duvet et la carte du ciel. Remplacé par une visite et un planétarium quand il pleut.",
                "On the first evening, three telescopes and a guide; on the second, a field, a sleeping bag and the map of the sky. A visit and a planetarium instead when it rains.",
                "La prima sera tre telescopi e una guida; la seconda un prato, un sacco a pelo e la mappa del cielo. Se piove, una visita e il planetario.",
            ),
            "stars",
            FORCALQUIER,
        ),
    )
    return [
        Draft(
            kind="SEJOUR_PACKAGE",
            id=identifier,
            name=name,
            commune=town,
            at=at,
            short=short,
            long=t(
                f"{programme['libelleFr']} Séjour de démonstration, non réservable.",
                f"{programme['libelleEn']} Demonstration stay, cannot be booked.",
                f"{programme['libelleIt']} Soggiorno dimostrativo, non prenotabile.",
            ),
            picture=picture,
            opening=opening(every_day(date(first.year, 4, 1), date(first.year, 10, 31), yearly=True)),
            price=paid(calendar, (1717, price, None)),
            details={
                "nombreJours": days,
                "nombreNuits": days - 1,
                "lieuDePratique": t(town),
                "typesHebergement": elements(lodging),
                "transports": elements(transport),
            },
            office=office,
            extra={"prestations": no_overrides()},
        )
        for identifier, name, town, at, days, transport, lodging, price, short, programme, picture, office in rows
    ]
