"""A small territory for the search's tests: documents as plain values, dates around `NOW`."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from cms.texts import Texts, texts_from_plain
from search.documents import SearchDocument, documents_in_languages
from search.enums import SearchKind

NOW = datetime(2026, 7, 15, 12, 0, tzinfo=UTC)

MOUSTIERS = ("04135", "Moustiers-Sainte-Marie", 43.8467, 6.2217)
DIGNE = ("04070", "Digne-les-Bains", 44.0925, 6.2356)
SAINT_ANDRE = ("04173", "Saint-André-les-Alpes", 43.9667, 6.5075)
VALENSOLE = ("04230", "Valensole", 43.8375, 5.9833)
CASTELLANE = ("04039", "Castellane", 43.8467, 6.5133)
SISTERON = ("04209", "Sisteron", 44.1950, 5.9430)
LES_MEES = ("04116", "Les Mées", 44.0297, 5.9764)


def documents_of_object(
    kind: SearchKind,
    object_id: int,
    names: Mapping[str, str],
    texts: Mapping[str, str],
    commune: tuple[str, str, float, float] | None = None,
    *,
    dates: Iterable[tuple[datetime, datetime]] = (),
    rank: float = 0.0,
    keywords: Iterable[str] = (),
) -> list[SearchDocument]:
    """An object in the six languages; `commune` gives code, name and position."""
    code, commune_name, latitude, longitude = commune or ("", "", None, None)
    return documents_in_languages(
        kind=kind,
        object_id=object_id,
        public_id=f"{kind.lower()}-{object_id}",
        path=f"/{kind.lower()}/{object_id}",
        names=as_texts(names),
        texts=[as_texts(texts)],
        keywords=keywords,
        commune_code=code,
        commune_name=commune_name,
        latitude=latitude,
        longitude=longitude,
        dates=dates,
        rank=rank,
        cards={"fr": {"image": f"/media/{object_id}.webp"}},
    )


def as_texts(plain: Mapping[str, str]) -> Texts:
    """Plain texts in the shape of `cms.texts`."""
    return texts_from_plain(plain)


def evening(days: float) -> tuple[datetime, datetime]:
    """Two hours from 18:00 UTC, so many days from NOW's date."""
    start = NOW.replace(hour=18) + timedelta(days=days)
    return start, start + timedelta(hours=2)


def corpus() -> list[SearchDocument]:
    """All documents. Objects are named in comments where the tests refer to them by number."""
    event, place, trail, page, story = (
        SearchKind.EVENT,
        SearchKind.PLACE,
        SearchKind.TRAIL,
        SearchKind.PAGE,
        SearchKind.STORY,
    )
    objects: list[list[SearchDocument]] = [
        documents_of_object(
            event,
            1,
            {"fr": "Marché provençal", "en": "Provençal market", "it": "Mercato provenzale", "de": "Wochenmarkt"},
            {
                "fr": "Chaque vendredi, sur la place de l'église, une trentaine d'étals. Fromages et olives.",
                "en": "Every Friday on the church square, thirty stalls of local food.",
                "it": "Ogni venerdì sulla piazza della chiesa, trenta bancarelle.",
                "de": "Jeden Freitag auf dem Kirchplatz, dreißig Stände.",
            },
            MOUSTIERS,
            dates=[evening(2), evening(9), evening(16)],
        ),
        documents_of_object(
            event,
            2,
            {"fr": "Grand marché du samedi", "nl": "Grote zaterdagmarkt"},
            {"fr": "Le marché occupe le boulevard Gassendi.", "nl": "De markt vult de hele boulevard."},
            DIGNE,
            dates=[evening(3), evening(10)],
            rank=0.2,
        ),
        documents_of_object(
            event,
            3,
            {"fr": "Vide-grenier du printemps", "es": "Mercadillo de primavera"},
            {"fr": "Particuliers et brocanteurs déballent dans les rues.", "es": "Los vecinos venden en las calles."},
            SISTERON,
            dates=[evening(4)],
        ),
        documents_of_object(
            event,
            4,
            {"fr": "Fête de la lavande", "en": "Lavender festival", "it": "Festa della lavanda", "de": "Lavendelfest"},
            {
                "fr": "Distillation en plein air au milieu des champs violets.",
                "en": "Open-air distilling amid purple fields.",
                "it": "Distillazione all'aperto tra i campi viola.",
                "de": "Destillation unter freiem Himmel.",
            },
            VALENSOLE,
            dates=[evening(4)],
            rank=0.5,
        ),
        documents_of_object(
            event,
            5,
            {"fr": "Concert à la citadelle", "en": "Concert at the citadel", "nl": "Concert in de citadel"},
            {"fr": "Musique de chambre dans la nef.", "en": "Chamber music.", "nl": "Kamermuziek in het schip."},
            SISTERON,
            dates=[evening(-30)],
        ),
        documents_of_object(
            event,
            6,
            {"fr": "Exposition de faïences anciennes"},
            {"fr": "Deux cents pièces sorties des réserves du musée."},
            MOUSTIERS,
            dates=[(NOW - timedelta(days=60), NOW + timedelta(days=60))],
        ),
        documents_of_object(
            place,
            10,
            {"fr": "Musée de la Faïence", "en": "Faience museum", "de": "Fayence-Museum", "nl": "Faiencemuseum"},
            {
                "fr": "Quatre siècles de décors bleus. L'entrée se fait par la place.",
                "en": "Four centuries of blue ware.",
                "de": "Vier Jahrhunderte blauer Dekore.",
                "nl": "Vier eeuwen blauw aardewerk.",
            },
            MOUSTIERS,
            keywords=["Musée"],
        ),
        documents_of_object(
            place,
            11,
            {"fr": "Gîte de l'Étoile", "en": "Star cottage", "es": "Casa rural de la Estrella"},
            {
                "fr": "Maison de pierre pour six personnes, sous la falaise.",
                "en": "Stone house for six.",
                "es": "Casa de piedra para seis personas.",
            },
            MOUSTIERS,
        ),
        documents_of_object(
            place,
            12,
            {"fr": "Restaurant du Lac", "it": "Ristorante del Lago", "es": "Restaurante del Lago"},
            {
                "fr": "Truite et légumes du jardin, en terrasse.",
                "it": "Trota e verdure dell'orto.",
                "es": "Trucha y verduras de la huerta.",
            },
            SAINT_ANDRE,
        ),
        documents_of_object(
            place,
            13,
            {"fr": "Château de Digne"},
            {"fr": "Une tour, vestige du palais des évêques."},
            DIGNE,
        ),
        documents_of_object(
            place,
            14,
            {"fr": "Les Pénitents des Mées"},
            {"fr": "Un rang de rochers dressés au-dessus du village, que la légende dit moines."},
            LES_MEES,
        ),
        documents_of_object(
            place,
            15,
            {"fr": "Location de vélos électriques", "de": "E-Bike-Verleih"},
            {"fr": "VAE et VTT à la demi-journée.", "de": "Elektrofahrräder für halbe Tage."},
            CASTELLANE,
        ),
        documents_of_object(
            place,
            16,
            {"fr": "Chapelle Notre-Dame-de-Beauvoir"},
            {"fr": "Au-dessus de Moustiers, au bout d'un escalier de 262 degrés. L’étoile pend entre deux rochers."},
            MOUSTIERS,
        ),
        documents_of_object(
            trail,
            20,
            {"fr": "Sentier du Vieux Chemin", "en": "Old Path walk", "it": "Sentiero del Vecchio Cammino"},
            {
                "fr": "Une randonnée en balcon, de chênes en buis.",
                "en": "A hike along the ledge, among oaks.",
                "it": "Un'escursione tra querce e bossi.",
            },
            CASTELLANE,
        ),
        documents_of_object(
            trail,
            21,
            {"fr": "Tour du lac en VTT", "nl": "Rondje om het meer"},
            {"fr": "Boucle roulante, départ de la base nautique.", "nl": "Een rustige fietstocht om het meer."},
            SAINT_ANDRE,
        ),
        documents_of_object(
            page,
            30,
            {"fr": "Venir en train", "en": "Coming by train", "it": "Arrivare in treno"},
            {
                "fr": "Le train des Pignes relie Nice à Digne. Des cars partent de la gare.",
                "en": "The Pignes train runs from Nice to Digne.",
                "it": "Il treno delle Pigne collega Nizza a Digne.",
            },
        ),
        documents_of_object(
            story,
            40,
            {"fr": "Le berger et la falaise", "en": "The shepherd and the cliff"},
            {"fr": "Six étapes le long du vieux chemin.", "en": "Six steps along the old path."},
            CASTELLANE,
        ),
    ]
    return [document for documents in objects for document in documents]
