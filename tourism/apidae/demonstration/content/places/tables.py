"""More invented tables, shops and farms, said to be so in their text."""

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.food import establishment
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    WEDNESDAY,
    Calendar,
    opening,
    paid,
    slot,
    slots,
    weekly,
)
from tourism.apidae.demonstration.references import element


def table_drafts(calendar: Calendar) -> list[Draft]:
    return [*_tables(calendar), *_shops(calendar)]


def _tables(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    two_services = opening(
        slots(
            first,
            last,
            slot("TUE WED THU FRI SAT", ("12:00", "14:00"), ("19:15", "21:30")),
            slot("SUN HOL", ("12:00", "14:30")),
            slot("MON", closed=True),
            yearly=True,
        ),
        special=("VINGT_CINQ_DECEMBRE",),
    )
    evenings = opening(weekly(first, last, (WEDNESDAY, FRIDAY, SATURDAY, SUNDAY), "18:30", "22:00", yearly=True))
    rows = (
        (
            9046407,
            t("Le Bouchon de Gassendi", "Le Bouchon de Gassendi", "Le Bouchon de Gassendi"),
            "Digne-les-Bains",
            (44.09350, 6.23580),
            (2883, (4109,), (17, 29)),
            two_services,
            DIGNE,
            "table",
            t(
                "Daube, pieds et paquets, et la salle où déjeunent les marchands du samedi.",
                "Daube, pieds et paquets, and the room where the Saturday stallholders lunch.",
                "Daube, pieds et paquets, e la sala dove pranzano gli ambulanti del sabato.",
            ),
            t(
                "Entrée de plain-pied, carte en braille.",
                "Step-free entrance, a menu in braille.",
                "Ingresso senza gradini.",
            ),
            (3653, 1199),
        ),
        (
            9046408,
            t("Chez Bachir et Lucienne", "Chez Bachir et Lucienne"),
            "Manosque",
            (43.83320, 5.78660),
            (2883, (2985, 2995), (14, 24)),
            evenings,
            DURANCE,
            "table",
            t(
                "Couscous du vendredi, aïoli du samedi, même nappe.",
                "Friday couscous, Saturday aioli, the same tablecloth.",
                "Couscous il venerdì, aïoli il sabato, stessa tovaglia.",
            ),
            t(
                "Terrasse sur la vieille place, menu pour les enfants.",
                "A terrace on the old square, a children’s menu.",
            ),
            (3652,),
        ),
        (
            9046409,
            t(
                "Pizzeria du Four banal",
                "Pizzeria du Four banal",
                "Pizzeria du Four banal",
                de="Pizzeria du Four banal",
            ),
            "Castellane",
            (43.84650, 6.51250),
            (2886, (2985,), (11, 17)),
            evenings,
            VERDON,
            "loaves",
            t(
                "Pâte de deux jours, four à bois de 1840, à emporter ou sur la place.",
                "Two-day dough, a wood oven of 1840, to take away or on the square.",
                "Impasto di due giorni, forno a legna del 1840, da asporto o in piazza.",
            ),
            t("Sans gluten le dimanche.", "Gluten-free on Sundays."),
            (),
        ),
        (
            9046410,
            t("La Cantine du Bachelard", "La Cantine du Bachelard", "La Cantine du Bachelard"),
            "Barcelonnette",
            (44.38700, 6.65180),
            (2880, (2985,), (16, 26)),
            two_services,
            UBAYE,
            "table",
            t(
                "Tourtons, truite de l’Ubaye et un plat mexicain chaque jeudi, en souvenir.",
                "Tourtons, Ubaye trout and a Mexican dish on Thursdays, for old times’ sake.",
                "Tourtons, trota dell’Ubaye e un piatto messicano ogni giovedì.",
            ),
            t(
                "Après le ski, chocolat et crêpes jusqu’à dix-huit heures.",
                "After skiing, chocolate and pancakes until six.",
            ),
            (3653,),
        ),
    )
    return [
        establishment(
            "RESTAURATION",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture=picture,
            opens=opens,
            price=paid(calendar, (1502, *rates), (1503, 11, None), means=(1268, 1277, 1285)),
            details={
                "restaurationType": element(2866),
                "categories": elements(category),
                "specialites": elements(*dishes),
                "capacite": {"nombreMaximumCouverts": 30 + identifier % 5 * 8, "nombreCouvertsTerrasse": 20},
            },
            office=office,
            extra={
                "prestations": {
                    "equipements": elements(723),
                    "animauxAcceptes": "ACCEPTES",
                    **({"tourismesAdaptes": elements(*access)} if access else {}),
                }
            },
        )
        for identifier, name, town, at, (category, dishes, rates), opens, office, picture, short, long, access in rows
    ]


def _shops(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    hours = opening(
        slots(
            first,
            last,
            slot("TUE WED THU FRI SAT", ("09:30", "12:30"), ("15:00", "19:00")),
            slot("SUN", ("10:00", "12:30")),
            yearly=True,
        )
    )
    rows = (
        (
            9046505,
            t("Santons Peyron-Allègre", "Peyron-Allègre santons", "Santons Peyron-Allègre"),
            "Riez",
            (43.81820, 6.09250),
            4724,
            "santons",
            DURANCE,
            t(
                "De l’argile de Valensole à la crèche : quatre générations de petits personnages.",
                "From Valensole clay to the crib: four generations of little people.",
                "Dall’argilla di Valensole al presepe: quattro generazioni di statuine.",
            ),
            t(
                "L’atelier se visite en décembre, pinceau à la main.",
                "In December you may visit the workshop, brush in hand.",
                "A dicembre si visita la bottega, pennello alla mano.",
            ),
        ),
        (
            9046506,
            t("Savonnerie de la Laye", "La Laye soap works", "Saponificio della Laye", nl="Zeepmakerij La Laye"),
            "Mane",
            (43.93850, 5.76700),
            3718,
            "jars",
            FORCALQUIER,
            t(
                "Savons coulés à froid, au cade et à l’amande.",
                "Cold-process soap with cade and almond.",
                "Saponi a freddo, al cade e alla mandorla.",
            ),
            t("Coupe des pains le mardi matin, devant vous.", "The bars are cut before you on Tuesday mornings."),
        ),
        (
            9046507,
            t("Confiserie des Amandes amères", "Les Amandes amères sweet shop", "Confetteria delle Mandorle amare"),
            "Oraison",
            (43.91760, 5.91900),
            2219,
            "loaves",
            DURANCE,
            t(
                "Calissons, nougat noir et les treize desserts en petits paquets.",
                "Calissons, black nougat and the thirteen desserts in little packets.",
                "Calissons, torrone nero e i tredici dolci in pacchettini.",
            ),
            t("On goûte avant de choisir.", "Taste before you choose.", "Si assaggia prima di scegliere."),
        ),
        (
            9046508,
            t(
                "Neige et Rocher, location",
                "Neige et Rocher hire shop",
                "Neige et Rocher, noleggio",
                de="Neige et Rocher, Verleih",
            ),
            "Allos",
            (44.24050, 6.62860),
            2192,
            "lift",
            VERDON,
            t(
                "Skis, raquettes, luges l’hiver ; cordes, casques et vélos l’été.",
                "Skis, snowshoes and sledges in winter; ropes, helmets and bicycles in summer.",
                "Sci, ciaspole e slittini d’inverno; corde, caschi e bici d’estate.",
            ),
            t("Réglage en cinq minutes, conseils en plus.", "Fitted in five minutes, with advice."),
        ),
    )
    return [
        establishment(
            "COMMERCE_ET_SERVICE",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture=picture,
            opens=hours,
            price={"indicationTarif": "PAYANT_TARIFS_NON_COMMUNIQUES"},
            details={"commerceEtServiceType": element(1874), "typesDetailles": elements(kind)},
            office=office,
        )
        for identifier, name, town, at, kind, picture, office, short, long in rows
    ]
