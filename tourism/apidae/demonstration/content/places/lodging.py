"""Invented lodgings, said to be so in their text: hotels, campsites, rentals, hostels and huts."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, Text, elements, merge, no_overrides, t
from tourism.apidae.demonstration.content.places.fiction import invented
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import Calendar, every_day, opening, paid
from tourism.apidae.demonstration.references import element


def lodging_drafts(calendar: Calendar) -> list[Draft]:
    return [*_hotels(calendar), *_campsites(calendar), *_rentals(calendar), *_hostels(calendar)]


def lodging(
    kind: str,
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float],
    *,
    short: Text,
    long: Text,
    picture: str,
    months: tuple[int, int],
    price: dict,
    details: dict,
    office: int,
    calendar: Calendar,
    extra: dict | None = None,
) -> Draft:
    first, last = calendar.year
    if months == (1, 12):
        opens = opening(every_day(first, last, yearly=True), ouvertTouteLAnnee="OUVERT_TOUTE_L_ANNEE")
    else:
        opens = opening(every_day(date(first.year, months[0], 1), date(first.year, months[1], 30), yearly=True))
    return Draft(
        kind=kind,
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
        extra=merge(
            {"prestations": {"services": elements(1115), "languesParlees": elements(1197, 1192), **no_overrides()}},
            extra or {},
        ),
    )


def _hotels(calendar: Calendar) -> list[Draft]:
    rows = (
        (
            9046001,
            t("Hôtel de la Clue", "Hôtel de la Clue", "Hôtel de la Clue"),
            "Castellane",
            (43.84590, 6.51480),
            2750,
            22,
            (78, 124),
            VERDON,
            t(
                "Vingt-deux chambres au pied du Roc, local à vélos et à cordes.",
                "Twenty-two rooms below the Roc, with a store for bikes and ropes.",
                "Ventidue camere ai piedi della Roc, deposito per bici e corde.",
            ),
            t(
                "Petit déjeuner dès six heures trente pour les marcheurs du Blanc-Martel.",
                "Breakfast from half past six for those who walk the Blanc-Martel.",
                "Colazione dalle sei e mezza per chi percorre il Blanc-Martel.",
            ),
        ),
        (
            9046002,
            t(
                "Auberge des Deux Vallées",
                "Auberge des Deux Vallées",
                "Auberge des Deux Vallées",
                de="Auberge des Deux Vallées",
            ),
            "Barcelonnette",
            (44.38630, 6.65020),
            2749,
            15,
            (65, 98),
            UBAYE,
            t(
                "Une maison de famille sur la place, table du pays et garage à motos.",
                "A family house on the square, local cooking and a motorcycle garage.",
                "Una casa di famiglia sulla piazza, cucina locale e garage per moto.",
            ),
            t(
                "La demi-pension change chaque soir ; l’hiver, navette vers les pistes.",
                "Half board changes every evening; in winter a shuttle to the slopes.",
                "La mezza pensione cambia ogni sera; d’inverno navetta per le piste.",
            ),
        ),
        (
            9046003,
            t("Hôtel Le Cadran bleu", "Hôtel Le Cadran bleu"),
            "Digne-les-Bains",
            (44.09210, 6.23480),
            2750,
            34,
            (72, 110),
            DIGNE,
            t(
                "Au calme d’une cour, à cinq minutes de la gare du Train des Pignes.",
                "In a quiet courtyard, five minutes from the Train des Pignes.",
                "Nella quiete di un cortile, a cinque minuti dalla stazione del Train des Pignes.",
            ),
            t("Ascenseur, climatisation et deux chambres adaptées.", "Lift, air conditioning and two adapted rooms."),
        ),
        (
            9046004,
            t("Bastide des Simples", "Bastide des Simples", "Bastide des Simples", nl="Bastide des Simples"),
            "Forcalquier",
            (43.96410, 5.78870),
            2751,
            18,
            (135, 240),
            FORCALQUIER,
            t(
                "Une bastide dans les oliviers, piscine et jardin de plantes aromatiques.",
                "A country house among olive trees, with a pool and a herb garden.",
                "Una bastide tra gli ulivi, con piscina e giardino di erbe.",
                nl="Een bastide tussen de olijfbomen, met zwembad en kruidentuin.",
            ),
            t(
                "On y dort fenêtre ouverte, au chant des petits-ducs.",
                "You sleep with the window open, to the call of scops owls.",
                "Si dorme a finestra aperta, al canto degli assioli.",
            ),
        ),
    )
    return [
        lodging(
            "HOTELLERIE",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture="house",
            months=(1, 12) if stars != 2751 else (3, 11),
            price=paid(calendar, (1466, *rates), (1461, 11, None), means=(1268, 1277, 1274)),
            details={
                "hotellerieType": element(2736 if rooms < 23 else 2734),
                "classement": element(stars),
                "capacite": {"nombreChambresClassees": rooms, "nombreTotalPersonnes": rooms * 2},
            },
            office=office,
            calendar=calendar,
            extra={"prestations": {"tourismesAdaptes": elements(3653)}} if rooms > 30 else None,
        )
        for identifier, name, town, at, stars, rooms, rates, office, short, long in rows
    ]


def _campsites(calendar: Calendar) -> list[Draft]:
    rows = (
        (
            9046101,
            t(
                "Camping Les Rives d’Argens",
                "Camping Les Rives d’Argens",
                "Camping Les Rives d’Argens",
                de="Camping Les Rives d’Argens",
                nl="Camping Les Rives d’Argens",
            ),
            "Saint-André-les-Alpes",
            (43.96290, 6.50410),
            2410,
            2546,
            96,
            (18, 29),
            VERDON,
            t(
                "Ombre des pins, torrent et plage du lac de Castillon à vélo.",
                "Pine shade, a stream, and the beach of lake Castillon by bike.",
                "Ombra dei pini, torrente e spiaggia del lago in bici.",
                de="Kiefernschatten, Bach und Seestrand per Rad.",
                nl="Dennenschaduw, beek en het strand per fiets.",
            ),
            t(
                "Emplacements vastes, pain le matin, soirée pizza le mardi.",
                "Large pitches, bread in the morning, pizza on Tuesdays.",
                "Piazzole ampie, pane al mattino, pizza il martedì.",
                nl="Ruime plaatsen, ’s ochtends brood, pizza op dinsdag.",
            ),
        ),
        (
            9046102,
            t("Camping du Lac bleu", "Camping du Lac bleu", "Camping du Lac bleu", de="Camping du Lac bleu"),
            "Sainte-Croix-de-Verdon",
            (43.75890, 6.14830),
            2410,
            2548,
            140,
            (24, 42),
            VERDON,
            t(
                "En terrasses au-dessus du lac, mise à l’eau pour kayaks.",
                "On terraces above the lake, with a kayak launch.",
                "A terrazze sopra il lago, con accesso per kayak.",
            ),
            t(
                "Prévoir des sardines solides : le mistral s’invite parfois.",
                "Bring strong pegs: the mistral drops in now and then.",
                "Portate picchetti robusti: a volte arriva il mistral.",
            ),
        ),
        (
            9046103,
            t("Camping à la ferme des Amandiers", "Les Amandiers farm campsite"),
            "Puimoisson",
            (43.86010, 6.13350),
            2409,
            2543,
            20,
            (12, 19),
            DURANCE,
            t(
                "Vingt emplacements au bord des lavandes, œufs et miel sur place.",
                "Twenty pitches beside the lavender, eggs and honey on the spot.",
                "Venti piazzole ai bordi della lavanda, uova e miele sul posto.",
            ),
            t("Silence après vingt-deux heures, et mille étoiles.", "Silence after ten, and a thousand stars."),
        ),
        (
            9046104,
            t("Aire naturelle du Jabron", "Jabron nature campsite", "Area naturale del Jabron"),
            "Noyers-sur-Jabron",
            (44.17140, 5.83260),
            2416,
            2543,
            25,
            (10, 15),
            SISTERON,
            t(
                "Un pré, une source, et la montagne de Lure derrière la tente.",
                "A meadow, a spring, and the Lure range behind your tent.",
                "Un prato, una sorgente e la montagna di Lure dietro la tenda.",
            ),
            t("Douches solaires ; réserver par téléphone.", "Solar showers; book by telephone."),
        ),
    )
    return [
        lodging(
            "HOTELLERIE_PLEIN_AIR",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture="camp",
            months=(4, 9),
            price=paid(calendar, (1445, *rates), means=(1268, 1277)),
            details={
                "hotelleriePleinAirType": element(kind),
                "classement": element(stars),
                "capacite": {"caravaneige": False, "nombreEmplacementsClasses": pitches},
            },
            office=office,
            calendar=calendar,
            extra={
                "prestations": {
                    "animauxAcceptes": "ACCEPTES",
                    "equipements": elements(792) if pitches > 50 else elements(803),
                }
            },
        )
        for identifier, name, town, at, kind, stars, pitches, rates, office, short, long in rows
    ]


def _rentals(calendar: Calendar) -> list[Draft]:
    rows = (
        (
            9046201,
            t("Gîte du Pigeonnier", "Le Pigeonnier cottage", "Casa del Pigeonnier"),
            "Reillanne",
            (43.87930, 5.66020),
            2620,
            4,
            (420, 780),
            FORCALQUIER,
            t(
                "Un pigeonnier restauré pour quatre, terrasse sur le Luberon oriental.",
                "A restored dovecote for four, with a terrace facing the eastern Luberon.",
                "Una colombaia restaurata per quattro, terrazza sul Luberon.",
            ),
            t(
                "Draps fournis, poêle à bois, village à dix minutes à pied.",
                "Linen provided, wood stove, ten minutes’ walk to the village.",
                "Lenzuola fornite, stufa a legna, borgo a dieci minuti a piedi.",
            ),
        ),
        (
            9046202,
            t(
                "Chambres d’hôtes La Serpentine",
                "La Serpentine bed and breakfast",
                "Bed and breakfast La Serpentine",
                de="Gästezimmer La Serpentine",
            ),
            "Jausiers",
            (44.41500, 6.73100),
            2619,
            10,
            (390, 520),
            UBAYE,
            t(
                "Quatre chambres dans une villa de l’époque mexicaine.",
                "Four rooms in a villa of the Mexican days.",
                "Quattro camere in una villa dell’epoca messicana.",
            ),
            t(
                "Table d’hôtes le soir ; abri pour les vélos des grands cols.",
                "Dinner with the hosts; shelter for the bikes of the high passes.",
                "Cena con gli ospiti; riparo per le bici dei grandi colli.",
            ),
        ),
        (
            9046203,
            t("La Cabane des Pins", "The Pine Cabin"),
            "Annot",
            (43.97210, 6.66160),
            2626,
            2,
            (500, 650),
            VERDON,
            t(
                "Perchée à cinq mètres, pour deux, avec vue sur les grès.",
                "Five metres up, for two, with a view of the sandstones.",
                "A cinque metri d’altezza, per due, con vista sulle arenarie.",
            ),
            t("Le petit déjeuner monte dans un panier.", "Breakfast comes up in a basket."),
        ),
        (
            9046204,
            t("Appartement Les Arcades"),
            "Manosque",
            (43.83410, 5.78420),
            2620,
            3,
            (310, 460),
            DURANCE,
            t(
                "Deux pièces dans la vieille ville, au frais derrière ses murs épais.",
                "Two rooms in the old town, cool behind thick walls.",
                "Un bilocale nella città vecchia, al fresco dietro i suoi muri spessi.",
            ),
            t("Wifi, lave-linge, parking à deux cents mètres."),
        ),
    )
    return [
        lodging(
            "HEBERGEMENT_LOCATIF",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture="villa" if identifier == 9046202 else "house",
            months=(1, 12),
            price=paid(calendar, (1480, *rates), means=(1271, 1277)),
            details={
                "hebergementLocatifType": element(kind),
                "classementPrefectoral": element(2629),
                "capacite": {
                    "capaciteHebergement": people,
                    "nombreChambres": max(1, people // 2),
                    "surface": 25 + people * 9,
                },
            },
            office=office,
            calendar=calendar,
            extra={"prestations": {"animauxAcceptes": "NON_ACCEPTES"}},
        )
        for identifier, name, town, at, kind, people, rates, office, short, long in rows
    ]


def _hostels(calendar: Calendar) -> list[Draft]:
    rows = (
        (
            9046301,
            t(
                "Gîte d’étape de la Palud",
                "La Palud walkers’ hostel",
                "Posto tappa della Palud",
                de="Wanderherberge La Palud",
            ),
            "La Palud-sur-Verdon",
            (43.78020, 6.34180),
            2647,
            32,
            (22, 28),
            VERDON,
            (4, 10),
            t(
                "Dortoirs de quatre, séchoir à chaussures et navette du canyon devant la porte.",
                "Rooms of four, a boot dryer and the canyon shuttle at the door.",
                "Camerate da quattro, asciugascarpe e navetta del canyon.",
            ),
            t(
                "Le gardien tient à jour l’état des sentiers sur un tableau noir.",
                "The warden keeps the state of the paths on a blackboard.",
                "Il gestore aggiorna lo stato dei sentieri su una lavagna.",
            ),
        ),
        (
            9046302,
            t(
                "Refuge du Chambeyron – démonstration",
                "Chambeyron hut – demonstration",
                "Rifugio del Chambeyron – dimostrazione",
            ),
            "Saint-Paul-sur-Ubaye",
            (44.54190, 6.83870),
            2648,
            48,
            (18, 24),
            UBAYE,
            (6, 9),
            t(
                "À 2 600 mètres, au bord du lac Premier.",
                "At 2,600 metres, beside the Premier lake.",
                "A 2600 metri, sulla riva del lago Premier.",
            ),
            t(
                "Soupe et polenta ; l’eau vient du névé. Trois heures de marche depuis Fouillouse.",
                "Soup and polenta; the water comes from the snow. Three hours on foot from Fouillouse.",
                "Zuppa e polenta; tre ore di cammino da Fouillouse.",
            ),
        ),
        (
            9046303,
            t("Village de vacances Les Mélèzes", "Les Mélèzes holiday village"),
            "Allos",
            (44.24120, 6.62500),
            2644,
            180,
            (55, 90),
            VERDON,
            (1, 12),
            t(
                "Clubs d’enfants, piscine couverte et ski aux pieds.",
                "Children’s clubs, an indoor pool and ski-in, ski-out.",
                "Miniclub, piscina coperta e piste da sci davanti alla porta.",
            ),
            t(
                "Pension complète à la semaine pendant les vacances scolaires.",
                "Full board by the week in school holidays.",
            ),
        ),
    )
    return [
        lodging(
            "HEBERGEMENT_COLLECTIF",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture="refuge" if kind == 2648 else "house",
            months=months,
            price=paid(calendar, (1476, *rates), means=(1268, 1277, 1274)),
            details={"hebergementCollectifType": element(kind), "capacite": {"capaciteTotale": people}},
            office=office,
            calendar=calendar,
            extra={"prestations": {"typesClientele": elements(558)}},
        )
        for identifier, name, town, at, kind, people, rates, office, months, short, long in rows
    ]
