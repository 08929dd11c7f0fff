"""Weekly markets on their real days, and the fairs of the season."""

from datetime import timedelta

from tourism.apidae.demonstration.builder import Draft, Text, t
from tourism.apidae.demonstration.content.events.cards import (
    MARKET,
    TRADE,
    TRADITION,
    WEEKLY_MARKET,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    free,
    opening,
    slot,
    slots,
    weekly,
)

PRODUCE = 2292


def market_drafts(calendar: Calendar) -> list[Draft]:
    # Identifier, town, days, hours, point, square, office, what is particular (fr, en, it), picture.
    rows: tuple[tuple[int, str, tuple[int, ...], tuple[str, str], tuple[float, float], str, int, Text, str], ...] = (
        (
            9041002,
            "Banon",
            (TUESDAY,),
            ("08:00", "12:30"),
            (44.03850, 5.62830),
            "Place de la République",
            FORCALQUIER,
            t(
                "Fromages de chèvre, charcuterie et livres d’occasion.",
                "Goat’s cheese, cured meats and second-hand books.",
                "Formaggi di capra, salumi e libri usati.",
            ),
            "market",
        ),
        (
            9041003,
            "Oraison",
            (TUESDAY,),
            ("08:00", "12:30"),
            (43.91720, 5.91890),
            "Place du Kiosque",
            DURANCE,
            t(
                "Amandes, calissons et primeurs de la Durance.",
                "Almonds, calissons and early vegetables of the Durance.",
                "Mandorle, calissons e primizie della Durance.",
            ),
            "",
        ),
        (
            9041004,
            "Annot",
            (TUESDAY,),
            ("08:30", "12:30"),
            (43.96490, 6.66860),
            "Cours Provençal",
            VERDON,
            t(
                "Sous les platanes, les producteurs de la vallée de la Vaïre.",
                "Under the plane trees, the growers of the Vaïre valley.",
            ),
            "market",
        ),
        (
            9041005,
            "Castellane",
            (WEDNESDAY, SATURDAY),
            ("08:00", "12:30"),
            (43.84670, 6.51300),
            "Place Marcel-Sauvaire",
            VERDON,
            t(
                "Miel de lavande, nougat et pain au feu de bois.",
                "Lavender honey, nougat and wood-fired bread.",
                "Miele di lavanda, torrone e pane cotto a legna.",
            ),
            "market",
        ),
        (
            9041006,
            "Riez",
            (WEDNESDAY, SATURDAY),
            ("08:00", "13:00"),
            (43.81800, 6.09280),
            "Allées Louis-Gardiol",
            DURANCE,
            t(
                "Truffes l’hiver, melons l’été, santons toute l’année.",
                "Truffles in winter, melons in summer, santons all year.",
                "Tartufi d’inverno, meloni d’estate, santons tutto l’anno.",
            ),
            "",
        ),
        (
            9041007,
            "Sisteron",
            (WEDNESDAY, SATURDAY),
            ("08:00", "12:30"),
            (44.19810, 5.94330),
            "Place de l’Horloge",
            SISTERON,
            t(
                "Pieds et paquets, pommes et agneau, entre les tours de ville.",
                "Pieds et paquets, apples and lamb, among the town towers.",
            ),
            "market",
        ),
        (
            9041008,
            "Barcelonnette",
            (WEDNESDAY, SATURDAY),
            ("08:00", "13:00"),
            (44.38700, 6.65220),
            "Place Aimé-Gassier",
            UBAYE,
            t(
                "Génépi, tourtons et étals venus du Piémont.",
                "Génépi liqueur, tourtons and stalls from Piedmont.",
                "Genepì, tourtons e bancarelle dal Piemonte.",
            ),
            "market",
        ),
        (
            9041009,
            "Gréoux-les-Bains",
            (THURSDAY,),
            ("08:00", "12:30"),
            (43.75810, 5.88440),
            "Place de la Mairie",
            DURANCE,
            t(
                "Le rendez-vous des curistes et des villages voisins.",
                "Where spa guests and neighbours meet.",
                "Il ritrovo dei curisti e dei vicini.",
            ),
            "market",
        ),
        (
            9041010,
            "Moustiers-Sainte-Marie",
            (FRIDAY,),
            ("08:00", "12:30"),
            (43.84650, 6.22170),
            "Place Pomey",
            VERDON,
            t(
                "Quelques étals sous la falaise, faïence comprise.",
                "A few stalls below the cliff, faience included.",
                "Poche bancarelle sotto la falesia, maioliche comprese.",
            ),
            "market",
        ),
        (
            9041011,
            "Colmars",
            (TUESDAY, FRIDAY),
            ("08:30", "12:30"),
            (44.18080, 6.62600),
            "Place Joseph-Girieud",
            VERDON,
            t(
                "Dans les remparts, fruits, fromages d’alpage et quincaillerie.",
                "Inside the walls: fruit, alpine cheese and hardware.",
            ),
            "",
        ),
        (
            9041012,
            "Seyne",
            (TUESDAY, FRIDAY),
            ("08:00", "12:00"),
            (44.35050, 6.35640),
            "Place d’Armes",
            UBAYE,
            t("Le marché du pays du mulet."),
            "",
        ),
        (
            9041014,
            "Valensole",
            (SATURDAY,),
            ("08:00", "12:30"),
            (43.83770, 5.98400),
            "Place Thiers",
            DURANCE,
            t(
                "Lavandin, amandes et petit épeautre.",
                "Lavandin, almonds and einkorn.",
                "Lavandino, mandorle e farro monococco.",
            ),
            "",
        ),
        (
            9041015,
            "Reillanne",
            (SUNDAY,),
            ("08:00", "13:00"),
            (43.87900, 5.65900),
            "Place de la Libération",
            FORCALQUIER,
            t(
                "Le dimanche des producteurs bio, en terrasse jusqu’à midi.",
                "The Sunday of organic growers, on café terraces until noon.",
                "La domenica dei produttori bio, ai tavolini fino a mezzogiorno.",
            ),
            "market",
        ),
        (
            9041016,
            "Château-Arnoux-Saint-Auban",
            (SUNDAY,),
            ("08:00", "12:30"),
            (44.06700, 5.99900),
            "Place Péchiney",
            SISTERON,
            t("Le grand marché du dimanche de la moyenne Durance.", "The big Sunday market of the middle Durance."),
            "",
        ),
    )
    start, end = calendar.plus(-150), calendar.plus(240)
    drafts = [
        event(
            identifier,
            t(f"Marché de {town}", f"{town} market", f"Mercato di {town}", **_more_names(identifier, town)),
            town,
            at,
            kind=TRADE,
            categories=(WEEKLY_MARKET,),
            themes=(PRODUCE,),
            venue=square,
            picture=picture,
            office=office,
            contact=False,
            short=_with_day(days, special),
            opens=opening(
                weekly(start, end, days, *hours, yearly=True),
                special=("VINGT_CINQ_DECEMBRE", "PREMIER_JANVIER") if identifier % 2 else (),
            ),
            price=free("ENTREE_LIBRE"),
            access=(3653,) if identifier % 3 == 0 else (),
        )
        for identifier, town, days, hours, at, square, office, special, picture in rows
    ]
    return [*drafts, *_great_markets(calendar), *_seasonal(calendar)]


def _more_names(identifier: int, town: str) -> dict[str, str]:
    if identifier % 2:
        return {}
    return {"de": f"Markt in {town}", "es": f"Mercado de {town}", "nl": f"Markt van {town}"}


def _with_day(days: tuple[int, ...], special: Text) -> Text:
    names = {
        "Fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        "En": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "It": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    }
    patterns = {"Fr": ("Chaque ", " et chaque "), "En": ("Every ", " and every "), "It": ("Ogni ", " e ogni ")}
    texts = {}
    for language, (opening_word, joint) in patterns.items():
        if f"libelle{language}" in special:
            when = opening_word + joint.join(names[language][day] for day in days)
            texts[f"libelle{language}"] = f"{when}. {special[f'libelle{language}']}"
    return texts


def _great_markets(calendar: Calendar) -> list[Draft]:
    start, end = calendar.plus(-150), calendar.plus(240)
    return [
        event(
            9041001,
            t(
                "Grand marché de Forcalquier",
                "Forcalquier great market",
                "Grande mercato di Forcalquier",
                de="Großer Markt in Forcalquier",
                es="Gran mercado de Forcalquier",
                nl="Grote markt van Forcalquier",
            ),
            "Forcalquier",
            (43.95930, 5.78060),
            kind=TRADE,
            categories=(WEEKLY_MARKET,),
            themes=(PRODUCE, 2188),
            venue="Place du Bourguet",
            picture="market",
            office=FORCALQUIER,
            contact=False,
            short=t(
                "Le lundi, tout le pays de Lure est sur la place du Bourguet.",
                "On Mondays the whole of the Lure country is on the Place du Bourguet.",
                "Il lunedì tutto il paese di Lure è in place du Bourguet.",
                de="Montags trifft sich das ganze Lure-Land auf dem Platz.",
                nl="Op maandag is heel het Lure-gebied op het plein.",
            ),
            long=t(
                "Deux cents étals l’été, soixante l’hiver : paniers, plants, pain de petit épeautre, tissus et guitares. Un second marché, le jeudi après-midi, réunit les seuls producteurs.",
                "Two hundred stalls in summer, sixty in winter: baskets, seedlings, einkorn bread, cloth and guitars. A second market, on Thursday afternoons, is for growers only.",
                "Duecento banchi d’estate, sessanta d’inverno: cesti, piantine, pane di farro e stoffe.",
            ),
            opens=opening(
                slots(
                    start,
                    end,
                    slot("MON", ("08:00", "13:00")),
                    slot("THU", ("15:00", "18:30")),
                    slot("HOL", ("08:00", "12:00")),
                )
            ),
            price=free("ENTREE_LIBRE"),
            access=(3653,),
        ),
        event(
            9041013,
            t("Marché de Manosque", "Manosque market", "Mercato di Manosque"),
            "Manosque",
            (43.83390, 5.78480),
            kind=TRADE,
            categories=(WEEKLY_MARKET,),
            themes=(PRODUCE,),
            venue="Place Marcel-Pagnol",
            picture="market",
            office=DURANCE,
            contact=False,
            short=t(
                "Le samedi, de la porte Saunerie aux terreaux.",
                "On Saturdays, from the Saunerie gate to the Terreaux.",
                "Il sabato, dalla porta Saunerie ai Terreaux.",
            ),
            opens=opening(slots(start, end, slot("SAT", ("08:00", "12:30")), slot("HOL", closed=True))),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041017,
            t(
                "Marché de Digne-les-Bains",
                "Digne-les-Bains market",
                "Mercato di Digne-les-Bains",
                de="Markt in Digne-les-Bains",
            ),
            "Digne-les-Bains",
            (44.09240, 6.23570),
            kind=TRADE,
            categories=(WEEKLY_MARKET,),
            themes=(PRODUCE, 2188),
            venue="Place du Général-de-Gaulle",
            picture="market",
            office=DIGNE,
            contact=False,
            short=t(
                "Mercredi et samedi, sous les platanes du Gassendi.",
                "Wednesdays and Saturdays under the plane trees.",
                "Mercoledì e sabato sotto i platani.",
            ),
            long=t(
                "Le mercredi réunit les producteurs, le samedi déborde dans les rues. Le petit marché exceptionnel annoncé par l’office s’ajoute certains dimanches.",
                "Growers come on Wednesdays; Saturdays spill into the streets. Some Sundays have an extra small market, announced by the office.",
            ),
            opens=opening(
                weekly(
                    start,
                    end,
                    (WEDNESDAY, SATURDAY),
                    "08:00",
                    "12:30",
                    yearly=True,
                    extra=(calendar.on(SUNDAY, weeks=1), calendar.on(SUNDAY, weeks=4)),
                ),
                closed=(calendar.on(WEDNESDAY, weeks=3),),
                special=("PREMIER_MAI", "VINGT_CINQ_DECEMBRE", "LUNDI_PAQUES"),
            ),
            price=free("ENTREE_LIBRE"),
            access=(3653,),
        ),
    ]


def _seasonal(calendar: Calendar) -> list[Draft]:
    friday, fair = calendar.on(FRIDAY), calendar.on(SATURDAY, weeks=2)
    return [
        event(
            9041018,
            t(
                "Marché de Noël des créateurs",
                "Makers’ Christmas market",
                "Mercatino di Natale degli artigiani",
                de="Weihnachtsmarkt",
            ),
            "Digne-les-Bains",
            (44.09260, 6.23600),
            kind=TRADE,
            categories=(MARKET,),
            themes=(2230, 2069),
            venue="Place Pied-de-Ville",
            picture="festival",
            office=DIGNE,
            season=("winter", "autumn"),
            short=t(
                "Santons, bougies de lavande et soupe au pistou d’hiver.",
                "Santons, lavender candles and winter pistou soup.",
                "Santons, candele alla lavanda e zuppa d’inverno.",
            ),
            opens=opening(
                slots(
                    friday,
                    friday + timedelta(days=9),
                    slot("FRI", ("16:00", "21:00")),
                    slot("SAT SUN", ("10:00", "20:00")),
                    slot("MON TUE WED THU", closed=True),
                )
            ),
            price=free("ENTREE_LIBRE"),
            audience=(513,),
        ),
        event(
            9041019,
            t("Marché nocturne des producteurs", "Growers’ night market", "Mercato notturno dei produttori"),
            "Castellane",
            (43.84660, 6.51310),
            kind=TRADE,
            categories=(MARKET,),
            themes=(PRODUCE,),
            venue="Place Marcel-Sauvaire",
            picture="market",
            office=VERDON,
            season=("spring", "summer"),
            short=t(
                "On achète, on fait griller, on s’attable sous les lampions.",
                "Buy, grill and sit down under the lanterns.",
                "Si compra, si griglia, si mangia sotto i lampioni.",
            ),
            opens=opening(weekly(friday, calendar.plus(70), (FRIDAY,), "18:30", "23:30")),
            price=free("ENTREE_LIBRE"),
            audience=(513,),
        ),
        event(
            9041020,
            t("Foire aux plants et aux simples", "Plant and herb fair", "Fiera delle piante e delle erbe"),
            "Mane",
            (43.93560, 5.76040),
            kind=TRADITION,
            categories=(2082,),
            themes=(2188, 2273),
            venue="Prieuré de Salagon",
            picture="garden",
            office=FORCALQUIER,
            short=t(
                "Pépiniéristes, semences paysannes et conférences de jardiniers.",
                "Nurseries, farm seeds and gardeners’ talks.",
                "Vivaisti, sementi contadine e incontri con i giardinieri.",
            ),
            long=t(
                "Cinquante exposants dans la cour du prieuré. Troc de graines le dimanche matin.",
                "Fifty stalls in the priory yard. Seed swap on Sunday morning.",
            ),
            opens=opening(weekly(fair, fair + timedelta(days=1), (SATURDAY, SUNDAY), "10:00", "18:00")),
            price=free("ENTREE_LIBRE"),
            access=(3652,),
        ),
    ]
