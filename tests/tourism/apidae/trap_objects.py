"""Objects of APIDAE that hold a trap, and what is read of them."""

from datetime import date

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import (
    REFERENTIAL,
    an_object,
)
from tourism.schedule import Schedule, Span, expand

EVENT = "FETE_ET_MANIFESTATION"


def mapped(raw):
    return map_object(raw, REFERENTIAL)


def record(raw):
    return mapped(raw).record.to_json()


def spans_of(raw, first=date(2026, 1, 1), last=date(2028, 12, 31)) -> list[Span]:
    return list(expand(Schedule.from_json(record(raw)["schedule"]), first=first, last=last))


def days_of(raw) -> list[str]:
    return sorted({span.day.isoformat() for span in spans_of(raw)})


def opened(*periods, apidae_type=EVENT, **more):
    return an_object(apidae_type, ouverture={"periodesOuvertures": list(periods)} | more)


def period(first, last=None, **more):
    return {"dateDebut": first, "dateFin": last or first, "type": "OUVERTURE_TOUS_LES_JOURS"} | more


def pictures_of(*illustrations):
    return record(an_object(illustrations=list(illustrations))).get("images", [])
