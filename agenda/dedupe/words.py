"""What words of titles and venues are worth, in French, English and Italian; all folded as by `titles.fold`.

Translations of a kind of event share one concept, so that "Christmas market" meets "Marché de Noël".
"""

import re

_STOP = """
a ai agli al alla alle allo au aux avec c ce ces cet cette chez con d da dal dalla dans de degli dei del della delle
dell des di du e ed elle en entre est et for from ft feat featuring gli i il ils in is it j je l la le les lo
los m ma mes mon n ne nel nella nello nell nos notre o of on ou par per pour qu que qui s sa se ses si son su sul sulla
sur sous t the this to tra u un una une uno vos votre vs versus via w with y x aka and at by an or its our your
presente presentent presents present presenta presentano propose proposent invite invites organise organisee
autour vers
"""
STOP_WORDS = frozenset(_STOP.split())

# Concept: the words that mean it. These words alone never make two events the same.
_KINDS = {
    "concert": "concert concerto concerti recital live gig showcase scene ouverte open mic jam concertino",
    "show": "spectacle show spettacolo theatre teatro theater comedie comedy commedia piece representation cabaret"
    " performance humour improvisation impro",
    "cinema": "film cinema cine cineclub projection screening movie proiezione documentaire",
    "exposition": "exposition expo exhibition mostra exhibit expositions",
    "festival": "festival fest festivals",
    "marche": "marche market mercato mercatino marchee halles",
    "foire": "foire fair fiera salon",
    "brocante": "brocante braderie puces",
    "fete": "fete feast festa celebration kermesse sagra fetons",
    "bal": "bal dance ballo danse danze guinguette",
    "visite": "visite visit visita guidee guided guidata commentee decouverte visiting",
    "randonnee": "randonnee rando balade promenade sortie hike walk walking hiking escursione passeggiata",
    "course": "course race corsa trail marathon semi relais",
    "atelier": "atelier workshop laboratorio stage initiation cours masterclass lesson corso animation",
    "conference": "conference conferenza talk lecture lectures causerie debat rencontre incontro colloque",
    "dedicace": "dedicace signature signing firmacopie",
    "vernissage": "vernissage finissage inauguration inaugurazione",
    "degustation": "degustation tasting degustazione",
    "repas": "aperitif apero repas diner dejeuner brunch buffet dinner lunch cena pranzo banquet grillade",
    "loto": "loto bingo lotto tombola",
    "soiree": "soiree evening serata party night afterwork after afterhours veillee",
    "journee": "journee jour day giornata weekend week end apres midi matinee matin aprem soir",
    "ceremonie": "ceremonie commemoration ceremony commemorazione cerimonia hommage tribute omaggio",
    "ceremonie-religieuse": "messe mass messa procession processione",
    "lecture": "reading lettura contes conte storytelling",
    "tournoi": "tournoi concours tournament torneo contest competition championnat",
    "carnaval": "carnaval carnival carnevale",
    "noel": "noel christmas natale",
    "halloween": "halloween",
    "paques": "paques paque easter pasqua",
    "portes-ouvertes": "porte ouverte open",
    "rencontres": "assises estivales hivernales semaine quinzaine biennale",
    "feu": "feu artifice artifices",
    "patrimoine": "patrimoine heritage patrimonio",
}
# Words that say how, to whom or when rather than what.
_PLAIN = """
tournee tour nouveau nouvelle nouveaux new nuovo special speciale edition edizione saison season stagione grand
grande grands great gratuit premiere partie lancement opening ouverture cloture final finale anniversaire birthday
compleanno public tout famille family famiglia jeune ans an
musique music musica musical musicale scene session groupe band duo trio quartet quatuor quintet
officiel officielle hebdomadaire weekly mensuel monthly provencal provencale local locale locaux producteurs
producteur artisan artisans artisanal artisanale createurs createur traditionnel traditionnelle annuel annuelle
village communal communale municipal municipale ville pays
national nationale europeen europeenne populaire jazz rock pop rap hip hop techno electro folk blues classique
classic reggae soul funk house metal punk chanson francaise variete gospel libre seance more
ferme farm fattoria artiste artistes concerts the evenement event evento programme soirees
"""

_NUMBER_WORDS = {
    "2": "deux two due",
    "3": "trois three tre",
    "4": "quatre four quattro",
    "5": "cinq five cinque",
    "6": "six sei",
    "7": "sept seven sette",
    "8": "huit eight otto",
    "9": "neuf nine nove",
    "10": "dix ten dieci",
    "12": "douze twelve dodici",
    "20": "vingt twenty venti",
    "100": "cent hundred cento",
    "1000": "mille thousand",
}
# Words that tell two events of one name apart, when each has another one of the same family.
_QUALIFIERS = {
    "season": {
        "winter": "hiver winter inverno hivernal hivernale",
        "summer": "ete summer estate estival estivale",
        "spring": "printemps spring primavera",
        "autumn": "automne autumn autunno",
    },
    "audience": {
        "young": "enfant enfants kids children bambini bebes bebe jeunesse ados ado",
        "adult": "adulte adultes adults adulti",
    },
}


def stem(word: str) -> str:
    """Without a plural's s or x; enough for names, where a real stemmer does more harm than good."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss") else word


CONCEPTS: dict[str, str] = {stem(word): kind for kind, words in _KINDS.items() for word in words.split()}
NUMBER_WORDS: dict[str, str] = {stem(word): number for number, words in _NUMBER_WORDS.items() for word in words.split()}
QUALIFIERS: dict[str, tuple[str, str]] = {
    stem(word): (family, value)
    for family, values in _QUALIFIERS.items()
    for value, words in values.items()
    for word in words.split()
}
PLAIN_WORDS = frozenset(QUALIFIERS) | frozenset(stem(word) for word in _PLAIN.split()) - frozenset(CONCEPTS)

# Events held around another one that carries its name: the opening of an exhibition is not the exhibition.
SATELLITES = frozenset({"vernissage", "visite", "atelier", "conference", "dedicace", "lecture", "repas"})
# What holds other events.
PROGRAMMES = frozenset(
    {"festival", "rencontres", "fete", "journee", "patrimoine", "foire", "carnaval", "fete-patronale", "saint-jean"}
    | {"fete-nationale", "fete-de-la-musique", "fete-de-la-science", "nuit-des-musees", "journee-nationale"}
)

# National days and fixed expressions: one word each, of the generic sort. Longer ones first.
_PHRASES = (
    (
        r"vide[ -]?(?:greniers?|dressings?|maisons?)|flea[ -]markets?|mercat(?:o|ino) delle pulci|marches? aux puces",
        "brocante",
    ),
    (r"feux? d.? ?artifices?|fireworks?(?: display)?|fuochi d.? ?artificio", "feu"),
    (r"(?:one|wo)[ -](?:wo)?man[ -]show|stand[ -]?up|seule? en scene", "show"),
    (r"portes? ouvertes?|open days?|open house|porte aperte", "portes-ouvertes"),
    (
        r"journees? (?:europeennes? )?du patrimoine|(?:european )?heritage days?|giornate europee del patrimonio|jep",
        "patrimoine",
    ),
    (r"fetes? de la musique|world music day|festa della musica", "fete-de-la-musique"),
    (r"fetes? de la science|science festival", "fete-de-la-science"),
    (
        r"nuits? (?:europeennes? )?des musees|museum night|night of museums|notte (?:europea )?dei musei",
        "nuit-des-musees",
    ),
    (r"nuits? des etoiles|night of the stars", "nuit-des-etoiles"),
    (r"fetes? nationales?|bastille day|festa nazionale", "fete-nationale"),
    (r"fetes? (?:patronales?|votives?|du village)|village f[ea]te|festa patronale", "fete-patronale"),
    (r"marches? de noel|christmas (?:market|fair)s?|mercatin[oi] di natale", "marche-de-noel"),
    (r"fetes? des voisins|neighbours.? day", "fete-des-voisins"),
    (r"chasses? aux (?:oe|e)ufs|easter egg hunt|caccia alle uova", "chasse-aux-oeufs"),
    (
        r"forum des associations|octobre rose|semaine bleue|telethon|printemps des poetes|don du sang",
        "journee-nationale",
    ),
    (
        r"rendez[ -]vous aux jardins|nuits? de la lecture|repas des aines|ceremonie des v(?:oe|o)ux|voeux du maire",
        "journee-nationale",
    ),
    (r"table ronde|tavola rotonda", "conference"),
    (r"fetes? de la saint[ -]jean|feux? de la saint[ -]jean", "saint-jean"),
)
PHRASES = tuple((re.compile(rf"\b(?:{pattern})\b"), concept) for pattern, concept in _PHRASES)
PHRASE_CONCEPTS = frozenset(concept for _, concept in _PHRASES)

# Words of venues that many towns have; the rest of the name tells them apart.
_VENUE_WORDS = """
salle fetes fete polyvalente espace centre center centro culturel culturelle cultural culturale theatre teatro theater
cinema cine mediatheque bibliotheque library biblioteca musee museum museo eglise church chiesa chapelle cathedrale
mairie hotel ville place piazza square cours rue avenue boulevard quai esplanade parking stade gymnase ecole college
lycee maison foyer rural chateau castello jardin parc park auditorium conservatoire salon grand petit club bar cafe
restaurant office tourisme kiosque halle plein air amphitheatre village auberge camping abbaye prieure couvent
municipal municipale municipaux communal communale associations association
"""
VENUE_WORDS = frozenset(stem(word) for word in _VENUE_WORDS.split())
# Names that say "somewhere here": they can neither confirm nor refute.
VAGUE_VENUES = re.compile(
    r"(?:dans |au |en )?(?:le |la |tout le |toute la )?(?:centre[ -]?ville|centre|centre ancien|village"
    r"|coeur du village"
    r"|place du village|dans le village|rues? du village|en ville|divers lieux|lieux? divers|plusieurs lieux|ville"
    r"|various (?:places|venues)|town cent(?:er|re)|centro|in paese|lieu a (?:confirmer|preciser)|exterieur|plein air"
    r"|a definir|non precise|en ligne|online)"
)
