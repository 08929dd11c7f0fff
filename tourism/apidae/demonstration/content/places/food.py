"""Invented tables, shops and producers: RESTAURATION, COMMERCE_ET_SERVICE and DEGUSTATION."""

from tourism.apidae.demonstration.builder import Draft, Text, elements, merge, no_overrides, t
from tourism.apidae.demonstration.content.places.fiction import invented
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    except_on,
    free,
    opening,
    paid,
    slot,
    slots,
    weekly,
)
from tourism.apidae.demonstration.references import element


def food_drafts(calendar: Calendar) -> list[Draft]:
    return [*_restaurants(calendar), *_shops(calendar), *_producers(calendar)]


def establishment(
    kind: str,
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float],
    *,
    short: Text,
    long: Text,
    picture: str,
    opens: dict,
    price: dict,
    details: dict,
    office: int,
    extra: dict | None = None,
) -> Draft:
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
        extra=merge({"prestations": no_overrides()}, extra or {}),
    )


def _restaurants(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    noon_and_evening = opening(
        slots(
            first,
            last,
            slot("WED THU FRI SAT SUN", ("12:00", "14:00"), ("19:00", "21:30")),
            slot("MON TUE", closed=True),
            yearly=True,
        )
    )
    works = opening(
        weekly(first, last, (TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY), "12:00", "14:00", yearly=True),
        fermeTemporairement="FERME_TEMPORAIREMENT",
        words=t("Fermé pour travaux jusqu’à nouvel avis.", "Closed for works until further notice."),
    )
    every_evening = opening(except_on(first, last, (MONDAY,), "19:00", "22:00", yearly=True))
    rows = (
        (
            9046401,
            t("La Table du Torrent", "La Table du Torrent", "La Table du Torrent", de="La Table du Torrent"),
            "Moustiers-Sainte-Marie",
            (43.84690, 6.22240),
            2866,
            5351,
            (4109, 2995),
            (29, 46),
            noon_and_evening,
            VERDON,
            t(
                "Cuisine de cueillette au bruit de l’Adou, dix tables sous une treille.",
                "Foraged cooking to the sound of the Adou, ten tables under a vine.",
                "Cucina di raccolta al rumore dell’Adou, dieci tavoli sotto il pergolato.",
            ),
            t(
                "Menu unique qui suit le marché ; une version végétarienne chaque jour.",
                "One menu that follows the market; a vegetarian version every day.",
                "Menù unico secondo il mercato; ogni giorno una versione vegetariana.",
            ),
        ),
        (
            9046402,
            t("Le Bistrot des Mées", "Le Bistrot des Mées"),
            "Les Mées",
            (44.02640, 5.97670),
            2866,
            2883,
            (4109,),
            (18, 27),
            works,
            DIGNE,
            t(
                "Plat du jour, huile d’olive du moulin et vue sur les Pénitents.",
                "Dish of the day, oil from the mill and a view of the Penitents.",
                "Piatto del giorno, olio del frantoio e vista sui Penitenti.",
            ),
            t("Ouvert à midi seulement ; arrivez avant treize heures.", "Lunch only; come before one."),
        ),
        (
            9046403,
            t("Chez Marguerite, ferme-auberge", "Chez Marguerite, farm inn", "Chez Marguerite, agriturismo"),
            "Seyne",
            (44.34120, 6.37080),
            2861,
            2883,
            (2985,),
            (26, 34),
            opening(
                weekly(first, last, (FRIDAY, SATURDAY, SUNDAY), "12:30", "15:00", yearly=True),
                words=t(
                    "Du vendredi au dimanche midi, sur réservation.",
                    "Friday to Sunday lunch, by booking.",
                    "Da venerdì a domenica a pranzo, su prenotazione.",
                ),
            ),
            UBAYE,
            t(
                "Gigot, gratin et tarte aux myrtilles, autour de la grande table.",
                "Leg of lamb, gratin and bilberry tart round the big table.",
                "Cosciotto, gratin e torta di mirtilli, attorno al grande tavolo.",
            ),
            t(
                "Tout vient de la ferme ou des voisins.",
                "Everything comes from the farm or the neighbours.",
                "Tutto viene dalla fattoria o dai vicini.",
            ),
        ),
        (
            9046404,
            t("Crêperie du Germe", "Crêperie du Germe"),
            "Annot",
            (43.96510, 6.66820),
            2866,
            2882,
            (2995,),
            (11, 19),
            every_evening,
            VERDON,
            t(
                "Galettes de sarrasin sous les platanes.",
                "Buckwheat galettes under the plane trees.",
                "Galette di grano saraceno sotto i platani.",
            ),
            t("Terrasse ombragée, menu enfant, jeux de société.", "Shady terrace, children’s menu, board games."),
        ),
        (
            9046405,
            t("L’Alpage, restaurant d’altitude", "L’Alpage, mountain restaurant", "L’Alpage, ristorante in quota"),
            "Uvernet-Fours",
            (44.35760, 6.59580),
            2866,
            2895,
            (2985,),
            (22, 33),
            opening(weekly(first, last, (SATURDAY, SUNDAY), "11:30", "15:30", yearly=True), status=(4189,)),
            UBAYE,
            t(
                "À l’arrivée du télésiège, tourtons et chocolat brûlant.",
                "At the top of the chairlift, tourtons and scalding chocolate.",
                "All’arrivo della seggiovia, tourtons e cioccolata bollente.",
            ),
            t(
                "L’été, on y monte à pied en une heure.",
                "In summer it is an hour’s walk up.",
                "D’estate ci si sale a piedi in un’ora.",
            ),
        ),
        (
            9046406,
            t("Le Comptoir de la Baume", "Le Comptoir de la Baume"),
            "Sisteron",
            (44.19870, 5.94410),
            2866,
            5351,
            (4109, 2985),
            (24, 38),
            noon_and_evening,
            SISTERON,
            t(
                "Agneau de Sisteron et vins du pays, face au rocher.",
                "Sisteron lamb and local wines, facing the rock.",
                "Agnello di Sisteron e vini del posto, di fronte alla rupe.",
            ),
            t("Ardoise courte, cuisine ouverte, dix-huit couverts.", "A short slate, an open kitchen, eighteen seats."),
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
            picture="table",
            opens=opens,
            price=paid(calendar, (1502, *rates), (1503, 12, None), means=(1268, 1277, 1285)),
            details={
                "restaurationType": element(kind),
                "categories": elements(category),
                "specialites": elements(*dishes),
                "capacite": {"nombreMaximumCouverts": 18 + identifier % 7 * 6, "nombreCouvertsTerrasse": 12},
            },
            office=office,
            extra={"prestations": {"equipements": elements(723), "animauxAcceptes": "ACCEPTES"}},
        )
        for identifier, name, town, at, kind, category, dishes, rates, opens, office, short, long in rows
    ]


def _shops(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    hours = opening(
        except_on(first, last, (SUNDAY, MONDAY), "09:30", "12:30", yearly=True),
        except_on(first, last, (SUNDAY, MONDAY), "14:30", "18:30", yearly=True),
    )
    rows = (
        (
            9046501,
            t("Faïencerie des Étoiles", "Faïencerie des Étoiles", "Faïencerie des Étoiles"),
            "Moustiers-Sainte-Marie",
            (43.84580, 6.22190),
            2246,
            "pottery",
            VERDON,
            t(
                "Un atelier de trois personnes ; on voit tourner, émailler, cuire.",
                "A workshop of three; watch throwing, glazing and firing.",
                "Una bottega di tre persone; si vede tornire, smaltare, cuocere.",
            ),
            t(
                "Pièces uniques et petites séries, expédition possible.",
                "Single pieces and small series, shipping possible.",
                "Pezzi unici e piccole serie, spedizione possibile.",
            ),
        ),
        (
            9046502,
            t("Librairie des Bleuets", "Les Bleuets bookshop", "Libreria Les Bleuets", de="Buchhandlung Les Bleuets"),
            "Banon",
            (44.03870, 5.62850),
            2172,
            "book",
            FORCALQUIER,
            t(
                "Des milliers de livres dans une maison de village à cinq escaliers.",
                "Thousands of books in a village house with five staircases.",
                "Migliaia di libri in una casa di paese con cinque scale.",
            ),
            t(
                "Coin enfants au rez-de-chaussée, cartes et topoguides à l’étage.",
                "Children on the ground floor, maps and guides upstairs.",
                "Bambini al piano terra, mappe e guide al primo piano.",
            ),
        ),
        (
            9046503,
            t("Ubaye Vélos", "Ubaye Vélos"),
            "Barcelonnette",
            (44.38780, 6.65370),
            2207,
            "sport",
            UBAYE,
            t(
                "VTT, route et vélos électriques à la demi-journée.",
                "Mountain, road and e-bikes by the half day.",
                "Mountain bike, bici da corsa ed elettriche a mezza giornata.",
            ),
            t("Réparation dans l’heure pour les itinérants.", "Repairs within the hour for touring cyclists."),
        ),
        (
            9046504,
            t("Le Panier de Manon"),
            "Forcalquier",
            (43.95970, 5.78100),
            2231,
            "jars",
            FORCALQUIER,
            t(
                "Miels, tapenades et tisanes de la montagne de Lure.",
                "Honeys, tapenades and herbal teas of the Lure range.",
                "Mieli, tapenade e tisane della montagna di Lure.",
            ),
            t("Dégustation le lundi, jour de marché."),
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


def _producers(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    hours = opening(weekly(first, last, (WEDNESDAY, FRIDAY, SATURDAY), "10:00", "18:00", yearly=True))
    rows = (
        (
            9046601,
            t("Moulin à huile des Pénitents", "The Penitents’ oil mill", "Frantoio dei Penitenti"),
            "Les Mées",
            (44.02170, 5.98450),
            3031,
            4429,
            3038,
            "olives",
            DIGNE,
            t(
                "Aglandau et bouteillan, pressées le jour même.",
                "Aglandau and bouteillan olives, pressed the same day.",
                "Olive aglandau e bouteillan, frante in giornata.",
            ),
            t(
                "Visite du moulin en novembre et décembre, dégustation toute l’année.",
                "Tour of the mill in November and December, tasting all year.",
                "Visita del frantoio in novembre e dicembre.",
            ),
        ),
        (
            9046602,
            t(
                "Distillerie du Plateau",
                "Plateau distillery",
                "Distilleria dell’Altopiano",
                de="Brennerei auf der Hochebene",
            ),
            "Valensole",
            (43.84860, 5.99920),
            5925,
            4420,
            3038,
            "alembic",
            DURANCE,
            t(
                "L’alambic fume en juillet ; l’odeur reste tout l’hiver.",
                "The still steams in July; the scent stays all winter.",
                "L’alambicco fuma a luglio; il profumo resta tutto l’inverno.",
            ),
            t(
                "On y apprend à distinguer lavande fine, aspic et lavandin.",
                "Learn to tell fine lavender, spike lavender and lavandin apart.",
                "Si impara a distinguere lavanda vera, spigo e lavandino.",
            ),
        ),
        (
            9046603,
            t("Fromagerie de la Rochegiron", "La Rochegiron dairy", "Caseificio della Rochegiron"),
            "La Rochegiron",
            (44.08960, 5.67660),
            3016,
            4393,
            3038,
            "cheese",
            FORCALQUIER,
            t(
                "Le banon, chèvre plié dans cinq feuilles de châtaignier.",
                "Banon, a goat’s cheese folded in five chestnut leaves.",
                "Il banon, caprino avvolto in cinque foglie di castagno.",
            ),
            t(
                "La traite se regarde à dix-sept heures.",
                "Milking may be watched at five.",
                "La mungitura si può vedere alle cinque.",
            ),
        ),
        (
            9046604,
            t("Cave des Coteaux de Pierrevert", "Pierrevert winery", "Cantina di Pierrevert"),
            "Pierrevert",
            (43.81190, 5.74390),
            3020,
            4392,
            3028,
            "jars",
            DURANCE,
            t(
                "Les vignes les plus hautes de Provence, entre Durance et Luberon.",
                "The highest vineyards in Provence, between the Durance and the Luberon.",
                "I vigneti più alti di Provenza, tra Durance e Luberon.",
            ),
            t(
                "Rosé de pressée, blancs vifs ; visite le vendredi.",
                "Rosé and lively whites; tours on Fridays.",
                "Rosati e bianchi vivaci; visite il venerdì.",
            ),
        ),
    )
    return [
        establishment(
            "DEGUSTATION",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture=picture,
            opens=hours,
            price=free("GRATUIT", t("Dégustation gratuite.", "Free tasting.", "Degustazione gratuita.")),
            details={
                "aoc": True,
                "aopAocIgps": elements(label),
                "typesProduit": elements(product),
                "statutsExploitant": elements(status),
            },
            office=office,
            extra={"visites": {"visitable": True, "dureeMoyenneVisiteIndividuelle": 40}},
        )
        for identifier, name, town, at, product, label, status, picture, office, short, long in rows
    ]
