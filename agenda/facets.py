"""What a visitor filters the agenda by besides category and place, read off a folded record. Pure.

What nobody said stays unknown: an event without a word about its visitors is in no group of them, and one that says
nothing of walls and roof is neither inside nor outside.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from agenda.enums import Audience, Disability, EventCategory, Roof

# TypeClientele ids of APIDAE
_AUDIENCES: dict[int, Audience] = {
    513: Audience.FAMILIES,
    **dict.fromkeys((594, 4548, 4549), Audience.CHILDREN),
    **dict.fromkeys((496, 4550), Audience.TEENAGERS),
    3737: Audience.ADULTS,
    4813: Audience.SENIORS,
    **dict.fromkeys((580, 593, 597), Audience.GROUPS),
    **dict.fromkeys((596, 3896, 3897, 3899, 3902, 5078, 5079), Audience.SCHOOLS),
}
# Words of the other sources, singular and plural, as `_plain` writes them
_AUDIENCE_WORDS: dict[str, Audience] = {
    **dict.fromkeys(("famille", "familles", "en famille", "families", "tout public famille"), Audience.FAMILIES),
    **dict.fromkeys(("enfant", "enfants", "jeune public", "children", "jeunes enfants"), Audience.CHILDREN),
    **dict.fromkeys(("adolescent", "adolescents", "ados", "teenagers", "jeunes"), Audience.TEENAGERS),
    **dict.fromkeys(("adulte", "adultes", "adults", "reserve aux adultes"), Audience.ADULTS),
    **dict.fromkeys(("senior", "seniors", "retraites", "personnes agees"), Audience.SENIORS),
    **dict.fromkeys(("groupe", "groupes", "groups"), Audience.GROUPS),
    **dict.fromkeys(("scolaire", "scolaires", "groupes scolaires", "schools"), Audience.SCHOOLS),
}
# TourismeAdapte, LabelTourismeHandicap and TypologiePromoSitra ids of APIDAE
_DISABILITIES: dict[int, tuple[Disability, ...]] = {
    **dict.fromkeys((3652, 3653, 3674, 3943, 1226, 4801), (Disability.MOTOR,)),
    **dict.fromkeys((1191, 1224, 4803), (Disability.HEARING,)),
    **dict.fromkeys((1199, 1227, 4802), (Disability.VISUAL,)),
    **dict.fromkeys((1196, 1225, 4804), (Disability.MENTAL,)),
}
NOT_BY_WHEELCHAIR = 3651
_DISABILITY_WORDS = {
    "handicap moteur": Disability.MOTOR,
    "accessible aux personnes a mobilite reduite": Disability.MOTOR,
    "accessible en fauteuil roulant": Disability.MOTOR,
    "handicap auditif": Disability.HEARING,
    "handicap visuel": Disability.VISUAL,
    "handicap mental": Disability.MENTAL,
    "handicap intellectuel": Disability.MENTAL,
    "handicap psychique": Disability.MENTAL,
}
# TypologiePromoSitra ids: "Indoor (intérieur)", "Recommandé par mauvais temps"; "En plein air", "Déconseillé par
# mauvais temps"; OuvertureComplementaire ids: cancelled, put off "en cas de mauvais temps".
_INSIDE, _OUTSIDE = frozenset({1669, 1670}), frozenset({1676, 1599, 4190, 4191})
_INSIDE_WORDS = frozenset({"interieur", "en interieur", "a l'interieur", "indoor", "en salle", "a l'abri"})
_OUTSIDE_WORDS = frozenset({"plein air", "en plein air", "exterieur", "en exterieur", "a l'exterieur", "outdoor"})

_AGES = re.compile(r"de (\d+) a (\d+) ans")
_FROM_AGE = re.compile(r"a partir de (\d+) ans")


def audiences_of(facts: Mapping[str, Any], categories: Iterable[str] = ()) -> list[str]:
    """`Audience` values that the record names, in their own order; empty when it names nobody."""
    found = set()
    for label in facts.get("audiences") or ():
        identifier, words = label.get("id"), _plain(label)
        if identifier in _AUDIENCES:
            found.add(_AUDIENCES[identifier])
        elif words in _AUDIENCE_WORDS:
            found.add(_AUDIENCE_WORDS[words])
        else:
            found |= _by_age(words)
    if EventCategory.CHILDREN in categories:
        found.add(Audience.CHILDREN)
    return [audience.value for audience in Audience if audience in found]


def _by_age(words: str) -> set[Audience]:
    """Ages that leave no doubt: "from 0 to 99" is everybody, which is nobody in particular."""
    if between := _AGES.fullmatch(words):
        lowest, highest = int(between[1]), int(between[2])
        groups = {Audience.CHILDREN} if lowest <= 11 and highest <= 17 else set()
        return groups | ({Audience.TEENAGERS} if 13 <= highest <= 20 and lowest <= 17 else set())
    if since := _FROM_AGE.fullmatch(words):
        lowest = int(since[1])
        return {Audience.SENIORS} if lowest >= 60 else {Audience.ADULTS} if lowest >= 18 else set()
    return set()


def disabilities_of(facts: Mapping[str, Any]) -> list[str]:
    """`Disability` values for which something was done, in their own order. A record that says both that a wheelchair
    gets in and that it does not, says nothing."""
    labels = [*(facts.get("accessibility") or ()), *(facts.get("labels") or ())]
    found = {one for label in labels for one in _DISABILITIES.get(label.get("id"), ())}
    found |= {_DISABILITY_WORDS[words] for label in labels if (words := _plain(label)) in _DISABILITY_WORDS}
    if any(label.get("id") == NOT_BY_WHEELCHAIR for label in labels):
        found.discard(Disability.MOTOR)
    return [disability.value for disability in Disability if disability in found]


def is_indoor(facts: Mapping[str, Any]) -> bool | None:
    """Whether it takes place under a roof; None when nobody said, or when it is said both ways. An editor's word, a
    `Roof` in `indoor`, goes before all labels."""
    said = facts.get("indoor")
    if said in Roof.values:
        return {Roof.INDOOR: True, Roof.OUTDOOR: False}.get(Roof(said))
    details = facts.get("details") or {}
    conditions = [label for label in details.get("ouverturesComplementaires") or () if isinstance(label, dict)]
    named = [label for key in ("labels", "themes", "categories", "equipments") for label in facts.get(key) or ()]
    identifiers = {label.get("id") for label in (*named, *conditions)}
    words = {_plain(label) for label in named}
    inside = bool(_INSIDE & identifiers or _INSIDE_WORDS & words)
    outside = bool(_OUTSIDE & identifiers or _OUTSIDE_WORDS & words)
    return None if inside == outside else inside


def _plain(label: Mapping[str, Any]) -> str:
    """The words of a label, in French where it has them, in lower case without accents."""
    texts = label.get("label") or {}
    text = texts.get("fr") or next(iter(texts.values()), "")
    bare = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
