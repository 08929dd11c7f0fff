"""Which of our few event categories an APIDAE event belongs to, by the ids of its own categories, themes and types.

A visitor chooses among 19 words; APIDAE has 81 categories and 212 themes, which are kept as keywords. Pure.
"""

from collections.abc import Iterable

from agenda.enums import EventCategory as Category

# FeteEtManifestationCategorie. Empty: says nothing that a visitor chooses by, so that themes and types decide.
_CATEGORIES: dict[int, tuple[Category, ...]] = {
    2062: (Category.FLEA_MARKET,),
    2065: (Category.FEAST,),  # carnival
    2066: (Category.HERITAGE,),  # commemoration
    2068: (Category.SPORT,),
    2072: (Category.TALK,),
    2078: (Category.TALK,),  # congress
    2079: (Category.FEAST,),  # parade
    2080: (Category.EXHIBITION,),
    2081: (Category.FESTIVAL,),
    2082: (Category.FAIR,),
    2083: (Category.MARKET,),
    2084: (),  # gathering: of motorbikes, of choirs…
    2085: (Category.HERITAGE,),  # pilgrimage
    2086: (),  # open day: of a farm, a workshop, a school…
    2088: (Category.SPORT,),  # rally
    2090: (Category.CONCERT,),  # recital
    2091: (Category.SHOW,),
    2092: (Category.FLEA_MARKET,),
    2093: (Category.FEAST,),  # ball
    2094: (Category.FLEA_MARKET,),  # swap meet
    2095: (),  # contest: of pétanque, of cakes…
    2096: (Category.FEAST,),
    2099: (Category.FLEA_MARKET,),
    2101: (Category.GUIDED_TOUR,),
    2105: (Category.FEAST,),
    2107: (Category.MARKET,),
    2108: (Category.FEAST,),  # torchlight descent
    2109: (Category.FEAST,),  # fireworks
    2110: (Category.FEAST,),  # funfair
    2111: (Category.FEAST,),  # dance night
    2112: (Category.CHILDREN,),  # treasure hunt
    2113: (),  # welcome drink
    2114: (),  # bingo
    2117: (Category.WALK,),
    2119: (Category.WORKSHOP,),
    2120: (Category.FEAST,),
    2121: (Category.SHOW,),  # dinner and show
    2123: (Category.CHILDREN,),  # afternoon snack
    2125: (),
    2128: (Category.CONCERT,),
    2132: (Category.SHOW, Category.CONCERT),  # opera
    2134: (Category.SHOW,),
    2138: (Category.SHOW,),
    2142: (Category.SHOW,),
    2145: (Category.SHOW,),
    2147: (Category.SHOW,),
    2150: (Category.SHOW, Category.CONCERT),  # operetta
    2151: (Category.SHOW,),  # dance
    3717: (Category.TASTING,),
    3783: (Category.TALK,),  # book signing
    3786: (Category.HERITAGE,),  # religious celebration
    3817: (),  # auction
    3818: (Category.CINEMA,),
    3829: (),  # blood donation
    3853: (Category.FEAST,),  # meal of an association
    3854: (Category.TALK,),  # public meeting
    3869: (),  # theme week
    3870: (Category.FEAST, Category.CHILDREN),  # school fête
    3871: (),  # demonstration
    3872: (Category.FLEA_MARKET,),  # street clearance sale
    3873: (Category.FEAST,),
    4526: (Category.SHOW,),  # sound and light
    4546: (Category.HERITAGE,),  # exceptional opening
    4641: (Category.CHILDREN,),  # egg hunt
    4652: (Category.SPORT,),  # broadcast of a match
    5594: (Category.FEAST,),  # karaoke
    5651: (Category.SHOW,),
    5740: (),  # raffle
    5754: (Category.EXHIBITION,),  # opening of an exhibition
    5874: (Category.TASTING,),  # brunch
    5879: (Category.WORKSHOP,),
    6017: (Category.FEAST, Category.HERITAGE),  # transhumance
    **dict.fromkeys((6106, 6107, 6108, 6109, 6110, 6111, 6112, 6113), (Category.FEAST,)),  # bulls
    6206: (Category.GUIDED_TOUR,),  # tour with a device
    6977: (Category.TALK,),  # forum
    7155: (Category.TALK,),  # consultation
}

_MUSIC = (
    *(2077, 2106, 2136, 2137, 2139, 2140, 2171, 2184, 2208, 2220, 2223, 2224, 2227, 2228, 2240, 2280, 2305, 2306),
    *(3815, 3816, 4856, 5498, 5543, 6001, 6460, 6522),
)
_STAGE = (2141, 2143, 2166, 2213, 2267, 5393, 5544)
_ARTS = (2103, 2104, 2126, 2127, 2159, 2162, 2168, 2169, 2232, 2235, 2252, 2270, 2278, 2304, 3832, 4069, 6524)
_CRAFTS = (2069, 2124, 2144, 4068)
_FOOD = (2205, 2271, 2292)
_WORDS = (2210, 2238, 2293, 2308, 2309, 6081)
_ON_FOOT = (2158, 2325, 2327, 2342, 5759)
_HISTORY = (2157, 2206, 2214, 2274, 3831, 4922)
_OUTDOORS = (2064, 2102, 2164, 2173, 2188, 2236, 2273, 2282, 2284, 2290)
_SPORTS = (
    *(2155, 2175, 2177, 2180, 2182, 2253, 2256, 2257, 2259, 2261, 2263, 2295, 2296, 2297, 2300, 2301, 2307, 2311),
    *(2312, 2313, 2314, 2315, 2316, 2317, 2318, 2319, 2320, 2321, 2322, 2324, 2326, 2328, 2329, 2330, 2331, 2332),
    *(2333, 2334, 2335, 2336, 2337, 2338, 2339, 2340, 2341, 2343, 2344, 2345, 2346, 2347, 2348, 2356, 2357, 2358),
    *(2359, 2360, 2361, 2362, 2363, 2364, 2365, 2366, 2367, 2368, 2369, 2370, 2371, 2372, 2373, 2375, 2376, 2379),
    *(3692, 3706, 3707, 3711, 3712, 3753, 3820, 4059, 4104, 4156, 4157, 4175, 4520, 4570, 4584, 4585, 4869, 4919),
    *(4968, 5096, 5097, 5099, 5274, 5531, 5656, 5856, 5857, 5858, 5917, 5982, 6080, 6465, 6534),
)
# FeteEtManifestationTheme
_THEMES: dict[int, Category] = {
    2133: Category.CINEMA,
    2276: Category.SHOW,  # storytelling
    2186: Category.FEAST,  # fireworks
    2230: Category.FEAST,  # Christmas
    3941: Category.FEAST,  # Halloween
    6092: Category.FEAST,  # Easter
    2310: Category.WORKSHOP,  # health
    3855: Category.WORKSHOP,  # yoga
    2374: Category.NATURE,  # fishing
    2378: Category.NATURE,
    **dict.fromkeys(_MUSIC, Category.CONCERT),
    **dict.fromkeys(_STAGE, Category.SHOW),
    **dict.fromkeys(_ARTS, Category.EXHIBITION),
    **dict.fromkeys(_CRAFTS, Category.WORKSHOP),
    **dict.fromkeys(_FOOD, Category.TASTING),
    **dict.fromkeys(_WORDS, Category.TALK),
    **dict.fromkeys(_ON_FOOT, Category.WALK),
    **dict.fromkeys(_HISTORY, Category.HERITAGE),
    **dict.fromkeys(_OUTDOORS, Category.NATURE),
    **dict.fromkeys(_SPORTS, Category.SPORT),
}
# FeteEtManifestationType
_TYPES: dict[int, Category] = {
    1962: Category.FAIR,
    1966: Category.NATURE,
    1969: Category.SHOW,
    1959: Category.SHOW,
    1964: Category.CONCERT,
    1967: Category.HERITAGE,
    1971: Category.SPORT,
    1973: Category.FEAST,
}
# FeteEtManifestationGenerique: nationwide days that say what the event is.
_GENERIC: dict[int, Category] = {
    2383: Category.CINEMA,
    2384: Category.CONCERT,
    2385: Category.FEAST,
    2388: Category.HERITAGE,
    2390: Category.SPORT,
    2399: Category.TALK,
    2401: Category.NATURE,
    2402: Category.HERITAGE,
    2403: Category.HERITAGE,
    2404: Category.NATURE,
    2405: Category.FEAST,
    2412: Category.TASTING,
    2422: Category.WORKSHOP,
    2429: Category.FEAST,
    3721: Category.NATURE,
    4047: Category.WORKSHOP,
    4051: Category.HERITAGE,
    4052: Category.SPORT,
    4070: Category.NATURE,
    4525: Category.HERITAGE,
    4856: Category.CONCERT,
    4913: Category.HERITAGE,
    4997: Category.NATURE,
    5321: Category.CINEMA,
    5380: Category.TALK,
    5490: Category.SPORT,
    5860: Category.HERITAGE,
    5945: Category.HERITAGE,
    6457: Category.NATURE,
}
# TypeClientele: made for children, rather than open to families.
_FOR_CHILDREN = frozenset({594, 4548, 4549})
# What a theme adds to an event whose category is already known: other themes only colour it.
_ADDED_BY_THEME = frozenset({Category.NATURE, Category.HERITAGE, Category.WALK})
# Categories that hold others: a festival is of music, of films…
_CONTAINERS = frozenset({Category.FESTIVAL})


def event_categories(
    *,
    categories: Iterable[int] = (),
    themes: Iterable[int] = (),
    types: Iterable[int] = (),
    generic: int | None = None,
    audiences: Iterable[int] = (),
) -> list[str]:
    """EventCategory values of an event, the most telling first, never empty.

    Args:
        categories: FeteEtManifestationCategorie ids. They decide; what follows fills in or adds.
        themes: FeteEtManifestationTheme ids.
        types: FeteEtManifestationType ids, used only when nothing else is known.
        generic: FeteEtManifestationGenerique id (European Heritage Days, Fête de la musique…).
        audiences: TypeClientele ids; made for children is a category too.
    """
    found = [category for identifier in categories for category in _CATEGORIES.get(identifier, ())]
    themed = [_THEMES[identifier] for identifier in themes if identifier in _THEMES]
    if not found:
        found = ([_GENERIC[generic]] if generic in _GENERIC else []) + themed
    elif _CONTAINERS.issuperset(found):
        found += themed
    else:
        found += [category for category in themed if category in _ADDED_BY_THEME]
        if _GENERIC.get(generic or 0) in _ADDED_BY_THEME:
            found.append(_GENERIC[generic or 0])
    if not found:
        found = [_TYPES[identifier] for identifier in types if identifier in _TYPES]
    if _FOR_CHILDREN.intersection(audiences):
        found.append(Category.CHILDREN)
    return [category.value for category in dict.fromkeys(found)] or [Category.OTHER.value]
