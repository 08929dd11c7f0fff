"""Weekly markets on their real days."""

from tourism.apidae.demonstration.builder import Draft, Text, t
from tourism.apidae.demonstration.content.events.cards import (
    TRADE,
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
            "cheese",
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
            "market",
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
                "Sotto i platani, i produttori della valle della Vaïre.",
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
            "truffles",
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
                "Pieds et paquets, mele e agnello, tra le torri della città.",
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
                "Tra le mura: frutta, formaggi d’alpeggio e ferramenta.",
            ),
            "cheese",
        ),
        (
            9041012,
            "Seyne",
            (TUESDAY, FRIDAY),
            ("08:00", "12:00"),
            (44.35050, 6.35640),
            "Place d’Armes",
            UBAYE,
            t("Le marché du pays du mulet.", "The market of mule country.", "Il mercato del paese del mulo."),
            "mules",
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
            "lavender",
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
            t(
                "Le grand marché du dimanche de la moyenne Durance.",
                "The big Sunday market of the middle Durance.",
                "Il grande mercato domenicale della media Durance.",
            ),
            "market",
        ),
        (
            9041021,
            "Saint-André-les-Alpes",
            (WEDNESDAY, SATURDAY),
            ("08:00", "12:30"),
            (43.96780, 6.50740),
            "Place Charles-Bron",
            VERDON,
            t(
                "Pain de la vallée, tommes d’Allons et draps de la Manufacture.",
                "Valley bread, tommes from Allons and cloth from the old mill.",
                "Pane della valle, tome di Allons e panni della manifattura.",
            ),
            "loaves",
        ),
        (
            9041022,
            "Les Mées",
            (FRIDAY,),
            ("08:00", "12:30"),
            (44.02660, 5.97600),
            "Place de la République",
            DIGNE,
            t(
                "L’huile nouvelle en novembre, les asperges en avril, les Pénitents toute l’année.",
                "New oil in November, asparagus in April, the Penitents all year.",
                "L’olio nuovo a novembre, gli asparagi ad aprile, i Penitenti tutto l’anno.",
            ),
            "olives",
        ),
    )
    start, end = calendar.plus(-150), calendar.plus(240)
    return [
        event(
            identifier,
            t(f"Marché {_of(town)}", f"{town} market", f"Mercato di {town}", **_more_names(identifier, town)),
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


def _of(town: str) -> str:
    """French elides before a vowel, and contracts before a plural article."""
    if town.startswith("Les "):
        return f"des {town.removeprefix('Les ')}"
    return f"d’{town}" if town[0] in "AEIOU" else f"de {town}"


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
