"""What the simulated platform knows: objects, referentials and selections, from memory or from any folder or ZIP."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, Self

from tourism.apidae.archive import ExportArchive
from tourism.apidae.simulator.generated import MEDIA_URL, generated_parts
from tourism.apidae.simulator.lazy import Json, LazyObjects
from tourism.apidae.simulator.media import MediaReader, demonstration_media, folder_media
from tourism.apidae.simulator.reach import items_of, key_of
from tourism.apidae.untrusted_json import JsonError, parse_json

OBJECT_TYPES = frozenset(
    {
        "ACTIVITE",
        "COMMERCE_ET_SERVICE",
        "DEGUSTATION",
        "DOMAINE_SKIABLE",
        "EQUIPEMENT",
        "FETE_ET_MANIFESTATION",
        "HEBERGEMENT_COLLECTIF",
        "HEBERGEMENT_LOCATIF",
        "HOTELLERIE",
        "HOTELLERIE_PLEIN_AIR",
        "PATRIMOINE_CULTUREL",
        "PATRIMOINE_NATUREL",
        "RESTAURATION",
        "SEJOUR_PACKAGE",
        "STRUCTURE",
        "TERRITOIRE",
    }
)
_LABEL = re.compile(r"libelle[A-Z]\w*$")


class TerritoryLike(Protocol):
    """What `tourism.apidae.demonstration.build_territory` returns."""

    @property
    def objects(self) -> list[Json]: ...
    @property
    def elements_reference(self) -> list[Json]: ...
    @property
    def communes(self) -> list[Json]: ...
    @property
    def criteres_internes(self) -> list[Json]: ...
    @property
    def selections(self) -> list[Json]: ...
    @property
    def territoires(self) -> list[Json]: ...


@dataclass
class Dataset:
    """The content of one project.

    `objects` may hold reference elements, communes and links in full, as the API gives them, or as bare ids, as
    exports give them: the simulator completes or strips them. `problems` are sentences about what was in the files and
    is not an object; it never stops the loading. `media` answers (content, content type) for a path below
    `/filestore/`, or None. `objects` is a list, or a `LazyObjects` when they are too many to be kept.
    """

    objects: Sequence[Json]
    elements_reference: list[Json] = field(default_factory=list)
    communes: list[Json] = field(default_factory=list)
    criteres_internes: list[Json] = field(default_factory=list)
    criteres_interdits: list[Json] = field(default_factory=list)
    selections: list[Json] = field(default_factory=list)
    territoires: list[Json] = field(default_factory=list)
    deleted_ids: list[int] = field(default_factory=list)
    deleted_linked_ids: list[int] = field(default_factory=list)
    media: MediaReader | None = None
    problems: list[str] = field(default_factory=list)

    @classmethod
    def from_territory(cls, territory: TerritoryLike, media: MediaReader | None = None) -> Self:
        return cls(
            objects=list(territory.objects),
            elements_reference=list(territory.elements_reference),
            communes=list(territory.communes),
            criteres_internes=list(territory.criteres_internes),
            selections=list(territory.selections),
            territoires=list(territory.territoires),
            media=media,
        )

    @classmethod
    def from_path(cls, path: str | Path) -> Self:
        """Whatever APIDAE objects lie in a folder, a ZIP or one JSON file.

        Understood: exports in either grouping, single objects, lists of objects, API answers (the v001 of 2014
        included). Media are read from a `filestore` folder beside the JSON, if there is one. Raises
        `tourism.apidae.archive.ExportError` when the ZIP as a whole is refused.
        """
        path = Path(path)
        loader = _Loader()
        if path.suffix.lower() == ".json":
            loader.read(path.name, path.read_bytes())
        else:
            with ExportArchive(path) as archive:
                for name, content, problem in archive.json_files():
                    if content is None:
                        loader.problems.append(f"{name} : {problem}")
                    else:
                        loader.read(name, content)
        filestore = path / "filestore"
        return cls(**loader.parts(), media=folder_media(filestore) if filestore.is_dir() else None)

    @classmethod
    def generated(cls, count: int, *, seed: int = 0, today: date, media_url: str = MEDIA_URL) -> Self:
        """A project of `count` objects: those of the demonstration varied, the same for the same arguments.

        Objects are made when asked for, so that memory does not grow with them; their order is that of their ids.
        `media_url` is where `media` is served, without a slash at the end.
        """
        return cls(**generated_parts(count, seed=seed, today=today, media_url=media_url), media=demonstration_media)

    def changed(self, **parts: Any) -> Self:
        """The same content but for some parts; what was derived from the old parts is derived again."""
        return replace(self, **parts)

    @cached_property
    def object_by_id(self) -> Mapping[Any, Json]:
        if isinstance(self.objects, LazyObjects):
            return self.objects.by_id()
        return {item["id"]: item for item in self.objects}

    @cached_property
    def element_by_id(self) -> dict[Any, Json]:
        return {key_of(item, "id"): item for item in self.elements_reference}

    @cached_property
    def commune_by_id(self) -> dict[Any, Json]:
        return {key_of(item, "id"): item for item in self.communes}

    @cached_property
    def criterion_by_id(self) -> dict[Any, Json]:
        return {key_of(item, "id"): item for item in self.criteres_internes}

    @cached_property
    def selections_of(self) -> dict[Any, set[Any]]:
        """Object id → ids of the selections that hold it."""
        found: dict[Any, set[Any]] = {}
        for selection in self.selections:
            for link in items_of(selection, "objetsTouristiques"):
                found.setdefault(key_of(link, "id"), set()).add(key_of(selection, "id"))
        return found

    @cached_property
    def territory_communes(self) -> dict[Any, set[Any]]:
        """Id of a TERRITOIRE → ids of the communes of its perimeter."""
        found = {key_of(item, "id"): _perimeter(item) for item in self.territoires}
        for item in self.objects:
            if item.get("type") == "TERRITOIRE":
                perimeter = _perimeter(item, "localisation")
                found.setdefault(item["id"], set()).update(perimeter)
        return found


def _perimeter(value: Json, *path: str) -> set[Any]:
    return {key_of(commune, "id") for commune in items_of(value, *path, "perimetreGeographique")}


def _is_object(item: Json) -> bool:
    """Whether something with an id is a tourist object: of a known type, or at least with a name in languages.

    Old and trimmed answers have objects without a type, or with one that no longer exists.
    """
    name = item.get("nom")
    named = isinstance(name, dict) and any(_LABEL.match(key) for key in name)
    return named or key_of(item, "type") in OBJECT_TYPES


def _side_list_of(item: Json) -> str | None:
    """Which referential a line belongs to, when a file under another name holds one."""
    if isinstance(item.get("nom"), str):
        if isinstance(item.get("objetsTouristiques"), list):
            return "selections"
        return "communes" if isinstance(item.get("code"), str) else None
    if item.get("type") == "TERRITOIRE" and "perimetreGeographique" in item:
        return "territoires"
    return None


class _Loader:
    """Sorts the values found in files into the parts of a dataset."""

    def __init__(self) -> None:
        self.objects: dict[Any, Json] = {}
        self.lists: dict[str, dict[Any, Json]] = {
            name: {} for name in ("elements_reference", "communes", "criteres_internes", "selections", "territoires")
        }
        self.deleted: dict[str, list[int]] = {"objets_supprimes": [], "objets_lies_supprimes": []}
        self.inlined: tuple[dict[Any, Json], dict[Any, Json]] = ({}, {})
        self.problems: list[str] = []

    def read(self, name: str, content: bytes) -> None:
        try:
            value = parse_json(content)
        except JsonError as error:
            self.problems.append(f"{name} : {error}")
            return
        stem = Path(name).stem.lower()
        if stem in self.deleted and isinstance(value, list):
            self.deleted[stem] += [item for item in value if isinstance(item, int)]
        elif stem in self.lists and isinstance(value, list):
            self._add_all(name, value, self.lists[stem])
        else:
            self._read_objects(name, value)

    def _read_objects(self, name: str, value: Any) -> None:
        if isinstance(value, dict) and "id" not in value and ("objetsTouristiques" in value or "numFound" in value):
            value = value.get("objetsTouristiques") or []
            if isinstance(value, dict):  # the detailed agenda: lists by day
                value = [item for day in value.values() if isinstance(day, list) for item in day]
        unknown = 0
        for item in value if isinstance(value, list) else [value]:
            if not isinstance(item, dict) or not isinstance(item.get("id"), (int, str)):
                unknown += 1
            elif "elementReferenceType" in item:
                self.lists["elements_reference"].setdefault(item["id"], item)
            elif side := _side_list_of(item):
                self.lists[side].setdefault(item["id"], item)
            elif not _is_object(item):
                unknown += 1
            elif item["id"] in self.objects:
                self.problems.append(f"{name} : l'objet {item['id']} a déjà été lu dans un autre fichier.")
            else:
                self.objects[item["id"]] = item
                self._harvest(item)
        if unknown:
            self.problems.append(f"{name} : {unknown} élément(s) ne sont pas des objets touristiques.")

    def _add_all(self, name: str, items: Iterable[Any], into: dict[Any, Json]) -> None:
        for item in items:
            if isinstance(item, dict) and "id" in item:
                into.setdefault(key_of(item, "id"), item)
            else:
                self.problems.append(f"{name} : un élément de la liste n'a pas d'identifiant.")

    def _harvest(self, value: Any, key: str = "") -> None:
        """Remembers the elements and communes written in full inside objects, for when no referential is given."""
        if isinstance(value, list):
            for item in value:
                self._harvest(item, key)
        elif isinstance(value, dict):
            elements, communes = self.inlined
            if "elementReferenceType" in value and any(_LABEL.match(name) for name in value):
                elements.setdefault(key_of(value, "id"), value)
            elif key in ("commune", "perimetreGeographique") and "code" in value:
                communes.setdefault(key_of(value, "id"), value)
            for name, item in value.items():
                self._harvest(item, name)

    def parts(self) -> dict[str, Any]:
        """Arguments of a `Dataset`, except its media."""
        elements, communes = self.inlined
        return {
            "objects": list(self.objects.values()),
            "elements_reference": list((elements | self.lists["elements_reference"]).values()),
            "communes": list((communes | self.lists["communes"]).values()),
            "criteres_internes": list(self.lists["criteres_internes"].values()),
            "selections": list(self.lists["selections"].values()),
            "territoires": list(self.lists["territoires"].values()),
            "deleted_ids": self.deleted["objets_supprimes"],
            "deleted_linked_ids": self.deleted["objets_lies_supprimes"],
            "problems": self.problems,
        }
