"""What the 16 types have in common, read into a `ThingRecord`."""

from dataclasses import dataclass, field
from typing import Any

from tourism.apidae.mapping.common_details import HANDICAPS, common_details
from tourism.apidae.mapping.contacts import read_bookings, read_contacts
from tourism.apidae.mapping.kinds import KINDS
from tourism.apidae.mapping.links import read_links
from tourism.apidae.mapping.location import read_location
from tourism.apidae.mapping.media import Media, read_media
from tourism.apidae.mapping.node import Node, Reading, label_of
from tourism.apidae.mapping.price import read_price
from tourism.apidae.mapping.problem import Unmappable
from tourism.apidae.mapping.referential import Referential
from tourism.apidae.mapping.scalars import as_identifier, as_moment, quoted
from tourism.apidae.opening import schedule_from_apidae
from tourism.apidae.texts import BROKEN_WHEN_GENERATED
from tourism.records import LabelJson, PlainTexts, ThingRecord

# DescriptifTheme
STEPS_THEME = 6527
ALERT_THEME = 6604
# OuvertureComplementaire
CANCELLED_OR_CLOSED = 6176
# IndicationPeriode, no longer proposed to editors but still on old objects
CLOSED_FOR_NOW = 437
# TypologiePromoSitra: who wrote the translations rather than a label to show
_MACHINE_TRANSLATED = frozenset({6609, 6610})
# TypeClientele: colours of difficulty, not people
DIFFICULTY_COLOURS = frozenset({587, 588, 589, 590})
_STATES = {
    "PUBLISHED": "PUBLISHED",
    "HIDDEN": "HIDDEN",
    "NEW": "HIDDEN",
    "DELETED": "DELETED",
    "TRASH": "DELETED",
}
# `expirationAction`: removing and hiding are the same to a visitor.
_HIDES_WHEN_EXPIRED = {"SUPPRIMER": True, "MASQUER": True, "MASQUER_AUTOMATIQUEMENT": True}
# The national label, whatever the disabilities named after it
ACCESSIBILITY_LABEL = "tourisme et handicap"
# A translation that repeats this many characters of the French is a copy, not a translation.
_COPY_LENGTH = 40


@dataclass
class Mapped:
    """An object as our records say it, and what the import must know besides."""

    kind: str  # tourism.enums.RecordKind value
    external_id: str
    record: ThingRecord
    owner: str = ""
    owner_id: str = ""
    modified_at: str | None = None  # ISO 8601 with offset
    remarks: list[str] = field(default_factory=list)  # French sentences about what was not understood


@dataclass
class Thing:
    """An object being read: its type, its id, its root and its media."""

    apidae_type: str
    identifier: int
    root: Node
    media: Media

    @property
    def block(self) -> Node:
        """The block of its type."""
        return self.root.node(KINDS[self.apidae_type].block)

    @property
    def remarks(self) -> list[str]:
        return self.root.reading.remarks

    def mapped(self, kind: str, record: ThingRecord) -> Mapped:
        """The answer of a mapping."""
        management = self.root.node("gestion")
        owner = management.node("membreProprietaire")
        modified = management.raw("dateModification")
        modified_at = as_moment(modified)
        if modified is not None and modified_at is None:
            management.remark(f"Date de modification illisible : {quoted(modified)}.")
        owner_id = as_identifier(owner.raw("id"))
        return Mapped(
            kind=kind,
            external_id=str(self.identifier),
            record=record,
            owner=owner.line("nom", longest=200),
            owner_id=str(owner_id or ""),
            modified_at=modified_at,
            remarks=self.remarks,
        )


def type_of(raw: Any) -> str:
    """APIDAE's type of an object. Raises `Unmappable` when there is none that is known."""
    if not isinstance(raw, dict):
        raise Unmappable("La fiche n’est pas un objet JSON.")
    apidae_type = raw.get("type")
    if isinstance(apidae_type, str) and apidae_type in KINDS:
        return apidae_type
    if apidae_type not in (None, ""):
        raise Unmappable(f"Type de fiche inconnu : {quoted(apidae_type)}.")
    # An API asked for a few fields may leave the type out; its own block names it just as well.
    present = [name for name, kind in KINDS.items() if isinstance(raw.get(kind.block), dict) and raw[kind.block]]
    if len(present) == 1:
        return present[0]
    raise Unmappable("La fiche n’a pas de type.")


def open_thing(raw: Any, referential: Referential) -> Thing:
    """Start reading an object. Raises `Unmappable` without a known type, a usable id or any name."""
    apidae_type = type_of(raw)
    root = Node(raw, None, Reading(referential))
    identifier = as_identifier(raw.get("id"))
    if identifier is None:
        shown = "absent" if raw.get("id") is None else f"illisible : {quoted(raw['id'])}"
        raise Unmappable(f"Identifiant {shown}.")
    if raw.get("type") != apidae_type:
        root.remark(f"Type absent, déduit du bloc {KINDS[apidae_type].block} : {apidae_type}.")
    if not root.texts("nom", one_line=True):
        raise Unmappable(f"La fiche {identifier} n’a de nom dans aucune langue.")
    return Thing(apidae_type, identifier, root, read_media(root))


def fill_thing(record: ThingRecord, thing: Thing) -> None:
    """Read the common blocks of an object into a record."""
    root = thing.root
    record.state = _state(root)
    _fill_texts(record, root)
    _fill_location(record, thing)
    record.contacts = read_contacts(root.node("informations"))
    record.booking = read_bookings(root)
    record.images = thing.media.pictures
    record.media = thing.media.others
    record.links = read_links(root)
    record.price = read_price(root)
    record.payment = root.node("descriptionTarif").labels("modesPaiement")
    _fill_services(record, root.node("prestations"))
    _fill_labels(record, thing)
    _fill_opening(record, thing)
    _fill_publication(record, root.node("expiration"))
    record.details |= common_details(root)


def _state(root: Node) -> str:
    if root.raw("state") in (None, ""):
        return "PUBLISHED"
    # An unknown state is not shown: better a page missing than one that was meant to be hidden.
    return root.choice("state", _STATES) or "HIDDEN"


def _fill_texts(record: ThingRecord, root: Node) -> None:
    presentation = root.node("presentation")
    record.summary = _without_copies(presentation.texts("descriptifCourt"))
    record.description = _without_copies(presentation.texts("descriptifDetaille"))
    record.name = _names(root, told_in=record.summary.keys() | record.description.keys())
    themed = []
    for theme in presentation.nodes("descriptifsThematises"):
        text = theme.texts("description")
        if not text:
            continue
        dates = {"from": theme.day("dateDisponibilite"), "until": theme.day("dateLimiteDePublication")}
        theme_ids = theme.element_ids("theme")
        if ALERT_THEME in theme_ids and not record.alert:
            record.alert, record.alert_from, record.alert_until = text, dates["from"], dates["until"]
        elif STEPS_THEME not in theme_ids:
            entry = {"theme": theme.label("theme"), "text": text} | dates
            themed.append({key: value for key, value in entry.items() if value})
    if themed:
        record.details["descriptifsThematises"] = themed
    offers = presentation.texts("bonsPlans")
    if offers:
        record.details["bonsPlans"] = offers


def _names(root: Node, told_in: set[str]) -> PlainTexts:
    """Names; one that only repeats the French counts where something else is told in its language.

    APIDAE copies a name into all languages by a click: kept everywhere, an object would claim translations it has not.
    """
    names = root.texts("nom", one_line=True)
    french = names.get("fr")
    return {
        language: name if len(name) <= 250 else name[:249].rstrip() + "…"
        for language, name in names.items()
        if language == "fr" or name != french or language in told_in
    }


def _without_copies(texts: PlainTexts) -> PlainTexts:
    french = texts.get("fr", "")
    if len(french) < _COPY_LENGTH:
        return texts
    return {language: text for language, text in texts.items() if language == "fr" or text != french}


def _fill_location(record: ThingRecord, thing: Thing) -> None:
    location = read_location(thing.root)
    record.latitude, record.longitude = location.latitude, location.longitude
    record.altitude = location.altitude
    record.commune_code = location.commune_code
    record.address = location.address
    record.access = location.access
    venue = thing.block.line("nomLieu", longest=200)
    if venue and "venue" not in record.address:
        record.address = {"venue": venue} | record.address


def _fill_services(record: ThingRecord, prestations: Node) -> None:
    record.services = prestations.labels("services")
    record.equipments = prestations.labels("equipements", "conforts")
    record.spoken_languages = prestations.labels("languesParlees")
    audiences = prestations.labels("typesClientele")
    record.audiences = [label for label in audiences if label["id"] not in DIFFICULTY_COLOURS]
    record.accessibility = prestations.labels("tourismesAdaptes", "labelsTourismeHandicap")
    for key, family in HANDICAPS.items():
        text = prestations.texts(key)
        if text:
            record.accessibility.append({"id": None, "family": family, "label": text})


def _fill_labels(record: ThingRecord, thing: Thing) -> None:
    root, kind = thing.root, KINDS[thing.apidae_type]
    record.categories = thing.block.labels(*kind.categories)
    promotions = root.node("presentation").labels("typologiesPromoSitra")
    # Since the end of 2025 labels are in `distinctions`; the older places remain filled for a time.
    found = [
        *(label for distinction in root.nodes("distinctions") if (label := _distinction(distinction))),
        *thing.block.labels(*kind.labels),
        *(label for label in promotions if label["id"] not in _MACHINE_TRANSLATED),
    ]
    distinguished = _each_name_once(found)
    # Labels of accessibility were of their own kind before they became distinctions.
    record.labels = [label for label in distinguished if not _is_of_accessibility(label)]
    known = {_name(label) for label in record.accessibility}
    record.accessibility += [
        label for label in distinguished if _is_of_accessibility(label) and _name(label) not in known
    ]
    if any(label["id"] in _MACHINE_TRANSLATED for label in promotions):
        record.details["machine_translated"] = True


def _distinction(distinction: Node) -> LabelJson | None:
    if isinstance(distinction.raw("nom"), dict):
        return distinction.label("nom")
    return label_of(distinction.value, distinction.place, distinction.reading)


def _name(label: LabelJson) -> str:
    texts = label["label"]
    return " ".join((texts.get("fr") or next(iter(texts.values()))).casefold().replace("&", "et").split())


def _is_of_accessibility(label: LabelJson) -> bool:
    return _name(label).startswith(ACCESSIBILITY_LABEL)


def _each_name_once(labels: list[LabelJson]) -> list[LabelJson]:
    """The same label under its old and its new id is one label."""
    unique: dict[str, LabelJson] = {}
    for label in labels:
        unique.setdefault(_name(label), label)
    return list(unique.values())


def _fill_opening(record: ThingRecord, thing: Thing) -> None:
    root = thing.root
    opening = root.node("ouverture")
    generated = opening.raw("periodeEnClairGenerationMode") != "MANUEL"
    record.opening = {
        language: text
        for language, text in opening.texts("periodeEnClair").items()
        if not (generated and language in BROKEN_WHEN_GENERATED)
    }
    is_event = thing.apidae_type == "FETE_ET_MANIFESTATION"
    schedule, sentences = schedule_from_apidae(
        opening.value,
        repeats_yearly=not is_event,
        dates_ouverture=root.raw("datesOuverture"),
        labels=root.reading.referential.label,
    )
    written = schedule.to_json()
    record.schedule = written if written.keys() - {"version", "timezone"} else {}
    for sentence in sentences:
        root.remark(sentence)
    closed = opening.raw("fermeTemporairement") == "FERME_TEMPORAIREMENT"
    closed = closed or CLOSED_FOR_NOW in opening.element_ids("indicationsPeriode")
    if not is_event:
        closed = closed or CANCELLED_OR_CLOSED in opening.element_ids("ouverturesComplementaires")
    record.temporarily_closed = closed


def _fill_publication(record: ThingRecord, expiration: Node) -> None:
    """The days between which the source wants the object to be seen.

    An object that is past its last day stays PUBLISHED at the source until something there takes it away.
    """
    record.publish_from = expiration.day("datePublication")
    if expiration.choice("expirationAction", _HIDES_WHEN_EXPIRED):
        record.expires_on = expiration.day("dateExpiration")


def texts_of_theme(root: Node, theme_id: int) -> PlainTexts:
    """The first descriptive text of a theme."""
    for theme in root.node("presentation").nodes("descriptifsThematises"):
        if theme_id in theme.element_ids("theme"):
            return theme.texts("description")
    return {}
