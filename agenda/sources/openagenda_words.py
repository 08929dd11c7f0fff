"""Words of OpenAgenda: what is done for visitors with disabilities, and keywords that leave no doubt. Pure."""

import unicodedata

from agenda.enums import EventCategory as Category
from tourism.records import PlainTexts

ACCESSIBILITY: dict[str, PlainTexts] = {
    "hi": {"fr": "Handicap auditif", "en": "Hearing impairment"},
    "vi": {"fr": "Handicap visuel", "en": "Visual impairment"},
    "pi": {"fr": "Handicap psychique", "en": "Psychic impairment"},
    "mi": {"fr": "Handicap moteur", "en": "Motor impairment"},
    "ii": {"fr": "Handicap intellectuel", "en": "Intellectual impairment"},
}

_WORDS: dict[Category, str] = {
    Category.CONCERT: "concert, musique, jazz, rock, chorale, recital, musique classique, musiques actuelles, chanson",
    Category.SHOW: (
        "spectacle, theatre, danse, cirque, opera, humour, marionnette, conte, spectacle vivant, one man show, ballet, "
        "magie, arts de la rue"
    ),
    Category.CINEMA: "cinema, projection, film, cine-club, cine-debat",
    Category.EXHIBITION: "exposition, expo, vernissage, photographie",
    Category.FESTIVAL: "festival",
    Category.MARKET: "marche, marche de noel, marche nocturne, marche de producteurs, marche artisanal",
    Category.FAIR: "foire, salon",
    Category.FLEA_MARKET: "brocante, vide-grenier, vide grenier, braderie, puces, bourse aux jouets, vide-dressing",
    Category.FEAST: "fete, bal, carnaval, kermesse, feu d'artifice, fete foraine, fete votive, thé dansant",
    Category.GUIDED_TOUR: "visite guidee, visite commentee",
    Category.WALK: "randonnee, balade, sortie nature, rando, promenade",
    Category.WORKSHOP: "atelier, stage, initiation",
    Category.TALK: "conference, rencontre, debat, table ronde, colloque, dedicace, lecture, causerie, seminaire",
    Category.TASTING: "degustation, oenologie",
    Category.SPORT: "sport, course, trail, tournoi, competition, match, marathon, course a pied",
    Category.CHILDREN: "jeune public, enfant, pour enfants, chasse aux oeufs, heure du conte",
    Category.HERITAGE: "patrimoine, journees europeennes du patrimoine, journees du patrimoine",
    Category.NATURE: "nature, biodiversite, ornithologie, astronomie",
}


def plain_word(text: str) -> str:
    """In lower case, without accents, ends and doubled spaces trimmed, on a plain apostrophe."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("’", "'"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def _forms(words: str) -> list[str]:
    singles = [plain_word(word) for word in words.split(",")]
    plurals = [" ".join(f"{part}s" for part in word.split()) for word in singles]
    # "marchés de Noël"
    firsts = [f"{first}s {rest}" for first, _, rest in (word.partition(" ") for word in singles)]
    return [*singles, *(f"{word}s" for word in singles), *plurals, *firsts]


# By the word as `plain_word` writes it, singular and plural.
CATEGORIES: dict[str, Category] = {form: category for category, words in _WORDS.items() for form in _forms(words)}
