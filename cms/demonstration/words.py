"""Words of the demonstration's pages, in French and, for some pages, in English and Italian.

A body is a list of (block name, value) whose texts are `Words`.
Facts only; everything is written for this project and given to the public domain (CC0).
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Words:
    """One text: French, and what translators made of it ("" while nobody has)."""

    fr: str
    en: str = ""
    it: str = ""


@dataclass(frozen=True)
class PageWords:
    """A page to load, with its picture (a name of `drawings.DRAWINGS`)."""

    slug: str
    title: Words
    lead: Words
    drawing: str
    alt: Words
    body: list[tuple[str, dict[str, Any]]]
    languages: list[str] = field(default_factory=list)  # translated and published in
    begun: list[str] = field(default_factory=list)  # submitted to translators, not finished


Block = tuple[str, dict[str, Any]]


def heading(text: Words) -> Block:
    """A section's heading."""
    return "heading", {"text": text, "level": "2"}


def paragraphs(*texts: Words, links: dict[str, str] | None = None) -> Block:
    """Rich text; `links` says to which page (by slug) each <a id="…"> of the paragraphs leads."""
    return "text", {"paragraphs": list(texts), "links": links or {}}


def slot(kind: str, title: Words, **values: Any) -> Block:
    """A list that the reader fills."""
    return "slot", {"kind": kind, "title": title, "count": 6, **values}


HOME = PageWords(
    slug="",
    title=Words("Les Alpes de Haute-Provence", "The Alpes de Haute-Provence", "Le Alpi dell’Alta Provenza"),
    lead=Words(
        "Entre la Durance, le Verdon et l’Ubaye : ce qui se passe ce soir, les sentiers du jour, et de quoi partir "
        "même sans réseau.",
        "Between the Durance, the Verdon and the Ubaye: what is on tonight, today’s paths, and all you need to set out "
        "even without coverage.",
        "Tra la Durance, il Verdon e l’Ubaye: che cosa succede stasera, i sentieri di oggi e tutto ciò che serve per "
        "partire anche senza rete.",
    ),
    drawing="plateau",
    alt=Words(
        "Dessin : rangs de lavande au pied de montagnes bleues",
        "Drawing: rows of lavender below blue mountains",
        "Disegno: filari di lavanda ai piedi di montagne azzurre",
    ),
    body=[
        paragraphs(
            Words(
                "Ici, une <b>traverse</b> est le raccourci entre deux rues ou deux villages. Cette application "
                "en fait autant : un seul agenda pour tout le département, et des balades à emporter.",
                "Around here, a <b>traverse</b> is the short cut between two streets or two villages. This app does "
                "the same: one agenda for the whole département, and walks to take with you.",
                "Da queste parti una <b>traverse</b> è la scorciatoia tra due vie o due paesi. Questa applicazione "
                "fa lo stesso: un’unica agenda per tutto il dipartimento e passeggiate da portare con sé.",
            )
        ),
        slot(
            "UPCOMING_EVENTS",
            Words("Marchés et foires", "Markets and fairs", "Mercati e fiere"),
            categories=["MARKET", "FAIR", "FLEA_MARKET"],
        ),
        slot("TRAILS", Words("Des sentiers à la journée", "Paths for a day", "Sentieri per un giorno"), count=4),
        slot("STORIES", Words("Marcher en écoutant", "Walk and listen", "Camminare ascoltando"), count=3),
        (
            "call_to_action",
            {
                "text": Words("Voir toutes les balades", "See all the walks", "Vedere tutte le passeggiate"),
                "url": "/trails",
            },
        ),
    ],
    languages=["en", "it"],
)

OFFLINE = PageWords(
    slug="preparer-sa-randonnee-sans-reseau",
    title=Words(
        "Préparer sa randonnée sans réseau",
        "Getting ready to walk without coverage",
        "Preparare un’escursione senza rete",
    ),
    lead=Words(
        "Dans une bonne partie du Verdon, le téléphone ne capte rien. Cinq minutes à la maison suffisent pour ne plus "
        "y penser.",
        "In much of the Verdon your phone finds no signal. Five minutes at home are enough to stop worrying about it.",
        "In buona parte del Verdon il telefono non prende. Cinque minuti a casa bastano per non pensarci più.",
    ),
    drawing="path",
    alt=Words(
        "Dessin : un chemin monte vers un col, une marque jaune est peinte sur un rocher",
        "Drawing: a path climbs to a pass, a yellow mark is painted on a rock",
        "Disegno: un sentiero sale verso un colle, un segno giallo è dipinto su una roccia",
    ),
    body=[
        heading(Words("La veille, chez soi", "The day before, at home", "Il giorno prima, a casa")),
        paragraphs(
            Words(
                "Ouvrez la balade et touchez « Garder hors ligne » : le tracé, le texte, les images et le récit "
                "tiennent dans un seul fichier, rangé dans votre téléphone.",
                "Open the walk and tap “Keep offline”: the line, the text, the pictures and the story fit in one "
                "file, stored in your phone.",
                "Aprite la passeggiata e toccate «Tieni offline»: il tracciato, il testo, le immagini e il racconto "
                "stanno in un solo file, conservato nel telefono.",
            ),
            Words(
                "Coupez ensuite les données mobiles et rouvrez-la. Si tout s’affiche à la maison, tout "
                "s’affichera en haut.",
                "Then switch mobile data off and open it again. If everything shows at home, everything will show "
                "up there.",
                "Poi disattivate i dati mobili e riapritela. Se a casa si vede tutto, si vedrà tutto anche lassù.",
            ),
        ),
        (
            "image",
            {
                "drawing": "path",
                "alt": Words(
                    "Dessin : trait jaune horizontal sur un bloc de calcaire",
                    "Drawing: a horizontal yellow stroke on a block of limestone",
                    "Disegno: un tratto giallo orizzontale su un blocco di calcare",
                ),
                "caption": Words(
                    "Un trait jaune : vous êtes sur un sentier de promenade et randonnée.",
                    "A yellow stroke: you are on a local footpath (PR).",
                    "Un tratto giallo: siete su un sentiero locale (PR).",
                ),
            },
        ),
        heading(Words("Sur le sentier", "On the path", "Sul sentiero")),
        paragraphs(
            Words(
                "Le point bleu vient des satellites : il n’a besoin d’aucun réseau. Ce qui use la batterie, c’est "
                "l’écran ; baissez la lumière et gardez une batterie de secours.",
                "The blue dot comes from satellites: it needs no coverage. What drains the battery is the screen; "
                "dim it and carry a spare.",
                "Il punto blu viene dai satelliti: non ha bisogno di alcuna rete. A consumare la batteria è lo "
                "schermo; abbassate la luminosità e portate una batteria di riserva.",
            ),
            Words(
                "En cas d’accident, appelez le <b>112</b>, ou écrivez au <b>114</b> si vous ne pouvez pas parler. "
                "Un autre opérateur peut acheminer l’appel là où le vôtre ne passe pas.",
                "In an accident, call <b>112</b>, or text <b>114</b> if you cannot speak. Another operator may carry "
                "the call where yours does not reach.",
                "In caso di incidente chiamate il <b>112</b>, o scrivete al <b>114</b> se non potete parlare. Un "
                "altro operatore può trasmettere la chiamata dove il vostro non arriva.",
            ),
        ),
        (
            "quote",
            {
                "text": Words(
                    "En montagne, le demi-tour fait partie de l’itinéraire.",
                    "In the mountains, turning back is part of the route.",
                    "In montagna, tornare indietro fa parte dell’itinerario.",
                ),
                "author": Words("", "", ""),
            },
        ),
        slot("TRAILS", Words("Des balades à garder", "Walks worth keeping", "Passeggiate da tenere"), count=4),
    ],
    languages=["en", "it"],
)

VERDON = PageWords(
    slug="le-verdon-au-fil-de-l-eau",
    title=Words("Le Verdon au fil de l’eau", "Down the Verdon", "Lungo il Verdon"),
    lead=Words(
        "Des pâturages du col d’Allos aux thermes de Gréoux, une rivière change cinq fois de pays.",
        "From the pastures of the Col d’Allos to the baths of Gréoux, one river crosses five landscapes.",
        "Dai pascoli del colle d’Allos alle terme di Gréoux, un fiume attraversa cinque paesaggi.",
    ),
    drawing="gorge",
    alt=Words(
        "Dessin : une rivière verte entre deux parois de calcaire",
        "Drawing: a green river between two limestone walls",
        "Disegno: un fiume verde tra due pareti di calcare",
    ),
    body=[
        heading(Words("De la source aux lacs", "From the source to the lakes", "Dalla sorgente ai laghi")),
        paragraphs(
            Words(
                "Le Verdon naît près du col d’Allos, passe sous les forts de Colmars et traverse "
                "Saint-André-les-Alpes avant de s’étaler dans le lac de Castillon.",
                "The Verdon rises near the Col d’Allos, runs below the forts of Colmars and through "
                "Saint-André-les-Alpes before it spreads out in the lake of Castillon.",
                "Il Verdon nasce presso il colle d’Allos, scorre sotto i forti di Colmars e attraversa "
                "Saint-André-les-Alpes prima di allargarsi nel lago di Castillon.",
            ),
            Words(
                "Après Castellane, la rivière s’enfonce dans le calcaire ; à la sortie des gorges, elle ouvre sur "
                "le lac de Sainte-Croix, au pied de Moustiers.",
                "Below Castellane the river cuts into the limestone; where the gorge ends it opens onto the lake of "
                "Sainte-Croix, at the foot of Moustiers.",
                "Dopo Castellane il fiume si incassa nel calcare; all’uscita delle gole si apre sul lago di "
                "Sainte-Croix, ai piedi di Moustiers.",
            ),
        ),
        heading(Words("Avant d’y descendre", "Before you go down", "Prima di scendere")),
        paragraphs(
            Words(
                "Des barrages règlent le débit : l’eau peut monter sans pluie. Ne vous installez jamais sur un banc "
                "de galets pour la nuit.",
                "Dams control the flow: the water can rise without any rain. Never settle on a gravel bank for the "
                "night.",
                "Le dighe regolano la portata: l’acqua può salire senza che piova. Non fermatevi mai per la notte "
                "su un banco di ghiaia.",
            ),
            Words(
                'Le réseau manque presque partout au fond : lisez <a id="a1">comment préparer la sortie</a>.',
                'There is hardly any coverage at the bottom: read <a id="a1">how to get ready</a>.',
                'In fondo la rete manca quasi ovunque: leggete <a id="a1">come preparare l’uscita</a>.',
            ),
            links={"a1": "preparer-sa-randonnee-sans-reseau"},
        ),
        slot(
            "PLACES",
            Words("Au bord de l’eau", "By the water", "In riva all’acqua"),
            place_kinds=["PATRIMOINE_NATUREL", "ACTIVITE"],
            communes="04039, 04135",
        ),
    ],
    languages=["en", "it"],
)

MARKETS = PageWords(
    slug="les-marches-de-provence",
    title=Words("Les marchés de Provence", "The markets of Provence"),
    lead=Words(
        "On y va pour les tomates, on y reste pour les voix. Petit guide des matins de marché.",
        "You come for the tomatoes and stay for the voices. A short guide to market mornings.",
    ),
    drawing="market",
    alt=Words("Dessin : étals à rayures sur une place", "Drawing: striped stalls on a square"),
    body=[
        paragraphs(
            Words(
                "Chaque ville a son jour. <b>Forcalquier</b> déborde le lundi ; <b>Digne-les-Bains</b>, "
                "<b>Sisteron</b>, <b>Castellane</b> et <b>Barcelonnette</b> s’animent le mercredi et le samedi ; "
                "<b>Manosque</b> le samedi.",
                "Every town has its day. <b>Forcalquier</b> overflows on Mondays; <b>Digne-les-Bains</b>, "
                "<b>Sisteron</b>, <b>Castellane</b> and <b>Barcelonnette</b> come alive on Wednesdays and Saturdays; "
                "<b>Manosque</b> on Saturdays.",
            ),
            Words(
                "Venez tôt : à neuf heures on choisit, à onze heures on piétine, à midi et demi on négocie les "
                "derniers melons.",
            ),
        ),
        heading(Words("Ce qui vient d’ici", "What grows here")),
        paragraphs(
            Words(
                "Petit épeautre, olives et huile de Manosque, agneau de Sisteron, fromages de Banon pliés dans leur "
                "feuille de châtaignier, miel de lavande : demandez d’où cela vient, on vous le dira.",
            )
        ),
        slot("UPCOMING_EVENTS", Words("Les prochains marchés", "The next markets"), categories=["MARKET"], count=8),
    ],
    begun=["en"],
)

NIGHTS = PageWords(
    slug="nuits-etoilees",
    title=Words("Nuits étoilées"),
    lead=Words("L’air est sec, les villes sont loin : il suffit d’éteindre la lampe."),
    drawing="night",
    alt=Words("Dessin : coupole d’observatoire sous un ciel d’étoiles"),
    body=[
        paragraphs(
            Words(
                "À Saint-Michel-l’Observatoire, un grand observatoire veille depuis les années trente. C’est avec "
                "son télescope de 1,93 mètre qu’on annonça en 1995 la première planète découverte autour d’une "
                "étoile semblable au Soleil.",
            ),
            Words(
                "Pour voir la Voie lactée, choisissez une nuit sans lune, laissez vingt minutes à vos yeux et "
                "passez l’écran du téléphone en mode nuit.",
            ),
        ),
        ("quote", {"text": Words("Le ciel est le seul paysage que l’on partage en entier."), "author": Words("")}),
        slot(
            "UPCOMING_EVENTS",
            Words("Soirées et sorties nature"),
            categories=["NATURE", "TALK", "GUIDED_TOUR"],
            communes="04192, 04088, 04112",
        ),
    ],
)

STONES = PageWords(
    slug="lire-les-pierres",
    title=Words("Lire les pierres"),
    lead=Words("Autour de Digne, la mer a laissé ses coquilles dans la montagne."),
    drawing="fossil",
    alt=Words("Dessin : ammonites prises dans une dalle grise"),
    body=[
        paragraphs(
            Words(
                "Au bord de la route de Barles, à la sortie de Digne-les-Bains, une dalle dressée montre des "
                "centaines d’ammonites. Elles vivaient dans une mer chaude, il y a environ 200 millions d’années.",
            ),
            Words(
                "Le territoire est un géoparc mondial de l’UNESCO, et ses fossiles sont protégés : on les "
                "photographie, on ne les emporte pas.",
            ),
        ),
        (
            "image",
            {
                "drawing": "fossil",
                "alt": Words("Dessin : spirales d’ammonites"),
                "caption": Words("Des spirales de toutes tailles : c’est la mer, debout."),
            },
        ),
        slot(
            "PLACES",
            Words("Musées et sites à voir"),
            place_kinds=["PATRIMOINE_CULTUREL", "PATRIMOINE_NATUREL"],
            communes="04070",
        ),
    ],
)

ARTICLES = [OFFLINE, VERDON, MARKETS, NIGHTS, STONES]
