"""STRUCTURE and TERRITOIRE: the tourist offices and the countries that they look after."""

from tourism.apidae.demonstration.builder import Draft, Text, elements, no_overrides, t
from tourism.apidae.demonstration.communes import commune
from tourism.apidae.demonstration.opening import Calendar
from tourism.apidae.demonstration.references import element

DIGNE, VERDON, FORCALQUIER, DURANCE, UBAYE, SISTERON, AGENCY, CULTURE = range(9047001, 9047009)
DEPARTMENT, VERDON_COUNTRY, UBAYE_COUNTRY, LURE_COUNTRY, GEOPARK = range(9048001, 9048006)


def _office(
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float],
    address: str,
    short: Text,
    kind: int = 3166,
    picture: str = "welcome",
) -> Draft:
    return Draft(
        kind="STRUCTURE",
        id=identifier,
        name=name,
        commune=town,
        at=at,
        address=address,
        short=short,
        picture=picture,
        details={"entiteType": element(kind)},
        extra={
            "prestations": {
                "languesParlees": elements(1197, 1192, 1200),
                "services": elements(1115, 1130),
                "tourismesAdaptes": elements(3653),
                **no_overrides(),
            }
        },
    )


def _territory(
    identifier: int,
    name: Text,
    kind: int,
    town: str,
    at: tuple[float, float],
    towns: str,
    short: Text,
    long: Text,
    picture: str,
) -> Draft:
    perimeter = [commune(name) for name in towns.split("|")]
    return Draft(
        kind="TERRITOIRE",
        id=identifier,
        name=name,
        commune=town,
        at=at,
        short=short,
        long=long,
        picture=picture,
        contact=False,
        details={"territoireType": element(kind), "destination": True},
        extra={"localisation": {"perimetreGeographique": perimeter}},
    )


def office_drafts(calendar: Calendar) -> list[Draft]:
    return [
        _office(
            DIGNE,
            t(
                "Office de tourisme de Digne-les-Bains",
                "Digne-les-Bains Tourist Office",
                "Ufficio turistico di Digne-les-Bains",
                de="Tourismusbüro Digne-les-Bains",
                nl="Toeristenbureau Digne-les-Bains",
            ),
            "Digne-les-Bains",
            (44.09150, 6.23580),
            "Place du Tampinet",
            t(
                "Conseils, cartes et billetterie au centre de Digne, porte d’entrée du Géoparc.",
                "Advice, maps and tickets in the centre of Digne, the gateway to the Geopark.",
                "Consigli, mappe e biglietti nel centro di Digne, porta del Geoparco.",
            ),
        ),
        _office(
            VERDON,
            t(
                "Office de tourisme du Verdon",
                "Verdon Tourist Office",
                "Ufficio turistico del Verdon",
                de="Tourismusbüro Verdon",
                es="Oficina de turismo del Verdon",
            ),
            "Castellane",
            (43.84640, 6.51330),
            "Rue Nationale",
            t(
                "Bureaux à Castellane, Moustiers et La Palud : navettes, niveaux d’eau, sentiers ouverts.",
                "Desks in Castellane, Moustiers and La Palud: shuttles, water levels, open paths.",
                "Sportelli a Castellane, Moustiers e La Palud: navette, livelli dell’acqua, sentieri aperti.",
            ),
        ),
        _office(
            FORCALQUIER,
            t(
                "Office de tourisme du Pays de Forcalquier et de Lure",
                "Forcalquier and Lure Tourist Office",
                "Ufficio turistico di Forcalquier e Lure",
            ),
            "Forcalquier",
            (43.95950, 5.78090),
            "Place du Bourguet",
            t(
                "De Banon à Lurs, l’office qui connaît chaque marché et chaque cabanon.",
                "From Banon to Lurs, the office that knows every market and every dry-stone hut.",
                "Da Banon a Lurs, l’ufficio che conosce ogni mercato e ogni capanna in pietra.",
            ),
        ),
        _office(
            DURANCE,
            t(
                "Office de tourisme Durance et Verdon",
                "Durance and Verdon Tourist Office",
                "Ufficio turistico Durance e Verdon",
                de="Tourismusbüro Durance und Verdon",
            ),
            "Manosque",
            (43.83330, 5.78640),
            "Place du Docteur-Joubert",
            t(
                "Manosque, Gréoux, Valensole, Riez : thermes, lavande et villages perchés.",
                "Manosque, Gréoux, Valensole, Riez: spas, lavender and hilltop villages.",
                "Manosque, Gréoux, Valensole, Riez: terme, lavanda e borghi arroccati.",
            ),
        ),
        _office(
            UBAYE,
            t(
                "Office de tourisme de l’Ubaye",
                "Ubaye Valley Tourist Office",
                "Ufficio turistico della valle dell’Ubaye",
            ),
            "Barcelonnette",
            (44.38690, 6.65290),
            "Place Frédéric-Mistral",
            t(
                "Météo des cols, enneigement, eaux vives et sentiers de la plus italienne des vallées.",
                "Pass conditions, snow, white water and paths of the most Italian of valleys.",
                "Meteo dei passi, neve, acque vive e sentieri della più italiana delle valli francesi.",
            ),
        ),
        _office(
            SISTERON,
            t("Office de tourisme de Sisteron", "Sisteron Tourist Office", "Ufficio turistico di Sisteron"),
            "Sisteron",
            (44.19820, 5.94320),
            "Place de la République",
            t(
                "Au pied de la citadelle, l’accueil de la porte de la Provence.",
                "At the foot of the citadel, the welcome desk of the gateway to Provence.",
                "Ai piedi della cittadella, l’accoglienza della porta della Provenza.",
            ),
        ),
        _office(
            AGENCY,
            t("Agence départementale du tourisme (démonstration)", "Tourism agency of the département (demonstration)"),
            "Digne-les-Bains",
            (44.09230, 6.23290),
            "Rue du Docteur-Honnorat",
            t(
                "Elle coordonne l’agenda commun et les données des offices.",
                "It coordinates the common agenda and the data of the offices.",
                "Coordina il calendario comune e i dati degli uffici turistici.",
            ),
            3167,
            # Nobody visits it: without a picture, one of three.
            picture="",
        ),
        _office(
            CULTURE,
            t("Association Les Passeurs de Bléone"),
            "Digne-les-Bains",
            (44.09400, 6.23450),
            "Boulevard Gassendi",
            t(
                "Association de démonstration qui programme concerts et lectures dans la vallée.",
                "A demonstration association that puts on concerts and readings in the valley.",
                "Associazione dimostrativa che organizza concerti e letture nella valle.",
            ),
            3196,
            picture="festival",
        ),
        _territory(
            DEPARTMENT,
            t("Alpes de Haute-Provence", "Alpes de Haute-Provence", "Alpi dell’Alta Provenza"),
            3218,
            "Digne-les-Bains",
            (44.09250, 6.23560),
            "Digne-les-Bains|Manosque|Sisteron|Forcalquier|Barcelonnette|Castellane",
            t(
                "Des Alpes à la lavande, un département de lumière.",
                "From the Alps to the lavender, a land of light.",
                "Dalle Alpi alla lavanda, una terra di luce.",
            ),
            t(
                "Cent quatre-vingt-dix-huit communes entre la Durance et la frontière italienne, où l’on passe en deux heures des oliviers aux glaciers rocheux.",
                "One hundred and ninety-eight communes between the Durance and the Italian border, where two hours take you from olive groves to alpine screes.",
            ),
            "hills",
        ),
        _territory(
            VERDON_COUNTRY,
            t("Pays du Verdon", "Verdon country", "Terra del Verdon", de="Verdon"),
            3220,
            "La Palud-sur-Verdon",
            (43.76300, 6.33000),
            "Castellane|Moustiers-Sainte-Marie|La Palud-sur-Verdon|Rougon|Sainte-Croix-de-Verdon|Saint-André-les-Alpes|Colmars|Allos",
            t(
                "La rivière verte, de sa source au lac de Sainte-Croix.",
                "The green river, from its spring to the lake of Sainte-Croix.",
                "Il fiume verde, dalla sorgente al lago di Sainte-Croix.",
            ),
            t(
                "Le Verdon naît sous la Sestrière, traverse les forts de Colmars, creuse les plus hautes falaises du pays et s’apaise dans les lacs.",
                "The Verdon rises below the Sestrière, passes the forts of Colmars, cuts the highest cliffs in the country and comes to rest in the lakes.",
            ),
            "gorge",
        ),
        _territory(
            UBAYE_COUNTRY,
            t("Vallée de l’Ubaye", "Ubaye Valley", "Valle dell’Ubaye"),
            3220,
            "Barcelonnette",
            (44.38700, 6.65200),
            "Barcelonnette|Jausiers|Uvernet-Fours|Enchastrayes|Saint-Paul-sur-Ubaye|Le Lauzet-Ubaye|Val d'Oronaye",
            t(
                "Sept cols, des villas mexicaines et un torrent célèbre.",
                "Seven passes, Mexican villas and a famous torrent.",
                "Sette passi, ville messicane e un torrente celebre.",
            ),
            t(
                "Longtemps tournée vers le Piémont, la vallée a envoyé ses fils au Mexique et en a rapporté des villas. On y skie, on y pagaie, on y passe à pied en Italie.",
                "Long turned towards Piedmont, the valley sent its sons to Mexico and brought villas home. You ski here, paddle here and walk over to Italy.",
            ),
            "mountain_lake",
        ),
        _territory(
            LURE_COUNTRY,
            t(
                "Pays de Forcalquier et montagne de Lure",
                "Forcalquier and the Lure mountain",
                "Forcalquier e la montagna di Lure",
            ),
            3220,
            "Forcalquier",
            (43.96000, 5.78000),
            "Forcalquier|Mane|Banon|Simiane-la-Rotonde|Saint-Étienne-les-Orgues|Lurs|Saint-Michel-l'Observatoire",
            t(
                "Pierre sèche, simples et ciel pur.",
                "Dry stone, healing herbs and dark skies.",
                "Pietra a secco, erbe officinali e cielo puro.",
            ),
            t(
                "Un pays de bourgs hauts, de distillateurs et d’astronomes, que Giono a raconté.",
                "A country of high towns, distillers and astronomers, as told by Giono.",
            ),
            "plateau",
        ),
        _territory(
            GEOPARK,
            t(
                "Géoparc de Haute-Provence",
                "Haute-Provence Geopark",
                "Geoparco dell’Alta Provenza",
                de="Geopark Haute-Provence",
            ),
            6242,
            "Digne-les-Bains",
            (44.10330, 6.23260),
            "Digne-les-Bains|Barles|La Robine-sur-Galabre|Thoard|Sisteron|Barrême|Castellane",
            t(
                "Trois cents millions d’années à ciel ouvert, géoparc mondial de l’UNESCO.",
                "Three hundred million years in the open air, a UNESCO Global Geopark.",
                "Trecento milioni di anni a cielo aperto, geoparco mondiale UNESCO.",
            ),
            t(
                "Premier géoparc du monde avec trois autres en 2000, il protège ses fossiles sur place et les raconte par des sentiers, des musées et des œuvres d’art.",
                "One of the world’s first four geoparks in 2000, it keeps its fossils where they lie and tells them through paths, museums and art.",
            ),
            "ammonite",
        ),
    ]
