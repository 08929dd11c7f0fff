"""More invented lodgings, said to be so in their text: hotels and campsites; how a lodging is made from a line."""

from typing import Any

from tourism.apidae.demonstration.builder import Draft, Text, elements, t
from tourism.apidae.demonstration.content.places.lodging import lodging
from tourism.apidae.demonstration.content.places.offices import DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.content.places.seasonal import season
from tourism.apidae.demonstration.opening import Calendar, paid
from tourism.apidae.demonstration.references import element

HOTEL, CAMP, RENTAL, HOSTEL = "HOTELLERIE", "HOTELLERIE_PLEIN_AIR", "HEBERGEMENT_LOCATIF", "HEBERGEMENT_COLLECTIF"


def room_drafts(calendar: Calendar) -> list[Draft]:
    rows: tuple[tuple[Any, ...], ...] = (
        (
            HOTEL,
            9046005,
            t(
                "Hôtel du Lac et des Cimes",
                "Hôtel du Lac et des Cimes",
                "Hôtel du Lac et des Cimes",
                nl="Hôtel du Lac et des Cimes",
            ),
            "Allos",
            (44.24150, 6.62700),
            (2750, 26, (82, 135)),
            VERDON,
            (1, 12),
            t(
                "Vingt-six chambres face au village, sauna et local à skis chauffé.",
                "Twenty-six rooms facing the village, a sauna and a heated ski room.",
                "Ventisei camere davanti al paese, sauna e deposito sci riscaldato.",
            ),
            t(
                "Panier pique-nique pour le lac, demi-pension les soirs d’hiver, trois chambres de plain-pied.",
                "Packed lunches for the lake, half board on winter evenings, three step-free rooms.",
                "Cestino per il lago, mezza pensione d’inverno, tre camere senza gradini.",
            ),
            (3653, 3667),
        ),
        (
            HOTEL,
            9046006,
            t("Auberge de la Rotonde", "Auberge de la Rotonde", "Auberge de la Rotonde"),
            "Simiane-la-Rotonde",
            (43.98100, 5.56250),
            (2749, 9, (68, 92)),
            FORCALQUIER,
            (3, 11),
            t(
                "Neuf chambres sous le donjon et une terrasse au-dessus des lavandes.",
                "Nine rooms below the keep and a terrace above the lavender.",
                "Nove camere sotto il mastio e una terrazza sulle lavande.",
            ),
            t(
                "Petit déjeuner au pain d’épeautre ; vélos à l’abri dans l’ancienne forge.",
                "Breakfast with einkorn bread; bicycles sheltered in the old forge.",
            ),
            (),
        ),
        (
            HOTEL,
            9046007,
            t("Hôtel des Bains vieux", "Hôtel des Bains vieux", "Hôtel des Bains vieux", de="Hôtel des Bains vieux"),
            "Gréoux-les-Bains",
            (43.75790, 5.88270),
            (2751, 48, (98, 165)),
            DURANCE,
            (3, 11),
            t(
                "Un parc de cèdres, un peignoir dans l’armoire et les thermes au bout de l’allée.",
                "A park of cedars, a robe in the wardrobe and the baths at the end of the drive.",
                "Un parco di cedri, l’accappatoio nell’armadio e le terme in fondo al viale.",
            ),
            t(
                "Cuisine légère ou gourmande, à choisir le matin ; ascenseur et six chambres adaptées.",
                "Light or hearty cooking, choose in the morning; a lift and six adapted rooms.",
                "Cucina leggera o golosa, a scelta; ascensore e sei camere adattate.",
            ),
            (3653, 3667, 3679),
        ),
        (
            CAMP,
            9046105,
            t(
                "Camping des Gorges",
                "Camping des Gorges",
                "Camping des Gorges",
                de="Camping des Gorges",
                nl="Camping des Gorges",
            ),
            "Castellane",
            (43.84300, 6.49800),
            (2410, 2546, 110, (17, 31)),
            VERDON,
            (4, 9),
            t(
                "Au bord du Verdon, à l’ombre des peupliers, navette vers Castellane.",
                "On the bank of the Verdon, in poplar shade, with a shuttle to Castellane.",
                "In riva al Verdon, all’ombra dei pioppi, navetta per Castellane.",
                nl="Aan de Verdon, in de schaduw van populieren.",
            ),
            t(
                "Mise à l’eau des kayaks, bloc sanitaire adapté, ciné plein air le jeudi.",
                "A kayak launch, adapted washrooms, open-air films on Thursdays.",
                "Scivolo per kayak, servizi adattati, cinema all’aperto il giovedì.",
            ),
            (3653, 3668),
        ),
        (
            CAMP,
            9046106,
            t(
                "Camping de la Haute Ubaye",
                "Haute Ubaye campsite",
                "Campeggio dell’Alta Ubaye",
                nl="Camping Haute Ubaye",
            ),
            "Jausiers",
            (44.41100, 6.72600),
            (2410, 2543, 60, (15, 22)),
            UBAYE,
            (6, 9),
            t(
                "Soixante emplacements à douze cents mètres, pour dormir au frais avant les cols.",
                "Sixty pitches at 1,200 metres: a cool night before the passes.",
                "Sessanta piazzole a milleduecento metri, per dormire al fresco prima dei colli.",
            ),
            t(
                "Atelier pour vélos, boulangère à huit heures, feu de camp autorisé dans les cercles de pierre.",
                "A bicycle workshop, the baker at eight, camp fires allowed in the stone rings.",
            ),
            (),
        ),
        (
            CAMP,
            9046107,
            t("Aire de camping-cars des Vannades", "Les Vannades motorhome stop", "Area camper delle Vannades"),
            "Manosque",
            (43.80800, 5.81100),
            (2418, None, 30, (9, 14)),
            DURANCE,
            (1, 12),
            t(
                "Trente places près d’un lac, eau, électricité et piste cyclable vers le centre.",
                "Thirty places beside a lake, water, power and a cycle path to town.",
                "Trenta posti vicino a un lago, acqua, elettricità e ciclabile per il centro.",
            ),
            t("Borne automatique, ouverte nuit et jour.", "Automatic barrier, open day and night."),
            (3652,),
        ),
    )
    return [room(calendar, *row) for row in rows]


def room(
    calendar: Calendar,
    kind: str,
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float],
    figures: tuple[Any, ...],
    office: int,
    months: tuple[int, int],
    short: Text,
    long: Text,
    access: tuple[int, ...],
) -> Draft:
    """A draft of a lodging; `figures` are kind or stars, size, and (lowest, highest) price, as each kind counts them."""
    services: dict = {"tourismesAdaptes": elements(*access)} if access else {}
    if 3668 in access:
        services["descriptifHandicapMoteur"] = t(
            "Sanitaires adaptés, cheminements stabilisés, place réservée devant l’entrée.",
            "Adapted washrooms, firm paths, a reserved space by the door.",
        )
    extra: dict = {"prestations": services}
    if kind == HOTEL:
        stars, rooms, rates = figures
        details: dict = {
            "hotellerieType": element(2736),
            "classement": element(stars),
            "capacite": {"nombreChambresClassees": rooms, "nombreTotalPersonnes": rooms * 2},
        }
        price, picture = paid(calendar, (1466, *rates), (1461, 12, None), means=(1268, 1277, 1274)), "villa"
    elif kind == CAMP:
        sort, stars, pitches, rates = figures
        details = {
            "hotelleriePleinAirType": element(sort),
            "capacite": {"caravaneige": False, "nombreEmplacementsClasses": pitches},
        }
        if stars:
            details["classement"] = element(stars)
        services["equipements"] = elements(792, 761)
        price, picture = paid(calendar, (1445, *rates), means=(1268, 1277)), "camp"
    elif kind == RENTAL:
        sort, people, rates = figures
        details = {
            "hebergementLocatifType": element(sort),
            "capacite": {"capaciteHebergement": people, "nombreChambres": people // 2, "surface": 25 + people * 9},
        }
        price, picture = paid(calendar, (1480, *rates), means=(1271, 1277)), "house" if sort != 2626 else "camp"
    else:
        sort, beds, rates = figures
        details = {"hebergementCollectifType": element(sort), "capacite": {"capaciteTotale": beds}}
        price = paid(calendar, (1476, rates[0], None), (1465, rates[1], None), means=(1268, 1277, 1271))
        picture = "refuge"
    if identifier in (9046208, 9046305):
        extra["aspects"] = [season("HIVER", short=_IN_WINTER[identifier])]
    return lodging(
        kind,
        identifier,
        name,
        town,
        at,
        short=short,
        long=long,
        picture=picture,
        months=months,
        price=price,
        details=details,
        office=office,
        calendar=calendar,
        extra=extra,
    )


_IN_WINTER = {
    9046208: t(
        "L’hiver, on chausse les skis sur la terrasse.",
        "In winter you put your skis on at the terrace.",
        "D’inverno si calzano gli sci in terrazza.",
    ),
    9046305: t(
        "L’hiver : la route s’arrête au village, le gîte envoie une motoneige pour les sacs.",
        "In winter: the road stops at the village and the hostel sends a snowmobile for the bags.",
        "D’inverno la strada si ferma in paese; il posto tappa manda una motoslitta per gli zaini.",
    ),
}
