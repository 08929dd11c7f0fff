"""Oddities of real feeds, put in on purpose: all valid, each one met in real APIDAE data."""

from tourism.apidae.demonstration.builder import CREDIT, image_path, merge, t

# A second picture for these objects: id → scene.
SECOND_PICTURES = {9044002: "village", 9044102: "gorge", 9044003: "ammonite"}
_EXPIRED = "2020-12-31"


def with_traps(objects: list[dict], media_url: str) -> list[dict]:
    """The objects, a few of them as untidy as real ones."""
    return [merge(item, _oddities(item, media_url)) for item in objects]


def _oddities(item: dict, media_url: str) -> dict:
    match item["id"]:
        case 9044002:
            # Rights on the second picture ended long ago: it must not be shown.
            return {"illustrations": [*item["illustrations"], _second(item, media_url, "fr", expired=True)]}
        case 9044102:
            # The second picture has a file in English only, and a camera's file name for a caption.
            return {"illustrations": [*item["illustrations"], _second(item, media_url, "en", legend="IMG_0421.jpg")]}
        case 9044003:
            # An expired picture comes first; a delivery address with its own postal code; carriage returns in the text.
            long = item["presentation"]["descriptifDetaille"]
            return {
                "illustrations": [_second(item, media_url, "fr", expired=True), *item["illustrations"]],
                "localisation": {"adresse": {"codePostal": "04005", "cedex": "Cedex", "bureauDistribution": "Digne"}},
                "presentation": {
                    "descriptifDetaille": long
                    | {"libelleFr": long["libelleFr"] + "\r\n\r\nDernière entrée une heure avant la fermeture."}
                },
            }
        case 9041315:
            # The name copied into every language without translation, as some tools do.
            name = item["nom"]["libelleFr"]
            return {"nom": {f"libelle{language}": name for language in ("Es", "De", "Zh", "PtBR", "Ja", "Ko", "Ru")}}
        case 9041305:
            # A machine translation of opening times that nobody should see.
            return {"ouverture": {"periodeEnClair": {"libelleZh": "月 的 星期六 天 在 小时小时."}}}
        case 9046104:
            # A point of which APIDAE itself says that it is not valid.
            return {"localisation": {"geolocalisation": {"valide": False}}}
        case 9046003:
            # Half a contact: a note without languages, a telephone number with an observation.
            first, *others = item["informations"]["moyensCommunication"]
            noted = first | {"observation": t("De 8 h à 20 h", "From 8 am to 8 pm")}
            return {"informations": {"moyensCommunication": [noted, *others]}}
        case 9045001:
            # A winter aspect replaces the texts that it names.
            return {
                "aspects": [
                    {
                        "aspect": "HIVER",
                        "champsAspect": ["presentation.descriptifCourt"],
                        "presentation": {
                            "descriptifCourt": t(
                                "Cent soixante-sept kilomètres de pistes avec le Val d’Allos.",
                                "One hundred and sixty-seven kilometres of runs with Val d’Allos.",
                            )
                        },
                    }
                ]
            }
    return {}


def _second(item: dict, media_url: str, locale: str, *, expired: bool = False, legend: str = "") -> dict:
    stem = f"{media_url}/{image_path(item['id'], 2).removesuffix('.jpg')}"
    picture = {
        "identifiant": item["id"] * 10 + 2,
        "link": False,
        "type": "IMAGE",
        "legende": t(legend or "Autre vue", "Another view" if not legend else None),
        "copyright": t(CREDIT),
        "traductionFichiers": [
            {
                "locale": locale,
                "url": f"{stem}.jpg",
                "urlListe": f"{stem}-liste.jpg",
                "urlFiche": f"{stem}-fiche.jpg",
                "urlDiaporama": f"{stem}-diaporama.jpg",
                "extension": "jpg",
                "fileName": "IMG_0421.jpg",
                "hauteur": 800,
                "largeur": 1200,
                "lastModifiedDate": "2025-03-03T08:00:00.000+0000",
            }
        ],
    }
    return picture | {"dateLimiteDePublication": _EXPIRED} if expired else picture
