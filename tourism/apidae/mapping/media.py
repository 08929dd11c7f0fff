"""`illustrations` and `multimedias`: pictures with their rights, other media, and the plans of itineraries."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from tourism.apidae.mapping.addresses import web_address
from tourism.apidae.mapping.node import Node
from tourism.apidae.mapping.scalars import as_moment, quoted
from tourism.apidae.texts import LOCALES, is_file_name
from tourism.records import PlainTexts

PLAN_EXTENSIONS = frozenset({"gpx", "kml", "kmz"})
_PICTURES = frozenset({"IMAGE", "IMAGE_PRINCIPALE", "IMAGE_HIVER", "IMAGE_PRINCIPALE_HIVER"})
# Smaller copies that APIDAE makes, the best for a page first; the original can be 20 MB.
_COPIES = ("urlDiaporama", "urlFiche", "urlQHD", "url")


@dataclass
class Media:
    """What an object shows and gives to download.

    pictures: ``{url, credit, title, expires, modified}``; others: ``{kind, url, title, credit, expires, language}``;
    plans: ``{url, extension, file_name, expires, credit?, title?}``, tracks of itineraries.
    """

    pictures: list[dict[str, Any]] = field(default_factory=list)
    others: list[dict[str, Any]] = field(default_factory=list)
    plans: list[dict[str, Any]] = field(default_factory=list)


def read_media(root: Node) -> Media:
    """Everything that `illustrations` and `multimedias` hold, each file once, the main picture first.

    A territory's outline and map count among them.
    """
    media = Media()
    # Until 2014 (API v001) illustrations were `imagePrincipale`, `imagePrincipaleHiver` and `images`.
    sources = [root.node(key) for key in ("imagePrincipale", "imagePrincipaleHiver") if key in root]
    for key in ("illustrations", "images", "multimedias"):
        sources.extend(root.nodes(key))
    territory = root.node("informationsTerritoire")
    sources.extend(territory.node(key) for key in ("zone", "contour") if key in territory)
    for medium in sources:
        _read_medium(medium, media)
    media.pictures.sort(key=lambda picture: picture.pop("rank"))
    media.pictures = _each_once(media.pictures)
    media.others = _each_once(media.others)
    media.plans = _each_once(media.plans)
    return media


def _read_medium(medium: Node, media: Media) -> None:
    kind = medium.line("type", longest=60) or "IMAGE"
    expires = medium.day("dateLimiteDePublication")
    if not expires and medium.raw("dateLimiteDePublication") not in (None, ""):
        # Rights whose end cannot be read are not rights that one may use.
        medium.remark(f"{medium.path} : média non repris, la fin de ses droits n’est pas lisible.")
        return
    files = _files(medium)
    if not files:
        if medium.raw("traductionFichiers") not in (None, []):
            medium.remark(f"{medium.path} : média sans fichier utilisable.")
        return
    common = {"credit": _credit(medium), "title": _title(medium), "expires": expires or None}
    if kind in _PICTURES:
        url, file = next(((url, file) for file in files if (url := _copy_url(file))), ("", None))
        if file:
            rank = 0 if kind == "IMAGE_PRINCIPALE" else 1
            media.pictures.append({"url": url, "modified": _version(file), "rank": rank} | common)
        return
    for file in files:
        url = _file_url(file, "url")
        if not url:
            continue
        extension = _extension(file, url)
        if kind == "PLAN" and extension in PLAN_EXTENSIONS:
            name = file.line("fileName", longest=200)
            plan = {"url": url, "extension": extension, "file_name": name, "expires": expires or None}
            about = {key: common[key] for key in ("credit", "title") if common[key]}
            media.plans.append(plan | about)
            continue
        if kind == "PLAN" and not extension and medium.raw("link") is not True:
            medium.remark(f"Plan sans extension reconnue (gpx, kml, kmz) : {quoted(url)}.")
        other = {"kind": kind, "url": url} | common
        if len(files) > 1:
            other["language"] = LOCALES.get(file.line("locale"), "fr")
        media.others.append({key: value for key, value in other.items() if value})


def _files(medium: Node) -> list[Node]:
    """Files, the French one first."""
    return sorted(medium.nodes("traductionFichiers"), key=lambda file: file.raw("locale") != "fr")


def _copy_url(file: Node) -> str:
    return next((url for key in _COPIES if (url := _file_url(file, key))), "")


def _file_url(file: Node, key: str) -> str:
    text = file.line(key, longest=2_000)
    if not text:
        return ""
    url = web_address(text.replace(" ", "%20"))
    if not url:
        file.remark(f"{file.at(key)} : adresse refusée, {quoted(text)}.")
    return url


def _version(file: Node) -> str:
    """What changes when the file does."""
    return as_moment(file.raw("lastModifiedDate")) or file.line("checksum", longest=80)


def _extension(file: Node, url: str) -> str:
    """In lower case, without the dot; from the file's name or address when it is not said."""
    said = file.line("extension", longest=10).lstrip(".").lower()
    if said:
        return said
    for name in (file.line("fileName", longest=200), urlsplit(url).path):
        suffix = PurePosixPath(name).suffix.lstrip(".").lower()
        if suffix in PLAN_EXTENSIONS or suffix in ("pdf", "jpg", "jpeg", "png"):
            return suffix
    return ""


def _credit(medium: Node) -> str:
    """The copyright in French, else in any language."""
    texts = medium.texts("copyright", one_line=True)
    return (texts.get("fr") or next(iter(texts.values()), ""))[:300]


def _title(medium: Node) -> PlainTexts:
    """The caption, else the name; in each language whichever is not a camera's file name."""
    names = {language: text for language, text in medium.texts("nom", one_line=True).items() if not is_file_name(text)}
    captions = medium.texts("legende", one_line=True)
    return names | {language: text for language, text in captions.items() if not is_file_name(text)}


def _each_once(media: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each file at its first place, with the rights that last longest and the words that came with them."""
    unique: dict[str, dict[str, Any]] = {}
    for medium in media:
        if _rights_end(medium) > _rights_end(unique.setdefault(medium["url"], medium)):
            unique[medium["url"]] = medium
    return list(unique.values())


def _rights_end(medium: dict[str, Any]) -> str:
    return medium.get("expires") or "9999-12-31"
