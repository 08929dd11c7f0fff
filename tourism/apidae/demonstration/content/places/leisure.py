"""DOMAINE_SKIABLE, EQUIPEMENT without a line, ACTIVITE and SEJOUR_PACKAGE."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, Text, elements, merge, t
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.content.trails import no_overrides
from tourism.apidae.demonstration.opening import (
    SUNDAY,
    TUESDAY,
    Calendar,
    every_day,
    except_on,
    free,
    monthly,
    opening,
    paid,
    slot,
    slots,
    weekly,
)
from tourism.apidae.demonstration.references import element

_FICTION = t(
    "Prestataire de démonstration.",
    "Demonstration provider.",
    "Fornitore dimostrativo.",
)


def leisure_drafts(calendar: Calendar) -> list[Draft]:
    return [*_ski(calendar), *_equipment(calendar), *_activities(calendar), *_stays(calendar)]


def _ski(calendar: Calendar) -> list[Draft]:
    year = calendar.today.year if calendar.today.month >= 6 else calendar.today.year - 1
    season = (date(year, 12, 12), date(year + 1, 4, 11))
    rows = (
        (
            9045001,
            t("Pra Loup", "Pra Loup", "Pra Loup", de="Pra Loup", nl="Pra Loup"),
            "Uvernet-Fours",
            (44.36830, 6.60470),
            1600,
            (1500, 2500),
            UBAYE,
            t(
                "Un balcon sur l’Ubaye, relié au Val d’Allos par l’Espace Lumière.",
                "A balcony over the Ubaye, linked to Val d’Allos in the Espace Lumière.",
                "Un balcone sull’Ubaye, collegato alla Val d’Allos dall’Espace Lumière.",
                de="Ein Balkon über der Ubaye, verbunden mit Val d’Allos.",
            ),
            t(
                "Mélèzes, grands espaces et un front de neige à pied. L’été, le domaine devient un parc de VTT.",
                "Larches, wide spaces and slopes you reach on foot. In summer the area becomes a bike park.",
                "Larici, grandi spazi e piste raggiungibili a piedi. D’estate diventa un bike park.",
            ),
            (73, 5, 35, 26, 7, 29, 38.0, 29.0),
            3150,
        ),
        (
            9045002,
            t("Val d’Allos – La Foux", "Val d’Allos – La Foux", "Val d’Allos – La Foux"),
            "Allos",
            (44.29420, 6.56970),
            1800,
            (1800, 2600),
            VERDON,
            t(
                "Soleil du sud et neige d’altitude, aux sources du Verdon.",
                "Southern sun and high-altitude snow at the springs of the Verdon.",
                "Sole del sud e neve d’alta quota, alle sorgenti del Verdon.",
            ),
            t(
                "Un cirque ensoleillé, des pistes larges et la liaison vers Pra Loup par le col.",
                "A sunny bowl, broad runs and the link to Pra Loup over the pass.",
            ),
            (52, 4, 18, 22, 8, 23, 39.0, 30.0),
            3150,
        ),
        (
            9045003,
            t("Le Sauze – Super-Sauze", "Le Sauze – Super-Sauze", "Le Sauze – Super-Sauze"),
            "Enchastrayes",
            (44.37180, 6.68220),
            1400,
            (1400, 2440),
            UBAYE,
            t(
                "L’une des plus anciennes stations de France, restée village.",
                "One of the oldest resorts in France, still a village.",
                "Una delle più antiche stazioni di Francia, rimasta villaggio.",
            ),
            t(
                "Des pistes dans la forêt, un esprit de famille et la vue sur Barcelonnette.",
                "Runs through the forest, a family spirit and a view of Barcelonnette.",
            ),
            (36, 6, 12, 13, 5, 14, 34.0, 27.0),
            3151,
        ),
        (
            9045004,
            t("Chabanon", "Chabanon"),
            "Selonnet",
            (44.34500, 6.27850),
            1600,
            (1550, 2050),
            UBAYE,
            t(
                "Petite station familiale dans les sapins, tournée vers le lac de Serre-Ponçon.",
                "A small family resort among the firs, looking towards the lake of Serre-Ponçon.",
            ),
            t(
                "Idéale pour les premières glisses ; ski nocturne certains vendredis.",
                "Ideal for first turns; night skiing on some Fridays.",
            ),
            (38, 8, 11, 15, 4, 10, 29.0, 24.0),
            3151,
        ),
    )
    drafts = []
    for identifier, name, town, at, altitude, span, office, short, long, figures, kind in rows:
        runs, green, blue, red, black, lifts, adult, child = figures
        drafts.append(
            Draft(
                kind="DOMAINE_SKIABLE",
                id=identifier,
                name=name,
                commune=town,
                at=at,
                altitude=altitude,
                short=short,
                long=long,
                picture="snow",
                opening=opening(every_day(*season, "09:00", "16:30"), status=(4189,)),
                price=paid(calendar, (1546, adult, None), (1548, child, None), means=(1268, 1274, 1277), free_below=5),
                details={
                    "classification": element(3145),
                    "domaineSkiableTypes": elements(kind),
                    "neigeCulture": True,
                    "remonteeGratuite": False,
                    "nombrePistes": runs,
                    "nombrePistesVertes": green,
                    "nombrePistesBleues": blue,
                    "nombrePistesRouges": red,
                    "nombrePistesNoires": black,
                    "nombreRemonteesMecaniques": lifts,
                },
                office=office,
                extra={"localisation": {"geolocalisation": {"altitudeMini": span[0], "altitudeMaxi": span[1]}}},
            )
        )
    return drafts


def _facility(
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


def _equipment(calendar: Calendar) -> list[Draft]:
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
        _facility(
            identifier,
            name,
            town,
            at,
            kind=3415,
            rubric=2993,
            altitude=altitude,
            picture="train" if identifier != 9045104 else "",
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
        _facility(
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
            picture="house",
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
        _facility(
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
        _facility(
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
        _facility(
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


def _activity(
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
        long=long | {key: f"{text} {_FICTION[key]}" for key, text in long.items() if key in _FICTION},
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


def _activities(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    summer = (date(first.year, 5, 1), date(first.year, 9, 30))
    return [
        _activity(
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
            picture="kayak",
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
        _activity(
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
        _activity(
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
        _activity(
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
                f"{short['libelleFr']} Séjour de démonstration, non réservable.",
                f"{short['libelleEn']} Demonstration stay, cannot be booked.",
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
        for identifier, name, town, at, days, transport, lodging, price, short, picture, office in rows
    ]
