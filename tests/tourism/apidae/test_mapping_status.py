"""What a source says of the state of an object reaches its record: one status at a time, for events and places."""

from typing import Any

import pytest

from agenda.sources.apidae import map_object
from tests.tourism.apidae.mapping_payloads import REFERENTIAL, an_element, an_object
from tourism.schedule import Schedule

EVENT, PLACE, TRAIL = "FETE_ET_MANIFESTATION", "HOTELLERIE", "EQUIPEMENT"
KINDS = {
    EVENT: {},
    PLACE: {},
    TRAIL: {"informationsEquipement": {"activites": [{"id": 3333}]}},
}
WORDS = {
    6176: "Annulé ou fermé",
    6564: "Complet",
    4187: "Dates à confirmer",
    4190: "Annulé en cas de mauvais temps",
    4191: "Reporté en cas de mauvais temps",
}
PERIOD = {"dateDebut": "2026-12-05", "dateFin": "2026-12-06", "type": "OUVERTURE_TOUS_LES_JOURS"}


def record_of(apidae_type: str, *ids: int, opening: dict[str, Any] | None = None, **blocks: Any) -> Any:
    complements = [an_element("OuvertureComplementaire", number, WORDS[number]) for number in ids]
    ouverture = {"periodesOuvertures": [PERIOD], "ouverturesComplementaires": complements} | (opening or {})
    raw = an_object(apidae_type, ouverture=ouverture, **KINDS[apidae_type]) | blocks
    return map_object(raw, REFERENTIAL).record


def complements_of(record: Any) -> list[str]:
    return [label["label"]["fr"] for label in record.details.get("ouverturesComplementaires", [])]


@pytest.mark.parametrize(
    ("number", "status"),
    [(6176, "CANCELLED"), (6564, "FULL"), (4187, "UNCONFIRMED"), (4190, "SCHEDULED"), (4191, "SCHEDULED")],
)
def test_each_complement_of_an_event_is_its_status_or_a_label_and_its_dates_stay(number, status):
    record = record_of(EVENT, number)
    assert (record.status, record.temporarily_closed) == (status, False)
    assert complements_of(record) == [WORDS[number]]
    assert len(Schedule.from_json(record.schedule).periods) == 1


@pytest.mark.parametrize("apidae_type", [PLACE, TRAIL])
@pytest.mark.parametrize("number", sorted(WORDS))
def test_each_complement_of_a_place_is_a_label_and_cancelled_closes_it(apidae_type, number):
    record = record_of(apidae_type, number)
    assert record.temporarily_closed is (number == 6176)
    assert complements_of(record) == [WORDS[number]]


@pytest.mark.parametrize(
    ("ids", "status"),
    [
        ((6564, 6176), "CANCELLED"),
        ((4187, 6176), "CANCELLED"),
        ((4187, 6564), "FULL"),
        ((4190, 4191, 6564), "FULL"),
        ((4190, 4187), "UNCONFIRMED"),
        ((4187, 4190, 6564, 4191, 6176), "CANCELLED"),
    ],
)
def test_the_gravest_status_of_an_event_wins_whatever_their_order(ids, status):
    assert record_of(EVENT, *ids).status == status
    assert record_of(EVENT, *reversed(ids)).status == status
    assert len(complements_of(record_of(EVENT, *ids))) == len(ids)


@pytest.mark.parametrize("ids", [(), (6564,), (4187,)])
def test_event_that_is_closed_does_not_take_place_however_full_it_was(ids):
    record = record_of(EVENT, *ids, opening={"fermeTemporairement": "FERME_TEMPORAIREMENT"})
    assert (record.status, record.temporarily_closed) == ("CANCELLED", True)


@pytest.mark.parametrize("apidae_type", sorted(KINDS))
def test_temporarily_closed_reaches_the_record_and_its_schedule(apidae_type):
    closed = record_of(apidae_type, opening={"fermeTemporairement": "FERME_TEMPORAIREMENT"})
    opened = record_of(apidae_type)
    assert (closed.temporarily_closed, opened.temporarily_closed) == (True, False)
    assert (closed.schedule["temporarily_closed"], "temporarily_closed" in opened.schedule) == (True, False)
    assert record_of(apidae_type, opening={"indicationsPeriode": [{"id": 437}]}).temporarily_closed is True


@pytest.mark.parametrize("apidae_type", sorted(KINDS))
@pytest.mark.parametrize(
    ("state", "expected"),
    [("PUBLISHED", "PUBLISHED"), ("HIDDEN", "HIDDEN"), ("NEW", "HIDDEN"), ("DELETED", "DELETED"), ("TRASH", "DELETED")],
)
def test_state_reaches_the_record_of_every_kind(apidae_type, state, expected):
    assert record_of(apidae_type, state=state).state == expected


@pytest.mark.parametrize("apidae_type", sorted(KINDS))
@pytest.mark.parametrize("action", ["SUPPRIMER", "MASQUER", "MASQUER_AUTOMATIQUEMENT"])
def test_object_that_expires_says_until_when_it_is_shown(apidae_type, action):
    expiration = {"dateExpiration": "2026-12-31", "expirationAction": action, "datePublication": "2026-01-15"}
    record = record_of(apidae_type, expiration=expiration)
    assert (record.publish_from, record.expires_on, record.state) == ("2026-01-15", "2026-12-31", "PUBLISHED")
    assert record.details["expiration"] == {"date": "2026-12-31", "action": action, "published_from": "2026-01-15"}


@pytest.mark.parametrize("expiration", [{"dateExpiration": "2026-12-31"}, {"expirationAction": "MASQUER"}, {}, None])
def test_object_without_date_or_without_action_never_expires(expiration):
    assert record_of(PLACE, expiration=expiration).expires_on == ""


def test_unknown_action_and_unreadable_dates_of_expiration_are_remarks_and_hide_nothing():
    expiration = {"dateExpiration": "2026-12-31", "expirationAction": "RECYCLER", "datePublication": "bientôt"}
    result = map_object(an_object(PLACE, expiration=expiration), REFERENTIAL)
    assert (result.record.publish_from, result.record.expires_on) == ("", "")
    assert result.remarks == [
        "expiration.datePublication : la date « bientôt » n’est pas lisible.",
        "expiration.expirationAction : la valeur « RECYCLER » est inconnue.",
    ]
